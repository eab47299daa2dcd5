"""Column types that mean the same on SQLite and PostgreSQL."""

from datetime import UTC, datetime
from decimal import Decimal

from sqlalchemy import BigInteger, DateTime, Dialect, Integer
from sqlalchemy.exc import DontWrapMixin
from sqlalchemy.types import TypeDecorator

BigKey = BigInteger().with_variant(Integer, "sqlite")
"""A 64-bit id; SQLite numbers rows by itself only where the type is exactly INTEGER, which has 64 bits there."""

NANOSECONDS = 10**9


class NaiveDatetime(DontWrapMixin, ValueError):
    """A moment without its time zone is not a moment."""


class UtcDateTime(TypeDecorator[datetime]):
    """Aware moments in, aware UTC moments out. SQLite keeps them as text that sorts like time."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.utcoffset() is None:
            raise NaiveDatetime("a datetime without a time zone cannot be stored")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


def slack_order(ts: str) -> int:
    """Slack's ``seconds.fraction`` as a number that compares right however many digits it was written with."""
    return int(Decimal(ts) * NANOSECONDS)
