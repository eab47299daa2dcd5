### Tagging what was said: the form, the list in which the facilitator settles, and what they say when they cannot.

tag-form-title = Tag this
tag-form-next = Next
tag-form-keep = Tag it
tag-form-suggest = Suggest it
tag-form-about = { $reference } · what is this reply? Your suggestion goes to the facilitator with your name, who settles it. The thread does not show it.
tag-form-about-settles = { $reference } · what is this reply? What you tag is settled at once, and the draft of the summary is made from it. The thread does not show it.
tag-form-words = “{ $words }”
tag-form-which = Which of these answers?
tag-form-which-option = { $speaker }: { $words }
tag-form-kind = It is
tag-opportunity = A missed opportunity
tag-factor = A contributory factor
tag-strength = A strength
tag-open-question = An open question
tag-action = Something to do: make it an action
tag-form-factor = What made it more likely?
tag-form-factor-hint = Conditions, not people. Several can be true: tag the reply again for each.
tag-form-choose = Choose one
tag-form-known = What was known then?
tag-form-known-hint = By whoever had to decide, on that day. Not what we know today.
tag-form-sense = It made sense because …
tag-form-sense-hint = The rule, the workload, what they had been told: why a careful person would have done the same.
tag-form-helped = What would have helped?
tag-form-helped-hint = Something that could be there next time.
tag-form-parts-suggest = Leave empty what you do not know. The facilitator needs all three before it is settled.
tag-form-parts-settle = All three belong to it: without why it made sense, it would be blame.
tag-kept-suggested = Suggested: *{ $kind }*. The facilitator sees it with your name. Thank you.
tag-kept-settled = Settled: *{ $kind }*. You find it under *Tags* (`/case tags`).
tag-raised = It has been raised as a risk, with your name. It stands nowhere else: the reply has not been tagged.

tag-what-factor = Contributory factor: { $factor }
tag-what-factor-open = Contributory factor, not yet said which
tag-what-opportunity = Missed opportunity
tag-what-strength = Strength
tag-what-open-question = Open question

tag-list-title = Tags
tag-list-about = { $reference } · what people have said that replies are. What you settle stands under its heading in the draft of the summary, unless nothing is taken from its question, such as the opening; what you leave out does not come back. Words about a risk are never shown here.
tag-list-none = { $reference } · nothing has been tagged yet. Anyone who takes part can suggest a tag: *Tag this* in the menu of a reply (on a phone, hold your finger on it), or a reaction.
tag-list-waiting = Waiting for you
tag-list-settled = Settled
tag-list-reply = *{ $speaker }:* { $words }
tag-list-suggested = *{ $what }* · suggested by { $people }
tag-list-is-settled = *{ $what }* · settled
tag-list-parts =
    {""}_Known then:_ { $known }
    _It made sense because:_ { $sense }
    _Would have helped:_ { $helped }
tag-list-not-said = not said yet
tag-list-more = Next page
tag-list-back = Page before
button-tag-settle = Settle it
button-tag-complete = Complete it
button-tag-change = Change
button-tag-leave-out = Leave out
button-tags = Tags

action-form-answers = *It answers:* { $words }

desk-tags =
    {""}*Tags:* { $waiting ->
        [0] none waits for you.
        [one] one suggestion waits for you.
       *[other] { $waiting } suggestions wait for you.
    } { $settled ->
        [none] Nothing is settled yet.
       *[some] Settled: { $kinds }.
    }
desk-tags-opportunity =
    { $count ->
        [one] one missed opportunity
       *[other] { $count } missed opportunities
    }
desk-tags-factor =
    { $count ->
        [one] one contributory factor
       *[other] { $count } contributory factors
    }
desk-tags-strength =
    { $count ->
        [one] one strength
       *[other] { $count } strengths
    }
desk-tags-open-question =
    { $count ->
        [one] one open question
       *[other] { $count } open questions
    }

refusal-nothing-to-tag = There are no words here that can be tagged. Tags belong to replies that were kept in a question's thread of a session; what is not kept, what was taken back and what is about a risk has none.
refusal-tag-decided = The facilitator has decided about this already. If you see it differently, tell them.
refusal-factor-missing = Choose the factor that fits best.
refusal-parts-missing = This part is needed before it is settled: with all three, nobody is blamed.
