"""A sealed year stays as it is: who is too late is told so, and nothing is written."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from domain.channel import in_chat
from domain.delivery import Kind, Letter
from domain.exchange import Contact, ContactFormat, ContactLength, Party, Series
from domain.ledger import sealing
from domain.ledger.entries import Entry, LedgerKind, add_open
from domain.training import Training
from domain.vocabulary import EventFormat, Topic
from standin.people.person import Person
from storage.tables import delivery
from talk.assessment import AskDropAssessment, DropAssessment, WriteAssessment
from talk.close import Close
from tests.chat.conftest import World
from tests.chat.stage import STARTS, coordinates, hand, plan, planned

TODAY = date(2027, 2, 9)
LAST_YEAR = (date(2026, 1, 1), date(2026, 12, 31))
DECEMBER = STARTS.replace(year=2026, month=12)


@pytest.fixture
async def training(world: World) -> Training:
    """Return a training of last year that nobody closed."""
    return await planned(world, plan(DECEMBER))


async def seal(world: World) -> None:
    async with world.bot.database.transaction() as store:
        await sealing.seal(store, world.bot.network, 2026, TODAY)


async def last_year(world: World) -> list[Entry]:
    async with world.bot.database.reading() as store:
        return await store.ledger.between(*LAST_YEAR)


async def test_a_training_of_a_sealed_year_is_not_closed(
    world: World, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await seal(world)
    await hand(world, coordinator, "Abschließen", Close(training.id))
    await coordinator.taps("Abschließen")

    assert coordinator.toast == (
        "Das Jahr dieser Veranstaltung ist versiegelt. Ein Abschluss ist nicht mehr möglich."
    )
    assert await last_year(world) == []


async def test_a_closing_that_the_seal_overtakes_writes_nothing(
    world: World, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await hand(world, coordinator, "Abschließen", Close(training.id))
    await coordinator.taps("Abschließen")
    await seal(world)
    await coordinator.taps("So abschließen")
    async with world.bot.database.reading() as store:
        found = await store.trainings.get(training.id)

    assert "versiegelt" in coordinator.toast
    assert found is not None
    assert found.closed_at is None
    assert await last_year(world) == []


async def test_the_use_case_itself_refuses(world: World, training: Training) -> None:
    from domain.close import NotClosable, close

    await seal(world)
    async with world.bot.database.transaction() as store:
        reason = await close(store, training.id, [], DECEMBER.date(), world.clock.now())

    assert reason is NotClosable.SEALED


async def test_nobody_is_asked_to_close_what_cannot_be_closed(
    world: World, coordinator: Person, training: Training
) -> None:
    await seal(world)
    await coordinates(world, coordinator)
    await world.settled()

    assert "Bitte abschließen" not in coordinator.reads()


async def test_an_entry_that_the_seal_overtakes_is_not_written(
    world: World, coordinator: Person
) -> None:
    world.clock.move_to(datetime(2027, 1, 7, 9, tzinfo=UTC))
    await coordinates(world, coordinator)
    await coordinator.says("/protokoll")
    for label in ("Absprache oder Produkt", "Do., 31.12.2026", "Meldeweg", "Alle Jugendämter"):
        await coordinator.taps(label)
    await seal(world)
    await coordinator.taps("So eintragen")

    assert coordinator.toast == "Das Jahr 2026 ist versiegelt. Es wurde nichts eingetragen."
    assert await last_year(world) == []


async def test_a_correction_that_the_seal_overtakes_is_not_written(
    world: World, coordinator: Person
) -> None:
    agreed = Entry(date(2026, 12, 31), LedgerKind.PROCEDURE_AGREED, 1, detail="reporting-path")
    async with world.bot.database.transaction() as store:
        await store.ledger.add([agreed])
    await coordinates(world, coordinator)
    await coordinator.says("/protokoll")
    for label in ("Eintrag berichtigen", "Do., 31.12.2026: Meldeweg", "Verzählt"):
        await coordinator.taps(label)
    await seal(world)
    await coordinator.taps("So eintragen")

    assert coordinator.toast == "Das Jahr 2026 ist versiegelt. Es wurde nichts eingetragen."
    assert await last_year(world) == [agreed]


async def test_exchange_that_was_folded_late_counts_after_the_seal(
    world: World, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    await seal(world)
    kaarst, police = Party("office", "rkn-kaarst"), Party("sector", "police")
    contact = Contact(kaarst, police, Topic.BASICS, ContactFormat.PHONE, ContactLength.SHORT)
    async with world.bot.database.transaction() as store:
        person = await store.persons.by_chat(in_chat(coordinator.id))
        assert person is not None
        await store.exchange.note(person.id, contact, datetime(2026, 12, 31, 20, tzinfo=UTC))
    await world.moves(timedelta(days=1))
    async with world.bot.database.reading() as store:
        counted = await store.exchange.counted(date(2026, 1, 1), date(2027, 12, 31))
        broken = (await sealing.verify(store, world.bot.network)).broken

    assert {(c.period, c.n) for c in counted if c.series is Series.TOPIC} == {(date(2027, 1, 1), 1)}
    assert broken == []


async def test_reminders_of_a_sealed_year_are_forgotten_without_being_counted(
    world: World, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await seal(world)
    long_ago = datetime(2026, 12, 1, 9, tzinfo=UTC)
    async with world.bot.database.transaction() as store:
        person = await store.persons.by_chat(in_chat(coordinator.id))
        assert person is not None
        letter = Letter(
            "reminder-long-ago",
            Kind.REMINDER,
            long_ago,
            person_id=person.id,
            training_id=training.id,
            facts={"stage": "day-before"},
        )
        await store.deliveries.put(letter)
    async with world.bot.database.engine.begin() as connection:
        old = sa.update(delivery).where(delivery.c.dedupe_key == letter.key)
        for state in ("claimed", "sending", "sent"):
            await connection.execute(old.values(state=state, settled_at=long_ago))
    await world.moves(timedelta(hours=2))

    async with world.bot.database.reading() as store:
        leaving = await store.outcomes.reminders_leaving(world.clock.now())

    assert leaving == {}
    assert await last_year(world) == []


async def test_what_happens_by_itself_leaves_sealed_years_alone(world: World) -> None:
    await seal(world)
    closed = Entry(date(2026, 12, 31), LedgerKind.NOTICE_DELIVERED, 3)
    open_ = Entry(date(2027, 1, 1), LedgerKind.NOTICE_DELIVERED, 4)
    async with world.bot.database.transaction() as store:
        late = await add_open(store, [closed, open_])
        found = await store.ledger.between(date(2026, 1, 1), date(2027, 12, 31))

    assert late == 1
    assert found == [open_]

    with pytest.raises(sa.exc.DatabaseError):
        async with world.bot.database.transaction() as store:
            await store.ledger.add([closed])


async def test_a_meeting_of_an_open_year_is_still_closed(world: World, coordinator: Person) -> None:
    await seal(world)
    await coordinates(world, coordinator)
    held = plan(STARTS - timedelta(days=50), format=EventFormat.NETWORK_MEETING)
    training = await planned(world, held)
    await hand(world, coordinator, "Abschließen", Close(training.id))
    await coordinator.taps("Abschließen")
    await coordinator.taps("So abschließen")

    assert "Abgeschlossen" in coordinator.last.text


@pytest.mark.long
async def test_the_assessment_of_a_sealed_year_stays_as_it_is(
    world: World, coordinator: Person, training: Training
) -> None:
    words = "Die Zusammenarbeit mit den Schulen ist gut."
    async with world.bot.database.transaction() as store:
        await store.reports.set_assessment(2026, words)
    await coordinates(world, coordinator)
    await coordinator.says("/bericht 2026")
    await coordinator.taps("Fachliche Bewertung")
    await coordinator.taps("Neu schreiben")
    await coordinator.says("Die Zusammenarbeit mit den Schulen ist besser.")
    await seal(world)
    await coordinator.taps("So übernehmen")

    assert coordinator.toast == "Dieses Jahr ist versiegelt. Die Bewertung bleibt, wie sie ist."
    assert words in coordinator.last.text
    assert coordinator.last.text.endswith("Die Bewertung bleibt, wie sie ist.")

    for forged in (WriteAssessment(2026), AskDropAssessment(2026), DropAssessment(2026)):
        await hand(world, coordinator, "Bewertung", forged)
        await coordinator.taps("Bewertung")

        assert coordinator.toast.startswith("Dieses Jahr ist versiegelt.")
    async with world.bot.database.reading() as store:
        assert await store.reports.assessment(2026) == words
        assert (await sealing.verify(store, world.bot.network)).broken == []
