### The action plan: proposing, accepting, nudging, finishing.

button-add-action = Add an action
button-accept = Accept
button-decline = Decline
button-on-track = On track
button-blocked = Blocked
button-done = Done

action-form-title = Add an action
action-form-propose = Propose
action-form-about = *{ $reference } · { $pseudonym }*. It counts once its owner has accepted it.
action-form-change = What will be different?
action-form-change-hint = Say the change, not the effort: “Referrals close only when a service has accepted”, not “raise awareness”.
action-form-level = For whom?
action-form-level-programme = Later workshops of the programme read what was to change for services and what became of it: leave out anything that belongs to this case.
action-form-owner = One owner
action-form-owner-hint = One person who is able to do this. They are asked before it counts.
action-form-due = By when?
action-form-measure = How will you know that it helped?
action-form-measure-hint = What you count or look at, how it stands today, and what you expect.
level-case = This case
level-service = Services

proposal-about = { $person } proposes that you take on an action from { $reference }, by { $due }:
proposal-change =
    “{ $change }”
    How we will know: { $measure }
proposal-meaning = Accepting means that the group counts on you and that you get a reminder when it falls due. Declining is fine: say why.

proposal-answered = Where it stands: *{ $state }*.

plan-title = { $reference }: action plan
plan-level = *{ $level }*
plan-empty = No actions yet.
plan-without-summary = The workshop has gone on without a summary of the session. Anything that people wrote is kept with the case.
plan-part = { $reference }: action plan, part { $part } of { $parts }
plan-parts =
    There are { $count } actions, more than one message holds. The first ones stand here, the others in the thread of this message, in { $more ->
        [one] one more part
       *[other] { $more } more parts
    }.
plan-part-over = Nothing of the plan stands here any more: it has become shorter.
action-line = • “{ $change }” { $owner }, by { $due }: { $state }. How we will know: { $measure }
action-nobody = nobody yet
action-no-date = no date yet
action-outsider = { $name } ({ $keeper } records for them)
action-draft = a draft, not complete yet
action-proposed = waiting for the owner's yes
action-declined = declined
action-withdrawn = withdrawn
action-accepted = accepted
action-on-track = on track
action-blocked = blocked
action-done = done
action-effect-shown = done, and it helped
action-no-effect = done, without the effect hoped for

decline-form-title = Decline
decline-form-question = What makes this the wrong action, or you the wrong owner?
decline-form-hint = The facilitator reads this and looks for another way.
decline-form-send = Decline
blocked-form-title = Blocked
blocked-form-question = What decision is needed, and from whom?
blocked-form-hint = Say it so that somebody can decide it who was not in the room.
blocked-form-send = Send
done-form-title = Done
done-form-question = What shows that it is done?
done-form-hint = What is different now, in a sentence or two. Whether it helped is looked at later.
done-form-where = Where can it be looked at?
done-form-where-hint = A link to the file, or the place. Not the file itself.
done-form-who = Who can confirm it?
done-form-who-hint = A role or a name.
done-form-vague = What was done, where can it be looked at, and who can confirm it?
done-form-send = It is done

owner-update = { $owner } says *{ $state }* about “{ $change }” in { $reference }, due on { $due }.
owner-update-words = “{ $words }”

my-actions-title = Actions you own
my-actions-none = You own no open actions.
