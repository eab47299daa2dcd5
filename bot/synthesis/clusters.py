"""Which texts belong together: the links that people made between them first, and then their words.

A few are put together while they are alike on average. Of more, a graph of nearest neighbours, with the links as
further edges, falls into communities (Louvain). How fine they are is chosen by how well they hold together where there
are enough texts to tell; below that they are kept small, as points that somebody can group.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

import networkx as nx
import numpy as np

from bot.synthesis.engine import ENOUGH_FOR_THEMES
from bot.synthesis.joining import joined
from bot.synthesis.vectors import Vectors, likenesses

A_FEW = 40
"""Texts below which a graph of neighbours joins what is not alike (measured on practice text)."""

ALIKE = 0.2
"""Average likeness of their members from which two groups of a few are one."""

ENOUGH, ONE_WORD = 2, 0.7
"""Telling words that two texts share, and what is left of their likeness with fewer: one in common proves little."""

SAME_QUESTION = 0.06
"""What a common question adds to the likeness of two among a few."""

NEIGHBOURS = 25
"""Edges to the most alike; among few texts fewer, or everything is near everything."""

FINE = 2.0
RESOLUTIONS = (1.0, 1.5, 2.0, 3.0, 4.0)

TOO_FAR, TOO_FAR_AMONG_FEWER = 0.12, 0.2
"""Likeness to all others of its group below which a text stands alone, unless a link holds it."""

ONE_THING = 0.3
"""Mean likeness of their members from which two small groups are one: a few that all agree fall apart otherwise."""

Links = Mapping[tuple[int, int], float]
"""What joins two texts beside their words, by their places, the smaller first."""

Groups = list[list[int]]


def few(rows: Vectors, telling: Sequence[Collection[str]], links: Links, asked: Sequence[str]) -> Groups:
    """The places of fewer than ``A_FEW`` *rows* in groups, by their *telling* words and what was *asked*."""
    alike = np.round(rows @ rows.T, 9)
    same = SAME_QUESTION if len(set(asked)) > 1 else 0.0
    words = [frozenset(each) for each in telling]
    pairs = {
        (one, other): float(alike[one, other]) * (1.0 if len(words[one] & words[other]) >= ENOUGH else ONE_WORD)
        + links.get((one, other), 0.0)
        + (same if asked[one] == asked[other] else 0.0)
        for one, other in combinations(range(len(rows)), 2)
    }
    return joined(pairs, len(rows), ALIKE)


def clustered(
    rows: Vectors, links: Links, *, together: Vectors | None = None, resolutions: Sequence[float] | None = None
) -> Groups:
    """The places of many *rows* in groups, each place in one; the order of the groups is that of their first places.

    *together* are the rows by which they are put together, where that is more than the words that hold them.
    """
    count = len(rows)
    near = rows if together is None else together
    graph = _graph(likenesses(near), links)
    candidates = _candidates(graph, resolutions or _resolutions(count))
    best = max(candidates, key=lambda groups: _holding_together(near, groups))
    if count < ENOUGH_FOR_THEMES:
        best = _joined(best, rows)
    return sorted((part for group in best for part in _without_strays(group, rows, links)), key=lambda part: part[0])


def _resolutions(count: int) -> Sequence[float]:
    return RESOLUTIONS if count >= ENOUGH_FOR_THEMES else (FINE,)


def _alone(places: Sequence[int]) -> Groups:
    return [[each] for each in places]


def _graph(alike: Vectors, links: Links) -> "nx.Graph[int]":
    count = len(alike)
    near = min(NEIGHBOURS, max(3, count // 4), count - 1)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(count))
    nearest = np.argsort(-alike, axis=1, kind="stable")[:, :near]
    for place, others in enumerate(nearest.tolist()):
        for other in others:
            if alike[place, other] > 0:
                graph.add_edge(place, other, weight=round(float(alike[place, other]), 9))
    for (one, other), weight in sorted(links.items()):
        before = graph.get_edge_data(one, other, {"weight": 0.0})["weight"]
        graph.add_edge(one, other, weight=before + weight)
    return graph


def _candidates(graph: "nx.Graph[int]", resolutions: Sequence[float]) -> list[Groups]:
    """Groups at each resolution: the finest from the texts themselves, the others from those of the finest."""
    finest = _communities(graph, max(resolutions))
    coarse: nx.Graph[int] = nx.Graph()
    coarse.add_nodes_from(range(len(finest)))
    home = {place: number for number, group in enumerate(finest) for place in group}
    for one, other, weight in graph.edges(data="weight"):
        pair = home[one], home[other]
        before = coarse.get_edge_data(*pair, {"weight": 0.0})["weight"]
        coarse.add_edge(*pair, weight=before + weight)
    found = [finest]
    for resolution in sorted(resolutions)[:-1]:
        together = _communities(coarse, resolution)
        found.append(sorted(sorted(place for number in group for place in finest[number]) for group in together))
    return found


def _communities(graph: "nx.Graph[int]", resolution: float) -> Groups:
    found = nx.community.louvain_communities(graph, resolution=resolution, seed=0)
    return sorted((sorted(each) for each in found), key=lambda group: group[0])


def _joined(groups: Groups, rows: Vectors) -> Groups:
    """*groups*, the two that are most alike put together for as long as any are one thing."""
    found = [list(each) for each in groups]
    while len(found) > 1:
        middles = np.stack([rows[each].mean(axis=0) for each in found])
        alike = np.round(likenesses(middles), 9)
        one, other = divmod(int(alike.argmax()), len(found))
        if alike[one, other] < ONE_THING:
            break
        found[min(one, other)] = sorted(found[one] + found[other])
        del found[max(one, other)]
    return found


def _holding_together(rows: Vectors, groups: Groups) -> float:
    """The mean silhouette: how much nearer texts are to their own group than to the next."""
    if len(groups) < 2 or len(groups) == len(rows):  # noqa: PLR2004 - nothing to compare with
        return -1.0
    sums = np.stack([rows[group].sum(axis=0) for group in groups])
    sizes = np.array([len(group) for group in groups], dtype=np.float64)
    home = np.empty(len(rows), dtype=np.int64)
    for number, group in enumerate(groups):
        home[group] = number
    totals = sizes - rows @ sums.T
    everybody = np.arange(len(rows))
    own_size = sizes[home]
    inside = totals[everybody, home] / np.maximum(own_size - 1, 1)
    means = totals / sizes
    means[everybody, home] = np.inf
    outside = means.min(axis=1)
    scores = np.where(own_size > 1, (outside - inside) / np.maximum(np.maximum(inside, outside), 1e-12), 0.0)
    return round(float(scores.mean()), 9)


def _without_strays(group: Sequence[int], rows: Vectors, links: Links) -> Groups:
    """*group* as it is, less those that neither words nor links hold in it."""
    if len(group) == 1:
        return [list(group)]
    linked = {place for pair in links if set(pair) <= set(group) for place in pair}
    too_far = TOO_FAR if len(rows) >= ENOUGH_FOR_THEMES else TOO_FAR_AMONG_FEWER
    inside = rows[group] @ rows[group].T
    nearest = (inside - 2 * np.eye(len(group))).max(axis=1)
    strays = [place for place, near in zip(group, nearest, strict=True) if near < too_far and place not in linked]
    kept = [place for place in group if place not in strays]
    return [part for part in (kept, *_alone(strays)) if part]
