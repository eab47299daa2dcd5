"""Everything that was said in a workshop, as an engine reads it to draft a summary."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import astuple, replace

from bot import rounds, tagged
from bot.synthesis.draft import Heading, Opportunity, Person, Room, Said, Tag
from bot.synthesis.material import wordless
from bot.synthesis.unsaid import StillSaid
from bot.work import Work
from bot.workshop.ids import WorkshopId
from bot.workshop.reflection import Answer
from bot.workshop.session import Contribution, Stage
from bot.workshop.summary import Source, SourceKind
from bot.workshop.tag import Reading, TagKind
from bot.workshop.workshop import Visibility, Workshop
from prompts.phrasings import asking

TAGGED = {
    TagKind.OPPORTUNITY: Heading.MISSED_OPPORTUNITY,
    TagKind.FACTOR: Heading.CONTRIBUTORY_FACTOR,
    TagKind.STRENGTH: Heading.STRENGTH,
    TagKind.OPEN_QUESTION: Heading.OPEN_QUESTION,
}


def room(work: Work, workshop_id: WorkshopId) -> Room:
    """All that a draft is made from; nothing that is for the facilitator alone."""
    workshop = work.workshops.get(workshop_id)
    versions = work.summaries.of(workshop_id)
    return Room(
        said=tuple(each for each in said(work, workshop) if _is_for_others(each)),
        people=tuple(Person(each.user, each.agency, each.role) for each in workshop.participants),
        names=frozenset(alias.name for _, alias in work.aliases.of(workshop_id)),
        decisions=tuple(decision for _, decision in work.decisions.of(workshop_id)),
        earlier=versions[-1].draft if versions else None,
        model=workshop.model,
        pseudonym=work.cases.get(workshop.case).pseudonym,
        seen=tuple(seen for version in versions if version.state.is_out for seen in version.seen),
    )


def said(work: Work, workshop: Workshop) -> list[Said]:
    """Every answer and contribution that is asked for, in the order in which it was said; answers come first."""
    answers, replies = work.answers.of(workshop.id), work.contributions.of(workshop.id)
    stages = [each for each in work.stages.of(workshop.id) if each.finds != "nothing"]
    everything = [
        *_before(work, workshop, answers),
        *_in_silence(stages, answers),
        *_in_threads({each.id: each for each in stages}, replies),
    ]
    both: list[Answer | Contribution] = [*answers, *replies]
    apart = {_source(each) for each in both if kept_apart(each)}
    return _marked(everything, apart, tagged.settled(work, workshop.id))


def still_said(work: Work, workshop_id: WorkshopId) -> StillSaid:
    """What a summary may quote, as it stands now."""
    everything = said(work, work.workshops.get(workshop_id))
    return {each.source: (each.text, *_parts(each)) for each in everything if _is_for_others(each) and not each.apart}


def _parts(each: Said) -> list[str]:
    return [part for tag in each.tags if tag.parts for part in astuple(tag.parts)]


def _is_for_others(each: Said) -> bool:
    return each.visibility is not Visibility.FACILITATOR_ONLY and not wordless(each.text)


def kept_apart(words: Answer | Contribution) -> bool:
    """Whether it is about a risk to somebody now, or asks and was not answered: no such words enter a summary."""
    return words.risk is True or (words.risk is None and bool(asking(words.words or "")))


def _marked(
    everything: Sequence[Said], apart: Collection[Source], settled: Mapping[Source, Sequence[Reading]]
) -> list[Said]:
    return [
        replace(each, apart=each.source in apart, tags=tuple(map(_tag, settled.get(each.source, ()))))
        for each in everything
    ]


def _tag(reading: Reading) -> Tag:
    parts = reading.parts
    whole = reading.what.kind is TagKind.OPPORTUNITY
    return Tag(
        TAGGED[reading.what.kind],
        reading.what.factor,
        Opportunity(parts.known, parts.sense, parts.helped) if whole else None,
    )


def _before(work: Work, workshop: Workshop, answers: Sequence[Answer]) -> list[Said]:
    pack = work.house.packs.pack(workshop.pack)
    return [
        _said(each, each.words, f"{pack.id}:{each.prompt}", pack.prompt(each.prompt).finds)
        for each in answers
        if each.pack == pack.id and pack.prompt(each.prompt).is_summarised
    ]


def _in_silence(stages: Sequence[Stage], answers: Sequence[Answer]) -> list[Said]:
    """What was written in silence and revealed, under the heading of its stage.

    The round is a question of its own beside the stage's thread: who replies there under their role could have written
    an unattributed answer too.
    """
    asked = {rounds.of_stage(each).pack: each for each in stages}
    return [
        _said(each, each.words, each.pack, asked[each.pack].finds, asked[each.pack])
        for each in answers
        if each.pack in asked
    ]


def _in_threads(stages: Mapping[int, Stage], replies: Sequence[Contribution]) -> list[Said]:
    kept = [each for each in replies if each.words and each.stage in stages]
    return [
        replace(
            _said(each, each.words or "", f"thread-{each.stage}", stages[each.stage].finds, stages[each.stage]),
            reply_to=_answered(each, kept[:place]),
        )
        for place, each in enumerate(kept)
    ]


def _answered(each: Contribution, before: Sequence[Contribution]) -> Source | None:
    """What *each* says that it answers: of somebody, the last that they said in the same thread under their role."""
    if each.answers is None:
        return None
    of_theirs = [
        one
        for one in before
        if one.ts == each.answers
        or (one.user == each.answers and one.stage == each.stage and one.visibility is Visibility.NAMED_ROLE)
    ]
    return _source(of_theirs[-1]) if of_theirs else None


def _said(each: Answer | Contribution, words: str, prompt: str, finds: str, stage: Stage | None = None) -> Said:
    return Said(
        source=_source(each),
        text=words,
        author=each.user,
        visibility=each.visibility,
        prompt=prompt,
        heading=Heading(finds),
        stage=str(stage.id) if stage else "",
    )


def _source(each: Answer | Contribution) -> Source:
    return Source(SourceKind.ANSWER if isinstance(each, Answer) else SourceKind.CONTRIBUTION, each.id)
