"""A played year for the benches, and databases in which many such years lie behind it."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import TypeVar

from bot.demo.year_play import Played, play
from bot.network_file import load
from storage.database import Database
from tests.bench import world
from tests.bench.bench import Bench

YEAR = 2026
_T = TypeVar("_T")

#: A training of its own has the one; the other has a row beside it and comes once a year.
_MANY = f"day LIKE '{YEAR}-%' AND kind NOT IN ('hosted', 'procedure-agreed')"
_COLUMNS = "network, day, kind, n, office, sector, detail"
_LEDGER = f"""
    WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < :copies)
    INSERT INTO ledger ({_COLUMNS})
    SELECT network, (substr(day, 1, 4) - 1 - numbers.n % 9) || substr(day, 5), kind, ledger.n,
           office, sector, detail
    FROM numbers, ledger WHERE {_MANY} LIMIT :rows
"""
_AGREED = f"FROM ledger JOIN agreement ON entry_id = id WHERE day LIKE '{YEAR}-%'"
_ROW = f"INSERT INTO ledger ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
_AGREEMENT = (
    "INSERT INTO agreement (network, entry_id, title, label, offices, replaces)"
    " VALUES (?, ?, ?, ?, ?, ?)"
)
_MOMENTS = ("starts_at", "ends_at", "deadline_at", "withdraw_by", "closed_at", "close_asked_at")


def played(bench: Bench) -> Played:
    """Return one year, played through the real rules; played once for all."""
    if "played" not in bench.kept:
        folder = bench.folder / "played"
        year = play(load(world.NETWORK), folder, years=1, last=YEAR, forms=())
        bench.kept["played"] = asyncio.run(year)
    found: Played = bench.kept["played"]
    return found


def opened(bench: Bench, path: Path, use: Callable[[Database], Awaitable[_T]]) -> _T:
    """Open a copy of that year's database, with the key it was sealed with, and use it."""
    lines = played(bench).settings.read_text(encoding="utf-8").splitlines()
    settings = dict(line.partition("=")[::2] for line in lines)
    return world.with_database(f"sqlite:///{path}", settings["NETZBOTE_ENCRYPTION_KEYS"], use)


def copied(bench: Bench, name: str) -> Path:
    """Return a copy of that database, journal included."""
    path = bench.folder / f"{name}.db"
    for ending in ("", "-wal"):
        source = Path(f"{played(bench).database}{ending}")
        if source.exists():
            shutil.copy(source, f"{path}{ending}")
    return path


def age(path: Path, years: int) -> None:
    """Put as many earlier years behind the played one: its trainings and its ledger again."""
    with sqlite3.connect(path) as connection:
        found = connection.execute("SELECT * FROM training LIMIT 0").description
        columns = [each[0] for each in found if each[0] != "id"]
        for earlier in range(1, years + 1):
            values = ", ".join(_earlier(column, earlier) for column in columns)
            connection.execute(
                f"INSERT INTO training ({', '.join(columns)}) SELECT {values} FROM training"
                f" WHERE starts_at LIKE '{YEAR}-%'"
            )
        rows = connection.execute("SELECT count(*) FROM ledger").fetchone()[0]
    fill(path, years * rows)


def _earlier(column: str, years: int) -> str:
    if column == "uid":
        return f"uid || '-{years}'"
    if column in _MOMENTS:
        return f"(substr({column}, 1, 4) - {years}) || substr({column}, 5)"
    return column


def fill(path: Path, rows: int) -> None:
    """Put so many more rows into the nine years before the played one of the ledger."""
    with sqlite3.connect(path) as connection:
        own = connection.execute(f"SELECT count(*) FROM ledger WHERE {_MANY}")
        copies = rows // own.fetchone()[0] + 1
        connection.execute(_LEDGER, {"copies": copies, "rows": rows})
        _agree(connection, range(YEAR - 9, YEAR))
        connection.execute("ANALYZE")


def _agree(connection: sqlite3.Connection, years: Iterable[int]) -> None:
    """Agree in each of these years upon what the played one has, in place of the year before."""
    played = connection.execute(
        f"SELECT ledger.{_COLUMNS}, title, label, offices {_AGREED}"
    ).fetchall()
    for network, day, kind, n, office, sector, detail, *agreed in played:
        before = None
        for year in years:
            row = (network, f"{year}{day[4:]}", kind, n, office, sector, detail)
            number = connection.execute(_ROW, row).lastrowid
            connection.execute(_AGREEMENT, (network, number, *agreed, before))
            before = number
