"""Asking for an institution: its district, then its sector there."""

from __future__ import annotations

from collections.abc import Sequence

from domain.network import Network
from domain.vocabulary import COUNTY_WIDE, Sector
from talk.form import Choice, Setting


def districts(at: Setting) -> Sequence[str]:
    """Return the districts as the network has them, and the whole county."""
    return [*(office.slug for office in at.network.offices), COUNTY_WIDE]


def _sectors(at: Setting) -> Sequence[str]:
    return [each for each in Sector if at.network.has_institution(at.answers["office"], each)]


def places(network: Network) -> list[tuple[str, str]]:
    """Return all institutions: the districts as the network has them, in each the sectors."""
    offices = [*(office.slug for office in network.offices), COUNTY_WIDE]
    return [
        (office, sector.value)
        for office in offices
        for sector in Sector
        if network.has_institution(office, sector)
    ]


OFFICE = Choice("office", districts)
SECTOR = Choice("sector", _sectors)
