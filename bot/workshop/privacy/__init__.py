"""The identifier guard: what may not be kept about a person is found before it is stored."""

from bot.workshop.privacy.clean import CleanText as CleanText
from bot.workshop.privacy.clean import Decisions as Decisions
from bot.workshop.privacy.clean import IdentifierKept as IdentifierKept
from bot.workshop.privacy.clean import Keep as Keep
from bot.workshop.privacy.clean import NoReasonToKeep as NoReasonToKeep
from bot.workshop.privacy.clean import masked as masked
from bot.workshop.privacy.clean import settled as settled
from bot.workshop.privacy.find import Find as Find
from bot.workshop.privacy.find import Kind as Kind
from bot.workshop.privacy.find import Severity as Severity
from bot.workshop.privacy.find import tally as tally
from bot.workshop.privacy.guard import guard as guard
from bot.workshop.privacy.local import LocalPattern as LocalPattern
from bot.workshop.privacy.register import Alias as Alias
from bot.workshop.privacy.register import AliasRegister as AliasRegister
