"""What is put away comes out again as it was."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from sqlalchemy import update

from bot.synthesis.draft import Asked, Decision, Edition, Entitled, Heading, Part, Quotation, Seen, Title
from bot.synthesis.draft import Deed as LineDeed
from bot.synthesis.summary import Finding, Made
from bot.workshop.action import ActionState, Evidence, Level, Offer, Outsider, Strength
from bot.workshop.agenda import Listening, Planned
from bot.workshop.case import NoCaseHere, Programme
from bot.workshop.checkpoint import Checkpoint, Effect, Match
from bot.workshop.digest import Digest
from bot.workshop.ids import (
    ActionId,
    CaseId,
    ChannelId,
    FindingId,
    LetterId,
    MessageTs,
    StageId,
    SummaryId,
    UserId,
    WorkshopId,
)
from bot.workshop.letter import Letter, LetterKind
from bot.workshop.nudge import Nudge
from bot.workshop.person import Own, Person
from bot.workshop.record import Change
from bot.workshop.reflection import Reflection
from bot.workshop.session import Meeting
from bot.workshop.summary import Source, SourceKind
from bot.workshop.working_time import Leave
from bot.workshop.workshop import Participant, Phase, Visibility
from storage.database import Database
from storage.installations import Installation
from storage.tables import FindingRow, table
from storage.types import NaiveDatetime
from storage.work import Work
from tests.storage.examples import (
    ANNE,
    BRYN,
    CERI,
    HERE,
    NOW,
    ROOM,
    a_case,
    a_contribution,
    a_finding,
    a_gap,
    a_sighting,
    a_stage,
    a_summary,
    a_workshop,
    an_action,
    an_answer,
    an_update,
    later,
    open_stage,
    open_workshop,
)


def test_a_case_keeps_its_words_and_finds_its_room(store: Database) -> None:
    case = store.transact(HERE, lambda work: work.cases.add(a_case(channel=None, purpose="Pam y daeth i ben? 🌱")))
    housed = case.housed_in(ROOM)
    store.transact(HERE, lambda work: work.cases.save(housed))

    assert store.transact(HERE, lambda work: work.cases.get(case.id)) == housed
    assert store.transact(HERE, lambda work: work.cases.in_channel(ROOM)) == housed
    assert store.transact(HERE, lambda work: work.cases.in_channel(ChannelId("C-OTHER"))) is None


def test_cases_of_one_programme_are_found_by_the_one_that_began_it(store: Database) -> None:
    new = Programme(CaseId(0), "Pontio 18+")
    begun = store.transact(HERE, lambda work: work.cases.add(a_case(programme=new)))
    assert begun.programme == Programme(begun.id, "Pontio 18+")
    alone = store.transact(HERE, lambda work: work.cases.add(a_case(reference="LC-2026-0002")))
    later_on = a_case(reference="LC-2026-0003", programme=begun.programme)
    second = store.transact(HERE, lambda work: work.cases.add(later_on))
    of_each = [
        store.transact(HERE, lambda work, case: work.workshops.add(a_workshop(case)), each.id)
        for each in (begun, alone, second)
    ]

    assert store.transact(HERE, lambda work: work.workshops.of_programme(begun.id)) == [of_each[0], of_each[2]]
    assert store.transact(HERE, lambda work: work.workshops.of_programme(alone.id)) == []
    joined = alone.part_of(begun.programme)
    store.transact(HERE, lambda work: work.cases.save(joined))
    assert store.transact(HERE, lambda work: work.cases.get(alone.id)) == joined
    assert store.transact(HERE, lambda work: work.workshops.of_programme(begun.id)) == of_each


def test_a_room_that_has_served_several_cases_is_the_latest_ones(store: Database) -> None:
    store.transact(HERE, open_workshop)
    second = store.transact(HERE, open_workshop)

    found = store.transact(HERE, lambda work: work.cases.in_channel(ROOM))

    assert found is not None
    assert found.id == second.case


def test_a_workshop_keeps_its_people_in_their_order(store: Database) -> None:
    workshop = store.transact(HERE, open_workshop)
    moved = replace(
        workshop, phase=Phase.LIVE, participants=(*workshop.participants[::-1], Participant(ANNE, "A", "R"))
    )

    assert store.transact(HERE, lambda work: work.workshops.get(workshop.id)) == workshop

    store.transact(HERE, lambda work: work.workshops.save(moved))
    assert store.transact(HERE, lambda work: work.workshops.on_case(workshop.case)) == moved


def test_a_workshop_that_only_moves_leaves_its_people_alone(store: Database) -> None:
    workshop = store.transact(HERE, open_workshop)

    def move(work: Work) -> None:
        work.workshops.save(work.workshops.get(workshop.id).invite(ANNE))

    store.transact(HERE, move)

    found = store.transact(HERE, lambda work: work.workshops.get(workshop.id))
    assert found == replace(workshop, phase=Phase.BEFORE)


def test_what_is_still_to_come_in_a_session_comes_back_in_its_order(store: Database) -> None:
    workshop = store.transact(HERE, open_workshop)
    to_come = (Planned("sense", 30, finds="missed_opportunity"), Planned("added-1", 5, question="Pwy arall?"))
    changed = replace(workshop, upcoming=to_come, ended_at=NOW, after=("pulse@1",), contacts=(ANNE, CERI), deputy=BRYN)

    store.transact(HERE, lambda work: work.workshops.save(changed))

    assert store.transact(HERE, lambda work: work.workshops.get(workshop.id)) == changed


def test_everybody_finds_the_workshops_they_have_a_part_in(store: Database) -> None:
    first = store.transact(HERE, open_workshop)
    second = store.transact(HERE, open_workshop)
    third = store.transact(
        HERE, lambda work: work.workshops.add(a_workshop(first.case, facilitator=BRYN, participants=()))
    )

    assert store.transact(HERE, lambda work: work.workshops.with_person(BRYN)) == [first, second, third]
    assert store.transact(HERE, lambda work: work.workshops.with_person(CERI)) == [first, second]
    assert store.transact(HERE, lambda work: work.workshops.on_case(first.case)) == third
    assert store.transact(HERE, lambda work: work.workshops.all_on_case(first.case)) == [first, third]


def test_answers_are_replaced_prompt_by_prompt(store: Database) -> None:
    workshop = store.transact(HERE, open_workshop).id
    first = [an_answer(workshop), an_answer(workshop, prompt="well", words="The school nurse stayed")]
    other = an_answer(workshop, user=CERI, visibility=Visibility.FACILITATOR_ONLY, kept_because="Duty desk", risk=False)
    again = an_answer(workshop, words="I saw two letters", answered_at=later(days=1))
    store.transact(HERE, lambda work: work.answers.put(first))
    store.transact(HERE, lambda work: work.answers.put([other]))
    assert store.transact(HERE, lambda work: work.answers.of(workshop)) == []
    for user in (BRYN, CERI):
        mine = Reflection(workshop, user, other.pack)
        store.transact(HERE, lambda work, begun: work.reflections.put(begun), mine)
        assert store.transact(HERE, lambda work: work.answers.people(workshop, other.pack)) <= {BRYN}
        store.transact(HERE, lambda work, begun: work.reflections.put(begun.sent(NOW)), mine)
    before = store.transact(HERE, lambda work: work.answers.of(workshop))
    store.transact(HERE, lambda work: work.answers.put([again]))

    after = store.transact(HERE, lambda work: work.answers.of(workshop))

    assert [replace(each, id=again.id) for each in after] == [again, first[1], other]
    assert [each.id for each in after] == [each.id for each in before]
    assert store.transact(HERE, lambda work: work.answers.of_person(workshop, CERI)) == [after[2]]
    assert store.transact(HERE, lambda work: work.answers.people(workshop, other.pack)) == {BRYN, CERI}
    store.transact(HERE, lambda work: work.answers.put([]))

    store.transact(HERE, lambda work: work.answers.drop(workshop, BRYN, again.pack, ["well", "nothing of the sort"]))
    assert [each.prompt for each in store.transact(HERE, lambda work: work.answers.of_person(workshop, BRYN))] == [
        again.prompt
    ]
    store.transact(HERE, lambda work: work.reflections.drop(workshop, BRYN, again.pack))
    assert store.transact(HERE, lambda work: work.answers.of_person(workshop, BRYN)) == []
    assert store.transact(HERE, lambda work: work.reflections.get(workshop, BRYN, again.pack)) is None
    assert store.transact(HERE, lambda work: work.answers.people(workshop, other.pack)) == {CERI}


def test_a_notice_is_acknowledged_once_by_each_person(store: Database) -> None:
    store.transact(HERE, lambda work: work.reflections.acknowledge(BRYN, "privacy-1", NOW))
    store.transact(HERE, lambda work: work.reflections.acknowledge(BRYN, "privacy-2", later(days=1)))
    store.transact(HERE, lambda work: work.reflections.acknowledge(BRYN, "privacy-1", later(days=2)))

    assert store.transact(HERE, lambda work: work.reflections.acknowledged(BRYN)) == ["privacy-1", "privacy-2"]
    assert store.transact(HERE, lambda work: work.reflections.acknowledged(CERI)) == []


def test_a_stage_is_found_by_its_thread_in_its_own_room_only(store: Database) -> None:
    workshop = store.transact(HERE, open_workshop).id
    second = store.transact(HERE, lambda work: work.stages.add(a_stage(workshop, position=2, name="ideas")))
    first = store.transact(HERE, lambda work: work.stages.add(a_stage(workshop)))
    root = MessageTs("1772443800.000100")
    paused = first.rooted_at(root).pause(later(minutes=2)).resumed(later(minutes=3)).longer(5)
    silent = paused.silence(later(minutes=3)).revealed(later(minutes=4))
    rooted = replace(silent.closed(later(minutes=10)), question="What did the aunt say?")
    assert rooted.listens is Listening.SILENT
    store.transact(HERE, lambda work: work.stages.save(rooted))

    assert store.transact(HERE, lambda work: work.stages.of(workshop)) == [rooted, second]
    assert store.transact(HERE, lambda work: work.stages.get(first.id)) == rooted
    said = store.transact(HERE, lambda work: work.stages.meeting(ROOM, root, BRYN))
    by_stranger = store.transact(HERE, lambda work: work.stages.meeting(ROOM, root, UserId("U-STRANGER")))
    elsewhere = store.transact(HERE, lambda work: work.stages.meeting(ROOM, MessageTs("1.0"), BRYN))
    assert said is not None
    assert said == Meeting(workshop, Phase.PREPARING, 0, rooted, takes_part=True, kind_wording=True)
    assert by_stranger == replace(said, takes_part=False)
    assert elsewhere == replace(said, stage=None)
    assert store.transact(HERE, lambda work: work.stages.meeting(ChannelId("C-OTHER"), root, BRYN)) is None


def test_a_thread_belongs_to_its_own_workshop_after_another_on_the_case(store: Database) -> None:
    first = store.transact(HERE, open_workshop)
    root = MessageTs("1772443800.000100")
    stage = store.transact(HERE, lambda work: work.stages.add(a_stage(first.id)))
    store.transact(HERE, lambda work: work.stages.save(stage.rooted_at(root)))
    second = store.transact(HERE, lambda work: work.workshops.add(a_workshop(first.case, participants=())))
    asked = [(ROOM, root, BRYN), (ROOM, MessageTs("1.0"), BRYN)]

    def alone(work: Work) -> list[Meeting | None]:
        return [work.stages.meeting(*each) for each in asked]

    def together(work: Work) -> list[Meeting | None]:
        found = work.stages.meetings(asked)
        return [found[each] for each in asked]

    for ask in (alone, together):
        old, new = store.transact(HERE, ask)
        assert old is not None
        assert new is not None
        assert (old.id, old.stage and old.stage.id, old.takes_part) == (first.id, stage.id, True)
        assert (new.id, new.stage, new.takes_part) == (second.id, None, False)


def test_a_contribution_comes_back_as_it_was(store: Database) -> None:
    stage = store.transact(HERE, open_stage)
    said = a_contribution(stage.workshop, stage.id)

    assert store.transact(HERE, lambda work: work.contributions.put(said))

    found = store.transact(HERE, lambda work: work.contributions.at(ROOM, said.ts))
    assert found is not None
    assert replace(found, id=said.id) == said
    assert store.transact(HERE, lambda work: work.contributions.at(ROOM, MessageTs("1.1"))) is None


def test_a_summary_keeps_its_findings_with_their_evidence(store: Database) -> None:
    workshop = store.transact(HERE, open_workshop).id
    lines = [a_finding(each, heading=at) for each, at in zip("abcd", Heading, strict=False)]
    summary = store.transact(HERE, lambda work: work.summaries.add(a_summary(workshop, *lines)))

    assert titles(summary.findings) == list("abcd")
    assert all(each.id for each in summary.findings)
    assert store.transact(HERE, lambda work: work.summaries.get(summary.id)) == summary

    shorter = summary.without(summary.findings[1].id)
    changed = replace(
        shorter,
        findings=(*shorter.findings[:3], replace(shorter.findings[3], line=a_finding("said otherwise").line)),
    ).approve(ANNE, later(hours=1))
    store.transact(HERE, lambda work: work.summaries.save(changed))

    assert store.transact(HERE, lambda work: work.summaries.of(workshop)) == [changed]

    longer = replace(changed, findings=(a_finding("new"), *changed.findings))
    store.transact(HERE, lambda work: work.summaries.save(longer))
    found = store.transact(HERE, lambda work: work.summaries.get(summary.id)).findings
    assert titles(found) == ["new", "a", "b", "c", "said otherwise"]
    assert titles(each for each in found if each.left_out) == ["b"]

    fewer = replace(longer, findings=found[1:4])
    store.transact(HERE, lambda work: work.summaries.save(fewer))
    assert store.transact(HERE, lambda work: work.summaries.get(summary.id)).findings == found[1:4]


def titles(findings: Iterable[Finding]) -> list[str]:
    return [each.line.title.words for each in findings]


def test_a_version_keeps_what_it_was_made_from_what_it_showed_and_how_it_ended(store: Database) -> None:
    workshop = store.transact(HERE, open_workshop).id
    said = Source(SourceKind.CONTRIBUTION, 7)
    whole = a_finding(
        "the letter",
        said,
        heading=Heading.MISSED_OPPORTUNITY,
        title=Title("Letters", Entitled.FACILITATOR),
        quotations=(Quotation(said, "the letter", part=Part.KNOWN, from_tag=True),),
        people=3,
        agencies=2,
        claim="Letters came late.",
        asked=(Asked("ward", "the ward", ("U1",)),),
        level=Level.SERVICE,
        unsupported=True,
    )
    made = a_summary(workshop, whole, made=Made(finished=True, refused=2), editions=(Edition(said, "9a"),))
    draft = store.transact(HERE, lambda work: work.summaries.add(made))
    shown = draft.approve(ANNE, NOW).published((Seen(said, "moment", could=("U1", "U2")),)).withdrawn(BRYN, NOW)
    store.transact(HERE, lambda work: work.summaries.save(shown))

    found = store.transact(HERE, lambda work: work.summaries.get(draft.id))

    assert found == shown
    assert found.findings[0].line == whole.line
    assert (found.ended_by, found.seen[0].could) == (BRYN, ("U1", "U2"))


def test_what_was_found_before_there_were_whole_lines_is_read_as_lines(store: Database) -> None:
    workshop = store.transact(HERE, open_workshop).id
    said = Source(SourceKind.CONTRIBUTION, 7)
    old = store.transact(HERE, lambda work: work.summaries.add(a_summary(workshop, a_finding("new", said))))

    def as_before(work: Work) -> None:
        scope = work.summaries._scope  # noqa: SLF001 - nothing writes such rows any more
        words = scope.words_of(workshop)
        sealed = {"words": words.seal("Nobody rang", "finding"), "speaker": words.seal("Nurse", "speaker")}
        scope.execute(update(table(FindingRow)).values(line=None, **sealed))

    store.transact(HERE, as_before)

    [line] = store.transact(HERE, lambda work: work.summaries.get(old.id)).draft.lines
    assert (line.heading, line.title.words, line.evidence) == (Heading.THEME, "Nobody rang", (said,))
    assert line.quotations == (Quotation(said, "Nobody rang", "Nurse"),)


def test_decisions_are_kept_in_the_order_in_which_they_were_made(store: Database) -> None:
    workshop = store.transact(HERE, open_workshop).id
    said, other = Source(SourceKind.CONTRIBUTION, 7), Source(SourceKind.ANSWER, 8)
    split = Decision(LineDeed.SPLIT, Heading.THEME, (said, other), parts=((said,), (other,)))
    named = Decision(LineDeed.RENAMED, Heading.THEME, (said,), words="Llythyrau")
    first = store.transact(HERE, lambda work: work.decisions.add(workshop, split, ANNE, NOW))
    second = store.transact(HERE, lambda work: work.decisions.add(workshop, named, ANNE, NOW))

    assert store.transact(HERE, lambda work: work.decisions.of(workshop)) == [(first, split), (second, named)]

    store.transact(HERE, lambda work: work.decisions.drop(first))
    assert [each for _, each in store.transact(HERE, lambda work: work.decisions.of(workshop))] == [named]


def test_a_draft_is_asked_for_once_until_it_is_made(store: Database) -> None:
    workshop = store.transact(HERE, open_workshop).id
    store.transact(HERE, lambda work: work.summaries.request(workshop, NOW))
    first = store.transact(None, lambda work: work.summaries.requested(later(days=1), 10))
    assert store.transact(HERE, lambda work: work.summaries.awaited(workshop)) == first[0][2]
    store.transact(HERE, lambda work: work.summaries.request(workshop, later(hours=1)))
    second = store.transact(None, lambda work: work.summaries.requested(later(days=1), 10))

    assert [each[:2] for each in second] == [(HERE, workshop)]
    assert not store.transact(HERE, lambda work: work.summaries.drafted(workshop, first[0][2]))
    assert store.transact(None, lambda work: work.summaries.requested(later(days=1), 10)) == second
    assert store.transact(HERE, lambda work: work.summaries.drafted(workshop, second[0][2]))
    assert not store.transact(HERE, lambda work: work.summaries.drafted(workshop, second[0][2]))
    assert store.transact(None, lambda work: work.summaries.requested(later(days=1), 10)) == []
    assert store.transact(HERE, lambda work: work.summaries.awaited(workshop)) is None


def test_an_action_keeps_what_was_said_about_it(store: Database) -> None:
    workshop = store.transact(HERE, open_workshop).id
    action = store.transact(HERE, lambda work: work.actions.add(an_action(workshop), an_update()))
    accepted = action.accept(BRYN, later(hours=1))
    yes = an_update(action.id, by=BRYN, before=ActionState.PROPOSED, after=ActionState.ACCEPTED, words="")
    store.transact(HERE, lambda work: work.actions.save(accepted, yes))

    assert store.transact(HERE, lambda work: work.actions.get(action.id)) == accepted
    assert store.transact(HERE, lambda work: work.actions.updates(action.id)) == [an_update(action.id), yes]


def test_an_action_keeps_everything_that_was_agreed_about_it(store: Database) -> None:
    workshop = store.transact(HERE, open_workshop).id
    whole = an_action(
        workshop,
        baseline="None of six",
        expected="All of them",
        finding=FindingId(3),
        factor="handover",
        strength=Strength.WEAKER,
        strength_because="The panel was there already",
        if_then="If a letter comes, then I ring",
        reviews=(date(2026, 3, 16), date(2026, 3, 23)),
        outsider=Outsider("Dr Rhys", "rhys@example.org"),
        sponsor=CERI,
        asked_at=NOW,
        returned_at=later(days=3),
        offer=Offer(due=date(2026, 5, 1), change="Ring", owner=CERI, why="I am away"),
        evidence=Evidence("Six letters", "https://files.example/letters", "The ward clerk"),
        settled_at=later(days=90),
    )
    said = an_update(by=None, changes=(Change("owner", "", BRYN),), outside=True)
    stored = store.transact(HERE, lambda work: work.actions.add(whole, said))

    assert store.transact(HERE, lambda work: work.actions.get(stored.id)) == replace(whole, id=stored.id)
    assert store.transact(HERE, lambda work: work.actions.updates(stored.id)) == [replace(said, action=stored.id)]


def test_a_draft_may_have_neither_an_owner_nor_a_date(store: Database) -> None:
    workshop = store.transact(HERE, open_workshop).id
    draft = an_action(workshop, owner=None, due=None, state=ActionState.DRAFT)
    stored = store.transact(HERE, lambda work: work.actions.add(draft, an_update()))

    assert store.transact(HERE, lambda work: work.actions.get(stored.id)) == replace(draft, id=stored.id)


def test_actions_are_found_by_their_workshop_and_their_owner(store: Database) -> None:
    workshop = store.transact(HERE, open_workshop).id
    services = an_action(workshop, level=Level.SERVICE, owner=CERI)
    first = store.transact(HERE, lambda work: work.actions.add(an_action(workshop), an_update()))
    second = store.transact(HERE, lambda work: work.actions.add(services, an_update()))

    assert store.transact(HERE, lambda work: work.actions.of(workshop)) == [first, second]
    assert store.transact(HERE, lambda work: work.actions.owned_by(CERI)) == [second]


def test_what_people_see_at_a_checkpoint_is_kept_by_action_and_person(store: Database) -> None:
    workshop = store.transact(HERE, open_workshop).id
    store.transact(HERE, lambda work: work.actions.add(an_action(workshop), an_update()))
    early = a_sighting(workshop, effect=Effect.TOO_EARLY)
    shown = a_sighting(workshop, at=later(hours=1))
    compared = a_sighting(workshop, by=CERI, at=later(hours=2), effect=None, match=Match.OTHER, level="")
    for each in (early, shown, compared):
        store.transact(HERE, lambda work, each=each: work.checkpoints.see(each))  # type: ignore[misc]

    assert store.transact(HERE, lambda work: work.checkpoints.sightings(workshop)) == [shown, compared]


def test_a_checkpoint_is_looked_at_when_its_time_has_come(store: Database) -> None:
    workshop = store.transact(HERE, open_workshop).id
    assert store.transact(HERE, lambda work: work.checkpoints.get(workshop)) == Checkpoint(workshop)
    here = Checkpoint(workshop, 2, NOW, everybody=False, look_at=later(days=7))
    store.transact(HERE, lambda work: work.checkpoints.put(here))

    assert store.transact(HERE, lambda work: work.checkpoints.get(workshop)) == here
    assert store.transact(None, lambda work: work.checkpoints.due(later(days=6), 10)) == []
    assert store.transact(None, lambda work: work.checkpoints.due(later(days=7), 10)) == [(HERE, workshop)]


def test_a_workshop_has_its_digest_when_it_has_chosen(store: Database) -> None:
    workshop = store.transact(HERE, open_workshop).id
    assert store.transact(HERE, lambda work: work.digests.get(workshop)) == Digest(workshop)
    for chosen in (Digest(workshop, 4, 16, NOW, later(days=7)), Digest(workshop, None, 9)):
        store.transact(HERE, lambda work, chosen=chosen: work.digests.put(chosen))  # type: ignore[misc]
        assert store.transact(HERE, lambda work: work.digests.get(workshop)) == chosen
        found = store.transact(None, lambda work: work.digests.due(later(days=7), 10))
        assert found == ([(HERE, workshop)] if chosen.look_at else [])


def add_to_look_at(work: Work, workshop: WorkshopId, owner: UserId, at: datetime | None) -> ActionId:
    action = work.actions.add(an_action(workshop, owner=owner), an_update())
    work.actions.look_again(action.id, at)
    return action.id


def test_owners_with_actions_to_look_at_come_soonest_first_and_once(store: Database) -> None:
    workshop = store.transact(HERE, open_workshop).id
    looks = [(BRYN, later(days=2)), (CERI, later(days=1)), (BRYN, None), (BRYN, later(days=2)), (ANNE, later(days=9))]
    ids = [store.transact(HERE, add_to_look_at, workshop, owner, at) for owner, at in looks]

    assert store.transact(None, lambda work: work.actions.due(later(days=3), 10)) == [(HERE, CERI), (HERE, BRYN)]
    assert store.transact(None, lambda work: work.actions.due(later(days=3), 1)) == [(HERE, CERI)]
    followed = store.transact(HERE, lambda work: work.actions.followed(BRYN))
    assert [each.id for each in followed] == [ids[0], ids[3]]
    assert store.transact(HERE, lambda work: work.actions.followed(BRYN, later(days=1))) == []

    store.transact(HERE, lambda work: work.actions.look_again(ids[1], None))
    store.transact(HERE, lambda work: work.actions.look_at_all_again(BRYN, later(days=5)))
    assert store.transact(None, lambda work: work.actions.due(later(days=3), 10)) == []
    assert store.transact(None, lambda work: work.actions.due(later(days=6), 10)) == [(HERE, BRYN)]


def test_what_was_told_comes_back_by_action_and_by_letter_until_it_is_released(store: Database) -> None:
    workshop = store.transact(HERE, open_workshop).id
    action = store.transact(HERE, lambda work: work.actions.add(an_action(workshop), an_update())).id
    due = date(2026, 4, 1)
    first = Nudge(action, due, "due", BRYN, NOW, "nudge:one", asks=True)
    second = Nudge(action, due, "late-3", BRYN, later(days=3), "nudge:two", asks=True)
    store.transact(HERE, lambda work: work.nudges.record([second, first]))

    assert store.transact(HERE, lambda work: work.nudges.of([action])) == {action: [first, second]}
    assert store.transact(HERE, lambda work: work.nudges.in_letter("nudge:two")) == [second]

    store.transact(HERE, lambda work: work.nudges.release("nudge:two"))
    assert store.transact(HERE, lambda work: work.nudges.of([action])) == {action: [first]}


def test_somebody_s_own_hours_come_back_as_they_were_set(store: Database) -> None:
    leave = (Leave(date(2026, 12, 21), date(2027, 1, 4)), Leave(date(2026, 3, 2), date(2026, 3, 2)))
    own = Own(time(7, 30), time(13, 15), frozenset({0, 2, 6}), "wales", leave)

    assert store.transact(HERE, lambda work: work.people.own_hours(BRYN)) == Own()
    store.transact(HERE, lambda work: work.people.works(BRYN, own))
    assert store.transact(HERE, lambda work: work.people.own_hours(BRYN)) == own


@pytest.mark.parametrize("kind", LetterKind)
def test_a_letter_comes_back_as_it_was(store: Database, kind: LetterKind) -> None:
    letter = Letter("key", kind, BRYN, 42, NOW, "due", "plan:1", "case_card:1")
    store.transact(HERE, lambda work: work.letters.write(letter))

    assert store.transact(HERE, lambda work: work.letters.get(LetterId(1))) == letter
    assert store.transact(HERE, lambda work: work.letters.post("plan:1")) is None


def test_people_are_asked_about_once(store: Database) -> None:
    store.transact(HERE, lambda work: work.people.meet([CERI, BRYN, CERI]))
    met = store.transact(HERE, lambda work: work.people.get(CERI))
    asked = Person(CERI, "Europe/London", deactivated=True)
    unknown = store.transact(None, lambda work: work.people.unknown(10))
    store.transact(HERE, lambda work: work.people.put(asked))
    store.transact(HERE, lambda work: work.people.meet([CERI]))
    store.transact(HERE, lambda work: work.people.meet([]))

    assert met == Person(CERI)
    assert unknown == [(HERE, BRYN), (HERE, CERI)]
    assert store.transact(HERE, lambda work: work.people.get(CERI)) == asked
    assert store.transact(None, lambda work: work.people.unknown(10)) == [(HERE, BRYN)]
    assert store.transact(HERE, lambda work: work.people.get(ANNE)) is None


def test_an_installation_is_remembered_from_its_first_day(store: Database) -> None:
    store.transact(HERE, lambda work: work.installations.revoke(later(days=1)))
    revoked = store.transact(HERE, lambda work: work.installations.get())
    store.transact(HERE, lambda work: work.installations.install("E1", "T2", "U-NEW", later(days=2)))

    assert revoked is not None
    assert revoked.revoked_at == later(days=1)
    assert store.transact(HERE, lambda work: work.installations.get()) == Installation(
        HERE, "E1", "T2", UserId("U-NEW"), NOW
    )


def test_the_last_moment_at_which_slack_could_reach_us_is_remembered(store: Database) -> None:
    first = store.transact(HERE, lambda work: work.gaps.reached(NOW))
    second = store.transact(HERE, lambda work: work.gaps.reached(later(days=1)))

    assert (first, second) == (None, NOW)
    assert store.transact(HERE, lambda work: work.gaps.reached(NOW)) == later(days=1)


def test_a_gap_is_due_until_it_has_been_read(store: Database) -> None:
    workshop = store.transact(HERE, open_workshop).id
    gap = store.transact(HERE, lambda work: work.gaps.add(a_gap(workshop, look_at=later(days=1))))
    early = store.transact(None, lambda work: work.gaps.due(NOW, 10))
    due = store.transact(None, lambda work: work.gaps.due(later(days=1), 10))
    read = replace(gap, stage=2, cursor="next", seen=MessageTs("1.5"), found=3, refused="no", look_at=None)
    store.transact(HERE, lambda work: work.gaps.save(read))

    assert (list(early), list(due)) == ([], [(HERE, gap.id)])
    assert store.transact(HERE, lambda work: work.gaps.get(gap.id)) == read
    assert list(store.transact(None, lambda work: work.gaps.due(later(days=9), 10))) == []


def test_a_moment_is_the_same_from_whatever_zone_it_came(store: Database) -> None:
    elsewhere = NOW.astimezone(timezone(timedelta(hours=5, minutes=45)))
    case = store.transact(HERE, lambda work: work.cases.add(a_case(opened_at=elsewhere)))

    found = store.transact(HERE, lambda work: work.cases.get(case.id)).opened_at

    assert found == NOW
    assert found.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused(store: Database) -> None:
    naive = datetime(2026, 3, 2, 9, 30)  # noqa: DTZ001

    with pytest.raises(NaiveDatetime):
        store.transact(HERE, lambda work: work.cases.add(a_case(opened_at=naive)))
    with pytest.raises(NaiveDatetime):
        store.transact(None, lambda work: work.actions.due(naive, 1))


def test_what_is_not_there_is_said_alike_everywhere(store: Database) -> None:
    def missing(work: Work) -> int:
        action = an_action(WorkshopId(9), id=ActionId(9))
        for look in (
            lambda: work.cases.get(CaseId(9)),
            lambda: work.cases.save(a_case(id=CaseId(9))),
            lambda: work.workshops.get(WorkshopId(9)),
            lambda: work.workshops.on_case(CaseId(9)),
            lambda: work.workshops.save(a_workshop(CaseId(9), id=WorkshopId(9))),
            lambda: work.stages.get(StageId(9)),
            lambda: work.stages.save(a_stage(WorkshopId(9), id=StageId(9))),
            lambda: work.summaries.get(SummaryId(9)),
            lambda: work.summaries.save(a_summary(WorkshopId(9), id=SummaryId(9))),
            lambda: work.actions.get(ActionId(9)),
            lambda: work.actions.save(action, an_update()),
            lambda: work.letters.get(LetterId(9)),
        ):
            with pytest.raises(NoCaseHere):
                look()
        return 1

    assert store.transact(HERE, missing) == 1


def test_dates_stay_dates(store: Database) -> None:
    workshop = store.transact(HERE, open_workshop)

    assert type(store.transact(HERE, lambda work: work.workshops.get(workshop.id)).held_on) is date
