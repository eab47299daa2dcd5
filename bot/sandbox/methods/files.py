"""Files of the app, in the three steps Slack wants: ask for a place, send the bytes, share."""

from bot.sandbox import limits, wire
from bot.sandbox.errors import SlackError
from bot.sandbox.methods.arguments import required
from bot.sandbox.methods.places import thread_root, writable
from bot.sandbox.platform import Platform
from bot.sandbox.state import Json, Upload
from bot.sandbox.world import World


def get_upload_url(slack: Platform, arguments: Json) -> Json:
    name, length = required(arguments, "filename", "length")
    if len(str(arguments.get("alt_txt") or "")) > limits.FILE_ALT_TEXT:
        raise SlackError("alt_txt_too_large")
    upload = wire.upload(slack.world, name, b"", slack.world.bot.id)
    upload.received, upload.length = False, int(length)
    upload.alt = str(arguments.get("alt_txt") or "")
    return {"upload_url": f"{slack.world.address}/upload/{upload.id}", "file_id": upload.id}


def complete_upload(slack: Platform, arguments: Json) -> Json:
    world = slack.world
    uploads = [_complete(world, each) for each in arguments.get("files") or []]
    if not uploads:
        raise SlackError("invalid_arguments", problems=("missing required field: files",))
    place = arguments.get("channel_id") or arguments.get("channels")
    if place:
        channel = writable(world, str(place))
        root = thread_root(world, channel, arguments.get("thread_ts"))
        slack.messages.post(
            channel,
            world.bot.id,
            str(arguments.get("initial_comment") or ""),
            bot=world.bot_wire(),
            subtype="file_share",
            files=uploads,
            thread_ts=root.ts if root else None,
        )
    return {"files": [upload.wire() for upload in uploads]}


def _complete(world: World, named: Json) -> Upload:
    upload = world.uploads.get(str(named.get("id")))
    if upload is None or upload.complete:
        raise SlackError("file_not_found")
    if not upload.received:
        raise SlackError("file_upload_not_complete")
    upload.title = named.get("title") or upload.name
    upload.complete = True
    return upload
