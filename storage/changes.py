"""Which changes of one message in a chat there are: only the newest of them may be seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from domain.delivery import Delivery, State
from storage.shelf import Shelf
from storage.tables import delivery

#: Rows that have changed the message, may have, or will in a moment.
_SEEN = (State.SCHEDULED, State.CLAIMED, State.SENDING, State.SENT, State.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Overlap:
    """Which of some changes have a newer one, and which follow one whose answer was lost."""

    superseded: frozenset[int] = frozenset()
    after_doubt: frozenset[int] = frozenset()


class Changes(Shelf):
    """Changes in place, by the message they change."""

    async def overlap(self, batch: Sequence[Delivery], now: datetime) -> Overlap:
        """Return which of these changes are overtaken, and which may yet be by a late arrival."""
        query = sa.select(
            delivery.c.id,
            delivery.c.person_id,
            delivery.c.message_id,
            delivery.c.state,
            delivery.c.settled_at,
        ).where(
            delivery.c.network == self._network,
            sa.literal_column("in_place"),  # as the index over changes has it
            delivery.c.message_id.in_({held.message_id for held in batch}),
            delivery.c.person_id.in_({held.person_id for held in batch}),
            delivery.c.state.in_([state.value for state in _SEEN]),
            delivery.c.due_at <= now,
        )
        newest: dict[tuple[int | None, int | None], int] = {}
        doubt: dict[tuple[int | None, int | None], int] = {}
        for row in await self._all(query.order_by(delivery.c.id)):
            of = row.person_id, row.message_id
            newest[of] = row.id
            if row.state == State.UNKNOWN and row.settled_at is None:
                doubt.setdefault(of, row.id)
        by_message = {held.id: (held.person_id, held.message_id) for held in batch}
        return Overlap(
            frozenset(n for n, of in by_message.items() if newest.get(of, n) > n),
            frozenset(n for n, of in by_message.items() if doubt.get(of, n) < n),
        )
