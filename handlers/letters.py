"""Which view says what a letter has to say."""

from bot.contents import Content
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
from handlers.views import (
    acceptance,
    actions,
    afterwards,
    brief,
    cases,
    checkpoints,
    digests,
    earlier,
    joining,
    learning,
    notices,
    nudges,
    outcomes,
    reflections,
    risks,
    rooms,
    scribe,
    sessions,
    silent,
    summaries,
)
from handlers.views.blocks import Message
from prompts.words import Words


def rendered(say: Words, content: Content, workspace: str) -> Message:  # noqa: C901, PLR0911, PLR0912, PLR0915 - a line each
    """*content* in these words; *workspace* is the web address that links to messages begin with."""
    match content:
        case Absent():
            return notices.absent(say, content)
        case Attending():
            return rooms.attendance(say, content)
        case Interruption():
            return rooms.interruption(say, content)
        case Away():
            return notices.away(say, content)
        case Hint():
            return notices.hint(say)
        case CaseCard():
            return cases.case_card(say, content)
        case Desk():
            return cases.desk(say, content)
        case DeputysDesk():
            return cases.deputys_desk(say, content)
        case Invitation():
            return reflections.invitation(say, content)
        case Unsent():
            return reflections.unsent(say, content)
        case Afterwards():
            return afterwards.afterwards(say, content)
        case AfterwardsReminder():
            return afterwards.reminder(say, content)
        case ReflectionReminder():
            return reflections.reminder(say, content)
        case BriefReady():
            return brief.brief_ready(say, content)
        case GroundRules():
            return sessions.ground_rules(say, content)
        case EarlierTold():
            return earlier.earlier_told(say, content)
        case StageCard():
            return sessions.stage_card(say, content, workspace)
        case StageTime():
            return sessions.stage_time(say, content)
        case Revealed():
            return silent.revealed(say, content)
        case NotShown():
            return silent.not_shown(say, content)
        case Spoken():
            return scribe.spoken(say, content)
        case Masked():
            return notices.masked(say, content, workspace)
        case OwnCopy():
            return learning.own_copy(say, content)
        case NotKept():
            return notices.not_kept(say, content, workspace)
        case JoinAsked():
            return joining.join_asked(say, content, workspace)
        case Joined():
            return joining.joined(say, content)
        case CatchUp():
            return joining.catch_up(say, content, workspace)
        case Kinder():
            return sessions.kinder_way(say, content)
        case NoFiles():
            return notices.no_files(say, content, workspace)
        case SummaryDraft():
            return summaries.draft_ready(say, content)
        case SummaryPage():
            return summaries.summary_page(say, content, workspace)
        case SummaryEnded():
            return summaries.ended(say, content, workspace)
        case OutcomeLetter():
            return outcomes.outcome(say, content, workspace)
        case Proposal():
            return acceptance.proposal(say, content)
        case Changed():
            return acceptance.changed(say, content)
        case PlanAsked():
            return actions.plan_asked(say, content)
        case Offered():
            return acceptance.offered(say, content)
        case Returned():
            return acceptance.returned(say, content)
        case Plan():
            return actions.plan(say, content)
        case Nudges():
            return nudges.nudges(say, content)
        case Escalation():
            return nudges.escalation(say, content)
        case Decision():
            return nudges.decision(say, content)
        case Handover():
            return nudges.handover(say, content)
        case OwnerUpdate():
            return actions.owner_update(say, content)
        case WeeklyDigest():
            return digests.digest(say, content)
        case CheckpointAsked():
            return checkpoints.asked(say, content)
        case Sightings():
            return checkpoints.sightings(say, content)
        case Checked():
            return checkpoints.checked(say, content)
        case NoEffect():
            return checkpoints.no_effect(say, content)
        case OtherView():
            return checkpoints.other_view(say, content)
        case Escalated():
            return checkpoints.escalated(say, content)
        case RiskNow():
            return risks.risk_now(say, content)
        case RiskAsked():
            return risks.reply_asked(say, content, workspace)
        case RiskRaised():
            return risks.risk_raised(say, content)
        case RiskUnheard():
            return risks.risk_unheard(say, content)
        case NotDelivered():
            return notices.not_delivered(say, content)
        case Room():
            raise ValueError("a room is made, not written")
        case Mail():
            raise ValueError("a mail is no message in Slack")
