"""Running a live session: its stages one after the other, in their time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot import agendas, cases, invitations, joining, letters, silent
from bot.cases import CaseFile
from bot.silent import Unrevealed
from bot.work import Work
from bot.workshop.ids import MessageTs, StageId, UserId, WorkshopId
from bot.workshop.refusal import Refusal
from bot.workshop.session import NoStageOpen, Stage, open_stage
from bot.workshop.workshop import News, Phase, Workshop

FIVE_MINUTES = 5


class MovedOn(Refusal):
    """The stage that was asked for is open already."""

    key = "refusal-moved-on"


class NoMoreStages(Refusal):
    """The last stage is open already; what comes next is closing the session."""

    key = "refusal-no-more-stages"


def start(work: Work, by: UserId, workshop_id: WorkshopId) -> CaseFile:
    """Start the session with its ground rules, what became of earlier actions, and the agenda's first stage."""
    before = work.workshops.get(workshop_id)
    workshop = before.start(by)
    room = cases.room_of(work, workshop)
    work.letters.write(letters.ground_rules(workshop, room, work.now))
    work.letters.write(letters.earlier(workshop, room, work.now))
    invitations.too_late(work, workshop)
    _open_next(work, replace(workshop, upcoming=agendas.to_come(work, before)), position=1)
    return cases.moved(work, workshop)


def next_stage(
    work: Work, by: UserId, workshop_id: WorkshopId, after: int | None = None, unrevealed: Unrevealed | None = None
) -> CaseFile:
    """Close the stage that listens and open the next one.

    *after* is the position of the stage that was seen when this was asked for, so that a second tap on the same button
    does not skip one. Raises ``MovedOn`` then. *unrevealed* says what becomes of what was written in silence.
    """
    workshop = work.workshops.get(workshop_id).run_by(by).during(Phase.LIVE).uninterrupted()
    stages = work.stages.of(workshop.id)
    if after is not None and len(stages) != after:
        raise MovedOn(number=len(stages))
    if not workshop.upcoming:
        raise NoMoreStages
    _close_open_stage(work, workshop, unrevealed)
    _open_next(work, workshop, position=len(stages) + 1)
    return cases.noted(work, workshop)


def rooted(work: Work, stage_id: StageId, root: MessageTs) -> None:
    """The card of a stage stands in the channel: from now on replies to it are known, and the last card links to it."""
    stage = work.stages.get(stage_id)
    if stage.root not in {None, root} and answered_thread(work, stage_id) is not None:
        return  # the first card was deleted, and this one stands in its thread
    work.stages.save(stage.rooted_at(root))
    workshop = work.workshops.get(stage.workshop)
    before = next((each for each in work.stages.of(workshop.id) if each.position == stage.position - 1), None)
    if before:
        work.letters.refresh(letters.stage_card(before, cases.room_of(work, workshop), work.now))


def answered_thread(work: Work, stage_id: StageId) -> MessageTs | None:
    """The thread of a stage in which there are words that are kept: it goes on even where its card was deleted."""
    stage = work.stages.get(stage_id)
    said = [each for each in work.contributions.of(stage.workshop) if each.stage == stage_id]
    return stage.root if any(each.words is not None for each in said) else None


def longer(work: Work, by: UserId, workshop_id: WorkshopId) -> CaseFile:
    """Give the stage that is open five minutes more."""
    return _change_stage(work, by, workshop_id, lambda stage: stage.longer(FIVE_MINUTES))


def pause(work: Work, by: UserId, workshop_id: WorkshopId) -> CaseFile:
    """Keep nothing of what is said from now on, until it is resumed."""
    return _change_stage(work, by, workshop_id, lambda stage: stage.pause(work.now))


def resume(work: Work, by: UserId, workshop_id: WorkshopId) -> CaseFile:
    work.workshops.get(workshop_id).run_by(by).uninterrupted()
    return _change_stage(work, by, workshop_id, lambda stage: stage.resumed(work.now))


def close(work: Work, by: UserId, workshop_id: WorkshopId, unrevealed: Unrevealed | None = None) -> CaseFile:
    """Close the session, ask for the draft of its summary, and ask people to look back when they have slept on it."""
    workshop = work.workshops.get(workshop_id).close_session(by, work.now)
    _close_open_stage(work, workshop, unrevealed)
    work.workshops.save(workshop)
    interruption_over(work, workshop)
    joining.over(work, workshop)
    # They need not stay pinned.
    work.letters.refresh(letters.ground_rules(workshop, cases.room_of(work, workshop), work.now))
    work.summaries.request(workshop.id, work.now)
    invitations.invite_afterwards(work, workshop)
    return cases.moved(work, workshop)


def paused_since(work: Work, workshop: Workshop) -> datetime:
    """When keeping was paused last."""
    pauses = [begun for stage in work.stages.of(workshop.id) for begun, _ in stage.pauses]
    return max(pauses, default=work.now)


def interruption_over(work: Work, workshop: Workshop) -> None:
    """The session goes on or has ended: what its leaders were told of the channel asks for nothing any more."""
    if workshop.interrupted is None:
        return
    since = paused_since(work, workshop)
    for user in filter(None, (workshop.facilitator, workshop.deputy)):
        for news in (workshop.interrupted, News.MENDED):
            notice = letters.interrupted(workshop, user, news, since=since, now=work.now)
            if notice.standing and work.letters.post(notice.standing):
                work.letters.refresh(notice)


def _open_next(work: Work, workshop: Workshop, *, position: int) -> None:
    following, *rest = workshop.upcoming
    work.workshops.save(replace(workshop, upcoming=tuple(rest)))
    stage = work.stages.add(
        Stage(
            StageId(0),
            workshop.id,
            position,
            following.name,
            work.now,
            minutes=following.minutes,
            listens=following.listens,
            finds=following.finds,
            question=following.question,
        )
    )
    work.letters.write(letters.stage_card(stage, cases.room_of(work, workshop), work.now))
    _announce_time(work, workshop, stage)


def _change_stage(work: Work, by: UserId, workshop_id: WorkshopId, change: Callable[[Stage], Stage]) -> CaseFile:
    """Apply *change* to the stage that is open; its card and the desk say what holds now."""
    workshop = work.workshops.get(workshop_id).run_by(by).during(Phase.LIVE)
    stage = open_stage(work.stages.of(workshop.id))
    if stage is None:
        raise NoStageOpen
    changed = change(stage)
    if changed != stage:
        work.stages.save(changed)
        work.letters.refresh(letters.stage_card(changed, cases.room_of(work, workshop), work.now))
        if changed.minutes != stage.minutes:
            _forget_time(work, workshop, stage)
            _announce_time(work, workshop, changed, halved=stage.half_at <= work.now)
    return cases.noted(work, workshop)


def _announce_time(work: Work, workshop: Workshop, stage: Stage, *, halved: bool = False) -> None:
    """Have the thread told when half of the stage's time is over, and shortly before its end, if that is wanted.

    Where half of what it had before was over, it is not said twice.
    """
    times = letters.times(stage, cases.room_of(work, workshop))
    for letter in times[1:] if halved else times:
        if letter.not_before > work.now:
            work.letters.write(letter)


def _forget_time(work: Work, workshop: Workshop, stage: Stage) -> None:
    """What was to be said about the time of *stage* as it was."""
    work.letters.withdraw([each.key for each in letters.times(stage, cases.room_of(work, workshop))])


def _close_open_stage(work: Work, workshop: Workshop, unrevealed: Unrevealed | None) -> None:
    stage = open_stage(work.stages.of(workshop.id))
    if stage:
        stage = silent.settled(work, workshop, stage, unrevealed)
        work.stages.save(stage.closed(work.now))
        _forget_time(work, workshop, stage)
        # Its card must not go on inviting replies.
        work.letters.refresh(letters.stage_card(stage, cases.room_of(work, workshop), work.now))
