"""What is sealed of one network, and whether our keys open it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from domain.channel import Address
from storage.crypto import KeyProblem
from storage.outbox.endings import lines
from storage.proofs import secret
from storage.report.tables import assessment, assessment_part
from storage.seat_tables import account_move
from storage.shelf import Shelf
from storage.tables import (
    access_request,
    address,
    broadcast,
    delivery,
    draft,
    inbox_update,
    person,
    training,
)

#: Every column that holds something sealed, by table; a test looks that none is missing.
SEALED: Mapping[sa.Table, tuple[str, ...]] = {
    person: ("name",),
    address: ("sealed",),
    access_request: ("chat_id",),
    draft: ("data",),
    delivery: ("chat_id", "payload"),
    inbox_update: ("payload",),
    broadcast: ("words",),
    assessment: ("words",),
    assessment_part: ("words",),
    training: ("words",),
    secret: ("sealed",),
    account_move: ("chat_id",),
}
BATCH = 200
#: So many rows at each end of a table are tried with our keys.
TRIED = 5


class SealedValues(Shelf):
    """What is sealed of one network."""

    async def total(self) -> int:
        """Return how many rows hold something sealed."""
        counts = [await self._scalar(self._count(table)) for table in SEALED]
        return sum(counts)

    def _count(self, table: sa.Table) -> sa.Select[Any]:
        return sa.select(sa.func.count()).select_from(table).where(self._sealed(table))

    def _sealed(self, table: sa.Table) -> Any:
        filled = [table.c[name].is_not(None) for name in SEALED[table]]
        return sa.and_(table.c.network == self._network, sa.or_(*filled))

    async def open_everything(self) -> bool:
        """Return whether our keys open the first and the last of what each table holds.

        A single damaged row says nothing about the keys, so a few at each end are tried.
        """
        for table, names in SEALED.items():
            ident = _ident(table)
            columns = [table.c[name] for name in names]
            for order in (ident.asc(), ident.desc()):
                query = sa.select(*columns).where(self._sealed(table)).order_by(order)
                rows = await self._all(query.limit(TRIED))
                if rows and not any(self._opens(row, names) for row in rows):
                    return False
        return True

    def _opens(self, row: Any, names: tuple[str, ...]) -> bool:
        try:
            for name in names:
                if getattr(row, name) is not None:
                    self._vault.open(getattr(row, name))
        except KeyProblem:
            return False
        return True

    async def chats(self) -> dict[bytes, str]:
        """Return every known chat by its look-up keys under all our keys."""
        chats: dict[bytes, str] = {}
        for mine in (
            sa.select(address.c.sealed, address.c.channel).where(
                address.c.network == self._network
            ),
            sa.select(
                access_request.c.chat_id.label("sealed"), sa.literal(None).label("channel")
            ).where(access_request.c.network == self._network),
        ):
            for row in await self._all(mine):
                name = self._vault.open(row.sealed)
                mark = Address(row.channel, name).mark if row.channel else name
                chats |= dict.fromkeys(self._vault.lookups(mark), mark)
        return chats

    async def reseal(
        self, table: sa.Table, after: Any, chats: Mapping[bytes, str]
    ) -> tuple[int, Any]:
        """Seal the next rows anew; return how many, and where to go on (None: at the end)."""
        ident = _ident(table)
        query = sa.select(table).where(self._sealed(table))
        if after is not None:
            query = query.where(ident > after)
        rows = await self._all(query.order_by(ident).limit(BATCH).with_for_update())
        for row in rows:
            own = sa.and_(table.c.network == self._network, ident == getattr(row, ident.name))
            values = self._anew(table, row, chats)
            await self._run(sa.update(table).where(own).values(**values))
            if table is address:
                await self._rekey_waiting(row.key, values["key"], row.person_id)
        return len(rows), getattr(rows[-1], ident.name) if rows else None

    async def _rekey_waiting(self, before: bytes, now: bytes, person_id: int) -> None:
        """Let what waits for a chat know it by the new key, together: the chat keeps its order."""
        for waiting in lines(self._network, [before], person_id):
            await self._run(sa.update(delivery).where(waiting).values(chat_key=now))

    def _anew(self, table: sa.Table, row: Any, chats: Mapping[bytes, str]) -> dict[str, Any]:
        values: dict[str, Any] = {
            name: self._vault.reseal(getattr(row, name))
            for name in SEALED[table]
            if getattr(row, name) is not None
        }
        if table is address:
            values["key"] = self._vault.lookup(self._vault.open(values["sealed"]))
        elif "chat_id" in values:
            values["chat_key"] = self._vault.lookup(self._vault.open(values["chat_id"]))
        elif table is draft and row.chat_key in chats:
            values["chat_key"] = self._vault.lookup(chats[row.chat_key])
        return values


def _ident(table: sa.Table) -> sa.Column[Any]:
    """Return the column that tells the rows of one network apart."""
    return next(column for column in table.primary_key if column.name != "network")
