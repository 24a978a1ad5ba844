"""Every part of a training that is on offer can be changed, and it is shown whom it is told to."""

from __future__ import annotations

import pytest

from domain.vocabulary import DeliveryMode, Sector
from standin.people.person import Person
from tests.chat.conftest import START, World
from tests.chat.stage import coordinates, planned
from tests.chat.test_plan_again import changes, seated, training


@pytest.fixture
async def planner(world: World, coordinator: Person) -> Person:
    return await coordinates(world, coordinator)


@pytest.mark.long
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
        ("Zustimmung", "Nötig"),
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
    assert made.approval


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


@pytest.mark.long
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
