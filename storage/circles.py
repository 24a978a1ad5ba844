"""To whom messages may go: the two circles that every choice of an audience begins with."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from domain.announce_audience import Among, Audience
from domain.person import current_consent
from domain.register import HOLDING
from domain.training import Training
from domain.vocabulary import Announced
from storage.seat_tables import regret
from storage.tables import address, person, registration

_at, _who = address.alias("at"), person.alias("who")
_HOLDING: list[Any] = [sa.literal_column(f"'{status.value}'") for status in sorted(HOLDING)]


def reached(person_id: Any) -> Any:
    """Return the condition that somebody is reached at an address, and nothing is restricted."""
    free = sa.and_(_who.c.id == _at.c.person_id, _who.c.restricted_on.is_(None))
    there = sa.and_(_at.c.person_id == person_id, _at.c.unreachable_since.is_(None))
    return sa.exists().where(there, free)


def reachable() -> Any:
    """Return the condition that messages to a person arrive.

    Enough for what somebody waits for: reminders and changes of what they registered for. They
    agreed to that when they registered, whatever the text says by now.
    """
    return reached(person.c.id)


def may_be_offered() -> Any:
    """Return the condition that a person may be written to unasked: offers and questions.

    Who has not agreed to the text of today is not.
    """
    return sa.and_(reachable(), person.c.consent_version >= current_consent())


def out_of_reach() -> Any:
    """Return the condition that the person of a registration cannot be reached."""
    return ~reached(registration.c.person_id)


def within_reach() -> Any:
    """Return the condition that the person of a registration can be reached."""
    return reached(registration.c.person_id)


def name_shown() -> Any:
    """Return the name that others may read of a person: none of who restricted it."""
    return sa.case((person.c.restricted_on.is_(None), person.c.name)).label("name")


def holds_seat() -> Any:
    """Return the condition that a registration has a seat, or is asked whether it wants one."""
    return registration.c.status.in_(_HOLDING)


def marked(came: Collection[bool | None]) -> Any:
    """Return the condition that one of these is marked of a registration."""
    return sa.or_(*(registration.c.came.is_(each) for each in came))


def unanswered(of: Training) -> Any:
    """Return the condition that somebody has not answered to a training: no seat, no regrets."""
    registered = sa.exists().where(
        registration.c.training_id == of.id, registration.c.person_id == person.c.id
    )
    regrets = sa.exists().where(
        regret.c.training_id == of.id,
        regret.c.person_id == person.c.id,
        regret.c.revision == of.revision,
    )
    return sa.not_(registered) & sa.not_(regrets)


def meant(audience: Audience, of: Training | None) -> Any:
    """Return the condition that a word to many is for somebody.

    Who is registered is reached whatever they agreed to since; the whole network only by today's
    text, and nobody who wants no announcements.
    """
    narrowed = [person.c.office.in_(audience.offices)] if audience.offices else []
    if audience.sectors:
        narrowed.append(person.c.sector.in_([sector.value for sector in audience.sectors]))
    if audience.among is None or of is None:
        return sa.and_(may_be_offered(), person.c.announced != Announced.NONE, *narrowed)
    if audience.among is Among.UNANSWERED:
        if of.plan.sectors:
            narrowed.append(person.c.sector.in_([each.value for each in of.plan.sectors]))
        wants = person.c.announced != Announced.NONE
        return sa.and_(may_be_offered(), wants, unanswered(of), *narrowed)
    registered = sa.exists().where(
        registration.c.training_id == of.id,
        registration.c.person_id == person.c.id,
        registration.c.status.in_([status.value for status in audience.registered]),
        *([marked((True,))] if audience.among is Among.CAME else []),
    )
    return sa.and_(reachable(), registered, *narrowed)
