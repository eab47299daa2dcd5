"""A letter: anything that waits in the outbox. It holds facts, never words; words are made fresh when it is sent."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.workshop.ids import ChannelId, InstallationId, LetterId, MessageTs, UserId


class LetterKind(StrEnum):
    """What a letter says; the ``subject`` of each is the id of the thing in its comment."""

    ROOM = "room"  # case: make its private channel, unless it has one, and bring the people in
    ATTENDANCE = "attendance"  # workshop: who is in the channel and who takes part, for the facilitator
    INTERRUPTED = "interrupted"  # workshop: what happened to its channel, for the facilitator
    GAP = "gap"  # gap: that Slack could not reach us, and what was found since, for the facilitator
    ABSENT = "absent"  # case: people who could not be brought into its room
    HINT = "hint"  # nothing: how to use the bot, for somebody who wrote to it
    CASE_CARD = "case_card"  # workshop
    DESK = "desk"  # workshop
    INVITATION = "invitation"  # workshop
    AFTERWARDS = "afterwards"  # workshop
    UNSENT = "unsent"  # workshop: what becomes of answers that were not sent before its session, for their author
    REMINDER = "reminder"  # workshop
    BRIEF = "brief"  # workshop: what to know before it, for the facilitator
    GROUND_RULES = "ground_rules"  # workshop: how its session is held and what is kept of it
    EARLIER = "earlier"  # workshop: what became of earlier actions, for everybody as its session begins
    STAGE_CARD = "stage_card"  # stage
    STAGE_TIME = "stage_time"  # stage: half of its time is over, or nearly all
    REVEALED = "revealed"  # stage: what was written in its silent round, a page of it
    UNREVEALED = "unrevealed"  # stage: the group did not see an answer, for its author
    SPOKEN = "spoken"  # contribution: what a scribe wrote down
    MASKED = "masked"  # workshop: what was masked in a reply, for its author
    OWN_COPY = "own_copy"  # workshop: part of what somebody has written for themselves alone
    NOT_KEPT = "not_kept"  # stage: why a reply in its thread was not kept, for its author
    KINDER = "kinder"  # stage: another way to ask, for the author of a reply in its thread
    NO_FILES = "no_files"  # workshop: that a file was not kept, for whoever shared it
    JOIN = "join"  # workshop: whether a visitor wants to take part, for them alone
    JOINED = "joined"  # workshop: who has, for the facilitator
    CATCH_UP = "catch_up"  # workshop: where its session stands, for somebody who came late
    SUMMARY_DRAFT = "summary_draft"  # summary
    SUMMARY = "summary"  # summary
    OUTCOME = "outcome"  # summary: what became of one person's words, for them alone
    PROPOSAL = "proposal"  # action
    CHANGED = "changed"  # action: what the facilitator has changed of it, for whoever has taken it on
    PLAN = "plan"  # workshop
    PLAN_DOUBT = "plan_doubt"  # workshop: what there is to ask about its plan, for the facilitator
    OFFER = "offer"  # action: how its owner would take it on, for the facilitator
    RETURNED = "returned"  # action: its owner has not answered, for the facilitator
    NUDGE = "nudge"  # action: the first of those that its owner hears of on one day
    ESCALATION = "escalation"  # action: the first of those that do not move, for somebody who can help
    DECISION = "decision"  # action: what has to be decided, for whoever decides
    HANDOVER = "handover"  # action: the first of those whose owner is gone, for the facilitator
    UPDATE = "update"  # action: what its owner said, for the facilitator
    DIGEST = "digest"  # workshop: what has moved in its plan, once a week
    CHECKPOINT = "checkpoint"  # workshop: whether what an owner has done helped, for them
    SIGHTINGS = "sightings"  # workshop: what owners see at a checkpoint, and whether everybody sees the same
    CHECKED = "checked"  # workshop: what a checkpoint left open, for the facilitator
    MAIL = "mail"  # action: that its owner outside is asked something, by e-mail
    NO_EFFECT = "no_effect"  # action: what to do about it, for the facilitator
    OTHER_VIEW = "other_view"  # action: that somebody sees it otherwise than its owner, for the facilitator
    ESCALATED = "escalated"  # action: what is to be decided, for whoever is to decide
    RISK = "risk"  # risk: for somebody who is asked to look
    RISK_ASKED = "risk_asked"  # workshop: whether a reply is about a risk, for its author
    RISK_RAISED = "risk_raised"  # risk: what happens with it, for its author
    RISK_UNHEARD = "risk_unheard"  # risk: nobody has looked and nobody is left to ask
    NOT_DELIVERED = "not_delivered"  # letter that Slack refused, for the facilitator


@dataclass(frozen=True)
class Letter:
    """``key`` is unique in its installation: writing the same letter twice stores it once.

    ``lane`` is the channel or the person that it goes to; letters of a lane go out one after the other.
    ``standing`` names a message that is kept current: posted the first time, updated in place afterwards.
    ``under`` names the standing message in whose thread it is posted.
    """

    key: str
    kind: LetterKind
    lane: ChannelId | UserId
    subject: int
    not_before: datetime
    detail: str = ""
    standing: str | None = None
    under: str | None = None


@dataclass(frozen=True)
class Claimed:
    """A letter in somebody's hand. More than one attempt means that an earlier one may have reached Slack."""

    id: LetterId
    installation: InstallationId
    letter: Letter
    attempts: int
    first_tried_at: datetime


@dataclass(frozen=True)
class Post:
    """Where a message stands in Slack."""

    channel: ChannelId
    ts: MessageTs
