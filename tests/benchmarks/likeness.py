"""What it costs to put short texts together, and how well two invented cases are put together.

Run it with `make bench-likeness`. Machines are noisy: read the ratios, not the numbers.
"""

import statistics
import time
from collections.abc import Sequence
from itertools import combinations
from random import Random

from rich.console import Console
from rich.table import Table

from bot.synthesis.likeness import groups
from tests.synthesis.turning_points import MARI, ROWAN

SIZES = (20, 200, 1000, 2000)
DRAWS = 200
WORDS = 3000


def some_texts(chance: Random, count: int) -> list[str]:
    """Texts of one to five sentences whose words are as unevenly common as those of a language."""
    made = ["".join(chance.choice("bdfglmnprst") + chance.choice("aeiou") for _ in range(4)) for _ in range(WORDS)]
    known = sorted({word.strip(".,;:") for _, text in (*ROWAN, *MARI) for word in text.split()})
    words = chance.sample(known + made, len(known + made))
    weights = [1 / (rank + 1) ** 0.8 for rank in range(len(words))]

    def sentence() -> str:
        return " ".join(chance.choices(words, weights, k=chance.randint(6, 18)))

    return [". ".join(sentence() for _ in range(chance.randint(1, 5))) for _ in range(count)]


def seconds(texts: Sequence[str]) -> float:
    """The median of three rounds."""

    def once() -> float:
        began = time.perf_counter()
        groups(texts)
        return time.perf_counter() - began

    return statistics.median(once() for _ in range(3))


def agreement(case: Sequence[tuple[str, str]], size: int, chance: Random) -> tuple[float, float]:
    """Precision and recall of the pairs that are put together among *size* people of a case."""
    right = found = meant = 0
    for _ in range(DRAWS):
        some = chance.sample(case, size)
        together = {pair for group in groups([text for _, text in some]) for pair in combinations(group.members, 2)}
        gold = {(a, b) for a, b in combinations(range(size), 2) if some[a][0] and some[a][0] == some[b][0]}
        put = {(min(pair), max(pair)) for pair in together}
        right, found, meant = right + len(put & gold), found + len(put), meant + len(gold)
    return right / found, right / meant


def main() -> None:
    chance, console = Random(1), Console()  # noqa: S311 - the same texts in each run
    speed = Table("texts", "seconds", title="Putting texts together")
    for count in SIZES:
        speed.add_row(str(count), f"{seconds(some_texts(chance, count)):.2f}")
    quality = Table("case", "people", "precision", "recall", title="Pairs about the same moment")
    for name, case in (("Rowan", ROWAN), ("Mari", MARI)):
        for size in (5, 8, 12, len(case)):
            precision, recall = agreement(case, size, chance)
            quality.add_row(name, str(size), f"{precision:.2f}", f"{recall:.2f}")
    console.print(speed, quality)


if __name__ == "__main__":
    main()
