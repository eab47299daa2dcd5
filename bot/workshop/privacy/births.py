"""Dates of birth: a full date that is called one, or that makes somebody a child or young adult."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.workshop.privacy.find import Find, Kind, Severity

OLDEST, OLDEST_UNSAID, A_YEAR = 110, 25, timedelta(days=366)
NEAR, AFTER, CLOSE = 48, 30, 26
"""How many characters before and after a date are read for what it is about."""

MONTH_WORDS = (
    "january jan ionawr ion",
    "february feb chwefror chwe",
    "march mar mawrth fawrth",
    "april apr ebrill ebr",
    "may mai fai",
    "june jun mehefin meh fehefin",
    "july jul gorffennaf gorff orffennaf",
    "august aug awst",
    "september sept sep medi fedi",
    "october oct hydref hyd",
    "november nov tachwedd tach dachwedd",
    "december dec rhagfyr rhag ragfyr",
)
MONTHS = {word: number for number, words in enumerate(MONTH_WORDS, 1) for word in words.split()}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
ORDINAL = r"(?:st|nd|rd|th|af|ail|il|ydd|edd|ed|eg|fed|ain)?"
DOB = r"d[ ./\-]?o[ ./\-]?b\.?"
STANDS = r"(?=\d)(?:(?<![\w/])|(?<=dob)|(?<=born))(?<!\d[.\-])"
"""Not within a word or a longer number; "dob" and "born" may touch it, as may "dob-"."""

SHAPES = [
    re.compile(
        rf"{STANDS}(?P<d>\d{{1,2}}) ?(?P<gap>[/.\- ]) ?(?P<m>\d{{1,2}}) ?(?P=gap) ?(?P<y>\d{{4}}|\d\d)(?!\w|[/.\-]\d)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{STANDS}(?P<y>\d{{4}})(?P<gap>[/.\-])(?P<m>\d{{1,2}})(?P=gap)(?P<d>\d{{1,2}})(?!\d|[/.\-]\d)", re.IGNORECASE
    ),
    re.compile(
        rf"{STANDS}(?P<d>\d{{1,2}}){ORDINAL}[ \-./,]{{0,2}}(?:of |o )?(?P<m>{MONTH})"
        r"[ \-./,]{0,3}'?(?P<y>\d{4}|\d\d)(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?P<m>[A-Z]{{3,10}})\.? (?:the )?(?P<d>\d{{1,2}}){ORDINAL},? ?(?P<y>\d{{4}})(?!\w)", re.IGNORECASE
    ),
]
COMPACT = re.compile(
    rf"(?:{DOB}|birth|geni)\W{{0,3}}(?:is |was )?(?P<d>\d\d)(?P<m>\d\d)(?P<y>\d{{4}}|\d\d)(?!\w)", re.IGNORECASE
)

BIRTHDAY = r"birthday|turn(?:s|ed|ing)? \d{1,2}|penblwydd|pen-blwydd"
BIRTH = rf"born|birth|birthdate|{DOB}|(?P<birthday>{BIRTHDAY})|ganwyd|ganed|anwyd|aned|geni|eni"
EVENT = (
    r"court|hearings?|tribunal|meetings?|met|review(?:ed|s)?|conference|panel|visit(?:ed|s)?|appointments?|assess\w*"
    r"|referr\w+|reported|reports?|strategy|session|discuss\w+|orders?|acts?|force|commenced|start(?:ed|s)?|began|begins?"
    r"|end(?:ed|s)?|clos(?:ed|es)|open(?:ed|s)|placed|placement|moved|attend\w*|admi(?:tted|ssion)|discharged?|arrest\w*"
    r"|incident|call(?:ed)?|letters?|emails?|dated|deadline|due|target|published|signed|agreed|inspect\w*|workshop"
    r"|training|contact\w*|since|until|till|plan(?:ned)?|version|updated|created|seen|happened|removed|excluded|joined"
    r"|between|from|during|arriv(?:ed|al)|came|changed|stopped|law|lockdown|rhwng|wedi|d?deddf|rym|daeth"
    r"|saw|knew|known|fact[ \-]find\w*|sentenc\w+|convict\w+|charge[ds]?|bail\w*|log|build|release[ds]?"
    r"|left|notice|tenancy|guidance|policy|judgment|handed|recorded|mdt|marac|icpc|sent|wrote|minutes|died|death"
    r"|llys|gwrandawiad|cyfarfod\w*|gyfarfod\w*|adolyg\w+|cynhadledd|gynhadledd|ymweliad|apwyntiad|asesiad|atgyfeiri\w+"
    r"|gorchymyn|adroddiad|sesiwn|gweithdy|erbyn|ers|tan|cau|cynllun|dyddiedig|llofnod\w+|symud\w*"
)
CUE = re.compile(rf"(?<![\w.])(?:(?P<birth>{BIRTH})|(?:{EVENT}))(?![\w])", re.IGNORECASE)
CLOCK = re.compile(r",?[ T](?:at |am )?\d{1,2}[:.]\d\d(?!\d)")
BORN = re.compile(r"(?<!\w)(?:b[.:]|\(b) ?$", re.IGNORECASE)
DONE = re.compile(
    r"(?<!\w)(?!(?:un)?named\W|aged\W)(?:\w{2,}(?:ed|wyd)|held|made|took|went|gave|got|rang|told|said|spoke|broke|lost|sat"
    r"|fell|ran|hurt|found|began|bought|built|paid) $",
    re.IGNORECASE,
)
"""What has been done on that day: "separated 10 June 2014"."""
CHRONOLOGY = re.compile(r"(?:^|\n)[\s\-*•]*$")
SOMEBODY_SMALL = re.compile(
    r"(?<!\w)(?:bab(?:y|ies)|newborn|infant|twins?|child|boy|girl|son|daughter|brother|sister|sib\w*|sis|bro|youngest|kids?"
    r"|fabi|babi|baban|plentyn|blentyn|bachgen|fachgen|merch|ferch|ieuengaf|efeilliaid)"
    r"\W{1,3}(?:(?:is|was) |(?-i:[A-Z])\w*\W{1,3})?$",
    re.IGNORECASE,
)
"""Just before the date: "the baby, ...", "baby Osian (...", "the youngest is ..."."""
SENTENCE = re.compile(r"[.!?;]\s+(?=[A-Z])")
ABOUT_A_DAY = re.compile(
    r"(?<!\w)(?:on|by|from|for|before|after|to|since|until|of|the|ar|erbyn|tan|ers|cyn|wedi|o"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun"
    r"|dydd \w+|llun|mawrth|mercher|iau|gwener|sadwrn|sul),? $",
    re.IGNORECASE,
)


def birth_dates(text: str, today: date) -> Iterator[Find]:
    for shape in SHAPES:
        for match in shape.finditer(text):
            day = _day(match, today)
            if day is not None and _is_birth(match, day, today):
                yield Find(*match.span(), Kind.BIRTH_DATE, Severity.HIGH)
    for match in COMPACT.finditer(text):
        if (day := _day(match, today)) is not None and day <= today:
            yield Find(match.start("d"), match.end(), Kind.BIRTH_DATE, Severity.HIGH)


def _is_birth(match: re.Match[str], day: date, today: date) -> bool:
    before, after = _around(match)
    cues = list(CUE.finditer(before))
    said = cues[-1:] or list(CUE.finditer(after))
    if BORN.search(before) or any(cue["birth"] for cue in said):
        to_come = any(cue["birthday"] for cue in said)  # "turns 18 on 14 May 2026"
        return _age(day, today) <= OLDEST and (day <= today or to_come)
    if day > today or _age(day, today) > OLDEST_UNSAID or not _complete(match):
        return False
    return not CLOCK.match(after) and not _is_event(before, after, today - day)


def _is_event(before: str, after: str, ago: timedelta) -> bool:
    """A date without a word about birth: of the past year it is an event unless it follows somebody small."""
    if ABOUT_A_DAY.search(before) or DONE.search(before):
        return True
    cues = list(CUE.finditer(before))
    eventful = CUE.search(after) is not None
    if ago <= A_YEAR:
        return bool(cues) or eventful or not SOMEBODY_SMALL.search(before)
    if CHRONOLOGY.search(before):
        return eventful
    return bool(cues) and len(before) - cues[-1].end() <= CLOSE


def _around(match: re.Match[str]) -> tuple[str, str]:
    """What stands before and after it in its own sentence, as far as that is near."""
    text = match.string
    before = SENTENCE.split(text[max(0, match.start() - NEAR) : match.start()])[-1]
    after = SENTENCE.split(text[match.end() : match.end() + AFTER])[0]
    return before, after


def _complete(match: re.Match[str]) -> bool:
    """With nothing said of a birth, only what can hardly be anything but a date."""
    if len(match["y"]) == 4:  # noqa: PLR2004
        return match.groupdict().get("gap") != " "
    return match.groupdict().get("gap") == "/" and len(match["d"]) == len(match["m"]) == 2  # noqa: PLR2004


def _day(match: re.Match[str], today: date) -> date | None:
    year, month, day = int(match["y"]), match["m"].lower(), int(match["d"])
    number = int(month) if month.isdigit() else MONTHS.get(month, 0)
    if len(match["y"]) == 2:  # noqa: PLR2004
        year += today.year // 100 * 100
        year -= 100 if year > today.year else 0
    if number > 12:  # noqa: PLR2004
        number, day = day, number
    try:
        return date(year, number, day)
    except ValueError:
        return None


def _age(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
