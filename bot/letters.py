"""The letters that the use cases write: which one, to whom, under which key."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.synthesis.summary import Finding, Summary
from bot.workshop.action import Action, Level
from bot.workshop.case import Case
from bot.workshop.gap import Gap
from bot.workshop.ids import ChannelId, LetterId, UserId, WorkshopId
from bot.workshop.letter import Letter, LetterKind
from bot.workshop.plan import PlanDoubt
from bot.workshop.reflection import Answer, Round
from bot.workshop.risk import Risk
from bot.workshop.room import Attendance
from bot.workshop.session import Contribution, Place, Stage, Unheard
from bot.workshop.workshop import News, Workshop
from prompts.words import escape

DESK_REST = timedelta(seconds=2)
"""How long changes gather before the desk is updated: Slack allows about 50 updates a minute to a workspace."""

GATHER = timedelta(minutes=2)
"""How long what does not move gathers, so that a facilitator has one message of all their actions."""

PLAN_REST = timedelta(seconds=2)
"""How long changes of a plan gather: who proposes three actions in a row does not move it three times."""

OVERTAKES = timedelta(days=1)
"""A risk goes out before whatever else waits for the same person, even what has waited for long."""

PAGE_LENGTH = 3_400
"""Characters of a page of a summary: screen readers read the text of its message, of which Slack takes 4,000."""

PERSON = ("U", "W")
"""What the ids of people begin with."""

ONCE_MORE = timedelta(minutes=3)
"""What only its reader saw in a thread is easily missed: after that time it is asked again, in private."""

NEAR_THE_END = timedelta(minutes=2)
SHORTEST_TIMED = 8
"""Minutes: in a shorter stage a word about time would only be in the way."""

SPOKEN_LENGTH = 3_600
"""Characters of answers in one message: screen readers read its text, of which Slack takes 4,000."""

SPEAKER_LENGTH = 90

AROUND_A_QUOTATION = 60
"""Characters: where it was said, and what it stands for."""

AROUND_A_LINE = 120
"""Characters: its heading, how many raised it, and what else it rests on."""

PAGE_LINES = 15
"""Each with links; Slack refuses messages of about 13,200 characters with all of them counted, or of fifty blocks."""


def room(case: Case, now: datetime) -> Letter:
    """Goes in the opener's lane, so that the desk cannot overtake it."""
    return Letter(f"room:{case.id}", LetterKind.ROOM, case.opened_by, case.id, now)


def seats(workshop: Workshop, now: datetime) -> Letter:
    """The people of another workshop on a case are brought into its room."""
    key = f"room:{workshop.case}:{workshop.id}"
    return Letter(key, LetterKind.ROOM, workshop.facilitator, workshop.case, now, detail=f"{workshop.id}")


def absent(room: Letter, people: Sequence[UserId], now: datetime) -> Letter:
    """*people* could not be brought into the room."""
    key = room.key.replace("room:", "absent:", 1)
    return Letter(key, LetterKind.ABSENT, room.lane, room.subject, now, detail=",".join(people))


def attendance(workshop: Workshop, who: Attendance, now: datetime) -> Letter:
    """Once for each moment at which the channel was looked at."""
    key = f"{LetterKind.ATTENDANCE}:{workshop.id}:{now:%Y%m%dT%H%M%S}"
    detail = f"{','.join(who.absent)}|{','.join(who.others)}"
    return Letter(key, LetterKind.ATTENDANCE, workshop.facilitator, workshop.id, now, detail=detail)


def interrupted(workshop: Workshop, user: UserId, news: News, *, since: datetime, now: datetime) -> Letter:
    """What happened to the channel of a running session, in which nothing is kept *since*; moot once it goes on."""
    standing = f"{LetterKind.INTERRUPTED}:{workshop.id}:{news}:{since:%Y%m%dT%H%M%S}:{user}"
    return Letter(standing, LetterKind.INTERRUPTED, user, workshop.id, now, detail=news, standing=standing)


def gap(away: Gap, workshop: Workshop, now: datetime) -> Letter:
    """Kept current while what was said meanwhile is read."""
    return _standing(LetterKind.GAP, workshop.facilitator, away.id, now)


def hint(user: UserId, now: datetime) -> Letter:
    """Somebody wrote to the bot, which does not listen there. Once a day is enough to say so."""
    return Letter(f"hint:{user}:{now:%Y-%m-%d}", LetterKind.HINT, user, 0, now)


def case_card(workshop: Workshop, channel: ChannelId, now: datetime) -> Letter:
    return _standing(LetterKind.CASE_CARD, channel, workshop.id, now)


def desk(workshop: Workshop, now: datetime) -> Letter:
    return _standing(LetterKind.DESK, workshop.facilitator, workshop.id, now + DESK_REST)


def deputys_desk(workshop: Workshop, deputy: UserId, now: datetime) -> Letter:
    return _standing(LetterKind.DESK, deputy, workshop.id, now + DESK_REST)


def plan(workshop: Workshop, channel: ChannelId, now: datetime, part: int = 1) -> Letter:
    """The first part stands in the channel, the others in its thread."""
    first = _standing(LetterKind.PLAN, channel, workshop.id, now + PLAN_REST)
    if part == 1:
        return first
    key = f"{first.key}:{part}"
    return replace(first, key=key, detail=f"{part}", standing=key, under=first.key)


def invitation(asked: Round, user: UserId, not_before: datetime) -> Letter:
    standing = f"{LetterKind.INVITATION}:{asked.workshop}:{asked.pack}:{user}"
    kind = LetterKind.INVITATION
    return Letter(standing, kind, user, asked.workshop, not_before, detail=asked.pack, standing=standing)


def afterwards(asked: Round, user: UserId, not_before: datetime) -> Letter:
    """What is asked once the session is over; *asked* is the first of the rounds that stand in one message."""
    standing = f"{LetterKind.AFTERWARDS}:{asked.workshop}:{asked.pack}:{user}"
    kind = LetterKind.AFTERWARDS
    return Letter(standing, kind, user, asked.workshop, not_before, detail=asked.pack, standing=standing)


def unsent(workshop: Workshop, user: UserId, now: datetime) -> Letter:
    """Once: the session of a workshop starts once."""
    return Letter(f"unsent:{workshop.id}:{user}", LetterKind.UNSENT, user, workshop.id, now)


def reminder(asked: Round, user: UserId, not_before: datetime) -> Letter:
    """One a day at most, whoever plans it."""
    standing = f"{LetterKind.REMINDER}:{asked.workshop}:{asked.pack}:{user}:{not_before:%Y-%m-%d}"
    kind = LetterKind.REMINDER
    return Letter(standing, kind, user, asked.workshop, not_before, detail=asked.pack, standing=standing)


def brief(workshop: Workshop, not_before: datetime) -> Letter:
    """Once for each workshop, whoever plans it."""
    return Letter(f"brief:{workshop.id}", LetterKind.BRIEF, workshop.facilitator, workshop.id, not_before)


def own_copy(asked: Round, user: UserId, *, part: int, made_at: datetime, now: datetime) -> Letter:
    """One part of what *user* has written for themselves alone; each brings the next one after it."""
    made = f"{made_at:%Y%m%dT%H%M%S%f}"
    key = f"{LetterKind.OWN_COPY}:{asked.workshop}:{asked.pack}:{user}:{made}:{part}"
    return Letter(key, LetterKind.OWN_COPY, user, asked.workshop, now, detail=f"{asked.pack}|{made}|{part}")


def next_part(copy: Letter, now: datetime) -> Letter:
    """The part of a copy that follows this one."""
    pack, made, part = copy.detail.split("|")
    key = f"{copy.key.rpartition(':')[0]}:{int(part) + 1}"
    return replace(copy, key=key, not_before=now, detail=f"{pack}|{made}|{int(part) + 1}")


def ground_rules(workshop: Workshop, channel: ChannelId, now: datetime) -> Letter:
    return _standing(LetterKind.GROUND_RULES, channel, workshop.id, now)


def earlier(workshop: Workshop, channel: ChannelId, now: datetime) -> Letter:
    """Once: the session of a workshop starts once."""
    return Letter(f"{LetterKind.EARLIER}:{workshop.id}", LetterKind.EARLIER, channel, workshop.id, now)


def stage_card(stage: Stage, channel: ChannelId, now: datetime) -> Letter:
    standing = f"{LetterKind.STAGE_CARD}:{stage.id}"
    return Letter(standing, LetterKind.STAGE_CARD, channel, stage.id, now, standing=standing)


def times(stage: Stage, channel: ChannelId) -> list[Letter]:
    """Two lines in the stage's thread, at half time and two minutes before the end; other minutes, other lines."""
    if stage.minutes < SHORTEST_TIMED:
        return []
    root = f"{LetterKind.STAGE_CARD}:{stage.id}"
    near = stage.ends_at - NEAR_THE_END
    return [
        Letter(
            f"{LetterKind.STAGE_TIME}:{stage.id}:{which}:{stage.minutes}",
            LetterKind.STAGE_TIME,
            channel,
            stage.id,
            at,
            detail=f"{which}:{stage.minutes}",
            under=root,
        )
        for which, at in (("half", stage.half_at), ("near", near))
    ]


def revealed(stage: Stage, shown: Sequence[Answer], channel: ChannelId, now: datetime) -> list[Letter]:
    """What was written in silence, page by page in the stage's thread; ``detail`` holds the answers of each page."""
    root = f"{LetterKind.STAGE_CARD}:{stage.id}"
    kind = LetterKind.REVEALED
    split = _answer_pages(shown)
    return [
        Letter(
            f"{kind}:{stage.id}:{page}",
            kind,
            channel,
            stage.id,
            now,
            detail=f"{page}/{len(split)}:{','.join(str(each.id) for each in some)}",
            under=root,
        )
        for page, some in enumerate(split, start=1)
    ]


def spoken(contribution: Contribution, now: datetime) -> Letter:
    """What a scribe wrote down, in the thread of its stage and kept current there."""
    standing = f"{LetterKind.SPOKEN}:{contribution.id}"
    root = f"{LetterKind.STAGE_CARD}:{contribution.stage}"
    lane, subject = contribution.channel, contribution.id
    return Letter(standing, LetterKind.SPOKEN, lane, subject, now, standing=standing, under=root)


def _answer_pages(shown: Sequence[Answer]) -> list[list[Answer]]:
    split: list[list[Answer]] = []
    room = 0
    for each in shown:
        length = len(escape(each.words)) + SPEAKER_LENGTH
        if not split or length > room:
            split.append([])
            room = SPOKEN_LENGTH
        split[-1].append(each)
        room -= length
    return split


def unrevealed(stage: Stage, user: UserId, why: str, now: datetime) -> Letter:
    """The group did not see what *user* wrote in silence, for them alone."""
    return Letter(f"{LetterKind.UNREVEALED}:{stage.id}:{user}", LetterKind.UNREVEALED, user, stage.id, now, detail=why)


def summary_draft(workshop: Workshop, summary: Summary, now: datetime) -> Letter:
    return _standing(LetterKind.SUMMARY_DRAFT, workshop.facilitator, summary.id, now)


def summary(published: Summary, channel: ChannelId, now: datetime) -> list[Letter]:
    """One letter for each page; the first stands in the channel, the others in its thread."""
    root = standing_summary(published)
    details = len(pages(published.lines))
    first = Letter(root, LetterKind.SUMMARY, channel, published.id, now, detail="1", standing=root)
    rest = [
        replace(first, key=f"{root}:{page}", detail=f"{page}", standing=f"{root}:{page}", under=root)
        for page in range(2, details + 2)
    ]
    return [first, *(rest if details > 1 else [])]


def standing_summary(published: Summary) -> str:
    """The name under which its first page stands in the channel."""
    return f"{LetterKind.SUMMARY}:{published.id}"


def outcome(published: Summary, user: UserId, moment: str, not_before: datetime) -> Letter:
    """What happened with what *user* said; each contributor is told once at each *moment*."""
    key = f"{LetterKind.OUTCOME}:{published.id}:{moment}:{user}"
    return Letter(key, LetterKind.OUTCOME, user, published.id, not_before, detail=moment)


def proposal(action: Action, owner: UserId, now: datetime) -> Letter:
    """Anew each time that the owner is asked; ``detail`` is when that was."""
    return _about_asking(LetterKind.PROPOSAL, action, owner, now)


def plan_doubt(workshop: Workshop, level: Level, doubt: PlanDoubt, now: datetime) -> Letter:
    """Once for each plan and each thing to ask, whatever becomes of it."""
    key = f"{LetterKind.PLAN_DOUBT}:{workshop.id}:{level}:{doubt}"
    detail = f"{level}:{doubt}"
    return Letter(key, LetterKind.PLAN_DOUBT, workshop.facilitator, workshop.id, now, detail=detail)


def offer(action: Action, facilitator: UserId, now: datetime) -> Letter:
    """What the owner would take on instead; one for each time that they were asked, kept current."""
    return _about_asking(LetterKind.OFFER, action, facilitator, now)


def returned(action: Action, facilitator: UserId, now: datetime) -> Letter:
    """That the owner has not answered; kept current until they have."""
    return _about_asking(LetterKind.RETURNED, action, facilitator, now)


def _about_asking(kind: LetterKind, action: Action, lane: UserId, now: datetime) -> Letter:
    asked = f"{action.asked_at:%Y%m%dT%H%M%S%f}" if action.asked_at else ""
    standing = f"{kind}:{action.id}:{lane}{asked and f':{asked}'}"
    return Letter(standing, kind, lane, action.id, now, detail=asked, standing=standing)


def nudges(first: Action, day: date, *, openly_in: ChannelId | None, now: datetime) -> Letter:
    """All that an owner hears of on *day*: one letter, whoever plans it. *first* is one of the actions in it."""
    if first.owner is None:
        raise ValueError("an action without an owner cannot ask anybody")
    key = f"{LetterKind.NUDGE}:{first.owner}:{day}"
    under = f"{LetterKind.PLAN}:{first.workshop}" if openly_in else None
    return Letter(key, LetterKind.NUDGE, openly_in or first.owner, first.id, now, standing=key, under=under)


def escalation(first: Action, to: UserId, day: date, now: datetime) -> Letter:
    """All that does not move and that *to* hears of on *day*."""
    key = f"{LetterKind.ESCALATION}:{to}:{day}"
    return Letter(key, LetterKind.ESCALATION, to, first.id, now + GATHER, standing=key)


def decision(action: Action, decider: UserId, number: int, not_before: datetime) -> Letter:
    """What is needed to go on; *number* is that of the update in which the owner said so."""
    key = f"{LetterKind.DECISION}:{action.id}:{number}"
    return Letter(key, LetterKind.DECISION, decider, action.id, not_before, detail=f"{number}", standing=key)


def mail(action: Action, moment: str, ticket: int, now: datetime) -> Letter:
    """Once for each *moment*, with the ticket of that number. Its lane holds up nothing else, and tells no address."""
    lane = ChannelId(f"{LetterKind.MAIL}:{action.id}")
    return Letter(f"{lane}:{moment}", LetterKind.MAIL, lane, action.id, now, detail=f"{ticket}")


def handover(actions: Sequence[Action], owner: UserId, facilitator: UserId, *, how: str, now: datetime) -> Letter:
    """Once for the same actions of the same owner; *how* they came to be without one."""
    numbers = [str(each.id) for each in actions]
    key = f"{LetterKind.HANDOVER}:{facilitator}:{owner}:{'-'.join(numbers)}:{actions[0].vacated_at:%Y%m%dT%H%M%S}"
    detail = ",".join([how, owner, *numbers])
    return Letter(key, LetterKind.HANDOVER, facilitator, actions[0].id, now, detail=detail, standing=key)


def changed(action: Action, number: int, owner: UserId, now: datetime) -> Letter:
    """The update with that number says what is another now."""
    return Letter(
        f"changed:{action.id}:{number}:{owner}", LetterKind.CHANGED, owner, action.id, now, detail=f"{number}"
    )


def update(action: Action, number: int, reader: UserId, now: datetime) -> Letter:
    """What was said of an action, for its facilitator or its owner; *number* counts the action's updates."""
    key = f"update:{action.id}:{number}:{reader}"
    return Letter(key, LetterKind.UPDATE, reader, action.id, now, detail=f"{number}")


def not_delivered(letter: LetterId, refused: Letter, facilitator: UserId, now: datetime) -> Letter:
    """Once a day for the same kind of thing in the same place: a plan is refused as often as it changes."""
    about = f"{refused.kind}:{refused.subject}" if refused.kind is LetterKind.ROOM else refused.kind
    key = f"not_delivered:{about}:{refused.lane}:{facilitator}:{now.date()}"
    return Letter(key, LetterKind.NOT_DELIVERED, facilitator, letter, now)


def masked(
    workshop: WorkshopId, user: UserId, place: Place, *, revision: str, found: Mapping[str, int], now: datetime
) -> Letter:
    """What was masked in somebody's reply, for them alone; kinds and places, never the words."""
    detail = "|".join([place.channel, place.thread, place.ts, *sorted(found)])
    return Letter(
        f"masked:{place.channel}:{place.ts}:{revision}", LetterKind.MASKED, user, workshop, now, detail=detail
    )


def not_kept(stage: Stage, user: UserId, place: Place, why: Unheard, now: datetime) -> Letter:
    """Once for each stage and reason: who has been told goes on writing because they want to.

    Whoever runs the session says something in most of its stages, and not all that is said in the channel is meant for
    the record: they are told once in all.
    """
    detail = f"{place.channel}|{place.thread}|{place.ts}|{why}"
    where = stage.workshop if why in {Unheard.LEADING, Unheard.BESIDE} else stage.id
    return Letter(f"not_kept:{where}:{why}:{user}", LetterKind.NOT_KEPT, user, stage.id, now, detail=detail)


def kinder(stage: Stage, user: UserId, place: Place, now: datetime) -> Letter:
    """Once for each stage, whatever else *user* writes in it."""
    detail = f"{place.channel}|{place.thread}|{place.ts}"
    return Letter(f"kinder:{stage.id}:{user}", LetterKind.KINDER, user, stage.id, now, detail=detail)


def no_files(workshop: WorkshopId, user: UserId, place: Place, now: datetime) -> Letter:
    """Once for each session."""
    detail = f"{place.channel}|{place.thread}|{place.ts}"
    return Letter(f"no_files:{workshop}:{user}", LetterKind.NO_FILES, user, workshop, now, detail=detail)


def join(workshop: WorkshopId, user: UserId, place: Place, now: datetime) -> list[Letter]:
    """The question to a visitor, and the same once more; the second is moot if the first was answered."""
    key = f"join:{workshop}:{user}"
    detail = f"{place.channel}|{place.thread}|{place.ts}"
    return [
        Letter(key, LetterKind.JOIN, user, workshop, now, detail=f"{detail}|first"),
        Letter(f"{key}:again", LetterKind.JOIN, user, workshop, now + ONCE_MORE, detail=f"{detail}|again"),
    ]


def joined(workshop: Workshop, user: UserId, now: datetime) -> Letter:
    key = f"joined:{workshop.id}:{user}"
    return Letter(key, LetterKind.JOINED, workshop.facilitator, workshop.id, now, detail=user)


def catch_up(workshop: Workshop, user: UserId, now: datetime) -> Letter:
    """Once for each session, whatever *user* does to be in it."""
    return Letter(f"catch_up:{workshop.id}:{user}", LetterKind.CATCH_UP, user, workshop.id, now)


def digest(workshop: Workshop, since: datetime, channel: ChannelId, not_before: datetime) -> Letter:
    """One a day at most; ``detail`` is since when it tells what has moved."""
    key = f"{LetterKind.DIGEST}:{workshop.id}:{not_before:%Y-%m-%d}"
    return Letter(key, LetterKind.DIGEST, channel, workshop.id, not_before, detail=since.isoformat())


def checkpoint(workshop: Workshop, number: int, owner: UserId, not_before: datetime) -> Letter:
    return _at_checkpoint(LetterKind.CHECKPOINT, workshop, number, owner, not_before)


def sightings(workshop: Workshop, number: int, channel: ChannelId, not_before: datetime) -> Letter:
    return _at_checkpoint(LetterKind.SIGHTINGS, workshop, number, channel, not_before)


def checked(workshop: Workshop, number: int, facilitator: UserId, not_before: datetime) -> Letter:
    return _at_checkpoint(LetterKind.CHECKED, workshop, number, facilitator, not_before)


def _at_checkpoint(
    kind: LetterKind, workshop: Workshop, number: int, lane: ChannelId | UserId, not_before: datetime
) -> Letter:
    standing = f"{kind}:{workshop.id}:{number}:{lane}"
    return Letter(standing, kind, lane, workshop.id, not_before, detail=str(number), standing=standing)


def no_effect(action: Action, number: int, facilitator: UserId, now: datetime) -> Letter:
    """Kept current until it is decided what comes of it; ``number`` is the checkpoint at which it was seen."""
    standing = f"{LetterKind.NO_EFFECT}:{action.id}:{number}:{facilitator}"
    return Letter(standing, LetterKind.NO_EFFECT, facilitator, action.id, now, standing=standing)


def other_view(action: Action, number: int, by: UserId, facilitator: UserId, now: datetime) -> Letter:
    standing = f"{LetterKind.OTHER_VIEW}:{action.id}:{number}:{by}:{facilitator}"
    detail = f"{number}|{by}"
    return Letter(standing, LetterKind.OTHER_VIEW, facilitator, action.id, now, detail=detail, standing=standing)


def escalated(action: Action, number: int, to: UserId, now: datetime) -> Letter:
    """The update with that number says what is asked for."""
    key = f"{LetterKind.ESCALATED}:{action.id}:{number}"
    return Letter(key, LetterKind.ESCALATED, to, action.id, now, detail=str(number))


def risk(raised: Risk, user: UserId) -> Letter:
    """For *user*, who is asked to look; at once, whatever the hour."""
    standing = f"{LetterKind.RISK}:{raised.id}:{user}"
    return Letter(standing, LetterKind.RISK, user, raised.id, _ahead(raised.raised_at), standing=standing)


def risk_asked(workshop: WorkshopId, user: UserId, place: Place, revision: str, now: datetime) -> Letter:
    """Once for each edition of a reply; kept current when it is answered, or the words are changed or taken back."""
    standing = f"{LetterKind.RISK_ASKED}:{place.channel}:{place.ts}:{revision}"
    detail = f"{place.channel}|{place.thread}|{place.ts}|{revision}"
    return Letter(standing, LetterKind.RISK_ASKED, user, workshop, _ahead(now), detail=detail, standing=standing)


def risk_raised(raised: Risk, author: UserId) -> Letter:
    """For its author, kept current."""
    standing = f"{LetterKind.RISK_RAISED}:{raised.id}"
    at = _ahead(raised.raised_at)
    return Letter(standing, LetterKind.RISK_RAISED, author, raised.id, at, standing=standing)


def risk_unheard(raised: Risk, user: UserId, now: datetime) -> Letter:
    """Not an update of what stands already: Slack makes no sound for those."""
    return Letter(f"risk_unheard:{raised.id}:{user}", LetterKind.RISK_UNHEARD, user, raised.id, _ahead(now))


def _ahead(at: datetime) -> datetime:
    return at - OVERTAKES


def pages(findings: tuple[Finding, ...]) -> list[tuple[Finding, ...]]:
    """*findings* in as many messages as Slack's limits ask for."""
    split: list[list[Finding]] = [[]]
    for finding in findings:
        page = split[-1]
        full = len(page) == PAGE_LINES or sum(map(_length, page)) + _length(finding) > PAGE_LENGTH
        if page and full:
            split.append([])
        split[-1].append(finding)
    return [tuple(page) for page in split]


def _length(finding: Finding) -> int:
    line = finding.line
    quoted = sum(len(escape(each.words)) + len(each.speaker) + AROUND_A_QUOTATION for each in line.quotations)
    return AROUND_A_LINE + len(escape(line.title.words)) + len(escape(line.claim)) + quoted


def _standing(kind: LetterKind, lane: ChannelId | UserId, subject: int, at: datetime) -> Letter:
    """What stands before a person stands before that person alone: somebody else's is another message."""
    standing = f"{kind}:{subject}:{lane}" if lane.startswith(PERSON) else f"{kind}:{subject}"
    return Letter(standing, kind, lane, subject, at, standing=standing)
