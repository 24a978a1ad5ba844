"""The ledger as a CSV file: out as it is, in as totals of the time before Netzbote."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from domain.disclosure.cells import DoesNotAddUp
from domain.ledger.entries import Entry, LedgerKind
from domain.ledger.table import Row, table_of
from domain.ledger.words import MOST, NOTHING, details
from domain.network import Network
from domain.protocol_rows import is_meeting, minutes_of
from domain.report.cells import world_of
from domain.report.facts import Facts
from domain.report.material import Material
from domain.typed import for_spreadsheet
from domain.vocabulary import COUNTY_WIDE, EventFormat, FormatGroup

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
#: Of these it may be said who was there; of a meeting not who was there for how many minutes.
DIVIDED = frozenset({LedgerKind.ATTENDANCE, LedgerKind.EXCHANGE_HELD})

#: How what counts the minutes of meetings ends.
MINUTES = minutes_of("")

#: No year before this one can be asked for.
EARLIEST = 2000

#: Rows with the lines of the file they stand in.
Rows = Sequence[tuple[int, Entry]]


class Fault(StrEnum):
    """What can be wrong with a file of old totals."""

    MISSING = "column-missing"
    UNKNOWN = "column-unknown"
    TWICE = "column-twice"
    CELLS = "too-many-cells"
    UNREADABLE = "unreadable"
    NO_DAY = "no-day"
    TOO_EARLY = "too-early"
    SEALED = "sealed"
    TOO_LATE = "too-late"
    NOT_LISTED = "not-listed"
    NO_NUMBER = "no-number"
    NOTHING = "counts-nothing"
    TOO_MANY = "too-many"
    NO_OFFICE = "no-office"
    NO_SECTOR = "no-sector"
    NOT_EMPTY = "not-empty"
    NO_DETAIL = "no-detail"
    BOTH = "office-and-sector"
    IN_ALL = "in-all-only"
    MINUTES = "minutes-in-all-only"
    KNOWN = "known"
    CONTRADICTS = "contradicts"
    REPEATED = "repeated"
    NO_EVENT = "no-event"
    NO_MEETING = "no-meeting"
    UNBALANCED = "unbalanced"
    CROWDED = "crowded"


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong, with the values that say it exactly."""

    fault: Fault
    values: Mapping[str, object] = field(default_factory=dict, hash=False)


def wrong(fault: Fault, **values: object) -> Wrong:
    """Return what is wrong with its values."""
    return Wrong(fault, values)


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be taken: its line in the file, the column, and what is wrong."""

    line: int
    column: str
    wrong: Wrong


def unreadable(broken: tuple[int, str]) -> BadRow:
    """Return what is wrong with a file that breaks off: where, and why."""
    line, why = broken
    return BadRow(line, "line", wrong(Fault.UNREADABLE, why=why))


@dataclass(frozen=True, slots=True)
class Limits:
    """What may come in: days before `before`, of no sealed year."""

    before: date
    sealed: Collection[int] = ()


def export(entries: Iterable[Entry]) -> str:
    """Return rows as CSV with a heading; it holds slugs, dates and numbers only."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for e in entries:
        writer.writerow(
            ["" if v is None else for_spreadsheet(str(v)) for v in (
                e.day.isoformat(), e.kind.value, e.n, e.training_id, e.notice_id, e.office,
                e.sector, e.detail,
            )]
        )  # fmt: skip
    return out.getvalue()


def read(
    text: str, network: Network, limits: Limits
) -> tuple[list[tuple[int, Entry]], list[BadRow]]:
    """Return the rows of a file, or every row that is bad: then nothing may be taken.

    Offices and sectors must be those of the network, and all else stand in a closed list.
    """
    table = table_of(text)
    if table.broken is not None:
        return [], [unreadable(table.broken)]
    if heading := _bad_heading(table.names):
        return [], heading
    rows: list[tuple[int, Entry]] = []
    bad: list[BadRow] = []
    spoiled: set[str] = set()
    for line, row in table.rows:
        found = _entry(row, line, network, limits)
        if isinstance(found, Entry):
            rows.append((line, found))
        else:
            bad.append(found)
            spoiled.add((row.get("kind") or "").strip())
    bad += _twice(rows)
    # Of what a bad row belongs to the sums are not known yet.
    bad += [*_unbalanced(rows), *_crowded(rows)] if not spoiled & DIVIDED else []
    return ([], sorted(bad, key=lambda each: each.line)) if bad else (rows, [])


def repeated(rows: Rows, known: Collection[Entry]) -> list[BadRow]:
    """Return the rows that stand in the ledger already: a file must not be taken twice."""
    return [BadRow(n, "day", wrong(Fault.KNOWN)) for n, e in rows if e in known]


def contradicted(rows: Rows, network: Network, material: Material, as_of: date) -> list[BadRow]:
    """Return what makes a year contradict itself: no report could be made of it, ever.

    `material` is what is kept of that year so far.
    """
    new = [(line, entry) for line, entry in rows if entry.day.year == material.year]
    entries = [*material.entries, *(entry for _, entry in new)]
    try:
        world_of(Facts(network, replace(material, entries=entries), as_of))
    except DoesNotAddUp as error:
        against = wrong(Fault.CONTRADICTS, year=material.year, why=str(error))
        return [BadRow(new[0][0], "n", against)]
    # What is there already is no row of the file: a problem is told at the first that is.
    known = [(new[0][0], entry) for entry in material.entries if entry.training_id is None]
    whole = [*new, *known]
    return list(dict.fromkeys([*_unbalanced(whole), *_crowded(whole), *_baseless(whole)]))


def _bad_heading(names: Sequence[str]) -> list[BadRow]:
    problems = {name: wrong(Fault.MISSING) for name in NEEDED if name not in names}
    for name, times in Counter(names).items():
        if name not in COLUMNS:
            problems[name] = wrong(Fault.UNKNOWN, known=COLUMNS)
        elif times > 1:
            problems[name] = wrong(Fault.TWICE)
    return [BadRow(1, name, problem) for name, problem in problems.items()]


def _entry(row: Row, line: int, network: Network, limits: Limits) -> Entry | BadRow:
    if None in row:
        return BadRow(line, "line", wrong(Fault.CELLS))
    cells = {column: (row.get(column) or "").strip() for column in COLUMNS}
    for column, check in _CHECKS.items():
        problem = check(cells[column], network, limits)
        if problem:
            return BadRow(line, column, problem)
    entry = Entry(
        day=date.fromisoformat(cells["day"]),
        kind=LedgerKind(cells["kind"]),
        n=int(cells["n"]),
        office=cells["office"] or None,
        sector=None if cells["office"] else cells["sector"] or None,
        detail=cells["detail"],
    )
    bad = _bad_detail(entry) or _bad_breakdown(entry, cells)
    return BadRow(line, *bad) if bad else entry


def _bad_day(value: str, _: Network, limits: Limits) -> Wrong | None:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return wrong(Fault.NO_DAY, value=value)
    if day.year < EARLIEST:
        return wrong(Fault.TOO_EARLY, first=EARLIEST)
    if day.year in limits.sealed:
        return wrong(Fault.SEALED, year=day.year)
    return None if day < limits.before else wrong(Fault.TOO_LATE, before=limits.before)


def _bad_kind(value: str, _: Network, __: Limits) -> Wrong | None:
    if value in {kind.value for kind in IMPORTED}:
        return None
    return wrong(Fault.NOT_LISTED, value=value, known=sorted(IMPORTED))


def _bad_number(value: str, _: Network, __: Limits) -> Wrong | None:
    if not (value.isascii() and value.isdigit()):
        return wrong(Fault.NO_NUMBER, value=value)
    if not value.strip("0"):
        return wrong(Fault.NOTHING)
    return None if len(value) <= len(str(MOST)) else wrong(Fault.TOO_MANY, value=value, most=MOST)


def _bad_office(value: str, network: Network, _: Limits) -> Wrong | None:
    known = {office.slug for office in network.offices} | {COUNTY_WIDE, ""}
    return None if value in known else wrong(Fault.NO_OFFICE, value=value)


def _bad_sector(value: str, network: Network, _: Limits) -> Wrong | None:
    known = {sector.value for sector in network.sectors} | {""}
    return None if value in known else wrong(Fault.NO_SECTOR, value=value)


def _not_empty(value: str, _: Network, __: Limits) -> Wrong | None:
    return wrong(Fault.NOT_EMPTY) if value else None


_CHECKS = {
    "day": _bad_day,
    "kind": _bad_kind,
    "n": _bad_number,
    "training": _not_empty,
    "notice": _not_empty,
    "office": _bad_office,
    "sector": _bad_sector,
}


def _bad_detail(entry: Entry) -> tuple[str, Wrong] | None:
    known = details(entry.kind)
    if entry.detail in known:
        return None
    if known == NOTHING:
        return "detail", wrong(Fault.NO_DETAIL, kind=entry.kind)
    return "detail", wrong(Fault.NOT_LISTED, value=entry.detail, known=sorted(known - NOTHING))


def _bad_breakdown(entry: Entry, cells: Mapping[str, str]) -> tuple[str, Wrong] | None:
    if cells["office"] and cells["sector"]:
        return "sector", wrong(Fault.BOTH)
    column = "office" if entry.office else "sector" if entry.sector else ""
    if not column:
        return None
    if entry.kind not in DIVIDED:
        return column, wrong(Fault.IN_ALL, kind=entry.kind)
    met = entry.kind is LedgerKind.EXCHANGE_HELD
    if met and not is_meeting(replace(entry, office=None, sector=None)):
        return column, wrong(Fault.MINUTES)
    return None


def _by(entry: Entry) -> str:
    return "office" if entry.office else "sector" if entry.sector else "n"


def _group(entry: Entry) -> FormatGroup:
    """Return what attendances count for in the report; those without a format for trainings."""
    return EventFormat(entry.detail).group if entry.detail else FormatGroup.TRAINING


def _twice(rows: Rows) -> list[BadRow]:
    """Return the rows that stand in the file before: then one of them is a slip."""
    first: dict[Entry, int] = {}
    return [
        BadRow(line, "day", wrong(Fault.REPEATED, line=first[entry]))
        for line, entry in rows
        if first.setdefault(entry, line) != line
    ]


def _baseless(rows: Rows) -> list[BadRow]:
    """Return what needs something else that is not there.

    Nobody attends where no event was held, and no meeting lasts that was none.
    """
    events: set[tuple[int, FormatGroup]] = set()
    meetings: set[tuple[int, str]] = set()
    for _, e in rows:
        if e.kind is LedgerKind.EVENT_HELD and e.n > 0:
            events.add((e.day.year, _group(e)))
        elif e.kind is LedgerKind.EXCHANGE_HELD and is_meeting(e) and e.n > 0:
            meetings.add((e.day.year, minutes_of(e.detail)))
    return [problem for line, e in rows if (problem := _lacking(line, e, events, meetings))]


def _lacking(
    line: int,
    e: Entry,
    events: Collection[tuple[int, FormatGroup]],
    meetings: Collection[tuple[int, str]],
) -> BadRow | None:
    year = e.day.year
    if e.kind is LedgerKind.ATTENDANCE and e.n > 0 and (year, _group(e)) not in events:
        return BadRow(line, "kind", wrong(Fault.NO_EVENT, year=year, group=_group(e)))
    lasts = e.kind is LedgerKind.EXCHANGE_HELD and e.detail.endswith(MINUTES)
    if lasts and e.n > 0 and (year, e.detail) not in meetings:
        meeting = e.detail.removesuffix(MINUTES)
        return BadRow(line, "detail", wrong(Fault.NO_MEETING, year=year, meeting=meeting))
    return None


def _unbalanced(rows: Rows) -> list[BadRow]:
    """Return where attendances by office or by sector are not their total, by year and group."""
    sums: Counter[tuple[int, FormatGroup, str]] = Counter()
    lines: dict[tuple[int, FormatGroup, str], int] = {}
    for line, e in rows:
        if e.kind is LedgerKind.ATTENDANCE:
            key = (e.day.year, _group(e), _by(e))
            sums[key] += e.n
            lines.setdefault(key, line)
    return [
        BadRow(
            lines[year, group, by],
            by,
            _unequal(year, group, by, n, sums[year, group, "n"]),
        )
        for (year, group, by), n in sorted(sums.items())
        if by != "n" and n != sums[year, group, "n"]
    ]


def _unequal(year: int, group: FormatGroup, by: str, n: int, total: int) -> Wrong:
    return wrong(Fault.UNBALANCED, year=year, group=group, by=by, n=n, total=total)


def _crowded(rows: Rows) -> list[BadRow]:
    """Return where an institution was at more meetings of a year than there were."""
    held: Counter[tuple[int, str]] = Counter()
    there: Counter[tuple[int, str, str]] = Counter()
    lines: dict[tuple[int, str, str], int] = {}
    for line, e in rows:
        if e.kind is not LedgerKind.EXCHANGE_HELD:
            continue
        if is_meeting(e):
            held[e.day.year, e.detail] += e.n
        elif slug := e.office or e.sector:
            there[e.day.year, e.detail, slug] += e.n
            lines.setdefault((e.day.year, e.detail, slug), line)
    return [
        BadRow(
            lines[year, detail, slug],
            "n",
            wrong(Fault.CROWDED, year=year, meeting=detail, who=slug, n=n, of=held[year, detail]),
        )
        for (year, detail, slug), n in sorted(there.items())
        if n > held[year, detail]
    ]
