"""What the guard finds, and what it leaves alone."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.workshop.privacy import Find, Kind, Severity, guard, tally
from tests.workshop.privacy.invented import (
    LOCAL,
    REGISTER,
    TODAY,
    cards,
    gaps,
    in_groups,
    insurance_numbers,
    nhs_numbers,
    upns,
)

SPAN = re.compile(r"\{(.*?)\}")


def finds(text: str) -> tuple[Find, ...]:
    return guard(text, today=TODAY, register=REGISTER, local=LOCAL)


def found(text: str) -> list[tuple[str, str]]:
    return [(find.kind.value, text[find.start : find.end]) for find in finds(text)]


@pytest.mark.parametrize(
    ("kind", "marked"),
    [
        (Kind.NHS_NUMBER, "NHS no {943 476 5919} on the form"),
        (Kind.NHS_NUMBER, "{9434765919}"),
        (Kind.NHS_NUMBER, "NHS{9434765919}."),
        (Kind.NHS_NUMBER, "two children, {943-476-5919} and {943.476.5919}"),
        (Kind.NHS_NUMBER, "in full width {９４３ ４７６ ５９１９}"),
        (Kind.NHS_NUMBER, "with nothing between {943\u200b476\u200b5919}"),
        (Kind.UPN, "UPN {B801200005001} moved school"),
        (Kind.UPN, "upn: {b801200005001}"),
        (Kind.NATIONAL_INSURANCE, "NI {AB 12 34 56 C} for the claim"),
        (Kind.NATIONAL_INSURANCE, "{AB123456C}"),
        (Kind.NATIONAL_INSURANCE, "National Insurance number {QQ 12 34 56 A}"),
        (Kind.NATIONAL_INSURANCE, "nino {ab123456}"),
        (Kind.POSTCODE, "he sleeps at {CF10 1AB} now"),
        (Kind.POSTCODE, "{cf101ab}"),
        (Kind.POSTCODE, "{SW1A 2AA}, {M1 1AE}, {EC1A-1BB}"),
        (Kind.POSTCODE, "{B12 3RD} in capitals is a postcode"),
        (Kind.PHONE, "ring {07700 900123} after four"),
        (Kind.PHONE, "({029 2018 0123}) or {(01632) 960 001}"),
        (Kind.PHONE, "{+44 7700 900 456}, {+44 (0)1632 960002}, {(+44) 1632 960002}"),
        (Kind.PHONE, "<tel:{+441632960001}|{01632 960001}>"),
        (Kind.EMAIL, "<mailto:{tom@example.org}|{tom@example.org}>"),
        (Kind.EMAIL, "write to {a.b+c@mail.example.co.uk}."),
        (Kind.BIRTH_DATE, "born {3 May 1948} in Cardiff"),
        (Kind.BIRTH_DATE, "DOB: {12/05/2014}"),
        (Kind.BIRTH_DATE, "d.o.b. {12.5.14}"),
        (Kind.BIRTH_DATE, "dob {120514}"),
        (Kind.BIRTH_DATE, "Child one ({2014-05-12})"),
        (Kind.BIRTH_DATE, "the baby, {14/11/2025}"),
        (Kind.BIRTH_DATE, "May is {May 12th, 2014}"),
        (Kind.BIRTH_DATE, "ganwyd ar {12 o Fai 2014}"),
        (Kind.BIRTH_DATE, "{12/05/2014} (date of birth)"),
        (Kind.CARD, "paid with {4929 1234 5678 9015} 03/27"),
        (Kind.CARD, "{4929 1234 5678 9015} {4000 0000 0011 1114}"),
        (Kind.PHONE, "{07700900123}/{07700900124}"),
        (Kind.NHS_NUMBER, "{9434765919}/{9434765919},{9434765919}"),
        (Kind.CARD, "{378282246310005}"),
        (Kind.NAME, "{Catrin} said so, and {catrin morgan}'s aunt"),
        (Kind.NAME, "i {Gatrin}, a {Chatrin}, fy {Nghatrin}"),
        (Kind.NAME, "{J. Smith}, {J Smith}, {SMITH, Jane} and {Jane S}"),
        (Kind.NAME, "{Sian Bowen Pryce}, {Siân}, {Sia\u0302n} and Mrs {Bowen-Pryce}"),
        (Kind.NAME, "{Sia\u200bn}’s mother"),
        (Kind.NAME, "{Will} was there"),
        (Kind.NAME, "{Catrins} mum, {Catrin_Morgan}"),
        (Kind.NAME, "{Benedict Quill}, {B. O. Quill}"),
        (Kind.NHS_NUMBER, "re {94347 65919}, {943476 5919} and no{9434765919}"),
        (Kind.UPN, "UPN{B801200005001}"),
        (Kind.NATIONAL_INSURANCE, "NI{AB123456C} and NINO{AB123456C}"),
        (Kind.POSTCODE, "{GIR 0AA} and {gir0aa}"),
        (Kind.PHONE, "tel{01632960001} or mum({07700 900123})"),
        (Kind.PHONE, "{01632 960001 ext 204}, {01632 960002 x12}"),
        (Kind.PHONE, "his uncle, {+353 20 912 3456}, and {+48221234567}"),
        (Kind.BIRTH_DATE, "dob{12/05/2014}, DOB-{12/05/2014}, d o b {5.5.15}, b.{3/4/11}"),
        (Kind.BIRTH_DATE, "DOB {6th June '12}"),
        (Kind.BIRTH_DATE, "ganwyd {21ain Gorffennaf 2008}, yr ail ar {2il Mai 2010}"),
        (Kind.BIRTH_DATE, "he turns 18 on {14 May 2026}; her birthday is {1 June 2026}"),
        (Kind.BIRTH_DATE, "the youngest is {03/01/2026}, baby Osian ({04/01/2026})"),
        (Kind.CARD, "{4929.1234.5678.9015}, card no{4929123456789015}"),
        (Kind.NAME, "{Catrin Mair Morgan}, {Jane A. Smith}"),
        (Kind.NAME, "{Jane} Mrs Smith next door knows"),
        (Kind.NAME, "{Will} moved in when? {Will} needs a bed"),
        (Kind.LOCAL, "see {CRIME 12/3456/24}"),
        (Kind.LOCAL, "see {crime\u00a012/3456/24} and {tkt–12345}"),
    ],
)
def test_it_finds(kind: Kind, marked: str) -> None:
    text = marked.replace("{", "").replace("}", "")

    assert found(text) == [(kind.value, each) for each in SPAN.findall(marked)]


@pytest.mark.parametrize(
    "text",
    [
        "R (on the application of X) v Y [2009] EWHC 458 (Admin)",
        "[2014] UKSC 19; (2012) 15 CCL Rep 1",
        "LC-2026-0007 was opened on 12 January 2026.",
        "The court hearing is on 16 March 2026.",
        "We met on 12/02/2026 and again on 26/02/2026.",
        "Review: 3 March 2025. Panel: 10 March 2027.",
        "The order was made on 4 June 2019.",
        "between 1 May 2025 and 30 June 2025, known to us from 12/06/2018",
        "On 23 March 2020 everything stopped.",
        "2026-03-02 09:00 and 2024-05-01T10:30",
        "The Act came into force on 1 April 2015.",
        "under section 47, s.117 and regulation 12(3)",
        "Team B12 3rd meeting, room b12 3rd floor",
        "the M4 2hr drive",
        "ring 0800 1111, 116 123, 101, 111 or 999",
        "£1,250.00 a week, 45% more, 10.30 to 11.15, 24/7",
        "He was 17 and a half in Year 11.",
        "version 2.10.14 of the form",
        "<@U07700900123> and <#C0123456789|lc-2026-0007>",
        "extension 4321, bleep 2210",
        "p1700000000123456 thread_ts=1700000000.123456",
        "ZZ99 3VZ is what the system fills in",
        "reference 943 476 5918 fails its check",
        "order 94347659190 is longer",
        "1517846404 seconds",
        "at 10 20 30 a bell rings",
        "BG123456C and 12 34 56",
        "a white van, AB12 CDE",
        "will you come, she will",
        "Will anyone be in? Will school be told first?",
        "the janitor and the smithy",
        "We had known them since, and first knew them on 4 July 2018.",
        "parents separated 10 June 2014, EHCP finalised 14.02.2019",
        "Worker changed on 15/01/2024 and again on 20/05/2024",
        "Sentencing 11 Dec 2024, fact find 12.11.2018",
        "police log 231 17/02/26, build 2026.02.11, Child B medical 12/02/2026",
        "12/03/2019 - referral from school\n04/07/2019 - visited, no reply",
        "no baby is due before 14 May 2026",
        "the sum is +4,400,000",
        "see 2023/4765919 and AB9434765919",
        "dinner @ 10.30, @here, @channel",
        "born in 2012, aged 13, in May",
        "Mae hi yn y dref, a daw i'r cyfarfod ar 9 Mawrth 2026.",
        "Men a Gwen",
        "",
    ],
)
def test_it_leaves_alone(text: str) -> None:
    assert found(text) == []


@settings(deadline=None)
@given(number=nhs_numbers, gap=gaps)
def test_an_nhs_number_is_found_in_any_spacing_and_not_with_one_digit_changed(number: str, gap: str) -> None:
    changed = str((int(number[0]) + 8) % 10) + number[1:]

    written, wrong = (in_groups(each, (3, 3, 4), gap) for each in (number, changed))

    assert found(f"It is {written}, I think") == [("nhs_number", written)]
    assert "nhs_number" not in tally(finds(f"It is {wrong}, I think"))


@settings(deadline=None)
@given(number=upns, gap=st.sampled_from(["", " ", "-", "\u00a0", "\u2013", "\u200b"]), place=st.integers(1, 11))
def test_a_upn_is_found_in_any_spacing_and_not_with_one_digit_changed(number: str, gap: str, place: int) -> None:
    changed = number[:place] + str((int(number[place]) + 1) % 10) + number[place + 1 :]

    written, wrong = (in_groups(each, (1, 3, 4, 5), gap) for each in (number, changed))

    assert found(f"It is {written}, I think") == [("upn", written)]
    assert "upn" not in tally(finds(f"It is {wrong}, I think"))


@settings(deadline=None)
@given(number=cards, gap=st.sampled_from(["", " ", "-", "\u00a0", "\u2013", "\u200b"]), place=st.integers(4, 15))
def test_a_card_is_found_in_any_spacing_and_not_with_one_digit_changed(number: str, gap: str, place: int) -> None:
    changed = number[:place] + str((int(number[place]) + 1) % 10) + number[place + 1 :]

    written, wrong = (in_groups(each, (4, 4, 4, 4), gap) for each in (number, changed))

    assert found(f"It is {written}, I think") == [("card", written)]
    assert ("card", wrong) not in found(f"It is {wrong}, I think")


@settings(deadline=None)
@given(number=insurance_numbers, gap=gaps.filter(bool))
def test_a_national_insurance_number_is_found_in_any_spacing(number: str, gap: str) -> None:
    assert found(f"It is {number}, I think") == [("national_insurance", number)]
    spaced = in_groups(number.upper(), (2, 2, 2, 2, 1), gap)
    assert found(f"It is {spaced}, I think") == [("national_insurance", spaced)]


@settings(deadline=None)
@given(words=st.lists(st.sampled_from("the home was cold and mae hi yn oer will grace b born march at no ei".split())))
def test_words_without_a_digit_or_a_capital_are_never_found(words: list[str]) -> None:
    assert found(" ".join(words)) == []


@settings(deadline=None)
@given(before=st.text(max_size=8), after=st.text(max_size=8))
def test_places_are_those_of_the_original_whatever_stands_around(before: str, after: str) -> None:
    text = f"{before} | 943 476 5919 | {after}"

    assert any(text[find.start : find.end].startswith("943 476 5919") for find in finds(text))
    assert all(0 <= find.start < find.end <= len(text) for find in finds(text))


@given(text=st.text(st.sampled_from("0123456789 -./AbCf@.x\u200b\u2013é+44")))
@settings(deadline=None, max_examples=300)
def test_finds_come_in_order_and_apart(text: str) -> None:
    ends = [edge for find in finds(text) for edge in (find.start, find.end)]

    assert ends == sorted(ends)


def test_of_two_that_overlap_the_more_severe_gives_the_kind_and_takes_all_of_it() -> None:
    text = "jane.smith@example.org"

    (find,) = finds(text)

    assert (find.kind, find.severity, find.known_as) == (Kind.NAME, Severity.HIGH, "Ms A")
    assert (find.start, find.end) == (0, len(text))


def test_a_tally_and_what_is_shown_of_a_find_or_a_register_have_no_word_of_anybody_s() -> None:
    text = "Catrin Morgan, 07700 900123 and 07700 900124"

    assert tally(finds(text)) == {"name": 1, "phone": 2}
    assert "Catrin" not in repr(finds(text)) + repr(REGISTER)
