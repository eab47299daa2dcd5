"""Sentences that another hand wrote for the identifier guard without having read it, as people type them on phones.

``{kind|identifier}`` marks what should be found, ``↵`` a new line. The people are invented; telephone numbers come from
the ranges kept for drama, and the check digits of numbers were drawn from the published rules.
"""

from bot.workshop.privacy import Alias, AliasRegister, LocalPattern

REGISTER = AliasRegister(
    (
        Alias("Catrin Morgan", "Child A", first_alone=True),
        Alias("Jane Smith", "Ms A", first_alone=True),
        Alias("Siân Bowen-Pryce", "Ms B", first_alone=True, surname_alone=True),
        Alias("Dafydd Gethin", "Mr C", first_alone=True, surname_alone=True),
        Alias("Will Traherne", "Mr D", first_alone=True, surname_alone=True),
    )
)
LOCAL = (
    LocalPattern("occurrence", r"\bPS-\d{4}-\d{6}\b"),
    LocalPattern("housing", r"\bHSG/\d{5}\b"),
    LocalPattern("client", r"\bW\d{7}\b"),
)

MARKED = """
# NHS numbers
NHS no. {nhs_number|999 533 3147} is the one on the red book
nhs no.{nhs_number|9438932887} thats what gp gave me
Nhs number is {nhs_number|999-407-2382} can someone check against SystmOne
HV has him under {nhs_number|943 255 1180}, we have a different one
NHS#{nhs_number|9998733316}
(NHS: {nhs_number|999.387.9819})
The referral came in for {nhs_number|9993511978} but nobody rang the family
nhs {nhs_number|999 8147 816} sorry typing on my phone
NHS num:{nhs_number|999 397 6261};status open to CAMHS
Baby's NHS number {nhs_number|999 00 70 563} was on the hospital band
I searched {nhs_number|999 489 7071} on WCCIS and got nothing back.
EMIS says {nhs_number|7121248107}. Not registered since May.
GIG rhif {nhs_number|943 569 0076} yw'r un iawn
Rhif GIG: {nhs_number|9990031711}
does anyone have the red book for {nhs_number|943 712 3438}? mum lost it
Twins - {nhs_number|999 222 0031} and {nhs_number|712 869 9678}
pt {nhs_number|4004917964} DNA x3 at paeds
Patient/{nhs_number|9998447305}/paeds
nhs no {nhs_number|400  710  0209} (two spaces, copied from the letter)
Their record is NHS{nhs_number|9991831622} on our side
"{nhs_number|999 644 1857}" is what the school nurse typed
A&E had {nhs_number|999–345–7868} on the card
Consultant's letter re {nhs_number|40086 46841} never reached us
maternity notes {nhs_number|999 412 2509}. Booking at 24 weeks.
Unborn's sibling, NHS No: {nhs_number|400-091 2429}, was on a plan before
health id {nhs_number|712 508 9968} ↵ awaiting bloods
hosp no unknown but nhs is {nhs_number|9994157906} pls keep safe
# UPNs
UPN {upn|E999727620160} if you need it for the transfer
upn is {upn|v999062021494}
School moved him with UPN:{upn|M933281114868}
The CTF file for {upn|D933127320955} never came over
he still had a temp UPN {upn|T20733791996Y} in March
Pupil {upn|M886361320455}, 61% attendance
Attendance sheet lists {upn|V933638817345} twice
can admin look up {upn|C801252420744} on SIMS pls
({upn|Q207317921144}) was on the na register
Two UPNs came up: {upn|D801049619889} & {upn|T207617817776}
UPN{upn|B801668620409} is on the EHCP front page
{upn|W330478721909} moved to the PRU in autumn term
His unique pupil number's {upn|U999655420155}.
upn-{upn|R801172214794}
Arbor shows {upn|L33051421556Z} so it's only temporary
CME notification: {upn|W999791821633}, last seen 12 weeks ago
UPN {upn|J 933 9071 20601} read off the screen
UPN {upn|L999 0577 17 681} as the office reads it out
Mae UPN {upn|A801858320092} ar y ffurflen
elective home ed. since yr 4, {upn|M801834517088}
Bromcom: {upn|T999835721731}; exclusions 3
excluded twice/{upn|N886776620715}/PRU place offered
Fixed term exclusion letter quoted {upn|H801173420545}!
former upn was {upn|t207553014083} before the academy took over
EWO has "{upn|L886061321639}" on the fast track notice
# National Insurance
Her NI is {national_insurance|AB 12 34 56 C}
ni number {national_insurance|jk123456d}
NINO:{national_insurance|CE654321A}
UC claim stopped because {national_insurance|HW 987654 B} didn't match
dad's national insurance no. {national_insurance|NP 55 66 77 A} was on the tenancy form
DWP need {national_insurance|ye112233c} before they'll talk to us
Housing benefit ref is his NI no ({national_insurance|LA 45 67 89 D})
N.I. {national_insurance|SJ314159B}
NI No.{national_insurance|PA204060A} copied from payslip
care leaver got the letter with {national_insurance|ZR 80 12 07 C} at 15 and 9 months
{national_insurance|TB443322A} is on the PIP form
rhif yswiriant gwladol {national_insurance|WM 23 45 67 D}
Rhif YG: {national_insurance|MX 10 20 30 A}
partner's NI {national_insurance|JG-10-32-54-B}
she quoted {national_insurance|OA 99 88 77 D} over the phone
National Insurance Number - {national_insurance|RS 76 54 32 C}.
uc journal says {national_insurance|AE 10 11 12 A}; sanction till June
NI {national_insurance|ab12 34 56c} sorry fat thumbs
NI={national_insurance|KL665544B}
Application turned down, "{national_insurance|XA 31 41 59 A}" not on their system
NIno {national_insurance|EH 40 50 60 B} / PIP appeal
Grandmother (NI {national_insurance|CB 77 88 99 D}) claims child benefit
the arrears account is under {national_insurance|HL 30 20 10 A}
My mistake, its {national_insurance|NA 11 22 33 B} not C at the end
National ins no {national_insurance|YT 121314 C}
can DWP rep check {national_insurance|PW 98 76 54 A}? advance payment pending
# Postcodes
They moved to 14 Heol y Nant, Caerphilly, {postcode|CF83 1XA} last week
postcode is {postcode|sa1 3rt}
Flat 2, 8 Mount Road {postcode|LL112EH}
the refuge is not at {postcode|NP20 4PD} any more
New address: 3 Bryn Terrace, Aberdare {postcode|CF44 7AB}, moved Friday.
Sat nav {postcode|ld16ad} and it's the last bungalow
dad lives near {postcode|EC1A 1BB} when in london
{postcode|GIR 0AA} still shows on the giro
kin carer in jersey {postcode|JE2 3XP}
uncle on Isle of Man, {postcode|IM1 1AG}
Placement in guernsey ({postcode|GY1 2NP}) fell through
neighbours in {postcode|M1 1AE} reported shouting
mum's mum is at 22 Acacia Avenue, Leeds LS6 with postcode {postcode|LS6 2AB}
section 21 notice served at {postcode|B33 8TH}
what3words no good, use {postcode|SY23 3AN}
he gave {postcode|W1A 0AX} to the custody sergeant
Sofa surfing at {postcode|ne1 4st} since Tuesday
temp accommodation {postcode|DN55 1PT} - two buses from school
Tenancy at {postcode|CR2 6XH}/joint with ex partner
Address on the 136 form was {postcode|SW1A 2AA}.
last known addr 9a Park St, {postcode|LL30  2LG}
Cod post {postcode|LL55 1SH} yw cartref nain
mae'n byw yn {postcode|SA62 6AE} gyda'i fodryb
Postcode:{postcode|CF103NQ}
Taxi to {postcode|se10 9nn} booked for contact
they share the {postcode|BT1 5GS} address with his brother
went missing from {postcode|PL4 8AA} at 23:40
She said "its {postcode|cf5 4lj}, the one with the blue door"
GP surgery says the family's now {postcode|GL50-1NE}
# Phones
mum's mobile is {phone|07700 900123}
ring dad on {phone|07700900456} after 6
Tel {phone|01632 960123}
gran's landline {phone|(01632) 960 987} no answerphone
WhatsApp her on {phone|+44 7700 900321}
{phone|+447700900654} is the new number, she blocked the old one
his brother: {phone|+44 (0)7700 900 789}
from spain call {phone|0044 7700 900111}
landlord is on {phone|029 2018 0456}
landlord's other no {phone|02920 180 457}
office {phone|01632 960555 ext 204} ask for the lettings desk
foster carer {phone|020 7946 0018}
Foster carers new no. {phone|0207 946 0991}!
text me when you get this {phone|07700-900-222}
phone number on the missing form {phone|077 0090 0333}
the girl's snapchat is linked to {phone|07700.900.444}
Mob:{phone|07700900555}
two numbers for him, {phone|07700 900666} / {phone|07700 900777}
grandad on {phone|0161 496 0123}, hard of hearing
school rang {phone|0113 496 0456} three times
ffonia mam ar {phone|07700 900888}
Rhif ffôn: {phone|01632 960222}
nain {phone|(029) 2018 0789}
Contact supervisor {phone|01632 960 333 x12}
neighbour left {phone|0131 496 0777} with reception
numbers changed again {phone|07700 900 901}; old one goes to a stranger
She rang from {phone|07700 900902}. Voicemail full
call {phone|+44(0)1632960404}
probation got him on {phone|00447700900905}
M {phone|07700 900 906} H {phone|01632-960-606}
# Emails
mum prefers email {email|mum.of.three@example.com}
email: {email|k.jones1987@example.org}
pls cc {email|sw.duty@council.example.gov.uk} next time
Head teacher is {email|head@ysgol.example.sch.uk}.
his email ({email|lil_b0y99@example.co.uk}) is on the phone bill
cjsm one is {email|custody.suite@police.example.cjsm.net}
{email|DAD2011@EXAMPLE.COM} bounced
sent the minutes to {email|o'neill.m@example.com} by accident
She uses {name|sian+court@example.com} for court stuff
contact:{email|info@housing.example.org.uk};
e-bost {email|swyddfa@ysgol.example.cymru}
Ebost mam yw {email|mam.hapus@example.wales}
reply to <{email|hv-team@health.example.nhs.uk}>
Slack made it {email|<mailto:aunty.b@example.com|aunty.b@example.com>} sorry
"{email|x_gamer_x@example.net}" is the account police found
log in is {email|first.last@example.ac.uk}, password with mum
the referrer ({email|referrals@charity.example.org}) wants feedback
email {email|a@example.io} bounced twice
dont use {email|old-address@example.com}, use {email|new-address@example.com}
emailed {email|tenancy.support@example.gov.wales}/no reply
mailto:{email|family.court@example.gov.uk}
foster carers: {email|the_evans_family@example.com}
Placed an order w/ {email|buyer123@mail.example.com}!
nan's {email|nanny.pat55@example.com} is the only one that works
# Dates of birth
dob {birth_date|03.04.11}
DOB: {birth_date|03/04/2011}
Child is {birth_date|3/4/2011}, so 14 now
d.o.b {birth_date|3-4-2011} on the referral
D.O.B. {birth_date|03 04 2011}
born {birth_date|12 April 2009}
she was born on {birth_date|3rd April 2011} at the Heath
born {birth_date|3rd of April, 2011}
date of birth is {birth_date|2011-04-03} in our export
DoB {birth_date|3 Apr 2011}
dob {birth_date|3/4/11} yr 9
Boy, {birth_date|14.06.2012}, lives with nan
Girl ({birth_date|01/09/2015}) not yet in school
ganwyd {birth_date|12 Ebrill 2009}
dyddiad geni {birth_date|12/04/2009}
fe'i ganed ar {birth_date|3 Mai 2012}
cafodd ei eni ar {birth_date|5ed o Fawrth 2010}
ei geni {birth_date|1af Chwefror 2013}
Dyddiad geni: {birth_date|21ain Gorffennaf 2008}
mum's dob {birth_date|14/2/84}
Dad dob {birth_date|27th January 1979} so older than we thought
D.O.B {birth_date|19-NOV-2016}
b. {birth_date|30/11/2013}
born {birth_date|April 3rd, 2011}
Birthday: {birth_date|9 December 2017}
His birth date ({birth_date|22nd August 2010}) is wrong on your system
DOB-{birth_date|17/10/2014}
d o b {birth_date|5.5.15}
born in Swansea on {birth_date|8 July 2019}
Baby born {birth_date|14 February 2026} at 34 weeks
the younger one was born last month, {birth_date|2nd Feb 2026}
sibs: {birth_date|02/03/2014} and {birth_date|19/11/2017}
date of birth {birth_date|6 Sept 2013} per GP
DOB {birth_date|6th June '12}
aged 12 ({birth_date|11/01/2014})
he turns 18 on {birth_date|14 May 2026} so transition is urgent
birth cert says {birth_date|28 Feb 2012}
Born: {birth_date|7.8.2009}.
DOB{birth_date|09/09/2009}
# Cards
she read out her card {card|4734 5315 7997 2679}
card no. {card|4111 1111 1111 1111} written on the back of the fridge list
Exploiter used {card|5555555555554444} to top up his phone
{card|4242 4242 4242 4242} exp 04/27
amex {card|3782 822463 10005}
debit card ending... no full number is {card|5162-2000-2057-4876}
mum's bank card {card|4814681970257213} was with the boyfriend
card:{card|4284 4158 4024 4734};pin changed
Photo of the card shows {card|5264 5208 7200 6637}, valid thru 09/28
financial abuse - {card|4621 4154 3973 8460} used at 3 cash points
the prepaid one ({card|5312 0189 0246 1742}) is for the care leaver
vouchers were bought on {card|4923-8271-5983-6669}.
Visa {card|4603309366118287} and Mastercard {card|5495989822472184}
cerdyn banc {card|4110 6464 2837 0679}
appointee card "{card|5566 4501 3408 9145}" missing since Monday
long number is {card|4417 6365 1046 5446}
Rhif y cerdyn: {card|4044513078715606}
he sent me {card|6011 1111 1111 1117} to pay for food?!
gambling site took {card|4964 3829 3067 0664}/£400
card {card|4594.1008.3684.0365} on the receipt
bank card no{card|5157856890696631}
police seized {card|4090 1174 3554 3785}, {card|5225 2855 9026 2668}
stolen card number is {card|3714 496353 98431}
card number{card| 4620 9818 9623 9822} from the app
direct payments card {card|2221 2612 8053 3602}
# Names on the register
{name|Catrin} told me she doesn't want to go home
{name|Catrin Morgan} was seen alone
{name|catrin morgan} seen at home
{name|CATRIN} IS NOT IN SCHOOL
{name|catrin}'s room was tidy
{name|Catrin’s} voice is missing from the assessment
{name|Morgan, Catrin} - strategy meeting
{name|C. Morgan} on the register twice
{name|C Morgan} (yr 9) not on roll
What does {name|Catrin M} want?
spoke to {name|Catrin}/her friend at lunch
*{name|Catrin}* needs an advocate
_{name|Catrin}_ said no
saved as {name|Catrin_Morgan}_chronology.docx
"{name|Catrin}" was what the caller said
{name|Jane Smith} missed contact again
mum ({name|Jane}) rang in tears
{name|jane smith} hasnt signed
{name|Smith, Jane}: no reply to letters
{name|J. Smith} has the tenancy
{name|Jane S.} rang the duty desk
Met with {name|Jane}, {name|Catrin} and the HV
{name|Jane’s} new partner has a history
{name|JANE SMITH} - housing app closed
ask {name|jane} if she got the bus pass
{name|Siân Bowen-Pryce} is the aunt
{name|Sian Bowen-Pryce} offered to have them
{name|Sian} cannot do weekends
{name|siân} said yes to the viability assessment
Mrs {name|Bowen-Pryce} rang again
ms {name|bowen-pryce} wont answer the door
{name|Bowen Pryce} household is full
{name|Bowen-Pryce, Siân} - SGO assessment
{name|S. Bowen-Pryce} signed the safety plan
{name|Siân's} kids share a room
{name|SIAN BOWEN-PRYCE} kinship
{name|Dafydd Gethin} bailed with conditions
{name|Dafydd}'s bail ends Friday
{name|dafydd} was outside school again
Mr {name|Gethin} denies it
mr {name|gethin} turned up drunk
{name|Gethin, Dafydd} - MARAC list
{name|D Gethin} on the tenancy
PC says {name|D. Gethin} breached
{name|Dafydd G} was seen near the park
{name|Will Traherne} is the new boyfriend
{name|will traherne} has keys to the flat
{name|Will} moved in at Christmas
{name|Will's} van was outside
Mr {name|Traherne} works nights
{name|Traherne} was arrested
{name|traherne} has form
{name|W. Traherne} on the caution
{name|Traherne, Will} DBS flagged
{name|Jane} and {name|Will} argue every weekend
Siaradais i â {name|Chatrin} heddiw
Rhoddais y ffôn i {name|Gatrin}
yng {name|Nghatrin} mae'r cryfder
Rwy'n poeni am {name|Gatrin Morgan}
dw i wedi gweld {name|Catrin} ddwywaith
Mae {name|Dafydd} yn gwadu popeth
Ffoniais {name|Ddafydd} ddoe
ysgrifennwyd at {name|Ddafydd Gethin} ym mis Mai
Gofynnwyd i Mr {name|Draherne} adael
Cyfarfod gyda {name|Siân} am ddau
Cytunodd Mrs {name|Bowen-Pryce} i helpu
Llythyr i Mrs {name|Fowen-Pryce}
tŷ {name|Dafydd} a {name|Jane}
Dad = {name|Dafydd}; stepdad = {name|Will}
Its {name|Dafydd} we should worry about, not {name|Jane}
I've asked {name|Will} to leave the house
{name|Catrin Mair Morgan} is her full name
{name|Catrins} school rang (sorry no apostrophe)
# Several at once
{name|Catrin Morgan} dob {birth_date|03/04/2011} NHS {nhs_number|712 097 7873} at {postcode|CF24 3AA}
{name|Jane Smith}, {phone|07700 900345}, {email|jsm.1984@example.com}
{name|Dafydd Gethin}, born {birth_date|2 May 1983}, NI {national_insurance|AB 44 55 66 D}, bailed to {postcode|SA2 8PP}
UPN {upn|U207109415740}, DOB {birth_date|11/12/2012}, lives at 5 Stryd Fawr {postcode|LL57 1AB}
# Local records
crime {local|PS-2026-004512} linked to the same address
see {local|PS-2025-118834} for the burglary
Occurrence {local|PS-2025-000071}, no further action
{local|PS-2026-001907}/NFA
housing case {local|HSG/44120}
{local|HSG/50917} is the repairs log
arrears on {local|HSG/12003}.
({local|HSG/98231}) was closed in error
both {local|HSG/20011} and {local|HSG/20012} are this family
WCCIS {local|W1204587} opened by duty
new record {local|W1199830}, old one merged
chronology sits under {local|W1023344}.
Cofnod {local|W1300456} ar agor
{local|PS-2024-077120} and {local|W1288001} are the same lad
record:{local|W1310002}
{local|HSG/77008}: gas cert overdue
"""

CLEAN = """
# Court, law, citations
Re B (Children) [2008] UKHL 35 is still the test on the balance of probabilities
Judgment in Re L [2007] 1 FLR 2050 says there's very diverse standards of parenting
See [2013] EWCA Civ 1146 para 44 on the need for a proper balancing exercise
Hearing listed 14 April 2026 at 10am, IRH to follow
the ICO ends on 9 April 2026
Final hearing was 3/6/2019 and no order was made
Fact find 12.11.2018 found that the bruise was not accidental
LA applied under s31 Children Act 1989
s.47 enquiries started after the strat meeting
Section 20 signed by mum without legal advice
s 76 Social Services and Well-being (Wales) Act 2014 is what we call section 20 here
Section 117(2) aftercare wasn't mentioned at discharge
the MCA 2005 s.3 test was not written down
PLO letter sent 2 wks before xmas
Care order made in 2017, discharged 2020
Case no. CF19C00123 was closed by Cafcass
Public Law Working Group report, March 2021, recs 14-18
Article 8 was argued but the judge preferred Art 3
Working Together 2023 para 1.12 says the same
Part 4 order made on 22 January 2015
special guardianship order granted 8th May 2016
position statement v2.3 filed late
Practice Direction 12J has a section on coercive control
Crim Justice Act sched 15 applies, RSO for 10 years
Family Court at Swansea, court 4, 2pm
FPR 2010 r 4.1 allows an extension
Sentencing on 11 Dec 2024, 18 months suspended
Appeal dismissed [2021] EWFC 12 (Fam)
# Form names and editions
Form E1 goes to legal not to us
form E1 2nd edition still asks for religion
room B3 2nd floor for the conference
Meeting Room G1 1st floor, lift is broken
Ward E2 3rd bay, by the window
CP1 4th version is on the intranet
Ask for block D4 2nd entrance
plan C1 5th review came back red
Form C100 and C1A were both needed
DS1500 replaced by SR1
the N244 was never issued
Use form ABE2 not the old one
MG11s were late again
VPRF1 and the PPN went in on the same night
a PPN was rated amber
DASH score was 14, professional judgement high
SDQ total 23, conduct 9
Box 7B on the MARF was empty
A4 pages, 12 pt, no staples
# Agencies and teams
the North Hub duty desk rang back
Cardiff MASH closed it at screening
Gwent Police PPU took it over
CAMHS said she didn't meet threshold
Shelter Cymru are acting on the notice
Barnardo's young carers group is on Tuesdays
Women's Aid did the outreach
St Mary's Primary rang three times
Team 4 handed over to Team 7 with no joint visit
Flying Start health visitor has 110 families
YJS worker left in September
Adult social care, learning disability team, no allocated worker
the out of hours EDT log is a pdf nobody reads
Dr on call at the Heath said observe
IDVA and ISVA weren't invited to core group
Legal say wait
# Streets without a number, areas
the flats on Smith Street are due for demolition
He hangs around Morgan Arcade after school
the CF10 area has no youth club any more
Families in SA1 and SA2 wait longest for speech and language
we cover LL30 to LL34
bus from Heol y Nant takes an hour
they moved from the Gurnos to Penydarren
parking behind the NP20 office is impossible
County lines out of the L8 area
the E14 team are short staffed
NFA on the system shows as ZZ99 3VZ
ZZ99 3WZ means no fixed abode so ignore it
found on the A470 near Storey Arms
M4 J32 closed so the conference started late
taken to B and B accommodation in Barry
High Street flat was cold and damp
# Dates of meetings and reviews
Next core group 18 March 2026 at school
RCPC 12/5/2026
ICPC was on 6 November 2025
review due 1/9/26
CLA review 30.04.2026 needs a venue
Strat disc held 2nd Feb 2026, police sent apologies
last home visit 27/02/2026
We first knew the family on 4 July 2018
Referral dated 03/12/2019 was never opened
Assessment completed 5 March 2020, just before lockdown
Social worker changed on 15/01/2024 and again on 20/05/2024
Tenancy started 1 April 2021
Notice expires 30-06-2026
policy issued 01/09/2022, review 01/09/2025
Minutes of 9 October 2023 are missing
the injury was seen on 3 August 2017 by the nursery
EHCP finalised 14.02.2019
He was excluded on 9 May 2023 and never went back
cyfarfod nesaf 18 Mawrth 2026
Adolygiad ar 12 Mai 2026 yn yr ysgol
cafodd y gynhadledd ei gohirio tan 5 Chwefror 2026
Daeth yr atgyfeiriad ar 4 Mehefin 2021
School closes on 27 March for Easter
since 2019 there have been six social workers
between Jan 2020 and March 2021 nobody saw them
the older one started secondary on 5 September 2022
placed with foster carers 3/4/2018
parents separated 10 June 2014
police attended 14/02/2013, no complaint made
mum was arrested on 1 May 2022
Data up to 31 December 2025
CQC visited on 17th October 2024
SAB report published 20 June 2012
# Ages, relative time
he was 3 when dad left
14yo girl, 2 younger sibs
aged 9 and 11
turned 16 last week
born in 2011 so year 9 or 10
about six weeks before the baby came
mum was 17 herself when she had him
32/40 at booking, two previous losses
seen 3 times in 9 months
Mae hi'n un ar bymtheg oed
twice in ten days then nothing for a month
# References, failing numbers, systems
case ref LC-2026-0007 is this one
LC-2026-0012 and LC-2025-0140 were the same pattern
our ref 129991 446025
Order number 712 376 8038 was for the blinds
Ticket 9996562251 is still open with IT
PO 9993132741 for the interpreter
log number 0412 of 17th
police log 231 17/02/26
meter serial 4008428614 needs reading
complaint 2026/00417 upheld in part
Invoice 000482 paid
Datix W-88213 not closed
DHR 7, rec 4.2
UPRN missing on the housing record
upn format is one letter and twelve digits
Pupil U999175319166 isn't a real upn, the check letter's wrong
census template had M933209517884 as a dummy value
the temp UPN ends in a letter
NI numbers look like two letters six digits and a letter
DWP's leaflet uses QQ without any digits
form BG 12 34 56 A is not an NI number
NK123456A fails their own validation
16 digit job no 4880362001762140 from the repairs contractor
asset tag 9778 6621 2367 3717 on the laptop
ISBN 978-1-84905-963-3 has a good chapter on disguised compliance
version 10.2.14 of the app fixed the calendar
build 2026.02.11 broke the export
IP 192.168.10.24 can't reach the shared drive
URN 402345 is the school's Estyn number
Charity no. 1061352
Company 09876543 runs the home
SORT the rota for w/c 9th
barcode 5012345678900 on the formula tin
a 10 digit number isn't always an NHS number
flight BA0117 from JFK
train 1B23 to Paddington
# Prices, money, numbers
rent arrears £1,632.96
placement costs £4,960 a week
0.1632 of the budget
UC is £393.45 a month and the rent is £550
fine of £100 and 6 points
14,500 children looked after in the region
1 in 4 adults, 1 in 10 children
between 2019 and 2024 it rose 32%
caseload 27, should be 15
£1,250,000.00 over three years
9 out of 10 visits were after 4pm
attendance 47.3% last term
2 x £75 vouchers from discretionary assistance fund
the overpayment is 2345.67
# Buses, rooms, plates, times
gets the 61 bus then the T4
bus X43 doesn't run on Sundays
Room 2.14 booked 1-3pm
room 101
red Corsa AB12 CDE parked outside all night
white van, plate CF65 XYZ
reg LT19 OKA seen twice
2 taxis a day, 45 mins each way
14:30 to 16:00 hrs
9-11am Tues or 1-3 Weds
call at 0900 and 1700 for meds
back by 2130hrs or police called
Platform 2b
Zoom ID is in the invite
locker 12C
# Medication, health
sertraline 50mg od
methadone 60 ml supervised
melatonin 3mg nocte, MR tabs
BP 120/80, sats 98%
HbA1c 86 in June
BMI 13.2, below the 0.4th centile
Weight 7.45kg at 9/12
salbutamol 100mcg 10 puffs via spacer
Keppra 250 mg bd since 2022
PHQ-9 of 17, GAD7 15
APGARs 9 and 10
T21, AVSD repaired
10 digit vaccine batch on the red book
gas cert 12 months out of date
blood test B12 2nd sample lost
# School
Year 10 and no GCSE options chosen
two A levels and a BTEC
yr 6 SATs week
Level 3 course at the college
school action plus became ALN plan in wales
IDP reviewed in year 8
P scale 5
KS3 maths group
mainstream until Year 9 then PRU
isolation 14 times since sept
65 sessions missed, code B and code O
# Helplines and web
call 999 if he turns up
NHS 111 option 2 for mental health
101 took two hours to answer
Samaritans 116 123
childline 0800 1111
Childline is on 08001111 and online
Live Fear Free 0808 80 10 800 is on the back of the toilet door
national domestic abuse helpline is 0808 2000 247
NSPCC adults can ring 0808 800 5000
missing people is 116000
text SHOUT to 85258
www.gov.uk/report-child-abuse has the form
see https://www.nspcc.org.uk/keeping-children-safe/
safeguarding.wales has the procedures app
https://example.sharepoint.com/sites/MASH/Shared%20Documents/v3
thresholds doc is on the board's website
look at youtube.com/watch?v=8zA12 for the training
follow @SwanseaSB for updates
meet @ 2pm @ the hub
Mind Cymru info line opens 9-6
# Words that are also names
Will you chair on Thursday?
will you be bringing the minutes
Will the police disclose before Friday
Will she be told who rang in?
will do
Free will and capacity are different questions
he died without a will so the house is stuck
Will housing accept a joint application
Will we see the baby next week?
Will anyone be in at 3?
a smith by trade, shod horses
locksmith came twice in a week
Mr Morgan the head has been very helpful
Dr Smith did the child protection medical
DC Smith has the exhibit
Smith and Jones v Torfaen was about delay
Morgan rang from Flying Start
Mrs Morgan next door keeps an eye out
Captain Morgan bottles in the recycling
Janet at reception always knows
Gareth from housing said no
WHSmith gift card as a thank you
Catriona from CAMHS had the fullest picture
bought with jam jars and goodwill
Willing to engage but not able
Willow ward has a bed
# Welsh practice prose
Mae angen cyfarfod strategaeth cyn dydd Gwener
Nid oedd neb wedi gofyn i'r plentyn
Roedd y tîm dyletswydd yn rhy brysur i ymweld
Cofrestr amddiffyn plant ers deunaw mis
Beth am Ddeddf Plant 1989, adran 47?
Mae'r ysgol yn poeni am bresenoldeb, 54%
Ymweliad cartref am 3.30 heddiw
ffoniwch 999 mewn argyfwng
Pwy sy'n gwneud beth erbyn 31 Mawrth?
Siaradodd y nyrs ysgol â'r fam ddwywaith
Blwyddyn 10, dim pynciau dewis
ni wnaeth neb ateb y ffôn
# Ordinary reflections
what struck me is that nobody owned the plan
we all assumed someone else had seen the bedroom
dad was never in the room, not once
I felt out of my depth and didn't say
Good work by the school counsellor, not recorded anywhere
She's a young carer in all but name
Threshold arguments took 5 weeks
3 agencies, 3 different risk ratings
no one asked why she'd stopped coming to breakfast club
next time I'd pick up the phone
The flat was spotless, that should have worried us
Grandparent's offer was on page 14 of 16
MARAC actions 1, 3 and 5 still open
I'd 2 hrs for 4 visits that day
AB to ring GP, CD to do home visit
Catering was £3.20 a head
"""

FRESH_MARKED = """
Can I check we mean the same lad? ours is {nhs_number|999 759 2336}
Ward clerk has just read me {nhs_number|7127215030}, think thats her old number
Referral form, box 2 (NHS number): {nhs_number|999 742 6754}
discharge summary for {nhs_number|400-161-4707} went to the wrong surgery
District nurse visits {nhs_number|712 571 0719} on Mondays
my list has {nhs_number|7121326450}, {nhs_number|9995742101} and {nhs_number|7124508282} as DNAs
The admissions team say {upn|E886809817061} is still on roll with us
Attendance for {upn|Q933003621773}: autumn 71, spring 40
no record under {upn|t801538815271} in the new school
Came from England with UPN {upn|M886058219912}.
he's {upn|L886731217647} on CPOMS, I think there's a duplicate
Agency nurse was using a temp pupil no {upn|J93333441521B}
For the rent: NI {national_insurance|BM 40 51 62 C}, she will need ID too
Has anyone got his NINO? I have {national_insurance|LK203948D} but DWP say no
Appointee form filled, {national_insurance|GE 71 82 93 A}
PIP award letter for {national_insurance|sk 31 42 53 b} came to the old flat
the benefits officer wants {national_insurance|CZ123123B} and a bank statement
They've been rehoused, {postcode|CF37 1DL}, from Monday
we did a cold call at 41 Station Rd, {postcode|LA1 5NX}, curtains shut
Not sure if it's {postcode|cf63 2qw} or {postcode|cf62 3qw}
Dropped home by police to {postcode|HU5 2DR}
Aunt's place in Salford ({postcode|M6 5WX}) is safe
Mae'r fam wedi symud i {postcode|LL49 9TP}
his probation hostel is {postcode|BD3 9QX} which is 200m from school
Grandad's new mobile's {phone|07700 900 213}
pls ring me back on {phone|01632 960744} rather than slack
Ward direct line {phone|0117 496 0321}
Missed call from {phone|+44 7700 900417} at 3am
Ffoniwch y nain: {phone|07700900518}
she has two SIMs {phone|07700 900615} and {phone|07700 900716}
Landlord says text only, {phone|07700-900817}
Concierge on {phone|0141 496 0918}, ask for nights
send the chronology to {email|duty.senior@council.example.org}
Her solicitor is {email|m.ap-rhys@solicitors.example.co.uk} fyi
he DMs from {email|k1ngslayer@example.net} apparently
The care home uses {email|manager@ty-hafan.example.com}, not the group address
e-bostiais {email|penaeth@ysgol.example.cymru} ddwywaith
School have him as {birth_date|17/08/2013}, GP has {birth_date|18/07/2013}
lad born {birth_date|22nd Feb 2010}, so not 18 yet whatever he told custody
Resident, d.o.b. {birth_date|11 June 1938}, fell twice
dob {birth_date|7-6-15} just turned ten when it happened
Ganed hi ar {birth_date|19 Tachwedd 2011} yng Nghaer
there's a sister too, {birth_date|26.10.2016}
age dispute: passport has {birth_date|1 Jan 2008}
Her eighteenth birthday is {birth_date|2 July 2026}, then it's adult services
newborn's date of birth {birth_date|11/02/2026}, still in SCBU
someone used the resident's card {card|4947 0106 4556 8442} at the garage
Receipt in his bag: {card|5384 4254 2238 1693}
Her purse had {card|4858297781772774} written on a slip, with the PIN
{name|Catrin} asked me if she has to see him again
Told {name|Jane} about the food bank, she was pleased
I felt {name|Catrin's} teacher had the clearest picture of us all
{name|Dafydd} and {name|Will} know each other from work
Does Mrs {name|Bowen-Pryce} know about the hearing?
Last seen with Mr {name|Gethin} outside the Spar
rang {name|siân} left message
Adroddodd y nyrs fod {name|Dafydd} yn ymosodol
Aethon ni i weld {name|Gatrin} yn yr ysgol
mum ({name|j smith}) hasn't been told, {name|Jane} only knows half
See {local|PS-2026-000318}, linked to {local|W1290010}
"""
"""Written by the same other hand after the guard was mended for the sentences above; nothing was mended for these."""

FRESH_CLEAN = """
We've a strategy meeting in the diary for 11 March 2026, 9.30 at the Civic
Legal gateway was 20/11/2025 and we heard nothing till January
My first visit was Tuesday 6th January 2026
Case transferred in from Bristol on 14 August 2023
Child practice review published 22 November 2022, theme 3
5 moves in 14 months and 3 schools
ABE interview 8 Jan, CPS decision 4 weeks later
bail till 17 April 2026, doorstep condition
He's on 54mg Concerta XL plus melatonin
The Act says "as soon as practicable", s.47(1)(b)
[2019] EWCA Civ 1998 was quoted at us
An NHS number was on the form but somebody had blacked it out
we need a UPN for the transfer and nobody has it
What's the postcode for the community centre?
the 0300 number just rings out
Phone was smashed so no contact since Sunday
Use 101 for non urgent or 999
Childline 0800 1111 posters in every loo
the form asks for DOB and we left it blank
Year 8 parents' evening, 4pm to 7pm
two of the three GCSE groups are full
Rent is £127.40 a week, arrears 1,940.12
Budget code 4410 2203 needs the manager's signature
Asset no. 9432533475, laptop given to mum
parcel ref 712 147 3051 was the cot
Crimestoppers leaflet, version 4.1.2
Flat above the chip shop on Commercial Street
All of the NP10 to NP20 patch is one worker
Home visit booked, room 3B 1st floor if they come here
Bus 26A, then a 20 min walk with a pushchair
grey Astra, GX08 YTR, no insurance
CPR ended after 9 months, stepped down to care & support
HV caseload 430, target 250
there were 17 contacts in 2024 and 23 in 2025
Between us 11 agencies and not one genogram
Will this be minuted?
Will social services pay for the taxi
I will if you will
the will reading was awkward
It was Dr Morgan who spotted the weight loss
Mr Smith the caretaker let us in
Smith's chippy is where they all meet
Siarad gyda'r ysgol cyn y cyfarfod ar 20 Mawrth 2026
Dim ond dwywaith y gwelwyd y plant yn 2025
Mae'r bwrdd yn cwrdd bob 6 wythnos
adolygiad blynyddol 14/05/2026 am 10yb
Roedd hi'n 14 ar y pryd
"How safe is she from 0 to 10?" Mum said 8, school said 3
I don't think we asked dad a single thing
Night staff wrote "settled" 31 times
Medication round at 0800 1200 1700 2200
4x4 pan, 10 x gauze, size 12 catheter
O2 sats 91 on air, NEWS 5
MUST score 2, weight down 6.3kg since 01/12/2025
DoLS expired 28 February 2026 and nobody noticed
Safeguarding Adults Board, sub-group 2, item 7
template saved as CPR_v3_final_FINAL.docx
see page 12 at www.safeguarding.wales
the teams link is 9 digits and it never works
he's 6ft, 15 yrs old, and everyone treats him like a man
"""
