"""The shape of the code, read from its imports: which layer knows which, and what only one place may do."""

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
OURS = ("bot", "handlers", "prompts", "storage")
SLACK = ("slack_bolt", "slack_sdk")
SQL = ("sqlalchemy", "alembic")
LARGE = (
    "sklearn",
    "scipy",
    "numpy",
    "networkx",
    "threadpoolctl",
    "pydantic_ai",
    "matplotlib",
    "onnxruntime",
    "tokenizers",
)
WORKER = (
    "bot.model_process",
    "bot.picture_process",
    "bot.synthesis.worker",
    "bot.synthesis.by_meaning",
    "bot.synthesis.by_vectors",
    "bot.synthesis.clusters",
    "bot.synthesis.vectors",
    "bot.synthesis.worker_by_meaning",
)
PLAY = ("bot.sandbox", "bot.demo")
ASKS_THE_TIME = {"now", "utcnow", "today", "time"}


@dataclass(frozen=True)
class Module:
    """One file. ``imports`` is everything it names, ``from package import thing`` as ``package.thing``."""

    name: str
    tree: ast.Module
    package: bool = False

    @property
    def imports(self) -> list[tuple[int, str]]:
        return [found for node in ast.walk(self.tree) for found in self._named(node)]

    def inside(self, *places: str) -> bool:
        return within(self.name, *places)

    def _named(self, node: ast.AST) -> Iterator[tuple[int, str]]:
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = ".".join(filter(None, [self._above(node.level), node.module]))
            yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)

    def _above(self, level: int) -> str:
        parts = self.name.split(".") if self.package else self.name.split(".")[:-1]
        return ".".join(parts[: len(parts) - level + 1]) if level else ""


def within(name: str, *places: str) -> bool:
    return any(name == place or name.startswith(f"{place}.") for place in places)


def module(name: str, source: str) -> Module:
    return Module(name, ast.parse(source))


@cache
def everything() -> tuple[Module, ...]:
    return tuple(_read(path) for folder in OURS for path in sorted((PROJECT / folder).rglob("*.py")))


def _read(path: Path) -> Module:
    parts = path.relative_to(PROJECT).with_suffix("").parts
    package = parts[-1] == "__init__"
    return Module(".".join(parts[:-1] if package else parts), ast.parse(path.read_text(encoding="utf-8")), package)


def rules_know_nothing_else(each: Module) -> Iterator[str]:
    """bot/workshop imports nothing of ours from outside, no Slack, no SQL, no scheduler."""
    if each.inside("bot.workshop"):
        yield from _imported(each, *OURS, *SLACK, *SQL, "apscheduler", besides=("bot.workshop",))


def words_know_nothing_of_ours(each: Module) -> Iterator[str]:
    """In prompts/ nothing of ours is imported."""
    if each.inside("prompts"):
        yield from _imported(each, *OURS, besides=("prompts",))


def slack_is_known_to_handlers(each: Module) -> Iterator[str]:
    """Only handlers/ imports Slack's packages, and bot/app.py, which puts the parts together."""
    if not each.inside("handlers", "bot.app"):
        yield from _imported(each, *SLACK)


def sql_is_known_to_storage(each: Module) -> Iterator[str]:
    """Only storage/ imports SQLAlchemy and Alembic."""
    if not each.inside("storage"):
        yield from _imported(each, *SQL)


def apscheduler_is_known_to_the_scheduler(each: Module) -> Iterator[str]:
    """Only bot/scheduler.py imports APScheduler."""
    if not each.inside("bot.scheduler"):
        yield from _imported(each, "apscheduler")


def handlers_do_not_reach_into_the_store(each: Module) -> Iterator[str]:
    """handlers/ asks use cases, never the store."""
    if each.inside("handlers"):
        yield from _imported(each, "storage")


def the_store_does_not_know_slack_s_side(each: Module) -> Iterator[str]:
    """storage/ keeps what the rules and the use cases speak of, and neither views nor words for people."""
    if each.inside("storage"):
        yield from _imported(each, "handlers", "prompts")


def use_cases_know_only_ports(each: Module) -> Iterator[str]:
    """bot/ imports neither handlers nor storage, save where the parts are put together and in the demo."""
    if each.inside("bot") and not each.inside("bot.app", "bot.cli", "bot.demo"):
        yield from _imported(each, "handlers", "storage")


def the_sandbox_stands_alone(each: Module) -> Iterator[str]:
    """bot/sandbox imports nothing of ours: it knows Slack, not us."""
    if each.inside("bot.sandbox"):
        yield from _imported(each, *OURS, besides=("bot.sandbox",))


def the_bot_does_not_need_its_stand_ins(each: Module) -> Iterator[str]:
    """Nothing but the demo imports the sandbox or the demo."""
    if not each.inside(*PLAY):
        yield from _imported(each, *PLAY)


def what_is_large_is_loaded_by_the_worker_alone(each: Module) -> Iterator[str]:
    """Only processes of their own load scikit-learn and the like, and what builds on them."""
    if not each.inside(*WORKER):
        yield from _imported(each, *LARGE, *WORKER)


def imports_stand_at_the_top(each: Module) -> Iterator[str]:
    """No import inside a function."""
    for function in ast.walk(each.tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom) or _calls(node, "import_module"):
                    yield f"{each.name}: imports inside a function"


def one_place_asks_the_time(each: Module) -> Iterator[str]:
    """Only bot/clock.py asks the computer what time it is."""
    if each.inside("bot.clock", *PLAY):
        return
    bare = {name.rpartition(".")[2] for _, name in each.imports if name in {"time.time", "time.time_ns"}}
    for node in ast.walk(each.tree):
        match node:
            case ast.Attribute(
                value=ast.Name(id="datetime" | "date") | ast.Attribute(attr="datetime" | "date"), attr=what
            ):
                asks = what in ASKS_THE_TIME - {"time"}
            case ast.Attribute(value=ast.Name(id="time"), attr="time" | "time_ns"):
                asks = True
            case ast.Call(func=ast.Name(id=name)):
                asks = name in bare
            case _:
                asks = False
        if asks:
            yield f"{each.name}: asks for the time in {ast.unparse(node)}"


def nothing_is_printed(each: Module) -> Iterator[str]:
    """No print outside the demo."""
    if not each.inside("bot.demo"):
        yield from (f"{each.name}: prints" for node in ast.walk(each.tree) if _calls(node, "print"))


def every_module_says_what_it_is(each: Module) -> Iterator[str]:
    """Each opens with a sentence."""
    if not (ast.get_docstring(each.tree) or "").strip():
        yield f"{each.name}: has no docstring"


Rule = Callable[[Module], Iterator[str]]
RULES: Mapping[str, Rule] = {
    rule.__name__: rule
    for rule in (
        rules_know_nothing_else,
        words_know_nothing_of_ours,
        slack_is_known_to_handlers,
        sql_is_known_to_storage,
        apscheduler_is_known_to_the_scheduler,
        handlers_do_not_reach_into_the_store,
        the_store_does_not_know_slack_s_side,
        use_cases_know_only_ports,
        the_sandbox_stands_alone,
        the_bot_does_not_need_its_stand_ins,
        what_is_large_is_loaded_by_the_worker_alone,
        imports_stand_at_the_top,
        one_place_asks_the_time,
        nothing_is_printed,
        every_module_says_what_it_is,
    )
}


def _imported(each: Module, *places: str, besides: tuple[str, ...] = ()) -> Iterator[str]:
    for line, name in each.imports:
        if within(name, *places) and not within(name, *besides):
            yield f"{each.name}:{line}: imports {name}"


def _calls(node: ast.AST, name: str) -> bool:
    """Whether *node* calls that function, or the one of that name in a module."""
    return isinstance(node, ast.Call) and name in {ast.unparse(node.func), ast.unparse(node.func).rpartition(".")[2]}


def circle(modules: Sequence[Module]) -> list[str]:
    """Modules that import each other in a circle; empty where there is none."""
    known = {each.name for each in modules}
    graph = {
        each.name: {to for _, name in each.imports if (to := _module_of(name, known))} - {each.name} for each in modules
    }
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        return list(error.args[1])
    return []


def _module_of(name: str, known: set[str]) -> str | None:
    """The module that an import reads: ``package.module.thing`` is of ``package.module``."""
    if name in known:
        return name
    above = name.rpartition(".")[0]
    return above if above in known else None


@pytest.mark.parametrize("rule", RULES)
def test_the_code_keeps_its_shape(rule: str) -> None:
    assert [broken for each in everything() for broken in RULES[rule](each)] == []


def test_nothing_imports_in_a_circle() -> None:
    assert circle(everything()) == []


def test_every_module_was_read() -> None:
    names = {each.name for each in everything()}

    assert {"bot.workshop.action", "bot.app", "handlers.views.ids", "prompts.words", "storage.database"} <= names


@pytest.mark.parametrize(
    ("name", "source", "rule"),
    [
        ("bot.workshop.action", "from bot.clock import utc_now", "rules_know_nothing_else"),
        ("bot.workshop.action", "from bot import clock", "rules_know_nothing_else"),
        ("bot.workshop.action", "import sqlalchemy.orm", "rules_know_nothing_else"),
        ("bot.workshop.action", "from prompts.words import words", "rules_know_nothing_else"),
        ("bot.workshop.action", "from ..clock import utc_now", "rules_know_nothing_else"),
        ("prompts.words", "from bot.workshop.action import Action", "words_know_nothing_of_ours"),
        ("bot.cases", "from slack_sdk.models.views import View", "slack_is_known_to_handlers"),
        ("bot.application", "import slack_bolt", "slack_is_known_to_handlers"),
        ("handlers.cases", "from sqlalchemy import select", "sql_is_known_to_storage"),
        ("bot.workers", "import apscheduler", "apscheduler_is_known_to_the_scheduler"),
        ("handlers.cases", "from storage.cases import Cases", "handlers_do_not_reach_into_the_store"),
        ("handlers.cases", "import storage", "handlers_do_not_reach_into_the_store"),
        ("storage.cases", "from handlers.views import ids", "the_store_does_not_know_slack_s_side"),
        ("bot.cases", "from handlers.views import ids", "use_cases_know_only_ports"),
        ("bot.synthesis.engine", "from storage.words import Words", "use_cases_know_only_ports"),
        ("bot.sandbox.wire", "from bot.clock import utc_now", "the_sandbox_stands_alone"),
        ("bot.app", "from bot.sandbox import Sandbox", "the_bot_does_not_need_its_stand_ins"),
        ("bot.drafting", "from bot.synthesis.by_vectors import draft", "what_is_large_is_loaded_by_the_worker_alone"),
        ("bot.synthesis.engine", "import numpy", "what_is_large_is_loaded_by_the_worker_alone"),
        ("bot.cases", "def f():\n    import json", "imports_stand_at_the_top"),
        ("bot.cases", "class A:\n    async def f(self):\n        from x import y", "imports_stand_at_the_top"),
        ("bot.cases", "def f():\n    importlib.import_module('x')", "imports_stand_at_the_top"),
        ("bot.cases", "now = datetime.now(UTC)", "one_place_asks_the_time"),
        ("bot.cases", "now = datetime.datetime.utcnow()", "one_place_asks_the_time"),
        ("bot.cases", "today = date.today()", "one_place_asks_the_time"),
        ("bot.cases", "clock = datetime.now", "one_place_asks_the_time"),
        ("bot.cases", "import time\nnow = time.time()", "one_place_asks_the_time"),
        ("bot.cases", "from time import time\nnow = time()", "one_place_asks_the_time"),
        ("bot.cases", "print('here')", "nothing_is_printed"),
        ("bot.cases", "x = 1", "every_module_says_what_it_is"),
    ],
)
def test_a_broken_rule_is_found(name: str, source: str, rule: str) -> None:
    assert list(RULES[rule](module(name, source)))


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("bot.workshop.action", "from bot.workshop.ids import UserId\nfrom datetime import datetime"),
        ("bot.app", "from slack_bolt.async_app import AsyncApp\nfrom storage.database import Database"),
        ("bot.demo.story", "from bot.sandbox import Sandbox\nprint(datetime.now())"),
        ("bot.cases", "at = datetime.combine(day, time(9))\nlast = work.now.date()\nbegan = time.monotonic()"),
        ("handlers.cases", "from bot import cases\nfrom slack_sdk.models.views import View"),
    ],
)
def test_what_is_allowed_is_let_be(name: str, source: str) -> None:
    allowed = module(name, f'"""What it is."""\n{source}')

    assert [broken for rule in RULES.values() for broken in rule(allowed)] == []


def test_a_circle_is_found_and_a_line_is_not() -> None:
    there = module("bot.cases", "from bot import letters")
    onward = module("bot.letters", "from bot.work import Work")

    assert circle([there, onward, module("bot.work", "from bot.cases import find")])
    assert circle([there, onward, module("bot.work", "import json")]) == []
