"""A person's own page in the app, and the help that `/case` gives."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, DividerBlock
from slack_sdk.models.views import View

from bot.cases import CaseFile
from bot.home import Home
from handlers.views import ids
from handlers.views.actions import my_actions
from handlers.views.blocks import button, buttons, heading, paragraph, small_print
from handlers.views.cases import phase_words
from prompts.words import Markup, Words

MOST_SHOWN = 15
"""Of each kind: the page may have a hundred blocks, and nobody reads that many."""


def home(say: Words, page: Home) -> View:
    """What waits for this person, what they own, what they run."""
    return View(
        type="home",
        blocks=[
            heading(say.plain("home-reflections")),
            *_reflections(say, page.reflections[:MOST_SHOWN]),
            DividerBlock(),
            heading(say.plain("home-actions")),
            *my_actions(say, page.actions[:MOST_SHOWN]),
            DividerBlock(),
            heading(say.plain("home-cases")),
            *_cases(say, page.running[:MOST_SHOWN]),
            buttons(button(say.plain("button-open-case"), ids.CASE_OPEN, "home")),
            small_print(say.rich("privacy-short")),
        ],
    )


def case_list(say: Words, files: Sequence[CaseFile]) -> str:
    """The cases that somebody has a part in, a line each."""
    if not files:
        return say.rich("cases-none")
    return "\n".join([say.rich("cases-some"), *(_case_line(say, file) for file in files)])


def _reflections(say: Words, waiting: Sequence[CaseFile]) -> list[Block]:
    return [
        paragraph(
            say.rich(
                "home-reflection",
                reference=file.case.reference,
                pseudonym=file.case.pseudonym,
                date=file.workshop.held_on,
            ),
            accessory=button(say.plain("button-answer"), ids.REFLECTION_OPEN, file.workshop.id),
        )
        for file in waiting
    ] or [paragraph(say.rich("home-reflections-none"))]


def _cases(say: Words, running: Sequence[CaseFile]) -> list[Block]:
    return [paragraph(_case_line(say, file)) for file in running] or [paragraph(say.rich("home-cases-none"))]


def _case_line(say: Words, file: CaseFile) -> str:
    return say.rich(
        "case-line",
        reference=file.case.reference,
        pseudonym=file.case.pseudonym,
        phase=phase_words(say, file.workshop),
        date=file.workshop.held_on,
        channel=Markup(f"<#{file.case.channel}>" if file.case.channel else ""),
    )
