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
