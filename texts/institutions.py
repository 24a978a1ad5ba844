"""How the institution of a person is called."""

from __future__ import annotations

from collections.abc import Iterable

from domain.network import Network
from domain.vocabulary import COUNTY_WIDE, Sector
from texts.catalogue import Texts


def institution(texts: Texts, network: Network, office: str, sector: Sector) -> str:
    """Return the plain name of an institution; KeyError if the network has no such office."""
    return network.institution_label(office, sector, texts.label("sector", sector))


def places(network: Network) -> list[tuple[str, str]]:
    """Return all institutions: the districts as the network has them, in each the sectors."""
    offices = [*(office.slug for office in network.offices), COUNTY_WIDE]
    return [
        (office, sector.value)
        for office in offices
        for sector in Sector
        if network.has_institution(office, sector)
    ]


def in_order(network: Network, found: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return institutions in the order of all lists; what the network no longer has comes last."""
    rank = {place: at for at, place in enumerate(places(network))}
    return sorted(found, key=lambda place: (rank.get(place, len(rank)), place))
