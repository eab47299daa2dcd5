"""A model on this machine that speaks as OpenAI's does, and answers what a test has it answer."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

Words = list[dict[str, Any]]
Answer = Callable[[Words], object]


@dataclass
class Stub:
    """``answer`` is given the words that it was sent; what it gives back goes out as the model's answer."""

    answer: Answer
    address: str = ""
    heard: list[dict[str, Any]] = field(default_factory=list)
    status: int = 200
    silent: asyncio.Event | None = None

    @property
    def given(self) -> Words:
        said = next(each for each in self.heard[-1]["messages"] if each["role"] == "user")
        words: Words = json.loads(said["content"])["words"]
        return words

    async def _complete(self, request: web.Request) -> web.Response:
        self.heard.append(await request.json())
        if self.silent is not None:
            await self.silent.wait()
        if self.status != 200:
            return web.json_response({"error": {"message": "no"}}, status=self.status)
        answer = self.answer(self.given)
        message: dict[str, Any] = {"role": "assistant", "content": None}
        if isinstance(answer, str):
            message["content"] = answer
        else:
            tool = self.heard[-1]["tools"][0]["function"]["name"]
            call = {"name": tool, "arguments": json.dumps(answer)}
            message["tool_calls"] = [{"id": "call_1", "type": "function", "function": call}]
        return web.json_response(
            {
                "id": "1",
                "object": "chat.completion",
                "created": 1,
                "model": "stub",
                "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
                "usage": {"prompt_tokens": 100, "completion_tokens": 50, "total_tokens": 150},
            }
        )


@asynccontextmanager
async def stub(answer: Answer) -> AsyncIterator[Stub]:
    served = Stub(answer)
    app = web.Application()
    app.router.add_post("/v1/chat/completions", served._complete)  # noqa: SLF001 - its own part
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    served.address = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
    try:
        yield served
    finally:
        if served.silent is not None:
            served.silent.set()
        await runner.cleanup()
