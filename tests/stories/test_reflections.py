"""Ten minutes of short questions on a phone, left and taken up again, and for nobody's eyes before they are sent."""

from bot.sandbox import Person
from bot.workshop.ids import WorkshopId
from tests.stories.office import CREW, Office, office

MOMENT, STRENGTH, UNKNOWN = "Nobody rang the ward back.", "The school kept calling.", "How does housing decide?"


async def test_a_reflection_is_left_twice_and_finished_on_another_device(database_url: str) -> None:
    async with office(database_url) as case:
        await case.opens()
        await case.invites()
        anna = case.person("Anna Nurse")

        # On the bus, on the phone: the notice, the first question, and off.
        await anna.clicks("Answer now")
        assert "off the record" in case.reads(anna)
        assert "legally privileged" in case.reads(anna)
        await anna.submits()
        assert "1 of 3 · about 10 minutes left" in case.reads(anna)
        writes(anna, MOMENT)
        await anna.clicks("Save and leave", on=anna.form)
        assert "Nobody else reads it yet" in case.reads(anna)
        await anna.dismisses()

        # At lunch, by command: it goes on where she was. The phone rings.
        await anna.runs("/reflect")
        assert "2 of 3 · about 6 minutes left" in case.reads(anna)
        writes(anna, STRENGTH)
        await anna.submits()
        await anna.dismisses()
        await case.settles()
        assert "0 of 5 have answered" in case.told(case.fern)

        # In the evening, from the app's own page on the computer.
        await anna.opens_home()
        await case.settles()
        await anna.clicks("Answer now", on=anna.home)
        assert "3 of 3" in case.reads(anna)
        await anna.clicks("Back", on=anna.form)
        assert anna.form is not None
        assert STRENGTH in anna.form.values.values()
        await anna.submits()
        writes(anna, UNKNOWN, "Only the facilitator")
        await anna.submits()
        for words in (MOMENT, STRENGTH, UNKNOWN):
            assert words in case.reads(anna)
        assert "Only the facilitator" in case.reads(anna)
        await anna.submits()
        assert "with the facilitator" in case.reads(anna)
        await case.settles()

        assert "1 of 5 have answered" in case.told(case.fern)
        assert "your answers are with the facilitator" in case.told(anna)
        assert written(case) == {MOMENT: "named_role", STRENGTH: "named_role", UNKNOWN: "facilitator_only"}
        assert case.slack.refusals == []


async def test_nothing_is_read_by_anybody_before_it_is_sent(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        await case.invites()
        anna = case.person("Anna Nurse")
        await case.begins_to_answer(anna)
        writes(anna, MOMENT)
        await anna.clicks("Save and leave", on=anna.form)
        await case.settles()

        assert "Read the answers" not in case.direct(case.fern, "have answered").labels
        assert written(case) == {}
        stage = await case.starts()
        await anna.dismisses()
        await anna.clicks("Answer now")
        assert "What you had not sent, nobody else reads" in case.told(anna)
        await case.person("Ben Housing").replies(stage, "He sleeps at his aunt's.")
        await case.closes()
        await case.fern.clicks("Check the draft")
        assert "He sleeps at his aunt's." in case.reads(case.fern)
        assert MOMENT not in case.reads(case.fern)
        assert case.slack.refusals == []


async def test_the_notice_is_read_once_and_nothing_is_stored_before(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        await case.invites()
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        await anna.clicks("Answer now")
        await anna.dismisses()
        await anna.clicks("Answer now")
        assert anna.form is not None
        assert anna.form.submit == "I have read this"
        await anna.submits()
        await anna.dismisses()

        await anna.clicks("Answer now")
        assert "1 of 3" in case.reads(anna)
        await ben.clicks("Answer now")
        assert ben.form is not None
        assert ben.form.submit == "I have read this"
        assert written(case) == {}
        assert case.slack.refusals == []


async def test_who_looks_it_over_reads_whether_it_has_been_sent(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        await case.invites()
        anna = case.person("Anna Nurse")
        await case.begins_to_answer(anna)
        writes(anna, MOMENT)
        for _ in range(3):
            await anna.submits()
        assert "It has not been sent yet" in case.reads(anna)
        await anna.submits()
        await anna.dismisses()
        await case.settles()

        await anna.clicks("Look at my answers")
        assert "It is with the facilitator." in case.reads(anna)
        assert "not been sent" not in case.reads(anna)


async def test_in_a_small_group_the_form_says_that_words_without_a_role_are_not_quoted(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens_a_case(case.fern, [(case.person(name), agency, role) for name, agency, role in CREW[:4]])
        await case.invites()
        anna = case.person("Anna Nurse")
        await case.begins_to_answer(anna)

        assert "the summary quotes none of them" in case.reads(anna)


async def test_what_was_sent_can_be_changed_and_taken_back_until_the_session_starts(database_url: str) -> None:
    async with office(database_url) as case:
        await case.opens()
        await case.invites()
        anna = case.person("Anna Nurse")
        await case.answers(anna, MOMENT, STRENGTH)
        assert written(case) == {MOMENT: "named_role", STRENGTH: "named_role"}

        await anna.clicks("Look at my answers")
        await anna.clicks("Change", on=anna.form, near="done well")
        writes(anna, "", "The group, under my role")
        await anna.submits()
        assert "Skipped" in case.reads(anna)
        await anna.dismisses()
        assert written(case) == {MOMENT: "named_role"}

        await anna.clicks("Look at my answers")
        await anna.clicks("Withdraw everything", on=anna.form)
        assert "has been erased" in case.reads(anna)
        await anna.dismisses()
        await case.settles()
        assert written(case) == {}
        assert "0 of 5 have answered" in case.told(case.fern)

        await case.answers(anna, UNKNOWN)
        assert written(case) == {UNKNOWN: "named_role"}
        assert case.slack.refusals == []


async def test_a_session_that_starts_meanwhile_leaves_the_typed_words_on_the_screen(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        await case.invites()
        anna = case.person("Anna Nurse")
        await case.begins_to_answer(anna)
        writes(anna, MOMENT)
        await case.starts()

        assert "The session has started" in await case.refused(anna)
        assert anna.form is not None
        assert MOMENT in anna.form.values.values()
        assert written(case) == {}
        assert case.slack.refusals == []


async def test_an_empty_reflection_is_not_sent(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        await case.invites()
        anna = case.person("Anna Nurse")
        await case.begins_to_answer(anna)
        for _ in range(3):
            await anna.submits()

        assert "Nothing is written yet" in await case.refused(anna)
        await case.settles()
        assert "0 of 5 have answered" in case.told(case.fern)


async def test_the_only_person_of_an_agency_is_told_that_the_role_tells_who_it_is(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        fern, anna, ben, cerys = (case.person(name) for name in ("Fern Facilitator", "Anna Nurse", "Ben", "Cerys"))
        crew = [
            (anna, "Health board", "Community nurse"),
            (ben, "Council", "Housing officer"),
            (cerys, "council", "Clerk"),
        ]
        await case.opens_a_case(fern, crew)
        await case.invites()

        await case.begins_to_answer(anna)
        assert "tells everybody that it is you" in case.reads(anna)
        await case.begins_to_answer(ben)
        assert "one of several people from Council" in case.reads(ben)


async def test_a_pack_of_the_facilitators_choice_asks_on_where_an_answer_calls_for_it(database_url: str) -> None:
    async with office(database_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        people = [(anna, "Health board", "Community nurse"), (ben, "City council", "Housing officer")]
        scale = "Three columns and a scale (Signs of Safety): 4 questions, 10 minutes"
        await case.opens_a_case(case.fern, people, questions=scale)
        await case.invites()
        assert "4 short questions, about 10 minutes" in case.told(anna)

        await case.begins_to_answer(anna)
        for words in ("He sleeps rough twice a week.", "His aunt rings every day.", ""):
            writes(anna, words)
            await anna.submits()
        assert anna.form is not None
        question, *_ = anna.form.labels
        assert "how safe" in question
        anna.fills({question: "3"})
        await anna.submits()
        assert "5 of 5" in case.reads(anna)
        assert "not a lower one" in case.reads(anna)
        writes(anna, "The college knows his name.")
        await anna.submits()
        assert "3 of 10" in case.reads(anna)
        assert "Skipped" in case.reads(anna)

        # A nought calls for no reason why it is not lower: the question goes, and so does its place in the form.
        await anna.clicks("Change", on=anna.form, near="how safe")
        assert anna.form is not None
        anna.fills({anna.form.labels[0]: "0: Something has to change today"})
        await anna.clicks("Back", on=anna.form)
        assert "3 of 4" in case.reads(anna)
        await anna.dismisses()
        await anna.runs("/reflect")
        assert "0 of 10" in case.reads(anna)  # all of it was seen, so that this is the review
        await anna.submits()
        await case.settles()
        assert set(written(case)) == {"He sleeps rough twice a week.", "His aunt rings every day.", "0"}

        await case.fern.clicks("Read the answers")
        assert "0 of 10" in case.reads(case.fern)
        await case.fern.dismisses()
        await case.starts()
        await case.closes()
        await case.fern.clicks("Check the draft")
        assert "His aunt rings every day." in case.reads(case.fern)
        assert "0 of 10" not in case.reads(case.fern)
        assert case.slack.refusals == []


def writes(person: Person, words: str, visibility: str = "The group, under my role") -> None:
    assert person.form is not None
    question, *_, shown_to = person.form.labels
    person.fills({question: words, shown_to: visibility})


def written(case: Office) -> dict[str, str]:
    """What others may read of the reflections, and for whose eyes."""
    answers = case.bot.database.transact(case.bot.installation, lambda work: work.answers.of(WorkshopId(1)))
    return {each.words: str(each.visibility) for each in answers}
