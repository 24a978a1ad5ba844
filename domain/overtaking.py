"""Which messages a newer one has overtaken before they went out: only the newest may be seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.delivery import UNKNOWN_HOLD, Delivery, asked_in


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A change of a message in somebody's chat that was made, may have been, or will be.

    `lost_at` is the moment of an attempt whose answer was lost, None if there was none.
    """

    id: int
    person_id: int | None
    message_id: str | None
    lost_at: datetime | None = None

    def may_arrive_yet(self, now: datetime) -> bool:
        """Return whether it was lost so lately that it may come after what follows it."""
        return self.lost_at is not None and self.lost_at > now - UNKNOWN_HOLD


@dataclass(frozen=True, slots=True)
class Overlap:
    """Which of some changes have a newer one, and which follow an attempt that was lost lately."""

    superseded: frozenset[int] = frozenset()
    after_doubt: frozenset[int] = frozenset()


class Changes(Protocol):
    """What of the outbox stands beside some messages of it.

    `beside` returns all changes of the same messages that are due, in order. The others return,
    for each message, its key and that of a newer one in the same chat: one that `waits` there, or
    one that `went`.
    """

    async def beside(self, batch: Sequence[Delivery], now: datetime) -> Sequence[Rewriting]: ...
    async def waits(self, batch: Sequence[Delivery]) -> Sequence[tuple[int, str, str]]: ...
    async def went(self, batch: Sequence[Delivery]) -> Sequence[tuple[int, str, str]]: ...


async def overlap(changes: Changes, batch: Sequence[Delivery], now: datetime) -> Overlap:
    """Return which of these changes are overtaken, and which may yet be by a late arrival."""
    newest: dict[tuple[int | None, str | None], int] = {}
    doubt: dict[tuple[int | None, str | None], int] = {}
    for each in await changes.beside(batch, now):
        of = each.person_id, each.message_id
        newest[of] = each.id
        if each.may_arrive_yet(now):
            doubt.setdefault(of, each.id)
    by_message = {held.id: (held.person_id, held.message_id) for held in batch}
    return Overlap(
        frozenset(n for n, of in by_message.items() if newest.get(of, n) > n),
        frozenset(n for n, of in by_message.items() if of in doubt and doubt[of] <= n),
    )


async def asked_anew(changes: Changes, batch: Sequence[Delivery]) -> frozenset[int]:
    """Return the questions for which a newer one of the same dialogue was put since.

    It waits in the chat. Only before the repetition of a lost one may it have gone already.
    """
    found = _same_dialogue(await changes.waits(batch))
    repeated = [held for held in batch if held.resends > 0]
    return found | _same_dialogue(await changes.went(repeated)) if repeated else found


def _same_dialogue(pairs: Iterable[tuple[int, str, str]]) -> frozenset[int]:
    asked = [(number, asked_in(mine), asked_in(newer)) for number, mine, newer in pairs]
    return frozenset(number for number, mine, newer in asked if mine and mine == newer)
