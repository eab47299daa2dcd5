"""Reactions that stand for a tag: kept by the message that they are on, as Slack's times order them."""

from dataclasses import dataclass

from bot import summaries
from bot.taggable import OPEN_TO_TAGS
from bot.work import Work
from bot.workshop.ids import ChannelId, MessageTs, UserId, WorkshopId
from bot.workshop.summary import Source, SourceKind
from bot.workshop.tag import Mark, Tagged, TagState


@dataclass(frozen=True)
class Reaction:
    """A reaction as Slack tells of it; ``there`` is false where it was taken away."""

    channel: ChannelId
    ts: MessageTs
    user: UserId
    name: str
    there: bool
    revision: MessageTs


def react(work: Work, reaction: Reaction) -> WorkshopId | None:
    """Keep a reaction that stands for a tag, whether or not its reply has reached us; gives the workshop it is in.

    Slack does not tell in which thread the message stands: what is no reply of ours never becomes a tag.
    """
    kind = work.house.tags.get(reaction.name)
    case = work.cases.in_channel(reaction.channel) if kind else None
    if kind is None or case is None:
        return None
    said = work.contributions.at(reaction.channel, reaction.ts)
    workshop = work.workshops.get(said.workshop) if said else work.workshops.on_case(case.id)
    gone = said is not None and said.words is None
    if gone or workshop.phase not in OPEN_TO_TAGS or not workshop.includes(reaction.user):
        return None
    settles = workshop.led_by(reaction.user)
    mark = Mark(
        workshop=workshop.id,
        channel=case.channel or reaction.channel,
        ts=reaction.ts,
        user=reaction.user,
        reaction=reaction.name,
        kind=kind,
        there=reaction.there,
        settles=settles,
        revision=reaction.revision,
    )
    if not work.tags.mark(mark):
        return None
    if settles and kind.says_it_all:
        summaries.tags_changed(work, workshop)
        if said is not None and mark.there:
            _decided_anew(work, mark, Source(SourceKind.CONTRIBUTION, said.id))
    return workshop.id


def _decided_anew(work: Work, mark: Mark, reply: Source) -> None:
    """What was left out before counts again once somebody puts the reaction there who may settle it."""
    for each in work.tags.of(mark.workshop):
        out = each.state is TagState.LEFT_OUT and each.at.timestamp() < float(mark.revision)
        if out and (each.source, each.what) == (reply, Tagged(mark.kind)):
            work.tags.drop(each.id)
