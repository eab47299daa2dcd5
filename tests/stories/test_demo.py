"""The story that `make demo` plays comes to its end, and Slack would have taken every message of it."""

from typing import Any

from bot.demo.page import written
from bot.demo.scenes import Recorder, Scene
from bot.demo.story import LONDON, OPENS, Story
from bot.demo.theatre import theatre


async def test_the_demo_plays_to_its_end_and_slack_refuses_nothing(sqlite_url: str, caplog: Any) -> None:
    scenes: list[Scene] = []
    async with theatre(sqlite_url, OPENS) as stage:
        recorder = Recorder(stage.slack, LONDON, scenes.append)
        await Story(stage, recorder).play()

        assert stage.slack.refusals == []
    told = "\n".join(line for scene in scenes for line in scene.lines)
    assert "[phone number]" in told
    assert "It made sense because" in told
    assert "Withdraw my words" in told
    assert "done, and it helped" in told
    assert "Moved since last time" in told
    # What somebody says in Welsh is kept, and stands in the summary as they said it.
    assert told.count("Byddai rhywun wedi siarad â'i fodryb cyn cau ei ffeil.") > 1
    assert "cannot go on with an action" in told
    assert "Mair covers from Monday" in told
    assert all(chapter.scenes for chapter in recorder.chapters)
    assert "Rowan" in written(recorder.chapters, [])
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
