"""A person's own page in the app."""

from bot import home
from handlers.turn import Turn
from handlers.views.home import home as home_view


async def publish(turn: Turn) -> None:
    """Show the page as it stands now. Slack tells of the Messages tab being opened in the same way."""
    if turn.body["event"].get("tab") == "home":
        await show(turn)
    await turn.ack()


async def show(turn: Turn) -> None:
    page = await turn.run(home.of, turn.user)
    await turn.client.views_publish(user_id=turn.user, view=home_view(turn.say, page).to_dict())
