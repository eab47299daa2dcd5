### Reflecting before the workshop, and after its session.

invitation-title = { $reference }: before the workshop
invitation-about =
    { $facilitator } invites you to the workshop about { $pseudonym } on { $date }. Before it, please answer { $questions ->
        [one] one short question
       *[other] { $questions } short questions
    }, about { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    } in all. Skip any that you like; you can change your answers until the session starts.
invitation-who-sees = You choose for your answers: shown to the group with your role, shown to the group without it, or read by the facilitator only.
button-answer = Answer now

notice-form-title = Before you write
notice-form-read = I have read this
notice-kept = *What is kept.* Your answers, in the case's own store and not only in Slack, sealed so that the database alone does not give them away. While you are writing, each answer is saved when you leave its question; nobody else reads it before you send.
notice-seen = *Who sees it.* You choose for each answer: the group with your role, the group without it, or the facilitator only. The facilitator, or the deputy who has taken their place, reads all of them and, before the session, sees how far you are, except where that would tell what you wrote without your role. Without your role, people who know the case may still guess that it was you. What is marked *together* is shown only as a mean of several people. What is marked *for you alone* is shown to nobody else.
notice-record = *Not off the record.* Nothing in a workplace Slack is off the record or legally privileged. Your organisation may be asked for it, and the person whom it is about may ask to see it. Write about what can be learned; facts about care belong in the case record.
notice-by-meaning = *A small model on the bot's own machine compares what is written,* so that the draft of the summary can put together what means the same; it writes nothing and sends nothing.
notice-model = *A language model may help with the summary* ({ $model }). It is given masked words without names, roles or agencies, and nothing that is only for the facilitator or about a risk. What it proposes is checked against people's own words, and nothing is published before the facilitator has read it.
notice-instead = *If you would rather talk,* tell the facilitator. Leave out names, dates of birth, addresses and numbers.
notice-risk = *If somebody is at risk now,* do not wait for the workshop: follow your safeguarding procedure, and tick “This is about a risk to someone now”. The facilitator and the deputy then have those words at once, with your name; if they do not look in time, people whom the facilitator has named have them next. Such a risk stays with them even if you withdraw your answer, and enters no summary.
refusal-notice-unread = Please read the notice first: open the questions again with `/reflect`.

reflection-form-title =
    { $occasion ->
        [before] Before the workshop
        [alone] For you alone
       *[other] After the session
    }
step-progress =
    { $number } of { $total } · { $minutes ->
        [one] about one minute left
       *[other] about { $minutes } minutes left
    } · { $reference } · { $pseudonym } · leave it empty to skip
step-next = Next
step-back = Back
step-leave = Save and leave
step-visibility = Who may see this answer?
step-visibility-hint =
    { $alone ->
        [yes] With your role it stands as “{ $role }”; as nobody else is here from { $agency }, that tells everybody that it is you.
       *[no] With your role it stands as “{ $role }”, one of several people from { $agency }.
    } Without your role, people who know the case may still guess; { $few ->
        [yes] as fewer than five people are here, the facilitator reads such words and the summary quotes none of them.
       *[no] such words are quoted only if at least five people could have written them.
    }
step-visibility-hint-after =
    The facilitator reads it; it does not go into the summary. Your choice says whether the facilitator may bring it to the group. { $alone ->
        [yes] With your role it is “{ $role }”; as nobody else was here from { $agency }, that tells everybody that it is you.
       *[no] With your role it is “{ $role }”, one of several people from { $agency }.
    } Without your role, people who were there may still guess.
step-who-sees =
    { $occasion ->
        [alone] *For you alone:* nobody else is shown this, not the facilitator and not the group, and no summary uses it. Only a risk that you raise goes further. You can close this and take it up again at any time with `/reflect mine`.
       *[together] *Together:* nobody is shown what you choose, or whether you answered, the facilitator included. A mean is shown if at least { $smallest } people answer.
    }
reflection-saved =
    { $occasion ->
        [before] Saved. Nobody else reads it yet. Go on whenever you like, on any device, with `/reflect` or from the message with the questions, until the session starts on { $date }.
        [alone] Saved, for you alone. Go on whenever you like, on any device, with `/reflect mine`.
        [together] Saved. It counts once you send it. Go on with `/reflect` or from the message with the questions, until { $date }, or until everybody has answered or the workshop is closed.
       *[other] Saved. Nobody else reads it yet. Go on whenever you like, on any device, with `/reflect` or from the message with the questions, until the workshop is closed.
    }
reflection-sent =
    { $occasion ->
        [before] Thank you. Your answers are with the facilitator. You can still change or withdraw them until the session starts on { $date }.
        [together] Thank you. It counts together with what the others choose. You can still change or withdraw it until { $date }, or until everybody has answered or the workshop is closed.
       *[other] Thank you. Your answers are with the facilitator. You can still change or withdraw them until the workshop is closed.
    }
reflection-withdrawn =
    { $occasion ->
        [alone] Erased. What you wrote is no longer in the store. Copies that you had sent to yourself stay in Slack. You can start again with `/reflect mine`.
        [together] Withdrawn. What you chose has been erased from the store and does not count. You can start again until { $date }, or until everybody has answered or the workshop is closed.
        [before] Withdrawn. What you wrote has been erased from the store. You can start again until the session starts on { $date }.
       *[other] Withdrawn. What you wrote has been erased from the store. You can start again until the workshop is closed.
    }{ $risk ->
        [yes] {" "}The risk that you raised is kept apart and stays with those who were asked to look.
       *[no] {""}
    }
review-reflection-title = Look it over
review-reflection-send = Send
review-reflection-keep = Done
review-reflection-about =
    { $occasion ->
        [before] This is what you have written. { $sent ->
            [yes] It is with the facilitator.
           *[no] *It has not been sent yet:* nobody else reads it before you press *Send*.
        } It can be changed until the session starts on { $date }.
        [alone] This is what you have written, for you alone. It is saved, and there is nothing to send. You can come back to it with `/reflect mine`, change it, have a copy, or erase it.
        [together] This is what you have chosen. { $sent ->
            [yes] It counts.
           *[no] *It has not been sent yet,* and counts once you press *Send*.
        } It can be changed until { $date }, or until everybody has answered or the workshop is closed.
       *[other] This is what you have written. { $sent ->
            [yes] It is with the facilitator.
           *[no] *It has not been sent yet:* nobody else reads it before you press *Send*.
        } It can be changed until the workshop is closed.
    }
review-reflection-answered =
    {""}*{ $question }*{ $risk ->
        [raised] {" "}· *raised as a risk to someone now*
        [asked] {" "}· *please say whether it is about a risk to someone now*
       *[none] {""}
    }
review-reflection-question =
    {""}*{ $question }*
    _{ $visibility }_{ $risk ->
        [raised] {" "}· *raised as a risk to someone now*
        [asked] {" "}· *please say whether it is about a risk to someone now*
       *[none] {""}
    }
answer-scale = { $number } of 10
answer-scale-choose = Choose a number
review-reflection-skipped =
    {""}*{ $question }*
    _Skipped_
review-reflection-edit = Change
review-reflection-withdraw =
    { $occasion ->
        [alone] Erase everything
       *[other] Withdraw everything
    }
confirm-withdraw =
    { $occasion ->
        [alone] Everything that you have written here is erased from the store. Copies that you had sent to yourself stay in Slack. A risk that you raised is kept apart and stays with those who were asked to look.
        [together] What you have chosen is erased from the store, and does not count.
       *[other] Everything that you have written to these questions is erased from the store. A risk that you raised is kept apart and stays with those who were asked to look.
    }
visibility-named-role = The group, under my role
visibility-unattributed = The group, without attribution
visibility-facilitator-only = Only the facilitator

invitation-answered = Thank you: your answers are with the facilitator. You can change them until the session starts on { $date }.
invitation-over =
    { $answered ->
        [yes] Thank you: your answers are with the facilitator. The session has started, so they can no longer be changed.
       *[no] The session has started, so these questions are closed. What matters to you can still be said in the session.
    }
unsent = *{ $reference }:* the session has started, and what you had written to the questions before it was not sent. Nobody else reads it, it enters no summary, and it can no longer be sent. If you raised a risk in it, that was passed on at once. What matters to you can still be said in the session: in the thread of the question that is open, or aloud.
button-change-answers = Look at my answers

button-read-answers = Read the answers
answers-title = What people wrote
answers-about =
    { $occasion ->
        [before] *{ $reference } · { $title }:* answers from before the workshop, for you as the facilitator. What is marked *only for you* does not enter the summary.
       *[other] *{ $reference } · { $title }:* answers from after the session, for you as the facilitator. None of them enters the summary. What is marked *only for you* is not for the group.
    }
answers-other = People have also answered *{ $title }*.
answers-choose = Read these
answers-line =
    {""}*{ $speaker }*
    { $words }
answers-private =
    {""}*{ $speaker }* · _only for you_
    { $words }
answers-risk = _About a risk to someone now: it was raised with you at once, and enters no summary._
answers-none = Nobody has answered yet.
answers-back = Back
answers-more = More

reminder-open =
    The questions for *{ $reference } · { $pseudonym }* are still open, about { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    } in all. The workshop is on { $date }. Even one answer helps.
reminder-begun = You have begun to answer the questions for *{ $reference } · { $pseudonym }* and not sent them yet. Nobody else reads them before you do. The workshop is on { $date }.
button-tomorrow = Remind me tomorrow
button-cannot = I cannot do this one
reminder-put-off = You will be asked again on the next working day, if these questions are still open then.
reminder-declined = Thank you for saying so. You are not asked again. Should you change your mind, `/reflect` opens the questions for as long as they are open.

afterwards-title = { $reference }: after the session
afterwards-about = Thank you for the session about { $pseudonym }. { $facilitator } asks you to look back while it is fresh. Skip any question that you like.
afterwards-round =
    { $occasion ->
        [together] *{ $title }* { $questions ->
            [one] One number to choose.
           *[other] { $questions } numbers to choose.
        } Nobody is shown what you choose, or whether you answered, the facilitator included. The means are shown when these questions have closed (after { $date }, or sooner if everybody has answered or the workshop is closed), if at least { $smallest } people answered.
       *[after] *{ $title }* { $questions ->
            [one] One question,
           *[other] { $questions } questions,
        } about { $minutes ->
            [one] one minute.
           *[other] { $minutes } minutes.
        } The facilitator reads your answers, and you say for each whether the group may hear of it. They do not change the summary. You can change them until the workshop is closed.
    }
afterwards-answered =
    { $occasion ->
        [together] *{ $title }* Thank you: it counts together with what the others choose. You can change it until { $date }, or until everybody has answered or the workshop is closed.
       *[after] *{ $title }* Thank you: your answers are with the facilitator. You can change them until the workshop is closed.
    }
afterwards-reminder = If you would still like to look back on the session about *{ $reference } · { $pseudonym }*, this is open. Even one answer helps.
