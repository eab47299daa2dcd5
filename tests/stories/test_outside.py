"""Owners outside the workspace: an e-mail without a word of the case, and one page on which they say how it goes."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime

from bot.workshop.action import ActionState
from bot.workshop.ids import ActionId
from tests.stories.conftest import Log, asked
from tests.stories.office import LONDON, WHOLE, Office, office, over_http
from tests.stories.postbox import Postbox, opens, postbox, sends, text_of

LETTERS = "Letters go to the aunt's address as well"
RHYS = "rhys@practice.example"
DUE = date(2026, 3, 20)
ON_THE_DAY = datetime(2026, 3, 20, 10, 0, tzinfo=LONDON)
LACKING: list[tuple[dict[str, str], str]] = [
    ({}, "Choose one of the answers."),
    ({"answer": "deleted", "words": "All of it."}, "Choose one of the answers."),
    ({"answer": "blocked", "words": "  "}, "One sentence why helps the group decide what to do."),
    ({"answer": "done"}, "Say what shows that it is done"),
    ({"answer": "on_track", "words": "x" * 2001}, "Please say it in 2,000 characters or fewer."),
]
SECRETS = (LETTERS, "Dr Rhys", "LC-2026", "Rowan", "Letters in time", "T00000", "team")


@asynccontextmanager
async def practice(database_url: str, **settings: str) -> AsyncIterator[tuple[Office, Postbox]]:
    """A plan in which Dr Rhys, who has no Slack, is asked to own an action."""
    with postbox() as box:
        way = {"smtp_host": "127.0.0.1", "smtp_port": box.port, "smtp_tls": "none", "smtp_sender": "lcat@city.example"}
        async with over_http(database_url, mailed=True, **way | settings) as (case, _):
            await case.opens()
            await proposes(case)
            yield case, box


async def proposes(case: Office, contact: str = RHYS) -> None:
    await case.fern.runs("/actions add", case.room)
    case.fern.fills(
        {
            "What will be different?": LETTERS,
            "By when?": DUE,
            "How will you know that it helped?": "Letters in time",
            **WHOLE,
            "Somebody outside this workspace": "Dr Rhys",
            "How to reach them": contact,
        }
    )
    await case.fern.submits()
    await case.settles()


async def accepts(case: Office, box: Postbox) -> None:
    assert (await sends(box.link, answer="accepted")).status == 200
    await case.settles()


@asynccontextmanager
async def asked_how_it_stands(database_url: str) -> AsyncIterator[tuple[Office, Postbox]]:
    """The same on the day on which the action is due, which Dr Rhys has taken on."""
    async with practice(database_url) as (case, box):
        await accepts(case, box)
        await case.until(ON_THE_DAY)
        yield case, box


async def test_an_owner_outside_says_what_blocks_it_and_the_facilitator_hears(sqlite_url: str, log: Log) -> None:
    async with practice(sqlite_url) as (case, box):
        assert box.letters[-1]["To"] == RHYS
        assert "you are asked to take on an action, to be done by 20 March 2026" in box.newest
        assert "Fern Facilitator" in box.newest
        assert "get an e-mail with a link" in case.direct(case.fern, "They have no Slack here").words
        await accepts(case, box)
        assert f"Dr Rhys ({case.fern.mention} records for them) says *accepted*" in case.told(case.fern)

        await case.until(ON_THE_DAY)
        assert box.letters[-1]["Subject"] == "How does your action stand?"
        for word in SECRETS:
            assert not any(word in each.as_string() for each in box.letters)
            assert word not in box.newest
        page = await opens(box.link)
        assert page.status == 200
        assert LETTERS not in page.html
        assert LETTERS in (await sends(box.link, show="1")).words
        said = await sends(box.link, answer="blocked", words="The trust has to say whether we may write twice.")
        await case.settles()

        assert "Thank you" in said.words
        assert [each.state for each in case.actions] == [ActionState.BLOCKED]
        told = case.direct(case.fern, "The trust has to say whether we may write twice.")
        assert "Dr Rhys" in told.words
        update = case.record(lambda work: work.actions.updates(ActionId(1)))[-1]
        assert (update.by, update.outside, update.after) == (case.fern.id, True, ActionState.BLOCKED)
        await case.fern.clicks("Say what was decided", on=told)
        case.fern.fills({"What was decided?": "They may write twice from Monday."})
        await case.fern.submits()
        await case.settles()
        assert [each.state for each in case.actions] == [ActionState.ON_TRACK]
        assert case.slack.refusals == []
    for word in (RHYS, "rhys", "write twice", LETTERS, "/o/", "Traceback"):
        assert word not in log()


async def test_looking_changes_nothing_however_often_and_whoever_does(sqlite_url: str) -> None:
    async with practice(sqlite_url) as (case, box):
        before = case.said_of(1)
        first, again, head = await opens(box.link), await opens(box.link), await opens(box.link, "HEAD")
        await case.settles()

        assert (first.status, again.status, head.status) == (200, 200, 200)
        assert first.html == again.html
        assert head.html == ""
        assert case.said_of(1) == before
        await accepts(case, box)


async def test_a_link_works_once_and_the_newest_alone(sqlite_url: str) -> None:
    async with practice(sqlite_url) as (case, box):
        first = box.link
        await accepts(case, box)
        used, again = await opens(first), await sends(first, answer="declined", words="No.")
        await case.until(ON_THE_DAY)
        older = box.link
        await case.until(datetime(2026, 3, 23, 10, 0, tzinfo=LONDON))
        overtaken, newest = await opens(older), await opens(box.link)

        assert [each.status for each in (used, again, overtaken, newest)] == [410, 410, 410, 200]
        assert "has been used already, or a newer one has been sent" in used.words
        assert used.html == again.html == overtaken.html
        assert case.said_of(1)[-1][0] == "accepted"


async def test_what_is_forged_mistyped_or_too_old_is_told_the_same(sqlite_url: str) -> None:
    async with practice(sqlite_url) as (case, box):
        link = box.link
        head, _, word = link.rpartition("/")
        other = word[:-2] + ("AA" if word[-2:] != "AA" else "BB")
        wrong = [await opens(f"{head}/{each}") for each in (other, word[:-8], "", "x" * 5000, "..%2f", "a b")]
        case.clock.forward(days=14)
        late = await opens(link)
        sent = await sends(link, answer="accepted")

        assert {each.status for each in (*wrong, late, sent)} == {404}
        assert len({each.html for each in (*wrong, late, sent)}) == 1
        assert "This link does not work." in late.words
        assert [each.state for each in case.actions] == [ActionState.PROPOSED]


async def test_a_link_to_an_action_that_moved_on_says_so_kindly(sqlite_url: str) -> None:
    async with practice(sqlite_url) as (case, box):
        await case.fern.clicks("Accept", on=case.direct(case.fern, "They have no Slack here"))
        await case.settles()
        still = await opens(box.link)
        assert "How does it stand?" in still.words
        assert (await sends(box.link, answer="accepted")).status == 422
        await sends(box.link, answer="not_mine", words="I have left the practice; Dr Huws has my patients.")
        await case.settles()

        assert (await opens(box.link)).status == 410
        gone = case.direct(case.fern, "The owner outside this workspace has let go")
        assert "I have left the practice" in gone.words
        assert f"Dr Rhys ({case.fern.mention} records for them)" in gone.words


async def test_words_that_tell_who_somebody_is_come_back_marked(sqlite_url: str, log: Log) -> None:
    async with asked_how_it_stands(sqlite_url) as (case, box):
        typed = 'His number is 943 476 5919, <b>and "we" wrote</b>.'
        back = await sends(box.link, answer="done", words=typed)

        assert back.status == 422
        assert back.marked == ["943 476 5919"]
        assert "<b>" not in back.html
        assert typed in back.words
        assert 'value="done" aria-describedby="hint-3" checked' in back.html
        assert case.said_of(1)[-1][0] == "accepted"

        assert (await sends(box.link, answer="done", words="We wrote to both addresses.")).status == 200
        assert case.said_of(1)[-1] == ("done", "We wrote to both addresses.")
    assert "943 476" not in log()


async def test_what_is_not_complete_comes_back_with_what_it_lacks(sqlite_url: str) -> None:
    async with asked_how_it_stands(sqlite_url) as (case, box):
        for fields, sentence in LACKING:
            back = await sends(box.link, **fields)
            assert back.status == 422
            assert sentence in back.words

        assert (await opens(box.link)).status == 200
        assert [each.state for each in case.actions] == [ActionState.ACCEPTED]


async def test_a_risk_to_somebody_now_goes_out_at_once_and_what_sounds_like_one_is_asked_about(sqlite_url: str) -> None:
    async with asked_how_it_stands(sqlite_url) as (case, box):
        words = "He said that he is going to kill himself tonight."
        asked = await sends(box.link, answer="on_track", words=words)
        assert asked.status == 422
        assert "Is this about a risk to someone now?" in asked.words
        assert case.risks == []
        back = await sends(box.link, words=words, risk="yes", about=asked.asked_about)
        assert "The risk has gone to the facilitator and the deputy all the same." in back.words
        raised = await sends(box.link, answer="on_track", words=words, risk="yes", about=asked.asked_about)
        await case.settles()

        assert "has gone to the facilitator and the deputy as a risk" in raised.words
        assert [(each.raised_by, each.words) for each in case.risks] == [(None, f"Dr Rhys: {words}")]
        told = case.direct(case.fern, "The owner of an action, who has no Slack,")
        assert words in told.words
        await case.fern.clicks("I have seen this", on=told)
        await case.settles()
        assert case.risks[0].seen_by == case.fern.id
        assert case.slack.refusals == []


async def test_what_is_no_risk_is_asked_about_once(sqlite_url: str) -> None:
    async with asked_how_it_stands(sqlite_url) as (case, box):
        words = "He said that he is going to kill himself tonight, three years ago."
        asked = await sends(box.link, answer="done", words=words)
        said = await sends(box.link, answer="done", words=words, risk="no", about=asked.asked_about)

        assert (asked.status, said.status) == (422, 200)
        assert case.risks == []
        assert case.said_of(1)[-1] == ("done", words)


async def test_what_leaves_open_what_happens_is_asked_about_once(sqlite_url: str) -> None:
    async with asked_how_it_stands(sqlite_url) as (case, box):
        back = await sends(box.link, answer="on_track", words="In hand.")
        assert "leaves open what happens. What is the next step, and on which day?" in back.words
        assert 'name="again"' in back.html

        assert (await sends(box.link, answer="on_track", words="In hand.", again="1")).status == 200
        assert case.said_of(1)[-1] == ("on_track", "In hand.")


async def test_of_two_answers_at_the_same_moment_one_counts(database_url: str) -> None:
    async with practice(database_url) as (case, box):
        both = await asyncio.gather(*(sends(box.link, answer="accepted") for _ in range(2)))

        assert sorted(each.status for each in both) == [200, 410]
        assert [state for state, _ in case.said_of(1)] == ["proposed", "accepted"]


async def test_what_waits_to_be_sent_holds_no_address_and_no_word(sqlite_url: str) -> None:
    async with practice(sqlite_url):
        letters = asked(sqlite_url, "SELECT key, lane, detail FROM letters WHERE kind = 'mail'")

        assert len(letters) == 1
        for word in (RHYS, "rhys", "practice", LETTERS):
            assert word not in str(letters)


async def test_before_its_date_nobody_has_to_answer(sqlite_url: str) -> None:
    async with practice(sqlite_url) as (case, box):
        await accepts(case, box)
        await case.until(datetime(2026, 3, 16, 10, 0, tzinfo=LONDON))

        assert all("There is no need to answer" in text_of(each) for each in box.letters[1:])


async def test_pages_are_strict_and_bodies_small(sqlite_url: str) -> None:
    async with practice(sqlite_url) as (_, box):
        page = await opens(box.link)
        assert page.headers["content-security-policy"].startswith("default-src 'none';style-src 'sha256-")
        assert page.headers["cache-control"] == "no-store"
        assert page.headers["referrer-policy"] == "no-referrer"
        assert page.headers["x-robots-tag"].startswith("noindex")
        assert '<html lang="en">' in page.html
        for word in ("<script", "src=", "http", "url(", "@import"):
            assert word not in page.html
        assert (await sends(box.link, answer="accepted", words="x" * 40_000)).status == 413
        assert (await sends(box.link, **{f"f{n}": "x" for n in range(20)})).status == 400
        assert (await opens(box.link, "DELETE")).status == 405
        assert (await opens(box.link)).status == 200


async def test_what_cannot_be_delivered_is_tried_again_and_in_the_end_the_facilitator_is_told(
    sqlite_url: str, log: Log
) -> None:
    async with practice(sqlite_url) as (case, box):
        await accepts(case, box)
        box.refuses = "451 4.7.1 <rhys@practice.example> later please"
        await case.until(ON_THE_DAY)
        assert len(box.letters) == 1
        box.refuses = ""
        await case.outlasts_trouble()
        assert len(box.letters) == 2
        box.refuses = "550 5.1.1 <rhys@practice.example> unknown"
        await case.until(datetime(2026, 3, 23, 10, 0, tzinfo=LONDON))

        assert "The e-mail to the owner of action 1 in LC-2026-0001 could not be delivered" in case.told(case.fern)
    assert RHYS not in log()


async def test_where_the_server_cannot_encrypt_nothing_is_handed_in(sqlite_url: str, log: Log) -> None:
    async with practice(sqlite_url, smtp_tls="starttls") as (case, box):
        assert box.letters == []
        assert case.record(lambda work: work.letters.waiting()) == 1
    assert "SMTPNotSupportedError" in log()


async def test_two_questions_without_an_answer_are_the_last_and_the_facilitator_hears(sqlite_url: str) -> None:
    async with practice(sqlite_url) as (case, box):
        await accepts(case, box)
        for day in (20, 23, 24, 25, 26):
            await case.until(datetime(2026, 3, day, 10, 0, tzinfo=LONDON))
            await case.outlasts_trouble()

        assert [each["Subject"] for each in box.letters[1:]] == ["How does your action stand?"] * 2
        stuck = case.direct(case.fern, "does not move and may need you")
        assert "Dr Rhys" in stuck.words
        assert "Two questions have had no answer" in stuck.words


async def test_another_address_takes_the_link_of_the_one_before_out_of_use(sqlite_url: str) -> None:
    async with practice(sqlite_url) as (case, box):
        before = box.link
        await case.fern.runs("/actions all", case.room)
        await case.fern.clicks("Open", on=case.fern.form, near=LETTERS)
        await case.fern.clicks("Change", on=case.fern.form)
        case.fern.fills({"How to reach them": "01632 960 123"})
        await case.fern.submits()
        await case.settles()

        assert (await opens(before)).status == 410
        assert len(box.letters) == 1


async def test_without_a_mail_server_the_desk_says_whom_to_ask_and_nothing_is_sent(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        await proposes(case)

        assert "Dr Rhys: action 1, by 20 March 2026" in case.direct(case.fern, "LC-2026-0001 · ").words
        assert "e-mail" not in case.told(case.fern)
        assert case.record(lambda work: work.tickets.of(ActionId(1))) is None
