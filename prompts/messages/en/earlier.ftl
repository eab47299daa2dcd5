### What became of earlier actions.

button-earlier = What became of them
earlier-title = Earlier actions
earlier-nothing = There are no earlier actions to tell of.

earlier-case = What became of earlier actions on this case
earlier-programme = What became of earlier actions for services in this programme
earlier-facilitator = What became of earlier actions for services, in other workshops that you ran

earlier-helped = done, and it helped
earlier-no-effect = done, without the effect hoped for
earlier-done = done; whether it helped is not known yet
earlier-open = still open
earlier-left = not acted on

earlier-no-factor = No factor
earlier-line = *{ $factor }* ({ $reference }): “{ $change }” – { $fate }.
earlier-line-elsewhere = *{ $factor }*: “{ $change }” – { $fate }.
earlier-seen = Hoped for: { $expected }. Seen since: { $level }.
earlier-touched = People have written about this now.

earlier-count = { $fate }: { $count }
earlier-on-desk = *What became of earlier actions:* { $counts }.

earlier-told-title = What became of earlier actions
earlier-told-fate = *{ $fate }*
earlier-told-line =
    { $known ->
        [yes] • “{ $change }” ({ $factor })
       *[no] • “{ $change }”
    }
earlier-told-about =
    { $from ->
        [case] From the action plans of earlier workshops on this case.
        [programme] From other workshops of the programme: what was to change for services and what became of it, and nothing else of their cases.
       *[both] From the action plans of earlier workshops on this case and, for services, of others in the programme, without anything else of their cases.
    } What worked may be worth more of; what did not is worth another way.
