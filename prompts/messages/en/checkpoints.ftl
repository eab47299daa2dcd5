### Checkpoints: did what was done help, and what comes of what did not?

button-see = Say what you see
button-compare = Do you see the same?
button-decide = Decide
button-reopen = Open it again
button-look-anew = Ask the owner again

checkpoint-weeks = six weeks
checkpoint-months =
    { $months ->
        [3] three months
        [6] six months
       *[other] { $months } months
    }
checkpoint-asked = It is { $when } since the workshop on { $reference }, and you have done what stands below. Did it help? Two minutes each; “too early” is an answer too.
checkpoint-hoped-for =
    “{ $change }”
    How we said we would know: { $measure }
    It stood at: { $baseline }. We hoped for: { $expected }.
checkpoint-not-said = not written down
checkpoint-seen = { $owner } sees now: { $level } (*{ $effect }*).
checkpoint-words = “{ $words }”
checkpoint-line = • “{ $change }” { $owner }
effect-shown = it helped
effect-none = no effect
effect-too-early = too early to say
effect-shown-choice = It helped: we see what we hoped for
effect-none-choice = No effect that I can see
effect-too-early-choice = Too early to say

see-form-title = What do you see?
see-form-send = Send
see-form-stands = How does it stand now?
see-form-stands-hint = The same measure as above: the number, or what you found when you looked.
see-form-effect = Is that what was hoped for?
see-form-words = What else should the others know?
see-form-words-hint = The group reads this with your name, and is asked whether they see the same.

sightings-title = { $reference }: did it help? ({ $when })
sightings-about = This is what the owners see. Do you see the same?
sightings-meaning = What you answer goes to the facilitator with your name and role, and to nobody else. The plan says how each action stands.
compare-form-title = Does it match?
compare-form-match = Do you see the same?
compare-form-words = What do you see?
compare-form-words-hint = The facilitator alone reads this, with your name and role.
match-same = Yes, I see the same
match-other = No, I see something else
match-cannot-say = I cannot say from where I am

checked-about = The checkpoint after { $when } on { $reference } is over.
checked-unseen = Nobody has said yet whether these helped. They are done; a word with their owners may be all it takes:
checked-again = These are closed, and drawn by lot for a second look: does the change still hold? If not, open it again.

no-effect-about = An action in { $reference } is done and did not help. That happens, and it is worth knowing.
no-effect-question = Change it, stop, or ask somebody with more say?
no-effect-decided = It has been decided what comes of this.
decide-form-title = No effect: what now?
decide-form-send = Decide
decide-form-course = What now?
course-change = Change it and try again
course-stop = Stop here
course-escalate = Ask somebody with more say
decide-form-why = Why, or which decision is needed?
decide-form-why-hint = It stays on the action's record. Whoever is asked reads it: nothing of the case, please.
decide-form-change = What will be different?
decide-form-due = By when?
decide-form-change-hint = Only for another try. Its owner is asked to accept it.
decide-form-to = Who is to decide?
decide-form-to-hint = Only if somebody is to be asked.

reopen-form-title = Open it again
reopen-form-send = Open it again
reopen-form-about = What was said and done so far stays on its record. Unless it is yours, its owner is asked to accept it again.
reopen-form-why = Why?

other-view-about = { $person } ({ $role }) does not see what the owner of an action in { $reference } sees.
other-view-words = “{ $words }”
other-view-meaning = Nobody else knows of this. Asking again puts it before the owner at the next checkpoint.

escalated-about = { $person } asks for your decision about an action from { $reference }. It was done, and had no effect.
escalated-words = What is needed: “{ $words }”
escalated-meaning = Tell { $person } what you decide; it is written on the action's record.
