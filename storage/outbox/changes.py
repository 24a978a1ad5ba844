"""Which changes of one message in a chat there are: only the newest of them may be seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.delivery import UNKNOWN_HOLD, Delivery, State, asked_in
from storage.outbox.endings import HOLDING, literal
from storage.shelf import Shelf
from storage.tables import delivery

#: Rows that have changed the message, may have, or will in a moment.
_SEEN = (State.SCHEDULED, State.CLAIMED, State.SENDING, State.SENT, State.UNKNOWN)

_newer = delivery.alias("newer")


@dataclass(frozen=True, slots=True)
class Overlap:
    """Which of some changes have a newer one, and which follow an attempt that was lost lately."""

    superseded: frozenset[int] = frozenset()
    after_doubt: frozenset[int] = frozenset()


def _may_arrive_yet(row: Any, now: datetime) -> bool:
    """Return whether an attempt was lost so lately that it may come after what follows it."""
    lost = row.state == State.UNKNOWN or row.resends > 0
    return lost and row.sending_at is not None and row.sending_at > now - UNKNOWN_HOLD


class Changes(Shelf):
    """Changes in place, by the message they change."""

    async def overlap(self, batch: Sequence[Delivery], now: datetime) -> Overlap:
        """Return which of these changes are overtaken, and which may yet be by a late arrival."""
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
        newest: dict[tuple[int | None, str | None], int] = {}
        doubt: dict[tuple[int | None, str | None], int] = {}
        for row in await self._all(query.order_by(delivery.c.id)):
            of = row.person_id, row.message_id
            newest[of] = row.id
            if _may_arrive_yet(row, now):
                doubt.setdefault(of, row.id)
        by_message = {held.id: (held.person_id, held.message_id) for held in batch}
        return Overlap(
            frozenset(n for n, of in by_message.items() if newest.get(of, n) > n),
            frozenset(n for n, of in by_message.items() if of in doubt and doubt[of] <= n),
        )

    async def asked_anew(self, batch: Sequence[Delivery]) -> frozenset[int]:
        """Return the questions for which a newer one of the same dialogue was put since.

        It waits in the chat. Only before the repetition of a lost one may it have gone already.
        """
        waits = sa.and_(
            _newer.c.chat_key == delivery.c.chat_key,
            _newer.c.registration_id.is_(None),  # as the index over a chat has it
            _newer.c.state.in_(literal(*HOLDING)),
        )
        found = await self._asked_after(batch, waits)
        repeated = [held for held in batch if held.resends > 0]
        if repeated:
            went = sa.and_(
                _newer.c.person_id == delivery.c.person_id,
                _newer.c.registration_id.is_(None),  # as the index over a person has it
                _newer.c.state.in_([State.SENT.value, State.UNKNOWN.value]),
            )
            found |= await self._asked_after(repeated, went)
        return found

    async def _asked_after(self, batch: Sequence[Delivery], where: Any) -> frozenset[int]:
        """Return the questions for which there is a newer one of the same dialogue here."""
        query = (
            sa.select(delivery.c.id, delivery.c.dedupe_key, _newer.c.dedupe_key.label("newer"))
            .select_from(delivery)
            .join(
                _newer,
                sa.and_(_newer.c.network == delivery.c.network, _newer.c.id > delivery.c.id, where),
            )
            .where(
                sa.func.coalesce(delivery.c.network, "") == self._network,
                delivery.c.id.in_([held.id for held in batch]),
            )
        )
        pairs = [
            (row.id, asked_in(row.dedupe_key), asked_in(row.newer))
            for row in await self._all(query)
        ]
        return frozenset(number for number, mine, other in pairs if mine and mine == other)
