"""Updates that leave open what happens: ``prompts/lexicon/vague-*.yml``."""

import re
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from prompts.pack import Language
from prompts.phrasings import FOLDER

LONGEST = 120
"""Characters: who writes more than that has said something."""


class Vague(BaseModel):
    """What says nothing in one language, and the words that do not change that."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: Language
    phrases: tuple[str, ...]
    around: str


def vague(text: str) -> str:
    """*text*, on one line, where it says nothing of what happens; nothing where it does, or nothing is there."""
    words = " ".join(text.split())
    plain = re.sub(r"[^\w'\-]+", " ", words.lower().replace("’", "'")).strip()
    if not plain or len(words) > LONGEST:
        return ""
    return words if any(_says_nothing(plain, *each) for each in _lists()) else ""


def _says_nothing(plain: str, phrases: re.Pattern[str], around: frozenset[str]) -> bool:
    left = phrases.sub(" ", plain)
    return left != plain and set(left.split()) <= around


@cache
def _lists() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    """Each list that we ship, read once: its phrases, longest first, and the words around them."""
    read = [Vague.model_validate(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in _files()]
    return tuple((_pattern(each.phrases), frozenset(each.around.split())) for each in read)


def _files() -> list[Path]:
    return sorted(FOLDER.glob("vague-*.yml"))


def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w'-])")
