### The live session.

stage-card-title =
    { $number } of { $total } · { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
stage-card-question = *{ $question }*
stage-card-help = { $help }
stage-card-kept = Reply in this thread. Replies are kept while this stage is open and can be quoted under your role. Edit a reply and we keep the new words; delete it and ours are erased too.
