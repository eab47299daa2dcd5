"""Points of a session that is not over: what belongs together, and how many said it at the least."""

from hypothesis import given
from hypothesis import strategies as st

from bot.synthesis.points import Remark, points
from bot.workshop.ids import ChannelId, MessageTs, UserId
from bot.workshop.session import Place
from tests.synthesis.examples import REFERRALS

ROOT = MessageTs("1773135000.000001")


def reply(number: int, words: str, author: str | None = None) -> Remark:
    place = Place(ChannelId("C1"), ROOT, MessageTs(f"1773135000.{number:06}"))
    who = UserId(author or f"U{number}")
    return Remark(words, f"Role {who}", who, place)


def test_what_is_alike_is_one_point_and_stands_first() -> None:
    said = [reply(1, "His aunt was never asked what she could manage."), *map(reply, (2, 3, 4), REFERRALS)]

    first, second = points(said)

    assert [each.words for each in first.remarks] == list(REFERRALS)
    assert first.people == 3
    assert {"referral", "nurse"} <= set(first.shared)
    assert second.remarks == (said[0],)


def test_one_person_who_says_it_again_is_one_person() -> None:
    [point] = points([reply(number, words, "U1") for number, words in enumerate(REFERRALS)])

    assert point.people == 1


def test_unattributed_words_are_never_counted_beside_their_author() -> None:
    unattributed = Remark(REFERRALS[0], "")

    [point] = points([unattributed, reply(2, REFERRALS[1])])

    assert point.people == 1
    assert point.remarks[-1] == unattributed


@given(
    st.permutations([*map(reply, (1, 2, 3), REFERRALS), Remark("The ward rang.", ""), Remark("The school rang.", "")])
)
def test_the_order_in_which_words_reached_the_store_shows_nowhere(said: list[Remark]) -> None:
    assert points(said) == points(sorted(said, key=lambda each: each.in_order))
