"""Where messages to people go: the joins from a person and from a delivery to an address."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from domain.channel import CHANNELS
from storage.tables import address, delivery, person

_any = address.alias("any_of_theirs")


def best_of(person_id: Any, channel: Any = None) -> Any:
    """Return the number of the address that somebody is written to, of a channel or of all.

    The one place that chooses: first what reaches them, then in the order of the channels. All
    that are kept were confirmed.
    """
    rank = sa.case(
        *((_any.c.channel == name, number) for number, name in enumerate(CHANNELS)),
        else_=len(CHANNELS),
    )
    theirs = sa.select(_any.c.id).where(_any.c.person_id == person_id)
    if channel is not None:
        theirs = theirs.where(_any.c.channel == sa.func.coalesce(channel, _any.c.channel))
    out_of_reach = _any.c.unreachable_since.is_not(None)
    best = theirs.order_by(out_of_reach, rank, _any.c.id).limit(1)
    return best.correlate(person).scalar_subquery()


def lives_at() -> Any:
    """Return the condition for the address that a person is written to."""
    return has() & (address.c.id == best_of(person.c.id))


def has() -> Any:
    """Return the condition for all addresses of a person."""
    return address.c.person_id == person.c.id


def goes_to() -> Any:
    """Return the condition for the address of the person that a delivery is for."""
    return sa.and_(
        address.c.person_id == delivery.c.person_id, address.c.channel == delivery.c.channel
    )
