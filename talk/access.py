"""Asking to be let in without an invitation, and deciding about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.network import Network
from domain.person import Place
from domain.vocabulary import COUNTY_WIDE, Sector
from talk.action import Action, OfDraft, Second
from talk.form import Answers, Choice, Form, Setting

#: Chosen by who works for no youth office.
ELSEWHERE = "elsewhere"


def place_of(said: Answers) -> Place:
    """Return where somebody works."""
    if "district" in said:
        return Place(said["district"], Sector(said["sector"]))
    return Place(said["office"], Sector.YOUTH_OFFICE)


def districts(network: Network) -> list[str]:
    """Return the districts, and the whole county."""
    return [*(office.slug for office in network.offices), COUNTY_WIDE]


def _elsewhere(at: Setting) -> bool:
    return bool(at.answers.get("office") == ELSEWHERE)


def _offices(at: Setting) -> Sequence[str]:
    return [*(office.slug for office in at.network.offices), ELSEWHERE]


def _sectors(at: Setting) -> Sequence[str]:
    return [sector for sector in at.network.sectors if sector is not Sector.YOUTH_OFFICE]


def _districts(at: Setting) -> Sequence[str]:
    sector = Sector(at.answers["sector"])
    return [each for each in districts(at.network) if at.network.has_institution(each, sector)]


ACCESS = Form(
    "access",
    (
        Choice("office", _offices),
        Choice("sector", _sectors, labels="sector", asked_if=_elsewhere),
        Choice("district", _districts, asked_if=_elsewhere),
    ),
)


class RequestAccess(Action):
    """«Zugang anfragen», for who has no invitation."""

    CODE = "ask-in"


class AgreeToAsk(OfDraft):
    """«Einverstanden» of somebody who asks for access, to the version that was shown."""

    CODE = "agree-ask"


class AskedBefore(Action):
    """The same of a time when buttons did not say to which text: asks again."""

    CODE = "yes-ask"


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
