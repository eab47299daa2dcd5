"""The audit log: who did what with confidential words, and when. Ids, never words."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.workshop.ids import UserId, WorkshopId


class Deed(StrEnum):
    """What somebody did; the ``subject`` of each is the number of the thing in its comment."""

    ANSWERS_READ = "answers_read"  # none: every answer of the workshop
    BRIEF_READ = "brief_read"  # none
    ALIAS_ADDED = "alias_added"  # alias
    ALIAS_DROPPED = "alias_dropped"  # alias
    IDENTIFIER_KEPT = "identifier_kept"  # none: an answer's author kept what the guard had found
    RISK_RAISED = "risk_raised"  # risk
    RISK_SEEN = "risk_seen"  # risk
    RISK_PASSED_ON = "risk_passed_on"  # risk: to the next contact, because nobody had looked
    WORDS_WITHDRAWN = "words_withdrawn"  # contribution: by its author, with the shortcut
    VOICES_COUNTED = "voices_counted"  # none: who has been heard in a session
    SO_FAR_READ = "so_far_read"  # none: what a running session has come to
    TAKEN_OVER = "taken_over"  # none: the deputy is the facilitator now
    ROOM_SHARED = "room_shared"  # none: went on in a channel that another organisation shares, or was offered
    ROOM_SPREAD = "room_spread"  # none: went on in a channel that other workspaces of the organisation share
    ROOM_UNSEEN = "room_unseen"  # none: went on although Slack could not be asked about the channel
    SUMMARY_PUBLISHED = "summary_published"  # summary
    SUMMARY_WITHDRAWN = "summary_withdrawn"  # summary
    WENT_ON_WITHOUT = "went_on_without"  # none: the actions are followed up although no summary is published
    ACTIONS_READ = "actions_read"  # action: its words and its record, at the terminal
    EXPORTED = "exported"  # none: somebody's own learning record


@dataclass(frozen=True)
class Entry:
    """One line of the log. ``by`` is ``None`` for what the bot did by itself."""

    at: datetime
    by: UserId | None
    deed: Deed
    workshop: WorkshopId | None = None
    subject: int | None = None
