"""What weights that somebody brought add to the draft: meaning beside words, on this machine and always the same."""

import asyncio
import hashlib
import os
import signal
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from bot.drafting import Drafter
from bot.synthesis import by_vectors
from bot.synthesis.by_meaning import Meaning, Model
from bot.synthesis.by_vectors import ByVectors
from bot.synthesis.draft import Draft, Heading, Room, Rule
from bot.synthesis.gate import ground
from bot.synthesis.heard import Heard, hear
from bot.synthesis.vectors import likenesses, vectors
from bot.synthesis.weights import Weights, WrongWeights
from bot.synthesis.worker_by_meaning import by_meaning
from tests.synthesis.rooms import heard, room, said
from tests.synthesis.tiny_model import MEANINGS, tiny_weights

TEXTS = [f"the {word} and {other}" for words in MEANINGS for place, word in enumerate(words) for other in words[:place]]
PADDED = [*TEXTS, *(f"only {word}" for words in MEANINGS for word in words)]
ROOM = room(
    *(
        said(number, text, f"p{number % 9 + 1}", prompt="open", heading=Heading.THEME)
        for number, text in enumerate(PADDED, start=1)
    )
)


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Weights:
    return tiny_weights(tmp_path_factory.mktemp("weights") / "tiny")


@pytest.fixture(scope="module")
def model(weights: Weights) -> Model:
    return Model(weights)


def expected(given: Room, model: Model | None = None) -> Draft:
    listening = hear(given)
    found = by_meaning(model, listening) if model else by_vectors.draft(listening)
    return ground(found, listening).it


def accounts(*texts: str) -> Sequence[tuple[Heard, ...]]:
    words = [said(number, text, prompt="open", heading=Heading.THEME) for number, text in enumerate(texts, start=1)]
    return [(each,) for each in heard(*words)]


def test_texts_that_share_a_meaning_and_no_word_come_together(model: Model) -> None:
    apart = [word for words in MEANINGS for word in words] * 2
    rows = likenesses(Meaning(model).vectors(apart))
    by_words = likenesses(vectors(apart))
    flat, landlord, ward = (apart.index(each) for each in ("flat", "landlord", "ward"))

    assert by_words[flat, landlord] < 0.1
    assert rows[flat, landlord] > 0.5
    assert rows[flat, ward] < 0


def test_a_room_falls_into_what_it_is_about(model: Model) -> None:
    listening = accounts(*PADDED)
    groups = ByVectors(Meaning(model).vectors).groups(listening)
    kinds = [{text for text in PADDED if set(text.split()) & set(words)} for words in MEANINGS]

    found = [{listening[place][0].text for place in group} for group in groups]
    assert sorted(found, key=sorted) == sorted(kinds, key=sorted)


def test_a_long_text_is_read_to_its_end_whatever_the_tokenizer_s_file_says(model: Model) -> None:
    assert model.row("flat " * 400 + "ward " * 400) == pytest.approx([2**-0.5, 2**-0.5, 0])
    assert model.row("flat") == pytest.approx([1, 0, 0])


def test_a_text_of_which_the_model_knows_nothing_has_no_direction(model: Model) -> None:
    assert not model.row("unheard of").any()


def test_words_alone_speak_for_what_is_in_a_language_that_the_model_lacks(model: Model) -> None:
    texts = [*PADDED, "Roedd y flat yn oer ac nid oedd neb yn gwrando"]

    assert not Meaning(model).vectors(texts)[-1, : len(MEANINGS)].any()


def test_too_few_texts_are_read_by_their_words(model: Model) -> None:
    assert np.array_equal(Meaning(model).vectors(TEXTS[:5]), vectors(TEXTS[:5]))


async def test_the_process_drafts_the_same_by_meaning_time_and_again(weights: Weights, model: Model) -> None:
    drafter = Drafter(weights=weights)
    drafts = [(await drafter.draft(ROOM)).it]
    assert drafter.pid is not None
    os.kill(drafter.pid, signal.SIGKILL)
    shuffled = replace(ROOM, said=ROOM.said[::-1])
    drafts += [(await drafter.draft(each)).it for each in (ROOM, shuffled)]
    await drafter.stop()

    assert drafts == [expected(ROOM, model)] * 3
    assert [each.why.rule for each in drafts[0].under(Heading.THEME)] == [Rule.MEANT] * len(MEANINGS)


async def test_it_is_told_where_the_weights_are_and_no_secret(
    weights: Weights, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LCAT_ENCRYPTION_KEYS", "secret")
    drafter = Drafter(weights=weights)
    await drafter.start()
    process = Path(f"/proc/{drafter.pid}")

    around, told = [await asyncio.to_thread(each.read_bytes) for each in (process / "environ", process / "cmdline")]
    await drafter.stop()

    assert b"secret" not in around
    assert b"ORT_DISABLE_TELEMETRY=1" in around.split(b"\0")
    assert told.split(b"\0")[3:6] == [
        each.encode() for each in (str(weights.folder), weights.model_sha256, weights.tokenizer_sha256)
    ]


async def test_where_the_model_cannot_run_words_alone_do_as_well_as_ever(tmp_path: Path) -> None:
    weights = tiny_weights(tmp_path / "tiny")
    (weights.folder / "onnx" / "model.onnx").write_bytes(b"nonsense")
    drafter = Drafter(weights=replace(weights, model_sha256=hashlib.sha256(b"nonsense").hexdigest()))

    passed = await drafter.draft(ROOM)
    await drafter.stop()

    assert passed.it == expected(ROOM)
    assert not passed.it.plainer


def test_what_runs_the_model_knows_nobody_to_report_to() -> None:
    libraries = sorted(Path(onnxruntime.__file__).parent.rglob("*.so*"))

    assert libraries
    assert [each.name for each in libraries if b"events.data.microsoft.com" in each.read_bytes()] == []


def test_weights_are_only_what_was_meant(weights: Weights, tmp_path: Path) -> None:
    model, tokenizer = weights.read()
    weights.check()
    (tmp_path / "model.onnx").write_bytes(model)
    (tmp_path / "tokenizer.json").write_bytes(tokenizer + b" ")

    with pytest.raises(
        WrongWeights, match=r"tokenizer.json is not the file that was meant: its SHA-256 is [0-9a-f]{64}"
    ):
        replace(weights, folder=tmp_path).check()
    with pytest.raises(WrongWeights, match=r"there is no onnx/model\.onnx or model\.onnx in "):
        Weights(tmp_path / "nowhere").read()
