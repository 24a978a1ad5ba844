"""Who may invite whom."""

from __future__ import annotations

from dataclasses import dataclass

from domain.invite import Invitation
from domain.network import Network
from domain.person import Person
from domain.rights import Act, may
from domain.vocabulary import Role, Sector

#: What a coordinator can choose from.
USES = (1, 5, 20, 50)
DAYS = (7, 14, 30)

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

    @classmethod
    def parse(cls, text: str) -> Target:
        """Return the target that `pack` wrote."""
        kind, _, slug = text.partition("-")
        return cls(sector=Sector(slug)) if kind == "s" else cls(office=slug)


def fits(role: Role, target: Target) -> bool:
    """Return whether people of a role can belong there.

    Coordinators and leads belong to a youth office, everybody else to one or to a partner's
    sector; both chat and command line ask here.
    """
    if role in _OF_AN_OFFICE:
        return target.office is not None and target.sector in {None, Sector.YOUTH_OFFICE}
    return target.office is not None or target.sector not in {None, Sector.YOUTH_OFFICE}


def targets(network: Network, person: Person, role: Role) -> list[Target]:
    """Return where somebody may invite people of a role to."""
    if not may(person, Act.INVITE, role):
        return []
    everywhere = may(person, Act.LEAD)
    offices = [o.slug for o in network.offices if everywhere or o.slug == person.office]
    found = [Target(office=slug) for slug in offices]
    found += [Target(sector=sector) for sector in network.sectors]
    return [each for each in found if fits(role, each)]


def may_revoke(network: Network, person: Person, invitation: Invitation) -> bool:
    """Return whether somebody may see and withdraw an invitation: who could have made it."""
    made = Target(invitation.office, invitation.sector)
    return made in targets(network, person, invitation.role)
