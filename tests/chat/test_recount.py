"""Correcting how many came: by counter-entries with a reason, and everything still adds up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from domain.close import Group
from domain.ledger import sealing
from domain.ledger.entries import Entry, LedgerKind
from domain.report.events import by_office, by_sector, total
from domain.training import Training
from domain.vocabulary import Role
from standin.people.person import Person
from storage.report.tables import correction
from talk.recount import Open
from tests.chat.conftest import World
from tests.chat.stage import STARTS, TITLE, coordinates, hand, planned
from tests.chat.test_report import closes

LISTED = f"Fr., 12.03.2027 {TITLE}"


@pytest.fixture
async def training(world: World) -> Training:
    made = await planned(world)
    await closes(
        world,
        made,
        Group("rkn-neuss", "youth-office", 0, 8),
        Group("rkn-kaarst", "police", 0, 2),
        Group("rkn-kaarst", "school", 0, 4),
    )
    return made


async def came(world: World) -> list[Entry]:
    async with world.bot.database.reading() as store:
        rows = await store.ledger.between(date(2027, 1, 1), date(2027, 12, 31))
    return [row for row in rows if row.kind is LedgerKind.ATTENDANCE]


async def reasons(world: World) -> list[str]:
    async with world.bot.database.engine.connect() as connection:
        return [r.reason for r in await connection.execute(sa.select(correction))]


async def chooses(coordinator: Person, *labels: str) -> None:
    await coordinator.says("/protokoll")
    await coordinator.taps("Teilnahmen berichtigen")
    for label in labels:
        await coordinator.taps(label)


@pytest.fixture
async def later(world: World, coordinator: Person, training: Training) -> Person:
    """Return the coordinator some days after the closing."""
    await coordinates(world, coordinator)
    await world.moves_to(STARTS + timedelta(days=3))
    return coordinator


async def test_a_number_is_corrected_by_counter_entries(
    world: World, later: Person, outsider: Person
) -> None:
    before = await came(world)
    await chooses(later, LISTED)

    assert "Kaarst: 6" in later.last.text
    assert "Zusammen: 14" in later.last.text

    for each in ("Kaarst", "Polizei, Kaarst", "2 weniger"):
        await later.taps(each)

    assert "2 weniger" in later.last.text
    assert "Zusammen dann: 12" in later.last.text
    assert await came(world) == before

    await later.taps("Verzählt")
    rows = await came(world)

    assert "jetzt 12 Teilnahmen" in later.last.text
    assert rows[: len(before)] == before  # nothing is edited
    assert total(rows, LedgerKind.ATTENDANCE) == 12
    assert by_office(rows, LedgerKind.ATTENDANCE) == {"rkn-neuss": 8, "rkn-kaarst": 4}
    assert by_sector(rows, LedgerKind.ATTENDANCE) == {"youth-office": 8, "school": 4}
    assert await reasons(world) == ["miscounted"] * 3


async def test_an_institution_that_was_forgotten_is_added(world: World, later: Person) -> None:
    await chooses(later, LISTED, "Dormagen", "Justiz, Dormagen")
    await later.says("3")
    await later.taps("Nachgemeldet")
    rows = await came(world)

    assert total(rows, LedgerKind.ATTENDANCE) == 17
    assert by_office(rows, LedgerKind.ATTENDANCE)["rkn-dormagen"] == 3
    assert by_sector(rows, LedgerKind.ATTENDANCE)["justice"] == 3

    await later.taps("Weitere Zahl berichtigen")

    assert "Zusammen: 17" in later.last.text


async def test_no_count_falls_below_zero(world: World, later: Person) -> None:
    before = await came(world)
    await chooses(later, LISTED, "Kaarst", "Polizei, Kaarst")
    await later.says("-3")

    assert "So viele waren nicht eingetragen." in later.last.text

    await later.says("Mia Müller, 4")

    assert "Bei akuter Gefahr" in later.messages[-2].text
    assert all("Mia" not in post.text for post in later.chat.shown())
    assert await came(world) == before


async def test_a_second_press_writes_nothing_more(world: World, later: Person) -> None:
    await chooses(later, LISTED, "Kaarst", "Polizei, Kaarst")
    await later.taps("1 mehr")
    world.telegram.settled = None
    await later.taps("Verzählt")
    await later.taps("Verzählt")
    await world.settled()

    assert total(await came(world), LedgerKind.ATTENDANCE) == 15


async def test_only_who_runs_it_corrects_it(
    world: World, later: Person, anna: Person, bela: Person, outsider: Person, training: Training
) -> None:
    await world.joins(anna)
    await world.joins(bela, Role.COORDINATOR, "rkn-neuss")
    await bela.says("/protokoll")
    await bela.taps("Teilnahmen berichtigen")

    assert "Es gibt keine abgeschlossene Veranstaltung" in bela.last.text

    await outsider.opens()
    for person in (anna, bela, outsider):
        await hand(world, person, "Öffnen", Open(training.id))
        await person.taps("Öffnen")

        assert "Kaarst: 6" not in person.reads()


async def test_a_sealed_year_is_not_corrected(world: World, later: Person) -> None:
    before = await came(world)
    await chooses(later, LISTED, "Kaarst", "Polizei, Kaarst")
    await later.taps("1 mehr")
    async with world.bot.database.transaction() as store:
        await sealing.seal(store, world.bot.network, 2027, date(2028, 1, 10))
    await later.taps("Verzählt")

    assert later.toast == "Das Jahr 2027 ist versiegelt. Es wurde nichts eingetragen."
    assert await came(world) == before
