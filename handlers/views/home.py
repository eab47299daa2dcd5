"""A person's own page in the app, and the help that `/case` gives."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, DividerBlock
from slack_sdk.models.views import View

from bot import rounds
from bot.cases import CaseFile
from bot.home import Home
from bot.invitations import Waiting
from handlers.views import ids
from handlers.views.actions import my_actions
from handlers.views.blocks import button, buttons, heading, paragraph, small_print
from handlers.views.cases import phase_words
from prompts.pack import in_language
from prompts.words import Markup, Words

MOST_SHOWN = 15
"""Of each kind: the page may have a hundred blocks, and nobody reads that many."""


MOST_LOOKED_BACK_ON = 5
"""Sessions on the page; for those before there is `/reflect mine` with the reference."""


def home(say: Words, page: Home) -> View:
    """What waits for this person, what they own, what they run."""
    return View(
        type="home",
        blocks=[
            heading(say.plain("home-reflections")),
            *_reflections(say, page.reflections),
            DividerBlock(),
            heading(say.plain("home-actions")),
            *my_actions(say, page.actions, MOST_SHOWN),
            buttons(button(say.plain("button-hours"), ids.HOURS_OPEN, "home")),
            DividerBlock(),
            heading(say.plain("home-cases")),
            *_cases(say, page.running),
            buttons(button(say.plain("button-open-case"), ids.CASE_OPEN, "home")),
            *_for_oneself(say, page.sessions),
            small_print(say.rich("privacy-short")),
        ],
    )


def case_list(say: Words, files: Sequence[CaseFile]) -> str:
    """The cases that somebody has a part in, a line each."""
    if not files:
        return say.rich("cases-none")
    lines = [_case_line(say, file) for file in files[:MOST_SHOWN]]
    return "\n".join([say.rich("cases-some"), *lines, *_more(say, files)])


def _reflections(say: Words, waiting: Sequence[Waiting]) -> list[Block]:
    shown = [
        paragraph(
            say.rich(
                "home-reflection",
                occasion=rounds.occasion(each.pack),
                reference=each.file.case.reference,
                pseudonym=each.file.case.pseudonym,
                title=in_language(each.pack.title, say.language),
                date=each.until,
            ),
            accessory=button(say.plain("button-answer"), ids.REFLECTION_OPEN, ids.of_round(each.round)),
        )
        for each in waiting[:MOST_SHOWN]
    ]
    more = [paragraph(line) for line in _more(say, waiting)]
    return [*shown, *more] or [paragraph(say.rich("home-reflections-none"))]


def _for_oneself(say: Words, sessions: Sequence[CaseFile]) -> list[Block]:
    """Where somebody may look back for themselves alone; nothing before their first session."""
    if not sessions:
        return []
    shown: list[Block] = [
        paragraph(
            say.rich("home-learning", reference=each.case.reference, pseudonym=each.case.pseudonym),
            accessory=button(say.plain("button-learning-open"), ids.LEARNING_OPEN, each.workshop.id),
        )
        for each in sessions[:MOST_LOOKED_BACK_ON]
    ]
    return [
        DividerBlock(),
        heading(say.plain("home-learning-title")),
        paragraph(say.rich("home-learning-about")),
        *shown,
    ]


def _cases(say: Words, running: Sequence[CaseFile]) -> list[Block]:
    lines = [*(_case_line(say, file) for file in running[:MOST_SHOWN]), *_more(say, running)]
    return [paragraph(line) for line in lines] or [paragraph(say.rich("home-cases-none"))]


def _more(say: Words, files: Sequence[object]) -> list[str]:
    return [say.rich("more-not-shown", count=len(files) - MOST_SHOWN)] if len(files) > MOST_SHOWN else []


def _case_line(say: Words, file: CaseFile) -> str:
    return say.rich(
        "case-line",
        reference=file.case.reference,
        pseudonym=file.case.pseudonym,
        phase=phase_words(say, file.workshop),
        date=file.workshop.held_on,
        channel=Markup(f"<#{file.case.channel}>" if file.case.channel else ""),
    )
