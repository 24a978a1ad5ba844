"""Entering into the ledger by buttons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from domain.protocol import MOST, Matter
from talk.action import Action, Position, Within


@dataclass(frozen=True, slots=True)
class Protocol(Action):
    """«Eintrag ins Protokoll»: what can be entered."""

    CODE = "log"


@dataclass(frozen=True, slots=True)
class Begin(Action):
    """One of the things that can be entered."""

    CODE = "log-k"
    matter: Matter


@dataclass(frozen=True, slots=True)
class Answer(Action):
    """An answer to the present step."""

    CODE = "log-a"
    version: int
    value: str


@dataclass(frozen=True, slots=True)
class Key(Action):
    """A key of the number pad: what the number is with it; pressing it twice changes nothing."""

    CODE = "log-n"
    version: int
    number: Annotated[int, Within(0, MOST)]


@dataclass(frozen=True, slots=True)
class TurnPage(Action):
    """Another page of the step's choices."""

    CODE = "log-p"
    version: int
    page: Position


@dataclass(frozen=True, slots=True)
class OneBack(Action):
    """«Zurück»."""

    CODE = "log-b"
    version: int
