"""A Bolt app that does nothing, served as ours is: what our bot is measured against."""

import asyncio
import sys

import uvicorn
import uvloop
from slack_bolt.adapter.asgi.async_handler import AsyncSlackRequestHandler
from slack_bolt.adapter.socket_mode.websockets import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient


def bare(signing_secret: str = "", api_url: str = "https://slack.com/api/") -> AsyncApp:
    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=None, team_id="T1", bot_user_id="U0", bot_id="B0", bot_token="xoxb-nothing"
        )

    app = AsyncApp(
        client=AsyncWebClient(base_url=api_url),
        authorize=authorize,
        process_before_response=True,
        signing_secret=signing_secret,
    )

    @app.event("message")
    async def nothing() -> None:
        return

    return app


def over_http(signing_secret: str, port: int) -> None:
    door = AsyncSlackRequestHandler(bare(signing_secret))
    uvicorn.run(door, port=port, loop="uvloop", http="httptools", lifespan="off", log_level="warning", access_log=False)


async def over_socket(api_url: str, app_token: str) -> None:
    await AsyncSocketModeHandler(bare(api_url=api_url), app_token).connect_async()  # type: ignore[no-untyped-call]
    await asyncio.Event().wait()


def main() -> None:
    """Over HTTP where there is a port, else over a socket."""
    first, second = sys.argv[1:]
    if second.isdecimal():
        over_http(first, int(second))
    else:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(over_socket(first, second))


if __name__ == "__main__":
    main()
