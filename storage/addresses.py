"""Where messages to people go: the joins from a person and from a delivery to an address."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from storage.tables import address, delivery, person


def lives_at() -> Any:
    """Return the condition for the address that a person is written to.

    Everybody has one. Who has several some day is written to at the one that is chosen here.
    """
    return address.c.person_id == person.c.id


def goes_to() -> Any:
    """Return the condition for the address of the person that a delivery is for."""
    return sa.and_(
        address.c.person_id == delivery.c.person_id, address.c.channel == delivery.c.channel
    )
