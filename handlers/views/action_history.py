"""The record of an action: who did what and when, from what to what."""

from slack_sdk.models.views import View

from bot.records import ActionRecord
from bot.workshop.action import Action
from bot.workshop.record import Update
from handlers.views import ids
from handlers.views.actions import said_by, state_of
from handlers.views.blocks import clock_time, heading, paragraph
from handlers.views.changes import different
from prompts.words import Markup, Words

MOST_UPDATES = 30
"""Slack takes 250,000 bytes in a window; all of a long record is told at the terminal."""


def history_view(say: Words, record: ActionRecord) -> View:
    """Who did what and when, from what to what; the newest first."""
    action = record.shown.action
    newest = list(reversed(record.updates))[:MOST_UPDATES]
    left = len(record.updates) - len(newest)
    more = [paragraph(say.rich("more-not-shown", count=left))] if left else []
    about = heading(say.plain("history-of", number=action.id))
    return View(
        type="modal",
        callback_id=ids.ACTION_HISTORY,
        title=say.plain("history-title"),
        close=say.plain("form-done"),
        blocks=[about, *(paragraph(_entry(say, action, each)) for each in newest), *more],
    )


def _entry(say: Words, action: Action, told: Update) -> str:
    """One line of the record, with what was said and each thing that changed."""
    who = said_by(say, action, told)
    moved = told.before is not told.after
    key = "history-moved" if moved else "history-changed"
    at = Markup(f"{say.plain('history-day', day=told.at.date())}, {clock_time(told.at).text}")
    lines = [say.rich(key, who=who, at=at, state=state_of(say, told.after))]
    lines += [different(say, each) for each in told.changes]
    return "\n".join([*lines, *([say.rich("owner-update-words", words=told.words)] if told.words else [])])
