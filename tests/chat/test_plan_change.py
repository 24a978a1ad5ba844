"""Changing what was answered: a line of the preview, a published training, a draft of before."""

from __future__ import annotations

from typing import Any

import pytest

from domain.channel import in_chat
from domain.draft import Draft
from domain.plan_sketch import sketch_of
from domain.training import Training
from domain.vocabulary import DeliveryMode, Role
from standin.people.person import Person
from talk.action import Action
from talk.form import Pick
from talk.manage import Change
from talk.plan_offers import Step
from tests.chat.conftest import START, World
from tests.chat.old_drafts import to_json
from tests.chat.stage import TITLE, coordinates, hand, plan, planned

WAYS = ["Veröffentlichen und ankündigen", "Nur veröffentlichen", "Als Entwurf behalten"]
LINES = ["Titel", "Thema", "Format", "Durchführung", "Ort", "Termin", "Weitere Termine", "Plätze"]
LINES += ["Mindestzahl", "Anmeldeschluss", "UE", "Für", "Erinnerungen", "Barrierefrei"]
LINES += ["Beschreibung", "Referierende", "Kosten", "Kontakt"]
LINES += ["Zustimmung", "Gemeinsam mit"]
#: Of these nothing is said as long as nobody wants to.
SILENT = {"Beschreibung", "Referierende", "Kosten", "Mindestzahl", "Weitere Termine"}


@pytest.fixture
async def planner(world: World, coordinator: Person) -> Person:
    return await coordinates(world, coordinator)


async def previews(planner: Person) -> None:
    """Answer everything up to the preview."""
    await planner.says("/neu")
    for said in (TITLE, "Vernachlässigung", "Seminar", "Rathaus", "12.3.27 9-12:30"):
        await planner.says(said)
    await planner.taps("Plätze")
    await planner.says("30")
    await planner.taps("Für")
    for label in ("Polizei", "Weiter"):
        await planner.taps(label)


async def offered(world: World) -> list[Training]:
    async with world.bot.database.reading() as store:
        found = [each.id for each in await store.trainings.offered(START)]
        read = await store.trainings.many(found)
        return [read[number] for number in found]


async def keep(world: World, person: Person, draft: Draft) -> None:
    async with world.bot.database.transaction() as store:
        await store.drafts.put(in_chat(person.id), draft, world.clock.now())


@pytest.mark.long
async def test_each_line_of_the_preview_leads_to_its_question_and_back(
    world: World, planner: Person
) -> None:
    await previews(planner)

    assert planner.last.labels == [*WAYS, *LINES, "Zurück", "Abbrechen"]

    shown = planner.last.text
    for line in LINES:
        await planner.taps(line)

        assert "Neue Fortbildung, eine Angabe ändern" in planner.last.text
        assert ("Gewählt: " in planner.last.text) is (line not in SILENT)
        assert not await offered(world)

        await planner.taps("Zurück")

        assert planner.last.text == shown

    await planner.taps("Titel")
    await planner.says("Ab")

    assert "Der Titel braucht 3 bis 120 Zeichen." in planner.last.text

    await planner.says("Ein neuer Titel")

    assert planner.last.text.startswith("So sehen es andere:\n\nEin neuer Titel")

    await planner.taps("Plätze")
    await planner.says("ohne Begrenzung")
    await planner.taps("Für")
    await planner.taps("✓ Polizei")
    await planner.taps("Justiz")
    await planner.taps("Weiter")
    await planner.taps("Nur veröffentlichen")
    (training,) = await offered(world)

    assert (training.title, training.plan.seats) == ("Ein neuer Titel", None)
    assert training.plan.sectors == ("justice",)


async def test_a_changed_line_asks_only_for_what_it_leaves_open(
    world: World, planner: Person
) -> None:
    await previews(planner)
    await planner.taps("Durchführung")
    await planner.taps("Online")

    assert "Wie lautet der Zugang?" in planner.last.text

    await world.bot.settle_down()  # nothing is in memory: the row alone knows it
    await planner.taps("Zurück")

    assert "Ort: Rathaus" in planner.last.text

    await planner.taps("Durchführung")
    await planner.taps("Online")
    await planner.says("konferenz.example/raum")

    assert "Zugang: https://konferenz.example/raum" in planner.last.text
    assert "Rathaus" not in planner.last.text

    await planner.taps("Termin")
    await planner.taps("Mi., 17.02.")
    await planner.taps("10:00 Uhr")
    await planner.taps("12:00 Uhr")

    assert "Termin: Mittwoch, 17. Februar 2027, 10:00 bis 12:00 Uhr" in planner.last.text
    assert "Plätze: 30 Plätze" in planner.last.text

    await planner.says("Das Kind heißt so und so.")

    assert "nimmt keine Fallangaben" in planner.messages[-2].text


async def test_what_was_overtaken_comes_back_to_the_preview(world: World, planner: Person) -> None:
    await previews(planner)
    await planner.taps("Anmeldeschluss")
    await planner.says("10.2.27 12 Uhr")
    await world.moves_to(START.replace(month=2, day=11))
    await planner.taps("Nur veröffentlichen")

    assert "Dieser Anmeldeschluss ist schon vorbei." in planner.last.text

    await planner.taps("Bis zum Beginn")

    assert planner.last.labels[:3] == WAYS

    await planner.taps("Nur veröffentlichen")

    assert len(await offered(world)) == 1


async def test_nobody_else_changes_a_training(
    world: World, planner: Person, anna: Person, outsider: Person
) -> None:
    training = await planned(world)
    neuss = await coordinates(world, world.telegram.person(901, "Neuss"), "rkn-neuss")
    await world.joins(anna, Role.SPECIALIST)
    await outsider.says("/start")
    change: Action = Change(training.id, Step.TITLE)
    for person in (neuss, anna, outsider):
        before = len(person.messages)
        await hand(world, person, "Ändern", change)
        await person.taps("Ändern")

        assert all("Wie heißt" not in message.text for message in person.messages[before:])

    for never in (Step.TELLING, Step.PREVIEW, Step.START):
        await hand(world, planner, "Ändern", Change(training.id, never))
        await planner.taps("Ändern")

        assert planner.last.labels == ["Ändern"]


def old(made: Training, world: World, **more: Any) -> dict[str, Any]:
    return {"sketch": to_json(sketch_of(made.plan, world.bot.parts.network)), **more}


async def test_a_plan_of_an_earlier_version_goes_on_where_it_was(
    world: World, planner: Person
) -> None:
    training = await planned(world, plan(mode=DeliveryMode.IN_PERSON, place="Kreishaus"))
    await keep(world, planner, Draft("plan", "seats", old(training, world), 7))
    await hand(world, planner, "25", Pick(6, "25"))
    await planner.taps("25")

    assert planner.toast == "Diese Auswahl ist nicht mehr aktuell."

    await planner.says("/neu")

    assert "Sie haben schon begonnen." in planner.last.text
    assert "Ort: Kreishaus" in planner.last.text
    assert "Wie viele Plätze gibt es?" in planner.last.text

    await planner.says("25")

    assert "Plätze: 25 Plätze" in planner.last.text

    await keep(world, planner, Draft("plan", "preview", old(training, world), 7))
    await planner.says("/neu")
    await planner.taps("Nur veröffentlichen")

    assert len(await offered(world)) == 2


async def test_a_change_of_an_earlier_version_goes_on_where_it_was(
    world: World, planner: Person
) -> None:
    training = await planned(world)
    about = old(training, world, training=training.id, part="day", asked="end")
    await keep(world, planner, Draft("change", "end", about, 7))
    await planner.says("bis 16 Uhr")

    assert "Künftig: " in planner.last.text
    assert "16:00 Uhr" in planner.last.text

    await planner.taps("Ja, verschieben")

    assert "Verschoben." in planner.last.text
