"""“Here is what happened with what you said”: to one contributor, about their own words."""

from collections import defaultdict
from itertools import groupby

from slack_sdk.models.blocks import Block

from bot.contents.outcomes import OutcomeLetter
from bot.outcomes import Line
from handlers.views.blocks import Message, heading, link_to_message, message, paragraph, paragraphs
from handlers.views.lines import heading_words, name_words
from prompts.words import Markup, Words, mention

MOST_LINES = 10
"""Told one by one: nobody needs more to see that they were heard."""


def outcome(say: Words, facts: OutcomeLetter, workspace: str) -> Message:
    """Which lines rest on the reader's words, what became of the rest, and what comes next."""
    found, case = facts.outcome, facts.case
    link = facts.published and Markup(f"<{link_to_message(facts.published, workspace)}|{say.rich('outcome-link')}>")
    about = say.rich("outcome-about", pseudonym=case.pseudonym, link=link or say.plain("outcome-link"))
    blocks: list[Block] = [
        heading(say.plain("outcome-title", reference=case.reference)),
        paragraph(about),
        *_lines(say, found.lines),
    ]
    if found.unquoted:
        blocks.append(paragraph(say.rich("outcome-unquoted", count=found.unquoted)))
    if found.confided:
        blocks.append(paragraph(say.rich("outcome-confided", count=found.confided)))
    if found.afterwards:
        blocks.append(paragraph(say.rich("outcome-afterwards", count=found.afterwards)))
    facilitator = mention(facts.workshop.facilitator)
    blocks.append(paragraph(say.rich("outcome-next", actions=found.actions, facilitator=facilitator)))
    return message(blocks)


def _lines(say: Words, lines: tuple[Line, ...]) -> list[Block]:
    if not lines:
        return []
    blocks: list[Block] = [paragraph(say.rich("outcome-lines", count=len(lines)))]
    told: dict[tuple[bool, str], list[str]] = defaultdict(list)
    for line in lines:
        told[line.theirs, _told(say, line)].append(heading_words(say, line.finding.heading))
    for theirs, some in groupby(list(told)[:MOST_LINES], key=lambda each: each[0]):
        blocks.append(paragraph(say.rich("outcome-theirs" if theirs else "outcome-alike")))
        for _, words in some:
            under = "; ".join(dict.fromkeys(told[theirs, words]))
            blocks += paragraphs(say.rich("outcome-line", heading=under, words=words))
    if len(told) > MOST_LINES:
        blocks.append(paragraph(say.rich("outcome-more", count=len(told) - MOST_LINES)))
    return blocks


def _told(say: Words, line: Line) -> str:
    quoted = " ".join(say.plain("line-name-quoted", title=each) for each in line.own)
    return quoted or name_words(say, line.finding.line)
