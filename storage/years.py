"""Keeps years: what a report is made from, corrections, and what was published."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from domain.correction import Reason, corrected
from domain.disclosure.cells import FAR, Mode, Publication, Range, Relation
from domain.ledger import Entry, LedgerKind
from domain.localtime import day_begins, local_day
from domain.report.facts import Material
from domain.vocabulary import EventStatus
from storage.entries import KINDS, Seals, entry_of
from storage.exchange import Exchange
from storage.report_tables import correction, report_version
from storage.seating import Seating
from storage.shelf import Shelf
from storage.tables import ledger, training
from storage.trainings import Trainings


class YearProblem(ValueError):
    """Something cannot be done to a year; the message says why."""


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


def bounds(year: int, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the instants at which a calendar year begins and ends."""
    return day_begins(date(year, 1, 1), zone), day_begins(date(year + 1, 1, 1), zone)


class Years(Shelf):
    """The years of one network."""

    async def material(self, year: int, zone: ZoneInfo) -> Material:
        """Return everything a report of the year is computed from, nothing of it personal."""
        given = (self._connection, self._vault, self._network)
        begins, ends = bounds(year, zone)
        exchange = Exchange(*given)
        trainings = await Trainings(*given).starting_between(begins, ends)
        with_quotas = [training.id for training in trainings if training.quota_seats]
        return Material(
            year=year,
            entries=await self._sums(year),
            trainings=trainings,
            quotas=await Seating(*given).quotas_of(with_quotas) if with_quotas else {},
            noticed=await self._noticed([training.id for training in trainings]),
            counters=await exchange.counted(date(year, 1, 1), date(year, 12, 31)),
            answers=await exchange.answers(begins, ends),
        )

    async def _sums(self, year: int) -> list[Entry]:
        """Return the year's rows, equal ones added up by the database, in order of arrival."""
        days = {"first_day": date(year, 1, 1), "last_day": date(year, 12, 31)}
        rows = await self._all(_SUMS, {"of_network": self._network, **days})
        return [
            Entry(day, KINDS[kind], n, training_id, None, office, sector, detail)
            for day, kind, training_id, office, sector, detail, n in rows
        ]

    async def _noticed(self, training_ids: list[int]) -> dict[int, date]:
        """Return the day of each training's first notice."""
        query = (
            sa.select(ledger.c.training_id, sa.func.min(ledger.c.day).label("day"))
            .where(
                ledger.c.network == self._network,
                # As the index has it, which holds the notices alone.
                ledger.c.kind == sa.literal_column(f"'{LedgerKind.NOTICE_PUBLISHED.value}'"),
                ledger.c.training_id.in_(training_ids),
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

    async def kept(self, today: date, most: int = 24) -> list[int]:
        """Return the years up to today of which there are rows, the newest first.

        Each is one look into an index, however many rows a year has.
        """
        found: list[int] = []
        before = date(today.year + 1, 1, 1)
        while len(found) < most:
            query = sa.select(sa.func.max(ledger.c.day)).where(
                ledger.c.network == self._network, ledger.c.day < before
            )
            day: date | None = await self._scalar(query)
            if day is None:
                break
            found.append(day.year)
            before = date(day.year, 1, 1)
        return found

    async def first_event(self, zone: ZoneInfo) -> date | None:
        """Return the day of the first event of our own; what lies before may be imported.

        A notice or a reminder of it may be older: by then nothing had taken place here.
        """
        held = sa.select(sa.func.min(ledger.c.day)).where(
            ledger.c.network == self._network,
            ledger.c.kind == LedgerKind.EVENT_HELD,
            ledger.c.training_id.is_not(None),
        )
        starts = sa.select(sa.func.min(training.c.starts_at)).where(
            training.c.network == self._network,
            training.c.status.not_in([EventStatus.DRAFT, EventStatus.CANCELLED]),
        )
        day: date | None = await self._scalar(held)
        start: datetime | None = await self._scalar(starts)
        days = [day, local_day(start, zone) if start else None]
        return min((each for each in days if each is not None), default=None)

    async def correct(self, entry_id: int, n: int, reason: Reason) -> None:
        """Put another number in the place of a row's, by counter-entry, with a reason.

        Raises YearProblem if there is no such row, it was corrected already, its year is sealed
        or the number cannot be.
        """
        mine = sa.and_(ledger.c.network == self._network, ledger.c.id == entry_id)
        row = await self._first(sa.select(ledger).where(mine))
        if row is None:
            raise YearProblem("There is no such row.")
        if await Seals(*self._given).sealed(row.day.year):
            raise YearProblem(f"The year {row.day.year} is sealed.")
        done = sa.select(correction).where(correction.c.corrects == entry_id)
        if await self._first(done) is not None:
            raise YearProblem("This row was corrected already.")
        try:
            rows = corrected(entry_of(row), n)
        except ValueError as error:
            raise YearProblem(str(error)) from error
        written = [await self._write(entry) for entry in rows]
        await self._add(correction, entry_id=written[0], corrects=entry_id, reason=reason)

    async def _write(self, entry: Entry) -> int:
        return await self._add(
            ledger,
            network=self._network,
            day=entry.day,
            kind=entry.kind,
            n=entry.n,
            training_id=entry.training_id,
            notice_id=entry.notice_id,
            office=entry.office,
            sector=entry.sector,
            detail=entry.detail,
        )

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
            ledger.c.id.not_in(sa.select(correction.c.corrects)),
            ledger.c.id.not_in(sa.select(correction.c.entry_id)),
        )
        return [(row.id, entry_of(row)) for row in await self._all(query.order_by(ledger.c.id))]

    async def newest_version(self) -> int:
        """Return the id of what was published last, of whatever year; 0 if nothing was."""
        mine = report_version.c.network == self._network
        return int(await self._scalar(sa.select(sa.func.max(report_version.c.id)).where(mine)) or 0)

    async def publish(
        self, year: int, made_on: date, said: Publication, newest: int | None = None
    ) -> bool:
        """Remember what was handed out, also of other years, so that later versions keep to it.

        The order in which they were handed out is kept. What says no more than the versions since
        the last correction is not kept again. False, and nothing is remembered, if something was
        published since `newest`: what is to be handed out knows nothing of it.
        """
        if self._dialect == "postgresql":  # else two would both find nothing between
            statement = "LOCK TABLE report_version IN SHARE ROW EXCLUSIVE MODE"
            await self._connection.exec_driver_sql(statement)
        if newest is not None and await self.newest_version() > newest:
            return False
        for of, part in {**said.of_years, year: said}.items():
            if not part.adds_to(await self.published(of)):
                continue
            await self._add(
                report_version,
                network=self._network,
                year=of,
                mode=part.mode,
                made_on=made_on,
                cells=publication_json(part),
            )
        return True

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
    }


def publication_of(cells: dict[str, Any]) -> Publication:
    """Return what was published, from its JSON values."""
    relations = tuple(
        Relation(tuple((w, name) for w, name in terms), low, FAR if high is None else high)
        for terms, low, high in cells["relations"]
    )
    said = {name: Range(low, high) for name, (low, high) in cells["said"].items()}
    return Publication(cells["values"], said, relations)
