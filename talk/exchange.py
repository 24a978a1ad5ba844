"""Noting an exchange between institutions."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action, Position, Second


@dataclass(frozen=True, slots=True)
class NoteExchange(Action):
    """«Austausch eintragen»."""

    CODE = "exc"


@dataclass(frozen=True, slots=True)
class Choose(Action):
    """An answer to the present step."""

    CODE = "exc-c"
    version: int
    value: str


@dataclass(frozen=True, slots=True)
class TurnTopics(Action):
    """Another page of the topics."""

    CODE = "exc-p"
    version: int
    page: Position


@dataclass(frozen=True, slots=True)
class StepBack(Action):
    """«Zurück»; at the first step the way out."""

    CODE = "exc-b"
    version: int


@dataclass(frozen=True, slots=True)
class TakeBack(Action):
    """«Rückgängig»: numbers of contacts may come again after a night, seconds do not."""

    CODE = "exc-u"
    pending_id: int
    seconds: Second
