"""Planning an announcement: who may, what is entered step by step, what the buttons mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from domain.actions import Action, Minute, Slug, Switch
from domain.broadcast import Audience
from domain.vocabulary import Sector

KIND = "announce"


class Step(StrEnum):
    """Where the dialogue stands."""

    AUDIENCE = "audience"
    OFFICES = "offices"
    SECTORS = "sectors"
    SEND = "send"
    TIME = "time"
    CONFIRM = "confirm"


class Whom(StrEnum):
    """The ways to choose an audience."""

    ALL = "all"
    OFFICES = "offices"
    SECTORS = "sectors"
    SUBSCRIBERS = "subscribers"


#: The step to which «Zurück» leads; the first step has none.
BACK = {
    Step.OFFICES: Step.AUDIENCE,
    Step.SECTORS: Step.AUDIENCE,
    Step.SEND: Step.AUDIENCE,
    Step.TIME: Step.SEND,
    Step.CONFIRM: Step.TIME,
}


def audience_of(data: Mapping[str, Any]) -> Audience:
    """Return the audience entered so far."""
    return Audience(
        offices=tuple(data.get("offices", ())),
        sectors=tuple(Sector(slug) for slug in data.get("sectors", ())),
        subscribers=bool(data.get("subscribers")),
        again=bool(data.get("again")),
    )


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
