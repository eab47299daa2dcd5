"""The rounds of questions of a workshop: what each is for, when it is asked, and until when."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.work import Work
from bot.workshop.ids import UserId
from bot.workshop.reflection import WRITTEN_DURING, Occasion, Reflection, Round
from bot.workshop.session import Stage
from bot.workshop.workshop import Workshop
from prompts.pack import Moment, Pack

AFTER = "after-what-so-what-now-what@1"
"""What is asked after the session unless the facilitator chooses something else."""

PULSE = "pulse@1"
"""What is asked with it."""

LEARNING = "after-gibbs@1"
"""What somebody may ask for to look back for themselves alone."""

OFFERED: tuple[Moment, ...] = ("before", "live", "after")
NO_QUESTIONS = "none"

OPEN_FOR = timedelta(days=6)
"""What is asked on the day after the session closes a week after it."""

SILENT = "stage-"
"""Begins the name of every silent round; no pack may be called so."""

A_DAY_LATER = timedelta(days=1)
"""When a pack for after the session is asked that does not say so itself."""


def occasion(pack: Pack) -> Occasion:
    """What the questions of *pack* are for."""
    if pack.private:
        return Occasion.ALONE
    if pack.smallest_group is not None:
        return Occasion.TOGETHER
    return Occasion.BEFORE if pack.moment == "before" else Occasion.AFTER


def chosen(work: Work, pack_id: str) -> tuple[str, ...]:
    """The packs for after the session, where the facilitator has chosen *pack_id*: it comes with a pulse."""
    if pack_id == NO_QUESTIONS:
        return ()
    is_one = occasion(work.house.packs.pack(pack_id)) is Occasion.TOGETHER
    return (pack_id,) if is_one else (pack_id, PULSE)


def afterwards(work: Work, workshop: Workshop) -> list[Pack]:
    """What the participants are asked once the session is over; not what could never be shown of so few."""
    packs = [work.house.packs.pack(each) for each in workshop.after]
    return [each for each in packs if len(workshop.participants) >= (each.smallest_group or 0)]


def pulse(work: Work, workshop: Workshop) -> Pack | None:
    """What of that is shown only together."""
    return next((each for each in afterwards(work, workshop) if occasion(each) is Occasion.TOGETHER), None)


def of(work: Work, workshop: Workshop) -> list[Pack]:
    """Every pack that the participants are asked, in the order of the workshop."""
    return [work.house.packs.pack(workshop.pack), *afterwards(work, workshop)]


def open_now(work: Work, workshop: Workshop) -> list[Pack]:
    """Those of them that can be answered now."""
    in_time = [each for each in of(work, workshop) if workshop.phase in WRITTEN_DURING[occasion(each)]]
    return [each for each in in_time if not over(work, workshop, each)]


def over(work: Work, workshop: Workshop, pack: Pack) -> bool:
    """Whether what is shown only together has closed: by its date, with the workshop, or as everybody has answered."""
    if occasion(pack) is not Occasion.TOGETHER:
        return False
    if workshop.phase not in WRITTEN_DURING[Occasion.TOGETHER] or today(work) > closes_on(work, workshop, pack):
        return True
    return {each.user for each in workshop.participants} <= work.answers.people(workshop.id, pack.id)


def closes_on(work: Work, workshop: Workshop, pack: Pack) -> date:
    """The last day on which a pack that is shown only together is open."""
    return asked_on(work, workshop, pack) + OPEN_FOR


def today(work: Work) -> date:
    return work.now.astimezone(ZoneInfo(work.house.hours.zone)).date()


def read_by_facilitator(work: Work, workshop: Workshop) -> list[Pack]:
    """Those of them whose answers the facilitator reads."""
    return [each for each in of(work, workshop) if occasion(each) in {Occasion.BEFORE, Occasion.AFTER}]


def mailings(work: Work, workshop: Workshop) -> list[tuple[Pack, ...]]:
    """What is asked after the session, message by message: packs that are due on the same day go together."""
    packs = afterwards(work, workshop)
    days = dict.fromkeys(asked_on(work, workshop, each) for each in packs)
    return [tuple(each for each in packs if asked_on(work, workshop, each) == day) for day in days]


def mailed_with(work: Work, workshop: Workshop, pack_id: str) -> tuple[Pack, ...]:
    """The packs that stand in one message with this one, itself among them."""
    for mailing in mailings(work, workshop):
        if pack_id in {each.id for each in mailing}:
            return mailing
    return (work.house.packs.pack(pack_id),)


def asked_on(work: Work, workshop: Workshop, pack: Pack) -> date:
    """The day on which a pack for after the session is due; people without work then are asked on their next."""
    ended = ended_on(work, workshop)
    return pack.due_on(ended) or ended + A_DAY_LATER


def due_on(work: Work, workshop: Workshop, pack: Pack) -> date:
    """The day on which the answers are due: before the session, or when they are asked for after it."""
    return workshop.held_on if occasion(pack) is Occasion.BEFORE else asked_on(work, workshop, pack)


def until(work: Work, workshop: Workshop, pack: Pack) -> date:
    """The day that a form tells of: of the session, or the last of what is shown only together."""
    return closes_on(work, workshop, pack) if occasion(pack) is Occasion.TOGETHER else workshop.held_on


def ended_on(work: Work, workshop: Workshop) -> date:
    """The day on which the session was closed; the day that it was planned for while nobody has closed it."""
    if workshop.ended_at is None:
        return workshop.held_on
    return workshop.ended_at.astimezone(ZoneInfo(work.house.hours.zone)).date()


def of_stage(stage: Stage) -> Round:
    """The silent round of one stage: one question of its own, whichever agenda it came from."""
    return Round(stage.workshop, f"{SILENT}{stage.id}@1")


def is_silent(pack_id: str) -> bool:
    """Whether it is the question of a silent round, which no pack holds."""
    return pack_id.startswith(SILENT)


def begun(work: Work, asked: Round, user: UserId) -> Reflection:
    """What *user* has made of these questions so far; new where they have made nothing of them."""
    found = work.reflections.get(asked.workshop, user, asked.pack)
    return found or Reflection(asked.workshop, user, asked.pack)


def on_offer(work: Work) -> Mapping[Moment, Sequence[Pack]]:
    """The packs that a facilitator may choose when opening a case, for each of its moments."""
    return {moment: work.house.packs.on_offer(moment) for moment in OFFERED}
