"""A person's own page in the app."""

import structlog
from slack_sdk.errors import SlackApiError

from bot import home
from handlers.turn import Turn
from handlers.views.home import home as home_view

log = structlog.get_logger(__name__)


async def publish(turn: Turn) -> None:
    """Show the page as it stands now. Slack tells of the Messages tab being opened in the same way."""
    if turn.body["event"].get("tab") == "home":
        await show(turn)
    await turn.ack()


async def show(turn: Turn) -> None:
    """Show the page anew. If Slack does not take it, the old one stays until it is opened again."""
    page = await turn.run(home.of, turn.user)
    try:
        await turn.client.views_publish(user_id=turn.user, view=home_view(turn.say, page).to_dict())
    except SlackApiError as error:
        log.warning("home_not_published", reason=error.response.get("error"))
