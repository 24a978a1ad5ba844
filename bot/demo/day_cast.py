"""Who plays the day of 380 seats: two coordinators, five specialists, and a crowd."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.demo.phones import Cast, StagePart
from bot.demo.stage import NETWORK, Stage
from bot.demo.year_people import NAMES
from bot.network_file import load
from domain.channel import in_chat
from domain.localtime import local_day
from domain.network import Network
from domain.person import Newcomer, Person, Place
from domain.presence_door import check_in
from domain.register import Registered, register
from domain.vocabulary import COUNTY_WIDE, Role, Sector
from standin.http.page import Phone
from standin.world.chats import Standing

KAARST, NEUSS = 1101, 1102
ANNA, BEN, DORMAGEN, POLICE, SCHOOL = 1103, 1104, 1105, 1106, 1107
SPECIALISTS = (ANNA, BEN, DORMAGEN, POLICE, SCHOOL)
#: The first number of somebody in the crowd, whose phones do not stand on the page.
CROWD = 200_000
#: Where the crowd works: other fields than those who are played.
_FIELDS = (Sector.DAYCARE, Sector.INDEPENDENT_PROVIDER)
#: Every third gives a name.
_NAMED = 3

_PLAYED = (
    (KAARST, "Koordination Kaarst", "Coordination Kaarst", "network"),
    (NEUSS, "Koordination Neuss", "Coordination Neuss", "network"),
    (ANNA, "Fachkraft Neuss", "Specialist in Neuss", "person"),
    (BEN, "Zweite Fachkraft Neuss", "Second specialist in Neuss", "person"),
    (DORMAGEN, "Fachkraft Dormagen", "Specialist in Dormagen", "person"),
    (POLICE, "Polizei", "Police", "shield"),
    (SCHOOL, "Schule in Meerbusch", "School in Meerbusch", "person"),
)
_WORK = {
    KAARST: ("Jugendamt Kaarst", "Youth welfare office, Kaarst"),
    NEUSS: ("Jugendamt Neuss", "Youth welfare office, Neuss"),
    ANNA: ("Jugendamt Neuss", "Youth welfare office, Neuss"),
    BEN: ("Jugendamt Neuss", "Youth welfare office, Neuss"),
    DORMAGEN: ("Jugendamt Dormagen", "Youth welfare office, Dormagen"),
    POLICE: ("Kreispolizeibehörde", "County police"),
    SCHOOL: ("Schule", "School"),
}
CAST = Cast(
    tuple(
        Phone(n, {"de": de, "en": en}, dict(zip(("de", "en"), _WORK[n], strict=True)), kind)
        for n, de, en, kind in _PLAYED
    ),
    {
        KAARST: StagePart(Role.COORDINATOR, "rkn-kaarst"),
        NEUSS: StagePart(Role.COORDINATOR, "rkn-neuss"),
        ANNA: StagePart(Role.SPECIALIST, "rkn-neuss", Sector.YOUTH_OFFICE),
        BEN: StagePart(Role.SPECIALIST, "rkn-neuss", Sector.YOUTH_OFFICE),
        DORMAGEN: StagePart(Role.SPECIALIST, "rkn-dormagen", Sector.YOUTH_OFFICE),
        POLICE: StagePart(Role.SPECIALIST, COUNTY_WIDE, Sector.POLICE),
        SCHOOL: StagePart(Role.SPECIALIST, "rkn-meerbusch", Sector.SCHOOL),
    },
)


def network() -> Network:
    """Return the network of the tour, where check-in at the door is switched on."""
    return replace(load(NETWORK), presence=True)


async def crowd_joins(stage: Stage, n: int) -> None:
    """Let many members be there at once, without playing how each came in."""
    offices = [each.slug for each in stage.network.offices]
    today = local_day(stage.clock.now(), stage.network.zone)
    async with stage.database.transaction() as store:
        for i in range(n):
            person = stage.telegram.person(CROWD + i, f"Person {i + 1}")
            person.chat.standing = Standing.MEMBER
            place = Place(offices[i % len(offices)], _FIELDS[i % len(_FIELDS)])
            name = None if i % _NAMED else NAMES[i // _NAMED % len(NAMES)]
            newcomer = Newcomer(in_chat(person.id), Role.SPECIALIST, place, name=name)
            await store.persons.add(newcomer, today)


async def _crowd(stage: Stage) -> Sequence[Person]:
    async with stage.database.reading() as store:
        numbers = [number for number in stage.telegram.people if number >= CROWD]
        found = [await store.persons.by_chat(in_chat(number)) for number in numbers]
    return [each for each in found if each]


async def crowd_registers(stage: Stage, training_id: int, n: int) -> None:
    """Let so many of the crowd have a seat, by the rule; they want no reminders."""
    people = await _crowd(stage)
    async with stage.database.transaction() as store:
        for person in people[:n]:
            done = await register(store.registrations, training_id, person, stage.clock.now())
            if isinstance(done, Registered):
                await store.registrations.set_muted(done.registration.id, muted=True)


async def crowd_checks_in(stage: Stage, code: str, n: int) -> None:
    """Let so many of the crowd open the code at the door, by the rule."""
    people = await _crowd(stage)
    async with stage.database.transaction() as store:
        key = await store.proofs.check_in()
        for person in people[:n]:
            await check_in(store, stage.network, key, code, person, stage.clock.now())
