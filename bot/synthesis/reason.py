"""Why a line is refused, and what was. Neither names any words."""

from dataclasses import dataclass
from enum import StrEnum

from bot.synthesis.draft import Heading


class Reason(StrEnum):
    """Why a line is refused."""

    NO_EVIDENCE = "no_evidence"
    UNKNOWN_EVIDENCE = "unknown_evidence"  # made up, private, about a risk, or pointing to its author
    NOT_VERBATIM = "not_verbatim"  # altered, cut inside a sentence, or put together from two
    WRONG_SPEAKER = "wrong_speaker"
    WRONG_NUMBER = "wrong_number"  # not reckoned by code, or of fewer than k people
    NAMES_A_PERSON = "names_a_person"
    HIDDEN_AGENCY = "hidden_agency"  # an agency that its evidence does not name
    POINTS_TO_AUTHOR = "points_to_author"  # beside unattributed words
    NEGATED = "negated"  # says that something was where its evidence says that it was not, or the other way round
    MARKUP = "markup"  # links, mentions and the like
    UNKNOWN_NAME = "unknown_name"  # no such factor or service


@dataclass(frozen=True)
class Refused:
    """A line that was not let through."""

    heading: Heading
    key: str
    reasons: tuple[Reason, ...]
