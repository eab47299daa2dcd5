"""A longer reflection for oneself alone: a copy of it, and the ways to it."""

from itertools import groupby

from slack_sdk.models.blocks import Block

from bot.contents.learning import OwnCopy
from handlers.views.answers import answer_shown
from handlers.views.blocks import Message, heading, message, paragraph, paragraphs, small_print
from prompts.pack import in_language
from prompts.words import Words


def own_copy(say: Words, copy: OwnCopy) -> Message:
    """Questions and answers in full, for their author."""
    title = say.plain("own-copy-title", reference=copy.case.reference, part=copy.part, parts=copy.parts)
    blocks: list[Block] = [heading(title)]
    for name, passages in groupby(copy.passages, key=lambda each: each.prompt):
        prompt = copy.pack.prompt(name)
        words = "".join(each.words for each in passages)
        blocks.append(paragraph(say.rich("own-copy-question", question=in_language(prompt.question, say.language))))
        blocks += paragraphs(answer_shown(say, prompt, words).text if words else say.rich("own-copy-skipped"))
    blocks.append(small_print(say.rich("own-copy-where")))
    return message(blocks)
