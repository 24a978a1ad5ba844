"""Measures: from a hint, a need or an idea; by buttons only, by coordinators only."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.ledger import sealing
from domain.measures import AboutKind, Measure, MeasureState
from domain.vocabulary import Role
from standin.people.person import Person
from talk.measures import MeasureOfHint, NewMeasure, OpenMeasure, SetMeasureState, ShowMeasures
from tests.chat.conftest import World
from tests.chat.stage import coordinates, hand

TODAY = date(2027, 2, 9)


async def all_(world: World) -> list[Measure]:
    async with world.bot.database.reading() as store:
        return await store.measures.all()


async def begins(coordinator: Person) -> None:
    await coordinator.says("/massnahmen")
    await coordinator.taps("Neue Maßnahme")


async def decides(coordinator: Person) -> None:
    """Note that an offer on trauma is planned, from a need."""
    await begins(coordinator)
    for label in ("2026", "Fortbildungsbedarf", "Arbeitsfelder und Justiz"):
        await coordinator.taps(label)
    await coordinator.taps("Kinderschutz in Schule und Ganztag")
    await coordinator.taps("Angebot planen")
    for label in ("Kaarst", "3. Quartal 2027", "So festhalten"):
        await coordinator.taps(label)


async def test_a_need_becomes_a_measure(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    await coordinator.says("/massnahmen")

    assert "noch keine Maßnahme" in coordinator.last.text

    await decides(coordinator)
    (made,) = await all_(world)

    assert "Die Maßnahme ist festgehalten." in coordinator.last.text
    assert (made.year, made.day, made.source, made.what) == (2026, TODAY, "need", "offer")
    assert (made.about_kind, made.about) == (AboutKind.TOPIC, "school")
    assert (made.office, made.due_year, made.due_quarter) == ("rkn-kaarst", 2027, 3)
    assert made.state is MeasureState.PLANNED


async def test_how_far_it_is_is_noted_and_nothing_forgotten(
    world: World, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    await decides(coordinator)
    await coordinator.taps("Zu den Maßnahmen")

    assert "Geplant · Kaarst · bis 3. Quartal 2027" in coordinator.last.text

    await coordinator.taps(next(each for each in coordinator.last.labels if each[:2] == "1."))
    await coordinator.taps("In Arbeit")

    assert coordinator.toast == "Der neue Stand ist festgehalten."

    await coordinator.taps("Erledigt")
    (made,) = await all_(world)

    assert [state for _, state in made.states] == [MeasureState.UNDER_WAY, MeasureState.DONE]
    history = coordinator.last.text.rpartition("\n\n")[2].splitlines()

    assert [line.rpartition(": ")[2] for line in history] == ["Geplant", "In Arbeit", "Erledigt"]


async def test_a_state_that_is_there_already_is_not_noted_again(
    world: World, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    await decides(coordinator)
    (made,) = await all_(world)
    for _ in range(2):
        await hand(world, coordinator, "X", SetMeasureState(made.number, MeasureState.DROPPED))
        await coordinator.taps("X")

    assert coordinator.toast == "Dieser Stand steht schon da."
    assert len((await all_(world))[0].states) == 1


async def test_a_hint_becomes_a_measure_with_what_fits_first(
    world: World, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    await hand(world, coordinator, "H", MeasureOfHint(2026, "o2/topic/trauma"))
    await coordinator.taps("H")

    assert "Hinweis: Viele freie Plätze" in coordinator.last.text
    assert coordinator.last.labels[0] == "Zeit oder Format ändern"

    for label in (
        "Zeit oder Format ändern",
        "Das ganze Netzwerk",
        "1. Quartal 2027",
        "So festhalten",
    ):
        await coordinator.taps(label)
    (made,) = await all_(world)

    assert (made.source, made.what, made.about, made.office) == ("o2", "other-time", "trauma", None)


async def test_a_hint_of_several_sectors_asks_which_one(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    await hand(world, coordinator, "H", MeasureOfHint(2026, "o4"))
    await coordinator.taps("H")

    assert "Worum geht es dabei?" in coordinator.last.text


@pytest.mark.long
async def test_who_is_no_coordinator_gets_nowhere(
    world: World, coordinator: Person, anna: Person, bela: Person, outsider: Person
) -> None:
    await coordinates(world, coordinator)
    await decides(coordinator)
    await world.joins(anna)
    await world.joins(bela, Role.AUDITOR)
    await outsider.opens()
    before = await all_(world)
    actions = (
        ShowMeasures(),
        NewMeasure(),
        OpenMeasure(before[0].number),
        SetMeasureState(before[0].number, MeasureState.DONE),
        MeasureOfHint(2026, "o1/topic/trauma"),
    )
    for person in (anna, bela, outsider):
        await person.says("/massnahmen")
        for action in actions:
            await hand(world, person, "X", action)
            await person.taps("X")

            assert "Angebot planen" not in person.last.text

    assert await all_(world) == before


async def test_what_is_not_there_is_said(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    for action in (OpenMeasure(77), SetMeasureState(77, MeasureState.DONE)):
        await hand(world, coordinator, "X", action)
        await coordinator.taps("X")

        assert coordinator.toast == "Diese Auswahl ist nicht mehr aktuell."


async def test_a_measure_that_the_seal_overtakes_is_not_kept(
    world: World, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    await begins(coordinator)
    for label in ("2026", "Eigene Idee", "Das ganze Netzwerk", "Nächste Seite"):
        await coordinator.taps(label)
    await coordinator.taps("Absprache treffen")
    await coordinator.taps("Das ganze Netzwerk")
    await coordinator.taps("1. Quartal 2027")
    async with world.bot.database.transaction() as store:
        await sealing.seal(store, world.bot.network, 2026, TODAY)
    await coordinator.taps("So festhalten")

    assert coordinator.toast == "Das Jahr 2026 ist versiegelt. Es wurde nichts festgehalten."
    assert await all_(world) == []


async def test_what_is_late_says_so(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    await decides(coordinator)
    world.clock.move_to(datetime(2027, 10, 4, 9, tzinfo=UTC))
    await coordinator.says("/massnahmen")

    assert "Überfällig · Kaarst" in coordinator.last.text


@pytest.mark.parametrize("text", ["Frau Muster kümmert sich", "3"])
async def test_what_is_typed_is_no_measure(world: World, coordinator: Person, text: str) -> None:
    await coordinates(world, coordinator)
    await begins(coordinator)
    await coordinator.says(text)

    assert await all_(world) == []
