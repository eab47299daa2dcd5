"""The brief: what several wrote about, who could answer what, who is missing; and never who wrote what has no role."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import permutations
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.synthesis import by_vectors
from bot.synthesis.brief import Brief, Counts, Told, brief, counts, listening, told
from bot.synthesis.draft import Draft
from bot.synthesis.gate import ground
from bot.synthesis.heard import InConfidence
from bot.synthesis.passages import quotation
from bot.synthesis.standing import Progress
from bot.workshop.ids import AnswerId, RiskId, UserId, WorkshopId
from bot.workshop.reflection import Answer
from bot.workshop.risk import Risk
from bot.workshop.workshop import Participant, Visibility
from prompts.packs import Library
from tests.workshop.examples import NOON

Drafted = Callable[[InConfidence], Draft]

PACK = Library().pack("lcat-before@2")
NAMED, UNATTRIBUTED, PRIVATE = Visibility.NAMED_ROLE, Visibility.UNATTRIBUTED, Visibility.FACILITATOR_ONLY

NURSE = Participant(UserId("U1"), "Health board", "Community nurse")
HOUSING = Participant(UserId("U2"), "City council", "Housing officer")
TEACHER = Participant(UserId("U3"), "High school", "Teacher")
OFFICER = Participant(UserId("U4"), "Police", "Neighbourhood officer")
WORKER = Participant(UserId("U5"), "Children's services", "Social worker")
CREW = (NURSE, HOUSING, TEACHER, OFFICER, WORKER)

FRIDAY = "He left the ward on a Friday with no plan, and nobody rang the community nurse."
FRIDAY_TOO = "That Friday discharge from the ward. The community nurse heard of it on Tuesday."
LETTERS = "Housing wrote to his old address, and he lost his place on the list."


def answer(number: int, author: Participant, words: str, **other: Any) -> Answer:
    facts: dict[str, Any] = {
        "id": AnswerId(number),
        "workshop": WorkshopId(1),
        "user": author.user,
        "pack": PACK.id,
        "prompt": "moment",
        "words": words,
        "visibility": NAMED,
        "answered_at": NOON,
    }
    return Answer(**facts | other)


def shown(answers: Sequence[Answer], people: Sequence[Participant] = CREW) -> list[Told]:
    """*answers* as the facilitator may read them."""
    authors = {each.user: each for each in people}
    return [told(each, PACK.prompt(each.prompt), authors.get(each.user)) for each in answers]


def made(
    answers: Sequence[Answer],
    people: Sequence[Participant] = CREW,
    *,
    drafted: Drafted = by_vectors.draft,
    **other: Any,
) -> Brief:
    """The brief on *answers*, which have all been sent."""
    may_read = shown(answers, people)
    progress = other.pop("progress", Progress(sent={each.user for each in answers}))
    draft = drafted(listening(may_read, people, other.pop("pseudonym", "")))
    return brief(may_read, draft, people, progress, **other)


class Once:
    """The engine drafts the same of the same, and takes its time: of what it was given before, it is asked once."""

    def __init__(self) -> None:
        self._made: list[tuple[InConfidence, Draft]] = []

    def __call__(self, words: InConfidence) -> Draft:
        known = [draft for given, draft in self._made if given == words]
        if not known:
            known = [by_vectors.draft(words)]
            self._made.append((words, known[0]))
        return known[0]


def quoted(found: Brief) -> list[list[str]]:
    return [sorted(each.words for each in point.evidence) for point in found.turning_points]


# Turning points


def test_what_several_wrote_about_comes_first_and_says_why_and_nothing_is_lost() -> None:
    found = made([answer(1, HOUSING, LETTERS), answer(2, NURSE, FRIDAY), answer(3, WORKER, FRIDAY_TOO)])

    assert quoted(found) == [sorted([FRIDAY, FRIDAY_TOO]), [LETTERS]]
    several, single = found.turning_points
    assert several.by_several
    assert several.people == 2
    assert {"friday", "ward"} <= set(several.shared)
    assert not single.by_several
    assert single.shared == ()


def test_what_one_person_wrote_under_their_role_to_several_questions_is_one_turning_point() -> None:
    known = answer(2, NURSE, "The ward knew on Friday; the community nurse did not.", prompt="known")
    found = made([answer(1, NURSE, FRIDAY), known])

    [point] = found.turning_points
    assert len(point.evidence) == 2
    assert point.people == 1


def test_two_answers_without_a_role_to_different_questions_may_be_one_person_and_are_not_counted_as_two() -> None:
    first = answer(1, NURSE, FRIDAY, visibility=UNATTRIBUTED)
    found = made([first, answer(2, WORKER, FRIDAY_TOO, visibility=UNATTRIBUTED, prompt="known")])

    assert [point.people for point in found.turning_points] == [1]
    both = made([first, answer(2, WORKER, FRIDAY_TOO, visibility=UNATTRIBUTED)])
    assert [point.people for point in both.turning_points] == [2]


def test_the_pseudonym_makes_nothing_alike() -> None:
    answers = [answer(1, NURSE, "Rowan Hill missed the clinic."), answer(2, WORKER, "Rowan Hill lost his bus pass.")]

    assert len(made(answers, pseudonym="Rowan Hill").turning_points) == 2


def test_the_line_quotes_word_for_word_and_never_cuts_a_sentence() -> None:
    assert quotation("It rained. The ward sent the letter to his old address. So.") in (
        "It rained. The ward sent the letter to his old address. So.",
        "It rained. The ward sent the letter to his old address.",
        "The ward sent the letter to his old address.",
    )


# Questions


def test_a_question_is_matched_with_those_whose_service_it_names() -> None:
    asks = answer(1, NURSE, "How does housing decide who is urgent?", prompt="unknown")
    [question] = made([asks]).questions

    assert [(each.service, each.words, each.people) for each in question.services] == [
        ("housing", "housing", (HOUSING,))
    ]


def test_a_question_that_nobody_here_can_answer_says_so_and_is_a_missing_voice() -> None:
    found = made([answer(1, NURSE, "Why does CAMHS close a case after two letters?", prompt="unknown")])

    [question] = found.questions
    assert [(each.service, each.people) for each in question.services] == [("camhs", ())]
    assert [each.service for each in found.missing_voices] == ["camhs"]


def test_a_question_that_names_no_service_we_know_says_that() -> None:
    [question] = made([answer(1, NURSE, "Who decides?", prompt="unknown")]).questions

    assert question.services == ()


def test_nobody_is_asked_to_answer_their_own_question() -> None:
    asks = answer(1, TEACHER, "We at school wonder: how do the school and the police decide?", prompt="unknown")

    [question] = made([asks]).questions
    assert [each.service for each in question.services] == ["police"]
    [own] = made([replace(asks, words="How does the other school decide?")]).questions
    assert [(each.service, each.people) for each in own.services] == [("school", ())]


def test_whoever_asks_without_a_role_is_listed_as_everybody_else_is() -> None:
    asks = answer(1, HOUSING, "How does housing decide?", prompt="unknown", visibility=UNATTRIBUTED)
    by_another = replace(asks, user=NURSE.user)

    assert made([asks]).questions == made([by_another]).questions
    assert made([asks]).questions[0].services[0].people == (HOUSING,)


def test_a_wider_service_can_be_answered_for_by_a_part_of_it() -> None:
    asks = answer(1, TEACHER, "How does the health board choose?", prompt="unknown")

    assert made([asks]).questions[0].services[0].people == (NURSE,)


def test_a_name_that_two_services_go_by_means_the_one_that_is_here() -> None:
    asks = answer(1, TEACHER, "How does the adult team decide who can wait?", prompt="unknown")
    duty = Participant(UserId("U6"), "Adult mental health", "Duty nurse")

    found = made([asks], (*CREW, duty))
    assert [(each.service, each.people) for each in found.questions[0].services] == [("adult-mental-health", (duty,))]
    assert found.missing_voices == ()
    left_open = made([asks])
    assert [each.service for each in left_open.questions[0].services] == ["adult-mental-health", "adult-social-care"]


# Missing voices


def test_a_service_that_people_name_and_nobody_is_from_is_missing_with_its_evidence() -> None:
    strength = answer(3, TEACHER, "The GP always rang back, and so did the ward.", prompt="strength")
    found = made([answer(1, NURSE, FRIDAY), answer(2, WORKER, FRIDAY_TOO), strength])

    missing = {each.service: sorted(answer.source.id for answer in each.evidence) for each in found.missing_voices}
    assert missing == {"ward": [1, 2, 3], "gp": [3]}
    assert [each.service for each in found.missing_voices] == ["ward", "gp"]


def test_a_service_is_not_missing_while_somebody_is_from_a_part_of_it() -> None:
    assert made([answer(1, TEACHER, "The health board and social services knew.")]).missing_voices == ()


# Who has answered


def test_everybody_is_told_of_while_every_answer_stands_under_a_role() -> None:
    progress = Progress(sent={"U1"}, begun={"U1", "U2"}, declined={"U3"})  # type: ignore[arg-type]
    standing = made([answer(1, NURSE, FRIDAY)], progress=progress).standing

    assert (standing.sent, standing.people) == (1, 5)
    assert standing.answered == (NURSE,)
    assert standing.begun == (HOUSING,)
    assert standing.declined == (TEACHER,)
    assert set(standing.not_begun) == {OFFICER, WORKER}
    assert standing.untold == ()


def test_once_somebody_answers_without_a_role_nobody_is_told_of_who_could_have_written_it() -> None:
    hidden = answer(2, HOUSING, LETTERS, visibility=UNATTRIBUTED)
    progress = Progress(sent={"U1", "U2"}, begun={"U3"}, declined={"U4"})  # type: ignore[arg-type]
    standing = made([answer(1, NURSE, FRIDAY), hidden], progress=progress).standing

    assert standing.sent == 2
    assert standing.answered == (NURSE,)
    assert set(standing.untold) == {HOUSING, TEACHER, OFFICER, WORKER}
    assert standing.begun == standing.not_begun == standing.declined == ()


def test_when_everybody_has_answered_the_count_says_it_and_so_do_the_names() -> None:
    answers = [answer(number, each, LETTERS, visibility=UNATTRIBUTED) for number, each in enumerate(CREW)]

    assert set(made(answers).standing.answered) == set(CREW)


words = st.lists(st.sampled_from([FRIDAY, FRIDAY_TOO, LETTERS, "How does CAMHS decide?", "The GP rang."]), max_size=9)
prompts = st.sampled_from(["my-part", "moment", "known", "sense", "strength", "unknown", "worry"])


@settings(deadline=None, max_examples=60)
@given(st.data(), words, st.randoms(use_true_random=False))
def test_the_same_answers_in_any_order_make_the_same_brief(
    data: st.DataObject, said: list[str], chance: Random
) -> None:
    answers = [
        answer(
            number,
            data.draw(st.sampled_from(CREW)),
            each,
            prompt=data.draw(prompts),
            visibility=data.draw(st.sampled_from(Visibility)),
        )
        for number, each in enumerate(said)
    ]
    shuffled, people = list(answers), list(CREW)
    chance.shuffle(shuffled)
    chance.shuffle(people)
    risks = [Risk(RiskId(number), WorkshopId(1), NURSE.user, NOON, "He said so.") for number in (1, 2)]

    engine = Once()
    assert made(shuffled, people, drafted=engine, risks=risks[::-1]) == made(answers, drafted=engine, risks=risks)


@settings(deadline=None, max_examples=60)
@given(st.data(), words)
def test_whoever_wrote_what_has_no_role_the_brief_is_the_same(data: st.DataObject, said: list[str]) -> None:
    """One of four people wrote all that is unattributed: nothing in the brief tells which."""
    asked, engine = [data.draw(prompts) for _ in said], Once()

    def written_by(author: Participant) -> Brief:
        hidden = [
            answer(number, author, each, prompt=prompt, visibility=UNATTRIBUTED)
            for number, (each, prompt) in enumerate(zip(said, asked, strict=True))
        ]
        others = {each.user for each in CREW[1:]} - {author.user}
        progress = Progress(sent={NURSE.user, author.user}, begun=others, declined=frozenset())
        return made([answer(100, NURSE, FRIDAY), *hidden], drafted=engine, progress=progress)

    briefs = [written_by(author) for author in CREW[1:]]
    assert all(each == briefs[0] for each in briefs[1:])


def test_the_order_of_unattributed_words_is_that_of_the_words() -> None:
    texts = ["The ward.", "A letter.", "My aunt."]
    orders = set()
    for ids in permutations((1, 2, 3)):
        answers = [
            answer(number, CREW[number], text, visibility=UNATTRIBUTED) for number, text in zip(ids, texts, strict=True)
        ]
        orders.add(tuple(point.evidence[0].words for point in made(answers).turning_points))

    assert orders == {("A letter.", "My aunt.", "The ward.")}


def test_an_unattributed_answer_has_neither_author_nor_speaker() -> None:
    hidden = told(answer(1, NURSE, FRIDAY, visibility=UNATTRIBUTED), PACK.prompt("moment"), NURSE)

    assert hidden.author is None
    assert hidden.speaker == ""
    for known in (hidden, hidden.heard):
        assert not any(fact in (NURSE.user, NURSE.role, NURSE.agency, NOON) for fact in vars(known).values())


@pytest.mark.parametrize(("visibility", "marked"), [(NAMED, False), (UNATTRIBUTED, False), (PRIVATE, True)])
def test_what_is_for_the_facilitator_alone_is_marked(visibility: Visibility, marked: bool) -> None:  # noqa: FBT001
    [point] = made([answer(1, NURSE, FRIDAY, visibility=visibility)]).turning_points

    assert [each.told.only_for_you for each in point.quotations] == [marked]


def test_what_is_read_in_confidence_passes_no_gate() -> None:
    """The types say so, and this that a mistake would not go unseen."""
    alone = listening(shown([answer(1, NURSE, FRIDAY, visibility=PRIVATE)]), CREW)

    with pytest.raises(AttributeError):
        ground(by_vectors.draft(alone), alone)  # type: ignore[arg-type]


def test_what_there_is_to_read_is_counted_before_anything_is_put_together() -> None:
    asks = answer(3, TEACHER, "Why does CAMHS close a case after two letters?", prompt="unknown")
    to_housing = answer(4, TEACHER, "How does housing decide who is urgent?", prompt="unknown")
    there = shown([answer(1, NURSE, FRIDAY), answer(2, WORKER, FRIDAY_TOO), asks, to_housing])

    assert counts(listening(there, CREW)) == Counts(moments=2, questions=2, unanswered=1, missing=2)


def test_nothing_written_is_an_empty_brief() -> None:
    found = made([])

    assert found.lines == ()
    assert (found.standing.sent, found.standing.people) == (0, 5)


def test_what_is_chosen_and_not_written_is_no_line() -> None:
    scale = Library().pack("signs-of-safety@1").prompt("safety")
    chosen = replace(told(answer(1, NURSE, "3"), PACK.prompt("moment"), NURSE), prompt=scale)

    assert listening([chosen], CREW).heard == ()
