"""The record of an action: who did what and when, from what to what."""

from datetime import date

from slack_sdk.models.views import View

from bot.records import ActionRecord
from bot.workshop.action import Action, Level, Strength
from bot.workshop.record import Change, Update
from handlers.views import ids
from handlers.views.action_file import strength_of
from handlers.views.action_form import factor_title, level_of
from handlers.views.actions import owner_of, state_of
from handlers.views.blocks import clock_time, heading, paragraph
from prompts.words import Markup, Words, mention

CHANGED_WORDS = {
    "change": "changed-change",
    "level": "changed-level",
    "owner": "changed-owner",
    "outsider": "changed-outsider",
    "due": "changed-due",
    "measure": "changed-measure",
    "baseline": "changed-baseline",
    "expected": "changed-expected",
    "finding": "changed-answers",
    "factor": "changed-answers",
    "strength": "changed-strength",
    "strength_because": "changed-because",
    "if_then": "changed-if-then",
    "reviews": "changed-reviews",
    "sponsor": "changed-sponsor",
    "into": "changed-into",
}
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
    who = say.plain("the-bot") if told.by is None else owner_of(say, action) if told.outside else mention(told.by)
    moved = told.before is not told.after
    key = "history-moved" if moved else "history-changed"
    at = Markup(f"{say.plain('history-day', day=told.at.date())}, {clock_time(told.at).text}")
    lines = [say.rich(key, who=who, at=at, state=state_of(say, told.after))]
    lines += [_changed(say, each) for each in told.changes]
    return "\n".join([*lines, *([say.rich("owner-update-words", words=told.words)] if told.words else [])])


def _changed(say: Words, changed: Change) -> str:
    what = say.plain(CHANGED_WORDS[changed.what])
    if changed.what in {"finding", "strength_because"}:
        return say.rich("history-other", what=what)
    nothing = say.plain("history-nothing")
    was = _shown(say, changed.what, changed.before) if changed.before else nothing
    became = _shown(say, changed.what, changed.after) if changed.after else nothing
    return say.rich("history-change", what=what, before=was, after=became)


def _shown(say: Words, what: str, value: str) -> str | Markup | date:
    """A value of the record as people read it."""
    if what in {"owner", "sponsor"}:
        return mention(value)
    if what == "due":
        return date.fromisoformat(value)
    if what == "factor":
        return factor_title(say, value)
    if what == "strength":
        return strength_of(say, Strength(value))
    return level_of(say, Level(value)) if what == "level" else value
