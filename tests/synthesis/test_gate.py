"""The gate: whoever drafted it, what nobody's words bear out does not pass."""

from dataclasses import replace
from random import Random

import pytest

from bot.synthesis.draft import Draft, Entitled, Heading, Line, Person, Quotation, Rule, Said, Title, Why
from bot.synthesis.gate import Grounded, ground, ground_line, why_not
from bot.synthesis.heard import Hearing, at_least
from bot.synthesis.lines import key
from bot.synthesis.reason import Reason, Refused
from bot.workshop.summary import Source
from tests.benchmarks.alterations import alterations
from tests.synthesis.rooms import CASE, NAMED, PEOPLE, PRIVATE, UNATTRIBUTED, answer, hearing, room, said

EVERYBODY = tuple(
    said(number, f"The letter about the flat went to the old address on day {number}.", person.key)
    for number, person in enumerate(PEOPLE, start=1)
)


def line(of: Hearing, *sources: Source, **other: object) -> Line:
    """A theme on *sources* that quotes the first sentence of the first."""
    members = of.of(sources)
    first = members[0]
    sentence = first.text.split(". ")[0]
    words = sentence if sentence == first.text else f"{sentence}."
    facts: dict[str, object] = {
        "heading": Heading.THEME,
        "key": key(Heading.THEME, "", sources),
        "title": Title(words, Entitled.QUOTED, first.source),
        "evidence": tuple(each.source for each in members),
        "why": Why(Rule.ALIKE),
        "quotations": (Quotation(first.source, words, first.speaker),),
    }
    return Line(**facts | other)  # type: ignore[arg-type]


def claiming(words: str, of: Hearing, *sources: Source, by: Entitled = Entitled.MODEL, **other: object) -> Line:
    return line(of, *sources, claim=words, claimed_by=by, **other)


def test_a_line_that_its_words_bear_out_passes_as_it_is() -> None:
    room = hearing(*CASE)
    good = line(room, answer(1), answer(2))

    passed = ground_line(good, room)

    assert isinstance(passed, Grounded)
    assert passed.it == good


def test_nothing_but_the_gate_makes_what_is_grounded() -> None:
    room = hearing(*CASE)
    passed = ground(Draft((line(room, answer(1)),)), room)

    with pytest.raises(TypeError):
        Grounded(Draft(()))
    with pytest.raises(TypeError):
        replace(passed, it=Draft(()))


def test_a_bad_line_is_left_out_named_by_its_reason_and_the_good_ones_stay() -> None:
    room = hearing(*CASE)
    good = line(room, answer(1))
    bad = replace(line(room, answer(3)), key="bad", title=Title("He was never reported", Entitled.QUOTED, answer(3)))

    passed = ground(Draft((good, bad)), room)

    assert passed.it.lines == (good,)
    assert passed.refused == (Refused(Heading.THEME, "bad", (Reason.NOT_VERBATIM,)),)


@pytest.mark.parametrize(
    ("hidden", "held_back"),
    [
        (said(50, "We all knew.", "p3", visibility=PRIVATE), 0),
        (said(50, "We all knew.", "p3", apart=True), 0),
        (said(50, "We at the college all knew.", "p3", visibility=UNATTRIBUTED), 1),
    ],
    ids=["for the facilitator alone", "about a risk", "points to its author"],
)
def test_what_may_not_be_shown_is_behind_nothing(hidden: Said, held_back: int) -> None:
    room = hearing(*EVERYBODY[:2], hidden)
    on_hidden = replace(line(room, answer(1)), evidence=(*line(room, answer(1)).evidence, hidden.source))

    assert len(room.held_back) == held_back
    assert Reason.UNKNOWN_EVIDENCE in why_not(on_hidden, room)


def test_a_line_without_words_behind_it_cannot_pass() -> None:
    room = hearing(*CASE)

    assert Reason.NO_EVIDENCE in why_not(replace(line(room, answer(1)), evidence=()), room)
    assert Reason.UNKNOWN_EVIDENCE in why_not(replace(line(room, answer(1)), evidence=(answer(99),)), room)


def test_a_quotation_is_of_the_evidence_of_its_own_line() -> None:
    room = hearing(*CASE)
    elsewhere = line(room, answer(3)).quotations

    assert Reason.UNKNOWN_EVIDENCE not in why_not(replace(line(room, answer(1)), quotations=elsewhere), room)
    assert Reason.NOT_VERBATIM in why_not(replace(line(room, answer(1)), quotations=elsewhere), room)


def test_no_altered_quotation_is_accepted_and_every_true_one_is() -> None:
    texts = [each.text for each in CASE] + [each.text for each in EVERYBODY]
    words = [
        said(number, text, f"p{1 + number % 9}", prompt=f"prompt-{number}")
        for number, text in enumerate(texts, start=1)
    ]
    chance = Random(7)  # noqa: S311 - to draw alterations
    heard = hearing(*words)
    accepted, tried = [], 0

    for each in heard.heard:
        good = line(heard, each.source)
        assert why_not(good, heard) == ()
        others = [other.text for other in chance.sample(heard.heard, 2) if other is not each]
        for altered in alterations(good.quotations[0].words, others, chance):
            if altered == good.quotations[0].words or altered in _whole_runs(each.text):
                continue
            tried += 1
            quotation = replace(good.quotations[0], words=altered)
            if Reason.NOT_VERBATIM not in why_not(replace(good, quotations=(quotation,)), heard):
                accepted.append(altered)

    assert tried > 900
    assert accepted == []


def _whole_runs(text: str) -> set[str]:
    return {text, *text.replace(". ", ".\n").splitlines()}


def test_a_role_stands_by_its_own_words_and_by_no_others() -> None:
    room = hearing(*CASE)
    good, hidden = line(room, answer(1)), line(room, answer(4))

    wrong = replace(good.quotations[0], speaker="Tutor")
    assert Reason.WRONG_SPEAKER in why_not(replace(good, quotations=(wrong,)), room)
    told = replace(hidden.quotations[0], speaker="Tutor")
    assert Reason.POINTS_TO_AUTHOR in why_not(replace(hidden, quotations=(told,)), room)


def test_evidence_in_the_order_in_which_it_was_said_points_to_who_spoke_when() -> None:
    room = hearing(*CASE)
    good = line(room, answer(1), answer(2), answer(3))

    assert Reason.POINTS_TO_AUTHOR in why_not(replace(good, evidence=good.evidence[::-1]), room)


def test_counts_are_those_that_code_reckons_and_none_of_fewer_than_five() -> None:
    room = hearing(*EVERYBODY)
    sources = [each.source for each in EVERYBODY]

    assert at_least(room.of(sources), 5) == (9, 9)
    assert why_not(line(room, *sources, people=9, agencies=9), room) == ()
    assert Reason.WRONG_NUMBER in why_not(line(room, *sources, people=8, agencies=9), room)
    assert Reason.WRONG_NUMBER in why_not(line(room, *sources[:4], people=4, agencies=4), room)


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        ("Twelve letters went to the old address.", Reason.WRONG_NUMBER),
        ("40 % of letters went to the old address.", Reason.WRONG_NUMBER),
        ("Letters went to the old address, as the police said.", Reason.HIDDEN_AGENCY),
        ("Letters about the flat went to Gareth's old address.", Reason.NAMES_A_PERSON),
        ("Letters went to the old address, see https://example.org.", Reason.MARKUP),
        ("<!channel> letters went to the old address.", Reason.MARKUP),
        ("Letters went to the old address of <@U123>.", Reason.NAMES_A_PERSON),
        ("No letter about the flat went to the old address.", Reason.NEGATED),
    ],
)
def test_what_a_model_makes_up_is_refused(claim: str, reason: Reason) -> None:
    heard = hearing(*EVERYBODY[:2], names=frozenset({"Gareth"}))

    assert reason in why_not(claiming(claim, heard, answer(1), answer(2)), heard)


def test_what_a_model_may_say_passes_and_what_shares_little_is_to_be_looked_at() -> None:
    heard = hearing(*EVERYBODY, names=frozenset({"Gareth"}))
    sources = [each.source for each in EVERYBODY]
    near = claiming("Letters went to an old address.", heard, *sources)
    far = claiming("Post did not keep up with him.", heard, *sources)

    assert why_not(near, heard) == ()
    passed = ground(Draft((near,)), heard)
    assert not passed.it.lines[0].unsupported
    assert ground(Draft((replace(far, claimed_by=Entitled.FACILITATOR),)), heard).it.lines[0].unsupported


def test_the_facilitator_s_own_words_name_nobody_and_count_nobody_below_five() -> None:
    heard = hearing(*EVERYBODY[:3], names=frozenset({"Gareth"}))

    def reasons(words: str) -> tuple[Reason, ...]:
        return why_not(claiming(words, heard, answer(1), answer(2), by=Entitled.FACILITATOR), heard)

    assert reasons("Letters did not follow him for 14 days.") == ()
    assert Reason.NAMES_A_PERSON in reasons("Letters did not reach Gareth.")
    assert Reason.WRONG_NUMBER in reasons("Two people saw it.")
    assert Reason.WRONG_NUMBER in reasons("Three of the nurses saw it.")


def test_no_agency_or_role_is_named_beside_unattributed_words() -> None:
    heard = hearing(*CASE)
    quiet = claiming("Somebody at the college rang everybody.", heard, answer(4), by=Entitled.FACILITATOR)

    assert Reason.POINTS_TO_AUTHOR in why_not(quiet, heard)
    assert why_not(claiming("Every number was the wrong one.", heard, answer(4), by=Entitled.FACILITATOR), heard) == ()


def test_a_name_on_the_register_stands_in_no_quotation_either() -> None:
    heard = hearing(said(1, "Gareth was never asked."), names=frozenset({"gareth"}))

    assert Reason.NAMES_A_PERSON in why_not(line(heard, answer(1)), heard)


def test_telling_words_are_words_of_the_evidence() -> None:
    heard = hearing(*CASE)

    assert why_not(line(heard, answer(1), phrases=("missed two viewings",)), heard) == ()
    assert Reason.NOT_VERBATIM in why_not(line(heard, answer(1), phrases=("his aunt",)), heard)


def test_a_factor_or_a_service_is_one_of_the_list() -> None:
    heard = hearing(*CASE)

    assert why_not(line(heard, answer(1), factor="rules", title=Title("rules", Entitled.FACTOR)), heard) == ()
    assert Reason.UNKNOWN_NAME in why_not(line(heard, answer(1), factor="laziness"), heard)
    assert Reason.UNKNOWN_NAME in why_not(line(heard, answer(1), title=Title("the boss", Entitled.SERVICE)), heard)


def test_a_room_with_another_k_counts_by_it() -> None:
    people = (*PEOPLE, *(Person(f"q{n}", "Ward", f"Nurse {n}") for n in range(3)))
    heard = hearing(*EVERYBODY[:6], k=8, people=people)

    assert room(*EVERYBODY).k == 5
    assert Reason.WRONG_NUMBER in why_not(line(heard, *(answer(n) for n in range(1, 7)), people=6, agencies=6), heard)
    assert all(each.visibility is NAMED for each in EVERYBODY)
