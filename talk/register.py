"""Seats of persons: the card, the lists of what is on offer and of what somebody has."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action, OfTraining, Switch


@dataclass(frozen=True, slots=True)
class Register(Action):
    """«Anmelden» on a training's card; `shown` stands for the facts it shows (`Plan.shown`)."""

    CODE = "regi"
    training_id: int
    shown: int


class RegisterUnseen(OfTraining):
    """«Anmelden» on an old card, of which nobody knows what it showed: asks first."""

    CODE = "reg"


class AskLeave(OfTraining):
    """«Abmelden»: asks back once."""

    CODE = "ask"


@dataclass(frozen=True, slots=True)
class Leave(Action):
    """«Ja, abmelden», beneath the facts that `shown` stands for."""

    CODE = "leav"
    training_id: int
    shown: int


class LeaveUnseen(OfTraining):
    """«Ja, abmelden» beneath an old question, of which nobody knows what it showed: asks anew."""

    CODE = "lea"


class Show(OfTraining):
    """Show a training's card again."""

    CODE = "card"


class Details(OfTraining):
    """«Details» of a training."""

    CODE = "det"


class Calendar(OfTraining):
    """«Kalender»: the date as a file."""

    CODE = "ics"


@dataclass(frozen=True, slots=True)
class Regret(Action):
    """«Diesmal nicht», beneath the facts that `shown` stands for."""

    CODE = "rgt"
    training_id: int
    shown: int


class TakeRegretBack(OfTraining):
    """«Antwort zurücknehmen»."""

    CODE = "rgt-u"


class PassOn(OfTraining):
    """«Weitergeben»: a link to a training, and a text for a mail."""

    CODE = "pass"


@dataclass(frozen=True, slots=True)
class Mute(Action):
    """Switch the reminders of one training off (1) or on (0)."""

    CODE = "mute"
    training_id: int
    on: Switch


class Offered(Action):
    """«Termine im Angebot»."""

    CODE = "off"


class Mine(Action):
    """«Meine Anmeldungen»."""

    CODE = "mine"


@dataclass(frozen=True, slots=True)
class OfferedPage(Action):
    """«Termine im Angebot»: another page."""

    CODE = "offp"
    page: int


@dataclass(frozen=True, slots=True)
class MinePage(Action):
    """«Meine Anmeldungen»: another page."""

    CODE = "minp"
    page: int
