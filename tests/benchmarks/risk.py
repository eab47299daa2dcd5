"""What the list of phrasings asks about, and what it does not: ``make bench-risk``."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from prompts.phrasings import asking
from tests.benchmarks import risk_sentences as sentences
from tests.benchmarks.risk_sentences import lines


@dataclass(frozen=True)
class Outcome:
    """Of one set: the sentences about a risk that were asked about, that were not, and the others that were."""

    asked: Sequence[str]
    missed: Sequence[str]
    wrongly: Sequence[str]
    others: int

    @property
    def recall(self) -> float:
        return len(self.asked) / (len(self.asked) + len(self.missed))

    @property
    def precision(self) -> float:
        return len(self.asked) / (len(self.asked) + len(self.wrongly))


SETS = {
    "made with the list": (sentences.RISK, sentences.NO_RISK),
    "made later, then mended for": (sentences.LATER_RISK, sentences.LATER_NO_RISK),
    "made last, not mended for": (sentences.LAST_RISK, sentences.LAST_NO_RISK),
}


def outcome(risk: str, other: str) -> Outcome:
    about, others = lines(risk), lines(other)
    asked = [each for each in about if asking(each)]
    return Outcome(
        asked=asked,
        missed=[each for each in about if each not in asked],
        wrongly=[each for each in others if asking(each)],
        others=len(others),
    )


def main() -> None:
    for name, (risk, other) in SETS.items():
        found = outcome(risk, other)
        there = len(found.asked) + len(found.missed)
        sys.stdout.write(
            f"{name}: {len(found.asked)} of {there} asked about (recall {found.recall:.2f}), "
            f"{len(found.wrongly)} of {found.others} others too (precision {found.precision:.2f})\n"
        )
        for sentence in found.missed:
            sys.stdout.write(f"  not asked about: {sentence}\n")
        for sentence in found.wrongly:
            sys.stdout.write(f"  asked about: {sentence} {[each.words for each in asking(sentence)]}\n")


if __name__ == "__main__":
    main()
