"""The line before a lock: in the order of arrival, and nobody waits for ever."""

from __future__ import annotations

import asyncio

import pytest

from storage import turns
from storage.turns import Line, PlaceInLine


async def locked(turn: PlaceInLine, delay: float, order: list[int], n: int) -> None:
    """Take the lock after a while, or none at all."""
    await asyncio.sleep(delay)
    if n >= 0:
        await turn.comes()
        order.append(n)
    turn.passes()


async def test_the_lock_goes_in_the_order_of_arrival() -> None:
    line, order = Line(), list[int]()
    delays = [0.03, 0.0, 0.02, 0.0, 0.01]
    places = [line.join() for _ in delays]
    await asyncio.gather(*(locked(turn, delays[n], order, n) for n, turn in enumerate(places)))

    assert order == [0, 1, 2, 3, 4]


async def test_who_needs_no_lock_holds_up_nobody() -> None:
    line, order = Line(), list[int]()
    places = [line.join() for _ in range(4)]
    wishes = [-1, 1, -1, 3]
    await asyncio.gather(
        *(locked(turn, 0.0, order, n) for n, turn in zip(wishes, places, strict=True))
    )

    assert order == [1, 3]


async def test_who_never_comes_holds_up_the_others_only_so_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.02)
    line, order = Line(), list[int]()
    line.join()  # stuck
    await locked(line.join(), 0.0, order, 1)

    assert order == [1]


async def test_passing_twice_is_harmless() -> None:
    line = Line()
    first, second = line.join(), line.join()
    first.passes()
    first.passes()
    await asyncio.wait_for(second.comes(), 1)
    second.passes()
    await asyncio.wait_for(line.join().comes(), 1)
