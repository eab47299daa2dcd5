"""The `lcat` command."""

import asyncio
import signal
from typing import Annotated

import typer
import uvloop

from bot import actions_cli, logs, manifest, packs_cli, settings
from bot.app import bring_up_to_date, running
from bot.settings import Settings
from bot.terminal import in_words, settings_in_words, stop

app = typer.Typer(
    help="Live case analysis in Slack: reflection, live sessions, summaries with their evidence, actions followed up.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
)
app.add_typer(packs_cli.app, name="packs")
app.command("actions")(actions_cli.actions)


@app.command()
def serve() -> None:
    """Bring the database up to date and run the bot until it is stopped."""
    chosen = settings_in_words()
    logs.configure(chosen.log_level, chosen.log_format)
    with in_words():
        bring_up_to_date(chosen)
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(_serve(chosen))


@app.command()
def migrate() -> None:
    """Bring the database up to date, and nothing else."""
    chosen = settings_in_words()
    with in_words():
        bring_up_to_date(chosen)
    typer.echo("The database is up to date.")


@app.command()
def key() -> None:
    """Print a new key for LCAT_ENCRYPTION_KEYS. Keep a copy where the database's backups are not."""
    typer.echo(settings.new_key())


@app.command("manifest")
def show_manifest(
    url: Annotated[str, typer.Option(help="Where Slack reaches the bot over HTTP, as https://lcat.example.org.")] = "",
) -> None:
    """Print the manifest from which the Slack app is made: for Socket Mode, or for HTTP with --url."""
    try:
        typer.echo(manifest.over_http(url) if url else manifest.text(), nl=False)
    except manifest.NoAddress as error:
        stop(str(error))


def main() -> None:
    app()


async def _serve(chosen: Settings) -> None:
    stop = asyncio.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(each, stop.set)
    async with running(chosen):
        await stop.wait()
