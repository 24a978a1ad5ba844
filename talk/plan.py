"""A training's facts, asked one by one."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action, Position, Switch


@dataclass(frozen=True, slots=True)
class NewTraining(Action):
    """«Fortbildung anlegen»."""

    CODE = "new"


@dataclass(frozen=True, slots=True)
class Pick(Action):
    """An answer to the step of this version of the dialogue."""

    CODE = "pk"
    version: int
    value: str


@dataclass(frozen=True, slots=True)
class Turn(Action):
    """Another page of the same step."""

    CODE = "pp"
    version: int
    page: Position


@dataclass(frozen=True, slots=True)
class StepBack(Action):
    """«Zurück» within the dialogue."""

    CODE = "pb"
    version: int


@dataclass(frozen=True, slots=True)
class Abort(Action):
    """«Abbrechen» within the dialogue."""

    CODE = "pa"
    version: int


@dataclass(frozen=True, slots=True)
class Publish(Action):
    """«Veröffentlichen», and with 1 go on to announcing."""

    CODE = "pub"
    version: int
    announce: Switch
