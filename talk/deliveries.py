"""What became of messages."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action, OfTraining, Position, Switch


class ShowDeliveries(OfTraining):
    """«Zustellung» of one training's messages."""

    CODE = "dlv"


@dataclass(frozen=True, slots=True)
class Troubles(Action):
    """A page of the messages that did not arrive, of one training or (0) of all."""

    CODE = "dlpage"
    training_id: int
    page: Position


@dataclass(frozen=True, slots=True)
class Decide(Action):
    """About an unknown message: send it once more (1), or take it as arrived (0)."""

    CODE = "dldec"
    training_id: int
    delivery_id: int
    again: Switch
