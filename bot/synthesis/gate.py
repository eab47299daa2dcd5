"""The gate that every draft passes, whoever drafted it: only here a line becomes one that may be shown.

``Grounded`` holds what has been checked and cannot be made elsewhere, so what takes a ``Grounded`` draft can rely on
it: every line rests on words that its readers may see, quotes them letter for letter and points to nobody.
"""

from collections.abc import Collection, Iterator
from dataclasses import InitVar, dataclass, replace
from typing import Final, Generic, TypeVar, final

from bot.synthesis import claims, decisions
from bot.synthesis.draft import Draft, Entitled, Line, Quotation, Title
from bot.synthesis.heard import Heard, Hearing, at_least
from bot.synthesis.reason import Reason, Refused
from bot.synthesis.wording import is_clause, is_whole
from prompts import lexicon

Checked = TypeVar("Checked", bound=Draft | Line)


class _Seal:
    """Only this module has one."""


_SEAL: Final = _Seal()


@final
@dataclass(frozen=True)
class Grounded(Generic[Checked]):
    """What has passed the gate. ``held_back`` counts words that would point to their author, and are behind nothing."""

    it: Checked
    refused: tuple[Refused, ...] = ()
    held_back: int = 0
    seal: InitVar[_Seal | None] = None

    def __post_init__(self, seal: _Seal | None) -> None:
        if seal is not _SEAL:
            raise TypeError("only bot.synthesis.gate makes what is grounded")


def ground(draft: Draft, hearing: Hearing, before: tuple[Refused, ...] = ()) -> Grounded[Draft]:
    """*draft* with the lines that *hearing* bears out, as the facilitator calls and words them.

    The others are dropped, counted and named by their reasons; so are titles and words that may not stand, and the line
    keeps its own. *before* are lines that were refused on the way.
    """
    lines: list[Line] = []
    refused: list[Refused] = []
    for line in draft.lines:
        reasons = why_not(line, hearing)
        if reasons:
            refused.append(Refused(line.heading, line.key, reasons))
        else:
            lines.append(replace(line, unsupported=claims.unsupported(line, hearing)))
    for place, told in enumerate(decisions.told(lines, hearing.room.decisions)):
        reasons = why_not(told, hearing)
        if reasons:
            refused.append(Refused(told.heading, told.key, reasons))
        else:
            lines[place] = replace(told, unsupported=claims.unsupported(told, hearing))
    kept = replace(draft, lines=tuple(lines), editions=hearing.editions)
    return Grounded(kept, (*before, *refused), len(hearing.held_back), seal=_SEAL)


def ground_line(line: Line, hearing: Hearing) -> Grounded[Line] | Refused:
    """One line, for those that are changed by themselves."""
    reasons = why_not(line, hearing)
    if reasons:
        return Refused(line.heading, line.key, reasons)
    return Grounded(replace(line, unsupported=claims.unsupported(line, hearing)), seal=_SEAL)


def why_not(line: Line, hearing: Hearing) -> tuple[Reason, ...]:
    """Why *line* may not be shown; empty where it may."""
    return tuple(sorted(set(_reasons(line, hearing))))


def _reasons(line: Line, hearing: Hearing) -> Iterator[Reason]:
    if not line.evidence:
        yield Reason.NO_EVIDENCE
    named = {*line.evidence, *line.why.nearest, *(each.source for each in line.quotations)}
    if not named <= hearing.by_source.keys() or not set(line.why.nearest) <= set(line.evidence):
        yield Reason.UNKNOWN_EVIDENCE
        return
    members = hearing.of(line.evidence)
    if line.evidence != tuple(each.source for each in members):
        # In another order than that of the words, the evidence tells who spoke when.
        yield Reason.POINTS_TO_AUTHOR
    yield from _title(line.title, members)
    for quotation in line.quotations:
        yield from _quotation(quotation, members)
    yield from _shared_words(line, members)
    if (line.people, line.agencies) not in {(None, None), at_least(members, hearing.room.k)}:
        yield Reason.WRONG_NUMBER
    if line.factor and line.factor not in lexicon.factor_words().names:
        yield Reason.UNKNOWN_NAME
    keys = {each.key for each in hearing.room.people}
    if any(not keys.issuperset(each.people) for each in line.asked):
        yield Reason.NAMES_A_PERSON
    yield from claims.mistakes(line, hearing)


def _title(title: Title, members: tuple[Heard, ...]) -> Iterator[Reason]:
    match title.entitled:
        case Entitled.QUOTED:
            if not any(each.source == title.source and is_clause(each.text, title.words) for each in members):
                yield Reason.NOT_VERBATIM
        case Entitled.PHRASE:
            if not _written(title.words, members):
                yield Reason.NOT_VERBATIM
        case Entitled.FACTOR | Entitled.SERVICE:
            if title.words not in _listed(title.entitled):
                yield Reason.UNKNOWN_NAME
        case Entitled.FACILITATOR | Entitled.MODEL:
            return


def _listed(entitled: Entitled) -> Collection[str]:
    if entitled is Entitled.FACTOR:
        return lexicon.factor_words().names
    return {each.name for each in lexicon.services().services}


def _quotation(quotation: Quotation, members: tuple[Heard, ...]) -> Iterator[Reason]:
    whose = next((each for each in members if each.source == quotation.source), None)
    if whose is None or not _letter_for_letter(quotation, whose):
        yield Reason.NOT_VERBATIM
    elif quotation.speaker != whose.speaker:
        yield Reason.WRONG_SPEAKER if whose.speaker else Reason.POINTS_TO_AUTHOR


def _letter_for_letter(quotation: Quotation, whose: Heard) -> bool:
    if not quotation.from_tag:
        return is_whole(whose.text, quotation.words)
    parts = [each.parts for each in whose.tags if each.parts]
    return any(quotation.words == getattr(each, quotation.part or "", None) for each in parts)


def _shared_words(line: Line, members: tuple[Heard, ...]) -> Iterator[Reason]:
    """Telling words are words of the evidence."""
    if not all(_written(words, members) for words in (*line.phrases, *line.why.shared)):
        yield Reason.NOT_VERBATIM


def _written(words: str, members: tuple[Heard, ...]) -> bool:
    """Whether one of *members* has *words*, whatever their case and spaces."""
    return any(_plain(words) in _plain(each.text) for each in members)


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())
