### The summary: draft, review, publication.

summary-draft-ready =
    The draft of the summary for *{ $reference }* is ready: { $count ->
        [0] no lines, as nobody wrote anything that may be quoted.
        [one] one line, word for word from what was written and kept.
       *[other] { $count } lines, each word for word from what was written and kept.
    } Nothing is published until you approve it. (Version { $version })
summary-draft-replaced = Version { $version } of the draft for *{ $reference }* has been replaced by a newer one.
summary-draft-published = The summary for *{ $reference }* is approved and published.
button-review = Check the draft

review-form-title = Check the summary
review-form-publish = Approve and publish
review-form-about = Version { $version }. Each line is quoted from somebody. Look at the words behind a line, and leave it out if it should not go to the group. “Approve and publish” posts what is left to the channel in your name.
review-form-unquoted =
    { $count ->
        [one] One answer or reply is not behind any line
       *[other] { $count } answers and replies are not behind any line
    }: they are for you alone, about a risk to someone, could name their author, are like others, were too many, or you left the line out.
button-evidence = Words behind it
button-drop = Leave this line out

evidence-title = Words behind it
evidence-answer =
    {""}*{ $speaker }*, before the workshop:
    { $words }
evidence-silent =
    {""}*{ $speaker }*, in a silent round of the session:
    { $words }
evidence-contribution =
    {""}*{ $speaker }*, in the session:
    { $words }
evidence-spoken =
    {""}*{ $speaker }*, spoken in the session and written down by { $scribe }:
    { $words }
evidence-gone = The words behind this line have been changed or taken back, and the line goes with them.
evidence-left-out = Left out. It will not be in the summary, nor in a later draft while its words stay the same. What was written stays in the case's store.
speaker-unattributed = Unattributed

summary-title = { $reference }: what the group found { $pages ->
        [one] {""}
       *[other] ({ $page } of { $pages })
    }
summary-approved = Checked and approved by { $person } on { $date }. Every line is word for word from what somebody wrote, but for names and numbers that are masked.
summary-heading = *{ $heading }*
summary-line = “{ $words }” ({ $speaker })
summary-line-cited = “{ $words }” ({ $speaker }; { $places })
summary-place-answer = written before the workshop
summary-place-silent = written in a silent round
summary-place-reply =
    { $number ->
        [1] said here
       *[other] and here
    }
summary-closing = Is something wrong or missing? Tell the facilitator; the summary can be corrected.

finding-strength = What was done well
finding-missed-opportunity = Moments that could have gone another way
finding-theme = What the group said
finding-open-question = Open questions
