"""What a wrong clock wrote is brought back; what has its own time stays."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from domain.arrival import next_try, retry_after
from domain.channel import in_chat
from domain.delivery import UNKNOWN_HOLD, Kind, Letter, Lost, NotSent, verdict
from domain.message import Message
from domain.moments import ANSWERS, NOTICES
from storage.database import Database
from storage.inbox import Arrived
from storage.store import Store
from storage.tables import delivery, inbox_update

LEASE = timedelta(seconds=90)
AHEAD = timedelta(minutes=4)


def letter(key: str, kind: Kind, due_at: datetime, chat: int = 1) -> Letter:
    return Letter(key, kind, due_at, address=in_chat(chat), message=Message("Grüße 🌱"))


async def moments(store: Store) -> dict[str, tuple[datetime, datetime]]:
    """Return when each message is due, and when it is looked at."""
    columns = (delivery.c.dedupe_key, delivery.c.due_at, delivery.c.next_at)
    found = await store.deliveries._all(sa.select(*columns))
    return {row.dedupe_key: (row.due_at, row.next_at) for row in found}


async def test_only_what_has_no_time_of_its_own_is_brought_back(
    database: Database, now: datetime
) -> None:
    wrong, morning = now + AHEAD, now + timedelta(hours=9)
    async with database.transaction() as store:
        await store.deliveries.put(
            letter("answer", Kind.ANSWER, wrong),
            letter("before", Kind.ANSWER, now - AHEAD, chat=2),
            letter("news", Kind.MOVED, wrong),
            letter("reminder", Kind.REMINDER, wrong),
        )
        brought = await store.moments.due(ANSWERS, now), await store.moments.due(NOTICES, now)
        found = await moments(store)

    assert brought == (1, 1)
    assert found["answer"] == found["news"] == (now, now)
    assert found["before"] == (now - AHEAD, now - AHEAD)
    assert found["reminder"] == (wrong, wrong)

    async with database.transaction() as store:
        await store.deliveries.put(letter("quiet", Kind.MOVED, morning))

        assert await store.moments.due(NOTICES, morning) == 0


async def test_what_a_wrong_clock_wrote_keeps_its_place_in_the_chat(
    database: Database, now: datetime
) -> None:
    """Before it is brought back, the right clock may have written an answer already."""
    seconds = [timedelta(seconds=n) for n in range(2)]
    async with database.transaction() as store:
        for key, due_at in (
            ("first", now + AHEAD),
            ("second", now + AHEAD + seconds[1]),
            ("third", now - seconds[1]),
        ):
            await store.deliveries.put(letter(key, Kind.ANSWER, due_at))
        await store.moments.due(ANSWERS, now)
        ids = [one.id for one in await store.deliveries.claim(now, "a", 1, LEASE)]
        found = await moments(store)

    assert ids == [1]
    assert found["first"][0] == found["second"][0] == found["third"][0]


@pytest.mark.parametrize("outcome", [NotSent("refused"), NotSent("slow", timedelta(minutes=3))])
async def test_what_was_refused_by_a_wrong_clock_is_tried_again(
    database: Database, now: datetime, outcome: NotSent
) -> None:
    wrong = now + AHEAD
    async with database.transaction() as store:
        await store.deliveries.put(letter("a", Kind.REMINDER, now))
        await store.deliveries.put(letter("later", Kind.REMINDER, now + timedelta(hours=1)))
        [held] = await store.deliveries.claim(now, "me", 1, LEASE)
        await store.deliveries.begin_sending([held], now, LEASE)
        await store.deliveries.settle(held, verdict(held, outcome, wrong, 0.5), wrong)
        retried = await store.moments.retries(now)
        found = await moments(store)

    assert retried == 1
    assert found["a"] == (now, now)
    assert found["later"] == (now + timedelta(hours=1), now + timedelta(hours=1))


async def test_what_is_unknown_is_held_no_longer_than_from_now(
    database: Database, now: datetime
) -> None:
    wrong, end = now + AHEAD, now + UNKNOWN_HOLD
    async with database.transaction() as store:
        await store.deliveries.put(letter("a", Kind.REMINDER, now))
        [held] = await store.deliveries.claim(now, "me", 1, LEASE)
        await store.deliveries.begin_sending([held], now, LEASE)
        await store.deliveries.settle(held, verdict(held, Lost("reset"), wrong, 0.5), wrong)
        shortened = await store.moments.holds(end), await store.moments.holds(end)
        found = await moments(store)

    assert shortened == (1, 0)
    assert found["a"] == (now, now + UNKNOWN_HOLD)


async def test_an_update_that_failed_waits_as_long_as_by_a_right_clock(
    database: Database, now: datetime
) -> None:
    async with database.transaction() as store:
        await store.inbox.put([Arrived(str(n), in_chat(n), {"update_id": n}) for n in (1, 2)], now)
        [one, two] = await store.inbox.claim(now, "me", 2, LEASE)
        await store.inbox.fail(one, "ValueError", next_try(1, now + AHEAD))
        await store.inbox.fail(two, "ValueError", next_try(1, now))
        changed = await store.moments.updates({1: now + retry_after(1)})
        rows = await store.inbox._all(sa.select(inbox_update.c.next_at))

    assert changed == 1
    assert {row.next_at for row in rows} == {now + timedelta(seconds=2)}


async def test_an_update_that_nobody_tried_waits_for_no_clock(
    database: Database, now: datetime
) -> None:
    async with database.transaction() as store:
        await store.inbox.put([Arrived("1", in_chat(7), {"update_id": 1})], now + AHEAD)
        await store.inbox.put([Arrived("2", in_chat(7), {"update_id": 2})], now)
        [first] = await store.inbox.claim(now, "me", 5, LEASE)

    assert first.reference == "1"
