"""The ids that channels have now, by those that they had."""

from sqlalchemy import select

from bot.workshop.ids import ChannelId
from storage.scope import Scope
from storage.tables import MovedChannelRow, table

moved = table(MovedChannelRow)


def current(scope: Scope, channel: ChannelId) -> ChannelId:
    """The id that the channel has now."""
    known = select(moved.c.channel).where(scope.of(moved), moved.c.former == channel)
    found = scope.execute(known).scalar_one_or_none()
    return ChannelId(found) if found else channel
