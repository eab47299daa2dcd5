"""Checkpoints: weeks and months after a session, whether what was done has helped; owners first, then everybody."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot import actions, cases, letters
from bot.actions import ActionFile
from bot.planning import look_at_each
from bot.privacy import lookout
from bot.rota import hours_of
from bot.work import Store, Work
from bot.workshop.action import Action
from bot.workshop.checkpoint import (
    OWNERS_TIME,
    Checkpoint,
    Effect,
    LevelNeeded,
    Match,
    OwnersFirst,
    SeenAlready,
    Sighting,
    day_of,
    goes_on,
    may_ask,
    number_on,
    sample,
    to_look_at,
)
from bot.workshop.ids import ActionId, UserId, WorkshopId
from bot.workshop.workshop import Workshop

AT_ONCE = 200
AFTER_TROUBLE = timedelta(hours=1)


@dataclass(frozen=True)
class Seen:
    """What an owner sees: how the measure stands now, and whether that is what was hoped for."""

    effect: Effect
    level: str
    words: str = ""


@dataclass(frozen=True)
class Compared:
    """What somebody else sees."""

    match: Match
    words: str = ""


@dataclass(frozen=True)
class Standing:
    """An action at a checkpoint, with what its owner has said there."""

    action: Action
    seen: Sighting | None


@dataclass(frozen=True)
class Comparison:
    """An action with what its owner sees, before somebody else."""

    found: ActionFile
    seen: Sighting


@dataclass(frozen=True)
class Look:
    """What one checkpoint comes to: whose actions were looked at, whose were not, and a few to look at again."""

    number: int
    seen: tuple[Standing, ...]
    unseen: tuple[Action, ...]
    again: tuple[Action, ...]


async def plan(store: Store) -> int:
    """Ask whom it is time to ask; gives how many workshops were looked at."""
    return await look_at_each(store, lambda work: work.checkpoints.due(work.now, AT_ONCE), look_at, _look_later)


def look_at(work: Work, workshop_id: WorkshopId) -> None:
    """Begin the checkpoint whose day has come, or go on to everybody; and remember when to look again."""
    workshop = work.workshops.get(workshop_id)
    here = work.checkpoints.get(workshop_id)
    today = work.now.astimezone(hours_of(work, workshop.facilitator).zone).date()
    number = number_on(today, session_day(workshop))
    if number > here.number:
        here = _begun(work, workshop, replace(here, number=number, asked_at=work.now, everybody=True))
    if not here.everybody:
        here = _gone_on(work, workshop, here)
    work.checkpoints.put(replace(here, look_at=_next_look(work, workshop, here)))


def look(work: Work, workshop: Workshop, number: int) -> Look:
    """What the checkpoint *number* has come to by now."""
    here, there = work.checkpoints.get(workshop.id), work.actions.of(workshop.id)
    told = {each.action: each for each in work.checkpoints.sightings(workshop.id) if each.effect}
    seen = [Standing(each, told[each.id]) for each in there if each.id in told and told[each.id].number == number]
    asked_on = here.asked_at.date() if here.asked_at and here.number == number else None
    waiting = to_look_at(there, asked_on) if asked_on else []
    answered = {each.action.id for each in seen}
    unseen = [each for each in waiting if each.id not in answered]
    return Look(number, tuple(seen), tuple(unseen), tuple(sample(there, number)))


def session_day(workshop: Workshop) -> date:
    return workshop.ended_at.date() if workshop.ended_at else workshop.held_on


def asked_of(work: Work, workshop: Workshop, owner: UserId, number: int) -> list[Standing]:
    """What *owner* is asked at a checkpoint, or has said there, in the order of the plan."""
    found = look(work, workshop, number)
    mine = [*found.seen, *(Standing(each, None) for each in found.unseen)]
    return sorted((each for each in mine if each.action.owner == owner), key=lambda each: each.action.id)


# What people say


def see(work: Work, by: UserId, action_id: ActionId, seen: Seen) -> ActionFile:
    """The owner says what they see: evidence of an effect, of none, or that it is too early."""
    found = actions.shown(work, by, action_id)
    workshop, before = found.file.workshop, found.action
    after = _with_effect(before, by, seen.effect)
    if not seen.level.strip():
        raise LevelNeeded(field="stands")
    for field, words in (("stands", seen.level), ("sees", seen.words)):
        lookout(work, workshop).refuse(words, field)
    here = work.checkpoints.get(workshop.id)
    sighting = Sighting(
        workshop=workshop.id,
        action=action_id,
        number=here.number,
        by=by,
        at=work.now,
        effect=seen.effect,
        level=" ".join(seen.level.split()),
        words=seen.words.strip(),
    )
    work.checkpoints.see(sighting)
    actions.recorded(work, by, before, after, f"{sighting.level}\n{sighting.words}")
    work.letters.refresh(letters.checkpoint(workshop, here.number, by, work.now))
    if seen.effect is Effect.NONE:
        work.letters.write(letters.no_effect(after, here.number, workshop.facilitator, work.now))
    else:
        number = len(work.actions.updates(after.id))
        work.letters.write(letters.update(after, number, workshop.facilitator, work.now))
    actions.wake(work, workshop.id)
    return actions.plan_refreshed(work, after)


def compare(work: Work, by: UserId, action_id: ActionId, compared: Compared) -> ActionFile:
    """Somebody else says whether they see the same; the facilitator alone reads who said what."""
    found = comparable(work, by, action_id).found
    workshop, action = found.file.workshop, found.action
    lookout(work, workshop).refuse(compared.words, "sees")
    number = work.checkpoints.get(workshop.id).number
    words = compared.words.strip()
    work.checkpoints.see(Sighting(workshop.id, action_id, number, by, work.now, match=compared.match, words=words))
    if compared.match is Match.OTHER:
        work.letters.refresh(letters.other_view(action, number, by, workshop.facilitator, work.now))
    cases.noted(work, workshop)
    return found


def comparable(work: Work, by: UserId, action_id: ActionId) -> Comparison:
    """An action that *by* may be asked about: of their workshop, somebody else's, and its owner has spoken."""
    found = actions.shown(work, by, action_id)
    found.file.workshop.seen_by(by)
    if by == found.action.owner:
        raise SeenAlready
    seen = owners_word(work, found.action)
    if seen is None:
        raise OwnersFirst
    return Comparison(found, seen)


def visible(work: Work, by: UserId, action_id: ActionId) -> ActionFile:
    """An action whose owner is to say what they see."""
    found = actions.shown(work, by, action_id)
    _with_effect(found.action, by, Effect.TOO_EARLY)
    return found


def owners_word(work: Work, action: Action) -> Sighting | None:
    """What its owner has said last."""
    told = [each for each in work.checkpoints.sightings(action.workshop) if each.action == action.id and each.effect]
    return told[-1] if told else None


# What the bot does by itself


def _begun(work: Work, workshop: Workshop, here: Checkpoint) -> Checkpoint:
    """Ask the owners; where there is nothing to ask about, nobody hears of this checkpoint."""
    work.checkpoints.put(here)
    today, session = work.now.date(), session_day(workshop)
    told = work.checkpoints.sightings(workshop.id)
    ripe = to_look_at(work.actions.of(workshop.id), today)
    for owner in _owners([each for each in ripe if may_ask(each, here.number, session, told)]):
        at = hours_of(work, owner).next_moment(work.now)
        work.letters.write(letters.checkpoint(workshop, here.number, owner, at))
    found = look(work, workshop, here.number)
    return replace(here, everybody=not (found.unseen or found.again))


def _gone_on(work: Work, workshop: Workshop, here: Checkpoint) -> Checkpoint:
    """Once every owner has answered, or had their time, ask everybody and tell the facilitator what is left."""
    found = look(work, workshop, here.number)
    if here.asked_at is None or (found.unseen and work.now < here.asked_at + OWNERS_TIME):
        return here
    at = hours_of(work, workshop.facilitator).next_moment(work.now)
    channel = work.cases.get(workshop.case).channel
    if found.seen and channel:
        work.letters.write(letters.sightings(workshop, here.number, channel, at))
    if found.unseen or found.again:
        work.letters.write(letters.checked(workshop, here.number, workshop.facilitator, at))
    return replace(here, everybody=True)


def _next_look(work: Work, workshop: Workshop, here: Checkpoint) -> datetime | None:
    hours = hours_of(work, workshop.facilitator)
    if not here.everybody and here.asked_at is not None:
        return here.asked_at + OWNERS_TIME
    if not goes_on(work.actions.of(workshop.id), here.number):
        return None
    return hours.first_moment(day_of(here.number + 1, session_day(workshop)))


def _with_effect(action: Action, by: UserId, effect: Effect) -> Action:
    match effect:
        case Effect.SHOWN:
            return action.shown(by)
        case Effect.NONE:
            return action.in_vain(by)
        case Effect.TOO_EARLY:
            action.shown(by)
            return action


def _owners(asked: Sequence[Action]) -> list[UserId]:
    return list(dict.fromkeys(each.owner for each in asked if each.owner is not None))


def _look_later(work: Work, workshop_id: WorkshopId) -> None:
    work.checkpoints.put(replace(work.checkpoints.get(workshop_id), look_at=work.now + AFTER_TROUBLE))
