"""Every id that travels through Slack and back, once: callback ids, action ids, block ids."""

from dataclasses import dataclass
from typing import Final

from bot.workshop.ids import ChannelId, MessageTs, WorkshopId
from bot.workshop.reflection import Round
from bot.workshop.session import Place
from bot.workshop.summary import Source, SourceKind
from bot.workshop.tag import Tagged, TagKind

CASE_OPEN: Final = "case:open"
CASE_SKETCH: Final = "case:sketch"
CASE_SAFETY: Final = "case:safety"
CASE_LADDER: Final = "case:ladder"
CASE_PEOPLE: Final = "case:people"
CASE_AGAIN: Final = "case:again"
CASE_INVITE: Final = "case:invite"
CASE_TAKE_OVER: Final = "case:take_over"
CASE_CLOSE: Final = "case:close"

REFLECTION_OPEN: Final = "reflection:open"
REFLECTION_SNOOZE: Final = "reflection:snooze"
REFLECTION_DECLINE: Final = "reflection:decline"
REFLECTION_NOTICE: Final = "reflection:notice"
REFLECTION_STEP: Final = "reflection:step"
REFLECTION_BACK: Final = "reflection:back"
REFLECTION_LEAVE: Final = "reflection:leave"
REFLECTION_EDIT: Final = "reflection:edit"
REFLECTION_REVIEW: Final = "reflection:review"
REFLECTION_WITHDRAW: Final = "reflection:withdraw"

ANSWERS_READ: Final = "answers:read"
ANSWERS_CHOOSE: Final = "answers:choose"
ANSWERS_BACK: Final = "answers:back"
ANSWERS_MORE: Final = "answers:more"
ANSWERS_VIEW: Final = "answers:view"

ALIASES_OPEN: Final = "aliases:open"
ALIAS_FORM: Final = "alias:form"
ALIAS_DROP: Final = "alias:drop"

EARLIER_OPEN: Final = "earlier:open"
EARLIER_BACK: Final = "earlier:back"
EARLIER_MORE: Final = "earlier:more"
EARLIER_VIEW: Final = "earlier:view"

BRIEF_OPEN: Final = "brief:open"
BRIEF_BACK: Final = "brief:back"
BRIEF_MORE: Final = "brief:more"
BRIEF_BEHIND: Final = "brief:behind"
BRIEF_VIEW: Final = "brief:view"
BRIEF_BEHIND_VIEW: Final = "brief:behind_view"
AGENDA_OPEN: Final = "agenda:open"
AGENDA_FORM: Final = "agenda:form"
AGENDA_SKIP: Final = "agenda:skip"
AGENDA_EARLIER: Final = "agenda:earlier"
AGENDA_TIME: Final = "agenda:time"
AGENDA_WORDING: Final = "agenda:wording"
VOICES_OPEN: Final = "voices:open"

SO_FAR_OPEN: Final = "so_far:open"
SO_FAR_BACK: Final = "so_far:back"
SO_FAR_MORE: Final = "so_far:more"
SO_FAR_VIEW: Final = "so_far:view"

LEARNING_OPEN: Final = "learning:open"
LEARNING_COPY: Final = "learning:copy"

PULSE_SEE: Final = "pulse:see"
PULSE_VIEW: Final = "pulse:view"

SESSION_START: Final = "session:start"
SESSION_NEXT: Final = "session:next"
SESSION_LONGER: Final = "session:longer"
SESSION_PAUSE: Final = "session:pause"
SESSION_RESUME: Final = "session:resume"
SESSION_CLOSE: Final = "session:close"

ROOM_FORM: Final = "room:form"

SILENT_BEGIN: Final = "silent:begin"
SILENT_REVEAL: Final = "silent:reveal"
SILENT_WRITE: Final = "silent:write"
SILENT_NOTICE: Final = "silent:notice"
SILENT_FORM: Final = "silent:form"
SILENT_KEPT: Final = "silent:kept"
UNREVEALED_FORM: Final = "silent:unrevealed_form"

SPOKEN_WRITE: Final = "spoken:write"
SPOKEN_FROM_DESK: Final = "spoken:from_desk"
SPOKEN_FORM: Final = "spoken:form"
SPOKEN_CHANGE: Final = "spoken:change"
SPOKEN_CORRECTION: Final = "spoken:correction"

TAG_ASK: Final = "tag:ask"
TAG_FORM: Final = "tag:form"
TAG_FACTOR_FORM: Final = "tag:factor_form"
TAG_PARTS_FORM: Final = "tag:parts_form"
TAG_SETTLE: Final = "tag:settle"
TAG_COMPLETE: Final = "tag:complete"
TAG_CHANGE: Final = "tag:change"
TAG_LEAVE_OUT: Final = "tag:leave_out"
TAGS_OPEN: Final = "tags:open"
TAGS_MORE: Final = "tags:more"
TAGS_BACK: Final = "tags:back"
TAGS_VIEW: Final = "tags:view"

SUMMARY_REVIEW: Final = "summary:review"
SUMMARY_FORM: Final = "summary:form"
SUMMARY_EVIDENCE: Final = "summary:evidence"
SUMMARY_DROP: Final = "summary:drop"
SUMMARY_EVIDENCE_VIEW: Final = "summary:evidence_view"
SUMMARY_CORRECT: Final = "summary:correct"
SUMMARY_WITHDRAW: Final = "summary:withdraw"
SUMMARY_WITHOUT: Final = "summary:without"
SUMMARY_WITHOUT_FROM_DESK: Final = "summary:without_from_desk"

REVIEW_LINE: Final = "review:line"
REVIEW_BACK: Final = "review:back"
REVIEW_MORE: Final = "review:more"
REWORK_FORM: Final = "review:rework"
SPLIT_FORM: Final = "review:split"

SHOW_LINE: Final = "show"
REWORK_LINE: Final = "rework"
SPLIT_LINE: Final = "split"
ACT_ON_LINE: Final = "act"
DROP_LINE: Final = "drop"
KEEP_LINE: Final = "keep"

ACTION_ADD: Final = "action:add"
ACTION_FORM: Final = "action:form"
ACTION_FROM_MESSAGE: Final = "action:from_message"
ACTION_ACCEPT: Final = "action:accept"
ACTION_DECLINE: Final = "action:decline"
ACTION_DECLINE_FORM: Final = "action:decline_form"
ACTION_ON_TRACK: Final = "action:on_track"
ACTION_BLOCKED: Final = "action:blocked"
ACTION_BLOCKED_FORM: Final = "action:blocked_form"
ACTION_DONE: Final = "action:done"
ACTION_DONE_FORM: Final = "action:done_form"
ACTION_CHANGE: Final = "action:change"
ACTION_CHANGE_FORM: Final = "action:change_form"
ACTION_COUNTER: Final = "action:counter"
ACTION_COUNTER_FORM: Final = "action:counter_form"
ACTION_AGREE: Final = "action:agree"
ACTION_KEEP: Final = "action:keep"
ACTION_ASK_AGAIN: Final = "action:ask_again"
ACTION_WITHDRAW: Final = "action:withdraw"
ACTION_MERGE: Final = "action:merge"
ACTION_IF_THEN: Final = "action:if_then"
ACTION_IF_THEN_FORM: Final = "action:if_then_form"
ACTION_RATE: Final = "action:rate"
ACTION_RATE_FORM: Final = "action:rate_form"
ACTION_OPEN: Final = "action:open"
ACTION_HISTORY: Final = "action:history"
ACTIONS_OPEN: Final = "actions:open"
ACTION_REOPEN: Final = "action:reopen"
ACTION_REOPEN_FORM: Final = "action:reopen_form"
ACTION_DECIDE: Final = "action:decide"
ACTION_DECIDE_FORM: Final = "action:decide_form"
ACTION_LOOK_ANEW: Final = "action:look_anew"
DIGEST_OPEN: Final = "digest:open"
DIGEST_FORM: Final = "digest:form"
CHECKPOINT_SEE: Final = "checkpoint:see"
CHECKPOINT_SEE_FORM: Final = "checkpoint:see_form"
CHECKPOINT_COMPARE: Final = "checkpoint:compare"
CHECKPOINT_COMPARE_FORM: Final = "checkpoint:compare_form"

ACTION_SNOOZE: Final = "action:snooze"
ACTION_REPORT: Final = "action:report"
ACTION_REPORT_FORM: Final = "action:report_form"
ACTION_LET_GO: Final = "action:let_go"
ACTION_LET_GO_FORM: Final = "action:let_go_form"
ACTION_HOLD: Final = "action:hold"
ACTION_HAND_ON: Final = "action:hand_on"
ACTION_HAND_ON_FORM: Final = "action:hand_on_form"
DECISION_MADE: Final = "decision:made"
DECISION_FORM: Final = "decision:form"
DECISION_ELSEWHERE: Final = "decision:elsewhere"
DECISION_ELSEWHERE_FORM: Final = "decision:elsewhere_form"

HOURS_OPEN: Final = "hours:open"
HOURS_FORM: Final = "hours:form"
LADDER_FORM: Final = "ladder:form"

JOIN_OPEN: Final = "join:open"
JOIN_DECLINE: Final = "join:decline"
JOIN_FORM: Final = "join:form"

WITHDRAWAL_ASK: Final = "withdrawal:ask"
WITHDRAWAL_FORM: Final = "withdrawal:form"

RISK_SEEN: Final = "risk:seen"
RISK_YES: Final = "risk:yes"
RISK_NO: Final = "risk:no"

NOTICE: Final = "notice"
MODEL: Final = "model"

PSEUDONYM: Final = "pseudonym"
PURPOSE: Final = "purpose"
PROGRAMME: Final = "programme"
NEW_PROGRAMME: Final = "new_programme"
HELD_ON: Final = "held_on"
PEOPLE: Final = "people"
AGENDA: Final = "agenda"
PACK: Final = "pack"
AFTER: Final = "after"
AGENCY: Final = "agency"
ROLE: Final = "role"
PROMPT: Final = "prompt"
VISIBILITY: Final = "visibility"
LEVEL: Final = "level"
CHANGE: Final = "change"
OWNER: Final = "owner"
DUE: Final = "due"
MEASURE: Final = "measure"
BASELINE: Final = "baseline"
EXPECTED: Final = "expected"
ANSWERS: Final = "answers"
FINDING: Final = "finding"
OUTSIDER: Final = "outsider"
CONTACT: Final = "contact"
REVIEW: Final = "review"
REVIEW_AGAIN: Final = "review_again"
SPONSOR: Final = "sponsor"
ASKED: Final = "asked"
STRENGTH: Final = "strength"
IF_THEN: Final = "if_then"
NONE: Final = "none"
WEEKDAY: Final = "weekday"
HOUR: Final = "hour"
WHERE: Final = "where"
WHO: Final = "who"
STANDS: Final = "stands"
SEES: Final = "sees"
EFFECT: Final = "effect"
MATCH: Final = "match"
COURSE: Final = "course"
TO: Final = "to"
REASON: Final = "reason"
REAL_NAME: Final = "real_name"
STANDS_FOR: Final = "stands_for"
ALONE: Final = "alone"
FIRST_NAME: Final = "first_name"
SURNAME: Final = "surname"
QUESTION: Final = "question"
MINUTES: Final = "minutes"
SILENT: Final = "silent"
UNREVEALED: Final = "unrevealed"
KIND: Final = "kind"
FACTOR: Final = "factor"
KNOWN: Final = "known"
SENSE: Final = "sense"
HELPED: Final = "helped"
WHICH: Final = "which"
ACTION: Final = "action"
SPEAKER: Final = "speaker"
SPOKEN: Final = "spoken"
CHOICE: Final = "choice"
BECAUSE: Final = "because"
KEEP: Final = "keep"
MASK: Final = "mask"
EVIDENCE: Final = "evidence"
RISK_TICK: Final = "risk_tick"
RISK_ASKED: Final = "risk_asked"
READ: Final = "read"
YES: Final = "yes"
NO: Final = "no"
DEPUTY: Final = "deputy"
SAFEGUARDING: Final = "safeguarding"
CONTACTS: Final = "contacts"

DECIDER: Final = "decider"
OPENS: Final = "opens"
CLOSES: Final = "closes"
DAYS: Final = "days"
NATION: Final = "nation"
LEAVE: Final = "leave"
AWAY_FROM: Final = "away_from"
AWAY_UNTIL: Final = "away_until"
HIGHER: Final = "higher"
OPENLY: Final = "openly"
REMINDERS: Final = "reminders"
HOUSE: Final = "house"

ASKED_BACK: Final = "asked_back"
"""Behind the number of an action: the question about vague words was put, and is not put again."""
TITLE: Final = "title"
CLAIM: Final = "claim"
HEADING: Final = "heading"
JOINED: Final = "joined"
SOURCES: Final = "sources"

TRY: Final = "~"
"""After a prompt's name in a block id, before how often the question has come back."""

ANSWER: Final = "answer"
"""The action id of every input: a block asks one question and has one answer."""


def about(block: str, subject: str) -> str:
    """The id of one of several blocks that ask the same about different things: ``agency:U123``."""
    return f"{block}:{subject}"


def of_round(asked: Round, prompt: str = "", edition: str = "") -> str:
    """Which questions, which prompt of them, and which edition of its answer: ``7:lcat-before@2:moment:9a0364b9``."""
    return f"{asked.workshop}:{asked.pack}:{prompt}:{edition}"


def of_try(block: str, tries: int) -> str:
    """The id of *block* once it has come back *tries* times: with the id of before, Slack shows what was typed then."""
    return f"{block}{TRY}{tries}" if tries else block


def of_page(asked: Round, page: int) -> str:
    """A page of the answers to some questions: ``7:lcat-before@2:0``."""
    return f"{asked.workshop}:{asked.pack}:{page}"


def of_step(step: str, workshop: int, doubt: str, channel: str) -> str:
    """What is to be done in which channel, once something about it is accepted: ``start:7:shared:C123``."""
    return f"{step}:{workshop}:{doubt}:{channel}"


@dataclass(frozen=True)
class TagPlace:
    """Which reply a form or a button is about: ``7:contribution:12:factor:rules:0``.

    ``what`` is what it is said to be so far; ``page`` is that of the list below, where there is one.
    """

    workshop: WorkshopId
    source: Source | None = None
    what: Tagged | None = None
    page: int | None = None

    @property
    def value(self) -> str:
        source = f"{self.source.kind}:{self.source.id}" if self.source else ":"
        what = f"{self.what.kind}:{self.what.factor}" if self.what else ":"
        return f"{self.workshop}:{source}:{what}:{'' if self.page is None else self.page}"

    @classmethod
    def of(cls, value: str) -> "TagPlace":
        workshop, source, number, kind, factor, page = value.split(":")
        return cls(
            WorkshopId(int(workshop)),
            Source(SourceKind(source), int(number)) if source else None,
            Tagged(TagKind(kind), factor) if kind else None,
            int(page) if page else None,
        )


def of_line(summary: int, finding: int, page: int = 0) -> str:
    """A line of a version, and the page of its review: ``12:340:0``."""
    return f"{summary}:{finding}:{page}"


def of_source(source: Source) -> str:
    return f"{source.kind}:{source.id}"


def of_place(place: Place) -> str:
    """Where a message stands: ``C123|1773135000.000100|1773135010.000200``."""
    return f"{place.channel}|{place.thread}|{place.ts}"


def place_of(value: str) -> Place:
    """What ``of_place`` was made of."""
    channel, thread, ts = value.split("|")
    return Place(ChannelId(channel), MessageTs(thread), MessageTs(ts))


def subject(block_id: str) -> str:
    """What a block made by ``about`` is about."""
    return block_id.partition(":")[2]
