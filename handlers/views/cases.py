"""Opening a case: the pages of its form, its card in the channel, and the facilitator's desk."""

from collections.abc import Container, Mapping, Sequence

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    DividerBlock,
    InputBlock,
    Option,
    StaticSelectElement,
    UserMultiSelectElement,
    UserSelectElement,
)
from slack_sdk.models.views import View

from bot import rounds
from bot.cases import CaseFile
from bot.contents.rooms import CaseCard, DeputysDesk, Desk
from bot.opening import MOST_CONTACTS, SafetyOffer
from bot.tags import NO_COUNTS
from bot.workshop.action import Action
from bot.workshop.case import Case, Programme
from bot.workshop.ids import ActionId, WorkshopId
from bot.workshop.reflection import Round
from bot.workshop.session import Stage
from bot.workshop.workshop import MOST_PEOPLE, OPEN, Participant, Phase, Workshop
from handlers.views import ids
from handlers.views.actions import due_of, state_of
from handlers.views.blocks import (
    Message,
    asking_once_more,
    button,
    buttons,
    choice_input,
    clock_time,
    cut,
    date_input,
    heading,
    message,
    paragraph,
    paragraphs,
    select_input,
    small_print,
    text_input,
    ticks_input,
)
from handlers.views.earlier import on_desk
from handlers.views.reflection_steps import visibilities
from handlers.views.rooms import what_happened
from handlers.views.sessions import question_of
from handlers.views.tags import counted
from prompts.pack import Moment, Pack, in_language
from prompts.words import Markup, Words, mention

LONGEST_CONTACT = 300
LONGEST_PROGRAMME = 60
MOST_PROGRAMMES = 100
MOST_OUTSIDE = 8

PHASE_WORDS = {
    Phase.PREPARING: "phase-preparing",
    Phase.BEFORE: "phase-before",
    Phase.LIVE: "phase-live",
    Phase.AGREEING: "phase-agreeing",
    Phase.FOLLOWING_UP: "phase-following-up",
    Phase.CLOSED: "phase-closed",
    Phase.CANCELLED: "phase-cancelled",
}


LOOKING_BACK = frozenset({Phase.AGREEING, Phase.FOLLOWING_UP, Phase.CLOSED})


def case_form(
    say: Words,
    packs: Mapping[Moment, Sequence[Pack]],
    programmes: Sequence[Programme] = (),
    before: CaseFile | None = None,
) -> View:
    """The first page: what the case is, when the workshop is, who comes, and which *packs* they are asked.

    It may belong to one of the *programmes* that there are. Another workshop on the case begins with what was chosen
    for the one *before*.
    """
    chosen = before.workshop if before else None
    people = UserMultiSelectElement(
        action_id=ids.ANSWER,
        max_selected_items=MOST_PEOPLE,
        initial_users=[each.user for each in chosen.participants] if chosen else None,
    )
    after = chosen.after[0] if chosen and chosen.after else rounds.NO_QUESTIONS
    return View(
        type="modal",
        callback_id=ids.CASE_SKETCH,
        private_metadata=str(chosen.id) if chosen else None,
        title=say.plain("case-form-again-title" if before else "case-form-title"),
        submit=say.plain("case-form-next"),
        close=say.plain("form-close"),
        blocks=[
            *(_known_case(say, before.case) if before else _new_case(say)),
            *([] if before and before.case.programme else _programme(say, programmes)),
            date_input(ids.HELD_ON, say.plain("case-form-date")),
            InputBlock(
                block_id=ids.PEOPLE,
                label=say.plain("case-form-people"),
                hint=say.plain("case-form-people-hint"),
                element=people,
            ),
            InputBlock(
                block_id=ids.PACK,
                label=say.plain("case-form-pack"),
                hint=say.plain("case-form-pack-hint"),
                element=_pack_select(say, packs["before"], chosen.pack if chosen else Workshop.pack),
            ),
            InputBlock(
                block_id=ids.AGENDA,
                label=say.plain("case-form-agenda"),
                hint=say.plain("case-form-agenda-hint"),
                element=_pack_select(say, packs["live"], chosen.agenda if chosen else Workshop.agenda),
            ),
            InputBlock(
                block_id=ids.AFTER,
                label=say.plain("case-form-after"),
                hint=say.plain("case-form-after-hint"),
                element=_pack_select(
                    say,
                    packs["after"],
                    after if chosen else rounds.AFTER,
                    none=say.plain("case-form-after-none"),
                ),
            ),
        ],
    )


def _new_case(say: Words) -> list[Block]:
    return [
        paragraph(say.rich("case-form-about")),
        text_input(
            ids.PSEUDONYM,
            say.plain("case-form-pseudonym"),
            hint=say.plain("case-form-pseudonym-hint"),
            lines=False,
            longest=60,
        ),
        text_input(ids.PURPOSE, say.plain("case-form-purpose"), hint=say.plain("case-form-purpose-hint"), longest=600),
    ]


def _programme(say: Words, programmes: Sequence[Programme]) -> list[Block]:
    """One that there is, or the name of a new one, or none."""
    known = [(str(each.id), cut(each.name, 75)) for each in programmes[:MOST_PROGRAMMES]]
    choice = [select_input(ids.PROGRAMME, say.plain("case-form-programme"), known)] if known else []
    named = text_input(
        ids.NEW_PROGRAMME,
        say.plain("case-form-new-programme"),
        hint=say.plain("case-form-programme-hint"),
        optional=True,
        lines=False,
        longest=LONGEST_PROGRAMME,
    )
    return [*choice, named]


def _known_case(say: Words, case: Case) -> list[Block]:
    """What the case is called and is about stays."""
    about = say.rich("case-form-again-about", reference=case.reference, pseudonym=case.pseudonym)
    return [paragraph(about), paragraph(say.rich("case-card-purpose", purpose=case.purpose))]


def _pack_select(say: Words, packs: Sequence[Pack], usual: str, none: str = "") -> StaticSelectElement:
    """One of *packs*, the *usual* one unless another is chosen; *none* is the label for asking nothing."""
    shown = {pack.id: Option(value=pack.id, text=_pack(say, pack)) for pack in packs}
    if none:
        shown[rounds.NO_QUESTIONS] = Option(value=rounds.NO_QUESTIONS, text=none)
    first = shown.get(usual) or next(iter(shown.values()))  # a pack that is offered no more
    return StaticSelectElement(
        action_id=ids.ANSWER, options=list(shown.values()), initial_option=first, placeholder="…"
    )


def _pack(say: Words, pack: Pack) -> str:
    title = in_language(pack.title, say.language)
    return cut(say.plain("case-form-pack-option", title=title, questions=len(pack.prompts), minutes=pack.minutes), 75)


def safety_form(say: Words, draft: str, offer: SafetyOffer) -> View:
    """The second page: who hears of a risk, who sees answers, and whether a model may help."""
    return View(
        type="modal",
        callback_id=ids.CASE_SAFETY,
        private_metadata=draft,
        title=say.plain("safety-form-title"),
        submit=say.plain("safety-form-next"),
        close=say.plain("form-close"),
        blocks=[
            paragraph(say.rich("safety-form-about")),
            text_input(
                ids.SAFEGUARDING,
                say.plain("safety-form-ring"),
                hint=say.plain("safety-form-ring-hint"),
                initial=offer.ring or None,
                longest=LONGEST_CONTACT,
            ),
            InputBlock(
                block_id=ids.DEPUTY,
                label=say.plain("safety-form-deputy"),
                hint=say.plain("safety-form-deputy-hint"),
                element=UserSelectElement(action_id=ids.ANSWER, initial_user=offer.deputy),
                optional=True,
            ),
            InputBlock(
                block_id=ids.CONTACTS,
                label=say.plain("safety-form-contacts"),
                hint=say.plain("safety-form-contacts-hint"),
                element=UserMultiSelectElement(
                    action_id=ids.ANSWER, max_selected_items=MOST_CONTACTS, initial_users=offer.contacts or None
                ),
                optional=True,
            ),
            choice_input(
                ids.VISIBILITY,
                say.plain("safety-form-visibility"),
                visibilities(say),
                chosen=offer.visibility,
                hint=say.plain("safety-form-visibility-hint"),
            ),
            *([_model_input(say, offer)] if offer.model else []),
            _reminders_input(say),
        ],
    )


def _model_input(say: Words, offer: SafetyOffer) -> InputBlock:
    """Off unless somebody chooses it, or chose it for the workshop before."""
    return ticks_input(
        ids.MODEL,
        say.plain("safety-form-model"),
        [(ids.YES, say.plain("safety-form-model-allow"))],
        ticked=(ids.YES,) if offer.assisted else (),
        hint=say.plain("safety-form-model-hint", model=offer.model),
    )


def _reminders_input(say: Words) -> InputBlock:
    """Ticked, one page more asks about them."""
    return ticks_input(
        ids.REMINDERS,
        say.plain("safety-form-reminders"),
        [(ids.YES, say.plain("safety-form-reminders-own"))],
        hint=say.plain("safety-form-reminders-hint"),
    )


def people_form(say: Words, draft: str, people: Sequence[Participant]) -> View:
    """The last page: the agency and role of each person, as they were before where that is known."""
    blocks: list[Block] = [paragraph(say.rich("people-form-about"))]
    for number, person in enumerate(people, start=1):
        # Slack takes a hundred blocks: with a line above the first of 25 people there would be one too many.
        blocks += [
            *([DividerBlock()] if number > 1 else []),
            paragraph(say.rich("people-form-person", number=number, person=mention(person.user))),
            text_input(
                ids.about(ids.AGENCY, person.user),
                say.plain("people-form-agency", number=number),
                initial=person.agency or None,
                lines=False,
                longest=80,
            ),
            text_input(
                ids.about(ids.ROLE, person.user),
                say.plain("people-form-role", number=number),
                hint=say.plain("people-form-role-hint"),
                initial=person.role or None,
                lines=False,
                longest=80,
            ),
        ]
    return View(
        type="modal",
        callback_id=ids.CASE_PEOPLE,
        private_metadata=draft,
        title=say.plain("people-form-title"),
        submit=say.plain("people-form-open"),
        close=say.plain("form-close"),
        blocks=blocks,
    )


def case_card(say: Words, card: CaseCard) -> Message:
    """What the channel knows of its case."""
    workshop = card.workshop
    return message(
        [
            heading(say.plain("case-card-title", reference=card.case.reference, pseudonym=card.case.pseudonym)),
            paragraph(say.rich("case-card-purpose", purpose=card.case.purpose)),
            *_of_series(say, card.case),
            paragraph(
                say.rich(
                    "case-card-facts",
                    date=workshop.held_on,
                    facilitator=mention(workshop.facilitator),
                    deputy=_deputy(say, workshop),
                    phase=say.plain(PHASE_WORDS[workshop.phase]),
                )
            ),
            *([paragraph(_ring(say, workshop))] if workshop.safeguarding else []),
            *paragraphs(say.rich("case-card-people", people=_people(say, workshop.participants))),
            small_print(say.rich("case-card-privacy")),
        ]
    )


def _of_series(say: Words, case: Case) -> list[Block]:
    """The programme, and what its other workshops hear of this one."""
    return [paragraph(say.rich("case-card-programme", programme=case.programme.name))] if case.programme else []


def _deputy(say: Words, workshop: Workshop) -> Markup:
    return Markup(say.rich("case-card-deputy", deputy=mention(workshop.deputy)) if workshop.deputy else "")


def _ring(say: Words, workshop: Workshop) -> str:
    return say.rich("case-card-ring", safeguarding=workshop.safeguarding)


def desk(say: Words, facts: Desk) -> Message:
    """Where the workshop stands, and the buttons for what can come next."""
    title = say.plain("desk-title", reference=facts.case.reference, pseudonym=facts.case.pseudonym)
    blocks: list[Block] = [heading(title), paragraph(_standing(say, facts))]
    if facts.workshop.phase is Phase.LIVE and facts.workshop.interrupted:
        happened = Markup(what_happened(say, facts.workshop.interrupted))
        blocks.append(paragraph(say.rich("room-news", reference=facts.case.reference, news=happened)))
    if facts.afterwards is not None and facts.workshop.phase in LOOKING_BACK:
        people = len(facts.workshop.participants)
        blocks.append(paragraph(say.rich("desk-afterwards", answered=facts.afterwards, people=people)))
    if facts.tags != NO_COUNTS:
        blocks.append(paragraph(counted(say, facts.tags)))
    blocks += _outside(say, facts.outside, facts.mailed)
    blocks += on_desk(say, facts.workshop.id, facts.earlier)
    choices = _choices(say, facts)
    if choices:
        blocks.append(choices)
    blocks.append(small_print(say.rich("desk-room", channel=Markup(f"<#{facts.case.channel}>"))))
    return message(blocks)


def _outside(say: Words, actions: Sequence[Action], mailed: Container[ActionId]) -> list[Block]:
    """Whom the facilitator has to talk with, because the bot cannot: nothing of the action but its number and date."""
    lines = [
        say.rich(
            "desk-outside-mailed" if each.id in mailed else "desk-outside-line",
            name=each.outsider.name if each.outsider else "",
            number=each.id,
            due=due_of(say, each),
            state=state_of(say, each.state),
        )
        for each in actions[:MOST_OUTSIDE]
    ]
    if len(actions) > MOST_OUTSIDE:
        lines.append(say.rich("more-not-shown", count=len(actions) - MOST_OUTSIDE))
    return [paragraph("\n".join([say.rich("desk-outside"), *lines]))] if lines else []


def deputys_desk(say: Words, facts: DeputysDesk) -> Message:
    """Where the workshop stands, for whoever would go on with it."""
    workshop = facts.workshop
    take_over = _weighty(say, "button-take-over", ids.CASE_TAKE_OVER, workshop, "confirm-take-over")
    offered = [buttons(*_beside(say, workshop), take_over)] if workshop.phase in OPEN else []
    beside = [paragraph(say.rich("desk-deputy-beside"))] if workshop.phase is Phase.LIVE else []
    return message(
        [
            heading(say.plain("desk-title", reference=facts.case.reference, pseudonym=facts.case.pseudonym)),
            paragraph(
                say.rich(
                    "desk-deputy",
                    facilitator=mention(workshop.facilitator),
                    phase=say.plain(PHASE_WORDS[workshop.phase]),
                    date=workshop.held_on,
                )
            ),
            *beside,
            *offered,
            small_print(say.rich("desk-room", channel=Markup(f"<#{facts.case.channel}>"))),
        ]
    )


def _beside(say: Words, workshop: Workshop) -> list[ButtonElement]:
    """What a deputy does beside the facilitator."""
    if workshop.phase is Phase.AGREEING:
        return [_tags(say, workshop)]
    if workshop.phase is not Phase.LIVE:
        return []
    return [_write(say, workshop.id), _so_far(say, workshop), _tags(say, workshop)]


def _standing(say: Words, facts: Desk) -> str:
    workshop = facts.workshop
    total = len(workshop.participants)
    match workshop.phase:
        case Phase.PREPARING:
            return say.rich("desk-preparing", date=workshop.held_on, people=total)
        case Phase.BEFORE:
            return say.rich(
                "desk-before", date=workshop.held_on, answered=facts.answered, declined=facts.declined, people=total
            )
        case Phase.LIVE:
            return _live(say, facts)
        case Phase.AGREEING:
            return say.rich("desk-agreeing-ready" if facts.draft_ready else "desk-agreeing-drafting")
        case Phase.FOLLOWING_UP:
            published = "yes" if facts.published else "no"
            return say.rich("desk-following-up", count=facts.open_actions, published=published)
        case _:
            return say.rich("desk-closed", count=facts.open_actions)


def _live(say: Words, facts: Desk) -> str:
    if facts.stage is None:
        return say.rich("desk-live-between", count=facts.heard)
    return say.rich(
        "desk-live",
        number=facts.stage.position,
        total=facts.stage.position + len(facts.workshop.upcoming),
        question=question_of(say, facts.agenda, facts.stage),
        count=facts.heard,
        until=clock_time(facts.stage.ends_at),
        keeps="nothing" if facts.stage.paused else "silently" if facts.stage.silent else "replies",
        written=facts.written,
        people=len(facts.workshop.participants),
    )


def _choices(say: Words, facts: Desk) -> ActionsBlock | None:
    workshop = facts.workshop
    start = _weighty(say, "button-start", ids.SESSION_START, workshop, "confirm-start")
    add = button(say.plain("button-add-action"), ids.ACTION_ADD, workshop.id)
    see = button(say.plain("button-actions"), ids.ACTIONS_OPEN, workshop.id)
    agenda = button(say.plain("button-agenda"), ids.AGENDA_OPEN, workshop.id)
    offered: list[ButtonElement] = []
    match workshop.phase:
        case Phase.PREPARING:
            invite = button(say.plain("button-invite"), ids.CASE_INVITE, workshop.id, style="primary")
            offered = [invite, start, agenda, *_names(say, facts)]
        case Phase.BEFORE:
            offered = [start, _brief(say, facts), agenda, *_answers(say, facts), *_names(say, facts)]
        case Phase.LIVE:
            offered = [
                *_next_stage(say, facts),
                *_of_stage(say, facts),
                agenda,
                button(say.plain("button-voices"), ids.VOICES_OPEN, workshop.id),
                _so_far(say, workshop),
                _tags(say, workshop),
                _weighty(say, "button-close", ids.SESSION_CLOSE, workshop, "confirm-close"),
                add,
                _brief(say, facts),
            ]
            offered += [*_answers(say, facts), *_kept_back(say, facts), *_names(say, facts)]
        case Phase.AGREEING:
            without = _weighty(say, "button-without", ids.SUMMARY_WITHOUT_FROM_DESK, workshop, "confirm-without")
            offered = [*_review(say, facts, style="primary"), add, see, _tags(say, workshop), without]
            offered += [*_answers(say, facts), *_pulse(say, facts), *_kept_back(say, facts), *_names(say, facts)]
        case Phase.FOLLOWING_UP:
            close = _weighty(say, "button-close-workshop", ids.CASE_CLOSE, workshop, "confirm-close-workshop")
            offered = [*_review(say, facts), add, see, close, *_answers(say, facts), *_pulse(say, facts)]
        case _:
            another = button(say.plain("button-again"), ids.CASE_AGAIN, workshop.id)
            offered = [see, *([another] if facts.latest else []), *_answers(say, facts), *_pulse(say, facts)]
    return buttons(*offered) if offered else None


def _weighty(say: Words, label: str, action_id: str, workshop: Workshop, question: str) -> ButtonElement:
    """A button for a step that cannot be taken back: Slack asks once more."""
    confirm = asking_once_more(
        say.plain(label), say.plain(question), yes=say.plain("confirm-yes"), no=say.plain("form-close")
    )
    return button(say.plain(label), action_id, workshop.id, confirm=confirm)


def _names(say: Words, facts: Desk) -> list[ButtonElement]:
    return [button(say.plain("button-names"), ids.ALIASES_OPEN, facts.workshop.id)]


def _brief(say: Words, facts: Desk) -> ButtonElement:
    return button(say.plain("button-brief"), ids.BRIEF_OPEN, f"{facts.workshop.id}:0")


def _review(say: Words, facts: Desk, style: str | None = None) -> list[ButtonElement]:
    if not facts.draft_ready:
        return []
    return [button(say.plain("button-review"), ids.SUMMARY_REVIEW, facts.workshop.id, style=style)]


def _tags(say: Words, workshop: Workshop) -> ButtonElement:
    return button(say.plain("button-tags"), ids.TAGS_OPEN, workshop.id)


def _so_far(say: Words, workshop: Workshop) -> ButtonElement:
    return button(say.plain("button-so-far"), ids.SO_FAR_OPEN, workshop.id)


def _write(say: Words, workshop: WorkshopId) -> ButtonElement:
    return button(say.plain("button-spoken"), ids.SPOKEN_FROM_DESK, workshop)


def _answers(say: Words, facts: Desk) -> list[ButtonElement]:
    if not facts.answered and not facts.afterwards:
        return []
    return [button(say.plain("button-read-answers"), ids.ANSWERS_READ, f"{facts.workshop.id}:0")]


def _kept_back(say: Words, facts: Desk) -> list[ButtonElement]:
    """What was written in silence and stays with the facilitator."""
    if not facts.kept_back:
        return []
    return [button(say.plain("button-kept-back"), ids.SILENT_KEPT, facts.workshop.id)]


def _pulse(say: Words, facts: Desk) -> list[ButtonElement]:
    if facts.pulse is None:
        return []
    return [button(say.plain("button-pulse"), ids.PULSE_SEE, ids.of_round(Round(facts.workshop.id, facts.pulse.id)))]


def _next_stage(say: Words, facts: Desk) -> list[ButtonElement]:
    if facts.stage is None or not facts.workshop.upcoming:
        return []
    value = f"{facts.workshop.id}:{facts.stage.position}"
    return [button(say.plain("button-next"), ids.SESSION_NEXT, value, style="primary")]


def _of_stage(say: Words, facts: Desk) -> list[ButtonElement]:
    """What can be done with the stage that is open."""
    if facts.stage is None:
        return []
    workshop = facts.workshop.id
    longer = button(say.plain("button-longer"), ids.SESSION_LONGER, workshop)
    if facts.stage.paused:
        return [*_silence(say, facts.stage), longer, button(say.plain("button-resume"), ids.SESSION_RESUME, workshop)]
    return [*_silence(say, facts.stage), longer, button(say.plain("button-pause"), ids.SESSION_PAUSE, workshop)]


def _silence(say: Words, stage: Stage) -> list[ButtonElement]:
    """Reveal what is being written; or write down what is said, and have it written in silence, once a stage."""
    if stage.silent:
        return [button(say.plain("button-reveal"), ids.SILENT_REVEAL, stage.workshop, style="primary")]
    write = [] if stage.paused else [_write(say, stage.workshop)]
    silent = [] if stage.revealed_at else [button(say.plain("button-silent"), ids.SILENT_BEGIN, stage.workshop)]
    return [*write, *silent]


def _people(say: Words, participants: tuple[Participant, ...]) -> Markup:
    return Markup("\n".join(_person(say, each) for each in participants))


def _person(say: Words, participant: Participant) -> str:
    return say.rich(
        "case-card-person", person=mention(participant.user), role=participant.role, agency=participant.agency
    )


def phase_words(say: Words, workshop: Workshop) -> str:
    return say.plain(PHASE_WORDS[workshop.phase])
