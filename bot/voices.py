"""Who has been heard in a session and who has not, for the facilitator alone."""

from collections import Counter
from dataclasses import dataclass

from bot import silent
from bot.cases import CaseFile
from bot.silent import Writers
from bot.work import Work
from bot.workshop.audit import Deed, Entry
from bot.workshop.ids import UserId, WorkshopId
from bot.workshop.session import open_stage
from bot.workshop.workshop import Participant, Phase


@dataclass(frozen=True)
class Voice:
    """How often one participant has replied in this session, and with how many words."""

    participant: Participant
    replies: int
    words: int


@dataclass(frozen=True)
class Voices:
    """Everybody in the workshop; who has said least comes first. ``writers`` while a silent round is open."""

    file: CaseFile
    voices: tuple[Voice, ...]
    writers: Writers | None = None


def heard(work: Work, by: UserId, workshop_id: WorkshopId) -> Voices:
    workshop = work.workshops.get(workshop_id).run_by(by).during(Phase.LIVE)
    work.audit.record(Entry(work.now, by, Deed.VOICES_COUNTED, workshop.id))
    replies: Counter[UserId] = Counter()
    words: Counter[UserId] = Counter()
    for each in work.contributions.of(workshop.id):
        if each.words:
            replies[each.user] += 1
            words[each.user] += len(each.words.split())
    voices = [Voice(each, replies[each.user], words[each.user]) for each in workshop.participants]
    placed = sorted(voices, key=lambda voice: (voice.replies > 0, voice.words))
    stage = open_stage(work.stages.of(workshop.id))
    writers = silent.writers(work, workshop, stage) if stage and stage.silent else None
    return Voices(CaseFile(work.cases.get(workshop.case), workshop), tuple(placed), writers)
