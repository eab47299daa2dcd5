"""Drafting with a language model's help, where the administrator has one and the workshop allows it."""

import asyncio
from dataclasses import dataclass, replace
from typing import Protocol

from bot.model import NoAnswer
from bot.summaries import Drafting
from bot.synthesis.assisted import assisted
from bot.synthesis.draft import Draft, Room
from bot.synthesis.gate import Grounded, ground
from bot.synthesis.heard import InConfidence, hear
from bot.synthesis.proposal import Proposal
from bot.synthesis.sheet import Sheet, sheet


class Proposing(Protocol):
    """A language model. ``name`` is how people were told of it; ``propose`` raises ``NoAnswer``."""

    @property
    def name(self) -> str: ...

    async def propose(self, sheet: Sheet) -> Proposal: ...


@dataclass(frozen=True)
class Assisting:
    """Drafts as before, and asks the model only in workshops where people were told of this one."""

    drafting: Drafting
    model: Proposing

    def expect(self) -> None:
        self.drafting.expect()

    async def put_together(self, listening: InConfidence) -> Draft:
        return await self.drafting.put_together(listening)

    async def draft(self, room: Room) -> Grounded[Draft]:
        local = await self.drafting.draft(room)
        if room.model != self.model.name:
            return local
        hearing = await asyncio.to_thread(hear, room)
        given = sheet(hearing)
        try:
            proposal = await self.model.propose(given)
        except NoAnswer as none:
            told = replace(local.it, model=self.model.name, without=none.failure)
            return await asyncio.to_thread(ground, told, hearing, local.refused)
        return await asyncio.to_thread(assisted, local, proposal, given, hearing, self.model.name)
