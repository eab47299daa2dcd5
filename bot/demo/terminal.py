"""The story in the terminal, as it happens."""

import re
import time

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.text import Text

from bot.demo.scenes import Chapter, Scene

MARKS = {"command": "⌨", "click": "☞", "form submitted": "✎", "form": "▤", "home": "⌂", "delete": "✗", "edit": "✎"}
LONGEST = 4000


class Terminal:
    """Prints scenes; *pause* is how long each one stands before the next, in seconds."""

    def __init__(self, chapters: int, pause: float) -> None:
        self._console = Console(highlight=False)
        self._chapters = chapters
        self._pause = pause

    def say(self, words: str) -> None:
        self._console.print(words)

    def chapter(self, chapter: Chapter) -> None:
        done = "●" * chapter.number + "○" * (self._chapters - chapter.number)
        self._console.print()
        self._console.rule(f"[bold]{chapter.number}. {escape(chapter.title)}[/]  [dim]{done}[/]", align="left")
        self._console.print(Padding(f"[italic]{escape(chapter.about)}[/]", (0, 0, 1, 0)))

    def scene(self, scene: Scene) -> None:
        if scene.refreshed or scene.repeated:
            what = f"now says “{marked(' '.join(scene.lines))}”" if scene.refreshed else "the same words"
            self._console.print(f"  [dim]{scene.at:%d %b %H:%M}  {escape(where(scene).removeprefix('in '))}: {what}[/]")
            return
        if scene.kind == "remark":
            self._console.print(Padding(f"[yellow italic]{escape(scene.lines[0])}[/]", (0, 0, 1, 4)))
            return
        self._console.print(f"  [dim]{scene.at:%d %b %H:%M}[/]  {heading(scene)}")
        if not scene.lines:
            return
        self._console.print(Padding(Text.from_markup(body(scene)), (0, 2, 1, 8)))
        time.sleep(self._pause)


def heading(scene: Scene) -> str:
    mark = MARKS.get(scene.kind, "")
    place = escape(where(scene))
    return f"{mark} [bold]{escape(scene.who)}[/] [dim]{place}[/]".strip()


def where(scene: Scene) -> str:
    """The place in words, and who alone can see it."""
    only = f", only {', '.join(scene.private)} sees this" if scene.private else ""
    thread = f", in the thread “{scene.note}”" if scene.note else ""
    return {
        "command": "types",
        "click": "presses",
        "form submitted": f"sends the form “{scene.place}”{only}",
        "form": f"looks at {scene.note}{only}",
        "home": f"looks at {scene.place}{only}",
        "delete": f"deletes a message in {_channel(scene.place)}",
        "edit": f"corrects a message in {_channel(scene.place)}{thread}",
    }.get(scene.kind, f"in {_channel(scene.place)}{thread}{only}")


def body(scene: Scene) -> str:
    words = "\n".join(scene.lines)
    shown = words if len(words) <= LONGEST else words[:LONGEST].rsplit("\n", 1)[0] + "\n…"
    text = marked(shown)
    if scene.buttons:
        text += "\n" + "  ".join(f"[reverse] {escape(each)} [/]" for each in scene.buttons[:4])
    return text


def marked(text: str) -> str:
    """Slack's markup in the terminal's."""
    text = re.sub(r"<(\S+?)\|([^>]+)>", r"\2", text)
    text = escape(text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    text = re.sub(r"(?<!\w)\*([^*\n]+)\*(?!\w)", r"[bold]\1[/]", text)
    text = re.sub(r"(?<!\w)_([^_\n]+)_(?!\w)", r"[italic]\1[/]", text)
    return re.sub(r"`([^`\n]+)`", r"[cyan]\1[/]", text)


def _channel(place: str) -> str:
    return "a direct message" if place.startswith("DM") else f"#{place}"
