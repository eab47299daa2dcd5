"""What of an action is another than before, from what to what."""

from datetime import date

from bot.workshop.action import Level, Strength
from bot.workshop.record import Change
from handlers.views.action_form import factor_title, level_of
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
    "snoozed_until": "changed-snoozed",
    "held_until": "changed-held",
    "decider": "changed-decider",
}
STRENGTH_WORDS = {
    Strength.STRONGER: "strength-stronger",
    Strength.INTERMEDIATE: "strength-intermediate",
    Strength.WEAKER: "strength-weaker",
}


def different(say: Words, changed: Change) -> str:
    """One thing about it, with what it was and what it is."""
    what = say.plain(CHANGED_WORDS[changed.what])
    if changed.what in {"finding", "strength_because"}:
        return say.rich("history-other", what=what)
    nothing = say.plain("history-nothing")
    was = _shown(say, changed.what, changed.before) if changed.before else nothing
    became = _shown(say, changed.what, changed.after) if changed.after else nothing
    return say.rich("history-change", what=what, before=was, after=became)


def strength_of(say: Words, strength: Strength) -> str:
    return say.plain(STRENGTH_WORDS[strength])


def _shown(say: Words, what: str, value: str) -> str | Markup | date:
    """A value of the record as people read it."""
    if what in {"owner", "sponsor", "decider"}:
        return mention(value)
    if what in {"due", "snoozed_until", "held_until"}:
        return date.fromisoformat(value)
    if what == "reviews":
        return ", ".join(say.plain("history-day", day=date.fromisoformat(each)) for each in value.split(", "))
    if what == "factor":
        return factor_title(say, value)
    if what == "strength":
        return strength_of(say, Strength(value))
    return level_of(say, Level(value)) if what == "level" else value
