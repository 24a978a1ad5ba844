"""Inviting somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from domain.invite import DAYS, USES
from domain.vocabulary import Role
from talk.action import Action, OneOf


@dataclass(frozen=True, slots=True)
class InvitationsPage(Action):
    """«Offene Einladungen»: another page."""

    CODE = "invp"
    page: int


@dataclass(frozen=True, slots=True)
class Invite(Action):
    """«Jemanden einladen»: begins anew."""

    CODE = "inv"


@dataclass(frozen=True, slots=True)
class InviteAs(Action):
    """The role to invite to."""

    CODE = "inv-r"
    role: Role


@dataclass(frozen=True, slots=True)
class InviteTo(Action):
    """The youth office or partner sector to invite to, as `Target.pack` writes it."""

    CODE = "inv-t"
    target: str


@dataclass(frozen=True, slots=True)
class InviteUses(Action):
    """How many people may come in."""

    CODE = "inv-u"
    uses: Annotated[int, OneOf(USES)]


@dataclass(frozen=True, slots=True)
class InviteDays(Action):
    """How many days the invitation is valid; the last choice, of the card it stands on."""

    CODE = "inv-days"
    days: Annotated[int, OneOf(DAYS)]
    version: int


@dataclass(frozen=True, slots=True)
class InviteBack(Action):
    """«Zurück» to an earlier question."""

    CODE = "inv-b"
    step: Annotated[str, OneOf(("role", "target", "uses"))]


@dataclass(frozen=True, slots=True)
class Invitations(Action):
    """«Offene Einladungen»."""

    CODE = "inv-l"


@dataclass(frozen=True, slots=True)
class RevokeInvitation(Action):
    """«Zurückziehen»."""

    CODE = "inv-x"
    invitation_id: int
