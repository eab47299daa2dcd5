"""Joining a running session: the question, the form, what came of it, and where the session stands."""

from slack_sdk.models.views import View

from bot.contents.joining import CatchUp, JoinAsked, Joined
from bot.joining import Visit
from handlers.views import ids
from handlers.views.blocks import (
    Message,
    button,
    buttons,
    link_to_message,
    message,
    paragraph,
    small_print,
    text_input,
    ticks_input,
)
from handlers.views.notices import notice, with_models, your_reply
from handlers.views.sessions import question_of
from prompts.words import Markup, Words, mention

LONGEST = 80


def join_asked(say: Words, facts: JoinAsked, workspace: str) -> Message:
    """Beside the reply, and once more in private with a link to it."""
    place, facilitator = your_reply(say, facts.place, workspace), mention(facts.workshop.facilitator)
    about = say.rich("join-asked", reference=facts.case.reference, place=place, facilitator=facilitator)
    workshop = facts.workshop.id
    return message(
        [
            paragraph(about),
            buttons(
                button(say.plain("join-open"), ids.JOIN_OPEN, workshop, style="primary"),
                button(say.plain("join-decline"), ids.JOIN_DECLINE, workshop),
            ),
            small_print(say.rich("join-last" if facts.again else "join-once-more")),
        ]
    )


def join_form(say: Words, visit: Visit) -> View:
    """What is kept and who sees it, and under which role."""
    return View(
        type="modal",
        callback_id=ids.JOIN_FORM,
        private_metadata=str(visit.file.workshop.id),
        title=say.plain("join-title"),
        submit=say.plain("join-do"),
        close=say.plain("form-close"),
        blocks=[
            paragraph(say.rich("join-kept", reference=visit.file.case.reference, replies=visit.waiting)),
            paragraph(say.rich("join-seen")),
            paragraph(say.rich("notice-record")),
            paragraph(say.rich("join-risk")),
            *with_models(say, visit.file.workshop, by_meaning=visit.by_meaning),
            text_input(ids.AGENCY, say.plain("join-agency"), lines=False, longest=LONGEST),
            text_input(ids.ROLE, say.plain("join-role"), hint=say.plain("join-hint"), lines=False, longest=LONGEST),
            ticks_input(ids.READ, say.plain("join-notice"), [(ids.YES, say.plain("join-read"))], optional=False),
        ],
    )


def welcome(say: Words, visit: Visit) -> View:
    return notice(say, say.rich("join-welcome", reference=visit.file.case.reference, replies=visit.waiting))


def declined(say: Words) -> View:
    return notice(say, say.rich("join-declined"))


def joined(say: Words, facts: Joined) -> Message:
    who, person = mention(facts.newcomer.user), facts.newcomer
    about = say.rich("joined", person=who, reference=facts.case.reference, role=person.role, agency=person.agency)
    return message([paragraph(about)])


def catch_up(say: Words, facts: CatchUp, workspace: str) -> Message:
    """Two lines: which question is open, and how replies are kept."""
    stage, place = facts.stage, say.rich("catch-up-place")
    linked = f"<{link_to_message(facts.thread, workspace)}|{place}>" if facts.thread else place
    about = say.rich(
        "catch-up-stage",
        reference=facts.case.reference,
        number=stage.position,
        total=facts.total,
        question=question_of(say, facts.agenda, stage),
        place=Markup(linked),
    )
    return message([paragraph(about), paragraph(say.rich("catch-up-kept", keeps=_keeps(facts)))])


def _keeps(facts: CatchUp) -> str:
    if not facts.takes_part:
        return "visitor"
    return "nothing" if facts.stage.paused else "silently" if facts.stage.silent else "replies"
