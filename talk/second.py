"""A second person agrees to what one does not do alone."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action


@dataclass(frozen=True, slots=True)
class AgreeAsSecond(Action):
    """«Zustimmen», as the second person."""

    CODE = "sec-y"
    wanted_id: int


@dataclass(frozen=True, slots=True)
class DeclineAsSecond(Action):
    """«Ablehnen»: nothing is done."""

    CODE = "sec-n"
    wanted_id: int
