"""One thing that a person did in Slack, with what is needed to answer it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

from bot.work import Store, Work
from bot.workshop.ids import ChannelId, InstallationId, UserId
from prompts.words import Words

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Turn:
    """``channel`` is where it was done, ``None`` in a form or on the home page."""

    installation: InstallationId
    user: UserId
    channel: ChannelId | None
    body: Mapping[str, Any]
    client: AsyncWebClient
    ack: AsyncAck
    store: Store
    say: Words

    async def run(self, use_case: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run *use_case* in a unit of work of this person's installation."""
        return await self.store.run(self.installation, use_case, *args, **kwargs)

    async def tell(self, text: str) -> None:
        """Answer a command with a sentence that this person alone sees."""
        await self.ack(text=text, response_type="ephemeral")

    async def open_form(self, view: View) -> None:
        """Open a form, or put it on top of the one that is open."""
        show = self.client.views_push if self.body.get("view", {}).get("type") == "modal" else self.client.views_open
        await show(trigger_id=self.body["trigger_id"], view=view.to_dict())

    async def replace_form(self, view: View, *, under: bool = False) -> None:
        """Put *view* in the place of the open form, or of the one below it."""
        shown = self.body["view"]
        await self.client.views_update(view_id=shown["previous_view_id"] if under else shown["id"], view=view.to_dict())
