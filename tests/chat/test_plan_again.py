"""Drafts of an office, what is held again, every change and who learns of it, and why it is off."""

from __future__ import annotations

import pytest

from domain.training import CancelReason, Training
from domain.vocabulary import DeliveryMode, EventStatus, Role, Sector
from standin.people.person import Person
from talk.action import Action
from talk.manage import AskCancel, ManageDrafts, ManagePast
from talk.plan_again import AskDropDraft, DropDraft, FinishDraft, Repeat
from tests.chat.budget import assert_statements
from tests.chat.conftest import START, World
from tests.chat.stage import STARTS, TITLE, coordinates, hand, plan, planned
from tests.chat.test_plan import up_to_the_date


@pytest.fixture
async def planner(world: World, coordinator: Person) -> Person:
    return await coordinates(world, coordinator)


@pytest.fixture
async def colleague(world: World) -> Person:
    return await coordinates(world, world.telegram.person(903, "Kaarst"))


@pytest.fixture
async def neuss(world: World) -> Person:
    return await coordinates(world, world.telegram.person(904, "Neuss"), "rkn-neuss")


async def training(world: World, number: int = 1) -> Training:
    async with world.bot.database.reading() as store:
        found = await store.trainings.get(number)
    assert found is not None
    return found


async def keeps(person: Person) -> None:
    await up_to_the_date(person)
    await person.says("12.3.27 9-12:30")
    await person.taps("Als Entwurf behalten")


async def seated(world: World, person: Person) -> Person:
    await world.joins(person)
    await person.says("/termine")
    await person.taps(person.last.labels[0])
    await person.taps("Anmelden")
    return person


async def changes(planner: Person, part: str) -> None:
    await planner.says("/verwalten")
    await planner.taps(planner.last.labels[0])
    await planner.taps("Ändern")
    await planner.taps(part)


async def test_a_colleague_finishes_a_draft(
    world: World, planner: Person, colleague: Person, neuss: Person, anna: Person
) -> None:
    await keeps(planner)

    assert planner.last.text.startswith("Als Entwurf behalten.")

    await world.joins(anna)
    await anna.says("/termine")

    assert "Zurzeit ist nichts im Angebot." in anna.last.text

    await neuss.says("/verwalten")
    await neuss.taps("Entwürfe")

    assert neuss.last.text == "Ihre Stelle hat zurzeit keine Entwürfe."

    await colleague.says("/verwalten")

    assert "Ihre Stelle hat zurzeit keine Fortbildungen." in colleague.last.text

    await colleague.taps("Entwürfe")
    await colleague.taps(colleague.last.labels[0])

    assert "Nur die Koordinierenden Ihrer Stelle sehen ihn." in colleague.last.text

    await colleague.taps("Weiter bearbeiten")
    await colleague.taps("Plätze")
    await colleague.says("33")
    await planner.taps("Entwürfe")
    await planner.taps(planner.last.labels[0])
    await planner.taps("Weiter bearbeiten")
    await colleague.taps("Nur veröffentlichen")

    assert (await training(world)).plan.seats == 33
    assert (await training(world)).status is EventStatus.PUBLISHED

    await planner.taps("Nur veröffentlichen")

    assert planner.toast == "Diesen Entwurf hat schon jemand veröffentlicht."
    assert (await training(world)).plan.seats == 33


async def test_a_draft_is_kept_once_more_or_discarded(world: World, planner: Person) -> None:
    await keeps(planner)
    await planner.taps("Entwürfe")
    await planner.taps(planner.last.labels[0])
    await planner.taps("Weiter bearbeiten")
    await planner.taps("Titel")
    await planner.says("Ein anderer Titel")
    await planner.taps("Als Entwurf behalten")

    assert (await training(world)).title == "Ein anderer Titel"

    await planner.taps("Entwürfe")
    await planner.taps(planner.last.labels[0])
    await planner.taps("Entwurf verwerfen")
    await planner.taps("Ja, verwerfen")
    async with world.bot.database.reading() as store:
        gone = await store.trainings.get(1)

    assert gone is None
    assert planner.last.text.startswith("Verworfen.")


async def test_nobody_else_reaches_a_draft_or_what_is_over(
    world: World, planner: Person, neuss: Person, anna: Person, outsider: Person
) -> None:
    await keeps(planner)
    await world.joins(anna, Role.SPECIALIST)
    await outsider.says("/start")
    doors: list[Action] = [FinishDraft(1), AskDropDraft(1), DropDraft(1), Repeat(1), AskCancel(1)]
    for person in (neuss, anna, outsider):
        for door in doors if person is neuss else [*doors, ManageDrafts(0), ManagePast(0)]:
            before = len(person.messages)
            await hand(world, person, "Drücken", door)
            await person.taps("Drücken")

            assert all("Gespräche" not in each.text for each in person.messages[before:])
    assert (await training(world)).status is EventStatus.DRAFT


async def test_a_named_date_is_asked_no_more(world: World, planner: Person) -> None:
    await planned(world)
    await planner.says("/verwalten")
    await planner.taps(planner.last.labels[0])
    await planner.taps("Absagen")
    await planner.taps("Raum nicht verfügbar")
    await planner.taps("Ersatztermin")
    await planner.says("2.2.27 9 Uhr")

    assert planner.last.text.startswith("Dieser Termin liegt in der Vergangenheit.")

    await planner.says("19.3.27 9 Uhr")

    assert "Ersatztermin: Fr., 19.03.2027, 09:00 Uhr" in planner.last.text

    await planner.taps("Ja, absagen")
    off = (await training(world)).called_off

    assert (off.reason, off.instead_at) == (
        CancelReason.PLACE,
        STARTS.replace(day=19),
    )

    await planner.taps("Noch einmal anbieten")

    assert "Wann endet sie?" in planner.last.text

    await planner.taps("12:30 Uhr" if "12:30 Uhr" in planner.last.labels else "12:00 Uhr")

    assert "Termin: Freitag, 19. März 2027" in planner.last.text


async def test_who_is_registered_learns_why_and_when_instead(
    world: World, planner: Person, anna: Person
) -> None:
    await planned(world)
    await seated(world, anna)
    await planner.says("/verwalten")
    await planner.taps(planner.last.labels[0])
    await planner.taps("Absagen")
    await planner.taps("Zu wenige Anmeldungen")
    await planner.taps("Ersatztermin")
    await planner.taps(planner.last.labels[0])
    await planner.taps("Ja, absagen")

    assert "Grund: Zu wenige Anmeldungen" in anna.last.text
    assert "Ersatztermin: Fr., 19.03.2027, 09:00 Uhr" in anna.last.text

    await anna.taps("Details")

    assert "Grund: Zu wenige Anmeldungen" in anna.last.text


async def test_every_part_can_be_changed(world: World, planner: Person) -> None:
    await planned(world)
    for part, said in (
        ("Thema", "Vernachlässigung"),
        ("Format", "Fachtag"),
        ("Für", "Polizei"),
        ("Barrierefrei", "Höranlage"),
        ("Beschreibung", "Mit Übungen."),
        ("Referierende", "Fachstelle"),
        ("Kosten", "kostenfrei"),
        ("Mindestzahl", "5"),
        ("Kontakt", "Koordinierungsstelle Kinderschutz, Kaarst"),
        ("UE", "6"),
        ("Anmeldeschluss", "1.3.27"),
    ):
        await changes(planner, part)
        await planner.says(said)
        if part in {"Für", "Barrierefrei"}:
            await planner.taps("Weiter")

        assert planner.last.text.startswith("Gespeichert."), part

    made = (await training(world)).plan

    assert (made.topic, made.format) == ("neglect", "specialist-day")
    assert (made.sectors, made.accessibility) == ((Sector.POLICE,), ("hearing-loop",))
    assert (made.description, made.speakers, made.cost) == (
        *("Mit Übungen.", "Fachstelle"),
        "kostenfrei",
    )
    assert (made.minimum, made.contact, made.units) == (5, "kaarst-contact", 6)


async def test_a_new_mode_asks_for_its_address_and_is_always_told(
    world: World, planner: Person, anna: Person
) -> None:
    await planned(world)
    await seated(world, anna)
    await changes(planner, "Durchführung")
    await planner.taps("Online")

    assert "Wie lautet der Zugang?" in planner.last.text

    await planner.says("https://konferenz.example/raum")

    assert "Bisher: Präsenz" in planner.last.text
    assert "Künftig: Online, https://konferenz.example/raum" in planner.last.text
    assert "Eine Person erfährt davon." in planner.last.text

    await planner.taps("Ja, ändern")
    made = (await training(world)).plan

    assert (made.mode, made.place, made.link) == (
        DeliveryMode.ONLINE,
        "",
        "https://konferenz.example/raum",
    )
    assert "Durchführung jetzt: Online" in anna.last.text
    assert "https://konferenz.example/raum" in anna.last.text


async def test_a_small_change_is_told_if_that_is_wanted(
    world: World, planner: Person, anna: Person
) -> None:
    await planned(world)
    await seated(world, anna)
    before = len(anna.messages)
    await changes(planner, "Kosten")
    await planner.says("kostenfrei")

    assert "Soll sie davon erfahren?" in planner.last.text

    await planner.taps("Nur ändern")

    assert (await training(world)).plan.cost == "kostenfrei"
    assert len(anna.messages) == before

    await changes(planner, "Beschreibung")
    await planner.says("Mit Übungen.")
    await planner.taps("Ändern und Bescheid geben")

    assert "Eine Person erhält jetzt Nachricht." in planner.last.text
    assert "Eine Angabe hat sich geändert." in anna.last.text
    assert "Beschreibung: Mit Übungen." in anna.last.text


async def test_small_changes_by_night_come_together_in_the_morning(
    world: World, planner: Person, anna: Person
) -> None:
    await planned(world)
    await seated(world, anna)
    await world.moves_to(START.replace(hour=22))
    before = len(anna.messages)
    for part, said in (("Kosten", "kostenfrei"), ("Thema", "Vernachlässigung")):
        await changes(planner, part)
        await planner.says(said)
        await planner.taps("Ändern und Bescheid geben")
    await changes(planner, "Ort")
    await planner.says("Kreishaus")
    await planner.taps("Ja, ändern")

    assert len(anna.messages) == before

    await world.moves_to(START.replace(day=START.day + 1, hour=7))

    assert len(anna.messages) == before + 1
    for said in ("Kosten: kostenfrei", "Thema: Vernachlässigung", "Jetzt: Kreishaus"):
        assert said in anna.last.text


@pytest.mark.differs  # how many statements it takes
async def test_the_lists_take_no_more_for_sixty_trainings(world: World, planner: Person) -> None:
    for n in range(60):
        await planned(
            world, plan(STARTS.replace(year=2026, month=1 + n % 12), title=f"{TITLE} {n}")
        )
    await planner.says("/verwalten")
    with assert_statements(world.bot.database, 4):
        await planner.taps("Vergangene")
    with assert_statements(world.bot.database, 4):
        await planner.taps("Entwürfe")
