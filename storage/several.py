"""Any number of values in one parameter: a statement that grows with them would be read anew each time."""

from typing import Any

from sqlalchemy import JSON, Column, ColumnElement, any_, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY


def among(dialect: str, column: Column[Any], name: str) -> ColumnElement[bool]:
    """Whether *column* has one of the values in the list that is given as *name*."""
    if dialect == "sqlite":
        return column.in_(select(func.json_each(bindparam(name, type_=JSON)).table_valued("value").c.value))
    return column == any_(bindparam(name, type_=ARRAY(column.type)))
