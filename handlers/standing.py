"""Where a person stands in trainings, as their cards show it."""

from __future__ import annotations

from domain.training import Training
from handlers.context import Visit
from texts.cards import Standing


async def standing(visit: Visit, training: Training) -> Standing:
    """Return where the visitor stands in a training now."""
    hall = await visit.store.registrations.hall(training.id, visit.person.id)
    seats = training.plan.seats
    free = None if seats is None else max(0, seats - hall.taken)
    return Standing(
        status=hall.own.status if hall.own else None,
        place_in_line=hall.own_place,
        free=0 if free is not None and hall.waiting else free,
        closed=training.closed_for(visit.person.sector, visit.now),
        muted=hall.own.muted if hall.own else False,
    )
