"""What the facilitator decided, done again on every draft: none of it is lost because something was said since."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from bot.synthesis.draft import Decision, Deed, Entitled, Line, Rule, Title
from bot.synthesis.heard import Listening
from bot.synthesis.piles import Pile
from bot.workshop.summary import Source


def arranged(piles: Sequence[Pile], hearing: Listening) -> list[Pile]:
    """*piles* with all decisions about what stands together and where, in the order in which they were made."""
    found = list(piles)
    for each in hearing.room.decisions:
        match each.deed:
            case Deed.MERGED:
                found = _merged(found, each, hearing)
            case Deed.SPLIT:
                found = _split(found, each, hearing)
            case Deed.MOVED:
                found = _moved(found, each, hearing)
            case Deed.DROPPED:
                found = _without(found, each, each.sources, hearing)
            case Deed.RENAMED | Deed.REWORDED:
                continue
    return found


def told(lines: Sequence[Line], decisions: Sequence[Decision]) -> list[Line]:
    """*lines* with the facilitator's titles and words, each on the line that rests on most of what it was given for."""
    found = list(lines)
    for each in decisions:
        if each.deed not in {Deed.RENAMED, Deed.REWORDED}:
            continue
        place = _resting_on(found, each)
        if place is not None and each.deed is Deed.RENAMED:
            found[place] = replace(found[place], title=Title(each.words, Entitled.FACILITATOR))
        elif place is not None:
            found[place] = replace(found[place], claim=each.words, claimed_by=Entitled.FACILITATOR)
    return found


def _resting_on(lines: Sequence[Line], decision: Decision) -> int | None:
    """The place of the line that rests on most of what the decision was made about, if more than half is in one."""
    meant = frozenset(decision.sources) & {source for line in lines for source in line.evidence}
    ranked = [
        (len(meant.intersection(line.evidence)), -len(line.evidence), -place)
        for place, line in enumerate(lines)
        if line.heading.family is decision.heading.family and decision.about in {"", line.about}
    ]
    shared, _, place = max(ranked, default=(0, 0, 0))
    return -place if shared * 2 > len(meant) else None


def _merged(piles: Sequence[Pile], decision: Decision, hearing: Listening) -> list[Pile]:
    """One pile on the sources, with whatever has joined most of them since."""
    sources = frozenset(decision.sources)
    under = [each for each in piles if _concerned(each, decision)]
    joined = [each for each in under if 2 * len(each.sources & sources) > len(each.sources)]
    present = sources.union(*(each.sources for each in joined)) & _sources(under)
    about = next((each.about for each in joined if each.about), "")
    rest = _without(piles, decision, present, hearing)
    return [*rest, Pile(decision.heading.family, hearing.of(present), Rule.DECIDED, about)] if present else rest


def _split(piles: Sequence[Pile], decision: Decision, hearing: Listening) -> list[Pile]:
    """A pile for each part; what has joined since stays by itself, for the facilitator to look at."""
    found = list(piles)
    for part in decision.parts:
        here = frozenset(part) & _sources(each for each in found if _concerned(each, decision))
        if here:
            found = _without(found, decision, here, hearing)
            found.append(Pile(decision.heading, hearing.of(here), Rule.DECIDED))
    return found


def _moved(piles: Sequence[Pile], decision: Decision, hearing: Listening) -> list[Pile]:
    moving = hearing.of(decision.sources)
    if not moving or decision.to is None:
        return list(piles)
    found = _without(piles, decision, decision.sources, hearing)
    beside = frozenset(decision.beside)
    ranked = [
        (len(each.sources & beside), -place)
        for place, each in enumerate(found)
        if each.heading is decision.to and each.sources & beside
    ]
    if not ranked:
        return [*found, Pile(decision.to, moving, Rule.DECIDED)]
    place = -max(ranked)[1]
    members = hearing.of([*found[place].sources, *decision.sources])
    found[place] = replace(found[place], members=members, rule=Rule.DECIDED)
    return found


def _without(piles: Sequence[Pile], decision: Decision, sources: Collection[Source], hearing: Listening) -> list[Pile]:
    """*piles* less *sources* where the decision is about them; a pile that loses all of its words is gone."""
    found = []
    for each in piles:
        left = each.sources - frozenset(sources) if _concerned(each, decision) else each.sources
        if left:
            found.append(each if left == each.sources else replace(each, members=hearing.of(left)))
    return found


def _concerned(pile: Pile, decision: Decision) -> bool:
    return pile.heading.family is decision.heading.family and decision.about in {"", pile.about}


def _sources(piles: Iterable[Pile]) -> frozenset[Source]:
    return frozenset(source for each in piles for source in each.sources)
