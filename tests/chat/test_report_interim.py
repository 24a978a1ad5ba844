"""What a year looks like before it is over stays with the coordinators, and is marked."""

from __future__ import annotations

import pytest

from domain.channel import in_chat
from domain.report_order import Wanted, What
from domain.vocabulary import Role
from standin.people.person import Message, Person
from talk.action import Action
from talk.report import ByPlace, MakeReport, OpenYear, Potentials, ShowFigures
from tests.chat.conftest import World
from tests.chat.stage import STARTS, hand
from tests.chat.test_report import (
    FORMS,
    a_year,
    changes,
    figures_card,
    files,
    pictures,
    rows,
    versions,
)

#: What is asked for is made in a process of its own.
pytestmark = pytest.mark.process

INTERIM = "Zwischenstand, nur für den Dienstgebrauch. Bitte nicht veröffentlichen."
NOT_OVER = "Das Jahr 2027 läuft noch. Seine Zahlen lesen bis zum Jahresende nur Koordinierende."
MISSING = "Die fachliche Bewertung fehlt noch."
NEXT_YEAR = STARTS.replace(year=2028, month=1, day=10)


def handed_out(person: Person) -> list[Message]:
    return [message for message in person.messages if message.document]


async def test_a_running_year_is_marked_on_every_page_chart_and_file(
    world: World, coordinator: Person
) -> None:
    await a_year(world, coordinator)
    await coordinator.says("/bericht 2027")

    assert figures_card(coordinator).text.endswith(INTERIM)
    assert pictures(coordinator)
    assert all(INTERIM in picture.text for picture in pictures(coordinator))

    for button in ("Nach Jugendamt und Handlungsfeld", "Optimierungspotentiale"):
        await coordinator.taps(button)

        assert changes(world, coordinator)[-1].endswith(INTERIM)

        await coordinator.taps("Zurück zu den Zahlen 2027")
    await coordinator.taps("Bericht 2027 als Dateien")
    found = handed_out(coordinator)

    assert INTERIM in changes(world, coordinator)[-1]
    assert len(found) == len(FORMS)
    assert all(INTERIM in message.text for message in found)
    assert all("2027-zwischenstand" in name for name in files(coordinator))

    csv = next(m.document for m in found if m.document and m.document.name.endswith("csv"))

    assert "Zwischenstand, nur für den Dienstgebrauch" in csv.content.decode().splitlines()[1]


async def test_once_the_year_is_over_nothing_is_marked(world: World, coordinator: Person) -> None:
    await a_year(world, coordinator)
    await world.moves_to(NEXT_YEAR)
    await coordinator.says("/bericht 2027")
    await coordinator.taps("Bericht 2027 als Dateien")

    assert "bericht-rhein-kreis-neuss-2027.pdf" in files(coordinator)
    assert not any("Zwischenstand" in message.text for message in coordinator.messages)
    assert (
        "Diese Fassung gilt nun als veröffentlicht. "
        "In späteren Fassungen können deshalb mehr Zahlen geheim sein."
    ) in changes(world, coordinator)[-1]


async def test_a_reader_gets_finished_years_only(
    world: World, coordinator: Person, bela: Person
) -> None:
    await a_year(world, coordinator)
    await world.joins(bela, Role.AUDITOR)
    await bela.says("/bericht")

    assert bela.last.text.startswith(NOT_OVER)
    assert bela.last.labels == ["Zum Menü"]

    await bela.says("/bericht 2027")

    assert bela.last.text.startswith(NOT_OVER)

    await world.moves_to(NEXT_YEAR)
    await bela.says("/bericht")

    assert bela.last.text.startswith("Das Jahr 2028 läuft noch.")
    assert bela.last.labels == ["2027", "Zum Menü"]

    await bela.taps("2027")

    assert "Teilnahmen: 19" in figures_card(bela).text
    assert pictures(bela)

    await bela.taps("Bericht 2027 als Dateien")

    assert len(files(bela)) == len(FORMS)
    # The page of figures, its charts, and the files, which say more.
    assert await versions(world) == 3


@pytest.mark.parametrize(
    "action",
    [OpenYear(2027), ShowFigures(2027), ByPlace(2027), Potentials(2027, 0), MakeReport(2027)],
)
async def test_no_button_of_a_running_year_works_for_a_reader(
    world: World, coordinator: Person, bela: Person, action: Action
) -> None:
    await a_year(world, coordinator)
    await world.joins(bela, Role.AUDITOR)
    await hand(world, bela, "Zahlen", action)
    await bela.taps("Zahlen")

    assert not any("19" in message.text for message in bela.messages)
    assert NOT_OVER in changes(world, bela)[-1]
    assert not await rows(world)


@pytest.mark.parametrize("what", [What.FIGURES, What.CHARTS, What.FILES])
async def test_what_was_asked_for_is_not_handed_to_a_reader_before_the_year_is_over(
    world: World, coordinator: Person, bela: Person, what: What
) -> None:
    await a_year(world, coordinator)
    await world.joins(bela, Role.AUDITOR)
    before = len(bela.messages)
    async with world.bot.database.transaction() as store:
        person = await store.persons.by_chat(in_chat(bela.id))
        assert person is not None
        await store.reports.ask(person.id, Wanted(2027, what), "de", None, world.clock.now())
    await world.settled()

    assert len(bela.messages) == before
    assert not await rows(world)


async def test_who_gets_files_learns_that_the_assessment_is_missing(
    world: World, coordinator: Person, bela: Person
) -> None:
    await a_year(world, coordinator)
    await world.joins(bela, Role.AUDITOR)
    await world.moves_to(NEXT_YEAR)
    for person in (coordinator, bela):
        await person.says("/bericht 2027")
        await person.taps("Bericht 2027 als Dateien")

        assert MISSING in changes(world, person)[-1]

    assert "Bewertung schreiben" not in bela.labels

    await coordinator.taps("Bewertung schreiben")
    await coordinator.says("Das Angebot war gut besucht. Im nächsten Jahr mehr davon.")
    await coordinator.taps("So übernehmen")
    await coordinator.says("/bericht 2027")
    await coordinator.taps("Bericht 2027 als Dateien")

    assert MISSING not in changes(world, coordinator)[-1]
