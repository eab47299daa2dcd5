"""Settings: every mistake told at once, by the name of the variable, and no secret ever repeated."""

import base64
import os
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from bot.settings import Settings, SettingsError, new_key, read
from bot.workshop.tag import TagKind

KEY = base64.urlsafe_b64encode(bytes(range(32))).decode()
SECRET = "0123456789abcdef0123456789abcdef"
OTHER_KEY = base64.urlsafe_b64encode(bytes(range(32, 64))).decode()
RIGHT = {
    "LCAT_SLACK_BOT_TOKEN": "xoxb-1-hush",
    "LCAT_SLACK_APP_TOKEN": "xapp-1-hush",
    "LCAT_ENCRYPTION_KEYS": f"k1:{KEY}",
}


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment without settings of ours."""
    for name in list(os.environ):
        if name.upper().startswith("LCAT_"):
            monkeypatch.delenv(name)
    return monkeypatch


def given(environment: pytest.MonkeyPatch, **changes: str) -> None:
    for name, value in {**RIGHT, **changes}.items():
        environment.setenv(name, value)


def chosen(file: Path | None = None) -> Settings:
    return read(file or Path("/nowhere/.env"))


def complaints(file: Path | None = None) -> list[str]:
    with pytest.raises(SettingsError) as refused:
        chosen(file)
    assert refused.value.__cause__ is None
    return str(refused.value).splitlines()


def test_two_tokens_and_a_key_are_enough(environment: pytest.MonkeyPatch) -> None:
    given(environment)

    settings = chosen()

    assert settings.slack_bot_token.get_secret_value() == "xoxb-1-hush"
    assert settings.key_ring == {"k1": bytes(range(32))}
    assert settings.slack_api_url == "https://slack.com/api/"
    assert settings.database_url.startswith("sqlite:///")
    assert settings.time_zone == "Europe/London"


def test_a_signing_secret_stands_in_the_place_of_the_app_level_token(environment: pytest.MonkeyPatch) -> None:
    given(environment, LCAT_SLACK_SIGNING_SECRET=SECRET, LCAT_SLACK_APP_TOKEN="")

    settings = chosen()

    assert settings.slack_app_token is None
    assert (settings.http_host, settings.http_port) == ("127.0.0.1", 3000)


def test_both_ways_at_once_are_a_mistake(environment: pytest.MonkeyPatch) -> None:
    given(environment, LCAT_SLACK_SIGNING_SECRET=SECRET)

    [told] = complaints()

    assert told.startswith("LCAT_SLACK_APP_TOKEN: cannot stand beside LCAT_SLACK_SIGNING_SECRET")
    assert SECRET not in told


@pytest.mark.parametrize("wrong", ["xapp-1-hush-hush-hush", "short"])
def test_a_signing_secret_that_is_none_is_told_of_alone(environment: pytest.MonkeyPatch, wrong: str) -> None:
    given(environment, LCAT_SLACK_SIGNING_SECRET=wrong, LCAT_SLACK_APP_TOKEN="")

    [told] = complaints()

    assert told.startswith("LCAT_SLACK_SIGNING_SECRET: has to be letters and digits")
    assert wrong not in told


def test_reactions_that_stand_for_tags_have_names_that_can_be_changed_or_none(
    environment: pytest.MonkeyPatch,
) -> None:
    given(environment)
    assert chosen().tags == {
        "bulb": TagKind.OPPORTUNITY,
        "gear": TagKind.FACTOR,
        "star": TagKind.STRENGTH,
        "question": TagKind.OPEN_QUESTION,
    }
    given(environment, LCAT_TAGS="heart = strength, +1=question,")
    assert chosen().tags == {"heart": TagKind.STRENGTH, "+1": TagKind.OPEN_QUESTION}
    given(environment, LCAT_TAGS="none")
    assert chosen().tags == {}


@pytest.mark.parametrize("wrong", ["bulb", "bulb=idea", ":bulb:=strength", "=strength"])
def test_a_reaction_that_stands_for_nothing_is_a_mistake(environment: pytest.MonkeyPatch, wrong: str) -> None:
    given(environment, LCAT_TAGS=wrong)

    [complaint] = complaints()
    assert complaint.startswith("LCAT_TAGS: has to look like bulb=opportunity,star=strength")


def test_the_sign_on_what_is_kept_cannot_be_a_tag_too(environment: pytest.MonkeyPatch) -> None:
    given(environment, LCAT_KEPT_REACTION="star")

    [complaint] = complaints()
    assert "has the reaction of LCAT_KEPT_REACTION" in complaint


def test_settings_do_not_change_once_read(environment: pytest.MonkeyPatch) -> None:
    given(environment)
    settings = chosen()

    with pytest.raises(ValidationError):
        settings.nation = "wales"


@pytest.mark.usefixtures("environment")
def test_somebody_who_has_set_nothing_is_told_all_that_is_needed_and_where_to_find_it() -> None:
    told = complaints()

    assert [line.partition(":")[0] for line in told] == sorted(RIGHT)
    assert all("is needed" in line for line in told)
    assert "OAuth & Permissions" in "\n".join(told)
    assert "lcat key" in "\n".join(told)


def test_every_mistake_is_told_at_once_with_the_name_of_its_variable(environment: pytest.MonkeyPatch) -> None:
    wrong = {
        "LCAT_SLACK_BOT_TOKEN": "xoxp-1",
        "LCAT_SLACK_APP_TOKEN": "xoxb-1",
        "LCAT_ENCRYPTION_KEYS": "short",
        "LCAT_DATABASE_URL": "mysql://db",
        "LCAT_SLACK_API_URL": "https://slack.com/api",
        "LCAT_TIME_ZONE": "Cardiff",
        "LCAT_NATION": "cornwall",
        "LCAT_LOG_LEVEL": "DEBUG",
        "LCAT_LOG_FORMAT": "xml",
        "LCAT_TICK_SECONDS": "often",
        "LCAT_SPACING_SECONDS": "-1",
        "LCAT_SLACK_BOT_TOKE": "xoxb-1",
    }
    given(environment, **wrong)

    told = complaints()

    assert [line.partition(":")[0] for line in told] == sorted(wrong)
    assert all(len(line.split()) > 5 for line in told)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("LCAT_SLACK_BOT_TOKEN", "xoxp-1", "has to begin with xoxb-"),
        ("LCAT_SLACK_BOT_TOKEN", "", "is needed"),
        ("LCAT_SLACK_APP_TOKEN", "xoxb-1", "has to begin with xapp-"),
        ("LCAT_ENCRYPTION_KEYS", "k1", "has to look like k1:KEY"),
        ("LCAT_ENCRYPTION_KEYS", ",", "has to look like k1:KEY"),
        ("LCAT_ENCRYPTION_KEYS", "k1:c2hvcnQ=", "key k1 has to be 32 bytes"),
        ("LCAT_ENCRYPTION_KEYS", "k1:not base64!", "key k1 has to be 32 bytes"),
        ("LCAT_ENCRYPTION_KEYS", f"k1:{KEY},k1:{OTHER_KEY}", "two keys are called k1"),
        ("LCAT_DATABASE_URL", "lcat.sqlite3", "is not of the right form"),
        ("LCAT_TIME_ZONE", "GMT+1", "is not a time zone"),
        ("LCAT_TIME_ZONE", "../etc/passwd", "is not a time zone"),
        ("LCAT_NATION", "uk", "'wales'"),
        ("LCAT_TICK_SECONDS", "0", "greater than or equal to 0.05"),
    ],
)
def test_a_mistake_says_what_is_wrong_and_what_would_be_right(
    environment: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    given(environment, **{name: value})

    [complaint] = complaints()

    assert complaint.startswith(f"{name}: ")
    assert told in complaint
    assert complaint.endswith(".")


def test_a_name_that_is_misspelt_is_told_of_even_when_nothing_else_is_wrong(environment: pytest.MonkeyPatch) -> None:
    given(environment, LCAT_TIMEZONE="Europe/London", LCAT_DB="x")

    assert complaints() == [
        "LCAT_DB: there is no such setting. Remove it, or check how it is spelt.",
        "LCAT_TIMEZONE: there is no such setting. Remove it, or check how it is spelt.",
    ]


def test_names_of_other_programs_are_none_of_our_business(environment: pytest.MonkeyPatch) -> None:
    given(environment, NATION="cornwall", SLACK_BOT_TOKEN="xoxp", LCAT_TEST_POSTGRES="/usr/lib")

    assert chosen().nation == "england"


def test_a_file_may_hold_the_settings_and_the_environment_wins(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / ".env"
    lines = [f"{name}={value}" for name, value in RIGHT.items()]
    file.write_text("\n".join([*lines, "LCAT_NATION=wales", "LCAT_TIME_ZONE=Europe/Paris", "OTHER=1"]), "utf-8")
    environment.setenv("LCAT_NATION", "scotland")

    settings = chosen(file)

    assert settings.nation == "scotland"
    assert settings.time_zone == "Europe/Paris"


def test_a_variable_left_empty_does_not_hide_what_the_file_says(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / ".env"
    file.write_text("LCAT_NATION=wales\nLCAT_LOG_FORMAT=\n", encoding="utf-8")
    given(environment, LCAT_NATION="")

    assert chosen(file).nation == "wales"
    assert chosen(file).log_format == "console"


def test_mistakes_in_the_file_and_in_the_environment_are_told_together(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / ".env"
    file.write_text("LCAT_NATION=cornwall\nLCAT_WHAT=1\n", encoding="utf-8")
    given(environment, LCAT_TIME_ZONE="Cardiff")

    assert [line.partition(":")[0] for line in complaints(file)] == ["LCAT_NATION", "LCAT_TIME_ZONE", "LCAT_WHAT"]


def test_the_newest_key_comes_first_and_older_ones_still_open_what_they_sealed(
    environment: pytest.MonkeyPatch,
) -> None:
    given(environment, LCAT_ENCRYPTION_KEYS=f" k2 : {OTHER_KEY} ,k1:{KEY},")

    ring = chosen().key_ring

    assert list(ring) == ["k2", "k1"]
    assert ring["k2"] == bytes(range(32, 64))


def test_a_new_key_can_be_used_as_it_is_and_is_new_each_time(environment: pytest.MonkeyPatch) -> None:
    key = new_key()
    given(environment, LCAT_ENCRYPTION_KEYS=key)

    assert len(chosen().key_ring["k1"]) == 32
    assert new_key() != key


def test_printing_the_settings_prints_no_secret(environment: pytest.MonkeyPatch) -> None:
    given(environment, LCAT_DATABASE_URL="postgresql://lcat:hush@db.example/lcat")
    settings = chosen()

    for shown in (repr(settings), str(settings), f"{settings}", repr(settings.encryption_keys)):
        assert "hush" not in shown
        assert KEY not in shown
        assert str(bytes(range(32))) not in shown


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LCAT_SLACK_BOT_TOKEN", "hush-token"),
        ("LCAT_SLACK_APP_TOKEN", "hush-token"),
        ("LCAT_ENCRYPTION_KEYS", "hush"),
        ("LCAT_ENCRYPTION_KEYS", f"k1:hush{KEY}"),
        ("LCAT_ENCRYPTION_KEYS", f"hush{KEY.rstrip('=')}:k1"),
        ("LCAT_ENCRYPTION_KEYS", f"hush{KEY}"),
        ("LCAT_DATABASE_URL", "postgres://lcat:hush@db/lcat"),
        ("LCAT_SLACK_BOT_TOKENS", "xoxb-hush"),
    ],
)
def test_what_is_wrong_is_told_without_repeating_it(environment: pytest.MonkeyPatch, name: str, value: str) -> None:
    given(environment, **{name: value})

    with pytest.raises(SettingsError) as refused:
        chosen()

    assert name in str(refused.value)
    assert "hush" not in f"{refused.value!s} {refused.value!r}"
    assert KEY.rstrip("=") not in str(refused.value)


def test_every_setting_is_described_for_whoever_has_to_set_it() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []
    assert all(
        field.annotation is SecretStr or "SecretStr" in str(field.annotation)
        for name, field in Settings.model_fields.items()
        if "token" in name or "key" in name
    )


def test_weights_of_ones_own_come_with_what_they_have_to_be(environment: pytest.MonkeyPatch) -> None:
    model, tokenizer = "0A" * 32, "b1" * 32
    given(environment, LCAT_SEMANTIC="/srv/minilm", LCAT_SEMANTIC_SHA256=f"{model}, {tokenizer}")

    settings = chosen()

    assert settings.semantic == Path("/srv/minilm")
    assert settings.semantic_sha256 == (model.lower(), tokenizer)


@pytest.mark.parametrize("wrong", ["b1" * 32, f"{'b1' * 32},hush", ",".join(["b1" * 32] * 3)])
def test_sums_that_are_none_are_told_of(environment: pytest.MonkeyPatch, wrong: str) -> None:
    given(environment, LCAT_SEMANTIC_SHA256=wrong)

    [told] = complaints()

    assert told.startswith("LCAT_SEMANTIC_SHA256: has to be two sums of 64 letters and digits, with a comma.")


def test_packs_and_record_numbers_of_ones_own_are_taken_as_they_are_written(environment: pytest.MonkeyPatch) -> None:
    given(environment, LCAT_PACKS="ours, /srv/packs", LCAT_LOCAL_PATTERNS="client number=C\\d{6}\n\ncrime = K/\\d+/26")

    settings = chosen()

    assert settings.packs == (Path("ours"), Path("/srv/packs"))
    assert [(each.name, each.regex) for each in settings.local_patterns] == [
        ("client number", r"C\d{6}"),
        ("crime", r"K/\d+/26"),
    ]


@pytest.mark.parametrize(
    ("pattern", "what"),
    [
        (r"C\d{6}", "look like"),
        ("client number=C(", "no regular expression"),
        ("anything=.*", "would mask"),
        (r"year=\d{4}", "would mask"),
    ],
)
def test_a_pattern_that_cannot_be_meant_is_told(environment: pytest.MonkeyPatch, pattern: str, what: str) -> None:
    given(environment, LCAT_LOCAL_PATTERNS=pattern)

    [complaint] = complaints()

    assert complaint.startswith("LCAT_LOCAL_PATTERNS: ")
    assert what in complaint


MAIL = {
    "LCAT_SLACK_SIGNING_SECRET": SECRET,
    "LCAT_SLACK_APP_TOKEN": "",
    "LCAT_PUBLIC_URL": "https://lcat.example.org/",
    "LCAT_SMTP_HOST": "smtp.example.org",
    "LCAT_SMTP_SENDER": "lcat@example.org",
}


def test_a_mail_server_needs_no_more_than_a_sender_and_an_address_for_links(environment: pytest.MonkeyPatch) -> None:
    given(environment, **MAIL)

    settings = chosen()

    assert (settings.smtp_port, settings.smtp_tls) == (587, "starttls")
    assert settings.public_url == "https://lcat.example.org"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"LCAT_SLACK_SIGNING_SECRET": "", "LCAT_SLACK_APP_TOKEN": "xapp-1-hush"}, "LCAT_SMTP_HOST: needs HTTP"),
        ({"LCAT_PUBLIC_URL": ""}, "LCAT_SMTP_HOST: needs LCAT_PUBLIC_URL"),
        ({"LCAT_PUBLIC_URL": "http://lcat.example.org"}, "LCAT_PUBLIC_URL: has to look like https://"),
        ({"LCAT_PUBLIC_URL": "https://lcat.example.org/slack/events"}, "LCAT_PUBLIC_URL: has to look like https://"),
        ({"LCAT_SMTP_SENDER": ""}, "LCAT_SMTP_SENDER: is needed"),
        ({"LCAT_SMTP_SENDER": "the bot"}, "LCAT_SMTP_SENDER: has to be an address"),
        ({"LCAT_SMTP_USER": "lcat"}, "LCAT_SMTP_PASSWORD: belongs to LCAT_SMTP_USER"),
        ({"LCAT_SMTP_PASSWORD": "hush"}, "LCAT_SMTP_PASSWORD: belongs to LCAT_SMTP_USER"),
        (
            {"LCAT_SMTP_USER": "lcat", "LCAT_SMTP_PASSWORD": "hush", "LCAT_SMTP_TLS": "none"},
            "LCAT_SMTP_PASSWORD: would go over the wire as it is",
        ),
    ],
)
def test_what_a_mail_server_lacks_is_told(environment: pytest.MonkeyPatch, changes: dict[str, str], told: str) -> None:
    given(environment, **MAIL | changes)

    [complaint] = complaints()

    assert complaint.startswith(told)
    assert "hush" not in complaint
