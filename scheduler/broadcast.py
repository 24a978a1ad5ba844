"""Sends announcements to many: begins what is due, shows how far it is, reports at the end."""

from __future__ import annotations

from datetime import datetime

import structlog

from domain import write
from domain.announce import begin, finish
from domain.announce_audience import (
    PROGRESS_PAUSE,
    Broadcast,
    BroadcastState,
    progress,
    shows_institutions,
)
from domain.announce_back import unsent
from domain.delivery import Kind, Letter
from domain.message import Message
from domain.training import Closed
from scheduler.closing import in_charge
from scheduler.rendering import Dropped, Facts
from scheduler.singly import singly
from scheduler.tools import Tools
from storage.store import Store
from texts import announce
from texts import write as wording

_log = structlog.get_logger(__name__)


async def run(tools: Tools) -> None:
    """Begin announcements that are due, and follow those that run."""
    now = tools.now()
    async with tools.database.reading() as store:
        to_do = await store.broadcasts.to_do(now)

    async def go_on(store: Store, number: int) -> None:
        if await store.broadcasts.lock(number, now):
            of = await store.broadcasts.get(number)
            assert of is not None  # it is locked
            if of.state is BroadcastState.SCHEDULED:
                await _start(tools, store, of, now)
                of = await store.broadcasts.get(number)
                assert of is not None
            if of.state is not BroadcastState.SCHEDULED:
                await _follow(tools, store, of, now)

    for number in await singly(tools, "broadcast", to_do, go_on):
        await _give_up(tools, number, now)


async def _give_up(tools: Tools, number: int, now: datetime) -> None:
    """Call off what cannot be read, and tell who planned it: it goes to nobody."""
    async with tools.database.transaction() as store:
        found = await store.broadcasts.call_off(number)
        if found is None:
            return
        for person_id in await _told(store, *found):
            await store.deliveries.put(_alert(number, found[0], person_id, "unreadable", now))


async def _start(tools: Tools, store: Store, due: Broadcast, now: datetime) -> None:
    """Let it go out, or tell who ordered it why it does not."""
    if due.written:
        later = await write.begin(store, tools.network, due, now)
        if later is not None:
            await _show(store, due, f"put-off:{int(later.timestamp())}", now)
        return
    assert due.training_id is not None
    match await begin(store, tools.network, due, now):
        case Closed() as reason:
            for person_id in await _told(store, due.training_id, due.created_by):
                alert = _alert(due.id, due.training_id, person_id, reason.value, now)
                await store.deliveries.put(alert)
        case datetime() as later:
            await _show(store, due, f"put-off:{int(later.timestamp())}", now)


async def _told(store: Store, training_id: int | None, creator: int | None) -> list[int]:
    """Return who hears of an announcement: who ordered it, else the host's coordinators.

    What is of no training has no host: once its writer is gone, nobody hears of it.
    """
    if creator is not None:
        return [creator]
    if training_id is None:
        return []
    training = await store.trainings.get(training_id)
    assert training is not None  # an announcement goes with its training
    return [person.id for person in await in_charge(store, training)]


def _alert(of: int, training_id: int | None, creator: int, reason: str, now: datetime) -> Letter:
    return Letter(
        key=f"not-announced:{of}:{creator}",
        kind=Kind.ALERT,
        due_at=now,
        person_id=creator,
        training_id=training_id,
        facts={"about": "not-announced", "reason": reason},
    )


async def _follow(tools: Tools, store: Store, running: Broadcast, now: datetime) -> None:
    """Show how far it is; once all is decided, write it down for good."""
    counts = await store.broadcasts.counts(running.id)
    made = progress(running.total, counts.states)
    mark = f"{counts.resends}:{made.settled}:{made.delivered}"
    if made.finished:
        late = await finish(store, tools.network, running, made)
        if late:
            _log.warning("not counted: the year is sealed", broadcast=running.id, rows=late)
        await _show(store, running, f"{mark}:end:{counts.open_unknown}", now)
    elif running.state is BroadcastState.RUNNING and made.settled != running.shown:
        if await store.broadcasts.told_since(running.id, now - PROGRESS_PAUSE):
            return  # the next beat shows it: not too often, and never two changes at once
        await _show(store, running, mark, now)
        await store.broadcasts.set_shown(running.id, made.settled)


async def _show(store: Store, of: Broadcast, mark: str, now: datetime) -> None:
    """Let the coordinator's message tell the numbers of the moment in which it changes."""
    cards = await store.broadcasts.newer_cards(of.id)
    for person_id in await _told(store, of.training_id, of.created_by):
        own = of.card if person_id == of.created_by else None
        letter = Letter(
            key=f"progress:{of.id}:{mark}:{person_id}",
            kind=Kind.PROGRESS,
            due_at=now,
            person_id=person_id,
            training_id=of.training_id,
            broadcast_id=of.id,
            facts={"replaces": cards.get(person_id, own)},
        )
        await store.deliveries.put(letter)


async def shown(facts: Facts) -> Message | Dropped:
    """Tell how far an announcement is, or what became of it."""
    store = facts.desk.store
    of = await facts.desk.broadcast(facts.delivery.broadcast_id)
    if of is None:
        return Dropped("announcement-erased")
    counts = await store.broadcasts.counts(of.id)
    made = progress(of.total, counts.states)
    if of.written:
        assert facts.person is not None
        others = await store.broadcasts.reaches_others(of.id, facts.person.office)
        waits = unsent(counts.states)
        told = wording.WordReport(of, facts.training, made, counts.open_unknown, others, waits)
        message = wording.report(facts.texts, facts.network, told)
        return message.changing(facts.delivery.replaces)
    missed = await store.broadcasts.institutions_missed(of.id) if made.unreachable else 0
    report = announce.AnnouncementReport(
        broadcast=of,
        training=facts.course,
        progress=made,
        open_unknown=counts.open_unknown,
        institutions=missed if shows_institutions(made.unreachable, missed) else None,
        waits=unsent(counts.states),
    )
    message = announce.report(facts.texts, facts.network, report)
    return message.changing(facts.delivery.replaces)
