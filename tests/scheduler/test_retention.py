"""Nothing about a person stays because nobody acted: time alone ends it, table by table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from domain import plan_change
from domain.channel import in_chat
from domain.close import Group, close
from domain.deeds import Deed
from domain.delivery import Kind, Letter, State
from domain.exchange import Contact, ContactFormat, ContactLength, Party
from domain.ledger import sealing
from domain.ledger.entries import Entry, LedgerKind
from domain.message import Message
from domain.network import Network
from domain.person import Newcomer, Place
from domain.register import register
from domain.report.facts import Facts
from domain.report.material import Material
from domain.report_order import Wanted, What
from domain.second import SecondKind
from domain.training import Training
from domain.vocabulary import EventStatus, Role, Sector, Topic
from standin.people.person import Person
from storage.report.tables import metadata
from storage.seat_tables import metadata as seats
from tests.chat.conftest import COORDINATOR, World, coordinator, flood, outsider, world
from tests.chat.stage import STARTS, coordinates, plan, planned
from tests.fixtures.outages import broken_once
from tests.report.builders import training

__all__ = ["coordinator", "flood", "outsider", "world"]

DAY = timedelta(days=1)
ENDS = STARTS + timedelta(hours=3, minutes=30)
NAME = "Änne Größe-Ungewöhnlich"
CHATS = range(10_000, 10_004)

#: What leads to a person, and what ends it, though nobody acts.
PERSONAL = {
    "person": "a year without use, or 30 days out of reach",
    "address": "goes with the person",
    "subscription": "goes with the person",
    "access_request": "30 days",
    "invitation": "30 days after its end",
    "draft": "7 days",
    "registration": "30 days after the closing, 90 after the end or the cancellation",
    "account_move": "48 hours, a day more once it was opened, or goes with the person",
    "substitute": "48 hours, the start, or goes with the person",
    "regret": "the registration deadline, or goes with the person",
    "moveup": "7 days after its end",
    "delivery": "7 days after it is settled, which it is 30 days after it was due",
    "delivery_attempt": "goes with the delivery",
    "inbox_update": "8 days",
    "exchange_pending": "the next night, at the latest 8 days",
    "report_request": "8 days",
    "set_aside": "a day, then the row is tried again",
    "deed": "365 days",
    "second": "7 days, or goes with the person",
    "place_change": "30 days, or goes with the person",
}
#: What stays, and why nobody can be found in it; columns that lead to a person are emptied.
LASTING = {
    "training": "a public offer; who planned it is forgotten with the person",
    "tally": "sums of a training",
    "broadcast": "a public offer's announcement; who made it is forgotten with the person",
    "seat_block": "numbers of institutions",
    "saved_audience": "offices and sectors",
    "quota": "numbers of offices",
    "ledger": "numbers and words of closed lists",
    "counter": "numbers and words of closed lists",
    "feedback_count": "numbers of answers",
    "agreement": "titles and offices of a network",
    "measure": "words of closed lists and offices; who pressed it is not kept",
    "measure_state": "words of closed lists",
    "assessment_part": "as an assessment: of a year, refused where it speaks of persons",
    "endorsement": "offices and words of a closed list",
    "goal_judgement": "words of a closed list",
    "correction": "numbers of ledger rows",
    "session_missed": "numbers of a training",
    "year_seal": "a year's checksum",
    "secret": "what certificates are proved by",
    "seal_end": "how many years have one",
    "report_version": "numbers that were published",
    "assessment": "a year's text, refused where it speaks of persons, kept without its author",
    "send_gate": "until when nothing is sent",
    "lease": "names of processes",
}
#: Columns of lasting tables that could lead to somebody: sealed texts, and who did it.
EMPTIED = {("training", "created_by"), ("broadcast", "created_by")}


def test_each_table_says_what_ends_it() -> None:
    """A new table must say whether it leads to a person, and what ends it."""
    assert metadata is seats
    assert {*PERSONAL, *LASTING} == set(metadata.tables)
    assert not {*PERSONAL} & {*LASTING}
    leading = {
        (table.name, column.name)
        for table in metadata.tables.values()
        if table.name in LASTING
        for column in table.columns
        if any(key.column.table.name == "person" for key in column.foreign_keys)
    }

    assert leading == EMPTIED


async def rows(world: World, table: str) -> list[Any]:
    async with world.bot.database.engine.connect() as connection:
        return list((await connection.execute(sa.select(metadata.tables[table]))).all())


async def everything(world: World) -> dict[str, int]:
    """Return how many rows each table has that leads to a person."""
    return {name: n for name in PERSONAL if (n := len(await rows(world, name)))}


async def members(world: World) -> list[int]:
    """Let some members be there, one with a name; return their ids."""
    made = []
    async with world.bot.database.transaction() as store:
        for n, chat in enumerate(CHATS):
            newcomer = Newcomer(in_chat(chat), Role.SPECIALIST, Place("rkn-kaarst", Sector.SCHOOL))
            named = replace(newcomer, name=NAME if not n else None)
            made.append((await store.persons.add(named, world.clock.now().date())).id)
    return made


async def seated(world: World, training: Training, people: list[int]) -> None:
    async with world.bot.database.transaction() as store:
        for person_id in people:
            who = await store.persons.get(person_id)
            assert who is not None
            await register(store.registrations, training.id, who, world.clock.now())


async def registered(world: World) -> int:
    return len(await rows(world, "registration"))


async def written(world: World) -> dict[str, int]:
    """Return the ledger's totals of registrations and attendance by kind."""
    sums: dict[str, int] = {}
    for row in await rows(world, "ledger"):
        if row.office is None and row.sector is None:
            sums[row.kind] = sums.get(row.kind, 0) + row.n
    return sums


async def litter(world: World) -> None:
    """Leave something in each table that leads to a person."""
    now, people = world.clock.now(), await members(world)
    training = await planned(world, plan(seats=2))
    off = await planned(world, plan(STARTS + 300 * DAY))
    await seated(world, training, people)
    await seated(world, off, people)
    async with world.bot.database.transaction() as store:
        await plan_change.cancel(store, world.bot.network, off.id, now)
        await store.regrets.put(training, people[0], now)
        last = await store.registrations.line(training.id)
        await store.moveups.make(training.id, last[-1:], now, to_all=False)
        own = await store.registrations.of(training.id, people[0])
        assert own is not None
        await store.substitutes.put(own, b"0" * 32, now + DAY)
        await store.persons.subscribe(people[0], Topic.TRAUMA, on=True)
        await store.accounts.put(people[3], b"1" * 32, now + DAY)
        place = Place("rkn-neuss", Sector.SCHOOL)
        await store.access.add(Newcomer(in_chat(77_777), Role.SPECIALIST, place), now)
        contact = Contact(
            Party("office", "rkn-kaarst"),
            Party("office", "rkn-neuss"),
            Topic.TRAUMA,
            ContactFormat.PHONE,
            ContactLength.SHORT,
        )
        await store.exchange.note(people[0], contact, now)
        await store.reports.ask(people[1], Wanted(2026, What.FILES), "de", None, now)
        await store.aside.put("person", people[2], "ValueError", now)
        await store.place_changes.put(people[0], Place("rkn-neuss", Sector.SCHOOL), now.date())
        await store.seconds.put(SecondKind.LEAD, people[0], ["rkn-neuss"], 1, 7, now.date())
        await store.deeds.note(Role.COORDINATOR, "rkn-kaarst", Deed.PEOPLE, now.date())
        for n in range(3):
            letter = Letter(
                key=f"left:{n}",
                kind=Kind.ANNOUNCEMENT if n == 1 else Kind.REMINDER,  # held while it is unknown
                due_at=now,
                person_id=None if n == 1 else people[n],
                address=in_chat(COORDINATOR if n == 1 else CHATS[n]),
                message=Message(f"Guten Tag, {NAME}"),
            )
            await store.deliveries.put(letter)
    async with world.bot.database.engine.begin() as connection:
        delivery = metadata.tables["delivery"]
        lost = sa.update(delivery).where(delivery.c.dedupe_key == "left:1")
        for state in (State.CLAIMED, State.SENDING, State.UNKNOWN):
            far = now + timedelta(days=9999)
            await connection.execute(lost.values(state=state, lease_until=far))
        asked = metadata.tables["report_request"]
        await connection.execute(sa.update(asked).values(owner="dead", lease_until=far))
        inbox = metadata.tables["inbox_update"]
        await connection.execute(
            sa.insert(inbox).values(
                network=world.bot.network.slug,
                reference="-5",
                ordering_key=b"0" * 32,
                payload=NAME.encode(),
                received_at=now,
                state="new",
                next_at=now + timedelta(days=9999),
            )
        )


async def alive(world: World) -> None:
    """Let all members use the bot today, and be in reach."""
    person, address = (metadata.tables[name] for name in ("person", "address"))
    async with world.bot.database.engine.begin() as connection:
        today = world.clock.now().date()
        await connection.execute(sa.update(person).values(active_on=today))
        await connection.execute(sa.update(address).values(unreachable_since=None))


@pytest.mark.wide
async def test_three_years_later_nobody_is_found(
    world: World, coordinator: Person, outsider: Person
) -> None:
    await coordinates(world, coordinator)
    await coordinator.says("/neu")
    await coordinator.says("Titel einer angefangenen Fortbildung")
    await world.invite()
    await litter(world)
    before = await everything(world)

    assert set(PERSONAL) - {"delivery_attempt"} <= set(before)

    for _ in range(5):
        await world.moves(28 * DAY)
        await alive(world)

    staying = {"person", "address", "subscription", "delivery", "delivery_attempt", "deed"}

    assert set(await everything(world)) <= staying  # though everybody is still there
    oldest = min((row.due_at for row in await rows(world, "delivery")), default=world.clock.now())
    assert oldest > world.clock.now() - 40 * DAY

    for _ in range(40):
        await world.moves(28 * DAY)

    assert await everything(world) == {}
    for table, column in EMPTIED:
        assert {getattr(row, column) for row in await rows(world, table)} <= {None}
    for name in LASTING:
        assert NAME not in repr(await rows(world, name))


@pytest.mark.parametrize("closed_after", [None, 10, 80])
async def test_registrations_go_whoever_closes(world: World, closed_after: int | None) -> None:
    people = await members(world)
    training = await planned(world)
    await seated(world, training, people)
    world.clock.move_to(ENDS)
    if closed_after is not None:
        world.clock.move(closed_after * DAY)
        async with world.bot.database.transaction() as store:
            came = [Group("rkn-kaarst", "school", 4, 3)]
            assert await close(store, training.id, came, STARTS.date(), world.clock.now()) is None
    last = min(90, (closed_after or 90) + 30) * DAY
    await world.moves_to(ENDS + last - timedelta(hours=1))

    assert await registered(world) == 4

    await world.moves_to(ENDS + last + timedelta(hours=2))

    assert await registered(world) == 0
    assert (await written(world))["registration-confirmed"] == 4


async def test_a_cancelled_one_goes_ninety_days_after_it_was_called_off(world: World) -> None:
    people = await members(world)
    training = await planned(world, plan(STARTS + 300 * DAY, seats=3))
    await seated(world, training, people)
    called_off = world.clock.now()
    async with world.bot.database.transaction() as store:
        await plan_change.cancel(store, world.bot.network, training.id, called_off)
    await world.moves_to(called_off + 89 * DAY)

    assert await registered(world) == 4

    await world.moves_to(called_off + 91 * DAY)

    assert await registered(world) == 0
    assert await written(world) == {
        "event-cancelled": 1,
        "registration-confirmed": 3,
        "registration-waitlisted": 1,
    }


async def counted(world: World, training_id: int) -> dict[tuple[str, ...], int]:
    """Return the sums in the ledger of a training, by kind and institution."""
    sums: dict[tuple[str, ...], int] = {}
    for row in await rows(world, "ledger"):
        if row.training_id == training_id:
            key = (row.kind, row.office or "", row.sector or "")
            sums[key] = sums.get(key, 0) + row.n
    return sums


async def test_closing_later_adds_only_what_is_missing(world: World) -> None:
    """With block seats and a quota: early sums and a late closing say what one in time says."""
    people, came = await members(world), [Group("rkn-kaarst", "school", 4, 3)]
    both = [await planned(world, plan(seats=9)) for _ in range(2)]
    for of in both:
        await seated(world, of, people)
        async with world.bot.database.transaction() as store:
            await store.seating.set_block(of.id, ("rkn-neuss", "police"), 2)
            await store.seating.set_quota(of.id, "rkn-kaarst", 4, STARTS - DAY)
    for of, days in zip(both, (1, 95), strict=True):
        await world.moves_to(ENDS + days * DAY)
        async with world.bot.database.transaction() as store:
            await close(store, of.id, came, STARTS.date(), world.clock.now())

    in_time, late = [await counted(world, of.id) for of in both]

    assert await registered(world) == 0
    assert in_time[("registered-at-start", "", "")] == 4
    assert in_time[("block-seats", "rkn-neuss", "")] == 2
    assert late == in_time


async def test_a_sealed_year_takes_no_sums_and_keeps_no_names(world: World) -> None:
    people = await members(world)
    training = await planned(world)
    await seated(world, training, people)
    async with world.bot.database.transaction() as store:
        await sealing.seal(store, world.bot.network, 2027, date(2028, 1, 15))
    await world.moves_to(ENDS + 91 * DAY)

    assert await registered(world) == 0
    assert await written(world) == {}


async def test_a_ledger_that_takes_nothing_holds_up_no_erasing(world: World) -> None:
    people = await members(world)
    for n in range(3):
        await seated(world, await planned(world, plan(STARTS + n * DAY)), people)
    await refuse_ledger_rows(world)
    await world.moves_to(ENDS + 95 * DAY)

    assert await registered(world) == 0
    assert await written(world) == {}


async def test_what_only_the_database_failed_is_counted_later(world: World) -> None:
    people = await members(world)
    await seated(world, await planned(world), people)
    with broken_once(world.bot.database, "INSERT INTO ledger") as broken:
        await world.moves_to(ENDS + 91 * DAY)

    assert len(broken) == 1
    assert await registered(world) == 4

    await world.moves_to(ENDS + 92 * DAY)

    assert await registered(world) == 0
    assert (await written(world))["registration-confirmed"] == 4


async def refuse_ledger_rows(world: World) -> None:
    """Let the database refuse every new row of the ledger, whatever it says."""
    sqlite = world.bot.database.sqlite
    async with world.bot.database.engine.begin() as connection:
        if sqlite:
            await connection.exec_driver_sql(
                "CREATE TRIGGER poison BEFORE INSERT ON ledger "
                "BEGIN SELECT RAISE(ABORT, 'poison'); END"
            )
            return
        await connection.exec_driver_sql(
            "CREATE FUNCTION poison() RETURNS trigger AS $$ BEGIN "
            "RAISE EXCEPTION 'poison'; END $$ LANGUAGE plpgsql"
        )
        await connection.exec_driver_sql(
            "CREATE TRIGGER poison BEFORE INSERT ON ledger FOR EACH ROW EXECUTE FUNCTION poison()"
        )


def test_sums_without_a_closing_change_no_figure_of_the_report(network: Network) -> None:
    """Registered without attended must not look like seats that were lost."""
    course = training(1, day=date(2027, 3, 12), status=EventStatus.PUBLISHED)
    day = date(2027, 3, 12)
    sums = [
        Entry(day, kind, 7, training_id=1, detail="unclosed")
        for kind in LedgerKind
        if kind.startswith("registration-") or kind is LedgerKind.REGISTERED_AT_START
    ]
    bare = Material(2027, trainings=(course,))
    facts = [
        Facts(network, each, day.replace(month=12)) for each in (bare, replace(bare, entries=sums))
    ]

    assert [each.unclosed for each in facts] == [[course], [course]]
    assert [each.held for each in facts] == [[], []]
    assert [[each.sum_of(kind) for kind in LedgerKind] for each in facts] == [
        [0] * len(LedgerKind)
    ] * 2
