"""How often desks are brought up to date."""

from datetime import timedelta

from bot.desks import REST, rest_after

SLACK_TAKES_IN_A_MINUTE = 50


def test_a_few_desks_follow_every_few_seconds() -> None:
    assert rest_after(0) == rest_after(1) == rest_after(3) == REST


def test_many_desks_together_stay_within_what_slack_takes() -> None:
    for desks in (10, 20, 200):
        assert desks * (timedelta(minutes=1) / rest_after(desks)) <= SLACK_TAKES_IN_A_MINUTE
