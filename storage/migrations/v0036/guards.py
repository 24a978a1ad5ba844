"""Guards what is said of a year: parts of its assessment, who agreed, how goals were judged."""

import sqlalchemy as sa

from storage.migrations.v0013.dialects import FIRST_YEAR, LAST_YEAR, Dialect, among, may_lack
from storage.migrations.v0013.rules import Guard, dialect_of
from storage.migrations.v0013.triggers import put_guards, written
from storage.migrations.v0035.guards import never_emptied, sealed, with_emptied

TABLES = ("assessment_part", "endorsement", "goal_judgement")
VERDICTS = ["applies", "partly", "differs"]
ENDORSED = ["agrees", "figure", "missing", "assessment", "measures", "wording", "talk"]
JUDGED = ["figure", "conference", "feedback", "minutes", "agreement", "too-early", "no-data"]


def guards(dialect: str) -> list[Guard]:
    """Return the guards of a database."""
    words = dialect_of(dialect)
    endorsed = {"an answer of an office is final": "FALSE"}
    judged = {"how a goal was judged is final": "FALSE"}
    return [
        *_parts(words),
        Guard("endorsement", "INSERT", _endorsement(words)),
        Guard("endorsement", "UPDATE", endorsed),
        Guard("endorsement", "DELETE", endorsed),
        Guard("goal_judgement", "INSERT", _judgement(words)),
        Guard("goal_judgement", "UPDATE", judged),
        Guard("goal_judgement", "DELETE", judged),
    ]


def _parts(words: Dialect) -> list[Guard]:
    """Guard the parts of an assessment like the whole: the keys may write their words anew."""
    holds = {
        "a part belongs to a network": words.slug("NEW.network"),
        "a part belongs to a year": words.number("NEW.year", FIRST_YEAR, LAST_YEAR),
        "a part is called by slugs": _called(words, "NEW.part"),
        "a part has a verdict of the list": may_lack("NEW.verdict", among("NEW.verdict", VERDICTS)),
    }
    names = ("id", "network", "year", "part", "verdict")
    same = " AND ".join(words.same(f"OLD.{name}", f"NEW.{name}") for name in names)
    keeps = {"a part keeps what it is about": same}
    open_ = {"this year is sealed": sealed("NEW.year")}
    was_open = {"this year is sealed": sealed("NEW.year").replace("NEW.", "OLD.")}
    return [
        Guard("assessment_part", "INSERT", {**holds, **open_, **_new(words, "assessment_part")}),
        Guard("assessment_part", "UPDATE", {**holds, **keeps}),
        Guard("assessment_part", "DELETE", was_open),
    ]


def _called(words: Dialect, value: str) -> str:
    """Say that a value is of small letters, hyphens, at most two digits, and bars between them."""
    if words.replaces:
        digits = "*" + "[0-9]*" * 3
        size = f"length(CAST({value} AS BLOB)) BETWEEN 1 AND 64"
        only = f"{value} NOT GLOB '*[^a-z0-9/-]*' AND {value} NOT GLOB '{digits}'"
        return f"typeof({value}) = 'text' AND {size} AND {only}"
    return f"{value} ~ '^[a-z0-9/-]{{1,64}}$' AND {value} !~ '([0-9].*){{3}}'"


def _endorsement(words: Dialect) -> dict[str, str]:
    return {
        "an answer belongs to a network": words.slug("NEW.network"),
        "an answer belongs to a year": words.number("NEW.year", FIRST_YEAR, LAST_YEAR),
        "an answer is of an office": words.slug("NEW.office"),
        "an answer has a day and no time": words.day("NEW.day"),
        "an answer is of the list": among("NEW.answer", ENDORSED),
        "this year is sealed": sealed("NEW.year"),
        **_new(words, "endorsement"),
    }


def _judgement(words: Dialect) -> dict[str, str]:
    row = "SELECT 1 FROM ledger WHERE ledger.id = NEW.entry_id AND ledger.network = NEW.network"
    year = words.year("ledger.day")
    seal = "SELECT 1 FROM year_seal AS seal WHERE seal.network = NEW.network"
    closed = f"EXISTS ({row} AND EXISTS ({seal} AND seal.year = {year}))"
    return {
        "a judgement belongs to a network": words.slug("NEW.network"),
        "a judgement stands beside a result": f"EXISTS ({row} AND ledger.kind = 'goal-result')",
        "a judgement is of the list": among("NEW.how", JUDGED),
        "this year is sealed": f"NOT {closed}",
        **_new(words, "goal_judgement", "entry_id"),
    }


def _new(words: Dialect, table: str, key: str = "id") -> dict[str, str]:
    """Say that no row is replaced: SQLite asks no one whether the old one may go."""
    if not words.replaces:
        return {}
    same = f"SELECT 1 FROM {table} WHERE {key} = NEW.{key}"  # noqa: S608 - ours
    return {f"a row of {table} is not replaced": f"NOT EXISTS ({same})"}


def texts(dialect: str) -> dict[str, str]:
    """Return the text of each guard by its trigger's name: what a database must have kept."""
    return with_emptied(dialect, written(dialect, guards(dialect)), TABLES)


def put(connection: sa.Connection) -> None:
    """Put the guards."""
    put_guards(connection, guards(connection.dialect.name))
    never_emptied(connection, TABLES)
