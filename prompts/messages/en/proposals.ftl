### Writing an action, its owner's own terms, its strength and its record.

button-actions = All actions
action-of-earlier =
    { $action }
    _From the workshop of { $date }_
button-open = Open
button-counter = Propose a change
button-agree = Agree
button-keep = Keep it as it is
button-ask-again = Ask again
button-change-action = Change
button-withdraw-action = Take it out
button-rate = Strength
button-history = History
button-merge = They are the same
button-act-on-line = Make it an action
button-if-then = When I will do it

form-save = Save

action-form-baseline = How does it stand today?
action-form-baseline-hint = A number or a sentence. If nobody knows yet, say so: finding out comes first then.
action-form-expected = What do you expect it to be?
action-form-answers-what = What does it answer?
action-form-answers-hint = What the group found, or what made it likely.
action-form-answers-choose = Choose one
action-form-answers-found = What the group found
action-form-answers-factors = What made it more likely
action-form-for-some = What most actions do not need:
action-form-outsider = Somebody outside this workspace
action-form-outsider-hint = Their name, in place of an owner above. The facilitator records what they say.
action-form-contact = How to reach them
action-form-contact-hint = An e-mail address or a telephone number. It is kept encrypted and never posted. Where your administrator has set up e-mail, the bot writes to the address as well, without a word of the case.
action-form-review = Look at it on the way, on
action-form-review-hint = The owner is asked in private, on that day, how it stands.
action-form-review-again = And again on
action-form-sponsor = Who sponsors it
action-form-sponsor-hint = Somebody who can decide what its owner cannot.

action-change-title = Change an action

draft-kept-title = Kept as a draft
draft-kept = “{ $change }”
draft-kept-where = Nobody is asked before it is complete. You and the facilitator find it under *All actions* of { $reference }, or with `/actions all`.
missing = Still missing: { $what }.
missing-change = what will be different
missing-owner = one owner
missing-due = a date
missing-measure = how you will know that it helped
missing-baseline = how it stands today
missing-expected = what you expect
missing-answers = what it answers

weak-question = “{ $words }” { $why }. Such actions are often done and seldom change much. *What would make the right thing the easy thing?*
weak-instead =
    For example:
    • { $one }
    • { $other }
weak-meaning = This is asked once. Change it, or send it as it is: a weaker action is fine where it is the right one.

proposal-outsider = { $person } is asked to take on an action from { $reference }, by { $due }. They have no Slack here: talk with them, and record what they say.
proposal-outsider-mailed = { $person } is asked to take on an action from { $reference }, by { $due }. They have no Slack here and get an e-mail with a link, under which they can say yes or no. It tells nothing of the case, so talk with them first; you can also record here what they say.
proposal-overtaken = It was put forward anew since; this message is over.
proposal-offered = What you would change is with the facilitator, who agrees or not. You can still accept it as it is.

counter-form-title = Propose a change
counter-form-about = Change what would make it right; what you leave as it is stays. The facilitator agrees, or asks you once more.
counter-form-due = Another date
counter-form-change = Other words
counter-form-owner = Somebody else
counter-form-why = Why
counter-form-why-hint = A sentence for the facilitator.
counter-form-send = Send

offer-about = { $owner } would take on an action from { $reference }, with a change:
offer-due = By { $due } instead.
offer-change = In other words: “{ $change }”
offer-owner = { $person } should have it; they are asked if you agree.
offer-meaning = If you agree, it is accepted with this change. If you keep it, its owner is asked once more.
offer-answered = Where it stands: *{ $state }*, { $owner }, by { $due }.

returned-about = { $owner } has not answered for three working days whether they take this on in { $reference }:

if-then-title = When I will do it
if-then-question = If …, then I …
if-then-hint = “If the ward rings on a Friday, then I call the school the same day.” Whoever opens the action reads it.
if-then-asked = It helps to decide now when and where: *If …, then I …* One line, if you like.
if-then-written = “{ $words }”

action-file-title = An action
action-file-number = { $reference }, action { $number }
fact-level = For: { $level }
fact-baseline = Today: { $words }
fact-expected = Expected: { $words }
fact-answers = It answers: “{ $words }”
fact-if-then = When: “{ $words }”
fact-reviews = Looked at on the way: { $dates }
fact-sponsor = Sponsored by { $person }

strength-stronger = stronger
strength-intermediate = in between
strength-weaker = weaker
strength-open = Its words do not tell how strong it is; you may say so under *Strength*.
strength-suggested = It reads as *{ $strength }*, because it { $why } (“{ $words }”). A suggestion: the group decides.
strength-seen = You see it as *{ $strength }*: “{ $because }”

rate-form-title = How strong is it?
rate-form-question = How do you see it?
rate-form-because = Why, if that is not what its words suggest
rate-form-because-hint = What is not in its words, say that nobody can go round the new form.

withdraw-action-title = Take it out?
withdraw-action-question = It leaves the plan and is not followed any more. What was said about it stays in its history.
withdraw-action-yes = Take it out

merge-offered = This one says nearly the same: “{ $change }”. *They are the same* keeps this one, and takes out the action that is open here.

actions-title = All actions

history-title = History
history-of = Action { $number }
history-day = { $day }
history-moved = { $at } · { $who }: *{ $state }*
history-changed = { $at } · { $who } changed it ({ $state })
history-change = • { $what }: { $before } → { $after }
history-other = • { $what }: another one
history-nothing = nothing
the-bot = the bot

changed-change = what will be different
changed-level = for whom
changed-owner = owner
changed-outsider = somebody outside
changed-due = date
changed-measure = how you will know
changed-baseline = how it stands today
changed-expected = what is expected
changed-answers = what it answers
changed-strength = strength
changed-because = why it is seen so
changed-if-then = when it will be done
changed-reviews = looked at on the way
changed-sponsor = sponsor
changed-into = the same as action
changed-snoozed = quiet until
changed-held = seen to by the facilitator until
changed-decider = who decides

changed-about = { $person } has changed an action that you have taken on in { $reference }: “{ $change }”. What was, and what is:
changed-meaning = It stays yours, and there is no need to answer. If that does not suit you, say so here.
changed-not-yours = It is not with you any more, and you are not reminded of it again.
proposal-changed = { $person } has changed an action that you had taken on in { $reference }. It counts again once you accept it, by { $due }. What was, and what is:

plan-doubt-weaker = All { $count } actions of the plan “{ $level }” in { $reference } read as weaker: they ask people to remember, to learn or to look again. *Which one of them would make the right thing the easy thing?*
plan-doubt-many = The plan “{ $level }” in { $reference } has { $count } actions. Long plans are seldom carried out. *Which few of them would change most, and which say the same?*
plan-doubt-meaning = This is asked once, of you alone. The plan stays as it is unless you change it.

desk-outside = *Owners without Slack.* Talk with them, and record under *All actions* what they say:
desk-outside-line = • { $name }: action { $number }, by { $due }, { $state }
desk-outside-mailed = • { $name }: action { $number }, by { $due }, { $state } (is written to by e-mail as well)
