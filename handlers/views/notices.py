"""Short messages: what could not be delivered, and a sentence in place of a form."""

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.contents.notices import Away, NotDelivered
from bot.contents.rooms import Absent
from bot.contents.sessions import Masked, NoFiles, NotKept
from bot.privacy import in_words
from bot.workshop.letter import LetterKind
from bot.workshop.session import Place
from bot.workshop.workshop import Workshop
from handlers.views import ids
from handlers.views.blocks import Message, clock_time, link_to, message, paragraph, small_print
from prompts.words import Markup, Words, mention

LETTER_WORDS = {
    LetterKind.ABSENT: "letter-absent",
    LetterKind.ATTENDANCE: "letter-attendance",
    LetterKind.INTERRUPTED: "letter-interrupted",
    LetterKind.GAP: "letter-gap",
    LetterKind.HINT: "letter-hint",
    LetterKind.CASE_CARD: "letter-case-card",
    LetterKind.DESK: "letter-desk",
    LetterKind.INVITATION: "letter-invitation",
    LetterKind.AFTERWARDS: "letter-afterwards",
    LetterKind.UNSENT: "letter-unsent",
    LetterKind.REMINDER: "letter-reminder",
    LetterKind.BRIEF: "letter-brief",
    LetterKind.EARLIER: "letter-earlier",
    LetterKind.GROUND_RULES: "letter-ground-rules",
    LetterKind.STAGE_CARD: "letter-stage-card",
    LetterKind.STAGE_TIME: "letter-stage-time",
    LetterKind.REVEALED: "letter-revealed",
    LetterKind.UNREVEALED: "letter-unrevealed",
    LetterKind.SPOKEN: "letter-spoken",
    LetterKind.MASKED: "letter-masked",
    LetterKind.OWN_COPY: "letter-own-copy",
    LetterKind.NOT_KEPT: "letter-not-kept",
    LetterKind.JOIN: "letter-join",
    LetterKind.JOINED: "letter-joined",
    LetterKind.CATCH_UP: "letter-catch-up",
    LetterKind.KINDER: "letter-kinder",
    LetterKind.NO_FILES: "letter-no-files",
    LetterKind.SUMMARY_DRAFT: "letter-summary-draft",
    LetterKind.SUMMARY: "letter-summary",
    LetterKind.OUTCOME: "letter-outcome",
    LetterKind.PROPOSAL: "letter-proposal",
    LetterKind.CHANGED: "letter-changed",
    LetterKind.PLAN: "letter-plan",
    LetterKind.NUDGE: "letter-nudge",
    LetterKind.PLAN_DOUBT: "letter-plan-doubt",
    LetterKind.OFFER: "letter-offer",
    LetterKind.RETURNED: "letter-returned",
    LetterKind.ESCALATION: "letter-escalation",
    LetterKind.DECISION: "letter-decision",
    LetterKind.HANDOVER: "letter-handover",
    LetterKind.UPDATE: "letter-update",
    LetterKind.DIGEST: "letter-digest",
    LetterKind.CHECKPOINT: "letter-checkpoint",
    LetterKind.SIGHTINGS: "letter-sightings",
    LetterKind.CHECKED: "letter-checked",
    LetterKind.NO_EFFECT: "letter-no-effect",
    LetterKind.OTHER_VIEW: "letter-other-view",
    LetterKind.ESCALATED: "letter-escalated",
    LetterKind.RISK: "letter-risk",
    LetterKind.RISK_ASKED: "letter-risk-asked",
    LetterKind.RISK_RAISED: "letter-risk-raised",
    LetterKind.RISK_UNHEARD: "letter-risk-unheard",
    LetterKind.NOT_DELIVERED: "letter-not-delivered",
}


def not_delivered(say: Words, facts: NotDelivered) -> Message:
    if facts.letter.kind is LetterKind.ROOM:
        return message([paragraph(say.rich("not-delivered-room", reference=facts.reference))])
    if facts.letter.kind is LetterKind.MAIL:
        number = facts.letter.subject
        return message([paragraph(say.rich("not-delivered-mail", reference=facts.reference, number=number))])
    lane = facts.letter.lane
    place = Markup(f"<#{lane}>" if lane.startswith(("C", "G")) else f"<@{lane}>")
    what = say.plain(LETTER_WORDS[facts.letter.kind])
    return message([paragraph(say.rich("not-delivered", what=what, place=place))])


def absent(say: Words, facts: Absent) -> Message:
    people = Markup(", ".join(mention(user).text for user in facts.people))
    room = Markup(f"<#{facts.case.channel}>")
    return message([paragraph(say.rich("absent", people=people, room=room, reference=facts.case.reference))])


def away(say: Words, facts: Away) -> Message:
    """From when to when, and what came of looking for what was said meanwhile."""
    gap = facts.gap
    stands = "reading" if gap.look_at is not None else "refused" if gap.refused else "read"
    began, ended = clock_time(gap.began_at), clock_time(gap.ended_at)
    about = say.rich("gap", reference=facts.case.reference, began=began, ended=ended)
    return message([paragraph(about), paragraph(say.rich("gap-found", stands=stands, found=gap.found))])


def hint(say: Words) -> Message:
    return message([paragraph(say.rich("hint"))])


def masked(say: Words, facts: Masked, workspace: str) -> Message:
    place, kinds = your_reply(say, facts.place, workspace), in_words(say, facts.kinds)
    return message([paragraph(say.rich("masked-about", place=place, reference=facts.case.reference, kinds=kinds))])


def not_kept(say: Words, facts: NotKept, workspace: str) -> Message:
    """Why, and what its author can do."""
    place, still = your_reply(say, facts.place, workspace), "yes" if facts.running else "no"
    about = say.rich("not-kept", place=place, reference=facts.case.reference, why=facts.why, running=still)
    return message([paragraph(about), small_print(say.rich("not-kept-still-there", why=facts.why))])


def no_files(say: Words, facts: NoFiles, workspace: str) -> Message:
    place = your_reply(say, facts.place, workspace)
    return message([paragraph(say.rich("no-files", place=place, reference=facts.case.reference))])


def your_reply(say: Words, place: Place, workspace: str) -> Markup:
    """A link to somebody's own reply."""
    return Markup(f"<{link_to(place, workspace)}|{say.rich('masked-place')}>")


def with_models(say: Words, workshop: Workshop, *, by_meaning: bool) -> list[Block]:
    """What everybody is told where a small model compares texts, or a language model may propose lines."""
    compared = [paragraph(say.rich("notice-by-meaning"))] if by_meaning else []
    assisted = [paragraph(say.rich("notice-model", model=workshop.model))] if workshop.model else []
    return [*compared, *assisted]


def notice(say: Words, sentence: str) -> View:
    """One sentence in a window of its own, where a form could not be shown."""
    return View(
        type="modal",
        callback_id=ids.NOTICE,
        title=say.plain("notice-title"),
        close=say.plain("form-done"),
        blocks=[paragraph(sentence)],
    )
