"""Forms on people's screens: opened, stacked three deep, replaced, closed; and the Home tab."""

from dataclasses import dataclass

from bot.sandbox import limits, wire
from bot.sandbox.errors import SlackError
from bot.sandbox.inputs import initial_values
from bot.sandbox.reading import readable
from bot.sandbox.state import Account, Json, View
from bot.sandbox.world import World


@dataclass
class Modals:
    """Keeps the stack of forms of each person, and what is published on their Home tab."""

    world: World

    def open(self, user: str, payload: Json, channel: str | None = None) -> View:
        view = self._new(user, payload, channel)
        view.root_id = view.id
        self.world.modals[user] = [view]
        self._note(view, "form opened")
        return view

    def push(self, user: str, payload: Json) -> View:
        stack = self.world.modals.get(user, [])
        if not stack:
            raise SlackError("not_found")
        if len(stack) >= limits.MODAL_STACK:
            raise SlackError("push_limit_reached")
        view = self._new(user, payload, stack[-1].channel)
        view.root_id, view.previous_id = stack[0].id, stack[-1].id
        stack.append(view)
        self._note(view, "form opened")
        return view

    def update(self, view: View, payload: Json) -> View:
        """Replace what a view shows; what was typed stays where its ids stay."""
        self._check_external_id(payload, view)
        view.payload = payload | {"blocks": wire.dress(self.world, payload["blocks"])}
        view.values = initial_values(view.blocks, view.values)
        view.errors = {}
        view.hash = self._hash()
        self._note(view, "home" if payload["type"] == "home" else "form updated")
        return view

    def publish(self, user: str, payload: Json) -> View:
        home = self.world.homes.get(user)
        if home is not None:
            return self.update(home, payload)
        view = self._new(user, payload, None)
        view.root_id = view.id
        self.world.homes[user] = view
        self._note(view, "home")
        return view

    def close_top(self, user: str) -> None:
        stack = self.world.modals.get(user, [])
        if stack:
            stack.pop()

    def clear(self, user: str) -> None:
        self.world.modals.pop(user, None)

    def find(self, view_id: str | None, external_id: str | None) -> View:
        for view in self.world.open_views():
            if view.id == view_id or (external_id and view.payload.get("external_id") == external_id):
                return view
        raise SlackError("not_found")

    def _new(self, user: str, payload: Json, channel: str | None) -> View:
        self._check_external_id(payload, None)
        dressed = payload | {"blocks": wire.dress(self.world, payload["blocks"])}
        values = initial_values(dressed["blocks"], {})
        team = self.world.account(user).team
        return View(self.world.stamps.id("V"), user, dressed, self._hash(), team, values, channel=channel)

    def _check_external_id(self, payload: Json, itself: View | None) -> None:
        external_id = payload.get("external_id")
        others = [view for view in self.world.open_views() if view is not itself]
        if external_id and any(view.payload.get("external_id") == external_id for view in others):
            raise SlackError("duplicate_external_id")

    def _hash(self) -> str:
        return f"{self.world.stamps.seconds()}.{self.world.stamps.number():08x}"

    def _note(self, view: View, kind: str) -> None:
        title = view.payload.get("title", {}).get("text", "Home")
        words = "\n".join([title, *readable(view.blocks)])
        place = "Home" if view.payload["type"] == "home" else "form"
        bot = self.world.bot.id
        self.world.note(bot, kind, words, place=place, subject=view, audience=[view.owner])


def view_wire(world: World, view: View) -> Json:
    """A view as Slack sends it, with the values it holds now."""
    payload = view.payload
    common: Json = {
        "id": view.id,
        "team_id": view.team.id,
        "type": payload["type"],
        "blocks": payload["blocks"],
        "private_metadata": payload.get("private_metadata", ""),
        "callback_id": payload.get("callback_id", ""),
        "state": {"values": view.values},
        "hash": view.hash,
        "title": payload.get("title", {"type": "plain_text", "text": "View Title", "emoji": True}),
        "clear_on_close": payload.get("clear_on_close", False),
        "notify_on_close": payload.get("notify_on_close", False),
        "close": payload.get("close"),
        "submit": payload.get("submit"),
        "previous_view_id": view.previous_id,
        "root_view_id": view.root_id,
        "app_id": world.app_id,
        "external_id": payload.get("external_id", ""),
        "app_installed_team_id": world.team.id,
        "bot_id": world.bot_id,
    }
    return common


def team_wire(account: Account) -> Json:
    team: Json = {"id": account.team.id, "domain": account.team.domain}
    if account.team.enterprise_id:
        team |= {"enterprise_id": account.team.enterprise_id, "enterprise_name": account.team.name}
    return team
