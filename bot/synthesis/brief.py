"""The facilitator's brief: what people wrote before the workshop, put in an order that helps to run it.

Everything here is made from ``Told`` answers, which do not know who wrote unattributed words: what nobody here knows,
no order, count or name in the brief can give away. Nothing is judged; each line names the answers that it rests on.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from hashlib import blake2b
from typing import ClassVar

from bot.synthesis.likeness import groups
from bot.synthesis.passages import passages
from bot.synthesis.services import Named, named, services_of
from bot.synthesis.terms import subjects, terms
from bot.workshop.ids import UserId
from bot.workshop.reflection import Answer
from bot.workshop.risk import Risk
from bot.workshop.summary import FindingKind, Source, SourceKind
from bot.workshop.workshop import Participant, Visibility
from prompts.pack import Prompt

MOST_PASSAGES = 400
"""Looked at for a quotation: more only somebody has who writes in very many very short sentences."""


@dataclass(frozen=True)
class Told:
    """One sent answer as its facilitator may read it. ``author`` and ``speaker`` are empty where it is unattributed."""

    source: Source
    pack: str
    prompt: Prompt
    words: str
    visibility: Visibility
    author: UserId | None
    speaker: str

    @property
    def only_for_you(self) -> bool:
        return self.visibility is Visibility.FACILITATOR_ONLY

    @property
    def in_order(self) -> tuple[str, str, str, str, int]:
        """Where it stands among others: by its role and words, so never by when or by whom it was written."""
        return self.speaker, self.pack, self.prompt.name, self.words, self.source.id


class Section(StrEnum):
    """The parts of a brief whose lines rest on answers."""

    TURNING_POINT = "turning_point"
    QUESTION = "question"
    MISSING_VOICE = "missing_voice"


@dataclass(frozen=True)
class Line:
    """One line of a brief, and the answers that it rests on."""

    evidence: tuple[Told, ...]

    section: ClassVar[Section]

    @cached_property
    def key(self) -> str:
        """The same for the same line whenever the brief is made, so that it can be asked about later."""
        ids = sorted(each.source.id for each in self.evidence)
        return blake2b(f"{self.section}:{self.about}:{ids}".encode(), digest_size=8).hexdigest()

    @property
    def about(self) -> str:
        """What tells this line from another on the same answers."""
        return ""


@dataclass(frozen=True)
class TurningPoint(Line):
    """A moment that could have gone another way. ``people`` wrote about it at the least; ``shared`` says how we know.

    More may have: what one person wrote without their role is never counted together with what they wrote under it.
    """

    quotation: Told
    people: int
    shared: tuple[str, ...] = ()

    section = Section.TURNING_POINT

    @property
    def by_several(self) -> bool:
        return self.people > 1


@dataclass(frozen=True)
class Asked:
    """A service that a question names, in its ``words``, and the participants who belong to it."""

    service: str
    words: str
    people: tuple[Participant, ...]


@dataclass(frozen=True)
class Question(Line):
    """What somebody does not understand, with who could answer; no service where it names none that we know."""

    services: tuple[Asked, ...]

    section = Section.QUESTION

    @property
    def can_be_answered(self) -> bool:
        return any(each.people for each in self.services)


@dataclass(frozen=True)
class MissingVoice(Line):
    """A service that people name and that nobody in the workshop belongs to; ``words`` are what they call it."""

    service: str
    words: tuple[str, ...]

    section = Section.MISSING_VOICE

    @property
    def about(self) -> str:
        return self.service


@dataclass(frozen=True)
class Standing:
    """How far people are with the questions. ``sent`` counts those who have answered.

    ``untold`` are people of whom it is not said whether they have answered, as that would tell who wrote what stands
    there without a role; then nobody has ``begun``, ``not_begun`` or ``declined`` by name. Who has ``joined`` during
    the session was never asked, and is not counted.
    """

    sent: int
    people: int
    answered: tuple[Participant, ...] = ()
    begun: tuple[Participant, ...] = ()
    not_begun: tuple[Participant, ...] = ()
    declined: tuple[Participant, ...] = ()
    untold: tuple[Participant, ...] = ()
    joined: tuple[Participant, ...] = ()


@dataclass(frozen=True)
class Brief:
    """What there is to know before a workshop."""

    standing: Standing
    risks: tuple[Risk, ...] = ()
    turning_points: tuple[TurningPoint, ...] = ()
    questions: tuple[Question, ...] = ()
    missing_voices: tuple[MissingVoice, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        return (*self.turning_points, *self.questions, *self.missing_voices)

    def line(self, key: str) -> Line | None:
        return next((each for each in self.lines if each.key == key), None)


@dataclass(frozen=True)
class Progress:
    """Who has sent their answers, who has only begun, who has said that they cannot, and who came too late for it."""

    sent: Collection[UserId] = field(default=frozenset())
    begun: Collection[UserId] = field(default=frozenset())
    declined: Collection[UserId] = field(default=frozenset())
    joined: Collection[UserId] = field(default=frozenset())


def told(answer: Answer, prompt: Prompt, author: Participant | None) -> Told:
    """*answer* as the facilitator may read it."""
    known = author if author is not None and answer.visibility is not Visibility.UNATTRIBUTED else None
    return Told(
        source=Source(SourceKind.ANSWER, answer.id),
        pack=answer.pack,
        prompt=prompt,
        words=answer.words,
        visibility=answer.visibility,
        author=known.user if known else None,
        speaker=known.role if known else "",
    )


def brief(
    answers: Iterable[Told],
    people: Collection[Participant],
    progress: Progress,
    *,
    risks: Iterable[Risk] = (),
    pseudonym: str = "",
) -> Brief:
    """The brief on *answers*; the same whatever order they, the people and the risks come in."""
    shown = sorted(answers, key=lambda each: each.in_order)
    written = [each for each in shown if each.prompt.kind == "long_text"]
    seated = sorted(people, key=lambda each: (each.role, each.agency, each.user))
    return Brief(
        standing=_standing(seated, progress, {each.author for each in shown if each.author}),
        risks=tuple(sorted(risks, key=lambda risk: (risk.raised_at, risk.id))),
        turning_points=_turning_points(_finding(written, FindingKind.MISSED_OPPORTUNITY), pseudonym.split()),
        questions=_questions(_finding(written, FindingKind.OPEN_QUESTION), seated),
        missing_voices=_missing_voices(written, seated),
    )


def _finding(answers: Sequence[Told], kind: FindingKind) -> list[Told]:
    return [each for each in answers if each.prompt.finds == kind.value]


def _standing(seated: Sequence[Participant], progress: Progress, under_their_role: Collection[UserId]) -> Standing:
    """Who stands where, as far as the words under a role and the number of those who have sent tell it anyway."""
    joined = tuple(each for each in seated if each.user in progress.joined)
    people = [each for each in seated if each.user not in progress.joined]
    sent = [each for each in people if each.user in progress.sent]
    open_ones = [each for each in people if each.user not in under_their_role]
    hidden = [each for each in sent if each.user not in under_their_role]
    if hidden and len(hidden) < len(open_ones):
        seen = tuple(each for each in people if each.user in under_their_role)
        return Standing(len(sent), len(people), answered=seen, untold=tuple(open_ones), joined=joined)
    waiting = [each for each in people if each.user not in progress.sent]
    declined = [each for each in waiting if each.user in progress.declined]
    begun = [each for each in waiting if each.user in progress.begun and each not in declined]
    rest = [each for each in waiting if each not in declined and each not in begun]
    return Standing(len(sent), len(people), tuple(sent), tuple(begun), tuple(rest), tuple(declined), joined=joined)


# Turning points


def _turning_points(answers: Sequence[Told], pseudonym: Collection[str]) -> tuple[TurningPoint, ...]:
    accounts = _accounts(answers)
    texts = ["\n".join(each.words for each in account) for account in accounts]
    found = [
        _turning_point([accounts[place] for place in group.members], group.shared)
        for group in groups(texts, read=lambda text: terms(text, ignoring=pseudonym))
    ]
    return tuple(
        sorted(
            found, key=lambda point: (-point.people, -len(point.evidence), [each.in_order for each in point.evidence])
        )
    )


def _accounts(answers: Sequence[Told]) -> list[list[Told]]:
    """What one person wrote under their role in answer to the questions of one pack; each unattributed answer alone."""
    by_author: dict[tuple[UserId, str], list[Told]] = defaultdict(list)
    for each in answers:
        if each.author:
            by_author[each.author, each.pack].append(each)
    return [*by_author.values(), *([each] for each in answers if not each.author)]


def _turning_point(accounts: Sequence[Sequence[Told]], shared: tuple[str, ...]) -> TurningPoint:
    evidence = tuple(sorted((each for account in accounts for each in account), key=lambda each: each.in_order))
    most_telling = max(evidence, key=lambda each: len(terms(each.words).keys() & terms(" ".join(shared)).keys()))
    return TurningPoint(evidence, most_telling, _people(evidence), shared)


def _people(evidence: Sequence[Told]) -> int:
    """How many people wrote *evidence* at the least: those with a role, or those who answered the same question."""
    with_a_role = {each.author for each in evidence if each.author}
    same_question = Counter((each.pack, each.prompt.name) for each in evidence)
    return max(len(with_a_role), *same_question.values())


def quotation(words: str) -> str:
    """The passage of *words* that says the most, word for word and short enough for a line."""
    return max(passages(words)[:MOST_PASSAGES], key=lambda passage: len(subjects(passage)), default=words)


# Questions


def _questions(answers: Sequence[Told], people: Sequence[Participant]) -> tuple[Question, ...]:
    found = [Question((each,), _asked(each, people)) for each in answers]
    return tuple(
        sorted(
            found,
            key=lambda each: (not each.services, [asked.service for asked in each.services], each.evidence[0].in_order),
        )
    )


def _asked(answer: Told, people: Sequence[Participant]) -> tuple[Asked, ...]:
    """The services that are asked about, and who belongs to each: never whoever asks, where we know who does."""
    asker = next((each for each in people if each.user == answer.author), None)
    own = services_of(asker) if asker else frozenset()
    here = _services_of(people)
    names = named(_question_in(answer.words)) or named(answer.words)
    found = {service: each.words for each in reversed(names) for service in _meant(each, here)}
    others = {service: words for service, words in found.items() if service not in own} or found
    return tuple(
        Asked(service, words, tuple(each for each in people if each is not asker and service in services_of(each)))
        for service, words in sorted(others.items())
    )


def _question_in(words: str) -> str:
    """The sentences of *words* that ask something, as far as a question mark tells."""
    return " ".join(re.findall(r"[^.!?\n]*\?", words))


# Missing voices


def _missing_voices(answers: Sequence[Told], people: Sequence[Participant]) -> tuple[MissingVoice, ...]:
    here = _services_of(people)
    naming: dict[str, list[tuple[Told, str]]] = defaultdict(list)
    for answer in answers:
        called = {service: each.words for each in reversed(named(answer.words)) for service in _meant(each, here)}
        for service in called.keys() - here:
            naming[service].append((answer, called[service]))
    found = [
        MissingVoice(tuple(answer for answer, _ in each), service, _once(words for _, words in each))
        for service, each in naming.items()
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.evidence), each.service)))


def _services_of(people: Iterable[Participant]) -> frozenset[str]:
    return frozenset[str]().union(*(services_of(each) for each in people))


def _meant(name: Named, here: Collection[str]) -> list[str]:
    """The services that *name* means: of several, those that somebody here belongs to, if there are any."""
    return [each for each in name.services if each in here] or list(name.services)


def _once(words: Iterable[str]) -> tuple[str, ...]:
    """*words*, each in the first of its writings."""
    return tuple({each.casefold(): each for each in reversed(list(words))}.values())[::-1]
