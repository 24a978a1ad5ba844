"""Where a person stands in trainings, as their cards show it."""

from __future__ import annotations

from domain.registration import free_seats
from domain.training import Training
from handlers.context import Visit
from texts.cards import Standing


async def standing(visit: Visit, training: Training) -> Standing:
    """Return where the visitor stands in a training now."""
    hall = await visit.store.registrations.hall(training.id, visit.person.id)
    free, kept = free_seats(training, hall.taken, hall.waiting), False
    if training.keeping(visit.now):
        division = await visit.store.registrations.division(training)
        office = visit.person.office
        free, kept = division.free(office), division.keeps(office)
    return Standing(
        status=hall.own.status if hall.own else None,
        place_in_line=hall.own_place,
        free=free,
        closed=training.closed_for(visit.person.sector, visit.now),
        muted=hall.own.muted if hall.own else False,
        kept=kept,
    )
