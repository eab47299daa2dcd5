"""The channel of a case: what has to be accepted about it, who is there, and what happened to it in a session."""

from slack_sdk.models.views import View

from bot.contents.rooms import Attending, Interruption
from bot.workshop.ids import UserId
from bot.workshop.room import Doubt
from bot.workshop.workshop import News, Phase
from handlers.views import ids
from handlers.views.blocks import Message, button, buttons, message, paragraph, small_print
from prompts.words import Markup, Words, mention

MOST_NAMED = 25

DOUBT_WORDS = {
    Doubt.SHARED: "room-doubt-shared",
    Doubt.OFFERED: "room-doubt-offered",
    Doubt.ORGANISATION: "room-doubt-organisation",
    Doubt.UNSEEN: "room-doubt-unseen",
}

NEWS_WORDS = {
    News.ARCHIVED: "room-news-archived",
    News.DELETED: "room-news-deleted",
    News.REMOVED: "room-news-removed",
    News.SHARED: "room-news-shared",
    News.OFFERED: "room-news-offered",
    News.OPENED: "room-news-opened",
    News.UNINSTALLED: "room-news-uninstalled",
    News.MENDED: "room-news-mended",
}


def room_form(say: Words, doubt: Doubt, step: str) -> View:
    """What is doubtful about the channel and what that means; *step* is what sending the form does."""
    return View(
        type="modal",
        callback_id=ids.ROOM_FORM,
        private_metadata=step,
        title=say.plain("room-form-title"),
        submit=say.plain("room-form-go-on"),
        close=say.plain("form-close"),
        blocks=[
            paragraph(say.rich(DOUBT_WORDS[doubt])),
            small_print(say.rich("room-form-unseen" if doubt is Doubt.UNSEEN else "room-form-shared")),
        ],
    )


def attendance(say: Words, facts: Attending) -> Message:
    """Who is there and who takes part, where that is not the same. It stops nobody."""
    room, who = Markup(f"<#{facts.case.channel}>"), facts.who
    reference = facts.case.reference
    blocks = [paragraph(say.rich("attendance", reference=reference, room=room))]
    if who.others:
        blocks.append(paragraph(say.rich("attendance-others", people=_people(say, who.others))))
    if who.absent:
        blocks.append(paragraph(say.rich("attendance-absent", people=_people(say, who.absent))))
    return message(blocks)


def interruption(say: Words, facts: Interruption) -> Message:
    """What happened to the channel, and how the session goes on."""
    if facts.past:
        running = "yes" if facts.workshop.phase is Phase.LIVE else "no"
        return message([paragraph(say.rich("room-news-past", reference=facts.case.reference, running=running))])
    resume = button(say.plain("button-resume"), ids.SESSION_RESUME, facts.workshop.id)
    return message(
        [
            paragraph(
                say.rich("room-news", reference=facts.case.reference, news=Markup(what_happened(say, facts.news)))
            ),
            buttons(resume),
        ]
    )


def what_happened(say: Words, news: News) -> str:
    return say.rich(NEWS_WORDS[news])


def _people(say: Words, users: tuple[UserId, ...]) -> Markup:
    named = ", ".join(mention(user).text for user in users[:MOST_NAMED])
    more = len(users) - MOST_NAMED
    return Markup(f"{named} {say.rich('more-not-shown', count=more)}" if more > 0 else named)
