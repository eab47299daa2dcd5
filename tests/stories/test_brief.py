"""The facilitator's brief: on demand and on the working day before, for them alone, and each line can be followed."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.sandbox import Person
from bot.work import Work
from bot.workshop.audit import Deed
from bot.workshop.ids import AnswerId, UserId
from bot.workshop.reflection import Answer, Reflection
from bot.workshop.risk import Risk
from bot.workshop.workshop import Visibility
from tests.stories.office import CREW, FIRST, LONDON, MONDAY, Office, office

FRIDAY = "He left the ward on a Friday with no plan, and nobody rang the community team."
FRIDAY_TOO = "The discharge from the ward that Friday. The community team heard of it on Tuesday."
LETTERS = "Letters went to his old address."
CAMHS = "Why does CAMHS close a case after two letters?"
PRIVATE, NAMED = "after-gibbs@1", Visibility.NAMED_ROLE
HOUSING = "How does housing decide who is urgent?"


def at(day: int, hour: int, minute: int) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=LONDON)


async def test_the_brief_shows_what_several_wrote_who_could_answer_and_who_is_missing(database_url: str) -> None:
    async with office(database_url) as case:
        await case.opens()
        await case.invites()
        anna, ella, cerys = (case.person(name) for name in ("Anna Nurse", "Ella Social", "Cerys School"))
        await case.answers(anna, FRIDAY, "", HOUSING)
        await case.answers(ella, FRIDAY_TOO, "The GP rang back every time.", visibility="Only the facilitator")
        await case.answers(cerys, LETTERS, "", CAMHS)

        await case.fern.clicks("My brief")
        await case.settles()
        brief = case.reads(case.fern)
        assert "3 of 5 have answered" in brief
        assert "Not begun: Ben Housing, Housing officer; Dev Police, Neighbourhood officer" in plain(case, brief)
        several, single = brief.index("several people wrote about"), brief.index("stand alone")
        assert several < brief.index("Friday") < single < brief.index(LETTERS)
        assert f"“{FRIDAY}” (Community nurse)" in brief
        assert f"“{FRIDAY_TOO}” (Social worker · only for you)" in brief
        assert "_At least 2 people. Together because of:_" in brief
        assert "friday" in brief.partition("Together because of:_")[2]
        assert "Names housing. Could answer: Ben Housing, Housing officer" in plain(case, brief)
        assert "Names CAMHS. Nobody here is from there." in plain(case, brief)
        assert "the ward: named in 2 answers" in plain(case, brief)
        assert "the GP: named in one answer, as “GP”" in plain(case, brief)

        await case.fern.clicks("Where this comes from", on=case.fern.form, near="Together because of")
        behind = case.reads(case.fern)
        assert FRIDAY in behind
        assert FRIDAY_TOO in behind
        assert LETTERS not in behind
        assert "only for you" in behind
        await case.fern.dismisses()
        assert LETTERS in case.reads(case.fern)
        assert deeds(case) == [Deed.BRIEF_READ, Deed.BRIEF_READ]
        assert case.slack.refusals == []


async def test_nothing_in_the_brief_tells_who_wrote_what_has_no_role(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        await case.invites()
        anna, ben, dev = (case.person(name) for name in ("Anna Nurse", "Ben Housing", "Dev Police"))
        await case.answers(anna, FRIDAY)
        await case.answers(ben, LETTERS, "", HOUSING, visibility="The group, without attribution")
        await case.begins_to_answer(dev)
        dev.fills({dev.form.labels[0]: "Not yet sent."} if dev.form else {})
        await dev.submits()
        await dev.dismisses()

        await case.fern.clicks("My brief")
        await case.settles()
        brief = plain(case, case.reads(case.fern))
        assert f"“{LETTERS}” (unattributed)" in brief
        assert "Not yet sent." not in brief
        assert "2 of 5 have answered" in brief
        assert "With an answer under their role: Anna Nurse, Community nurse" in brief
        without = brief[brief.index("Without one:") :].partition("Some of them")[0]
        assert all(name in without for name in ("Ben Housing", "Cerys School", "Dev Police", "Ella Social"))
        assert "Begun" not in brief
        assert "Could answer: Ben Housing, Housing officer" in brief
        assert case.slack.refusals == []


async def test_what_somebody_wrote_for_themselves_alone_is_in_no_brief(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        await case.invites()
        anna = UserId(case.person("Anna Nurse").id)

        def writes_privately(work: Work) -> None:
            workshop = work.workshops.get(FIRST)
            work.workshops.save(replace(workshop, pack=PRIVATE))
            work.reflections.put(Reflection(FIRST, anna, PRIVATE, sent_at=work.now))
            words = "The ward and CAMHS left me alone with it."
            work.answers.put([Answer(AnswerId(0), FIRST, anna, PRIVATE, "description", words, NAMED, work.now)])

        case.record(writes_privately)

        await case.fern.clicks("My brief")
        await case.settles()
        assert "nobody has sent an answer in words" in case.reads(case.fern)
        assert "ward" not in case.reads(case.fern)
        assert case.slack.refusals == []


async def test_a_line_whose_words_were_taken_back_says_so(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        await case.invites()
        anna = case.person("Anna Nurse")
        await case.answers(anna, LETTERS)
        await case.fern.runs("/case brief", case.room)
        await case.settles()
        await anna.clicks("Look at my answers")
        await anna.clicks("Withdraw everything", on=anna.form)
        await case.settles()

        await case.fern.clicks("Where this comes from", on=case.fern.form)
        assert "have been taken back since" in case.reads(case.fern)
        assert LETTERS not in case.reads(case.fern)
        await case.fern.dismisses()
        await case.fern.dismisses()
        await case.fern.clicks("My brief")
        await case.settles()
        assert "nobody has sent an answer in words" in case.reads(case.fern)
        assert case.slack.refusals == []


async def test_a_risk_stands_first_and_says_whether_somebody_has_looked(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        await case.invites()
        anna = case.person("Anna Nurse")
        case.record(lambda work: work.risks.add(a_risk(anna)))

        await case.fern.clicks("My brief")
        await case.settles()
        brief = plain(case, case.reads(case.fern))
        assert "“He has no bed tonight.” Raised on 2 March 2026. Nobody has said yet" in brief
        assert "Anna Nurse, Community nurse" not in brief.partition("Risks that were raised")[2]
        assert case.slack.refusals == []


async def test_the_brief_is_for_the_facilitator_alone_and_for_before_and_during_the_session(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        anna, eve = case.person("Anna Nurse"), case.person("Eve Elsewhere")
        assert "still being prepared" in await answer_to(case.fern, "/case brief LC-2026-0001")
        await case.invites()
        await case.answers(anna, LETTERS)

        assert "Only the facilitator" in await answer_to(anna, "/case brief LC-2026-0001")
        assert "You have no part in" in await answer_to(eve, "/case brief LC-2026-0001")
        assert deeds(case) == []

        await case.starts()
        await case.fern.clicks("My brief")
        await case.settles()
        assert LETTERS in case.reads(case.fern)
        await case.fern.dismisses()
        await case.closes()
        assert "The session is over" in await answer_to(case.fern, "/case brief LC-2026-0001")


async def test_the_day_before_the_facilitator_is_told_once_without_anybodys_words(database_url: str) -> None:
    async with office(database_url) as case:
        await opens_for(case, date(2026, 3, 16))  # a Monday: the working day before is the Friday
        await case.invites()
        await case.answers(case.person("Anna Nurse"), FRIDAY, "", CAMHS)
        await case.answers(case.person("Ella Social"), FRIDAY_TOO)

        await case.until(at(13, 8, 59))
        assert announced(case.fern) == []
        await case.until(at(13, 9, 1))
        [told] = announced(case.fern)
        assert "2 of 5 have answered" in told
        assert "2 accounts of moments that could have gone another way" in told
        assert "One question, and nobody here" in told
        assert all(words not in case.told(case.fern) for words in ("Friday", "ward", "CAMHS"))
        assert not any(announced(case.person(name)) for name, _, _ in CREW)

        await case.fern.clicks("My brief", on=case.fern.last_direct_message)
        await case.settles()
        assert FRIDAY in case.reads(case.fern)
        await case.fern.dismisses()
        await case.until(at(16, 12, 0))
        assert len(announced(case.fern)) == 1
        assert case.slack.refusals == []


async def test_a_bank_holiday_is_no_day_before(sqlite_url: str) -> None:
    async with office(sqlite_url, datetime(2026, 3, 23, 10, tzinfo=LONDON)) as case:
        await opens_for(case, date(2026, 4, 7))  # the Tuesday after Easter
        await case.invites()

        await case.until(datetime(2026, 4, 2, 9, 1, tzinfo=LONDON))
        assert len(announced(case.fern)) == 1


async def test_nobody_is_told_of_a_brief_for_a_session_that_has_started(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await opens_for(case, date(2026, 3, 12))
        await case.invites()
        await case.fern.runs("/case start", case.room)
        await case.until(at(11, 9, 1))

        assert announced(case.fern) == []
        assert case.unsent == 0


@pytest.mark.parametrize(("up_again", "told"), [(at(11, 14, 0), 1), (at(11, 18, 0), 0), (at(12, 9, 1), 0)])
async def test_after_an_outage_it_comes_late_and_not_on_the_day_itself(
    sqlite_url: str, up_again: datetime, told: int
) -> None:
    async with office(sqlite_url) as case:
        await opens_for(case, date(2026, 3, 12))
        await case.invites()
        await case.until(up_again)
        await case.until(at(12, 9, 5))

        assert len(announced(case.fern)) == told


async def test_who_invites_on_the_eve_is_not_sent_an_empty_brief_at_once(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await opens_for(case, date(2026, 3, 3))
        await case.invites()
        await case.until(MONDAY.replace(hour=16))

        assert announced(case.fern) == []
        await case.fern.clicks("My brief")
        await case.settles()
        assert "0 of 5 have answered" in case.reads(case.fern)


async def opens_for(case: Office, held_on: date) -> None:
    people = [(case.person(name), agency, role) for name, agency, role in CREW]
    await case.opens_a_case(case.fern, people, held_on=held_on)


def announced(person: Person) -> list[str]:
    return [each.words for each in person.direct_messages if "Your brief for" in each.words]


def a_risk(author: Person) -> Risk:
    return Risk(0, FIRST, author.id, MONDAY, "He has no bed tonight.")  # type: ignore[arg-type]


def deeds(case: Office) -> list[Deed]:
    return [each.deed for each in case.record(lambda work: work.audit.of(FIRST))]


def plain(case: Office, text: str) -> str:
    """The words alone on one line, with people by their names."""
    for name, person in case.people.items():
        text = text.replace(person.mention, name)
    return " ".join(text.replace("*", "").replace("_", "").split())


async def answer_to(person: Person, command: str) -> str:
    shown = await person.runs(command)
    assert shown is not None
    return shown.words
