"""Asking to be let in without an invitation: who decides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.person import Person, Place
from domain.vocabulary import Role

#: Stands in the place of an invitation's token for who has none.
ASKING = "ask"
#: How long a request waits for a decision; then it is forgotten.
WAITS = timedelta(days=30)


def responsible(place: Place, coordinators: Sequence[Person]) -> list[Person]:
    """Return who is asked about a newcomer: the office's own coordinators, else all there are.

    Who cannot be reached is asked nothing.
    """
    reached = [person for person in coordinators if person.reachable]
    own = [person for person in reached if person.office == place.office]
    return own or reached


def may_decide(person: Person, place: Place, coordinators: Sequence[Person]) -> bool:
    """Return whether somebody may let a newcomer in; the lead may everywhere."""
    asked = {each.id for each in responsible(place, coordinators)}
    return person.role is Role.LEAD or person.id in asked


def stamp(requested_at: datetime) -> int:
    """Return the second of a request: numbers of requests may come again, seconds do not."""
    return int(requested_at.timestamp())


def code(request_id: int, seconds: int) -> str:
    """Return what both sides can name a request by on the telephone."""
    return f"{request_id}-{seconds % 1000:03d}"
