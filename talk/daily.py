"""The day in one message: what a coordinator can do about it."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action, OfTraining, Switch


class GoAhead(OfTraining):
    """«Trotzdem durchführen»: with fewer people than the minimum."""

    CODE = "dayg"


@dataclass(frozen=True, slots=True)
class SetDaily(Action):
    """«Nicht mehr täglich» (0), or again (1)."""

    CODE = "day"
    on: Switch
