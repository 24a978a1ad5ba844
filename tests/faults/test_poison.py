"""One row that nobody can read: everything else goes on, and the row is set aside, visibly."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from structlog.testing import capture_logs

from bot.health import Health
from bot.metrics import Metrics
from bot.metrics_text import written
from domain.announce_audience import Audience, BroadcastState
from domain.channel import in_chat
from domain.delivery import Kind, State
from domain.exchange import Contact, ContactFormat, ContactLength, Party
from domain.person import Newcomer, Person, Place
from domain.register import register
from domain.report_order import Wanted, What
from domain.training import Training
from domain.vocabulary import EventStatus, Role, Sector, Topic
from storage.crypto import Vault, new_key
from storage.report.tables import exchange_pending, report_request
from storage.store import Store
from storage.tables import access_request, address, broadcast, delivery, draft, inbox_update, person
from storage.tables import training as trainings
from tests.faults.conftest import Plant, added
from tests.faults.test_crashes import command

SECRET = "what somebody wrote"


@pytest.fixture
async def anna(plant: Plant) -> Person:
    return await plant.member(101)


@pytest.fixture
async def bela(plant: Plant) -> Person:
    return await plant.member(102)


async def change(plant: Plant, table: sa.Table, column: str, value: Any, **of: Any) -> None:
    """Damage a row past everything that keeps rows right; JSON is given as it is written."""
    where = " AND ".join(f"{name} = :of_{name}" for name in of)
    values = {"value": value, **{f"of_{name}": v for name, v in of.items()}}
    cast = ":value"
    if isinstance(table.c[column].type, sa.JSON) and "postgres" in plant.url:
        cast = "CAST(:value AS json)"
    async with plant.store() as store:
        statement = sa.text(f"UPDATE {table.name} SET {column} = {cast} WHERE {where}")
        await store.deliveries._run(statement, values)


def wrong_json(plant: Plant) -> list[str]:
    """Return texts that hold no JSON of ours; PostgreSQL refuses what is none at all."""
    return ["[]", "7", *([] if "postgres" in plant.url else ["{", SECRET])]


async def aside(plant: Plant) -> dict[str, int]:
    """Return how many rows of each table are shown as set aside to who watches."""
    bot, metrics = plant.bots[-1], Metrics("x")
    await Health(bot, metrics, webhook=False).refresh()
    lines = [
        line for line in written(metrics).decode().splitlines() if line.startswith("netzbote_s")
    ]
    found = [line for line in lines if line.startswith("netzbote_set_aside{")]
    return {line.split('"')[3]: int(float(line.split()[-1])) for line in found}


def sealed(vault: Vault, value: Any) -> bytes:
    return vault.seal(json.dumps(value))


async def test_a_message_that_cannot_be_opened_holds_up_nobody(
    plant: Plant, vault: Vault, anna: Person, bela: Person
) -> None:
    bot = await plant.bot()
    damages: list[tuple[str, Any]] = [
        ("payload", b"no token"),
        ("payload", sealed(Vault([new_key()]), {"text": SECRET})),
        ("payload", sealed(vault, [SECRET])),
        ("payload", vault.seal("{")),
        ("chat_id", b"no token"),
        ("kind", "nonsense"),
        *(("facts", text) for text in wrong_json(plant)),
    ]
    bad = []
    for n, (column, value) in enumerate(damages):
        number = await plant.put(f"bad:{n}", anna, kind=Kind.ANSWER)
        await change(plant, delivery, column, value, id=number)
        bad.append(number)
    good = await plant.put("good", bela, kind=Kind.ANSWER)

    with capture_logs() as logs:
        await bot.settle_down()

    assert (await plant.row(good)).state is State.SENT
    assert len(plant.sent(102)) == 1
    assert plant.sent(101) == []
    async with plant.store() as store:
        query = sa.select(delivery.c.state, delivery.c.error).where(delivery.c.id.in_(bad))
        rows = (await store.deliveries._run(query)).all()
    assert {row.state for row in rows} == {State.FAILED}
    assert all(row.error.startswith("unreadable: ") for row in rows)
    assert await aside(plant) == {"delivery": len(bad)}
    named = [log["row"] for log in logs if log["event"] == "row set aside"]
    assert sorted(named) == bad
    assert SECRET not in repr(logs)


async def test_an_update_that_cannot_be_opened_holds_up_nobody(
    plant: Plant, vault: Vault, anna: Person, bela: Person
) -> None:
    bot = await plant.bot()
    bad = {1: b"no token", 2: sealed(Vault([new_key()]), SECRET), 3: sealed(vault, 7)}
    await bot.accept([command(n, 101, "/hilfe") for n in (*bad, 4)])
    await bot.accept([command(5, 102, "/hilfe")])
    for number, payload in bad.items():
        await change(plant, inbox_update, "payload", payload, reference=str(number))

    with capture_logs() as logs:
        await bot.settle_down()

    assert (len(plant.sent(101)), len(plant.sent(102))) == (1, 1)
    async with plant.store() as store:
        dead, new = await store.inbox.count("dead"), await store.inbox.count("new")
    assert (dead, new) == (3, 0)
    assert [log["row"] for log in logs if log["event"] == "row set aside"] == list(bad)
    assert SECRET not in repr(logs)


async def test_an_announcement_that_cannot_be_read_holds_up_no_other(
    plant: Plant, training: Training, anna: Person, bela: Person
) -> None:
    bot = await plant.bot()
    now = plant.clock.now()
    made = []
    async with plant.store() as store:
        for _ in (*wrong_json(plant), "good"):
            made.append((await store.broadcasts.add(training, Audience(), now, anna.id)).id)
    *bad, good = made
    for number, text in zip(bad, wrong_json(plant), strict=True):
        await change(plant, broadcast, "audience", text, id=number)

    await bot.settle_down()

    async with plant.store() as store:
        of = await store.broadcasts.get(good)
        query = sa.select(broadcast.c.state).where(broadcast.c.id.in_(bad))
        states = set((await store.deliveries._run(query)).scalars())
    assert of is not None
    assert of.state is BroadcastState.DONE
    assert states == {BroadcastState.CANCELLED}
    said = [one for one in plant.sent(101) if "beschädigt" in one.text]
    assert len(said) == len(bad)
    assert await aside(plant) == {"broadcast": len(bad)}


async def test_an_exchange_that_cannot_be_read_is_kept_out_of_the_others(
    plant: Plant, anna: Person
) -> None:
    bot = await plant.bot()
    office, police = Party("office", "rkn-kaarst"), Party("sector", "police")
    contact = Contact(office, police, Topic.TRAUMA, ContactFormat.PHONE, ContactLength.SHORT)
    async with plant.store() as store:
        bad = await store.exchange.note(anna.id, contact, plant.clock.now())
        await store.exchange.note(anna.id, contact, plant.clock.now())
    await change(plant, exchange_pending, "own", "nobody", id=bad)

    await plant.passes(bot, timedelta(days=1))
    await plant.passes(bot, timedelta(minutes=10))

    async with plant.store() as store:
        counted = await store.exchange.counted(date(2027, 1, 1), date(2027, 12, 31))
        left = await store.exchange.due_ids(plant.clock.now())
    assert {each.n for each in counted} == {1}
    assert left == [bad]
    assert await aside(plant) == {"exchange_pending": 1}


async def test_a_training_that_cannot_be_read_is_not_asked_about_and_others_are(
    plant: Plant, training: Training
) -> None:
    bot = await plant.bot()
    other = await added(plant, training.plan.starts_at)
    coordinator = await coordinating(plant, 900)
    await change(plant, trainings, "reminders", "[7]", id=training.id)
    async with plant.store() as store:
        await store.trainings.set_status(other.id, EventStatus.PUBLISHED)
    plant.clock.move_to(training.plan.ends_at)

    await plant.passes(bot, timedelta(hours=1))

    async with plant.store() as store:
        asked = await told(store, Kind.CLOSE_REQUEST, coordinator)
    assert asked == 1
    assert await aside(plant) == {"training": 1}


async def told(store: Store, kind: Kind, to: Person) -> int:
    """Return how many messages of a kind there are to somebody."""
    mine = (delivery.c.kind == kind) & (delivery.c.person_id == to.id)
    query = sa.select(sa.func.count()).select_from(delivery).where(mine)
    return int((await store.deliveries._run(query)).scalar_one())


async def coordinating(plant: Plant, number: int) -> Person:
    plant.telegram.person(number, "Koordination")
    await plant._presses_start(number)
    async with plant.store() as store:
        place = Place("rkn-kaarst", Sector.YOUTH_OFFICE)
        newcomer = Newcomer(in_chat(number), Role.COORDINATOR, place)
        return await store.persons.add(newcomer, plant.clock.now().date())


async def test_whose_row_cannot_be_read_is_forgotten_in_time_all_the_same(
    plant: Plant, anna: Person, bela: Person
) -> None:
    bot = await plant.bot()
    await change(plant, person, "name", b"no token", id=anna.id)
    days = plant.network.retention.inactive_days

    await plant.passes(bot, timedelta(days=days + 1))

    async with plant.store() as store:
        left = (await store.deliveries._run(sa.select(person.c.id))).all()
    assert left == []
    assert await aside(plant) == {"person": 1}


async def test_one_damaged_member_takes_no_message_of_the_others_along(
    plant: Plant, anna: Person, bela: Person, training: Training
) -> None:
    bot = await plant.bot()
    await change(plant, person, "name", b"no token", id=anna.id)
    numbers = [
        await plant.put(
            f"n:{one.id}",
            one,
            kind=Kind.ALERT,
            message=None,
            training_id=training.id,
            facts={"about": "not-announced", "reason": "started"},
        )
        for one in (anna, bela)
    ]

    await bot.settle_down()

    assert (await plant.row(numbers[1])).state is State.SENT


async def test_a_dialogue_that_cannot_be_read_is_none(plant: Plant, anna: Person) -> None:
    bot = await plant.bot()
    await bot.accept([command(1, 101, "/name")])
    await bot.settle_down()
    await change(plant, draft, "data", b"no token", version=0)

    await bot.accept([command(2, 101, "/abbrechen"), command(3, 101, "/hilfe")])
    await bot.settle_down()

    assert len(plant.sent(101)) == 3
    async with plant.store() as store:
        assert await store.inbox.count("dead") == 0


async def test_a_request_that_cannot_be_read_is_none(plant: Plant) -> None:
    async with plant.store() as store:
        place = Place("rkn-kaarst", Sector.YOUTH_OFFICE)
        newcomer = Newcomer(in_chat(55), Role.SPECIALIST, place)
        number = await store.access.add(newcomer, plant.clock.now())
    await change(plant, access_request, "chat_id", b"no token", id=number)
    async with plant.store() as store:
        assert number is not None
        assert await store.access.get(number) is None
        assert await store.access.take(number) is None


async def test_reminders_too_late_are_told_of_beside_damaged_ones(
    plant: Plant, anna: Person, training: Training
) -> None:
    bot = await plant.bot()
    coordinator = await coordinating(plant, 900)
    now = plant.clock.now()
    good = {"stage": "one-day", "revision": 0}
    for n, text in enumerate([json.dumps(good), *wrong_json(plant)]):
        number = await plant.put(
            f"late:{n}", anna, message=None, training_id=training.id, facts=good, expires_at=now
        )
        await change(plant, delivery, "facts", text, id=number)

    await bot.settle_down()

    async with plant.store() as store:
        alerts = await told(store, Kind.ALERT, coordinator)
    # One of what was too late, one of what cannot be read, and that once more in the morning.
    assert alerts == 3


async def test_a_damaged_last_row_is_no_wrong_key(plant: Plant, anna: Person, bela: Person) -> None:
    await change(plant, address, "sealed", b"no token", person_id=bela.id)
    async with plant.store() as store:
        assert await store.keys.open_everything()


async def test_a_report_that_cannot_be_read_is_set_aside_and_others_come(
    plant: Plant, anna: Person
) -> None:
    bot = await plant.bot()
    coordinator = await coordinating(plant, 900)
    now = plant.clock.now()
    unknown: list[tuple[str, Any]] = [("year", 20_000), ("office", "x")]
    # PostgreSQL keeps words out of numbers.
    words = [] if "postgres" in plant.url else [("year", "a"), ("page", "b")]
    damages = unknown + words
    bad = []
    async with plant.store() as store:
        for page in range(len(damages)):
            wanted = Wanted(2026, What.POTENTIALS, page=page)
            bad.append(await store.reports.ask(anna.id, wanted, "de", None, now))
    for number, (column, value) in zip(bad, damages, strict=True):
        await change(plant, report_request, column, value, id=number)
    async with plant.store() as store:
        await store.reports.ask(coordinator.id, Wanted(2026, What.FIGURES), "de", None, now)

    await bot.settle_down()

    async with plant.store() as store:
        assert not await store.reports.any()
    assert await aside(plant) == ({"report_request": len(words)} if words else {})
    assert len(plant.sent(900)) == 1


@pytest.mark.long
async def test_who_has_damaged_rows_reads_the_rest_and_can_go(
    plant: Plant, anna: Person, bela: Person, training: Training
) -> None:
    bot = await plant.bot()
    office, police = Party("office", "rkn-kaarst"), Party("sector", "police")
    contact = Contact(office, police, Topic.TRAUMA, ContactFormat.PHONE, ContactLength.SHORT)
    now = plant.clock.now()
    other = await added(plant, training.plan.starts_at)
    async with plant.store() as store:
        noted = await store.exchange.note(anna.id, contact, now)
        asked = await store.reports.ask(anna.id, Wanted(2026, What.FILES), "de", None, now)
        for each in (training, other):
            await store.trainings.set_status(each.id, EventStatus.PUBLISHED)
            await register(store.registrations, each.id, anna, now)
    told = await plant.put("told", anna, kind=Kind.ANSWER)
    await bot.settle_down()
    await change(plant, delivery, "kind", "nonsense", id=told)
    await change(plant, exchange_pending, "own", "nobody", id=noted)
    await change(plant, trainings, "reminders", "[7]", id=training.id)
    if "postgres" not in plant.url:  # which keeps words out of numbers
        await change(plant, report_request, "year", "soon", id=asked)
    before = len(plant.sent(101))

    said = ["/termine", "/meine", "/auskunft", "/loeschen"]
    await bot.accept([command(n, 101, word) for n, word in enumerate(said, 1)])
    await bot.settle_down()

    async with plant.store() as store:
        assert await store.inbox.count("dead") == 0
        assert [each.id for each, _ in await store.registrations.of_person(anna.id, now)] == [
            other.id
        ]
    texts = [one.text for one in plant.sent(101)[before:]]
    assert any("löschen" in text for text in texts)
    assert sum(training.title in text for text in texts) >= 3
