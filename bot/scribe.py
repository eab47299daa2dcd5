"""In the room somebody writes down what others say: kept as theirs, and shown in the thread as spoken."""

from dataclasses import dataclass, replace
from secrets import randbelow

from bot import cases, letters, risks, summaries
from bot.cases import CaseFile
from bot.privacy import lookout
from bot.risks import Said
from bot.work import Work
from bot.workshop.ids import ContributionId, MessageTs, StageId, UserId, WorkshopId
from bot.workshop.refusal import Refusal
from bot.workshop.session import Contribution, NoStageOpen, Stage, open_stage
from bot.workshop.summary import Source, SourceKind
from bot.workshop.workshop import Phase, Visibility, Workshop
from prompts.phrasings import Wording

NOBODY = UserId("")
"""Whoever is meant where somebody in the room said it and the scribe does not say who."""

MICROSECONDS = 1_000_000


class NotTheScribe(Refusal):
    """The facilitator and the deputy write down what others say."""

    key = "refusal-not-the-scribe"


class NotYoursToChange(Refusal):
    """Whoever said it and whoever wrote it down can change it."""

    key = "refusal-not-yours-to-change"


class NotOneOfThem(Refusal):
    """What is written down is said by a participant, or by nobody in particular."""

    key = "refusal-not-a-participant"


class NotNow(Refusal):
    """The stage is paused, closed, or answered in silence first."""

    key = "refusal-nothing-to-write-down"


class NothingSaid(Refusal):
    """There are no words to write down."""

    key = "refusal-nothing-said"


class GoneAlready(Refusal):
    """What was written down has been taken back."""

    key = "refusal-spoken-gone"


@dataclass(frozen=True)
class Heard:
    """What somebody said aloud; ``speaker`` is ``NOBODY`` where that is not told."""

    speaker: UserId
    words: str
    visibility: Visibility
    risk: bool | None = None


@dataclass(frozen=True)
class Sheet:
    """The scribe's form: for which stage, with what was begun in it before it asked about a risk."""

    file: CaseFile
    stage: Stage
    begun: str = ""


def opened(work: Work, by: UserId, stage_id: StageId) -> Sheet:
    workshop, stage = _listening(work, by, stage_id)
    return _sheet(work, by, workshop, stage)


def opened_for_open_stage(work: Work, by: UserId, workshop_id: WorkshopId) -> Sheet:
    """The form for the stage that is open."""
    workshop = _run_by(work.workshops.get(workshop_id), by).during(Phase.LIVE)
    stage = open_stage(work.stages.of(workshop.id))
    if stage is None:
        raise NoStageOpen
    return opened(work, by, stage.id)


def write(work: Work, by: UserId, stage_id: StageId, heard: Heard) -> tuple[Wording, ...]:
    """Keep what was said and have the thread show it; gives what in it has to be asked about first.

    What is a risk to somebody now is raised instead, and stands nowhere else.
    """
    workshop, stage = _listening(work, by, stage_id)
    if heard.speaker != NOBODY and workshop.participant(heard.speaker) is None:
        raise NotOneOfThem(field="speaker")
    said = Said({"spoken": heard.words}, heard.risk)
    if not said.text:
        raise NothingSaid(field="spoken")
    asked = risks.in_spoken(work, by, workshop, stage.id, said)
    if asked or heard.risk:
        return asked
    lookout(work, workshop).refuse(said.text, "spoken")
    at = MessageTs(f"{int(work.now.timestamp())}.{randbelow(MICROSECONDS):06}")  # until Slack has given it a time
    channel = cases.room_of(work, workshop)
    visibility = heard.visibility if heard.speaker != NOBODY else Visibility.UNATTRIBUTED
    new = Contribution(
        ContributionId(0), workshop.id, stage.id, channel, at, heard.speaker, said.text, at, visibility, heard.risk, by
    )
    kept = work.contributions.add(new)
    work.letters.write(letters.spoken(kept, work.now))
    cases.noted(work, workshop)
    return ()


def posted(work: Work, spoken: ContributionId, ts: MessageTs) -> None:
    """Slack has taken the message in which it stands: that is its place from now on."""
    work.workshops.get(work.contributions.get(spoken).workshop)
    work.contributions.placed(spoken, ts)


def found(work: Work, by: UserId, spoken: ContributionId) -> Contribution:
    """What was written down, for whoever may change it."""
    contribution, _ = _changeable(work, by, spoken)
    return contribution


def change(work: Work, by: UserId, spoken: ContributionId, words: str, visibility: Visibility) -> None:
    """Put it right; no words erase it, here and in the thread."""
    before, workshop = _changeable(work, by, spoken)
    lookout(work, workshop).refuse(words.strip(), "spoken")
    revision = MessageTs(f"{max(work.now.timestamp(), float(before.revision) + 0.001):.6f}")
    shown = visibility if before.user != NOBODY else Visibility.UNATTRIBUTED
    after = replace(before, words=words.strip() or None, visibility=shown, revision=revision)
    if (after.words, after.visibility) == (before.words, before.visibility):
        return
    work.contributions.put(after)
    work.letters.refresh(letters.spoken(after, work.now))
    summaries.words_changed(work, workshop, [Source(SourceKind.CONTRIBUTION, before.id)])
    cases.noted(work, workshop)


def _changeable(work: Work, by: UserId, spoken: ContributionId) -> tuple[Contribution, Workshop]:
    """For whoever said it and whoever wrote it down, until a summary has been published."""
    workshop = work.workshops.get(work.contributions.get(spoken).workshop).seen_by(by)
    contribution = work.contributions.get(spoken)
    if contribution.scribe is None or by not in {contribution.scribe, contribution.user}:
        raise NotYoursToChange
    if summaries.standing(work, workshop.id) is not None:
        workshop.during(Phase.LIVE, Phase.AGREEING)
    if contribution.words is None:
        raise GoneAlready
    return contribution, workshop


def _listening(work: Work, by: UserId, stage_id: StageId) -> tuple[Workshop, Stage]:
    """The stage as it is now that its workshop waits for us, while the scribe may write for it."""
    workshop = _run_by(work.workshops.get(work.stages.get(stage_id).workshop), by)
    stage = work.stages.get(stage_id)
    if workshop.phase is not Phase.LIVE or not stage.listening or stage.silent or stage.paused:
        raise NotNow
    return workshop, stage


def _run_by(workshop: Workshop, by: UserId) -> Workshop:
    if by not in {workshop.seen_by(by).facilitator, workshop.deputy}:
        raise NotTheScribe
    return workshop


def _sheet(work: Work, by: UserId, workshop: Workshop, stage: Stage) -> Sheet:
    begun = risks.begun(work, by, risks.of_spoken(by, stage.id)).get("spoken", "")
    return Sheet(CaseFile(work.cases.get(workshop.case), workshop), stage, begun)
