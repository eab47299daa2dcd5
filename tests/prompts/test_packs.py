"""Prompt packs: those we ship are right, and a wrong one is told of in words, all of it at once."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.workshop.summary import FindingKind
from prompts.pack import Finds, in_language
from prompts.packs import FOLDER, Library, PackError, read

A_PROMPT = {
    "name": "moment",
    "finds": "theme",
    "minutes": 5,
    "question": {"en": "What happened?", "cy": "Beth ddigwyddodd?"},
    "purpose": {"en": "To know."},
    "help": {"en": "Say it simply."},
}
A_PACK = {
    "name": "our-pack",
    "version": 1,
    "moment": "before",
    "minutes": 10,
    "title": {"en": "Before"},
    "prompts": [A_PROMPT],
}


def written(folder: Path, name: str = "our-pack.yml", **changes: Any) -> Path:
    """A pack in a file, right but for *changes*."""
    file = folder / name
    file.write_text(yaml.safe_dump({**A_PACK, **changes}, allow_unicode=True), encoding="utf-8")
    return file


def complaints(file: Path) -> list[str]:
    with pytest.raises(PackError) as refused:
        read(file)
    return str(refused.value).splitlines()


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.yml")), ids=lambda file: file.stem)
def test_every_pack_that_we_ship_can_be_used(file: Path) -> None:
    shipped = read(file)

    assert file.stem in {shipped.name, f"{shipped.name}-{shipped.version}"}
    assert sum(prompt.minutes for prompt in shipped.every_prompt) <= shipped.minutes
    assert all(prompt.finds in {*FindingKind, "nothing"} for prompt in shipped.every_prompt)
    assert all(in_language(prompt.question, "en").endswith("?") for prompt in shipped.every_prompt)


def test_the_packs_that_a_new_workshop_starts_with_are_there() -> None:
    assert Library().pack("lcat-before@1").moment == "before"
    assert Library().pack("lcat-short-session@1").moment == "live"


def test_a_finding_can_come_of_every_word_that_a_prompt_may_find() -> None:
    assert {each.value for each in FindingKind} == set(Finds.__args__)  # type: ignore[attr-defined]


def test_a_pack_is_known_by_its_name_and_version(tmp_path: Path) -> None:
    first, second = written(tmp_path, "one.yml"), written(tmp_path, "two.yaml", version=2)

    assert {"our-pack@1", "our-pack@2"} < {each.id for each in Library((tmp_path,)).all()}
    assert read(first).id != read(second).id
    assert Library((tmp_path,)).pack("our-pack@2").version == 2
    with pytest.raises(KeyError):
        Library().pack("lcat-before@999")


def test_two_files_cannot_be_the_same_version_of_the_same_pack(tmp_path: Path) -> None:
    written(tmp_path, "one.yml")
    written(tmp_path, "two.yml", minutes=20)

    with pytest.raises(PackError, match=r"two\.yml.*our-pack@1.*one\.yml"):
        Library((tmp_path,)).all()


def test_a_prompt_is_found_by_its_name(tmp_path: Path) -> None:
    ours = read(written(tmp_path))

    assert ours.prompt("moment").minutes == 5
    with pytest.raises(KeyError, match="our-pack@1 has no prompt 'other'"):
        ours.prompt("other")


def test_a_question_is_asked_in_welsh_where_it_is_translated_and_in_english_elsewhere(tmp_path: Path) -> None:
    prompt = read(written(tmp_path)).prompt("moment")

    assert in_language(prompt.question, "cy") == "Beth ddigwyddodd?"
    assert in_language(prompt.help, "cy") == "Say it simply."
    assert in_language(prompt.question, "en") == "What happened?"


def test_several_mistakes_are_told_at_once_each_with_its_file_and_place(tmp_path: Path) -> None:
    wrong_prompt = {**A_PROMPT, "name": "Not A Name", "minutes": 0, "finds": "blame"}
    file = written(tmp_path, minutes=0, moment="sometime", colour="blue", prompts=[A_PROMPT, wrong_prompt])

    told = complaints(file)

    assert len(told) == 6
    assert all(line.startswith("our-pack.yml, line ") for line in told)
    lines = file.read_text(encoding="utf-8").splitlines()
    for place in ("minutes: ", "moment: ", "colour: ", "→ name: ", "→ minutes: "):
        assert sum(place in line for line in told) == 1 + (place == "minutes: ")
    for line in told:
        number, field = re.findall(r"line (\d+): .*?(\w+): ", line)[0]
        assert field in lines[int(number) - 1]
    assert any("prompts → Not A Name → finds" in line and "'missed_opportunity'" in line for line in told)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"prompts": []}, r"our-pack.yml, line \d+: prompts: .*at least 1 item"),
        ({"prompts": [{**A_PROMPT, "name": f"n{n}"} for n in range(13)], "minutes": 65}, "prompts: .*at most 12 items"),
        ({"prompts": [A_PROMPT, A_PROMPT]}, "prompts → moment → name: two questions are called moment"),
        ({"version": 0}, r"our-pack.yml, line \d+: version: .*at least 1"),
        ({"title": {}}, ": title: "),
        ({"title": {"fr": "Avant"}}, ": title → fr"),
        ({"title": {"cy": "Cyn y gweithdy"}}, ": title: .*English"),
        ({"prompts": [{**A_PROMPT, "help": {"cy": "Help"}}]}, ": prompts → moment → help: .*English"),
        ({"prompts": [{**A_PROMPT, "question": {"en": "?"}}]}, "moment → question → en: .*at least 3 characters"),
        ({"prompts": [{**A_PROMPT, "question": {"en": "x" * 151}}]}, "question → en: .*at most 150 characters"),
        ({"prompts": [{**A_PROMPT, "question": {"en": "x", "cy": "y " * 30}}]}, "question → cy: has 30 words"),
        ({"prompts": [{**A_PROMPT, "help": {"en": "x" * 301}}]}, "help → en: .*at most 300 characters"),
        ({"prompts": [{key: A_PROMPT[key] for key in A_PROMPT if key != "purpose"}]}, "→ purpose: is missing"),
        ({"prompts": [{key: A_PROMPT[key] for key in A_PROMPT if key != "finds"}]}, "→ finds: is missing.*'nothing'"),
        ({"prompts": [{**A_PROMPT, "minutes": 11}]}, "minutes: the questions take 11 minutes"),
        ({"private": True}, "→ finds: .*no summary"),
        ({"smallest_group": 5}, "→ finds: .*no summary"),
        ({"smallest_group": 5}, "smallest_group: is for after the session"),
        ({"smallest_group": 5, "moment": "after"}, "→ kind: with smallest_group only numbers"),
        ({"smallest_group": 4}, "smallest_group: .*at least 5"),
        ({"smallest_group": 5, "private": True}, "smallest_group: nobody else"),
        ({"due": "6 weeks"}, "due: is counted from the session"),
        ({"moment": "checkpoint"}, "due: is missing"),
        ({"moment": "checkpoint", "due": "soon"}, "due: needs a number and days"),
        ({"moment": "live", "prompts": [{**A_PROMPT, "kind": "date"}]}, "kind: a live stage"),
    ],
    ids=[
        "no questions",
        "more questions than a form should have",
        "the same name twice",
        "no version",
        "no title",
        "a title in a third language",
        "a title in Welsh alone",
        "a help text in Welsh alone",
        "a question that asks nothing",
        "a question nobody reads to its end",
        "a question of many words in Welsh",
        "a help text nobody reads to its end",
        "a question without its purpose",
        "words without a heading",
        "more minutes than were promised",
        "a private pack with a heading",
        "a pack for counting with a heading",
        "a pack for counting before the session",
        "a pack for counting words",
        "a group in which people can be guessed",
        "a private pack that others count",
        "a date after the session for what comes before it",
        "a checkpoint at no time",
        "a checkpoint at a time nobody can find",
        "a live stage that asks for a date",
    ],
)
def test_a_wrong_pack_says_what_to_change_and_where(tmp_path: Path, changes: dict[str, Any], told: str) -> None:
    with pytest.raises(PackError, match=told):
        read(written(tmp_path, **changes))


@pytest.mark.parametrize("text", ["", "- a\n- list\n", "just words"], ids=["nothing", "a list", "a sentence"])
def test_a_file_that_holds_something_else_is_told_of_as_a_whole(tmp_path: Path, text: str) -> None:
    file = tmp_path / "other.yml"
    file.write_text(text, encoding="utf-8")

    assert complaints(file)[0].startswith("other.yml, line 1: the whole pack: ")


def test_what_is_not_yaml_is_told_of_with_the_line(tmp_path: Path) -> None:
    file = tmp_path / "broken.yml"
    file.write_text("name: [unclosed\nversion: 1\n", encoding="utf-8")

    told = "\n".join(complaints(file))

    assert told.startswith("broken.yml, line 2: this is not YAML: ")
