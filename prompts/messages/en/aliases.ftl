### Real names that are masked, and what stands for them.

aliases-title = Names to mask
aliases-about = A name that you put here is masked wherever somebody writes it on this case, now and before. It is kept sealed, and *nobody sees it again, you included*: below stands only what takes its place. A message in Slack still shows what its author wrote.
aliases-added =
    {""}*Kept.* { $count ->
        [0] The name had not been written before.
        [one] It was masked in one answer or reply that had been written before.
       *[other] It was masked in { $count } answers and replies that had been written before.
    } A summary that is published, and an action in the plan, are not changed. You can put in the next name.
aliases-add = Put it in
aliases-name = Real name
aliases-name-hint = First name and surname, as people would write it. Initials, “s” and the Welsh changes of the first letter are found too.
aliases-alone = What counts as this person when it stands alone?
aliases-alone-hint = Leave out what is also a name of somebody in the workshop.
aliases-first-alone = The first name
aliases-surname-alone = The surname
aliases-pseudonym = What stands for it
aliases-pseudonym-hint = The case's pseudonym, or who the person is: Rowan, Rowan's mother, the first foster carer.
aliases-count =
    { $count ->
        [0] No name is masked on this case yet.
        [one] One name is masked on this case.
       *[other] { $count } names are masked on this case.
    }
aliases-line = { $pseudonym }
aliases-remove = Remove
confirm-alias-remove = The name is no longer masked in what people write from now on. What was masked stays masked.
button-names = Names to mask

refusal-alias-incomplete = A real name, of two letters at least, and what stands for it are both needed.
refusal-pseudonym-tells = What stands for a name must not hold a name of this register. Choose other words.
refusal-already-registered = This name is on the register already.
refusal-register-full = { $most } names is the most for one case.
