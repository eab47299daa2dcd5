"""What a letter says when its turn comes: the facts as they stand then, or nothing if it has become moot."""

from collections.abc import Callable, Mapping

from bot.contents import (
    actions,
    brief,
    checkpoints,
    digests,
    earlier,
    joining,
    learning,
    notices,
    nudges,
    outcomes,
    outside,
    reflections,
    risks,
    rooms,
    sessions,
    summaries,
)
from bot.contents.actions import Changed, Offered, OwnerUpdate, Plan, PlanAsked, Proposal, Returned
from bot.contents.brief import BriefReady
from bot.contents.checkpoints import Checked, CheckpointAsked, Escalated, NoEffect, OtherView, Sightings
from bot.contents.digests import WeeklyDigest
from bot.contents.earlier import EarlierTold
from bot.contents.joining import CatchUp, JoinAsked, Joined
from bot.contents.learning import OwnCopy
from bot.contents.notices import Away, Hint, NotDelivered
from bot.contents.nudges import Decision, Escalation, Handover, Nudges
from bot.contents.outcomes import OutcomeLetter
from bot.contents.outside import Mail
from bot.contents.reflections import Afterwards, AfterwardsReminder, Invitation, ReflectionReminder, Unsent
from bot.contents.risks import RiskAsked, RiskNow, RiskRaised, RiskUnheard
from bot.contents.rooms import Absent, Attending, CaseCard, DeputysDesk, Desk, Interruption, Room
from bot.contents.sessions import (
    GroundRules,
    Kinder,
    Masked,
    NoFiles,
    NotKept,
    NotShown,
    Revealed,
    Spoken,
    StageCard,
    StageTime,
)
from bot.contents.summaries import SummaryDraft, SummaryEnded, SummaryPage
from bot.work import Work
from bot.workshop.ids import UserId
from bot.workshop.letter import Letter, LetterKind

Content = (
    Room
    | Absent
    | Attending
    | Interruption
    | Away
    | Hint
    | CaseCard
    | Desk
    | DeputysDesk
    | Invitation
    | Unsent
    | Afterwards
    | ReflectionReminder
    | AfterwardsReminder
    | BriefReady
    | GroundRules
    | EarlierTold
    | StageCard
    | StageTime
    | Revealed
    | NotShown
    | Spoken
    | Masked
    | OwnCopy
    | NotKept
    | JoinAsked
    | Joined
    | CatchUp
    | Kinder
    | NoFiles
    | SummaryDraft
    | SummaryPage
    | SummaryEnded
    | OutcomeLetter
    | Proposal
    | Changed
    | PlanAsked
    | Offered
    | Returned
    | Plan
    | Nudges
    | Escalation
    | Decision
    | Handover
    | OwnerUpdate
    | Mail
    | WeeklyDigest
    | CheckpointAsked
    | Sightings
    | Checked
    | NoEffect
    | OtherView
    | Escalated
    | RiskNow
    | RiskAsked
    | RiskRaised
    | RiskUnheard
    | NotDelivered
)


def of(work: Work, letter: Letter) -> Content | None:
    """The content of *letter* now; ``None`` where it need not be sent any more."""
    return _READERS[letter.kind](work, letter)


def facilitator_of(work: Work, letter: Letter) -> UserId | None:
    """Whom to tell that *letter* could not be delivered; ``None`` where it was a message to the facilitator anyway."""
    content = of(work, letter)
    if content is None or isinstance(
        content, NotDelivered | Hint | OwnCopy | OutcomeLetter | JoinAsked | CatchUp | Kinder | Unsent
    ):
        return None  # that somebody has written at all is for the facilitator to know only where they are named
    workshop = work.workshops.on_case(content.case.id)
    unreachable = workshop.facilitator == letter.lane and not isinstance(content, Room)
    return None if unreachable else workshop.facilitator


_READERS: Mapping[LetterKind, Callable[[Work, Letter], Content | None]] = {
    LetterKind.ROOM: rooms.room,
    LetterKind.ABSENT: rooms.absent,
    LetterKind.ATTENDANCE: rooms.attendance,
    LetterKind.INTERRUPTED: rooms.interrupted,
    LetterKind.GAP: notices.away,
    LetterKind.HINT: notices.hint,
    LetterKind.CASE_CARD: rooms.case_card,
    LetterKind.DESK: rooms.desk,
    LetterKind.INVITATION: reflections.invitation,
    LetterKind.AFTERWARDS: reflections.afterwards,
    LetterKind.UNSENT: reflections.unsent,
    LetterKind.REMINDER: reflections.reminder,
    LetterKind.BRIEF: brief.brief_ready,
    LetterKind.GROUND_RULES: sessions.ground_rules,
    LetterKind.EARLIER: earlier.earlier_told,
    LetterKind.STAGE_CARD: sessions.stage_card,
    LetterKind.STAGE_TIME: sessions.stage_time,
    LetterKind.REVEALED: sessions.revealed,
    LetterKind.UNREVEALED: sessions.not_shown,
    LetterKind.SPOKEN: sessions.spoken,
    LetterKind.MASKED: sessions.masked,
    LetterKind.OWN_COPY: learning.own_copy,
    LetterKind.NOT_KEPT: sessions.not_kept,
    LetterKind.JOIN: joining.join_asked,
    LetterKind.JOINED: joining.joined,
    LetterKind.CATCH_UP: joining.catch_up,
    LetterKind.KINDER: sessions.kinder_way,
    LetterKind.NO_FILES: sessions.no_files,
    LetterKind.SUMMARY_DRAFT: summaries.summary_draft,
    LetterKind.SUMMARY: summaries.summary_page,
    LetterKind.OUTCOME: outcomes.outcome,
    LetterKind.PROPOSAL: actions.proposal,
    LetterKind.CHANGED: actions.changed,
    LetterKind.PLAN_DOUBT: actions.plan_asked,
    LetterKind.OFFER: actions.offer,
    LetterKind.RETURNED: actions.returned,
    LetterKind.PLAN: actions.plan,
    LetterKind.NUDGE: nudges.nudges,
    LetterKind.ESCALATION: nudges.escalation,
    LetterKind.DECISION: nudges.decision,
    LetterKind.HANDOVER: nudges.handover,
    LetterKind.UPDATE: actions.update,
    LetterKind.MAIL: outside.mail,
    LetterKind.DIGEST: digests.digest,
    LetterKind.CHECKPOINT: checkpoints.checkpoint,
    LetterKind.SIGHTINGS: checkpoints.sightings,
    LetterKind.CHECKED: checkpoints.checked,
    LetterKind.NO_EFFECT: checkpoints.no_effect,
    LetterKind.OTHER_VIEW: checkpoints.other_view,
    LetterKind.ESCALATED: checkpoints.escalated,
    LetterKind.RISK: risks.risk_now,
    LetterKind.RISK_ASKED: risks.risk_asked,
    LetterKind.RISK_RAISED: risks.risk_raised,
    LetterKind.RISK_UNHEARD: risks.risk_unheard,
    LetterKind.NOT_DELIVERED: notices.not_delivered,
}
