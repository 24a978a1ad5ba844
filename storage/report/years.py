"""Keeps years: what a report is made from, corrections, and what was published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction
from typing import Any

import sqlalchemy as sa

from domain.disclosure.cells import FAR, Mode, Publication, Range, Relation, SaidHint
from domain.ledger.entries import Entry, LedgerKind
from domain.vocabulary import EventStatus
from storage.entries import KINDS, entry_of
from storage.report.tables import correction, report_version
from storage.shelf import Shelf
from storage.tables import ledger, training


def _sums() -> sa.Select[Any]:
    columns = ("day", "kind", "training_id", "office", "sector", "detail")
    same = [ledger.c[name] for name in columns]
    query = sa.select(*same, sa.func.sum(ledger.c.n)).where(
        ledger.c.network == sa.bindparam("of_network"),
        ledger.c.day >= sa.bindparam("first_day"),
        ledger.c.day <= sa.bindparam("last_day"),
    )
    return query.group_by(*same).order_by(sa.func.min(ledger.c.id))


_SUMS = _sums()


class Years(Shelf):
    """The years of one network."""

    async def sums(self, first: date, last: date) -> list[Entry]:
        """Return the rows of these days, equal ones added up by the database, in their order."""
        days = {"first_day": first, "last_day": last}
        rows = await self._all(_SUMS, {"of_network": self._network, **days})
        return [
            Entry(day, KINDS[kind], n, training_id, None, office, sector, detail)
            for day, kind, training_id, office, sector, detail, n in rows
        ]

    async def noticed(self, training_ids: Sequence[int]) -> dict[int, date]:
        """Return the day of each training's first notice."""
        query = (
            sa.select(ledger.c.training_id, sa.func.min(ledger.c.day).label("day"))
            .where(
                ledger.c.network == self._network,
                # As the index has it, which holds the notices alone.
                ledger.c.kind == sa.literal_column(f"'{LedgerKind.NOTICE_PUBLISHED.value}'"),
                ledger.c.training_id.in_(list(training_ids)),
            )
            .group_by(ledger.c.training_id)
        )
        return {row.training_id: row.day for row in await self._all(query)}

    async def first(self) -> int | None:
        """Return the first year with an event that was held."""
        query = sa.select(sa.func.min(ledger.c.day)).where(
            ledger.c.network == self._network, ledger.c.kind == LedgerKind.EVENT_HELD
        )
        day: date | None = await self._scalar(query)
        return day.year if day else None

    async def last_before(self, before: date) -> date | None:
        """Return the last day before one of which there is a row."""
        query = sa.select(sa.func.max(ledger.c.day)).where(
            ledger.c.network == self._network, ledger.c.day < before
        )
        day: date | None = await self._scalar(query)
        return day

    async def first_held(self) -> date | None:
        """Return the day of the first event of a training of our own that was held."""
        query = sa.select(sa.func.min(ledger.c.day)).where(
            ledger.c.network == self._network,
            ledger.c.kind == LedgerKind.EVENT_HELD,
            ledger.c.training_id.is_not(None),
        )
        day: date | None = await self._scalar(query)
        return day

    async def first_start(self) -> datetime | None:
        """Return when the first training starts that is on offer or was held."""
        query = sa.select(sa.func.min(training.c.starts_at)).where(
            training.c.network == self._network,
            training.c.status.not_in([EventStatus.DRAFT, EventStatus.CANCELLED]),
        )
        start: datetime | None = await self._scalar(query)
        return start

    async def year_of(self, entry_id: int) -> int | None:
        """Return the year of a row; None if there is no such row."""
        mine = sa.and_(ledger.c.network == self._network, ledger.c.id == entry_id)
        day: date | None = await self._scalar(sa.select(ledger.c.day).where(mine))
        return day.year if day else None

    async def find(self, kind: LedgerKind, first: date, last: date) -> list[tuple[int, Entry]]:
        """Return the rows of a kind with their ids, for a correction."""
        query = sa.select(ledger).where(
            ledger.c.network == self._network,
            ledger.c.kind == kind,
            ledger.c.day >= first,
            ledger.c.day <= last,
        )
        return [(row.id, entry_of(row)) for row in await self._all(query.order_by(ledger.c.id))]

    async def correctable(
        self, kind: LedgerKind, first: date, last: date
    ) -> list[tuple[int, Entry]]:
        """Return the rows that neither were corrected nor take back another one, in order."""
        query = sa.select(ledger).where(
            ledger.c.network == self._network,
            ledger.c.kind == kind,
            ledger.c.day >= first,
            ledger.c.day <= last,
            ~sa.exists().where(correction.c.corrects == ledger.c.id),
            ~sa.exists().where(correction.c.entry_id == ledger.c.id),
        )
        return [(row.id, entry_of(row)) for row in await self._all(query.order_by(ledger.c.id))]

    async def newest_version(self) -> int:
        """Return the id of what was published last, of whatever year; 0 if nothing was."""
        mine = report_version.c.network == self._network
        return int(await self._scalar(sa.select(sa.func.max(report_version.c.id)).where(mine)) or 0)

    async def hold_versions(self) -> None:
        """Let who hands out beside us wait: else two would both find nothing between."""
        if self._dialect == "postgresql":
            statement = "LOCK TABLE report_version IN SHARE ROW EXCLUSIVE MODE"
            await self._connection.exec_driver_sql(statement)

    async def add_version(self, year: int, made_on: date, said: Publication) -> None:
        """Keep what was handed out of a year."""
        await self._add(
            report_version,
            network=self._network,
            year=year,
            mode=said.mode,
            made_on=made_on,
            cells=publication_json(said),
        )

    async def versions(self, after: int, last: int) -> list[tuple[Any, ...]]:
        """Return what was handed out, of whatever year: number, year, mode, day, and what it said.

        Later than one version, up to another one.
        """
        query = sa.select(report_version).where(
            report_version.c.network == self._network,
            report_version.c.id > after,
            report_version.c.id <= last,
        )
        rows = await self._all(query.order_by(report_version.c.id))
        return [(r.id, r.year, r.mode, r.made_on, r.cells) for r in rows]

    async def published(self, year: int) -> tuple[Publication, ...]:
        """Return what was published of a year, oldest first."""
        query = sa.select(report_version).where(
            report_version.c.network == self._network, report_version.c.year == year
        )
        rows = await self._all(query.order_by(report_version.c.id))
        return tuple(
            replace(publication_of(row.cells), mode=Mode(row.mode), made_on=row.made_on)
            for row in rows
        )


def publication_json(said: Publication) -> dict[str, Any]:
    """Return what was published as JSON values."""
    return {
        "values": dict(said.values),
        "said": {name: [r.low, r.high] for name, r in said.said.items()},
        "relations": [
            [list(map(list, r.terms)), r.low, r.high if r.high < FAR else None]
            for r in said.relations
        ],
        "maybe": sorted(said.maybe or ()),
        "maybe_lines": [n for n, r in enumerate(said.relations) if r in said.maybe_lines],
        **_hints_json(said.hints),
    }


def _hints_json(hints: tuple[SaidHint, ...] | None) -> dict[str, Any]:
    if hints is None:
        return {}
    told = [(None if h.value is None else str(h.value), h) for h in hints]
    return {"hints": [[h.code, h.kind, h.slug, value, h.unit] for value, h in told]}


def _hints_of(cells: dict[str, Any]) -> tuple[SaidHint, ...] | None:
    """Return the hints that a version had; None if nobody noted them."""
    if "hints" not in cells:
        return None
    return tuple(
        SaidHint(code, kind, slug, None if value is None else Fraction(value), unit)
        for code, kind, slug, value, unit in cells["hints"]
    )


def publication_of(cells: dict[str, Any]) -> Publication:
    """Return what was published, from its JSON values."""
    relations = tuple(
        Relation(tuple((w, name) for w, name in terms), low, FAR if high is None else high)
        for terms, low, high in cells["relations"]
    )
    said = {name: Range(low, high) for name, (low, high) in cells["said"].items()}
    maybe = frozenset(cells["maybe"]) if "maybe" in cells else None
    lines = frozenset(relations[number] for number in cells.get("maybe_lines", ()))
    hints = _hints_of(cells)
    return Publication(
        cells["values"], said, relations, maybe=maybe, maybe_lines=lines, hints=hints
    )
