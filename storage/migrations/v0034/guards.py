"""Guards the counts of members: at the end of a quarter in all, parted at the end of a year only."""

from dataclasses import dataclass

import sqlalchemy as sa

from storage.migrations.v0013.rules import Guard, dialect_of
from storage.migrations.v0013.rules import guards as guards_of_0013
from storage.migrations.v0013.triggers import put_guards, written
from storage.migrations.v0023.guards import guards as guards_of_0023


@dataclass(frozen=True)
class MemberGuard(Guard):
    """A guard beside those that the ledger has already."""

    @property
    def name(self) -> str:
        """How its trigger is called."""
        return f"guard_{self.table}_{self.event.lower()}_members"


def words_of(dialect: str, row: str) -> dict[str, dict[str, str]]:
    """Return what each row of the ledger must hold; `row` is what it is called."""
    sqlite = dialect == "sqlite"
    day = f"strftime('%m-%d', {row}.day)" if sqlite else f"to_char({row}.day, 'MM-DD')"
    other = f"{row}.kind <> 'members'"
    whole = f"{row}.office IS NULL AND {row}.sector IS NULL"
    alone = f"{row}.training_id IS NULL AND {row}.notice_id IS NULL"
    return {
        "ledger": {
            "members are counted at the end of a quarter": (
                f"{other} OR ({day} IN ('03-31', '06-30', '09-30', '12-31') AND {alone})"
            ),
            "members are parted at the end of a year": f"{other} OR ({whole}) OR {day} = '12-31'",
        }
    }


def guards(dialect: str) -> list[Guard]:
    """Return the guards of a database."""
    return [MemberGuard("ledger", "INSERT", words_of(dialect, "NEW")["ledger"])]


def texts(dialect: str) -> dict[str, str]:
    """Return the text of each guard by its trigger's name: what a database must have kept."""
    return written(dialect, guards(dialect))


def put(connection: sa.Connection) -> None:
    """Put the guards, and those of the ledger that went with its table where it was made anew."""
    name = connection.dialect.name
    gone = [*guards_of_0013(dialect_of(name)), *guards_of_0023(name)] if name == "sqlite" else []
    put_guards(connection, [*(g for g in gone if g.table == "ledger"), *guards(name)])
