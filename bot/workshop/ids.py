"""Names for the ids that travel between the layers, so that one is never passed for another."""

from typing import NewType

InstallationId = NewType("InstallationId", str)
"""``<enterprise>/<team>``, with ``-`` where a workspace belongs to no enterprise."""

UserId = NewType("UserId", str)
ChannelId = NewType("ChannelId", str)
MessageTs = NewType("MessageTs", str)
"""Slack's message time: ``seconds.counter``, unique and ordered within a channel."""

CaseId = NewType("CaseId", int)
WorkshopId = NewType("WorkshopId", int)
StageId = NewType("StageId", int)
AnswerId = NewType("AnswerId", int)
ContributionId = NewType("ContributionId", int)
SummaryId = NewType("SummaryId", int)
FindingId = NewType("FindingId", int)
DecisionId = NewType("DecisionId", int)
ActionId = NewType("ActionId", int)
LetterId = NewType("LetterId", int)
RiskId = NewType("RiskId", int)
TagId = NewType("TagId", int)
AliasId = NewType("AliasId", int)
GapId = NewType("GapId", int)


def installation_id(enterprise: str | None, team: str) -> InstallationId:
    return InstallationId(f"{enterprise or '-'}/{team}")


def team_of(installation: InstallationId) -> str:
    """The workspace that has installed the app."""
    return installation.rpartition("/")[2]
