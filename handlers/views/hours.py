"""When somebody works: hours, days, whose bank holidays, and days away."""

from slack_sdk.models.blocks import CheckboxesElement, DatePickerElement, InputBlock, Option, TimePickerElement
from slack_sdk.models.views import View

from bot.hours import OwnHours
from bot.workshop.working_time import Leave
from handlers.views import ids
from handlers.views.blocks import choice_input, paragraph
from prompts.words import Words

DAY_WORDS = {
    0: "day-0",
    1: "day-1",
    2: "day-2",
    3: "day-3",
    4: "day-4",
    5: "day-5",
    6: "day-6",
}
NATION_WORDS = {
    ids.HOUSE: "hours-form-nation-house",
    "england": "nation-england",
    "wales": "nation-wales",
    "scotland": "nation-scotland",
    "northern_ireland": "nation-northern-ireland",
}


def hours_form(say: Words, facts: OwnHours) -> View:
    own = facts.own
    days = {day: Option(value=str(day), text=say.plain(key)) for day, key in DAY_WORDS.items()}
    return View(
        type="modal",
        callback_id=ids.HOURS_FORM,
        title=say.plain("hours-form-title"),
        submit=say.plain("hours-form-send"),
        close=say.plain("form-close"),
        blocks=[
            paragraph(say.rich("hours-form-about", zone=facts.zone)),
            InputBlock(
                block_id=ids.OPENS,
                label=say.plain("hours-form-opens"),
                element=TimePickerElement(action_id=ids.ANSWER, initial_time=f"{own.opens:%H:%M}"),
            ),
            InputBlock(
                block_id=ids.CLOSES,
                label=say.plain("hours-form-closes"),
                element=TimePickerElement(action_id=ids.ANSWER, initial_time=f"{own.closes:%H:%M}"),
            ),
            InputBlock(
                block_id=ids.DAYS,
                label=say.plain("hours-form-days"),
                element=CheckboxesElement(
                    action_id=ids.ANSWER,
                    options=list(days.values()),
                    initial_options=[days[day] for day in sorted(own.days)],
                ),
            ),
            choice_input(
                ids.NATION,
                say.plain("hours-form-nation"),
                [(nation, say.plain(key)) for nation, key in NATION_WORDS.items()],
                chosen=own.nation or ids.HOUSE,
            ),
            *([_leave(say, own.leave)] if own.leave else []),
            _day(ids.AWAY_FROM, say.plain("hours-form-away-from"), say.plain("hours-form-away-hint")),
            _day(ids.AWAY_UNTIL, say.plain("hours-form-away-until"), None),
        ],
    )


def _leave(say: Words, leave: tuple[Leave, ...]) -> InputBlock:
    options = [
        Option(value=f"{each.first}/{each.last}", text=say.plain("leave-days", first=each.first, last=each.last))
        for each in leave
    ]
    return InputBlock(
        block_id=ids.LEAVE,
        label=say.plain("hours-form-leave"),
        element=CheckboxesElement(action_id=ids.ANSWER, options=options, initial_options=options),
        optional=True,
    )


def _day(block: str, label: str, hint: str | None) -> InputBlock:
    return InputBlock(
        block_id=block, label=label, hint=hint, element=DatePickerElement(action_id=ids.ANSWER), optional=True
    )
