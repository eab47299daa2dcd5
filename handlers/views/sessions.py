"""The live session: the card that opens each stage's thread."""

from bot.contents.sessions import StageCard
from handlers.views.blocks import Message, heading, message, paragraph, small_print
from prompts.pack import in_language
from prompts.words import Words


def stage_card(say: Words, facts: StageCard) -> Message:
    """The question, how long for, and how replies are kept."""
    agenda = facts.agenda
    prompt = agenda.prompt(facts.stage.name)
    return message(
        [
            heading(
                say.plain(
                    "stage-card-title", number=facts.stage.position, total=len(agenda.prompts), minutes=prompt.minutes
                )
            ),
            paragraph(say.rich("stage-card-question", question=in_language(prompt.question, say.language))),
            small_print(say.rich("stage-card-help", help=in_language(prompt.help, say.language))),
            small_print(say.rich("stage-card-kept" if facts.stage.listening else "stage-card-closed")),
        ]
    )
