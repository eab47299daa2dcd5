"""The plan in its channel: one message kept current, or as many parts as its actions need, each of them whole."""

from collections.abc import Sequence
from itertools import count

from bot import letters
from bot.work import Work
from bot.workshop.action import Action, Level
from bot.workshop.ids import ChannelId, WorkshopId
from bot.workshop.letter import Letter
from bot.workshop.workshop import Workshop
from prompts.words import escape

PART_LENGTH = 3_400
"""Characters of the actions in a part: screen readers read the text of its message, of which Slack takes 4,000."""

AROUND_AN_ACTION = 180
"""Characters: its owner, date and state, and the words between them."""


def refresh(work: Work, workshop: Workshop, channel: ChannelId) -> None:
    """Bring every part up to date, also those that the plan needs no more."""
    needed = len(parts(planned(work, workshop.id)))
    for number in count(1):
        part = letters.plan(workshop, channel, work.now, number)
        if number > needed and not stands(work, part):
            return
        work.letters.refresh(part)


def planned(work: Work, workshop: WorkshopId) -> list[Action]:
    """What the group is to read: no draft, and nothing declined or withdrawn."""
    return [each for each in work.actions.of(workshop) if each.state.is_planned]


def stands(work: Work, part: Letter) -> bool:
    """Whether that part is where it belongs.

    What is in a channel that the case had before, or below a first message that somebody has deleted, is left behind.
    """
    post = work.letters.post(part.standing) if part.standing else None
    first = work.letters.post(part.under) if part.under else None
    below = post is not None and (first is None or float(first.ts) <= float(post.ts))
    return post is not None and post.channel == part.lane and below


def parts(actions: Sequence[Action]) -> list[tuple[Action, ...]]:
    """One for all of it where that has room, and otherwise none with actions of both levels."""
    if sum(map(_length, actions)) <= PART_LENGTH:
        return [tuple(actions)]
    return [part for level in Level for part in _filled([each for each in actions if each.level is level])]


def _filled(actions: Sequence[Action]) -> list[tuple[Action, ...]]:
    split: list[list[Action]] = []
    room = 0
    for each in actions:
        length = _length(each)
        if not split or length > room:
            split.append([])
            room = PART_LENGTH
        split[-1].append(each)
        room -= length
    return [tuple(part) for part in split]


def _length(action: Action) -> int:
    outside = escape(action.outsider.name) if action.outsider else ""
    return AROUND_AN_ACTION + sum(map(len, (escape(action.change), escape(action.measure), outside)))
