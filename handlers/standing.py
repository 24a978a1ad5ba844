"""Where a person stands in trainings, as their cards show it."""

from __future__ import annotations

from domain.registration import place_in_line
from domain.training import Training
from domain.vocabulary import RegistrationStatus
from handlers.context import Visit
from texts.cards import Standing


async def standing(visit: Visit, training: Training) -> Standing:
    """Return where the visitor stands in a training now."""
    everyone = await visit.store.registrations.active(training.id)
    own = next((r for r in everyone if r.person_id == visit.person.id), None)
    waiting = sum(r.status is RegistrationStatus.WAITLISTED for r in everyone)
    seats = training.plan.seats
    free = None if seats is None else max(0, seats - (len(everyone) - waiting))
    return Standing(
        status=own.status if own else None,
        place_in_line=place_in_line(own, everyone) if own else 0,
        free=0 if free is not None and waiting else free,
        closed=training.closed_for(visit.person.sector, visit.now),
        muted=own.muted if own else False,
    )
