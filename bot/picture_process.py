"""The process that draws: it reads one picture from its input, writes it as PNG to its output, and ends."""

import io
import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patheffects import withStroke
from matplotlib.ticker import MaxNLocator

INK = "#222222"
BANDS: Sequence[tuple[str, str]] = (
    ("#f0f0f0", "...."),
    ("#9ecae8", ""),
    ("#3f8fc5", "//"),
    ("#0b3c5d", ""),
    ("#d9a25f", "xx"),
)
"""From light to dark, each with a pattern of its own: told apart without colours too."""

MARKS: Sequence[tuple[str, str, str, int]] = (("#b1350f", "o", "-", 9), ("#222222", "s", "--", 5))
NOTHING = float("nan")
"""Where none is late or blocked there is no line."""

INCHES, PER_PANEL, DOTS = 8.0, 2.9, 150


def drawn(picture: Mapping[str, Any]) -> bytes:
    """*picture* as PNG."""
    panels = picture["panels"]
    figure = Figure(figsize=(INCHES, 1.2 + PER_PANEL * len(panels)), dpi=DOTS, layout="constrained")
    figure.suptitle(picture["title"], color=INK, fontsize=13, fontweight="bold", x=0.01, ha="left")
    places = figure.subplots(len(panels), 1, squeeze=False)[:, 0]
    for place, panel in zip(places, panels, strict=True):
        _panel(place, panel, picture["weeks"])
    handles, names = places[0].get_legend_handles_labels()
    figure.legend(handles, names, loc="outside lower center", ncols=4, frameon=False, fontsize=9)
    told = io.BytesIO()
    figure.savefig(told, format="png", facecolor="white")
    return told.getvalue()


def _panel(place: Axes, panel: Mapping[str, Any], weeks: Sequence[str]) -> None:
    """Bars of a week each, one band on the other, and the lines of what is late or blocked across them."""
    across = range(len(weeks))
    below = [0] * len(weeks)
    for (colour, pattern), band in zip(BANDS, panel["bands"], strict=True):
        place.bar(
            across,
            band["values"],
            bottom=below,
            label=band["name"],
            color=colour,
            hatch=pattern,
            edgecolor=INK,
            linewidth=0.6,
            width=0.8,
        )
        below = [under + value for under, value in zip(below, band["values"], strict=True)]
    for (colour, sign, stroke, size), mark in zip(MARKS, panel["marks"], strict=True):
        place.plot(
            across,
            [value or NOTHING for value in mark["values"]],
            stroke,
            label=mark["name"],
            color=colour,
            marker=sign,
            markersize=size,
            markeredgecolor="white",
            linewidth=1.8,
            path_effects=[withStroke(linewidth=3.5, foreground="white")],
        )
    place.set_title(panel["title"], loc="left", fontsize=11, color=INK)
    place.set_ylim(0, max([*below, 1]) * 1.1)
    place.set_xlim(-0.6, max(len(weeks) - 0.4, 3))
    place.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=6))
    step = -(-len(weeks) // 7)
    shown = [week for week in across if (len(weeks) - 1 - week) % step == 0]
    place.set_xticks(shown, [weeks[week] for week in shown], fontsize=9)
    place.spines[["top", "right"]].set_visible(False)


def answer(asked: BinaryIO, told: BinaryIO) -> None:
    told.write(drawn(json.loads(asked.read())))
    told.flush()


if __name__ == "__main__":
    answer(sys.stdin.buffer, sys.stdout.buffer)
