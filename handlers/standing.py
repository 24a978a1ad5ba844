"""Where a person stands in trainings, as their cards show it."""

from __future__ import annotations

from domain.online import link_for
from domain.registration import Hall, Registration
from domain.training import Training
from handlers.context import Visit
from texts.cards import Standing


async def standing(visit: Visit, training: Training) -> Standing:
    """Return where the visitor stands in a training now."""
    hall = await visit.store.registrations.hall(training.id, visit.person.id)
    free, kept = hall.free(training), False
    if training.keeping(visit.now):
        division = await visit.store.registrations.division(training)
        office = visit.person.office
        free, kept = division.free(office), division.keeps(office)
    return _standing(visit, training, hall, free, kept=kept)


def _standing(
    visit: Visit, training: Training, hall: Hall, free: int | None, *, kept: bool
) -> Standing:
    own = hall.own
    return Standing(
        status=own.status if own else None,
        place_in_line=hall.own_place,
        free=free,
        closed=training.closed_for(visit.person.sector, visit.now),
        muted=own.muted if own else False,
        kept=kept,
        link=link_for(visit.person, training, own),
        code=own.seat_code if own else 0,
    )


def own_standing(visit: Visit, training: Training, own: Registration, place: int) -> Standing:
    """Return the same of somebody who has a seat or waits, without asking for all the others."""
    return _standing(visit, training, Hall(0, 0, own, place), None, kept=False)
