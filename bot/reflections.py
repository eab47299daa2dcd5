"""Writing a reflection: the form over a stored draft, sending it, taking it back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot import cases, letters, risks, rounds
from bot.cases import CaseFile
from bot.privacy import Choice, Found, lookout
from bot.risks import NoWordsForRisk, unanswered
from bot.synthesis.material import SMALLEST_GROUP
from bot.work import Work
from bot.workshop.audit import Deed, Entry
from bot.workshop.ids import AnswerId, UserId
from bot.workshop.reflection import (
    Answer,
    NothingWritten,
    Occasion,
    QuestionsClosed,
    ReflectionNotOpen,
    Round,
    reflecting,
)
from bot.workshop.refusal import Refusal
from bot.workshop.workshop import Participant, Visibility, Workshop
from prompts.pack import Pack, Prompt, in_language, steps
from prompts.phrasings import Wording, asking

NOTICE = "privacy-4"
"""The version of the privacy notice that people have to have read; a change of its meaning is a new version."""

BY_MEANING = "by-meaning"
"""Stands beside the version where people were told, too, that a small model compares what is written."""


WRITTEN_FREELY = frozenset({"long_text", "date"})
"""Kinds of answers that people type; the others are chosen from what there is."""


class NoticeUnread(Refusal):
    """Nothing is stored before somebody has read what happens to it."""

    key = "refusal-notice-unread"


@dataclass(frozen=True)
class Given:
    """One answer as its author left it, and for whose eyes.

    ``choice`` is what they want done with an identifier that may be kept. ``seen`` is the edition of the stored answer
    that the form was filled from, empty where there was none; ``tries`` how often the form came back. ``risk`` is
    whether they say that it is about a risk to somebody now, and ``asked`` whether the form asked them.
    """

    words: str
    visibility: Visibility
    choice: Choice | None = None
    seen: str = ""
    tries: int = 0
    risk: bool | None = None
    asked: bool = False


@dataclass(frozen=True)
class Held:
    """An answer that was not stored, for its author to look at again: nothing that they typed is lost.

    ``found`` where there are identifiers in it, and ``elsewhere`` what was stored from another device since the form
    was filled, ``None`` where nothing was.
    """

    given: Given
    found: Found | None = None
    elsewhere: str | None = None

    @property
    def words(self) -> str:
        return self.found.words if self.found else self.given.words


@dataclass(frozen=True)
class ReflectionForm:
    """What one person's form shows: the case, who they are in it, and what they have written so far, by prompt.

    ``until`` is the day of the session, or the last day of what is shown only together; the rest ends with no day.
    ``by_meaning`` where a small model compares what is written.
    """

    file: CaseFile
    pack: Pack
    participant: Participant
    answers: Mapping[str, Answer]
    sent: bool
    notice_read: bool
    until: date
    by_meaning: bool = False

    @property
    def round(self) -> Round:
        return Round(self.file.workshop.id, self.pack.id)

    @property
    def occasion(self) -> Occasion:
        return rounds.occasion(self.pack)

    @property
    def steps(self) -> tuple[Prompt, ...]:
        """The prompts to ask, with those follow-ups that the answers so far call for."""
        return steps(self.pack, {name: given.words for name, given in self.answers.items()})

    def asks(self, name: str) -> tuple[Wording, ...]:
        """What in the answer to that prompt sounds like a risk to somebody now, while its author has not said."""
        answer = self.answers.get(name)
        if answer is None or answer.risk is not None or self.pack.prompt(name).kind not in WRITTEN_FREELY:
            return ()
        return asking(answer.words)

    @property
    def unanswered(self) -> str | None:
        """The first prompt whose answer asks; nothing is sent before its author has said."""
        return next((prompt.name for prompt in self.steps if self.asks(prompt.name)), None)

    def minutes_left(self, name: str) -> int:
        """About how long the prompts take from *name* on."""
        names = [prompt.name for prompt in self.steps]
        return sum(prompt.minutes for prompt in self.steps[names.index(name) :])

    @property
    def alone(self) -> bool:
        """Whether nobody else comes from the same agency, so that the role tells who it is."""
        agencies = [each.agency.casefold() for each in self.file.workshop.participants]
        return agencies.count(self.participant.agency.casefold()) == 1

    @property
    def few(self) -> bool:
        """Whether so few take part that no summary quotes what stands under nobody's role."""
        return len(self.file.workshop.participants) < SMALLEST_GROUP

    @property
    def next_prompt(self) -> str | None:
        """The one after the last that was answered: what was skipped before it has been seen.

        ``None`` where there is none, or all was sent.
        """
        names = [prompt.name for prompt in self.steps]
        behind = max((names.index(name) + 1 for name in names if name in self.answers), default=0)
        return None if self.sent or behind == len(names) else names[behind]


@dataclass(frozen=True)
class Written:
    """The form after a step was left.

    ``held`` is an answer that was not stored. ``asked`` where the answer was, and its author has to be asked about it.
    """

    form: ReflectionForm
    held: Held | None = None
    asked: bool = False

    @property
    def stays(self) -> bool:
        """Whether the same question has to be shown again."""
        return self.held is not None or self.asked


@dataclass(frozen=True)
class Withdrawn:
    """The form with nothing in it; ``risk_stays`` where something in it had been raised as a risk."""

    form: ReflectionForm
    risk_stays: bool


def opened(work: Work, user: UserId, asked: Round) -> ReflectionForm:
    """*user*'s form for these questions, with what they have written so far."""
    workshop = work.workshops.get(asked.workshop)
    pack = work.house.packs.pack(asked.pack)
    participant = reflecting(workshop, user, rounds.occasion(pack))
    if rounds.over(work, workshop, pack):
        raise QuestionsClosed
    if not pack.private and pack not in rounds.open_now(work, workshop):
        raise ReflectionNotOpen
    return form_for(work, workshop, pack, participant)


def form_for(work: Work, workshop: Workshop, pack: Pack, participant: Participant) -> ReflectionForm:
    """The form with what has been written so far; whether it may be written now was asked before."""
    user, asked = participant.user, Round(workshop.id, pack.id)
    answers = work.answers.of_person(workshop.id, user)
    return ReflectionForm(
        file=CaseFile(work.cases.get(workshop.case), workshop),
        pack=pack,
        participant=participant,
        answers={each.prompt: each for each in answers if each.pack == asked.pack},
        sent=rounds.begun(work, asked, user).sent_at is not None,
        notice_read=_notice_read(work, user, workshop),
        until=rounds.until(work, workshop, pack),
        by_meaning=work.house.by_meaning,
    )


def acknowledge(work: Work, user: UserId, asked: Round) -> None:
    """*user* has read the privacy notice of this workshop."""
    workshop = work.workshops.get(asked.workshop).seen_by(user)
    work.reflections.acknowledge(user, _notice(workshop, by_meaning=work.house.by_meaning), work.now)


def _notice(workshop: Workshop, *, by_meaning: bool) -> str:
    """Which notice: a language model is told of by its name, and another one anew, and so is what compares texts."""
    compared = [BY_MEANING] if by_meaning else []
    assisted = [workshop.model] if workshop.model else []
    return "+".join([NOTICE, *compared, *assisted])


def _notice_read(work: Work, user: UserId, workshop: Workshop) -> bool:
    """Whether *user* has read all of it; who has read more, where texts were compared, is not asked again."""
    enough = {_notice(workshop, by_meaning=told) for told in (work.house.by_meaning, True)}
    return not enough.isdisjoint(work.reflections.acknowledged(user))


def write(work: Work, user: UserId, asked: Round, prompt: str, given: Given) -> Written:
    """Keep the answer to one prompt; an empty one takes back what was answered before.

    What tells who somebody is, and what would overwrite an answer that *user* has not seen, is not stored but held.
    """
    return keep(work, opened(work, user, asked), prompt, given)


def keep(work: Work, form: ReflectionForm, prompt: str, given: Given) -> Written:
    """The same for any form of one person's own."""
    if not form.notice_read:
        raise NoticeUnread
    given = replace(given, words=given.words.strip())
    _raise_risk(work, form, prompt, given)
    before = form.answers.get(prompt)
    if before and before.words != given.words and before.edition != given.seen:
        return Written(form, Held(given, elsewhere=before.words))
    looked_at = _looked_at(work, form, prompt, given)
    if isinstance(looked_at, Found):
        return Written(form, Held(given, looked_at))
    if looked_at:
        _store(work, form, prompt, given, looked_at)
    else:
        work.answers.drop(form.round.workshop, form.participant.user, form.round.pack, [prompt])
    work.reflections.put(rounds.begun(work, form.round, form.participant.user))
    after = form_for(work, form.file.workshop, form.pack, form.participant)
    # Who leaves the question open may go, and finds it again before they can send.
    left_open = given.asked and given.risk is None
    return Written(after, asked=bool(after.asks(prompt)) and not left_open)


def _raise_risk(work: Work, form: ReflectionForm, prompt: str, given: Given) -> None:
    """A risk waits for nothing: neither for what is held back in the same answer nor for the reflection to be sent."""
    before = form.answers.get(prompt)
    if not given.risk or (before and before.risk and before.words == given.words):
        return
    if not given.words:
        raise NoWordsForRisk(field="prompt")
    words = _by_itself(form.pack.prompt(prompt), given.words)
    risks.raise_now(work, form.participant.user, form.file.workshop, words)


def _by_itself(prompt: Prompt, words: str) -> str:
    """An answer as it is understood without its question in view."""
    if prompt.kind in WRITTEN_FREELY:
        return words
    chosen = [prompt.option(each).text for each in words.split("\n")] if prompt.options else []
    answer = ", ".join(in_language(each, "en") for each in chosen) or words
    return f"{in_language(prompt.question, 'en')} {answer}"


def _looked_at(work: Work, form: ReflectionForm, prompt: str, given: Given) -> str | Found:
    """The words to store; what was looked at before, and what is chosen from a list, is not looked at again."""
    before = form.answers.get(prompt)
    chosen_from_list = form.pack.prompt(prompt).kind not in WRITTEN_FREELY
    if chosen_from_list or (before and before.words == given.words):
        return given.words
    looked_at = lookout(work, form.file.workshop).chosen(given.words, given.choice)
    return looked_at if isinstance(looked_at, Found) else looked_at.words


def _store(work: Work, form: ReflectionForm, prompt: str, given: Given, words: str) -> None:
    before = form.answers.get(prompt)
    risk = _about_risk(before, given, words)
    kept = given.choice.because.strip() if given.choice and given.choice.keep else ""
    if before and before.words == words:
        if (before.visibility, before.risk, kept) == (given.visibility, risk, ""):
            return
        kept = kept or before.kept_because
    elif kept:
        work.audit.record(Entry(work.now, form.participant.user, Deed.IDENTIFIER_KEPT, form.round.workshop))
    number, user = before.id if before else AnswerId(0), form.participant.user
    stored = Answer(number, form.round.workshop, user, form.pack.id, prompt, words, given.visibility, work.now, kept)
    work.answers.put([replace(stored, risk=risk)])


def _about_risk(before: Answer | None, given: Given, words: str) -> bool | None:
    """What its author has said of these words; ``None`` where they have said nothing. A "no" ends with the words."""
    same = before is not None and before.words == words
    if given.risk:
        return True
    if given.risk is None:
        return False if same and before and before.risk is not None else None
    new = () if same else unanswered(words, given.risk, before.words if before else "")
    return None if new else False


def send(work: Work, user: UserId, asked: Round) -> ReflectionForm:
    """Let the facilitator, and the group as far as its author wishes, read what was written.

    Nothing is sent while something in it is ``unanswered``.
    """
    form = opened(work, user, asked)
    if form.occasion is Occasion.ALONE:
        raise ReflectionNotOpen
    if not form.answers:
        raise NothingWritten
    if form.unanswered:
        return form
    # What answered a question that is no longer asked is not part of what is sent.
    still_asked = {prompt.name for prompt in form.steps}
    overtaken = [name for name in form.answers if name not in still_asked]
    work.answers.drop(asked.workshop, user, asked.pack, overtaken)
    work.reflections.put(rounds.begun(work, asked, user).sent(work.now))
    return _changed(work, form)


def withdraw(work: Work, user: UserId, asked: Round) -> Withdrawn:
    """Erase everything that *user* has written here, sent or not; not a risk that they raised."""
    form = opened(work, user, asked)
    work.reflections.drop(asked.workshop, user, asked.pack)
    return Withdrawn(_changed(work, form), risk_stays=any(each.risk for each in form.answers.values()))


def _changed(work: Work, form: ReflectionForm) -> ReflectionForm:
    workshop, pack, participant = form.file.workshop, form.pack, form.participant
    if form.occasion is Occasion.ALONE:
        return form_for(work, workshop, pack, participant)
    if form.occasion is Occasion.BEFORE:
        work.letters.refresh(letters.invitation(form.round, participant.user, work.now))
    else:
        first = rounds.mailed_with(work, workshop, pack.id)[0]
        work.letters.refresh(letters.afterwards(Round(workshop.id, first.id), participant.user, work.now))
    if form.occasion is not Occasion.TOGETHER:
        cases.noted(work, workshop)
    return form_for(work, workshop, pack, participant)
