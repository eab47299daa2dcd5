"""A case, its reference and its room."""

import pytest

from bot.workshop.case import Case, reference
from bot.workshop.ids import CaseId, ChannelId, InstallationId, installation_id
from tests.workshop.examples import FERN, NOON


def a_case() -> Case:
    return Case(CaseId(7), InstallationId("-/T1"), "LC-2026-0007", "Rowan", "Why support stopped.", FERN, NOON)


@pytest.mark.parametrize(
    ("year", "number", "expected"),
    [(2026, 1, "LC-2026-0001"), (2026, 9999, "LC-2026-9999"), (2027, 10000, "LC-2027-10000")],
)
def test_a_reference_counts_within_its_year(year: int, number: int, expected: str) -> None:
    assert reference(year, number) == expected


def test_the_name_of_the_channel_gives_away_nothing_but_the_reference() -> None:
    name = a_case().channel_name

    assert name == "lc-2026-0007"
    assert "rowan" not in name


def test_a_case_has_no_room_until_one_is_made_and_stays_the_same_case_in_it() -> None:
    opened = a_case()
    housed = opened.housed_in(ChannelId("C1"))

    assert opened.channel is None
    assert housed.channel == "C1"
    assert housed.housed_in(ChannelId("C2")).reference == opened.reference


def test_a_workspace_of_no_enterprise_is_told_from_the_same_team_in_one() -> None:
    assert installation_id(None, "T1") == "-/T1"
    assert installation_id("", "T1") == "-/T1"
    assert installation_id("E1", "T1") == "E1/T1"
