"""A coordinator's list and cards."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action, Position, Switch
from talk.plan_offers import Step


@dataclass(frozen=True, slots=True)
class Manage(Action):
    """«Fortbildungen verwalten»: a page of the list."""

    CODE = "mgl"
    page: Position


@dataclass(frozen=True, slots=True)
class ManageDrafts(Action):
    """«Entwürfe»: a page of them."""

    CODE = "mgd"
    page: Position


@dataclass(frozen=True, slots=True)
class ManagePast(Action):
    """«Vergangene»: a page of what has ended or was called off, of all years."""

    CODE = "mgp"
    page: Position


@dataclass(frozen=True, slots=True)
class ManageOne(Action):
    """One training with everything that can be done to it."""

    CODE = "mgo"
    training_id: int


@dataclass(frozen=True, slots=True)
class ShowAnnouncement(Action):
    """«Ankündigung ansehen»: one that waits or goes out."""

    CODE = "mgn"
    broadcast_id: int


@dataclass(frozen=True, slots=True)
class ChooseChange(Action):
    """«Ändern»: what of a training."""

    CODE = "mgc"
    training_id: int


@dataclass(frozen=True, slots=True)
class Change(Action):
    """Begin to change this part (a step of planning) of a training."""

    CODE = "mgw"
    training_id: int
    step: Step


@dataclass(frozen=True, slots=True)
class AskCancel(Action):
    """«Absagen»: asks back once."""

    CODE = "mgq"
    training_id: int


@dataclass(frozen=True, slots=True)
class SetOpen(Action):
    """Close registration (0) or open it again (1)."""

    CODE = "mgs"
    training_id: int
    on: Switch


@dataclass(frozen=True, slots=True)
class Attendance(Action):
    """«Teilnahmeliste»."""

    CODE = "mga"
    training_id: int
