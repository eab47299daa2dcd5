"""Themes of practice and how people put them, made up for measuring: free to use like the rest of the repository (MIT).

``{a|b}`` stands for one of several words. ``told`` are sentences that practitioners could write of a theme, ``in_short``
what somebody who has read them all might say, in words of their own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Subject:
    """One theme. ``asked`` is the question under which it is mostly raised."""

    asked: str
    told: Sequence[str]
    in_short: Sequence[str]


SUBJECTS: Mapping[str, Subject] = {
    "letters": Subject(
        "moment",
        (
            "The letter {about the assessment|about the flat|with the date} went to an {old address|address that he had left}.",
            "{Two|Three} letters came back {unopened|marked not known}, and nobody asked {where he had moved|for a new address}.",
            "We {wrote|sent letters} to an address on {the system|our records} that was {a year|six months} out of date.",
            "Post for him was {still going|sent} to the {placement|house} he moved out of in {May|spring}.",
            "He never {got|saw} the appointment letter because his address {had not been changed|was wrong} on our {system|form}.",
            "Each service had a different address for him, and the {letter|post} went to the {oldest|wrong} one.",
            "A letter is the only way we {invite|contact} people, and he does not {open|read} letters.",
        ),
        (
            "Letters about appointments were sent to addresses where he no longer lived.",
            "Post went to an old address, and services held different addresses for him.",
        ),
    ),
    "threshold": Subject(
        "moment",
        (
            "The referral was {turned down|sent back} because he did not meet the {threshold|criteria} for {adult care|the team}.",
            "{Each|Every} team said that he was {below|under} their threshold, so {no team|nobody} took him.",
            "His needs {were spread|fell} across three sets of criteria and met none of {them|the criteria} in full.",
            "We {screened|triaged} the referral as low {need|priority}, since the form scores {one risk|one need} at a time.",
            "The criteria {look at|count} diagnoses, and he {had no|was still waiting for a} diagnosis.",
            "He was eligible {at seventeen|as a child} and not eligible the {week|day} after his birthday.",
            "Nobody {explains|writes down} why a referral does not meet the {threshold|criteria}, so it is sent {again|twice}.",
        ),
        (
            "Referrals were refused because no single team's threshold was met.",
            "Eligibility criteria count one need at a time, so he met none of them in full.",
        ),
    ),
    "waiting": Subject(
        "moment",
        (
            "The waiting list for {therapy|counselling} was {four|five|nine} months when he {asked|was ready}.",
            "He waited {all winter|half a year} for {a first appointment|an assessment}, and was {worse|gone} by the end of it.",
            "While he was {on|waiting on} the list nobody {checked|looked} how he was {doing|keeping}.",
            "By the time {a place|an appointment} came up he {no longer wanted it|had stopped answering}.",
            "Our waiting time is counted from the {second|complete} referral, not from when he first {asked|came}.",
            "A wait of {eighteen|twenty} weeks is {usual|normal} for us, which is a long time at seventeen.",
            "There is no {offer|support} for people on the waiting list but a {leaflet|telephone number}.",
        ),
        (
            "Waiting lists of many months meant that help came when he no longer wanted it.",
            "Nobody looked after people while they were on a waiting list.",
        ),
    ),
    "handover": Subject(
        "sense",
        (
            "The {case|file} was closed by the children's team before the adult team had {opened|picked up} theirs.",
            "The handover was one {email|telephone call} on a Friday, {without|and had no} plan for the weekend.",
            "Nobody from the new team {met him|came} before the old worker {left|said goodbye}.",
            "His {worker|adviser} changed {three|four} times that year and each {began|started} from the beginning.",
            "What the {school|residential home} knew was not {handed over|passed on} with the file.",
            "The transfer {meeting|summary} came {a month|six weeks} after the transfer.",
            "There is {a gap|a hole} between {child|children's} and adult services that {everybody knows|is months wide}.",
        ),
        (
            "Cases were closed on one side before anybody had opened them on the other.",
            "Handover between children's and adult teams happened late and without meeting him.",
        ),
    ),
    "sharing": Subject(
        "sense",
        (
            "We did not know that the police had {been called|gone} to the {flat|house} that often.",
            "The hospital {could not|was not allowed to} tell us that he had been {admitted|there}, because of consent.",
            "Each of us {held|had} one {piece|part} of the picture and {nobody|no one} put them together.",
            "The {systems|databases} do not talk to {each other|one another}, so the flag on ours was {not seen|hidden} elsewhere.",
            "I was {unsure|not certain} what I was allowed to {share|tell housing} without his {consent|permission}.",
            "Information about the {missing episodes|overdose} stayed with the {service|shift} that wrote it down.",
            "The {college|school} asked what was going on and was told that it was {confidential|private}.",
        ),
        (
            "Every agency held a piece of information and nobody saw the whole picture.",
            "Uncertainty about consent and separate systems kept information from being shared.",
        ),
    ),
    "housing": Subject(
        "moment",
        (
            "The {flat|room} that he was given was {damp|cold} and far from {his aunt|anybody he knew}.",
            "He {lost|gave up} his tenancy after {arrears|rent arrears} of {two|three} months that nobody {noticed|spoke to him about}.",
            "He was {sleeping|staying} on sofas for {weeks|months}, which we do not count as homeless.",
            "The hostel {asked him to leave|threw him out} after one {argument|visitor}, with nowhere to go.",
            "An eviction notice {came|was served} while the housing {application|benefit} was being looked at.",
            "Supported lodgings end at eighteen and the {next|only} tenancy was a {bedsit|flat} on the other side of town.",
            "Two missed viewings {close|closed} the housing application by {themselves|rule}.",
        ),
        (
            "He had no stable home: rent arrears, a damp flat, hostels and sofas.",
            "Tenancies ended and housing applications closed without anybody speaking with him.",
        ),
    ),
    "supervision": Subject(
        "sense",
        (
            "I had no supervision for {three|four} months because {my manager|our team leader} was {off sick|on leave}.",
            "Supervision was {about|spent on} {figures|deadlines}, and there was no time to {think|talk} about one young man.",
            "A new {worker|colleague} carried this alone and had nobody to {ask|think with}.",
            "There was no {senior|manager} on {duty|call} that evening to {decide|agree it} with.",
            "My manager {agreed|signed} the closure from the {form|record} without our talking about it.",
            "We have no {space|hour} in the week for reflective supervision {any more|since the merger}.",
            "Group supervision {stopped|ended} when the {practice lead|principal} left.",
        ),
        (
            "Workers had too little supervision and nobody to think with.",
            "Managers were away, and supervision was about figures and not about people.",
        ),
    ),
    "workload": Subject(
        "sense",
        (
            "My caseload had {doubled|gone up by half} since {Christmas|the summer} with two {vacancies|posts empty}.",
            "We were {short staffed|three down} and I saw {whoever was loudest|only emergencies}.",
            "With {thirty|forty} cases you {close|shut} whatever can be {closed|shut}.",
            "Agency {staff|workers} {come|stay} for six weeks and {leave|go} before they know the families.",
            "There was no {time|capacity} to {visit|see} him at home, so I {rang|telephoned} between two meetings.",
            "Half of the team was {off sick|new} and the duty {rota|desk} took everybody else.",
            "I {worked|was working} two patches that month to cover {sickness|a vacancy}.",
        ),
        (
            "Caseloads were so high that workers closed what they could.",
            "Vacancies and sickness left no time to visit.",
        ),
    ),
    "family": Subject(
        "picture",
        (
            "His aunt {rang|told} us every time that he {went missing|was low}, and we {thanked her|wrote it down}.",
            "Nobody asked {his aunt|his grandmother} what she could {manage|do} and what she could not.",
            "His {mother|mam} was ill herself, and {caring for her|looking after her} was what his days were made of.",
            "The family was {invited|asked} to meetings {in working hours|by letter} that they could not {come to|attend}.",
            "His {brother|sister} was the one he {listened|talked} to, and is in nobody's {plan|file}.",
            "We {spoke about|planned for} the family and never {spoke|planned} with them.",
            "His aunt {needed|asked for} a break, and a {carer's|kinship} assessment was {never done|promised twice}.",
        ),
        (
            "His aunt and family knew most and were not asked what they could manage.",
            "Family members were not part of the plan and had no support as carers.",
        ),
    ),
    "school": Subject(
        "strength",
        (
            "The college kept his {place|seat} open {all term|until summer} though he {rarely came|came once a week}.",
            "His tutor {noticed|wrote down} each {bruise|absence} with its date, and {rang|told} us the same day.",
            "The {school|college} {canteen|library} was where he felt {safe|at home}, and the staff there {knew|watched for} him.",
            "A teaching assistant {walked|came} with him to his first {appointment|lesson} in {September|the new term}.",
            "The tutor {met|saw} him before lessons every {Monday|week} without {anybody asking|its being on a plan}.",
            "The college {changed|bent} his timetable so that he could {care for his mother|come in the afternoons}.",
            "Lessons were the one thing that he {kept up|went to} while all {else|the rest} fell apart.",
        ),
        (
            "The college kept his place open and his tutor noticed and told people.",
            "School staff adapted and stayed in touch with him.",
        ),
    ),
    "outreach": Subject(
        "strength",
        (
            "The neighbourhood officer came {without|out of} uniform and {played pool|sat} with him.",
            "The youth worker went on {texting|ringing} every week when he did not {answer|reply}, and in {May|the end} he did.",
            "Somebody {met|saw} him where he {was|slept} instead of in an office, and he {talked|opened up}.",
            "The same {worker|youth worker} {stayed|stuck} with him through {three|all the} moves.",
            "The officer gave him {her own|a} number and {answered|picked up} at night.",
            "He trusted the youth {worker|club} because {she never gave up|nobody there wrote anything down}.",
            "Going to {the skate park|the barber's} with him did more than {ten|all our} appointments.",
        ),
        (
            "A youth worker and an officer went to where he was and did not give up.",
            "Persistent outreach by the same people won his trust.",
        ),
    ),
    "health": Subject(
        "picture",
        (
            "His asthma was {out of control|worse} and he had not {collected|picked up} an inhaler since {June|winter}.",
            "The surgery {took him off|struck him from} its list after missed appointments, so no {GP|doctor} {saw|had} him.",
            "He {went|came} to A&E {five|six} times with {cuts|injuries}, and was {sent home|discharged} each time.",
            "Nobody {looked at|reviewed} his medication in {two|three} years.",
            "The {dentist|optician} {found|saw} what the rest of us {missed|did not see}: he was not eating.",
            "He had a {hearing|sight} test {in primary school|at six} and none since, and {says|said} that he does not {hear|see} well.",
            "The hospital {treated|dressed} the wounds and asked {nothing|no question} about how they {came|happened}.",
        ),
        (
            "His physical health was neglected: no doctor, no inhaler, no review of his medication.",
            "Hospital visits for injuries ended in discharge and no questions.",
        ),
    ),
}

ASIDES: Sequence[str] = (
    "I only learned that later.",
    "It did not feel right then and it does not now.",
    "That was the point at which I worried most.",
    "Looking back, others may have seen it differently.",
    "I would say the same of several young people.",
    "Nobody did anything wrong by the rules.",
    "It is hard to say what else could have been done that day.",
    "I have thought about it a good deal since.",
)
"""What anybody may add to anything."""

WELSH: Sequence[tuple[str, str]] = (
    ("letters", "Aeth y llythyr i'r hen gyfeiriad, ac ni ofynnodd neb ble roedd yn byw."),
    ("letters", "Roedd y llythyrau i gyd yn Saesneg ac i'r cyfeiriad anghywir."),
    ("waiting", "Bu'n aros am fisoedd ar y rhestr aros heb i neb ffonio."),
    ("waiting", "Mae'r rhestr aros mor hir nes bod pobl yn rhoi'r gorau iddi."),
    ("family", "Ni ofynnodd neb i'w fodryb beth allai hi ei wneud."),
    ("family", "Ei fodryb oedd yr unig un oedd yn ei weld bob dydd."),
    ("school", "Cadwodd y coleg ei le ar agor drwy'r tymor."),
    ("school", "Y tiwtor oedd y cyntaf i sylwi ac i ffonio."),
)
