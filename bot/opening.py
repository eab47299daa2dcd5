"""Opening a case, page by page, and opening another workshop on a case whose last one is closed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from bot import cases, ladders, letters, rounds
from bot.cases import CaseFile
from bot.ladders import Reminding
from bot.privacy import lookout
from bot.work import Work
from bot.workshop.case import Case, NoPurpose, Programme, reference
from bot.workshop.ids import CaseId, UserId, WorkshopId
from bot.workshop.ladder import ladder_of
from bot.workshop.refusal import Refusal
from bot.workshop.workshop import DatePassed, Participant, Visibility, Workshop, checked_people


class FormGone(Refusal):
    """A form that was sent before, or was begun by somebody else."""

    key = "refusal-form-gone"


class DeputyIsYou(Refusal):
    """A deputy is there for when the facilitator is not."""

    key = "refusal-deputy-is-you"


class NobodyToRing(Refusal):
    """Whoever raises a risk has to be told whom to ring."""

    key = "refusal-nobody-to-ring"


class TwoProgrammes(Refusal):
    """A programme that there is, or a new one."""

    key = "refusal-two-programmes"


class OpenedAlready(Refusal):
    """There is a later workshop on the case."""

    key = "refusal-opened-already"


MOST_CONTACTS = 3


@dataclass(frozen=True)
class CaseSketch:
    """The first page: everything but who the people are.

    ``programme`` is one that there is, ``new_programme`` the name of one that begins here. ``again`` is the workshop on
    whose case another is opened; what the case is called and is about stays then.
    """

    pseudonym: str
    purpose: str
    held_on: date
    people: tuple[UserId, ...]
    pack: str
    after: str = rounds.NO_QUESTIONS
    agenda: str = Workshop.agenda
    programme: CaseId | None = None
    new_programme: str = ""
    again: WorkshopId | None = None


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
    """What the second page begins with, and the ``model`` that there is.

    That is whom to ring in the facilitator's last case, or all that was said for the workshop before on the same one.
    """

    ring: str
    model: str
    deputy: UserId | None = None
    contacts: tuple[UserId, ...] = ()
    visibility: Visibility = Workshop.visibility
    assisted: bool = False


def programmes(work: Work, by: UserId) -> tuple[Programme, ...]:
    """Those to which *by* may add a case: they run a workshop of it, or stand in for whoever does. The newest first."""
    led = [each.case.programme for each in cases.of_person(work, by) if each.workshop.led_by(by)]
    return tuple(dict.fromkeys(each for each in led if each))


def again(work: Work, by: UserId, workshop_id: WorkshopId) -> CaseFile:
    """The workshop after which *by* may open another on its case."""
    workshop = work.workshops.get(workshop_id).over(by)
    if work.workshops.on_case(workshop.case).id != workshop.id:
        raise OpenedAlready
    return CaseFile(work.cases.get(workshop.case), workshop)


def sketch(work: Work, by: UserId, page: CaseSketch) -> str:
    """Keep the first page until the others come; gives the id of the draft."""
    if page.again is not None:
        again(work, by, page.again)
    elif not page.pseudonym.strip() or not page.purpose.strip():
        raise NoPurpose(field="pseudonym")
    if page.held_on < work.now.date():
        raise DatePassed(field="held_on")
    looking = lookout(work)
    looking.refuse(page.pseudonym, "pseudonym")
    looking.refuse(page.purpose, "purpose")
    looking.refuse(page.new_programme, "new_programme")
    if page.programme is not None and page.new_programme.strip():
        raise TwoProgrammes(field="new_programme")
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
        "programme": page.programme,
        "new_programme": " ".join(page.new_programme.split()),
        "again": page.again,
    }
    work.drafts.put(draft, by, body, work.now)
    return draft


def safety_offer(work: Work, by: UserId, draft: str) -> SafetyOffer:
    """What the second page after this *draft* begins with."""
    before = _before(work, by, work.drafts.get(draft, by) or {})
    model = work.house.model
    if before is not None:
        assisted = bool(model) and before.model == model
        return SafetyOffer(before.safeguarding, model, before.deputy, before.contacts, before.visibility, assisted)
    mine = [each for each in work.workshops.with_person(by) if each.facilitator == by]
    return SafetyOffer(mine[-1].safeguarding if mine else "", model)


def sketch_safety(work: Work, by: UserId, draft: str, page: SafetyPage) -> tuple[Participant, ...]:
    """Keep the second page too; gives the people whom the last page asks about, as far as they are known."""
    body = work.drafts.get(draft, by)
    if body is None:
        raise FormGone
    if page.deputy == by:
        raise DeputyIsYou(field="deputy")
    if not page.safeguarding.strip():
        raise NobodyToRing(field="safeguarding")
    first = {by, page.deputy}
    safety = {
        "ladder": "",
        "deputy": page.deputy,
        "safeguarding": page.safeguarding.strip(),
        "contacts": [each for each in dict.fromkeys(page.contacts) if each not in first],
        "visibility": page.visibility.value,
        "model": work.house.model if page.assisted else "",
    }
    work.drafts.put(draft, by, {**body, **safety}, work.now)
    return _asked_about(work, by, body)


def reminding(work: Work, by: UserId, draft: str) -> Reminding:
    """What the page about reminders begins with: as in the workshop before, or as usual here."""
    before = _before(work, by, work.drafts.get(draft, by) or {})
    if before is None:
        return Reminding(work.house.ladder, Workshop.nudges_openly)
    return Reminding(before.ladder or work.house.ladder, before.nudges_openly)


def sketch_ladder(work: Work, by: UserId, draft: str, rungs: Sequence[str], *, openly: bool) -> tuple[Participant, ...]:
    """Keep when owners will be reminded; gives the people whom the last page asks about."""
    body = work.drafts.get(draft, by)
    if body is None:
        raise FormGone
    work.drafts.put(draft, by, {**body, "ladder": str(ladders.chosen(rungs)), "openly": openly}, work.now)
    return _asked_about(work, by, body)


def _asked_about(work: Work, by: UserId, body: Mapping[str, object]) -> tuple[Participant, ...]:
    before = _before(work, by, body)
    known = {each.user: each for each in before.participants} if before else {}
    return tuple(known.get(user, Participant(user, agency="", role="")) for user in _users(body["people"]))


def open_case(work: Work, by: UserId, draft: str, people: Sequence[Participant]) -> CaseFile:
    """Open what *draft* began, once: the same form sent again finds its draft gone."""
    body = work.drafts.get(draft, by)
    if body is None or "safeguarding" not in body:
        raise FormGone
    participants = checked_people(people)
    looking = lookout(work)
    for each in participants:
        looking.refuse(each.agency, f"agency:{each.user}")
        looking.refuse(each.role, f"role:{each.user}")
    before = _before(work, by, body)
    if not work.drafts.drop(draft):
        raise FormGone
    case = _same_case(work, by, before, body) if before else _new_case(work, by, body)
    workshop = work.workshops.add(_workshop(work, by, case, body, participants))
    work.people.meet([each for each in (by, workshop.deputy, *(each.user for each in participants)) if each])
    if before is None:
        work.letters.write(letters.room(case, work.now))
        return CaseFile(case, workshop)
    return _gone_on(work, before, workshop)


def _new_case(work: Work, by: UserId, body: Mapping[str, object]) -> Case:
    year = work.now.year
    return work.cases.add(
        Case(
            id=CaseId(0),
            installation=work.installation,
            reference=reference(year, work.cases.next_number(year)),
            pseudonym=str(body["pseudonym"]).strip(),
            purpose=str(body["purpose"]).strip(),
            opened_by=by,
            opened_at=work.now,
            programme=_programme(work, by, body),
        )
    )


def _same_case(work: Work, by: UserId, before: Workshop, body: Mapping[str, object]) -> Case:
    """The case of the workshop *before*, from now on in a programme where it was in none and one was chosen."""
    case, programme = work.cases.get(before.case), _programme(work, by, body)
    if case.programme or programme is None:
        return case
    work.cases.save(case.part_of(programme))
    return case.part_of(programme)


def _programme(work: Work, by: UserId, body: Mapping[str, object]) -> Programme | None:
    """The one that was chosen, or that has the name; a new one of that name where *by* has none such."""
    chosen, name = body.get("programme"), str(body.get("new_programme") or "")
    for each in programmes(work, by):
        if each.id == chosen or each.name.casefold() == name.casefold():
            return each
    return Programme(CaseId(0), name) if name else None


def _workshop(
    work: Work, by: UserId, case: Case, body: Mapping[str, object], participants: tuple[Participant, ...]
) -> Workshop:
    """The workshop that the pages tell of, not stored yet."""
    deputy, ladder = _users([body["deputy"]]), str(body.get("ladder", ""))
    return Workshop(
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
        contacts=_users(body["contacts"]),
        model=str(body.get("model", "")),
        ladder=ladder_of(ladder) if ladder else None,
        nudges_openly=bool(body["openly"]) if ladder else Workshop.nudges_openly,
    )


def _before(work: Work, by: UserId, body: Mapping[str, object]) -> Workshop | None:
    """The workshop after which another is being opened; ``None`` for a new case."""
    kept = body.get("again")
    return again(work, by, WorkshopId(kept)).workshop if isinstance(kept, int) else None


def _gone_on(work: Work, before: Workshop, workshop: Workshop) -> CaseFile:
    """What was arranged on the case stands for its next workshop too; the names to mask above all."""
    names = work.aliases.of(before.id)
    for _, alias in names:
        work.aliases.add(workshop.id, alias, workshop.facilitator, work.now)
    reminding = workshop if workshop.ladder else before
    going_on = replace(
        workshop,
        register=1 if names else 0,
        timekeeping=before.timekeeping,
        kind_wording=before.kind_wording,
        ladder=reminding.ladder,
        nudges_openly=reminding.nudges_openly,
    )
    work.workshops.save(going_on)
    work.letters.write(letters.seats(going_on, work.now))
    cases.noted(work, before)
    return cases.moved(work, going_on)


def _users(kept: object) -> tuple[UserId, ...]:
    """People out of a draft."""
    return tuple(UserId(str(each)) for each in kept if each) if isinstance(kept, list) else ()
