"""One thing that a person did in Slack, with what is needed to answer it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.errors import SlackApiError
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

from bot.gathering import Gathering
from bot.windows import Wanted
from bot.work import Store, Work
from bot.workshop.ids import ChannelId, InstallationId, UserId, WorkshopId
from bot.workshop.refusal import Refusal
from prompts.words import Words

P = ParamSpec("P")
T = TypeVar("T")


class FormMovedOn(Refusal):
    """A second tap, or one that was slow: the form shows something newer already, and that stays."""

    key = "refusal-form-moved-on"


@dataclass(frozen=True)
class Turn:
    """``me`` is the bot's own user. ``channel`` is where it was done, ``None`` in a form or on the home page.

    ``heard`` is to be told of every workshop in whose session something was said, ``wanted`` of every window that is to
    be filled later.
    """

    installation: InstallationId
    me: UserId
    user: UserId
    channel: ChannelId | None
    body: Mapping[str, Any]
    client: AsyncWebClient
    ack: AsyncAck
    store: Store
    gathering: Gathering
    say: Words
    heard: Callable[[InstallationId, WorkshopId], None]
    wanted: Callable[[Wanted], None]

    async def run(self, use_case: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run *use_case* in a unit of work of this person's installation."""
        return await self.store.run(self.installation, use_case, *args, **kwargs)

    async def tell(self, text: str) -> None:
        """Answer a command with a sentence that this person alone sees."""
        await self.ack(text=text, response_type="ephemeral")

    async def open_form(self, view: View) -> str:
        """Open a form, or put it on top of the one that is open; gives its id."""
        show = self.client.views_push if self.body.get("view", {}).get("type") == "modal" else self.client.views_open
        opened = await show(trigger_id=self.body["trigger_id"], view=view.to_dict())
        return str(opened["view"]["id"])

    async def replace_form(self, view: View, *, under: bool = False) -> None:
        """Put *view* in the place of the open form, or of the one below it.

        Raises ``FormMovedOn`` where the open form has been replaced since the button was pressed.
        """
        shown = self.body["view"]
        if under:
            await self.client.views_update(view_id=shown["previous_view_id"], view=view.to_dict())
            return
        try:
            await self.client.views_update(view_id=shown["id"], hash=shown["hash"], view=view.to_dict())
        except SlackApiError as error:
            if error.response.get("error") == "hash_conflict":
                raise FormMovedOn from None
            raise
