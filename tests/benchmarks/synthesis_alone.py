"""What is measured of the local engine in a process of its own: its cost, its start and its bytes."""

import hashlib
import importlib
import json
import sys
import time
from dataclasses import replace
from pathlib import Path
from random import Random

from bot.synthesis.gate import ground
from bot.synthesis.heard import hear
from bot.synthesis.written import written
from tests.benchmarks.practice import practice


def cost(size: int) -> str:
    by_vectors = importlib.import_module("bot.synthesis.by_vectors")
    by_vectors.draft(hear(practice(40, 1).room))
    room = practice(size, 400).room
    around = time.perf_counter()
    listening = hear(room)
    wall, cpu = time.perf_counter(), time.process_time()
    draft = by_vectors.draft(listening)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    ground(draft, listening)
    return json.dumps({"wall": wall, "cpu": cpu, "peak": _peak(), "around": time.perf_counter() - around - wall})


def themes(name: str, size: int) -> str:
    ways = importlib.import_module("tests.benchmarks.peers").THEMES
    if name not in ways:
        # It loads what the local engine does without.
        ways = importlib.import_module("tests.benchmarks.by_model").themes()
    ways[name](practice(60, 1))
    one = practice(size, 400)
    wall, cpu = time.perf_counter(), time.process_time()
    ways[name](one)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return json.dumps({"wall": wall, "cpu": cpu, "peak": _peak()})


def start() -> str:
    importlib.import_module("bot.app")
    bot = _peak()
    began = time.perf_counter()
    importlib.import_module("bot.synthesis.by_vectors")
    return json.dumps({"bot": bot, "both": _peak(), "seconds": time.perf_counter() - began})


def mark(size: int, order: int) -> str:
    room = practice(size, 500).room
    shuffled = Random(order).sample(room.said, len(room.said))  # noqa: S311 - another order
    by_vectors = importlib.import_module("bot.synthesis.by_vectors")
    return hashlib.sha256(written(by_vectors.draft(hear(replace(room, said=tuple(shuffled)))))).hexdigest()


def _peak() -> float:
    """In MB. What the kernel tells of a process's resources begins with those of whoever started it; this does not."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["cost", size]:
            told = cost(int(size))
        case ["themes", name, size]:
            told = themes(name, int(size))
        case ["mark", size, order]:
            told = mark(int(size), int(order))
        case _:
            told = start()
    sys.stdout.write(told)
