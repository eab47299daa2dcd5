"""Windows that wait are filled each by itself."""

from dataclasses import dataclass, field
from typing import cast

from bot.outbox import Undeliverable
from bot.so_far import SoFar
from bot.summaries import Drafting
from bot.windows import Shown, Sight, Wanted, Windows
from bot.work import Store
from bot.workshop.ids import InstallationId, UserId, WorkshopId
from tests.views.facts import SMALL, a_file

HERE, FERN, WORKSHOP = InstallationId("-/T-HERE"), UserId("U-FERN"), WorkshopId(1)


@dataclass
class Screen:
    """Shows everything but what breaks it."""

    breaks: dict[str, Exception]
    filled: list[str] = field(default_factory=list)

    async def show(self, installation: InstallationId, window: str, shown: Shown, page: int) -> None:  # noqa: ARG002
        if window in self.breaks:
            raise self.breaks[window]
        self.filled.append(window)


async def test_a_window_that_breaks_or_is_closed_keeps_no_other_waiting() -> None:
    screen = Screen({"closed": Undeliverable("not_found"), "broken": ZeroDivisionError()})
    windows = Windows(cast("Store", None), screen, cast("Drafting", None))
    for window in ("closed", "broken", "first", "second"):
        windows.want(Wanted(Sight.SO_FAR, HERE, FERN, WORKSHOP, window, made=SoFar(a_file(SMALL), (), {})))

    assert await windows.fill() == 4
    assert screen.filled == ["first", "second"]
    assert await windows.fill() == 0
