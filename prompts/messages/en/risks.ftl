### Risks now: what those who are asked to look read, and what the author of a risk reads.

moment = { $time } on { $date }

risk-now-title = A risk to somebody now: { $reference }
risk-now-about =
    {""}*{ $author } says that this is about a risk to someone now.* It was written at { $at }, in their own words:
risk-words = “{ $words }”
risk-ring = *Safeguarding contact:* { $safeguarding }. In an emergency ring 999.
risk-ring-own = Follow your safeguarding procedure. In an emergency ring 999.
risk-now-passed-on = *Nobody had seen it in time, so it was also passed on to { $last }.*
button-risk-seen = I have seen this
risk-now-meaning = The button tells the author, and everybody else who was asked, that you have looked; it does not say that the risk is over. What to do is for you and your safeguarding procedure, and the author knows who this is about. It is kept apart from the workshop and does not enter its summary.
risk-now-meaning-outside = Its author owns an action and has no Slack: nobody tells them here, so talk with them. The button tells everybody else who was asked that you have looked; it does not say that the risk is over. What to do is for you and your safeguarding procedure. It is kept apart from the workshop and does not enter its summary.
risk-author-outside = The owner of an action, who has no Slack,
risk-seen = *Seen by { $person } at { $at }.*

risk-raised-title = You raised a risk: { $reference }
risk-raised-waiting =
    {""}*It has gone to { $first }.* Nobody has said yet that they have seen it.
    { $more ->
        [yes] If nobody has by { $by }, it is passed on to { $following }.
       *[no] If nobody has by { $by }, you hear it here at once; there is nobody else to pass it on to.
    } If it cannot wait, do not wait for an answer here: ring.
risk-raised-passed-on =
    {""}*Nobody had seen it in time, so it was passed on to { $last }.*
    { $more ->
        [yes] If nobody has seen it by { $by }, it goes on to { $following }.
       *[no] If nobody has seen it by { $by }, you hear it here at once; there is nobody else to pass it on to.
    } If it cannot wait, do not wait for an answer here: ring.
risk-raised-unheard = *Nobody has looked yet, and there is nobody left to pass it on to. Please ring now.*
risk-raised-words = You wrote this at { $at }; it went with your name:
risk-raised-stays = This message stays current. What you raised stays with those who were asked to look, even if you change or withdraw your answer; it does not enter the summary of the workshop.

risk-unheard-mine = *Nobody has looked yet* at the risk that you raised in { $reference } at { $at }, and there is nobody left to pass it on to. *Please ring now.*
risk-unheard = *Nobody has looked yet* at the risk that { $author } raised in { $reference } at { $at }, and there is nobody left to pass it on to. { $author } has been told to ring. *Please look now:* the message with it is above.

risk-unheard-outside = *Nobody has looked yet* at the risk that an owner who has no Slack raised in { $reference } at { $at }, and there is nobody left to pass it on to. *Please look now:* the message with it is above.

risk-tick = Is somebody at risk?
risk-tick-option = This is about a risk to someone now
risk-tick-hint = It goes to the facilitator and the deputy at once, with your name and these words. You are told whom to ring and who has seen it.
risk-tick-raised = It was raised. Taking the tick away does not take that back, it only says that these words are not about it now.
risk-asked-words = You wrote “{ $words }”. { $why }
risk-asked = Is this about a risk to someone now?
risk-asked-yes = Yes, tell somebody now
risk-asked-no = No, not now
risk-asked-hint = Yes sends these words to the facilitator and the deputy at once, with your name, and tells you whom to ring. No sends nothing.
risk-asked-kept =
    { $held ->
        [yes] What is kept already cannot be sent before you have answered.
       *[no] What you wrote has been kept, also if you close this now. It cannot be sent before you have answered.
    }

reply-asked = *{ $reference }:* something in { $place } sounds as if somebody may be at risk now.
reply-asked-question = *Is this about a risk to someone now?*
reply-asked-meaning = Yes sends the words of your reply to the facilitator and the deputy at once, with your name, and you are told who has looked. No sends nothing. Your reply is kept either way. Until you have answered, and if you say yes, it does not enter the summary. Only you see this.
reply-asked-yes = You said *yes*. It has gone to the facilitator and the deputy, and another message here tells you who has looked. Your reply does not enter the summary.
reply-asked-no = You said that it is not about a risk now. Your reply counts like any other. If that changes, tell somebody at once: `/case actions` opens a form that has a tick for it.
reply-asked-gone = *{ $reference }:* you were asked about { $place }. You have changed it or taken it back since.
refusal-reply-gone = That reply is not kept any more. If somebody is at risk now, ring first; `/case actions` opens a form that has a tick for it.
refusal-risk-without-words = Say in a few words what the risk is, so that whoever looks knows.
refusal-not-asked-to-look = There is nothing here for you to look at.
