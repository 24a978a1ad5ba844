"""Taking back what goes to many: as long as nobody got it, and then nobody does."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Protocol

from domain.announce_audience import ON_ITS_WAY, Broadcast, BroadcastState
from domain.delivery import TO_MANY, Kind, State

#: So long what is sent at once waits, and can be taken back as a whole.
WINDOW = timedelta(seconds=60)
#: From more people than so many it is asked a second time.
MANY = 200


class Plans(Protocol):
    """The messages to many; `hold` keeps those that still wait, and returns how many do."""

    async def hold(self, broadcast_id: int) -> int: ...
    async def cancel(
        self, reason: str, kinds: Collection[Kind], now: datetime, **of: int
    ) -> int: ...


class Broadcasts(Protocol):
    """What goes to many; `recall` is False for one that is in none of these states."""

    async def recall(self, broadcast_id: int, among: Collection[BroadcastState]) -> bool: ...


class Desk(Protocol):
    """Everything that taking back touches, in one transaction."""

    @property
    def plans(self) -> Plans: ...
    @property
    def broadcasts(self) -> Broadcasts: ...


async def take_back(desk: Desk, of: Broadcast, now: datetime) -> bool:
    """Take back what nobody got yet; False if it is too late: then all get it.

    The rows are held while it is looked whether all still wait, so none leaves meanwhile. What
    was taken back went to nobody, so it counts for nothing.
    """
    if of.state is BroadcastState.RUNNING and await desk.plans.hold(of.id) < of.total:
        return False
    if not await desk.broadcasts.recall(of.id, ON_ITS_WAY):
        return False
    await desk.plans.cancel("stopped", TO_MANY, now, broadcast_id=of.id)
    return True


def unsent(states: Mapping[State, int]) -> bool:
    """Return whether all of it still waits."""
    return set(states) <= {State.SCHEDULED}
