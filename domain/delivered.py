"""What coordinators may see and decide about messages that did not arrive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from domain.actions import Action, Position, Switch


def may_name(headcounts: Mapping[tuple[str, str], int], place: tuple[str, str], least: int) -> bool:
    """Return whether naming an institution says nothing about one of its people.

    It has to have at least `least` members here.
    """
    return headcounts.get(place, 0) >= least


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
