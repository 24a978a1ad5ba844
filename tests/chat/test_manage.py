"""Looking after trainings: everybody registered learns what was and what is now."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.delivery import Kind, State
from domain.ledger.entries import LedgerKind
from domain.network import Defaults
from domain.training import Plan, Training
from domain.vocabulary import DeliveryMode, EventFormat, Role, Topic
from standin.people.person import Person
from tests.chat.conftest import World

BERLIN = ZoneInfo("Europe/Berlin")
TITLE = "Gespräche <führen> & verstehen"
LEAD, STRANGER = 901, 902


@pytest.fixture
async def training(world: World) -> Training:
    """Return a training of Kaarst with one seat, on Friday, 12 March 2027."""
    return await planned(world)


async def planned(world: World, title: str = TITLE, host: str = "rkn-kaarst") -> Training:
    starts = datetime(2027, 3, 12, 9, 0, tzinfo=BERLIN)
    plan = Plan(
        title=title,
        topic=Topic.CONVERSATION_SKILLS,
        format=EventFormat.SEMINAR,
        mode=DeliveryMode.HYBRID,
        starts_at=starts,
        ends_at=starts + timedelta(hours=3, minutes=30),
        deadline_at=datetime(2027, 2, 26, 23, 59, tzinfo=BERLIN),
        withdraw_by=datetime(2027, 3, 5, 23, 59, tzinfo=BERLIN),
        seats=1,
        units=4,
        place="Rathaus Büttgen, Saal 2",
        reminders=Defaults().reminders,
    )
    async with world.bot.database.transaction() as store:
        return await store.trainings.add(plan, host, None)


@pytest.fixture
async def planner(world: World, coordinator: Person) -> Person:
    return await world.joins(coordinator, Role.COORDINATOR)


@pytest.fixture
async def seated(world: World, anna: Person, training: Training) -> Person:
    """Return Anna with the only seat."""
    await world.joins(anna, name="Änne Größe")
    return await registers(anna, "Anmelden")


@pytest.fixture
async def waiting(world: World, bela: Person, seated: Person) -> Person:
    """Return Béla behind Anna."""
    await world.joins(bela, office="rkn-neuss")
    return await registers(bela, "Auf die Warteliste")


async def registers(person: Person, label: str) -> Person:
    await person.says("/termine")
    await person.taps(f"1. {TITLE}")
    await person.taps(label)
    return person


async def opens(person: Person, title: str = TITLE) -> None:
    await person.says("/verwalten")
    await person.taps(f"1. {title}")


async def reminders_due(world: World) -> Mapping[str, list[datetime]]:
    async with world.bot.database.reading() as store:
        found = await store.deliveries.listed([State.SCHEDULED], 100)
    due = [d.due_at.astimezone(BERLIN) for d in found if d.kind is Kind.REMINDER]
    return {"reminders": sorted(due)}


async def test_the_list_shows_how_full_it_is(
    world: World, planner: Person, waiting: Person
) -> None:
    await planner.says("/verwalten")

    assert f"1. {TITLE}\nFr., 12.03.2027, 09:00–12:30 Uhr" in planner.last.text
    assert "1 von einem Platz vergeben · eine Person wartet" in planner.last.text

    await planner.taps(f"1. {TITLE}")

    assert "Anmeldeschluss: Fr., 26.02.2027, 23:59 Uhr" in planner.last.text
    assert "Erinnerungen: eine Woche vorher, am Vortag" in planner.last.text


async def test_a_move_tells_what_was_and_what_is(
    world: World, planner: Person, seated: Person, waiting: Person
) -> None:
    await opens(planner)
    await planner.taps("Verschieben")

    assert "Termin bisher: Freitag, 12. März 2027, 09:00 bis 12:30 Uhr" in planner.last.text

    await planner.says("19.3.27 10-13:30")

    assert "Bisher: Freitag, 12. März 2027, 09:00 bis 12:30 Uhr" in planner.last.text
    assert "Künftig: Freitag, 19. März 2027, 10:00 bis 13:30 Uhr" in planner.last.text
    assert "2 Personen erfahren davon." in planner.last.text

    await planner.taps("Ja, verschieben")

    assert "Verschoben. 2 Personen erhalten jetzt Nachricht." in planner.last.text
    assert "Anmeldeschluss: Fr., 05.03.2027, 23:59 Uhr" in planner.last.text
    for person in (seated, waiting):
        assert person.last.text.startswith("Der Termin hat sich geändert.")
        assert "Bisher: Freitag, 12. März 2027, 09:00 bis 12:30 Uhr" in person.last.text
        assert "Jetzt: Freitag, 19. März 2027, 10:00 bis 13:30 Uhr" in person.last.text
    assert await reminders_due(world) == {
        "reminders": [
            datetime(2027, 3, 12, 8, tzinfo=BERLIN),
            datetime(2027, 3, 18, 8, tzinfo=BERLIN),
        ]
    }

    async with world.bot.database.reading() as store:
        entries = await store.ledger.between(date(2027, 1, 1), date(2027, 12, 31))

    assert [entry.kind for entry in entries] == [LedgerKind.EVENT_POSTPONED]


async def test_a_move_by_buttons_can_go_back(
    world: World, planner: Person, training: Training
) -> None:
    await opens(planner)
    await planner.taps("Verschieben")
    await planner.taps("Mi., 17.02.")
    await planner.taps("10:00 Uhr")
    await planner.taps("Zurück")
    await planner.taps("13:00 Uhr")
    await planner.taps("15:00 Uhr")

    assert "Künftig: Mittwoch, 17. Februar 2027, 13:00 bis 15:00 Uhr" in planner.last.text
    assert "Es ist noch niemand angemeldet." in planner.last.text

    await planner.taps("Zurück")
    await planner.taps("Zurück")
    await planner.taps("Zurück")
    await planner.taps("Zurück")

    assert "Freitag, 12. März 2027, 09:00 bis 12:30 Uhr" in planner.last.text
    assert "Verschieben" in planner.last.labels


@pytest.mark.long
async def test_at_night_nobody_is_woken_and_only_the_date_they_know_is_told(
    world: World, planner: Person, seated: Person
) -> None:
    await world.moves_to(datetime(2027, 2, 9, 21, 0, tzinfo=BERLIN))
    for day in ("18.3.27", "19.3.27"):
        await opens(planner)
        await planner.taps("Verschieben")
        await planner.says(f"{day} 10-13:30")
        await planner.taps("Ja, verschieben")

    assert "Eine Person erhält Nachricht: Mi., 10.02.2027, 07:00 Uhr." in planner.last.text
    assert "geändert" not in seated.last.text

    told = len(seated.messages)
    await world.moves_to(datetime(2027, 2, 10, 7, 1, tzinfo=BERLIN))

    assert len(seated.messages) == told + 1
    assert "Bisher: Freitag, 12. März 2027, 09:00 bis 12:30 Uhr" in seated.last.text
    assert "Jetzt: Freitag, 19. März 2027, 10:00 bis 13:30 Uhr" in seated.last.text


@pytest.mark.long
async def test_calling_off_tells_everybody_and_ends_the_reminders(
    world: World, planner: Person, seated: Person, waiting: Person
) -> None:
    await opens(planner)
    await planner.taps("Absagen")

    assert "Warum wird abgesagt?" in planner.last.text

    await planner.taps("Referierende verhindert")

    assert "Möchten Sie diese Fortbildung absagen?" in planner.last.text
    assert "2 Personen erfahren davon." in planner.last.text

    await planner.taps("Ja, absagen")

    assert "Abgesagt. 2 Personen erhalten jetzt Nachricht." in planner.last.text
    for person in (seated, waiting):
        assert person.last.text.startswith("Diese Veranstaltung ist abgesagt.")
        assert "Grund: Referierende verhindert" in person.last.text
    assert await reminders_due(world) == {"reminders": []}

    await planner.says("/verwalten")

    assert TITLE not in planner.last.text

    await planner.taps("Vergangene")

    assert f"1. {TITLE}" in planner.last.text

    told = len(seated.messages)
    await world.moves_to(datetime(2027, 3, 12, 9, 0, tzinfo=BERLIN))

    assert len(seated.messages) == told


async def test_calling_off_twice_tells_once(world: World, planner: Person, seated: Person) -> None:
    await opens(planner)
    await planner.taps("Absagen")
    await planner.taps("Sonstiges")
    card = planner.last.message_id
    press = planner.chat.posts[card].rows[0][0]
    await planner.taps("Ja, absagen")
    told = len(seated.messages)
    await planner._presses(planner.chat.posts[card], press)

    assert planner.toast == "Diese Auswahl ist nicht mehr aktuell."
    assert len(seated.messages) == told


@pytest.mark.long
async def test_more_seats_let_people_move_up_and_fewer_are_refused(
    world: World, planner: Person, waiting: Person
) -> None:
    await opens(planner)
    await planner.taps("Ändern")
    await planner.taps("Plätze")

    assert "Plätze bisher: 1" in planner.last.text

    await planner.says("2")

    assert "Bisher: ein Platz\nKünftig: 2 Plätze" in planner.last.text
    assert "Höchstens eine Person rückt nach und erfährt es sofort." in planner.last.text

    await planner.taps("Ja, ändern")

    assert "Gespeichert. Eine Person rückt nach." in planner.last.text
    assert "2 von 2 Plätzen vergeben" in planner.last.text
    assert waiting.last.text.startswith("Sie sind nachgerückt und haben einen Platz.")
    assert len((await reminders_due(world))["reminders"]) == 4

    await planner.taps("Ändern")
    await planner.taps("Plätze")
    await planner.says("1")

    assert "Niemand rückt nach. Niemand erhält Nachricht." in planner.last.text

    await planner.taps("Ja, ändern")

    assert "2 Plätze sind schon vergeben. Weniger sind nicht möglich." in planner.last.text


async def changes_to(planner: Person, what: str, value: str) -> None:
    await planner.taps("Ändern")
    await planner.taps(what)
    await planner.says(value)
    await planner.taps("Ja, ändern")


@pytest.mark.long
async def test_a_new_title_or_place_is_told(
    world: World, planner: Person, seated: Person, waiting: Person
) -> None:
    await opens(planner)
    await planner.taps("Ändern")
    await planner.taps("Ort")
    told = len(seated.messages)
    await planner.says("Kreishaus, Raum <1>")

    assert "Künftig: Kreishaus, Raum <1>" in planner.last.text
    assert "2 Personen erfahren davon." in planner.last.text
    assert len(seated.messages) == told

    await planner.taps("Ja, ändern")

    for person in (seated, waiting):
        assert "Bisher: Rathaus Büttgen, Saal 2\nJetzt: Kreishaus, Raum <1>" in person.last.text
    assert seated.last.document is not None
    assert waiting.last.document is None

    await changes_to(planner, "Titel", "Gespräche führen")

    for person in (seated, waiting):
        assert person.last.text.startswith("Der Titel hat sich geändert.")
        assert f"Titel bisher: {TITLE}\nTitel jetzt: Gespräche führen" in person.last.text


async def test_a_new_link_is_told_to_who_has_a_seat(
    world: World, planner: Person, seated: Person, waiting: Person
) -> None:
    before = len(waiting.messages)
    await opens(planner)
    await planner.taps("Ändern")
    await planner.taps("Zugang")
    await planner.says("https://konferenz.example/raum")

    assert "Eine Person erfährt davon." in planner.last.text

    await planner.taps("Ja, ändern")

    assert "Zugang: https://konferenz.example/raum" in seated.last.text
    assert len(waiting.messages) == before


@pytest.mark.long
async def test_changed_and_changed_back_by_night_is_not_told(
    world: World, planner: Person, seated: Person
) -> None:
    await world.moves_to(datetime(2027, 2, 9, 21, 0, tzinfo=BERLIN))
    told = len(seated.messages)
    await opens(planner)
    await changes_to(planner, "Ort", "Kreishaus")
    await changes_to(planner, "Ort", "Rathaus Büttgen, Saal 2")
    for day in ("19.3.27 9-12:30", "12.3.27 9-12:30"):
        await planner.taps("Verschieben")
        await planner.says(day)
        await planner.taps("Ja, verschieben")

    assert "erhält" not in planner.last.text

    await world.moves_to(datetime(2027, 2, 10, 9, 0, tzinfo=BERLIN))

    assert len(seated.messages) == told


async def test_changed_reminders_come_as_changed(
    world: World, planner: Person, seated: Person
) -> None:
    await opens(planner)
    await planner.taps("Ändern")
    await planner.taps("Erinnerungen")
    await planner.taps("✓ eine Woche vorher")
    await planner.taps("drei Tage vorher")
    await planner.taps("Weiter")

    assert "Bisher: eine Woche vorher, am Vortag" in planner.last.text
    assert "Eine Person mit Platz wird künftig so erinnert." in planner.last.text

    await planner.taps("Ja, ändern")

    assert "Erinnerungen: drei Tage vorher, am Vortag" in planner.last.text
    assert await reminders_due(world) == {
        "reminders": [
            datetime(2027, 3, 9, 8, tzinfo=BERLIN),
            datetime(2027, 3, 11, 8, tzinfo=BERLIN),
        ]
    }

    await planner.taps("Ändern")
    await planner.taps("Erinnerungen")
    await planner.taps("Wie im Netzwerk üblich")
    await planner.taps("Ja, ändern")

    assert await reminders_due(world) == {
        "reminders": [
            datetime(2027, 3, 5, 8, tzinfo=BERLIN),
            datetime(2027, 3, 11, 8, tzinfo=BERLIN),
        ]
    }


async def test_who_comes_back_to_a_training_is_reminded_again(world: World, seated: Person) -> None:
    await seated.taps("Abmelden")
    await seated.taps("Ja, abmelden")

    assert await reminders_due(world) == {"reminders": []}

    await registers(seated, "Anmelden")

    assert len((await reminders_due(world))["reminders"]) == 2


async def test_registration_closes_and_opens(
    world: World, planner: Person, anna: Person, training: Training
) -> None:
    await world.joins(anna)
    await anna.says("/termine")
    await anna.taps(f"1. {TITLE}")
    await opens(planner)
    await planner.taps("Anmeldung schließen")

    assert "Die Anmeldung ist geschlossen." in planner.last.text

    await anna.taps("Anmelden")

    assert anna.toast == "Die Anmeldung ist geschlossen."

    await planner.taps("Anmeldung öffnen")
    await registers(anna, "Anmelden")

    assert anna.toast == f"Sie sind angemeldet: {TITLE}"


async def test_the_deadline_and_the_units_change(
    world: World, planner: Person, training: Training
) -> None:
    await opens(planner)
    await planner.taps("Ändern")
    await planner.taps("Anmeldeschluss")
    await planner.taps("3 Tage vorher: Di., 09.03.2027, 23:59 Uhr")

    assert "Anmeldeschluss: Di., 09.03.2027, 23:59 Uhr" in planner.last.text

    await planner.taps("Ändern")
    await planner.taps("UE")
    await planner.says("3")

    assert "Gespeichert." in planner.last.text


@pytest.mark.long
async def test_the_host_reads_given_names_others_seat_codes(
    world: World, planner: Person, seated: Person, waiting: Person
) -> None:
    await opens(planner)
    await planner.taps("Ändern")
    await planner.taps("Plätze")
    await planner.says("5")
    await planner.taps("Ja, ändern")
    await planner.taps("Teilnahmeliste")

    assert "Platz 01, Jugendamt der Stadt Kaarst: Änne Größe" in planner.last.text
    assert planner.last.text.endswith("Platz 02, Jugendamt der Stadt Neuss")

    lead = await world.joins(world.telegram.person(LEAD, "Leitung"), Role.LEAD, "rkn-neuss")
    await opens(lead)
    await lead.taps("Teilnahmeliste")

    assert "Platz 01, Jugendamt der Stadt Kaarst\n" in lead.last.text


async def test_nobody_else_gets_near(
    world: World, planner: Person, anna: Person, outsider: Person, training: Training
) -> None:
    await planned(world, "Fremdes Seminar", "rkn-neuss")
    await planner.says("/verwalten")

    assert "Fremdes Seminar" not in planner.last.text

    neuss = world.telegram.person(STRANGER, "Neuss")
    await world.joins(neuss, Role.COORDINATOR, "rkn-neuss")
    await neuss.says("/verwalten")

    assert TITLE not in neuss.last.text

    await opens(planner)
    post = planner.chat.posts[planner.last.message_id]
    cancel = next(b for row in post.rows for b in row if b["text"] == "Absagen")
    theirs = neuss.chat.posts[neuss.last.message_id]
    await neuss._presses(theirs, cancel)

    assert neuss.toast == "Diese Fortbildung verwaltet eine andere Stelle."

    await world.joins(anna)
    await anna.says("/verwalten")

    assert anna.last.text == "Das können nur Koordinierende."

    await outsider.says("/verwalten")

    assert "geschlossen" in outsider.last.text
