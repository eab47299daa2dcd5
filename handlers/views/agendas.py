"""What is still to come in a session, with a question of the moment; and who has been heard."""

from slack_sdk.models.blocks import Block, ButtonElement
from slack_sdk.models.views import View

from bot.agendas import ToCome
from bot.voices import Voices
from bot.workshop.agenda import Listening, Planned
from handlers.views import ids
from handlers.views.blocks import button, buttons, choice_input, paragraph, small_print, text_input, ticks_input
from handlers.views.silent import writers_told
from prompts.pack import in_language
from prompts.words import Words, mention

LONGEST_QUESTION = 300
MINUTES = ("5", "10", "15", "20", "30")


def agenda_form(say: Words, to_come: ToCome, *, asked: bool = False) -> View:
    """Sending the form asks its question next; each stage that is to come can be taken out or brought forward."""
    workshop, running = to_come.file.workshop, "yes" if to_come.running else "no"
    edition = len(to_come.stages)
    silent = [(ids.SILENT, say.plain("agenda-silent"))]
    return View(
        type="modal",
        callback_id=ids.AGENDA_FORM,
        private_metadata=str(workshop.id),
        title=say.plain("agenda-title"),
        submit=say.plain("agenda-ask", running=running),
        close=say.plain("form-done"),
        blocks=[
            paragraph(say.rich("agenda-asked" if asked else "agenda-about", running=running)),
            *_stages(say, to_come),
            text_input(
                ids.of_try(ids.QUESTION, edition),
                say.plain("agenda-question"),
                hint=say.plain("agenda-question-hint"),
                longest=LONGEST_QUESTION,
            ),
            choice_input(
                ids.of_try(ids.MINUTES, edition),
                say.plain("agenda-minutes"),
                [(each, say.plain("agenda-minutes-option", minutes=int(each))) for each in MINUTES],
                chosen=MINUTES[1],
            ),
            ticks_input(ids.of_try(ids.SILENT, edition), say.plain("agenda-how"), silent),
            buttons(_time(say, to_come), _wording(say, to_come)),
        ],
    )


def voices_view(say: Words, voices: Voices) -> View:
    """Who has said least comes first."""
    lines = [
        say.rich(
            "voices-line" if each.replies else "voices-silent",
            person=mention(each.participant.user),
            role=each.participant.role,
            replies=each.replies,
            words=each.words,
        )
        for each in voices.voices
    ]
    return View(
        type="modal",
        callback_id=ids.NOTICE,
        title=say.plain("voices-title"),
        close=say.plain("form-done"),
        blocks=[
            paragraph(say.rich("voices-about", reference=voices.file.case.reference)),
            *(writers_told(say, voices.writers) if voices.writers else []),
            *(paragraph(line) for line in lines),
            small_print(say.rich("voices-meaning")),
        ],
    )


def _stages(say: Words, to_come: ToCome) -> list[Block]:
    shown: list[Block] = []
    for place, each in enumerate(to_come.stages):
        shown.append(paragraph(_line(say, to_come, each)))
        value = f"{to_come.file.workshop.id}:{each.name}"
        offered = [button(say.plain("agenda-skip"), ids.AGENDA_SKIP, value)]
        if place:
            offered.insert(0, button(say.plain("agenda-earlier"), ids.AGENDA_EARLIER, value))
        shown.append(buttons(*offered))
    return shown or [paragraph(say.rich("agenda-none"))]


def _line(say: Words, to_come: ToCome, planned: Planned) -> str:
    question = planned.question or in_language(to_come.pack.prompt(planned.name).question, say.language)
    silent = "yes" if planned.listens is Listening.SILENT else "no"
    return say.rich("agenda-line", question=question, minutes=planned.minutes, silent=silent)


def _time(say: Words, to_come: ToCome) -> ButtonElement:
    workshop = to_come.file.workshop
    if workshop.timekeeping:
        return button(say.plain("agenda-time-off"), ids.AGENDA_TIME, f"{workshop.id}:0")
    return button(say.plain("agenda-time-on"), ids.AGENDA_TIME, f"{workshop.id}:1")


def _wording(say: Words, to_come: ToCome) -> ButtonElement:
    workshop = to_come.file.workshop
    if workshop.kind_wording:
        return button(say.plain("agenda-wording-off"), ids.AGENDA_WORDING, f"{workshop.id}:0")
    return button(say.plain("agenda-wording-on"), ids.AGENDA_WORDING, f"{workshop.id}:1")
