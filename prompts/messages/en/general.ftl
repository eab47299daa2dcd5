### What the bot says everywhere: help, refusals, privacy, the person's own page.

form-close = Not now
form-done = Close
form-back = Back
page-back = Back
page-more = More
notice-title = Live case analysis

privacy-short = What you write is kept in the live case store, not only in Slack. Your facilitator can read what you send, unless the question says otherwise. Nothing in a workplace Slack is off the record or legally privileged: write about learning, leave out names and identifying details.

help =
    {""}*Live case analysis*
    `/case open` opens a case: its people, its date, a private channel of its own
    `/case again` opens another workshop on a case whose last one is closed
    `/case list` shows the cases that you have a part in
    `/case names` holds real names that are to be masked on a case
    `/case invite` sends everybody the questions for before the workshop
    `/case here` uses the private channel that you are in for a case that has none, or whose channel has been deleted
    `/case brief` shows the facilitator what to know before the workshop
    `/case start` starts the live session · `/case next` opens its next stage · `/case close` ends it
    `/case longer` gives the open stage five minutes more · `/case pause` and `/case resume` stop and go on keeping
    `/case agenda` shows what is to come and asks a question of the moment · `/case voices` shows who has not spoken
    `/case answers` reads what people have answered · `/case earlier` shows what became of earlier actions
    `/case sofar` shows you what the session has come to so far
    `/case silent` has everybody write in silence first · `/case reveal` shows all answers at once · `/case kept` shows you what stayed with you
    `/case write` writes down what somebody says in the room
    `/case tags` shows what people say that replies are, for the facilitator to settle
    `/case takeover` puts the deputy in the facilitator's place
    `/case summary` shows you the draft to check and publish · `/case without` goes on without a summary · `/case pulse` shows how the session was for people
    `/case actions` adds an action to the plan
    `/reflect` opens the questions that wait for you
    `/reflect mine` opens a longer reflection on your last session, which nobody else is shown
    `/actions` shows the actions you own · `/actions all` shows all of a case · `/actions add` adds one
    `/actions settings` says when you work and are away · `/actions board` shows what is on the list for the board · `/case reminders` sets when owners are reminded
    {""}*Tag this*, in the menu of a reply, says that it is a missed opportunity, a factor, a strength or an open question
    {""}*Withdraw my words*, in the menu of a message of yours, erases what is kept of it
    If somebody is at risk now, ring first. Every form has a tick for it, “This is about a risk to someone now”: `/case actions` opens one at any time.
    In the channel of a case the commands mean that case. Elsewhere, add its reference: `/case start LC-2026-0001`.

command-done-here = This is the channel of { $reference } now.
command-done-invite = The questions for { $reference } are on their way.
command-done-start = The session of { $reference } is starting. The first question is on its way to the channel.
command-done-next = The next stage of { $reference } is on its way to the channel.
command-done-longer = The open stage of { $reference } has five minutes more.
command-done-pause = What is said in { $reference } is not kept until you go on with `/case resume`.
command-done-resume = What is said in { $reference } is kept again.
command-done-take-over = You are the facilitator of { $reference } now. Your desk is on its way.
command-done-silent = Everybody writes in silence now. Their answers to { $reference } are shown when you type `/case reveal`.
command-done-reveal = What was written in silence in { $reference } is on its way to the thread.
command-done-close = The session of { $reference } is closed. A draft of the summary is being made and comes to you in a direct message.
command-done-without = { $reference } has gone on without a summary, and its actions are being followed up. A draft can still be checked and published later: `/case summary`.
command-done-close-workshop = The workshop on { $reference } is closed. Its open actions are still followed up.

refusal-no-case-here = There is no case here that you have a part in. `/case list` shows yours; `/case open` opens one.
refusal-not-yours = You have no part in { $reference }. `/case list` shows yours.
refusal-not-the-deputy = Only the deputy can take the facilitator's place.
refusal-already-invited = The questions have been sent already. `/case start` begins the session.
refusal-already-running = The session is running already.
refusal-which-case = Which case do you mean? Use the case's own channel, or add its reference to a command. You have a part in: { $references }.
refusal-not-the-facilitator = Only the facilitator, <@{ $facilitator }>, can do this.
refusal-not-over = The last workshop on this case is still open. Once you have closed it (*Close the workshop* on your desk), you can open another. Open actions are followed up all the same.
refusal-two-programmes = Choose a programme from the list, or name a new one, not both.
refusal-opened-already = There is a later workshop on this case already. Your list of cases (`/case list`) shows it.
refusal-wrong-phase =
    { $phase ->
        [preparing] The workshop is still being prepared: its facilitator has not sent out the questions yet.
        [before] The workshop has not started yet. The facilitator starts it with `/case start`.
        [live] The session is running. Close it first with `/case close`.
        [agreeing] The session is over and its summary waits to be approved. The facilitator does that with `/case summary`, or goes on without one with `/case without`.
        [following_up] The actions are being followed up already, so this is no longer possible.
       *[other] This workshop is closed.
    }
refusal-nobody-invited = Choose at least one person to work with.
refusal-too-many-people = { $most } people is the most for one workshop. Larger groups hear each other better in two.
refusal-agency-missing = Each person needs an agency and a role.
refusal-date-passed = That date is in the past. Choose today or later.
refusal-deputy-is-you = That is you. Choose a colleague, or leave it empty.
refusal-nobody-to-ring = Whoever writes about somebody at risk is told whom to ring. Say who that is, with a number.
refusal-no-purpose = The case needs a pseudonym and a purpose.
refusal-form-moved-on = This window had moved on already, perhaps by a second tap. What you had written was saved.
refusal-form-gone = This form was sent already, or it is too old. If the case is not there, open it again with `/case open`.
refusal-nothing-written = Nothing is written yet. Answer at least one question, or choose “Not now”.
refusal-reflection-frozen = The session has started, so answers can no longer be added, changed or sent. What you had not sent, nobody else reads, but for a risk that you raised. You can still speak in the session.
refusal-reflection-over = This workshop is closed, so answers to its questions can no longer be added or changed.
refusal-questions-closed = These questions have closed, so answers can no longer be added, changed or withdrawn. “See how it was” shows what came of them.
refusal-reflection-not-open = There are no questions waiting for you on this case yet.
refusal-room-not-ready = This case has no channel yet. It should appear within a minute. If it does not, make a private channel yourself, invite the people and this app, and type `/case here` with the reference there.
refusal-room-taken = This case has its channel already, or this channel belongs to another case. Another channel can take its place once the old one has been deleted, or this app has been taken out of it.
refusal-moved-on = Stage { $number } is open already. Your desk shows it in a moment.
refusal-nothing-to-ask = A session has a question to begin with. Ask another one first, then take this one out.
refusal-no-pulse = There is nothing to see of how the session was. The short questions about it can be chosen as a case is opened, and go out once the session is closed.
refusal-no-question = Write the question that you want to ask.
refusal-no-stage-open = No stage is open just now.
refusal-revealed-already = What was written in silence has been shown already, once for each question. Ask a question of the moment for another round.
refusal-not-silent = Nobody is writing in silence just now, so there is nothing to reveal. `/case silent` begins a silent round.
refusal-not-revealed = People have written in silence, and nobody has seen it. Reveal it first with `/case reveal`.
refusal-round-not-yours = Only the participants are asked. As you are not one of them, say it in the room.
refusal-round-over = This silent round is over, so this was not kept. Reply in the thread of the question instead.
refusal-round-paused = The session is paused and nothing is kept. Your words stay here: send them once it goes on.
refusal-not-the-scribe = Only the facilitator and the deputy write down what others say. You can reply in the thread yourself.
refusal-not-yours-to-change = Only whoever said this, and whoever wrote it down, can change it.
refusal-not-a-participant = Choose somebody who takes part, or leave it empty.
refusal-nothing-to-write-down = Nothing can be written down now: the question is closed, paused, or still answered in silence.
refusal-nothing-said = Write down what was said.
refusal-spoken-gone = This has been taken back already.
refusal-stage-gone = That stage has been opened or taken out meanwhile. Your desk shows what is to come.
refusal-agenda-full = { $most } stages still to come are more than a group gets through. Take one out first.
refusal-no-more-stages = This is the last stage. Close the session with `/case close` when the group is ready.
refusal-no-draft-yet = The draft is still being made. You will get a message when it is ready.
refusal-not-a-draft = This summary has been approved already.
refusal-newer-draft = Some words were changed or taken back while you were reading. Open the newest draft to see what is left.
refusal-line-gone = The words behind this line have been changed or taken back while it was open. What you typed is still here for you to copy; close this and look at the newest draft.
refusal-not-borne-out =
    { $reason ->
        [names_a_person] This names somebody. A line of the summary names nobody.
        [hidden_agency] This names an agency or a service that the words behind the line do not name.
        [wrong_number] This gives a number of people that is not known, or that could point to somebody. Numbers of people are reckoned by the bot alone.
        [points_to_author] Behind this line are words without a role. Naming an agency or a role here could point to who wrote them.
        [markup] Links and mentions cannot stand here.
       *[other] The words behind this line do not bear this out.
    }
refusal-draft-on-its-way = What was decided last is not in this draft yet. Look at it again in a moment.
refusal-split-all = Choose some of them, not all: the rest stays together.
refusal-not-published = This version does not stand in the channel any more.
refusal-nothing-found = There is nothing in this draft to publish.
refusal-action-incomplete = Say what will be different; everything else may come later.
refusal-two-owners = One owner: a member above, or somebody outside. Empty one of the two.
refusal-not-the-same-plan = Only two actions of the same plan can be one.
refusal-nothing-offered = Choose another date, other words or somebody else; what you leave as it is stays.
refusal-not-the-owner = This action belongs to <@{ $owner }>, who is the one to answer for it.
refusal-action-moved =
    { $state ->
        [proposed] Its owner has not accepted this action yet.
        [declined] This action was declined.
        [done] This action is done already.
       *[other] This action was answered already. The plan in the channel shows where it stands.
    }
refusal-evidence-needed = Say what shows that it is done: what, where, and who could confirm it.
refusal-level-needed = Say how it stands now, in the measure that was agreed.
refusal-owners-first = The owner is being asked anew what they see. This comes back after that.
refusal-seen-already = This one is yours: you have said what you see. The others are asked whether they see the same.
refusal-date-needed = Choose a date until when it is to be done.
refusal-nobody-to-decide = Choose who is to decide.
refusal-snoozed-enough = This has been put off { $most } times already. Say how it stands, or what is in the way: that helps more than another week.
refusal-not-the-decider = This is not waiting for a decision of yours any more.
refusal-ladder-turned = Choose one day at least for the owner; the facilitator hears first, then the sponsor, then the board, each some days after the one before.
refusal-hours-turned = The day has to end after it begins.
refusal-no-days = Choose one day at least.
refusal-leave-turned = The last day away cannot be before the first.
refusal-reason-needed = One sentence why helps the group decide what to do.
refusal-unknown-command = I do not know “{ $command }”. `/case help` shows what I do know.
refusal-other-workspace = Only people of the workspace that runs this case can do this. Please ask the facilitator.
refusal-nothing-to-reflect = No questions are waiting for you. Thank you for asking.
refusal-identifier-kept = This would tell who somebody is, and cannot be kept. Mask it, or write it another way.
refusal-no-reason-to-keep = Say in a few words why this has to stay.
refusal-not-asked-to-join = There is nothing to join here any more: the session is over, or you take part already.
refusal-join-notice-unread = Please read what is kept, and tick that you have.
refusal-not-your-words = Only the person who wrote this can withdraw it. If you are worried about what it says, talk to them or to the facilitator.
refusal-nothing-kept = Nothing is kept of this message: there is nothing to withdraw. What you see in Slack you can delete there.
refusal-no-words = There are no words in that message to start from. Use “Add an action” instead.

error-too-late = That took too long to open, sorry. Please try again.
error-ours = Something went wrong on our side, and nothing you did before it is lost. Please try again; if it happens again, give your administrator the reference { $reference }.

home-reflections = Waiting for your answers
home-reflections-none = Nothing is waiting for you.
home-reflection =
    { $occasion ->
        [before] *{ $reference }* · { $pseudonym } · workshop on { $date }
        [together] *{ $reference }* · { $pseudonym } · { $title } (until { $date })
       *[other] *{ $reference }* · { $pseudonym } · { $title }
    }
home-actions = Actions you own
home-cases = Cases you facilitate
home-cases-none = You are not facilitating a case now.
more-not-shown = … and { $count } more.
cases-none = You have no part in a case yet. `/case open` opens one.
cases-some = *Cases that you have a part in*
case-line = *{ $reference }* · { $pseudonym } · { $phase } · workshop on { $date } { $channel }

not-delivered = Slack would not take { $what } for { $place }. The account may have been closed, or the channel archived. Please look into it; nothing more is sent there until you do.
not-delivered-mail = The e-mail to the owner of action { $number } in { $reference } could not be delivered; the address may be wrong. Please talk with them and record what they say, or correct the address under *All actions*.
not-delivered-room = Slack does not let this app make the private channel for *{ $reference }*. Make one yourself, named { $reference } and nothing else, bring the people and this app into it (`/invite`), and type `/case here { $reference }` there.
absent = Slack did not let me bring { $people } into { $room } for *{ $reference }*. Please invite them there yourself.
hint = I cannot listen here. To answer the questions that wait for you, type `/reflect`; for your actions, `/actions`; for everything else, `/case help`. What you wrote to me has not been kept.
letter-absent = a notice to you
letter-hint = a hint
letter-case-card = the case card
letter-desk = your desk
letter-invitation = the questions for before the workshop
letter-afterwards = the questions for after the session
letter-unsent = a notice about answers of theirs
letter-reminder = a reminder of the questions
letter-brief = your brief for the workshop
letter-own-copy = a copy of your own reflection
letter-earlier = what became of earlier actions
letter-ground-rules = the ground rules of the session
letter-stage-card = a question of the session
letter-stage-time = a word about the time in a session
letter-masked = a notice to you
letter-not-kept = a notice to you
letter-join = a question to somebody in the channel
letter-joined = a notice that somebody has joined
letter-catch-up = where the session stands
letter-kinder = a notice to you
letter-no-files = a notice to you
letter-summary-draft = the draft of the summary
letter-summary = the summary
letter-outcome = what became of somebody's words
letter-proposal = an action to accept or decline
letter-changed = what has changed about an action
letter-plan = the action plan
letter-nudge = a reminder about an action
letter-plan-doubt = a question about the action plan
letter-offer = how an owner would take an action on
letter-returned = an action that nobody has answered for
letter-escalation = what does not move in a plan
letter-decision = a decision that an action needs
letter-handover = that an owner is gone
letter-update = what an owner said about an action
letter-digest = the weekly digest of the plan
letter-checkpoint = a question whether an action helped
letter-sightings = what owners see at a checkpoint
letter-checked = what a checkpoint left open
letter-no-effect = an action that had no effect
letter-other-view = that somebody sees an action otherwise
letter-escalated = a decision that is needed
letter-risk = a risk to somebody now
letter-risk-asked = a question about a risk
letter-risk-raised = a notice about a risk that was raised
letter-risk-unheard = a notice that nobody has looked at a risk
letter-not-delivered = a notice to you
