"""Correcting how many came."""

from __future__ import annotations

from dataclasses import dataclass

from domain.correction import Reason
from domain.vocabulary import Sector
from talk.action import Action, Difference, Position, Slug


@dataclass(frozen=True, slots=True)
class ListClosed(Action):
    """«Teilnahmen berichtigen»: a page of closed trainings."""

    CODE = "rc-l"
    page: Position


@dataclass(frozen=True, slots=True)
class Open(Action):
    """A closed training of the list."""

    CODE = "rc"
    training_id: int


@dataclass(frozen=True, slots=True)
class ChooseOffice(Action):
    """The district of the institution whose number is wrong."""

    CODE = "rc-o"
    version: int
    office: Slug


@dataclass(frozen=True, slots=True)
class ChooseSector(Action):
    """The sector of that institution."""

    CODE = "rc-s"
    version: int
    sector: Sector


@dataclass(frozen=True, slots=True)
class ChooseNumber(Action):
    """So many more, or fewer."""

    CODE = "rc-n"
    version: int
    by: Difference


@dataclass(frozen=True, slots=True)
class ChooseReason(Action):
    """Why it is corrected."""

    CODE = "rc-r"
    version: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Write(Action):
    """«So berichtigen»."""

    CODE = "rc-w"
    version: int
