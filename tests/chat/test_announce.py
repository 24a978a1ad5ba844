"""Announcing: seen before it goes, sent once to whom it is meant for, reported in counts."""

import itertools
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from domain.announce_audience import ON_ITS_WAY
from domain.announce_back import WINDOW
from domain.channel import in_chat
from domain.network import Network
from domain.training import Training
from domain.vocabulary import EventStatus, Role, Topic
from standin.people.person import Person
from talk.announce import Announce, Stop, TakeBackAnnouncement
from tests.chat.conftest import World
from tests.chat.stage import (
    BERLIN,
    STARTS,
    TITLE,
    coordinates,
    crowd,
    hand,
    ledger,
    plan,
    planned,
    sends,
)


@pytest.fixture
async def training(world: World) -> Training:
    return await planned(world)


async def begins(world: World, coordinator: Person, training: Training) -> None:
    await coordinates(world, coordinator)
    await hand(world, coordinator, "Ankündigen", Announce(training.id))
    await coordinator.taps("Ankündigen")


def cards_of(person: Person) -> list[str]:
    return [m.text for m in person.messages if m.text.startswith("Neu im Angebot")]


async def test_the_preview_is_what_others_get(
    world: World, anna: Person, coordinator: Person, outsider: Person, training: Training
) -> None:
    await world.joins(anna, office="rkn-neuss")
    await begins(world, coordinator, training)
    preview = coordinator.messages[-2]

    assert coordinator.messages[-3].text == "So sieht die Ankündigung für andere aus:"
    assert "Wer soll die Ankündigung erhalten?" in coordinator.last.text

    await coordinator.taps("Alle im Netzwerk")

    assert "An: Alle im Netzwerk\nErreicht 2 Personen. Das dauert weniger als" in (
        coordinator.last.text
    )

    await coordinator.taps("Jetzt senden")

    assert coordinator.toast == "In einer Minute geht die Ankündigung hinaus."
    assert cards_of(anna) == []

    await world.moves(WINDOW)

    assert anna.last.text == preview.text
    assert anna.last.buttons == preview.buttons
    assert anna.last.buttons == [
        ["Anmelden", "Diesmal nicht"],
        ["Details", "Kalender"],
        ["Weitergeben"],
    ]
    assert outsider.messages == []


async def test_the_report_comes_in_counts_on_the_same_card(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna, office="rkn-neuss")
    await begins(world, coordinator, training)
    await coordinator.taps("Alle im Netzwerk")
    await sends(world, coordinator)
    report = next(m for m in coordinator.messages if m.text.startswith("Ankündigung gesendet"))

    assert report.text == (
        f"Ankündigung gesendet\n{TITLE}\nFreitag, 12. März 2027, 09:00 bis 12:30 Uhr"
        "\n\n2 von 2 zugestellt."
    )
    assert report.edited
    assert report.buttons == []
    assert await ledger(world) == {
        "notice-published": 1,
        "notice-audience": 2,
        "notice-delivered": 2,
    }


@pytest.mark.long
@pytest.mark.differs  # what no other story asks of storage
async def test_it_is_taken_back_within_a_minute_and_nobody_gets_it(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna, office="rkn-neuss")
    await coordinates(world, bela, office="rkn-neuss")
    await begins(world, coordinator, training)
    await coordinator.taps("Alle im Netzwerk")
    await coordinator.taps("Jetzt senden")

    assert coordinator.last.text.endswith(
        "Gesendet wird in höchstens einer Minute. Bis dahin können Sie alles zurücknehmen."
        " Erreicht 3 Personen."
    )

    for person, said in ((anna, "Das können nur Koordinierende."), (bela, "einladende")):
        await hand(world, person, "Zurücknehmen", TakeBackAnnouncement(1))
        await person.taps("Zurücknehmen")

        assert said in f"{person.last.text} {person.toast}"

    await coordinator.taps("Zurücknehmen")

    assert coordinator.toast == "Die Ankündigung ist zurückgenommen. Niemand hat sie erhalten."

    await world.moves(timedelta(minutes=5))

    assert cards_of(anna) == []
    assert "Es wurde nichts gesendet." in coordinator.last.text
    assert await ledger(world) == {}

    await coordinator.says("/verwalten")
    await coordinator.taps(f"1. {TITLE}")

    assert "Zurücknehmen" in coordinator.last.labels  # the training: nobody knows of it


async def test_once_it_goes_out_it_is_too_late_and_all_get_it(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna, office="rkn-neuss")
    await begins(world, coordinator, training)
    await coordinator.taps("Alle im Netzwerk")
    await sends(world, coordinator)
    await hand(world, coordinator, "Zurücknehmen", TakeBackAnnouncement(1))
    await coordinator.taps("Zurücknehmen")

    assert coordinator.toast == "Dafür ist es zu spät: Die Ankündigung geht schon hinaus."
    assert len(cards_of(anna)) == 1
    assert (await ledger(world))["notice-delivered"] == 2


@pytest.mark.long
async def test_nobody_is_told_twice_unless_meant(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna, office="rkn-neuss")
    await begins(world, coordinator, training)
    await coordinator.taps("Alle im Netzwerk")
    await sends(world, coordinator)
    await world.joins(bela, office="rkn-neuss")
    await coordinator.taps("Ankündigen")
    await coordinator.taps("Alle im Netzwerk")

    assert "Erreicht eine Person." in coordinator.last.text
    assert "2 Personen haben diese Ankündigung schon" in coordinator.last.text

    await sends(world, coordinator)

    assert len(cards_of(anna)) == 1
    assert len(cards_of(bela)) == 1

    await coordinator.taps("Ankündigen")
    await coordinator.taps("Alle im Netzwerk")

    assert "Niemand wird neu erreicht." in coordinator.last.text
    assert "Jetzt senden" not in coordinator.last.labels

    await coordinator.taps("Auch an alle, die sie schon haben")
    await sends(world, coordinator)

    assert len(cards_of(anna)) == 2
    assert len(cards_of(bela)) == 2


async def test_a_moved_training_is_news_again(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna, office="rkn-neuss")
    await begins(world, coordinator, training)
    await coordinator.taps("Alle im Netzwerk")
    await sends(world, coordinator)
    async with world.bot.database.transaction() as store:
        later = plan(STARTS + timedelta(days=7))
        await store.trainings.set_plan(training.id, later, moved=True)
    await coordinator.taps("Ankündigen")
    await coordinator.taps("Alle im Netzwerk")

    assert "Erreicht 2 Personen." in coordinator.last.text


async def test_it_goes_to_the_chosen_districts_and_sectors_only(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna, office="rkn-neuss")
    await world.joins(bela, office="rkn-dormagen")
    await begins(world, coordinator, training)
    await coordinator.taps("Nach Bezirk und Handlungsfeld")
    await coordinator.taps("Stadt Neuss")
    await coordinator.taps("Dormagen")
    await coordinator.taps("✓ Dormagen")
    await coordinator.taps("Weiter")
    await coordinator.taps("Weiter")

    assert "An: Stadt Neuss\nErreicht eine Person." in coordinator.last.text

    await coordinator.taps("Nur wer das Thema abonniert hat")

    assert "An: Stadt Neuss, davon nur: wer das Thema abonniert hat\nNiemand" in (
        coordinator.last.text
    )

    await coordinator.taps("Auch ohne Abo des Themas")
    await coordinator.taps("Zurück")
    await coordinator.taps("Nach Bezirk und Handlungsfeld")
    await coordinator.taps("Stadt Neuss")
    await coordinator.taps("Weiter")
    await coordinator.taps("Polizei")
    await coordinator.taps("Weiter")

    assert "An: Stadt Neuss; Polizei\nNiemand wird neu erreicht." in coordinator.last.text
    assert "Jetzt senden" not in coordinator.last.labels

    await coordinator.taps("Abbrechen")

    assert "Abgebrochen." in coordinator.last.text
    assert cards_of(anna) == cards_of(bela) == []


async def test_it_goes_to_subscribers_of_the_topic(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna)
    await world.joins(bela)
    async with world.bot.database.transaction() as store:
        subscriber = await store.persons.by_chat(in_chat(anna.id))
        assert subscriber is not None
        await store.persons.subscribe(subscriber.id, Topic.CONVERSATION_SKILLS, on=True)
    await begins(world, coordinator, training)
    await coordinator.taps("Wer das Thema abonniert hat")
    await sends(world, coordinator)

    assert len(cards_of(anna)) == 1
    assert cards_of(bela) == []


async def test_at_a_time_by_button(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna)
    await begins(world, coordinator, training)
    await coordinator.taps("Alle im Netzwerk")
    await coordinator.taps("Zu einer Zeit senden")

    assert coordinator.last.buttons == [
        ["heute, 12:00 Uhr"],
        ["heute, 16:00 Uhr"],
        ["morgen, 08:00 Uhr"],
        ["morgen, 12:00 Uhr"],
        ["morgen, 16:00 Uhr"],
        ["Zurück", "Abbrechen"],
    ]

    await coordinator.taps("morgen, 08:00 Uhr")

    assert "Gesendet wird: Mittwoch, 10. Februar 2027, 08:00 Uhr" in coordinator.last.text

    await coordinator.taps("So planen")

    assert "Ankündigung geplant" in coordinator.last.text
    assert coordinator.last.buttons == [["Anhalten"]]

    await world.moves_to(datetime(2027, 2, 10, 7, 59, tzinfo=BERLIN))

    assert cards_of(anna) == []

    await world.moves_to(datetime(2027, 2, 10, 8, 0, tzinfo=BERLIN))

    assert len(cards_of(anna)) == 1


@pytest.mark.long
async def test_at_a_typed_time_that_is_echoed(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna)
    await begins(world, coordinator, training)
    await coordinator.says("morgen um acht")

    assert coordinator.messages[-2].text.startswith("Dieser Bot nimmt keine Fallangaben")

    await coordinator.taps("Alle im Netzwerk")
    await coordinator.taps("Zu einer Zeit senden")
    await coordinator.says("irgendwann <bald>")  # may be about anything

    assert coordinator.messages[-2].text.startswith("Dieser Bot nimmt keine Fallangaben")
    assert "Wann soll gesendet werden?" in coordinator.last.text

    await coordinator.says("um 8 und um 9")

    assert "lässt sich nicht als Termin lesen" in coordinator.last.text

    await coordinator.says("11.2.27")

    assert "Bitte schreiben Sie Tag und Uhrzeit." in coordinator.last.text

    await coordinator.says("12.3.27 10 Uhr")

    assert "Dann hat die Veranstaltung schon begonnen." in coordinator.last.text

    await coordinator.says("13.2.27 22 Uhr")

    assert "Gesendet wird: Montag, 15. Februar 2027, 07:00 Uhr" in coordinator.last.text
    assert "liegt in der Ruhezeit" in coordinator.last.text

    await coordinator.taps("Zurück")
    await coordinator.says("11.2.27 9:30")
    await coordinator.taps("So planen")
    await world.moves_to(datetime(2027, 2, 11, 9, 31, tzinfo=BERLIN))

    assert len(cards_of(anna)) == 1


@pytest.mark.long
async def test_at_night_only_what_is_urgent(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    soon = await planned(world, plan(datetime(2027, 2, 10, 18, 0, tzinfo=BERLIN)))
    await world.joins(anna)
    await begins(world, coordinator, training)
    await world.moves_to(datetime(2027, 2, 9, 23, 0, tzinfo=BERLIN))
    await coordinator.taps("Alle im Netzwerk")

    assert "Jetzt ist Ruhezeit." in coordinator.last.text
    assert coordinator.last.buttons[0] == ["Senden: morgen, 07:00 Uhr"]
    assert "Trotzdem jetzt senden" not in coordinator.labels

    await coordinator.taps("Senden: morgen, 07:00 Uhr")

    assert cards_of(anna) == []

    await hand(world, coordinator, "Dringend ankündigen", Announce(soon.id))
    await coordinator.taps("Dringend ankündigen")
    await coordinator.taps("Alle im Netzwerk")
    await sends(world, coordinator, "Trotzdem jetzt senden")

    assert len(cards_of(anna)) == 1

    await world.moves_to(datetime(2027, 2, 10, 7, 0, tzinfo=BERLIN))

    assert len(cards_of(anna)) == 2


async def test_after_an_outage_the_night_is_left_in_peace(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna)
    await begins(world, coordinator, training)
    await coordinator.taps("Alle im Netzwerk")
    await coordinator.taps("Zu einer Zeit senden")
    await coordinator.taps("heute, 16:00 Uhr")
    await coordinator.taps("So planen")
    await world.moves_to(datetime(2027, 2, 9, 22, 0, tzinfo=BERLIN))

    assert cards_of(anna) == []
    assert "Gesendet wird: Mittwoch, 10. Februar 2027, 07:00 Uhr" in coordinator.last.text

    await world.moves_to(datetime(2027, 2, 10, 7, 1, tzinfo=BERLIN))

    assert len(cards_of(anna)) == 1


async def test_a_planned_one_can_be_stopped(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna)
    await begins(world, coordinator, training)
    await coordinator.taps("Alle im Netzwerk")
    await coordinator.taps("Zu einer Zeit senden")
    await coordinator.taps("morgen, 08:00 Uhr")
    await coordinator.taps("So planen")
    planned_card = coordinator.last.message_id
    await coordinator.taps("Anhalten")

    assert coordinator.toast == "Die Ankündigung ist angehalten."
    assert "Es wurde nichts gesendet." in coordinator.last.text
    assert coordinator.last.message_id == planned_card
    assert coordinator.last.buttons == []

    await world.moves(timedelta(days=2))

    assert cards_of(anna) == []
    assert await ledger(world) == {}


@pytest.mark.long
@pytest.mark.differs  # what no other story asks of storage
async def test_a_cancelled_training_is_not_announced_and_the_coordinator_learns_why(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna)
    await begins(world, coordinator, training)
    await coordinator.taps("Alle im Netzwerk")
    await coordinator.taps("Zu einer Zeit senden")
    await coordinator.taps("morgen, 08:00 Uhr")
    await coordinator.taps("So planen")
    async with world.bot.database.transaction() as store:
        await store.trainings.set_status(training.id, EventStatus.CANCELLED)
    await world.moves(timedelta(days=1))

    assert cards_of(anna) == []
    assert coordinator.last.text == (
        f"Die geplante Ankündigung wurde nicht gesendet.\n{TITLE}\n\n"
        "Diese Veranstaltung ist abgesagt."
    )
    assert coordinator.messages[-2].text.startswith("Ankündigung angehalten")

    await coordinator.taps("Ankündigen")

    assert coordinator.toast == "Diese Veranstaltung ist abgesagt."


async def test_only_the_host_and_the_lead_announce(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator, office="rkn-neuss")
    await world.joins(anna)
    await coordinates(world, bela, office="rkn-neuss", role=Role.LEAD)
    for person in (coordinator, anna, bela):
        await hand(world, person, "Ankündigen", Announce(training.id))
        await person.taps("Ankündigen")

    assert coordinator.toast == "Das kann nur die einladende Koordinierungsstelle."
    assert anna.last.text == "Das können nur Koordinierende."
    assert "Wer soll die Ankündigung erhalten?" in bela.last.text


async def test_old_buttons_and_double_taps_are_harmless(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna)
    await begins(world, coordinator, training)
    first = coordinator.last.message_id
    await coordinator.taps("Ankündigen")
    await coordinator.presses(first, 0, 0)

    assert coordinator.toast == "Diese Auswahl ist nicht mehr aktuell."

    await coordinator.taps("Alle im Netzwerk")
    world.telegram.settled = None
    await coordinator.taps("Jetzt senden")
    await coordinator.taps("Jetzt senden")
    world.telegram.settled = world.pressed
    await world.settled()
    await world.moves(WINDOW)

    assert len(cards_of(anna)) == 1


@pytest.mark.long
async def test_a_restart_in_the_middle_loses_no_step(
    world: World, anna: Person, coordinator: Person, training: Training, network: Network
) -> None:
    from bot.app import Bot

    await world.joins(anna)
    await begins(world, coordinator, training)
    await coordinator.taps("Alle im Netzwerk")
    world.bot = Bot(world.bot.parts)
    await world.bot.initialize()
    await sends(world, coordinator)

    assert len(cards_of(anna)) == 1


async def test_one_who_blocked_is_counted_and_not_named(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna, name="Änne Müller")
    await world.joins(bela)
    world.telegram.fault("sendMessage", "code", code=403, chat_id=anna.id)
    await begins(world, coordinator, training)
    await coordinator.taps("Alle im Netzwerk")
    await sends(world, coordinator)
    report = next(m for m in coordinator.messages if m.text.startswith("Ankündigung gesendet"))

    assert report.text.endswith("2 von 3 zugestellt, 1 nicht erreichbar.")
    assert len(cards_of(bela)) == 1
    assert cards_of(anna) == []
    assert (await ledger(world))["notice-delivered"] == 2


@pytest.mark.differs  # what no other story asks of storage
async def test_institutions_are_counted_only_where_that_points_at_nobody(
    world: World, coordinator: Person, training: Training
) -> None:
    neuss = await crowd(world, 2, "rkn-neuss")
    dormagen = await crowd(world, 2, "rkn-dormagen", first=20_000)
    for person in (*neuss, *dormagen):
        world.telegram.fault("sendMessage", "code", code=403, chat_id=person.id)
    await begins(world, coordinator, training)
    await coordinator.taps("Alle im Netzwerk")
    await sends(world, coordinator)
    report = next(m for m in coordinator.messages if m.text.startswith("Ankündigung gesendet"))

    assert report.text.endswith("1 von 5 zugestellt, 4 nicht erreichbar (aus 2 Institutionen).")


async def test_a_429_in_the_middle_delays_and_loses_nothing(
    world: World, coordinator: Person, training: Training
) -> None:
    people = await crowd(world, 8)
    await begins(world, coordinator, training)
    await coordinator.taps("Alle im Netzwerk")
    world.telegram.fault("sendMessage", "code", times=2, code=429, retry_after=1)
    await sends(world, coordinator)
    for _ in range(3):
        await world.moves(timedelta(seconds=2))

    assert [len(cards_of(person)) for person in people] == [1] * 8
    assert (await ledger(world))["notice-delivered"] == 9


async def test_a_text_refused_as_malformed_goes_once_more_as_plain_text(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna)
    await begins(world, coordinator, training)
    await coordinator.taps("Alle im Netzwerk")
    malformed = "Bad Request: can't parse entities: Unsupported start tag"
    world.telegram.fault("sendMessage", "code", code=400, description=malformed, chat_id=anna.id)
    await sends(world, coordinator)

    assert len(cards_of(anna)) == 1
    assert anna.last.html == anna.last.text.replace("&", "&amp;").replace("<", "&lt;").replace(
        ">", "&gt;"
    )
    assert (await ledger(world))["notice-delivered"] == 2


async def lost_answer(world: World, anna: Person, coordinator: Person, training: Training) -> int:
    """Let the answer to one announcement be lost; return the number of the report's message."""
    await world.joins(anna)
    await begins(world, coordinator, training)
    await coordinator.taps("Alle im Netzwerk")
    world.telegram.fault("sendMessage", "reset", after=True, chat_id=anna.id)
    await sends(world, coordinator)
    return next(
        m for m in coordinator.messages if m.text.startswith("Ankündigung gesendet")
    ).message_id


def message(person: Person, message_id: int) -> str:
    return next(m for m in person.messages if m.message_id == message_id).text


async def test_a_lost_answer_is_held_and_shown(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    card = await lost_answer(world, anna, coordinator, training)

    assert "1 von 2 zugestellt.\n1 ungewiss" in message(coordinator, card)

    await world.moves(timedelta(minutes=10))

    assert len(cards_of(anna)) == 1  # it had arrived, and is not repeated by itself
    assert "Ungewisse erneut senden" in coordinator.labels


@pytest.mark.long
@pytest.mark.differs  # what no other story asks of storage
async def test_a_press_proves_arrival_and_corrects_the_report(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    card = await lost_answer(world, anna, coordinator, training)
    await anna.taps("Anmelden")

    assert message(coordinator, card).endswith("2 von 2 zugestellt.")
    assert "Ungewisse erneut senden" not in coordinator.labels
    assert (await ledger(world))["notice-delivered"] == 2
    assert (await ledger(world))["notice-published"] == 1


@pytest.mark.long
@pytest.mark.differs  # what no other story asks of storage
async def test_unknown_ones_are_sent_again_by_decision_and_say_so(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    card = await lost_answer(world, anna, coordinator, training)
    await coordinator.taps("Ungewisse erneut senden")

    assert coordinator.toast == "Eine Nachricht wird erneut gesendet."
    assert anna.last.text.endswith("Vielleicht haben Sie diese Nachricht schon erhalten.")
    assert message(coordinator, card).endswith("2 von 2 zugestellt.")
    assert (await ledger(world))["notice-delivered"] == 2


@pytest.mark.long
@pytest.mark.differs  # what no other story asks of storage
async def test_unknown_ones_can_be_left_so(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    card = await lost_answer(world, anna, coordinator, training)
    await coordinator.taps("So lassen")

    assert "1 von 2 zugestellt.\n1 ungewiss" in message(coordinator, card)
    assert "So lassen" not in coordinator.labels

    await world.moves(timedelta(minutes=5))

    assert len(cards_of(anna)) == 1


async def test_a_running_one_can_be_stopped(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna)
    await world.joins(bela)
    await begins(world, coordinator, training)
    await coordinator.taps("Alle im Netzwerk")
    world.telegram.fault("sendMessage", "code", times=None, code=409, chat_id=anna.id)
    await sends(world, coordinator)
    await world.moves(timedelta(seconds=5))

    assert any(
        m.text.startswith("Ankündigung wird gesendet") and m.text.endswith("2 von 3 zugestellt.")
        for m in coordinator.messages
    )

    await coordinator.taps("Anhalten")
    world.telegram.faults.clear()
    await world.moves(timedelta(minutes=5))
    report = next(m for m in coordinator.messages if m.text.startswith("Ankündigung angehalten"))

    assert report.text.endswith("2 von 3 zugestellt.\n1 nicht mehr gesendet.")
    assert report.buttons == []
    assert cards_of(anna) == []
    assert len(cards_of(bela)) == 1
    assert (await ledger(world))["notice-delivered"] == 2

    await hand(world, coordinator, "Alter Knopf", Stop(1))
    await coordinator.taps("Alter Knopf")

    assert coordinator.toast == "Diese Ankündigung ist schon beendet."


@pytest.mark.wide
async def test_the_progress_changes_at_most_every_few_seconds(
    world: World, coordinator: Person, training: Training
) -> None:
    people = await crowd(world, 5)
    for wait, person in enumerate(people):
        times = wait + 1
        world.telegram.fault("sendMessage", "code", times=times, code=409, chat_id=person.id)
    await begins(world, coordinator, training)
    await coordinator.taps("Alle im Netzwerk")
    before = len(world.telegram.ledger)
    await sends(world, coordinator)
    for _ in range(50):
        await world.moves(timedelta(seconds=2))
    edits = [entry.at for entry in world.telegram.ledger[before:] if entry.edit]
    pauses = [later - earlier for earlier, later in itertools.pairwise(edits[1:-1])]

    assert [len(cards_of(person)) for person in people] == [1] * 5
    assert len(pauses) >= 2
    assert min(pauses) >= timedelta(seconds=4)


async def test_a_batch_reads_its_facts_once(
    world: World, coordinator: Person, training: Training
) -> None:
    await crowd(world, 60)
    await begins(world, coordinator, training)
    await coordinator.taps("Alle im Netzwerk")
    reads: list[str] = []

    def note(_c: object, _k: object, statement: str, *_: object) -> None:
        if statement.startswith("SELECT"):
            reads.append(statement)

    sa.event.listen(world.bot.database.engine.sync_engine, "before_cursor_execute", note)
    await sends(world, coordinator)

    assert (await ledger(world))["notice-delivered"] == 61
    assert len([s for s in reads if "FROM training" in s or "FROM person" in s]) < 61


async def test_what_was_in_hand_when_it_was_stopped_does_not_leave_later(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna)
    await begins(world, coordinator, training)
    await coordinator.taps("Alle im Netzwerk")
    world.telegram.fault("sendMessage", "code", times=None, code=409, chat_id=anna.id)
    await sends(world, coordinator)
    async with world.bot.database.transaction() as store:
        await store.broadcasts.cancel(1, ON_ITS_WAY)  # a row in hand is not there to be cancelled
    world.telegram.faults.clear()
    await world.moves(timedelta(minutes=5))
    report = next(m for m in coordinator.messages if m.text.startswith("Ankündigung angehalten"))

    assert cards_of(anna) == []
    assert report.text.endswith("1 von 2 zugestellt.\n1 nicht mehr gesendet.")
