"""A training that wants the approval of the own office: held, approved, declined, lapsed."""

from __future__ import annotations

import io
from datetime import datetime

import openpyxl
import pytest

from domain.approve_answer import mark
from domain.paper import Paper
from domain.register import Registration, Tally
from domain.training import Training
from domain.vocabulary import RegistrationStatus, Role
from standin.people.person import Person
from talk.approve import Approve, Disapprove, WhoAsks
from talk.manage import ManageOne
from talk.paper import Print
from talk.register import Show
from tests.chat.conftest import World
from tests.chat.stage import BERLIN, coordinates, hand, plan, planned
from tests.chat.test_paper import file, words

HELD = "Ihr Platz ist vorgemerkt."
ASKED = "Bitte entscheiden Sie über eine Anmeldung."
UNTIL = "Mi., 03.03.2027, 10:00 Uhr"


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a moment around the first of March 2027, a Monday."""
    return datetime(2027, 2 if day > 20 else 3, day, hour, minute, tzinfo=BERLIN)


@pytest.fixture
def neighbour(world: World) -> Person:
    return world.telegram.person(901, "Nebenan")


@pytest.fixture
async def training(world: World) -> Training:
    await world.moves_to(at(26, 10))  # a Friday
    wanted = plan(seats=1, approval=True, deadline_at=at(10, 9))
    return await planned(world, wanted, host="rkn-neuss")


async def registers(world: World, person: Person, training: Training, press: str) -> None:
    await hand(world, person, "Karte", Show(training.id))
    await person.taps("Karte")
    await person.taps(press)
    await world.settled()


async def own(world: World, training: Training, n: int = 0) -> Registration:
    """Return one of the registrations that stand, in the order of arrival."""
    async with world.bot.database.reading() as store:
        return (await store.registrations.active(training.id))[n]


async def tallies(world: World, training: Training) -> dict[Tally, int]:
    async with world.bot.database.reading() as store:
        return dict(await store.trainings.tallies(training.id))


@pytest.mark.long
async def test_a_seat_is_held_until_the_own_office_approves(
    world: World,
    anna: Person,
    bela: Person,
    outsider: Person,
    coordinator: Person,
    neighbour: Person,
    training: Training,
) -> None:
    await world.joins(anna, name="Änne Beispiel")
    await world.joins(bela, office="rkn-neuss")
    second = world.telegram.person(902, "Zweite")
    await coordinates(world, coordinator)
    await coordinates(world, second)
    await coordinates(world, neighbour, "rkn-neuss")
    await hand(world, anna, "Karte", Show(training.id))
    await anna.taps("Karte")

    assert "Ihre Koordinierungsstelle muss zustimmen." in anna.last.text

    await anna.taps("Anmelden")
    await world.settled()

    assert anna.toast == "Ihr Platz ist vorgemerkt, bis Ihre Koordinierungsstelle zustimmt."
    assert anna.last.text.startswith(HELD)
    assert f"muss bis {UNTIL} zustimmen." in anna.last.text
    assert anna.last.document is None
    for asked in (coordinator, second):
        assert asked.last.text.startswith(ASKED)
        assert UNTIL in asked.last.text
        assert "Änne" not in asked.last.text
    assert ASKED not in neighbour.last.text

    await registers(world, bela, training, "Auf die Warteliste")

    assert neighbour.last.text.startswith(ASKED)

    await hand(world, neighbour, "Zeigen", ManageOne(training.id))
    await neighbour.taps("Zeigen")

    assert "Vorgemerkt: 2 Personen, die Zustimmung steht aus" in neighbour.last.text

    await neighbour.taps("Wer angemeldet ist")

    assert "Jugendamt der Stadt Kaarst: Änne Beispiel (vorgemerkt)" in neighbour.last.text
    assert "Warteliste 1 (Nummer 02), Jugendamt der Stadt Neuss (vorgemerkt)" in neighbour.last.text

    for paper, name in ((Paper.LIST, "teilnahmeliste.pdf"), (Paper.TABLE, "teilnahmeliste.xlsx")):
        await hand(world, neighbour, "Drucken", Print(training.id, paper))
        await neighbour.taps("Drucken")
        content = file(neighbour, name)
        if paper is Paper.LIST:
            assert "01 Änne Beispiel (vorgemerkt)" in words(content).replace("\xad ", "")
        else:
            rows = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0].iter_rows()
            assert "Änne Beispiel (vorgemerkt)" in {cell.value for row in rows for cell in row}

    seat = await own(world, training)
    assert seat.approve_by is not None
    yes, no = (kind(seat.id, mark(seat.approve_by)) for kind in (Approve, Disapprove))
    await outsider.says("/start")
    for stranger in (outsider, neighbour, anna, bela):
        for label, action in (("Ja", yes), ("Nein", no)):
            await hand(world, stranger, label, action)
            await stranger.taps(label)

    assert (await own(world, training)).approve_by == seat.approve_by

    await hand(world, neighbour, "Wer", WhoAsks(seat.id, mark(seat.approve_by)))
    await neighbour.taps("Wer")

    assert "Änne" not in neighbour.last.text

    await coordinator.taps("Wer ist das?")

    assert coordinator.last.text.startswith(f"{ASKED}\nÄnne Beispiel, Jugendamt der Stadt Kaarst")
    assert coordinator.last.buttons == [["Zustimmen", "Ablehnen"]]

    await coordinator.taps("Zustimmen")
    await world.settled()

    assert coordinator.toast == "Sie haben zugestimmt."
    assert anna.last.text.startswith("Ihre Koordinierungsstelle hat zugestimmt.")
    assert "Ihr Platz ist bestätigt." in anna.last.text
    assert anna.last.document is not None

    await second.taps("Ablehnen")

    assert second.toast == "Der Anmeldung wurde schon zugestimmt."
    assert (await own(world, training)).status is RegistrationStatus.CONFIRMED

    await world.moves_to(at(11, 9, 1))

    assert anna.last.text.startswith("Erinnerung: morgen")


@pytest.mark.long
async def test_who_is_declined_or_not_answered_gives_the_seat_back_in_time(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna)
    await world.joins(bela)
    await coordinates(world, coordinator)
    await registers(world, anna, training, "Anmelden")
    await registers(world, bela, training, "Auf die Warteliste")
    await hand(world, anna, "Karte", Show(training.id))
    await anna.taps("Karte")

    assert all("Ersatz schicken" not in row for row in anna.last.buttons)

    first = await own(world, training)
    assert first.approve_by is not None
    await hand(world, coordinator, "Nein", Disapprove(first.id, mark(first.approve_by)))
    await coordinator.taps("Nein")
    await world.settled()

    assert coordinator.toast == "Sie haben abgelehnt. Der Platz ist wieder frei."
    assert anna.last.text.startswith("Ihre Koordinierungsstelle hat nicht zugestimmt.")
    assert bela.last.text.startswith(HELD)

    await world.moves_to(at(3, 9, 59))

    assert (await own(world, training)).status is RegistrationStatus.CONFIRMED

    await world.moves_to(at(3, 10, 1))

    assert bela.last.text.startswith("Ihre Koordinierungsstelle hat nicht rechtzeitig geantwortet.")
    counted = await tallies(world, training)
    assert counted[Tally.WITHDRAWN] == 2
    assert Tally.LATE_WITHDRAWN not in counted


async def test_who_coordinates_needs_nobody_and_a_whole_county_asks_the_lead(
    world: World, anna: Person, coordinator: Person, neighbour: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await coordinates(world, neighbour, "rkn-neuss", Role.LEAD)
    await registers(world, coordinator, training, "Anmelden")

    assert coordinator.last.text.startswith("Ihr Platz ist bestätigt.")
