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
from prompts.pack import in_language
from prompts.phrasings import Wording
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


VAGUE_WORDS = {
    Answer.DECLINED: "decline-form-vague",
    Answer.ON_TRACK: "report-form-vague",
    Answer.BLOCKED: "blocked-form-vague",
    Answer.DONE: "done-form-vague",
    Answer.NOT_MINE: "let-go-form-vague",
}


@dataclass(frozen=True)
class Typed:
    """What stood in the form when it was sent. ``show`` where they have asked what the action is.

    ``risk`` is whether it is about a risk, ``asked_about`` the wordings for which that was asked, and ``asked_back``
    whether they were asked already what happens.
    """

    answer: str = ""
    words: str = ""
    show: bool = False
    risk: bool | None = None
    asked_about: str = ""
    asked_back: bool = False


@dataclass(frozen=True)
class Problem:
    """Why it was not taken: ``finds`` is what tells who somebody is, ``wordings`` what sounds like a risk.

    ``raised`` where the risk has gone out all the same.
    """

    sentence: str
    field: str
    finds: Sequence[Find] = ()
    wordings: Sequence[Wording] = ()
    asks_back: bool = False
    raised: bool = False

    @property
    def is_question(self) -> bool:
        """Nothing is wrong; something is asked before it is taken."""
        return self.asks_back or bool(self.wordings)


@dataclass(frozen=True)
class Risk:
    """The tick, or the question in its place where there is ``why``."""

    question: str
    yes: str
    no: str
    tick: str
    hint: str
    why: Sequence[str]
    about: str


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
    about = say.plain(_asking(mail), due=due_of(say, mail.action), facilitator=facilitator)
    meaning = say.plain("mail-link", until=mail.ticket.until.date(), facilitator=facilitator)
    return f"{about}\n\n{link}\n\n{meaning}\n"


def _asking(mail: Mail) -> str:
    if mail.is_question:
        return "mail-asked"
    return "mail-early" if mail.is_early else "mail-due"


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
        wrong=say.plain("outside-question" if problem and problem.is_question else "outside-wrong"),
        raised=say.plain("outside-raised") if problem and problem.raised else "",
        problem=problem,
        risk=Risk(
            say.plain("risk-asked"),
            say.plain("risk-asked-yes"),
            say.plain("risk-asked-no"),
            say.plain("risk-tick-option"),
            say.plain("outside-risk-hint"),
            [_why(say, each) for each in problem.wordings] if problem else [],
            "\n".join(each.words for each in problem.wordings) if problem else typed.asked_about,
        ),
        typed=typed,
        marked_label=say.plain("outside-marked"),
        marked=_marked(typed.words, problem.finds) if problem else [],
    )


def vague_problem(say: Words, answer: str, words: str) -> Problem | None:
    """One question back, where there is one for *answer*."""
    if answer not in VAGUE_WORDS:
        return None
    question = say.plain(VAGUE_WORDS[Answer(answer)])
    return Problem(say.plain("outside-vague", words=words, question=question), "words", asks_back=True)


def thanks(say: Words, *, raised: bool) -> str:
    told = say.plain("outside-thanks-risk" if raised else "outside-thanks")
    return notice(say, say.plain("outside-thanks-title"), told)


def notice(say: Words, title: str, sentence: str) -> str:
    """A page that only says something."""
    return _template("outside_notice.html").render(language=say.language, title=title, sentence=sentence)


@cache
def styles() -> str:
    """All the styles there are; the pages hold them word for word."""
    return (FOLDER / "outside.css").read_text(encoding="utf-8")


def _shown(say: Words, action: Action) -> list[tuple[str, str]]:
    told = [(say.plain("outside-shown-change"), action.change), (say.plain("outside-shown-measure"), action.measure)]
    return [(label, words) for label, words in told if words]


def _option(say: Words, answer: Answer, typed: Typed) -> Option:
    key = ANSWER_WORDS[answer]
    return Option(answer, say.plain(key), say.plain(f"{key}-hint"), chosen=typed.answer == answer)


def _why(say: Words, wording: Wording) -> str:
    return say.plain("risk-asked-words", words=wording.words, why=in_language(wording.why, say.language))


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
