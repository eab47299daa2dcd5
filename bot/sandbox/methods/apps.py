"""Who am I, and where do I connect: auth.test and apps.connections.open."""

from bot.sandbox.platform import Platform
from bot.sandbox.state import Json


def auth_test(slack: Platform, _arguments: Json) -> Json:
    world = slack.world
    return {
        "url": f"https://{world.team.domain}.slack.example/",
        "team": world.team.name,
        "user": world.bot.handle,
        "team_id": world.team.id,
        "user_id": world.bot.id,
        "bot_id": world.bot_id,
        "enterprise_id": world.team.enterprise_id,
        "is_enterprise_install": False,
    }


def connections_open(slack: Platform, _arguments: Json) -> Json:
    address = slack.world.address.replace("http://", "ws://")
    return {"url": f"{address}/link?ticket={slack.socket.ticket()}&app_id={slack.world.app_id}"}
