"""`make demo`: sets the stage, plays the story, and says where to look next."""

import asyncio
import sqlite3
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bot import logs
from bot.demo.page import written
from bot.demo.scenes import Chapter, Recorder
from bot.demo.story import CHAPTERS, LONDON, OPENS, ROOM, Story
from bot.demo.terminal import Terminal
from bot.demo.theatre import Theatre, theatre
from bot.sandbox import Sandbox
from bot.settings import new_key
from storage.migrate import migrate

OUT = Path("demo-out")
PAUSE_SECONDS = 0.15
KEPT = {
    "cases": "Cases",
    "participants": "Participants",
    "answers": "Answers",
    "contributions": "Contributions",
    "findings": "Lines of summaries",
    "evidence": "Pieces of evidence",
    "actions": "Actions",
    "updates": "Updates to actions",
    "letters": "Letters sent",
}


def main() -> None:
    logs.configure("WARNING", "console")
    try:
        asyncio.run(_play())
    except KeyboardInterrupt:
        print("\nStopped. Nothing is left running.")
        sys.exit(130)


async def _play() -> None:
    began = time.monotonic()
    database = _fresh(OUT / "lcat.sqlite3")
    key = new_key()
    terminal = Terminal(CHAPTERS, PAUSE_SECONDS if sys.stdout.isatty() else 0)
    terminal.say("The real bot against a local stand-in for Slack. Weeks go by in seconds; all people are invented.")
    migrate(f"sqlite:///{database}")
    async with theatre(f"sqlite:///{database}", OPENS, encryption_keys=key) as stage:
        recorder = _Live(terminal, stage.slack)
        await Story(stage, recorder, pictures=True).play()
        _keep_pictures(stage)
        refused = stage.slack.refusals
    page = OUT / "story.html"
    page.write_text(written(recorder.chapters, _kept(database)), encoding="utf-8")
    (OUT / "key.txt").write_text(f"LCAT_ENCRYPTION_KEYS={key}\n", encoding="utf-8")
    terminal.say(_where_to_look(recorder.chapters, len(refused), time.monotonic() - began))


def _keep_pictures(stage: Theatre) -> None:
    """What was shared in the case's channel, to look at beside the page."""
    for message in stage.slack.messages(stage.slack.find_channel(ROOM)):
        for upload in message.post.files:
            (OUT / upload.name).write_bytes(upload.content)


class _Live(Recorder):
    """A recorder that prints what it hears."""

    def __init__(self, terminal: Terminal, slack: Sandbox) -> None:
        super().__init__(slack, LONDON, terminal.scene)
        self._terminal = terminal

    def chapter(self, title: str, about: str) -> Chapter:
        begun = super().chapter(title, about)
        self._terminal.chapter(begun)
        return begun


def _fresh(database: Path) -> Path:
    """Make room for a new database where an earlier demo may have left one."""
    database.parent.mkdir(parents=True, exist_ok=True)
    for leftover in database.parent.glob(f"{database.name}*"):
        leftover.unlink()
    return database


def _kept(database: Path) -> Sequence[tuple[str, int]]:
    with sqlite3.connect(database) as connection:
        counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in KEPT]  # noqa: S608
    connection.close()
    return list(zip(KEPT.values(), counts, strict=True))


def _where_to_look(chapters: Sequence[Chapter], refused: int, seconds: float) -> str:
    scenes = sum(len(chapter.scenes) for chapter in chapters)
    return f"""
[bold]Played {scenes} moments in {seconds:.0f} seconds.[/] The stand-in refused {refused} of the bot's messages.

Where to look next:
  {OUT}/story.html        the same story as a page: open it in a browser
  {OUT}/lcat.sqlite3      what the store holds; people's words are sealed with the key in {OUT}/key.txt
  README.md                 how to install the bot in Slack, in about fifteen minutes
  docs/                     how it works, what it promises, and what it does not
"""


if __name__ == "__main__":
    main()
