"""A seat that somebody in line is asked about: taken, or left to the next one."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action, OfTraining


@dataclass(frozen=True, slots=True)
class TakeSeat(Action):
    """«Platz annehmen», beneath the facts that `shown` stands for (`Plan.shown`)."""

    CODE = "mu-y"
    training_id: int
    shown: int


class LeaveSeat(OfTraining):
    """«Platz ablehnen»."""

    CODE = "mu-n"
