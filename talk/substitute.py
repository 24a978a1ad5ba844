"""A seat that goes to a colleague: a link is made, and taken."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action, OfTraining, Token


class AskSubstitute(OfTraining):
    """«Ersatz schicken»: says what that is."""

    CODE = "sub"


class MakeLink(OfTraining):
    """«Link erstellen»; an earlier one holds no more."""

    CODE = "subm"


class DropLink(OfTraining):
    """«Link zurückziehen»."""

    CODE = "subd"


@dataclass(frozen=True, slots=True)
class TakeHandedSeat(Action):
    """«Platz übernehmen», beneath the facts that `shown` stands for (`Plan.shown`)."""

    CODE = "subt"
    shown: int
    token: Token
