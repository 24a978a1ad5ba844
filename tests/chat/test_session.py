"""A series: several dates, one registration; one of them moves or falls out alone."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from icalendar import Calendar

from domain.report.facts import Facts
from domain.report.material import material
from domain.training import Training
from standin.people.person import Person
from talk.session_change import AllSessions, DropSession, MoveSession, OneSession
from tests.chat.conftest import World
from tests.chat.stage import BERLIN, coordinates, hand
from tests.chat.test_plan_again import seated, training

TITLE = "Reihe Gesprächsführung"


@pytest.fixture
async def planner(world: World, coordinator: Person) -> Person:
    return await coordinates(world, coordinator)


def local(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=BERLIN)  # type: ignore[misc, arg-type]  # year to minute


def starts(of: Training) -> list[str]:
    return [f"{each.starts_at.astimezone(BERLIN):%d.%m. %H:%M}" for each in of.plan.dates]


def entries(person: Person) -> dict[str, tuple[str, str]]:
    """Return the entries of the last calendar file: start and status by what follows the uid."""
    document = person.last.document
    assert document is not None
    found = Calendar.from_ical(document.content)
    return {
        str(each["uid"])[36:]: (
            f"{each.decoded('dtstart').astimezone(BERLIN):%d.%m. %H:%M}",
            str(each["status"]),
        )
        for each in found.walk("VEVENT")
    }


async def plans_a_series(planner: Person) -> None:
    """Plan three dates: two by a button, one typed; and publish."""
    await planner.says("/neu")
    for said in (TITLE, "Vernachlässigung", "Seminar", "Rathaus", "12.3.27 9-12:30"):
        await planner.says(said)
    await planner.taps("Weitere Termine")
    await planner.taps("Auch am Fr., 19.03.")
    await planner.says("8.4.27 14-17 Uhr")


async def test_a_series_is_planned_on_its_preview(world: World, planner: Person) -> None:
    await plans_a_series(planner)

    assert "Fr., 19.03.2027, 09:00–12:30 Uhr\nDo., 08.04.2027, 14:00–17:00 Uhr" in planner.last.text

    assert "schreiben Sie den Termin: 15.4.27 9-12:30" in planner.last.text

    await planner.says("12.3.27 12 Uhr")

    assert "Zwei Termine überschneiden sich." in planner.last.text

    await planner.says("5.3.27")

    assert "Weitere Termine liegen nach dem ersten." in planner.last.text

    await planner.taps("Auch am Do., 15.04.")
    await planner.taps("Do., 15.04.")
    await planner.taps("Termin streichen")
    await planner.taps("Fr., 19.03.")
    await planner.taps("Sa., 20.03.")

    assert "Sa., 20.03.2027, 09:00–12:30 Uhr" in planner.last.text

    await planner.taps("Weiter")

    assert "Reihe mit 3 Terminen:\nFr., 12.03.2027, 09:00–12:30 Uhr" in planner.last.text

    await planner.taps("Nur veröffentlichen")
    made = await training(world)

    assert starts(made) == ["12.03. 09:00", "20.03. 09:00", "08.04. 14:00"]
    assert [each.units for each in made.plan.dates] == [4, 4, 4]
    assert (made.plan.units, made.plan.ends_at) == (12, local(2027, 4, 8, 17))


@pytest.mark.long
async def test_one_registration_is_for_all_dates_and_each_is_reminded_of(
    world: World, planner: Person, anna: Person
) -> None:
    await plans_a_series(planner)
    await planner.taps("Weiter")
    await planner.taps("Nur veröffentlichen")
    await seated(world, anna)

    assert "Reihe mit 3 Terminen:\nFr., 12.03.2027, 09:00–12:30 Uhr" in anna.last.text
    assert entries(anna) == {
        "": ("12.03. 09:00", "CONFIRMED"),
        "-2": ("19.03. 09:00", "CONFIRMED"),
        "-3": ("08.04. 14:00", "CONFIRMED"),
    }

    told = []
    for day in (local(2027, 3, 5, 9), local(2027, 3, 11, 9), local(2027, 3, 18, 9)):
        await world.moves_to(day)
        told.append(anna.last.text.splitlines()[::3][:2])

    assert told == [
        ["Erinnerung: in einer Woche", "Termin 1 von 3: Fr., 12.03.2027, 09:00–12:30 Uhr"],
        ["Erinnerung: morgen", "Termin 1 von 3: Fr., 12.03.2027, 09:00–12:30 Uhr"],
        ["Erinnerung: morgen", "Termin 2 von 3: Fr., 19.03.2027, 09:00–12:30 Uhr"],
    ]


@pytest.mark.long
async def test_one_date_moves_and_one_falls_out_alone(
    world: World, planner: Person, anna: Person
) -> None:
    await plans_a_series(planner)
    await planner.taps("Weiter")
    await planner.taps("Nur veröffentlichen")
    await seated(world, anna)
    await planner.says("/verwalten")
    await planner.taps(planner.last.labels[0])
    await planner.taps("Termine")
    await planner.taps("2. Fr., 19.03.2027, 09:00–12:30 Uhr")

    assert "Eine Person erfährt davon." in planner.last.text

    await planner.taps("Verschieben")
    await planner.says("22.3.27 10-13 Uhr")

    assert "19. März 2027" in planner.last.text

    await planner.taps("Ja, verschieben")

    assert "Eine Person erhält jetzt Nachricht." in planner.last.text
    assert "Statt Fr., 19.03.2027, 09:00–12:30 Uhr: Mo., 22.03.2027, 10:00–13:00" in anna.last.text
    assert entries(anna)["-2"] == ("22.03. 10:00", "CONFIRMED")

    await planner.taps("Termine")
    await planner.taps("3. Do., 08.04.2027, 14:00–17:00 Uhr")
    await planner.taps("Streichen und Bescheid geben")

    assert "Entfällt: Do., 08.04.2027, 14:00–17:00 Uhr" in anna.last.text
    assert entries(anna)["-3"] == ("08.04. 14:00", "CANCELLED")
    assert starts(await training(world)) == ["12.03. 09:00", "22.03. 10:00"]

    await world.moves_to(local(2027, 3, 18, 12))
    said = len(anna.messages)
    await world.moves_to(local(2027, 3, 20, 9))

    assert len(anna.messages) == said + 1  # the Saturday before the Monday, not the Thursday
    assert "Termin 2 von 2: Mo., 22.03.2027" in anna.last.text

    await planner.says("/verwalten")
    await planner.taps(planner.last.labels[0])
    await planner.taps("Termine")

    assert planner.last.labels == ["2. Mo., 22.03.2027, 10:00–13:00 Uhr", "Zurück"]

    await planner.taps("2. Mo., 22.03.2027, 10:00–13:00 Uhr")
    await planner.taps("Streichen und Bescheid geben")

    assert "Entfällt: Mo., 22.03.2027, 10:00–13:00 Uhr" in anna.last.text
    assert anna.last.labels == ["Details"]
    assert (await training(world)).over(world.clock.now())


@pytest.mark.long
async def test_nobody_else_changes_the_dates(
    world: World, planner: Person, anna: Person, outsider: Person
) -> None:
    await plans_a_series(planner)
    await planner.taps("Weiter")
    await planner.taps("Nur veröffentlichen")
    await seated(world, anna)
    await outsider.opens()
    neuss = await coordinates(world, world.telegram.person(904, "Neuss"), "rkn-neuss")
    number = (await training(world)).id
    before = starts(await training(world))

    for person in (anna, neuss, outsider):
        for action in (
            AllSessions(number),
            OneSession(number, 2),
            MoveSession(number, 2),
            DropSession(number, 2),
        ):
            await hand(world, person, "Los", action)
            await person.taps("Los")

    assert starts(await training(world)) == before


@pytest.mark.long
async def test_closing_asks_how_many_came_to_each_date(
    world: World, planner: Person, anna: Person
) -> None:
    await plans_a_series(planner)
    await planner.taps("Weiter")
    await planner.taps("Nur veröffentlichen")
    await seated(world, anna)
    await world.moves_to(local(2027, 4, 7, 12))

    assert "Abschließen" not in planner.last.labels

    await world.moves_to(local(2027, 4, 8, 18))
    await planner.taps("Abschließen")

    assert "Wie viele kamen zum stärksten Termin?" in planner.last.text

    await planner.says("5")
    await planner.taps("Weiter")

    assert "Termin am Fr., 19.03.: 5" in planner.last.text

    await planner.says("5 6 5")

    assert "Mehr als eben gezählt geht nicht." in planner.last.text

    await planner.says("5 4 2")
    await planner.taps("Do., 08.04. mehr")
    await planner.taps("So abschließen")

    assert "abgeschlossen" in planner.last.text.lower()

    number = (await training(world)).id
    async with world.bot.database.reading() as store:
        missed = await store.sessions.missed([number])
        facts = Facts(
            world.bot.tools.network,
            await material(store, 2027, BERLIN),
            date(2027, 5, 1),
        )

    assert missed == {number: {2: 1, 3: 2}}
    assert [(h.came, h.hours) for h in facts.held] == [(5, 4 * (5 + 4 + 3))]

    await planner.says("/protokoll")
    await planner.taps("Teilnahmen berichtigen")
    await planner.taps(planner.last.labels[0])
    await planner.taps("Nur am Do., 08.04., bisher 3")
    await planner.says("3 mehr")

    assert "So viele" in planner.last.text

    await planner.says("1 weniger")
    await planner.taps(planner.last.labels[0])
    async with world.bot.database.reading() as store:
        assert await store.sessions.missed([number]) == {number: {2: 1, 3: 3}}
