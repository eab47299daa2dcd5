"""A strict little Slack on loopback, for tests and for the demo; it knows nothing of the app."""

from bot.sandbox.errors import AnswerRefused as AnswerRefused
from bot.sandbox.errors import FormRefused as FormRefused
from bot.sandbox.errors import NotAMember as NotAMember
from bot.sandbox.errors import NothingSays as NothingSays
from bot.sandbox.errors import NotPossible as NotPossible
from bot.sandbox.errors import OperationTimeout as OperationTimeout
from bot.sandbox.errors import SandboxError as SandboxError
from bot.sandbox.forms import Form as Form
from bot.sandbox.journal import Entry as Entry
from bot.sandbox.people import Person as Person
from bot.sandbox.sandbox import Sandbox as Sandbox
from bot.sandbox.screen import Message as Message
from bot.sandbox.state import Channel as Channel
from bot.sandbox.state import Refusal as Refusal
