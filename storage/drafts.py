"""Keeps dialogues in progress: of a chat the open one, and in it those it was begun over."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.channel import Address
from domain.draft import Draft
from storage.aside import an_object, tell
from storage.shelf import Shelf
from storage.tables import draft

#: Where the dialogues stand that are kept with the open one; no answer has this name.
_KEPT = "kept"


def _sealable(draft: Draft) -> dict[str, Any]:
    """Return everything that was entered: of the open dialogue, and of those it keeps."""
    if not draft.kept:
        return draft.data
    return {**draft.data, _KEPT: [_plain(one) for one in draft.kept]}


def _plain(kept: Draft) -> dict[str, Any]:
    values = asdict(replace(kept, kept=(), changed_at=None))
    return {name: value for name, value in values.items() if name not in {"kept", "changed_at"}}


def _kept(one: dict[str, Any]) -> Draft:
    """Return a kept dialogue; earlier releases wrote its card as a number."""
    card = one["card"]
    return Draft(**{**one, "card": None if card is None else str(card)})


class Drafts(Shelf):
    """What people have entered so far; sealed, since it may hold a name."""

    async def get(self, of: Address) -> Draft | None:
        """Return the dialogue of a chat."""
        keys = self._vault.lookups(of.mark)
        mine = sa.and_(draft.c.network == self._network, draft.c.chat_key.in_(keys))
        row = await self._first(sa.select(draft).where(mine))
        return self._draft(row) if row is not None else None

    def _draft(self, row: Any) -> Draft | None:
        """Return a dialogue; one that cannot be read is none, and is forgotten in time."""
        try:
            data = an_object(self._vault.open_json(row.data))
            kept = tuple(_kept(one) for one in data.pop(_KEPT, ()))
        except Exception as error:  # noqa: BLE001 - whatever a damaged row does
            tell("draft", row.version, type(error).__name__)
            return None
        return Draft(row.kind, row.step, data, row.version, row.card, kept, row.changed_at)

    async def put(self, of: Address, new: Draft, now: datetime) -> None:
        """Keep a step; it takes the place of what the chat had before."""
        values = {
            "kind": new.kind,
            "step": new.step,
            "data": self._vault.seal_json(_sealable(new)),
            "version": new.version,
            "card": new.card,
            "changed_at": now,
        }
        row = {"network": self._network, "chat_key": self._vault.lookup(of.mark), **values}
        insert = self._insert(draft).values(**row)
        keyed = ["network", "chat_key"]
        await self._drop_under(self._vault.lookups(of.mark)[1:])  # kept before the keys changed
        await self._run(insert.on_conflict_do_update(index_elements=keyed, set_=values))

    async def drop(self, of: Address) -> bool:
        """End the dialogue of a chat; False if there was none."""
        return await self._drop_under(self._vault.lookups(of.mark))

    async def _drop_under(self, keys: list[bytes]) -> bool:
        if not keys:
            return False
        mine = sa.and_(draft.c.network == self._network, draft.c.chat_key.in_(keys))
        return (await self._run(sa.delete(draft).where(mine))).rowcount > 0

    async def forget_old(self, before: datetime) -> int:
        """Delete dialogues nobody went on with; return how many."""
        mine = sa.and_(draft.c.network == self._network, draft.c.changed_at < before)
        return int((await self._run(sa.delete(draft).where(mine))).rowcount)
