"""The facilitator's brief: what people wrote before the workshop, put in an order that helps to run it.

Everything here is made from ``Told`` answers, which do not know who wrote unattributed words: what nobody here knows,
no order, count or name in the brief can give away. The engine that drafts summaries puts them together, in confidence.
Nothing is judged; each line names the answers that it rests on.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.synthesis.draft import Draft, Heading, Person, Room
from bot.synthesis.draft import Line as Drafted
from bot.synthesis.heard import Heard, InConfidence
from bot.synthesis.material import wordless
from bot.synthesis.passages import quotation
from bot.synthesis.piles import Pile, piles
from bot.synthesis.questions import asked
from bot.synthesis.standing import Progress, Standing, standing
from bot.workshop.ids import UserId
from bot.workshop.reflection import Answer
from bot.workshop.risk import Risk
from bot.workshop.summary import Source, SourceKind
from bot.workshop.workshop import Participant, Visibility
from prompts.pack import Prompt


@dataclass(frozen=True)
class Told:
    """One sent answer as its facilitator may read it.

    ``author``, ``speaker`` and ``agency`` are empty where it is unattributed.
    """

    source: Source
    pack: str
    prompt: Prompt
    words: str
    visibility: Visibility
    author: UserId | None
    speaker: str
    agency: str = ""

    @property
    def only_for_you(self) -> bool:
        return self.visibility is Visibility.FACILITATOR_ONLY

    @property
    def in_order(self) -> tuple[str, str, str, str, int]:
        """Where it stands among others: by its role and words, so never by when or by whom it was written."""
        return self.speaker, self.pack, self.prompt.name, self.words, self.source.id

    @property
    def heard(self) -> Heard:
        """As the engine reads it."""
        return Heard(
            source=self.source,
            text=self.words,
            prompt=f"{self.pack}:{self.prompt.name}",
            heading=Heading(self.prompt.finds) if self.prompt.is_summarised else None,
            stage=self.pack,
            reply_to=None,
            tags=(),
            author=self.author or "",
            speaker=self.speaker,
            agency=self.agency,
        )


@dataclass(frozen=True)
class Quoted:
    """Some of the words of an answer, letter for letter."""

    words: str
    told: Told


@dataclass(frozen=True)
class Line:
    """One line of a brief, and the answers that it rests on."""

    evidence: tuple[Told, ...]


@dataclass(frozen=True)
class TurningPoint(Line):
    """A moment that could have gone another way. ``people`` wrote about it at the least; ``shared`` says how we know.

    More may have: what one person wrote without their role is never counted together with what they wrote under it.
    """

    quotations: tuple[Quoted, ...]
    people: int
    shared: tuple[str, ...] = ()

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
    """What people do not understand, with who could answer; no service where it names none that we know."""

    quotations: tuple[Quoted, ...]
    services: tuple[Asked, ...]


@dataclass(frozen=True)
class MissingVoice(Line):
    """A service that people name and that nobody in the workshop belongs to; ``words`` are what they call it."""

    service: str
    words: tuple[str, ...]


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


@dataclass(frozen=True)
class Counts:
    """How much there is to read, before anything is put together: each question and each account by itself."""

    moments: int = 0
    questions: int = 0
    unanswered: int = 0
    missing: int = 0


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
        agency=known.agency if known else "",
    )


def listening(answers: Iterable[Told], people: Collection[Participant], pseudonym: str = "") -> InConfidence:
    """What the engine reads: all that was written, for the facilitator alone, who may know any number of people."""
    written = [each for each in answers if each.prompt.kind == "long_text" and not wordless(each.words)]
    heard = sorted((replace(each.heard, pseudonym=pseudonym) for each in written), key=lambda each: each.in_order)
    seated = sorted((Person(each.user, each.agency, each.role) for each in people), key=lambda each: each.key)
    return InConfidence(tuple(heard), Room((), tuple(seated), k=1))


def counts(words: InConfidence) -> Counts:
    """What the engine finds in *words* before it puts anything together."""
    found = piles(words, lambda _, accounts: [[place] for place in range(len(accounts))])
    questions = [asked(each.members, words.room.people) for each in _under(found, Heading.OPEN_QUESTION)]
    return Counts(
        moments=len(_under(found, Heading.MISSED_OPPORTUNITY)),
        questions=len(questions),
        unanswered=sum(not any(each.people for each in services) for services in questions),
        missing=len(_under(found, Heading.MISSING_VOICE)),
    )


def brief(
    answers: Iterable[Told],
    draft: Draft,
    people: Collection[Participant],
    progress: Progress,
    *,
    risks: Iterable[Risk] = (),
) -> Brief:
    """The brief on *answers*, of which the engine made *draft*; the same whatever order anything comes in."""
    shown = sorted(answers, key=lambda each: each.in_order)
    seated = sorted(people, key=lambda each: (each.role, each.agency, each.user))
    behind = {each.source: each for each in shown}
    return Brief(
        standing=standing(seated, progress, {each.author for each in shown if each.author}),
        risks=tuple(sorted(risks, key=lambda risk: (risk.raised_at, risk.id))),
        turning_points=tuple(_turning_points(draft, behind)),
        questions=tuple(_questions(draft, behind, seated)),
        missing_voices=tuple(_missing_voices(draft, behind)),
    )


Behind = Mapping[Source, Told]


def _turning_points(draft: Draft, behind: Behind) -> list[TurningPoint]:
    found = [
        TurningPoint(_evidence(line, behind), _passages(line, behind), line.people or 1, line.why.shared)
        for line in draft.under(Heading.MISSED_OPPORTUNITY)
    ]
    return sorted(
        found, key=lambda each: (-each.people, -len(each.evidence), [told.in_order for told in each.evidence])
    )


def _questions(draft: Draft, behind: Behind, people: Sequence[Participant]) -> list[Question]:
    found = [
        Question(_evidence(line, behind), _sentences(line, behind), tuple(_could_answer(line, people)))
        for line in draft.under(Heading.OPEN_QUESTION)
    ]
    return sorted(
        found,
        key=lambda each: (not each.services, [asked.service for asked in each.services], each.evidence[0].in_order),
    )


def _could_answer(line: Drafted, people: Sequence[Participant]) -> Iterator[Asked]:
    for each in line.asked:
        yield Asked(each.service, each.words, tuple(person for person in people if person.user in each.people))


def _missing_voices(draft: Draft, behind: Behind) -> list[MissingVoice]:
    found = [
        MissingVoice(_evidence(line, behind), line.about, line.why.shared)
        for line in draft.under(Heading.MISSING_VOICE)
    ]
    return sorted(found, key=lambda each: (-len(each.evidence), each.service))


def _evidence(line: Drafted, behind: Behind) -> tuple[Told, ...]:
    return tuple(sorted((behind[each] for each in line.evidence), key=lambda each: each.in_order))


def _passages(line: Drafted, behind: Behind) -> tuple[Quoted, ...]:
    """What says the most in each answer that the engine quotes, which is one from each person."""
    return tuple(Quoted(quotation(behind[each.source].words), behind[each.source]) for each in line.quotations)


def _sentences(line: Drafted, behind: Behind) -> tuple[Quoted, ...]:
    return tuple(Quoted(each.words, behind[each.source]) for each in line.quotations)


def _under(found: Iterable[Pile], heading: Heading) -> list[Pile]:
    return [each for each in found if each.heading is heading]
