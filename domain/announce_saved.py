"""Audiences that an office saved: a combination of districts and sectors, offered first.

No name is typed for one: what it is called is what it is made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from domain.announce_audience import Audience
from domain.network import Network
from domain.vocabulary import COUNTY_WIDE, Sector

#: So many an office has at most: with the other ways to choose they fill a small screen.
MOST_SAVED = 3


@dataclass(frozen=True, slots=True)
class SavedAudience:
    """An audience of an office; of offices and sectors, in the network's order."""

    id: int
    offices: tuple[str, ...]
    sectors: tuple[Sector, ...]

    def means(self, audience: Audience) -> bool:
        """Return whether it is made of the same."""
        return set(self.offices) == set(audience.offices) and set(self.sectors) == set(
            audience.sectors
        )


class Audiences(Protocol):
    """What offices saved; `add` keeps nothing that is there already."""

    async def of_office(self, office: str) -> Sequence[SavedAudience]: ...
    async def add(self, office: str, offices: Sequence[str], sectors: Sequence[Sector]) -> None: ...


def usable(saved: Iterable[SavedAudience], network: Network) -> list[SavedAudience]:
    """Return those of which the network still has every part, oldest first."""
    offices = {*(each.slug for each in network.offices), COUNTY_WIDE}
    sectors = set(network.sectors)
    found = [e for e in saved if offices.issuperset(e.offices) and sectors.issuperset(e.sectors)]
    return found[:MOST_SAVED]


def may_save(saved: Sequence[SavedAudience], audience: Audience) -> bool:
    """Return whether an audience can be saved: it narrows, is not there, and there is room."""
    narrows = bool(audience.offices or audience.sectors)
    return narrows and len(saved) < MOST_SAVED and not any(e.means(audience) for e in saved)


async def save(audiences: Audiences, office: str, audience: Audience, network: Network) -> bool:
    """Save an audience for an office, once; False if it cannot be."""
    if not may_save(usable(await audiences.of_office(office), network), audience):
        return False
    order = [*(each.slug for each in network.offices), COUNTY_WIDE]
    offices = [slug for slug in order if slug in audience.offices]
    sectors = [sector for sector in Sector if sector in audience.sectors]
    await audiences.add(office, offices, sectors)
    return True
