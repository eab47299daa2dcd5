"""The live session: its ground rules, and the card that opens each stage's thread."""

from slack_sdk.models.blocks import Block

from bot.contents.sessions import GroundRules, Kinder, StageCard, StageTime
from bot.workshop.session import Stage
from handlers.views import ids
from handlers.views.blocks import Message, button, buttons, heading, link_to_message, message, paragraph, small_print
from handlers.views.notices import with_models
from prompts.pack import Pack, in_language
from prompts.words import Markup, Words


def ground_rules(say: Words, facts: GroundRules) -> Message:
    """How the session is held, where its agenda says so, and what is kept of it."""
    models = with_models(say, facts.workshop, by_meaning=facts.by_meaning)
    privacy = [paragraph(say.rich("ground-rules-privacy")), *models]
    if facts.rules is None:
        return message(privacy)
    rules = paragraph(say.rich("ground-rules", rules=in_language(facts.rules, say.language)))
    return message([heading(say.plain("ground-rules-title")), rules, *privacy])


def stage_card(say: Words, facts: StageCard, workspace: str) -> Message:
    """The question, how long for, how replies are kept, and once it is over where the next one is."""
    stage, helping = facts.stage, _help(say, facts)
    return message(
        [
            heading(say.plain("stage-card-title", number=stage.position, total=facts.total, minutes=stage.minutes)),
            paragraph(say.rich("stage-card-question", question=question_of(say, facts.agenda, stage))),
            *([small_print(say.rich("stage-card-help", help=helping))] if helping else []),
            small_print(_how_kept(say, stage)),
            *_buttons(say, stage),
            *_following(say, facts, workspace),
        ]
    )


def _buttons(say: Words, stage: Stage) -> list[Block]:
    """Write for oneself where that is asked, else for somebody who speaks; nothing once the stage is closed."""
    if not stage.listening or stage.paused:
        return []
    if stage.silent:
        return [buttons(button(say.plain("button-write-silently"), ids.SILENT_WRITE, stage.id, style="primary"))]
    write = buttons(button(say.plain("button-spoken"), ids.SPOKEN_WRITE, stage.id))
    return [write, small_print(say.rich("spoken-by-whom"))]


def kinder_way(say: Words, facts: Kinder) -> Message:
    """What to ask instead. It stands beside the reply, so that there is no need to say which."""
    instead = in_language(facts.instead, say.language)
    hint = paragraph(say.rich("kinder", words=facts.words, instead=instead))
    return message([hint, small_print(say.rich("kinder-kept"))])


def stage_time(say: Words, facts: StageTime) -> Message:
    """One quiet line in the stage's thread."""
    if facts.near:
        return message([paragraph(say.rich("stage-time-near", minutes=facts.minutes_left))])
    return message([paragraph(say.rich("stage-time-half", minutes=facts.minutes_left))])


def _following(say: Words, facts: StageCard, workspace: str) -> list[Block]:
    if facts.following is None:
        return []
    place = Markup(f"<{link_to_message(facts.following, workspace)}|{say.rich('stage-card-next-place')}>")
    return [small_print(say.rich("stage-card-next", place=place))]


def _how_kept(say: Words, stage: Stage) -> str:
    if not stage.listening:
        return say.rich("stage-card-closed")
    if stage.paused:
        return say.rich("stage-card-paused")
    return say.rich("stage-card-silent" if stage.silent else "stage-card-kept")


def question_of(say: Words, agenda: Pack, stage: Stage) -> str:
    """What the stage asks: the agenda's question, or one that was added on the spot."""
    return stage.question or in_language(agenda.prompt(stage.name).question, say.language)


def _help(say: Words, facts: StageCard) -> str:
    if facts.stage.question:
        return ""
    return in_language(facts.agenda.prompt(facts.stage.name).help, say.language)
