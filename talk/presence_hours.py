"""How much somebody attended: taps of the hosts, by the number of the seat; nothing is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from domain.units import MOST_UNITS
from talk.action import Action, Position, Switch, Within


@dataclass(frozen=True, slots=True)
class SeeHours(Action):
    """«Verkürzte Teilnahme»: a page of who has a seat, to say of one how much it was."""

    CODE = "prh"
    training_id: int
    page: Position


@dataclass(frozen=True, slots=True)
class OneHours(Action):
    """Ask how much who has this number attended; `part` is the page of the numbers offered."""

    CODE = "pro"
    training_id: int
    code: int
    page: Position
    part: Position


@dataclass(frozen=True, slots=True)
class SetUnits(Action):
    """Note so many units of who has this number."""

    CODE = "pru"
    training_id: int
    code: int
    units: Annotated[int, Within(1, MOST_UNITS)]
    page: Position


@dataclass(frozen=True, slots=True)
class SetSession(Action):
    """Note that who has this number missed a session of a series (1), or did not (0)."""

    CODE = "prx"
    training_id: int
    code: int
    session: int
    missed: Switch
    page: Position
