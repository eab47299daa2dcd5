"""A risk now, as whoever is asked to look reads it, and as its author does; and the question whether there is one."""

from dataclasses import dataclass
from datetime import datetime

from bot.contents.reading import case_of, place_of, stands
from bot.rota import hours_of
from bot.work import Work
from bot.workshop.case import Case
from bot.workshop.ids import RiskId, UserId
from bot.workshop.letter import Letter
from bot.workshop.risk import Risk
from bot.workshop.session import Place
from bot.workshop.workshop import Workshop
from prompts.phrasings import Wording, asking


@dataclass(frozen=True)
class Times:
    """Moments of a risk on the wall clock of whoever reads of it."""

    raised: datetime
    seen: datetime | None
    next_look: datetime | None


@dataclass(frozen=True)
class RiskNow:
    """A risk for somebody who is asked to look. Contacts may have no part in the case: this is all they see of it.

    ``last`` is whom it was passed on to after them, if it was.
    """

    case: Case
    workshop: Workshop
    risk: Risk
    times: Times
    last: UserId | None = None


@dataclass(frozen=True)
class RiskRaised:
    """What happens with a risk, for its author. ``first`` were told at once, ``last`` is whom it was passed on to."""

    case: Case
    workshop: Workshop
    risk: Risk
    times: Times
    first: tuple[UserId, ...]
    last: UserId | None
    following: UserId | None


@dataclass(frozen=True)
class RiskUnheard:
    """Nobody has looked and nobody is left to ask, for its author and for the facilitator."""

    case: Case
    workshop: Workshop
    risk: Risk
    times: Times
    mine: bool


@dataclass(frozen=True)
class RiskAsked:
    """Whether a reply is about a risk, for its author. ``wordings`` are theirs, none once they have changed them."""

    case: Case
    workshop: Workshop
    place: Place
    wordings: tuple[Wording, ...]
    answer: bool | None


def risk_asked(work: Work, letter: Letter) -> RiskAsked | None:
    """Nothing where the words were changed or taken back, or it was answered, before anything was sent."""
    place, (revision,) = place_of(letter)
    said = work.contributions.at(place.channel, place.ts)
    current = said is not None and said.revision == revision and bool(said.words)
    answer = said.risk if said and current else None
    if (not current or answer is not None) and not stands(work, letter):
        return None
    wordings = asking(said.words) if said and said.words and current else ()
    return RiskAsked(*case_of(work, letter.subject), place, wordings, answer)


def risk_now(work: Work, letter: Letter) -> RiskNow:
    case, workshop, risk, times = _read(work, letter)
    last = _last(risk, workshop)
    return RiskNow(case, workshop, risk, times, last=None if last == letter.lane else last)


def risk_raised(work: Work, letter: Letter) -> RiskRaised:
    case, workshop, risk, times = _read(work, letter)
    return RiskRaised(
        case=case,
        workshop=workshop,
        risk=risk,
        times=times,
        first=risk.first_in(workshop),
        last=_last(risk, workshop),
        following=risk.next_in(workshop),
    )


def risk_unheard(work: Work, letter: Letter) -> RiskUnheard | None:
    case, workshop, risk, times = _read(work, letter)
    if not risk.unheard:
        return None
    return RiskUnheard(case, workshop, risk, times, mine=risk.raised_by == letter.lane)


def _last(risk: Risk, workshop: Workshop) -> UserId | None:
    """The contact whom it was passed on to last."""
    asked = risk.then_in(workshop)[: risk.asked]
    return asked[-1] if asked else None


def _read(work: Work, letter: Letter) -> tuple[Case, Workshop, Risk, Times]:
    risk = work.risks.get(RiskId(letter.subject))
    zone = hours_of(work, UserId(letter.lane)).zone
    times = Times(
        raised=risk.raised_at.astimezone(zone),
        seen=risk.seen_at.astimezone(zone) if risk.seen_at else None,
        next_look=risk.look_at.astimezone(zone) if risk.look_at else None,
    )
    return *case_of(work, risk.workshop), risk, times
