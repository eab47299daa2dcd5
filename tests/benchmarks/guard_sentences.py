"""Invented sentences of practice, each identifier marked as ``{kind|what is written}``; no mark, nothing to find.

Numbers are of the ranges kept for tests and drama, addresses of example domains, names invented. Whoever wrote the
sentences also wrote the guard.
"""

MARKED = """
Her NHS number is {nhs_number|999 012 3454} and the GP surgery has it wrong.
NHS No: {nhs_number|9990123454}, please use it on the form.
The hospital letter quotes {nhs_number|999-234-5675} for the older child.
Can somebody check {nhs_number|999 345 6780} on the spine?
The discharge note ({nhs_number|9994567896}) never reached us.
Two numbers were given: {nhs_number|999 567 8918} and {nhs_number|999 678 9012}.
Rhif GIG {nhs_number|999 789 0124} oedd ar y llythyr.
CAMHS closed {nhs_number|999.890.1235} without telling school.
The ambulance sheet said NHS{nhs_number|9990012342}.
Pasted from the system: {nhs_number|9 9 9 1 2 3 4 5 7 8}.
His UPN is {upn|B820000000011} and he has been off roll since June.
School gave {upn|K838200011122} as the pupil number.
The attendance export lists {upn|A941201700345} twice.
upn {upn|p670401500071}, please add to the list
Rhif disgybl: {upn|N681200900123}.
Temporary number {upn|Y67140010020C} was used until the move was confirmed.
In the CME return: {upn|V660201800777}; no destination school.
Education have him as {upn|N 880 2019 00456}, not by name.
Mum's NI number {national_insurance|AB 12 34 56 C} was on the housing form.
NI: {national_insurance|CE123456D}
The claim failed because {national_insurance|JG 65 43 21 A} did not match.
Her National Insurance number ({national_insurance|PW102030B}) is still in her old name.
Rhif yswiriant gwladol {national_insurance|SR 98 76 54 D} ar y ffurflen.
Universal Credit asked again for {national_insurance|wl345678a}.
He wrote {national_insurance|YZ-11-22-33-B} on the back of the envelope.
The tenancy form has his NI number as {national_insurance|AB123456}.
They now live at {postcode|CF10 1AB} with an aunt.
The placement is at {postcode|SA1 3XL}, two buses from school.
He gave {postcode|ll573dg} as his address and nobody checked.
Moved from {postcode|NP20 4UR} to {postcode|CF5 2YX} in one week.
Cod post newydd y teulu yw {postcode|SY23 3BU}.
Her address was read out: 14 Heol Ddu, {postcode|CF44 8ND}.
The refuge is in {postcode|BS1 4DJ}, which must not be shared.
Found sleeping behind the shops at {postcode|M1 1AE}.
Housing has two files, {postcode|SW1A 2AA} and {postcode|EC1A 1BB}.
Dad is back at {postcode|LD1-5LG} since the weekend.
The pharmacy bag had {postcode|GL50 1QA} on it.
postcode {postcode|b33 8th} was typed in a hurry
The taxi goes from {postcode|DN55 1PT} every morning.
He is registered at {postcode|W1A 0AX}.
{postcode|HR9 5HX}: nobody home at three visits.
Grandmother's flat, {postcode|TF1 1LX}, has one bedroom.
Call mum on {phone|07700 900123} after four.
Her new mobile is {phone|07700900456}.
The office is {phone|029 2018 0123}, ask for the duty desk.
Ring {phone|(01632) 960001} and let it ring.
The ward, {phone|01632 960 002}, would not say.
WhatsApp {phone|+44 7700 900789} is the only way she answers.
Please use {phone|+44 (0)1632 960003} from abroad.
Ffoniwch {phone|07700 900 321} ar ôl pump.
Rhif y swyddfa: {phone|0292 018 0456}.
The school's number has changed to {phone|0121 496 0123}.
Dad left {phone|0191 498 0456} on the answering machine.
Duty team: {phone|0300 496 0123}.
He texts from {phone|07700-900-654} and never picks up.
Social worker {phone|020 7946 0111}, manager {phone|020 7946 0222}.
Landline {phone|0113 496 0333} is cut off.
Try {phone|0044 7700 900987} from the embassy.
If she rings, say {phone|03069 990123}.
Write to {email|fern.adviser@example.org} before Friday.
Mum uses {email|little.star99@example.com} now.
Send the minutes to {email|duty-desk@council.example.gov.uk}.
His school account {email|pupil_2231@school.example.org} was locked.
E-bost: {email|swyddfa@example.cymru}.
{email|a.nurse@health.example.net} never got the invitation.
She forwarded it from {email|home+forms@example.org}, so please check.
The referral went to {email|REFERRALS@EXAMPLE.ORG} and sat there.
Copy {email|panel@example.org} and {email|chair@example.org} in.
<mailto:{email|team@example.org}|{email|team@example.org}> is on the poster.
My manager ({email|m@example.co.uk}) will decide.
The inbox {email|early.help@example.org} is not read at weekends.
He was born on {birth_date|12 May 2012}, so he was still in Year 6.
DOB {birth_date|03/11/2009} on the front sheet.
Date of birth: {birth_date|2011-07-30}.
d.o.b. {birth_date|4.2.15}
The twins ({birth_date|21/08/2018}) share a room.
Mum, born {birth_date|9th October 1987}, grew up in care.
Nan was born on {birth_date|1 January 1951} and is the only carer.
Ganwyd hi ar {birth_date|14 Chwefror 2013}.
Dyddiad geni {birth_date|22/09/2016}.
The youngest, {birth_date|05/06/2024}, has no health visitor.
dob {birth_date|170310} in the police log
Child two: {birth_date|30 March 2017}, nursery.
He turned out to be {birth_date|July 4th, 2008} and not a year older.
Her date of birth is given as both {birth_date|01/02/2010} and {birth_date|02/01/2010}.
The baby was born {birth_date|19 January 2026}.
Ganed y bachgen ar {birth_date|3ydd o Fai 2014}.
Stepfather (dob {birth_date|15-12-1979}) is not on the form.
Birth date {birth_date|28 Feb 2012}, per the passport.
She paid the deposit with {card|4929 1234 5678 9015}.
His mother's card {card|4000 0000 0011 1114} was used for the games.
The note had {card|5100000000022226} and a PIN.
The order shows {card|5555 0000 0333 3448} 03/27, which is not hers.
Somebody read out {card|4111-0000-0000-0099} on the telephone.
Amex {card|3700 000000 43218} was refused at the hotel.
The cuckoo in the flat kept {card|2221 0000 0000 0777} in a drawer.
Benefits go to the account behind {card|6759000000000125}.
{card|6011 0000 0098 7655} was photographed and shared.
{name|Catrin} did not feel that anybody listened to her.
I asked {name|Catrin Morgan} and she said no.
We rang {name|Catrin's} school twice.
Dywedodd wrth {name|Gatrin} am aros.
Es i gyda {name|Chatrin} i'r ysbyty.
Ystafell fy {name|Nghatrin} i oedd hi.
{name|catrin} was moved on a Friday night
{name|CATRIN MORGAN} is what the envelope says.
{name|C. Morgan} is in the minutes by mistake.
The list has {name|Morgan, Catrin} at the top.
{name|Jane Smith} was at the door when we came.
{name|J. Smith} signed the agreement.
{name|J Smith} is not the mother's real name.
{name|Jane} thinks that housing will say no.
{name|jane} says she can come on Tuesday
{name|Jane S} came to the first session.
{name|Siân} has the keys.
{name|Sian} has the keys, and so has the warden.
{name|Siân Bowen-Pryce} wrote to the council.
{name|Sian Bowen Pryce} wrote again.
Mrs {name|Bowen-Pryce} would not open the door.
{name|Dafydd} waited four months.
Gofynnwyd i {name|Ddafydd} ddod.
{name|Dafydd Gethin} is known to probation.
Mr {name|Gethin} lost the flat.
{name|Gethin} lost his benefits in the same week.
{name|Will} was the only one who asked.
The plan said that {name|Will} would go home at Easter.
{name|W. Traherne} is on the tenancy.
{name|Traherne} is what they call him.
{name|Benedict Owain Quill} was the name on the birth certificate.
{name|Benedict Quill} is in the court bundle.
{name|B. Quill} may be a brother.
Mae {name|Catrin} yn byw gyda {name|Jane} erbyn hyn.
Roedd {name|Dafydd} a {name|Siân} yn y cyfarfod.
Police log {local|CRIME 12/3456/24} has no outcome.
{local|crime 07/1123/25} was closed without a visit.
See {local|CRIME 33/0042/26}; the statement is missing.
Y cofnod yw {local|CRIME 15/7781/25}.
Our ticket {local|TKT-10234} is still open.
{local|TKT-99887} and {local|TKT-99888} say the same.
{local|tkt-40021} was never answered
The log, {local|CRIME 21/9090/24}, names the school.
{name|Catrin}, dob {birth_date|12/05/2012}, {postcode|CF10 1AB}, mum's mobile {phone|07700 900123}.
{name|Dafydd Gethin}: NI {national_insurance|AB 12 34 56 C}, email {email|dg@example.org}.
The letter has {nhs_number|999 111 2227} for one twin and {nhs_number|999 111 3339} for the other.
Ambulance crew wrote {nhs_number|9992223332} on a glove.
{nhs_number|999 222 4444} is not known to the trust, they say.
Rhif y claf: {nhs_number|999 333 1112}.
A fax with {nhs_number|999–444–1116} on top went to the wrong ward.
Pasted: {nhs_number|999 555 1128}, then nothing.
Medication chart for {nhs_number|9996661113}; no next of kin.
Pharmacy asked about {nhs_number|999 777 1117}?
The crib sheet said "{nhs_number|999 888 1110}".
The admission form has {upn|K660201100000} in the wrong box.
Exclusion letter, {upn|G670401403117}.
Both schools claim {upn|A680601706234}.
{upn|P690802009351} is on the roll of two schools
Anfonwyd {upn|G701002312468} at yr ysgol newydd.
The transfer file {upn|A711202615585} was never opened.
Free meals stopped for {upn|A721402918702}.
SEN list: {upn|U731603221819}, {upn|M741803524936}.
Virtual school tracks {upn|X752003828053} each term.
Look for {upn|K662204131170} in the census.
The payslip shows {national_insurance|CE 55 66 77 A}.
He cannot work without {national_insurance|JG111222C}.
Pension credit form: {national_insurance|SR 10 20 30 A}.
Mae {national_insurance|PW 44 55 66 B} ar y llythyr.
{national_insurance|YZ 99 88 77 C} belongs to the uncle.
Her PIP claim ({national_insurance|WL 12 12 12 D}) was stopped.
The agency paid under {national_insurance|AB 99 88 77 A}.
Housing benefit, {national_insurance|CE.10.11.12.B}, overpaid.
NINO {national_insurance|JG 77 66 55 D}
Sanction letter quotes {national_insurance|SR121314B} again.
Sent to {postcode|PL4 8AA} and returned.
New build at {postcode|CF24 3AA}.
Night shelter, {postcode|E1 6AN}, full.
Y tŷ yn {postcode|SA31 1GA} yw hwn.
Bailiffs went to {postcode|NP44 1PL}.
The parcel is at {phone|07700 900555}'s neighbour.
Answerphone only: {phone|０７７００ ９００１２３}.
Text {phone|07700–900–777}, never ring.
Galwodd o {phone|01632 960 888}.
Fax {phone|01632 960777} still works, oddly.
Send photos to {email|jo.bloggs@example.net}.
{email|ward9@hospital.example.org} bounced
Cysylltwch â {email|cymorth@example.org}.
Both {email|one@example.org} and {email|two@example.org} are full.
Ask {email|front_office@school.example.com}, not me.
Born {birth_date|27/08/2010}, so Year 11.
The boy ({birth_date|16.06.2013}) cannot read.
Eldest {birth_date|11 Dec 2007}, at college.
DOB: {birth_date|08–09–2014} on the EHCP.
Dyddiad geni: {birth_date|5 Mehefin 2015}.
Grandad's d.o.b. is {birth_date|3 March 1944}.
Baby girl, {birth_date|02/01/2026}, not named yet.
{birth_date|19/03/2015} and no school place
She lent him {card|4000000000077778} for food.
The bank stopped {card|5200 0000 0015 5546} on Friday.
Ei gerdyn yw {card|5454 0000 0023 3312}.
A photo of {card|4917000000311088} was in the chat.
He keeps {card|4000 0000 0038 8852} in his shoe.
Card on file: {card|5200 0000 0046 6620}, exp 09/28.
The uncle spends from {card|5454000000544395}.
Standing order from {card|4917 0000 0062 2161} stopped.
Carer used {card|4000 0000 0069 9936} twice.
The phone contract is on {card|5200000000777703}.
Refund went to {card|5454 0000 0085 5478}, not hers.
{local|CRIME 44/2020/25} and {local|CRIME 45/2021/25} are linked.
No reply on {local|CRIME 01/0001/26}.
Helpdesk {local|TKT-31313} asks for a screenshot.
{local|TKT–55555} was merged into {local|TKT-55556}.
Heddlu: {local|CRIME 60/6060/25}.
The officer quoted {local|crime 71/7171/25}.
Raised as {local|TKT-70707}.
"""

CLEAN = """
The threshold decision took eleven days and nobody told the school.
We had four meetings in three weeks and no plan at the end.
The court said in [2009] EWHC 458 that the duty was not met.
R (G) v Southwark [2009] UKHL 26 settled who looks after a homeless child.
See [2014] EWCA Civ 1412 at paragraph 36.
Section 47 was opened and closed on the same day.
Under section 20 the parents can take her home at any time.
He is entitled to s.117 aftercare, and nobody has planned it.
The Care Act 2014 and the Social Services and Well-being (Wales) Act 2014 say the same.
Part 6 of the code, chapter 4, page 112.
Regulation 12(3) was quoted, wrongly.
The strategy meeting is on 16 March 2026 at 10.30.
The court hearing on 24/03/2026 has been moved to 7 April 2026.
Next review: 01/06/2026.
We last met on 12 February 2026.
The panel sat on 3 December 2025 and again on 14 January 2026.
The conference was on Tuesday 20 January 2026.
The order was made on 4 June 2019.
The guidance was published on 1 July 2018.
The assessment was signed on 12/09/2024.
He was placed on 2 October 2023, and moved again in May.
The policy, version 2.10.14, says something else.
The tenancy started on 1 April 2021.
The referral of 11 November 2025 was never logged.
Police visited on 22/12/2025, after the neighbours called.
Erbyn 31 Mawrth 2026 dylai'r cynllun fod yn barod.
Cynhaliwyd y cyfarfod ar 9 Chwefror 2026.
Adolygiad: 12 Mai 2026.
He was 17 and slept on sofas for six weeks.
She is 15, in Year 10, and on a reduced timetable of 8 hours.
The boys are 4, 6 and 9.
A man of 83 with a wife of 79.
Attendance fell from 94.5% to 41% in two terms.
The room costs £1,250.00 a week and the budget is £980.
It was £45.50 for the taxi, each way.
The flat is £625 pcm plus £70 for heat.
We waited from 9.15 to 11.40.
The bus leaves at 07:05 and 07:35 only.
Open 24/7 in theory.
The helpline is 0800 1111, and she knew it by heart.
Ring 111 or 999, the sheet says.
The non-emergency number is 101.
Samaritans are on 116 123.
The sheet lists 0808 2000 247 for women.
My extension is 4321 and the bleep is 2210.
Ext. 20457, then option 3.
The reference is LC-2026-0007.
See also LC-2025-0112 for the same pattern.
Our form 12B is four pages long.
Ticket 4471 was closed.
The invoice number 20240311 was paid late.
Reference 1234567890 means nothing to us.
Case 999 012 3458 is a housing reference.
The asset tag is 884 221 9034 and fails.
Order 4929 1234 5678 9016 was sent back.
Barcode 5012345678901 on the box of medicine.
Team B12 3rd meeting was cancelled.
Room b12 3rd floor, turn left.
The M4 2hr drive is too much for her.
The A470 was closed and the worker turned back.
Take the B4265 and then the second left.
Junction 32 of the M4.
They live somewhere along the High Street.
The family moved to a street near the station.
The flat above the shop is damp.
A white van, AB12 CDE, was outside every night.
The minibus has 16 seats and no ramp.
They took his bike and his 125cc moped.
Band 6 nurses were asked to do band 7 work.
The G2 ward and the B3 ward keep separate lists.
Windows 11 and the old system do not talk.
The C3 form goes to the court.
Form N244 was returned.
The E2 list is out of date.
Grade A and grade B staff were both there.
Year 7, Year 8 and Year 9 are in one building.
Key Stage 3 begins after the summer.
The EHCP took 34 weeks; the law says 20.
1 in 11 of the letters came back.
3 of the 5 agencies had the same fact.
A ratio of 1:12 is not safe.
The score was 18/27, which means little.
PHQ-9 of 21 and GAD-7 of 17.
Blood pressure 140/90, weight 48.5 kg.
10 mg at night, 5 mg in the morning.
BMI 16.2 and falling.
On a scale of 1-10 she said 2.
Pages 12-15 and 31.
Phase 2 of the plan, action 4.
Plan A failed, plan B was not written.
The 2nd and 3rd visits were missed.
On the 21st we had no answer.
The 1st of the month is rent day.
In March 2024 he was excluded.
Since 2019 there have been five social workers.
In 2012 she was in care herself.
Born in 2009, he is the eldest.
She was born in Cardiff and grew up here.
The baby is due in May.
He had his birthday on the ward.
In the winter of 2023/24 the heating failed.
The 2025-26 budget is spent.
Q3 figures show 127 children waiting.
Between 8,400 and 9,100 families are affected.
IP address 192.168.10.24 was blocked.
Port 8080 is closed by the firewall.
<@U07700900123> can you take this one?
<#C0123456789|lc-2026-0007> is the room for it.
Thanks <@U012AB3CD>, that helps.
https://example.org/guide/2024/section-7 explains it.
https://example.slack.com/archives/C01AB/p1700000000123456
Thread 1700000000.123456 has the rest.
Dinner @ 6 in the hall.
@here we start in five minutes.
Please tag @channel only once.
Follow @examplecharity for news.
Housing said that it was for social care.
Social care said that it was for housing.
The health visitor saw the home and wrote that it was cold.
Nobody asked him what he wanted.
Everyone had a piece and nobody had the whole.
School knew about the bruises and thought we knew.
The GP wrote three times.
Probation was not invited.
The minutes went to the wrong team.
There is no bed before Thursday.
Who holds the risk over the weekend?
I think that we were all waiting for somebody else.
What worked was one worker who stayed.
The interpreter was booked for the wrong language.
Will you come to the panel?
She will, if the taxi comes.
May I add something here?
We hope that grace is shown to the family.
Mark this as done, please.
Rob the plan of its detail and nothing is left.
The janitor found him.
Smith is a common name and no help at all.
The Morgan family centre is closed on Mondays.
A blacksmith's yard, of all places.
The Gwent team and the Powys team use different forms.
Bowen therapy was offered instead.
Men and women were in one ward.
The fair was in town that week.
Meth was found in the flat.
Mill Street hostel was full.
Vale of Glamorgan Council replied in a day.
Betsi Cadwaladr University Health Board has its own form.
Cardiff and Vale lost the referral.
South Wales Police gave us a name.
The Crown Prosecution Service decided in a week.
Citizens Advice helped with the form.
Barnardo's and Action for Children both said yes.
NHS 111 sent an ambulance.
NHS England and NHS Wales count differently.
The UPN was missing from the form.
No NI number, no claim.
We do not have a postcode for them.
The phone number on file is dead.
Her email bounced.
His date of birth is wrong on two systems.
ZZ99 3VZ is what the system puts for no fixed abode.
ZZ99 3WZ again.
CF10 is the whole city centre.
The SA1 area has three hostels.
LL57 and LL55 are in different teams.
We cover NP20 and NP19.
The 07 shift starts early.
From 0900 to 1700 only.
2026 will be better.
Shift 0700 1500, then 1500 2300.
Grid reference ST 180 765 is the car park.
The 12.5% cut was announced.
It took 10 20 or 30 calls.
At 10 20 30 a bell rings in the old building.
BG123456C was refused by the form.
TN 01 02 60 M is a temporary one that the system made.
The card was declined twice.
4 8 15 16 23 42 was on the wall.
The PIN is not to be shared.
A 3-3-4 pattern is what the number should have.
Sort code 12-34-56 and nothing else.
ISBN 978-0-306-40615-7 is the book we read.
ORCID 0000-0002-1825-0097 is on the article.
doi 10.1000/182 has the study.
Ward 7, bed 12, third night.
Mae'r ysgol yn poeni am y plant.
Nid oedd neb yn gwybod pwy oedd yn arwain.
Roedd y tŷ yn oer ac yn llaith.
Bu'n aros am 18 mis am asesiad.
Dwy asiantaeth, dau gynllun, dim canlyniad.
Mae ganddi dri o blant, 4, 6 a 9 oed.
Cysylltwyd â'r meddyg teulu ddwywaith.
Cafodd ei symud i Gaerdydd ym mis Mai.
Aeth i Fangor ar y bws.
Yng Nghaerdydd mae'r swyddfa.
Dim ond £40 oedd ar ôl.
Ffoniwch 101 neu 999.
Adran 47 o'r Ddeddf.
Rhan 4 o'r cod ymarfer.
Y prif weithiwr oedd ar wyliau tan 5 Ionawr 2026.
Beth sydd wedi helpu? Un person cyson.
Pwy sy'n penderfynu?
Roedd y cynllun yn glir, ond ni ddigwyddodd dim.
Mae'r gwaith yn parhau tan 30 Mehefin 2026.
Dyn a menyw a'u mab.
Diolch, mae hynny'n help mawr.
The café in the arcade gave him work.
Coöperation was poor – on all sides.
“Nobody rang,” she said… twice.
The naïve answer is more training.
3½ days a week, ¼ of the post.
It was –4 °C that night.
The plan — all 12 pages of it — was read by one person.
→ next step: ask the landlord
👍 agreed, 2 weeks
✅ done 3 of 4
Please do not share this outside the room.
"""
