"""What nobody knows of messages: when a host hears of it, and what somebody's decision changes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from domain.channel import Address, in_chat
from domain.deliveries import (
    Doubts,
    Proven,
    ToldHost,
    Way,
    believe,
    line_is_back,
    recover,
    send_again,
    settle,
    worth_telling,
)
from domain.delivery import State

NOW = datetime(2027, 3, 2, 9, tzinfo=UTC)


@dataclass
class Desk:
    """The outbox; what is done is kept in its order."""

    proof: Proven = field(default_factory=lambda: Proven(set(), set()))
    done: list[tuple[object, ...]] = field(default_factory=list)

    @property
    def deliveries(self) -> Desk:
        return self

    @property
    def broadcasts(self) -> Desk:
        return self

    @property
    def outcomes(self) -> Desk:
        return self

    async def leave(self, delivery_ids: Collection[int], now: datetime) -> int:
        raise AssertionError("who decides does not leave them")

    async def reopen(self, delivery_ids: Collection[int]) -> int:
        self.done.append(("reopen", *delivery_ids))
        return 1

    async def resend(self, delivery_id: int, now: datetime) -> bool:
        self.done.append(("resend", delivery_id, now))
        return delivery_id != 2

    async def settle_by_hand(
        self, delivery_id: int, now: datetime, state: State = State.SENT
    ) -> bool:
        self.done.append(("settle", delivery_id, now, state))
        return delivery_id != 2

    async def proven(self, pressed: Mapping[int, Address]) -> Proven:
        assert pressed == {1: in_chat(7)}
        return self.proof

    async def settle_pressed(self, delivery_ids: Collection[int], now: datetime) -> None:
        self.done.append(("pressed", *delivery_ids, now))

    async def give_up_dead(self, now: datetime, *, alone: bool) -> None:
        self.done.append(("give up", now, alone))

    async def free_dead(self, now: datetime, *, alone: bool) -> int:
        self.done.append(("free", now, alone))
        return 3

    async def lose_dead(self, now: datetime, holds: Mapping[Way, datetime], *, alone: bool) -> int:
        self.done.append(("lose", now, holds, alone))
        return 4

    async def line_is_back(self, now: datetime, latest: datetime) -> int:
        self.done.append(("line", now, latest))
        return 5


def test_a_host_hears_of_new_doubts_once_an_hour() -> None:
    hour_ago = ToldHost(NOW - timedelta(hours=1), newest=9, total=2)
    lately = ToldHost(NOW - timedelta(minutes=59), newest=9, total=2)

    assert worth_telling(Doubts(1, 1, 9), None, NOW)
    assert not worth_telling(Doubts(1, 1, 9), hour_ago, NOW)
    assert worth_telling(Doubts(1, 1, 10), hour_ago, NOW)
    assert worth_telling(Doubts(1, 2, 9), hour_ago, NOW)
    assert not worth_telling(Doubts(2, 2, 10), lately, NOW)


async def test_what_is_counted_is_counted_anew_before_anything_goes_again() -> None:
    desk = Desk()

    assert await send_again(desk, [1, 2, 3], NOW) == 2
    sent = [("resend", number, NOW) for number in (1, 2, 3)]
    assert desk.done == [("reopen", 1, 2, 3), *sent]


async def test_who_found_out_ends_it() -> None:
    desk = Desk()

    assert await settle(desk, 1, State.FAILED, NOW) is True
    assert await settle(desk, 2, State.SENT, NOW) is False
    assert desk.done == [
        ("reopen", 1),
        ("settle", 1, NOW, State.FAILED),
        ("reopen", 2),
        ("settle", 2, NOW, State.SENT),
    ]


async def test_a_pressed_button_proves_that_it_arrived() -> None:
    unknown, sending = Desk(Proven({1}, {2})), Desk(Proven(set(), {2}))

    assert await believe(unknown, {1: in_chat(7)}, NOW) == {2}
    assert unknown.done == [("reopen", 1), ("pressed", 1, NOW)]
    assert await believe(sending, {1: in_chat(7)}, NOW) == {2}
    assert sending.done == []


async def test_what_a_dead_owner_held_is_given_up_freed_or_lost_in_this_order() -> None:
    holds = {
        ("telegram", True): NOW + timedelta(seconds=3),
        ("telegram", False): NOW + timedelta(seconds=90),
    }
    for alone in (False, True):
        desk = Desk()
        found = await (recover(desk, NOW, alone=True) if alone else recover(desk, NOW))

        assert found == (3, 4)
        assert desk.done == [
            ("give up", NOW, alone),
            ("free", NOW, alone),
            ("lose", NOW, holds, alone),
        ]


async def test_what_waits_for_the_line_is_due_when_it_is_back() -> None:
    desk = Desk()

    assert await line_is_back(desk, NOW) == 5
    assert desk.done == [("line", NOW, NOW + timedelta(minutes=10))]
