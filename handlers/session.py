"""The dates of a series: one of them is moved or falls out, and everybody registered learns it."""

from __future__ import annotations

from domain import plan_change
from domain.deeds import Deed
from domain.manage import Numbers
from domain.session import Session
from handlers import forms
from handlers.context import Router, Visit, Who
from handlers.doors import on_tap
from handlers.manage import own, show_result
from talk.plan import CHANGE
from talk.plan_offers import Step
from talk.session_change import SESSION, AllSessions, DropSession, MoveSession, OneSession
from texts import session_change as wording


async def show_all(visit: Visit, action: AllSessions) -> None:
    """Answer «Termine»: the dates of a series."""
    each = await own(visit, action.training_id)
    if each is not None:
        visit.show(wording.listed(visit.texts, visit.network, each, visit.now))


async def _one(visit: Visit, training_id: int, number: int) -> tuple[Numbers, Session] | None:
    """Return a training of the visitor and its session; says so if there is none to change."""
    each = await own(visit, training_id)
    if each is None:
        return None
    one = next((s for s in each.training.plan.dates if s.number == number), None)
    if one is None or visit.now >= one.starts_at:
        visit.notice("session-gone" if one is None else "session-begun", alert=True)
        return None
    return each, one


async def show_one(visit: Visit, action: OneSession) -> None:
    """Show one date, and what can become of it."""
    if (found := await _one(visit, action.training_id, action.session)) is not None:
        visit.show(wording.one_of(visit.texts, visit.network, *found))


async def move(visit: Visit, action: MoveSession) -> None:
    """Answer «Verschieben»: ask for the new date, as of any training."""
    if await _one(visit, action.training_id, action.session) is not None:
        about = {
            "training": action.training_id,
            "part": Step.DAY.value,
            SESSION: action.session,
        }
        await forms.begin(visit, CHANGE, about)


async def drop(visit: Visit, action: DropSession) -> None:
    """Answer «Streichen und Bescheid geben»."""
    if await own(visit, action.training_id) is None:
        return
    result = await plan_change.drop_session(
        visit.store, visit.network, action.training_id, action.session, visit.now
    )
    await show_result(visit, action.training_id, "session-dropped-done", result)


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_tap(router, AllSessions, show_all, Who.COORDINATORS)
    on_tap(router, OneSession, show_one, Who.COORDINATORS)
    on_tap(router, MoveSession, move, Who.COORDINATORS)
    on_tap(router, DropSession, drop, Who.COORDINATORS, Deed.CHANGED)
