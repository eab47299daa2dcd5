"""The draft of the local engine: what stands under which heading, and why."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.synthesis.by_vectors import draft
from bot.synthesis.draft import Draft, Entitled, Heading, Line, Opportunity, Part, Room, Rule, Said, Tag
from bot.synthesis.gate import ground
from bot.synthesis.heard import hear
from bot.synthesis.written import written
from bot.workshop.action import Level
from bot.workshop.summary import Source, SourceKind
from prompts import lexicon
from tests.synthesis.rooms import CASE, PEOPLE, UNATTRIBUTED, answer, hearing, room, said

PROJECT = Path(__file__).parents[2]

LETTERS = tuple(
    said(20 + n, text, f"p{n}", prompt="picture", heading=None)
    for n, text in enumerate(
        (
            "The letter about the flat went to an old address.",
            "His letter went to the old address again.",
            "A letter with the date went to an old address in May.",
            "Letters went to the address that he had left.",
            "Our letter was sent to his old address too.",
            "The old address had every letter about the flat.",
        ),
        start=1,
    )
)


def drafted(*words: Said, **other: object) -> Draft:
    listening = hearing(*words, **other)
    passed = ground(draft(listening), listening)
    assert passed.refused == ()
    return passed.it


def only(found: Draft, heading: Heading) -> Line:
    [line] = found.under(heading)
    return line


def titles(found: Draft, heading: Heading) -> list[str]:
    return [line.title.words for line in found.under(heading)]


def resting_on(found: Draft, heading: Heading, source: Source) -> Line:
    return next(line for line in found.under(heading) if source in line.evidence)


def test_everything_that_may_be_shown_is_behind_a_line() -> None:
    found = drafted(*CASE)

    behind = {source for line in found.lines for source in line.evidence}
    assert behind == {each.source for each in hearing(*CASE).heard}


def test_the_headings_come_in_the_order_in_which_they_are_read() -> None:
    headings = [line.heading for line in drafted(*CASE).lines]

    assert headings == sorted(headings, key=list(Heading).index)


def test_what_several_people_say_is_one_theme_that_quotes_each_of_them_once_at_most() -> None:
    line = only(drafted(*LETTERS), Heading.THEME)

    assert set(line.evidence) == {each.source for each in LETTERS}
    assert 2 <= len(line.quotations) <= 4
    assert len({each.speaker for each in line.quotations}) == len(line.quotations)
    assert (line.people, line.agencies) == (6, 6)
    assert line.why.rule is Rule.ALIKE
    assert set(line.why.nearest) <= set(line.evidence)
    assert line.title.entitled is Entitled.QUOTED
    assert len(line.title.words.split()) <= 14
    assert "address" in " ".join(line.phrases)


def test_a_factor_quotes_the_sentence_that_speaks_of_it() -> None:
    first, second = "When he turned eighteen the nurse closed the file.", "Nobody had been given the new number."
    found = drafted(said(1, f"{second} {first} It was a week before anybody knew whose job it was to ring."))

    quoted = {line.factor: line.quotations[0].words for line in found.lines if line.factor}
    assert quoted["timing"] == first
    assert quoted["roles"] == "It was a week before anybody knew whose job it was to ring."


def test_no_count_is_told_of_fewer_than_five() -> None:
    line = only(drafted(*LETTERS[:4]), Heading.THEME)

    assert (line.people, line.agencies) == (None, None)


def test_one_person_s_own_point_is_also_said() -> None:
    found = drafted(*CASE, *LETTERS)

    line = resting_on(found, Heading.ALSO_SAID, answer(8))
    assert line.why.rule is Rule.ALONE
    assert line.title.words == "His aunt was never asked what she could manage."


def test_welsh_words_are_kept_and_quoted_as_they_are() -> None:
    line = resting_on(drafted(*CASE), Heading.ALSO_SAID, answer(10))

    assert line.quotations[0].words == CASE[9].text


def test_what_ends_on_a_day_to_come_will_not_wait() -> None:
    line = only(drafted(*CASE), Heading.URGENT)

    assert line.evidence == (answer(9),)
    assert line.why.rule is Rule.DATED
    assert not drafted(said(1, "The hearing was on Friday.")).under(Heading.URGENT)


def test_a_question_goes_to_whoever_could_answer_it_and_never_to_whoever_asks() -> None:
    line = resting_on(drafted(*CASE), Heading.OPEN_QUESTION, answer(7))

    assert [(each.words, each.people) for each in line.asked] == [("adult team", ("p6",))]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("I am new here. Who decides about the list?", Rule.ASKED),
        ("We do not know how the list is decided.", Rule.WONDERED),
        ("Tybed pwy sy'n penderfynu am y rhestr.", Rule.WONDERED),
    ],
)
def test_a_question_is_found_where_nobody_asked_for_one(text: str, rule: Rule) -> None:
    assert only(drafted(said(1, text, heading=None)), Heading.OPEN_QUESTION).why.rule is rule


def test_the_parts_of_a_missed_opportunity_stand_as_they_were_answered() -> None:
    asked = {None: "moment", Part.KNOWN: "known", Part.SENSE: "sense"}
    texts = ("The application was closed.", "Housing knew that he had moved.", "Two missed viewings close it.")
    found = drafted(
        *(
            said(number, text, "p2", prompt=asked[part], part=part)
            for number, (part, text) in enumerate(zip(asked, texts, strict=True), start=1)
        )
    )

    line = only(found, Heading.MISSED_OPPORTUNITY)
    assert [(each.part, each.words) for each in line.quotations] == list(zip(asked, texts, strict=True))


def test_a_tag_gives_the_parts_as_they_were_settled() -> None:
    parts = Opportunity("The school knew.", "The form has no box for it.", "A telephone number.")
    tag = Tag(Heading.MISSED_OPPORTUNITY, parts=parts)
    line = only(drafted(said(1, "The form said nothing.", heading=None, tags=(tag,))), Heading.MISSED_OPPORTUNITY)

    assert [each.words for each in line.quotations] == [parts.known, parts.sense, parts.helped]
    assert line.why.rule is Rule.TAGGED


def test_factors_come_from_tags_and_from_a_list_that_can_be_read() -> None:
    tagged = said(1, "Nobody had it.", tags=(Tag(Heading.CONTRIBUTORY_FACTOR, "roles"),))
    found = drafted(tagged, said(2, "My caseload had doubled.", "p5"))

    by_factor = {line.factor: line for line in found.under(Heading.CONTRIBUTORY_FACTOR)}
    assert by_factor["roles"].why.rule is Rule.TAGGED
    assert (by_factor["workload"].why.rule, by_factor["workload"].why.shared) == (Rule.LISTED, ("caseload", "doubled"))


def test_the_list_of_words_is_of_the_factors_that_a_reply_can_be_tagged_with() -> None:
    assert lexicon.factor_words().names == {each.name for each in lexicon.factors().factors}


def test_whoever_asks_takes_no_side() -> None:
    asks = said(1, "Who in housing rang the ward on Monday about the flat?", "p2", prompt="a", heading=None)
    never = said(2, "Housing never rang the ward on Monday about the flat.", "p6", prompt="b", heading=None)

    assert drafted(asks, never).under(Heading.DIFFERENCE) == ()


def test_two_agencies_that_say_opposite_things_are_shown_side_by_side_and_left_open() -> None:
    told = said(1, "Housing rang the ward on Monday about the flat.", "p2", prompt="a", heading=None)
    never = said(2, "Housing never rang the ward on Monday about the flat.", "p6", prompt="b", heading=None)
    line = only(drafted(told, never), Heading.DIFFERENCE)

    assert {each.part for each in line.quotations} == {Part.ONE_SIDE, Part.OTHER_SIDE}
    assert {each.words for each in line.quotations} == {told.text, never.text}
    assert not drafted(told, replace(never, visibility=UNATTRIBUTED)).under(Heading.DIFFERENCE)
    assert not drafted(told, replace(never, author="p2")).under(Heading.DIFFERENCE)


def test_a_service_that_is_named_and_not_in_the_room_is_a_missing_voice() -> None:
    found = drafted(said(1, "The ambulance crew saw him twice and the school nurse once."))

    assert {line.title.words for line in found.under(Heading.MISSING_VOICE)} >= {"ambulance"}
    assert all(line.title.entitled is Entitled.SERVICE for line in found.under(Heading.MISSING_VOICE))
    assert not drafted(said(1, "Housing saw him twice.")).under(Heading.MISSING_VOICE)


def test_actions_are_what_people_were_asked_for_or_proposed_for_the_person_or_for_services() -> None:
    found = drafted(
        said(1, "One person rings him every Monday.", prompt="change", heading=Heading.CANDIDATE_ACTION),
        said(2, "We could keep a list of who has moved.", "p2", prompt="x", heading=None),
        said(3, "Somebody should have rung.", "p3", prompt="x", heading=None),
    )

    levels = {line.evidence[0]: line.level for line in found.under(Heading.CANDIDATE_ACTION)}
    assert levels == {answer(1): Level.CASE, answer(2): Level.SERVICE}


def test_few_words_are_points_raised_and_many_are_themes() -> None:
    many = [
        said(n, f"Number {n}: {LETTERS[n % 6].text}", f"p{1 + n % 9}", prompt=f"s{n}", heading=None) for n in range(160)
    ]

    assert not drafted(*LETTERS).finished
    assert drafted(*many).finished


def test_nothing_said_is_an_empty_draft() -> None:
    assert drafted() == Draft(())


def test_who_denies_what_others_say_is_not_lost_among_them() -> None:
    denial = said(40, "His letter did not go to the old address.", "p9", prompt="picture", heading=None)
    found = drafted(*LETTERS, denial)

    assert any(denial.text == each.words for line in found.lines for each in line.quotations)


# The same every time

WORDS = "letter address flat aunt college ward school nurse late never rang asked knew waiting list".split()


@st.composite
def rooms(draw: st.DrawFn) -> Room:
    texts = draw(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join), max_size=16))
    return room(
        *(
            said(
                number,
                f"{text.capitalize()}{draw(st.sampled_from('.?!'))}",
                draw(st.sampled_from(PEOPLE)).key,
                prompt=draw(st.sampled_from(["a", "b"])),
                heading=draw(st.sampled_from([None, Heading.STRENGTH, Heading.MISSED_OPPORTUNITY])),
                source=Source(draw(st.sampled_from(SourceKind)), number),
            )
            for number, text in enumerate(texts)
        )
    )


@settings(deadline=None, max_examples=20)
@given(rooms(), st.integers())
def test_the_draft_is_the_same_whatever_order_words_and_people_come_in_and_passes_the_gate(
    words: Room, seed: int
) -> None:
    chance = Random(seed)  # noqa: S311 - to shuffle
    shuffled = replace(
        words,
        said=tuple(chance.sample(words.said, len(words.said))),
        people=tuple(chance.sample(words.people, len(words.people))),
    )
    listening = hear(words)
    found = draft(listening)

    assert written(draft(hear(shuffled))) == written(found)
    assert ground(found, listening).refused == ()


def test_the_draft_is_the_same_in_another_process_with_another_seed_and_more_threads() -> None:
    program = (
        "from bot.synthesis.by_vectors import draft; from bot.synthesis.heard import hear;"
        "from bot.synthesis.written import written; from tests.synthesis.rooms import CASE, room;"
        "import sys; sys.stdout.buffer.write(written(draft(hear(room(*CASE)))))"
    )
    printed = subprocess.run(
        [sys.executable, "-c", program],
        env={
            **os.environ,
            "PYTHONHASHSEED": "4242",
            "OMP_NUM_THREADS": "2",
            "OPENBLAS_NUM_THREADS": "2",
            "PYTHONPATH": str(PROJECT),
        },
        capture_output=True,
        check=True,
    )

    assert printed.stdout == written(draft(hearing(*CASE)))
