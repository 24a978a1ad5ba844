"""Following an announcement that goes out: stop it, and decide about what is unknown."""

from __future__ import annotations

from dataclasses import replace

from domain.broadcast import Broadcast, BroadcastState, progress
from domain.delivery import Kind
from domain.manage import manages
from domain.training import Training
from domain.vocabulary import EventStatus
from handlers.context import Router, Visit, Who
from handlers.doors import on_tap
from talk.announce import Resolve, Stop
from talk.manage import ShowAnnouncement
from texts import announcing


async def show_report(visit: Visit, of: Broadcast, training: Training) -> None:
    """Show in counts how far an announcement is."""
    counts = await visit.store.broadcasts.counts(of.id)
    told = announcing.Report(
        broadcast=of,
        training=training,
        progress=progress(of.total, counts.states),
        open_unknown=counts.open_unknown,
    )
    visit.show(announcing.report(visit.texts, visit.network, told))


async def _sent(visit: Visit, broadcast_id: int) -> tuple[Broadcast, Training] | None:
    """Return an announcement the visitor may decide about; else say why not."""
    of = await visit.store.broadcasts.get(broadcast_id)
    training = await visit.store.trainings.get(of.training_id) if of else None
    if of is None or training is None:
        visit.notice("register-gone", alert=True)
        return None
    if not manages(visit.person, training):
        visit.notice("announce-not-yours", alert=True)
        return None
    return of, training


async def look(visit: Visit, action: ShowAnnouncement) -> None:
    """Answer «Ankündigung ansehen»: the message that first told of it may be far up."""
    found = await _sent(visit, action.broadcast_id)
    if found is not None:
        await show_report(visit, *found)


async def stop(visit: Visit, action: Stop) -> None:
    """Answer «Anhalten»: what has not left yet does not leave any more."""
    found = await _sent(visit, action.broadcast_id)
    if found is None:
        return
    of, training = found
    if await visit.store.broadcasts.stop(of.id) is None:
        visit.notice("broadcast-over", alert=True)
        return
    await visit.store.plans.cancel("stopped", [Kind.ANNOUNCEMENT], visit.now, broadcast_id=of.id)
    visit.notice("broadcast-stopped-toast")
    await show_report(visit, replace(of, state=BroadcastState.CANCELLED), training)


async def resolve(visit: Visit, action: Resolve) -> None:
    """Send what is unknown once more, or leave it."""
    found = await _sent(visit, action.broadcast_id)
    if found is None:
        return
    of, training = found
    unknown = await visit.store.broadcasts.unknown(of.id)
    if not unknown:
        visit.notice("broadcast-nothing-unknown")
    elif action.again and training.status is not EventStatus.CANCELLED:
        of = await _resend(visit, of, unknown)
    else:
        await visit.store.outcomes.leave(unknown, visit.now)
        visit.notice("broadcast-left")
    await show_report(visit, of, training)


async def _resend(visit: Visit, of: Broadcast, unknown: list[int]) -> Broadcast:
    """Send unknown messages once more, where that still makes sense; return how it stands."""
    await visit.store.broadcasts.reopen(unknown)
    resent = [await visit.store.deliveries.resend(number, visit.now) for number in unknown]
    visit.notice("broadcast-resent", n=sum(resent))
    return replace(of, state=BroadcastState.RUNNING) if any(resent) else of


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_tap(router, ShowAnnouncement, look, Who.COORDINATORS)
    on_tap(router, Stop, stop, Who.COORDINATORS)
    on_tap(router, Resolve, resolve, Who.COORDINATORS)
