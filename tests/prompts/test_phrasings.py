"""Wordings that ask whether this is about a risk to somebody now: which do, which do not, and how lines are read."""

import pytest

from prompts.phrasings import Lexicon, NotALexicon, asking, lexicons
from tests.benchmarks.risk import SETS, outcome
from tests.benchmarks.risk_sentences import lines


def a_lexicon(line: str) -> Lexicon:
    asks = {"why": {"en": "Why."}, "asks": line}
    return Lexicon.model_validate({"language": "en", "now": "zz", "over": "zz", "talk": "zz", "phrasings": [asks]})


def words(text: str) -> list[str]:
    return [each.words for each in asking(text)]


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        ("He has said he will kill himself.", "will kill himself"),
        ("Nobody has seen her for three days, as far as I know.", "Nobody has seen her"),
        ("SHE IS LEFT ALONE WITH HIM.", "LEFT ALONE WITH HIM"),
        ("Nobody’s sure, but he hasn’t been seen.", "hasn’t been seen"),
        ("He threatened to really hurt her.", "threatened to really hurt"),
    ],
)
def test_the_words_that_ask_are_quoted_as_they_were_written(sentence: str, asks: str) -> None:
    assert asks in words(sentence)


def test_what_is_long_past_asks_only_where_it_is_about_now_too() -> None:
    assert words("Two years ago he threatened to kill her.") == []
    assert words("Two years ago he threatened to kill her, and last night again.")
    assert words("Two years ago he was angry. He has threatened to kill her.") == ["threatened to kill"]


def test_talk_of_rules_does_not_ask() -> None:
    assert words("The protocol covers fresh bruises.") == []
    assert words("She has fresh bruises.") == ["fresh bruises"]


def test_the_same_words_are_quoted_once_and_say_why() -> None:
    [found] = asking("She is in danger. I said that she is in danger.")

    assert found.why["en"] == "Somebody may be in danger."


def test_most_of_what_the_list_was_made_for_is_asked_about_and_hardly_anything_else() -> None:
    risk, other = (texts[0] for texts in SETS.values()), (texts[1] for texts in SETS.values())
    all_of_it = outcome("".join(risk), "".join(other))

    assert len(all_of_it.asked) + len(all_of_it.missed) + all_of_it.others > 300
    assert all_of_it.recall > 0.87
    assert all_of_it.precision > 0.98


def test_every_line_of_every_list_can_be_read() -> None:
    for lexicon in lexicons():
        assert list(lexicon.found("Nothing of the sort is here.")) == []
        assert all(each.why["en"] for each in lexicon.phrasings)


@pytest.mark.parametrize("line", ["(a|b", "a)", "(a||b)", "{nobody}", "[a", "()"])
def test_a_line_that_cannot_be_read_is_told_of(line: str) -> None:
    lexicon = Lexicon.model_validate(
        {
            "language": "en",
            "now": "now",
            "over": "ago",
            "talk": "policy",
            "phrasings": [{"why": {"en": "Why."}, "asks": line}],
        }
    )

    with pytest.raises(NotALexicon):
        list(lexicon.found("a b"))


@pytest.mark.parametrize(
    ("line", "yes", "no"),
    [
        ("a [b|c d] e", ["a e", "a b e", "a c d e"], ["a c e", "ae"]),
        ("bruis*", ["bruised", "bruise"], ["abruise"]),
        ("in 20##", ["in 2019"], ["in 1999", "in 201"]),
        ("left ... alone", ["left alone", "left, as I said, alone"], ["left one two three four five alone"]),
        ("with {Name}", ["with Rowan"], ["with rowan"]),
        ("doesn't", ["doesn’t", "Doesn't"], ["doesnt"]),
    ],
)
def test_how_a_line_is_read(line: str, yes: list[str], no: list[str]) -> None:
    lexicon = Lexicon.model_validate(
        {
            "language": "en",
            "now": "zz",
            "over": "zz",
            "talk": "zz",
            "phrasings": [{"why": {"en": "Why."}, "asks": line}],
        }
    )

    assert [text for text in yes if not list(lexicon.found(text))] == []
    assert [text for text in no if list(lexicon.found(text))] == []


def test_no_line_is_passed_over_in_a_sentence_in_which_it_stands() -> None:
    sentences = [each for risk, other in SETS.values() for each in lines(risk) + lines(other)]
    for lexicon in lexicons():
        for sentence in sentences:
            tried = lexicon.tried(sentence)
            assert [each for each in lexicon.lines if each not in tried and each.pattern.search(sentence)] == []
