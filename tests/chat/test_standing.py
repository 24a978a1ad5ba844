"""Stories of standing: who waits, who is away, what was shown, what goes into the calendar."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from domain import plan_change
from domain.training import Training
from domain.vocabulary import DeliveryMode
from standin.people.person import Person
from standin.world.chats import Standing
from talk.register import LeaveUnseen, RegisterUnseen
from tests.chat.conftest import World
from tests.chat.stage import BERLIN, STARTS, TITLE, coordinates, hand, plan, planned
from tests.texts.documents.calendar_readers import Reading, by_vobject

LINK = "https://konferenz.example/raum"


def file_of(person: Person) -> Reading:
    assert person.last.document is not None
    return by_vobject(person.last.document.content)


async def opens(person: Person) -> Person:
    await person.says("/termine")
    await person.taps(f"1. {TITLE}")
    return person


async def moves(world: World, training: Training, days: int = 7) -> None:
    start = training.plan.starts_at + timedelta(days=days)
    async with world.bot.database.transaction() as store:
        network, now = world.bot.network, world.clock.now()
        end = start + timedelta(hours=3, minutes=30)
        await plan_change.move(store, network, training.id, start, end, now)
    await world.settled()


@pytest.fixture
async def online(world: World) -> Training:
    """Return an online training with one seat."""
    return await planned(world, plan(seats=1, mode=DeliveryMode.ONLINE, place="", link=LINK))


@pytest.mark.long
async def test_the_waiting_one_waits_and_then_has_everything(
    world: World, anna: Person, bela: Person, outsider: Person, online: Training
) -> None:
    await world.joins(anna)
    await world.joins(bela, office="rkn-neuss")
    await (await opens(anna)).taps("Anmelden")

    assert f"Zugang: {LINK}" in anna.last.text
    assert "Ihre Platznummer: 01" in anna.last.text
    assert "Der Bot erinnert Sie: eine Woche vorher, am Vortag." in anna.last.text

    confirmed = file_of(anna)

    assert (confirmed.status, confirmed.location, confirmed.url) == ("CONFIRMED", LINK, LINK)

    await (await opens(bela)).taps("Auf die Warteliste")
    await bela.says("/meine")
    await bela.taps(f"1. {TITLE}")
    await bela.taps("Details")

    assert "konferenz.example" not in bela.reads()

    await bela.taps("Zurück")
    await bela.taps("Kalender")

    assert (file_of(bela).status, file_of(bela).url) == ("TENTATIVE", "")

    await moves(world, online)

    assert "Sie stehen weiter auf der Warteliste." in bela.last.text
    assert "gilt weiter" not in bela.reads()
    assert bela.last.document is None
    assert "Ihre Anmeldung gilt weiter." in anna.last.text

    await anna.taps("Abmelden")
    await anna.taps("Ja, abmelden")

    assert "Die Datei nimmt den Termin aus Ihrem Kalender." in anna.last.text

    struck = file_of(anna)

    assert (struck.method, struck.uid) == ("CANCEL", confirmed.uid)
    assert struck.sequence > confirmed.sequence
    assert bela.last.text.startswith("Sie sind nachgerückt und haben einen Platz.")
    assert f"Zugang: {LINK}" in bela.last.text
    assert "Ihre Platznummer: 02" in bela.last.text
    assert file_of(bela).status == "CONFIRMED"

    await (await opens(anna)).taps("Auf die Warteliste")
    await bela.taps("Abmelden")
    await bela.taps("Ja, abmelden")

    assert "Ihre Platznummer: 01" in anna.last.text
    assert file_of(anna).sequence > struck.sequence

    await outsider.says("/meine")

    assert "geschlossen" in outsider.last.text


async def test_a_card_that_shows_other_facts_asks_first(
    world: World, anna: Person, online: Training
) -> None:
    await world.joins(anna)
    await opens(anna)
    await moves(world, online)
    await anna.taps("Anmelden")

    assert anna.toast == "Die Angaben haben sich geändert. Bitte prüfen Sie die Karte."
    assert "Freitag, 19. März 2027" in anna.last.text
    assert "angemeldet" not in anna.last.text

    await anna.taps("Anmelden")

    assert "Ihr Platz ist bestätigt." in anna.last.text

    await anna.taps("Abmelden")
    await moves(world, online, 14)
    question = next(m for m in reversed(anna.messages) if "Möchten Sie" in m.text)
    post = anna.chat.posts[question.message_id]
    await anna._presses(post, post.rows[0][0])

    assert anna.toast == "Die Angaben haben sich geändert. Bitte prüfen Sie sie."
    assert "Freitag, 26. März 2027" in anna.chat.posts[question.message_id].text

    await anna._presses(post, anna.chat.posts[question.message_id].rows[0][0])

    assert anna.toast == "Sie sind abgemeldet."


async def test_a_button_that_does_not_know_what_it_showed_asks_first(
    world: World, anna: Person, online: Training
) -> None:
    await world.joins(anna)
    await hand(world, anna, "Anmelden", RegisterUnseen(online.id))
    await anna.taps("Anmelden")

    assert "Bitte prüfen Sie die Angaben." in anna.last.text

    await anna.taps("Anmelden")

    assert "Ihr Platz ist bestätigt." in anna.last.text

    await hand(world, anna, "Ja, abmelden", LeaveUnseen(online.id))
    await anna.taps("Ja, abmelden")

    assert "Möchten Sie sich abmelden?" in anna.last.text

    await anna.taps("Ja, abmelden")

    assert anna.toast == "Sie sind abgemeldet."


async def test_each_press_has_its_reason_at_each_hour(
    world: World, anna: Person, online: Training
) -> None:
    await world.joins(anna)
    await (await opens(anna)).taps("Anmelden")
    await world.moves_to(STARTS + timedelta(minutes=5))
    await anna.taps("Abmelden")

    assert anna.toast == "Diese Veranstaltung hat schon begonnen."
    assert "Diese Veranstaltung hat begonnen. Sie haben einen Platz." in anna.last.text
    assert "Abmelden" not in anna.last.labels

    await world.moves_to(STARTS + timedelta(hours=30))
    confirmed = next(m for m in anna.messages if "bestätigt" in m.text)
    post = anna.chat.posts[confirmed.message_id]
    leave = next(b for row in post.rows for b in row if b["text"] == "Abmelden")
    await anna._presses(post, leave)

    assert anna.toast == "Diese Veranstaltung ist vorbei."


async def test_a_cancelled_training_does_not_ask(
    world: World, anna: Person, bela: Person, online: Training
) -> None:
    await world.joins(anna)
    await world.joins(bela)
    await (await opens(anna)).taps("Anmelden")
    await (await opens(bela)).taps("Auf die Warteliste")
    confirmed = anna.last
    async with world.bot.database.transaction() as store:
        await plan_change.cancel(store, world.bot.network, online.id, world.clock.now())
    await world.settled()

    assert "nimmt den Termin aus Ihrem Kalender" in anna.last.text
    assert file_of(anna).method == "CANCEL"
    assert "Kalender" not in bela.last.text
    assert bela.last.document is None

    post = anna.chat.posts[confirmed.message_id]
    leave = next(b for row in post.rows for b in row if b["text"] == "Abmelden")
    await anna._presses(post, leave)

    assert anna.toast == "Diese Veranstaltung ist abgesagt."
    assert "Nein, dabei bleiben" not in anna.last.labels


@pytest.mark.long
async def test_who_is_away_is_passed_over_and_keeps_the_place(
    world: World, anna: Person, bela: Person, coordinator: Person, online: Training
) -> None:
    chris = world.telegram.person(103, "Chris")
    for person in (anna, bela, chris):
        await world.joins(person)
    await coordinates(world, coordinator)
    for person, label in ((anna, "Anmelden"), (bela, "Auf die Warteliste")):
        await (await opens(person)).taps(label)
    await (await opens(chris)).taps("Auf die Warteliste")
    await bela.blocks()
    await coordinator.says("/zustellung")

    assert "Eine Person auf der Warteliste ist nicht erreichbar." in coordinator.last.text
    assert "Alles ist in Ordnung" not in coordinator.last.text

    await coordinator.says("/verwalten")
    await coordinator.taps(f"1. {TITLE}")

    assert "Eine Person auf der Warteliste ist nicht erreichbar." in coordinator.last.text

    await anna.taps("Abmelden")
    await anna.taps("Ja, abmelden")

    assert chris.last.text.startswith("Sie sind nachgerückt und haben einen Platz.")

    await bela.returns()
    await bela.says("/meine")

    assert "Sie stehen auf der Warteliste, Platz 1." in bela.last.text

    await coordinator.says("/zustellung")

    assert "nicht erreichbar" not in coordinator.last.text

    await chris.taps("Abmelden")
    await chris.taps("Ja, abmelden")

    assert bela.last.text.startswith("Sie sind nachgerückt und haben einen Platz.")


@pytest.mark.long
async def test_a_seat_whose_notice_does_not_arrive_goes_on(
    world: World, anna: Person, bela: Person, online: Training
) -> None:
    chris = world.telegram.person(103, "Chris")
    for person in (anna, bela, chris):
        await world.joins(person)
    await (await opens(anna)).taps("Anmelden")
    for person in (bela, chris):
        await (await opens(person)).taps("Auf die Warteliste")
    bela.chat.standing = Standing.BLOCKED  # nobody has told the bot of it
    await anna.taps("Abmelden")
    await anna.taps("Ja, abmelden")
    await world.moves(timedelta(minutes=1))

    assert chris.last.text.startswith("Sie sind nachgerückt und haben einen Platz.")

    await bela.returns()
    await chris.taps("Abmelden")
    await chris.taps("Ja, abmelden")
    await world.moves(timedelta(minutes=1))

    assert bela.last.text.startswith("Sie sind nachgerückt und haben einen Platz.")


@pytest.mark.long
async def test_who_still_waits_when_it_begins_hears_so_once(
    world: World, anna: Person, bela: Person, online: Training
) -> None:
    for person in (anna, bela):
        await world.joins(person)
    await (await opens(anna)).taps("Anmelden")
    await (await opens(bela)).taps("Auf die Warteliste")
    later = STARTS + timedelta(days=40)
    await planned(world, plan(later, title="Gespräche, zweiter Termin"))
    await world.moves_to(STARTS + timedelta(minutes=1))

    assert bela.last.text == (
        f"{TITLE} hat begonnen, ein Platz wurde nicht frei.\n"
        "Freitag, 12. März 2027, 09:00 bis 12:30 Uhr\n\n"
        "Nächster Termin zum Thema:\nGespräche, zweiter Termin\n"
        "Mittwoch, 21. April 2027, 09:00 bis 12:30 Uhr"
    )
    assert "hat begonnen, ein Platz" not in anna.reads()

    told = len(bela.messages)
    await world.moves(timedelta(hours=20))

    assert len(bela.messages) == told

    await bela.says("/meine")

    assert bela.last.text == "Sie haben zurzeit keine Anmeldungen."


@pytest.mark.long
async def test_reminders_are_promised_only_where_they_will_go(
    world: World, anna: Person, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    soon = datetime(2027, 2, 10, 8, 0, tzinfo=BERLIN)
    await planned(world, plan(soon, deadline_at=soon, withdraw_by=soon, seats=1))
    await world.joins(anna)
    await (await opens(anna)).taps("Anmelden")

    assert "Für eine Erinnerung ist es zu spät." in anna.last.text

    await coordinator.says("/verwalten")
    await coordinator.taps(f"1. {TITLE}")

    assert "Erinnerungen: Keine, dafür ist es zu spät" in coordinator.last.text

    await coordinator.taps("Ändern")
    await coordinator.taps("Erinnerungen")

    assert "Möglich ist noch: am selben Tag." in coordinator.last.text
    assert "zwei Wochen vorher" not in coordinator.last.labels

    await coordinator.taps("am selben Tag")
    await coordinator.taps("Weiter")
    await coordinator.taps("Ja, ändern")

    assert "Erinnerungen: am selben Tag" in coordinator.last.text

    await world.moves_to(soon - timedelta(minutes=59))

    assert anna.last.text.startswith("Erinnerung: heute")


async def test_the_list_at_the_door_keeps_its_numbers(
    world: World, anna: Person, bela: Person, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    await planned(world)
    await world.joins(anna)
    await world.joins(bela, office="rkn-neuss")
    for person in (anna, bela):
        await (await opens(person)).taps("Anmelden")
    await anna.taps("Abmelden")
    await anna.taps("Ja, abmelden")
    await coordinator.says("/verwalten")
    await coordinator.taps(f"1. {TITLE}")
    await coordinator.taps("Teilnahmeliste")

    assert coordinator.last.text.endswith("Platz 02, Jugendamt der Stadt Neuss")

    await bela.says("/meine")

    assert "Ihre Platznummer: 02" in bela.last.text
