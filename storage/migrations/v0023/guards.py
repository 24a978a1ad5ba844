"""Guards joint trainings: co-hosts are offices, final with the training; a hosted row names one."""

from dataclasses import dataclass

import sqlalchemy as sa

from storage.migrations.v0013.dialects import Dialect
from storage.migrations.v0013.rules import Guard, dialect_of
from storage.migrations.v0013.rules import guards as guards_of_0013
from storage.migrations.v0013.triggers import put_guards, written


@dataclass(frozen=True)
class HostGuard(Guard):
    """A guard beside the one that a table has for this event already."""

    @property
    def name(self) -> str:
        """How its trigger is called."""
        return f"guard_{self.table}_{self.event.lower()}_hosts"


def words_of(words: Dialect, row: str) -> dict[str, dict[str, str]]:
    """Return what each row of a table must hold; `row` is what it is called."""
    named = f"{row}.office IS NOT NULL AND {row}.training_id IS NOT NULL"
    counts = f"{words.number(f'{row}.n', -1, 1)} AND {row}.n <> 0"
    return {
        "training": {"a training has offices as co-hosts": _offices(words, row)},
        "ledger": {
            "a hosted row names an office": f"{row}.kind <> 'hosted' OR ({named} AND {counts})"
        },
    }


def _offices(words: Dialect, row: str) -> str:
    """Say that the co-hosts are slugs with a position each, and none of them the first host."""
    value = f"{row}.co_hosts"
    if words.replaces:  # SQLite, which takes any text for JSON
        whole = f"typeof({value}) = 'text' AND json_valid({value}) AND json_type({value})"
        each, at = f"json_each({value})", words.number("e.value", 0)
    else:
        whole, each = f"json_typeof({value})", f"json_each_text({value})"
        at = "e.value ~ '^[0-9]{1,6}$'"
    fits = f"{words.slug('e.key')} AND {at} AND e.key <> {row}.host"
    odd = f"SELECT 1 FROM {each} AS e WHERE ({fits}) IS NOT TRUE"  # noqa: S608 - ours
    return f"{whole} = 'object' AND NOT EXISTS ({odd})"


def guards(dialect: str) -> list[Guard]:
    """Return the guards of a database."""
    words = dialect_of(dialect)
    holds = words_of(words, "NEW")
    year = words.local_year("OLD.starts_at")
    seal = "SELECT 1 FROM year_seal AS seal WHERE seal.network = OLD.network"
    over = f"OLD.closed_at IS NOT NULL OR EXISTS ({seal} AND seal.year = {year})"
    same = words.same_json("OLD.co_hosts", "NEW.co_hosts")
    final = {"the facts of a training are final when it is closed": f"NOT ({over}) OR ({same})"}
    return [
        HostGuard("training", "INSERT", holds["training"]),
        HostGuard("training", "UPDATE", {**holds["training"], **final}, ("co_hosts", "host")),
        HostGuard("ledger", "INSERT", holds["ledger"]),
    ]


def texts(dialect: str) -> dict[str, str]:
    """Return the text of each guard by its trigger's name: what a database must have kept."""
    return written(dialect, guards(dialect))


def put(connection: sa.Connection) -> None:
    """Put the guards, and those of the ledger that went with its table where it was made anew."""
    name = connection.dialect.name
    gone = guards_of_0013(dialect_of(name)) if name == "sqlite" else []
    put_guards(connection, [*(g for g in gone if g.table == "ledger"), *guards(name)])
