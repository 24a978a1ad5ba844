"""Looking after one's trainings: the list, one of them, calling it off, who comes."""

from __future__ import annotations

from dataclasses import replace

from domain import plan_change
from domain.announce_audience import going
from domain.close import not_closable
from domain.deeds import Deed
from domain.manage import Numbers, closable_since, names_gone_by
from domain.manage_people import as_seen
from domain.plan_change import Changed, Refused
from domain.register_regret import seen_by
from domain.rights import Act, runs
from handlers.context import Router, Visit, Who
from handlers.doors import on_command, on_tap
from talk.manage import (
    Attendance,
    Manage,
    ManageDrafts,
    ManageOne,
    ManagePast,
    SetOpen,
)
from texts import manage as managing
from texts import register_list as door_list


async def list_all(visit: Visit, action: object) -> None:
    """Show a page of the trainings of the visitor's office; the lead sees all."""
    page = action.page if isinstance(action, Manage) else 0
    still = closable_since(visit.now, await visit.store.seals.last(), visit.network.zone)
    found = await visit.store.trainings.managed(runs(visit.person), visit.now, still, page)
    shown = found.made(lambda each: _looked_at(visit, each))
    visit.show(managing.overview(visit.texts, visit.network, shown))


async def list_drafts(visit: Visit, action: ManageDrafts) -> None:
    """Show a page of the drafts of the visitor's office; the lead sees all."""
    found = await visit.store.trainings.plan_drafts(runs(visit.person), action.page)
    visit.show(managing.drafts(visit.texts, visit.network, found))


async def list_past(visit: Visit, action: ManagePast) -> None:
    """Show a page of what is over, each with the way to hold it again."""
    found = await visit.store.trainings.past(runs(visit.person), visit.now, action.page)
    shown = found.made(lambda each: _looked_at(visit, each))
    visit.show(managing.past(visit.texts, visit.network, shown))


def _looked_at(visit: Visit, of: Numbers) -> Numbers:
    return replace(of, unclosed=not_closable(of.training, visit.now) is None)


async def own(visit: Visit, training_id: int) -> Numbers | None:
    """Return a training that the visitor manages; says so if it is none."""
    found = await visit.store.trainings.overview(training_id)
    if found is None:
        visit.notice("manage-refused-gone", alert=True)
        return None
    if not visit.may(Act.MANAGE, found.training):
        visit.notice("manage-not-yours", alert=True)
        return None
    number = found.training.id
    quotas = await visit.store.seating.quotas(number) if found.training.quota_seats else {}
    known = await visit.store.trainings.known(number)
    announcing = going(await visit.store.broadcasts.of_training(number))
    told = replace(_looked_at(visit, found), quotas=quotas, known=known, announcing=announcing)
    if found.training.asks(visit.now) and not found.training.running(visit.now):
        told = replace(told, offers=await visit.store.moveups.running(number))
    if found.training.plan.approval:
        told = replace(told, approvals=await visit.store.approvals.waiting(number))
    if found.training.closed(visit.now) is not None:
        return told
    counts = await visit.store.regrets.counts(number)
    return replace(told, regrets=seen_by(visit.person, counts))


async def show_one(visit: Visit, action: ManageOne) -> None:
    """Show one training."""
    await show(visit, action.training_id)


async def show(visit: Visit, training_id: int, note: str = "") -> None:
    """Show one training with what can be done to it."""
    each = await own(visit, training_id)
    if each is not None:
        doors = managing.Doors(frozenset(visit.router.taps))
        visit.show(managing.card(visit.texts, visit.network, each, doors, visit.now, note))


async def show_result(
    visit: Visit, training_id: int, text_id: str, result: Changed | Refused
) -> None:
    """Show a training after a change: what was done, or why it was not."""
    if isinstance(result, Refused):
        note = managing.refused(visit.texts, result)
    else:
        note = managing.done(visit.texts, visit.network, text_id, result, visit.now)
    await show(visit, training_id, note)


async def set_open(visit: Visit, action: SetOpen) -> None:
    """Close registration, or open it again."""
    if await own(visit, action.training_id) is None:
        return
    on = bool(action.on)
    result = await plan_change.set_open(visit.store, action.training_id, visit.now, open_=on)
    text = "manage-open-done" if on else "manage-shut-done"
    await show_result(visit, action.training_id, text, result)


async def attendance(visit: Visit, action: Attendance) -> None:
    """Answer «Teilnahmeliste»."""
    each = await own(visit, action.training_id)
    if each is None:
        return
    found = await visit.store.registrations.attendees(action.training_id)
    seated = [door_list.seat_of(as_seen(visit.person, each.training, one)) for one in found]
    booked = await visit.store.seating.blocks(action.training_id)
    gone_by = names_gone_by(each.training, visit.now)
    for message in door_list.attendance(visit.texts, visit.network, each.training, seated, booked):
        if any(one.name for one in seated):
            visit.show_names(message, gone_by, anew=True)
        else:
            visit.say(message)


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_command(router, "verwalten", list_all, Who.COORDINATORS)
    on_tap(router, Manage, list_all, Who.COORDINATORS)
    on_tap(router, ManageDrafts, list_drafts, Who.COORDINATORS)
    on_tap(router, ManagePast, list_past, Who.COORDINATORS)
    on_tap(router, ManageOne, show_one, Who.COORDINATORS)
    on_tap(router, SetOpen, set_open, Who.COORDINATORS, Deed.CHANGED)
    on_tap(router, Attendance, attendance, Who.COORDINATORS, Deed.ATTENDANCE)
