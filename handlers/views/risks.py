"""A risk now: what whoever is asked to look reads, and what its author reads."""

from collections.abc import Sequence
from datetime import datetime

from slack_sdk.models.blocks import Block, CheckboxesElement, InputBlock, Option, RadioButtonsElement

from bot.contents.risks import RiskAsked, RiskNow, RiskRaised, RiskUnheard, Times
from bot.workshop.ids import UserId
from bot.workshop.risk import Risk
from handlers.views import ids
from handlers.views.blocks import Message, button, buttons, heading, message, paragraph, paragraphs, small_print
from handlers.views.notices import your_reply
from prompts.pack import in_language
from prompts.phrasings import Wording
from prompts.words import Markup, Words, mention

NOBODY = Markup("")
MOST_QUOTED = 3


def risk_now(say: Words, facts: RiskNow) -> Message:
    """Who raised it and when, the words, whom to ring, and the button that says that somebody has looked."""
    risk = facts.risk
    blocks: list[Block] = [
        heading(say.plain("risk-now-title", reference=facts.case.reference)),
        paragraph(say.rich("risk-now-about", author=_author(say, risk), at=_moment(say, facts.times.raised))),
        *_words(say, risk.words),
        paragraph(_safeguarding(say, facts.workshop.safeguarding)),
    ]
    if risk.seen_by:
        return message([*blocks, paragraph(_seen(say, risk.seen_by, facts.times))])
    if facts.last:
        blocks.append(paragraph(say.rich("risk-now-passed-on", last=mention(facts.last))))
    seen = button(say.plain("button-risk-seen"), ids.RISK_SEEN, risk.id, style="primary")
    meaning = say.rich("risk-now-meaning" if risk.raised_by else "risk-now-meaning-outside")
    return message([*blocks, buttons(seen), small_print(meaning)])


def reply_asked(say: Words, facts: RiskAsked, workspace: str) -> Message:
    """What in a reply sounds like a risk, in its author's own words, and the question; then what they said."""
    place = your_reply(say, facts.place, workspace)
    reference = facts.case.reference
    if not facts.wordings:
        return message([paragraph(say.rich("reply-asked-gone", reference=reference, place=place))])
    about = paragraph(say.rich("reply-asked", reference=reference, place=place))
    if facts.answer is not None:
        return message([about, paragraph(say.rich("reply-asked-yes" if facts.answer else "reply-asked-no"))])
    value = ids.of_place(facts.place)
    return message(
        [
            about,
            *_wordings(say, facts.wordings),
            paragraph(say.rich("reply-asked-question")),
            buttons(
                button(say.plain("risk-asked-yes"), ids.RISK_YES, value, style="danger"),
                button(say.plain("risk-asked-no"), ids.RISK_NO, value),
            ),
            paragraph(_safeguarding(say, facts.workshop.safeguarding)),
            small_print(say.rich("reply-asked-meaning")),
        ]
    )


def risk_raised(say: Words, facts: RiskRaised) -> Message:
    """Whom it has gone to, whom to ring meanwhile, and who has looked."""
    risk = facts.risk
    return message(
        [
            heading(say.plain("risk-raised-title", reference=facts.case.reference)),
            paragraph(_standing(say, facts)),
            paragraph(_safeguarding(say, facts.workshop.safeguarding)),
            paragraph(say.rich("risk-raised-words", at=_moment(say, facts.times.raised))),
            *_words(say, risk.words),
            small_print(say.rich("risk-raised-stays")),
        ]
    )


def risk_unheard(say: Words, facts: RiskUnheard) -> Message:
    """Nobody has looked and nobody is left to ask: said as plainly as that."""
    reference, at = facts.case.reference, _moment(say, facts.times.raised)
    if facts.mine:
        about = say.rich("risk-unheard-mine", reference=reference, at=at)
    else:
        key = "risk-unheard" if facts.risk.raised_by else "risk-unheard-outside"
        about = say.rich(key, reference=reference, at=at, author=_author(say, facts.risk))
    return message([paragraph(about), paragraph(_safeguarding(say, facts.workshop.safeguarding))])


def _author(say: Words, risk: Risk) -> str | Markup:
    return mention(risk.raised_by) if risk.raised_by else say.plain("risk-author-outside")


def risk_part(say: Words, asked: Sequence[Wording]) -> list[Block]:
    """The end of a form in which people write: the tick, or the question where *asked* sounds like a risk."""
    return risk_asked(say, asked) if asked else risk_tick(say)


def risk_tick(say: Words, about: str = "", *, ticked: bool = False, raised: bool = False) -> list[Block]:
    """The tick that every form has in which people write about a case; *raised* where it has been already."""
    option = Option(value=ids.YES, text=say.plain("risk-tick-option"))
    element = CheckboxesElement(
        action_id=ids.ANSWER, options=[option], initial_options=[option] if ticked or raised else None
    )
    return [
        InputBlock(
            block_id=ids.about(ids.RISK_TICK, about),
            label=say.plain("risk-tick"),
            hint=say.plain("risk-tick-raised" if raised else "risk-tick-hint"),
            element=element,
            optional=True,
        )
    ]


def risk_asked(say: Words, asked: Sequence[Wording], about: str = "", *, held: bool = False) -> list[Block]:
    """The question that takes the place of the tick where something sounds like a risk, with the words that do.

    *held* where words stand beside it that are not kept yet.
    """
    options = [
        Option(value=ids.YES, text=say.plain("risk-asked-yes")),
        Option(value=ids.NO, text=say.plain("risk-asked-no")),
    ]
    return [
        *_wordings(say, asked),
        InputBlock(
            block_id=ids.about(ids.RISK_ASKED, about),
            label=say.plain("risk-asked"),
            hint=say.plain("risk-asked-hint"),
            element=RadioButtonsElement(action_id=ids.ANSWER, options=options),
        ),
        small_print(say.rich("risk-asked-kept", held="yes" if held else "no")),
    ]


def _wordings(say: Words, found: Sequence[Wording]) -> list[Block]:
    return [
        paragraph(say.rich("risk-asked-words", words=each.words, why=in_language(each.why, say.language)))
        for each in found[:MOST_QUOTED]
    ]


def _standing(say: Words, facts: RiskRaised) -> str:
    """How it stands now, in the first lines of what its author reads."""
    risk = facts.risk
    first = _people(facts.first)
    if risk.seen_by:
        return _seen(say, risk.seen_by, facts.times)
    if facts.times.next_look is None:
        return say.rich("risk-raised-unheard")
    by = _moment(say, facts.times.next_look, facts.times.raised)
    following = mention(facts.following) if facts.following else NOBODY
    more = "yes" if facts.following else "no"
    if facts.last:
        last = mention(facts.last)
        return say.rich("risk-raised-passed-on", last=last, by=by, more=more, following=following)
    return say.rich("risk-raised-waiting", first=first, by=by, more=more, following=following)


def _seen(say: Words, by: UserId, times: Times) -> str:
    at = _moment(say, times.seen, times.raised) if times.seen else ""
    return say.rich("risk-seen", person=mention(by), at=at)


def _words(say: Words, words: str) -> list[Block]:
    return list(paragraphs(say.rich("risk-words", words=words)))


def _safeguarding(say: Words, whom: str) -> str:
    return say.rich("risk-ring", safeguarding=whom.strip().rstrip(".")) if whom else say.rich("risk-ring-own")


def _moment(say: Words, at: datetime, beside: datetime | None = None) -> str:
    """The time of day, with the date unless it is that of *beside*."""
    time = f"{at:%H:%M}"
    if beside is not None and at.date() == beside.date():
        return time
    return say.plain("moment", time=time, date=at.date())


def _people(people: Sequence[UserId]) -> Markup:
    return Markup(", ".join(mention(each).text for each in people))
