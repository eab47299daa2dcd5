### What stands in the place of an identifier, and what its author is told.

mask-nhs-number = NHS number
mask-upn = pupil number
mask-national-insurance = National Insurance number
mask-postcode = postcode
mask-phone = phone number
mask-email = e-mail address
mask-birth-date = date of birth
mask-card = card number
mask-name = name
mask-another-case = (left out)
mask-local = record number

refusal-identifier-found = This would tell who somebody is (a name that is masked on this case, a date of birth, a postcode or a number of a person). Please write it without.
step-masked = *Something here could tell who somebody is:* { $kinds }. It is masked below, and nothing has been saved yet. Change it as you like, then go on.
step-keepable = *This may stay if it has to:* { $kinds }. Say below what to do with it; nothing has been saved yet.
step-keepable-masked =
    With a mask it reads:
    { $words }
step-choice = What to do with it
step-choice-mask = Mask it
step-choice-keep = Keep it, because …
step-because = Why it has to stay
step-elsewhere =
    {""}*This answer was changed on another device while you were writing.* It says there now:
    { $words }
step-elsewhere-yours = What you have written here stands below and has not been saved yet. *Next* puts it in the place of the other; change it as you like first.
masked-about = In { $place } for *{ $reference }* there was something that could tell who somebody is: { $kinds }. What is kept has it masked. *Your message in Slack still shows it:* please edit or delete it there.
masked-place = your reply
