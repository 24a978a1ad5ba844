"""Checking deliveries: what became of a coordinator's messages, and what to do about them."""

from __future__ import annotations

from domain.deeds import Deed
from domain.deliveries import may_name, send_again, settle
from domain.delivery import State
from domain.rights import Act, runs
from handlers.context import Router, Visit, Who
from handlers.doors import on_command, on_tap
from storage.outbox.outcomes import Trouble
from talk.deliveries import Decide, ShowDeliveries, Troubles
from texts import deliveries as wording
from texts.institutions import institution

#: Each may come with two buttons.
A_PAGE = 3


async def show(visit: Visit, action: Troubles) -> None:
    """Show the counts and one page of what did not arrive."""
    title = ""
    if action.training_id:
        training = await visit.store.trainings.get(action.training_id)
        if training is None or not visit.may(Act.MANAGE, training):
            visit.notice("announce-not-yours", alert=True)
            return
        title = training.title
    visit.show(wording.overview(visit.texts, visit.network, await _overview(visit, action, title)))


async def _overview(visit: Visit, action: Troubles, title: str) -> wording.Overview:
    outcomes, host = visit.store.outcomes, runs(visit.person)
    training_id = action.training_id or None
    found = await outcomes.troubles(host, training_id, action.page, A_PAGE)
    heads = await visit.store.persons.headcounts() if found.items else {}
    return wording.Overview(
        states=await outcomes.states(host, training_id),
        entries=found.made(lambda each: _entry(visit, each, heads)),
        away=await outcomes.away(host, visit.now, training_id),
        training_id=action.training_id,
        title=title,
    )


def _entry(visit: Visit, trouble: Trouble, heads: dict[tuple[str, str], int]) -> wording.NotArrived:
    return wording.NotArrived(
        id=trouble.id,
        kind=trouble.kind,
        state=trouble.state,
        due_at=trouble.due_at,
        title=trouble.title,
        institution=_institution(visit, trouble, heads),
    )


def _institution(visit: Visit, trouble: Trouble, heads: dict[tuple[str, str], int]) -> str:
    office, sector = trouble.office, trouble.sector
    if office is None or sector is None:
        return ""
    if not may_name(heads, (office, sector.value), visit.network.report.small_cell):
        return ""
    return institution(visit.texts, visit.network, office, sector)


async def decide(visit: Visit, action: Decide) -> None:
    """Send an unknown message once more, or take it as arrived."""
    hosts = await visit.store.outcomes.hosts_of(action.delivery_id)
    if not hosts or runs(visit.person) not in {None, *hosts}:
        visit.notice("announce-not-yours", alert=True)
        return
    number, store = action.delivery_id, visit.store
    if action.again:
        changed, said = await send_again(store, [number], visit.now) > 0, "delivered-resent"
    else:
        changed = await settle(store, number, State.SENT, visit.now)
        said = "delivered-settled"
    visit.notice(said if changed else "delivered-decided")
    await show(visit, Troubles(action.training_id, 0))


async def check(visit: Visit, _: str) -> None:
    """Answer `/zustellung`."""
    await show(visit, Troubles(0, 0))


async def of_training(visit: Visit, action: ShowDeliveries) -> None:
    """Answer «Zustellung» of one training."""
    await show(visit, Troubles(action.training_id, 0))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_tap(router, Troubles, show, Who.COORDINATORS)
    on_tap(router, Decide, decide, Who.COORDINATORS, Deed.RESOLVED)
    on_tap(router, ShowDeliveries, of_training, Who.COORDINATORS)
    on_command(router, "zustellung", check, Who.COORDINATORS)
