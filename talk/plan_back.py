"""Taking a training back that nobody knows of yet."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action


@dataclass(frozen=True, slots=True)
class AskTakeBack(Action):
    """«Zurücknehmen»: asks back once."""

    CODE = "mgb"
    training_id: int


@dataclass(frozen=True, slots=True)
class TakeBack(Action):
    """«Ja, zurücknehmen»."""

    CODE = "mgt"
    training_id: int
