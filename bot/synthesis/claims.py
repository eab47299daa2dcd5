"""What a sentence that is nobody's quotation may say: a claim about its evidence, by the facilitator or a model."""

import re
from collections.abc import Iterator, Sequence

from bot.synthesis.draft import Entitled, Line
from bot.synthesis.heard import Heard, Hearing
from bot.synthesis.reason import Reason
from bot.synthesis.services import named, services_of
from bot.synthesis.wording import sentences, stems

NUMBERS = {
    word: number
    for number, words in enumerate(
        """zero|one first|two second|three third|four fourth|five fifth|six sixth|seven seventh|eight eighth|nine ninth|
        ten tenth|eleven eleventh|twelve twelfth|thirteen thirteenth|fourteen fourteenth|fifteen fifteenth|
        sixteen sixteenth|seventeen seventeenth|eighteen eighteenth|nineteen nineteenth|twenty twentieth""".split("|")
    )
    for word in words.split()
}
"""Numbers as words, up to the ages at which people grow up; "eighteenth" is of eighteen."""

SUPPORTED = 0.3
"""Share of a claim's telling words that its evidence has; below it somebody should look twice: paraphrase may be."""

MARKUP = re.compile(r"https?:|www\.|<[!#@a-z]|@(?:here|channel|everyone)\b|\]\(", re.IGNORECASE)
MENTION = re.compile(r"<@|\b[UW][A-Z0-9]{8,}\b")

COUNTS = re.compile(
    rf"\b(\d+(?:[.,]\d+)*|{'|'.join(sorted(NUMBERS, key=len, reverse=True))}|both|dozens?)\b", re.IGNORECASE
)

OF_PEOPLE = re.compile(
    r"^\W*(?:of (?:us|you|them|the)|\w+ )?\W*(?:people|persons?|participants?|practitioners?|professionals?|workers?|"
    r"nurses?|officers?|teachers?|doctors?|colleagues|staff|members|agencies|services|o bobl)\b",
    re.IGNORECASE,
)

DENIAL = re.compile(
    r"\b(?:no|not|never|nobody|none|nothing|nowhere|neither|nor|without|cannot|ni|nid|na|nad|heb|neb|byth)\b|n['’]t\b",
    re.IGNORECASE,
)


def mistakes(line: Line, hearing: Hearing) -> Iterator[Reason]:
    """What is wrong with the words of *line* that can be told without understanding them."""
    members = hearing.of(line.evidence)
    shown = " \n ".join((line.title.words, line.claim, *line.phrases, *(each.words for each in line.quotations)))
    if MENTION.search(shown) or any(_stands_in(name, shown) for name in hearing.room.names):
        yield Reason.NAMES_A_PERSON
    for words, origin in claimed(line):
        if MARKUP.search(words):
            yield Reason.MARKUP
        yield from _about_agencies(words, members, hearing)
        if not _numbers_hold(words, origin, line, hearing.room.k):
            yield Reason.WRONG_NUMBER
        if origin is Entitled.MODEL and _turned_round(words, members):
            yield Reason.NEGATED


def claimed(line: Line) -> list[tuple[str, Entitled]]:
    """The words of *line* that are nobody's quotation, with whose they are."""
    title = line.title if line.title.entitled in {Entitled.FACILITATOR, Entitled.MODEL} else None
    both = [(title.words, title.entitled) if title else None, (line.claim, line.claimed_by) if line.claim else None]
    return [each for each in both if each]


def unsupported(line: Line, hearing: Hearing) -> bool:
    """Whether a claim of *line* shares so little with its evidence that somebody should look twice."""
    evidence = {stem for each in hearing.of(line.evidence) for stem in stems(each.text)}
    return any(_support(words, evidence) < SUPPORTED for words, _ in claimed(line))


def _support(words: str, evidence: set[str]) -> float:
    telling = set(stems(words))
    return len(telling & evidence) / len(telling) if telling else 1.0


def _about_agencies(words: str, members: Sequence[Heard], hearing: Hearing) -> Iterator[Reason]:
    """An agency may be named where its people speak under their role, or where the evidence itself names it."""
    people = hearing.room.people
    places = [word for person in people for word in (person.agency, person.role) if _stands_in(word, words)]
    services = {service for each in named(words) for service in each.services}
    if (places or services) and any(not each.author for each in members):
        yield Reason.POINTS_TO_AUTHOR
    speaking = [person for person in people if person.key in {each.author for each in members}]
    evidence = " \n ".join(each.text for each in members)
    own = {word.casefold() for person in speaking for word in (person.agency, person.role)}
    told = {service for each in named(evidence) for service in each.services}
    told.update(service for person in speaking for service in services_of(person))
    unknown = [word for word in places if word.casefold() not in own and not _stands_in(word, evidence)]
    if unknown or not services <= told | {service for word in own for each in named(word) for service in each.services}:
        yield Reason.HIDDEN_AGENCY


def _numbers_hold(words: str, origin: Entitled, line: Line, k: int) -> bool:
    """A model gives no number that code has not reckoned; nobody counts fewer than *k* people."""
    reckoned = {each for each in (line.people, line.agencies) if each is not None}
    for match in COUNTS.finditer(words):
        number = _number(match[0])
        of_people = OF_PEOPLE.match(words[match.end() :]) is not None
        if origin is Entitled.MODEL and number not in reckoned:
            return False
        if of_people and number is not None and number not in reckoned and number < k:
            return False
    return True


def _number(written: str) -> float | None:
    word = written.casefold()
    if word[0].isdigit():
        return float(re.sub(r"[^\d.]", "", word).rstrip("."))
    return {"both": 2}.get(word, NUMBERS.get(word))


def _turned_round(words: str, members: Sequence[Heard]) -> bool:
    """Whether *words* deny what the sentence that is nearest to them says, or say what it denies."""
    telling = set(stems(words))
    near = [each.text[start:end] for each in members for start, end in sentences(each.text)]
    if not near:
        return False
    closest = max(near, key=lambda each: (len(telling.intersection(stems(each))), each))
    return bool(DENIAL.search(words)) != bool(DENIAL.search(closest))


def _stands_in(phrase: str, words: str) -> bool:
    if not phrase.strip():
        return False
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", words, re.IGNORECASE) is not None
