### The live session.

stage-card-title =
    Stage { $number } of { $total } · about { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
stage-card-question = *{ $question }*
stage-card-help = { $help }
stage-card-kept = Reply in this thread. Replies are kept while this stage is open and can be quoted under your role. Until the summary is published, editing or deleting a reply changes or erases what we keep, and what we quote.
stage-card-closed = This stage is closed. New replies here are not kept; editing or deleting an earlier one still counts until the summary is published.
stage-card-paused = *Paused:* what is said now is not kept, until the facilitator goes on. Editing or deleting an earlier reply still counts.

stage-time-half = Half of the time for this question is over; about { $minutes } minutes are left.
stage-time-near =
    About { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    } left for this question. What has not been said yet?

agenda-title = What is to come
agenda-ask = Ask it next
agenda-about = These stages are still to come, in this order. *Next stage* on your desk opens the first.
agenda-asked = *Your question comes next.* These stages are still to come, in this order.
agenda-none = Nothing is planned after this stage. You can ask a question of the moment, or close the session.
agenda-line =
    {""}*{ $question }*
    { $minutes } minutes{ $silent ->
        [yes] , everybody writes in silence first
       *[no] {""}
    }
agenda-earlier = Earlier
agenda-skip = Take out
agenda-question = A question of the moment
agenda-question-hint = One thing, in fewer than thirty words. It becomes a stage with a thread of its own.
agenda-minutes = How long?
agenda-minutes-option = { $minutes } minutes
agenda-how = How do people answer?
agenda-silent = Everybody writes in silence first
agenda-time-off = No more words about time
agenda-time-on = Tell the threads how the time stands

voices-title = Who has been heard
voices-about = *{ $reference }*, for you alone. Who has said least comes first.
voices-line = { $person }, { $role }: { $replies ->
        [one] one reply
       *[other] { $replies } replies
    }, { $words ->
        [one] one word
       *[other] { $words } words
    }
voices-silent = *{ $person }*, { $role }: not yet
voices-meaning = Counts of what was written in the threads, not of what was said aloud, and no measure of anybody.

stage-card-next = The session has gone on to { $place }.
stage-card-next-place = the next question
