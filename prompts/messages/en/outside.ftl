### What owners outside the workspace read: an e-mail without a word of the case, and one page.

mail-subject-asked = Will you take on an action?
mail-subject-due = How does your action stand?
mail-asked =
    Hello,

    you are asked to take on an action, to be done by { $due }. { $facilitator } has talked with you about it, or will. What it is stands on this page, where you can say yes or no:
mail-due =
    Hello,

    an action that you agreed to own is due for an update; its date is { $due }. Please say how it stands, on this page:
mail-early =
    Hello,

    an action that you agreed to own is to be done by { $due }. There is no need to answer. If something is in the way, or it is done already, say so on this page:
mail-link =
    The link is for you alone. It works once, until { $until }. Please do not pass this e-mail on.

    { $facilitator } reads what you write, and is the person to talk to. Nobody reads replies to this e-mail.

    On purpose it says nothing of what the action is about: e-mail is no place for that.
mail-facilitator = The facilitator

outside-title-asked = Will you take this action on?
outside-title-due = How does your action stand?
outside-about = Action { $number }, to be done by { $due }.
outside-show = Show what the action is
outside-shown-change = What will be different
outside-shown-measure = How it will be known that it helped
outside-answer-asked = Your answer
outside-answer-due = How does it stand?
outside-accepted = I take it on
outside-accepted-hint = From then on you are asked by e-mail how it goes, a few times at most.
outside-declined = I cannot take it on
outside-declined-hint = Say in a sentence why; the facilitator asks somebody else.
outside-on-track = On track
outside-on-track-hint = If you like, say what has happened and what is next.
outside-blocked = Blocked
outside-blocked-hint = Say which decision is needed, and from whom.
outside-done = Done
outside-done-hint = Say what shows it, where that can be seen, and who could confirm it.
outside-not-mine = Not mine any more
outside-not-mine-hint = Say why, and whose it could be.
outside-words = In your words
outside-words-hint = Roles, please, and no names or numbers that tell who somebody is. The facilitator reads this; it is kept encrypted in the record of the action.
outside-send = Send
outside-danger = This page is not read at once. If somebody is in danger, ring 999. { $safeguarding }
outside-ring = For a worry about somebody's safety: { $safeguarding }
outside-wrong = There is a problem
outside-question = A question before it is sent
outside-raised = The risk has gone to the facilitator and the deputy all the same.
outside-wrong-title = Problem: { $title }
outside-nothing-chosen = Choose one of the answers.
outside-too-long = Please say it in { $most } characters or fewer.
outside-risk-hint = It goes to the facilitator and the deputy at once, with your name and these words.
outside-vague = “{ $words }” leaves open what happens. { $question } If there is nothing more to say, send it as it is.
outside-marked = This is what was found:
outside-thanks-title = Thank you
outside-thanks-risk = What you said has gone to the facilitator and the deputy as a risk, with your name, and it is in the record of the action. They may not see it at once: if it cannot wait, do not wait for them, and ring. The link does not work any more.
outside-thanks = What you said is in the record of the action, and the facilitator hears of it. The link does not work any more; you can close this page.
outside-none = This link does not work. It may not be complete, or its time may be over. The person who facilitates the workshop can tell you more.
outside-none-title = This link does not work
outside-over = This link has been used already, or a newer one has been sent, or there is nothing to say any more. There is nothing that you have to do here; if you want to add something, talk with the person who facilitates the workshop.
outside-over-title = Nothing to do here
outside-ours = Something went wrong on our side, and nothing was kept. Please try again in a few minutes; your link still works.
outside-ours-title = That did not work
