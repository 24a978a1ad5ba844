"""The members of an office: a list, one of them, and what becomes of the membership."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action, Position


@dataclass(frozen=True, slots=True)
class OwnPeople(Action):
    """«Eigene Mitglieder»: a page of them."""

    CODE = "mem"
    page: Position


@dataclass(frozen=True, slots=True)
class OwnMember(Action):
    """One member."""

    CODE = "memo"
    person_id: int


@dataclass(frozen=True, slots=True)
class AskConfirmAll(Action):
    """«Alle bestätigen»: asks back once."""

    CODE = "memq"


@dataclass(frozen=True, slots=True)
class ConfirmAll(Action):
    """«Ja, alle bestätigen»."""

    CODE = "memc"


@dataclass(frozen=True, slots=True)
class AskMember(Action):
    """«Nachfragen»: whether a member still works there."""

    CODE = "mema"
    person_id: int


@dataclass(frozen=True, slots=True)
class AskEnd(Action):
    """«Mitgliedschaft beenden»: asks back once."""

    CODE = "meme"
    person_id: int


@dataclass(frozen=True, slots=True)
class EndMembership(Action):
    """«Ja, beenden»."""

    CODE = "memx"
    person_id: int


@dataclass(frozen=True, slots=True)
class Elsewhere(Action):
    """«Bei anderen Jugendämtern»: how many take part where; a page."""

    CODE = "memw"
    page: Position


@dataclass(frozen=True, slots=True)
class StillThere(Action):
    """«Ja, ich arbeite noch dort», of who was asked."""

    CODE = "memy"
