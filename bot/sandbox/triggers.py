"""The tickets that let an app open a form: three seconds, one use."""

import asyncio
from dataclasses import dataclass

from bot.sandbox import limits
from bot.sandbox.errors import SlackError


@dataclass
class Trigger:
    """What one click or command allows the app to open, once."""

    user: str
    from_modal: bool
    channel: str | None
    given_at: float
    used: bool = False


class Triggers:
    """Gives out triggers and exchanges them; their age is real time, whatever the sandbox's clock says."""

    def __init__(self, lifetime: float = limits.TRIGGER_SECONDS) -> None:
        self._lifetime = lifetime
        self._given: dict[str, Trigger] = {}

    def give(self, user: str, *, from_modal: bool = False, channel: str | None = None) -> str:
        name = f"{1000000 + len(self._given)}.{2000000 + len(self._given)}.{len(self._given):032x}"
        self._given[name] = Trigger(user, from_modal, channel, asyncio.get_running_loop().time())
        return name

    def exchange(self, name: str) -> Trigger:
        trigger = self._given.get(name)
        if trigger is None:
            raise SlackError("invalid_trigger_id")
        if trigger.used:
            raise SlackError("exchanged_trigger_id")
        if asyncio.get_running_loop().time() - trigger.given_at > self._lifetime:
            raise SlackError("expired_trigger_id")
        trigger.used = True
        return trigger

    def expire_all(self) -> None:
        for trigger in self._given.values():
            trigger.given_at = float("-inf")
