"""What the administrator has set once for everybody: hours, packs, record numbers, reactions, ladder, model, mail."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.calendar import Hours
from bot.workshop.ladder import DEFAULT, Ladder, ladder_of
from bot.workshop.privacy import LocalPattern
from bot.workshop.tag import TagKind
from prompts.packs import Library


@dataclass(frozen=True)
class House:
    """Every unit of work has it at hand, as it has its moment."""

    hours: Hours = field(default_factory=Hours)
    packs: Library = field(default_factory=Library)
    patterns: tuple[LocalPattern, ...] = ()
    tags: Mapping[str, TagKind] = field(default_factory=dict)
    ladder: Ladder = field(default_factory=lambda: ladder_of(DEFAULT))
    model: str = ""
    by_meaning: bool = False
    """Whether a small model on this machine compares texts."""
    mail: bool = False
    """Whether owners outside the workspace can be written to."""
