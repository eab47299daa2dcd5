"""What can go wrong: Slack's refusals to the app, and what a person at the screen runs into."""

from collections.abc import Mapping
from typing import Any


class SlackError(Exception):
    """A Web API refusal, by Slack's own name for it."""

    def __init__(
        self,
        error: str,
        *,
        problems: tuple[str, ...] = (),
        status: int = 200,
        retry_after: int = 0,
        **more: Any,
    ) -> None:
        super().__init__(error)
        self.error = error
        self.problems = problems
        self.status = status
        self.retry_after = retry_after
        self.more = more

    def wire(self) -> dict[str, Any]:
        answer: dict[str, Any] = {"ok": False, "error": self.error, **self.more}
        if self.problems:
            answer["response_metadata"] = {"messages": [f"[ERROR] {each}" for each in self.problems]}
        return answer


class SandboxError(Exception):
    """Base of everything a story can run into."""


class NotPossible(SandboxError):
    """The person tried something that is not on their screen."""


class NotAMember(SandboxError):
    """The person tried to read what they cannot see."""


class NothingSays(SandboxError):
    """No such label or option; the message lists what there is."""


class FormRefused(SandboxError):
    """The form stays open; `errors` maps the visible labels to what is said about them."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{label}: {words}" for label, words in errors.items()))
        self.errors = dict(errors)


class OperationTimeout(SandboxError):
    """The app did not answer in time, so the person sees Slack's error instead (`operation_timeout`)."""


class AnswerRefused(SandboxError):
    """The app's answer to an interaction is not one that Slack would accept."""
