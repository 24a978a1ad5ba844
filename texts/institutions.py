"""How the institution of a person is called."""

from __future__ import annotations

from domain.network import Network
from domain.vocabulary import Sector
from texts.catalogue import Texts


def institution(texts: Texts, network: Network, office: str, sector: Sector) -> str:
    """Return the plain name of an institution; KeyError if the network has no such office."""
    return network.institution_label(office, sector, texts.label("sector", sector))
