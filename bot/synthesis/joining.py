"""Putting together what is alike on average, so that no chain of small likenesses joins what has nothing in common."""

import heapq
from collections.abc import Mapping

Pairs = Mapping[tuple[int, int], float]
"""How alike each two are, by their places, the smaller first; a pair that is missing is not alike at all."""


def joined(likenesses: Pairs, count: int, enough: float) -> list[list[int]]:
    """The places below *count* in groups: the two that are most alike joined, again and again, while *enough*."""
    members = {place: [place] for place in range(count)}
    near: dict[int, dict[int, float]] = {place: {} for place in range(count)}
    waiting = []
    for (one, other), likeness in likenesses.items():
        near[one][other] = near[other][one] = likeness
        if likeness >= enough:
            waiting.append((-likeness, one, other))
    heapq.heapify(waiting)
    following = count
    while waiting:
        _, one, other = heapq.heappop(waiting)
        if one not in members or other not in members:
            continue
        members[following] = sorted(members.pop(one) + members.pop(other))
        near[following] = _sums(near.pop(one), near.pop(other), members)
        for third, total in near[following].items():
            for gone in (one, other):
                near[third].pop(gone, None)
            near[third][following] = total
            average = total / (len(members[following]) * len(members[third]))
            if average >= enough:
                heapq.heappush(waiting, (-average, third, following))
        following += 1
    return sorted(members.values())


def _sums(one: Mapping[int, float], other: Mapping[int, float], members: Mapping[int, object]) -> dict[int, float]:
    both = sorted((one.keys() | other.keys()) & members.keys())
    return {third: one.get(third, 0.0) + other.get(third, 0.0) for third in both}
