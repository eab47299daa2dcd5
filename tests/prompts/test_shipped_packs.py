"""The packs that we ship, the page on writing one, and the command that shows them."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.packs_cli import app
from prompts.pack import Pack, steps
from prompts.packs import FOLDER, Library, problems, read

PAGE = Path(__file__).parents[2] / "docs" / "packs.md"
FIRST = {"lcat-before@1", "lcat-short-session@1"}
ASKS_WHO = re.compile(r"\b(your name|their name|date of birth|address|who is)\b", re.IGNORECASE)


def lcat(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(words), env={"COLUMNS": "120", "TERM": "dumb"})
    return result.exit_code, result.output


def an_example(folder: Path) -> Path:
    found = re.search(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    file = folder / "our-check-in.yml"
    file.write_text(found[1], encoding="utf-8")
    return file


def test_there_is_a_pack_for_every_moment() -> None:
    assert {each.id for each in Library().all()} >= FIRST | {
        "lcat-before@2",
        "before-action-review@1",
        "action-learning-issue-holder@1",
        "signs-of-safety@1",
        "after-what-so-what-now-what@1",
        "after-gibbs@1",
        "after-action-review@1",
        "checkpoint-6-weeks@1",
        "checkpoint-3-months@1",
        "checkpoint-6-months@1",
        "pulse@1",
    }
    assert {each.moment for each in Library().all()} == {"before", "live", "after", "checkpoint"}


@pytest.mark.parametrize(
    "shipped", [each for each in Library().all() if each.id not in FIRST], ids=lambda each: each.id
)
def test_a_question_asks_one_thing_and_never_who_somebody_is(shipped: Pack) -> None:
    for prompt in shipped.every_prompt:
        question = prompt.question["en"]
        assert question.count("?") == (3 if question.startswith("What? So what?") else 1)
        assert not ASKS_WHO.search(question)
        assert not question.startswith("Why"), "what and how before why"


def test_the_first_question_before_a_workshop_is_about_ones_own_part() -> None:
    ours = Library().pack("lcat-before@2")

    assert [each.name for each in steps(ours, {})][:2] == ["my-part", "moment"]
    assert [each.name for each in steps(ours, {"worry": "That nobody visits"})][-2:] == ["worry", "four-weeks"]
    assert not ours.prompt("my-part").is_summarised


def test_no_two_packs_are_offered_under_the_same_title() -> None:
    titles = [(each.moment, each.title["en"]) for each in Library().all()]

    assert len(titles) == len(set(titles))


def test_what_is_private_or_counted_brings_nothing_to_a_summary() -> None:
    apart = [each for each in Library().all() if each.private or each.smallest_group]

    assert {each.id for each in apart} == {"after-gibbs@1", "pulse@1"}
    assert not [prompt for each in apart for prompt in each.every_prompt if prompt.is_summarised]
    assert Library().pack("pulse@1").smallest_group == 5


def test_nobody_is_asked_what_makes_it_better_than_the_worst() -> None:
    map_ = Library().pack("signs-of-safety@1")

    assert "not-lower" not in [each.name for each in steps(map_, {"safety": "0"})]
    assert "not-lower" in [each.name for each in steps(map_, {"safety": "1"})]


def test_the_example_on_the_page_is_a_pack_without_mistakes(tmp_path: Path) -> None:
    example = read(an_example(tmp_path))

    assert problems(tmp_path) == []
    assert (example.id, example.due) == ("our-check-in@1", "6 weeks")
    assert sum(each.minutes for each in example.every_prompt) == example.minutes
    assert {each.kind for each in example.prompts} == {"long_text", "choice", "scale"}


def test_the_packs_are_listed_with_those_of_ones_own(tmp_path: Path) -> None:
    an_example(tmp_path)

    code, out = lcat("list", "--folder", str(tmp_path))

    assert code == 0
    assert all(each.id in out for each in Library((tmp_path,)).all())
    assert "checkpoint, 6 weeks" in out


def test_a_pack_is_shown_as_a_practitioner_would_meet_it(tmp_path: Path) -> None:
    an_example(tmp_path)

    code, out = lcat("show", "our-check-in", "--folder", str(tmp_path))

    assert code == 0
    for words in (
        "How is it going?",
        "our-check-in@1 · checkpoint · about 7 minutes",
        "6 weeks after the session",
        "1. What has changed for this person?",
        "What you have seen or heard.",
        "2 minutes · in your own words · may be skipped",
        "○ Only when somebody pushes",
        "Only after “Only when somebody pushes”:",
        "0 = Not at all",
        "Only after a number of at most 5:",
        "↳ What would make you a little more hopeful?",
    ):
        assert words in out


def test_a_pack_is_shown_in_welsh_where_it_is_translated(tmp_path: Path) -> None:
    an_example(tmp_path)

    out = lcat("show", "our-check-in", "--folder", str(tmp_path), "--language", "cy")[1]

    assert "Beth sydd wedi newid i'r person hwn?" in out
    assert "Does what was agreed happen" in out


@pytest.mark.parametrize("shipped", Library().all(), ids=lambda each: each.id)
def test_every_pack_that_we_ship_can_be_shown(shipped: Pack) -> None:
    code, out = lcat("show", shipped.id)

    assert code == 0
    assert shipped.id in out


def test_a_name_alone_shows_the_newest_version() -> None:
    assert "lcat-before@2" in lcat("show", "lcat-before")[1]
    assert "lcat-before@1" in lcat("show", "lcat-before@1")[1]


def test_a_name_that_no_pack_has_is_told_of() -> None:
    code, out = lcat("show", "nothing-like-it")

    assert code == 1
    assert "There is no pack called nothing-like-it" in out


def test_a_folder_is_checked_and_everything_to_change_is_said(tmp_path: Path) -> None:
    assert lcat("check") == (0, "Nothing to change: every pack can be used.\n")
    example = an_example(tmp_path)
    assert lcat("check", str(tmp_path))[0] == 0

    example.write_text(example.read_text(encoding="utf-8").replace("minutes: 7 ", "minutes: 5 "), encoding="utf-8")
    code, out = lcat("check", str(tmp_path))

    assert code == 1
    assert "our-check-in.yml, line 5: minutes: the questions take 7 minutes" in out
    assert lcat("list", "--folder", str(tmp_path))[0] == 1


def test_no_file_beside_the_packs_that_we_ship_is_passed_over() -> None:
    assert {each.suffix for each in FOLDER.iterdir()} == {".yml"}
