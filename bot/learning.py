"""A longer reflection for oneself alone: nobody else reads it; its author has copies of it, and erases it."""

from bot import cases, letters, reflections, rounds
from bot.cases import CaseFile, NotYours
from bot.reflections import ReflectionForm
from bot.rounds import LEARNING
from bot.work import Work
from bot.workshop.audit import Deed, Entry
from bot.workshop.ids import ChannelId, UserId, WorkshopId
from bot.workshop.reflection import WRITTEN_DURING, NothingWritten, Occasion, Round
from bot.workshop.refusal import Refusal


class NoSessionYet(Refusal):
    """There is nothing yet to look back on."""

    key = "refusal-no-session-yet"


def sessions(work: Work, user: UserId) -> list[CaseFile]:
    """The cases with a session behind them in which *user* had a part, newest first."""
    return [each for each in cases.of_person(work, user) if each.workshop.phase in WRITTEN_DURING[Occasion.ALONE]]


def meant(work: Work, user: UserId, *, channel: ChannelId | None = None, named: str = "") -> Round:
    """The session to look back on: of the case that is named, of the one whose channel this is, or the newest."""
    files = sessions(work, user)
    if named:
        files = [each for each in files if each.case.reference == named.upper()]
        if not files:
            raise NotYours(reference=named.upper()[: cases.LONGEST_REFERENCE])
    if not files:
        raise NoSessionYet
    here = [each for each in files if channel and each.case.channel == channel]
    return of_session(work, user, (here or files)[0].workshop.id)


def of_session(work: Work, user: UserId, workshop_id: WorkshopId) -> Round:
    """What *user* has begun for themselves after this session; where there is nothing, the questions for it."""
    begun = [each.pack for each in work.answers.of_person(workshop_id, user)]
    asked = [each for each in begun if not rounds.is_silent(each)]
    private = [each for each in asked if work.house.packs.pack(each).private]
    return Round(workshop_id, private[0] if private else LEARNING)


def export(work: Work, user: UserId, asked: Round) -> ReflectionForm:
    """Send *user* everything that they have written, part by part, and note that a copy was made."""
    form = reflections.opened(work, user, asked)
    if form.occasion is not Occasion.ALONE:
        raise NoSessionYet
    if not form.answers:
        raise NothingWritten
    work.audit.record(Entry(work.now, user, Deed.EXPORTED, asked.workshop))
    work.letters.write(letters.own_copy(asked, user, part=1, made_at=work.now, now=work.now))
    return form
