"""How good, how fast, how steady and how strict the local engine is, beside peers in the same run.

Run it with `make bench-synthesis`. Machines are noisy: read the ratios, not the numbers. Sets of other people's text
are read from the folder that LCAT_BENCH_DATA names (`../shared/data` otherwise), where there is one: `<name>.csv` has a
text and its theme in each row, `<name>.json` a list of topics with `sentences` and `references`. Where LCAT_SEMANTIC
names the folder of a model (docs/meaning.md), themes by meaning are measured beside MiniLM + k-means and BERTopic.
"""

import csv
import json
import os
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from random import Random

from rich.console import Console
from rich.table import Table
from sklearn.metrics import adjusted_mutual_info_score, adjusted_rand_score, v_measure_score
from threadpoolctl import threadpool_limits

from bot.synthesis import by_vectors, telling
from bot.synthesis.draft import Heading, Line, Room, Said
from bot.synthesis.gate import why_not
from bot.synthesis.heard import Heard, Hearing, hear
from bot.synthesis.telling import Corpus
from bot.synthesis.wording import stems
from bot.workshop.summary import Source, SourceKind
from bot.workshop.workshop import Visibility
from tests.benchmarks import by_model, peers
from tests.benchmarks.alterations import alterations
from tests.benchmarks.practice import Practice, plain, practice, topics
from tests.benchmarks.rouge import rouge_1, rouge_su4

PROJECT = Path(__file__).parents[2]
DATA = Path(os.environ.get("LCAT_BENCH_DATA", PROJECT.parent / "shared" / "data"))
ROUNDS = 5
TOPIC_ROUNDS = 50
"""Sets of topics of which quotations are chosen: between a few, differences are larger than between good ways."""
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "NUMBA_NUM_THREADS": "1"}
SIZES = (50, 200, 1000, 2000)
THEMES_AT = {50: 8, 200: 12, 1000: 20}
console = Console(width=120)


def main() -> None:
    with threadpool_limits(1):
        themes()
        quotations()
        phrases()
        strictness()
    cost()
    cost_of_themes()
    sameness()


# Themes


def themes() -> None:
    table = _table("Themes: number unknown (medians)", "set", "method", "AMI", "V", "ARI", "groups", "CPU s")
    needing = by_model.themes(by_model.Remembering)
    for name, draws in _draws().items():
        scores: dict[str, list[tuple[float, ...]]] = defaultdict(list)
        for one in draws:
            ways = {**peers.THEMES, **needing}
            if name.startswith("practice"):
                ways |= {
                    f"{method}, words alone": _plainly(group) for method, group in ways.items() if "engine" in method
                }
            for method, group in ways.items():
                scores[method].append(_scored(one, group))
        for method, each in scores.items():
            medians = [statistics.median(column) for column in zip(*each, strict=True)]
            table.add_row(
                name, method, *(f"{value:.3f}" for value in medians[:3]), f"{medians[3]:.0f}", f"{medians[4]:.2f}"
            )
    console.print(table)
    for absent in sorted({"the local engine, by meaning", "MiniLM + k-means", "BERTopic"} - set(needing)):
        console.print(f"{absent}: not measured (LCAT_SEMANTIC names no model, or it is not installed).")


def _plainly(group: peers.Grouping) -> peers.Grouping:
    return lambda given: group(plain(given))


def _draws() -> Mapping[str, list[Practice]]:
    found = {f"practice, {count}": [practice(count, 100 + seed) for seed in range(ROUNDS)] for count in (50, 200, 1000)}
    for path in sorted(DATA.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as rows:
            labelled = [(row[0], row[1]) for row in csv.reader(rows) if len(row) > 1]
        for count in (50, 200, 1000):
            found[f"{path.stem}, {count}"] = [_drawn(labelled, count, 100 + seed) for seed in range(ROUNDS)]
    return found


def _drawn(labelled: Sequence[tuple[str, str]], count: int, seed: int) -> Practice:
    """*count* of other people's texts on some of their themes, a few of them much more frequent than the rest."""
    chance = Random(seed)  # noqa: S311 - a sample
    by_theme: dict[str, list[str]] = defaultdict(list)
    for text, theme in labelled:
        by_theme[theme].append(text)
    chosen = chance.sample(sorted(by_theme), min(THEMES_AT[count], len(by_theme)))
    weights = [1 / (rank + 1) ** 0.5 for rank in range(len(chosen))]
    drawn = [
        (text, theme)
        for theme, weight in zip(chosen, weights, strict=True)
        for text in chance.sample(
            by_theme[theme], min(len(by_theme[theme]), max(2, round(count * weight / sum(weights))))
        )
    ]
    chance.shuffle(drawn)
    sources = [Source(SourceKind.CONTRIBUTION, number) for number in range(len(drawn))]
    people = practice(4, 0).room.people
    said = tuple(
        Said(source, text, people[0].key, Visibility.NAMED_ROLE, "anything")
        for source, (text, _) in zip(sources, drawn, strict=True)
    )
    return Practice(Room(said, people), {source: theme for source, (_, theme) in zip(sources, drawn, strict=True)})


def _scored(one: Practice, group: Callable[[Practice], peers.Labels]) -> tuple[float, ...]:
    began = time.process_time()
    labels = group(one)
    took = time.process_time() - began
    scores = (adjusted_mutual_info_score, v_measure_score, adjusted_rand_score)
    return (*(float(score(one.subjects, labels)) for score in scores), len(set(labels.tolist())), took)


# Quotations


def quotations() -> None:
    title = "Two quotations for each topic"
    table = _table(title, "set", "method", "ROUGE-1", "ROUGE-SU4", "coverage", "redundancy", "CPU s")
    for name, found in _topics().items():
        ways: dict[str, peers.Summarizer] = {"the local engine": _our_quotations(found), **peers.sumy()}
        for method, choose in ways.items():
            began = time.process_time()
            chosen = [(choose(members, 2), members, references) for members, references in found]
            took = time.process_time() - began
            scores = [_quality(*each) for each in chosen]
            means = [statistics.mean(column) for column in zip(*scores, strict=True)]
            table.add_row(name, method, *(f"{value:.3f}" for value in means), f"{took:.2f}")
    console.print(table)


Topic = tuple[Sequence[Heard], Sequence[str]]


def _topics() -> Mapping[str, list[Topic]]:
    made = [topic for seed in range(TOPIC_ROUNDS) for topic in topics(200 + seed, 12)]
    found = {"practice": [(_members(texts), references) for texts, references in made]}
    for path in sorted(DATA.glob("*.json")):
        read = json.loads(path.read_text(encoding="utf-8"))
        found[path.stem] = [(_members(each["sentences"]), each["references"]) for each in read]
    return found


def _members(texts: Sequence[str]) -> Sequence[Heard]:
    return [
        Heard(
            Source(SourceKind.ANSWER, number),
            text,
            "",
            None,
            "",
            None,
            (),
            author=f"p{number}",
            agency=f"a{number % 7}",
        )
        for number, text in enumerate(texts)
    ]


def _our_quotations(found: Sequence[Topic]) -> peers.Summarizer:
    corpus = Corpus.of(each for members, _ in found for each in members)
    return lambda members, most: [each.words for each in telling.quotations(members, corpus, most)]


def _quality(chosen: Sequence[str], members: Sequence[Heard], references: Sequence[str]) -> tuple[float, ...]:
    """Coverage is the share of what is said more than once; redundancy what two quotations have in common."""
    text = " ".join(chosen)
    counts: dict[str, int] = defaultdict(int)
    for each in members:
        for stem in set(stems(each.text)):
            counts[stem] += 1
    common = {stem: count for stem, count in counts.items() if count > 1}
    covered = sum(common.get(stem, 0) for stem in set(stems(text))) / (sum(common.values()) or 1)
    pairs = [(set(stems(one)), set(stems(other))) for one, other in combinations(chosen, 2)]
    alike = statistics.mean([len(one & other) / (len(one | other) or 1) for one, other in pairs] or [0.0])
    return rouge_1(text, references), rouge_su4(text, references), covered, alike


# Key phrases


def phrases() -> None:
    """Whether the phrases of a topic tell which of the subjects it is about, by what somebody said of it in short."""
    found = _topics()["practice"][:12]
    ours = Corpus.of(each for members, _ in found for each in members)
    ways: dict[str, Callable[[Sequence[Heard]], Sequence[str]]] = {
        "the local engine": lambda members: telling.phrases(members, ours)
    }
    theirs = peers.yake()
    if theirs:
        ways["YAKE"] = lambda members: theirs("\n".join(each.text for each in members))
    table = _table("Three key phrases for each topic", "method", "words of the reference", "topic found")
    for method, choose in ways.items():
        words, right = [], 0
        for place, (members, _) in enumerate(found):
            label = set(stems(" ".join(choose(members))))
            meant = [set(stems(" ".join(each))) for _, each in found]
            words.append(len(label & meant[place]) / len(meant[place]))
            right += max(range(len(found)), key=lambda other: (len(label & meant[other]), other == place)) == place
        table.add_row(method, f"{statistics.mean(words):.3f}", f"{right / len(found):.3f}")
    console.print(table)


# Strictness


def strictness() -> None:
    listening = hear(practice(200, 300).room)
    draft = by_vectors.draft(listening)
    chance = Random(3)  # noqa: S311 - to draw alterations
    true = sum(1 for line in draft.lines if not why_not(line, listening))
    tried = accepted = 0
    for line in draft.lines:
        for altered in _altered(line, listening, chance):
            tried += 1
            accepted += not why_not(altered, listening)
    table = _table(
        "The gate, on a draft of 200 contributions", "lines", "accepted as they are", "altered quotations", "accepted"
    )
    table.add_row(str(len(draft.lines)), str(true), str(tried), str(accepted))
    console.print(table)
    quoted = [each for line in draft.under(Heading.THEME) for each in [line]]
    whole = [each for line in draft.lines for each in line.quotations]
    texts = {each.source: each.text for each in listening.heard}
    verbatim = sum(each.words in texts[each.source] for each in whole)
    alone = sum(len({each.speaker for each in line.quotations}) == len(line.quotations) for line in quoted)
    console.print(
        f"Quotations verbatim: {verbatim} of {len(whole)}. "
        f"Themes whose quotations are of different roles: {alone} of {len(quoted)}."
    )


def _altered(line: Line, listening: Hearing, chance: Random) -> Sequence[Line]:
    found = []
    for place, quotation in enumerate(line.quotations):
        text = listening.by_source[quotation.source].text
        others = [each.text for each in chance.sample(listening.heard, 2) if each.text != text]
        for words in alterations(quotation.words, others, chance):
            if words != quotation.words and words not in text:
                changed = replace(quotation, words=words)
                found.append(
                    replace(line, quotations=(*line.quotations[:place], changed, *line.quotations[place + 1 :]))
                )
    return found


# Cost and sameness, each in a process of its own


def cost() -> None:
    table = _table(
        "Cost (a process for each size; medians)", "contributions", "wall s", "CPU s", "peak MB", "hear and ground s"
    )
    for size in SIZES:
        runs = [json.loads(_run("cost", str(size))) for _ in range(3)]
        medians = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
        table.add_row(
            str(size),
            *(f"{medians[name]:.2f}" for name in ("wall", "cpu")),
            f"{medians['peak']:.0f}",
            f"{medians['around']:.2f}",
        )
    console.print(table)
    started = [json.loads(_run("start")) for _ in range(3)]
    alone, loaded = (statistics.median(each[name] for each in started) for name in ("bot", "both"))
    seconds = statistics.median(each["seconds"] for each in started)
    console.print(
        f"The bot without the engine: {alone:.0f} MB; with it loaded: {loaded:.0f} MB. "
        f"Loading it takes {seconds:.1f} s."
    )


def cost_of_themes() -> None:
    """From texts to groups, beside what needs a model; an earlier call in the process has loaded and compiled."""
    needing = by_model.themes()
    if not needing:
        return
    runs: dict[str, list[dict[str, float]]] = defaultdict(list)
    for _ in range(ROUNDS):
        for name in ("the local engine", *needing):
            runs[name].append(json.loads(_run("themes", name, "1000", **ONE_THREAD)))
    table = _table(
        "Themes of 1,000 contributions (a process for each; medians)", "method", "wall s", "CPU s", "peak MB"
    )
    for name, each in runs.items():
        wall, cpu, peak = (statistics.median(run[what] for run in each) for what in ("wall", "cpu", "peak"))
        table.add_row(name, f"{wall:.2f}", f"{cpu:.2f}", f"{peak:.0f}")
    console.print(table)


def sameness() -> None:
    table = _table("The same bytes, whatever seed, threads and order", "contributions", "processes", "different drafts")
    for size in (50, 200, 1000):
        marks = {
            _run(
                "mark",
                str(size),
                str(order),
                PYTHONHASHSEED=seed,
                OMP_NUM_THREADS=threads,
                OPENBLAS_NUM_THREADS=threads,
            )
            for order, (seed, threads) in enumerate([("0", "1"), ("7", "2"), ("4242", "1"), ("99", "2")])
        }
        table.add_row(str(size), "4", str(len(marks)))
    console.print(table)


def _run(*what: str, **surroundings: str) -> str:
    program = [sys.executable, "-m", "tests.benchmarks.synthesis_alone", *what]
    done = subprocess.run(
        program, env={**os.environ, **surroundings}, capture_output=True, text=True, check=True, cwd=PROJECT
    )
    return done.stdout.strip()


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left")
    for place, column in enumerate(columns):
        table.add_column(column, justify="left" if place == 0 or column == "method" else "right")
    return table


if __name__ == "__main__":
    main()
