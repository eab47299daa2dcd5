### A longer reflection for oneself alone.

button-learning = For you alone
button-learning-open = Open
button-own-copy = Send me a copy
afterwards-learning = *For you alone:* if you would like more room, there is a longer reflection, about twenty minutes. Nobody else is shown it, or whether you wrote one. `/reflect mine` opens it at any time.
home-learning-title = For you alone
home-learning-about = A longer reflection on a session, about twenty minutes, that nobody else is shown. For an earlier session, add its reference: `/reflect mine LC-2026-0001`.
home-learning = *{ $reference }* · { $pseudonym }
own-copy-title =
    { $reference }: your own reflection{ $parts ->
        [one] {""}
       *[other] {""} (part { $part } of { $parts })
    }
own-copy-question = *{ $question }*
own-copy-skipped = _Skipped_
own-copy-where = This is a copy, for you. It now lies in Slack like any other message, under your organisation's rules for Slack. Erasing your reflection does not erase this copy.
own-copy-coming = Your copy is on its way to you as a direct message, with all questions and answers. It is noted that a copy was made, and nothing of what is in it.
refusal-no-session-yet = There is no session behind you yet to look back on.
