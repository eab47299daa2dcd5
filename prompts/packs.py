"""The packs that there are: read from ``prompts/packs/*.yml`` and other folders, and checked as they are read."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from pydantic import ValidationError

from prompts import pack_mistakes as mistakes
from prompts.pack import Mistake, Moment, Pack

FOLDER = Path(__file__).resolve().parent / "packs"


class PackError(Exception):
    """Packs that cannot be used, with the file, the line and what to change, one mistake a line."""


@dataclass(frozen=True)
class Library:
    """The packs that we ship and those in *folders*, as they were when first read.

    Raises ``PackError`` with everything that is wrong in any file.
    """

    folders: tuple[Path, ...] = ()

    def pack(self, pack_id: str) -> Pack:
        """The pack called ``name@version``. Raises ``KeyError`` where there is none."""
        return _by_id(self.folders)[pack_id]

    def all(self) -> tuple[Pack, ...]:
        """Every pack, by name and version."""
        return tuple(_by_id(self.folders).values())

    def on_offer(self, moment: Moment) -> list[Pack]:
        """The packs that a facilitator may choose for *moment*, the shortest first."""
        offered = [each for each in self.all() if each.moment == moment and not each.private]
        return sorted(offered, key=lambda each: (each.minutes, each.id))


def problems(folder: Path = FOLDER) -> list[str]:
    """What to change in the packs in *folder*, each with its file and line: nothing where all can be used."""
    return _survey([FOLDER, folder])[1]


def read(path: Path) -> Pack:
    """The pack in *path*. Raises ``PackError`` with everything that is wrong with it."""
    try:
        tree = yaml.compose(path.read_text(encoding="utf-8"), yaml.SafeLoader)
        given = None if tree is None else _Values().construct_document(tree)
    except yaml.YAMLError as error:
        raise PackError(mistakes.not_yaml(path, error)) from error
    except ValueError as error:
        raise PackError(mistakes.told(path, 1, f"this is not text that can be read: {error}")) from error
    try:
        found: Pack | None = Pack.model_validate(given)
        wrong: list[Mistake] = []
    except ValidationError as error:
        found = None
        errors = error.errors(include_url=False, include_input=False)
        wrong = [
            (each["loc"], mistakes.in_words(each)) for each in errors if not mistakes.told_by_its_items(each, given)
        ]
    wrong += [*mistakes.twice(tree), *mistakes.of_the_whole(given)]
    if found is None or wrong:
        lines = sorted((mistakes.line(tree, place), f"{mistakes.where(given, place)}: {what}") for place, what in wrong)
        raise PackError("\n".join(mistakes.told(path, line, what) for line, what in lines))
    return found


class _Values(yaml.constructor.SafeConstructor):
    """YAML's plain values out of nodes that we keep, for their lines."""


@cache
def _by_id(folders: tuple[Path, ...]) -> dict[str, Pack]:
    found, wrong = _survey([FOLDER, *folders])
    if wrong:
        raise PackError("\n".join(wrong))
    return {each.id: each for each in sorted(found, key=lambda each: (each.name, each.version))}


def _survey(folders: Iterable[Path]) -> tuple[list[Pack], list[str]]:
    found: dict[str, tuple[Path, Pack]] = {}
    wrong: list[str] = []
    for folder in dict.fromkeys(each.resolve() for each in folders):
        if not folder.is_dir():
            wrong.append(f"{folder} is not a folder: make it, or name another")
            continue
        for path in sorted(each for each in folder.iterdir() if each.suffix in {".yml", ".yaml"}):
            try:
                one = read(path)
            except PackError as error:
                wrong += str(error).splitlines()
                continue
            first, _ = found.setdefault(one.id, (path, one))
            if first is not path:
                whose = "comes with the app" if first.parent == FOLDER != path.parent else f"is in {first.name} already"
                number = mistakes.line(yaml.compose(path.read_text(encoding="utf-8"), yaml.SafeLoader), ("name",))
                wrong.append(
                    mistakes.told(path, number, f"{one.id} {whose}; give this one another name or a new version")
                )
    return [one for _, one in found.values()], wrong
