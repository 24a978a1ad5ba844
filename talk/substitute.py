"""A seat that goes to a colleague: a link is made, and taken."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action, Token


@dataclass(frozen=True, slots=True)
class AskSubstitute(Action):
    """«Ersatz schicken»: says what that is."""

    CODE = "sub"
    training_id: int


@dataclass(frozen=True, slots=True)
class MakeLink(Action):
    """«Link erstellen»; an earlier one holds no more."""

    CODE = "subm"
    training_id: int


@dataclass(frozen=True, slots=True)
class DropLink(Action):
    """«Link zurückziehen»."""

    CODE = "subd"
    training_id: int


@dataclass(frozen=True, slots=True)
class TakeHandedSeat(Action):
    """«Platz übernehmen», beneath the facts that `shown` stands for (`Plan.shown`)."""

    CODE = "subt"
    shown: int
    token: Token
