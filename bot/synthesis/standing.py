"""How far people are with the questions before the workshop, as far as it tells nobody who wrote what."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from bot.workshop.ids import UserId
from bot.workshop.workshop import Participant


@dataclass(frozen=True)
class Standing:
    """How far people are with the questions. ``sent`` counts those who have answered.

    ``untold`` are people of whom it is not said whether they have answered, as that would tell who wrote what stands
    there without a role; then nobody has ``begun``, ``not_begun`` or ``declined`` by name. Who has ``joined`` during
    the session was never asked, and is not counted.
    """

    sent: int
    people: int
    answered: tuple[Participant, ...] = ()
    begun: tuple[Participant, ...] = ()
    not_begun: tuple[Participant, ...] = ()
    declined: tuple[Participant, ...] = ()
    untold: tuple[Participant, ...] = ()
    joined: tuple[Participant, ...] = ()


@dataclass(frozen=True)
class Progress:
    """Who has sent their answers, who has only begun, who has said that they cannot, and who came too late for it."""

    sent: Collection[UserId] = field(default=frozenset())
    begun: Collection[UserId] = field(default=frozenset())
    declined: Collection[UserId] = field(default=frozenset())
    joined: Collection[UserId] = field(default=frozenset())


def standing(seated: Sequence[Participant], progress: Progress, under_their_role: Collection[UserId]) -> Standing:
    """Who stands where, as far as the words under a role and the number of those who have sent tell it anyway."""
    joined = tuple(each for each in seated if each.user in progress.joined)
    people = [each for each in seated if each.user not in progress.joined]
    sent = [each for each in people if each.user in progress.sent]
    open_ones = [each for each in people if each.user not in under_their_role]
    hidden = [each for each in sent if each.user not in under_their_role]
    if hidden and len(hidden) < len(open_ones):
        seen = tuple(each for each in people if each.user in under_their_role)
        return Standing(len(sent), len(people), answered=seen, untold=tuple(open_ones), joined=joined)
    waiting = [each for each in people if each.user not in progress.sent]
    declined = [each for each in waiting if each.user in progress.declined]
    begun = [each for each in waiting if each.user in progress.begun and each not in declined]
    rest = [each for each in waiting if each not in declined and each not in begun]
    return Standing(len(sent), len(people), tuple(sent), tuple(begun), tuple(rest), tuple(declined), joined=joined)
