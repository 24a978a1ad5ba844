"""Asking for an institution: its district, then its sector there."""

from __future__ import annotations

from collections.abc import Sequence

from domain.vocabulary import COUNTY_WIDE, Sector
from talk.form import Choice, Setting


def _districts(at: Setting) -> Sequence[str]:
    return [*(office.slug for office in at.network.offices), COUNTY_WIDE]


def _sectors(at: Setting) -> Sequence[str]:
    return [each for each in Sector if at.network.has_institution(at.answers["office"], each)]


OFFICE = Choice("office", _districts)
SECTOR = Choice("sector", _sectors)
