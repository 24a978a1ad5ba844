"""Long lists: all of them say how many there are, and each entry is found exactly once."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

import pytest

from domain.announce_audience import Audience
from domain.channel import TELEGRAM, in_chat
from domain.message import Message
from domain.paging import A_PAGE
from domain.person import Newcomer, Place
from domain.splitting import split
from domain.vocabulary import RegistrationStatus, Role, Sector
from standin.people.person import Person
from talk.action import Action
from talk.invite import InvitationsPage
from talk.manage import Manage
from talk.recount import ListClosed
from talk.register import MinePage, OfferedPage
from tests.chat.conftest import World
from tests.chat.stage import STARTS, coordinates, hand, plan, planned

_MOST_ROWS = 8
_SIZES = (1, A_PAGE, A_PAGE + 1, 3 * A_PAGE + 1)


async def trainings(world: World, anna: Person, before: int, upto: int) -> None:
    """Let there be more trainings, in all of which somebody is registered.

    Beside each stands one that is for others only: filters must not leave holes.
    """
    now = world.clock.now()
    async with world.bot.database.transaction() as store:
        person = await store.persons.by_chat(in_chat(anna.id))
        assert person is not None
        for n in range(before, upto):
            starts = STARTS + timedelta(days=n)
            one = await store.trainings.add(
                plan(starts, title=f"Seminar {n:02}"), "rkn-kaarst", None
            )
            await store.registrations.enter(one.id, person.id, RegistrationStatus.CONFIRMED, 1, now)
            other = plan(starts, title="Nur für andere", sectors=(Sector.POLICE,))
            await store.trainings.add(other, "rkn-neuss", None)


async def invitations(world: World, before: int, upto: int) -> None:
    for _ in range(before, upto):
        await world.invite(office="rkn-kaarst")


def entries(person: Person) -> list[str]:
    """Return the numbers and titles of the entries of a list's page."""
    return re.findall(r"^(\d+\. \S+ \S+)", person.last.text, re.MULTILINE)


async def walk(person: Person, open_: Callable[[], Awaitable[None]]) -> list[str]:
    """Return all entries of a list, turned page by page; each page is small enough."""
    await open_()
    found = entries(person)
    page = 1
    while "Weiter" in person.last.labels:
        assert f"Seite {page} von " in person.last.text
        await person.taps("Weiter")
        found += entries(person)
        page += 1
        assert len(person.keyboard) <= _MOST_ROWS
    while page > 1:
        assert f"Seite {page} von {page}" in person.last.text or page < len(found)
        await person.taps("Zurück")
        page -= 1
    assert "Zurück" not in person.last.labels
    return found


@pytest.mark.long
@pytest.mark.differs  # the order of names and dates
async def test_each_entry_is_found_once_and_the_true_number_is_said(
    world: World, anna: Person, coordinator: Person
) -> None:
    await world.joins(anna)
    await coordinates(world, coordinator)
    await anna.says("/termine")

    assert "Zurzeit ist nichts im Angebot." in anna.last.text

    before = 0
    for size in _SIZES:
        await trainings(world, anna, before, size)
        before = size
        expected = [f"{n + 1}. Seminar {n:02}" for n in range(size)]

        assert await walk(anna, lambda: anna.says("/termine")) == expected
        assert ("Ein Termin" if size == 1 else f"{size} Termine") in anna.last.text
        assert await walk(anna, lambda: anna.says("/meine")) == expected
        assert ("Ihre Anmeldung" if size == 1 else f"{size} Anmeldungen") in anna.last.text
        assert await walk(coordinator, lambda: coordinator.says("/verwalten")) == expected
        assert ("Eine Fortbildung" if size == 1 else f"{size} Fortb") in coordinator.last.text


async def test_open_invitations_are_all_there(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator, role=Role.COORDINATOR)
    before = 0
    for size in _SIZES:
        await invitations(world, before, size)
        before = size
        await coordinator.says("/einladen")
        label = f"Offene Einladungen ({size})"
        found = await walk(coordinator, partial(coordinator.taps, label))

        assert [int(each.split(".")[0]) for each in found] == list(range(1, size + 1))


@pytest.mark.long
async def test_a_page_that_is_not_there_shows_the_nearest(
    world: World, anna: Person, coordinator: Person
) -> None:
    """Emptied while the button stood there, or made up."""
    await world.joins(anna)
    await coordinates(world, coordinator)
    await trainings(world, anna, 0, 3 * A_PAGE + 1)
    await invitations(world, 0, 3 * A_PAGE + 1)
    for page in (3, 4, 99, 999):
        pages: list[tuple[Person, Action]] = [
            (anna, OfferedPage(page)),
            (anna, MinePage(page)),
            (coordinator, Manage(page)),
            (coordinator, InvitationsPage(page)),
        ]
        for person, action in pages:
            await turned_to(world, person, action)
            shown = "Seite 4 von 4" in person.last.text

            assert shown or "nicht mehr aktuell" in person.toast, action

        await turned_to(world, coordinator, ListClosed(page))

        assert "keine" in coordinator.last.text


async def turned_to(world: World, person: Person, action: Action) -> None:
    await hand(world, person, "Blättern", action)
    await person.taps("Blättern")


async def test_the_attendance_list_of_a_large_event_comes_whole(
    world: World, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    training = await planned(world, plan(seats=300))
    long = "Müller-Ärzteström von und zu Langenfeld-Übelacker & Söhne <Neuss>"[:60]
    async with world.bot.database.transaction() as store:
        for n in range(130):
            place = Place("rkn-kaarst", Sector.SOCIAL_ADMINISTRATION)
            name = f"{long} {n:03}"
            person = await store.persons.add(
                Newcomer(in_chat(50_000 + n), Role.SPECIALIST, place, name=name),
                world.clock.now().date(),
            )
            await store.registrations.enter(
                training.id, person.id, RegistrationStatus.CONFIRMED, n + 1, world.clock.now()
            )
    await coordinator.says("/verwalten")
    await coordinator.taps(coordinator.last.labels[0])
    before = len(coordinator.messages)
    await coordinator.taps("Teilnahmeliste")
    said = "\n".join(message.text for message in coordinator.messages[before:])

    assert [int(n) for n in re.findall(r"Platz (\d+),", said)] == list(range(1, 131))
    assert all(f"{n:03}" in said for n in range(130))


def test_a_short_message_stays_one() -> None:
    message = Message("<b>Guten Tag</b>", replaces="7")

    assert split(message, TELEGRAM) == [message]


async def test_block_seats_of_many_institutions_come_in_pages(
    world: World, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    training = await planned(world, plan(seats=300))
    places = [(office.slug, sector) for office in world.bot.network.offices for sector in Sector]
    async with world.bot.database.transaction() as store:
        for n, place in enumerate(places[: 2 * A_PAGE + 1], 1):
            await store.seating.set_block(training.id, place, n)
    await coordinator.says("/verwalten")
    await coordinator.taps(coordinator.last.labels[0])
    await coordinator.taps("Sammelplätze")
    found = re.findall(r": (\d+)$", coordinator.last.text, re.MULTILINE)
    while "Weiter" in coordinator.last.labels:
        assert len(coordinator.last.labels) <= _MOST_ROWS + 1
        await coordinator.taps("Weiter")
        found += re.findall(r": (\d+)$", coordinator.last.text, re.MULTILINE)

    assert sorted(map(int, found)) == list(range(1, 2 * A_PAGE + 2))


async def test_an_announcement_on_its_way_is_found_again(world: World, coordinator: Person) -> None:
    """The message that told of it may be far up; it can be looked at and stopped all the same."""
    await coordinates(world, coordinator)
    training = await planned(world)
    async with world.bot.database.transaction() as store:
        at = world.clock.now() + timedelta(days=2)
        await store.broadcasts.add(training, Audience(), at, None)
    await coordinator.says("/verwalten")
    await coordinator.taps(coordinator.last.labels[0])

    assert "Ankündigung: Do., 11.02.2027, 10:00 Uhr" in coordinator.last.text

    await coordinator.taps("Ankündigung ansehen")
    await coordinator.taps(coordinator.last.labels[0])
    await coordinator.says("/verwalten")
    await coordinator.taps(coordinator.last.labels[0])

    assert "Ankündigung ansehen" not in coordinator.last.labels
