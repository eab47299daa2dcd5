### Opening a case, its card in the channel, and the facilitator's desk.

case-form-title = Open a case
case-form-next = Next
case-form-about = A private channel is made for the case, named by its reference alone. Use a pseudonym and leave out anything that would tell an outsider who this is.
case-form-again-title = Another workshop
case-form-again-about = Another workshop on { $reference } · { $pseudonym }, in the same channel. Names to mask and settings stay as they were; open actions of the last workshop go on with their owners. Whoever you add now can read what stands in the channel.
case-form-pseudonym = Pseudonym
case-form-pseudonym-hint = A name that nobody in the case has.
case-form-purpose = Purpose of the workshop
case-form-purpose-hint = What do you hope to understand or change together? Two sentences are plenty.
case-form-programme = Programme
case-form-new-programme = A new programme
case-form-programme-hint = If several cases are looked at as a series: a short name for it, without anybody's name. Later workshops of the series are told what was to change for services and what became of it, and nothing else of this case. You find it here again for the next case; so does your deputy.
case-form-date = Date of the workshop
case-form-people = People
case-form-people-hint = The practitioners who work with this person, from each agency. You are added as the facilitator.

safety-form-title = If somebody is at risk
safety-form-next = Next
safety-form-about = Sometimes somebody writes, in the middle of a reflection, that a person is in danger now. That goes at once to you and your deputy, and its author is told whom to ring.
safety-form-ring = Whom to ring about safeguarding
safety-form-ring-hint = Name or desk, number and hours, as people should read them when it matters. For example: children's duty desk 01632 960 100, weekdays 9 to 5; out of hours 01632 960 199.
safety-form-deputy = Your deputy
safety-form-deputy-hint = Hears of risks as you do, and is brought into the case's channel.
safety-form-contacts = Who is asked next if nobody looks
safety-form-contacts-hint = Up to three, in their order: each after 15 minutes of your working time. They see that one message and nothing else of the case. Tell them beforehand.
safety-form-visibility = Who may see answers, unless their author chooses otherwise
safety-form-reminders = Reminders of actions
safety-form-reminders-own = I choose when owners are reminded, and where
safety-form-reminders-hint = Otherwise as usual here. You can change it at any time with /case reminders.
safety-form-model = A language model for the summary
safety-form-model-allow = It may propose lines of the draft
safety-form-model-hint = { $model }. It is given masked words without names, roles or agencies, and nothing that is for you alone or about a risk. Every line of its is checked against the words that it rests on, and you decide. Everybody is told before they write.
safety-form-visibility-hint = Everybody can change it for each of their answers.

people-form-title = Who comes from where
people-form-open = Open the case
people-form-about = The agency and the role are how people's words will be shown, so say them as the group would.
people-form-person = *Person { $number }:* { $person }
people-form-agency = Agency of person { $number }
people-form-role = Role of person { $number }
people-form-role-hint = For example: community nurse, housing officer, teacher.

case-card-title = { $reference } · { $pseudonym }
case-card-purpose = *Purpose:* { $purpose }
case-card-programme = *Programme:* { $programme }. Its later workshops are told what was to change for services and what became of it, and nothing else of this case.
case-card-facts = *Workshop:* { $date } · *Facilitator:* { $facilitator }{ $deputy } · *Now:* { $phase }
case-card-deputy = {" "}· *Deputy:* { $deputy }
case-card-ring = *If somebody is at risk now:* { $safeguarding }
case-card-people =
    {""}*People:*
    { $people }
case-card-person = { $person }, { $role } ({ $agency })
case-card-privacy = Replies in the threads of a live session are kept in the case's own store and can be quoted in its summary under your role. Other messages in this channel are not kept. Nothing in a workplace Slack is off the record.

phase-preparing = being prepared
phase-before = people are reflecting
phase-live = the session is running
phase-agreeing = the summary is being checked
phase-following-up = actions are being followed up
phase-closed = closed
phase-cancelled = cancelled

desk-title = { $reference } · { $pseudonym }
desk-preparing =
    The case is open, with you and { $people ->
        [one] one person
       *[other] { $people } people
    }. The workshop is on { $date }. Next: send everybody the short questions for before the workshop.
desk-before =
    { $answered } of { $people } have answered the questions for before the workshop on { $date }{ $declined ->
        [0] .
        [one] ; one person cannot.
       *[other] ; { $declined } people cannot.
    } They reach people in their working hours. Answers can be changed until you start the session.
desk-live =
    {""}*Stage { $number } of { $total }, until about { $until }:* { $question }
    { $keeps ->
        [nothing] *Paused:* nothing that is said now is kept.
        [silently] *Silent round:* { $written } of { $people } have written. Nobody sees an answer before you reveal them all.
       *[replies] Replies in its thread are kept.
    }
    { $count ->
        [0] No replies kept yet.
        [one] One reply kept in this session.
       *[other] { $count } replies kept in this session.
    }
desk-live-between =
    { $count ->
        [0] No replies kept yet.
        [one] One reply kept in this session.
       *[other] { $count } replies kept in this session.
    }
desk-agreeing-drafting = The session is over. A draft of the summary is being made from what people wrote. If the group wants none, you can go on without.
desk-agreeing-ready = The draft of the summary is ready for you to check. Nothing is published until you approve it. If there is nothing to publish, or the group wants no summary, you can go on without one.
desk-following-up =
    { $published ->
        [yes] The summary is published.
       *[no] No summary is published.
    } { $count ->
        [0] No action is open.
        [one] One action is open and being followed up.
       *[other] { $count } actions are open and being followed up.
    }
desk-closed =
    The workshop is closed. { $count ->
        [0] No action is open.
        [one] One action is still being followed up.
       *[other] { $count } actions are still being followed up.
    }
desk-afterwards = { $answered } of { $people } have answered the questions after the session.
desk-deputy-beside = Beside the facilitator you can write down what somebody says, see what has been said so far, and settle tags.
desk-deputy = You are the deputy of { $facilitator }. Now: { $phase }; the workshop is on { $date }. If they cannot go on, you can take their place: you then have their desk and read what only the facilitator reads. They become your deputy, and everybody sees it on the case card.
desk-room = The case's channel: { $channel }

button-open-case = Open a case
button-again = Another workshop
button-invite = Send the questions
button-start = Start the session
button-next = Next stage
button-longer = + 5 minutes
button-pause = Pause keeping
button-resume = Resume keeping
button-agenda = What is to come
button-voices = Who has not spoken
button-close = Close the session
button-take-over = Take over
button-close-workshop = Close the workshop

confirm-yes = Yes
confirm-start = Answers to the questions for before the workshop can no longer be added or changed once the session has started.
confirm-close = Replies in the threads are no longer kept, and a draft of the summary is made from what was written.
confirm-take-over = You become the facilitator of this workshop, with everything that only the facilitator reads. The audit log says so.
confirm-close-workshop = The workshop ends here. Answers to the questions after the session can no longer be added or changed. Open actions are still followed up.

case-form-pack = Questions before the workshop
case-form-pack-hint = Everybody gets the same ones, and may skip any.
case-form-after = Questions after the session
case-form-after-hint = Sent to everybody one working day or more after you close the session, as the questions say.
case-form-after-none = None
case-form-agenda = The session itself
case-form-agenda-hint = Its stages. You can take some out, change their order and ask questions of the moment while it runs.
case-form-pack-option =
    { $title }: { $questions ->
        [one] one question
       *[other] { $questions } questions
    }, { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }
