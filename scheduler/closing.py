"""Asks for the closing of what is over and then for feedback; counts what will be forgotten."""

from __future__ import annotations

from datetime import datetime

from domain.close import due_to_ask, reminder_entries
from domain.delivery import Kind, Letter
from domain.ledger.entries import add_open
from domain.localtime import local_day
from domain.message import Message
from domain.network import Network
from domain.person import Person
from domain.quiet import next_allowed
from domain.standing import Stand, stand
from domain.training import Training
from domain.vocabulary import EventStatus, Role
from scheduler.rendering import Dropped, Facts
from scheduler.singly import singly
from scheduler.tools import Tools
from storage.store import Store
from texts import close as wording
from texts import feedback as feedback_form


async def in_charge(store: Store, training: Training) -> list[Person]:
    """Return the coordinators of the training's hosts; the lead where none can be reached."""
    return await coordinators_of(store, *training.hosts)


async def coordinators_of(store: Store, *hosts: str) -> list[Person]:
    """Return the coordinators of some offices; the lead where none can be reached."""
    reached = [each for each in await store.persons.coordinators() if each.reachable]
    own = [each for each in reached if each.office in hosts]
    return own or [each for each in reached if each.role is Role.LEAD]


async def ask(tools: Tools) -> None:
    """Ask the coordinators to close what is over, and once more after a week."""
    now = tools.now()
    async with tools.database.reading() as store:
        times = due_to_ask(await store.trainings.unclosed(now), now)
    due = next_allowed(now, tools.network.quiet, tools.network.zone)

    async def ask_for(store: Store, training_id: int) -> None:
        training = await store.trainings.get(training_id)
        if training is not None:
            people = await in_charge(store, training)
            number = times[training_id]
            await store.deliveries.put(*(_request(training, number, p, due) for p in people))
            await store.trainings.set_asked_to_close(training_id, now)

    await singly(tools, "training", times, ask_for)


def _request(training: Training, number: int, to: Person, due_at: datetime) -> Letter:
    return Letter(
        key=f"close-request:{training.id}:{number}:{to.id}",
        kind=Kind.CLOSE_REQUEST,
        due_at=due_at,
        person_id=to.id,
        training_id=training.id,
        facts={"n": number},
    )


async def request(facts: Facts) -> Message | Dropped:
    """Ask for the closing, unless somebody was faster."""
    if facts.course.closed_at is not None:
        return Dropped("closed")
    if facts.course.status is EventStatus.CANCELLED:
        return Dropped("training-cancelled")
    day = local_day(facts.course.plan.starts_at, facts.network.zone)
    if await facts.desk.store.seals.sealed(day.year):
        return Dropped("year-sealed")
    n = facts.delivery.facts["n"]
    return wording.request(facts.texts, facts.network, facts.course, n)


async def feedback(facts: Facts) -> Message | Dropped:
    """Ask somebody how it was who had a seat, and came where that was marked; not if muted.

    E1 sets the forms beside all who came.
    """
    own = facts.registration
    if own is None or stand(own) is not Stand.SEAT:
        return Dropped("not-registered")
    if own.muted:
        return Dropped("muted")
    return feedback_form.ask(facts.texts, facts.network, facts.course, own.id)


async def keep_reminder_sums(store: Store, network: Network, before: datetime) -> int:
    """Write down the reminders that are about to be forgotten; their trainings are not closed.

    Each reminder is counted once: here, or at the closing. Return how many rows came too late.
    """
    late = 0
    leaving = await store.outcomes.reminders_leaving(before)
    starts = await store.trainings.starts([training_id for training_id, _ in leaving])
    for (training_id, stage), n in sorted(leaving.items()):
        day = local_day(starts[training_id], network.zone)
        late += await add_open(store, reminder_entries(training_id, day, {stage: n}))
    return late
