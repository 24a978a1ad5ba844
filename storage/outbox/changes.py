"""Which changes of one message in a chat there are, and what came after a question."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.delivery import Delivery, State
from domain.overtaking import Rewriting
from storage.outbox.endings import HOLDING, literal
from storage.shelf import Shelf
from storage.tables import delivery

#: Rows that have changed the message, may have, or will in a moment.
_SEEN = (State.SCHEDULED, State.CLAIMED, State.SENDING, State.SENT, State.UNKNOWN)

_newer = delivery.alias("newer")


class Changes(Shelf):
    """Changes in place, by the message they change."""

    async def beside(self, batch: Sequence[Delivery], now: datetime) -> list[Rewriting]:
        """Return all changes that are due of the messages that these change, in their order."""
        query = sa.select(
            delivery.c.id,
            delivery.c.person_id,
            delivery.c.message_id,
            delivery.c.state,
            delivery.c.resends,
            delivery.c.sending_at,
        ).where(
            delivery.c.network == self._network,
            sa.literal_column("in_place"),  # as the index over changes has it
            delivery.c.message_id.in_({held.message_id for held in batch}),
            delivery.c.person_id.in_({held.person_id for held in batch}),
            delivery.c.state.in_([state.value for state in _SEEN]),
            delivery.c.due_at <= now,
        )
        return [
            Rewriting(
                row.id,
                row.person_id,
                row.message_id,
                row.sending_at if row.state == State.UNKNOWN or row.resends > 0 else None,
            )
            for row in await self._all(query.order_by(delivery.c.id))
        ]

    async def waits(self, batch: Sequence[Delivery]) -> list[tuple[int, str, str]]:
        """Return the keys of messages and of newer ones that wait in their chat."""
        return await self._newer(
            batch,
            _newer.c.chat_key == delivery.c.chat_key,
            _newer.c.registration_id.is_(None),  # as the index over a chat has it
            _newer.c.state.in_(literal(*HOLDING)),
        )

    async def went(self, batch: Sequence[Delivery]) -> list[tuple[int, str, str]]:
        """Return the keys of messages and of newer ones that went to the same person, or may."""
        return await self._newer(
            batch,
            _newer.c.person_id == delivery.c.person_id,
            _newer.c.registration_id.is_(None),  # as the index over a person has it
            _newer.c.state.in_([State.SENT.value, State.UNKNOWN.value]),
        )

    async def _newer(self, batch: Sequence[Delivery], *where: Any) -> list[tuple[int, str, str]]:
        newer = sa.and_(_newer.c.network == delivery.c.network, _newer.c.id > delivery.c.id, *where)
        query = (
            sa.select(delivery.c.id, delivery.c.dedupe_key, _newer.c.dedupe_key.label("newer"))
            .select_from(delivery.join(_newer, newer))
            .where(
                sa.func.coalesce(delivery.c.network, "") == self._network,
                delivery.c.id.in_([held.id for held in batch]),
            )
        )
        return [(row.id, row.dedupe_key, row.newer) for row in await self._all(query)]
