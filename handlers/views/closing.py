"""The forms around closing an action: what shows that it is done, taking it up again, what to do without effect."""

from collections.abc import Mapping, Sequence
from datetime import date

from slack_sdk.models.blocks import InputBlock, UserSelectElement
from slack_sdk.models.views import View

from bot.actions import ActionFile
from bot.closing import Course
from handlers.views import ids
from handlers.views.actions import about_action, asked_back, line
from handlers.views.blocks import choice_input, date_input, paragraph, text_input
from handlers.views.risks import risk_part
from prompts.phrasings import Wording
from prompts.words import Words

COURSE_WORDS = {
    Course.CHANGE: "course-change",
    Course.STOP: "course-stop",
    Course.ESCALATE: "course-escalate",
}


def done_form(
    say: Words, shown: ActionFile, typed: Mapping[str, str], asked: Sequence[Wording] = (), vague: str = ""
) -> View:
    """What shows that it is done, where it can be looked at, and who can confirm it; asked once more where *vague*."""
    return View(
        type="modal",
        callback_id=ids.ACTION_DONE_FORM,
        private_metadata=about_action(shown.action, vague),
        title=say.plain("done-form-title"),
        submit=say.plain("done-form-send"),
        close=say.plain("form-close"),
        blocks=[
            paragraph(line(say, shown.action)),
            *asked_back(say, vague, say.plain("done-form-vague")),
            text_input(
                ids.EVIDENCE,
                say.plain("done-form-question"),
                hint=say.plain("done-form-hint"),
                initial=typed.get(ids.EVIDENCE),
                longest=1500,
            ),
            text_input(
                ids.WHERE,
                say.plain("done-form-where"),
                hint=say.plain("done-form-where-hint"),
                initial=typed.get(ids.WHERE),
                optional=True,
                lines=False,
                longest=500,
            ),
            text_input(
                ids.WHO,
                say.plain("done-form-who"),
                hint=say.plain("done-form-who-hint"),
                initial=typed.get(ids.WHO),
                optional=True,
                lines=False,
                longest=200,
            ),
            *risk_part(say, asked),
        ],
    )


def reopen_form(say: Words, shown: ActionFile, typed: Mapping[str, str], asked: Sequence[Wording] = ()) -> View:
    """Why, and until when."""
    return View(
        type="modal",
        callback_id=ids.ACTION_REOPEN_FORM,
        private_metadata=str(shown.action.id),
        title=say.plain("reopen-form-title"),
        submit=say.plain("reopen-form-send"),
        close=say.plain("form-close"),
        blocks=[
            paragraph(line(say, shown.action)),
            paragraph(say.rich("reopen-form-about")),
            text_input(ids.REASON, say.plain("reopen-form-why"), initial=typed.get(ids.REASON), longest=1500),
            date_input(ids.DUE, say.plain("action-form-due"), initial=_date(typed)),
            *risk_part(say, asked),
        ],
    )


def decide_form(say: Words, shown: ActionFile, typed: Mapping[str, str], asked: Sequence[Wording] = ()) -> View:
    """Change, stop or escalate; what only one of them needs may be left empty."""
    action = shown.action
    to = UserSelectElement(action_id=ids.ANSWER, initial_user=typed.get(ids.TO, action.sponsor))
    due = date_input(
        ids.DUE, say.plain("decide-form-due"), hint=say.plain("decide-form-change-hint"), initial=_date(typed)
    )
    due.optional = True
    return View(
        type="modal",
        callback_id=ids.ACTION_DECIDE_FORM,
        private_metadata=str(action.id),
        title=say.plain("decide-form-title"),
        submit=say.plain("decide-form-send"),
        close=say.plain("form-close"),
        blocks=[
            paragraph(line(say, action)),
            choice_input(
                ids.COURSE,
                say.plain("decide-form-course"),
                [(course, say.plain(key)) for course, key in COURSE_WORDS.items()],
                chosen=typed.get(ids.COURSE, Course.CHANGE),
            ),
            text_input(
                ids.REASON,
                say.plain("decide-form-why"),
                hint=say.plain("decide-form-why-hint"),
                initial=typed.get(ids.REASON),
                longest=1500,
            ),
            text_input(
                ids.CHANGE,
                say.plain("decide-form-change"),
                hint=say.plain("decide-form-change-hint"),
                initial=typed.get(ids.CHANGE, action.change),
                optional=True,
                longest=600,
            ),
            due,
            InputBlock(
                block_id=ids.TO,
                label=say.plain("decide-form-to"),
                hint=say.plain("decide-form-to-hint"),
                element=to,
                optional=True,
            ),
            *risk_part(say, asked),
        ],
    )


def _date(typed: Mapping[str, str]) -> date | None:
    return date.fromisoformat(typed[ids.DUE]) if typed.get(ids.DUE) else None
