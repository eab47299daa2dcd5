"""The summary: the draft as its facilitator reviews it, the words behind a line, and what is published."""

from collections.abc import Sequence
from itertools import groupby

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.contents.summaries import SummaryDraft, SummaryPage
from bot.summaries import Draft, Evidence, LineReview
from bot.workshop.session import Place
from bot.workshop.summary import Finding, FindingKind, SourceKind, SummaryState
from handlers.views import ids
from handlers.views.blocks import (
    Message,
    button,
    buttons,
    heading,
    link_to,
    message,
    paragraph,
    paragraphs,
    small_print,
)
from handlers.views.tags import settled_told
from prompts.words import Markup, Words, mention

KIND_WORDS = {
    FindingKind.STRENGTH: "finding-strength",
    FindingKind.MISSED_OPPORTUNITY: "finding-missed-opportunity",
    FindingKind.THEME: "finding-theme",
    FindingKind.OPEN_QUESTION: "finding-open-question",
}

MOST_PARAGRAPHS = 60
"""Of up to 3,000 characters: a window may hold 250 kB, and a hundred blocks."""


def draft_ready(say: Words, facts: SummaryDraft) -> Message:
    summary = facts.summary
    if facts.replaced:
        replaced = say.rich("summary-draft-replaced", reference=facts.case.reference, version=summary.version)
        return message([paragraph(replaced)])
    if summary.state is not SummaryState.DRAFT:
        return message([paragraph(say.rich("summary-draft-published", reference=facts.case.reference))])
    ready = say.rich(
        "summary-draft-ready", reference=facts.case.reference, count=len(summary.lines), version=summary.version
    )
    review = button(say.plain("button-review"), ids.SUMMARY_REVIEW, summary.workshop, style="primary")
    return message([paragraph(ready), buttons(review)])


def review_form(say: Words, draft: Draft) -> View:
    """Every line, with the words behind it one tap away; sending the form publishes."""
    summary = draft.summary
    blocks: list[Block] = [paragraph(say.rich("review-form-about", version=summary.version))]
    for kind, findings in groupby(summary.lines, key=lambda finding: finding.kind):
        blocks.append(heading(say.plain(KIND_WORDS[kind])))
        for finding in findings:
            behind = button(say.plain("button-evidence"), ids.SUMMARY_EVIDENCE, f"{summary.id}:{finding.id}")
            blocks.append(paragraph(_line(say, finding), accessory=behind))
    if draft.unquoted:
        blocks.append(small_print(say.rich("review-form-unquoted", count=draft.unquoted)))
    return View(
        type="modal",
        callback_id=ids.SUMMARY_FORM,
        private_metadata=str(summary.id),
        title=say.plain("review-form-title"),
        submit=say.plain("review-form-publish"),
        close=say.plain("form-close"),
        blocks=blocks,
    )


def evidence_view(say: Words, line: LineReview) -> View:
    """The full words that a line rests on, and the way to leave it out."""
    drop = button(say.plain("button-drop"), ids.SUMMARY_DROP, f"{line.summary}:{line.finding}", style="danger")
    if line.left_out:
        blocks: list[Block] = [paragraph(say.rich("evidence-left-out"))]
    elif not line.evidence:
        blocks = [paragraph(say.rich("evidence-gone"))]
    else:
        blocks = [*_behind(say, line.evidence), buttons(drop)]
    return View(
        type="modal",
        callback_id=ids.SUMMARY_EVIDENCE_VIEW,
        title=say.plain("evidence-title"),
        close=say.plain("form-back"),
        blocks=blocks,
    )


def _behind(say: Words, evidence: Sequence[Evidence]) -> list[Block]:
    """As much of *evidence* as a window has room for, each to its end, and how much more there is."""
    blocks: list[Block] = []
    for number, each in enumerate(evidence):
        parts = paragraphs(_told(say, each))
        if number and len(blocks) + len(parts) > MOST_PARAGRAPHS:
            return [*blocks, paragraph(say.rich("more-not-shown", count=len(evidence) - number))]
        blocks += parts
    return blocks


def summary_page(say: Words, facts: SummaryPage, workspace: str) -> Message:
    """The published findings under their headings, each with where it was said. *workspace* is its web address."""
    blocks: list[Block] = [
        heading(say.plain("summary-title", reference=facts.case.reference, page=facts.page, pages=facts.pages))
    ]
    if facts.page == 1 and facts.summary.approved_by and facts.summary.approved_at:
        approved = facts.summary.approved_at.date()
        blocks.append(
            small_print(say.rich("summary-approved", person=mention(facts.summary.approved_by), date=approved))
        )
    for kind, findings in groupby(facts.findings, key=lambda finding: finding.kind):
        lines = [_cited(say, finding, facts.evidence[finding.id], workspace) for finding in findings]
        blocks.append(paragraph(say.rich("summary-heading", heading=say.plain(KIND_WORDS[kind]))))
        blocks += [part for line in lines for part in paragraphs(line)]
    if facts.page == facts.pages:
        blocks.append(small_print(say.rich("summary-closing")))
    return message(blocks)


def kind_words(say: Words, kind: FindingKind) -> str:
    """The heading that lines of this kind stand under."""
    return say.plain(KIND_WORDS[kind])


def _line(say: Words, finding: Finding) -> str:
    return say.rich("summary-line", words=finding.words, speaker=_speaker(say, finding.speaker))


def _cited(say: Words, finding: Finding, behind: Sequence[Evidence], workspace: str) -> str:
    """The line with where it was said. How many wrote it in private is not told: that could name them."""
    private = (
        [say.rich("summary-place-answer")] if any(each.place is None and not each.silent for each in behind) else []
    )
    private += [say.rich("summary-place-silent")] if any(each.silent for each in behind) else []
    replies = [each.place for each in behind if each.place is not None]
    places = [*private, *(_link(say, number, place, workspace) for number, place in enumerate(replies, start=1))]
    if not places:
        return _line(say, finding)
    return say.rich(
        "summary-line-cited",
        words=finding.words,
        speaker=_speaker(say, finding.speaker),
        places=Markup(", ".join(places)),
    )


def _link(say: Words, number: int, place: Place, workspace: str) -> str:
    return f"<{link_to(place, workspace)}|{say.rich('summary-place-reply', number=number)}>"


def _told(say: Words, each: Evidence) -> str:
    return "\n".join([_who_said(say, each), *(settled_told(say, tag) for tag in each.tags)])


def _who_said(say: Words, each: Evidence) -> str:
    speaker = _speaker(say, each.speaker)
    if each.scribe:
        return say.rich("evidence-spoken", speaker=speaker, words=each.words, scribe=mention(each.scribe))
    return say.rich(_origin(each), speaker=speaker, words=each.words)


def _origin(evidence: Evidence) -> str:
    if evidence.silent:
        return "evidence-silent"
    return "evidence-answer" if evidence.source.kind is SourceKind.ANSWER else "evidence-contribution"


def _speaker(say: Words, speaker: str) -> str:
    return speaker or say.plain("speaker-unattributed")
