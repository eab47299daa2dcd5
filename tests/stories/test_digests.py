"""Once a week the channel reads how the plan stands; in a week with nothing to say nothing is sent."""

from datetime import date, datetime

from tests.stories.office import LONDON, Office, agreed

LETTERS = "Letters reach the school nurse within two days"
CARRIES = "One person carries the plan from the first day"


async def test_a_week_with_news_has_a_digest_with_a_picture(database_url: str) -> None:
    async with agreed(database_url, pictures=True) as case:
        ella, ben, anna = (case.person(name) for name in ("Ella Social", "Ben Housing", "Anna Nurse"))
        await case.proposes(ben, ben, LETTERS, due=date(2026, 3, 19))
        await case.proposes(ella, anna, CARRIES, due=date(2026, 6, 30), level="Services")
        await case.until(datetime(2026, 3, 16, 9, 0, tzinfo=LONDON))

        [digest] = case.posted("the plan on 16 March 2026")
        assert "Due in the next seven days" in digest.words
        assert LETTERS in digest.words
        assert "This case: 1 open." in digest.text
        assert "Services: 1 waiting for a yes." in digest.text
        [picture] = [each for each in ben.thread(digest) if each.post.files]
        [upload] = picture.post.files
        assert upload.content.startswith(b"\x89PNG")
        assert upload.alt == (
            "This case: 1 open; on 16 March 2026: 1 open. "
            "Services: 1 waiting for a yes; on 16 March 2026: 1 waiting for a yes."
        )
        assert case.slack.refusals == []


async def test_a_week_with_nothing_to_say_has_none(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await case.proposes(ben, ben, LETTERS, due=date(2026, 6, 30))
        for day in (16, 23, 30):
            await case.until(datetime(2026, 3, day, 9, 0, tzinfo=LONDON))

        assert digests(case) == ["16 March 2026"]


async def test_the_facilitator_chooses_its_day_and_hour_or_none(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await case.proposes(ben, ben, LETTERS, due=date(2026, 3, 13))
        await chooses(case, "Friday", "16:00")
        await case.until(datetime(2026, 3, 13, 16, 0, tzinfo=LONDON))
        await case.until(datetime(2026, 3, 20, 15, 59, tzinfo=LONDON))
        assert digests(case) == ["13 March 2026"]
        await case.until(datetime(2026, 3, 20, 16, 0, tzinfo=LONDON))
        assert digests(case) == ["13 March 2026", "20 March 2026"]
        assert "*Late*" in case.posted("the plan on 20 March")[0].words

        # An outage of a fortnight brings one digest and not two; a bank holiday puts it off.
        await case.until(datetime(2026, 4, 3, 16, 0, tzinfo=LONDON))
        assert digests(case)[2:] == []
        await case.until(datetime(2026, 4, 7, 9, 0, tzinfo=LONDON))
        assert digests(case)[2:] == ["7 April 2026"]

        await chooses(case, "No digest", "16:00")
        await case.until(datetime(2026, 5, 29, 16, 0, tzinfo=LONDON))
        assert digests(case)[3:] == []

        await ben.runs("/case digest", case.room)
        assert "facilitator" in case.whispered(ben)
        assert case.slack.refusals == []


async def chooses(case: Office, day: str, hour: str) -> None:
    await case.fern.runs("/case digest", case.room)
    case.fern.fills({"On which day?": day, "At which hour?": hour})
    await case.fern.submits()
    await case.settles()


def digests(case: Office) -> list[str]:
    """The days of the digests that there have been."""
    return [each.words.split("the plan on ")[1].split("\n")[0] for each in case.posted(": the plan on")]
