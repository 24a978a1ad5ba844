"""Who may do what to whom: each rule once, and nobody else asks for a role.

`docs/access.md` is made of these rules, and people try each cell of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from domain.person import Person, Place
from domain.training import Training
from domain.vocabulary import COUNTY_WIDE, EventStatus, Role

#: Coordinators confirm others; nobody confirms them.
CONFIRMED = (Role.SPECIALIST, Role.AUDITOR)
_GIVEN = {
    Role.COORDINATOR: (Role.SPECIALIST, Role.COORDINATOR),
    Role.LEAD: (Role.SPECIALIST, Role.COORDINATOR, Role.LEAD, Role.AUDITOR),
}


class Act(StrEnum):
    """What a role is asked for; behind each its object."""

    # Nothing but the network.
    COORDINATE = "coordinate"
    READ_REPORTS = "read-reports"
    LEAD = "lead"
    READ_LOG = "read-log"
    # A role.
    INVITE = "invite"
    # What somebody else wants: `SecondOf`.
    SECOND = "second"
    # A training.
    MANAGE = "manage"
    NAME_HOSTS = "name-hosts"
    MARK = "mark"
    # Somebody of a training: `NamedOne`.
    READ_NAME = "read-name"
    # A member.
    LOOK_AFTER = "look-after"
    ASK_MEMBER = "ask-member"
    END_MEMBERSHIP = "end-membership"
    APPROVE = "approve"
    # Somebody who asks to be let in: `AskingIn`.
    LET_IN = "let-in"


@dataclass(frozen=True, slots=True)
class NamedOne:
    """Somebody of an office in the list of a training, by the position of the registration."""

    training: Training
    office: str
    position: int


@dataclass(frozen=True, slots=True)
class AskingIn:
    """Somebody who asks to be let in, and the members who were asked about it."""

    place: Place
    asked: frozenset[int]


@dataclass(frozen=True, slots=True)
class SecondOf:
    """What a second person must agree to: who wants it, and which offices it concerns."""

    asked_by: int
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Care:
    """Whom somebody looks after: all of these offices, and everywhere those of a role."""

    offices: tuple[str, ...]
    everywhere: tuple[Role, ...] = ()


def care(viewer: Person) -> Care:
    """Return whom a coordinator looks after.

    The lead also sees to who belongs to no single office, and to all coordinators: nobody else
    could let them go.
    """
    if viewer.role is Role.LEAD:
        return Care((viewer.office, COUNTY_WIDE), (Role.COORDINATOR,))
    return Care((viewer.office,))


def may(person: Person, act: Act, of: Any = None) -> bool:
    """Return whether somebody may do this, to a training, a member, or whatever it is done to."""
    return _RULES[act](person, of)


def runs(person: Person) -> str | None:
    """Return the office whose trainings somebody runs; None for the lead, who runs all."""
    return None if _leads(person) else person.office


def given(person: Person) -> tuple[Role, ...]:
    """Return the roles that somebody may give."""
    return _GIVEN.get(person.role, ())


def _leads(person: Person, _: object = None) -> bool:
    return person.role is Role.LEAD


def _coordinates(person: Person, _: object = None) -> bool:
    """Let coordinators and leads plan trainings and invite others."""
    return person.coordinates


def _reads_reports(person: Person, _: object) -> bool:
    """Let who coordinates, or reads for others, see a year before it is published."""
    return person.reads_reports


def _invites(person: Person, role: Role) -> bool:
    return role in given(person)


def _manages(person: Person, training: Training) -> bool:
    """Let coordinators of a host look after a training, and the lead; a draft is the first's."""
    hosts = (training.host,) if training.status is EventStatus.DRAFT else training.hosts
    return _leads(person) or (_coordinates(person) and person.office in hosts)


def _names_hosts(person: Person, training: Training) -> bool:
    """Let coordinators of the first host say who else holds a training, and the lead."""
    return _leads(person) or (_coordinates(person) and person.office == training.host)


def _marks(person: Person, training: Training) -> bool:
    """Let coordinators of a host read and set marks, and nobody else.

    Who only leads the network does not: the own office never reads who came.
    """
    return _coordinates(person) and person.office in training.hosts


def _reads_name(viewer: Person, one: NamedOne) -> bool:
    """Let coordinators read a name that somebody has given.

    The first host of a training reads everybody's, a co-host those of who registered when it was
    one, which the registration's position tells; all others those of their own institution.
    """
    co_hosts = one.training.plan.co_hosts
    knew = {each.office for each in co_hosts if one.position > each.after}
    return _coordinates(viewer) and viewer.office in {one.training.host, one.office, *knew}


def _looks_after(viewer: Person, member: Person) -> bool:
    """Let coordinators see a member in the list of the own people."""
    of = care(viewer)
    return _coordinates(viewer) and (member.office in of.offices or member.role in of.everywhere)


def _asks(viewer: Person, member: Person) -> bool:
    """Let who looks after members ask them whether they still work there."""
    return _looks_after(viewer, member) and member.role in CONFIRMED and not member.restricted


def _ends(viewer: Person, member: Person) -> bool:
    """Let who looks after members end a membership: never the own one, nor a lead's.

    A coordinator's is ended by the lead only. What is restricted is left alone.
    """
    if member.id == viewer.id or member.restricted or not _looks_after(viewer, member):
        return False
    return member.role in CONFIRMED or (member.role is Role.COORDINATOR and _leads(viewer))


def _approves(viewer: Person, applicant: Person) -> bool:
    """Let coordinators of the own office approve, and the lead.

    The lead stands in where an office has nobody, and for who belongs to the whole county.
    """
    if viewer.id == applicant.id or not _coordinates(viewer):
        return False
    return _leads(viewer) or viewer.office == applicant.office


def _seconds(person: Person, of: SecondOf) -> bool:
    """Let another coordinator of one of the offices agree, and a lead; never who asked."""
    if person.id == of.asked_by:
        return False
    return _leads(person) or (_coordinates(person) and person.office in of.offices)


def _lets_in(person: Person, waiting: AskingIn) -> bool:
    """Let who was asked let a newcomer in; the lead may everywhere."""
    return _leads(person) or (_coordinates(person) and person.id in waiting.asked)


_RULES: dict[Act, Callable[[Person, Any], bool]] = {
    Act.COORDINATE: _coordinates,
    Act.READ_REPORTS: _reads_reports,
    Act.LEAD: _leads,
    Act.READ_LOG: _leads,
    Act.INVITE: _invites,
    Act.SECOND: _seconds,
    Act.MANAGE: _manages,
    Act.NAME_HOSTS: _names_hosts,
    Act.MARK: _marks,
    Act.READ_NAME: _reads_name,
    Act.LOOK_AFTER: _looks_after,
    Act.ASK_MEMBER: _asks,
    Act.END_MEMBERSHIP: _ends,
    Act.APPROVE: _approves,
    Act.LET_IN: _lets_in,
}
