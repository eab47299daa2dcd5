"""The parts of the little Slack, for whoever acts on it: the Web API and the people."""

from dataclasses import dataclass

from bot.sandbox.delivery import Delivery
from bot.sandbox.events import Events
from bot.sandbox.messages import Messages
from bot.sandbox.modals import Modals
from bot.sandbox.responses import Responses
from bot.sandbox.socket import Socket
from bot.sandbox.world import World


@dataclass(frozen=True)
class Platform:
    """State, what changes it, and the way to the app."""

    world: World
    events: Events
    messages: Messages
    modals: Modals
    responses: Responses
    delivery: Delivery
    socket: Socket
