### Nudges: one message a day for an owner, what is stuck, what has to be decided, and when an owner is gone.

button-snooze = Ask me in a week
button-let-go = Not mine any more
button-report = Say how it goes
button-decided = Say what was decided
button-not-theirs = Not mine to decide
button-hours = When I work
button-hold = I am seeing to it
button-pass-on = Find another owner

nudge-several =
    { $owner }, { $count ->
        [one] there is one action
       *[other] here are { $count } actions
    } of yours to look at today, what matters most first.
nudge-half-way = Half of the time for this in { $reference } has passed; it is due on { $due }: “{ $change }”. There is no need to answer. If something is in the way, say so now.
nudge-before =
    { $days ->
        [one] Tomorrow
        [7] In a week
       *[other] In { $days } days
    }, on { $due }, this is due in { $reference }: “{ $change }”. There is no need to answer, unless something is in the way.
nudge-review = { $owner }, today is a day on which this in { $reference } is looked at on its way; it is due on { $due }: “{ $change }”. How does it stand?
nudge-due = { $owner }, this is due today: “{ $change }”. How does it stand?
nudge-late = { $owner }, this was due on { $due }: “{ $change }”. What would help?
nudge-last = This is the last message about what you have not answered. If there is nothing from you in three days, the facilitator will talk with you instead.
nudge-more =
    … and { $count ->
        [one] one more
       *[other] { $count } more
    }: `/actions` shows all of them.
nudge-answered = { $owner }: *{ $state }*.

escalation-about =
    { $count ->
        [one] One action does not move and may need you:
       *[other] These { $count } actions do not move and may need you:
    }
escalation-line =
    “{ $change }” { $owner }, { $reference }, due on { $due }: *{ $state }*, { $days ->
        [one] one day late
       *[other] { $days } days late
    }.
escalation-early = “{ $change }” { $owner }, { $reference }, due on { $due }: *{ $state }*.
escalation-words = Last word on it: “{ $words }”
escalation-silent = Two questions have had no answer, so the bot asks no more: a word from you may.
escalation-facilitator = If you see to it, nobody else hears of it for a week.
escalation-sponsor = You are named as the one who can help when it does not move. The facilitator knows of it already.
escalation-board = It is on the list for the board from today; `/actions board` shows it.

decision-about = { $owner } cannot go on with an action from { $reference } until something is decided, and says that you decide it: “{ $change }”, due on { $due }.
decision-for-facilitator = { $owner } says *blocked* about “{ $change }” in { $reference }, due on { $due }, and names nobody but you who could decide it.
decision-needed = What is needed: “{ $words }”
decision-over = Nothing is needed of you any more: the action is *{ $state }*.
decision-meaning = What you write goes to the owner and to the facilitator, under your name. Until then the action waits.

handover-let-go = { $owner } has let go of { $count ->
        [one] an action
       *[other] { $count } actions
    } in { $reference }. It stays in the plan and nobody is reminded until somebody else has said yes.
handover-left = The account of { $owner } is no longer there. { $count ->
        [one] One action
       *[other] { $count } actions
    } in { $reference } need somebody else; nobody is reminded until then.
handover-outside = The owner outside this workspace has let go of an action in { $reference }. It stays in the plan and nobody is reminded until somebody else has said yes.
handover-line = “{ $change }”, due on { $due }. What was said so far:
handover-history = • { $date }, { $person }: { $state } { $words }
handover-found = { $owner } has been asked.

pass-on-form-title = Another owner
pass-on-form-send = Ask them
pass-on-form-about = “{ $change }” Who you choose is asked, and everything that was said of it so far stays on its record.

blocked-form-decider = Who decides that?
blocked-form-decider-hint = They get your words today, or when their working day begins. Leave it empty, and the facilitator gets them.
blocked-form-vague = Which decision is needed, and by which day?
report-form-title = How it goes
report-form-question = What has happened, and what is next?
report-form-hint = The facilitator reads this.
report-form-send = Send
report-form-vague = What is the next step, and on which day?
decline-form-vague = What would have to be different for you to say yes?
let-go-form-title = Not mine any more
let-go-form-question = Why, and whose could it be now?
let-go-form-hint = The facilitator reads this and asks somebody else. What was said so far stays on the record.
let-go-form-send = Let go of it
let-go-form-vague = Who could take it on, or who would know?
decision-form-title = The decision
decision-form-question = What was decided?
decision-form-hint = The owner and the facilitator read this, under your name.
decision-form-send = Send
decision-form-vague = What may the owner do now, and from when?
elsewhere-form-title = Not mine to decide
elsewhere-form-question = Whose decision is it, as far as you know?
elsewhere-form-hint = The facilitator reads this and asks them.
elsewhere-form-send = Send
elsewhere-form-vague = Who could be asked, by name or by role?

vague-asked = “{ $words }” leaves open what happens. *{ $question }* If there is nothing more to say, send it as it is.

hours-form-title = When I work
hours-form-send = Keep
hours-form-about = Questions and reminders come only in these hours, in the time zone of your Slack profile ({ $zone }). What falls outside waits for your next day with work.
hours-form-opens = My day begins at
hours-form-closes = It ends at
hours-form-days = I work on
hours-form-nation = Bank holidays of
hours-form-nation-house = where we are by default
hours-form-leave = Days away that stay
hours-form-away-from = Away from
hours-form-away-until = Last day away
hours-form-away-hint = For leave. Leave both empty if there is nothing to add.
day-0 = Monday
day-1 = Tuesday
day-2 = Wednesday
day-3 = Thursday
day-4 = Friday
day-5 = Saturday
day-6 = Sunday
nation-england = England
nation-wales = Wales
nation-scotland = Scotland
nation-northern-ireland = Northern Ireland
leave-days = { $first } to { $last }

ladder-form-title = Reminders
ladder-form-send = Keep
ladder-form-about = When owners in { $reference } are reminded, and who hears of it if an action does not move. Always in working hours, and one message a day at most.
ladder-page-about = When owners of actions are reminded, and who hears of it if an action does not move. Always in working hours, and one message a day at most.
ladder-page-next = Next: the people
ladder-form-owner = The owner hears
ladder-form-openly = From the date on
ladder-half-way = half-way to the date
ladder-before =
    { $days ->
        [one] the day before
       *[other] { $days } days before
    }
ladder-due = on the date
ladder-late =
    { $days ->
        [one] one day late
       *[other] { $days } days late
    }
ladder-facilitator = The facilitator hears
ladder-sponsor = The sponsor of the action hears
ladder-board = It goes on the list for the board
ladder-higher-hint = Leave it empty for never. Each comes some days after the one before.
ladder-openly = in the thread of the plan, with the owner mentioned
ladder-privately = in private, as before the date

board-title = For the board
board-about = Actions that nobody could move: they are late, and the owner, the facilitator and the sponsor have been told.
board-none = Nothing is on the list for the board.
