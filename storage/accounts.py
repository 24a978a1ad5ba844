"""Keeps links by which a member's account moves to another chat: sealed, for three days at most."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.account import AccountMove
from domain.channel import Address
from storage.seat_tables import account_move
from storage.shelf import Shelf


class Accounts(Shelf):
    """Whose account is to move; of a link only the hash of its secret is kept."""

    def _move(self, row: Any) -> AccountMove:
        to = Address.of_mark(self._vault.open(row.chat_id)) if row.chat_id else None
        language = row.language or "de"
        return AccountMove(row.id, row.person_id, row.expires_at, to, language, row.moves_at)

    def _mine(self, *conditions: Any) -> Any:
        return sa.and_(account_move.c.network == self._network, *conditions)

    async def put(self, person_id: int, token_hash: bytes, expires_at: datetime) -> None:
        """Keep a link to an account, in the place of an earlier one."""
        fresh = {"chat_key": None, "chat_id": None, "language": None, "moves_at": None}
        made = {"token_hash": token_hash, "expires_at": expires_at, **fresh}
        insert = self._insert(account_move).values(
            network=self._network, person_id=person_id, **made
        )
        await self._run(insert.on_conflict_do_update(index_elements=["person_id"], set_=made))

    async def find(self, token_hash: bytes) -> AccountMove | None:
        """Return what a link leads to, whether or not its time is over."""
        mine = self._mine(account_move.c.token_hash == token_hash)
        row = await self._first(sa.select(account_move).where(mine))
        return self._move(row) if row else None

    async def claim(self, move_id: int, to: Address, language: str, moves_at: datetime) -> bool:
        """Note the chat to which an account moves; False if another one was faster."""
        open_ = self._mine(account_move.c.id == move_id, account_move.c.chat_key.is_(None))
        where = {
            "chat_key": self._vault.lookup(to.mark),
            "chat_id": self._vault.seal(to.mark),
            "language": language,
            "moves_at": moves_at,
        }
        return (await self._run(sa.update(account_move).where(open_).values(**where))).rowcount == 1

    async def _taken(self, *conditions: Any) -> AccountMove | None:
        taken = sa.delete(account_move).where(self._mine(*conditions))
        row = await self._first(taken.returning(account_move))
        return self._move(row) if row else None

    async def take_due(self, move_id: int, now: datetime) -> AccountMove | None:
        """Return what moves now and delete it; None if it was stopped, or made anew."""
        return await self._taken(account_move.c.id == move_id, account_move.c.moves_at <= now)

    async def take_unused(self, move_id: int, now: datetime) -> AccountMove | None:
        """Return a link that ended unopened and delete it; None if it was opened or made anew."""
        return await self._taken(account_move.c.id == move_id, *self._unopened(now))

    async def unused(self, now: datetime) -> list[int]:
        """Return the numbers of links that ended unopened."""
        query = sa.select(account_move.c.id).where(self._mine(*self._unopened(now)))
        return [row.id for row in await self._all(query.order_by(account_move.c.id))]

    def _unopened(self, until: datetime) -> tuple[Any, ...]:
        return account_move.c.moves_at.is_(None), account_move.c.expires_at <= until

    async def take_of(self, person_id: int) -> AccountMove | None:
        """Return the link to somebody's account and delete it; None if there is none."""
        return await self._taken(account_move.c.person_id == person_id)

    async def of_person(self, person_id: int) -> AccountMove | None:
        """Return the link to somebody's account."""
        mine = self._mine(account_move.c.person_id == person_id)
        row = await self._first(sa.select(account_move).where(mine))
        return self._move(row) if row else None

    def _of_chat(self, of: Address) -> Any:
        return self._mine(account_move.c.chat_key.in_(self._vault.lookups(of.mark)))

    async def of_chat(self, of: Address) -> AccountMove | None:
        """Return what moves to a chat."""
        row = await self._first(sa.select(account_move).where(self._of_chat(of)))
        return self._move(row) if row else None

    async def drop(self, of: Address) -> bool:
        """Delete what would move to a chat; False if there was nothing."""
        return (await self._run(sa.delete(account_move).where(self._of_chat(of)))).rowcount > 0

    async def due(self, now: datetime) -> list[int]:
        """Return the numbers of what moves now."""
        query = sa.select(account_move.c.id).where(self._mine(account_move.c.moves_at <= now))
        return [row.id for row in await self._all(query.order_by(account_move.c.id))]

    async def forget(self, until: datetime, late: datetime) -> int:
        """Delete links that ended unopened until then, and what was to move before `late`."""
        unopened = sa.and_(*self._unopened(until))
        over = self._mine(sa.or_(unopened, account_move.c.moves_at <= late))
        return int((await self._run(sa.delete(account_move).where(over))).rowcount)
