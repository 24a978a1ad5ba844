"""Trainings that offices hold together: who looks after them, who reads names, who is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.channel import in_chat
from domain.delivery import Kind, Letter
from domain.ledger.entries import LedgerKind
from domain.message import Button, Message
from domain.training import CoHost
from domain.vocabulary import Role
from standin.people.person import Person
from talk.action import Action
from talk.deliveries import ShowDeliveries
from talk.manage import AskCancel, Attendance, Change, ChooseChange, ManageOne, SetOpen
from talk.plan_offers import Step
from talk.recount import Open
from talk.seats import Blocks
from talk.write import Write
from tests.chat.conftest import World
from tests.chat.stage import STARTS, TITLE, coordinates, hand, plan, planned
from tests.chat.test_plan import up_to_the_date
from tests.chat.test_plan_again import changes, training

TOGETHER = "Gemeinsam veranstaltet von den Jugendämtern"
READ = "Die Koordinierungsstellen aller Veranstaltenden sehen Ihren Namen"
NEUSS = "Jugendamt der Stadt Neuss"


@pytest.fixture
async def planner(world: World, coordinator: Person) -> Person:
    return await coordinates(world, coordinator)


@pytest.fixture
async def neuss(world: World) -> Person:
    return await coordinates(world, world.telegram.person(904, "Neuss"), "rkn-neuss")


async def registers(world: World, person: Person, name: str | None) -> None:
    await world.joins(person, office="rkn-dormagen", name=name)
    await enters(person)


async def enters(person: Person) -> None:
    await person.says("/termine")
    await person.taps(person.last.labels[0])
    await person.taps("Anmelden")


async def lists(world: World, person: Person) -> str:
    """Return the list at the door as a coordinator reads it."""
    await hand(world, person, "Liste", Attendance(1))
    await person.taps("Liste")
    return person.last.text


@pytest.mark.long
async def test_a_training_is_planned_together_and_its_card_names_all_before_anybody_registers(
    world: World, planner: Person, neuss: Person, anna: Person
) -> None:
    await up_to_the_date(planner)
    await planner.says("12.3.27 9-12:30")
    await planner.taps("Gemeinsam mit")

    assert "Jugendamt der Stadt Kaarst" not in planner.last.labels

    await planner.taps(NEUSS)
    await planner.taps("Weiter")

    assert f"{TOGETHER} Kaarst und Stadt Neuss" in planner.last.text
    assert f"Gemeinsam mit: {NEUSS}" in planner.last.text

    await planner.taps("Als Entwurf behalten")
    await neuss.says("/verwalten")
    await neuss.taps("Entwürfe")

    assert neuss.last.text == "Ihre Stelle hat zurzeit keine Entwürfe."

    await planner.taps("Entwürfe")
    await planner.taps(planner.last.labels[0])
    await planner.taps("Weiter bearbeiten")
    await planner.taps("Nur veröffentlichen")
    await neuss.says("/verwalten")
    await neuss.taps(neuss.last.labels[0])

    assert "Ändern" in neuss.last.labels
    assert f"{TOGETHER} Kaarst und Stadt Neuss" in neuss.last.text

    await world.joins(anna, office="rkn-dormagen", name="Anna Muster")
    await anna.says("/termine")
    await anna.taps(anna.last.labels[0])

    assert f"{TOGETHER} Kaarst und Stadt Neuss" in anna.last.text

    await anna.taps("Anmelden")

    assert any(READ in message.text for message in anna.messages[-2:])
    assert "Anna Muster" in await lists(world, neuss)
    assert "Anna Muster" in await lists(world, planner)


@pytest.mark.long
async def test_who_joins_later_reads_seat_codes_of_who_was_there(
    world: World, planner: Person, neuss: Person, anna: Person, bela: Person
) -> None:
    await planned(world)
    await registers(world, anna, "Anna Muster")
    await world.joins(bela, office="rkn-dormagen", name="Bela Muster")
    await bela.says("/termine")
    await bela.taps(bela.last.labels[0])
    await changes(planner, "Gemeinsam mit")
    await planner.taps(NEUSS)
    await planner.taps("Weiter")

    assert "sieht sie Namen nur bei Anmeldungen ab jetzt" in planner.last.text

    before = len(anna.messages)
    await planner.taps("Ändern und Bescheid geben")

    assert len(anna.messages) == before + 1
    assert "Veranstaltet von: Jugendamt der Stadt Kaarst, Jugendamt" in anna.last.text

    await bela.taps("Anmelden")  # the card he sees names one host alone

    assert "Bitte prüfen Sie die Angaben." in bela.last.text
    assert f"{TOGETHER} Kaarst und Stadt Neuss" in bela.last.text

    await bela.taps("Anmelden")
    seen = await lists(world, neuss)

    assert "Bela Muster" in seen
    assert "Anna" not in seen
    assert "Platz 01, Jugendamt der Stadt Dormagen\n" in seen
    assert "Anna Muster" in await lists(world, planner)


JOINT = replace(plan(), co_hosts=(CoHost("rkn-neuss"),))
DOORS: tuple[Action, ...] = (
    *(ManageOne(1), ChooseChange(1), Change(1, Step.TITLE), AskCancel(1), SetOpen(1, 0)),
    *(Attendance(1), Blocks(1), Write(1), ShowDeliveries(1)),
)


@pytest.mark.long
async def test_every_door_is_open_to_all_hosts_and_shut_to_all_others(
    world: World, neuss: Person, anna: Person, outsider: Person
) -> None:
    await planned(world, JOINT)
    await world.joins(anna, office="rkn-neuss")
    await outsider.opens()
    others = [
        anna,
        await coordinates(world, world.telegram.person(905, "Dormagen"), "rkn-dormagen"),
        await coordinates(world, world.telegram.person(906, "Prüfung"), "rkn-neuss", Role.AUDITOR),
        outsider,
    ]
    for door in DOORS:
        await hand(world, neuss, "Tür", door)
        await neuss.taps("Tür")

        assert TITLE in neuss.last.text, door
    for person in others:
        await hand_all(world, person)
        before = len(person.messages)
        for number, door in enumerate(DOORS):
            await person.taps(f"Tür {number}")
            told = [person.toast, *(message.text for message in person.messages[before:])]

            assert person.messages[before - 1].text == "Viele Türen:", (person, door)
            assert TITLE not in " ".join(told), (person, door)
            assert told != [""], (person, door)


async def hand_all(world: World, person: Person) -> None:
    """Give somebody a button for each door."""
    rows = tuple((Button(f"Tür {n}", door.pack()),) for n, door in enumerate(DOORS))
    async with world.bot.database.transaction() as store:
        letter = Letter(
            key=f"doors:{person.id}",
            kind=Kind.ANSWER,
            due_at=world.clock.now(),
            address=in_chat(person.id),
            message=Message("Viele Türen:", rows),
        )
        await store.deliveries.put(letter)
    await world.settled()


async def test_a_co_host_closes_and_each_office_has_its_row(
    world: World, planner: Person, neuss: Person
) -> None:
    await planned(world, JOINT)
    await world.moves_to(STARTS.replace(day=STARTS.day + 1))

    assert neuss.last.text.startswith("Bitte abschließen")
    assert planner.last.text.startswith("Bitte abschließen")

    await neuss.taps("Abschließen")
    await neuss.taps("So abschließen")

    assert neuss.last.text == f"Abgeschlossen: {TITLE}, 0 Teilnahmen."

    async with world.bot.database.reading() as store:
        rows = await store.ledger.between(STARTS.date(), STARTS.date())

    assert [(row.office, row.n) for row in rows if row.kind is LedgerKind.HOSTED] == [
        ("rkn-kaarst", 1),
        ("rkn-neuss", 1),
    ]
    await hand(world, neuss, "Berichtigen", Open(1))
    await neuss.taps("Berichtigen")

    assert neuss.toast == ""
    assert "Welche Zahl" in neuss.last.text or TITLE in neuss.last.text


async def test_only_the_first_host_names_the_others(
    world: World, planner: Person, neuss: Person
) -> None:
    await planned(world, JOINT)
    await neuss.says("/verwalten")
    await neuss.taps(neuss.last.labels[0])
    await neuss.taps("Ändern")

    assert "Gemeinsam mit" not in neuss.last.labels

    before = neuss.last.text
    await hand(world, neuss, "Mitreden", Change(1, Step.HOSTS))
    await neuss.taps("Mitreden")

    assert before != neuss.last.text == "Bitte wählen:"
    assert neuss.toast == "Nur die Stelle, die zuerst einlädt, nennt die anderen."

    await changes(planner, "Gemeinsam mit")
    await planner.taps(f"✓ {NEUSS}")
    await planner.taps("Nur das eigene Jugendamt")

    assert (await training(world)).plan.co_hosts == ()

    await neuss.says("/verwalten")

    assert TITLE not in neuss.last.text


async def test_two_hosts_change_the_same_at_once_and_the_second_is_told(
    world: World, planner: Person, neuss: Person
) -> None:
    await planned(world, JOINT)
    for person in (planner, neuss):
        await changes(person, "Kosten")
    await planner.says("10 Euro")

    assert planner.last.text.startswith("Gespeichert.")

    await neuss.says("20 Euro")

    assert "Inzwischen wurde das geändert." in neuss.last.text
    assert "Bisher: 10 Euro" in neuss.last.text
    assert "Künftig: 20 Euro" in neuss.last.text
    assert (await training(world)).plan.cost == "10 Euro"

    await neuss.taps("Ja, ändern")

    assert (await training(world)).plan.cost == "20 Euro"


async def test_it_is_held_again_together_by_a_host_that_was_not_the_first(
    world: World, planner: Person, neuss: Person
) -> None:
    await planned(world, JOINT)
    await world.moves_to(STARTS.replace(day=STARTS.day + 1))
    await neuss.says("/verwalten")
    await neuss.taps("Vergangene")
    await neuss.taps("1. noch einmal")
    await neuss.says("12.3.28 9-12:30")
    await neuss.taps("Nur veröffentlichen")
    made = await training(world, 2)

    assert made.hosts == ("rkn-neuss", "rkn-kaarst")


async def test_who_looks_for_an_office_finds_what_it_holds_with_others(
    world: World, anna: Person
) -> None:
    await planned(world, JOINT)
    await world.joins(anna, office="rkn-dormagen")
    await anna.says("/termine")
    await anna.taps("Filtern")
    await anna.taps(next(label for label in anna.last.labels if label.startswith("Kommune")))
    await anna.taps("Stadt Neuss (1)")

    assert TITLE in anna.last.text


async def test_who_holds_it_too_is_told_once(world: World, neuss: Person) -> None:
    """When it is published so, and when it becomes so; not again when others join."""
    made = await planned(world, plan())
    kaarst = await coordinates(world, world.telegram.person(921, "Kaarst"), "rkn-kaarst")
    await adds(kaarst, NEUSS)

    assert told_of(neuss) == 1

    await neuss.taps("Fortbildung ansehen")

    assert TITLE in neuss.last.text

    dormagen = await coordinates(world, world.telegram.person(922, "Dormagen"), "rkn-dormagen")
    await adds(kaarst, "Jugendamt der Stadt Dormagen")

    # What Neuss had read became the card.
    assert (told_of(neuss), told_of(dormagen), told_of(kaarst)) == (0, 1, 0)
    assert made.id == 1


async def adds(person: Person, office: str) -> None:
    await changes(person, "Gemeinsam mit")
    await person.taps(office)
    await person.taps("Weiter")


def told_of(person: Person) -> int:
    return sum(m.text.startswith("Ihre Stelle veranstaltet mit.") for m in person.messages)
