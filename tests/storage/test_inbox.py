"""The inbox in a real database: each update once, in order, given up in the end."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from domain.arrival import MOST_ATTEMPTS, next_try
from domain.channel import TELEGRAM, in_chat
from storage.database import Database
from storage.inbox import AlreadyDone, Arrived
from storage.tables import inbox_update

LEASE = timedelta(minutes=2)


def arrived(number: int, number_of_chat: int = 7) -> Arrived:
    return Arrived(
        str(number), in_chat(number_of_chat), {"update_id": number, "message": {"text": "Grüße 🌱"}}
    )


async def test_an_update_is_kept_once_and_done_once(database: Database, now: datetime) -> None:
    async with database.transaction() as store:
        first = await store.inbox.put([arrived(1), arrived(2, 8)], now)
        second = await store.inbox.put([arrived(2, 8), arrived(1)], now)
        claimed = await store.inbox.claim(now, "me", 5, LEASE)
        await store.inbox.done(claimed[0])

    assert (first, second) == (2, 0)
    assert [update.reference for update in claimed] == ["1", "2"]
    assert claimed[0].payload["message"]["text"] == "Grüße 🌱"

    with pytest.raises(AlreadyDone):
        async with database.transaction() as store:
            await store.inbox.done(claimed[0])


async def test_done_updates_keep_no_content(database: Database, now: datetime) -> None:
    async with database.transaction() as store:
        await store.inbox.put([arrived(1)], now)
        [update] = await store.inbox.claim(now, "me", 5, LEASE)
        await store.inbox.done(update)
    async with database.engine.connect() as connection:
        row = (await connection.execute(sa.select(inbox_update))).one()

    assert (row.state, row.payload) == ("done", None)


async def test_a_chat_that_is_being_served_waits(database: Database, now: datetime) -> None:
    async with database.transaction() as store:
        await store.inbox.put([arrived(1, 7), arrived(2, 8)], now)
        [first] = await store.inbox.claim(now, "me", 1, LEASE)
        await store.inbox.put([arrived(3, 7)], now)
        others = await store.inbox.claim(now, "me", 5, LEASE, [first.chat])

    assert [update.reference for update in others] == ["2"]


async def test_a_dead_workers_update_is_handled_by_another(
    database: Database, now: datetime
) -> None:
    async with database.transaction() as store:
        await store.inbox.put([arrived(1)], now)
        await store.inbox.claim(now, "dies", 5, LEASE)
        soon = await store.inbox.claim(now + timedelta(seconds=1), "me", 5, LEASE)
        later = await store.inbox.claim(now + LEASE, "me", 5, LEASE)

    assert soon == []
    assert [update.reference for update in later] == ["1"]


async def test_poison_is_given_up_and_the_others_go_on(database: Database, now: datetime) -> None:
    at = now
    dead: list[bool] = []
    async with database.transaction() as store:
        await store.inbox.put([arrived(1)], now)
    while not any(dead):
        async with database.transaction() as store:
            [update] = await store.inbox.claim(at, "me", 5, LEASE)
            again_at = next_try(update.attempts, at)
            dead.append(await store.inbox.fail(update, "ValueError", again_at) and not again_at)
        at += timedelta(minutes=5)
    async with database.transaction() as store:
        counted = await store.inbox.count("dead")
        left = await store.inbox.claim(at, "me", 5, LEASE)

    assert len(dead) == MOST_ATTEMPTS
    assert counted == 1
    assert left == []


async def test_who_slept_over_the_lease_cannot_finish(database: Database, now: datetime) -> None:
    async with database.transaction() as store:
        await store.inbox.put([arrived(1)], now)
        [mine] = await store.inbox.claim(now, "frozen", 5, LEASE)
        [yours] = await store.inbox.claim(now + LEASE, "me", 5, LEASE)

    with pytest.raises(AlreadyDone):
        async with database.transaction() as store:
            await store.inbox.done(mine)

    async with database.transaction() as store:
        await store.inbox.fail(mine, "ValueError", next_try(1, now + LEASE))
        await store.inbox.release([mine])
        await store.inbox.done(yours)

        assert await store.inbox.count("done") == 1


async def test_one_chat_is_served_by_one_worker_in_order(database: Database, now: datetime) -> None:
    async with database.transaction() as store:
        await store.inbox.put([arrived(1), arrived(2), arrived(3, 8)], now)
        mine = await store.inbox.claim(now, "me", 5, LEASE)
        yours = await store.inbox.claim(now, "you", 5, LEASE)
        await store.inbox.done(mine[0])
        late = await store.inbox.claim(now, "you", 5, LEASE)

    assert [update.reference for update in mine] == ["1", "3"]
    assert yours == []
    assert [update.reference for update in late] == ["2"]


async def test_who_is_taken_in_first_goes_first_whatever_its_channel_calls_it(
    database: Database, now: datetime
) -> None:
    other = replace(TELEGRAM, name="other")
    async with database.transaction() as store:
        await store.inbox.put([arrived(9), arrived(1, 8)], now)
        again = await store.inbox.put([arrived(9), replace(arrived(9, 5), channel=other)], now)
        claimed = await store.inbox.claim(now, "me", 5, LEASE)

    assert again == 1  # the same name on another channel is another update
    assert [update.reference for update in claimed] == ["9", "1", "9"]


async def test_an_earlier_one_that_comes_late_waits_too(database: Database, now: datetime) -> None:
    async with database.transaction() as store:
        await store.inbox.put([arrived(5)], now)
        await store.inbox.claim(now, "me", 5, LEASE)
        await store.inbox.put([arrived(4)], now)

        assert await store.inbox.claim(now, "you", 5, LEASE) == []


async def test_what_failed_lets_the_next_of_its_chat_pass(
    database: Database, now: datetime
) -> None:
    async with database.transaction() as store:
        await store.inbox.put([arrived(1), arrived(2)], now)
        [poison] = await store.inbox.claim(now, "me", 5, LEASE)
        await store.inbox.fail(poison, "ValueError", next_try(1, now))
        passed = await store.inbox.claim(now, "me", 5, LEASE)

    assert [update.reference for update in passed] == ["2"]


async def test_what_a_dead_worker_held_goes_first_whatever_clock_took_it_in(
    database: Database, now: datetime
) -> None:
    async with database.transaction() as store:
        await store.inbox.put([arrived(1)], now + timedelta(minutes=4))
        await store.inbox.put([arrived(2)], now)
        [held] = await store.inbox.claim(now, "dies", 1, LEASE)
        meanwhile = await store.inbox.claim(now, "me", 5, LEASE)
        [first] = await store.inbox.claim(now + LEASE, "me", 5, LEASE)

    assert meanwhile == []
    assert (held.reference, first.reference) == ("1", "1")


async def test_what_is_tried_again_is_in_hand_whatever_clock_took_it_up(
    database: Database, now: datetime
) -> None:
    ahead = now + timedelta(minutes=4)
    async with database.transaction() as store:
        await store.inbox.put([arrived(1), arrived(2)], now)
        [failed] = await store.inbox.claim(now, "me", 5, LEASE)
        await store.inbox.fail(failed, "ValueError", ahead)
        [again] = await store.inbox.claim(ahead, "me", 1, LEASE)
        meanwhile = await store.inbox.claim(now, "you", 5, LEASE)

    assert again.reference == "1"
    assert meanwhile == []


async def test_what_workers_die_of_is_given_up(database: Database, now: datetime) -> None:
    at, taken = now, 0
    async with database.transaction() as store:
        await store.inbox.put([arrived(1)], now)
    for _ in range(MOST_ATTEMPTS + 2):
        async with database.transaction() as store:
            taken += len(await store.inbox.claim(at, "dies", 5, LEASE))
            at += LEASE
            await store.inbox.bury(at)
    async with database.transaction() as store:
        assert await store.inbox.count("dead") == 1

    assert taken == MOST_ATTEMPTS


async def test_what_only_the_database_failed_is_not_counted(
    database: Database, now: datetime
) -> None:
    async with database.transaction() as store:
        await store.inbox.put([arrived(1)], now)
        for _ in range(MOST_ATTEMPTS * 2):
            [update] = await store.inbox.claim(now, "me", 5, LEASE)
            await store.inbox.release([update])

    assert update.attempts == 1
