"""What the rules say no with: a fact that has a sentence in ``prompts/messages``, never the sentence itself."""

from typing import ClassVar


class Refusal(Exception):
    """Somebody asked for what the rules do not allow; nothing was changed.

    ``key`` names the sentence that the person reads; ``facts`` fill its blanks. ``field`` names the question of a
    form that the sentence belongs under, where there is one.
    """

    key: ClassVar[str]
    field: str | None = None

    def __init__(self, *, field: str | None = None, **facts: str | int) -> None:
        super().__init__(self.key)
        self.field = field or self.field
        self.facts = facts
