"""The Web API methods the sandbox knows, what scope each needs, and who may call it."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.methods import apps, chat, conversations, files, history, marks, users, views
from bot.sandbox.platform import Platform
from bot.sandbox.state import Json


@dataclass(frozen=True)
class Method:
    """One method; `scopes` are alternatives, none means that no scope is needed."""

    run: Callable[[Platform, Json], Json]
    scopes: tuple[str, ...] = ()
    caller: str = "bot"


READ = ("channels:read", "groups:read", "im:read", "mpim:read")
HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")
MANAGE = ("channels:manage", "groups:write")
INVITE = (*MANAGE, "channels:write.invites", "groups:write.invites")
TOPIC = (*MANAGE, "channels:write.topic", "groups:write.topic")
OPEN = ("im:write", "mpim:write", *MANAGE)

METHODS = {
    "apps.connections.open": Method(apps.connections_open, caller="app"),
    "auth.test": Method(apps.auth_test),
    "bookmarks.add": Method(marks.bookmarks_add, ("bookmarks:write",)),
    "chat.delete": Method(chat.delete, ("chat:write",)),
    "chat.getPermalink": Method(chat.get_permalink),
    "chat.postEphemeral": Method(chat.post_ephemeral, ("chat:write",)),
    "chat.postMessage": Method(chat.post_message, ("chat:write",)),
    "chat.update": Method(chat.update, ("chat:write",)),
    "conversations.create": Method(conversations.create, MANAGE),
    "conversations.history": Method(history.history, HISTORY),
    "conversations.info": Method(conversations.info, READ),
    "conversations.invite": Method(conversations.invite, INVITE),
    "conversations.members": Method(conversations.members, READ),
    "conversations.open": Method(conversations.open_direct, OPEN),
    "conversations.replies": Method(history.replies, HISTORY),
    "conversations.setTopic": Method(conversations.set_topic, TOPIC),
    "files.completeUploadExternal": Method(files.complete_upload, ("files:write",)),
    "files.getUploadURLExternal": Method(files.get_upload_url, ("files:write",)),
    "pins.add": Method(marks.pins_add, ("pins:write",)),
    "pins.remove": Method(marks.pins_remove, ("pins:write",)),
    "reactions.add": Method(marks.reactions_add, ("reactions:write",)),
    "reactions.remove": Method(marks.reactions_remove, ("reactions:write",)),
    "users.conversations": Method(users.conversations, READ),
    "users.info": Method(users.info, ("users:read",)),
    "views.open": Method(views.open_view),
    "views.publish": Method(views.publish),
    "views.push": Method(views.push),
    "views.update": Method(views.update),
}
