"""A coordinator's list and cards."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action, OfBroadcast, OfPage, OfTraining, Switch
from talk.plan_offers import Step


class Manage(OfPage):
    """«Fortbildungen verwalten»: a page of the list."""

    CODE = "mgl"


class ManageDrafts(OfPage):
    """«Entwürfe»: a page of them."""

    CODE = "mgd"


class ManagePast(OfPage):
    """«Vergangene»: a page of what has ended or was called off, of all years."""

    CODE = "mgp"


class ManageOne(OfTraining):
    """One training with everything that can be done to it."""

    CODE = "mgo"


class ShowAnnouncement(OfBroadcast):
    """«Ankündigung ansehen»: one that waits or goes out."""

    CODE = "mgn"


class ChooseChange(OfTraining):
    """«Ändern»: what of a training."""

    CODE = "mgc"


@dataclass(frozen=True, slots=True)
class Change(Action):
    """Begin to change this part (a step of planning) of a training."""

    CODE = "mgw"
    training_id: int
    step: Step


class AskCancel(OfTraining):
    """«Absagen»: asks back once."""

    CODE = "mgq"


@dataclass(frozen=True, slots=True)
class SetOpen(Action):
    """Close registration (0) or open it again (1)."""

    CODE = "mgs"
    training_id: int
    on: Switch


class Attendance(OfTraining):
    """«Teilnahmeliste»."""

    CODE = "mga"
