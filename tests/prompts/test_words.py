"""What the bot says: strict about its blanks, plain about numbers, and never at the mercy of people's words."""

import re
from datetime import date
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from hypothesis import given, settings
from hypothesis import strategies as st

from prompts.words import FOLDER, LOCALES, Fact, Markup, MissingWords, Words, escape, keys, mention, words

SAY = words("en")
FILES = sorted(FOLDER.glob("*/*.ftl"))


def saying(source: str) -> Words:
    return Words("en", [FluentParser().parse(source)])


def test_every_language_has_the_same_messages() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(LOCALES)
    for language in LOCALES:
        assert keys(language) ^ keys("en") == set()


@pytest.mark.parametrize("language", LOCALES)
def test_no_message_is_written_twice(language: str) -> None:
    lines = [line for file in (FOLDER / language).glob("*.ftl") for line in file.read_text("utf-8").splitlines()]
    named = [line.split(" =")[0] for line in lines if re.match(r"[a-z][\w-]* =", line)]

    assert sorted(named) == sorted(set(named))
    assert set(named) == keys(language)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_nothing_is_called_anonymous(file: Path) -> None:
    assert not re.search(r"anon|ddienw|dienw", file.read_text(encoding="utf-8"), re.IGNORECASE)


def test_a_message_that_is_not_there_is_an_error_and_not_a_key_on_the_screen() -> None:
    with pytest.raises(MissingWords, match="en: no message 'no-such-thing'"):
        SAY.plain("no-such-thing")
    with pytest.raises(MissingWords):
        SAY.rich("no-such-thing")


@pytest.mark.parametrize("facts", [{}, {"refrence": "LC-2026-0001"}], ids=["left empty", "misspelt"])
def test_a_blank_that_nobody_fills_is_an_error(facts: dict[str, Fact]) -> None:
    for ask in (SAY.plain, SAY.rich):
        with pytest.raises(MissingWords, match="command-done-invite"):
            ask("command-done-invite", **facts)


def test_a_blank_left_empty_inside_a_choice_is_an_error_too() -> None:
    say = saying("replies = { $count ->\n    [one] One\n   *[other] { $count } of { $total }\n }\n")

    assert say.plain("replies", count=1) == "One"
    with pytest.raises(MissingWords):
        say.plain("replies", count=2)
    with pytest.raises(MissingWords):
        say.plain("replies")


def test_a_file_that_is_not_fluent_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "broken.ftl").write_text("good = Words\nbad words here\n", encoding="utf-8")
    monkeypatch.setattr("prompts.words.FOLDER", tmp_path)

    with pytest.raises(MissingWords, match=r"broken\.ftl: not Fluent: bad words here"):
        words.__wrapped__("en")


@pytest.mark.parametrize(
    ("key", "facts", "none", "one", "two"),
    [
        ("desk-live-between", {}, "No replies kept", "One reply kept", "2 replies kept"),
        ("desk-following-up", {"published": "yes"}, "No action is open", "One action is open", "2 actions are open"),
        ("desk-closed", {}, "No action is open", "One action is still", "2 actions are still"),
        (
            "desk-live",
            {
                "number": 1,
                "total": 4,
                "question": "Why?",
                "until": "10:55",
                "keeps": "replies",
                "written": 0,
                "people": 5,
            },
            "No replies kept",
            "One reply kept",
            "2 replies kept",
        ),
        (
            "summary-draft-ready",
            {"reference": "LC-1", "version": 1},
            "no lines, as nobody",
            "one line, quoted",
            "2 lines, each quoted",
        ),
    ],
)
def test_counts_of_none_one_and_two_read_as_a_person_would_say_them(
    key: str, facts: dict[str, Fact], none: str, one: str, two: str
) -> None:
    assert none in SAY.rich(key, count=0, **facts)
    assert one in SAY.rich(key, count=1, **facts)
    assert two in SAY.rich(key, count=2, **facts)


def test_what_has_no_nothing_begins_with_one() -> None:
    invited: dict[str, Fact] = {"facilitator": "F", "pseudonym": "R", "date": date(2026, 3, 10)}

    assert "one person." in SAY.rich("desk-preparing", people=1, date=date(2026, 3, 10))
    assert "2 people." in SAY.rich("desk-preparing", people=2, date=date(2026, 3, 10))
    assert "One answer or reply is not" in SAY.rich("review-form-unquoted", count=1)
    assert "2 answers and replies are not" in SAY.rich("review-form-unquoted", count=2)
    assert "one short question, about one minute" in SAY.rich("invitation-about", questions=1, minutes=1, **invited)
    assert "2 short questions, about 2 minutes" in SAY.rich("invitation-about", questions=2, minutes=2, **invited)
    assert SAY.plain("stage-card-title", number=1, total=2, minutes=1).endswith(" 1 minute")
    assert SAY.plain("stage-card-title", number=1, total=2, minutes=2).endswith(" 2 minutes")


def test_one_page_says_nothing_of_pages() -> None:
    assert SAY.plain("summary-title", reference="LC-1", page=1, pages=1).strip() == "LC-1: what the group found"
    assert SAY.plain("summary-title", reference="LC-1", page=1, pages=2) == "LC-1: what the group found (1 of 2)"


def test_dates_are_written_as_people_write_them() -> None:
    assert "10 March 2026" in SAY.plain("reflection-saved", occasion="before", date=date(2026, 3, 10))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("<!channel>", "&lt;!channel&gt;"),
        ("<!here|here>", "&lt;!here|here&gt;"),
        ("<@U1>", "&lt;@U1&gt;"),
        ("<#C1>", "&lt;#C1&gt;"),
        ("<http://example.org|Slack>", "&lt;http://example.org|Slack&gt;"),
        ("health & care", "health &amp; care"),
        ("&lt;!channel&gt;", "&amp;lt;!channel&amp;gt;"),
        ("a < b > c", "a &lt; b &gt; c"),
    ],
)
def test_people_s_words_are_shown_and_never_obeyed(words: str, shown: str) -> None:
    assert SAY.rich("owner-update-words", words=words) == f"“{shown}”"


@settings(deadline=None, max_examples=100)
@given(st.text(st.sampled_from("<>&!@#|UC1 a/:\n")))
def test_whatever_people_write_there_is_no_markup_in_it_and_nothing_is_lost(text: str) -> None:
    said = SAY.rich("owner-update-words", words=text).removeprefix("“").removesuffix("”")

    assert "<" not in said
    assert ">" not in said
    assert said.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == text


@pytest.mark.parametrize("length", [500, 2501, 40_000])
def test_words_of_any_length_are_said_whole(length: int) -> None:
    said = "ab " * (length // 3)

    assert SAY.rich("owner-update-words", words=said) == f"“{said}”"
    assert SAY.rich("case-card-people", people=Markup(said)).endswith(said)
    assert SAY.plain("desk-title", reference=said, pseudonym="Rowan").startswith(said)


def test_what_we_mark_up_ourselves_stays_marked_up() -> None:
    assert mention("U1") == Markup("<@U1>")
    assert SAY.rich("nudge-answered", owner=mention("U1"), state="done") == "<@U1>: *done*."


def test_titles_and_labels_show_people_s_words_as_they_are() -> None:
    assert SAY.plain("case-card-title", reference="LC-1", pseudonym="A & B") == "LC-1 · A & B"


def test_no_invisible_marks_are_put_around_people_s_words() -> None:
    assert SAY.plain("case-card-title", reference="LC-1", pseudonym="Rowan").isprintable()


def test_escaping_twice_shows_what_was_escaped_once() -> None:
    assert escape(escape("<")) == "&amp;lt;"
