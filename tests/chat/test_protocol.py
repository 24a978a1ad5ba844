"""The coordinators' log: by buttons only, written once, corrected by counter-entries."""

from datetime import date, timedelta

import pytest

from bot.app import Bot
from domain.ledger import sealing
from domain.ledger.entries import Entry, LedgerKind
from domain.protocol_rows import JudgedBy, goals
from domain.report.events import by_office
from domain.report.material import material as material_of
from domain.vocabulary import GoalStatus, Role
from standin.people.person import Person
from tests.chat.conftest import World
from tests.chat.stage import coordinates

TODAY = date(2027, 2, 9)
YEAR = (date(2027, 1, 1), date(2027, 12, 31))


async def rows(world: World) -> list[Entry]:
    async with world.bot.database.reading() as store:
        return await store.ledger.between(date(2026, 1, 1), date(2028, 12, 31))


async def enters(person: Person, *labels: str) -> None:
    await person.says("/protokoll")
    for label in labels:
        await person.taps(label)


async def logs_meeting(person: Person) -> None:
    await enters(
        person, "Treffen", "Di., 09.02.2027", "Qualitätsdialog", "90 Minuten", "Kaarst", "Weiter"
    )
    await person.taps("Polizei")
    await person.taps("Weiter")
    await person.taps("So eintragen")


async def test_a_meeting_is_logged_with_who_was_there(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    await enters(coordinator, "Treffen", "Di., 09.02.2027", "Qualitätsdialog", "90 Minuten")
    for label in ("Kaarst", "Stadt Neuss", "✓ Kaarst", "Weiter"):
        await coordinator.taps(label)

    assert "Weiter" in coordinator.last.labels

    await coordinator.taps("Polizei")
    await coordinator.taps("Weiter")

    assert coordinator.last.text == (
        "Protokoll: Treffen\n\nTag: Di., 09.02.2027\nFormat: Qualitätsdialog\n"
        "Dauer: 90 Minuten\nJugendämter: Stadt Neuss\nHandlungsfelder: Polizei\n\n"
        "Ist das so richtig?"
    )

    await coordinator.taps("So eintragen")

    held, detail = LedgerKind.EXCHANGE_HELD, "quality-dialogue"
    assert await rows(world) == [
        Entry(TODAY, held, 1, detail=detail),
        Entry(TODAY, held, 90, detail=f"{detail}:minutes"),
        Entry(TODAY, held, 1, office="rkn-neuss", detail=detail),
        Entry(TODAY, held, 1, sector="police", detail=detail),
    ]


async def test_a_meeting_of_nobody_cannot_be_logged(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    await enters(coordinator, "Treffen", "Di., 09.02.2027", "Runder Tisch", "30 Minuten", "Weiter")

    assert "Welche Handlungsfelder" in coordinator.last.text
    assert "Weiter" not in coordinator.last.labels


async def test_an_agreement_of_an_earlier_day(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    await enters(coordinator, "Absprache oder Produkt", "Ältere", "Fr., 29.01.2027", "Meldeweg")
    await coordinator.taps("Alle Jugendämter")
    world.telegram.settled = None
    await coordinator.taps("So eintragen")
    await coordinator.taps("So eintragen")
    world.telegram.settled = world.pressed
    await world.settled()

    assert await rows(world) == [
        Entry(date(2027, 1, 29), LedgerKind.PROCEDURE_AGREED, 1, detail="reporting-path")
    ]
    assert coordinator.last.text == "Eingetragen. Der Eintrag zählt für den Bericht."


async def test_advice_totals_by_quarter_with_digits(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    await enters(coordinator, "Fachberatungen im Quartal", "4. Quartal 2026", "1", "2")
    world.bot = Bot(world.bot.parts)
    await world.bot.initialize()

    assert "Zahl: 12" in coordinator.last.text

    await coordinator.says("Frau <Müller>")

    assert "nicht gespeichert" in coordinator.messages[-2].text

    await coordinator.taps("Ziffer löschen")
    await coordinator.taps("7")
    await coordinator.taps("Weiter mit 17")
    await coordinator.taps("So eintragen")
    await enters(coordinator, "Fachberatungen im Quartal", "4. Quartal 2026")

    assert "bisher 17 eingetragen" in coordinator.last.text

    await coordinator.says("3")
    await coordinator.taps("Weiter mit 3")
    await coordinator.taps("So eintragen")

    assert [(row.day, row.n) for row in await rows(world)] == [
        (date(2026, 12, 31), 17),
        (date(2026, 12, 31), 3),
    ]


@pytest.mark.long
@pytest.mark.differs  # what no other story asks of storage
async def test_goals_are_set_changed_and_judged(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    goal = "Netzwerktreffen durchführen"
    for digit in ("2", "4"):
        await enters(coordinator, "Jahresziel", "2027", goal, digit, f"Weiter mit {digit}")
        await coordinator.taps("So eintragen")
    for status in ("Teilweise erreicht", "Erreicht", "Teilweise erreicht"):
        await enters(coordinator, "Stand eines Jahresziels", "2027", goal, status)
        await coordinator.taps("Einschätzung der Konferenz")
        await coordinator.taps("So eintragen")
    async with world.bot.database.reading() as store:
        material = await material_of(store, 2027, world.bot.network.zone)
    (found,) = goals(material.entries)

    assert (found.target, found.status) == (4, GoalStatus.PARTLY)
    assert [how for _, how in material.judged] == [JudgedBy.CONFERENCE] * 3


async def test_without_a_goal_there_is_no_result(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    await enters(coordinator, "Stand eines Jahresziels")

    assert coordinator.last.text.endswith("Dafür gibt es noch keinen Eintrag.")
    assert coordinator.last.labels == ["Zurück"]


async def test_a_meeting_is_taken_back_as_a_whole(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    await logs_meeting(coordinator)
    await logs_meeting(coordinator)
    entry = "Di., 09.02.2027: Qualitätsdialog"
    await enters(coordinator, "Eintrag berichtigen")

    assert coordinator.last.labels.count(entry) == 2

    await coordinator.taps(entry)
    await coordinator.taps("Doppelt eingetragen")
    await coordinator.taps("So eintragen")
    found = await rows(world)

    assert coordinator.last.text.startswith("Berichtigt.")
    assert sum(row.n for row in found if row.detail == "quality-dialogue" and not row.office) == 2
    assert sum(row.n for row in found if row.detail.endswith("minutes")) == 90
    assert by_office(found, LedgerKind.EXCHANGE_HELD) == {"rkn-kaarst": 1}

    await enters(coordinator, "Eintrag berichtigen")

    assert coordinator.last.labels.count(entry) == 1


async def test_a_total_gets_its_right_number_and_of_two_the_second_learns_it(
    world: World, anna: Person, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    await coordinates(world, anna)
    await enters(coordinator, "Fachberatungen im Quartal", "1. Quartal 2027", "9", "Weiter mit 9")
    await coordinator.taps("So eintragen")
    entry = "1. Quartal 2027: Fachberatungen, 9"
    for person in (anna, coordinator):
        await enters(person, "Eintrag berichtigen", entry, "9", "Weiter mit 9")

        assert person.toast == "Diese Zahl steht schon da."

        await person.taps("Ziffer löschen")
        await person.taps("6")
        await person.taps("Weiter mit 6")
        await person.taps("Verzählt")
    await anna.taps("So eintragen")
    await coordinator.taps("So eintragen")

    assert coordinator.toast == "Diese Auswahl ist nicht mehr aktuell."
    assert [row.n for row in await rows(world)] == [9, -9, 6]


async def test_nothing_goes_into_a_sealed_year(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    await enters(coordinator, "Fachberatungen im Quartal", "4. Quartal 2026", "1", "Weiter mit 1")
    async with world.bot.database.transaction() as store:
        await sealing.seal(store, world.bot.network, 2026, TODAY)
    await coordinator.taps("So eintragen")

    assert coordinator.toast == "Das Jahr 2026 ist versiegelt. Es wurde nichts eingetragen."

    await enters(coordinator, "Fachberatungen im Quartal")

    assert coordinator.last.labels == ["1. Quartal 2027", "Zurück"]
    assert await rows(world) == []


@pytest.mark.parametrize("role", [Role.SPECIALIST, Role.AUDITOR])
async def test_only_coordinators_enter(
    world: World, anna: Person, outsider: Person, role: Role
) -> None:
    await world.joins(anna, role)
    await anna.says("/protokoll")
    await outsider.says("/protokoll")

    assert anna.last.text == "Das können nur Koordinierende."
    assert "Netzwerk ist geschlossen" in outsider.last.text


async def test_steps_go_back(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    await enters(coordinator, "Absprache oder Produkt", "Di., 09.02.2027", "Zurück")

    assert coordinator.last.text.endswith("An welchem Tag war es?")

    await coordinator.taps("Zurück")

    assert "Was möchten Sie eintragen?" in coordinator.last.text

    await world.moves(timedelta(hours=1))

    assert await rows(world) == []
