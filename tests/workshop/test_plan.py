"""A plan is asked about where nothing in it can hold by itself, or where it is too long to be carried out."""

from bot.workshop.action import Action, ActionState, Level, Strength
from bot.workshop.plan import ENOUGH, MOST, PlanDoubt, doubts
from tests.workshop.examples import an_action


def test_a_plan_of_weaker_actions_only_is_asked_about_once_it_is_a_plan() -> None:
    weaker = some(ENOUGH, strength=Strength.WEAKER)

    assert doubts(weaker, Level.CASE) == (PlanDoubt.ONLY_WEAKER,)
    assert doubts(weaker[1:], Level.CASE) == ()
    assert doubts([*weaker, *some(1, strength=Strength.INTERMEDIATE)], Level.CASE) == ()
    assert doubts([*weaker, *some(1, strength=None)], Level.CASE) == ()


def test_more_than_eight_are_too_many_and_eight_are_not() -> None:
    assert doubts(some(MOST), Level.CASE) == ()
    assert doubts(some(MOST + 1), Level.CASE) == (PlanDoubt.TOO_MANY,)


def test_the_case_and_the_services_have_a_plan_each() -> None:
    both = [*some(MOST), *some(MOST, level=Level.SERVICE)]

    assert doubts(both, Level.CASE) == doubts(both, Level.SERVICE) == ()
    assert doubts(some(MOST + 1, level=Level.SERVICE), Level.CASE) == ()


def test_what_nobody_has_to_do_does_not_count() -> None:
    for state in (ActionState.DRAFT, ActionState.DECLINED, ActionState.WITHDRAWN, ActionState.DONE):
        assert doubts([*some(MOST), *some(4, state=state)], Level.CASE) == ()


def some(count: int, **other: object) -> list[Action]:
    return [an_action(**{"level": Level.CASE, "strength": Strength.STRONGER} | other) for _ in range(count)]
