"""The first figures: sums of a year for who may read them, small numbers hidden."""

from datetime import timedelta

import pytest

from bot.demo.people import Person
from domain.closing import Group, close
from domain.training import Training
from domain.vocabulary import EventFormat, Role
from tests.chat.conftest import World
from tests.chat.stage import STARTS, TITLE, coordinates, plan, planned


async def closes(world: World, training: Training, *groups: Group) -> None:
    async with world.bot.database.transaction() as store:
        later = training.plan.ends_at + timedelta(hours=1)
        refused = await close(store, training.id, groups, training.plan.starts_at.date(), later)

    assert refused is None


async def test_the_figures_of_a_year(
    world: World, anna: Person, coordinator: Person, outsider: Person
) -> None:
    first = await planned(world)
    second = await planned(
        world, plan(STARTS + timedelta(days=7), format=EventFormat.NETWORK_MEETING, units=2)
    )
    await planned(world, plan(title="Nicht <abgeschlossen>"))
    await coordinates(world, coordinator)
    await closes(
        world,
        first,
        Group("rkn-neuss", "youth-office", 0, 8),
        Group("rkn-kaarst", "police", 0, 2),
        Group("rkn-dormagen", "school", 0, 9),
    )
    await closes(world, second, Group("rkn-neuss", "youth-office", 0, 6))
    await world.moves_to(STARTS + timedelta(days=3))
    await coordinator.says("/bericht")

    assert coordinator.last.text.startswith(
        "Tätigkeitsbericht 2027: erste Zahlen\n\n"
        "Veranstaltungen: 2\ndavon Fortbildungen: 1\nTeilnahmen: 25\n"
        "Unterrichtseinheiten: 6\nTeilnahmeeinheiten: 88\nAustauschtermine: 1\n\n"
        "Teilnahmen an Fortbildungen nach Jugendamtsbezirk\n"
    )
    assert "Kaarst: ·" in coordinator.last.text
    assert "Polizei: ·" in coordinator.last.text
    assert "Eine Veranstaltung ohne Abschluss zählt nicht mit:\nNicht <abgeschlossen>" in (
        coordinator.last.text
    )
    assert TITLE not in coordinator.last.text

    await coordinator.taps("Zahlen für 2026")

    assert "Veranstaltungen: –" in coordinator.last.text


async def test_only_readers_get_figures(
    world: World, anna: Person, bela: Person, coordinator: Person, outsider: Person
) -> None:
    await world.joins(anna)
    await world.joins(bela, Role.AUDITOR)
    for person in (anna, bela, outsider):
        await person.says("/bericht 2027")

    assert anna.last.text == "Das können nur Koordinierende und wer den Bericht lesen darf."
    assert bela.last.text.startswith("Tätigkeitsbericht 2027")
    assert "geschlossen" in outsider.last.text


async def test_a_year_that_is_none_is_asked_again(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    for year in ("<1>", "99", "1899", "2031", "2027x"):
        await coordinator.says(f"/bericht {year}")

        assert coordinator.last.text.startswith("Dieses Jahr ist nicht bekannt.")


async def test_the_report_comes_as_files_made_elsewhere(
    world: World, anna: Person, coordinator: Person
) -> None:
    await closes(world, await planned(world), Group("rkn-neuss", "youth-office", 0, 8))
    await coordinates(world, coordinator)
    await world.moves_to(STARTS + timedelta(days=3))
    await coordinator.says("/bericht 2027")
    world.telegram.settled = None
    await coordinator.taps("Bericht 2027 als Dateien")
    await coordinator.taps("Bericht 2027 als Dateien")
    await world.settled()
    found = {m.document.name: m.document.content for m in coordinator.messages if m.document}

    assert {name.rpartition(".")[2] for name in found} == {"docx", "pdf", "xlsx", "csv", "html"}
    assert len(coordinator.messages) == len({m.text for m in coordinator.messages})
    assert found["bericht-rhein-kreis-neuss-2027.pdf"].startswith(b"%PDF")
    assert "Der Bericht 2027 ist fertig" in coordinator.reads()


async def test_a_report_that_fails_says_so(
    world: World, coordinator: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**_: object) -> None:
        raise OSError("disk <full>")

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", broken)
    await coordinates(world, coordinator)
    await coordinator.says("/bericht")
    await coordinator.taps("Bericht 2027 als Dateien")

    assert coordinator.last.text.startswith("Der Bericht 2027 konnte nicht erstellt werden.")
    assert coordinator.last.labels == ["Bericht 2027 als Dateien"]
