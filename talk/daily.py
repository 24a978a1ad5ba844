"""The day in one message: what a coordinator can do about it."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action, Switch


@dataclass(frozen=True, slots=True)
class GoAhead(Action):
    """«Trotzdem durchführen»: with fewer people than the minimum."""

    CODE = "dayg"
    training_id: int


@dataclass(frozen=True, slots=True)
class SetDaily(Action):
    """«Nicht mehr täglich» (0), or again (1)."""

    CODE = "day"
    on: Switch
