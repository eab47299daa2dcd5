"""Whether what is said in a channel stays between the people of a case."""

import pytest

from bot.workshop.ids import UserId
from bot.workshop.room import Attendance, Doubt, Flaw, Room, RoomDoubtful, RoomUnsound
from tests.workshop.examples import ANNA, FERN, a_workshop

GWEN = UserId("U-GWEN")


@pytest.mark.parametrize("accepted", [None, *Doubt])
def test_a_sound_channel_needs_no_word(accepted: Doubt | None) -> None:
    Room(members=frozenset({ANNA})).check(accepted)


@pytest.mark.parametrize("accepted", [None, *Doubt])
@pytest.mark.parametrize("flaw", Flaw)
def test_what_has_to_be_mended_cannot_be_accepted(flaw: Flaw, accepted: Doubt | None) -> None:
    with pytest.raises(RoomUnsound):
        Room(flaw, Doubt.SHARED).check(accepted)


@pytest.mark.parametrize("doubt", Doubt)
def test_just_the_doubt_that_was_read_is_accepted(doubt: Doubt) -> None:
    for accepted in (None, *(each for each in Doubt if each is not doubt)):
        with pytest.raises(RoomDoubtful) as asked:
            Room(doubt=doubt).check(accepted)
        assert asked.value.doubt is doubt
    Room(doubt=doubt).check(doubt)


def test_members_are_held_against_the_people_of_the_workshop() -> None:
    workshop = a_workshop()
    everybody = frozenset(each.user for each in workshop.participants)

    assert Room(members=everybody | {FERN}).attendance(workshop) == Attendance()
    assert Room(members=everybody - {ANNA} | {GWEN}).attendance(workshop) == Attendance((ANNA,), (GWEN,))
    assert Room(doubt=Doubt.UNSEEN).attendance(workshop) == Attendance()
