"""Seals years, and proves that what was sealed is still the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

import sqlalchemy as sa

from domain.ledger import LedgerKind
from domain.network import Network
from domain.seal import (
    BEGINNING,
    FORM,
    OLD_FORM,
    Checked,
    Seal,
    differing,
    digest,
    digest_of,
    ends,
    in_order,
    left_out,
    line,
    settings,
    told,
)
from domain.training import Training
from storage.exchange import Exchange
from storage.report_tables import correction, report_version, seal_end, year_seal
from storage.reports import Reports
from storage.seating import Seating
from storage.shelf import Shelf
from storage.tables import ledger
from storage.trainings import Trainings
from storage.years import YearProblem, bounds

#: Nobody may write into these while a year is read to be sealed.
_HELD = "ledger, correction, training, quota, counter, feedback_count, report_version, assessment"


class Sealing(Shelf):
    """The seals of one network's years."""

    async def seal(self, year: int, today: date, network: Network) -> Seal:
        """Close a year for good. Raises YearProblem if it is not over or sealed already."""
        if today.year <= year:
            raise YearProblem(f"The year {year} is not over.")
        await self._hold()
        before = await self.all()
        if any(each.year == year for each in before):
            raise YearProblem(f"The year {year} is sealed already.")
        exchange = Exchange(*self._given)
        await exchange.fold(bounds(year, network.zone)[1], network.zone)  # nothing counts later
        versions = await self._last_version()
        previous, file = before[-1].digest if before else BEGINNING, settings(network)
        plan = Seal(year, 0, previous, "", today, FORM, versions, file)
        rows, made = await self._digest(plan, before, network)
        seal = replace(plan, rows=rows, digest=made)
        await self._run(sa.insert(year_seal).values(network=self._network, **asdict(seal)))
        await self._put_end([*before, seal])
        return seal

    async def _hold(self) -> None:
        """Let who writes beside us wait: PostgreSQL would let them finish after our reading."""
        if self._dialect == "postgresql":
            statement = f"LOCK TABLE {_HELD} IN SHARE ROW EXCLUSIVE MODE"
            await self._connection.exec_driver_sql(statement)

    async def _put_end(self, seals: Sequence[Seal]) -> None:
        values = {"seals": len(seals), "digest": ends(seals)[-1]}
        mine = seal_end.c.network == self._network
        if not (await self._run(sa.update(seal_end).where(mine).values(values))).rowcount:
            await self._run(sa.insert(seal_end).values(network=self._network, **values))

    async def all(self) -> list[Seal]:
        """Return all seals as they are chained."""
        query = sa.select(year_seal).where(year_seal.c.network == self._network)
        return in_order(_seal(row) for row in await self._all(query))

    async def verify(self, network: Network) -> Checked:
        """Return all seals, and what is not as it was sealed."""
        seals, today = await self.all(), settings(network)
        broken, previous = [], BEGINNING
        for number, seal in enumerate(seals):
            made = await self._digest(seal, seals[:number], network)
            if made != (seal.rows, seal.digest) or previous != seal.previous:
                broken.append(seal.year)
            previous = seal.digest
        proofs = ends(seals)
        changed = {s.year: differing(s.file, today) for s in seals if s.form != OLD_FORM}
        changed = {year: names for year, names in changed.items() if names}
        return Checked(seals, broken, await self._whole(seals, proofs), proofs, changed)

    async def _whole(self, seals: Sequence[Seal], proofs: Sequence[str]) -> bool:
        """Return whether the chain ends where it was left; older versions noted no end."""
        query = sa.select(seal_end).where(seal_end.c.network == self._network)
        row = await self._first(query)
        if row is None:
            return all(each.form == OLD_FORM for each in seals)
        return bool(row.seals == len(seals) and row.digest == proofs[-1])

    async def _last_version(self) -> int:
        mine = report_version.c.network == self._network
        query = sa.select(sa.func.max(report_version.c.id)).where(mine)
        return int(await self._scalar(query) or 0)

    async def _digest(
        self, seal: Seal, before: Sequence[Seal], network: Network
    ) -> tuple[int, str]:
        if seal.form == OLD_FORM:
            return digest(seal.year, seal.previous, await self._old_lines(seal.year, network))
        lines = await self._lines(seal.year, network)
        for each in left_out(before):
            lines.append(told("seal", asdict(each)))
            lines += await self._lines(each.year, network)
        since = max((each.versions for each in before), default=0)
        lines += await self._versions(since, seal.versions)
        lines += [told("file", name, value) for name, value in sorted(seal.file.items())]
        head = (seal.year, seal.previous, seal.sealed_on, seal.versions)
        return len(await self._entries(seal.year)), digest_of(head, lines)

    async def _old_lines(self, year: int, network: Network) -> list[str]:
        """Return what the first form covers: ledger rows, counters, answers, in fixed order."""
        columns = ("id", "day", "kind", "n", "training_id", "notice_id", "office", "sector")
        rows = await self._entries(year)
        lines = [line(*(getattr(r, name) for name in columns), r.detail) for r in rows]
        exchange = Exchange(*self._given)
        counters = await exchange.counted(date(year, 1, 1), date(year, 12, 31))
        lines += [line(c.period, c.series, c.slug, c.n) for c in counters]
        answers = await exchange.answers(*bounds(year, network.zone))
        return lines + [line(a.training_id, a.item, a.score, a.n) for a in answers]

    async def _lines(self, year: int, network: Network) -> list[str]:
        """Return what a report of a year is made from, a line each, the same on any database."""
        trainings = await Trainings(*self._given).starting_between(*bounds(year, network.zone))
        ids = [each.id for each in trainings]
        words = await Reports(*self._given).assessment(year)
        return [
            told("year", year),
            *(told("entry", *tuple(row)[1:]) for row in await self._entries(year)),
            *await self._corrections(year),
            *(_of_training(each) for each in sorted(trainings, key=lambda one: one.id)),
            *await self._quotas(ids),
            *await self._notices(ids),
            *await self._counts(year, network),
            told("assessment", words),
        ]

    async def _entries(self, year: int) -> Sequence[sa.Row[Any]]:
        rows = sa.select(
            ledger.c.network,
            *(ledger.c[name] for name in ("id", "day", "kind", "n", "training_id", "notice_id")),
            *(ledger.c[name] for name in ("office", "sector", "detail")),
        )
        return await self._all(rows.where(self._of(year)).order_by(ledger.c.id))

    def _of(self, year: int) -> Any:
        days = ledger.c.day.between(date(year, 1, 1), date(year, 12, 31))
        return sa.and_(ledger.c.network == self._network, days)

    async def _corrections(self, year: int) -> Iterable[str]:
        query = sa.select(correction).join(ledger, ledger.c.id == correction.c.entry_id)
        rows = await self._all(query.where(self._of(year)).order_by(correction.c.entry_id))
        return [told("correction", row.entry_id, row.corrects, row.reason) for row in rows]

    async def _quotas(self, ids: Sequence[int]) -> Iterable[str]:
        found = await Seating(*self._given).quotas_of(ids)
        return sorted(
            told("quota", number, office, n)
            for number, offices in found.items()
            for office, n in offices.items()
        )

    async def _notices(self, ids: Sequence[int]) -> Iterable[str]:
        """Return the day of each training's first notice, which may lie in the year before."""
        query = sa.select(ledger.c.training_id, sa.func.min(ledger.c.day).label("day")).where(
            ledger.c.network == self._network,
            ledger.c.kind == LedgerKind.NOTICE_PUBLISHED,
            ledger.c.training_id.in_(list(ids)),
        )
        rows = await self._all(query.group_by(ledger.c.training_id))
        return sorted(told("noticed", row.training_id, row.day) for row in rows)

    async def _counts(self, year: int, network: Network) -> Iterable[str]:
        exchange = Exchange(*self._given)
        counters = await exchange.counted(date(year, 1, 1), date(year, 12, 31))
        answers = await exchange.answers(*bounds(year, network.zone))
        lines = [told("counter", c.period, c.series, c.slug, c.n) for c in counters]
        lines += [told("answer", a.training_id, a.item, a.score, a.n) for a in answers]
        return sorted(lines)

    async def _versions(self, after: int, last: int) -> Iterable[str]:
        """Return what was handed out: later reports are protected by it."""
        query = sa.select(report_version).where(
            report_version.c.network == self._network,
            report_version.c.id > after,
            report_version.c.id <= last,
        )
        rows = await self._all(query.order_by(report_version.c.id))
        return [told("version", r.id, r.year, r.mode, r.made_on, r.cells) for r in rows]


def _of_training(of: Training) -> str:
    """Return a training's facts; not how its calendar entry and its seats are counted on."""
    plan = of.plan
    moments = (plan.starts_at, plan.ends_at, plan.deadline_at, plan.withdraw_by, plan.release_at)
    facts = (plan.title, plan.topic, plan.format, plan.mode, plan.place, plan.link)
    counted = (plan.seats, plan.units, of.block_seats, of.quota_seats, of.revision)
    reminders = [(each.stage, each.days_before, each.at.isoformat()) for each in plan.reminders]
    lists = (plan.sectors, plan.accessibility, reminders)
    stands = (of.id, of.uid, of.host, of.status, of.closed_at)
    return told("training", *stands, *facts, *moments, *counted, *lists)


def _seal(row: Any) -> Seal:
    return Seal(
        row.year,
        row.rows,
        row.previous,
        row.digest,
        row.sealed_on,
        row.form,
        row.versions,
        row.file or {},
    )
