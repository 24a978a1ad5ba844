"""The day in one message: whether somebody gets it, and what is decided about what it tells."""

from __future__ import annotations

from domain import daily as use_case
from domain.deeds import Deed
from handlers.context import Router, Visit, Who
from handlers.doors import on_tap
from handlers.manage import own, show
from talk.daily import GoAhead, SetDaily
from texts import daily


async def set_daily(visit: Visit, action: SetDaily) -> None:
    """Take it up again, or do without."""
    on = bool(action.on)
    await visit.store.persons.set_daily(visit.person.id, on=on)
    visit.show(daily.switched(visit.texts, on=on))


async def go_ahead(visit: Visit, action: GoAhead) -> None:
    """Answer «Trotzdem durchführen»: nobody is asked again."""
    number = action.training_id
    if await own(visit, number) is None:
        return
    decided = await use_case.go_ahead(visit.store.trainings, number, visit.now)
    note = "daily-goes-ahead" if decided else "daily-too-late"
    await show(visit, number, visit.texts(note))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_tap(router, SetDaily, set_daily, Who.COORDINATORS)
    on_tap(router, GoAhead, go_ahead, Who.COORDINATORS, Deed.GOES_AHEAD)
