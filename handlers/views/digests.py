"""The weekly digest: the facts in words, the picture of them, and the form that chooses its day and hour."""

from collections.abc import Sequence
from datetime import date

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.contents.digests import WeeklyDigest
from bot.digests import Progress, Rhythm
from bot.pictures import Line, Panel, Picture
from bot.workshop.action import Action
from bot.workshop.digest import HOURS, WEEKDAYS, Tally
from handlers.views import ids
from handlers.views.action_form import level_of
from handlers.views.actions import due_of, owner_of, state_of
from handlers.views.blocks import Message, button, buttons, cut, heading, message, paragraph, select_input
from prompts.words import Markup, Words, escape

BAND_WORDS = {
    "waiting": "digest-band-waiting",
    "open": "digest-band-open",
    "done": "digest-band-done",
    "helped": "digest-band-helped",
    "in_vain": "digest-band-in-vain",
}
MARK_WORDS = {"late": "digest-band-late", "blocked": "digest-band-blocked"}
COUNT_WORDS = {
    "waiting": "digest-count-waiting",
    "open": "digest-count-open",
    "done": "digest-count-done",
    "helped": "digest-count-helped",
    "in_vain": "digest-count-in-vain",
    "late": "digest-count-late",
    "blocked": "digest-count-blocked",
}
MOST_NAMED = 8
"""Actions under each heading: the plan has all of them."""

LONGEST = 160
LONGEST_ALT = 1000


def digest(say: Words, facts: WeeklyDigest) -> Message:
    """What moved, what is late or blocked, what comes; then how each of the two plans stands."""
    news = facts.news
    blocks: list[Block] = [heading(say.plain("digest-title", reference=facts.case.reference, date=facts.day))]
    for title, actions in (
        (say.rich("digest-moved"), news.moved),
        (say.rich("digest-blocked"), news.blocked),
        (say.rich("digest-late"), news.late),
        (say.rich("digest-soon"), news.soon),
    ):
        if actions:
            blocks.append(paragraph("\n".join([title, *_lines(say, actions)])))
    blocks += [paragraph(_standing(say, each)) for each in news.progress if each.now.total]
    when = button(say.plain("button-digest"), ids.DIGEST_OPEN, facts.workshop.id)
    return message([*blocks, buttons(when)])


def picture(say: Words, facts: WeeklyDigest) -> Picture:
    """The same facts, week by week."""
    shown = [each for each in facts.news.progress if each.now.total]
    return Picture(
        title=say.plain("digest-picture-title", reference=facts.case.reference, date=facts.day),
        weeks=tuple(say.plain("digest-picture-week", date=at.date()) for at, _ in facts.news.progress[0].weeks),
        panels=tuple(_panel(say, each) for each in shown),
        words=cut(" ".join(_spoken(say, each) for each in shown), LONGEST_ALT),
    )


def digest_form(say: Words, rhythm: Rhythm) -> View:
    """Which day, which hour, or none at all."""
    digest = rhythm.digest
    days = [(str(day), say.plain("digest-form-day", day=day)) for day in WEEKDAYS]
    hours = [(str(hour), f"{hour:02d}:00") for hour in HOURS]
    chosen = ids.NONE if digest.weekday is None else str(digest.weekday)
    return View(
        type="modal",
        callback_id=ids.DIGEST_FORM,
        private_metadata=str(digest.workshop),
        title=say.plain("digest-form-title"),
        submit=say.plain("digest-form-send"),
        close=say.plain("form-close"),
        blocks=[
            paragraph(say.rich("digest-form-about", reference=rhythm.file.case.reference)),
            select_input(
                ids.WEEKDAY,
                say.plain("digest-form-weekday"),
                [(ids.NONE, say.plain("digest-form-none")), *days],
                chosen=chosen,
            ),
            select_input(ids.HOUR, say.plain("digest-form-hour"), hours, chosen=str(digest.hour)),
        ],
    )


def _lines(say: Words, actions: Sequence[Action]) -> list[str]:
    shown = [
        say.rich(
            "digest-line",
            change=Markup(cut(escape(each.change), LONGEST)),
            owner=owner_of(say, each),
            due=due_of(say, each),
            state=state_of(say, each.state),
        )
        for each in actions[:MOST_NAMED]
    ]
    more = len(actions) - MOST_NAMED
    return [*shown, *([say.rich("digest-more", count=more)] if more > 0 else [])]


def _standing(say: Words, progress: Progress) -> str:
    return say.rich("digest-standing", level=level_of(say, progress.level), counts=_counts(say, progress.now))


def _spoken(say: Words, progress: Progress) -> str:
    """The line of one panel for somebody who does not see it: how it stands, and how it stood at first."""
    before = _counts(say, progress.weeks[0][1]) or say.plain("digest-nothing-yet")
    return say.plain(
        "digest-picture-words",
        level=level_of(say, progress.level),
        counts=_counts(say, progress.now),
        first=_date(progress),
        before=before,
    )


def _date(progress: Progress) -> date:
    return progress.weeks[0][0].date()


def _counts(say: Words, tally: Tally) -> str:
    """Every kind that there is any of, with how many."""
    return ", ".join(
        say.plain(key, count=getattr(tally, name)) for name, key in COUNT_WORDS.items() if getattr(tally, name)
    )


def _panel(say: Words, progress: Progress) -> Panel:
    return Panel(
        level_of(say, progress.level),
        tuple(Line(say.plain(key), _each_week(progress, name)) for name, key in BAND_WORDS.items()),
        tuple(Line(say.plain(key), _each_week(progress, name)) for name, key in MARK_WORDS.items()),
    )


def _each_week(progress: Progress, name: str) -> tuple[int, ...]:
    return tuple(getattr(each, name) for _, each in progress.weeks)
