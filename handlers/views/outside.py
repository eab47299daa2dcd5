"""What an owner outside the workspace reads: the e-mail, and the page as facts for its template."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from bot.contents.outside import Mail
from bot.outside import LONGEST, Answer, Page
from bot.workshop.action import Action, ActionState
from bot.workshop.privacy import Find
from handlers.views.actions import due_of
from prompts.words import Words

FOLDER = Path(__file__).parent

ANSWER_WORDS = {
    Answer.ACCEPTED: "outside-accepted",
    Answer.DECLINED: "outside-declined",
    Answer.ON_TRACK: "outside-on-track",
    Answer.BLOCKED: "outside-blocked",
    Answer.DONE: "outside-done",
    Answer.NOT_MINE: "outside-not-mine",
}


@dataclass(frozen=True)
class Typed:
    """What stood in the form when it was sent. ``show`` where they only ask what the action is."""

    answer: str = ""
    words: str = ""
    show: bool = False


@dataclass(frozen=True)
class Problem:
    """Why it was not taken; ``finds`` is what in the words tells who somebody is."""

    sentence: str
    field: str
    finds: Sequence[Find] = ()


@dataclass(frozen=True)
class Option:
    """One answer, as a radio button."""

    value: str
    label: str
    hint: str
    chosen: bool


def mail_subject(say: Words, mail: Mail) -> str:
    return say.plain("mail-subject-asked" if mail.is_question else "mail-subject-due")


def mail_text(say: Words, mail: Mail, facilitator: str, link: str) -> str:
    outsider = mail.action.outsider
    about = say.plain(
        "mail-asked" if mail.is_question else "mail-due",
        name=outsider.name if outsider else "",
        due=due_of(say, mail.action),
        facilitator=facilitator,
    )
    meaning = say.plain("mail-link", until=mail.ticket.until.date(), facilitator=facilitator)
    return f"{about}\n\n{link}\n\n{meaning}\n"


def form(say: Words, page: Page, typed: Typed, problem: Problem | None = None) -> str:
    """The one page; what the action is stands there only where it was asked for, as mail scanners follow links."""
    asked = page.action.state is ActionState.PROPOSED
    title = say.plain("outside-title-asked" if asked else "outside-title-due")
    return _template("outside.html").render(
        language=say.language,
        title=say.plain("outside-wrong-title", title=title) if problem else title,
        heading=title,
        about=say.plain("outside-about", number=page.action.id, due=due_of(say, page.action)),
        shown=_shown(say, page.action) if typed.show else [],
        show=say.plain("outside-show"),
        legend=say.plain("outside-answer-asked" if asked else "outside-answer-due"),
        options=[_option(say, each, typed) for each in page.answers],
        words=typed.words,
        words_label=say.plain("outside-words"),
        words_hint=say.plain("outside-words-hint"),
        longest=LONGEST,
        send=say.plain("outside-send"),
        danger=say.plain("outside-danger", safeguarding=_ring(say, page.safeguarding)),
        wrong=say.plain("outside-wrong"),
        problem=problem,
        marked_label=say.plain("outside-marked"),
        marked=_marked(typed.words, problem.finds) if problem else [],
    )


def notice(say: Words, title: str, sentence: str) -> str:
    """A page that only says something."""
    return _template("outside_notice.html").render(language=say.language, title=title, sentence=sentence)


def styles() -> str:
    """All the styles there are; the pages hold them word for word."""
    return (FOLDER / "outside.css").read_text(encoding="utf-8")


def _shown(say: Words, action: Action) -> list[tuple[str, str]]:
    told = [(say.plain("outside-shown-change"), action.change), (say.plain("outside-shown-measure"), action.measure)]
    return [(label, words) for label, words in told if words]


def _option(say: Words, answer: Answer, typed: Typed) -> Option:
    key = ANSWER_WORDS[answer]
    return Option(answer, say.plain(key), say.plain(f"{key}-hint"), chosen=typed.answer == answer)


def _ring(say: Words, safeguarding: str) -> str:
    return say.plain("outside-ring", safeguarding=safeguarding) if safeguarding else ""


def _marked(words: str, finds: Sequence[Find]) -> list[tuple[str, bool]]:
    """The words in pieces, each with whether it tells who somebody is."""
    pieces, at = [], 0
    for find in finds:
        pieces += [(words[at : find.start], False), (words[find.start : find.end], True)]
        at = find.end
    return [*pieces, (words[at:], False)] if pieces else []


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["styles"] = styles()
    return environment.get_template(name)
