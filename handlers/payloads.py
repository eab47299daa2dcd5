"""Reading what Slack sends: each function turns a payload into what a use case asks for."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from bot.capture import Reply
from bot.checkpoints import Compared, Seen
from bot.closing import Course, Decision
from bot.joining import Newcomer
from bot.opening import CaseSketch, SafetyPage
from bot.privacy import Choice
from bot.proposals import Written
from bot.reactions import Reaction
from bot.reflections import Given
from bot.reviews import LineId, Reworking
from bot.risks import Said
from bot.rooms import Step
from bot.scribe import NOBODY, Heard
from bot.synthesis.draft import Heading
from bot.workshop.action import Evidence, Level, Offer, Outsider, Strength
from bot.workshop.case import REFERENCE
from bot.workshop.checkpoint import Effect, Match
from bot.workshop.ids import (
    ActionId,
    AliasId,
    AnswerId,
    CaseId,
    ChannelId,
    ContributionId,
    FindingId,
    MessageTs,
    RiskId,
    StageId,
    SummaryId,
    UserId,
    WorkshopId,
)
from bot.workshop.ladder import HIGHER
from bot.workshop.person import Own, Person
from bot.workshop.privacy import Alias
from bot.workshop.reflection import Round
from bot.workshop.room import Doubt
from bot.workshop.session import Answered, Place
from bot.workshop.summary import Source, SourceKind
from bot.workshop.tag import Parts
from bot.workshop.working_time import Leave
from bot.workshop.workshop import News, Participant, Visibility
from handlers.views import ids
from handlers.views.ids import TagPlace

Body = Mapping[str, Any]

WRITTEN = (
    ids.CHANGE,
    ids.MEASURE,
    ids.BASELINE,
    ids.EXPECTED,
    ids.IF_THEN,
    ids.REASON,
    ids.EVIDENCE,
    ids.WHERE,
    ids.WHO,
    ids.STANDS,
    ids.SEES,
    ids.KNOWN,
    ids.SENSE,
    ids.HELPED,
)
"""What people write into a form about a case."""

NEWS: Mapping[str, News] = {
    "channel_archive": News.ARCHIVED,
    "group_archive": News.ARCHIVED,
    "channel_unarchive": News.MENDED,
    "group_unarchive": News.MENDED,
    "channel_deleted": News.DELETED,
    "group_deleted": News.DELETED,
    "channel_left": News.REMOVED,
    "group_left": News.REMOVED,
    "member_left_channel": News.REMOVED,
    "member_joined_channel": News.MENDED,
    "channel_shared": News.SHARED,
    "channel_unshared": News.MENDED,
}
"""What each event about a channel means for a session in it."""

VISIBLE: Mapping[str | None, News] = {
    "channel_convert_to_public": News.OPENED,
    "channel_convert_to_private": News.MENDED,
}
REPLY_SUBTYPES = {None, "file_share", "thread_broadcast"}


@dataclass(frozen=True)
class Workspace:
    """The workspace that has installed the app, and the organisation that it belongs to, if any."""

    team: str
    enterprise: str | None = None


def is_from(body: Body, home: Workspace) -> bool:
    """Whether whoever pressed, typed or sent this belongs to *home*. A command names their workspace at its top."""
    user = body.get("user")
    who = user if isinstance(user, dict) else body
    team, enterprise = who.get("team_id"), who.get("enterprise_id") or body.get("enterprise_id")
    if team is None or team == home.team:
        return True
    return home.enterprise is not None and enterprise == home.enterprise


def workshop_of_button(body: Body) -> WorkshopId:
    return WorkshopId(int(body["actions"][0]["value"]))


def workshop_of_form(body: Body) -> WorkshopId:
    return WorkshopId(_number_of_form(body))


def risk_of_button(body: Body) -> RiskId:
    return RiskId(int(body["actions"][0]["value"]))


def round_of_button(body: Body) -> Round:
    return _round(body["actions"][0]["value"])[0]


def round_of_form(body: Body) -> Round:
    return _round(body["view"]["private_metadata"])[0]


def action_of_button(body: Body) -> ActionId:
    return ActionId(int(body["actions"][0]["value"]))


def action_of_form(body: Body) -> ActionId:
    return ActionId(_number_of_form(body))


def asked_back(body: Body) -> bool:
    """Whether the form has put its question about vague words already."""
    return str(body["view"]["private_metadata"]).endswith(f":{ids.ASKED_BACK}")


def decider(body: Body) -> UserId | None:
    return _user(body, ids.DECIDER)


def passed_on(body: Body) -> tuple[UserId, date]:
    """Who takes an action on instead, and by when."""
    return UserId(_element(body, ids.OWNER)["selected_user"]), _date(body, ids.DUE)


def own_hours(body: Body) -> tuple[Own, Leave | None]:
    """When somebody works, and the days away that they add."""
    first, last = (_element(body, block).get("selected_date") for block in (ids.AWAY_FROM, ids.AWAY_UNTIL))
    nation = _choice(body, ids.NATION)
    kept = [each.split("/") for each in _ticked(body, ids.LEAVE)]
    own = Own(
        opens=time.fromisoformat(_element(body, ids.OPENS)["selected_time"]),
        closes=time.fromisoformat(_element(body, ids.CLOSES)["selected_time"]),
        days=frozenset(int(day) for day in _ticked(body, ids.DAYS)),
        nation=nation if nation != ids.HOUSE else None,
        leave=tuple(Leave(date.fromisoformat(begins), date.fromisoformat(ends)) for begins, ends in kept),
    )
    added = [date.fromisoformat(each) for each in (first or last, last or first) if each]
    return own, Leave(*added) if added else None


def ladder(body: Body) -> tuple[list[str], bool]:
    """The rungs that are chosen, as they are written, and whether owners are asked openly."""
    days = {to: _answer(body, ids.about(ids.HIGHER, to)) for to in HIGHER}
    higher = [f"{to} +{chosen}" for to, chosen in days.items() if chosen]
    return [*_ticked(body, ids.DAYS), *higher], _choice(body, ids.OPENLY) == ids.YES


def summary_of_form(body: Body) -> SummaryId:
    return SummaryId(int(body["view"]["private_metadata"]))


def summary_of_button(body: Body) -> SummaryId:
    return SummaryId(int(body["actions"][0]["value"]))


def line_of_button(body: Body) -> tuple[LineId, int]:
    """A line of a version, and the page of its review."""
    return _line(body["actions"][0]["value"])


def line_of_form(body: Body) -> tuple[LineId, int]:
    return _line(body["view"]["private_metadata"])


def line_of_menu(body: Body) -> tuple[str, LineId, int]:
    """The same with what is to be done with the line."""
    deed, _, line = body["actions"][0]["selected_option"]["value"].partition(":")
    return deed, *_line(line)


def reworking(body: Body) -> Reworking:
    joined = _answer(body, ids.JOINED)
    return Reworking(
        title=_text(body, ids.TITLE),
        claim=_text(body, ids.CLAIM),
        heading=Heading(_choice(body, ids.HEADING)),
        joined=FindingId(int(joined)) if joined else None,
    )


def sources(body: Body) -> list[Source]:
    """What was chosen of the words behind a line."""
    chosen = [each.split(":") for each in _answer(body, ids.SOURCES).split("\n") if each]
    return [Source(SourceKind(kind), int(number)) for kind, number in chosen]


def _line(value: str) -> tuple[LineId, int]:
    summary, finding, page = value.split(":")
    return LineId(SummaryId(int(summary)), FindingId(int(finding))), int(page)


def place_of_button(body: Body) -> tuple[WorkshopId, int]:
    """A workshop and a number in it: a page of its answers, or one of its stages."""
    workshop, _, number = body["actions"][0]["value"].partition(":")
    return WorkshopId(int(workshop)), int(number)


def page_of_button(body: Body) -> tuple[WorkshopId, str | None, int]:
    """Whose answers to which questions, and which page of them; the questions may not be named."""
    workshop, *pack, number = body["actions"][0]["value"].split(":")
    return WorkshopId(int(workshop)), pack[0] if pack else None, int(number)


def line_of_brief(body: Body) -> tuple[WorkshopId, frozenset[AnswerId]]:
    """A workshop and the answers behind a line of its brief."""
    workshop, _, answers = body["actions"][0]["value"].partition(":")
    return WorkshopId(int(workshop)), frozenset(AnswerId(int(each)) for each in answers.split(","))


def reply_of_button(body: Body) -> Place:
    return ids.place_of(body["actions"][0]["value"])


def place_of_form(body: Body) -> Place:
    return ids.place_of(body["view"]["private_metadata"])


def message_chosen(body: Body) -> tuple[UserId, Place]:
    """Who wrote the message that a shortcut was used on, and where it stands."""
    message, channel = body["message"], ChannelId(body["channel"]["id"])
    ts = MessageTs(message["ts"])
    return UserId(message.get("user") or ""), Place(channel, MessageTs(message.get("thread_ts") or ts), ts)


def is_ours(body: Body) -> bool:
    """Whether the message that a shortcut was used on is one of an app's."""
    return "bot_id" in body["message"]


def tag_place_of_button(body: Body) -> TagPlace:
    return TagPlace.of(body["actions"][0]["value"])


def tag_place_of_form(body: Body) -> TagPlace:
    return TagPlace.of(body["view"]["private_metadata"])


def tag_chosen(body: Body) -> tuple[Source, str]:
    """Which reply, and what it is said to be: a kind of tag, or something to do."""
    chosen = tag_place_of_form(body).source
    if chosen is None:
        kind, _, number = _choice(body, ids.WHICH).partition(":")
        chosen = Source(SourceKind(kind), int(number))
    return chosen, _choice(body, ids.KIND)


def tag_factor(body: Body) -> str:
    return _choice(body, ids.FACTOR)


def tag_parts(body: Body) -> Parts:
    return Parts(*(_text(body, block).strip() for block in (ids.KNOWN, ids.SENSE, ids.HELPED)))


def reaction(event: Body) -> Reaction | None:
    """A reaction on a message that was put there or taken away; however light or dark a hand it shows."""
    item = event["item"]
    if item.get("type") != "message":
        return None
    return Reaction(
        channel=ChannelId(item["channel"]),
        ts=MessageTs(item["ts"]),
        user=UserId(event["user"]),
        name=str(event["reaction"]).partition("::")[0],
        there=event["type"] == "reaction_added",
        revision=MessageTs(event["event_ts"]),
    )


def draft_of_form(body: Body) -> str:
    return str(body["view"]["private_metadata"])


def case_named(body: Body) -> str:
    """The reference that follows a command or its word, if one does."""
    words = body.get("text", "").split()
    if words and REFERENCE.fullmatch(words[0]):
        return str(words[0])
    return words[1] if len(words) > 1 else ""


def case_sketch(body: Body) -> CaseSketch:
    """Of a workshop on a case that there is already, the form holds the workshop before."""
    before = str(body["view"].get("private_metadata") or "")
    programme = _element(body, ids.PROGRAMME).get("selected_option")
    return CaseSketch(
        pseudonym=_text(body, ids.PSEUDONYM),
        purpose=_text(body, ids.PURPOSE),
        held_on=_date(body, ids.HELD_ON),
        people=tuple(UserId(user) for user in _element(body, ids.PEOPLE).get("selected_users") or []),
        pack=_choice(body, ids.PACK),
        after=_choice(body, ids.AFTER),
        agenda=_choice(body, ids.AGENDA),
        programme=CaseId(int(programme["value"])) if programme else None,
        new_programme=_text(body, ids.NEW_PROGRAMME),
        again=WorkshopId(int(before)) if before else None,
    )


def case_safety(body: Body) -> SafetyPage:
    deputy = _element(body, ids.DEPUTY).get("selected_user")
    return SafetyPage(
        deputy=UserId(deputy) if deputy else None,
        safeguarding=_text(body, ids.SAFEGUARDING),
        contacts=tuple(UserId(user) for user in _element(body, ids.CONTACTS).get("selected_users") or []),
        visibility=Visibility(_choice(body, ids.VISIBILITY)),
        assisted=bool(_element(body, ids.MODEL).get("selected_options")),
    )


def own_reminders(body: Body) -> bool:
    """Whether reminders are to be other than usual."""
    return bool(_ticked(body, ids.REMINDERS))


def people(body: Body) -> list[Participant]:
    """One participant for each pair of agency and role."""
    agencies = [block for block in body["view"]["state"]["values"] if block.startswith(f"{ids.AGENCY}:")]
    return [
        Participant(
            user=UserId(ids.subject(block)),
            agency=_text(body, block).strip(),
            role=_text(body, ids.about(ids.ROLE, ids.subject(block))).strip(),
        )
        for block in agencies
    ]


def newcomer(body: Body) -> Newcomer:
    """Agency, role, and whether what is kept was read."""
    return Newcomer(_text(body, ids.AGENCY), _text(body, ids.ROLE), ids.YES in _answer(body, ids.READ).split("\n"))


def step(body: Body) -> tuple[Round, str, Given]:
    """One step of a reflection: of which questions, which prompt, and what stands in it."""
    asked, name = _round(body["view"]["private_metadata"])
    asks = ids.about(ids.PROMPT, name)
    block = next(each for each in body["view"]["state"]["values"] if each.partition(ids.TRY)[0] == asks)
    given = Given(
        words=_answer(body, block),
        visibility=_visibility(body, ids.about(ids.VISIBILITY, name)),
        choice=_kept(body),
        seen=body["view"]["private_metadata"].rpartition(":")[2],
        tries=int(block.partition(ids.TRY)[2] or 0),
        risk=risk(body),
        asked=ids.about(ids.RISK_ASKED, name) in body["view"]["state"]["values"],
    )
    return asked, name, given


def _visibility(body: Body, block: str) -> Visibility:
    """What was chosen; where it was not asked nobody is to read it, and this comes nearest."""
    chosen = _element(body, block).get("selected_option")
    return Visibility(chosen["value"]) if chosen else Visibility.FACILITATOR_ONLY


def step_of_button(body: Body) -> tuple[Round, str]:
    return _round(body["actions"][0]["value"])


def _kept(body: Body) -> Choice | None:
    """What is to be done with an identifier that may be kept; ``None`` where it was not asked."""
    decided = _element(body, ids.CHOICE).get("selected_option")
    return Choice(decided["value"] == ids.KEEP, _text(body, ids.BECAUSE)) if decided else None


def _round(value: str) -> tuple[Round, str]:
    """What ``ids.of_round`` made: which questions, and which prompt of them."""
    workshop, pack, name, _ = value.split(":")
    return Round(WorkshopId(int(workshop)), pack), name


def action_written(body: Body) -> Written:
    """What stands in the form of an action."""
    answers = (_element(body, ids.ANSWERS).get("selected_option") or {}).get("value", "")
    kind, _, which = answers.partition(":")
    outsider = _text(body, ids.OUTSIDER).strip()
    reviews = [_date_if_any(body, each) for each in (ids.REVIEW, ids.REVIEW_AGAIN)]
    return Written(
        level=Level(_choice(body, ids.LEVEL)),
        change=_text(body, ids.CHANGE),
        owner=_person_if_any(body, ids.OWNER),
        due=_date_if_any(body, ids.DUE),
        measure=_text(body, ids.MEASURE),
        baseline=_text(body, ids.BASELINE),
        expected=_text(body, ids.EXPECTED),
        finding=FindingId(int(which)) if kind == ids.FINDING else None,
        factor=which if kind == ids.FACTOR else "",
        outsider=Outsider(outsider, _text(body, ids.CONTACT).strip()) if outsider else None,
        sponsor=_person_if_any(body, ids.SPONSOR),
        reviews=tuple(each for each in reviews if each),
    )


def asked_before(body: Body) -> bool:
    """Whether the author of a weak action has been asked for a stronger one."""
    return str(body["view"]["private_metadata"]).endswith(f":{ids.ASKED}")


def offer(body: Body) -> Offer:
    """What an owner would take on instead."""
    change = " ".join(_text(body, ids.CHANGE).split())
    return Offer(_date_if_any(body, ids.DUE), change, _person_if_any(body, ids.OWNER), _text(body, ids.REASON).strip())


def rating(body: Body) -> tuple[Strength, str]:
    return Strength(_choice(body, ids.STRENGTH)), _text(body, ids.BECAUSE)


def if_then(body: Body) -> str:
    return _text(body, ids.IF_THEN)


def two_actions_of_button(body: Body) -> tuple[ActionId, ActionId]:
    """One that leaves the plan, and the one that stays."""
    one, _, other = body["actions"][0]["value"].partition(":")
    return ActionId(int(one)), ActionId(int(other))


def alias(body: Body) -> Alias:
    """A real name and its pseudonym; each edition of the form asks under ids of its own."""
    asked = {block.partition(ids.TRY)[0]: block for block in body["view"]["state"]["values"]}
    alone = _answer(body, asked[ids.ALONE]).split("\n")
    return Alias(
        name=_text(body, asked[ids.REAL_NAME]),
        pseudonym=_text(body, asked[ids.STANDS_FOR]),
        first_alone=ids.FIRST_NAME in alone,
        surname_alone=ids.SURNAME in alone,
    )


def question_of_the_moment(body: Body) -> tuple[str, int, bool]:
    """A question, the minutes for it, and whether everybody answers it silently first."""
    asked = {block.partition(ids.TRY)[0]: block for block in body["view"]["state"]["values"]}
    silent = ids.SILENT in _answer(body, asked[ids.SILENT]).split("\n")
    return _text(body, asked[ids.QUESTION]), int(_choice(body, asked[ids.MINUTES])), silent


def stage_of_button(body: Body) -> tuple[WorkshopId, str]:
    workshop, _, name = body["actions"][0]["value"].partition(":")
    return WorkshopId(int(workshop)), name


def unrevealed(body: Body) -> tuple[WorkshopId, int, str]:
    """A workshop, the place in it that the facilitator was at, and what becomes of what nobody has seen."""
    workshop, _, after = body["view"]["private_metadata"].partition(":")
    return WorkshopId(int(workshop)), int(after), _choice(body, ids.UNREVEALED)


def spoken(body: Body) -> tuple[StageId, Heard]:
    """What a scribe wrote down, for which stage."""
    speaker = _element(body, ids.SPEAKER).get("selected_user")
    heard = Heard(
        UserId(speaker) if speaker else NOBODY,
        _text(body, ids.SPOKEN),
        Visibility(_choice(body, ids.VISIBILITY)),
        risk(body),
    )
    return StageId(int(body["view"]["private_metadata"])), heard


def correction(body: Body) -> tuple[ContributionId, str, Visibility]:
    number = ContributionId(int(body["view"]["private_metadata"]))
    return number, _text(body, ids.SPOKEN), Visibility(_choice(body, ids.VISIBILITY))


def alias_of_button(body: Body) -> tuple[WorkshopId, AliasId]:
    workshop, number = place_of_button(body)
    return workshop, AliasId(number)


def words_of_form(body: Body) -> Said:
    """What somebody wrote about a case, by its question, and whether they say that it is about a risk."""
    return Said(
        {block: _text(body, block) for block in WRITTEN if block in body["view"]["state"]["values"]}, risk(body)
    )


def typed(body: Body) -> Mapping[str, str]:
    """All that stands in a form, so that it stands there again when something is asked about it."""
    blocks = body["view"]["state"]["values"]
    found = {block: _answer(body, block) or str(_element(body, block).get("selected_date") or "") for block in blocks}
    return {block: words for block, words in found.items() if words}


def evidence(body: Body) -> Evidence:
    return Evidence(*(_text(body, block).strip() for block in (ids.EVIDENCE, ids.WHERE, ids.WHO)))


def seen(body: Body) -> Seen:
    return Seen(Effect(_choice(body, ids.EFFECT)), _text(body, ids.STANDS), _text(body, ids.SEES))


def compared(body: Body) -> Compared:
    return Compared(Match(_choice(body, ids.MATCH)), _text(body, ids.SEES))


def digest_chosen(body: Body) -> tuple[int | None, int]:
    """A weekday, counted from Monday or none at all, and an hour."""
    weekday = _choice(body, ids.WEEKDAY)
    return None if weekday == ids.NONE else int(weekday), int(_choice(body, ids.HOUR))


def decision(body: Body) -> Decision:
    """What comes of a closed action; a form that only reopens it asks for no course."""
    course = _element(body, ids.COURSE).get("selected_option")
    due, to = _element(body, ids.DUE).get("selected_date"), _element(body, ids.TO).get("selected_user")
    return Decision(
        course=Course(course["value"]) if course else Course.CHANGE,
        why=_text(body, ids.REASON),
        change=_text(body, ids.CHANGE),
        due=date.fromisoformat(due) if due else None,
        to=UserId(to) if to else None,
    )


def risk(body: Body) -> bool | None:
    """What was said when asked whether it is about a risk, or that it was ticked; ``None`` where neither was."""
    values = {block.partition(":")[0]: block for block in body["view"]["state"]["values"]}
    answered = _element(body, values.get(ids.RISK_ASKED, "")).get("selected_option")
    if answered:
        return bool(answered["value"] == ids.YES)
    return True if _element(body, values.get(ids.RISK_TICK, "")).get("selected_options") else None


def reply(event: Body, home: str) -> Reply | None:
    """What a message event tells of a reply in a thread; ``None`` where it tells of no person's reply.

    *home* is the workspace that has installed the app.
    """
    told = _reply(event)
    message = event.get("message") or event.get("previous_message") or event
    theirs = message.get("user_team") or message.get("team") or home
    return replace(told, from_elsewhere=True) if told and theirs != home else told


def _reply(event: Body) -> Reply | None:
    subtype = event.get("subtype")
    if subtype == "message_changed":
        return _edited(event)
    if subtype == "message_deleted":
        return _deleted(event)
    return _said(event["channel"], event, event["ts"]) if subtype in REPLY_SUBTYPES else None


def fetched(channel: ChannelId, message: Body, home: str) -> Reply | None:
    """A reply as it stands in Slack now, in the form in which an event would have told of it."""
    told = reply({**message, "channel": channel}, home)
    edited = message.get("edited")
    return replace(told, revision=MessageTs(edited["ts"])) if told and edited else told


def is_said_to_bot(event: Body) -> bool:
    """Whether a person wrote to the bot itself, in their direct messages."""
    return event.get("channel_type") == "im" and event.get("subtype") in REPLY_SUBTYPES and "bot_id" not in event


def beside(event: Body, home: str) -> tuple[UserId, Place] | None:
    """Who of this workspace wrote what in a channel itself, and not in a thread."""
    by_person = event.get("subtype") in {None, "file_share"} and "user" in event and "bot_id" not in event
    if not by_person or event.get("channel_type") == "im" or "thread_ts" in event:
        return None
    if (event.get("user_team") or event.get("team") or home) != home:
        return None
    ts = MessageTs(event["ts"])
    return UserId(event["user"]), Place(ChannelId(event["channel"]), ts, ts)


def arrival(event: Body, home: str) -> tuple[UserId, ChannelId] | None:
    """Who came into which channel; ``None`` where they belong to another workspace than *home*."""
    if event.get("team", home) != home:
        return None
    return UserId(event["user"]), ChannelId(event["channel"])


def person(event: Body) -> Person:
    user = event["user"]
    return Person(UserId(user["id"]), user.get("tz"), bool(user.get("deleted")))


def news(event: Body, me: UserId) -> tuple[ChannelId, News] | None:
    """What happened to which channel; of somebody who comes or leaves only where it is the bot."""
    of_membership = event["type"] in {"member_joined_channel", "member_left_channel"}
    if (of_membership and event["user"] != me) or event.get("is_ext_shared"):
        return None  # ended with one organisation, and others are still there
    return ChannelId(event["channel"]), NEWS[event["type"]]


def made_public(event: Body) -> tuple[ChannelId, News] | None:
    """Slack says in the channel itself that everybody may come in from now on, or nobody uninvited any more."""
    happened = VISIBLE.get(event.get("subtype"))
    return (ChannelId(event["channel"]), happened) if happened else None


def moved(event: Body) -> tuple[ChannelId, ChannelId]:
    """The former id of a channel, and the one that it has now."""
    return ChannelId(event["old_channel_id"]), ChannelId(event["new_channel_id"])


def is_our_end(event: Body, me: UserId) -> bool:
    """Whether the bot's own token is worth nothing any more."""
    return event["type"] == "app_uninstalled" or me in (event.get("tokens") or {}).get("bot", [])


def step_of_form(body: Body) -> tuple[Step, WorkshopId, Doubt, ChannelId]:
    """What is to be done in which channel, and what about it was accepted."""
    step, workshop, doubt, channel = body["view"]["private_metadata"].split(":")
    return Step(step), WorkshopId(int(workshop)), Doubt(doubt), ChannelId(channel)


def words_of(message: Body) -> str:
    """What somebody wrote, as they saw it: Slack's escapes undone, mentions and links as plain words.

    An address within Slack is nobody's words, and stands in brackets as what is masked does.
    """
    text = message.get("text") or ""
    if "<" in text:  # hardly any reply of a session, and each is read here
        text = re.sub(r"<@[UW]\w+(?:\|[^>]*)?>", "@colleague", text)
        text = re.sub(r"<#\w+\|?([^>]*)>", r"#\1", text)
        text = re.sub(r"<!(\w+)[^>]*>", r"@\1", text)
        text = re.sub(r"<([^|>]+)\|([^>]+)>", r"\2", text)
        text = re.sub(r"<https://[^>]+/archives/\w+/p\d{16}[^>]*>", "[link]", text)
        text = re.sub(r"<([^>]+)>", r"\1", text)
    return html.unescape(text).strip()


def _edited(event: Body) -> Reply | None:
    """A person's edit. Slack also tells of unfurls, language detection and our own updates as changes."""
    message, previous = event["message"], event.get("previous_message") or {}
    edited = message.get("edited")
    if not edited or message.get("text") == previous.get("text"):
        return None
    # A file can lose the words beside it: an edit to nothing, after which other words may come.
    return _told(event["channel"], message, edited["ts"])


def _deleted(event: Body) -> Reply | None:
    previous = event.get("previous_message") or {}
    if not _is_reply(previous):
        return None
    return Reply(
        channel=ChannelId(event["channel"]),
        thread=MessageTs(previous["thread_ts"]),
        ts=MessageTs(event["deleted_ts"]),
        user=UserId(previous["user"]),
        words=None,
        revision=MessageTs(event.get("event_ts") or event["ts"]),
    )


def _said(channel: str, message: Body, revision: str) -> Reply | None:
    return _told(channel, message, revision) if words_of(message) or message.get("files") else None


def _told(channel: str, message: Body, revision: str) -> Reply | None:
    if not _is_reply(message):
        return None
    return Reply(
        channel=ChannelId(channel),
        thread=MessageTs(message["thread_ts"]),
        ts=MessageTs(message["ts"]),
        user=UserId(message["user"]),
        words=words_of(message),
        revision=MessageTs(revision),
        with_file=bool(message.get("files")),
        answers=_answers(channel, message),
    )


def _answers(channel: str, message: Body) -> Answered:
    """The message of *channel* that it has a link to, or else the first person whom it mentions."""
    text = message.get("text") or ""
    if "<" not in text:
        return None
    link = re.search(rf"/archives/{channel}/p(\d{{10}})(\d{{6}})", text)
    if link:
        return MessageTs(f"{link[1]}.{link[2]}")
    mention = re.search(r"<@([UW]\w+)", text)
    return UserId(mention[1]) if mention else None


def _is_reply(message: Body) -> bool:
    by_person = "user" in message and "bot_id" not in message
    return by_person and message.get("thread_ts") not in {None, message.get("ts")}


def _element(body: Body, block: str) -> Body:
    found: Body = body["view"]["state"]["values"].get(block, {}).get(ids.ANSWER, {})
    return found


def _text(body: Body, block: str) -> str:
    return str(_element(body, block).get("value") or "")


def _answer(body: Body, block: str) -> str:
    """What was answered, whatever the input, in the form in which packs keep it."""
    given = _element(body, block)
    if "selected_options" in given:
        return "\n".join(option["value"] for option in given["selected_options"])
    option = given.get("selected_option")
    return str((option and option["value"]) or given.get("selected_user") or given.get("value") or "")


def _ticked(body: Body, block: str) -> list[str]:
    return [option["value"] for option in _element(body, block).get("selected_options") or []]


def _user(body: Body, block: str) -> UserId | None:
    chosen = _element(body, block).get("selected_user")
    return UserId(chosen) if chosen else None


def _date(body: Body, block: str) -> date:
    return date.fromisoformat(_element(body, block)["selected_date"])


def _date_if_any(body: Body, block: str) -> date | None:
    chosen = _element(body, block).get("selected_date")
    return date.fromisoformat(chosen) if chosen else None


def _person_if_any(body: Body, block: str) -> UserId | None:
    chosen = _element(body, block).get("selected_user")
    return UserId(chosen) if chosen else None


def _number_of_form(body: Body) -> int:
    """The number of the thing that a form is about; what follows a colon says something about the form."""
    return int(str(body["view"]["private_metadata"]).partition(":")[0])


def _choice(body: Body, block: str) -> str:
    return str(_element(body, block)["selected_option"]["value"])
