"""Withdrawing what one has said in a session: an author's words leave everything but what stands published."""

from dataclasses import dataclass

from bot import capture, cases
from bot.capture import Reply
from bot.cases import CaseFile
from bot.synthesis.summary import SummaryState
from bot.work import Work
from bot.workshop.audit import Deed, Entry
from bot.workshop.ids import MessageTs, UserId
from bot.workshop.refusal import Refusal
from bot.workshop.session import Contribution, Place
from bot.workshop.summary import Source, SourceKind


class NotYourWords(Refusal):
    """Only their author takes words back."""

    key = "refusal-not-your-words"


class NothingKept(Refusal):
    """The message was never kept, or has been taken back before."""

    key = "refusal-nothing-kept"


@dataclass(frozen=True)
class Withdrawal:
    """A reply that can be taken back. ``quoted`` where a published summary has it: that stays as it is."""

    file: CaseFile
    place: Place
    quoted: bool


def asked(work: Work, by: UserId, author: UserId, place: Place) -> Withdrawal:
    """What *by* could take back of the message at *place*, which *author* wrote."""
    if author != by:
        raise NotYourWords
    kept = work.contributions.at(place.channel, place.ts)
    if kept is not None:
        return _of(work, by, kept, place)
    # It may still be on its way into the store.
    reply = _taken_back(work, by, place)
    meeting = work.stages.meeting(place.channel, place.thread, by)
    if meeting is None or meeting.stage is None or not meeting.hears(reply.said_at):
        raise NothingKept
    return Withdrawal(cases.on_workshop(work, meeting.id, by), place, quoted=False)


def withdraw(work: Work, by: UserId, place: Place) -> Withdrawal:
    """Erase it as its deletion would; no copy of the message that reaches us later brings it back."""
    found = asked(work, by, by, place)
    capture.hear(work, _taken_back(work, by, place))
    gone = work.contributions.at(place.channel, place.ts)
    subject = gone.id if gone else None
    work.audit.record(Entry(work.now, by, Deed.WORDS_WITHDRAWN, found.file.workshop.id, subject))
    return found


def _of(work: Work, by: UserId, kept: Contribution, place: Place) -> Withdrawal:
    if kept.user != by:
        raise NotYourWords
    if not kept.words:
        raise NothingKept
    source = Source(SourceKind.CONTRIBUTION, kept.id)
    published = [each for each in work.summaries.of(kept.workshop) if each.state is SummaryState.PUBLISHED]
    quoted = any(source in line.quoted for each in published for line in each.lines)
    return Withdrawal(cases.on_workshop(work, kept.workshop, by), place, quoted)


def _taken_back(work: Work, by: UserId, place: Place) -> Reply:
    revision = MessageTs(f"{work.now.timestamp():.6f}")
    return Reply(place.channel, place.thread, place.ts, by, words=None, revision=revision)
