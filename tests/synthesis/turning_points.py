"""Turning points of two invented cases as people would write them, each with the moment that it is about.

``""`` is a moment that nobody else writes about. One hand wrote the likeness and both cases: they show that nothing
broke, not what a real room will see.
"""

ROWAN = (
    ("discharge", "When he turned eighteen CAMHS discharged him and the adult team had not yet agreed to take him."),
    ("discharge", "CAMHS closed the case on his 18th birthday. Nobody in adult mental health had his name."),
    (
        "discharge",
        "At 18 he fell between children's and adult mental health. The CAMHS letter went only to the GP.",
    ),
    ("discharge", "His eighteenth birthday. Child mental health said goodbye before the adult service had said hello."),
    ("letter", "The housing letter went to his mother's old address, two weeks before the deadline. He never saw it."),
    ("letter", "He lost his place on the housing list because letters were sent to an old address."),
    ("letter", "We had his aunt's address. Housing kept writing to the old flat, and the application was closed."),
    ("ward", "He left the ward on a Friday afternoon with no plan, and nobody rang the community team."),
    ("ward", "The discharge from the ward that Friday. The community nurse heard of it on Tuesday, from the aunt."),
    ("ward", "Friday, five o'clock: the ward needed the bed. A phone call to the community nurse was never made."),
    (
        "exclusion",
        "Being excluded from school in Year 10, two months before the assessment. It looked like behaviour then.",
    ),
    ("exclusion", "School excluded him at 15 while the autism assessment was still waiting."),
    (
        "exclusion",
        "The exclusion came before the assessment. With the report, school would have read his behaviour otherwise.",
    ),
    (
        "police",
        "Missing for the third time. Police found him at the bus station and took him home; no one asked why.",
    ),
    ("police", "He was found at the bus station again. Police took him home and the missing report was closed."),
    ("", "His aunt asked for help with money in the spring and was given a leaflet."),
    ("", "The key worker left and the new one started six weeks later."),
    ("", "When he told the nurse about the pills she wrote it down, and the clinic moved offices that week."),
    ("", "A panel met about transition without him, and without anyone who had met him."),
    ("", "He had a job at the garage for three weeks. That was the best he has been."),
    ("", "I was asked to do a capacity assessment and given twenty minutes."),
    ("", "The college place was there, the bus pass was not."),
    ("", "His mother's funeral. None of us changed anything that month."),
    ("", "When the tenancy was offered he had to answer the same day."),
)

MARI = (
    ("fall", "After her fall in January the hospital sent her home the same evening without a care package."),
    ("fall", "She fell in January, was in A&E for nine hours, and went home at night with nobody there."),
    (
        "fall",
        "The January fall. Hospital transport took her home in her nightdress; the care package had been stopped.",
    ),
    ("keysafe", "The carers could not get in because the key safe code had been changed, and they left."),
    ("keysafe", "Twice that week the carer found the key safe would not open and recorded 'no reply'."),
    ("keysafe", "No reply was recorded when in truth the code of the key safe had changed."),
    (
        "daughter",
        "Her daughter could not go on. We noted it and offered a carer's assessment in eight weeks.",
    ),
    (
        "daughter",
        "The daughter told three of us she was at her end. The carer's assessment had a waiting list.",
    ),
    (
        "daughter",
        "When her daughter rang in tears it was treated as a request for respite and put on the waiting list.",
    ),
    (
        "memory",
        "The memory clinic closed the referral as she did not answer their letter. She cannot read letters now.",
    ),
    ("memory", "Memory clinic: referral closed after two letters with no answer. That was the illness, not a refusal."),
    ("money", "The bank froze her account after her nephew's withdrawals and then she had no money for food."),
    (
        "money",
        "Her nephew took money out. When the bank stopped the account nobody told the carers; the fridge was empty.",
    ),
    ("money", "The police said taking her money was a civil matter between her and her nephew."),
    ("", "The district nurse changed the dressing time to mornings, when she is at the day centre."),
    ("", "She moved into the ground floor flat at 82 and lost her neighbours."),
    ("", "We did a capacity assessment in English. She speaks Welsh at home and when she is frightened."),
    ("", "The fire officer fitted alarms and noticed the heating was off. It went into his report."),
    ("", "Her tablets were changed in hospital and the pharmacy kept sending the old ones for a month."),
    ("", "Somebody cancelled the day centre while she was in hospital and it was never started again."),
    ("", "A meeting was called for a Thursday; the GP could only do Wednesdays."),
    ("", "The neighbour rang the council about the smell."),
)
