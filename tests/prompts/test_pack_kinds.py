"""Kinds of answers and follow-ups: what a prompt needs, how a mistake is told, and which steps a form takes."""

import re
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from prompts.pack import FollowUp, NotAnAnswer, Pack, Prompt, Range, Value, decode, encode, minutes_left, steps
from prompts.packs import FOLDER, Library, PackError, problems, read


def a_prompt(name: str = "first", **fields: Any) -> dict[str, Any]:
    kind = fields.get("kind", "long_text")
    return {
        "name": name,
        "minutes": 2,
        "question": {"en": "What do you see?"},
        "purpose": {"en": "To know."},
        "help": {"en": "Say it simply."},
        **({"finds": "theme"} if kind == "long_text" else {}),
        **({"options": options("yes", "no", "unsure")} if kind in {"choice", "choices"} else {}),
        **({"ends": {"low": {"en": "Not"}, "high": {"en": "Very"}}} if kind == "scale" else {}),
        **fields,
    }


def options(*names: str) -> list[dict[str, Any]]:
    return [{"name": name, "text": {"en": name.title()}} for name in names]


def a_pack(*prompts: dict[str, Any], **fields: Any) -> dict[str, Any]:
    told = {"name": "ours", "version": 1, "moment": "before", "minutes": 30, "title": {"en": "Ours"}}
    return {**told, "prompts": list(prompts), **fields}


def written(folder: Path, pack: dict[str, Any], name: str = "ours.yml") -> Path:
    file = folder / name
    file.write_text(yaml.safe_dump(pack, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return file


def told(folder: Path, *prompts: dict[str, Any]) -> str:
    with pytest.raises(PackError) as refused:
        read(written(folder, a_pack(*prompts)))
    return str(refused.value)


def a_prompt_of(kind: str) -> Prompt:
    return Prompt.model_validate(a_prompt(kind=kind))


BRANCHING = Pack.model_validate(
    a_pack(
        a_prompt("words", follow_up=a_prompt("more-words", when="answered")),
        a_prompt("pick", kind="choice", follow_up=a_prompt("picked", when={"chosen": ["no", "unsure"]})),
        a_prompt("ticks", kind="choices", follow_up=a_prompt("ticked", when={"chosen": ["yes"]})),
        a_prompt("number", kind="scale", follow_up=a_prompt("low", when={"scale": {"at_most": 4}})),
    )
)
QUESTIONS = ["words", "pick", "ticks", "number"]


def asked(answers: dict[str, str]) -> list[str]:
    return [each.name for each in steps(BRANCHING, answers)]


@pytest.mark.parametrize("kind", ["long_text", "choice", "choices", "scale", "date", "person"])
def test_each_kind_of_answer_can_be_asked_for(tmp_path: Path, kind: str) -> None:
    assert read(written(tmp_path, a_pack(a_prompt(kind=kind)))).prompts[0].kind == kind


@pytest.mark.parametrize(
    ("prompt", "what"),
    [
        (a_prompt(kind="choice", options=[]), "options: kind choice needs 2 to 10 options"),
        (a_prompt(kind="choices", options=options("only")), "options: kind choices needs 2 to 10 options"),
        (a_prompt(kind="choice", options=options(*(f"o{n}" for n in range(11)))), "options: has 11: at most 10"),
        (a_prompt(kind="choice", options=options("yes", "yes")), "options → yes → name: two options are called yes"),
        (
            a_prompt(kind="choice", options=[*options("yes"), {"name": "no", "text": {"en": "x" * 76}}]),
            "options → no → text → en: is too long: at most 75",
        ),
        (a_prompt(options=options("yes", "no")), "options: kind long_text has no options"),
        (a_prompt(kind="scale", ends=None), "ends: kind scale needs ends"),
        (a_prompt(kind="scale", ends={"low": {"en": "Not"}}), "ends → high: is missing"),
        (a_prompt(kind="date", ends={"low": {"en": "Not"}, "high": {"en": "Very"}}), "ends: kind date has no ends"),
        (a_prompt(kind="scale", finds="theme"), "finds: kind scale brings no words"),
        (a_prompt(kind="essay"), "kind: use 'long_text', 'choice'"),
        (a_prompt(follow_up=a_prompt("more")), "first → follow_up → when: is missing"),
        (a_prompt(follow_up=a_prompt(when="answered")), "name: two questions are called first"),
        (a_prompt(follow_up=a_prompt("more", when={"chosen": ["yes"]})), "chosen: .*long_text, which has no options"),
        (a_prompt(follow_up=a_prompt("more", when={"scale": {"at_most": 3}})), "scale: .*which has no numbers"),
        (
            a_prompt(kind="choice", follow_up=a_prompt("more", when={"chosen": ["maybe"]})),
            "chosen → 1: maybe is no option of first; it has yes, no, unsure",
        ),
        (a_prompt(kind="scale", follow_up=a_prompt("more", when={"scale": {}})), "scale: needs at_least or at_most"),
        (
            a_prompt(kind="scale", follow_up=a_prompt("more", when={"scale": {"at_least": 6, "at_most": 2}})),
            "scale: no number is in it",
        ),
        (
            a_prompt(kind="scale", follow_up=a_prompt("more", when={"scale": {"at_most": 11}})),
            "at_most: needs a number of at most 10",
        ),
        (
            a_prompt(kind="scale", follow_up=a_prompt("more", when={"answered": True, "scale": {"at_most": 1}})),
            "when: needs exactly one of",
        ),
        (
            a_prompt(follow_up=a_prompt("more", when="answered", follow_up=a_prompt("third", when="answered"))),
            "a follow-up has none of its own",
        ),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_a_prompt_that_does_not_fit_its_kind_says_what_to_change(
    tmp_path: Path, prompt: dict[str, Any], what: str
) -> None:
    with pytest.raises(PackError, match=what):
        read(written(tmp_path, a_pack(prompt)))


def test_mistakes_of_every_sort_are_told_together_in_the_order_of_the_file(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        a_pack(
            a_prompt("one", kind="scale", ends=None, options=options("yes", "no")),
            a_prompt("two", question={"en": "word " * 31}),
            a_prompt("two", colour="blue"),
            minutes=1,
            due="1 day",
        ),
    )

    found = problems(tmp_path)

    numbers = [int(each.split("line ")[1].split(":")[0]) for each in found]
    lines = file.read_text(encoding="utf-8").splitlines()
    assert numbers == sorted(numbers)
    assert [lines[number - 1].strip(" -").split(":")[0] for number in numbers] == [
        "minutes",
        "ends",
        "options",
        "en",
        "name",
        "colour",
        "due",
    ]


def test_what_is_wrong_in_several_files_is_told_at_once(tmp_path: Path) -> None:
    written(tmp_path, a_pack(a_prompt(minutes=0)), "one.yml")
    written(tmp_path, a_pack(a_prompt(), moment="never"), "two.yaml")
    (tmp_path / "three.yml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "four.yml").write_text("held: 2026-13-45\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a pack", encoding="utf-8")

    found = problems(tmp_path)

    assert {each.split(",")[0] for each in found} == {"one.yml", "two.yaml", "three.yml", "four.yml"}
    assert any("one.yml" in each and "minutes: needs a number of at least 1" in each for each in found)


def test_a_field_that_is_there_twice_is_not_lost_without_a_word(tmp_path: Path) -> None:
    file = written(tmp_path, a_pack(a_prompt()))
    file.write_text(file.read_text(encoding="utf-8") + "minutes: 40\n", encoding="utf-8")

    assert [each for each in problems(tmp_path) if "minutes: is there twice: keep one" in each]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("title: What: so what\n", "line 1: this is not YAML: .*colon in them need quotation marks"),
        ("moment: [before]\nname: no\n", "line 1: moment: use 'before'"),
        ("version: 1\ntitle: Ours\n", "line 2: title: needs the words by language"),
        ("prompts:\n- What do you see?\n", "line 2: prompts → 1: needs fields"),
        ("prompts:\n- {name: one, finds: [theme], kind: {a: b}}\n", "line 2: prompts → one → finds: use"),
        ("version: 1\n12: x\n", "line 2: 12: "),
        ("name: !!python/name:os.system x\n", "line 1: this is not YAML"),
    ],
)
def test_what_is_no_pack_at_all_is_told_of_in_words(tmp_path: Path, text: str, what: str) -> None:
    (tmp_path / "odd.yml").write_text(text, encoding="utf-8")

    assert any(re.match(f"odd.yml, {what}", each) for each in problems(tmp_path))


FIELDS = [*Pack.model_fields, *FollowUp.model_fields, *Range.model_fields, "chosen", "answered", "low", "text", "en"]
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 50) | st.sampled_from(["answered", "choice", "live", "nothing", "x y"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=6),
)


@settings(deadline=None)
@given(
    changes=st.dictionaries(st.sampled_from(FIELDS), ANYTHING),
    of_prompt=st.dictionaries(st.sampled_from(FIELDS) | st.text(max_size=3), ANYTHING),
)
def test_whatever_a_file_holds_it_is_a_pack_or_is_told_of(changes: dict[str, Any], of_prompt: dict[str, Any]) -> None:
    with TemporaryDirectory() as folder:
        file = written(Path(folder), {**a_pack(a_prompt(kind="choice"), {**a_prompt(), **of_prompt}), **changes})
        try:
            assert read(file).prompts
        except PackError as error:
            assert all(each.startswith("ours.yml, line ") for each in str(error).splitlines())  # noqa: PT017


def test_a_pack_that_names_itself_as_a_part_is_refused_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "loop.yml").write_text("&a\nname: ours\nprompts: [*a]\n", encoding="utf-8")

    assert problems(tmp_path)


def test_the_packs_that_we_ship_have_no_problems() -> None:
    assert problems() == problems(FOLDER) == []


def test_a_folder_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    assert "is not a folder" in problems(tmp_path / "nowhere")[0]
    with pytest.raises(PackError, match="is not a folder"):
        Library((tmp_path / "nowhere",)).all()


def test_a_pack_of_ones_own_stands_beside_those_that_we_ship(tmp_path: Path) -> None:
    written(tmp_path, a_pack(a_prompt()))

    ids = [each.id for each in Library((tmp_path,)).all()]

    assert "ours@1" in ids
    assert {each.id for each in Library().all()} < set(ids)
    assert Library((tmp_path,)).pack("ours@1").title == {"en": "Ours"}


def test_a_folder_named_twice_is_read_once(tmp_path: Path) -> None:
    written(tmp_path, a_pack(a_prompt()))

    assert Library((FOLDER,)).all() == Library().all()
    assert [
        each.id
        for each in Library(
            (
                tmp_path,
                tmp_path / ".",
            )
        ).all()
    ].count("ours@1") == 1


def test_a_pack_of_ones_own_cannot_take_the_place_of_one_that_we_ship(tmp_path: Path) -> None:
    written(tmp_path, a_pack(a_prompt(), name="lcat-before"))

    assert problems(tmp_path) == [
        "ours.yml, line 1: lcat-before@1 comes with the app; give this one another name or a new version"
    ]
    with pytest.raises(PackError, match="comes with the app"):
        Library((tmp_path,)).all()


def test_a_form_without_answers_asks_the_questions_and_no_follow_up() -> None:
    assert asked({}) == QUESTIONS
    assert asked({"words": "  ", "pick": "", "number": ""}) == QUESTIONS


@pytest.mark.parametrize(
    ("answers", "follow_up"),
    [
        ({"words": "Something"}, "more-words"),
        ({"pick": "no"}, "picked"),
        ({"pick": "unsure"}, "picked"),
        ({"ticks": "no\nyes"}, "ticked"),
        ({"number": "0"}, "low"),
        ({"number": "4"}, "low"),
    ],
)
def test_a_follow_up_comes_right_behind_the_answer_that_calls_for_it(answers: dict[str, str], follow_up: str) -> None:
    found = asked(answers)

    assert found[found.index(next(iter(answers))) + 1] == follow_up
    assert [name for name in found if name != follow_up] == QUESTIONS


@pytest.mark.parametrize(
    "answers", [{"pick": "yes"}, {"ticks": "no\nunsure"}, {"number": "5"}, {"number": "10"}, {"number": "a lot"}]
)
def test_other_answers_bring_no_follow_up(answers: dict[str, str]) -> None:
    assert asked(answers) == QUESTIONS


def test_the_minutes_left_are_those_of_the_steps_still_to_come() -> None:
    assert minutes_left(BRANCHING, {}) == 8
    assert minutes_left(BRANCHING, {}, after="words") == 6
    assert minutes_left(BRANCHING, {"words": "Yes"}, after="words") == 8
    assert minutes_left(BRANCHING, {"words": "Yes", "number": "9"}, after="more-words") == 4
    assert minutes_left(BRANCHING, {}, after="number") == 0
    with pytest.raises(KeyError, match="no prompt 'other'"):
        minutes_left(BRANCHING, {}, after="other")


def test_the_minutes_left_are_known_behind_a_follow_up_that_is_not_asked_any_more() -> None:
    assert minutes_left(BRANCHING, {}, after="more-words") == 6


def test_a_follow_up_is_found_by_its_name_like_any_prompt() -> None:
    assert BRANCHING.prompt("low").minutes == 2
    assert [each.name for each in BRANCHING.every_prompt][:2] == ["words", "more-words"]
    assert BRANCHING.prompt("pick").option("no").text["en"] == "No"
    with pytest.raises(KeyError, match="no option 'maybe'"):
        BRANCHING.prompt("pick").option("maybe")


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("long_text", "Two lines\nof words", "Two lines\nof words"),
        ("choice", "no", "no"),
        ("choices", ("no", "yes"), "yes\nno"),
        ("scale", 0, "0"),
        ("scale", 10, "10"),
        ("date", date(2026, 3, 2), "2026-03-02"),
        ("date", "about three weeks before", "about three weeks before"),
        ("person", "U0ANNE", "U0ANNE"),
    ],
)
def test_an_answer_of_each_kind_is_kept_as_text_and_read_back(kind: str, value: Value, text: str) -> None:
    prompt = a_prompt_of(kind)

    assert encode(prompt, value) == text
    assert encode(prompt, decode(prompt, text)) == text
    assert decode(prompt, text) == (("yes", "no") if kind == "choices" else value)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("long_text", " "),
        ("long_text", ("yes", "no")),
        ("choice", "maybe"),
        ("choice", "yes\nno"),
        ("choices", ()),
        ("choices", ("yes", "maybe")),
        ("choices", "maybe"),
        ("scale", 11),
        ("scale", -1),
        ("scale", "seven"),
        ("person", "Anne and Bob"),
    ],
)
def test_an_answer_that_does_not_fit_its_kind_is_refused(kind: str, value: Value) -> None:
    with pytest.raises(NotAnAnswer):
        encode(a_prompt_of(kind), value)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from([each.name for each in BRANCHING.every_prompt]), st.text(max_size=20)))
def test_whatever_was_stored_the_form_finds_its_way(answers: dict[str, str]) -> None:
    found = asked(answers)

    assert [name for name in found if name in QUESTIONS] == QUESTIONS
    assert 0 <= minutes_left(BRANCHING, answers) <= sum(each.minutes for each in BRANCHING.every_prompt)


@pytest.mark.parametrize(
    ("due", "day"),
    [
        ("1 day", date(2026, 9, 1)),
        ("6 weeks", date(2026, 10, 12)),
        ("3 months", date(2026, 11, 30)),
        ("6 months", date(2027, 2, 28)),
    ],
)
def test_a_pack_is_due_so_long_after_the_session_on_a_day_that_exists(due: str, day: date) -> None:
    ours = Pack.model_validate(a_pack(a_prompt(), moment="after", due=due))

    assert ours.due_on(date(2026, 8, 31)) == day
    assert BRANCHING.due_on(date(2026, 8, 31)) is None
