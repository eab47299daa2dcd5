"""Everybody writes for themselves, and then all of it is shown at once."""

import pytest

from bot.sandbox import Message, Person
from bot.sandbox.errors import NothingSays
from bot.workshop.summary import SourceKind
from tests.stories.conftest import asked
from tests.stories.office import CREW, FIRST, Office, office, quoted_in, session

LIFE = "What does life look like"
NAMED, UNNAMED, PRIVATE = "The group, under my role", "The group, without attribution", "Only the facilitator"
EVERYBODY = [name for name, _, _ in CREW]


async def silence(case: Office) -> Message:
    """Fern turns the open stage into a silent one; gives its card."""
    await case.fern.clicks("Silent round")
    await case.settles()
    return case.message(case.fern, LIFE)


async def writes(case: Office, name: str, words: str, visibility: str = NAMED) -> None:
    person = case.person(name)
    await begins(case, person)
    assert person.form is not None
    person.fills({person.form.labels[0]: words, "Who may see this answer?": visibility})
    await person.submits()
    assert "Kept." in case.reads(person)
    await person.dismisses()
    await case.settles()


async def begins(case: Office, person: Person) -> None:
    await person.clicks("Write my answer", on=case.message(person, LIFE))
    if person.form is not None and person.form.submit == "I have read this":
        await person.submits()


async def reveals(case: Office) -> None:
    await case.fern.clicks("Reveal what they wrote")
    await case.settles()


def shown(case: Office, person: Person) -> str:
    """What *person* reads in the thread."""
    card = case.message(person, LIFE)
    return "\n".join(each.words for each in person.thread(card))


async def test_nothing_is_seen_before_all_of_it_is_and_then_the_thread_listens(database_url: str) -> None:
    async with session(database_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        card = case.message(anna, LIFE)
        before = await anna.replies(card, "Said before the silence.")
        case.clock.forward(seconds=5)
        card = await silence(case)
        assert "everybody writes for themselves" in card.words
        case.clock.forward(seconds=5)
        await writes(case, "Anna Nurse", "He sleeps at his aunt's.")
        await writes(case, "Ben Housing", "We closed his file.")
        await ben.replies(card, "Said into the silence.")
        await anna.edits(before, "Said before the silence, and corrected in it.")
        await case.settles()

        assert shown(case, ben).count("aunt") == 0
        assert "2 of 5 have written" in case.told(case.fern)
        with pytest.raises(NothingSays):
            await case.fern.clicks("Read the answers")
        case.clock.forward(seconds=5)
        await reveals(case)
        for person in (anna, ben, case.fern):
            assert "He sleeps at his aunt's." in shown(case, person)
            assert "Community nurse" in shown(case, person)
        assert "everybody writes for themselves" not in case.message(anna, LIFE).words
        case.clock.forward(seconds=5)
        await ben.replies(card, "Nobody asked the aunt.")
        await case.settles()

        assert case.kept == [
            ("Anna Nurse", 1, "Said before the silence, and corrected in it."),
            ("Ben Housing", 1, "Nobody asked the aunt."),
        ]
        assert case.slack.refusals == []


async def test_what_was_revealed_is_evidence_and_what_was_not_is_none(database_url: str) -> None:
    async with session(database_url) as case:
        await silence(case)
        await writes(case, "Anna Nurse", "Nobody told the new team that he had moved to his aunt's.")
        await writes(case, "Ben Housing", "He never answers letters, and we only send letters.", PRIVATE)
        await reveals(case)
        assert "letters" not in shown(case, case.fern)
        await case.fern.clicks("Kept for you alone")
        assert "Housing officer" in case.reads(case.fern)
        assert "we only send letters" in case.reads(case.fern)
        await case.fern.dismisses()
        await case.closes()

        [draft] = case.summaries
        await case.fern.clicks("Check the draft")
        await case.fern.clicks("Words behind it", on=case.fern.form, near="Here by itself")
        assert "Community nurse, in a silent round of the session:" in case.reads(case.fern).replace("*", "")
        await case.fern.dismisses()
        await case.fern.submits()
        await case.settles()
        assert "written in a silent round" in case.message(case.fern, "moved to his aunt's").words
        said = {quoted_in(each): each for each in draft.findings}
        assert any("moved to his aunt" in words for words in said)
        assert not any("letters" in words for words in said)
        assert {source.kind for each in draft.findings for source in each.evidence} == {SourceKind.ANSWER}
        assert case.slack.refusals == []


async def test_without_a_role_it_is_shown_only_if_five_could_have_written_it(database_url: str) -> None:
    async with session(database_url) as case:
        await silence(case)
        for name in EVERYBODY[:3]:
            await writes(case, name, f"What {name.split()[1].lower()} saw.", UNNAMED)
        await reveals(case)
        assert shown(case, case.fern).count("Unattributed") == 3
        assert "Community nurse" not in shown(case, case.fern)
        assert case.slack.refusals == []


async def test_with_one_name_beside_it_the_rest_stays_with_the_facilitator_and_its_author_is_told(
    database_url: str,
) -> None:
    async with session(database_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        await silence(case)
        await writes(case, "Anna Nurse", "I was told to close it.", UNNAMED)
        await writes(case, "Ben Housing", "We closed his file.")
        await reveals(case)

        assert "told to close" not in shown(case, ben)
        assert "We closed his file." in shown(case, anna)
        assert "fewer than five people could have written it" in case.told(anna)
        assert "not shown" not in case.told(ben)
        await case.fern.clicks("Kept for you alone")
        assert "Unattributed: I was told to close it." in case.reads(case.fern).replace("*", "")
        await case.fern.dismisses()
        await case.closes()
        assert not any("told to close" in quoted_in(each) for each in case.summaries[-1].findings)


async def test_a_risk_does_not_wait_and_is_not_shown(database_url: str) -> None:
    async with session(database_url) as case:
        anna = case.person("Anna Nurse")
        await silence(case)
        await begins(case, anna)
        assert anna.form is not None
        anna.fills({anna.form.labels[0]: "Nobody has seen him since Saturday."})
        await anna.submits()
        assert "Is this about a risk to someone now?" in case.reads(anna)
        anna.fills({"Is this about a risk to someone now?": "Yes, tell somebody now"})
        await anna.submits()
        await case.settles()
        assert [risk.words for risk in case.risks] == ["Nobody has seen him since Saturday."]
        assert "Nobody has seen him" in case.told(case.fern)
        await anna.dismisses()
        await reveals(case)

        assert "since Saturday" not in shown(case, anna)
        assert "such words are not for the group" in case.told(anna)


async def test_an_identifier_comes_back_masked_before_anything_is_kept(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        await silence(case)
        await begins(case, anna)
        assert anna.form is not None
        anna.fills({anna.form.labels[0]: "The letter went to SW1A 1AA again. Ring 01632 960 417."})
        await anna.submits()
        assert "postcode" in case.reads(anna)
        assert case.record(lambda work: work.answers.every(FIRST)) == []
        await anna.submits()
        [answer] = case.record(lambda work: work.answers.every(FIRST))
        assert "[postcode]" in answer.words


async def test_it_can_be_changed_and_taken_back_until_it_is_revealed(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        await silence(case)
        await writes(case, "Anna Nurse", "He sleeps at his ant's.")
        await begins(case, anna)
        assert anna.form is not None
        assert "He sleeps at his ant's." in anna.form.values.values()
        anna.fills({anna.form.labels[0]: "He sleeps at his aunt's."})
        await anna.submits()
        await anna.dismisses()
        await writes(case, "Ben Housing", "Not worth keeping.")
        ben = case.person("Ben Housing")
        await begins(case, ben)
        assert ben.form is not None
        ben.fills({ben.form.labels[0]: ""})
        await ben.submits()
        assert "Nothing of yours is kept" in case.reads(ben)
        cerys = case.person("Cerys School")
        await begins(case, cerys)
        await reveals(case)
        assert cerys.form is not None
        cerys.fills({cerys.form.labels[0]: "A moment too late."})
        assert "This silent round is over" in await case.refused(cerys)

        assert "He sleeps at his aunt's." in shown(case, anna)
        assert "Not worth" not in shown(case, anna)
        assert "too late" not in shown(case, anna)


async def test_before_it_ends_the_facilitator_reveals_it_or_keeps_it(database_url: str) -> None:
    async with session(database_url) as case:
        anna = case.person("Anna Nurse")
        await silence(case)
        await writes(case, "Anna Nurse", "He sleeps at his aunt's.")
        await case.fern.clicks("Next stage")
        assert "nobody has seen it" in case.reads(case.fern)
        case.fern.fills({"What they wrote": "Keep it for me alone, and tell them so"})
        await case.fern.submits()
        await case.settles()

        assert "Where could it have gone another way" in anna.sees(case.room)[-1].words
        assert "aunt" not in shown(case, anna)
        assert "closed the question before answers were shown" in case.told(anna)
        await case.fern.clicks("Kept for you alone")
        assert "He sleeps at his aunt's." in case.reads(case.fern)
        await case.fern.dismisses()
        await case.closes()
        assert all(each.findings == () for each in case.summaries)
        assert case.slack.refusals == []


async def test_the_session_can_be_closed_with_the_reveal(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        await silence(case)
        await writes(case, "Anna Nurse", "He sleeps at his aunt's.")
        await case.fern.runs("/case close", case.room)
        await case.fern.submits()
        await case.settles()
        assert "aunt" in shown(case, anna)
        assert [quoted_in(each) for each in case.summaries[-1].findings] == ["He sleeps at his aunt's."]


async def test_who_has_not_written_is_told_to_the_facilitator_unless_it_names_somebody(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        await silence(case)
        await writes(case, "Anna Nurse", "He sleeps at his aunt's.")
        await case.fern.clicks("Who has not spoken")
        round_told = case.reads(case.fern).split("In the silent round")[1].split("\n")[0]
        assert case.person("Ben Housing").id in round_told
        assert case.person("Anna Nurse").id not in round_told
        await case.fern.dismisses()
        await writes(case, "Ben Housing", "We closed his file.", UNNAMED)
        await case.fern.clicks("Who has not spoken")
        round_told = case.reads(case.fern).split("In the silent round")[1].split("\n")[0]
        assert "some of" in round_told
        assert all(case.person(name).id in round_told for name in EVERYBODY[1:])


async def test_the_facilitator_is_not_asked_and_nobody_else_reveals(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        card = await silence(case)
        await case.fern.clicks("Write my answer", on=card)
        assert "Only the participants are asked" in case.whispered(case.fern)
        for word in ("/case reveal", "/case silent"):
            await case.person("Ben Housing").runs(word, case.room)
            assert "Only the facilitator" in case.whispered(case.person("Ben Housing"))
        await case.fern.runs("/case reveal", case.room)
        assert "on its way to the thread" in case.whispered(case.fern)
        await case.fern.runs("/case silent", case.room)
        assert "shown already" in case.whispered(case.fern)
        await case.fern.runs("/case reveal", case.room)
        assert "shown already" in case.whispered(case.fern)


async def test_long_answers_of_many_fill_more_than_one_message(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        people = [(case.person(f"Person {number}"), "City council", f"Officer {number}") for number in range(12)]
        await case.opens_a_case(case.fern, people)
        await case.starts()
        await silence(case)
        for number in range(12):
            await writes(case, f"Person {number}", f"{number}. " + "He & his aunt were <there>. " * 40)
        await reveals(case)
        assert all(f"{number}. He &amp; his aunt" in shown(case, case.fern) for number in range(12))
        assert "(6 of 6)" in shown(case, case.fern)
        assert case.slack.refusals == []


async def test_what_is_written_in_silence_is_sealed(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        await silence(case)
        await writes(case, "Anna Nurse", "He sleeps at his aunt's.")
        [(words,)] = asked(sqlite_url, "SELECT words FROM answers")
        assert b"aunt" not in bytes(words)  # type: ignore[call-overload]
