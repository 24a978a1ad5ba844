"""Checking deliveries: what became of a coordinator's messages, and what to do about them."""

from __future__ import annotations

from domain.delivered import may_name
from domain.manage import manages
from domain.vocabulary import Role
from handlers.context import Router, Visit, Who
from handlers.doors import on_command, on_tap
from storage.outcomes import Trouble
from talk.deliveries import Decide, Deliveries, Troubles
from texts import delivered
from texts.institutions import institution

#: Each may come with two buttons.
A_PAGE = 3


async def show(visit: Visit, action: Troubles) -> None:
    """Show the counts and one page of what did not arrive."""
    title = ""
    if action.training_id:
        training = await visit.store.trainings.get(action.training_id)
        if training is None or not manages(visit.person, training):
            visit.notice("announce-not-yours", alert=True)
            return
        title = training.title
    visit.show(
        delivered.overview(visit.texts, visit.network, await _overview(visit, action, title))
    )


def _host(visit: Visit) -> str | None:
    """Return the office whose trainings the visitor runs; None for all."""
    return None if visit.person.role is Role.LEAD else visit.person.office


async def _overview(visit: Visit, action: Troubles, title: str) -> delivered.Overview:
    outcomes, host = visit.store.outcomes, _host(visit)
    training_id = action.training_id or None
    found = await outcomes.troubles(host, training_id, action.page, A_PAGE)
    heads = await visit.store.persons.headcounts() if found.items else {}
    return delivered.Overview(
        states=await outcomes.states(host, training_id),
        entries=found.made(lambda each: _entry(visit, each, heads)),
        away=await outcomes.away(host, visit.now, training_id),
        training_id=action.training_id,
        title=title,
    )


def _entry(visit: Visit, trouble: Trouble, heads: dict[tuple[str, str], int]) -> delivered.Entry:
    return delivered.Entry(
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
    host = await visit.store.outcomes.host_of(action.delivery_id)
    if host is None or _host(visit) not in {None, host}:
        visit.notice("announce-not-yours", alert=True)
        return
    number, deliveries = action.delivery_id, visit.store.deliveries
    await visit.store.broadcasts.reopen([number])
    if action.again:
        changed, said = await deliveries.resend(number, visit.now), "delivered-resent"
    else:
        changed, said = await deliveries.settle_by_hand(number, visit.now), "delivered-settled"
    visit.notice(said if changed else "delivered-decided")
    await show(visit, Troubles(action.training_id, 0))


async def check(visit: Visit, _: str) -> None:
    """Answer `/zustellung`."""
    await show(visit, Troubles(0, 0))


async def of_training(visit: Visit, action: Deliveries) -> None:
    """Answer «Zustellung» of one training."""
    await show(visit, Troubles(action.training_id, 0))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_tap(router, Troubles, show, Who.COORDINATORS)
    on_tap(router, Decide, decide, Who.COORDINATORS)
    on_tap(router, Deliveries, of_training, Who.COORDINATORS)
    on_command(router, "zustellung", check, Who.COORDINATORS)
