"""How well and how fast the identifier guard works: ``make bench-guard``."""

import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.workshop.privacy import Alias, AliasRegister, Find, Kind, LocalPattern, Severity, guard
from tests.benchmarks import guard_independent, guard_sentences

TODAY = date(2026, 3, 2)
MARK = re.compile(r"\{(\w+)\|(.*?)\}")
ROUNDS = 5
SENTENCES_IN_A_MESSAGE = 3

REGISTER = AliasRegister(
    (
        Alias("Catrin Morgan", "Child A", first_alone=True),
        Alias("Jane Smith", "Ms A", first_alone=True),
        Alias("Siân Bowen-Pryce", "Ms B", first_alone=True, surname_alone=True),
        Alias("Dafydd Gethin", "Mr C", first_alone=True, surname_alone=True),
        Alias("Will Traherne", "Mr D", first_alone=True, surname_alone=True),
        Alias("Benedict Owain Quill", "Child E"),
    )
)
LOCAL = (LocalPattern("crime", r"\bcrime \d{2}/\d{4}/\d{2}\b"), LocalPattern("ticket", r"\bTKT-\d{5}\b", Severity.LOW))

Place = tuple[str, int, int]
Places = frozenset[Place]


@dataclass(frozen=True)
class Labelled:
    """A sentence, and the places of the identifiers in it."""

    text: str
    places: Places

    @classmethod
    def read(cls, line: str) -> "Labelled":
        text, places, at = "", set(), 0
        line = line.replace("↵", "\n")
        for mark in MARK.finditer(line):
            text += line[at : mark.start()]
            places.add((mark[1], len(text), len(text) + len(mark[2])))
            text, at = text + mark[2], mark.end()
        return cls(text + line[at:], frozenset(places))


@dataclass(frozen=True)
class Sample:
    """Labelled sentences of one hand, with the register and the local records they are written for."""

    hand: str
    marked: tuple[Labelled, ...]
    clean: tuple[Labelled, ...]
    register: AliasRegister
    local: tuple[LocalPattern, ...]

    @classmethod
    def read(
        cls, hand: str, marked: str, clean: str, register: AliasRegister, local: tuple[LocalPattern, ...]
    ) -> "Sample":
        return cls(hand, sentences(marked), sentences(clean), register, local)

    def found(self, each: Labelled) -> Places:
        finds = self.guard(each.text)
        return frozenset((find.kind.value, find.start, find.end) for find in finds)

    def guard(self, text: str) -> tuple[Find, ...]:
        return guard(text, today=TODAY, register=self.register, local=self.local)


def sentences(block: str) -> tuple[Labelled, ...]:
    return tuple(Labelled.read(line) for line in block.splitlines() if line and not line.startswith("#"))


def touches(place: Place, others: Places) -> bool:
    """Whether the same kind was seen there; a possessive more or less is no miss."""
    return any(place[0] == kind and place[1] < end and start < place[2] for kind, start, end in others)


def differences(sample: Sample) -> Iterator[str]:
    for each in sample.marked + sample.clean:
        seen = sample.found(each)
        yield from (f"missed {place[0]}: {each.text}" for place in each.places if not touches(place, seen))
        yield from (f"not {place[0]}: {each.text}" for place in seen if not touches(place, each.places))


def shares(sample: Sample) -> Iterator[str]:
    """Of each kind: how much of what it flagged was right, and how much of what was there it flagged."""
    there, hit, flagged, right = (Counter[str]() for _ in range(4))
    for each in sample.marked + sample.clean:
        seen = sample.found(each)
        there.update(place[0] for place in each.places)
        hit.update(place[0] for place in each.places if touches(place, seen))
        flagged.update(place[0] for place in seen)
        right.update(place[0] for place in seen if touches(place, each.places))
    for kind in Kind:
        precision, recall = right[kind] / (flagged[kind] or 1), hit[kind] / (there[kind] or 1)
        yield f"{kind.value:20}{there[kind]:6}{precision:11.3f}{recall:8.3f}"


def seconds_for_a_thousand(sample: Sample) -> float:
    """The median of some rounds, for messages of about three sentences."""
    texts = [each.text for each in sample.marked + sample.clean]
    messages = [
        " ".join(texts[(start + step * 97) % len(texts)] for step in range(SENTENCES_IN_A_MESSAGE))
        for start in range(1000)
    ]
    taken = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        for message in messages:
            sample.guard(message)
        taken.append(time.perf_counter() - started)
    return sorted(taken)[ROUNDS // 2]


def report(sample: Sample) -> Iterator[str]:
    wrongly = sum(1 for each in sample.clean if sample.found(each))
    yield f"{sample.hand}: {len(sample.marked)} sentences with identifiers, {len(sample.clean)} without"
    yield f"{'kind':20}{'there':>6}{'precision':>11}{'recall':>8}"
    yield from shares(sample)
    yield f"clean sentences flagged: {wrongly} ({wrongly / len(sample.clean):.1%})"
    yield f"seconds for 1,000 messages: {seconds_for_a_thousand(sample):.3f}"
    yield from differences(sample)


def samples() -> Iterator[Sample]:
    yield Sample.read("by the guard's own hand", guard_sentences.MARKED, guard_sentences.CLEAN, REGISTER, LOCAL)
    of_another = guard_independent.REGISTER, guard_independent.LOCAL
    yield Sample.read("by another hand", guard_independent.MARKED, guard_independent.CLEAN, *of_another)
    fresh = guard_independent.FRESH_MARKED, guard_independent.FRESH_CLEAN
    yield Sample.read("by another hand, fresh after mending", *fresh, *of_another)


def main() -> None:
    sys.stdout.write("\n\n".join("\n".join(report(sample)) for sample in samples()) + "\n")


if __name__ == "__main__":
    main()
