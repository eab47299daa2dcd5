### The weekly digest of a plan.

digest-title = { $reference }: the plan on { $date }
digest-moved = *Moved since last time*
digest-blocked = *Blocked: a decision is missing*
digest-late = *Late*
digest-soon = *Due in the next seven days*
digest-line = • “{ $change }” { $owner }, by { $due }: { $state }
digest-more =
    … and { $count ->
        [one] one more
       *[other] { $count } more
    }, in the plan.
digest-standing = *{ $level }*: { $counts }.
digest-count-waiting = { $count } waiting for a yes
digest-count-open = { $count } open
digest-count-done = { $count } done
digest-count-helped = { $count } done and helped
digest-count-in-vain = { $count } done without effect
digest-count-late = { $count } of the open ones late
digest-count-blocked = { $count } of the open ones blocked
digest-nothing-yet = nothing yet

digest-picture-title = { $reference }: how the plan stands on { $date }
digest-picture-week = { DATETIME($date, dateStyle: "short") }
digest-picture-words = { $level }: { $counts }; on { $first }: { $before }.
digest-band-waiting = waiting for a yes
digest-band-open = open
digest-band-done = done
digest-band-helped = done and helped
digest-band-in-vain = done without effect
digest-band-late = late
digest-band-blocked = blocked

button-digest = Another day or hour
digest-form-title = The weekly digest
digest-form-send = Keep
digest-form-about = Once a week the channel of { $reference } reads what has moved in the plan, what is late or blocked, and what comes next. In a week with nothing to say nothing is sent.
digest-form-weekday = On which day?
digest-form-none = No digest
digest-form-day =
    { $day ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
       *[4] Friday
    }
digest-form-hour = At which hour?
