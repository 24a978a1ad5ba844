"""What coordinators may see and decide about messages that did not arrive."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.delivery import State


def may_name(headcounts: Mapping[tuple[str, str], int], place: tuple[str, str], least: int) -> bool:
    """Return whether naming an institution says nothing about one of its people.

    It has to have at least `least` members here.
    """
    return headcounts.get(place, 0) >= least


@dataclass(frozen=True, slots=True)
class Proven:
    """Deliveries that did arrive: nobody knew it, or their answer may get lost yet."""

    unknown: set[int]
    under_way: set[int]


class Deliveries(Protocol):
    """The outbox; what is decided already changes no more.

    `proven` takes the chats of who pressed a button, by the delivery it came with.
    """

    async def resend(self, delivery_id: int, now: datetime) -> bool: ...
    async def settle_by_hand(
        self, delivery_id: int, now: datetime, state: State = State.SENT
    ) -> bool: ...
    async def proven(self, pressed: Mapping[int, int]) -> Proven: ...
    async def settle_pressed(self, delivery_ids: Collection[int], now: datetime) -> None: ...


class Broadcasts(Protocol):
    """The announcements; what they report is counted anew before their messages change."""

    async def reopen(self, delivery_ids: Collection[int]) -> int: ...


class Outcomes(Protocol):
    """What coordinators see of the outbox."""

    async def leave(self, delivery_ids: Collection[int], now: datetime) -> int: ...


class Desk(Protocol):
    """Everything that a decision about messages touches, in one transaction."""

    @property
    def deliveries(self) -> Deliveries: ...
    @property
    def broadcasts(self) -> Broadcasts: ...
    @property
    def outcomes(self) -> Outcomes: ...


async def send_again(desk: Desk, delivery_ids: Collection[int], now: datetime) -> int:
    """Send unknown messages once more, because somebody decided so; return how many go out."""
    await desk.broadcasts.reopen(delivery_ids)
    return sum([await desk.deliveries.resend(number, now) for number in delivery_ids])


async def settle(desk: Desk, delivery_id: int, state: State, now: datetime) -> bool:
    """End an unknown message, because somebody found out; False if it is not unknown."""
    await desk.broadcasts.reopen([delivery_id])
    return await desk.deliveries.settle_by_hand(delivery_id, now, state)


async def believe(desk: Desk, pressed: Mapping[int, int], now: datetime) -> set[int]:
    """Settle unknown messages whose buttons were pressed in their chat: they did arrive.

    Return those that are still being sent: their answer may get lost yet.
    """
    proven = await desk.deliveries.proven(pressed)
    if proven.unknown:
        await desk.broadcasts.reopen(proven.unknown)
        await desk.deliveries.settle_pressed(proven.unknown, now)
    return proven.under_way
