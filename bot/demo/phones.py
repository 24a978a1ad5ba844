"""What the demo gives the stand-in: our bot's name, the title, and whose phones stand there.

The tour is told of one network, whose four people have their names here. In any other one the
same four are there: a coordinator, two specialists of other offices, and the police.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.network import Network, Office
from domain.vocabulary import COUNTY_WIDE, Role, Sector
from standin.http.page import Phone, both
from standin.telegram import Telegram

NAME = "Netzbote"
TITLE = both(NAME)
BERLIN = ZoneInfo("Europe/Berlin")

PHONES = (
    Phone(
        1001,
        {"de": "Koordination Kaarst", "en": "Coordination Kaarst"},
        {"de": "Jugendamt Kaarst", "en": "Youth welfare office, Kaarst"},
        "network",
    ),
    Phone(
        1002,
        {"de": "Fachkraft Neuss", "en": "Specialist in Neuss"},
        {"de": "Jugendamt Neuss", "en": "Youth welfare office, Neuss"},
        "person",
    ),
    Phone(
        1003,
        {"de": "Fachkraft Dormagen", "en": "Specialist in Dormagen"},
        {"de": "Jugendamt Dormagen", "en": "Youth welfare office, Dormagen"},
        "person",
    ),
    Phone(
        1004,
        {"de": "Polizei Neuss", "en": "Police in Neuss"},
        {"de": "Kreispolizeibehörde", "en": "County police"},
        "shield",
    ),
)
COORDINATOR, NEUSS, DORMAGEN, POLICE = (phone.id for phone in PHONES)
#: A second coordinator of the same office, whose phone does not stand on the page.
COLLEAGUE = 1005
#: A specialist of the coordinator's office, whose phone does not stand there either.
MEMBER = 1006


@dataclass(frozen=True, slots=True)
class StagePart:
    """What somebody comes in as."""

    role: Role
    office: str | None
    sector: Sector | None = None


PARTS = {
    COORDINATOR: StagePart(Role.COORDINATOR, "rkn-kaarst"),
    COLLEAGUE: StagePart(Role.COORDINATOR, "rkn-kaarst"),
    MEMBER: StagePart(Role.SPECIALIST, "rkn-kaarst"),
    NEUSS: StagePart(Role.SPECIALIST, "rkn-neuss"),
    DORMAGEN: StagePart(Role.SPECIALIST, "rkn-dormagen"),
    POLICE: StagePart(Role.SPECIALIST, None, Sector.POLICE),
}


@dataclass(frozen=True, slots=True)
class Cast:
    """Whose phones stand on the page of a network, and what each comes in as."""

    phones: tuple[Phone, ...]
    parts: dict[int, StagePart]


def cast_of(network: Network) -> Cast:
    """Return the people of the demo in a network; its first office is the last to be taken."""
    known = {office.slug for office in network.offices}
    if {part.office for part in PARTS.values() if part.office} <= known:
        return Cast(PHONES, PARTS)
    offices = [*network.offices[1:], network.offices[0]]
    leads, first, second = (offices[n % len(offices)] for n in range(3))
    lead = StagePart(Role.COORDINATOR, leads.slug)
    parts = {COORDINATOR: lead, COLLEAGUE: lead}
    parts |= {
        number: StagePart(Role.SPECIALIST, office.slug)
        for number, office in ((NEUSS, first), (DORMAGEN, second))
    }
    phones = [_phone(COORDINATOR, leads), _phone(NEUSS, first), _phone(DORMAGEN, second)]
    if network.has_institution(COUNTY_WIDE, Sector.POLICE):
        parts[POLICE] = StagePart(Role.SPECIALIST, None, Sector.POLICE)
        phones.append(Phone(POLICE, {"de": "Polizei", "en": "Police"}, PHONES[-1].work, "shield"))
    return Cast(tuple(phones), parts)


def _phone(number: int, office: Office) -> Phone:
    """Return the phone of somebody of an office; who coordinates is the first."""
    words = {"de": "Koordination", "en": "Coordination"}
    if number != COORDINATOR:
        words = {"de": "Fachkraft", "en": "Specialist,"}
    name = {language: f"{word} {office.short_label}" for language, word in words.items()}
    kind = "network" if number == COORDINATOR else "person"
    return Phone(number, name, both(office.label), kind)


def stand_in(now: Callable[[], datetime]) -> Telegram:
    """Return a stand-in with our bot in it, for people in Berlin whose apps are German."""
    return Telegram(
        now, username="netzbote_bot", name=NAME, limits=False, language="de", zone=BERLIN
    )
