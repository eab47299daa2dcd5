"""Checkpoints: what owners and everybody are asked, the forms in which they say it, and what the facilitator gets."""

from collections.abc import Mapping, Sequence

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.actions import ActionFile
from bot.checkpoints import Comparison, Standing
from bot.contents.checkpoints import Checked, CheckpointAsked, Escalated, NoEffect, OtherView, Sightings
from bot.workshop.action import Action
from bot.workshop.checkpoint import Effect, Match, Sighting, months_of
from handlers.views import ids
from handlers.views.actions import owner_of
from handlers.views.blocks import (
    Message,
    button,
    buttons,
    choice_input,
    cut,
    heading,
    message,
    paragraph,
    small_print,
    text_input,
)
from handlers.views.risks import risk_part
from prompts.phrasings import Wording
from prompts.words import Markup, Words, escape, mention

EFFECT_WORDS = {
    Effect.SHOWN: "effect-shown",
    Effect.NONE: "effect-none",
    Effect.TOO_EARLY: "effect-too-early",
}
MATCH_WORDS = {Match.SAME: "match-same", Match.OTHER: "match-other", Match.CANNOT_SAY: "match-cannot-say"}
MOST_SHOWN = 12
"""Of the actions of one checkpoint: Slack refuses messages of about 13,200 characters."""

LONGEST = 130
"""Of each thing that somebody wrote, where many stand in one message."""

WHOLE = 700
"""The same where one stands alone."""


def asked(say: Words, facts: CheckpointAsked) -> Message:
    """What we expected, for whoever did it: one button for each action until it is answered."""
    blocks: list[Block] = [
        paragraph(say.rich("checkpoint-asked", when=_when(say, facts.number), reference=facts.case.reference))
    ]
    for each in facts.asked[:MOST_SHOWN]:
        if each.seen is None:
            see = button(say.plain("button-see"), ids.CHECKPOINT_SEE, each.action.id)
            blocks.append(paragraph(_hoped_for(say, each.action), accessory=see))
        else:
            blocks.append(paragraph(_seen(say, each.action, each.seen)))
    return message([*blocks, *_more(say, facts.asked)])


def sightings(say: Words, facts: Sightings) -> Message:
    """What owners see, for the channel: everybody says in private whether they see the same."""
    title = say.plain("sightings-title", reference=facts.case.reference, when=_when(say, facts.number))
    blocks: list[Block] = [heading(title), paragraph(say.rich("sightings-about"))]
    for each in facts.seen[:MOST_SHOWN]:
        if each.seen is None:
            continue
        match = None if facts.past else button(say.plain("button-compare"), ids.CHECKPOINT_COMPARE, each.action.id)
        blocks.append(paragraph(_seen(say, each.action, each.seen), accessory=match))
    return message([*blocks, *_more(say, facts.seen), small_print(say.rich("sightings-meaning"))])


def checked(say: Words, facts: Checked) -> Message:
    """What a checkpoint left open, for the facilitator."""
    look = facts.look
    about = say.rich("checked-about", when=_when(say, look.number), reference=facts.case.reference)
    blocks: list[Block] = [paragraph(about)]
    if look.unseen:
        lines = [_line(say, each) for each in look.unseen[:MOST_SHOWN]]
        blocks += [paragraph(say.rich("checked-unseen")), *map(paragraph, lines), *_more(say, look.unseen)]
    if look.again:
        blocks.append(paragraph(say.rich("checked-again")))
        for each in look.again[:MOST_SHOWN]:
            reopen = button(say.plain("button-reopen"), ids.ACTION_REOPEN, each.id)
            blocks.append(paragraph(_line(say, each), accessory=reopen))
    return message(blocks)


def no_effect(say: Words, facts: NoEffect) -> Message:
    """Done, and it did not help: what comes of that is for the facilitator to say."""
    about = say.rich("no-effect-about", reference=facts.case.reference)
    blocks: list[Block] = [paragraph(about), paragraph(_seen(say, facts.action, facts.seen, WHOLE))]
    if facts.decided:
        return message([*blocks, paragraph(say.rich("no-effect-decided"))])
    decide = button(say.plain("button-decide"), ids.ACTION_DECIDE, facts.action.id, style="primary")
    return message([*blocks, paragraph(say.rich("no-effect-question")), buttons(decide)])


def other_view(say: Words, facts: OtherView) -> Message:
    """Two people see two things; the facilitator finds out which it is."""
    who = say.rich(
        "other-view-about",
        person=mention(facts.other.by),
        role=facts.who.role if facts.who else "",
        reference=facts.case.reference,
    )
    blocks: list[Block] = [paragraph(who), paragraph(_seen(say, facts.action, facts.seen, WHOLE))]
    if facts.other.words:
        blocks.append(paragraph(say.rich("other-view-words", words=facts.other.words)))
    anew = button(say.plain("button-look-anew"), ids.ACTION_LOOK_ANEW, facts.action.id)
    reopen = button(say.plain("button-reopen"), ids.ACTION_REOPEN, facts.action.id)
    return message([*blocks, buttons(anew, reopen), small_print(say.rich("other-view-meaning"))])


def escalated(say: Words, facts: Escalated) -> Message:
    """A decision that is needed, for whoever can make it."""
    about = say.rich("escalated-about", person=mention(facts.workshop.facilitator), reference=facts.case.reference)
    return message(
        [
            paragraph(about),
            paragraph(_seen(say, facts.action, facts.seen, WHOLE)),
            paragraph(say.rich("escalated-words", words=facts.update.words)),
            small_print(say.rich("escalated-meaning", person=mention(facts.workshop.facilitator))),
        ]
    )


def see_form(say: Words, shown: ActionFile, typed: Mapping[str, str], asked: Sequence[Wording] = ()) -> View:
    """The owner's: what was expected, and what they see."""
    action = shown.action
    return View(
        type="modal",
        callback_id=ids.CHECKPOINT_SEE_FORM,
        private_metadata=str(action.id),
        title=say.plain("see-form-title"),
        submit=say.plain("see-form-send"),
        close=say.plain("form-close"),
        blocks=[
            paragraph(_hoped_for(say, action, WHOLE)),
            text_input(
                ids.STANDS,
                say.plain("see-form-stands"),
                hint=say.plain("see-form-stands-hint"),
                initial=typed.get(ids.STANDS),
                longest=300,
            ),
            choice_input(
                ids.EFFECT,
                say.plain("see-form-effect"),
                [(effect, say.plain(f"{key}-choice")) for effect, key in EFFECT_WORDS.items()],
                chosen=typed.get(ids.EFFECT, Effect.TOO_EARLY),
            ),
            text_input(
                ids.SEES,
                say.plain("see-form-words"),
                hint=say.plain("see-form-words-hint"),
                initial=typed.get(ids.SEES),
                optional=True,
                longest=1000,
            ),
            *risk_part(say, asked),
        ],
    )


def compare_form(say: Words, shown: Comparison, typed: Mapping[str, str], asked: Sequence[Wording] = ()) -> View:
    """Everybody else's: whether they see the same."""
    return View(
        type="modal",
        callback_id=ids.CHECKPOINT_COMPARE_FORM,
        private_metadata=str(shown.found.action.id),
        title=say.plain("compare-form-title"),
        submit=say.plain("see-form-send"),
        close=say.plain("form-close"),
        blocks=[
            paragraph(_seen(say, shown.found.action, shown.seen, WHOLE)),
            choice_input(
                ids.MATCH,
                say.plain("compare-form-match"),
                [(match, say.plain(key)) for match, key in MATCH_WORDS.items()],
                chosen=typed.get(ids.MATCH, Match.CANNOT_SAY),
            ),
            text_input(
                ids.SEES,
                say.plain("compare-form-words"),
                hint=say.plain("compare-form-words-hint"),
                initial=typed.get(ids.SEES),
                optional=True,
                longest=1000,
            ),
            *risk_part(say, asked),
        ],
    )


def _when(say: Words, number: int) -> str:
    if number == 1:
        return say.plain("checkpoint-weeks")
    return say.plain("checkpoint-months", months=months_of(number))


def _hoped_for(say: Words, action: Action, longest: int = LONGEST) -> str:
    return say.rich(
        "checkpoint-hoped-for",
        change=_short(action.change, longest),
        measure=_short(action.measure, longest),
        baseline=_short(action.baseline or say.plain("checkpoint-not-said"), longest),
        expected=_short(action.expected or say.plain("checkpoint-not-said"), longest),
    )


def _seen(say: Words, action: Action, seen: Sighting, longest: int = LONGEST) -> str:
    told = say.rich(
        "checkpoint-seen",
        owner=owner_of(say, action),
        level=_short(seen.level, longest),
        effect=say.plain(EFFECT_WORDS[seen.effect or Effect.TOO_EARLY]),
    )
    words = say.rich("checkpoint-words", words=_short(seen.words, longest)) if seen.words else ""
    return "\n".join(each for each in (_hoped_for(say, action, longest), told, words) if each)


def _line(say: Words, action: Action) -> str:
    return say.rich("checkpoint-line", owner=owner_of(say, action), change=_short(action.change))


def _short(words: str, longest: int = LONGEST) -> Markup:
    return Markup(cut(escape(words), longest))


def _more(say: Words, shown: Sequence[Standing | Action]) -> list[Block]:
    rest = len(shown) - MOST_SHOWN
    return [paragraph(say.rich("more-not-shown", count=rest))] if rest > 0 else []
