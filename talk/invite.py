"""Inviting somebody: four questions, and the list of what is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.invite import MOST_DAYS, MOST_USES
from domain.invite_targets import DAYS, USES, targets
from domain.rights import given
from domain.vocabulary import Role
from talk.action import Action
from talk.form import Choice, Form, Number, Setting


def _roles(at: Setting) -> Sequence[str]:
    assert at.asker is not None
    return given(at.asker)


def _targets(at: Setting) -> Sequence[str]:
    assert at.asker is not None
    return [each.pack() for each in targets(at.network, at.asker, Role(at.answers["role"]))]


INVITE = Form(
    "invite",
    (
        Choice("role", _roles, labels="role"),
        Choice("target", _targets),
        Number("uses", 1, MOST_USES, USES),
        Number("days", 1, MOST_DAYS, DAYS),
    ),
)


class Invite(Action):
    """«Jemanden einladen»: begins anew."""

    CODE = "inv"


class ShowInvitations(Action):
    """«Offene Einladungen»."""

    CODE = "inv-l"


@dataclass(frozen=True, slots=True)
class InvitationsPage(Action):
    """«Offene Einladungen»: another page."""

    CODE = "invp"
    page: int


@dataclass(frozen=True, slots=True)
class RevokeInvitation(Action):
    """«Zurückziehen»."""

    CODE = "inv-x"
    invitation_id: int
