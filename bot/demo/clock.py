"""A clock that stories turn by hand."""

from datetime import UTC, datetime, timedelta


class HandClock:
    """Stands still until it is turned; each reading is a microsecond later, so that no two things are simultaneous."""

    def __init__(self, at: datetime) -> None:
        self._at = at.astimezone(UTC)

    def __call__(self) -> datetime:
        self._at += timedelta(microseconds=1)
        return self._at

    def forward(self, **by: float) -> None:
        """Turn it on by ``days=``, ``minutes=`` and so on, as ``timedelta`` takes them."""
        self._at += timedelta(**by)

    def to(self, at: datetime) -> None:
        """Turn it to *at*. Raises ``ValueError`` where that lies in the past."""
        if at.astimezone(UTC) < self._at:
            raise ValueError("a clock does not go back")
        self._at = at.astimezone(UTC)
