"""What an administrator can set, read once from ``LCAT_*`` and ``.env``; every mistake is told at once, in words."""

import base64
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dotenv import dotenv_values
from pydantic import AfterValidator, Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.synthesis.weights import KNOWN_MODEL, KNOWN_TOKENIZER
from bot.workshop.ladder import DEFAULT, Ladder, ladder_of
from bot.workshop.privacy import LocalPattern
from bot.workshop.tag import TagKind

PREFIX = "LCAT_"
ENV_FILE = Path(".env")
KEY_LENGTH = 32
ADDRESS = re.compile(r"https://[^\s/?#@]+")
NEARBY = re.compile(r"http://(127\.0\.0\.1|localhost)(:\d+)?")
"""For a try on one machine: what is sent there leaves it nowhere."""

MAILBOX = re.compile(r"[^@\s<>,]+@[^@\s<>,]+")
SHA256 = re.compile(r"[0-9a-f]{64}")
SIGNING_SECRET = re.compile(r"[A-Za-z0-9]{16,}")
REACTION = re.compile(r"[a-z0-9_+'-]+")
KEY_NAME = re.compile(r"[A-Za-z0-9]{1,20}")
"""Too short for a key, so that one given the wrong way round is never told back as a name."""

TAG_WORDS = {kind.value.removeprefix("open_"): kind for kind in TagKind}
NO_TAGS = "none"

ELSEWHERE = frozenset({"LCAT_TEST_POSTGRES"})
"""Names that belong to the tests."""


class SettingsError(Exception):
    """Everything that is wrong with the settings, a line each, with the name of the variable and what to do."""


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError("is not a time zone; use a name like Europe/London") from error
    return name


def _starting(prefix: str) -> AfterValidator:
    def check(secret: SecretStr) -> SecretStr:
        if not secret.get_secret_value().startswith(prefix):
            raise ValueError(f"has to begin with {prefix}")
        return secret

    return AfterValidator(check)


class Settings(BaseSettings):
    """One frozen object. Each description says what the variable is, and where its value comes from."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_ignore_empty=True,
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
    )

    slack_bot_token: Annotated[SecretStr, _starting("xoxb-")] = Field(
        description="the bot token (xoxb-...) from “OAuth & Permissions” of your Slack app"
    )
    slack_signing_secret: SecretStr | None = Field(
        default=None,
        description="the signing secret from “Basic Information”, where Slack is to reach us over HTTP",
    )
    slack_app_token: Annotated[SecretStr, _starting("xapp-")] | None = Field(
        default=None,
        validate_default=True,
        description="the app-level token (xapp-...) with connections:write, from “Basic Information”; "
        "for HTTP instead of Socket Mode set LCAT_SLACK_SIGNING_SECRET",
    )
    http_host: str = Field(
        default="127.0.0.1", description="where to listen for HTTP: 0.0.0.0 for every interface, in a container"
    )
    http_port: int = Field(default=3000, ge=1, le=65535, description="the port to listen on for HTTP")
    public_url: str = Field(
        default="",
        description="where people outside reach us over HTTP, like https://lcat.example.org, for LCAT_SMTP_HOST",
    )
    encryption_keys: Annotated[dict[str, SecretStr], NoDecode] = Field(
        description="keys that seal people's words, as name:key, newest first, with commas; “lcat key” makes one"
    )
    database_url: str = Field(
        default="sqlite:///lcat.sqlite3",
        repr=False,  # it may hold a password
        pattern=r"^(sqlite:///|postgresql(\+psycopg)?://).+",
        description="sqlite:///file or postgresql://user:password@host/name",
    )
    slack_api_url: str = Field(
        default="https://slack.com/api/",
        pattern=r"^https?://.+/$",
        description="where Slack's Web API is, ending in /; https://slack-gov.com/api/ for GovSlack",
    )
    time_zone: Annotated[str, AfterValidator(_known_zone)] = Field(
        default="Europe/London", description="for people whose time zone Slack does not tell"
    )
    nation: Literal["england", "wales", "scotland", "northern_ireland"] = Field(
        default="england", description="whose bank holidays are kept free of reminders"
    )
    packs: Annotated[tuple[Path, ...], NoDecode] = Field(
        default=(),
        description="folders with packs of your own, with commas; “lcat packs check” reads one",
    )
    ladder: Annotated[Ladder, NoDecode] = Field(
        default=ladder_of(DEFAULT),
        description="when an action is asked about, in days from its date, and who hears of it then: "
        f"like {DEFAULT}; each workshop can have its own",
    )
    local_patterns: Annotated[tuple[LocalPattern, ...], NoDecode] = Field(
        default=(), description="record numbers of your own to mask, as name=regular expression, a line each"
    )
    pictures: bool = Field(default=True, description="whether the weekly digest of a plan has a picture under it")
    kept_reaction: str = Field(
        default="",
        pattern=r"^[a-z0-9_+'-]*$",
        description="the name of a reaction, without colons, that the bot puts on each reply it has kept",
    )
    tags: Annotated[dict[str, TagKind], NoDecode] = Field(
        default="bulb=opportunity,gear=factor,star=strength,question=question",
        validate_default=True,
        description="reactions that suggest a tag, as name=opportunity, factor, strength or question, with commas; "
        "“none” for no reaction at all",
    )
    model: str = Field(
        default="",
        description="a language model that may propose lines of a summary where a workshop allows it, as "
        "provider:name, or its name at LCAT_MODEL_URL; none unless you set it",
    )
    model_url: str = Field(
        default="",
        repr=False,
        pattern=r"^(https?://.+)?$",
        description="an address that speaks as OpenAI's does: Azure, Ollama, vLLM and others",
    )
    model_key: SecretStr | None = Field(default=None, description="the key for LCAT_MODEL_URL, where it wants one")
    model_budget: int = Field(
        default=60_000, ge=10_000, le=1_000_000, description="how many tokens one draft may cost, in and out"
    )
    model_seconds: float = Field(default=90, ge=5, le=600, description="how long one draft may wait for the model")
    semantic: Path | None = Field(
        default=None,
        description="a folder with the weights of a small model, so that themes are found by meaning too; "
        "the bot never fetches them",
    )
    semantic_sha256: Annotated[tuple[str, str], NoDecode] = Field(
        default=(KNOWN_MODEL, KNOWN_TOKENIZER),
        description="the SHA-256 of model.onnx and of tokenizer.json in LCAT_SEMANTIC, with a comma, for another model "
        "than all-MiniLM-L6-v2",
    )
    smtp_host: str = Field(
        default="",
        description="the server that sends e-mail to action owners outside the workspace; if you want that",
    )
    smtp_port: int = Field(default=587, ge=1, le=65535, description="its port")
    smtp_tls: Literal["starttls", "tls", "none"] = Field(
        default="starttls", description="how it is spoken to: starttls, tls (mostly port 465), or none on one machine"
    )
    smtp_user: str = Field(default="", repr=False, description="the name to log in with, where it wants one")
    smtp_password: SecretStr | None = Field(
        default=None, validate_default=True, description="the password for LCAT_SMTP_USER"
    )
    smtp_sender: str = Field(
        default="", validate_default=True, description="the address that e-mail comes from, for LCAT_SMTP_HOST"
    )
    log_level: Literal["INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="DEBUG is not offered: Slack's own libraries would log people's words"
    )
    log_format: Literal["console", "json"] = Field(default="console", description="json for a log collector")
    tick_seconds: float = Field(
        default=2.0, ge=0.05, le=60, description="how often the bot looks for work that has become due"
    )
    spacing_seconds: float = Field(
        default=1.02, ge=0, le=60, description="rest between two messages in a channel; Slack takes about one a second"
    )

    @field_validator("slack_signing_secret")
    @classmethod
    def _looks_like_a_secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not SIGNING_SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("has to be letters and digits, 16 or more, and no token")
        return value

    @field_validator("slack_app_token")
    @classmethod
    def _one_way_in(cls, value: SecretStr | None, others: ValidationInfo) -> SecretStr | None:
        """Slack speaks to an app over sockets or over HTTP; which of the two says the one secret that is set."""
        if "slack_signing_secret" not in others.data:
            return value  # that one is told of already
        over_http = others.data["slack_signing_secret"] is not None
        if value is None and not over_http:
            raise PydanticCustomError("missing", "is needed")
        if value is not None and over_http:
            raise ValueError("cannot stand beside LCAT_SLACK_SIGNING_SECRET; keep the one whose way you use")
        return value

    @field_validator("public_url")
    @classmethod
    def _reached_from_outside(cls, value: str) -> str:
        address = value.rstrip("/")
        if address and not (ADDRESS.fullmatch(address) or NEARBY.fullmatch(address)):
            raise ValueError("has to look like https://lcat.example.org, without a path")
        return address

    @field_validator("smtp_host")
    @classmethod
    def _has_a_page(cls, value: str, others: ValidationInfo) -> str:
        """A mail holds a link, and what the link opens is served over HTTP."""
        if value and others.data.get("slack_signing_secret", value) is None:
            raise ValueError("needs HTTP instead of Socket Mode; set LCAT_SLACK_SIGNING_SECRET, or unset it")
        if value and others.data.get("public_url") == "":
            raise ValueError("needs LCAT_PUBLIC_URL, which its links begin with")
        return value

    @field_validator("smtp_password")
    @classmethod
    def _logs_in(cls, value: SecretStr | None, others: ValidationInfo) -> SecretStr | None:
        if bool(others.data.get("smtp_user")) != (value is not None):
            raise ValueError("belongs to LCAT_SMTP_USER; set both or neither")
        if value is not None and others.data.get("smtp_tls") == "none":
            raise ValueError("would go over the wire as it is; set LCAT_SMTP_TLS to starttls or tls")
        return value

    @field_validator("smtp_sender")
    @classmethod
    def _has_a_sender(cls, value: str, others: ValidationInfo) -> str:
        if value and not MAILBOX.fullmatch(value):
            raise ValueError("has to be an address, like lcat@example.org")
        if others.data.get("smtp_host") and not value:
            raise ValueError("is needed with LCAT_SMTP_HOST")
        return value

    @field_validator("encryption_keys", mode="before")
    @classmethod
    def _named(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        pairs = [each.partition(":") for each in value.split(",") if each.strip()]
        if not pairs or any(not KEY_NAME.fullmatch(name.strip()) or not key for name, _, key in pairs):
            raise ValueError("has to look like k1:KEY; “lcat key” makes one")
        names = [name.strip() for name, _, _ in pairs]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"two keys are called {name}; what the lost one sealed could never be read")
        return {name.strip(): key.strip() for name, _, key in pairs}

    @field_validator("encryption_keys")
    @classmethod
    def _long_enough(cls, value: dict[str, SecretStr]) -> dict[str, SecretStr]:
        for name, key in value.items():
            if len(_decoded(key)) != KEY_LENGTH:
                raise ValueError(f"key {name} has to be {KEY_LENGTH} bytes in base64; “lcat key” makes one")
        return value

    @field_validator("packs", mode="before")
    @classmethod
    def _folders(cls, value: object) -> object:
        return [each.strip() for each in value.split(",") if each.strip()] if isinstance(value, str) else value

    @field_validator("semantic_sha256", mode="before")
    @classmethod
    def _two_sums(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        sums = tuple(each.strip().lower() for each in value.split(","))
        if len(sums) != 2 or not all(SHA256.fullmatch(each) for each in sums):  # noqa: PLR2004 - of two files
            raise ValueError("has to be two sums of 64 letters and digits, with a comma")
        return sums

    @field_validator("local_patterns", mode="before")
    @classmethod
    def _patterns(cls, value: object) -> object:
        lines = [each.strip() for each in value.splitlines()] if isinstance(value, str) else []
        return tuple(_pattern(line) for line in lines if line) if isinstance(value, str) else value

    @field_validator("ladder", mode="before")
    @classmethod
    def _ladder(cls, value: object) -> object:
        return ladder_of(value) if isinstance(value, str) else value

    @field_validator("tags", mode="before")
    @classmethod
    def _tags(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        pairs = [each.partition("=") for each in value.split(",") if each.strip()]
        given = {} if value.strip() == NO_TAGS else {name.strip(): kind.strip() for name, _, kind in pairs}
        for name, kind in given.items():
            if not REACTION.fullmatch(name) or kind not in TAG_WORDS:
                raise ValueError("has to look like bulb=opportunity,star=strength, with names without colons")
        return {name: TAG_WORDS[kind] for name, kind in given.items()}

    @field_validator("tags")
    @classmethod
    def _not_the_sign(cls, value: dict[str, TagKind], info: ValidationInfo) -> dict[str, TagKind]:
        if info.data.get("kept_reaction") in value:
            raise ValueError("has the reaction of LCAT_KEPT_REACTION, which says something else")
        return value

    @property
    def key_ring(self) -> dict[str, bytes]:
        """The keys by name, newest first."""
        return {name: _decoded(key) for name, key in self.encryption_keys.items()}


def _pattern(line: str) -> LocalPattern:
    name, equals, regex = (part.strip() for part in line.partition("="))
    if not (name and equals and regex):
        raise ValueError("has to look like client number=C\\d{6}, a line each")
    pattern = LocalPattern(name, regex)
    try:
        pattern.pattern  # noqa: B018 - compiled now, so that a mistake is told now
    except re.error as error:
        raise ValueError(f"the pattern of {name} is no regular expression ({error})") from error
    for harmless in ("", "The school rang on Tuesday", "2026"):
        if pattern.pattern.search(harmless):
            raise ValueError(f"the pattern of {name} also finds “{harmless}”, and would mask what is no number")
    return pattern


def read(env_file: Path = ENV_FILE) -> Settings:
    """The settings from the environment and *env_file*. Raises ``SettingsError`` with everything that is wrong."""
    in_file, around = _lcat(dotenv_values(env_file)), _lcat(os.environ)
    # A variable that is set but empty says nothing, so it hides nothing that the file says.
    given = {**around, **in_file, **{name: value for name, value in around.items() if value}}
    known = {f"{PREFIX}{name}".upper() for name in Settings.model_fields}
    problems = [
        f"{name}: there is no such setting. Remove it, or check how it is spelt." for name in sorted(set(given) - known)
    ]
    try:
        settings = Settings.model_validate(_only(given, known))
    except ValidationError as error:
        problems += [_in_words(str(each["loc"][0]), str(each["type"]), str(each["msg"])) for each in error.errors()]
        raise SettingsError("\n".join(sorted(set(problems)))) from None
    if problems:
        raise SettingsError("\n".join(problems))
    return settings


def _only(given: Mapping[str, str], known: set[str]) -> dict[str, str]:
    return {name.removeprefix(PREFIX).lower(): value for name, value in given.items() if name in known and value}


def _lcat(values: Mapping[str, str | None]) -> dict[str, str]:
    upper = {name.upper(): value or "" for name, value in values.items()}
    return {name: value for name, value in upper.items() if name.startswith(PREFIX) and name not in ELSEWHERE}


def _in_words(field: str, kind: str, complaint: str) -> str:
    description = Settings.model_fields[field].description if field in Settings.model_fields else ""
    problem = {
        "missing": "is needed",
        "string_pattern_mismatch": "is not of the right form",
    }.get(kind, complaint.removeprefix("Value error, "))
    return f"{PREFIX}{field.upper()}: {problem}. It is {description}."


def new_key() -> str:
    """A fresh key in the form in which ``LCAT_ENCRYPTION_KEYS`` takes it."""
    return f"k1:{base64.urlsafe_b64encode(os.urandom(KEY_LENGTH)).decode()}"


def _decoded(key: SecretStr) -> bytes:
    try:
        return base64.b64decode(key.get_secret_value(), altchars=b"-_", validate=True)
    except ValueError:
        return b""
