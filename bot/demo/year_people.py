"""Makes up a network's people: nobody real, and the same for a seed."""

from __future__ import annotations

from random import Random

from bot.demo.year_programme import Size
from domain.network import Network
from domain.person import Newcomer, Place
from domain.vocabulary import COUNTY_WIDE, Role, Sector

#: How often each sector is met; what is not named is rare.
_SECTORS = {
    Sector.YOUTH_OFFICE: 14,
    Sector.INDEPENDENT_PROVIDER: 9,
    Sector.DAYCARE: 10,
    Sector.SCHOOL: 9,
    Sector.HEALTH: 4,
    Sector.COUNSELLING: 4,
    Sector.POLICE: 2,
}
#: How many of the specialists belong to a large office; the others have two parts each.
_OFFICES = {"rkn-neuss": 5, "rkn-kreis": 3, "st-kreis": 8, "st-rheine": 3}
_SMALL = 2
#: Sectors that belong to the whole county.
_COUNTY = frozenset({Sector.POLICE, Sector.JUSTICE, Sector.HEALTH})


def share_of(office: str) -> int:
    """Return how large a youth office is beside the others."""
    return _OFFICES.get(office, _SMALL)


def newcomers(network: Network, size: Size, chance: Random) -> list[Newcomer]:
    """Return made-up members without names; chat ids that Telegram never gives."""
    sectors = list(network.sectors)
    weights = [_SECTORS.get(sector, 1) for sector in sectors]
    offices = [office.slug for office in network.offices]
    shares = [share_of(slug) for slug in offices]
    found = []
    for number in range(size.people):
        sector = chance.choices(sectors, weights)[0]
        county = sector in _COUNTY
        office = COUNTY_WIDE if county else chance.choices(offices, shares)[0]
        found.append(Newcomer(10**12 + number, Role.SPECIALIST, Place(office, sector)))
    return found
