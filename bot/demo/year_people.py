"""Makes up a network's people: nobody real, and the same for a seed."""

from __future__ import annotations

from random import Random

from bot.demo.year_programme import Size
from domain.channel import in_chat
from domain.network import Names, Network
from domain.person import Newcomer, Place, tidy_name
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


#: Names that nobody has: a tree with a colour. The report and the list of events hold none.
_TREES = (
    *("Ahorn", "Birke", "Eberesche", "Eibe", "Erle", "Esche", "Fichte", "Kastanie"),
    *("Lärche", "Linde", "Pappel", "Robinie", "Tanne", "Ulme", "Weide", "Zeder"),
)
_COLOURS = (
    *("Azurblau", "Indigo", "Ocker", "Purpur", "Smaragdgrün"),
    *("Türkis", "Umbra", "Violett", "Zinnober"),
)
NAMES = tuple(f"{tree} {colour}" for colour in _COLOURS for tree in _TREES)
#: One of so many newcomers gives a name.
_NAMED = 3


def share_of(office: str) -> int:
    """Return how large a youth office is beside the others."""
    return _OFFICES.get(office, _SMALL)


def newcomers(network: Network, size: Size, chance: Random) -> list[Newcomer]:
    """Return made-up members, every third with a name; chat ids that Telegram never gives."""
    sectors = list(network.sectors)
    weights = [_SECTORS.get(sector, 1) for sector in sectors]
    offices = [office.slug for office in network.offices]
    shares = [share_of(slug) for slug in offices]
    found = []
    for number in range(size.people):
        sector = chance.choices(sectors, weights)[0]
        county = sector in _COUNTY
        office = COUNTY_WIDE if county else chance.choices(offices, shares)[0]
        place, name = Place(office, sector), _name(network, number)
        found.append(Newcomer(in_chat(10**12 + number), Role.SPECIALIST, place, name=name))
    return found


def _name(network: Network, number: int) -> str | None:
    """Return the name somebody gives when asked; None for most, and where nobody is asked."""
    if network.names is Names.NEVER or number % _NAMED:
        return None
    return tidy_name(NAMES[number // _NAMED % len(NAMES)])
