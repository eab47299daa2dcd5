### What came of a pulse, which is shown only together.

button-pulse = See how it was
pulse-title = How it was
pulse-about =
    { $standing ->
        [open] *{ $reference } · { $title }* These questions are still open, until { $date } or until everybody has answered or the workshop is closed. Until then nobody sees anything of them, so that no change in the numbers gives anybody away.
        [too_few] *{ $reference } · { $title }* Too few people answered. With fewer than { $smallest } answers to a question a mean could tell what somebody chose, so nothing is shown, to anybody.
       *[shown] *{ $reference } · { $title }* Means of what at least { $smallest } people chose, rounded to a half. Nobody is shown who answered or what anybody chose.
    }
pulse-mark =
    {""}*{ $question }*
    { $mean } of 10. The answers were { $spread ->
        [close] close together.
        [apart] some way apart.
       *[far] far apart: people felt differently about this.
    }
pulse-ends = 0: { $low } · 10: { $high }
pulse-too-few =
    {""}*{ $question }*
    Too few answered this one for it to be shown.
