"""Channels to which Slack has given another id, and all that names a channel."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Table, exists, func, update

from bot.workshop.ids import ChannelId
from bot.workshop.session import Contribution
from storage.contributions import Contributions
from storage.moved import current, moved
from storage.scope import Scope
from storage.tables import CaseRow, LaneRow, LetterRow, MarkRow, PostRow, table
from storage.upsert import insert_or_replace

cases, marks = table(CaseRow), table(MarkRow)
letters, lanes, posts = table(LetterRow), table(LaneRow), table(PostRow)


class Channels:
    """Implements ``bot.work.Channels``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def now(self, channel: ChannelId) -> ChannelId:
        return current(self._scope, channel)

    def move(self, former: ChannelId, channel: ChannelId, now: datetime) -> None:
        earlier = update(moved).where(self._scope.of(moved), moved.c.channel == former)
        self._scope.execute(earlier.values(channel=channel))
        row = {"installation": self._scope.installation, "former": former, "channel": channel, "moved_at": now}
        insert_or_replace(self._scope.connection, moved, [row], ("installation", "former"))
        self._rename(cases, former, channel)

    def bring(self, former: ChannelId, channel: ChannelId) -> Sequence[Contribution]:
        self._rename(marks, former, channel, "ts", "user", "reaction")
        joined = Contributions(self._scope).bring(former, channel)
        self._rename(posts, former, channel)
        self._rename(letters, former, channel)
        self._rename_lane(former, channel)
        for each, column in ((letters, "detail"), (letters, "standing"), (letters, "under"), (posts, "standing")):
            names = each.c[column].contains(former, autoescape=True)
            renamed = func.replace(each.c[column], former, channel)
            self._scope.execute(update(each).where(self._scope.of(each), names).values({column: renamed}))
        return joined

    def _rename(self, each: Table, former: ChannelId, channel: ChannelId, *unique: str) -> None:
        """What stands under the new id already stays as it is, where only one of them can."""
        there = each.alias()
        same = [there.c[column] == each.c[column] for column in ("installation", *unique)]
        taken = exists().where(there.c.channel == channel, *same)
        these = self._scope.of(each), each.c.channel == former, *([~taken] if unique else [])
        self._scope.execute(update(each).where(*these).values(channel=channel))

    def _rename_lane(self, former: ChannelId, channel: ChannelId) -> None:
        there = lanes.alias()
        taken = exists().where(there.c.installation == lanes.c.installation, there.c.lane == channel)
        this = self._scope.of(lanes), lanes.c.lane == former, ~taken
        self._scope.execute(update(lanes).where(*this).values(lane=channel))
        theirs = self._scope.of(letters), letters.c.lane == former
        self._scope.execute(update(letters).where(*theirs).values(lane=channel))
