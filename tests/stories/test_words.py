"""Every word after `/case` says something sensible, whoever types it and wherever."""

import pytest

from bot.sandbox import Channel, Person
from bot.workshop.workshop import Phase
from handlers.dispatch import ROUTES
from tests.stories.office import office, session

WORDS = sorted(command for command in ROUTES.commands if command.startswith("/case "))
FOR_EVERYBODY = {"/case help", "/case open", "/case list", "/case actions", "/case write", "/case pulse"}
WHILE_IT_RUNS = {"longer", "next", "pause", "resume", "reveal", "silent", "sofar", "voices", "write"}


COMMAND_OF = {
    "+ 5 minutes": "/case longer",
    "Add an action": "/case actions",
    "All actions": "/actions all",
    "Another workshop": "/case again",
    "Check the draft": "/case summary",
    "Close the session": "/case close",
    "Close the workshop": "/case close",
    "Go on without a summary": "/case without",
    "Kept for you alone": "/case kept",
    "My brief": "/case brief",
    "Names to mask": "/case names",
    "Next stage": "/case next",
    "Pause keeping": "/case pause",
    "Read the answers": "/case answers",
    "Resume keeping": "/case resume",
    "Reveal what they wrote": "/case reveal",
    "See how it was": "/case pulse",
    "Send the questions": "/case invite",
    "Silent round": "/case silent",
    "So far": "/case sofar",
    "Start the session": "/case start",
    "Tags": "/case tags",
    "Take over": "/case takeover",
    "What became of them": "/case earlier",
    "What is to come": "/case agenda",
    "Who has not spoken": "/case voices",
    "Write for somebody": "/case write",
}


async def said_to(person: Person, word: str, room: Channel | None = None) -> str:
    """What *person* is shown at once: words or a form. It is never that something is broken."""
    shown = await person.runs(word, room)
    said = f"form: {person.form.text}" if person.form else shown.words if shown else ""
    if person.form:
        await person.dismisses()
    assert said, word
    assert "Something went wrong" not in said, word
    return said


async def test_somebody_without_a_case_learns_so_and_finds_the_way_on(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        gwen = case.person("Gwen Visitor")
        for word in WORDS:
            said = await said_to(gwen, word)
            if word not in {"/case help", "/case open"}:
                assert "`/case open` opens one" in said, (word, said)
            refused = await said_to(gwen, f"{word} LC-2026-0001")
            assert "Rowan" not in refused, word
        assert case.slack.refusals == []


@pytest.mark.parametrize("running", [False, True])
async def test_a_practitioner_runs_nothing(sqlite_url: str, running: bool) -> None:  # noqa: FBT001 - a parameter
    async with session(sqlite_url) if running else office(sqlite_url) as case:
        if not running:
            await case.opens()
        anna, before = case.person("Anna Nurse"), case.workshop
        for word in WORDS:
            said = await said_to(anna, word, case.room)
            if word not in FOR_EVERYBODY:
                assert not said.startswith("form"), (word, said)
                assert "facilitator" in said, (word, said)
        assert case.workshop == before
        assert case.slack.refusals == []


async def test_outside_a_session_its_words_say_where_the_workshop_stands(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        elsewhere = case.slack.channel("lunch", members=[case.fern])
        for room in (case.room, elsewhere, None):
            for word in WHILE_IT_RUNS:
                said = await said_to(case.fern, f"/case {word}", room)
                assert "still being prepared" in said, (word, said)
        for word in ("answers", "earlier", "kept", "brief", "names", "agenda", "tags", "summary", "pulse", "digest"):
            await said_to(case.fern, f"/case {word}")
        assert case.phase is Phase.PREPARING
        assert case.slack.refusals == []


async def test_every_button_of_a_desk_is_also_a_word(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        offered: set[str] = set()

        def looks() -> None:
            offered.update(case.direct(case.fern, "Rowan").labels)

        await case.opens()
        looks()
        await case.invites()
        looks()
        stage = await case.starts()
        await case.person("Anna Nurse").replies(stage, "He misses appointments.")
        await case.settles()
        looks()
        await case.fern.runs("/case silent", case.room)
        await case.settles()
        looks()
        await case.fern.runs("/case reveal", case.room)
        await case.fern.runs("/case pause", case.room)
        await case.settles()
        looks()
        await case.closes()
        looks()
        await case.publishes()
        looks()
        await case.fern.runs("/case close", case.room)
        await case.settles()
        looks()

        assert offered >= {"Send the questions", "Resume keeping", "Check the draft", "All actions", "Another workshop"}
        assert {label for label in offered if COMMAND_OF[label] not in ROUTES.commands} == set()
