"""A language model may propose lines of a summary: where there is one, the workshop allows it, and people know."""

from bot.synthesis.draft import Rule
from tests.stories.office import CREW, Office, office
from tests.synthesis.stub import Words, stub

LETTERS = "Discharge letters come three weeks late."
ALLOWED = "It may propose lines of the draft"


def about_letters(words: Words) -> object:
    cites = [{"id": each["id"], "quote": each["text"]} for each in words if "letters" in each["text"]]
    invented = {"under": "theme", "title": "Nobody cares about letters", "cites": [{"id": "w999"}]}
    return {"lines": [{"under": "theme", "title": "Letters come late", "cites": cites}, invented]}


async def test_its_lines_are_marked_as_its_own_and_everybody_is_told(database_url: str) -> None:
    async with stub(about_letters) as served, office(database_url, model="stub", model_url=served.address) as case:
        await opens(case, allowed=True)
        await case.invites()
        anna = case.person("Anna Nurse")
        await anna.clicks("Answer now")
        assert "A language model may help with the summary* (stub)" in case.reads(anna)
        await anna.dismisses()
        await talks_and_closes(case)

        sent = str(served.heard)
        assert LETTERS in sent
        for word in ("Community nurse", "Health board", "Anna", "Rowan", anna.id):
            assert word not in sent
        await case.fern.clicks("Check the draft")
        assert "*With stub.* One line is in its words" in case.reads(case.fern)
        assert "One line that was proposed is not here" in case.reads(case.fern)
        assert "Letters come late" in case.reads(case.fern)
        await case.fern.submits()
        await case.settles()

        assert "Drafted with stub" in case.message(anna, "what the group found").words
        assert [each.line.why.rule for each in case.summaries[-1].lines].count(Rule.MODEL) == 1
        assert case.slack.refusals == []


async def test_where_nobody_allowed_it_nothing_is_sent_and_nothing_is_said_of_it(sqlite_url: str) -> None:
    async with stub(about_letters) as served, office(sqlite_url, model="stub", model_url=served.address) as case:
        await opens(case, allowed=False)
        await case.invites()
        anna = case.person("Anna Nurse")
        await anna.clicks("Answer now")
        assert "language model" not in case.reads(anna)
        await anna.dismisses()
        await talks_and_closes(case)

        assert served.heard == []
        await case.fern.clicks("Check the draft")
        assert "stub" not in case.reads(case.fern)


async def test_where_there_is_no_answer_the_draft_is_the_bots_own_and_says_so(sqlite_url: str) -> None:
    async with stub(about_letters) as served, office(sqlite_url, model="stub", model_url=served.address) as case:
        served.status = 401
        await opens(case, allowed=True)
        await talks_and_closes(case)

        await case.fern.clicks("Check the draft")
        assert "*Without stub:* it could not be reached, or refused us." in case.reads(case.fern)
        assert LETTERS in case.reads(case.fern)
        await case.fern.submits()
        await case.settles()

        assert "Drafted with" not in case.message(case.fern, "what the group found").words


async def opens(case: Office, *, allowed: bool) -> None:
    people = [(case.person(name), agency, role) for name, agency, role in CREW]
    await case.opens_a_case(case.fern, people, **({"model": ALLOWED} if allowed else {}))


async def talks_and_closes(case: Office) -> None:
    stage = await case.starts()
    await case.person("Anna Nurse").replies(stage, LETTERS)
    await case.person("Ben Housing").replies(stage, "The letters never reach us before the viewing.")
    await case.settles()
    await case.closes()
