"""Who attended less than the whole: hosts say it by taps, the certificate and its check too."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.manage_people import Attendee
from domain.network import Network
from domain.paper import Paper
from domain.presence import Mark
from domain.presence_shortened import Shortened
from domain.session import Session
from domain.training import CoHost, Training
from domain.vocabulary import Role
from standin.people.person import Person
from talk.paper import AskCertificate, Print
from talk.presence import MarkPresence
from talk.presence_hours import OneHours, SeeHours, SetSession, SetUnits
from tests.chat.conftest import World
from tests.chat.stage import STARTS, TITLE, coordinates, hand, plan, planned
from tests.chat.test_close import registered
from tests.chat.test_paper import code_in, file, words
from tests.report.test_pdf import leaves_of

DOORS = STARTS - timedelta(minutes=30)
AFTER = STARTS + timedelta(hours=4)


@pytest.fixture
def network(network: Network) -> Network:
    return replace(network, presence=True)


@pytest.fixture
async def training(world: World) -> Training:
    return await planned(world, plan(units=8, co_hosts=(CoHost("rkn-meerbusch"),)))


@pytest.fixture
async def series(world: World) -> Training:
    week = timedelta(days=7)
    dates = [
        Session(n, STARTS + n * week, STARTS + n * week + timedelta(hours=3), units)
        for n, units in enumerate((4, 3, 2))
    ]
    dates = [replace(each, number=each.number + 1) for each in dates]
    return await planned(world, plan(units=9, ends_at=dates[-1].ends_at, sessions=tuple(dates)))


async def seated(world: World, anna: Person, bela: Person) -> None:
    await world.joins(anna, office="rkn-neuss", name="Änne Müller")
    await world.joins(bela)
    await registered(world, anna, bela)


async def people(world: World, training: Training) -> Sequence[Attendee]:
    async with world.bot.database.reading() as store:
        return await store.registrations.attendees(training.id)


async def shortened(world: World, training: Training) -> list[Shortened]:
    return [each.registration.shortened for each in await people(world, training)]


def pages_of(coordinator: Person) -> list[str]:
    """Return what stands on each certificate, words that were parted joined again."""
    found = leaves_of(file(coordinator, "bescheinigungen.pdf"))
    return [" ".join(page.split()).replace("\xad ", "") for page in found]


async def at_the_list(coordinator: Person) -> None:
    await coordinator.says("/verwalten")
    await coordinator.taps(f"1. {TITLE}")
    await coordinator.taps("Wer angemeldet ist")
    await coordinator.taps("Wer da ist")


@pytest.mark.long
async def test_a_host_says_how_many_units_and_the_certificate_does(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await seated(world, anna, bela)
    await world.moves_to(DOORS)
    await at_the_list(coordinator)
    await coordinator.taps("Verkürzte Teilnahme")
    await coordinator.taps("Nummer 01")

    assert "Wie viele Unterrichtseinheiten hat Nummer 01 besucht?" in coordinator.last.text
    assert "Müller" not in coordinator.last.text
    assert coordinator.last.buttons == [
        ["1 UE", "2 UE", "3 UE", "4 UE"],
        ["5 UE", "6 UE", "7 UE"],
        ["Alle 8 UE"],
        ["Zurück"],
    ]

    await coordinator.taps("5 UE")

    assert "Platz 01, Jugendamt der Stadt Neuss: Änne Müller – 5 von 8 UE" in coordinator.last.text
    assert await shortened(world, training) == [Shortened(5), Shortened()]

    await coordinator.taps("Zurück")

    assert "Änne Müller – 5 von 8 UE" in coordinator.last.text
    assert "Da: 0 · Fehlen: 0" in coordinator.last.text

    await anna.says("/meine")
    await anna.taps(f"1. {TITLE}")

    assert "Vermerkt: Sie haben 5 von 8 UE besucht." in anna.last.text

    await anna.says("/auskunft")

    assert "Bestätigt, 5 von 8 UE" in anna.reads()
    kept = [m.document for m in anna.messages if m.document is not None][-1]
    assert kept is not None
    assert json.loads(kept.content)["registrations"][0]["units_attended"] == 5

    await world.moves_to(AFTER)
    await coordinator.taps("Abschließen")

    assert coordinator.last.text.endswith("Zusammen: 2 Personen")

    await coordinator.taps("So abschließen")
    await hand(world, coordinator, "Alle", Print(training.id, Paper.CERTIFICATES))
    await coordinator.taps("Alle")
    pages = pages_of(coordinator)

    part = "5 von 8 Unterrichtseinheiten zu 45 Minuten (verkürzte Teilnahme)"
    assert part in pages[0]
    assert "Umfang 8 Unterrichtseinheiten" in pages[1]
    assert "verkürzte" not in pages[1]

    await bela.says(f"/pruefen {code_in(pages[0])}")

    assert f"\n{part}\n" in bela.last.text

    await bela.says(f"/pruefen {code_in(pages[1])}")

    assert "\n8 Unterrichtseinheiten zu 45 Minuten\n" in bela.last.text


@pytest.mark.long
async def test_it_is_said_after_the_closing_too_and_taken_back(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await seated(world, anna, bela)
    await world.moves_to(AFTER)
    await hand(world, coordinator, "Fehlt", MarkPresence(training.id, 2, Mark.MISSED, 0))
    await coordinator.taps("Fehlt")
    await hand(world, coordinator, "Schluss", SeeHours(training.id, 0))
    await coordinator.taps("Abschließen")
    await coordinator.taps("So abschließen")
    await coordinator.taps("Schluss")
    await coordinator.taps("Nummer 01")
    await coordinator.taps("3 UE")

    assert await shortened(world, training) == [Shortened(3), Shortened()]

    await coordinator.taps("Nummer 02")
    await coordinator.taps("3 UE")

    assert coordinator.toast.startswith("Diese Nummer ist nicht als da vermerkt.")

    await coordinator.taps("Zurück")
    await coordinator.taps("Nummer 01")

    assert "Vermerkt: 3 von 8 UE" in coordinator.last.text

    await coordinator.taps("Alle 8 UE")

    assert await shortened(world, training) == [Shortened(), Shortened()]


@pytest.mark.long
async def test_of_a_series_it_is_said_which_dates_were_missed(
    world: World, anna: Person, bela: Person, coordinator: Person, series: Training
) -> None:
    await coordinates(world, coordinator)
    await seated(world, anna, bela)
    await world.moves_to(series.plan.ends_at + timedelta(minutes=5))
    await hand(world, coordinator, "Kürzer", SeeHours(series.id, 0))
    await coordinator.taps("Kürzer")
    await coordinator.taps("Nummer 02")

    assert coordinator.last.buttons == [
        ["Fr., 12.03.2027, 09:00–12:00 Uhr: da"],
        ["Fr., 19.03.2027, 09:00–12:00 Uhr: da"],
        ["Fr., 26.03.2027, 09:00–12:00 Uhr: da"],
        ["Zurück"],
    ]

    await coordinator.taps("Fr., 19.03.2027, 09:00–12:00 Uhr: da")
    await coordinator.taps("Fr., 26.03.2027, 09:00–12:00 Uhr: da")

    assert "Vermerkt: 4 von 9 UE" in coordinator.last.text

    await coordinator.taps("Fr., 12.03.2027, 09:00–12:00 Uhr: da")

    assert coordinator.toast.endswith("Wer gar nichts besucht hat, wird als fehlend vermerkt.")

    await coordinator.taps("Fr., 19.03.2027, 09:00–12:00 Uhr: fehlt")

    assert await shortened(world, series) == [Shortened(), Shortened(missed=frozenset({3}))]

    await hand(world, coordinator, "Alle", Print(series.id, Paper.CERTIFICATES))
    await coordinator.taps("Alle")
    pages = pages_of(coordinator)

    assert "7 von 9 Unterrichtseinheiten" in pages[1]
    attended = "Besucht Fr., 12.03.2027, 09:00–12:00 Uhr Fr., 19.03.2027, 09:00–12:00 Uhr Umfang"
    assert attended in pages[1]
    assert "Besucht" not in pages[0]

    await bela.says("/auskunft")
    kept = [m.document for m in bela.messages if m.document is not None][-1]
    assert kept is not None
    assert json.loads(kept.content)["registrations"][0]["sessions_missed"] == [3]


@pytest.mark.long
async def test_nobody_else_reads_or_says_it(
    world: World,
    anna: Person,
    bela: Person,
    coordinator: Person,
    outsider: Person,
    training: Training,
) -> None:
    await seated(world, anna, bela)
    await world.moves_to(AFTER)
    await outsider.opens()
    other = await coordinates(world, world.telegram.person(901, "Nebenan"), "rkn-neuss")
    lead = await coordinates(world, world.telegram.person(903, "Leitung"), "rkn-neuss", Role.LEAD)
    presses = (
        SeeHours(training.id, 0),
        OneHours(training.id, 1, 0, 0),
        SetUnits(training.id, 1, 5, 0),
        SetSession(training.id, 1, 1, 1, 0),
        Print(training.id, Paper.CERTIFICATES),
    )
    for action in presses:
        for person in (outsider, bela, other, lead):
            await hand(world, person, "Los", action)
            await person.taps("Los")

            assert "Verkürzte" not in person.last.text, action
            assert person.last.document is None

    assert await shortened(world, training) == [Shortened(), Shortened()]

    co_host = await coordinates(world, world.telegram.person(902, "Mit"), "rkn-meerbusch")
    await hand(world, co_host, "Kürzer", SeeHours(training.id, 0))
    await co_host.taps("Kürzer")
    await co_host.taps("Nummer 02")
    await co_host.taps("1 UE")

    assert await shortened(world, training) == [Shortened(), Shortened(1)]


@pytest.mark.parametrize(
    "made", [SetUnits(1, 1, 9, 0), SetUnits(1, 77, 3, 0), SetSession(1, 1, 1, 1, 0)]
)
async def test_what_cannot_be_is_refused(
    world: World,
    anna: Person,
    bela: Person,
    coordinator: Person,
    training: Training,
    made: SetUnits,
) -> None:
    await coordinates(world, coordinator)
    await seated(world, anna, bela)
    await world.moves_to(AFTER)
    await hand(world, coordinator, "Los", replace(made, training_id=training.id))
    await coordinator.taps("Los")

    assert coordinator.toast
    assert await shortened(world, training) == [Shortened(), Shortened()]


async def test_a_single_certificate_says_fewer_units(
    world: World, coordinator: Person, anna: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await world.moves_to(AFTER)
    await hand(world, coordinator, "Einzeln", AskCertificate(training.id))
    await coordinator.taps("Einzeln")
    await coordinator.taps("Ohne Namen, mit Zeile")

    assert coordinator.last.labels[:2] == ["8 UE", "7 UE"]

    await coordinator.says("9")

    assert "Mehr als 8 Unterrichtseinheiten waren es nicht." in coordinator.last.text

    await coordinator.says("6")
    text = words(file(coordinator, "bescheinigung.pdf"))

    assert "6 von 8 Unterrichtseinheiten" in text

    await anna.says(f"/pruefen {code_in(text)}")

    assert "6 von 8 Unterrichtseinheiten" in anna.last.text
