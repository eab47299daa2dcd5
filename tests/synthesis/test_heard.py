"""Who may be heard: whoever writes without their role stays one of k who could have written it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.synthesis.by_vectors import draft
from bot.synthesis.draft import Person, Room, Said, Seen
from bot.synthesis.gate import ground
from bot.synthesis.heard import at_least, hear
from bot.synthesis.written import written
from bot.workshop.summary import Source
from tests.synthesis.rooms import NAMED, PEOPLE, PRIVATE, UNATTRIBUTED, answer, heard, room, said

PROMPTS = ("moment", "strength")
SENTENCES = (
    "The letter went to the old address.",
    "Nobody rang the ward back about the flat.",
    "The college kept his place open for a term.",
    "Why was the flat given to somebody else?",
    "His aunt could have been asked about the letter.",
    "We waited four months for the adult team.",
)


def shown(words: Room) -> set[Source]:
    return {each.source for each in hear(words).heard}


def test_unattributed_words_need_five_who_could_have_written_them() -> None:
    quiet = said(1, "Nobody rang back.", "p1", visibility=UNATTRIBUTED)

    assert shown(room(quiet, people=PEOPLE[:5])) == {quiet.source}
    assert shown(room(quiet, people=PEOPLE[:4])) == set()
    assert shown(room(quiet, k=8)) == {quiet.source}
    assert shown(room(quiet, k=10)) == set()


def test_who_stands_by_an_answer_to_the_same_question_cannot_have_written_it() -> None:
    quiet = said(1, "Nobody rang back.", "p1", visibility=UNATTRIBUTED)
    four, five = ([said(n, f"Letter {n}.", f"p{n}") for n in range(2, last)] for last in (6, 7))

    assert quiet.source in shown(room(quiet, *four))
    assert quiet.source not in shown(room(quiet, *five))
    assert quiet.source in shown(room(quiet, *(replace(each, prompt="strength") for each in five)))


def test_unattributed_words_are_known_by_nothing_but_themselves() -> None:
    [quiet] = heard(said(1, "Nobody rang back.", "p1", visibility=UNATTRIBUTED))

    assert (quiet.author, quiet.speaker, quiet.agency) == ("", "", "")


@pytest.mark.parametrize(
    "words",
    [
        "We at the college knew.",
        "As a tutor I saw it coming.",
        "I saw it as his own social worker.",
        "As the social worker I knew him best.",
        "Our ward was full.",
        "I work for housing and I knew.",
        "Ni fel GP surgery, we knew.",
    ],
)
def test_whoever_says_where_they_work_is_one_of_those_who_work_there(words: str) -> None:
    assert shown(room(said(1, words, "p1", visibility=UNATTRIBUTED))) == set()


@pytest.mark.parametrize(
    "words",
    ["We rang housing twice and the college once.", "It went as the college feared.", "I saw it as housing saw it."],
)
def test_to_speak_of_another_service_is_no_sign(words: str) -> None:
    quiet = said(1, words, "p1", visibility=UNATTRIBUTED)

    assert shown(room(quiet)) == {quiet.source}


def test_where_enough_people_work_there_it_may_be_said() -> None:
    nurses = tuple(Person(f"n{n}", "Health board", "Community nurse") for n in range(5))
    quiet = said(1, "As a community nurse I saw it coming.", "n1", visibility=UNATTRIBUTED)

    assert shown(room(quiet, people=(*PEOPLE, *nurses))) == {quiet.source}


def test_the_same_turn_of_phrase_under_a_role_gives_its_writer_away_and_so_is_not_shown_twice() -> None:
    turn = "it fell down the cracks of the floorboards"
    quiet = said(1, f"Again {turn}.", "p1", visibility=UNATTRIBUTED)
    own, other = (said(2, f"I think {turn} in May.", who, prompt="strength") for who in ("p1", "p2"))

    assert shown(room(quiet, own)) == {own.source}
    assert shown(room(quiet, other)) == {other.source}
    assert quiet.source in shown(room(quiet, own, replace(other, source=answer(3))))


def test_people_are_counted_only_as_far_as_everybody_can_see() -> None:
    quiet = [said(n, f"Letter {n} was late.", "p1", visibility=UNATTRIBUTED, prompt=f"prompt-{n}") for n in range(6)]
    several = [said(n, f"Letter {n} was late.", f"p{n}", visibility=UNATTRIBUTED) for n in range(1, 7)]

    assert at_least(heard(*quiet), 5) == (None, None)
    assert at_least(heard(*several), 5) == (6, None)
    assert at_least(heard(*(replace(each, visibility=NAMED) for each in several)), 5) == (6, 6)


def test_who_answers_later_under_their_role_is_not_shown_where_that_tells_who_did_not() -> None:
    quiet = said(1, "Nobody rang back.", "p1", visibility=UNATTRIBUTED)
    first = hear(room(quiet, people=PEOPLE[:5]))
    late = said(2, "The letter was late.", "p2")

    then = room(quiet, late, people=PEOPLE[:5], seen=first.seen([quiet.source]))

    assert shown(then) == {quiet.source}
    assert shown(replace(then, seen=())) == {late.source}


def test_when_somebody_is_gone_so_is_all_that_they_could_have_written() -> None:
    quiet = [said(n, f"Letter {n} was late.", f"p{n}", visibility=UNATTRIBUTED) for n in range(1, 4)]
    before = hear(room(*quiet)).seen([each.source for each in quiet])

    assert shown(room(*quiet[:2], people=(*PEOPLE[:2], *PEOPLE[3:]), seen=before)) == set()


def test_words_that_stood_under_a_role_do_not_come_back_without_it() -> None:
    named = said(1, "Nobody rang back.")
    before = hear(room(named)).seen([named.source])

    assert shown(room(replace(named, visibility=UNATTRIBUTED), seen=before)) == set()


def test_who_comes_later_cannot_have_written_what_was_shown_before() -> None:
    quiet = said(1, "Nobody rang back.", "p1", visibility=UNATTRIBUTED)
    [before] = hear(room(quiet, people=PEOPLE[:6])).seen([quiet.source])
    [after] = hear(room(quiet, people=PEOPLE, seen=(before,))).seen([quiet.source])

    assert isinstance(before, Seen)
    assert after.could == before.could == ("p1", "p2", "p3", "p4", "p5", "p6")


# Whoever else could have written it, the same is published


@st.composite
def rooms(draw: st.DrawFn) -> Room:
    """Hardly more than k people, each of whom answers up to two questions as they like and for whom they like."""
    k = draw(st.integers(2, 5))
    people = PEOPLE[: k + draw(st.integers(0, 2))]
    words: list[Said] = []
    for person in people:
        for prompt in PROMPTS:
            visibility = draw(st.sampled_from([NAMED, UNATTRIBUTED, UNATTRIBUTED, PRIVATE, None, None]))
            if visibility:
                text = " ".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=2)))
                to = draw(st.sampled_from([None, *(each.source for each in words)]))
                words.append(said(len(words), text, person.key, visibility=visibility, prompt=prompt, reply_to=to))
    return room(*words, people=people, k=k)


Change = Callable[[Room, "Swap"], Room]
Swap = Callable[[Said], Said]


def changed(data: st.DataObject, before: Room) -> Change:
    """Somebody answers, takes back words, or leaves with all of theirs."""
    who = data.draw(st.sampled_from(before.people)).key
    kind = data.draw(st.sampled_from(["answers", "answers", "takes back", "leaves"]))
    unanswered = [each for each in PROMPTS if (who, each) not in {(one.author, one.prompt) for one in before.said}]
    if kind == "leaves":
        return lambda room, _: replace(
            room,
            people=tuple(each for each in room.people if each.key != who),
            said=tuple(each for each in room.said if each.author != who),
        )
    if kind == "takes back" and before.said:
        source = data.draw(st.sampled_from(before.said)).source
        return lambda room, _: replace(room, said=tuple(each for each in room.said if each.source != source))
    if not unanswered:
        return lambda room, _: room
    visibility = data.draw(st.sampled_from([NAMED, UNATTRIBUTED]))
    text = data.draw(st.sampled_from(SENTENCES))
    new = said(90 + len(before.said), text, who, visibility=visibility, prompt=unanswered[0])
    return lambda room, swap: replace(room, said=(*room.said, swap(new)))


def nobody_swaps(each: Said) -> Said:
    return each


def told(first: Room, changes: Sequence[Change], swap: Swap = nobody_swaps) -> list[Room]:
    """The versions of a room through its changes, each published."""
    versions = [replace(first, said=tuple(swap(each) for each in first.said))]
    for change in changes:
        listening = hear(versions[-1])
        seen = listening.seen(each.source for each in listening.heard)
        versions.append(replace(change(versions[-1], swap), seen=(*versions[-1].seen, *seen)))
    return versions


def in_another_world(mine: Said, other: str) -> Swap:
    """Where *other* wrote *mine*, and its author what *other* wrote without a role to the same question."""
    places = {mine.author: other, other: mine.author}

    def swap(each: Said) -> Said:
        hidden = each.prompt == mine.prompt and each.visibility is not NAMED
        return replace(each, author=places.get(each.author, each.author)) if hidden else each

    return swap


def published(words: Room) -> tuple[bytes, tuple[Seen, ...]]:
    listening = hear(words)
    passed = ground(draft(listening), listening)
    assert passed.refused == ()
    return written(passed.it), listening.seen({source for line in passed.it.lines for source in line.evidence})


@settings(deadline=None, max_examples=25)
@given(st.data())
def test_at_least_k_could_have_written_each_unattributed_line_whatever_versions_are_put_side_by_side(
    data: st.DataObject,
) -> None:
    first = data.draw(rooms())
    changes: list[Change] = []
    for _ in range(2):
        changes.append(changed(data, told(first, changes)[-1]))
    versions = told(first, changes)

    quiet = {each.source for version in versions for each in hear(version).heard if not each.author}
    for mine in first.said:
        if mine.source in quiet:
            could = [each.key for each in first.people if _the_same_is_heard(versions, changes, mine, each.key)]
            assert len(could) >= first.k


def _the_same_is_heard(versions: list[Room], changes: Sequence[Change], mine: Said, other: str) -> bool:
    """Whether readers saw nothing of *other* that rules it out, and would have seen the same had they written it."""
    under_a_role = {each.author for version in versions for each in hear(version).heard if each.prompt == mine.prompt}
    worlds = told(versions[0], changes, in_another_world(mine, other))
    return other not in under_a_role and all(
        hear(world).heard == hear(version).heard for world, version in zip(worlds, versions, strict=True)
    )


@settings(deadline=None, max_examples=15)
@given(rooms(), st.data())
def test_what_is_published_is_the_same_letter_for_letter_whoever_wrote_what_has_no_role(
    words: Room, data: st.DataObject
) -> None:
    listening = hear(words)
    quiet = [each for each in words.said if each.source in listening.could]
    other = data.draw(st.sampled_from(words.people)).key
    mine = data.draw(st.sampled_from(quiet)) if quiet else None

    if mine and other in listening.could[mine.source]:
        [world] = told(words, [], in_another_world(mine, other))
        assert published(world) == published(words)
    assert listening.room.said == ()
