"""The same story as one self-contained page."""

import html
import re
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.demo.scenes import Chapter, Scene
from bot.demo.terminal import where

FOLDER = Path(__file__).parent


def written(chapters: Sequence[Chapter], kept: Sequence[tuple[str, int]]) -> str:
    """The page; *kept* says how many rows of what the store holds at the end."""
    environment = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined)
    environment.filters["marked"] = marked
    environment.globals["where"] = where
    environment.globals["side"] = side
    return environment.get_template("page.html").render(chapters=chapters, kept=kept)


def side(scene: Scene) -> str:
    """What kind of card a scene is drawn as."""
    if scene.kind in {"command", "click", "form submitted", "form", "home", "remark", "delete"}:
        return scene.kind.split()[0]
    if scene.private:
        return "private"
    return "reply" if scene.note else "channel"


def marked(text: str) -> Markup:
    """Slack's markup as HTML. Slack has escaped people's words already; whatever is left is escaped here."""
    safe = html.escape(html.unescape(re.sub(r"<(\S+?)\|([^>]+)>", r"⟦\2⟧", text)), quote=False)
    safe = re.sub(r"(?<!\w)\*([^*\n]+)\*(?!\w)", r"<strong>\1</strong>", safe)
    safe = re.sub(r"(?<!\w)_([^_\n]+)_(?!\w)", r"<em>\1</em>", safe)
    safe = re.sub(r"`([^`\n]+)`", r"<code>\1</code>", safe)
    safe = re.sub(r"@([A-Z][\w’'-]+ [A-Z][\w’'-]+)", r'<span class="who">@\1</span>', safe)
    safe = safe.replace("⟦", '<span class="link">').replace("⟧", "</span>")
    return Markup(safe.replace("\n", "<br>"))  # noqa: S704 - everything in it was escaped above
