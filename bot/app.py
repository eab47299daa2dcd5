"""Where the parts become one bot: the only file that sees all of them."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Iterator
from contextlib import asynccontextmanager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import timedelta

import aiohttp
import structlog
from pydantic import SecretStr
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot import scheduler
from bot.assisting import Assisting
from bot.calendar import Hours, bank_holidays
from bot.clock import Clock, utc_now
from bot.desks import Desks
from bot.drafting import Drafter
from bot.gaps import Watch
from bot.gathering import Gathering
from bot.house import House
from bot.model import Model, is_installed
from bot.outbox import Mailer, Outbox
from bot.settings import Settings
from bot.signs import Signs
from bot.summaries import Drafting
from bot.synthesis.weights import Weights, WrongWeights
from bot.windows import Windows
from bot.workers import Workers
from bot.workshop.ids import InstallationId, UserId, installation_id
from handlers.dispatch import Reception, register
from handlers.http import CannotListen, Door, Listening
from handlers.mail import Server, SmtpMailer
from handlers.messenger import SlackMessenger
from handlers.outside import Outside
from handlers.pictures import Pictures
from handlers.socket import PING_SECONDS, Connection
from prompts import phrasings
from prompts.packs import Library, PackError
from prompts.words import words
from storage.database import Database
from storage.engines import CannotReach
from storage.links import Links
from storage.migrate import migrate
from storage.vault import CannotOpen, Vault

log = structlog.get_logger(__name__)

REQUEST_SECONDS = 10
"""Well under the lease of a letter, so that no answer comes after somebody else has taken the letter over."""


REFUSALS = {
    "invalid_auth": "Slack does not know {token}. Copy it again from your app's settings.",
    "account_inactive": "The app has been removed from the workspace, or {token} withdrawn. Install it again.",
    "token_revoked": "The app has been removed from the workspace, or {token} withdrawn. Install it again.",
    "missing_scope": "{token} lacks the scope connections:write. Make a new app-level token that has it.",
    "not_allowed_token_type": "{token} is a token of another kind. README.md says where to find each.",
}


class CannotStart(Exception):
    """Slack, the database or the keys do not let us begin. The message says why, in words for an administrator."""


@dataclass(frozen=True)
class Bot:
    """The running bot: connected to Slack, working on its store."""

    app: AsyncApp
    database: Database
    workers: Workers
    installation: InstallationId
    pictures: Pictures
    page: Outside | None


def bring_up_to_date(settings: Settings) -> None:
    """Migrate the database; safe to call from every replica at every start. Raises ``CannotStart``."""
    try:
        migrate(settings.database_url)
    except CannotReach as error:
        raise CannotStart(f"LCAT_DATABASE_URL: the database cannot be reached. {error}") from error


@contextmanager
def opened(settings: Settings, clock: Clock = utc_now) -> Iterator[Database]:
    """The database, without Slack: for what an administrator asks at the terminal. Raises ``CannotStart``."""
    bring_up_to_date(settings)
    with Database(settings.database_url, Vault(settings.key_ring), clock) as database:
        _check_keys(database)
        yield database


@asynccontextmanager
async def running(
    settings: Settings,
    clock: Clock = utc_now,
    *,
    ping_seconds: float = PING_SECONDS,
    drafting: Drafting | None = None,
) -> AsyncIterator[Bot]:
    """The bot, from connecting until everything it began is finished. The database must have been migrated.

    *ping_seconds* is how often a connection that was lost in silence is noticed. Without somebody else for *drafting*
    a process of its own does it.
    Raises ``CannotStart`` where Slack refuses a token, or a key is missing.
    """
    timeout = aiohttp.ClientTimeout(total=REQUEST_SECONDS)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        identity = await _identity(settings, session)
        house = _house(settings)
        with Database(settings.database_url, Vault(settings.key_ring), clock, house=house) as database:
            _check_keys(database)
            async with nullcontext(drafting) if drafting else _drafter(settings) as drafts:
                assisted = _assisted(settings, drafts)
                bot = await _assembled(settings, clock, session, identity, database, drafting=assisted)
                async with _at_work(settings, bot, ping_seconds):
                    yield bot


@asynccontextmanager
async def _drafter(settings: Settings) -> AsyncIterator[Drafting]:
    """What drafts in a process of its own, once something is said in a session."""
    drafter = Drafter(weights=_weights(settings))
    try:
        yield drafter
    finally:
        await drafter.stop()


def _weights(settings: Settings) -> Weights | None:
    """Raise ``CannotStart`` where they are not what was meant: the bot fetches nothing in their place."""
    if settings.semantic is None:
        return None
    found = Weights(settings.semantic, *settings.semantic_sha256)
    try:
        found.check()
    except WrongWeights as error:
        raise CannotStart(f"LCAT_SEMANTIC: {error}.") from None
    return found


def _assisted(settings: Settings, drafting: Drafting) -> Drafting:
    """With a language model beside it, where the administrator has named one."""
    if not settings.model:
        return drafting
    if not is_installed():
        raise CannotStart("LCAT_MODEL: what asks language models is not installed; install lcat[llm], or unset it.")
    key = settings.model_key.get_secret_value() if settings.model_key else ""
    model = Model(settings.model, settings.model_url, key, settings.model_budget, settings.model_seconds)
    return Assisting(drafting, model)


def _house(settings: Settings) -> House:
    """Raise ``CannotStart`` where a pack cannot be used: now, and not when somebody opens a case with it."""
    phrasings.get_ready()
    packs = Library(settings.packs)
    try:
        packs.all()
    except PackError as error:
        raise CannotStart(f"LCAT_PACKS: {error}") from None
    return House(
        hours=Hours(settings.time_zone, bank_holidays(settings.nation)),
        packs=packs,
        patterns=settings.local_patterns,
        tags=settings.tags,
        ladder=settings.ladder,
        model=settings.model,
        by_meaning=settings.semantic is not None,
        mail=bool(settings.smtp_host),
    )


def _check_keys(database: Database) -> None:
    """Find out now, and not when somebody wants to read, that a key is missing."""
    try:
        database.check_keys()
    except CannotOpen as error:
        raise CannotStart(f"LCAT_ENCRYPTION_KEYS does not open what this database holds: {error}.") from error


async def _assembled(
    settings: Settings,
    clock: Clock,
    session: aiohttp.ClientSession,
    identity: AuthorizeResult,
    database: Database,
    *,
    drafting: Drafting,
) -> Bot:
    team = identity.team_id or ""
    installation = installation_id(identity.enterprise_id, team)
    await database.install(
        installation,
        enterprise_id=identity.enterprise_id,
        team_id=team,
        bot_user_id=identity.bot_user_id or "",
        now=clock(),
    )
    me = UserId(identity.bot_user_id or "")
    pictures = Pictures(wanted=settings.pictures)
    client = _client(settings, session, identity.bot_token)
    messenger = SlackMessenger(client, words(), me, identity.url or "", pictures)
    links = Links(settings.key_ring)
    mailer = _mailer(settings, client, links, clock)
    outbox = Outbox(database, messenger, clock, timedelta(seconds=settings.spacing_seconds), mailer)
    desks = Desks(database, clock)
    signs = Signs(database, messenger, clock, settings.kept_reaction)
    windows = Windows(database, messenger, drafting)
    watch = Watch(database, installation, clock)
    workers = Workers(database, outbox, messenger, desks, signs, windows, drafting, watch, messenger)
    # Bolt gives each payload's client the token of its installation.
    reception = Reception(database, Gathering(database), words(), workers.heard, windows.want, workers.wake)
    app = _app(_client(settings, session), identity, reception, settings.slack_signing_secret)
    page = Outside(database, links, words(), workers.wake) if mailer else None
    return Bot(app, database, workers, installation, pictures, page)


def _mailer(settings: Settings, client: AsyncWebClient, links: Links, clock: Clock) -> Mailer | None:
    """What writes to owners outside, where the administrator has named a server for it."""
    if not settings.smtp_host:
        return None
    password = settings.smtp_password.get_secret_value() if settings.smtp_password else ""
    server = Server(
        host=settings.smtp_host,
        port=settings.smtp_port,
        encryption=settings.smtp_tls,
        sender=settings.smtp_sender,
        user=settings.smtp_user,
        password=password,
    )
    return SmtpMailer(server, settings.public_url, links, client, words(), clock)


@asynccontextmanager
async def _at_work(settings: Settings, bot: Bot, ping_seconds: float) -> AsyncIterator[None]:
    """Stop in the order that loses nothing: no new payloads, no new ticks, then the work in hand."""
    working = asyncio.create_task(bot.workers.work())
    ticks = scheduler.ticking(timedelta(seconds=settings.tick_seconds), bot.workers.wake, bot.workers.tidy)
    await bot.workers.catch_up()
    connection = _connection(settings, bot, ping_seconds)
    try:
        await _connect(settings, connection)
        bot.workers.watch.over(connection.link)
        bot.workers.wake()
        log.info("connected", installation=bot.installation)
        yield
    finally:
        await connection.close_async()
        ticks.shutdown(wait=False)
        await bot.workers.rest(working)
        await bot.pictures.rest()
        log.info("stopped")


def _connection(settings: Settings, bot: Bot, ping_seconds: float) -> Connection | Listening:
    """The way in that is set: sockets where there is an app-level token, else HTTP."""
    if settings.slack_app_token is not None:
        return Connection(bot.app, settings.slack_app_token.get_secret_value(), ping_seconds)
    return Listening(Door(bot.app, bot.database.reachable, bot.page), settings.http_host, settings.http_port)


async def _connect(settings: Settings, connection: Connection | Listening) -> None:
    try:
        await connection.connect_async()
    except CannotListen as error:
        where = f"LCAT_HTTP_HOST, LCAT_HTTP_PORT: cannot listen on {settings.http_host} port {settings.http_port}"
        raise CannotStart(f"{where} ({error}).") from None


def _client(settings: Settings, session: aiohttp.ClientSession, token: str | None = None) -> AsyncWebClient:
    return AsyncWebClient(
        token=token,
        base_url=settings.slack_api_url,
        timeout=REQUEST_SECONDS,
        session=session,
        # The default handler sends a request again after a lost connection, and so posts twice.
        retry_handlers=[],
    )


def _app(client: AsyncWebClient, identity: AuthorizeResult, reception: Reception, secret: SecretStr | None) -> AsyncApp:
    async def authorize() -> AuthorizeResult:
        return identity

    # Of its own accord each part of Bolt takes the root's level, and at INFO some write down what people said.
    quiet = logging.getLogger("slack_bolt")
    quiet.setLevel(max(quiet.level, logging.WARNING))
    # An answer goes out after its listener has committed; what fails is not acknowledged, and Slack sends it again.
    app = AsyncApp(
        name="lcat",
        logger=quiet,
        client=client,
        authorize=authorize,
        process_before_response=True,
        # What no listener of ours asks for need not be made for every payload.
        attaching_conversation_kwargs_enabled=False,
        attaching_function_token_enabled=False,
        signing_secret=secret.get_secret_value() if secret else "",
    )
    register(app, reception)
    return app


async def _identity(settings: Settings, session: aiohttp.ClientSession) -> AuthorizeResult:
    """Who we are in Slack, asked once. Each token is tried, so that a wrong one is told of now and not in a loop."""
    bot_token = settings.slack_bot_token.get_secret_value()
    client = _client(settings, session, bot_token)
    me = await _answer(settings, "LCAT_SLACK_BOT_TOKEN", client.auth_test())
    if settings.slack_app_token is not None:
        app_token = settings.slack_app_token.get_secret_value()
        await _answer(settings, "LCAT_SLACK_APP_TOKEN", client.apps_connections_open(app_token=app_token))
    return AuthorizeResult(
        enterprise_id=me.get("enterprise_id"),
        team_id=me.get("team_id"),
        url=me.get("url"),
        bot_id=me.get("bot_id"),
        bot_user_id=me.get("user_id"),
        bot_token=bot_token,
    )


async def _answer(settings: Settings, token: str, asked: Awaitable[AsyncSlackResponse]) -> AsyncSlackResponse:
    try:
        return await asked
    except SlackApiError as error:
        reason = str(error.response.get("error"))
        raise CannotStart(
            REFUSALS.get(reason, "Slack refused {token} ({reason}).").format(token=token, reason=reason)
        ) from None
    except (aiohttp.ClientError, OSError) as error:
        raise CannotStart(f"Slack cannot be reached at {settings.slack_api_url} ({type(error).__name__}).") from None
