"""The day in one message: whether somebody gets it."""

from __future__ import annotations

from handlers.context import Router, Visit, Who
from handlers.doors import on_tap
from talk.daily import SetDaily
from texts import daily


async def set_daily(visit: Visit, action: SetDaily) -> None:
    """Take it up again, or do without."""
    on = bool(action.on)
    await visit.store.persons.set_daily(visit.person.id, on=on)
    visit.show(daily.switched(visit.texts, on=on))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_tap(router, SetDaily, set_daily, Who.COORDINATORS)
