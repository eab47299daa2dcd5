"""What a language model is given: masked words under ids that mean nothing, as data, and the way back from them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from bot.synthesis.heard import Hearing
from bot.workshop.summary import Source

CHARACTERS_PER_TOKEN = 3
"""English has about four, Welsh fewer: a careful guess, made before anything is sent."""


@dataclass(frozen=True)
class Sheet:
    """``data`` is JSON. ``sources`` are what its ids stand for; nothing of them is in it."""

    data: str
    sources: Mapping[str, Source]

    @property
    def tokens(self) -> int:
        """About how many tokens it is, at the most."""
        return len(self.data.encode()) // CHARACTERS_PER_TOKEN


def sheet(hearing: Hearing) -> Sheet:
    """Everything that may be shown, in an order that tells nothing of who spoke when.

    Who wrote something under their role is a number here: no name, role or agency goes along. Unattributed words have
    no speaker at all.
    """
    ids = {each.source: f"w{number}" for number, each in enumerate(hearing.heard, start=1)}
    speakers: dict[str, str] = {}
    questions: dict[str, str] = {}
    words = []
    for each in hearing.heard:
        entry = {
            "id": ids[each.source],
            "question": questions.setdefault(each.prompt, f"q{len(questions) + 1}"),
            "asked_for": each.heading,
            "speaker": speakers.setdefault(each.author, f"s{len(speakers) + 1}") if each.author else None,
            "answers": ids.get(each.reply_to) if each.reply_to else None,
            "tags": [str(tag.heading) for tag in each.tags],
            "text": each.text,
        }
        words.append({name: value for name, value in entry.items() if value})
    data = json.dumps({"words": words}, ensure_ascii=False)
    return Sheet(data, {name: source for source, name in ids.items()})
