"""The unit of work: one transaction with the gateways of one installation."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from bot.house import House
from bot.workshop.ids import InstallationId
from storage import due
from storage.actions import Actions
from storage.aliases import Aliases, Registers
from storage.answers import Answers
from storage.audit import Audit
from storage.cases import Cases
from storage.channels import Channels
from storage.checkpoints import Checkpoints
from storage.contributions import Contributions
from storage.decisions import Decisions
from storage.digests import Digests
from storage.drafts import Drafts
from storage.gaps import Gaps
from storage.inbox import Inbox
from storage.installations import Installations
from storage.letters import Letters
from storage.nudges import Nudges
from storage.people import People
from storage.reflections import Reflections
from storage.risks import Risks
from storage.scope import Scope
from storage.stages import Stages
from storage.summaries import Summaries
from storage.tags import Tags
from storage.tickets import Tickets
from storage.words import Keyring, Words
from storage.workshops import Workshops


@dataclass(frozen=True)
class Shared:
    """What all units of work of this process have in common."""

    keyring: Keyring
    registers: Registers
    house: House


class Work:
    """Implements ``bot.work.Work``. Without an installation, only what works across them works."""

    def __init__(
        self,
        connection: Connection,
        installation: InstallationId | None,
        shared: Shared,
        now: datetime,
    ) -> None:
        self.now = now
        self.house = shared.house
        keyring = shared.keyring
        self._words = Words(connection, keyring)
        self._scope = scope = Scope(connection, installation, keyring.vault, self._words)
        self.installations = Installations(scope)
        self.cases = Cases(scope)
        self.channels = Channels(scope)
        self.workshops = Workshops(scope)
        self.answers = Answers(scope)
        self.reflections = Reflections(scope)
        self.aliases = Aliases(scope, shared.registers)
        self.risks = Risks(scope)
        self.audit = Audit(scope)
        self.stages = Stages(scope)
        self.contributions = Contributions(scope)
        self.tags = Tags(scope)
        self.summaries = Summaries(scope)
        self.decisions = Decisions(scope)
        self.actions = Actions(scope)
        self.checkpoints = Checkpoints(scope)
        self.tickets = Tickets(scope)
        self.nudges = Nudges(scope)
        self.digests = Digests(scope)
        self.letters = Letters(scope)
        self.inbox = Inbox(scope)
        self.drafts = Drafts(scope)
        self.people = People(scope)
        self.gaps = Gaps(scope)

    @property
    def installation(self) -> InstallationId:
        return self._scope.installation

    def anything_due(self) -> bool:
        return due.anything(self._scope, self.now)

    def committed(self) -> None:
        """Called once what was done here cannot be undone any more."""
        self._words.committed()
