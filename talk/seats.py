"""Seats of institutions: booked in one block, or kept for an office."""

from __future__ import annotations

from dataclasses import dataclass

from domain.vocabulary import Sector
from talk.action import Action, Difference, Slug


@dataclass(frozen=True, slots=True)
class Blocks(Action):
    """«Sammelplätze»: what is booked for institutions."""

    CODE = "sbl"
    training_id: int


@dataclass(frozen=True, slots=True)
class BlocksPage(Action):
    """«Sammelplätze»: another page."""

    CODE = "sbp"
    training_id: int
    page: int


@dataclass(frozen=True, slots=True)
class ChangeBlock(Action):
    """Change what is booked for one institution."""

    CODE = "sbc"
    training_id: int
    block_id: int


@dataclass(frozen=True, slots=True)
class AddBlock(Action):
    """Book seats for another institution."""

    CODE = "sba"
    training_id: int


@dataclass(frozen=True, slots=True)
class BlockOffice(Action):
    """The district of that institution."""

    CODE = "sbo"
    version: int
    office: Slug


@dataclass(frozen=True, slots=True)
class BlockSector(Action):
    """The sector of that institution."""

    CODE = "sbs"
    version: int
    sector: Sector


@dataclass(frozen=True, slots=True)
class Quotas(Action):
    """«Kontingente»: what is kept for each office."""

    CODE = "sql"
    training_id: int


@dataclass(frozen=True, slots=True)
class ChangeQuota(Action):
    """Change what is kept for one office."""

    CODE = "sqc"
    training_id: int
    office: Slug


@dataclass(frozen=True, slots=True)
class SeatsBy(Action):
    """So many seats more, or fewer."""

    CODE = "sby"
    version: int
    by: Difference


@dataclass(frozen=True, slots=True)
class SeatsDone(Action):
    """Book or keep the number that is shown."""

    CODE = "sdo"
    version: int
