### What happened with what somebody said, for them alone.

outcome-title = { $reference }: what happened with what you said
outcome-about = The summary of the session about { $pseudonym } is published: { $link }. This message is for you alone.
outcome-link = read it in the channel
outcome-lines =
    { $count ->
        [one] *One line of it rests on what you said.*
       *[other] *{ $count } lines of it rest on what you said.*
    }
outcome-theirs = Quoted from you:
outcome-alike = Quoted from somebody who said much the same, with your words behind it:
outcome-line =
    • { $heading }: { $words }
outcome-more = … and { $count } more.
outcome-unquoted =
    { $count ->
        [one] *One answer or reply of yours is behind no line.* It is
       *[other] *{ $count } answers and replies of yours are behind no line.* They are
    } kept with the case and not lost. A summary takes in only so much, leaves out what was raised as a risk and what could name somebody who did not want that, and is cut by the facilitator before it is published.
outcome-confided =
    { $count ->
        [one] *One answer was for the facilitator only.* It is with the facilitator and not in the summary, as you wished.
       *[other] *{ $count } answers were for the facilitator only.* They are with the facilitator and not in the summary, as you wished.
    }
outcome-afterwards =
    { $count ->
        [one] *One answer is from after the session.* It is with the facilitator. The summary is made of what came before.
       *[other] *{ $count } answers are from after the session.* They are with the facilitator. The summary is made of what came before.
    }
outcome-next =
    {""}*What comes next:* { $actions ->
        [0] there is no action in the plan yet. `/case actions` proposes one.
        [one] there is one action in the plan.
       *[other] there are { $actions } actions in the plan.
    } Every action is followed until its owner shows that it is done, and the plan in the channel shows how it stands. If a line does not say what you meant, tell { $facilitator }.
