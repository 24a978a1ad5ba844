"""The ledger as a CSV file: out as it is, in as totals of the years before Netzbote."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.ledger import Entry, LedgerKind
from domain.network import Network
from domain.vocabulary import COUNTY_WIDE

COLUMNS = ("day", "kind", "n", "training", "notice", "office", "sector", "detail")
NEEDED = ("day", "kind", "n")
#: What old spreadsheets can say; the rest needs an event behind it.
IMPORTED = frozenset(
    {
        LedgerKind.EVENT_HELD,
        LedgerKind.EVENT_CANCELLED,
        LedgerKind.ATTENDANCE,
        LedgerKind.EXCHANGE_HELD,
        LedgerKind.PROCEDURE_AGREED,
        LedgerKind.ADVICE_TOTAL,
        LedgerKind.NOTICE_PUBLISHED,
        LedgerKind.NEED,
    }
)


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be taken: its line in the file, the column, and what is wrong."""

    line: int
    column: str
    problem: str


def export(entries: Iterable[Entry]) -> str:
    """Return rows as CSV with a heading; it holds slugs, dates and numbers only."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for e in entries:
        writer.writerow(
            ["" if v is None else v for v in (
                e.day.isoformat(), e.kind.value, e.n, e.training_id, e.notice_id, e.office,
                e.sector, e.detail,
            )]
        )  # fmt: skip
    return out.getvalue()


def read(text: str, network: Network, before: date) -> tuple[list[Entry], list[BadRow]]:
    """Return the rows of a file, or every row that is bad: then nothing may be taken.

    Only days before `before` are taken; offices and sectors must be those of the network.
    """
    dialect = ";" if ";" in text.partition("\n")[0] else ","
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=dialect)
    missing = [name for name in NEEDED if name not in (reader.fieldnames or ())]
    if missing:
        return [], [BadRow(1, name, "this column is missing") for name in missing]
    rows = [_entry(row, reader.line_num, network, before) for row in reader]
    entries = [row for row in rows if isinstance(row, Entry)]
    bad = [row for row in rows if isinstance(row, BadRow)] + _unbalanced(entries)
    return ([], bad) if bad else (entries, [])


def _entry(
    row: Mapping[str, str | None], line: int, network: Network, before: date
) -> Entry | BadRow:
    cells = {key: (value or "").strip() for key, value in row.items() if key in COLUMNS}
    for column, check in _CHECKS.items():
        problem = check(cells.get(column, ""), network, before)
        if problem:
            return BadRow(line, column, problem)
    if cells.get("office") and cells.get("sector"):
        return BadRow(line, "sector", "a row has an office or a sector, never both")
    return Entry(
        day=date.fromisoformat(cells["day"]),
        kind=LedgerKind(cells["kind"]),
        n=int(cells["n"]),
        office=cells.get("office") or None,
        sector=cells.get("sector") or None,
        detail=cells.get("detail", ""),
    )


def _bad_day(value: str, _: Network, before: date) -> str:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return f"{value!r} is no day; write it like 2024-12-31"
    return "" if day < before else f"only days before {before} are taken"


def _bad_kind(value: str, _: Network, __: date) -> str:
    if value in {kind.value for kind in IMPORTED}:
        return ""
    return f"{value!r} is none of: {', '.join(sorted(IMPORTED))}"


def _bad_number(value: str, _: Network, __: date) -> str:
    return "" if value.isascii() and value.isdigit() else f"{value!r} is no whole number"


def _bad_office(value: str, network: Network, _: date) -> str:
    known = {office.slug for office in network.offices} | {COUNTY_WIDE, ""}
    return "" if value in known else f"{value!r} is no office of this network"


def _bad_sector(value: str, network: Network, _: date) -> str:
    known = {sector.value for sector in network.sectors} | {""}
    return "" if value in known else f"{value!r} is no sector of this network"


def _bad_detail(value: str, _: Network, __: date) -> str:
    plain = all(c.isascii() and (c.islower() or c.isdigit() or c in "-:") for c in value)
    return "" if plain and len(value) <= 64 else f"{value!r} is no slug of a list"


_CHECKS = {
    "day": _bad_day,
    "kind": _bad_kind,
    "n": _bad_number,
    "office": _bad_office,
    "sector": _bad_sector,
    "detail": _bad_detail,
}


def _unbalanced(entries: Sequence[Entry]) -> list[BadRow]:
    """Return years in which attendances by office or by sector exceed their total."""
    sums: dict[tuple[int, str], int] = {}
    for e in entries:
        if e.kind is LedgerKind.ATTENDANCE:
            by = "office" if e.office else "sector" if e.sector else "n"
            sums[e.day.year, by] = sums.get((e.day.year, by), 0) + e.n
    bad = []
    for (year, by), n in sorted(sums.items()):
        total = sums.get((year, "n"), 0)
        if by != "n" and n != total:
            bad.append(BadRow(0, by, f"{year}: these add up to {n}, the total is {total}"))
    return bad
