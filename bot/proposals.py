"""Writing an action: what stands in its form, and what becomes of it, a draft or a question to its owner."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot import actions, letters, mails, risks
from bot.actions import ActionFile, on_one_line
from bot.cases import CaseFile
from bot.privacy import lookout
from bot.rota import hours_of
from bot.strengths import suggested
from bot.synthesis.draft import Line
from bot.synthesis.summary import Finding, SummaryState
from bot.work import Work
from bot.workshop.action import Action, ActionState, Level, Outsider, Strength, keepable
from bot.workshop.ids import ActionId, FindingId, UserId, WorkshopId
from bot.workshop.plan import doubts
from bot.workshop.record import Update
from bot.workshop.refusal import Refusal
from bot.workshop.workshop import OPEN, NotTheFacilitator, Workshop
from prompts.lexicon import factors

WORKING_DAYS = 3
"""How long an owner has for an answer before the question goes back to the facilitator."""


TEXTS = ("change", "measure", "baseline", "expected")
"""What people write in the form, by the names of the questions."""


class NotTheSamePlan(Refusal):
    """Only two actions of one plan can be one."""

    key = "refusal-not-the-same-plan"


class TwoOwners(Refusal):
    """One owner: a member, or somebody outside the workspace."""

    key = "refusal-two-owners"


@dataclass(frozen=True)
class Written:
    """What stands in the form; everything but the change may be empty."""

    level: Level = Level.CASE
    change: str = ""
    owner: UserId | None = None
    due: date | None = None
    measure: str = ""
    baseline: str = ""
    expected: str = ""
    finding: FindingId | None = None
    factor: str = ""
    outsider: Outsider | None = None
    sponsor: UserId | None = None
    reviews: tuple[date, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """The form: ``lines`` are those of the published summary, which an action may answer.

    ``action`` is the one that is to be changed, ``None`` for a new one.
    """

    file: CaseFile
    written: Written
    lines: tuple[Finding, ...]
    action: Action | None = None


def begun(work: Work, by: UserId, workshop_id: WorkshopId, written: Written = Written()) -> Sheet:
    """The form for a new action, filled with *written* or with what *by* had begun to write."""
    workshop = work.workshops.get(workshop_id).seen_by(by)
    kept = risks.begun(work, by, risks.of_new_action(by, workshop_id))
    if not written.change:
        texts = (kept.get(name, "") for name in TEXTS)
        change, measure, baseline, expected = texts
        written = replace(written, change=change, measure=measure, baseline=baseline, expected=expected)
    return Sheet(CaseFile(work.cases.get(workshop.case), workshop), written, _lines(work, workshop))


def from_line(line: Line) -> Written:
    """What a line of a draft proposes to do, in the words that were said or the facilitator's own."""
    words = line.claim or (line.quotations[0].words if line.quotations else line.title.words)
    return Written(level=line.level or Level.CASE, change=words, factor=line.factor)


def to_change(work: Work, by: UserId, action_id: ActionId) -> Sheet:
    """The form of an action that there is."""
    found = changeable(work, by, action_id)
    each = found.action
    owner = None if each.outsider else each.owner
    written = Written(
        each.level, each.change, owner, each.due, each.measure, each.baseline, each.expected, each.finding, each.factor,
        each.outsider, each.sponsor, each.reviews,
    )  # fmt: skip
    return Sheet(found.file, written, _lines(work, found.file.workshop), each)


def changeable(work: Work, by: UserId, action_id: ActionId) -> ActionFile:
    """An action that *by* may change: the facilitator each, and whoever has written it while it is a draft."""
    found = actions.shown(work, by, action_id)
    facilitator = found.file.workshop.facilitator
    if by != facilitator and not (found.action.state is ActionState.DRAFT and by == found.action.proposed_by):
        raise NotTheFacilitator(facilitator=facilitator)
    return found


def propose(work: Work, by: UserId, workshop_id: WorkshopId, new: Written) -> ActionFile:
    """Put an action before its owner, or keep it as a draft; who proposes for themselves has accepted."""
    workshop = work.workshops.get(workshop_id).seen_by(by).during(*OPEN)
    written = _filled(work, workshop, _blank(work, by, workshop), new).asked(work.now)
    action = work.actions.add(written, Update(ActionId(0), by, work.now, None, written.state))
    return put_forward(work, by, action)


def change(work: Work, by: UserId, action_id: ActionId, new: Written) -> ActionFile:
    """What it says from now on; its owner is asked, again where that is needed."""
    found = changeable(work, by, action_id)
    after = found.action.becomes(_filled(work, found.file.workshop, found.action, new), work.now)
    actions.recorded(work, by, found.action, after)
    tell_owner(work, by, found.action, after)
    return put_forward(work, by, after)


def tell_owner(work: Work, by: UserId, before: Action, after: Action) -> None:
    """Who has taken it on hears what is another now; who is asked anew reads it in the question."""
    asked = after.state is ActionState.PROPOSED and after.owner == before.owner
    updates = work.actions.updates(after.id)
    if before.is_followed and before.owner and before.owner != by and not asked and updates[-1].of_agreed:
        work.letters.write(letters.changed(after, len(updates), before.owner, work.now))


def ask_again(work: Work, by: UserId, action_id: ActionId) -> ActionFile:
    """The owner has not answered, or has declined and may think otherwise now."""
    found = changeable(work, by, action_id)
    after = found.action.asked(work.now)
    actions.recorded(work, by, found.action, after)
    return put_forward(work, by, after)


def rate(work: Work, by: UserId, action_id: ActionId, strength: Strength, because: str) -> ActionFile:
    """As strong as people see it, with the reason where that is not what its words suggest."""
    found = changeable(work, by, action_id)
    lookout(work, found.file.workshop).refuse(because, "because")
    rule = suggested(found.action.change)
    after = found.action.rated(strength, on_one_line(because), rule.strength if rule else None)
    actions.recorded(work, by, found.action, after)
    return actions.plan_refreshed(work, after)


def withdraw(work: Work, by: UserId, action_id: ActionId, *, into: ActionId | None = None) -> ActionFile:
    """Take it out of the plan; *into* is the action of the same plan that says the same and stays."""
    found = changeable(work, by, action_id)
    if into is not None and (into == action_id or work.actions.get(into).workshop != found.action.workshop):
        raise NotTheSamePlan
    after = found.action.withdrawn(into=into)
    actions.recorded(work, by, found.action, after)
    work.actions.look_again(after.id, None)
    if found.action.state.is_open and after.owner is not None and after.owner != by:
        number = len(work.actions.updates(after.id))
        work.letters.write(letters.update(after, number, after.owner, work.now))
    return actions.plan_refreshed(work, after)


def _blank(work: Work, by: UserId, workshop: Workshop) -> Action:
    state = ActionState.DRAFT
    return Action(ActionId(0), workshop.id, Level.CASE, "", None, None, "", by, work.now, state=state)


def _filled(work: Work, workshop: Workshop, action: Action, new: Written) -> Action:
    """*action* with what stands in the form; raises where not even a draft can be made of it."""
    added = tuple(each for each in new.reviews if each not in action.reviews)
    keepable(change=new.change, due=new.due, reviews=added, today=work.now.date())
    if new.outsider is not None and new.owner is not None:
        raise TwoOwners(field="outsider")
    for field in TEXTS:
        lookout(work, workshop).refuse(getattr(new, field), field)
    words = on_one_line(new.change)
    rule = suggested(words)
    people_say = action.strength if action.strength_because else None
    return replace(
        action,
        level=new.level,
        change=words,
        owner=workshop.facilitator if new.outsider else new.owner,
        outsider=new.outsider,
        due=new.due,
        measure=on_one_line(new.measure),
        baseline=on_one_line(new.baseline),
        expected=on_one_line(new.expected),
        finding=new.finding,
        factor=new.factor if factors().get(new.factor) else "",
        sponsor=new.sponsor,
        reviews=tuple(sorted(set(new.reviews))),
        strength=people_say or (rule.strength if rule else None),
    )


def put_forward(work: Work, by: UserId, action: Action) -> ActionFile:
    """Ask its owner, where that is to be done now."""
    work.people.meet([each for each in (action.owner, action.sponsor) if each])
    if action.state is ActionState.PROPOSED and action.owner is not None:
        _question(work, action)
        if action.owner == by and action.outsider is None:
            return actions.accept(work, by, action.id)
        work.letters.write(letters.proposal(action, action.owner, work.now))
        mails.ask(work, action)
        work.actions.look_again(action.id, answer_by(work, action))
    else:
        work.actions.look_again(action.id, work.now if action.is_followed else None)
    return actions.plan_refreshed(work, action)


def answer_by(work: Work, action: Action) -> datetime:
    """Until when an owner who has been asked has time for an answer."""
    hours = hours_of(work, action.owner or action.proposed_by)
    return hours.later(action.asked_at or action.proposed_at, WORKING_DAYS * hours.day)


def _question(work: Work, action: Action) -> None:
    """The facilitator is asked about the whole plan, once for each thing."""
    workshop = work.workshops.get(action.workshop)
    for doubt in doubts(work.actions.of(workshop.id), action.level):
        work.letters.write(letters.plan_doubt(workshop, action.level, doubt, work.now))


def _lines(work: Work, workshop: Workshop) -> tuple[Finding, ...]:
    """What the group has been shown of what it found."""
    published = [each for each in work.summaries.of(workshop.id) if each.state is SummaryState.PUBLISHED]
    return published[-1].lines if published else ()
