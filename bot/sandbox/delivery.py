"""What is on its way to the app: acknowledged, or sent again as Slack would."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from bot.sandbox import limits
from bot.sandbox.errors import OperationTimeout
from bot.sandbox.state import Json


@dataclass(frozen=True)
class Ack:
    """How one delivery was answered: `acked`, `unanswered`, `no connection`, `refused` or `given up`."""

    kind: str
    what: str
    attempt: int
    outcome: str
    payload: Json | None = None


class Way(Protocol):
    """How payloads reach the app: over its sockets, or over HTTP."""

    @property
    def reasons(self) -> Mapping[str, str]:
        """What the next attempt is told of each outcome but `acked`."""
        ...

    async def attempt(self, kind: str, payload: Json, attempt: int, reason: str) -> tuple[str, Json | None]:
        """Deliver once; gives the outcome, and what the app answered."""
        ...


@dataclass
class Delivery:
    """Everything that is on its way, and how what came before was answered."""

    way: Way
    retry_after: tuple[float, ...] = limits.RETRY_AFTER
    acks: list[Ack] = field(default_factory=list)
    _deliveries: dict[asyncio.Task[None], str] = field(default_factory=dict)
    _asking: int = 0

    def tell(self, payload: Json) -> None:
        """Deliver an event in the background, again and again as Slack would."""
        task = asyncio.get_running_loop().create_task(self._deliver(payload))
        self._deliveries[task] = str(payload["event"]["type"])
        task.add_done_callback(lambda done: self._deliveries.pop(done, None))

    async def ask(self, kind: str, payload: Json) -> Json | None:
        """Deliver a command or an interaction, once, and wait for what the app answers."""
        what = str(payload.get("command") or payload.get("type"))
        self._asking += 1
        try:
            outcome, answer = await self.way.attempt(kind, payload, 0, "")
        finally:
            self._asking -= 1
        self.acks.append(Ack(kind, what, 0, outcome, answer))
        if outcome != "acked":
            raise OperationTimeout(f"operation_timeout: {what} was not answered in time ({outcome})")
        return answer

    @property
    def pending(self) -> list[str]:
        """What is still on its way to the app."""
        return [*self._deliveries.values(), *["an answer"] * self._asking]

    async def close(self) -> None:
        for task in list(self._deliveries):
            task.cancel()
        await asyncio.gather(*self._deliveries, return_exceptions=True)

    async def _deliver(self, payload: Json) -> None:
        what, reason = str(payload["event"]["type"]), ""
        for attempt, pause in enumerate((0.0, *self.retry_after)):
            await asyncio.sleep(pause)
            outcome, answer = await self.way.attempt("events_api", payload, attempt, reason)
            self.acks.append(Ack("events_api", what, attempt, outcome, answer))
            if outcome == "acked":
                return
            reason = self.way.reasons[outcome]
        self.acks.append(Ack("events_api", what, len(self.retry_after), "given up"))
