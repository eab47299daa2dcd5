"""What people do about a nudge: a week of quiet, letting go, deciding what is blocked, seeing to what is stuck."""

from bot import handovers, progress
from bot.workshop.action import Action
from handlers import payloads
from handlers.actions import ask_why, saying, tapped
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.nudges import pass_on_form


async def ask_whom(turn: Turn) -> None:
    shown = await turn.run(handovers.to_pass_on, turn.user, payloads.action_of_button(turn.body))
    await turn.open_form(pass_on_form(turn.say, shown))
    await turn.ack()


async def pass_on(turn: Turn) -> None:
    await turn.run(handovers.passed_on, turn.user, payloads.action_of_form(turn.body), *payloads.passed_on(turn.body))
    await turn.ack()


ROUTES = Routes(
    actions={
        ids.ACTION_SNOOZE: tapped(progress.snoozed),
        ids.ACTION_HOLD: tapped(progress.held),
        ids.ACTION_REPORT: ask_why(ids.ACTION_REPORT_FORM),
        ids.ACTION_LET_GO: ask_why(ids.ACTION_LET_GO_FORM),
        ids.ACTION_HAND_ON: ask_whom,
        ids.DECISION_MADE: ask_why(ids.DECISION_FORM, Action.decided_by),
        ids.DECISION_ELSEWHERE: ask_why(ids.DECISION_ELSEWHERE_FORM, Action.decided_by),
    },
    views={
        ids.ACTION_REPORT_FORM: saying(progress.reported),
        ids.ACTION_LET_GO_FORM: saying(handovers.let_go),
        ids.ACTION_HAND_ON_FORM: pass_on,
        ids.DECISION_FORM: saying(progress.decided),
        ids.DECISION_ELSEWHERE_FORM: saying(progress.not_theirs),
    },
)
