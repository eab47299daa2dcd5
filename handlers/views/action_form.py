"""The form that makes an action or changes one, and what its author reads when it is kept as a draft."""

from collections.abc import Sequence

from slack_sdk.models.blocks import (
    Block,
    DividerBlock,
    InputBlock,
    Option,
    OptionGroup,
    StaticSelectElement,
    UserSelectElement,
)
from slack_sdk.models.views import View

from bot.actions import ActionFile
from bot.proposals import Sheet
from bot.workshop.action import Action, Level
from bot.workshop.strength import Suggestion
from handlers.views import ids
from handlers.views.blocks import choice_input, cut, date_input, paragraph, paragraphs, small_print, text_input
from handlers.views.lines import title_words
from handlers.views.risks import risk_part
from prompts.lexicon import factors
from prompts.pack import in_language
from prompts.phrasings import Wording
from prompts.strengths import kinds
from prompts.words import Words

LEVEL_WORDS = {Level.CASE: "level-case", Level.SERVICE: "level-service"}
MISSING_WORDS = {
    "change": "missing-change",
    "owner": "missing-owner",
    "due": "missing-due",
    "measure": "missing-measure",
    "baseline": "missing-baseline",
    "expected": "missing-expected",
    "answers": "missing-answers",
}
LONGEST_CHANGE = 600
LONGEST_LEVEL = 200
LONGEST_NAME = 80
LONGEST_OPTION = 75
MOST_OPTIONS = 100


def action_form(
    say: Words,
    sheet: Sheet,
    asked: Sequence[Wording] = (),
    *,
    answers: str = "",
    weak: Suggestion | None = None,
    once: bool = False,
) -> View:
    """One change, one owner, one date, one measure; only the change has to be there.

    *answers* is what somebody said that it is to answer, *asked* what in it sounds like a risk to somebody now and has
    not been answered, *weak* why it is asked whether there is something that makes the right thing the easy thing, and
    *once* whether it has been asked before.
    """
    action, case = sheet.action, sheet.file.case
    subject = action.id if action else sheet.file.workshop.id
    return View(
        type="modal",
        callback_id=ids.ACTION_CHANGE_FORM if action else ids.ACTION_FORM,
        private_metadata=f"{subject}:{ids.ASKED}" if weak or once else str(subject),
        title=say.plain("action-change-title" if action else "action-form-title"),
        submit=say.plain("form-save" if action else "action-form-propose"),
        close=say.plain("form-close"),
        blocks=[
            *(_question(say, weak) if weak else []),
            paragraph(say.rich("action-form-about", reference=case.reference, pseudonym=case.pseudonym)),
            *(paragraphs(say.rich("action-form-answers", words=answers)) if answers else []),
            *_essentials(say, sheet),
            *_how_we_know(say, sheet),
            *_for_some(say, sheet),
            *risk_part(say, asked),
        ],
    )


def kept_as_draft(say: Words, kept: ActionFile) -> View:
    """What is still missing, and where the draft is found."""
    return View(
        type="modal",
        callback_id=ids.NOTICE,
        title=say.plain("draft-kept-title"),
        close=say.plain("form-done"),
        blocks=[
            paragraph(say.rich("draft-kept", change=kept.action.change)),
            paragraph(missing(say, kept.action)),
            small_print(say.rich("draft-kept-where", reference=kept.file.case.reference)),
        ],
    )


def missing(say: Words, action: Action) -> str:
    """What keeps it a draft, in one line."""
    return say.rich("missing", what=", ".join(say.plain(MISSING_WORDS[each]) for each in action.missing))


def _question(say: Words, weak: Suggestion) -> list[Block]:
    """Asked once; whoever sends the form again means it as it is."""
    kind = kinds().get(weak.kind)
    instead = [in_language(each, say.language) for each in kind.instead]
    return [
        paragraph(say.rich("weak-question", words=weak.words, why=in_language(kind.title, say.language))),
        paragraph(say.rich("weak-instead", one=instead[0], other=instead[1])),
        small_print(say.rich("weak-meaning")),
        DividerBlock(),
    ]


def _essentials(say: Words, sheet: Sheet) -> list[Block]:
    written = sheet.written
    return [
        text_input(
            ids.CHANGE,
            say.plain("action-form-change"),
            hint=say.plain("action-form-change-hint"),
            initial=written.change or None,
            longest=LONGEST_CHANGE,
        ),
        choice_input(
            ids.LEVEL,
            say.plain("action-form-level"),
            [(level, level_of(say, level)) for level in Level],
            chosen=written.level,
            hint=say.plain("action-form-level-programme") if sheet.file.case.programme else None,
        ),
        InputBlock(
            block_id=ids.OWNER,
            label=say.plain("action-form-owner"),
            hint=say.plain("action-form-owner-hint"),
            element=UserSelectElement(action_id=ids.ANSWER, initial_user=written.owner),
            optional=True,
        ),
        date_input(ids.DUE, say.plain("action-form-due"), initial=written.due, optional=True),
    ]


def _how_we_know(say: Words, sheet: Sheet) -> list[Block]:
    written = sheet.written
    return [
        text_input(
            ids.MEASURE,
            say.plain("action-form-measure"),
            hint=say.plain("action-form-measure-hint"),
            initial=written.measure or None,
            optional=True,
            longest=LONGEST_CHANGE,
        ),
        text_input(
            ids.BASELINE,
            say.plain("action-form-baseline"),
            hint=say.plain("action-form-baseline-hint"),
            initial=written.baseline or None,
            optional=True,
            lines=False,
            longest=LONGEST_LEVEL,
        ),
        text_input(
            ids.EXPECTED,
            say.plain("action-form-expected"),
            initial=written.expected or None,
            optional=True,
            lines=False,
            longest=LONGEST_LEVEL,
        ),
        InputBlock(
            block_id=ids.ANSWERS,
            label=say.plain("action-form-answers-what"),
            hint=say.plain("action-form-answers-hint"),
            element=_answered(say, sheet),
            optional=True,
        ),
    ]


def _for_some(say: Words, sheet: Sheet) -> list[Block]:
    """What most actions do not need."""
    written, outsider = sheet.written, sheet.written.outsider
    first, second = (*written.reviews, None, None)[:2]
    return [
        DividerBlock(),
        small_print(say.rich("action-form-for-some")),
        text_input(
            ids.OUTSIDER,
            say.plain("action-form-outsider"),
            hint=say.plain("action-form-outsider-hint"),
            initial=outsider.name if outsider else None,
            optional=True,
            lines=False,
            longest=LONGEST_NAME,
        ),
        text_input(
            ids.CONTACT,
            say.plain("action-form-contact"),
            hint=say.plain("action-form-contact-hint"),
            initial=(outsider and outsider.contact) or None,
            optional=True,
            lines=False,
            longest=LONGEST_LEVEL,
        ),
        date_input(
            ids.REVIEW,
            say.plain("action-form-review"),
            hint=say.plain("action-form-review-hint"),
            initial=first,
            optional=True,
        ),
        date_input(ids.REVIEW_AGAIN, say.plain("action-form-review-again"), initial=second, optional=True),
        InputBlock(
            block_id=ids.SPONSOR,
            label=say.plain("action-form-sponsor"),
            hint=say.plain("action-form-sponsor-hint"),
            element=UserSelectElement(action_id=ids.ANSWER, initial_user=written.sponsor),
            optional=True,
        ),
    ]


def _answered(say: Words, sheet: Sheet) -> StaticSelectElement:
    """The lines of the published summary, and the list of factors."""
    found = [
        Option(value=f"{ids.FINDING}:{each.id}", text=_short(title_words(say, each.line)))
        for each in sheet.lines[:MOST_OPTIONS]
    ]
    listed = [
        Option(value=f"{ids.FACTOR}:{each.name}", text=_short(in_language(each.title, say.language)))
        for each in factors().factors
    ]
    chosen = {f"{ids.FINDING}:{sheet.written.finding}", f"{ids.FACTOR}:{sheet.written.factor}"}
    groups = [OptionGroup(label=say.plain("action-form-answers-found"), options=found)] if found else []
    return StaticSelectElement(
        action_id=ids.ANSWER,
        option_groups=[*groups, OptionGroup(label=say.plain("action-form-answers-factors"), options=listed)],
        initial_option=next((each for each in (*found, *listed) if each.value in chosen), None),
        placeholder=say.plain("action-form-answers-choose"),
    )


def level_of(say: Words, level: Level) -> str:
    return say.plain(LEVEL_WORDS[level])


def factor_title(say: Words, name: str) -> str:
    """A factor in plain words, or by its name where the list has it no more."""
    found = factors().get(name)
    return in_language(found.title, say.language) if found else name


def _short(words: str) -> str:
    return cut(" ".join(words.split()), LONGEST_OPTION)
