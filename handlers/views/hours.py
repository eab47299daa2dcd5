"""When somebody works: hours, days, whose bank holidays, and days away."""

from slack_sdk.models.blocks import InputBlock, TimePickerElement
from slack_sdk.models.views import View

from bot.hours import OwnHours
from bot.workshop.working_time import Leave
from handlers.views import ids
from handlers.views.blocks import choice_input, date_input, paragraph, ticks_input
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
            ticks_input(
                ids.DAYS,
                say.plain("hours-form-days"),
                [(str(day), say.plain(key)) for day, key in DAY_WORDS.items()],
                ticked=[str(day) for day in own.days],
                optional=False,
            ),
            choice_input(
                ids.NATION,
                say.plain("hours-form-nation"),
                [(nation, say.plain(key)) for nation, key in NATION_WORDS.items()],
                chosen=own.nation or ids.HOUSE,
            ),
            *([_leave(say, own.leave)] if own.leave else []),
            date_input(
                ids.AWAY_FROM,
                say.plain("hours-form-away-from"),
                hint=say.plain("hours-form-away-hint"),
                optional=True,
            ),
            date_input(ids.AWAY_UNTIL, say.plain("hours-form-away-until"), optional=True),
        ],
    )


def _leave(say: Words, leave: tuple[Leave, ...]) -> InputBlock:
    days = [(f"{each.first}/{each.last}", say.plain("leave-days", first=each.first, last=each.last)) for each in leave]
    return ticks_input(ids.LEAVE, say.plain("hours-form-leave"), days, ticked=[value for value, _ in days])
