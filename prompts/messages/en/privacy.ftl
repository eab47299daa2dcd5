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
mask-local = record number

refusal-identifier-found = This would tell who somebody is (a date of birth, a postcode or a number of a person). Please write it without.
step-masked = *Something here could tell who somebody is:* { $kinds }. It is masked below, and nothing has been saved yet. Change it as you like, then go on.
masked-about = In { $place } for *{ $reference }* there was something that could tell who somebody is: { $kinds }. What is kept has it masked. *Your message in Slack still shows it:* please edit or delete it there.
masked-place = your reply
