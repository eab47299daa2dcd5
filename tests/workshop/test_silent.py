"""No reveal separates an unattributed author from the others who could have written the same."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot import silent
from bot.synthesis.material import SMALLEST_GROUP
from bot.workshop.ids import AnswerId, UserId, WorkshopId
from bot.workshop.reflection import Answer
from bot.workshop.workshop import Participant, Visibility
from tests.workshop.examples import NOON, a_workshop

WORDS = st.sampled_from(["Nobody asked him.", "Three forms for one bed.", "The letter came late.", "I did not know."])
CHOICES = st.one_of(st.none(), st.tuples(st.sampled_from(list(Visibility)), WORDS))
ROUNDS = st.lists(CHOICES, min_size=1, max_size=14)

Choice = tuple[Visibility, str] | None
PEOPLE = tuple(Participant(UserId(f"U{number:02}"), f"Agency {number}", f"Role {number}") for number in range(14))


def a_round(choices: list[Choice], numbers: list[int] | None = None) -> list[Answer]:
    """One answer for each person who made a choice; *numbers* are the ids, which tell who wrote first."""
    written = [(PEOPLE[place], choice) for place, choice in enumerate(choices) if choice is not None]
    ids = numbers or list(range(1, len(written) + 1))
    return [
        Answer(AnswerId(number), WorkshopId(1), person.user, "stage-1@1", silent.PROMPT, words, visibility, NOON)
        for number, (person, (visibility, words)) in zip(ids, written, strict=True)
    ]


def read(choices: list[Choice], written: list[Answer]) -> list[tuple[str, str]]:
    """What the group reads: speaker and words, in their order."""
    workshop = replace(a_workshop(), participants=PEOPLE[: len(choices)])
    roles = {person.user: person.role for person in PEOPLE}
    return [
        (roles[each.user] if each.visibility is Visibility.NAMED_ROLE else "", each.words)
        for each in silent.for_everybody(written, workshop)
    ]


def handed_round(choices: list[Choice], places: list[int]) -> list[Choice]:
    """The same answers, with those at *places* written by one another."""
    turned = list(choices)
    for place, from_whom in zip(places, [*places[1:], *places[:1]], strict=True):
        turned[place] = choices[from_whom]
    return turned


@settings(deadline=None)  # the first look for risks reads their list
@given(choices=ROUNDS, chance=st.randoms(use_true_random=False))
def test_the_order_tells_nothing_of_who_wrote_first(choices: list[Choice], chance: object) -> None:
    written = a_round(choices)
    numbers = [int(each.id) for each in written]
    chance.shuffle(numbers)  # type: ignore[attr-defined]
    later = a_round(choices, numbers)
    later.sort(key=lambda each: each.id)

    assert read(choices, later) == read(choices, written)


@given(choices=ROUNDS)
def test_any_of_those_who_are_not_named_could_have_written_it(choices: list[Choice]) -> None:
    """Whoever wrote it, and whoever wrote nothing or for the facilitator alone, the group reads the same."""
    shown = read(choices, a_round(choices))
    unnamed = [
        place for place, choice in enumerate(choices) if choice is None or choice[0] is not Visibility.NAMED_ROLE
    ]

    for _ in unnamed:
        choices = handed_round(choices, unnamed)
        assert read(choices, a_round(choices)) == shown
    if any(not speaker for speaker, _ in shown):
        assert len(unnamed) >= SMALLEST_GROUP


@given(choices=ROUNDS)
def test_what_is_only_for_the_facilitator_is_shown_to_nobody_else(choices: list[Choice]) -> None:
    open_to_all = [None if each and each[0] is Visibility.FACILITATOR_ONLY else each for each in choices]

    assert read(choices, a_round(choices)) == read(open_to_all, a_round(open_to_all))


@given(choices=ROUNDS)
def test_who_has_not_written_does_not_tell_the_facilitator_who_wrote_without_their_role(choices: list[Choice]) -> None:
    workshop = replace(a_workshop(), participants=PEOPLE[: len(choices)])
    told = silent.writers_of(a_round(choices), workshop)
    unsure = [place for place, choice in enumerate(choices) if choice is None or choice[0] is Visibility.UNATTRIBUTED]

    for _ in unsure:
        choices = handed_round(choices, unsure)
        if any(choice and choice[0] is Visibility.UNATTRIBUTED for choice in choices):
            assert silent.writers_of(a_round(choices), workshop) == told
