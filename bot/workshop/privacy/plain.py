"""A text in plain characters, so that an odd space, dash, digit or accent hides nothing, and the way back."""

import re
import unicodedata
from dataclasses import dataclass

NOT_ASCII = re.compile(r"[^\x00-\x7f]")
DASH, SPACE, INVISIBLE = {"Pd"}, {"Zs"}, {"Mn", "Me", "Cf"}
SINGLE = dict.fromkeys("‘’‛ʼʹ′`´＇", "'") | dict.fromkeys("−⁃─", "-") | dict.fromkeys("\u2028\u2029", "\n")


@dataclass(frozen=True)
class Plain:
    """``origins[i]`` is where the character ``text[i]`` came from; ``None`` where nothing has moved."""

    text: str
    length: int
    origins: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of a place in the plain text, with the invisible characters at its end."""
        if self.origins is None:
            return start, end
        after = self.origins[end] if end < len(self.origins) else self.length
        return self.origins[start], max(self.origins[end - 1] + 1, after)


def plain(text: str) -> Plain:
    if text.isascii():
        return Plain(text, len(text))
    if all(len(_PLAIN[character]) == 1 for character in set(NOT_ASCII.findall(text))):
        return Plain(NOT_ASCII.sub(lambda match: _PLAIN[match[0]], text), len(text))
    written = [_PLAIN[character] for character in text]
    origins = tuple(place for place, each in enumerate(written) for _ in each)
    return Plain("".join(written), len(text), origins)


class _Characters(dict[str, str]):
    """Each character in plain writing, worked out when it is first met."""

    def __missing__(self, character: str) -> str:
        if character.isascii():
            written = character
        else:
            written = "".join(_simple(part) for part in SINGLE.get(character) or _decomposed(character))
        self[character] = written
        return written


def _decomposed(character: str) -> str:
    return unicodedata.normalize("NFKD", character)


def _simple(part: str) -> str:
    category = unicodedata.category(part)
    if category in INVISIBLE:
        return ""
    if category in SPACE:
        return " "
    if category in DASH:
        return "-"
    if category == "Nd":
        return str(unicodedata.decimal(part))
    return SINGLE.get(part, part)


_PLAIN = _Characters()
