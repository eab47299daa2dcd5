"""Questions of one's own: a file in a folder is offered and asked, and a mistake in it is told before anybody comes."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.app import CannotStart
from tests.stories.office import LONDON, office
from tests.stories.test_afterwards import reads_notice

LOOKING_BACK = """\
name: our-looking-back
version: 1
moment: after
due: 3 days
minutes: 2
title:
  en: Looking back, our way
prompts:
  - name: kept
    finds: nothing
    minutes: 2
    question:
      en: What will you keep from that morning?
    purpose:
      en: What is kept is used.
    help:
      en: One thing is enough.
"""
LABEL = "Looking back, our way: one question, 2 minutes"


async def test_a_pack_from_a_folder_of_one_s_own_is_offered_and_asked_on_its_day(
    sqlite_url: str, tmp_path: Path
) -> None:
    (tmp_path / "our-looking-back.yml").write_text(LOOKING_BACK)
    async with office(sqlite_url, packs=(tmp_path,)) as case:
        anna = case.person("Anna Nurse")
        await case.opens(afterwards=LABEL)
        stage = await case.starts()
        await anna.replies(stage, "He sleeps at his aunt's.")
        await case.closes()

        # The pulse is due the day after, these questions three days after: on Friday, as their file says.
        await case.until(datetime(2026, 3, 11, 9, 1, tzinfo=LONDON))
        assert "How was the session?" in case.told(anna)
        assert "Looking back, our way" not in case.told(anna)
        await case.until(datetime(2026, 3, 13, 9, 1, tzinfo=LONDON))
        assert "Looking back, our way" in case.told(anna)
        await anna.clicks("Answer now", near="Looking back, our way", on=case.direct(anna, "Looking back, our way"))
        await reads_notice(anna)
        assert "What will you keep from that morning?" in case.reads(anna)
        assert case.slack.refusals == []


async def test_a_broken_pack_stops_the_start_with_its_file_and_line_and_what_to_change(
    sqlite_url: str, tmp_path: Path
) -> None:
    broken = LOOKING_BACK.replace("    finds: nothing\n", "").replace("due: 3 days", "due: soon")
    (tmp_path / "our-looking-back.yml").write_text(broken)
    with pytest.raises(CannotStart) as told:
        async with office(sqlite_url, packs=(tmp_path,)):
            pass

    assert "LCAT_PACKS: our-looking-back.yml, line 4: due: needs a number" in str(told.value)
    assert "our-looking-back.yml, line 9: prompts → kept → finds: is missing" in str(told.value)
