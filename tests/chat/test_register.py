"""Registering: one tap, one seat, one confirmation; leaving makes room; reminders come in time."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.network import Defaults
from domain.training import Plan, Training
from domain.vocabulary import DeliveryMode, EventFormat, Topic
from standin.people.person import Person
from tests.chat.conftest import World

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
async def training(world: World) -> Training:
    """Return a training with one seat, on Friday, 12 March 2027."""
    starts = datetime(2027, 3, 12, 9, 0, tzinfo=BERLIN)
    plan = Plan(
        title="Gespräche <führen> & verstehen",
        topic=Topic.CONVERSATION_SKILLS,
        format=EventFormat.SEMINAR,
        mode=DeliveryMode.IN_PERSON,
        starts_at=starts,
        ends_at=starts + timedelta(hours=3, minutes=30),
        deadline_at=starts - timedelta(days=14),
        withdraw_by=starts - timedelta(days=7),
        seats=1,
        units=4,
        place="Rathaus Büttgen, Saal 2",
        reminders=Defaults().reminders,
    )
    async with world.bot.database.transaction() as store:
        return await store.trainings.add(plan, "rkn-kaarst", None)


async def opens_card(person: Person) -> None:
    await person.says("/termine")
    await person.taps("1. Gespräche <führen> & verstehen")


async def test_one_tap_registers(
    world: World, anna: Person, outsider: Person, training: Training
) -> None:
    await world.joins(anna)
    await opens_card(anna)

    assert "Freitag, 12. März 2027, 09:00 bis 12:30 Uhr" in anna.last.text
    assert "Noch ein Platz frei." in anna.last.text

    await anna.taps("Anmelden")

    assert anna.toast == "Sie sind angemeldet: Gespräche <führen> & verstehen"
    assert anna.last.text.startswith("Ihr Platz ist bestätigt.\n\nGespräche <führen> & verstehen")
    assert anna.last.document is not None
    assert anna.last.document.name == "termin.ics"
    assert "Sie sind angemeldet." in anna.messages[-2].text
    assert anna.messages[-2].buttons == [
        ["Abmelden", "Ersatz schicken"],
        ["Details", "Kalender"],
        ["Weitergeben", "Zur Liste"],
    ]

    await outsider.says("/meine")

    assert "geschlossen" in outsider.last.text


@pytest.mark.differs  # seats are given under a lock
async def test_the_second_waits_and_moves_up(
    world: World, anna: Person, bela: Person, training: Training
) -> None:
    await world.joins(anna)
    await world.joins(bela, office="rkn-neuss")
    await opens_card(anna)
    await anna.taps("Anmelden")
    await opens_card(bela)
    await bela.taps("Auf die Warteliste")

    assert bela.toast == "Sie stehen auf der Warteliste, Platz 1."

    await anna.taps("Abmelden")

    assert "Möchten Sie sich abmelden?" in anna.last.text

    await anna.taps("Ja, abmelden")

    assert "Eine Person von der Warteliste rückt nach." in anna.last.text
    assert bela.last.text.startswith("Sie sind nachgerückt und haben einen Platz.")


async def test_reminders_come_in_time_and_only_to_who_comes(
    world: World, anna: Person, bela: Person, training: Training
) -> None:
    await world.joins(anna)
    await world.joins(bela)
    await opens_card(anna)
    await anna.taps("Anmelden")
    await opens_card(bela)
    await bela.taps("Auf die Warteliste")
    before = len(bela.messages)
    await world.moves_to(datetime(2027, 3, 5, 7, 59, tzinfo=BERLIN))

    assert "Erinnerung" not in anna.last.text

    await world.moves_to(datetime(2027, 3, 5, 8, 1, tzinfo=BERLIN))

    assert anna.last.text.startswith("Erinnerung: in einer Woche")

    await world.moves_to(datetime(2027, 3, 11, 8, 1, tzinfo=BERLIN))

    assert anna.last.text.startswith("Erinnerung: morgen")
    assert len(bela.messages) == before


async def test_after_the_deadline_a_button_still_answers(
    world: World, anna: Person, training: Training
) -> None:
    await world.joins(anna)
    await opens_card(anna)
    await world.moves_to(datetime(2027, 3, 1, 8, 0, tzinfo=BERLIN))
    await anna.taps("Anmelden")

    assert anna.toast == "Der Anmeldeschluss war am Fr., 26.02.2027, 09:00 Uhr."
    assert "Anmeldeschluss war am" in anna.last.text


async def test_a_made_up_button_is_answered_and_changes_nothing(
    world: World, anna: Person, training: Training
) -> None:
    await world.joins(anna)
    tap = {
        "update_id": 100000009,
        "callback_query": {
            "id": "1",
            "from": {"id": anna.id, "is_bot": False, "first_name": "x"},
            "chat_instance": "1",
            "data": "reg:no-number",
            "message": {
                "message_id": 1,
                "date": 0,
                "chat": {"id": anna.id, "type": "private"},
                "text": "x",
            },
        },
    }
    await world.bot.accept([tap])
    await world.settled()

    async with world.bot.database.reading() as store:
        overview = await store.trainings.overview(training.id)
        dead = await store.inbox.count("dead")
        new = await store.inbox.count("new")

    assert overview is not None
    assert (overview.taken, dead, new) == (0, 0, 0)


@pytest.mark.differs  # seats are given under a lock
async def test_a_redelivered_tap_changes_nothing(
    world: World, anna: Person, training: Training
) -> None:
    await world.joins(anna)
    await opens_card(anna)
    await anna.taps("Anmelden")
    sent = len(world.telegram.ledger)
    tap = {
        "update_id": 100000005,
        "message": {
            "message_id": 99,
            "date": 0,
            "chat": {"id": anna.id, "type": "private"},
            "from": {"id": anna.id, "is_bot": False, "first_name": "x"},
            "text": "/meine",
            "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
        },
    }
    await world.bot.accept([tap, tap])
    await world.bot.accept([tap])
    await world.settled()

    assert len(world.telegram.ledger) == sent
