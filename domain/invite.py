"""Who may invite whom, and the buttons of choosing it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from domain.actions import Action, OneOf
from domain.invitation import Invitation
from domain.network import Network
from domain.person import Person
from domain.vocabulary import Role, Sector

#: What a coordinator can choose from.
USES = (1, 5, 20, 50)
DAYS = (7, 14, 30)

_GIVEN = {
    Role.COORDINATOR: (Role.SPECIALIST, Role.COORDINATOR),
    Role.LEAD: (Role.SPECIALIST, Role.COORDINATOR, Role.LEAD, Role.AUDITOR),
}
#: These roles belong to a youth office.
_OF_AN_OFFICE = frozenset({Role.COORDINATOR, Role.LEAD})


@dataclass(frozen=True, slots=True)
class Target:
    """Where an invitation leads: to a youth office, or into a partner sector."""

    office: str | None = None
    sector: Sector | None = None

    def pack(self) -> str:
        """Return the target as short text."""
        return f"s-{self.sector}" if self.sector else f"o-{self.office}"


def fits(role: Role, target: Target) -> bool:
    """Return whether people of a role can belong there.

    Coordinators and leads belong to a youth office, everybody else to one or to a partner's
    sector; both chat and command line ask here.
    """
    if role in _OF_AN_OFFICE:
        return target.office is not None and target.sector in {None, Sector.YOUTH_OFFICE}
    return target.office is not None or target.sector not in {None, Sector.YOUTH_OFFICE}


def roles(person: Person) -> tuple[Role, ...]:
    """Return the roles somebody may give."""
    return _GIVEN.get(person.role, ())


def targets(network: Network, person: Person, role: Role) -> list[Target]:
    """Return where somebody may invite people of a role to."""
    if role not in roles(person):
        return []
    everywhere = person.role is Role.LEAD
    offices = [o.slug for o in network.offices if everywhere or o.slug == person.office]
    found = [Target(office=slug) for slug in offices]
    found += [Target(sector=sector) for sector in network.sectors]
    return [each for each in found if fits(role, each)]


def may_revoke(network: Network, person: Person, invitation: Invitation) -> bool:
    """Return whether somebody may see and withdraw an invitation: who could have made it."""
    made = Target(invitation.office, invitation.sector)
    return made in targets(network, person, invitation.role)


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
