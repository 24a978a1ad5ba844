"""Announcing a training: whom, when, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from domain.announcing import Whom
from talk.action import Action, Minute, Slug, Switch


@dataclass(frozen=True, slots=True)
class Announce(Action):
    """«Ankündigen»: leads to audience and time."""

    CODE = "ann"
    training_id: int


@dataclass(frozen=True, slots=True)
class ChooseAudience(Action):
    """One of the ways to choose an audience."""

    CODE = "anwho"
    version: int
    whom: Whom


@dataclass(frozen=True, slots=True)
class Mark(Action):
    """Take an office or sector into the audience (1) or out of it (0)."""

    CODE = "anmark"
    version: int
    on: Switch
    slug: Slug


@dataclass(frozen=True, slots=True)
class GoOn(Action):
    """The audience is complete."""

    CODE = "ango"
    version: int


@dataclass(frozen=True, slots=True)
class GoBack(Action):
    """«Zurück» to the step before."""

    CODE = "anback"
    version: int


@dataclass(frozen=True, slots=True)
class TellAgain(Action):
    """Also tell those who were told already (1), or not (0)."""

    CODE = "anagn"
    version: int
    on: Switch


@dataclass(frozen=True, slots=True)
class SendNow(Action):
    """«Jetzt senden»: at the next moment that is not quiet, if urgent at once."""

    CODE = "annow"
    version: int
    urgent: Switch


@dataclass(frozen=True, slots=True)
class ChooseTime(Action):
    """«Zu einer Zeit»."""

    CODE = "antime"
    version: int


@dataclass(frozen=True, slots=True)
class SendAt(Action):
    """One of the offered moments, in whole minutes since 1970."""

    CODE = "anat"
    version: int
    minute: Minute


@dataclass(frozen=True, slots=True)
class Confirm(Action):
    """Plan it for the moment shown."""

    CODE = "anok"
    version: int


@dataclass(frozen=True, slots=True)
class GiveUp(Action):
    """«Abbrechen»."""

    CODE = "anend"
    version: int


@dataclass(frozen=True, slots=True)
class Stop(Action):
    """«Anhalten» of an announcement that waits or runs."""

    CODE = "anstop"
    broadcast_id: int


@dataclass(frozen=True, slots=True)
class Resolve(Action):
    """What to do about unknown deliveries: send them again (1) or leave them (0)."""

    CODE = "anres"
    broadcast_id: int
    again: Switch
