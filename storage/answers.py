"""The private answers to the prompts of a pack."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, delete, exists, select

from bot.workshop.ids import AnswerId, UserId, WorkshopId
from bot.workshop.reflection import Answer
from bot.workshop.workshop import Visibility
from storage.scope import Scope
from storage.tables import AnswerRow, ReflectionRow, table
from storage.upsert import insert_or_replace

answer_table, reflections = table(AnswerRow), table(ReflectionRow)
ASKED_ONCE = ("installation", "workshop", "user", "pack", "prompt")


class Answers:
    """Implements ``bot.work.Answers``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def put(self, answers: Sequence[Answer]) -> None:
        insert_or_replace(self._scope.connection, answer_table, [self._row(each) for each in answers], ASKED_ONCE)

    def of_person(self, workshop: WorkshopId, user: UserId) -> Sequence[Answer]:
        return self._answers(self._of(workshop).where(answer_table.c.user == user))

    def drop(self, workshop: WorkshopId, user: UserId, pack: str, prompts: Sequence[str]) -> None:
        theirs = answer_table.c.workshop == workshop, answer_table.c.user == user, answer_table.c.pack == pack
        these = delete(answer_table).where(self._scope.of(answer_table), *theirs, answer_table.c.prompt.in_(prompts))
        self._scope.execute(these)

    def of(self, workshop: WorkshopId) -> Sequence[Answer]:
        return self._answers(self._sent(workshop))

    def every(self, workshop: WorkshopId) -> Sequence[Answer]:
        return self._answers(self._of(workshop))

    def people(self, workshop: WorkshopId, pack: str) -> frozenset[UserId]:
        """Who has sent an answer."""
        who = (
            self._sent(workshop)
            .where(answer_table.c.pack == pack)
            .with_only_columns(answer_table.c.user)
            .order_by(None)
            .distinct()
        )
        return frozenset(UserId(user) for user in self._scope.execute(who).scalars())

    def _of(self, workshop: WorkshopId) -> Select[Any]:
        there = self._scope.of(answer_table), answer_table.c.workshop == workshop
        return select(answer_table).where(*there).order_by(answer_table.c.id)

    def _sent(self, workshop: WorkshopId) -> Select[Any]:
        """What was sent: a reflection that is being written is nobody's but its author's."""
        same = [answer_table.c[column] == reflections.c[column] for column in ("workshop", "user", "pack")]
        return self._of(workshop).where(exists().where(*same, reflections.c.sent_at.is_not(None)))

    def _answers(self, statement: Select[Any]) -> list[Answer]:
        return [
            Answer(
                id=AnswerId(row.id),
                workshop=WorkshopId(row.workshop),
                user=UserId(row.user),
                pack=row.pack,
                prompt=row.prompt,
                words=self._scope.words_of(WorkshopId(row.workshop)).open(row.words, "answer"),
                visibility=Visibility(row.visibility),
                answered_at=row.answered_at,
                kept_because=self._reason(row),
                risk=row.risk,
            )
            for row in self._scope.execute(statement)
        ]

    def _reason(self, row: Row[Any]) -> str:
        if row.kept_because is None:
            return ""
        return self._scope.words_of(WorkshopId(row.workshop)).open(row.kept_because, "kept_because")

    def _row(self, answer: Answer) -> dict[str, Any]:
        words = self._scope.words_of(answer.workshop)
        return {
            "installation": self._scope.installation,
            "workshop": answer.workshop,
            "user": answer.user,
            "pack": answer.pack,
            "prompt": answer.prompt,
            "words": words.seal(answer.words, "answer"),
            "kept_because": words.seal(answer.kept_because, "kept_because") if answer.kept_because else None,
            "risk": answer.risk,
            "visibility": answer.visibility.value,
            "answered_at": answer.answered_at,
        }
