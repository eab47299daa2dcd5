"""A draft with a language model's lines in it: each is checked like any other, and everything else stays as it was.

The model groups and words; it decides nothing. A line of its that fails is dropped and counted. Whatever stood in the
local engine's draft and is behind none of its lines is still there, and so is everything that the facilitator decided.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.synthesis import gate
from bot.synthesis.draft import Draft, Entitled, Heading, Line, Quotation, Rule, Title, Why
from bot.synthesis.gate import Grounded
from bot.synthesis.heard import Hearing, at_least
from bot.synthesis.lines import in_order, key
from bot.synthesis.proposal import Proposal, ProposedLine
from bot.synthesis.reason import Reason, Refused
from bot.synthesis.sheet import Sheet
from bot.synthesis.wording import sentences
from bot.workshop.summary import Source

MOST_QUOTATIONS = 4


def assisted(local: Grounded[Draft], proposal: Proposal, sheet: Sheet, hearing: Hearing, model: str) -> Grounded[Draft]:
    """*local* with what of *proposal* holds."""
    kept: list[Line] = []
    refused: list[Refused] = []
    for proposed in proposal.lines:
        line = _line(proposed, sheet, hearing)
        reasons = (Reason.UNKNOWN_EVIDENCE,) if line is None else gate.why_not(line, hearing)
        if line is None or reasons:
            refused.append(Refused(Heading(proposed.under), line.key if line else "", reasons))
        elif not _decided(line, hearing):
            kept.append(line)
    lines = sorted([*kept, *_left(local.it, kept)], key=lambda line: in_order(line, hearing))
    draft = replace(local.it, lines=tuple(lines), model=model)
    return gate.ground(draft, hearing, (*local.refused, *refused))


def _line(proposed: ProposedLine, sheet: Sheet, hearing: Hearing) -> Line | None:
    """*proposed* as a line of ours; ``None`` where it cites what does not exist."""
    if not all(each.id in sheet.sources for each in proposed.cites):
        return None
    members = hearing.of(sheet.sources[each.id] for each in proposed.cites)
    people, agencies = at_least(members, hearing.room.k)
    heading = Heading(proposed.under)
    sources = tuple(each.source for each in members)
    return Line(
        heading=heading,
        key=key(heading, "", sources),
        title=Title(proposed.title, Entitled.MODEL),
        evidence=sources,
        why=Why(Rule.MODEL),
        quotations=tuple(_quotations(proposed, sheet, hearing))[:MOST_QUOTATIONS],
        people=people,
        agencies=agencies,
        claim=proposed.sentence,
        claimed_by=Entitled.MODEL,
    )


def _quotations(proposed: ProposedLine, sheet: Sheet, hearing: Hearing) -> Iterator[Quotation]:
    """What it quotes, in whole sentences; where a quotation is not in the words, as it stands, for the gate to see."""
    for each in proposed.cites:
        heard = hearing.by_source[sheet.sources[each.id]]
        if each.quote:
            yield Quotation(heard.source, _whole(heard.text, each.quote), heard.speaker)


def _whole(text: str, quote: str) -> str:
    """The sentences of *text* in which *quote* stands letter for letter; *quote* itself where it does not."""
    start = text.find(quote)
    if start < 0:
        return quote
    around = [each for each in sentences(text) if each[0] < start + len(quote) and start < each[1]]
    return text[around[0][0] : around[-1][1]] if around else quote


def _decided(line: Line, hearing: Hearing) -> bool:
    """Whether the facilitator has decided anything about most of what *line* rests on."""
    return any(
        line.heading in {each.heading.family, each.to} and _most(line.evidence, each.sources)
        for each in hearing.room.decisions
    )


def _most(evidence: Sequence[Source], sources: Sequence[Source]) -> bool:
    return 2 * len(set(evidence) & set(sources)) > len(evidence)


def _left(local: Draft, kept: Sequence[Line]) -> Iterator[Line]:
    """The lines of *local* that no line of the model's stands for: under the same heading, on all of its words."""
    for each in local.lines:
        told = {source for line in kept if line.heading is each.heading.family for source in line.evidence}
        if (
            each.why.rule is Rule.DECIDED
            or each.title.entitled is Entitled.FACILITATOR
            or not told.issuperset(each.evidence)
        ):
            yield each
