"""The gate: what nobody's words bear out does not pass, whoever drafted it."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.synthesis.grounding import Ungrounded, grounded
from bot.synthesis.local import draft
from bot.workshop.summary import Source, SourceKind
from tests.synthesis.examples import ROOM, said

SAID = said(1, "Nobody rang the ward back. The letter came late.", speaker="Nurse")
[FINDING] = draft([SAID])
ELSEWHERE = Source(SourceKind.CONTRIBUTION, 99)


def test_a_draft_of_the_local_engine_passes_as_it_is() -> None:
    findings = draft(ROOM)

    assert grounded(findings, ROOM) == findings


@settings(deadline=None, max_examples=80)
@given(st.data())
def test_a_quotation_with_any_letter_changed_is_refused(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(FINDING.words) - 1))
    letter = data.draw(st.characters(codec="utf-8"))
    altered = FINDING.words[:place] + letter + FINDING.words[place + 1 :]
    assume(altered not in SAID.text)

    with pytest.raises(Ungrounded):
        grounded([replace(FINDING, words=altered)], [SAID])


@pytest.mark.parametrize(
    "words",
    ["nobody rang the ward back.", "Nobody rang the ward.", "Nobody rang the ward back, sadly.", "“Nobody rang”"],
    ids=["another case", "a word less", "a word more", "marks added"],
)
def test_nearly_word_for_word_is_not_word_for_word(words: str) -> None:
    with pytest.raises(Ungrounded):
        grounded([replace(FINDING, words=words)], [SAID])


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=20))
def test_a_speaker_whom_the_evidence_does_not_name_is_refused(speaker: str) -> None:
    assume(speaker != SAID.speaker)

    with pytest.raises(Ungrounded):
        grounded([replace(FINDING, speaker=speaker)], [SAID])


def test_a_role_is_never_put_to_words_that_were_unattributed() -> None:
    with pytest.raises(Ungrounded):
        grounded([FINDING], [replace(SAID, speaker="")])


def test_the_speaker_of_one_piece_of_evidence_cannot_be_given_the_words_of_another() -> None:
    unattributed, named = replace(SAID, speaker=""), said(2, "The ward was full.", speaker="Nurse")
    mixed = replace(FINDING, evidence=(unattributed.source, named.source))

    with pytest.raises(Ungrounded):
        grounded([mixed], [unattributed, named])


@settings(deadline=None, max_examples=50)
@given(kind=st.sampled_from(SourceKind), number=st.integers(0, 10_000))
def test_evidence_that_may_not_be_quoted_is_refused_even_beside_evidence_that_may(
    kind: SourceKind, number: int
) -> None:
    unknown = Source(kind, number)
    assume(unknown != SAID.source)

    for evidence in ((unknown,), (SAID.source, unknown)):
        with pytest.raises(Ungrounded):
            grounded([replace(FINDING, evidence=evidence)], [SAID])


def test_one_bad_line_stops_the_whole_draft() -> None:
    with pytest.raises(Ungrounded):
        grounded([FINDING, replace(FINDING, words="Somebody made this up.")], [SAID])


def test_the_complaint_names_sources_and_never_words() -> None:
    for bad in (replace(FINDING, words="A secret invention."), replace(FINDING, evidence=(ELSEWHERE,))):
        with pytest.raises(Ungrounded) as refused:
            grounded([bad], [SAID])
        assert "secret" not in str(refused.value)
        assert "Nobody rang" not in str(refused.value)
        assert "id=" in str(refused.value)


def test_an_empty_draft_has_nothing_to_prove() -> None:
    assert grounded([], [SAID]) == ()
