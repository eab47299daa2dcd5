"""Words are sealed, and can be made unreadable for good."""

from pathlib import Path

import pytest
from sqlalchemy import MetaData, select

from bot.workshop.action import ActionState
from bot.workshop.case import Programme, WordsErased
from bot.workshop.ids import CaseId, InstallationId
from bot.workshop.tag import Parts
from bot.workshop.workshop import Participant
from storage.database import Database
from storage.engines import engine_for
from storage.vault import KEY_LENGTH, CannotOpen, Cipher, Vault
from storage.words import CaseWords, Keyring
from storage.work import Work
from tests.storage.examples import (
    BRYN,
    HERE,
    NOW,
    a_case,
    a_contribution,
    a_finding,
    a_stage,
    a_summary,
    a_tag,
    a_workshop,
    an_action,
    an_answer,
    an_update,
    open_workshop,
    settle_in,
)

OLD, NEW, OTHER = (bytes([number]) * KEY_LENGTH for number in (1, 2, 3))


SERIES = Programme(CaseId(0), "canary-programme")


def fill(work: Work) -> CaseId:
    words = {"pseudonym": "canary-pseudonym", "purpose": "canary-purpose"}
    case = work.cases.add(a_case(reference="LC-2025-0001", programme=SERIES, **words))
    people = (Participant(BRYN, "canary-agency", "canary-role"),)
    workshop = work.workshops.add(a_workshop(case.id, participants=people)).id
    work.answers.put([an_answer(workshop, words="canary-answer")])
    stage = work.stages.add(a_stage(workshop))
    work.contributions.put(a_contribution(workshop, stage.id, words="canary-contribution"))
    work.tags.add(a_tag(workshop, parts=Parts("canary-known", "canary-sense", "canary-helped")))
    work.summaries.add(a_summary(workshop, a_finding("canary-finding", speaker="canary-speaker")))
    action = work.actions.add(
        an_action(workshop, change="canary-change", measure="canary-measure"), an_update(words="canary-first")
    )
    work.actions.save(action, an_update(action.id, words="canary-update", after=ActionState.DECLINED))
    work.inbox.keep("Ev1", {"words": "canary-event"}, try_at=NOW, reason="later")
    work.drafts.put("draft", BRYN, {"words": "canary-draft"}, NOW)
    return case.id


def stored(url: str) -> bytes:
    """Every value in every table."""
    engine = engine_for(url)
    metadata = MetaData()
    with engine.connect() as connection:
        metadata.reflect(connection)
        rows = [tuple(row) for table in metadata.sorted_tables for row in connection.execute(select(table))]
    engine.dispose()
    return b"\n".join(bytes(each) if isinstance(each, bytes) else str(each).encode() for row in rows for each in row)


def test_no_word_is_stored_as_it_was_written(store: Database, database_url: str) -> None:
    store.transact(HERE, fill)
    store.close()

    everything = stored(database_url)

    assert b"LC-2025-0001" in everything
    assert b"canary" not in everything


def test_no_word_is_in_the_file(sqlite_url: str, vault: Vault) -> None:
    with Database(sqlite_url, vault) as store:
        settle_in(store)
        store.transact(HERE, fill)
        while_open = b"".join(
            each.read_bytes() for each in Path(sqlite_url.removeprefix("sqlite:///")).parent.iterdir()
        )

    assert b"LC-2025-0001" in while_open
    assert b"canary" not in while_open


def test_erasing_the_key_of_a_case_takes_all_its_words_and_no_others(store: Database) -> None:
    gone = store.transact(HERE, fill)
    kept = store.transact(HERE, open_workshop)

    store.transact(HERE, lambda work: work.cases.erase_words(gone))

    with pytest.raises(WordsErased):
        store.transact(HERE, lambda work: work.cases.get(gone))
    with pytest.raises(WordsErased):
        store.transact(HERE, lambda work: work.workshops.on_case(gone))
    assert store.transact(HERE, lambda work: work.workshops.on_case(kept.case)) == kept
    assert store.transact(HERE, lambda work: work.workshops.of_programme(gone)) == []


def test_an_erasure_that_was_undone_has_erased_nothing(store: Database) -> None:
    case = store.transact(HERE, fill)

    def change_mind(work: Work) -> None:
        work.cases.erase_words(case)
        with pytest.raises(WordsErased):
            work.cases.get(case)
        raise LookupError

    with pytest.raises(LookupError):
        store.transact(HERE, change_mind)

    assert store.transact(HERE, lambda work: work.cases.get(case)).pseudonym == "canary-pseudonym"


def test_the_key_of_a_case_that_was_undone_is_not_remembered(store: Database) -> None:
    def undo(work: Work) -> None:
        work.cases.add(a_case(pseudonym="Never"))
        raise LookupError

    with pytest.raises(LookupError):
        store.transact(HERE, undo)
    case = store.transact(HERE, lambda work: work.cases.add(a_case()))

    assert store.transact(HERE, lambda work: work.cases.get(case.id)) == case


def test_a_key_is_trusted_for_a_minute_and_then_read_again(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("storage.words.time.monotonic", lambda: now[0])
    keyring = Keyring(vault)
    words = CaseWords(HERE, CaseId(1), Cipher("", OLD))
    keyring.keep((HERE, "case", 1), words)

    assert keyring.get((HERE, "case", 1)) is words
    now[0] = 61
    assert keyring.get((HERE, "case", 1)) is None


def test_only_the_keys_used_lately_are_kept(vault: Vault) -> None:
    keyring = Keyring(vault)
    for number in range(300):
        keyring.keep((HERE, "case", number), CaseWords(HERE, CaseId(number), Cipher("", OLD)))
        keyring.get((HERE, "case", 0))

    assert keyring.get((HERE, "case", 0)) is not None
    assert keyring.get((HERE, "case", 1)) is None
    assert keyring.get((HERE, "case", 299)) is not None


def pseudonym(work: Work, case: CaseId) -> str:
    return work.cases.get(case).pseudonym


def test_after_rotation_the_old_master_key_is_not_needed(database_url: str) -> None:
    with Database(database_url, Vault({"old": OLD})) as store:
        settle_in(store)
        cases = [store.transact(HERE, open_workshop).case for _ in range(3)]
    with Database(database_url, Vault({"new": NEW, "old": OLD})) as store:
        cases.append(store.transact(HERE, open_workshop).case)
        assert store.rewrap() == 3
        assert store.rewrap() == 0
    with Database(database_url, Vault({"new": NEW})) as store:
        found = [store.transact(HERE, pseudonym, case) for case in cases]

    assert found == ["Rowan"] * 4


@pytest.mark.parametrize(
    ("ring", "complaint"), [({"new": NEW}, "not in the key ring"), ({"old": OTHER}, "does not open")]
)
def test_a_wrong_key_says_so(database_url: str, ring: dict[str, bytes], complaint: str) -> None:
    with Database(database_url, Vault({"old": OLD})) as store:
        settle_in(store)
        case = store.transact(HERE, open_workshop).case

    with Database(database_url, Vault(ring)) as store, pytest.raises(CannotOpen, match=complaint):
        store.transact(HERE, lambda work: work.cases.get(case))


@pytest.mark.parametrize("elsewhere", [("-/T2", 1, "answer"), ("-/T1", 2, "answer"), ("-/T1", 1, "finding")])
def test_a_value_that_was_moved_does_not_open(elsewhere: tuple[str, int, str]) -> None:
    cipher = Cipher("", OLD)
    sealed = CaseWords(InstallationId("-/T1"), CaseId(1), cipher).seal("hers", "answer")
    installation, case, column = elsewhere

    assert CaseWords(InstallationId("-/T1"), CaseId(1), cipher).open(sealed, "answer") == "hers"
    with pytest.raises(CannotOpen):
        CaseWords(InstallationId(installation), CaseId(case), cipher).open(sealed, column)


def test_the_same_words_never_look_the_same() -> None:
    vault = Vault({"k": OLD})

    assert vault.seal(b"same") != vault.seal(b"same")


@pytest.mark.parametrize("damaged", [b"", b"\x01", b"\x02\x01kxxxxxxxxxxxxxxxxxx", b"\x01\x01k", b"\x01\x01kshort"])
def test_what_the_vault_has_not_sealed_it_does_not_open(damaged: bytes) -> None:
    with pytest.raises(CannotOpen):
        Vault({"k": OLD}).open(damaged)


def test_a_cipher_says_which_key_it_would_have_needed() -> None:
    with pytest.raises(CannotOpen, match="'other', not with 'k'"):
        Cipher("k", OLD).open(Cipher("other", OLD).seal(b"x"))


@pytest.mark.parametrize("ring", [{}, {"k": b"short"}, {"k" * 256: OLD}])
def test_a_key_ring_that_cannot_work_is_refused(ring: dict[str, bytes]) -> None:
    with pytest.raises(ValueError, match="key"):
        Vault(ring)
