"""Finding a training among many: filters, the way back, and what to do where nothing fits."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from domain.training import Plan
from domain.vocabulary import DeliveryMode, Sector, Topic
from standin.people.person import Person
from tests.chat.budget import budget
from tests.chat.conftest import World
from tests.chat.stage import STARTS, coordinates, plan, planned

#: As many as a large network plans in a year.
YEAR = 60
WEEK = timedelta(days=7)


def course(n: int, **changed: Any) -> Plan:
    """Return the n-th training of a year, a week after the one before."""
    return plan(STARTS + n * WEEK, **{"title": f"Seminar {n:02}", **changed})


@pytest.fixture
async def year(world: World) -> None:
    """Let there be what each filter finds and leaves out."""
    await planned(world, course(0))
    await planned(world, course(1, topic=Topic.TRAUMA), "rkn-kreis")
    online = course(2, mode=DeliveryMode.ONLINE, topic=Topic.TRAUMA, place="", link="")
    await planned(world, online, "rkn-neuss")
    await planned(world, course(8, mode=DeliveryMode.HYBRID), "rkn-neuss")
    await planned(world, course(9, sectors=(Sector.POLICE,)), "rkn-neuss")


def titles(person: Person) -> list[str]:
    """Return the numbers of the seminars that a list shows."""
    return [label[-2:] for label in person.last.labels if "Seminar" in label]


async def filters(person: Person, *labels: str) -> None:
    await person.says("/termine")
    await person.taps("Filtern")
    for label in labels:
        await person.taps(label)


@pytest.mark.long
async def test_each_filter_leaves_what_fits_and_says_the_true_number(
    world: World, anna: Person, year: None
) -> None:
    await world.joins(anna)
    await anna.says("/termine")

    assert titles(anna) == ["00", "01", "02", "08"]
    assert "4 Termine im Angebot" in anna.last.text
    assert "Ein weiterer Termin ist für andere Handlungsfelder." in anna.last.text

    found = {
        ("Thema: alle", "Traumatisierung und ihre Folgen (2)"): ["01", "02"],
        ("Monat: alle", "März 2027 (3)"): ["00", "01", "02"],
        ("Nur online", "2 Termine zeigen"): ["02", "08"],
        ("Kommune: alle", "Jüchen (1)"): ["01"],
        ("✓ Nur mein Handlungsfeld", "5 Termine zeigen"): ["00", "01", "02", "08", "09"],
    }
    for labels, numbers in found.items():
        await filters(anna, *labels)

        assert titles(anna) == numbers, labels
        assert ("Ein Termin" if len(numbers) == 1 else f"{len(numbers)} Termine") in anna.last.text


async def test_filters_are_shown_and_taken_off_with_one_tap(
    world: World, anna: Person, year: None
) -> None:
    await world.joins(anna)
    await filters(anna, "Thema: alle", "Traumatisierung und ihre Folgen (2)")
    await anna.taps("Filtern")
    await anna.taps("Nur online")

    assert "Zurzeit passt ein Termin." in anna.last.text

    await anna.taps("Einen Termin zeigen")

    assert "Gewählt: Traumatisierung und ihre Folgen, Online" in anna.last.text
    assert titles(anna) == ["02"]

    await anna.taps("✕ Traumatisierung…")

    assert "Gewählt: Online" in anna.last.text
    assert titles(anna) == ["02", "08"]

    await anna.taps("✕ Online")

    assert titles(anna) == ["00", "01", "02", "08"]
    await anna.taps("✕ Mein Handlungsfeld")

    assert titles(anna) == ["00", "01", "02", "08", "09"]
    assert not [label for label in anna.last.labels if label.startswith("✕")]


async def test_a_card_leads_back_to_the_same_page_of_the_same_choice(
    world: World, anna: Person
) -> None:
    """Also after registering and leaving: the filters travel with the card."""
    for n in range(7):
        await planned(world, course(n, topic=Topic.TRAUMA))
        await planned(world, course(n, title=f"Anderes {n}"))
    await world.joins(anna)
    await filters(anna, "Thema: alle", "Traumatisierung und ihre Folgen (7)")
    await anna.taps("Weiter")

    assert titles(anna) == ["05", "06"]

    await anna.taps("6. Seminar 05")
    await anna.taps("Details")
    await anna.taps("Zurück")
    await anna.taps("Anmelden")
    await anna.taps("Abmelden")
    await anna.taps("Nein, dabei bleiben")
    await anna.taps("Zur Liste")

    (shown,) = [each for each in anna.messages if "Gewählt:" in each.text]

    assert "Gewählt: Traumatisierung und ihre Folgen" in shown.text
    assert "Seite 2 von 2" in shown.text
    assert "6. Seminar 05" in shown.labels


async def test_where_nothing_fits_it_says_what_to_do(
    world: World, anna: Person, year: None
) -> None:
    await world.joins(anna)
    await filters(anna, "Kommune: alle", "Dormagen")

    assert "Dazu ist nichts im Angebot." in anna.last.text
    assert {"✕ Dormagen", "Themen abonnieren", "Fortbildungsbedarf melden"} <= set(anna.last.labels)

    await anna.taps("✕ Dormagen")

    assert titles(anna) == ["00", "01", "02", "08"]


async def test_an_outsider_finds_nothing_and_a_coordinator_finds_the_same(
    world: World, anna: Person, coordinator: Person, outsider: Person, year: None
) -> None:
    await world.joins(anna)
    await coordinates(world, coordinator, "rkn-neuss")
    await outsider.says("/termine")

    assert "geschlossen" in outsider.last.text
    assert "Seminar" not in outsider.reads()

    seen = []
    for person in (anna, coordinator):
        await filters(person, "Nur online", "2 Termine zeigen")
        seen.append((person.last.text, person.last.labels))

    assert seen[0] == seen[1]


@pytest.mark.long
@pytest.mark.differs  # how many statements it takes
async def test_a_list_of_sixty_costs_no_statement_more_than_one_of_ten(
    world: World, anna: Person
) -> None:
    await world.joins(anna)
    spent = []
    for before, upto in ((0, 10), (10, YEAR)):
        for n in range(before, upto):
            await planned(world, course(n))
        with budget(world.bot.database, everything=True) as counted:
            await filters(anna, "Monat: alle", "März 2027 (3)")
            await anna.taps("✕ März 2027")
        spent.append(counted.spent)

    assert f"{YEAR} Termine" in anna.last.text
    assert spent[0] == spent[1]


async def test_it_is_said_in_english_too(world: World, anna: Person, year: None) -> None:
    await world.joins(anna)
    await anna.says("/sprache")
    await anna.taps("English")
    await anna.says("/dates")
    await anna.taps("Filter")
    await anna.taps("Month: all")
    await anna.taps("March 2027 (3)")

    assert "3 dates on offer" in anna.last.text
    assert "Chosen: March 2027" in anna.last.text
    assert "✕ March 2027" in anna.last.labels
