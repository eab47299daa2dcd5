"""What people are asked once the session is over, and the reminder of it."""

from slack_sdk.models.blocks import Block

from bot import rounds
from bot.contents.reflections import Afterwards, AfterwardsReminder, Asked
from bot.workshop.reflection import Occasion, Round
from bot.workshop.workshop import Workshop
from handlers.views import ids
from handlers.views.blocks import Message, button, buttons, heading, message, paragraph, small_print
from prompts.pack import in_language
from prompts.words import Words, mention


def afterwards(say: Words, facts: Afterwards) -> Message:
    """What is asked, how long it takes, who reads it and until when it can be changed: a paragraph for each round."""
    return message(
        [
            heading(say.plain("afterwards-title", reference=facts.case.reference)),
            paragraph(
                say.rich(
                    "afterwards-about",
                    pseudonym=facts.case.pseudonym,
                    facilitator=mention(facts.workshop.facilitator),
                )
            ),
            *(_asked(say, facts.workshop, each) for each in facts.asked),
            *_besides(say, facts),
            small_print(say.rich("privacy-short")),
        ]
    )


def reminder(say: Words, facts: AfterwardsReminder) -> Message:
    """What still waits, with a way to be asked later and a way out."""
    asked = ids.of_round(Round(facts.workshop.id, facts.waiting[0].pack.id))
    about = say.rich("afterwards-reminder", reference=facts.case.reference, pseudonym=facts.case.pseudonym)
    return message(
        [
            paragraph(about),
            *(_asked(say, facts.workshop, each) for each in facts.waiting),
            buttons(
                button(say.plain("button-tomorrow"), ids.REFLECTION_SNOOZE, asked),
                button(say.plain("button-cannot"), ids.REFLECTION_DECLINE, asked),
            ),
        ]
    )


def _besides(say: Words, facts: Afterwards) -> list[Block]:
    """What came of a pulse, for those who want to know, and room for those who want more."""
    more = [button(say.plain("button-learning"), ids.LEARNING_OPEN, facts.workshop.id)]
    pulse = next((each.pack for each in facts.asked if rounds.occasion(each.pack) is Occasion.TOGETHER), None)
    if pulse is not None:
        asked = ids.of_round(Round(facts.workshop.id, pulse.id))
        more.insert(0, button(say.plain("button-pulse"), ids.PULSE_SEE, asked))
    return [buttons(*more), small_print(say.rich("afterwards-learning"))]


def _asked(say: Words, workshop: Workshop, asked: Asked) -> Block:
    pack = asked.pack
    label = say.plain("button-change-answers") if asked.answered else say.plain("button-answer")
    words = say.rich(
        "afterwards-answered" if asked.answered else "afterwards-round",
        occasion=rounds.occasion(pack),
        title=in_language(pack.title, say.language),
        questions=len(pack.prompts),
        minutes=pack.minutes,
        date=asked.until,
        smallest=pack.smallest_group or 0,
    )
    return paragraph(words, accessory=button(label, ids.REFLECTION_OPEN, ids.of_round(Round(workshop.id, pack.id))))
