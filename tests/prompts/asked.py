"""Which messages the code asks for, by its source: every call of ``rich`` and ``plain``, followed to its keys."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

Scope = ast.FunctionDef | ast.AsyncFunctionDef | ast.Module


class CannotFollow(Exception):
    """A key that is made in a way which this reading does not understand: make it plainer, or teach it here."""


@dataclass(frozen=True)
class Asked:
    """One call: the keys that it may ask for, and the blanks that it fills (``None`` where facts come unpacked)."""

    place: str
    keys: frozenset[str]
    blanks: frozenset[str] | None


@dataclass
class Source:
    """One module. ``refusals`` are the keys that ``error.key`` may stand for."""

    name: str
    text: str
    refusals: frozenset[str] = frozenset()
    tree: ast.Module = field(init=False)

    def __post_init__(self) -> None:
        self.tree = ast.parse(self.text)

    def asks(self) -> list[Asked]:
        return [self._asked(call, scopes) for call, scopes in _calls(self.tree, (self.tree,))]

    def _asked(self, call: ast.Call, scopes: Sequence[Scope]) -> Asked:
        place = f"{self.name}:{call.lineno}"
        if not call.args:
            raise CannotFollow(f"{place}: no key")
        blanks = [keyword.arg for keyword in call.keywords]
        filled = None if None in blanks else frozenset(blank for blank in blanks if blank)
        try:
            return Asked(place, frozenset(self._strings(call.args[0], scopes)), filled)
        except CannotFollow as error:
            raise CannotFollow(f"{place}: {error}") from None

    def _strings(self, made: ast.expr, scopes: Sequence[Scope]) -> set[str]:  # noqa: PLR0911 - a case a shape
        """Every string that *made* can be."""
        match made:
            case ast.Constant(value=str(text)):
                return {text}
            case ast.IfExp(body=one, orelse=other):
                return self._strings(one, scopes) | self._strings(other, scopes)
            case ast.JoinedStr(values=parts):
                return {"".join(each) for each in product(*(self._strings(part, scopes) for part in parts))}
            case ast.FormattedValue(value=value, conversion=-1, format_spec=None):
                return self._strings(value, scopes)
            case ast.Subscript(value=table):
                return self._all(self._values(table, scopes), scopes)
            case ast.Attribute(attr="key") if self.refusals:
                return set(self.refusals)
            case ast.Call(func=ast.Name(id=name)):
                return self._all(_returned(self._function(name)), [self._function(name), self.tree])
            case ast.Name(id=name):
                given = self._given(name, scopes)
                return self._all(given, [self.tree]) if given else self._all(self._bound(name, scopes), scopes)
        raise CannotFollow(f"cannot follow {ast.unparse(made)}")

    def _all(self, expressions: Sequence[ast.expr], scopes: Sequence[Scope]) -> set[str]:
        return set().union(*(self._strings(each, scopes) for each in expressions))

    def _values(self, table: ast.expr, scopes: Sequence[Scope]) -> list[ast.expr]:
        """The values of a dict, given as it is or by its name."""
        if isinstance(table, ast.Dict):
            return table.values
        if isinstance(table, ast.Name):
            found = [value for scope in scopes for target, value in _assigned(scope) if _is(target, table.id)]
            if len(found) == 1 and isinstance(found[0], ast.Dict):
                return found[0].values
        raise CannotFollow(f"cannot find the table {ast.unparse(table)}")

    def _bound(self, name: str, scopes: Sequence[Scope]) -> list[ast.expr]:
        """What *name* may stand for: what was assigned to it, or the second of each ``TABLE.items()``."""
        for scope in scopes:
            found = [value for target, value in _assigned(scope) if _is(target, name)]
            for targets, value in _assigned(scope):
                if isinstance(targets, ast.Tuple) and any(_is(each, name) for each in targets.elts):
                    place = [_is(each, name) for each in targets.elts].index(True)
                    found += [self._part(each, place) for each in self._chosen(value, scopes)]
            for targets, iterated in _looped(scope):
                match targets, iterated:
                    case (
                        ast.Tuple(elts=[_, ast.Name(id=each)]),
                        ast.Call(func=ast.Attribute(value=table, attr="items")),
                    ) if each == name:
                        found += self._values(table, scopes)
                    case _ if any(_is(each, name) for each in ast.walk(targets)):
                        raise CannotFollow(f"cannot follow the loop over {ast.unparse(iterated)}")
            if found:
                return found
        raise CannotFollow(f"cannot follow {name}")

    def _given(self, name: str, scopes: Sequence[Scope]) -> list[ast.expr]:
        """What a parameter of a private function is called with, everywhere in its module."""
        for scope in scopes:
            if not isinstance(scope, ast.Module) and name in (names := [each.arg for each in scope.args.args]):
                if not scope.name.startswith("_"):
                    raise CannotFollow(f"{name} may be given to {scope.name} from elsewhere")
                calls = [
                    node for node in ast.walk(self.tree) if isinstance(node, ast.Call) and _is(node.func, scope.name)
                ]
                mentions = [node for node in ast.walk(self.tree) if _is(node, scope.name)]
                if len(calls) < len(mentions) or not calls:
                    raise CannotFollow(f"cannot see every call of {scope.name}")
                return [_argument(call, name, names.index(name)) for call in calls]
        return []

    def _chosen(self, value: ast.expr, scopes: Sequence[Scope]) -> list[ast.expr]:
        return self._values(value.value, scopes) if isinstance(value, ast.Subscript) else [value]

    def _part(self, value: ast.expr, place: int) -> ast.expr:
        if isinstance(value, ast.Tuple):
            return value.elts[place]
        raise CannotFollow(f"cannot take {ast.unparse(value)} apart")

    def _function(self, name: str) -> ast.FunctionDef:
        found = [each for each in self.tree.body if isinstance(each, ast.FunctionDef) and each.name == name]
        if not found:
            raise CannotFollow(f"cannot find the function {name}")
        return found[0]


def modules(*folders: Path) -> list[Path]:
    return [path for folder in folders for path in sorted(folder.rglob("*.py"))]


def _calls(node: ast.AST, scopes: tuple[Scope, ...]) -> Iterator[tuple[ast.Call, tuple[Scope, ...]]]:
    for child in ast.iter_child_nodes(node):
        if (
            isinstance(child, ast.Call)
            and isinstance(child.func, ast.Attribute)
            and child.func.attr in {"rich", "plain"}
        ):
            yield child, scopes
        inner = (child, *scopes) if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) else scopes
        yield from _calls(child, inner)


def _assigned(scope: Scope) -> Iterator[tuple[ast.expr, ast.expr]]:
    for node in ast.walk(scope) if not isinstance(scope, ast.Module) else scope.body:
        if isinstance(node, ast.Assign):
            yield from ((target, node.value) for target in node.targets)
        elif isinstance(node, ast.AnnAssign) and node.value:
            yield node.target, node.value


def _looped(scope: Scope) -> Iterator[tuple[ast.expr, ast.expr]]:
    if isinstance(scope, ast.Module):
        return
    for node in ast.walk(scope):
        if isinstance(node, ast.For | ast.comprehension):
            yield node.target, node.iter


def _argument(call: ast.Call, name: str, place: int) -> ast.expr:
    if place < len(call.args) and not any(isinstance(each, ast.Starred) for each in call.args):
        return call.args[place]
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    raise CannotFollow(f"cannot find {name} in {ast.unparse(call)}")


def _returned(function: ast.FunctionDef) -> list[ast.expr]:
    return [node.value for node in ast.walk(function) if isinstance(node, ast.Return) and node.value]


def _is(target: ast.AST, name: str) -> bool:
    return isinstance(target, ast.Name) and target.id == name
