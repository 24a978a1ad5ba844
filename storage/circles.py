"""To whom messages may go: the two circles that every choice of an audience begins with."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from domain.person import current_consent
from storage.tables import person, registration


def reachable() -> Any:
    """Return the condition that messages to a person arrive.

    Enough for what somebody waits for: reminders and changes of what they registered for. They
    agreed to that when they registered, whatever the text says by now.
    """
    return person.c.unreachable_since.is_(None)


def may_be_offered() -> Any:
    """Return the condition that a person may be written to unasked: offers and questions.

    Who has not agreed to the text of today is not.
    """
    return sa.and_(reachable(), person.c.consent_version >= current_consent())


def out_of_reach(network: Any) -> Any:
    """Return the condition that the person of a registration of a network cannot be reached.

    Those are few, and found once for a statement, however many registrations it looks at.
    """
    away = person.c.unreachable_since.is_not(None)
    few = sa.select(person.c.id).where(person.c.network == network, away)
    return registration.c.person_id.in_(few)


def within_reach(network: Any) -> Any:
    """Return the condition that the person of a registration of a network can be reached."""
    mine = sa.and_(person.c.network == network, reachable())
    return registration.c.person_id.in_(sa.select(person.c.id).where(mine))
