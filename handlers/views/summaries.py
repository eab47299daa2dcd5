"""The summary as messages: that a draft is ready, and what is published, corrected or withdrawn."""

from collections.abc import Iterator
from itertools import groupby

from slack_sdk.models.blocks import Block

from bot.contents.summaries import SummaryDraft, SummaryEnded, SummaryPage
from bot.synthesis.draft import Rule
from bot.synthesis.summary import Summary, SummaryState
from handlers.views import ids
from handlers.views.blocks import (
    Message,
    button,
    buttons,
    heading,
    link_to_message,
    message,
    paragraph,
    paragraphs,
    small_print,
)
from handlers.views.cited import cited
from handlers.views.lines import heading_words, name_words
from prompts.words import Markup, Words, mention

LONGEST_OVERVIEW = 3_000


def draft_ready(say: Words, facts: SummaryDraft) -> Message:
    """That there is something to check; in no case does anything change before it is."""
    summary, reference = facts.summary, facts.case.reference
    if facts.replaced:
        replaced = say.rich("summary-draft-replaced", reference=reference, version=summary.version)
        return message([paragraph(replaced)])
    if summary.state is SummaryState.WITHDRAWN:
        return message([paragraph(say.rich("summary-draft-withdrawn", reference=reference))])
    if summary.state is not SummaryState.DRAFT:
        return message([paragraph(say.rich("summary-draft-published", reference=reference))])
    review = button(say.plain("button-review"), ids.SUMMARY_REVIEW, summary.workshop, style="primary")
    taken_back = [paragraph(say.rich("summary-draft-taken-back", count=facts.taken_back))] if facts.taken_back else []
    return message([*taken_back, paragraph(_ready(say, facts)), buttons(review)])


def _ready(say: Words, facts: SummaryDraft) -> str:
    summary, found = facts.summary, facts.changes
    if facts.standing is None:
        return say.rich(
            "summary-draft-ready", reference=facts.case.reference, count=len(summary.lines), version=summary.version
        )
    if not summary.lines:
        return say.rich("summary-draft-emptied", reference=facts.case.reference, version=summary.version)
    return say.rich(
        "summary-draft-proposed",
        reference=facts.case.reference,
        version=summary.version,
        new=len(found.new),
        changed=len(found.changed),
        gone=len(found.gone),
    )


def summary_page(say: Words, facts: SummaryPage, workspace: str) -> Message:
    """The published findings under their headings, each with where it was said. *workspace* is its web address."""
    blocks: list[Block] = [
        heading(say.plain("summary-title", reference=facts.case.reference, page=facts.page, pages=facts.pages))
    ]
    if facts.page == 1:
        blocks += _approved(say, facts)
    if facts.overview:
        blocks += [*_overview(say, facts), small_print(say.rich("summary-details", count=len(facts.findings)))]
    else:
        blocks += _lines(say, facts, workspace)
    if facts.page == facts.pages or facts.overview:
        blocks.append(small_print(say.rich("summary-closing")))
    return message(blocks)


def ended(say: Words, facts: SummaryEnded, workspace: str) -> Message:
    """In the place of a version that people have read, and of each of its pages."""
    summary, reference = facts.summary, facts.case.reference
    if not facts.first:
        return message([paragraph(say.rich("summary-page-gone", reference=reference, version=summary.version))])
    person, at = mention(summary.ended_by or ""), summary.ended_at or summary.drafted_at
    if summary.state is SummaryState.WITHDRAWN:
        told = say.rich("summary-withdrawn", reference=reference, person=person, date=at.date())
    else:
        link = Markup(f"<{link_to_message(facts.now, workspace)}|{say.rich('summary-newer')}>") if facts.now else None
        newer = link or say.plain("summary-newer")
        told = say.rich("summary-corrected", reference=reference, person=person, date=at.date(), newer=newer)
    return message([paragraph(told)])


def _approved(say: Words, facts: SummaryPage) -> list[Block]:
    summary = facts.summary
    if not summary.approved_by or not summary.approved_at:
        return []
    told = say.rich("summary-approved", person=mention(summary.approved_by), date=summary.approved_at.date())
    return [small_print("\n".join([told, *_with_models(say, summary), *_corrects(say, summary)]))]


def _with_models(say: Words, summary: Summary) -> list[str]:
    """Where lines of it were put together by meaning too, or are a language model's, everybody is told."""
    rules = {each.line.why.rule for each in summary.lines}
    by_meaning = [say.rich("summary-by-meaning")] if Rule.MEANT in rules else []
    written = [say.rich("summary-with-model", model=summary.made.model)] if Rule.MODEL in rules else []
    return [*by_meaning, *written]


def _corrects(say: Words, summary: Summary) -> list[str]:
    found = summary.made.against
    if found is None:
        return []
    told = say.rich("summary-corrects", version=found.version, new=found.new, changed=found.changed, gone=found.gone)
    return [told]


def _overview(say: Words, facts: SummaryPage) -> Iterator[Block]:
    """What each line is called, as far as one message has room; all of them follow in the thread."""
    room = LONGEST_OVERVIEW
    for at, findings in groupby(facts.findings, key=lambda each: each.heading):
        lines = [say.rich("summary-heading", heading=heading_words(say, at))]
        some = list(findings)
        for number, each in enumerate(some):
            title = say.rich("summary-overview-line", title=name_words(say, each.line))
            if room < len(title):
                lines.append(say.rich("more-not-shown", count=len(some) - number))
                break
            room -= len(title)
            lines.append(title)
        yield from paragraphs("\n".join(lines))


def _lines(say: Words, facts: SummaryPage, workspace: str) -> Iterator[Block]:
    for at, findings in groupby(facts.findings, key=lambda each: each.heading):
        yield paragraph(say.rich("summary-heading", heading=heading_words(say, at)))
        for finding in findings:
            yield from paragraphs(cited(say, finding.line, facts.evidence, workspace))
