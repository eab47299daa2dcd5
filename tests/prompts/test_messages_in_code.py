"""Code and messages fit: none is missing or left over, no blank stays empty, no sentence is written elsewhere."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

import bot
import handlers
from bot.workshop.refusal import Refusal
from prompts.words import FOLDER, LOCALES, keys
from tests.prompts.asked import Asked, CannotFollow, Source, modules

PROJECT = Path(__file__).parents[2]
PLAY = {"sandbox", "demo"}
"""Parts of bot/ that are not the bot."""

COMMAND = re.compile(r"/\w+( \w+)?")


def every_refusal(kind: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    """Every refusal there is, once every module has been read."""
    if kind is Refusal:
        for package in (bot, handlers):
            for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
                if not PLAY & set(each.name.split(".")):
                    importlib.import_module(each.name)
    for below in kind.__subclasses__():
        if below.__module__.startswith(("bot.", "handlers.")):
            yield below
        yield from every_refusal(below)


CODE = [path for path in modules(PROJECT / "bot", PROJECT / "handlers") if not PLAY & set(path.parts)]


@cache
def refusals() -> dict[str, type[Refusal]]:
    return {refusal.__name__: refusal for refusal in every_refusal()}


@cache
def refusal_keys() -> frozenset[str]:
    return frozenset(refusal.key for refusal in refusals().values())


@cache
def asked_in_the_code() -> list[Asked]:
    sources = [Source(str(path.relative_to(PROJECT)), path.read_text("utf-8"), refusal_keys()) for path in CODE]
    return [asked for source in sources for asked in source.asks()]


def blanks(language: str) -> dict[str, set[str]]:
    """The blanks of every message, those inside its choices too."""
    found: dict[str, set[str]] = {}
    for path in (FOLDER / language).glob("*.ftl"):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            if isinstance(entry, fluent.Message) and entry.value:
                found[entry.id.name] = set(_variables(entry.value))
    return found


def _variables(node: object) -> Iterator[str]:
    if isinstance(node, fluent.VariableReference):
        yield node.id.name
    elif isinstance(node, fluent.BaseNode):
        for value in vars(node).values():
            yield from _variables(value)
    elif isinstance(node, list):
        for each in node:
            yield from _variables(each)


@pytest.mark.parametrize("language", LOCALES)
def test_every_message_that_the_code_asks_for_is_there(language: str) -> None:
    there = keys(language)

    assert {(asked.place, key) for asked in asked_in_the_code() for key in asked.keys - there} == set()
    assert there >= refusal_keys()


@pytest.mark.parametrize("language", LOCALES)
def test_every_message_is_asked_for_somewhere(language: str) -> None:
    used = refusal_keys().union(*(asked.keys for asked in asked_in_the_code()))

    assert keys(language) - used == set()


@pytest.mark.parametrize("language", LOCALES)
def test_every_blank_is_filled_wherever_its_message_is_asked_for(language: str) -> None:
    wanted = blanks(language)

    unfilled = [
        (asked.place, key, wanted[key] - asked.blanks)
        for asked in asked_in_the_code()
        if asked.blanks is not None
        for key in asked.keys
        if not wanted[key] <= asked.blanks
    ]

    assert unfilled == []


@pytest.mark.parametrize("language", LOCALES)
def test_every_refusal_is_raised_with_the_facts_of_its_sentence(language: str) -> None:
    wanted = blanks(language)
    raised = [found for path in CODE for found in _raised(ast.parse(path.read_text("utf-8")))]

    assert {name for name, _ in raised} == set(refusals())
    assert [(name, facts) for name, facts in raised if not wanted[refusals()[name].key] <= facts] == []


def _raised(tree: ast.Module) -> Iterator[tuple[str, set[str | None]]]:
    for node in ast.walk(tree):
        match node:
            case ast.Raise(exc=ast.Name(id=name)) if name in refusals():
                yield name, set()
            case ast.Raise(exc=ast.Call(func=ast.Name(id=name), keywords=facts)) if name in refusals():
                yield name, {each.arg for each in facts}


@pytest.mark.parametrize("path", modules(PROJECT / "handlers"), ids=lambda path: str(path.relative_to(PROJECT)))
def test_nothing_that_people_read_is_written_in_a_handler(path: Path) -> None:
    assert list(sentences(path.read_text("utf-8"))) == []


def sentences(source: str) -> Iterator[str]:
    """Strings of two words or more; docstrings, log lines and errors for programmers are not for people's screens."""
    tree = ast.parse(source)
    exempt = {id(node) for each in ast.walk(tree) if _not_for_screens(each) for node in ast.walk(each)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in exempt:
            words = [word for word in node.value.split() if any(letter.isalpha() for letter in word)]
            if len(words) > 1 and not COMMAND.fullmatch(node.value):
                yield node.value


def _not_for_screens(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.Call(func=ast.Attribute(value=ast.Name(id="log"))):
            return True
        case ast.Raise(exc=ast.Call(func=ast.Name(id=name))):
            return name in {"ValueError", "KeyError", "TypeError"}
    return False


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("say.rich('a')", {"a"}),
        ("turn.say.plain('a' if x else 'b', n=1)", {"a", "b"}),
        ("T = {1: 'a', 2: 'b'}\ndef f(): say.rich(T[x])", {"a", "b"}),
        ("T: dict = {1: 'a', 2: 'b'}\ndef f(): return [say.rich(k) for n, k in T.items()]", {"a", "b"}),
        ("def f():\n  for n, k in {1: 'a'}.items(): say.rich(k)", {"a"}),
        ("def f():\n  b, a = {1: (0, 'x'), 2: (0, 'y')}[c]\n  say.rich(f'{a}-t')", {"x-t", "y-t"}),
        ("def g():\n  if x: return 'a'\n  return 'b'\ndef f(): say.rich(g())", {"a", "b"}),
        ("async def f():\n  k = 'a'\n  say.rich(k)", {"a"}),
        ("def _f(say, key): say.rich(key)\ndef g(): return _f(say, 'a'), _f(say, key='b')", {"a", "b"}),
        ("say.rich(error.key, **error.facts)", {"refused"}),
    ],
)
def test_the_reading_follows_a_key_to_where_it_is_made(code: str, found: set[str]) -> None:
    [asked] = Source("made_up.py", code, frozenset({"refused"})).asks()

    assert asked.keys == found


@pytest.mark.parametrize(
    "code",
    [
        "def f(key): say.rich(key)\ndef g(): f('a')",
        "def _f(key): say.rich(key)",
        "def _f(key): say.rich(key)\ndef g(x): _f(x)",
        "def _f(key): say.rich(key)\ndef g(): _f('a'); map(_f, keys)",
        "def _f(key='a'): say.rich(key)\ndef g(): _f()",
        "say.rich('a' + x)",
        "say.rich(elsewhere.TABLE[x])",
        "say.rich(IMPORTED[x])",
        "def f():\n  for k in load(): say.rich(k)",
        "say.rich(f'{x!r}')",
        "say.rich(x.words)",
        "say.rich()",
        "T = dict(a='b')\ndef f(): say.rich(T[x])",
    ],
)
def test_what_the_reading_cannot_follow_fails_rather_than_slips_through(code: str) -> None:
    with pytest.raises(CannotFollow, match=r"made_up\.py:\d"):
        Source("made_up.py", code).asks()


def test_the_reading_knows_which_blanks_are_filled() -> None:
    filled, unpacked = Source("made_up.py", "say.rich('a', x=1)\nsay.rich('a', **facts)").asks()

    assert filled.blanks == frozenset({"x"})
    assert unpacked.blanks is None


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("ack('Well done')", ["Well done"]),
        ("Button(text=f'Hello {name}, well done')", [", well done"]),
        ("NAMES = {'a': 'Not now'}", ["Not now"]),
        ("def f():\n  '''Two words.'''\n  log.info('two words')\n  raise ValueError('two words')", []),
        ("Routes(commands={'/case start': start})", []),
        ("re.compile('· 1 2')\nack('one')", []),
    ],
)
def test_a_sentence_in_a_handler_would_be_found(code: str, found: list[str]) -> None:
    assert list(sentences(code)) == found
