"""Asking to be let in without an invitation, and deciding about it."""

from __future__ import annotations

from dataclasses import dataclass

from domain.vocabulary import Sector
from talk.action import Action, Second, Slug


@dataclass(frozen=True, slots=True)
class RequestAccess(Action):
    """«Zugang anfragen», for who has no invitation."""

    CODE = "ask-in"


@dataclass(frozen=True, slots=True)
class AgreeToAsk(Action):
    """«Einverstanden» of somebody who asks for access, to the version that was shown."""

    CODE = "agree-ask"
    version: int


@dataclass(frozen=True, slots=True)
class AskedBefore(Action):
    """The same of a time when buttons did not say to which text: asks again."""

    CODE = "yes-ask"


@dataclass(frozen=True, slots=True)
class AskOffice(Action):
    """Ask as somebody of this youth office."""

    CODE = "acc-o"
    office: Slug


@dataclass(frozen=True, slots=True)
class AskElsewhere(Action):
    """«Andere Stelle»: asks for the sector."""

    CODE = "acc-e"


@dataclass(frozen=True, slots=True)
class AskSector(Action):
    """Of this sector: asks for the district."""

    CODE = "acc-s"
    sector: Sector


@dataclass(frozen=True, slots=True)
class AskPlace(Action):
    """Ask as somebody of the chosen sector in this district."""

    CODE = "acc-p"
    office: Slug


@dataclass(frozen=True, slots=True)
class LetIn(Action):
    """«Freigeben»."""

    CODE = "acc-y"
    request_id: int
    seconds: Second


@dataclass(frozen=True, slots=True)
class TurnAway(Action):
    """«Ablehnen»."""

    CODE = "acc-n"
    request_id: int
    seconds: Second
