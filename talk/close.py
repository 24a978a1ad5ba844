"""Closing a training: how many came."""

from __future__ import annotations

from dataclasses import dataclass

from domain.vocabulary import Sector
from talk.action import Action, Difference, Position, Slug


@dataclass(frozen=True, slots=True)
class Close(Action):
    """«Abschließen»: how many came."""

    CODE = "cls"
    training_id: int


@dataclass(frozen=True, slots=True)
class Change(Action):
    """One more (1) or one fewer (-1) of a group came."""

    CODE = "clnum"
    version: int
    index: Position
    by: Difference


@dataclass(frozen=True, slots=True)
class AskNumber(Action):
    """Type the number of a group."""

    CODE = "clask"
    version: int
    index: Position


@dataclass(frozen=True, slots=True)
class AllCame(Action):
    """«Alle gekommen»: as many as registered."""

    CODE = "clall"
    version: int


@dataclass(frozen=True, slots=True)
class Page(Action):
    """Another page of the groups."""

    CODE = "clpage"
    version: int
    page: Position


@dataclass(frozen=True, slots=True)
class AddPlace(Action):
    """Add an institution that came without any registration."""

    CODE = "cladd"
    version: int


@dataclass(frozen=True, slots=True)
class AddOffice(Action):
    """The district of such an institution."""

    CODE = "cloff"
    version: int
    office: Slug


@dataclass(frozen=True, slots=True)
class AddSector(Action):
    """The sector of such an institution."""

    CODE = "clsec"
    version: int
    sector: Sector


@dataclass(frozen=True, slots=True)
class Finish(Action):
    """«So abschließen»."""

    CODE = "cldone"
    version: int


@dataclass(frozen=True, slots=True)
class Leave(Action):
    """«Später»: end the dialogue and keep nothing."""

    CODE = "clend"
    version: int
