"""Coming late: who enters the room hears where the session stands, and a visitor who writes is asked to take part."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot import capture, cases, letters
from bot.capture import Reply
from bot.cases import CaseFile
from bot.work import Work
from bot.workshop.ids import ChannelId, UserId, WorkshopId
from bot.workshop.refusal import Refusal
from bot.workshop.workshop import Participant, Phase, Workshop

NOTICE = "joining-1"
"""What somebody reads who joins while the session runs; before answering questions they read the whole notice."""


class NotAskedToJoin(Refusal):
    """Nobody was asked, or the session is over, or they take part already."""

    key = "refusal-not-asked-to-join"


class NoticeNotRead(Refusal):
    """Nobody takes part who has not read what is kept."""

    key = "refusal-join-notice-unread"


@dataclass(frozen=True)
class Newcomer:
    """What somebody says of themselves who wants to take part."""

    agency: str
    role: str
    has_read: bool


@dataclass(frozen=True)
class Visit:
    """Somebody at the door: ``waiting`` is how many of their replies are kept as soon as they join.

    ``by_meaning`` where a small model compares what is written.
    """

    file: CaseFile
    waiting: int
    by_meaning: bool = False


def opened(work: Work, by: UserId, workshop_id: WorkshopId) -> Visit:
    """What the form shows. Whoever has said no may think again."""
    workshop = work.workshops.get(workshop_id)
    answered = work.drafts.get(capture.said_no(workshop_id, by), by)
    held = _held(work, by, workshop_id)
    if workshop.phase is not Phase.LIVE or workshop.includes(by) or not (held or answered is not None):
        raise NotAskedToJoin
    return Visit(CaseFile(work.cases.get(workshop.case), workshop), _replies(held), work.house.by_meaning)


def join(work: Work, by: UserId, workshop_id: WorkshopId, newcomer: Newcomer) -> Visit:
    """Take part from now on. What *by* wrote before they were asked is kept as if they had taken part then."""
    visit = opened(work, by, workshop_id)
    if not newcomer.has_read:
        raise NoticeNotRead(field="read")
    person = Participant(by, newcomer.agency.strip(), newcomer.role.strip())
    workshop = visit.file.workshop.joined(person)
    work.workshops.save(workshop)
    work.reflections.acknowledge(by, NOTICE, work.now)
    work.people.meet([by])
    for each in _held(work, by, workshop_id):
        capture.hear(work, each)
    _forget(work, by, workshop_id)
    work.letters.write(letters.joined(workshop, by, work.now))
    work.letters.write(letters.catch_up(workshop, by, work.now))
    return Visit(cases.moved(work, workshop), visit.waiting)


def arrived(work: Work, user: UserId, channel: ChannelId) -> None:
    """Somebody came into a channel: if its session is running, tell them once where it stands."""
    case = work.cases.in_channel(channel)
    workshop = work.workshops.on_case(case.id) if case else None
    if workshop and workshop.phase is Phase.LIVE and (workshop.participant(user) or not workshop.includes(user)):
        work.letters.write(letters.catch_up(workshop, user, work.now))


def decline(work: Work, by: UserId, workshop_id: WorkshopId) -> None:
    """Erase what *by* wrote, and ask no more."""
    opened(work, by, workshop_id)
    _forget(work, by, workshop_id)
    work.drafts.put(capture.said_no(workshop_id, by), by, {}, work.now)


def over(work: Work, workshop: Workshop) -> None:
    """The session has ended: what waited for an answer is erased."""
    work.drafts.drop_all(capture.at_the_door(workshop.id))
    work.drafts.drop_all(capture.those_who_said_no(workshop.id))


def _forget(work: Work, user: UserId, workshop_id: WorkshopId) -> None:
    work.drafts.drop_all(capture.at_the_door(workshop_id, user))
    work.drafts.drop(capture.said_no(workshop_id, user))


def _held(work: Work, user: UserId, workshop_id: WorkshopId) -> list[Reply]:
    return [
        capture.kept_reply({**body, "user": user})
        for body in work.drafts.of(user, capture.at_the_door(workshop_id, user))
    ]


def _replies(held: Sequence[Reply]) -> int:
    """How many there are, each as its author last left it."""
    in_order = sorted(held, key=lambda each: (each.words is None, float(each.revision)))
    return sum(1 for last in {each.ts: each for each in in_order}.values() if last.words)
