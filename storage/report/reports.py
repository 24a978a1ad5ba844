"""Keeps the reports somebody waits for, and the coordinators' assessment of a year."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa

from domain.delivery import State
from domain.report_order import LEASE, Request, Wanted, What
from storage.aside import Unreadable
from storage.clock import later, place, value
from storage.outbox.endings import ended
from storage.report.tables import assessment, report_request
from storage.shelf import Shelf
from storage.tables import delivery

_KEY = ["network", "person_id", "year", "what", "office", "quarter", "page"]


_ANY = (
    sa.select(report_request.c.id)
    .where(report_request.c.network == sa.bindparam("of_network"))
    .limit(1)
)


@cache
def _waiting(clock: Any) -> Any:
    """Return the question for the oldest request of some kinds that nobody makes."""
    until = report_request.c.lease_until
    free = sa.select(report_request.c.id).where(
        report_request.c.network == sa.bindparam("of_network"),
        report_request.c.what.in_(sa.bindparam("kinds", expanding=True)),
        until.is_(None) | (until <= clock),
    )
    return free.order_by(report_request.c.id).limit(1)


class Reports(Shelf):
    """Reports on their way, each made by one process at a time."""

    async def ask(
        self, person_id: int, wanted: Wanted, language: str, card: str | None, now: datetime
    ) -> int | None:
        """Note that somebody wants a report; return its id, None if it is on its way already."""
        row = {
            "network": self._network,
            "person_id": person_id,
            "year": wanted.year,
            "what": wanted.what,
            "office": wanted.office,
            "quarter": wanted.quarter,
            "page": wanted.page,
            "language": language,
            "card": card,
            "asked_at": now,
        }
        new = self._insert(report_request).values(**row).on_conflict_do_nothing(index_elements=_KEY)
        added = await self._first(new.returning(report_request.c.id))
        return int(added.id) if added else None

    async def waiting(self, kinds: Collection[What], now: datetime) -> bool:
        """Return whether there is something of these kinds that nobody makes."""
        clock = self._clock(now)
        values = {"of_network": self._network, "kinds": sorted(kinds), **value(clock)}
        return await self._first(_waiting(place(clock)), values) is not None

    async def any(self) -> bool:
        """Return whether anybody waits for anything, whoever makes it."""
        return await self._first(_ANY, {"of_network": self._network}) is not None

    async def of_person(self, person_id: int) -> list[Wanted]:
        """Return what somebody waits for."""
        mine = sa.and_(
            report_request.c.network == self._network, report_request.c.person_id == person_id
        )
        rows = await self._all(sa.select(report_request).where(mine).order_by(report_request.c.id))
        found = [_read(row) for row in rows]
        return [each.wanted for each in found if isinstance(each, Request)]

    async def claim(
        self, kinds: Collection[What], owner: str, now: datetime
    ) -> Request | Unreadable | None:
        """Take the oldest of these kinds that nobody makes; it is ours for a lease.

        One that cannot be read is ours, too: to be set aside.
        """
        clock = self._clock(now)
        chosen = _waiting(place(clock)).with_for_update(skip_locked=True)
        taken = (
            sa.update(report_request)
            .where(report_request.c.id == chosen.scalar_subquery())
            .values(
                owner=owner,
                lease_until=later(clock, LEASE),
                attempts=report_request.c.attempts + 1,
            )
            .returning(report_request)
        )
        values = {"of_network": self._network, "kinds": sorted(kinds), **value(clock)}
        row = await self._first(taken, values)
        return _read(row) if row else None

    def _ours(self, request_id: int, owner: str) -> Any:
        return sa.and_(
            report_request.c.network == self._network,
            report_request.c.id == request_id,
            report_request.c.owner == owner,
        )

    async def hold(self, request_id: int, owner: str, now: datetime) -> bool:
        """Renew the lease; False if the report is not ours any more, or nobody waits for it."""
        ours = sa.update(report_request).where(self._ours(request_id, owner))
        until = later(self._clock(now), LEASE)
        return (await self._run(ours.values(lease_until=until))).rowcount == 1

    async def let_go(self, request_id: int, owner: str) -> None:
        """Give a report back unmade, so that it is taken up at once; the attempt counts not."""
        ours = sa.update(report_request).where(self._ours(request_id, owner))
        attempts = report_request.c.attempts - 1
        await self._run(ours.values(owner=None, lease_until=None, attempts=attempts))

    async def done(self, request_id: int, owner: str) -> bool:
        """End a report that is handed out with this; False if it is not ours to hand out."""
        ours = sa.delete(report_request).where(self._ours(request_id, owner))
        return (await self._run(ours)).rowcount == 1

    async def card(self, key: str) -> tuple[State | None, str | None]:
        """Return where the message of a key stands, and the channel's id of it once it is out."""
        mine = (delivery.c.network == self._network) & (delivery.c.dedupe_key == key)
        row = await self._first(sa.select(delivery.c.state, delivery.c.message_id).where(mine))
        return (State(row.state), row.message_id) if row else (None, None)

    async def overtake(self, key: str, now: datetime) -> bool:
        """End the message of a key if it still waits, as the answer is here; return whether."""
        waiting = sa.and_(
            delivery.c.network == self._network,
            delivery.c.dedupe_key == key,
            delivery.c.state == State.SCHEDULED,
        )
        overtaken = ended(State.CANCELLED, now, "overtaken")
        return bool(
            (await self._run(sa.update(delivery).where(waiting).values(**overtaken))).rowcount
        )

    async def forget_old(self, before: datetime) -> int:
        """Delete requests of before a moment that nobody made; return how many."""
        old = sa.and_(report_request.c.network == self._network, report_request.c.asked_at < before)
        return int((await self._run(sa.delete(report_request).where(old))).rowcount)

    async def take_over(self) -> int:
        """Free what former processes held, for who knows that they are dead."""
        held = sa.update(report_request).where(
            report_request.c.network == self._network, report_request.c.owner.is_not(None)
        )
        return int((await self._run(held.values(owner=None, lease_until=None))).rowcount)

    async def assessment(self, year: int) -> str | None:
        """Return the coordinators' assessment of a year."""
        row = await self._first(sa.select(assessment).where(self._of(year)))
        return self._vault.open(row.words) if row else None

    async def set_assessment(self, year: int, words: str) -> None:
        """Keep an assessment in the place of the one before."""
        sealed = self._vault.seal(words)
        row = {"network": self._network, "year": year, "words": sealed}
        insert = self._insert(assessment).values(**row)
        key = ["network", "year"]
        await self._run(insert.on_conflict_do_update(index_elements=key, set_={"words": sealed}))

    async def drop_assessment(self, year: int) -> bool:
        """Forget an assessment; False if there was none."""
        return (await self._run(sa.delete(assessment).where(self._of(year)))).rowcount == 1

    def _of(self, year: int) -> Any:
        return sa.and_(assessment.c.network == self._network, assessment.c.year == year)


def _read(row: Any) -> Request | Unreadable:
    try:
        year, quarter, page = int(row.year), int(row.quarter), int(row.page)
        wanted = Wanted(year, What(row.what), row.office, quarter, page)
        return Request(row.id, row.person_id, wanted, row.language, row.card, row.attempts)
    except (ValueError, TypeError) as error:
        return Unreadable(row.id, type(error).__name__)
