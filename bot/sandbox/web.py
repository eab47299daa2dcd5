"""The HTTP side: the Web API, response_urls, uploads, and the door to Socket Mode."""

from dataclasses import dataclass, field

from aiohttp import web

from bot.sandbox.errors import SlackError
from bot.sandbox.methods import METHODS, Method
from bot.sandbox.methods.arguments import read_arguments
from bot.sandbox.methods.places import missing_scope
from bot.sandbox.platform import Platform
from bot.sandbox.state import Call, Json
from bot.sandbox.trouble import Fault, Trouble

LARGEST_BODY = 16 * 1024 * 1024
# What these say about a call is a mistake in the app, not something that happens to it.
BUGS = frozenset({"unknown_method", "invalid_arguments", "not_allowed_token_type"})


@dataclass
class Web:
    """Serves the app on loopback, and logs every call."""

    slack: Platform
    trouble: Trouble
    bot_token: str
    app_token: str
    in_flight: int = 0
    _runner: web.AppRunner | None = field(default=None)

    async def start(self, port: int) -> None:
        """Listen on 127.0.0.1, on any free port if none is named."""
        app = web.Application(client_max_size=LARGEST_BODY)
        app.router.add_route("*", "/api/{method}", self._call)
        app.router.add_get("/link", self.slack.socket.connect)
        app.router.add_post("/response/{key}", self._respond)
        app.router.add_post("/upload/{file}", self._receive)
        app.router.add_get("/files/{file}/{name}", self._download)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.slack.world.address = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def _call(self, request: web.Request) -> web.Response:
        self.in_flight += 1
        try:
            name = request.match_info["method"]
            fault = self.trouble.next_fault(name) or Fault()
            if fault.held is not None:
                await fault.held.wait()
            response = await self._answer(request, name, fault)
            if fault.drop_answer and request.transport is not None:
                request.transport.abort()
            return response
        finally:
            self.in_flight -= 1

    async def _answer(self, request: web.Request, name: str, fault: Fault) -> web.Response:
        arguments: Json = {}
        try:
            arguments = await read_arguments(request)
            _check_fault(fault)
            method = self._allowed(request, name, arguments)
            answer, status, headers = {"ok": True, **method.run(self.slack, arguments)}, 200, {}
        except SlackError as refusal:
            answer, status = refusal.wire(), refusal.status
            headers = {"Retry-After": str(refusal.retry_after)} if refusal.retry_after else {}
            self._remember_bug(name, refusal)
        world = self.slack.world
        world.calls.append(Call(name, arguments, answer, status, world.stamps.at()))
        return web.json_response(answer, status=status, headers=headers)

    def _allowed(self, request: web.Request, name: str, arguments: Json) -> Method:
        method = METHODS.get(name)
        if method is None:
            raise SlackError("unknown_method", req_method=name)
        bearer = request.headers.get("Authorization", "").removeprefix("Bearer ")
        self._check_token(method, str(bearer or arguments.pop("token", "")))
        if method.scopes and not self.slack.world.scopes.intersection(method.scopes):
            raise missing_scope(self.slack.world, method.scopes[0])
        return method

    def _check_token(self, method: Method, token: str) -> None:
        if not token:
            raise SlackError("not_authed")
        if token not in {self.bot_token, self.app_token}:
            raise SlackError("invalid_auth")
        if token != (self.app_token if method.caller == "app" else self.bot_token):
            raise SlackError("not_allowed_token_type")
        if self.trouble.revoked and token == self.bot_token:
            raise SlackError(self.trouble.revoked)

    def _remember_bug(self, name: str, refusal: SlackError) -> None:
        noted = [(each.error, each.problems) for each in self.slack.world.refusals[-1:]]
        if refusal.error in BUGS and (refusal.error, refusal.problems) not in noted:
            self.slack.world.refuse(name, refusal.error, refusal.problems)

    async def _respond(self, request: web.Request) -> web.Response:
        try:
            self.slack.responses.use(request.match_info["key"], await request.json())
        except SlackError as refusal:
            return web.json_response(refusal.wire(), status=refusal.status)
        return web.Response(text="ok")

    async def _receive(self, request: web.Request) -> web.Response:
        upload = self.slack.world.uploads.get(request.match_info["file"])
        if upload is None or upload.received:
            raise web.HTTPNotFound
        upload.content = await _body(request)
        if len(upload.content) != upload.length:
            raise web.HTTPBadRequest(text=f"{upload.length} bytes were announced, {len(upload.content)} came")
        upload.received = True
        return web.Response(text=f"OK - {upload.length}")

    async def _download(self, request: web.Request) -> web.Response:
        upload = self.slack.world.uploads.get(request.match_info["file"])
        if upload is None or request.headers.get("Authorization") != f"Bearer {self.bot_token}":
            raise web.HTTPNotFound
        if "files:read" not in self.slack.world.scopes:
            raise web.HTTPForbidden
        return web.Response(body=upload.content, content_type="application/octet-stream")


def _check_fault(fault: Fault) -> None:
    if fault.error:
        raise SlackError(fault.error, status=fault.status, retry_after=fault.retry_after)


async def _body(request: web.Request) -> bytes:
    """The bytes themselves, or the first part of a multipart form."""
    if not request.content_type.startswith("multipart/"):
        return await request.read()
    reader = await request.multipart()
    part = await reader.next()
    return bytes(await part.read(decode=False)) if part is not None and hasattr(part, "read") else b""
