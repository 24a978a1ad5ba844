"""Presses as evidence: whose button was pressed has arrived, whatever became of the answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime

from domain.channel import Address
from domain.deliveries import believe
from storage.database import Database

#: So many presses wait at most, and so many of one chat: nobody crowds out the others.
MOST, MOST_OF_A_CHAT = 10_000, 20
#: So many are looked at in one transaction.
AT_ONCE = 200


class Evidence:
    """Deliveries whose buttons were pressed, until it is settled what that proves.

    A number that no delivery of this chat has proves nothing and is forgotten.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._pressed: dict[int, Address] = {}
        self._of_chat: Counter[Address] = Counter()

    def note(self, delivery_id: int, address: Address) -> None:
        """Note that somebody pressed a button of a delivery; what is too much is not noted."""
        full = len(self._pressed) >= MOST or self._of_chat[address] >= MOST_OF_A_CHAT
        if not full and delivery_id not in self._pressed:
            self._pressed[delivery_id] = address
            self._of_chat[address] += 1

    def __len__(self) -> int:
        return len(self._pressed)

    async def settle(self) -> None:
        """Settle the deliveries that are unknown; those still under way are looked at again."""
        waiting = list(self._pressed.items())
        for first in range(0, len(waiting), AT_ONCE):
            part = dict(waiting[first : first + AT_ONCE])
            under_way = await self._settled(part)
            for number in part.keys() - under_way:
                self._forget(number)

    async def _settled(self, pressed: Mapping[int, Address]) -> set[int]:
        """Return which of them are still being sent; their answer may get lost yet."""
        async with self._database.transaction() as store:
            return await believe(store, pressed, self._now())

    def _forget(self, number: int) -> None:
        address = self._pressed.pop(number)
        self._of_chat[address] -= 1
        if not self._of_chat[address]:
            del self._of_chat[address]
