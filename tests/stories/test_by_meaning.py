"""A small model that compares texts: everybody is told of it where there is one, and nobody is asked again without."""

from pathlib import Path

from bot import reflections
from bot.reflections import BY_MEANING, NOTICE
from bot.work import Work
from bot.workshop.ids import UserId
from bot.workshop.reflection import Round
from tests.stories.office import Office, office

TOLD = "A small model on the bot's own machine compares what is written"


async def test_everybody_is_told_where_a_small_model_compares_texts(sqlite_url: str, tmp_path: Path) -> None:
    async with office(sqlite_url, semantic=tmp_path) as case:
        await case.opens()
        has_read(case, NOTICE)
        await case.invites()
        await case.person("Anna Nurse").clicks("Answer now")
        assert TOLD in case.reads(case.person("Anna Nurse"))
        await case.person("Anna Nurse").submits()
        assert need_not_read(case)

        await case.starts()
        assert TOLD in case.message(case.fern, "What is kept:").words
        assert case.slack.refusals == []


async def test_where_there_is_none_any_more_nobody_reads_the_notice_again(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        await case.invites()
        assert not need_not_read(case)
        has_read(case, f"{NOTICE}+{BY_MEANING}")
        assert need_not_read(case)

        await case.starts()
        assert "small model" not in case.message(case.fern, "What is kept:").words


def has_read(case: Office, notice: str) -> None:
    """Anna has read it in another workshop."""
    case.record(lambda work: work.reflections.acknowledge(anna(case), notice, work.now))


def need_not_read(case: Office) -> bool:
    workshop = case.workshop

    def opened(work: Work) -> bool:
        return reflections.opened(work, anna(case), Round(workshop.id, workshop.pack)).notice_read

    return case.record(opened)


def anna(case: Office) -> UserId:
    return UserId(case.person("Anna Nurse").id)
