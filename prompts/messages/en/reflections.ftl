### Reflecting before the workshop.

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

reflection-form-title = Before the workshop
reflection-form-save = Save answers
reflection-form-about = *{ $reference } · { $pseudonym }* · workshop on { $date }. Skip any question. No names, please.
reflection-form-visibility = Who may see these answers?
reflection-form-visibility-hint = Under your role they stand as “{ $role }”. Without attribution your role is left out, but people who know the case may still guess; such words are quoted only if at least five people could have written them.
visibility-named-role = The group, under my role
visibility-unattributed = The group, without attribution
visibility-facilitator-only = Only the facilitator

reflection-kept-title = Answers saved
reflection-kept-about = Thank you. Your answers are saved, and you can change them until the session starts on { $date }.

invitation-answered = Thank you: your answers are saved. You can change them until the session starts on { $date }.
button-change-answers = Look at my answers

button-read-answers = Read the answers
answers-title = What people wrote
answers-about = *{ $reference }:* answers from before the workshop, for you as the facilitator. What is marked *only for you* does not enter the summary.
answers-line =
    {""}*{ $speaker }*
    { $words }
answers-private =
    {""}*{ $speaker }* · _only for you_
    { $words }
answers-none = Nobody has answered yet.
answers-back = Back
answers-more = More
