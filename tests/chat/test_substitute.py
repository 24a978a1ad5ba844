"""A seat goes to a colleague of the same office; nobody in the line is overtaken."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest

from domain import substitute as rules
from domain.person import Person as Someone
from domain.register import leave, line, register
from domain.training import Training
from domain.vocabulary import RegistrationStatus
from standin.people.person import Person
from storage.store import Store
from talk.substitute import AskSubstitute, MakeLink, TakeHandedSeat
from tests.chat.conftest import World
from tests.chat.stage import STARTS, coordinates, crowd, hand, plan, planned
from tests.chat.test_register import opens_card


@pytest.fixture
async def training(world: World) -> Training:
    return await planned(world, plan(seats=1))


@pytest.fixture
def chris(world: World) -> Person:
    return world.telegram.person(103, "Chris")


async def registers(person: Person, label: str = "Anmelden") -> None:
    await opens_card(person)
    await person.taps(label)


async def makes(person: Person) -> str:
    """Let somebody make a link; return what stands behind `start=`."""
    await person.taps("Ersatz schicken")
    await person.taps("Link erstellen")
    found = re.search(r"start=(s-[\w-]{22})", person.last.text)
    assert found, person.last.text
    return found[1]


async def standing(world: World, training: Training) -> list[tuple[int, str]]:
    async with world.bot.database.reading() as store:
        everyone = await store.registrations.active(training.id)
    return [(each.seat_code, each.status.value) for each in everyone]


@pytest.mark.long
async def test_two_taps_and_two_of_the_colleague_and_the_line_stays(
    world: World, anna: Person, bela: Person, chris: Person, training: Training
) -> None:
    await world.joins(anna)
    await world.joins(bela)
    await world.joins(chris, office="rkn-neuss")
    await registers(anna)
    await registers(chris, "Auf die Warteliste")
    await registers(bela, "Auf die Warteliste")
    link = await makes(anna)

    assert "Der Link gilt für eine Person und bis Do., 11.02.2027, 10:00 Uhr." in anna.last.text

    await bela.opens(link)

    assert "Jemand aus Ihrem Jugendamt gibt Ihnen einen Platz." in bela.last.text
    assert "Mit dem Platz verlassen Sie sie." in bela.last.text

    await bela.taps("Platz übernehmen")

    assert bela.toast.startswith("Der Platz gehört jetzt Ihnen")
    assert bela.last.text.startswith("Ihr Platz ist bestätigt.")
    assert anna.last.text.startswith("Ihr Platz ist übergeben.")
    assert anna.last.document is not None
    assert b"CANCELLED" in anna.last.document.content
    assert await standing(world, training) == [(2, "waitlisted"), (3, "confirmed")]

    await world.moves_to(STARTS - timedelta(days=6))

    assert [m for m in anna.messages if m.text.startswith("Erinnerung")] == []
    assert len([m for m in bela.messages if m.text.startswith("Erinnerung")]) == 1


@pytest.mark.long
@pytest.mark.differs  # what no other story asks of storage
async def test_each_reason_why_a_seat_does_not_change_hands(
    world: World, anna: Person, bela: Person, chris: Person, training: Training
) -> None:
    await world.joins(anna)
    await world.joins(bela)
    await world.joins(chris, office="rkn-neuss")
    await registers(anna)
    old = await makes(anna)
    await anna.opens(old)

    assert anna.last.text.startswith("Das ist Ihr eigener Link.")

    await chris.opens(old)

    assert chris.last.text.startswith("Diesen Platz kann nur jemand aus demselben Jugendamt")

    await hand(world, chris, "Los", TakeHandedSeat(training.plan.shown, old.removeprefix("s-")))
    await chris.taps("Los")

    assert chris.toast.startswith("Diesen Platz kann nur jemand aus demselben Jugendamt")

    await opens_card(anna)
    link = await makes(anna)
    await bela.opens(old)

    assert bela.last.text.startswith("Dieser Link ist nicht gültig")

    await bela.opens(link)
    await world.moves(timedelta(hours=48))
    await bela.taps("Platz übernehmen")

    assert bela.toast.startswith("Dieser Link")  # over, and forgotten within the hour

    await opens_card(anna)
    link = await makes(anna)
    await bela.opens(link)
    await anna.taps("Link zurückziehen")

    assert anna.toast == "Der Link ist zurückgezogen. Sie behalten Ihren Platz."

    await bela.taps("Platz übernehmen")

    assert bela.toast.startswith("Dieser Link ist nicht gültig")
    assert await standing(world, training) == [(1, "confirmed")]

    await opens_card(anna)
    link = await makes(anna)
    await opens_card(anna)
    await anna.taps("Abmelden")
    await anna.taps("Ja, abmelden")
    await bela.opens(link)

    assert bela.last.text.startswith("Diesen Platz gibt es nicht mehr.")

    await hand(world, chris, "Los", MakeLink(training.id))
    await chris.taps("Los")

    assert chris.toast.startswith("Diesen Platz gibt es nicht mehr.")


@pytest.mark.long
async def test_who_has_a_seat_is_refused_and_the_link_stays(
    world: World, anna: Person, bela: Person, chris: Person
) -> None:
    training = await planned(world, plan(seats=3))
    for person in (anna, bela, chris):
        await world.joins(person)
    await registers(anna)
    await registers(bela)
    link = await makes(anna)
    await bela.opens(link)

    assert bela.last.text.startswith("Sie haben schon einen eigenen Platz.")

    await chris.opens(link)
    await chris.taps("Platz übernehmen")
    await bela.opens(link)

    assert bela.last.text.startswith("Dieser Link ist nicht gültig, schon benutzt")
    assert await standing(world, training) == [(2, "confirmed"), (3, "confirmed")]


@pytest.mark.long
async def test_a_link_lets_nobody_in(
    world: World, anna: Person, outsider: Person, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await world.joins(anna)
    await registers(anna)
    link = await makes(anna)
    await outsider.opens(link)
    told = outsider.last.text

    assert "Dafür brauchen Sie zuerst Zugang." in told

    await outsider.opens("s-" + "x" * 22)

    assert outsider.last.text == told  # nobody learns which links there are

    await outsider.taps("Zugang anfragen")
    await outsider.taps("Einverstanden")
    await outsider.taps("Jugendamt der Stadt Kaarst")
    await coordinator.taps("Freigeben")
    await outsider.taps("Ohne Namen weiter")
    await outsider.opens(link)
    await outsider.taps("Platz übernehmen")

    assert outsider.toast.startswith("Der Platz gehört jetzt Ihnen")
    assert await standing(world, training) == [(2, "confirmed")]


@pytest.mark.long
async def test_new_facts_are_shown_first_and_who_begun_hands_nothing_over(
    world: World, anna: Person, bela: Person, training: Training
) -> None:
    await world.joins(anna)
    await world.joins(bela)
    await registers(anna)
    link = await makes(anna)
    await bela.opens(link)
    await hand(world, bela, "Alt", TakeHandedSeat(1, link.removeprefix("s-")))
    await bela.taps("Alt")

    assert bela.toast == "Die Angaben haben sich geändert. Bitte prüfen Sie die Karte."
    assert await standing(world, training) == [(1, RegistrationStatus.CONFIRMED)]

    await world.moves_to(STARTS)
    await hand(world, anna, "Los", AskSubstitute(training.id))
    await anna.taps("Los")

    assert anna.toast.startswith("Das geht nicht mehr.")


Step = Callable[[Store], Awaitable[object]]


@pytest.fixture
async def four(world: World) -> list[Someone]:
    """Return four colleagues."""
    await crowd(world, 4, "rkn-kaarst")
    async with world.bot.database.reading() as store:
        found = [await store.persons.get(each) for each in await store.members._numbers()]
    return [each for each in found if each is not None]


async def at_once(world: World, *steps: Step) -> list[object]:
    """Do several things at the same moment, each in a transaction of its own."""

    async def alone(step: Step) -> object:
        async with world.bot.database.transaction() as store:
            return await step(store)

    return await asyncio.gather(*(alone(each) for each in steps))


async def _taken(world: World, training: Training) -> tuple[list[int], list[int]]:
    """Return who has a seat, and who waits."""
    async with world.bot.database.reading() as store:
        everyone = await store.registrations.active(training.id)
    seated = [each.person_id for each in everyone if each.status is RegistrationStatus.CONFIRMED]
    return sorted(seated), [each.person_id for each in line(everyone)]


async def _offered(
    store: Store, training: Training, everyone: list[Someone], token: str, now: datetime
) -> None:
    """Register people in this order; the first one makes a link."""
    for each in everyone:
        await register(store.registrations, training.id, each, now)
    await rules.offer(store, training.id, everyone[0], token, now)


@pytest.mark.differs  # a seat changes hands under a lock
async def test_at_the_same_moment_a_seat_changes_hands_once_or_is_given_up(
    world: World, four: list[Someone]
) -> None:
    """Taken twice; taken while it is given up; taken by who just moves up: one seat each time."""
    network, now = world.bot.network, world.clock.now()
    giver, one, other, last = four
    moved = set()
    for n in range(9):
        training = await planned(world, plan(seats=1 + n % 3 // 2))
        token = f"{n:022}"
        everyone = [giver, last, one, other] if n % 3 == 2 else [giver, other]

        def takes(who: Someone, of: Training = training, t: str = token) -> Step:
            shown = of.plan.shown
            return lambda store: rules.take(store, network, t, who, now, shown=shown)

        def leaves(who: Someone, of: Training = training) -> Step:
            return lambda store: leave(store.registrations, of.id, who.id, now)

        async with world.bot.database.transaction() as store:
            await _offered(store, training, everyone, token, now)
        steps = [takes(one), (takes(last), leaves(giver), leaves(last))[n % 3]]
        done = await at_once(world, *(steps if n % 2 else steps[::-1]))
        seated, waiting = await _taken(world, training)
        handed = sum(isinstance(each, rules.Handed) for each in done)
        match n % 3:
            case 0:  # both take it: one has it, and the line is as it was
                assert handed == 1
                assert seated in ([one.id], [last.id])
                assert waiting == [other.id]
            case 1:  # it is given up: then the line has it, and the link nothing
                assert (seated, waiting) == (([one.id], [other.id]) if handed else ([other.id], []))
            case 2:  # one moves up and takes it: never two seats, and nobody is overtaken
                assert (seated, waiting) == (
                    ([one.id, other.id], []) if handed else ([giver.id, one.id], [other.id])
                )
        moved.add((n % 3, handed))

    assert {which for which, _ in moved} == {0, 1, 2}
