"""The year of a report is a question like all others: typed, refused, begun over another one."""

from __future__ import annotations

from datetime import timedelta

from domain.vocabulary import Role
from standin.people.person import Person
from tests.chat.conftest import World
from tests.chat.stage import STARTS, coordinates
from tests.chat.test_report import a_year, figures_card

WHICH = "Tätigkeitsbericht\n\nFür welches Jahr?"


async def test_the_year_can_be_typed(world: World, coordinator: Person) -> None:
    await a_year(world, coordinator)
    await coordinator.says("/bericht")

    assert coordinator.last.text == WHICH

    await coordinator.says("1999")

    assert "Für welches Jahr?" in coordinator.last.text

    await coordinator.says("2027")

    assert figures_card(coordinator).text.startswith("Tätigkeitsbericht 2027: Hauptzahlen")


async def test_a_plan_that_was_begun_waits_for_the_year(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    await world.moves_to(STARTS + timedelta(days=3))
    await coordinator.says("/neu")
    await coordinator.says("/bericht")
    await coordinator.taps("2027")

    assert "Weiter" in [label for message in coordinator.messages for label in message.labels]


async def test_who_reads_chooses_among_the_years_that_are_over(
    world: World, bela: Person, coordinator: Person
) -> None:
    await a_year(world, coordinator)
    await world.joins(bela, Role.AUDITOR)
    await bela.says("/bericht")
    runs = (
        "Das Jahr 2027 läuft noch. Seine Zahlen lesen bis zum Jahresende nur Koordinierende.\n\n"
        "Den Bericht gibt es für abgeschlossene Jahre."
    )

    assert (bela.last.text, bela.last.labels) == (runs, ["Zum Menü"])

    await world.moves_to(STARTS.replace(year=2028, month=1, day=10))
    await bela.says("/bericht 2028")
    labels = bela.last.labels

    assert bela.last.text == f"{runs.replace('2027', '2028')}\n\nFür welches Jahr?"
    assert labels == ["2027", "Zum Menü"]
