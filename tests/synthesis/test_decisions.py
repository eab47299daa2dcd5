"""What the facilitator decided is kept, whatever is said afterwards."""

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.synthesis.by_vectors import draft
from bot.synthesis.draft import Decision, Deed, Draft, Entitled, Heading, Line, Room
from bot.synthesis.gate import ground
from bot.synthesis.heard import hear
from bot.synthesis.reason import Reason
from bot.workshop.summary import Source
from tests.benchmarks.practice import practice
from tests.synthesis.rooms import CASE, answer, room, said

THEME, ALSO = Heading.THEME, Heading.ALSO_SAID
FLAT = (
    said(1, "The flat was damp and far from his aunt.", "p1", prompt="picture", heading=None),
    said(2, "His flat was damp, and the landlord knew.", "p2", prompt="picture", heading=None),
    said(3, "The letter went to the old address.", "p3", prompt="picture", heading=None),
    said(4, "His letter was sent to an old address again.", "p4", prompt="picture", heading=None),
    said(5, "A teacher kept notes of each bruise.", "p5", prompt="picture", heading=None),
)
LATER = (
    said(6, "That damp flat was far from everybody.", "p6", prompt="picture", heading=None),
    said(7, "Another letter for the old address.", "p7", prompt="picture", heading=None),
)
DAMP, LETTERS = (answer(1), answer(2)), (answer(3), answer(4))


def drafted(words: Room) -> Draft:
    listening = hear(words)
    passed = ground(draft(listening), listening)
    assert passed.refused == ()
    return passed.it


def decided(*decisions: Decision, words: tuple[object, ...] = FLAT) -> Draft:
    """The draft on which that was decided, and after it the one in which more was said."""
    before = replace(room(*words), decisions=decisions)  # type: ignore[arg-type]
    return drafted(before)


def again(*decisions: Decision) -> Draft:
    before = decided(*decisions)
    return drafted(replace(room(*FLAT, *LATER), decisions=decisions, earlier=before))


def piles(found: Draft, *headings: Heading) -> list[set[Source]]:
    return [set(line.evidence) for heading in headings for line in found.under(heading)]


def line_on(found: Draft, source: Source, heading: Heading = THEME) -> Line:
    return next(line for line in found.under(heading) if source in line.evidence)


def test_without_decisions_words_lie_where_they_are_alike() -> None:
    assert sorted(piles(drafted(room(*FLAT)), THEME), key=sorted) == [set(DAMP), set(LETTERS)]


def test_two_lines_that_were_merged_stay_one_and_take_in_what_joins_them() -> None:
    merged = Decision(Deed.MERGED, THEME, (*DAMP, *LETTERS))

    assert piles(decided(merged), THEME) == [{*DAMP, *LETTERS}]
    assert piles(again(merged), THEME) == [{*DAMP, *LETTERS, answer(6), answer(7)}]


def test_a_line_that_was_split_stays_split() -> None:
    split = Decision(Deed.SPLIT, THEME, DAMP, parts=((answer(1),), (answer(2),)))

    for found in (decided(split), again(split)):
        assert not [pile for pile in piles(found, THEME) if set(DAMP) <= pile]
        assert line_on(found, answer(1)).evidence != line_on(found, answer(2)).evidence


def test_a_line_keeps_its_name_and_its_words_while_others_join_it() -> None:
    named = Decision(Deed.RENAMED, THEME, DAMP, words="A home that makes ill")
    worded = Decision(Deed.REWORDED, THEME, DAMP, words="The home itself did harm.")

    for found in (decided(named, worded), again(named, worded)):
        line = line_on(found, answer(1))
        assert (line.title.words, line.title.entitled) == ("A home that makes ill", Entitled.FACILITATOR)
        assert (line.claim, line.claimed_by) == ("The home itself did harm.", Entitled.FACILITATOR)
    assert answer(6) in line_on(again(named), answer(1)).evidence


def test_words_that_may_not_stand_are_left_off_and_the_line_stays() -> None:
    named = Decision(Deed.RENAMED, THEME, DAMP, words="What Gareth said")
    words = room(*FLAT, decisions=(named,), names=frozenset({"Gareth"}))
    listening = hear(words)

    passed = ground(draft(listening), listening)

    assert line_on(passed.it, answer(1)).title.entitled is Entitled.QUOTED
    assert [each.reasons for each in passed.refused] == [(Reason.NAMES_A_PERSON,)]


def test_a_name_that_is_taken_back_is_gone() -> None:
    named = Decision(Deed.RENAMED, THEME, DAMP, words="A home that makes ill")
    before = decided(named)

    found = drafted(replace(room(*FLAT), earlier=before))

    assert line_on(found, answer(1)).title.entitled is Entitled.QUOTED


def test_of_two_names_the_later_one_counts() -> None:
    names = [Decision(Deed.RENAMED, THEME, DAMP, words=words) for words in ("First", "Second")]

    assert line_on(again(*names), answer(1)).title.words == "Second"


def test_words_that_were_moved_stay_under_the_other_heading() -> None:
    moved = Decision(Deed.MOVED, ALSO, (answer(5),), to=Heading.STRENGTH)

    for found in (decided(moved), again(moved)):
        assert answer(5) in line_on(found, answer(5), Heading.STRENGTH).evidence
        assert answer(5) not in {source for pile in piles(found, THEME, ALSO) for source in pile}


def test_words_that_were_moved_into_a_line_stay_in_it() -> None:
    moved = Decision(Deed.MOVED, ALSO, (answer(5),), to=THEME, beside=DAMP)

    for found in (decided(moved), again(moved)):
        assert {*DAMP, answer(5)} <= set(line_on(found, answer(1)).evidence)


def test_a_line_that_was_dropped_does_not_come_back_and_what_is_said_later_is_not_lost_with_it() -> None:
    dropped = Decision(Deed.DROPPED, THEME, DAMP)

    assert not {*DAMP} & {source for pile in piles(decided(dropped), THEME, ALSO) for source in pile}
    later = {source for pile in piles(again(dropped), THEME, ALSO) for source in pile}
    assert not {*DAMP} & later
    assert answer(6) in later


def test_a_factor_that_was_dropped_takes_no_other_with_it() -> None:
    words = (said(1, "My caseload had doubled and nobody told us.", "p1"),)
    dropped = Decision(Deed.DROPPED, Heading.CONTRIBUTORY_FACTOR, (answer(1),), about="workload")

    assert {line.about for line in decided(words=words).under(Heading.CONTRIBUTORY_FACTOR)} == {"workload", "handover"}
    assert {line.about for line in decided(dropped, words=words).under(Heading.CONTRIBUTORY_FACTOR)} == {"handover"}


def test_a_decision_about_words_that_are_gone_changes_nothing() -> None:
    gone = [
        Decision(deed, THEME, (answer(98), answer(99)), parts=((answer(98),),), to=Heading.STRENGTH, words="x")
        for deed in Deed
    ]

    assert decided(*gone) == decided()


@settings(deadline=None, max_examples=15)
@given(st.data())
def test_whatever_is_decided_the_draft_passes_the_gate_and_keeps_to_it(data: st.DataObject) -> None:
    sources = st.lists(st.sampled_from([each.source for each in CASE]), min_size=1, max_size=4, unique=True).map(tuple)
    headings = st.sampled_from(Heading)
    decisions = data.draw(
        st.lists(
            st.builds(
                Decision,
                st.sampled_from(Deed),
                headings,
                sources,
                parts=st.tuples(sources, sources),
                to=headings,
                beside=sources,
                words=st.sampled_from(["A home that makes ill", "Letters"]),
            ),
            max_size=4,
        )
    )

    found = drafted(room(*CASE, decisions=tuple(decisions)))

    if decisions and decisions[-1].deed is Deed.DROPPED:
        behind = {source for line in found.under(decisions[-1].heading) for source in line.evidence}
        assert not behind & set(decisions[-1].sources)


# What did not change stays where it was


def test_ten_more_among_a_thousand_change_only_what_they_touch() -> None:
    whole = practice(1010, 5).room
    before = drafted(replace(whole, said=whole.said[:1000]))
    new = {each.source for each in whole.said[1000:]}

    found = drafted(replace(whole, earlier=before))

    untouched = [line for line in found.lines if not new & set(line.evidence)]
    assert {line.key for line in untouched} <= {line.key for line in before.lines}
    assert _as_read(untouched) <= _as_read(before.lines)
    grown = [line for line in found.under(THEME) if new & set(line.evidence)]
    assert {line.evidence[0] for line in grown}
    for line in grown:
        old = set(line.evidence) - new
        assert not old or any(old == set(each.evidence) for each in before.lines)


def _as_read(lines: Iterable[Line]) -> set[object]:
    """What is read of *lines*; two sides may be chosen anew where a third is nearer."""
    told = [line for line in lines if line.heading is not Heading.DIFFERENCE]
    return {(line.key, line.title, line.quotations, line.phrases) for line in told}


def test_nothing_new_is_the_same_draft() -> None:
    before = drafted(room(*CASE))

    assert drafted(room(*CASE, earlier=before)) == before


def test_words_that_were_changed_find_their_place_anew() -> None:
    before = drafted(room(*FLAT))
    changed = replace(FLAT[0], text="The letter for him went to an old address.")

    found = drafted(room(changed, *FLAT[1:], earlier=before))

    assert set(line_on(found, answer(1)).evidence) == {answer(1), *LETTERS}
    assert all("damp and far" not in each.words for line in found.lines for each in line.quotations)


def test_when_much_is_new_everything_is_put_in_order_again() -> None:
    before = drafted(room(*FLAT[:2]))

    assert drafted(room(*FLAT, earlier=before)).under(THEME) == drafted(room(*FLAT)).under(THEME)
