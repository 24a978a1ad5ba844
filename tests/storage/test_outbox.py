"""The outbox in a real database: one owner a row, no way back from the end, no second copy."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from domain.channel import in_chat
from domain.deliveries import MOST_CRASHES, recover
from domain.delivery import MOST_REPEATS, Kind, Letter, NotSent, Priority, Sent, State, verdict
from domain.message import Message
from domain.person import Newcomer, Person, Place
from domain.vocabulary import Role, Sector
from storage.database import Database
from storage.tables import delivery, delivery_attempt

LEASE = timedelta(seconds=90)


@pytest.fixture
async def anna(database: Database, now: datetime) -> Person:
    async with database.transaction() as store:
        place = Place("rkn-kaarst", Sector.YOUTH_OFFICE)
        return await store.persons.add(Newcomer(in_chat(101), Role.SPECIALIST, place), now.date())


def letter(key: str, person: Person, due_at: datetime, **more: object) -> Letter:
    return Letter(
        key=key,
        kind=more.pop("kind", Kind.ANSWER),  # type: ignore[arg-type]  # a Kind where given
        due_at=due_at,
        person_id=person.id,
        message=Message("Grüße <b>&amp;</b> 🌱"),
        **more,  # type: ignore[arg-type]  # fields of a letter
    )


async def test_the_same_key_is_kept_once(database: Database, anna: Person, now: datetime) -> None:
    async with database.transaction() as store:
        first = await store.deliveries.put(letter("a", anna, now), letter("b", anna, now))
        second = await store.deliveries.put(letter("a", anna, now))

    assert (first, second) == (2, 0)


async def test_the_most_urgent_goes_first(database: Database, anna: Person, now: datetime) -> None:
    early = letter("soon", anna, now - timedelta(hours=1), priority=Priority.NOTICE)
    async with database.transaction() as store:
        await store.deliveries.put(
            letter("late", anna, now, priority=Priority.ANNOUNCEMENT),
            replace(
                early, person_id=None, address=in_chat(102)
            ),  # of one chat only one is on its way
            letter("tap", anna, now, priority=Priority.ANSWER),
            letter("future", anna, now + timedelta(seconds=1), priority=Priority.ANSWER),
        )
        claimed = await store.deliveries.claim(now, "me", 2, LEASE)

    assert [held.priority for held in claimed] == [Priority.ANSWER, Priority.NOTICE]
    assert claimed[0].address == "101"
    assert claimed[0].message == Message("Grüße <b>&amp;</b> 🌱")


async def test_a_row_has_one_owner(database: Database, anna: Person, now: datetime) -> None:
    async with database.transaction() as store:
        await store.deliveries.put(letter("a", anna, now))
        [mine] = await store.deliveries.claim(now, "me", 5, LEASE)
        nothing = await store.deliveries.claim(now, "you", 5, LEASE)
    later = now + LEASE + timedelta(seconds=1)
    async with database.transaction() as store:
        recovered = await recover(store.deliveries, later)
        [yours] = await store.deliveries.claim(later, "you", 5, LEASE)
        frozen = await store.deliveries.begin_sending([mine], later, LEASE)
        awake = await store.deliveries.begin_sending([yours], later, LEASE)

    assert nothing == []
    assert recovered == (1, 0)
    assert not frozen
    assert awake


async def test_who_slept_over_the_lease_may_not_send(
    database: Database, anna: Person, now: datetime
) -> None:
    async with database.transaction() as store:
        await store.deliveries.put(letter("a", anna, now))
        [mine] = await store.deliveries.claim(now, "me", 5, LEASE)

        assert not await store.deliveries.begin_sending([mine], now + LEASE, LEASE)


async def test_a_lost_answer_becomes_unknown_and_goes_once_more_only(
    database: Database, anna: Person, now: datetime
) -> None:
    async with database.transaction() as store:
        await store.deliveries.put(letter("a", anna, now))
    at, resent = now, []
    for _ in range(3):
        async with database.transaction() as store:
            for held in await store.deliveries.claim(at, "dies", 5, LEASE):
                await store.deliveries.begin_sending([held], at, LEASE)
        at += timedelta(minutes=5)
        async with database.transaction() as store:
            await recover(store.deliveries, at)
        at += timedelta(minutes=5)
        async with database.transaction() as store:
            resent.append(await store.deliveries.resend_unknown(at))
            states = await store.deliveries.states()

    assert resent == [1, 0, 0]
    assert states == {State.UNKNOWN: 1}


async def test_announcements_are_held(database: Database, anna: Person, now: datetime) -> None:
    async with database.transaction() as store:
        await store.deliveries.put(letter("a", anna, now, kind=Kind.ANNOUNCEMENT))
        [held] = await store.deliveries.claim(now, "dies", 5, LEASE)
        await store.deliveries.begin_sending([held], now, LEASE)
        await recover(store.deliveries, now + LEASE)
        later = now + timedelta(hours=1)

        assert await store.deliveries.resend_unknown(later) == 0


async def test_late_knowledge_settles_what_recovery_called_unknown(
    database: Database, anna: Person, now: datetime
) -> None:
    async with database.transaction() as store:
        await store.deliveries.put(letter("a", anna, now))
        [held] = await store.deliveries.claim(now, "slow", 5, LEASE)
        await store.deliveries.begin_sending([held], now, LEASE)
        await recover(store.deliveries, now + LEASE)
        settled = await store.deliveries.settle(held, verdict(held, Sent("7"), now, 0.5), now)
        found = await store.deliveries.get(held.id)

    assert settled
    assert found is not None
    assert (found.state, found.message_id, found.message, found.address) == (
        State.SENT,
        "7",
        None,
        "101",
    )


async def test_a_row_whose_workers_always_die_is_given_up(
    database: Database, anna: Person, now: datetime
) -> None:
    async with database.transaction() as store:
        await store.deliveries.put(letter("poison", anna, now))
    at = now
    for _ in range(MOST_CRASHES + 2):
        async with database.transaction() as store:
            await store.deliveries.claim(at, "dies", 5, LEASE)
            at += LEASE
            await recover(store.deliveries, at)
    async with database.reading() as store:
        states = await store.deliveries.states()

    assert states == {State.FAILED: 1}


async def test_the_database_itself_refuses_a_way_back(
    database: Database, anna: Person, now: datetime
) -> None:
    async with database.transaction() as store:
        await store.deliveries.put(letter("a", anna, now))
        [held] = await store.deliveries.claim(now, "me", 5, LEASE)
        await store.deliveries.begin_sending([held], now, LEASE)
        await store.deliveries.settle(held, verdict(held, Sent("7"), now, 0.5), now)
    again = sa.update(delivery).where(delivery.c.id == held.id).values(state=State.SCHEDULED)

    with pytest.raises(sa.exc.DBAPIError, match="this state may not follow"):
        async with database.engine.begin() as connection:
            await connection.execute(again)


async def test_what_is_settled_is_forgotten_but_its_state(
    database: Database, anna: Person, now: datetime
) -> None:
    async with database.transaction() as store:
        await store.deliveries.put(letter("a", anna, now))
        [held] = await store.deliveries.claim(now, "me", 5, LEASE)
        await store.deliveries.begin_sending([held], now, LEASE)
        await store.deliveries.settle(held, verdict(held, Sent("7"), now, 0.5), now)
    async with database.engine.connect() as connection:
        row = (await connection.execute(sa.select(delivery))).one()

    assert (row.payload, row.chat_id, row.chat_key) == (None, None, None)


async def test_what_was_never_sent_in_time_expires(
    database: Database, anna: Person, now: datetime
) -> None:
    async with database.transaction() as store:
        await store.deliveries.put(letter("a", anna, now, expires_at=now + timedelta(hours=1)))
        early = await store.deliveries.expire(now + timedelta(minutes=59))
        late = await store.deliveries.expire(now + timedelta(hours=1))

    assert early == []
    assert [ended.state for ended in late] == [State.EXPIRED]


async def test_a_refused_connection_is_tried_again_later(
    database: Database, anna: Person, now: datetime
) -> None:
    async with database.transaction() as store:
        await store.deliveries.put(letter("a", anna, now))
        [held] = await store.deliveries.claim(now, "me", 5, LEASE)
        await store.deliveries.begin_sending([held], now, LEASE)
        await store.deliveries.settle(held, verdict(held, NotSent("refused"), now, 0.5), now)
        too_early = await store.deliveries.claim(now + timedelta(seconds=1), "me", 5, LEASE)
        again = await store.deliveries.claim(now + timedelta(seconds=3), "me", 5, LEASE)

    assert too_early == []
    assert [held.attempt for held in again] == [2]


async def lost(database: Database, person: Person, now: datetime, **more: object) -> int:
    """Return the number of a delivery whose answer was lost."""
    async with database.transaction() as store:
        await store.deliveries.put(letter("lost", person, now, **more))
        [held] = await store.deliveries.claim(now, "dies", 5, LEASE)
        await store.deliveries.begin_sending([held], now, LEASE)
        await recover(store.deliveries, now + LEASE)
    return held.id


async def test_a_coordinator_may_send_a_held_one_again(
    database: Database, anna: Person, now: datetime
) -> None:
    number = await lost(database, anna, now, kind=Kind.ANNOUNCEMENT)
    later = now + timedelta(hours=1)
    async with database.transaction() as store:
        first = await store.deliveries.resend(number, later)
        second = await store.deliveries.resend(number, later)
        [held] = await store.deliveries.claim(later, "me", 5, LEASE)
    async with database.engine.connect() as connection:
        notes = (await connection.execute(sa.select(delivery_attempt.c.outcome))).scalars().all()

    assert (first, second) == (True, False)
    assert held.repeated
    assert notes == ["unknown", "resent-by-hand"]


async def test_a_coordinator_may_take_it_for_sent(
    database: Database, anna: Person, now: datetime
) -> None:
    number = await lost(database, anna, now)
    async with database.transaction() as store:
        first = await store.deliveries.settle_by_hand(number, now)
        second = await store.deliveries.settle_by_hand(number, now)
        found = await store.deliveries.get(number)

    assert (first, second) == (True, False)
    assert found is not None
    assert (found.state, found.error) == (State.SENT, "settled-by-hand")


async def test_what_makes_no_sense_any_more_stays_unknown(
    database: Database, anna: Person, now: datetime
) -> None:
    number = await lost(database, anna, now, expires_at=now + timedelta(hours=1))
    later = now + timedelta(hours=1)
    async with database.transaction() as store:
        by_itself = await store.deliveries.resend_unknown(later)
        by_hand = await store.deliveries.resend(number, later)
        states = await store.deliveries.states()

    assert (by_itself, by_hand) == (0, False)
    assert states == {State.UNKNOWN: 1}


async def test_a_changed_card_is_not_changed_again_for_ever(
    database: Database, anna: Person, now: datetime
) -> None:
    at = now
    async with database.transaction() as store:
        await store.deliveries.put(letter("card", anna, now, facts={"replaces": 7}))
        for _ in range(MOST_REPEATS + 2):
            for held in await store.deliveries.claim(at, "dies", 5, LEASE):
                await store.deliveries.begin_sending([held], at, LEASE)
            at += LEASE
            await recover(store.deliveries, at)
            at += LEASE
            await store.deliveries.resend_unknown(at)
        found = await store.deliveries.get(1)

    assert found is not None
    assert (found.state, found.resends) == (State.UNKNOWN, MOST_REPEATS)


@pytest.mark.postgres
@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
async def test_a_commit_is_kept_whatever_the_server_is_set_to(database: Database) -> None:
    query = sa.text("SELECT current_setting('synchronous_commit')")
    async with database.transaction() as store:
        assert (await store.gates._run(query)).scalar_one() == "on"
