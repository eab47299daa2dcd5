"""Opening a case, giving it a room, and finding it again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from bot import letters, plans, rounds
from bot.privacy import lookout
from bot.synthesis.summary import SummaryState
from bot.work import Work
from bot.workshop.audit import Deed, Entry
from bot.workshop.case import Case, NoCaseHere, NoPurpose, WhichCase, reference
from bot.workshop.ids import CaseId, ChannelId, UserId, WorkshopId
from bot.workshop.record import Update, differences
from bot.workshop.refusal import Refusal
from bot.workshop.workshop import OPEN, DatePassed, Participant, Phase, Visibility, Workshop, checked_people


class FormGone(Refusal):
    """A form that was sent before, or was begun by somebody else."""

    key = "refusal-form-gone"


class RoomNotReady(Refusal):
    """The channel is still being made."""

    key = "refusal-room-not-ready"


class NotYours(Refusal):
    """Said alike of a case that exists and of one that does not."""

    key = "refusal-not-yours"


class RoomTaken(Refusal):
    """A case has one channel, and a channel one case."""

    key = "refusal-room-taken"


class DeputyIsYou(Refusal):
    """A deputy is there for when the facilitator is not."""

    key = "refusal-deputy-is-you"


class NobodyToRing(Refusal):
    """Whoever raises a risk has to be told whom to ring."""

    key = "refusal-nobody-to-ring"


LONGEST_REFERENCE = 40
MOST_CONTACTS = 3


@dataclass(frozen=True)
class CaseSketch:
    """The first page of opening a case: everything but who the people are."""

    pseudonym: str
    purpose: str
    held_on: date
    people: tuple[UserId, ...]
    pack: str
    after: str = rounds.NO_QUESTIONS
    agenda: str = Workshop.agenda


@dataclass(frozen=True)
class SafetyPage:
    """The second page: who is asked when somebody is at risk, whom to ring, and who sees answers at first."""

    deputy: UserId | None
    safeguarding: str
    contacts: tuple[UserId, ...]
    visibility: Visibility
    assisted: bool = False


@dataclass(frozen=True)
class SafetyOffer:
    """What the second page begins with: whom to ring in the facilitator's last case, and the model that there is."""

    ring: str
    model: str


@dataclass(frozen=True)
class CaseFile:
    """A case with its workshop."""

    case: Case
    workshop: Workshop


def sketch(work: Work, by: UserId, page: CaseSketch) -> str:
    """Keep the first page until the others come; gives the id of the draft."""
    if not page.pseudonym.strip() or not page.purpose.strip():
        raise NoPurpose(field="pseudonym")
    if page.held_on < work.now.date():
        raise DatePassed(field="held_on")
    looking = lookout(work)
    looking.refuse(page.pseudonym, "pseudonym")
    looking.refuse(page.purpose, "purpose")
    # Only the number of people is checked here; the last page asks for their agencies.
    checked_people([Participant(user, agency="-", role="-") for user in page.people])
    draft = uuid4().hex
    body = {
        "pseudonym": page.pseudonym,
        "purpose": page.purpose,
        "held_on": page.held_on.isoformat(),
        "people": list(page.people),
        "pack": page.pack,
        "after": page.after,
        "agenda": page.agenda,
    }
    work.drafts.put(draft, by, body, work.now)
    return draft


def sketch_safety(work: Work, by: UserId, draft: str, page: SafetyPage) -> tuple[UserId, ...]:
    """Keep the second page too; gives the people whom the last page asks about."""
    body = work.drafts.get(draft, by)
    if body is None:
        raise FormGone
    if page.deputy == by:
        raise DeputyIsYou(field="deputy")
    if not page.safeguarding.strip():
        raise NobodyToRing(field="safeguarding")
    first = {by, page.deputy}
    safety = {
        "deputy": page.deputy,
        "safeguarding": page.safeguarding.strip(),
        "contacts": [each for each in dict.fromkeys(page.contacts) if each not in first],
        "visibility": page.visibility.value,
        "model": work.house.model if page.assisted else "",
    }
    work.drafts.put(draft, by, {**body, **safety}, work.now)
    return _users(body["people"])


def safety_offer(work: Work, by: UserId) -> SafetyOffer:
    mine = [each for each in work.workshops.with_person(by) if each.facilitator == by]
    return SafetyOffer(mine[-1].safeguarding if mine else "", work.house.model)


def open_case(work: Work, by: UserId, draft: str, people: Sequence[Participant]) -> CaseFile:
    """Open the case that *draft* began, once: the same form sent again finds its draft gone."""
    body = work.drafts.get(draft, by)
    if body is None or "safeguarding" not in body:
        raise FormGone
    participants = checked_people(people)
    looking = lookout(work)
    for each in participants:
        looking.refuse(each.agency, f"agency:{each.user}")
        looking.refuse(each.role, f"role:{each.user}")
    deputy, contacts = _users([body["deputy"]]), _users(body["contacts"])
    if not work.drafts.drop(draft):
        raise FormGone
    year = work.now.year
    case = work.cases.add(
        Case(
            id=CaseId(0),
            installation=work.installation,
            reference=reference(year, work.cases.next_number(year)),
            pseudonym=str(body["pseudonym"]).strip(),
            purpose=str(body["purpose"]).strip(),
            opened_by=by,
            opened_at=work.now,
        )
    )
    workshop = work.workshops.add(
        Workshop(
            id=WorkshopId(0),
            installation=work.installation,
            case=case.id,
            facilitator=by,
            held_on=date.fromisoformat(str(body["held_on"])),
            participants=participants,
            pack=str(body["pack"]),
            agenda=str(body["agenda"]),
            after=rounds.chosen(work, str(body.get("after", rounds.NO_QUESTIONS))),
            visibility=Visibility(str(body["visibility"])),
            deputy=deputy[0] if deputy else None,
            safeguarding=str(body["safeguarding"]),
            contacts=contacts,
            model=str(body.get("model", "")),
        )
    )
    work.people.meet([by, *deputy, *(each.user for each in participants)])
    work.letters.write(letters.room(case, work.now))
    return CaseFile(case, workshop)


def housed(work: Work, case_id: CaseId, channel: ChannelId) -> None:
    """The case's channel exists now: put up the card there, and the desk before the facilitator."""
    case = work.cases.get(case_id).housed_in(channel)
    work.cases.save(case)
    workshop = work.workshops.on_case(case.id)
    work.letters.refresh(letters.case_card(workshop, channel, work.now))
    work.letters.refresh(letters.desk(workshop, work.now))
    _tell_deputy(work, workshop)


def take_over(work: Work, by: UserId, workshop_id: WorkshopId) -> CaseFile:
    """The deputy takes the facilitator's place, who is the deputy from then on and can take it back in the same way."""
    workshop = work.workshops.get(workshop_id).seen_by(by).during(*OPEN)
    changed = workshop.taken_over(by)
    if changed == workshop:
        return CaseFile(work.cases.get(workshop.case), workshop)
    work.workshops.save(changed)
    work.audit.record(Entry(work.now, by, Deed.TAKEN_OVER, workshop.id))
    _records_for_outsiders(work, by, workshop)
    drafts = work.summaries.of(workshop.id)
    if drafts and drafts[-1].state is SummaryState.DRAFT:
        work.letters.refresh(letters.summary_draft(changed, drafts[-1], work.now))
    return moved(work, changed)


def _records_for_outsiders(work: Work, by: UserId, before: Workshop) -> None:
    """What the facilitator answers for, because its owner has no Slack, goes with the place."""
    for action in work.actions.of(before.id):
        if action.outsider and action.owner == before.facilitator:
            after = replace(action, owner=by)
            told = Update(action.id, by, work.now, action.state, action.state, changes=differences(action, after))
            work.actions.save(after, told)


def house(work: Work, by: UserId, workshop_id: WorkshopId, channel: ChannelId, gone: ChannelId | None) -> CaseFile:
    """Use *channel*, which must be private, for a case that has no channel yet, or whose channel is *gone*."""
    workshop = work.workshops.get(workshop_id).run_by(by)
    may_house(work, workshop, channel, gone)
    housed(work, workshop.case, channel)
    plan = letters.plan(workshop, channel, work.now)
    if plan.standing and work.letters.post(plan.standing):
        plans.refresh(work, workshop, channel)
    return CaseFile(work.cases.get(workshop.case), workshop)


def may_house(work: Work, workshop: Workshop, channel: ChannelId, gone: ChannelId | None) -> None:
    """Raise ``RoomTaken`` where the case has a channel that is not *gone*, or *channel* has a case.

    A session that runs has its threads in the old one: it has to be closed first.
    """
    if work.cases.get(workshop.case).channel not in {None, gone} or work.cases.in_channel(channel) is not None:
        raise RoomTaken
    if gone is not None:
        workshop.during(*(phase for phase in Phase if phase is not Phase.LIVE))


def close(work: Work, by: UserId, workshop_id: WorkshopId) -> CaseFile:
    """Close the workshop. Its open actions go on being followed."""
    workshop = work.workshops.get(workshop_id).close(by)
    work.workshops.save(workshop)
    return moved(work, workshop)


def find(work: Work, by: UserId, *, channel: ChannelId | None = None, named: str = "") -> CaseFile:
    """The case that *by* means: the one named, the one whose channel this is, or the only one they run or are in.

    Raises ``NoCaseHere`` for a case that they have no part in, just as for one that does not exist.
    """
    files = of_person(work, by)
    if named:
        mine = next((each for each in files if each.case.reference == named.upper()), None)
        if mine is None:
            raise NotYours(reference=named.upper()[:LONGEST_REFERENCE])
        return mine
    here = [each for each in files if channel and each.case.channel == channel]
    if here:
        return here[0]
    if channel and work.cases.in_channel(channel) is not None:
        # A room of others: here no command may fall on the one case that *by* runs elsewhere.
        raise NoCaseHere
    running = [each for each in files if each.workshop.phase in OPEN]
    return _only([each for each in running if each.workshop.facilitator == by] or running, files)


def room_of(work: Work, workshop: Workshop) -> ChannelId:
    """The channel of the workshop's case. Raises ``RoomNotReady`` while there is none."""
    channel = work.cases.get(workshop.case).channel
    if channel is None:
        raise RoomNotReady
    return channel


def of_person(work: Work, user: UserId) -> list[CaseFile]:
    """Every case that *user* runs or takes part in, newest first."""
    workshops = work.workshops.with_person(user)
    return [CaseFile(work.cases.get(workshop.case), workshop) for workshop in reversed(workshops)]


def on_workshop(work: Work, workshop_id: WorkshopId, by: UserId) -> CaseFile:
    """The case of a workshop that *by* has a part in."""
    workshop = work.workshops.get(workshop_id).seen_by(by)
    return CaseFile(work.cases.get(workshop.case), workshop)


def moved(work: Work, workshop: Workshop) -> CaseFile:
    """The workshop stands somewhere else now: bring its card and desk up to date, and give its case."""
    file = noted(work, workshop)
    if file.case.channel:
        work.letters.refresh(letters.case_card(workshop, file.case.channel, work.now))
        _tell_deputy(work, workshop)
    return file


def noted(work: Work, workshop: Workshop) -> CaseFile:
    """Something happened that the facilitator wants to see: bring the desk up to date, and give the case."""
    case = work.cases.get(workshop.case)
    if case.channel:
        work.letters.refresh(letters.desk(workshop, work.now))
    return CaseFile(case, workshop)


def _tell_deputy(work: Work, workshop: Workshop) -> None:
    """The deputy has a desk of their own, from which they can take over."""
    if workshop.deputy:
        work.letters.refresh(letters.deputys_desk(workshop, workshop.deputy, work.now))


def _users(kept: object) -> tuple[UserId, ...]:
    """People out of a draft."""
    return tuple(UserId(str(each)) for each in kept if each) if isinstance(kept, list) else ()


def _only(fitting: list[CaseFile], known: list[CaseFile]) -> CaseFile:
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise WhichCase(references=", ".join(each.case.reference for each in fitting))
    if known:
        raise WhichCase(references=", ".join(each.case.reference for each in known))
    raise NoCaseHere
