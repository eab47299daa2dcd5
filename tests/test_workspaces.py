"""Whose button, command or reply it is, wherever Slack names their workspace."""

from typing import Any

import pytest

from handlers.payloads import Workspace, is_from, reply

HOME, IN_AN_ORGANISATION = Workspace("T1"), Workspace("T1", "E1")
OURS, THEIRS, SISTERS = (
    {"team_id": "T1"},
    {"team_id": "T9", "enterprise_id": "E9"},
    {"team_id": "T2", "enterprise_id": "E1"},
)


def pressed(user: dict[str, str], team: str = "T1") -> dict[str, Any]:
    """A button or a form: Slack may name the workspace of the app beside the person, or theirs."""
    return {"type": "block_actions", "user": {"id": "U1", **user}, "team": {"id": team}}


def typed(who: dict[str, str]) -> dict[str, Any]:
    return {"command": "/case", "user_id": "U1", **who}


@pytest.mark.parametrize(
    "body",
    [pressed(OURS), pressed(OURS, team="T9"), typed(OURS), pressed({})],
    ids=["a button", "a button in a channel of others", "a command", "a button that does not say"],
)
def test_who_belongs_here_is_answered(body: dict[str, Any]) -> None:
    assert is_from(body, HOME)
    assert is_from(body, IN_AN_ORGANISATION)


@pytest.mark.parametrize(
    "body",
    [pressed(THEIRS), pressed(THEIRS, team="T9"), pressed({"team_id": "T9"}), typed(THEIRS)],
    ids=["a button", "a button that names their workspace", "of no organisation", "a command"],
)
def test_who_belongs_elsewhere_is_not(body: dict[str, Any]) -> None:
    assert not is_from(body, HOME)
    assert not is_from(body, IN_AN_ORGANISATION)


@pytest.mark.parametrize("body", [pressed(SISTERS), typed(SISTERS)], ids=["a button", "a command"])
def test_another_workspace_of_the_same_organisation_is_home_too(body: dict[str, Any]) -> None:
    assert is_from(body, IN_AN_ORGANISATION)
    assert not is_from(body, HOME)


@pytest.mark.parametrize("named", ["user_team", "team"])
def test_a_reply_is_from_where_its_author_is(named: str) -> None:
    said = {"type": "message", "channel": "C1", "ts": "2.0", "thread_ts": "1.0", "user": "U1", "text": "Hello."}
    theirs, ours = reply({**said, named: "T9"}, "T1"), reply({**said, named: "T1"}, "T1")

    assert theirs is not None
    assert theirs.from_elsewhere
    assert ours is not None
    assert not ours.from_elsewhere
