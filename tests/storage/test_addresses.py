"""Who has addresses on two channels is written to at the best one, whoever writes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
import sqlalchemy as sa

from domain import register as rules
from domain.announce import announce
from domain.announce_audience import Audience, Broadcast
from domain.channel import CHANNELS, TELEGRAM, Address, Channel, in_chat
from domain.delivery import Delivery, Kind, Letter, State
from domain.letters import reminder_letters, to_come
from domain.message import Message
from domain.network import Network, ReminderRule
from domain.person import Newcomer, Person, Place
from domain.privacy import erase
from domain.reach import back_by, lost_by
from domain.register import Registered
from domain.training import Training
from domain.vocabulary import ReminderStage, Role, Sector
from storage.database import Database
from storage.store import Store
from storage.tables import address
from tests.storage.test_registrations import plan

pytestmark = pytest.mark.differs  # which row a sub-query with a limit finds

LEASE = timedelta(minutes=2)
POST = Channel(
    "post",
    changes=False,
    buttons=False,
    idempotent=False,
    receipts=True,
    longest_text=10_000,
    longest_caption=10_000,
)
DAY_BEFORE = ReminderRule(ReminderStage.ONE_DAY, 1, time(10))
PHONE, HOUSE = in_chat(101), Address("post", "anna@kaarst.example")


@pytest.fixture(autouse=True)
def post(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be a second, made-up channel."""
    monkeypatch.setitem(CHANNELS, POST.name, POST)


async def anna(store: Store, now: datetime, first: Address = PHONE) -> Person:
    """Return somebody with two addresses; the older one is the first."""
    newcomer = Newcomer(first, Role.COORDINATOR, Place("rkn-kaarst", Sector.POLICE))
    person = await store.persons.add(newcomer, now.date())
    second = HOUSE if first == PHONE else PHONE
    row = {"network": store.network, "person_id": person.id, "channel": second.channel}
    there = store.persons._there(second.name)
    await store.persons._run(sa.insert(address).values(**row, **there, confirmed_on=now.date()))
    return person


async def everything(
    store: Store, network: Network, person: Person, now: datetime
) -> tuple[Training, Registered]:
    """Let everything be written that is written to somebody: one by one and to many."""
    of = replace(plan(now, seats=None), reminders=(DAY_BEFORE,))
    training = await store.trainings.add(of, "rkn-kaarst", person.id)
    soon = now + timedelta(seconds=1)  # what goes at once could be taken back for a minute
    due = await announce(store, training.id, Audience(), soon, now, person.id)
    assert isinstance(due, Broadcast)
    reached = store.persons.to_announce(Audience(), training)
    await store.plans.announce(due, training, reached, now)
    seat = await rules.register(store.registrations, training.id, person, now)
    assert isinstance(seat, Registered)
    await store.plans.remind(training, to_come(training, network, now))
    await store.plans.tell(training, Kind.CHANGED, {}, now, None)
    await store.plans.ask_feedback(training.id, now, now + LEASE)
    await store.deliveries.put(
        Letter("card", Kind.PROGRESS, now, person.id, facts={"replaces": "7"}),
        Letter("alert", Kind.ALERT, now, person.id, message=Message("Guten Tag")),
    )
    return training, seat


async def there(store: Store, at: datetime) -> dict[str, list[Delivery]]:
    """Return what each channel has to send until a moment, by its name; one of a chat at once."""
    return {
        channel.name: await store.deliveries.claim(at, "me", 99, LEASE, channel=channel)
        for channel in (TELEGRAM, POST)
    }


async def waiting(store: Store) -> set[tuple[str, Kind]]:
    """Return by which channel what waits would go."""
    rows = await store.deliveries.listed([State.SCHEDULED])
    return {(row.channel.name, row.kind) for row in rows}


@pytest.mark.long
@pytest.mark.parametrize("first", [PHONE, HOUSE])
async def test_everything_goes_to_the_best_address(
    database: Database, network: Network, now: datetime, first: Address
) -> None:
    """The channels have an order, which address came first has none."""
    async with database.transaction() as store:
        person = await anna(store, now, first)
        _, seat = await everything(store, network, person, now)
        found = await store.persons.get(person.id)
        by_chat = await store.persons.by_chat(HOUSE)
        people = await store.persons.coordinators()
        went = await waiting(store)
        sent = await there(store, now)

    assert seat.fresh
    assert found is not None
    assert by_chat is not None
    assert (found.address, by_chat.address) == (PHONE, HOUSE)
    assert people == [found]
    assert {channel for channel, _ in went} == {TELEGRAM.name}
    assert {kind for _, kind in went} >= {
        Kind.ANNOUNCEMENT, Kind.REMINDER, Kind.CHANGED, Kind.FEEDBACK, Kind.PROGRESS, Kind.ALERT
    }  # fmt: skip
    assert {one.address for one in sent[TELEGRAM.name]} == {PHONE.name}
    assert sent[POST.name] == []


async def test_who_is_out_of_reach_there_is_written_to_elsewhere(
    database: Database, network: Network, now: datetime
) -> None:
    async with database.transaction() as store:
        person = await anna(store, now)
        training, seat = await everything(store, network, person, now)
        await lost_by(store, network, person.id, TELEGRAM.name, "blocked", now)
        reminded = await waiting(store)
        await store.deliveries.put(
            Letter("second card", Kind.PROGRESS, now, person.id, facts={"replaces": "7"})
        )
        found = await store.persons.get(person.id)
        sent = await there(store, now)
        away = await store.persons.ids_unreachable(now)

    assert found is not None
    assert (found.address, found.reachable, away) == (HOUSE, True, [])
    assert reminded == {(POST.name, Kind.REMINDER)}
    assert len(reminder_letters(network, training, seat.registration, now)) > 0
    [card] = sent[POST.name]
    assert (card.address, card.in_place, card.message_id) == (HOUSE.name, False, None)
    assert sent[TELEGRAM.name] == []


async def test_what_was_lost_everywhere_comes_where_one_is_back(
    database: Database, network: Network, now: datetime
) -> None:
    async with database.transaction() as store:
        person = await anna(store, now)
        await everything(store, network, person, now)
        for channel in (TELEGRAM, POST):
            await lost_by(store, network, person.id, channel.name, "gone", now)
        none, away = await waiting(store), await store.persons.ids_unreachable(now)
        await back_by(store, network, person.id, POST.name, now)
        back = await waiting(store)

    assert none == set()
    assert away == [person.id]
    assert back == {(POST.name, Kind.REMINDER)}


async def test_an_answer_goes_the_way_it_came(database: Database, now: datetime) -> None:
    async with database.transaction() as store:
        person = await anna(store, now)
        letter = Letter("answer", Kind.ANSWER, now, person.id, message=Message("Ja"), channel=POST)
        await store.deliveries.put(letter)
        sent = await there(store, now)

    assert [one.address for one in sent[POST.name]] == [HOUSE.name]
    assert sent[TELEGRAM.name] == []


async def test_an_erased_person_is_known_by_no_address(
    database: Database, network: Network, now: datetime
) -> None:
    async with database.transaction() as store:
        await anna(store, now, HOUSE)
        other = Newcomer(in_chat(9), Role.LEAD, Place("rkn-kaarst", Sector.POLICE))
        await store.persons.add(other, now.date())
        person = await store.persons.by_chat(HOUSE)
        await erase(store, network, HOUSE, person, now)
        left = [await store.persons.by_chat(each) for each in (PHONE, HOUSE)]
        noted = {gone.key for gone in store.gone if gone.table == "person"}

    assert left == [None, None]
    assert len(noted) == 2


def test_no_address_is_taken_for_one_of_another_channel() -> None:
    same = Address("post", "101")

    assert PHONE.mark != same.mark
    assert [Address.of_mark(each.mark) for each in (PHONE, HOUSE, same)] == [PHONE, HOUSE, same]
