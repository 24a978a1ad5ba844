"""Following an announcement that goes out: stop it, and decide about what is unknown."""

from __future__ import annotations

from dataclasses import replace

from domain import announce as use_case
from domain.announce import Resolved
from domain.announce_audience import Broadcast, BroadcastState, progress
from domain.announce_back import take_back as recall
from domain.announce_back import unsent
from domain.deeds import Deed
from domain.rights import Act
from domain.training import Training
from handlers.context import Router, Visit, Who
from handlers.doors import on_tap
from talk.announce import Resolve, Stop, TakeBackAnnouncement
from talk.manage import ShowAnnouncement
from texts import announce as wording


async def show_report(visit: Visit, of: Broadcast, training: Training) -> None:
    """Show in counts how far an announcement is."""
    counts = await visit.store.broadcasts.counts(of.id)
    told = wording.AnnouncementReport(
        broadcast=of,
        training=training,
        progress=progress(of.total, counts.states),
        open_unknown=counts.open_unknown,
        waits=unsent(counts.states),
    )
    visit.show(wording.report(visit.texts, visit.network, told))


async def _sent(visit: Visit, broadcast_id: int) -> tuple[Broadcast, Training] | None:
    """Return an announcement the visitor may decide about; else say why not."""
    of = await visit.store.broadcasts.get(broadcast_id)
    number = of.training_id if of and not of.written else None
    training = await visit.store.trainings.get(number) if number is not None else None
    if of is None or training is None:
        visit.notice("register-gone", alert=True)
        return None
    if not visit.may(Act.MANAGE, training):
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
    if not await use_case.stop(visit.store, of.id, visit.now):
        visit.notice("broadcast-over", alert=True)
        return
    visit.notice("broadcast-stopped-toast")
    await show_report(visit, replace(of, state=BroadcastState.CANCELLED), training)


async def take_back(visit: Visit, action: TakeBackAnnouncement) -> None:
    """Answer «Zurücknehmen»: nobody gets it, or it is too late and it goes out."""
    found = await _sent(visit, action.broadcast_id)
    if found is None:
        return
    of, training = found
    if not await recall(visit.store, of, visit.now):
        visit.notice("broadcast-too-late", alert=True)
    else:
        visit.notice("broadcast-taken-back")
        of = replace(of, state=BroadcastState.CANCELLED, total=0)
    await show_report(visit, of, training)


async def resolve(visit: Visit, action: Resolve) -> None:
    """Send what is unknown once more, or leave it."""
    found = await _sent(visit, action.broadcast_id)
    if found is None:
        return
    of, training = found
    of = await decided(visit, of, training, again=bool(action.again))
    await show_report(visit, of, training)


async def decided(
    visit: Visit, of: Broadcast, training: Training | None, *, again: bool
) -> Broadcast:
    """Send again, or leave, what is unknown of an announcement or a word; return how it stands."""
    match await use_case.resolve(visit.store, of, training, visit.now, again=again):
        case Resolved(0):
            visit.notice("broadcast-nothing-unknown")
        case Resolved(_, None):
            visit.notice("broadcast-left")
        case Resolved(_, int() as n):
            visit.notice("broadcast-resent", n=n)
            return replace(of, state=BroadcastState.RUNNING) if n else of
    return of


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_tap(router, ShowAnnouncement, look, Who.COORDINATORS)
    on_tap(router, Stop, stop, Who.COORDINATORS, Deed.RECALLED)
    on_tap(router, TakeBackAnnouncement, take_back, Who.COORDINATORS, Deed.RECALLED)
    on_tap(router, Resolve, resolve, Who.COORDINATORS, Deed.RESOLVED)
