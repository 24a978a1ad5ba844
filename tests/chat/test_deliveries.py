"""Checking deliveries: counts, what did not arrive, and what a coordinator can do about it."""

from datetime import datetime, timedelta

import pytest

from domain.channel import in_chat
from domain.training import Training
from domain.vocabulary import Role
from standin.people.person import Person
from talk.deliveries import ShowDeliveries
from tests.chat.conftest import World
from tests.chat.stage import BERLIN, TITLE, coordinates, crowd, hand, planned

WEEK_BEFORE = datetime(2027, 3, 5, 8, 1, tzinfo=BERLIN)


@pytest.fixture
async def training(world: World) -> Training:
    return await planned(world)


async def registered(world: World, *people: Person) -> None:
    for person in people:
        await person.says("/termine")
        await person.taps(f"1. {TITLE}")
        await person.taps("Anmelden")


async def unknown_reminder(world: World, anna: Person) -> None:
    """Let the answers to a reminder be lost, also that to its one resend."""
    await world.joins(anna, name="Änne Müller")
    await registered(world, anna)
    world.telegram.fault("sendMessage", "reset", times=2, after=True, chat_id=anna.id)
    await world.moves_to(WEEK_BEFORE)
    await world.moves(timedelta(minutes=2))
    await world.moves(timedelta(minutes=2))


async def test_a_coordinator_sees_counts_and_troubles_without_names(
    world: World, anna: Person, coordinator: Person, outsider: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await coordinator.says("/zustellung")

    assert "Es gibt keine Nachrichten aus den letzten Tagen." in coordinator.last.text

    await unknown_reminder(world, anna)
    await coordinator.says("/zustellung")

    assert coordinator.last.text == (
        "Zustellung der letzten Tage\n\nGeplant: 1\nUngewiss: 1\n\n"
        f"1. Ungewiss: Erinnerung\n{TITLE}\nFr., 05.03.2027, 08:00 Uhr"
    )
    assert "Müller" not in coordinator.reads()

    await anna.says("/zustellung")
    await outsider.says("/zustellung")

    assert anna.last.text == "Das können nur Koordinierende."
    assert "geschlossen" in outsider.last.text


async def test_an_institution_is_named_only_where_it_is_large_enough(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await unknown_reminder(world, anna)
    await crowd(world, 3, "rkn-kaarst")
    await coordinator.says("/zustellung")

    assert "An: " in coordinator.last.text  # five: three of the crowd, Anna, the coordinator

    async with world.bot.database.transaction() as store:
        one = await store.persons.by_chat(in_chat(10_000))
        assert one is not None
        await store.persons.erase(one.id)
    await coordinator.says("/zustellung")

    assert "An: " not in coordinator.last.text


async def test_an_unknown_one_is_sent_again_by_decision(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await unknown_reminder(world, anna)
    before = len(anna.messages)
    await coordinator.says("/zustellung")
    await coordinator.taps("1. Erneut senden")

    assert coordinator.toast == "Die Nachricht wird erneut gesendet."
    assert len(anna.messages) == before + 1
    assert anna.last.text.endswith("Vielleicht haben Sie diese Nachricht schon erhalten.")

    await coordinator.says("/zustellung")

    assert "Alles ist in Ordnung." in coordinator.last.text


async def test_an_unknown_one_can_be_taken_as_delivered_once(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await unknown_reminder(world, anna)
    before = len(anna.messages)
    await coordinator.says("/zustellung")
    world.telegram.settled = None
    await coordinator.taps("1. Als zugestellt ansehen")
    await coordinator.taps("1. Erneut senden")
    world.telegram.settled = world.pressed
    await world.settled()

    assert coordinator.toast == "Darüber ist schon entschieden, oder es ist zu spät dafür."
    assert len(anna.messages) == before
    assert "Alles ist in Ordnung." in coordinator.last.text


async def test_a_press_settles_it_before_anybody_has_to_decide(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await unknown_reminder(world, anna)
    await anna.taps("Keine Erinnerungen")
    await coordinator.says("/zustellung")

    assert "Zugestellt: 1" in coordinator.last.text
    assert "Ungewiss" not in coordinator.last.text


@pytest.mark.long
async def test_of_other_offices_one_sees_nothing_but_the_lead_sees_all(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await unknown_reminder(world, anna)
    await coordinates(world, coordinator, office="rkn-neuss")
    await coordinator.says("/zustellung")

    assert "Es gibt keine Nachrichten" in coordinator.last.text

    await hand(world, coordinator, "Zustellung", ShowDeliveries(training.id))
    await coordinator.taps("Zustellung")

    assert coordinator.toast == "Das kann nur die einladende Koordinierungsstelle."

    await coordinates(world, bela, office="rkn-neuss", role=Role.LEAD)
    await hand(world, bela, "Zustellung", ShowDeliveries(training.id))
    await bela.taps("Zustellung")

    (shown,) = [m.text for m in bela.messages if m.text.startswith(f"Zustellung: {TITLE}")]
    assert "Ungewiss: 1" in shown


@pytest.mark.long
async def test_the_coordinator_learns_of_reminders_that_came_too_late(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    """The bot was away from before the first reminder until the second was due."""
    await coordinates(world, coordinator)
    await world.joins(anna)
    await world.joins(bela)
    await registered(world, anna, bela)
    world.clock.move_to(datetime(2027, 3, 11, 10, 0, tzinfo=BERLIN))
    await world.settled()
    await world.moves(timedelta(hours=1))
    told = [m for m in coordinator.messages if "nicht gesendet" in m.text]

    assert len(told) == 1
    assert told[0].text == (
        "2 Erinnerungen wurden nicht gesendet.\nEs war zu spät dafür.\n\n"
        f"{TITLE}\nFreitag, 12. März 2027, 09:00 bis 12:30 Uhr\nErinnerung: eine Woche vorher"
    )
    assert anna.last.text.startswith("Erinnerung: morgen")

    await coordinator.taps("Zustellung ansehen")

    assert "Verfallen: 2" in coordinator.last.text


@pytest.mark.long
async def test_many_troubles_come_in_pages(
    world: World, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    people = await crowd(world, 7)
    await registered(world, *people)
    world.clock.move_to(datetime(2027, 3, 11, 10, 0, tzinfo=BERLIN))
    await world.settled()
    await coordinator.says("/zustellung")

    assert coordinator.last.text.count("Verfallen") == 1 + 3
    assert "7 Nachrichten kamen nicht sicher an\nSeite 1 von 3" in coordinator.last.text

    await coordinator.taps("Weiter")
    await coordinator.taps("Weiter")

    assert coordinator.last.text.count("Verfallen") == 1 + 1
    assert "7. Verfallen" in coordinator.last.text

    await coordinator.taps("Zurück")

    assert "Seite 2 von 3" in coordinator.last.text
