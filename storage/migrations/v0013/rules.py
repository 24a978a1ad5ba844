"""What may happen to a row, table by table: what it may hold, and what may become of it.

Four kinds: final at once, only growing, final from the closing (or the seal of its year), and
written anew by the keys only. All of them are out of reach for TRUNCATE.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from storage.migrations import ledger_lists
from storage.migrations.v0007.words import FORMATS, NEEDS, SECTORS, SLUGS, TOPICS
from storage.migrations.v0013.dialects import (
    FIRST_YEAR,
    LAST_YEAR,
    Dialect,
    PostgreSQL,
    SQLite,
    among,
    listed,
    may_lack,
)

FINAL = ("ledger", "correction", "year_seal", "report_version")
GROWING = ("counter", "feedback_count", "seal_end")
FROM_CLOSING = ("training", "tally", "quota", "seat_block")
KEPT_WITH_THE_YEAR = ("assessment",)
GUARDED = (*FINAL, *GROWING, *FROM_CLOSING, *KEPT_WITH_THE_YEAR)

TALLIES = [
    "registration-confirmed",
    "registration-waitlisted",
    "registration-promoted",
    "registration-withdrawn",
    "registration-late-withdrawn",
]
MODES = ["in-person", "online", "hybrid", "self-paced"]
SUPPORT = ["step-free", "hearing-loop", "sign-language", "captions"]
#: What the public offer and the report say of a training; who planned it is none of it, nor is
#: what counts messages.
FACTS = (
    *("id", "network", "uid", "host", "title", "topic", "format", "mode", "place", "link"),
    *("starts_at", "ends_at", "deadline_at", "withdraw_by", "release_at", "seats", "units"),
    *("sectors", "reminders", "accessibility", "status", "revision"),
    *("closed_at", "cancelled_at", "block_seats", "quota_seats"),
)
_JSON = ("sectors", "reminders", "accessibility")
_NOBODY_BEFORE = "0" * 64


@dataclass(frozen=True)
class Guard:
    """Before an event on a table, or on some of its columns: what must hold, by what is said."""

    table: str
    event: str
    rules: dict[str, str]
    of: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """How its trigger is called; one guard looks at some columns only."""
        return "_".join(("guard", self.table, self.event.lower(), *(["facts"] if self.of else [])))


def words_of(words: Dialect, row: str) -> dict[str, dict[str, str]]:
    """Return what each row of a table must hold; `row` is what it is called.

    Asked of what comes in, and by those who look at what is there.
    """
    return {
        "ledger": _ledger(words, row),
        "correction": _correction(row),
        "year_seal": _year_seal(words, row),
        "seal_end": {
            "a chain of seals belongs to a network": words.slug(f"{row}.network"),
            "a chain of seals is counted": words.number(f"{row}.seals", 1),
            "a chain of seals has a digest": words.hexadecimal(f"{row}.digest"),
        },
        "report_version": _report_version(words, row),
        "counter": _counter(words, row),
        "feedback_count": {
            "feedback counts": words.number(f"{row}.n", 0),
            "feedback has a score": words.number(f"{row}.score", 0, 5),
            "feedback has a training": _exists("training", f"id = {row}.training_id"),
        },
        "training": _training(words, row),
        "tally": {
            "a tally counts registrations": among(f"{row}.kind", TALLIES),
            "a tally counts": words.number(f"{row}.n", 0),
        },
        "quota": {
            "a quota belongs to an office": words.slug(f"{row}.office"),
            "a quota counts seats": words.number(f"{row}.n", 1),
        },
        "seat_block": {
            "seats are booked for an office": words.slug(f"{row}.office"),
            "seats are booked for a sector": among(f"{row}.sector", SECTORS),
            "a block counts seats": words.number(f"{row}.n", 1),
        },
        "assessment": {"an assessment belongs to a year": _year(words, f"{row}.year")},
    }


def _exists(table: str, rule: str) -> str:
    return f"EXISTS (SELECT 1 FROM {table} WHERE {rule})"  # noqa: S608 - ours


def _year(words: Dialect, value: str) -> str:
    return words.number(value, FIRST_YEAR, LAST_YEAR)


def _ledger(words: Dialect, row: str) -> dict[str, str]:
    details = ledger_lists.OF_0011
    others = f"NOT {among(f'{row}.kind', details)} AND {row}.detail = ''"
    named = f"{listed(f'{row}.kind', f'{row}.detail', details)} OR ({others})"
    of_it = _exists("training", f"id = {row}.training_id AND network = {row}.network")
    notice = words.number(f"{row}.notice_id", 1)
    return {
        "a ledger row names what a closed list has": named,
        "a ledger row has an office of a network": may_lack(
            f"{row}.office", words.slug(f"{row}.office")
        ),
        "a ledger row has a sector of the list": may_lack(
            f"{row}.sector", among(f"{row}.sector", SECTORS)
        ),
        "a ledger row belongs to a network": words.slug(f"{row}.network"),
        "a ledger row has a day and no time": words.day(f"{row}.day"),
        "a ledger row counts": words.number(f"{row}.n"),
        "a ledger row has a training of its network": may_lack(f"{row}.training_id", of_it),
        "a ledger row has a notice": may_lack(f"{row}.notice_id", notice),
    }


def _correction(row: str) -> dict[str, str]:
    same = ("network", "day", "kind", "detail")
    equal = " AND ".join(f"taken.{name} = back.{name}" for name in same)
    both = f"back.id = {row}.entry_id AND taken.id = {row}.corrects AND back.n = -taken.n"
    return {
        "a correction takes a row back": _exists(
            "ledger AS back, ledger AS taken", f"{both} AND {equal}"
        )
    }


def _year_seal(words: Dialect, row: str) -> dict[str, str]:
    file = f"{row}.form = 1 OR ({words.digests(f'{row}.file')})"
    return {
        "a seal belongs to a network": words.slug(f"{row}.network"),
        "a seal belongs to a year": _year(words, f"{row}.year"),
        "a seal counts rows": f"{words.number(f'{row}.rows', 0)} AND "
        f"{words.number(f'{row}.versions', 0)}",
        "a seal has a digest": f"{words.hexadecimal(f'{row}.digest')} AND "
        f"{words.hexadecimal(f'{row}.previous')}",
        "a seal has a day and no time": words.day(f"{row}.sealed_on"),
        "a year is sealed when it is over": f"{words.year(f'{row}.sealed_on')} > {row}.year",
        "a seal has a form": among(f"{row}.form", ["1", "2"]).replace("'", ""),
        "a seal knows what the settings said": file,
    }


def _report_version(words: Dialect, row: str) -> dict[str, str]:
    return {
        "a version belongs to a network": words.slug(f"{row}.network"),
        "a version is of a year": _year(words, f"{row}.year"),
        "a version has a day and no time": words.day(f"{row}.made_on"),
        "a version holds numbers of cells": words.cells(f"{row}.cells"),
    }


def _counter(words: Dialect, row: str) -> dict[str, str]:
    pair = f"{row}.series = 'exchange-pair' AND {words.pair(f'{row}.slug')}"
    monthly = f"{among(f'{row}.series', NEEDS)} OR {words.month_begins(f'{row}.period')}"
    return {
        "a counter counts by a closed list": f"{listed(f'{row}.series', f'{row}.slug', SLUGS)} "
        f"OR ({pair})",
        "a counter belongs to a network": words.slug(f"{row}.network"),
        "a counter has a day and no time": words.day(f"{row}.period"),
        "exchange is counted by the month": monthly,
        "a counter counts": words.number(f"{row}.n", 0),
    }


def _training(words: Dialect, row: str) -> dict[str, str]:
    moments = ("starts_at", "ends_at", "deadline_at", "withdraw_by")
    later = ("release_at", "closed_at", "cancelled_at")
    days = [f"({words.moment(f'{row}.{name}')})" for name in moments]
    days += [f"({may_lack(f'{row}.{name}', words.moment(f'{row}.{name}'))})" for name in later]
    counted = [words.number(f"{row}.{name}", 0) for name in ("units", "revision")]
    seats = may_lack(f"{row}.seats", words.number(f"{row}.seats", 1))
    return {
        "a training belongs to a network": words.slug(f"{row}.network"),
        "a training has a host": words.slug(f"{row}.host"),
        "a training is about what a closed list has": among(f"{row}.topic", TOPICS),
        "a training has a format of the list": among(f"{row}.format", FORMATS),
        "a training is held as a closed list says": among(f"{row}.mode", MODES),
        "a training is for sectors of the list": words.words_in(f"{row}.sectors", SECTORS),
        "a training reminds by stages": words.stages(f"{row}.reminders"),
        "a training offers support of the list": words.words_in(f"{row}.accessibility", SUPPORT),
        "a training has days within sense": " AND ".join(days),
        "a training counts": " AND ".join([*counted, f"({seats})"]),
    }


def guards(words: Dialect) -> list[Guard]:
    """Return all guards of a database."""
    return [*_final(words), *_growing(words), *_from_closing(words), *_with_the_year(words)]


def dialect_of(name: str) -> Dialect:
    """Return the words of a database by the name of its dialect."""
    return SQLite if name == "sqlite" else PostgreSQL


def _sealed(network: str, year: str) -> str:
    return _exists("year_seal AS seal", f"seal.network = {network} AND seal.year = {year}")


def _open(network: str, year: str) -> dict[str, str]:
    return {"this year is sealed": f"NOT {_sealed(network, year)}"}


def _is_new(words: Dialect, table: str, *keys: str) -> dict[str, str]:
    """Say that no row is replaced: SQLite asks no one whether the old one may go."""
    if not words.replaces:
        return {}
    return {
        f"a row of {table} is not replaced": " AND ".join(
            f"NOT {_exists(table, key)}" for key in keys
        )
    }


def _keeps(words: Dialect, *names: str) -> str:
    return " AND ".join(words.same(f"OLD.{name}", f"NEW.{name}") for name in names)


def _final(words: Dialect) -> Iterator[Guard]:
    holds = words_of(words, "NEW")
    in_ledger = _open("NEW.network", words.year("NEW.day"))
    entry = "SELECT network, day FROM ledger WHERE id = NEW.entry_id"
    corrected = f"FROM ({entry}) AS entry, year_seal AS seal"
    same_year = f"seal.network = entry.network AND seal.year = {words.year('entry.day')}"
    comes = {
        "ledger": {**in_ledger, **_is_new(words, "ledger", "id = NEW.id")},
        "correction": {
            "this year is sealed": f"NOT EXISTS (SELECT 1 {corrected} WHERE {same_year})",
            **_is_new(words, "correction", "entry_id = NEW.entry_id", "corrects = NEW.corrects"),
        },
        "year_seal": {
            "a seal follows the last one": _follows(),
            **_is_new(words, "year_seal", "network = NEW.network AND year = NEW.year"),
        },
        "report_version": _is_new(words, "report_version", "id = NEW.id"),
    }
    said = {
        "ledger": "a ledger row is final",
        "correction": "a correction is final",
        "year_seal": "a seal is final",
        "report_version": "what was handed out is final",
    }
    for table in FINAL:
        yield Guard(table, "INSERT", {**holds[table], **comes[table]})
        yield Guard(table, "UPDATE", {said[table]: "FALSE"})
        yield Guard(table, "DELETE", {said[table]: "FALSE"})


def _follows() -> str:
    """Say that a seal is chained to the last of its network; nothing else has this place."""
    ours = "network = NEW.network"
    first = f"NEW.previous = '{_NOBODY_BEFORE}'"
    known = _exists("year_seal", f"{ours} AND digest = NEW.previous")
    taken = _exists("year_seal", f"{ours} AND previous = NEW.previous")
    return f"({first} OR {known}) AND NOT {taken}"


def _growing(words: Dialect) -> Iterator[Guard]:
    holds = words_of(words, "NEW")
    keys = {
        "counter": ("network", "period", "series", "slug"),
        "feedback_count": ("training_id", "item", "score"),
        "seal_end": ("network",),
    }
    of_it = "FROM training WHERE training.id = NEW.training_id"
    network, starts = (f"(SELECT {column} {of_it})" for column in ("network", "starts_at"))
    still = {
        "counter": _open("NEW.network", words.year("NEW.period")),
        "feedback_count": _open(network, words.local_year(starts)),
        "seal_end": {},
    }
    for table, key in keys.items():
        n = "seals" if table == "seal_end" else "n"
        same = " AND ".join(f"{name} = NEW.{name}" for name in key)
        grows = {
            "a count keeps what it counts": _keeps(words, *key),
            "a count only grows": f"NEW.{n} >= OLD.{n}",
        }
        if table == "seal_end":
            grows["a count only grows"] = f"NEW.{n} > OLD.{n}"
        fresh = _is_new(words, table, same)
        yield Guard(table, "INSERT", {**holds[table], **still[table], **fresh})
        yield Guard(table, "UPDATE", {**holds[table], **grows, **still[table]})
        yield Guard(table, "DELETE", {"a count is never taken away": "FALSE"})


def _finished(words: Dialect, row: str) -> str:
    """Say that a training was closed, or that its year is sealed."""
    sealed = _sealed(f"{row}.network", words.local_year(f"{row}.starts_at"))
    return f"({row}.closed_at IS NOT NULL OR {sealed})"


def _from_closing(words: Dialect) -> Iterator[Guard]:
    yield from _of_trainings(words)
    holds = words_of(words, "NEW")
    final = "the numbers of a training are final when it is closed"
    for table in ("tally", "quota", "seat_block"):
        # Who is erased later still takes a registration back that nobody closed.
        over = "done.closed_at IS NOT NULL" if table == "tally" else _finished(words, "done")

        def ongoing(row: str, over: str = over) -> str:
            done = _exists("training AS done", f"done.id = {row}.training_id AND {over}")
            return f"NOT {done}"

        fresh = {}
        if table == "seat_block" and words.replaces:
            other = f"seat_block AS b JOIN training AS done ON done.id = b.training_id AND {over}"
            fresh = {
                "a row of seat_block is not replaced": f"NOT {_exists(other, 'b.id = NEW.id')}"
            }
        moves = f"{ongoing('OLD')} AND {ongoing('NEW')}"
        yield Guard(table, "INSERT", {**holds[table], final: ongoing("NEW"), **fresh})
        yield Guard(table, "UPDATE", {**holds[table], final: moves, **fresh})
        yield Guard(table, "DELETE", {final: ongoing("OLD")})


def _of_trainings(words: Dialect) -> Iterator[Guard]:
    holds = words_of(words, "NEW")["training"]
    still = _open("NEW.network", words.local_year("NEW.starts_at"))
    facts = [name for name in FACTS if name not in _JSON]
    unchanged = [_keeps(words, *facts)]
    unchanged += [words.same_json(f"OLD.{name}", f"NEW.{name}") for name in _JSON]
    same = " AND ".join(unchanged)
    changes = {
        "a training stays the one it is": _keeps(words, "id", "network", "uid"),
        "the facts of a training are final when it is closed": f"NOT {_finished(words, 'OLD')} "
        f"OR ({same})",
        "this year is sealed": f"{still['this year is sealed']} OR ({same})",
    }
    used = [_exists(table, "training_id = OLD.id") for table in ("ledger", "feedback_count")]
    fresh = _is_new(words, "training", "id = NEW.id", "uid = NEW.uid")
    yield Guard("training", "INSERT", {**holds, **still, **fresh})
    yield Guard("training", "UPDATE", {**holds, **changes}, of=FACTS)
    yield Guard(
        "training",
        "DELETE",
        {
            "a training of which the ledger tells stays": f"NOT ({' OR '.join(used)})",
            "a training stays when it is closed": f"NOT {_finished(words, 'OLD')}",
        },
    )


def _with_the_year(words: Dialect) -> Iterator[Guard]:
    """Guard assessments; what the keys write anew cannot be told from another text here."""
    holds = words_of(words, "NEW")["assessment"]
    keeps = {"an assessment keeps its year": _keeps(words, "network", "year")}
    yield Guard("assessment", "INSERT", {**holds, **_open("NEW.network", "NEW.year")})
    yield Guard("assessment", "UPDATE", {**holds, **keeps})
    yield Guard("assessment", "DELETE", _open("OLD.network", "OLD.year"))
