"""Notices that concern the bot itself."""

from dataclasses import dataclass

from bot.contents.reading import case_of
from bot.work import Work
from bot.workshop.case import Case
from bot.workshop.gap import Gap
from bot.workshop.ids import ActionId, CaseId, GapId, LetterId
from bot.workshop.letter import Letter, LetterKind


@dataclass(frozen=True)
class Hint:
    """How to use the bot, for somebody who wrote to it."""


@dataclass(frozen=True)
class NotDelivered:
    """A letter that was not taken, for the facilitator. ``reference`` is its case's, where it is a room or a mail."""

    letter: Letter
    reference: str = ""


@dataclass(frozen=True)
class Away:
    """That Slack could not reach the bot while a session ran, and what was found since."""

    case: Case
    gap: Gap


def away(work: Work, letter: Letter) -> Away:
    gap = work.gaps.get(GapId(letter.subject))
    return Away(case_of(work, gap.workshop)[0], gap)


def hint(_work: Work, _letter: Letter) -> Hint:
    return Hint()


def not_delivered(work: Work, letter: Letter) -> NotDelivered:
    refused = work.letters.get(LetterId(letter.subject))
    if refused.kind is LetterKind.ROOM:
        return NotDelivered(refused, work.cases.get(CaseId(refused.subject)).reference)
    if refused.kind is LetterKind.MAIL:
        action = work.actions.get(ActionId(refused.subject))
        return NotDelivered(refused, case_of(work, action.workshop)[0].reference)
    return NotDelivered(refused)
