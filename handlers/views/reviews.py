"""The review of a draft: every line with what can be done to it, what it rests on, and the forms that change it."""

from collections.abc import Iterator, Sequence

from slack_sdk.models.blocks import Block, ButtonElement, Option, OverflowMenuElement
from slack_sdk.models.views import View

from bot.evidence import Evidence
from bot.reviews import LineReview, Review
from bot.synthesis.draft import Entitled, Heading, Rule
from bot.synthesis.summary import ORDER, Finding, Summary, SummaryState
from bot.workshop.summary import SourceKind
from handlers.views import ids
from handlers.views.blocks import (
    asking_once_more,
    button,
    buttons,
    cut,
    many_input,
    paragraph,
    paragraphs,
    select_input,
    small_print,
    text_input,
)
from handlers.views.lines import heading_words, line_words, name_words, nowhere, why_words
from handlers.views.pages import Entry, paged, shown, turns
from handlers.views.tags import settled_told
from prompts.words import Words, mention

WITHOUT = {
    "too_much": "review-without-too-much",
    "too_late": "review-without-too-late",
    "unreachable": "review-without-unreachable",
    "nonsense": "review-without-nonsense",
}

MOST_PARAGRAPHS = 60
"""Of up to 3,000 characters: a window may hold 250 kB, and a hundred blocks."""

MOST_CHANGES = 8
"""Told one by one; the rest is counted."""

MOST_OPTIONS = 100
LONGEST_OPTION = 75
LONGEST_TITLE = 150
LONGEST_CLAIM = 1000
LONGEST_TO_SPLIT = 600
MOST_TO_SPLIT = 60


def review_form(say: Words, review: Review, page: int = 0) -> View:
    """The newest version, a page of it; sending the last page of a draft publishes it."""
    summary = review.summary
    pages = paged(_entries(say, review, page))
    here = min(page, len(pages) - 1)
    last = here + 1 == len(pages)
    blocks: list[Block] = [*([] if here else _opening(say, review)), *shown(pages, here)]
    if last and review.unquoted:
        blocks.append(small_print(say.rich("review-form-unquoted", count=review.unquoted)))
    blocks += turns(say, summary.workshop, here, len(pages), back=ids.REVIEW_BACK, more=ids.REVIEW_MORE)
    sends = last and summary.state is SummaryState.DRAFT and summary.lines
    return View(
        type="modal",
        callback_id=ids.SUMMARY_FORM,
        private_metadata=str(summary.id),
        title=say.plain("review-form-title"),
        submit=say.plain("review-form-publish") if sends else None,
        close=say.plain("form-close"),
        blocks=blocks,
    )


def evidence_view(say: Words, line: LineReview, page: int = 0) -> View:
    """The full words that a line rests on, and the way to leave it out."""
    finding = line.finding
    if finding is not None and finding.left_out:
        blocks: list[Block] = [paragraph(say.rich("evidence-left-out"))]
    elif finding is None or not line.evidence:
        blocks = [paragraph(say.rich("evidence-gone"))]
    else:
        here = ids.of_line(line.summary.id, finding.id, page)
        drop = button(say.plain("button-drop"), ids.SUMMARY_DROP, here, style="danger")
        offered = [buttons(drop)] if line.summary.state is SummaryState.DRAFT else []
        blocks = [small_print(why_words(say, finding.line)), *_behind(say, line.evidence), *offered]
    return View(
        type="modal",
        callback_id=ids.SUMMARY_EVIDENCE_VIEW,
        title=say.plain("evidence-title"),
        close=say.plain("form-back"),
        blocks=blocks,
    )


def rework_form(say: Words, line: LineReview, finding: Finding, page: int = 0) -> View:
    """What a line is called, what it says in the facilitator's words, where it stands, and what it joins."""
    given = finding.line
    own = given.title.words if given.title.entitled is Entitled.FACILITATOR else None
    headings = [(str(each), heading_words(say, each)) for each in ORDER]
    others = [(str(each.id), cut(name_words(say, each.line), LONGEST_OPTION)) for each in line.beside[:MOST_OPTIONS]]
    join = select_input(ids.JOINED, say.plain("rework-join"), others, hint=say.plain("rework-join-hint"))
    title, claim = say.plain("rework-name"), say.plain("rework-claim")
    return View(
        type="modal",
        callback_id=ids.REWORK_FORM,
        private_metadata=ids.of_line(line.summary.id, finding.id, page),
        title=say.plain("rework-title"),
        submit=say.plain("rework-save"),
        close=say.plain("form-back"),
        blocks=[
            *paragraphs(line_words(say, given, nowhere))[:5],
            text_input(
                ids.TITLE,
                title,
                hint=say.plain("rework-name-hint"),
                initial=own,
                optional=True,
                lines=False,
                longest=LONGEST_TITLE,
            ),
            text_input(
                ids.CLAIM,
                claim,
                hint=say.plain("rework-claim-hint"),
                initial=given.claim or None,
                optional=True,
                longest=LONGEST_CLAIM,
            ),
            select_input(ids.HEADING, say.plain("rework-heading"), headings, chosen=str(given.heading)),
            *([join] if others else []),
        ],
    )


def split_form(say: Words, line: LineReview, finding: Finding, page: int = 0) -> View:
    """Everything behind a line, by numbers, and which of it is a line of its own."""
    here = line.evidence[:MOST_TO_SPLIT]
    told = [cut(f"{number}. {_told(say, each)}", LONGEST_TO_SPLIT) for number, each in enumerate(here, start=1)]
    options = [
        (ids.of_source(each.source), cut(f"{number}. {each.words}", LONGEST_OPTION))
        for number, each in enumerate(here, start=1)
    ]
    rest = len(line.evidence) - len(here)
    return View(
        type="modal",
        callback_id=ids.SPLIT_FORM,
        private_metadata=ids.of_line(line.summary.id, finding.id, page),
        title=say.plain("split-title"),
        submit=say.plain("split-do"),
        close=say.plain("form-back"),
        blocks=[
            paragraph(say.rich("split-about")),
            *(paragraph(each) for each in told),
            *([small_print(say.rich("more-not-shown", count=rest))] if rest else []),
            many_input(ids.SOURCES, say.plain("split-which"), options, hint=say.plain("split-which-hint")),
        ],
    )


def _opening(say: Words, review: Review) -> list[Block]:
    summary, standing = review.summary, review.standing
    if summary.state is not SummaryState.DRAFT:
        return _ended(say, review)
    about = say.rich("review-form-about", version=summary.version) if summary.lines else _empty(say, review)
    blocks: list[Block] = [paragraph(about)]
    if not summary.lines and review.waited_for:
        blocks.append(buttons(_without(say, summary)))
    if not summary.made.finished and any(each.heading is Heading.THEME for each in summary.lines):
        blocks.append(paragraph(say.rich("review-points")))
    if summary.made.plainer:
        blocks.append(paragraph(say.rich("review-plainer")))
    if summary.made.model:
        blocks.append(paragraph(_by_model(say, summary)))
    if summary.made.refused:
        blocks.append(small_print(say.rich("review-refused", count=summary.made.refused)))
    if standing is not None:
        blocks += _changes(say, review)
        if standing.state is SummaryState.PUBLISHED:
            blocks.append(buttons(_withdraw(say, "button-withdraw-standing", standing)))
    return blocks


def _empty(say: Words, review: Review) -> str:
    """Why there is nothing to publish, and what can be done."""
    summary, standing, waited = review.summary, review.standing, "yes" if review.waited_for else "no"
    if summary.left_out:
        return say.rich("review-empty-left-out", version=summary.version, waited=waited)
    if standing is None:
        return say.rich("review-empty", version=summary.version, waited=waited)
    if standing.state is SummaryState.PUBLISHED:
        return say.rich("review-empty-standing", version=summary.version, standing=standing.version)
    return say.rich("review-empty-withdrawn", version=summary.version)


def _by_model(say: Words, summary: Summary) -> str:
    """What the language model has to do with this version."""
    made = summary.made
    if made.without:
        return say.rich(WITHOUT[made.without], model=made.model)
    count = sum(each.line.why.rule is Rule.MODEL for each in summary.lines)
    return say.rich("review-model", model=made.model, count=count)


def _ended(say: Words, review: Review) -> list[Block]:
    """What can be done with what people have read."""
    summary = review.summary
    is_out = summary.state is SummaryState.PUBLISHED
    told = say.rich("review-published" if is_out else "review-withdrawn", version=summary.version)
    correct = button(say.plain("button-correct" if is_out else "button-anew"), ids.SUMMARY_CORRECT, summary.workshop)
    withdraw = [_withdraw(say, "button-withdraw", summary)] if is_out else []
    return [paragraph(told), buttons(correct, *withdraw)]


def _withdraw(say: Words, label: str, summary: Summary) -> ButtonElement:
    question, yes, no = say.plain("confirm-withdraw-summary"), say.plain("confirm-yes"), say.plain("form-close")
    sure = asking_once_more(say.plain(label), question, yes=yes, no=no)
    return button(say.plain(label), ids.SUMMARY_WITHDRAW, summary.id, style="danger", confirm=sure)


def _without(say: Words, summary: Summary) -> ButtonElement:
    label, question = say.plain("button-without"), say.plain("confirm-without")
    sure = asking_once_more(label, question, yes=say.plain("confirm-yes"), no=say.plain("form-close"))
    return button(label, ids.SUMMARY_WITHOUT, summary.workshop, confirm=sure)


def _changes(say: Words, review: Review) -> list[Block]:
    found = review.changes
    if not found:
        return [paragraph(say.rich("review-nothing-new"))]
    told = [
        *(say.rich("change-new", title=_title(say, each)) for each in found.new),
        *(say.rich("change-changed", title=_title(say, each)) for each in found.changed),
        *(say.rich("change-gone", title=_title(say, each)) for each in found.gone),
    ]
    lines = told[:MOST_CHANGES]
    if len(told) > MOST_CHANGES:
        lines.append(say.rich("more-not-shown", count=len(told) - MOST_CHANGES))
    return [*paragraphs("\n".join([say.rich("review-changes"), *lines]))]


def _title(say: Words, finding: Finding) -> str:
    return name_words(say, finding.line)


def _entries(say: Words, review: Review, page: int) -> Iterator[Entry]:
    """Every line; their menus lead back to *page*, which is the one that is shown."""
    for finding in review.summary.in_order:
        if finding.left_out and review.summary.state is not SummaryState.DRAFT:
            continue
        yield Entry(heading_words(say, finding.heading), _entry(say, review, finding, page))


def _entry(say: Words, review: Review, finding: Finding, page: int) -> list[Block]:
    """A line with its menu; what was left out stands struck through, so that it can be kept after all."""
    line = ids.of_line(review.summary.id, finding.id, page)
    if finding.left_out:
        return [
            paragraph(
                say.rich("review-left-out", title=_title(say, finding)), accessory=_menu(say, line, (ids.KEEP_LINE,))
            )
        ]
    words = line_words(say, finding.line, nowhere)
    if review.summary.state is not SummaryState.DRAFT:
        first, *rest = paragraphs(words)
        first.accessory = button(say.plain("button-evidence"), ids.SUMMARY_EVIDENCE, line)
        return [first, *rest]
    first, *rest = paragraphs(f"{words}\n{why_words(say, finding.line)}")
    can_split = (ids.SPLIT_LINE,) if len(finding.evidence) > 1 else ()
    proposes = (ids.ACT_ON_LINE,) if finding.heading is Heading.CANDIDATE_ACTION else ()
    first.accessory = _menu(say, line, (ids.SHOW_LINE, *proposes, ids.REWORK_LINE, *can_split, ids.DROP_LINE))
    return [first, *rest]


def _menu(say: Words, line: str, deeds: Sequence[str]) -> OverflowMenuElement:
    options = [Option(value=f"{deed}:{line}", text=say.plain(_DEEDS[deed])) for deed in deeds]
    return OverflowMenuElement(action_id=ids.REVIEW_LINE, options=options)


_DEEDS = {
    ids.SHOW_LINE: "button-evidence",
    ids.REWORK_LINE: "button-rework",
    ids.SPLIT_LINE: "button-split",
    ids.ACT_ON_LINE: "button-act-on-line",
    ids.DROP_LINE: "button-drop",
    ids.KEEP_LINE: "button-keep-line",
}


def _behind(say: Words, evidence: Sequence[Evidence]) -> list[Block]:
    """As much of *evidence* as a window has room for, each to its end, and how much more there is."""
    blocks: list[Block] = []
    for number, each in enumerate(evidence):
        parts = paragraphs(_told(say, each))
        if number and len(blocks) + len(parts) > MOST_PARAGRAPHS:
            return [*blocks, paragraph(say.rich("more-not-shown", count=len(evidence) - number))]
        blocks += parts
    return blocks


def _told(say: Words, each: Evidence) -> str:
    return "\n".join([_who_said(say, each), *(settled_told(say, tag) for tag in each.tags)])


def _who_said(say: Words, each: Evidence) -> str:
    speaker = each.speaker or say.plain("speaker-unattributed")
    if each.scribe:
        return say.rich("evidence-spoken", speaker=speaker, words=each.words, scribe=mention(each.scribe))
    return say.rich(_origin(each), speaker=speaker, words=each.words)


def _origin(evidence: Evidence) -> str:
    if evidence.silent:
        return "evidence-silent"
    return "evidence-answer" if evidence.source.kind is SourceKind.ANSWER else "evidence-contribution"
