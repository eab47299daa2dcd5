"""One line of a summary in words: what it is called, what it quotes, and why it is there."""

from collections.abc import Callable

from bot.synthesis.draft import Asked, Entitled, Heading, Line, Part, Quotation, Rule
from bot.workshop.action import Level
from handlers.views.blocks import cut
from prompts import lexicon
from prompts.pack import in_language
from prompts.words import Markup, Words, mention

HEADINGS = {
    Heading.URGENT: "heading-urgent",
    Heading.THEME: "heading-theme",
    Heading.MISSED_OPPORTUNITY: "heading-missed-opportunity",
    Heading.CONTRIBUTORY_FACTOR: "heading-contributory-factor",
    Heading.STRENGTH: "heading-strength",
    Heading.OPEN_QUESTION: "heading-open-question",
    Heading.DIFFERENCE: "heading-difference",
    Heading.MISSING_VOICE: "heading-missing-voice",
    Heading.CANDIDATE_ACTION: "heading-candidate-action",
    Heading.ALSO_SAID: "heading-also-said",
}
PARTS = {
    Part.KNOWN: "line-part-known",
    Part.SENSE: "line-part-sense",
    Part.HELPED: "line-part-helped",
    Part.ONE_SIDE: "line-part-one-side",
    Part.OTHER_SIDE: "line-part-other-side",
}
LEVELS = {Level.CASE: "line-level-case", Level.SERVICE: "line-level-service"}
WHY = {
    Rule.PROMPT: "why-prompt",
    Rule.TAGGED: "why-tagged",
    Rule.ALIKE: "why-alike",
    Rule.MEANT: "why-meant",
    Rule.ALONE: "why-alone",
    Rule.LISTED: "why-listed",
    Rule.DATED: "why-dated",
    Rule.ASKED: "why-asked",
    Rule.WONDERED: "why-wondered",
    Rule.OPPOSED: "why-opposed",
    Rule.NAMED: "why-named",
    Rule.PROPOSED: "why-proposed",
    Rule.DECIDED: "why-decided",
    Rule.MODEL: "why-model",
}

LONGEST_NAME = 120

Placing = Callable[[Quotation], str]
"""Where a quotation was said, in words or as a link; empty where that is not told."""


def heading_words(say: Words, heading: Heading) -> str:
    return say.plain(HEADINGS[heading])


def title_words(say: Words, line: Line) -> str:
    """What a line is called, without marks of its own."""
    match line.title.entitled:
        case Entitled.FACTOR:
            factor = lexicon.factors().get(line.title.words)
            return in_language(factor.title, say.language) if factor else line.title.words
        case Entitled.SERVICE:
            return in_language(lexicon.services().get(line.title.words).title, say.language)
        case _:
            return line.title.words


def name_words(say: Words, line: Line) -> str:
    """The title for where nothing else of the line stands: somebody's words are marked as such."""
    title = cut(title_words(say, line), LONGEST_NAME)
    return say.plain("line-name-quoted", title=title) if line.title.entitled is Entitled.QUOTED else title


def titled(say: Words, line: Line) -> str:
    """The title, marked as what it is: somebody's words, the facilitator's, or a name of a list."""
    return say.rich(_TITLES[line.title.entitled], title=title_words(say, line))


def line_words(say: Words, line: Line, placing: Placing) -> str:
    """All that readers are shown of a line."""
    quoted = list(line.quotations)
    first = titled(say, line)
    if _is_one_quotation(line):
        first = _quoted(say, quoted.pop(), placing)
    elif quoted and _is_titled_by(line, quoted[0]):
        first = say.rich("line-title-said", quoted=Markup(_quoted(say, quoted.pop(0), placing)))
    told = [*_raised(say, line), *_claimed(say, line), *(_bulleted(say, each, placing) for each in quoted)]
    lines = [first, *told, *(_asked(say, each) for each in line.asked)]
    if line.level:
        lines.append(say.rich(LEVELS[line.level]))
    return "\n".join(lines)


def why_words(say: Words, line: Line) -> str:
    """Why a line is there, for the facilitator; and what to look at twice."""
    shared = ", ".join(line.why.shared or line.phrases)
    told = say.rich(WHY[line.why.rule], count=len(line.evidence), shared=shared, has_shared="yes" if shared else "no")
    return f"{told}\n{say.rich('line-unsupported')}" if line.unsupported else told


def nowhere(_: Quotation) -> str:
    """Quotations without where they were said."""
    return ""


_TITLES = {
    Entitled.QUOTED: "line-title-quoted",
    Entitled.PHRASE: "line-title",
    Entitled.FACTOR: "line-title",
    Entitled.SERVICE: "line-title",
    Entitled.FACILITATOR: "line-title-facilitator",
    Entitled.MODEL: "line-title-model",
}


def _is_one_quotation(line: Line) -> bool:
    """Whether the title says nothing that the one quotation does not."""
    return len(line.quotations) == 1 and _is_titled_by(line, line.quotations[0])


def _is_titled_by(line: Line, quotation: Quotation) -> bool:
    quotes = line.title.entitled is Entitled.QUOTED and quotation.part is None
    return quotes and line.title.words in quotation.words


def _quoted(say: Words, quotation: Quotation, placing: Placing) -> str:
    speaker = quotation.speaker or say.plain("speaker-unattributed")
    place = placing(quotation)
    if place:
        return say.rich("summary-line-cited", words=quotation.words, speaker=speaker, places=Markup(place))
    return say.rich("summary-line", words=quotation.words, speaker=speaker)


def _bulleted(say: Words, quotation: Quotation, placing: Placing) -> str:
    quoted = Markup(_quoted(say, quotation, placing))
    if quotation.part:
        return say.rich("line-part", part=say.plain(PARTS[quotation.part]), quoted=quoted)
    return say.rich("line-bullet", quoted=quoted)


def _raised(say: Words, line: Line) -> list[str]:
    """How many raised it at the least, where that may be told and says something."""
    if line.people in {None, 1}:
        return []
    return [say.rich("line-raised", people=line.people or 0, agencies=line.agencies or 0)]


def _claimed(say: Words, line: Line) -> list[str]:
    model = line.claimed_by is Entitled.MODEL
    return [say.rich("line-claim-model" if model else "line-claim", words=line.claim)] if line.claim else []


def _asked(say: Words, asked: Asked) -> str:
    service = in_language(lexicon.services().get(asked.service).title, say.language)
    if not asked.people:
        return say.rich("line-asked-nobody", service=service)
    return say.rich(
        "line-asked", service=service, people=Markup(", ".join(mention(each).text for each in asked.people))
    )
