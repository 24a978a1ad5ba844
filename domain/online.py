"""Who may have the address of taking part online: decided here, for all that people read."""

from __future__ import annotations

from domain.person import Person
from domain.register import Registration
from domain.rights import Act, may
from domain.standing import Stand, stand
from domain.training import Training


def link_for(person: Person, training: Training, own: Registration | None) -> str:
    """Return the address of taking part online if somebody may have it, else nothing.

    It goes to who has a seat that needs no approval any more, and to who hosts. Nothing that
    people read takes it from the plan itself.
    """
    seated = stand(own) is Stand.SEAT and own is not None and own.training_id == training.id
    firm = seated and own is not None and own.approve_by is None
    return training.plan.link if firm or may(person, Act.MANAGE, training) else ""
