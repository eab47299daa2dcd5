"""How messages, people and conversations look when Slack sends them."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.sandbox.state import Account, Channel, Json, Post, Upload
from bot.sandbox.world import World


def message(world: World, post: Post, *, with_metadata: bool = False) -> Json:
    if post.tombstone:
        return _tombstone(world, post)
    wire: Json = {
        "type": "message",
        "user": post.user,
        "ts": post.ts,
        "text": post.text,
        "team": post.team,
        "blocks": post.blocks or None,
        "subtype": post.subtype,
        "client_msg_id": post.client_id,
        "thread_ts": post.thread_ts,
        "edited": post.edited,
        "files": [upload.wire() for upload in post.files] or None,
        "metadata": post.metadata if with_metadata else None,
        **(post.bot or {}),
        **post.extra,
        **_thread(world, post),
    }
    if post.reactions:
        wire["reactions"] = [
            {"name": name, "users": list(users), "count": len(users)} for name, users in post.reactions.items()
        ]
    if post.files:
        wire |= {"upload": False, "display_as_bot": False}
    return {key: value for key, value in wire.items() if value is not None}


def _tombstone(world: World, post: Post) -> Json:
    return {
        "type": "message",
        "subtype": "tombstone",
        "user": "USLACKBOT",
        "text": "This message was deleted.",
        "hidden": True,
        "ts": post.ts,
        "thread_ts": post.ts,
        **_thread(world, post),
    }


def _thread(world: World, post: Post) -> Json:
    if post.is_reply:
        root = world.find_post(post.channel, post.root_ts)
        return {"parent_user_id": root.user} if root else {}
    replies = world.replies(post)
    if not replies:
        return {}
    writers = list(dict.fromkeys(reply.user for reply in replies))
    return {
        "thread_ts": post.ts,
        "reply_count": len(replies),
        "reply_users": writers,
        "reply_users_count": len(writers),
        "latest_reply": replies[-1].ts,
        "is_locked": False,
        "subscribed": False,
    }


def block_id(world: World) -> str:
    return f"b{world.stamps.number():04x}"


def user(account: Account) -> Json:
    """A user object; without `email`, because no scope for it is ever asked for."""
    offset = datetime.now(UTC).astimezone(ZoneInfo(account.timezone)).utcoffset()
    first, _, last = account.real_name.partition(" ")
    common: Json = {
        "id": account.id,
        "team_id": account.team.id,
        "name": account.handle,
        "deleted": account.deleted,
        "is_bot": account.is_bot,
        "is_app_user": False,
        "updated": account.updated,
        "profile": {
            "real_name": account.real_name,
            "real_name_normalized": account.real_name,
            "display_name": account.name,
            "display_name_normalized": account.name,
            "first_name": first,
            "last_name": last,
            "title": "",
            "phone": "",
            "status_text": "",
            "status_emoji": "",
            "team": account.team.id,
        },
    }
    if account.deleted:
        return common
    return common | {
        "real_name": account.real_name,
        "color": "9f69e7",
        "tz": account.timezone,
        "tz_label": account.timezone,
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "locale": account.locale,
        "is_admin": False,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": False,
        "is_ultra_restricted": False,
        "is_email_confirmed": True,
        "who_can_share_contact_card": "EVERYONE",
    }


def conversation(world: World, channel: Channel) -> Json:
    common: Json = {
        "id": channel.id,
        "created": channel.created,
        "is_archived": channel.archived,
        "is_im": channel.is_direct,
        "is_org_shared": channel.in_organisation,
        "context_team_id": world.team.id,
        "updated": channel.created * 1000,
    }
    if channel.is_direct:
        person = next((each for each in channel.members if each != world.bot.id), "")
        return common | {"user": person, "is_user_deleted": world.accounts[person].deleted}
    ends = [team.id for team in channel.shared_with]
    return common | {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": channel.kind == "channel",
        "is_group": False,
        "is_mpim": False,
        "is_private": channel.private,
        "is_general": False,
        "unlinked": 0,
        "creator": channel.creator,
        "is_member": world.bot_is_in(channel),
        "is_shared": bool(ends) or channel.in_organisation,
        "is_ext_shared": bool(ends),
        "is_pending_ext_shared": bool(channel.offered_to),
        "pending_shared": [team.id for team in channel.offered_to],
        "pending_connected_team_ids": [team.id for team in channel.offered_to],
        "shared_team_ids": [world.team.id, *ends],
        "connected_team_ids": ends,
        "topic": {"value": channel.topic, "creator": channel.creator, "last_set": channel.created},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "previous_names": [],
        "num_members": len(channel.members),
    }


def upload(world: World, name: str, content: bytes, owner: str) -> Upload:
    """A file that somebody has put into Slack, ready to be shared."""
    file = Upload(world.stamps.id("F"), name, name, owner, world.stamps.seconds(), len(content), content, received=True)
    file.url = f"{world.address}/files/{file.id}/{name}"
    world.uploads[file.id] = file
    return file


def dress(world: World, blocks: list[Json]) -> list[Json]:
    """The blocks with the ids that Slack adds where the app gave none."""
    return [{"block_id": block_id(world), **_with_action_ids(world, block)} for block in blocks]


def _with_action_ids(world: World, block: Json) -> Json:
    dressed: dict[str, Any] = dict(block)
    for place in ("element", "accessory"):
        if isinstance(dressed.get(place), dict):
            dressed[place] = _with_action_id(world, dressed[place])
    if block.get("type") in {"actions", "context_actions"}:
        dressed["elements"] = [_with_action_id(world, each) for each in block["elements"]]
    return dressed


def _with_action_id(world: World, element: Json) -> Json:
    return element if element.get("type") == "image" else {"action_id": block_id(world), **element}
