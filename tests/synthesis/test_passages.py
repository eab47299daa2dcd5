"""Only whole sentences are quoted, and a long one is left whole."""

from bot.synthesis.passages import passages


def test_somebody_who_writes_in_a_thousand_sentences_keeps_nobody_waiting() -> None:
    breathless = "Oh. " * 750

    assert len(passages(breathless)) < 45 * 750


def test_passages_are_runs_of_whole_sentences() -> None:
    text = "He was 17.5 at the time. Who knew?\n\n- the aunt did"

    assert passages(text) == [
        "He was 17.5 at the time.",
        "He was 17.5 at the time. Who knew?",
        text,
        "Who knew?",
        "Who knew?\n\n- the aunt did",
        "- the aunt did",
    ]
