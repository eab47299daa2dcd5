"""The ladder of one workshop: when its owners are asked, where, and who hears of what does not move."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot import actions
from bot.actions import ActionFile
from bot.cases import CaseFile
from bot.work import Work
from bot.workshop.ids import UserId, WorkshopId
from bot.workshop.ladder import BadLadder, Ladder, To, ladder_of
from bot.workshop.refusal import Refusal


class LadderTurned(Refusal):
    """Nobody is asked, or somebody above hears before whoever stands between."""

    key = "refusal-ladder-turned"


@dataclass(frozen=True)
class Reminding:
    """When owners are asked, and whether in the plan's thread from the date on or always in private."""

    ladder: Ladder
    openly: bool


@dataclass(frozen=True)
class Climb:
    """The ladder that a workshop climbs, its own or the house's."""

    file: CaseFile
    ladder: Ladder


def of(work: Work, by: UserId, workshop_id: WorkshopId) -> Climb:
    workshop = work.workshops.get(workshop_id).run_by(by)
    return Climb(CaseFile(work.cases.get(workshop.case), workshop), workshop.ladder or work.house.ladder)


def keep(work: Work, by: UserId, workshop_id: WorkshopId, rungs: Sequence[str], *, openly: bool) -> None:
    """Climb these *rungs* from now on; everything that is followed is looked at anew."""
    workshop = work.workshops.get(workshop_id).run_by(by)
    work.workshops.save(replace(workshop, ladder=chosen(rungs), nudges_openly=openly))
    for each in work.actions.of(workshop.id):
        if each.is_followed:
            work.actions.look_again(each.id, work.now)


def chosen(rungs: Sequence[str]) -> Ladder:
    """The ladder that a form tells of."""
    try:
        return ladder_of(", ".join(rungs))
    except BadLadder:
        raise LadderTurned(field=To.FACILITATOR) from None


def for_board(work: Work, user: UserId) -> list[ActionFile]:
    """What nobody could move, of the workshops that *user* runs and the actions that they sponsor."""
    run = [each.id for each in work.workshops.with_person(user) if each.facilitator == user]
    mine = {each.id: each for workshop in run for each in work.actions.of(workshop)}
    sponsored = {each.id: each for each in work.actions.sponsored_by(user)}
    found = sorted((mine | sponsored).values(), key=lambda each: each.id)
    told = work.nudges.of([each.id for each in found])
    listed = [
        each
        for each in found
        if each.state.is_open
        and any(nudge.rung == To.BOARD and nudge.due == each.due for nudge in told.get(each.id, ()))
    ]
    return [actions.filed(work, each) for each in listed]
