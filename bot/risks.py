"""Risks now: raised in any form, shown to somebody at once, and passed on until somebody has looked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from bot import actions, letters, summaries
from bot.planning import look_at_each
from bot.privacy import lookout
from bot.rota import hours_of
from bot.work import Store, Work
from bot.workshop.audit import Deed, Entry
from bot.workshop.ids import ActionId, RiskId, StageId, UserId, WorkshopId
from bot.workshop.letter import Letter, LetterKind
from bot.workshop.refusal import Refusal
from bot.workshop.risk import NotAsked, Risk
from bot.workshop.session import Contribution, Place
from bot.workshop.summary import Source, SourceKind
from bot.workshop.workshop import Workshop
from prompts.phrasings import Wording, asking

AT_ONCE = 50
AFTER_TROUBLE = timedelta(minutes=1)

SAME = timedelta(hours=1)
"""The same words of the same person within this time are the same risk: a form sent twice, or sent again masked."""

SOON = timedelta(seconds=30)
"""How long a risk may be held up by what Slack did not take of another message to the same person."""


class NoWordsForRisk(Refusal):
    """Whoever is asked to look has to read what it is about."""

    key = "refusal-risk-without-words"


class ReplyGone(Refusal):
    """The reply that somebody was asked about is not kept any more."""

    key = "refusal-reply-gone"


@dataclass(frozen=True)
class Said:
    """The words of a form by their question, and whether they are about a risk: ``None`` where nothing was said."""

    words: Mapping[str, str]
    risk: bool | None

    @property
    def text(self) -> str:
        return "\n".join(words.strip() for words in self.words.values() if words.strip())


def in_new_action(work: Work, by: UserId, workshop_id: WorkshopId, said: Said) -> tuple[Wording, ...]:
    """Raise what *by* says is a risk; gives what in the form for a new action they have to be asked about first."""
    workshop = work.workshops.get(workshop_id).seen_by(by)
    return _weighed(work, by, workshop, of_new_action(by, workshop_id), said)


def in_action(work: Work, by: UserId, action_id: ActionId, said: Said) -> tuple[Wording, ...]:
    """The same for what an owner says about an action."""
    workshop = actions.shown(work, by, action_id).file.workshop
    return _weighed(work, by, workshop, of_action(by, action_id), said)


def in_spoken(work: Work, by: UserId, workshop: Workshop, stage: StageId, said: Said) -> tuple[Wording, ...]:
    """The same for what a scribe writes down."""
    return _weighed(work, by, workshop, of_spoken(by, stage), said)


def in_tag(work: Work, by: UserId, workshop_id: WorkshopId, source: Source, said: Said) -> tuple[Wording, ...]:
    """The same for what somebody says of a missed opportunity."""
    workshop = work.workshops.get(workshop_id).seen_by(by)
    return _weighed(work, by, workshop, of_tag(by, source), said)


def of_new_action(by: UserId, workshop: WorkshopId) -> str:
    """The id of the draft that keeps what stood in the form when it was asked about."""
    return f"new-action:{workshop}:{by}"


def of_spoken(by: UserId, stage: StageId) -> str:
    return f"spoken:{stage}:{by}"


def of_tag(by: UserId, source: Source) -> str:
    return f"tag:{source.kind}:{source.id}:{by}"


def of_action(by: UserId, action: ActionId) -> str:
    return f"action:{action}:{by}"


def begun(work: Work, by: UserId, draft: str) -> Mapping[str, str]:
    """What *by* wrote before they closed the form at the question, by question."""
    return {name: str(words) for name, words in (work.drafts.get(draft, by) or {}).items()}


def unanswered(words: str, risk: bool | None, asked_about: str) -> tuple[Wording, ...]:  # noqa: FBT001 - an answer
    """What in *words* asks and was not answered: an answer holds for the wordings of what was asked about."""
    found = asking(words)
    known = set() if risk is None else {each.words.casefold() for each in asking(asked_about)}
    return () if risk else tuple(each for each in found if each.words.casefold() not in known)


def _weighed(work: Work, by: UserId, workshop: Workshop, draft: str, said: Said) -> tuple[Wording, ...]:
    """Keep the words while they are asked about, so that they are there when the form is closed at the question."""
    before = "\n".join(begun(work, by, draft).values())
    asked = unanswered(said.text, said.risk, before)
    if asked:
        work.drafts.put(draft, by, said.words, work.now)
        return asked
    if said.risk:
        raise_now(work, by, workshop, said.text)
    work.drafts.drop(draft)
    return ()


def ask_of_reply(work: Work, said: Contribution, before: Contribution | None, place: Place) -> None:
    """Ask the author of a reply whether it is about a risk, unless they have answered for the same wordings before."""
    if unanswered(said.words or "", said.risk, (before.words or "") if before else ""):
        work.contributions.about_risk(said.id, risk=None)
        _send(work, letters.risk_asked(said.workshop, said.user, place, said.revision, work.now))


def overtaken(work: Work, before: Contribution, place: Place) -> None:
    """The words were changed or taken back: what asked about them must not go on showing them."""
    letter = letters.risk_asked(before.workshop, before.user, place, before.revision, work.now)
    if letter.standing and work.letters.post(letter.standing):
        work.letters.refresh(letter)


def of_reply(work: Work, by: UserId, place: Place, *, about_risk: bool) -> None:
    """What its author says of a reply; a risk that was raised stays one."""
    said = work.contributions.at(place.channel, place.ts)
    if said is None or said.user != by or not said.words:
        raise ReplyGone
    if said.risk is not True:
        workshop = work.workshops.get(said.workshop)
        if about_risk:
            raise_now(work, by, workshop, said.words)
        work.contributions.about_risk(said.id, risk=about_risk)
        source = Source(SourceKind.CONTRIBUTION, said.id)
        summaries.words_changed(work, workshop, [source] if about_risk else [])
    here = replace(place, channel=said.channel)
    work.letters.refresh(letters.risk_asked(said.workshop, by, here, said.revision, work.now))


def raise_now(work: Work, by: UserId | None, workshop: Workshop, words: str) -> Risk:
    """Tell the facilitator and the deputy at once, and its author, if they have Slack, what happens now."""
    if not words.strip():
        raise NoWordsForRisk
    kept = str(lookout(work, workshop).checked(words.strip()).words)
    for each in work.risks.of(workshop.id):
        if each.raised_by == by and each.words == kept and work.now - each.raised_at < SAME:
            return each
    new = Risk(RiskId(0), workshop.id, by, work.now, kept).waits(work.now, hours_of(work, workshop.facilitator))
    risk = work.risks.add(new)
    _recorded(work, risk, Deed.RISK_RAISED, by)
    first = risk.first_in(workshop)
    work.people.meet([by, *first] if by else first)
    for user in first:
        _send(work, letters.risk(risk, user))
    if by is not None:
        _send(work, letters.risk_raised(risk, by))
    return risk if first else _pass_on(work, risk, workshop)


def see(work: Work, by: UserId, risk_id: RiskId) -> Risk:
    """*by* has looked at the risk, and says so to everybody who knows of it."""
    risk = work.risks.get(risk_id)
    workshop = work.workshops.get(risk.workshop)
    if by not in risk.asked_in(workshop):
        raise NotAsked
    if risk.seen_by is None:
        risk = risk.seen(by, work.now)
        work.risks.save(risk)
        _recorded(work, risk, Deed.RISK_SEEN, by)
    _bring_up_to_date(work, risk, workshop)
    return risk


async def plan(store: Store) -> int:
    """Pass on what nobody has looked at in time; gives how many risks were looked at."""
    return await look_at_each(store, lambda work: work.risks.due(work.now, AT_ONCE), look_at, _look_later)


def look_at(work: Work, risk_id: RiskId) -> None:
    """Pass the risk on if its time is up."""
    risk = work.risks.get(risk_id)
    if risk.look_at is not None and risk.look_at <= work.now:
        _pass_on(work, risk, work.workshops.get(risk.workshop))


def undelivered(work: Work, refused: Letter) -> None:
    """Slack does not take a risk for somebody: it is passed on now, and not when their time is up."""
    if refused.kind is not LetterKind.RISK:
        return
    risk = work.risks.get(RiskId(refused.subject))
    workshop = work.workshops.get(risk.workshop)
    if risk.waits_for(workshop, UserId(refused.lane)):
        _pass_on(work, risk, workshop)


def _pass_on(work: Work, risk: Risk, workshop: Workshop) -> Risk:
    """Ask the next contact; where nobody is left, tell its author and the facilitator."""
    following = risk.next_in(workshop)
    later = risk.passed_on(workshop)
    if following is None:
        for user in dict.fromkeys([risk.raised_by or workshop.facilitator, workshop.facilitator]):
            _send(work, letters.risk_unheard(later, user, work.now))
    else:
        later = later.waits(work.now, hours_of(work, workshop.facilitator))
        work.people.meet([following])
        _recorded(work, later, Deed.RISK_PASSED_ON, None)
        _send(work, letters.risk(later, following))
    work.risks.save(later)
    _bring_up_to_date(work, later, workshop)
    return later


def _send(work: Work, letter: Letter) -> None:
    work.letters.write(letter)
    work.letters.hurry(letter.lane, by=work.now + SOON)


def _bring_up_to_date(work: Work, risk: Risk, workshop: Workshop) -> None:
    """Every message that tells of it says how it stands."""
    if risk.raised_by is not None:
        work.letters.refresh(letters.risk_raised(risk, risk.raised_by))
    for user in risk.asked_in(workshop):
        work.letters.refresh(letters.risk(risk, user))


def _recorded(work: Work, risk: Risk, deed: Deed, by: UserId | None) -> None:
    work.audit.record(Entry(work.now, by, deed, risk.workshop, risk.id))


def _look_later(work: Work, risk_id: RiskId) -> None:
    risk = work.risks.get(risk_id)
    if risk.look_at is not None:
        work.risks.save(replace(risk, look_at=work.now + AFTER_TROUBLE))
