"""Tells coordinators what went wrong and nobody would see otherwise."""

from __future__ import annotations

from datetime import datetime

from domain.deliveries import DOUBT_KEY, Doubts, worth_telling
from domain.delivery import Kind, Letter
from domain.message import Message
from domain.person import Person
from domain.quiet import next_allowed
from domain.training import Closed, Training
from scheduler import daily
from scheduler.closing import coordinators_of, in_charge
from scheduler.rendering import Dropped, Facts
from scheduler.singly import singly
from scheduler.tools import Tools
from storage.store import Store
from texts import announce, deliveries, plan_hosts


async def tell_missed(tools: Tools) -> None:
    """Tell the coordinators of reminders that were too late to be sent.

    One message for each training, stage and date, with the number at the moment of sending.
    """
    now = tools.now()
    async with tools.database.reading() as store:
        missed = await store.outcomes.missed_reminders()
    if not missed:
        return
    due_at = next_allowed(now, tools.network.quiet, tools.network.zone)

    async def tell(store: Store, training_id: int) -> None:
        training = await store.trainings.get(training_id)
        assert training is not None  # a reminder goes with its training
        stages = [(stage, n) for (of, stage), n in sorted(missed.items()) if of == training_id]
        for stage, n in stages:
            await _tell(store, training, stage, n, due_at)

    await singly(tools, "training", sorted({training_id for training_id, _ in missed}), tell)


async def _tell(store: Store, training: Training, stage: str, n: int, due_at: datetime) -> None:
    for person in await _responsible(store, training):
        letter = Letter(
            key=f"missed:{training.id}:{training.revision}:{stage}:{person.id}",
            kind=Kind.ALERT,
            due_at=due_at,
            person_id=person.id,
            training_id=training.id,
            facts={"about": "missed", "stage": stage, "n": n},
        )
        await store.deliveries.put(letter)


async def tell_doubts(tools: Tools) -> None:
    """Tell the coordinators of a host what is in doubt for good or failed, once an hour at most."""
    now = tools.now()
    async with tools.database.reading() as store:
        found = await store.telling.doubts(now)
    if not found:
        return
    due_at = next_allowed(now, tools.network.quiet, tools.network.zone)
    for host, doubts in found.items():
        async with tools.database.transaction() as store:
            told = await store.telling.told(host)
            if worth_telling(doubts, told, now):
                people = await coordinators_of(store, host)
                await store.deliveries.put(*(_doubt(host, doubts, one, due_at) for one in people))


def _doubt(host: str, found: Doubts, to: Person, due_at: datetime) -> Letter:
    return Letter(
        key=f"{DOUBT_KEY.format(host=host)}{found.newest}:{found.total}:{to.id}",
        kind=Kind.ALERT,
        due_at=due_at,
        person_id=to.id,
        facts={"about": "doubt", "host": host, "newest": found.newest, "total": found.total},
    )


async def _responsible(store: Store, training: Training) -> list[Person]:
    """Return who planned the training if that person still may, else the office's coordinators."""
    creator = await store.trainings.creator(training.id)
    person = await store.persons.get(creator) if creator is not None else None
    return [person] if person and person.coordinates else await in_charge(store, training)


async def alert(facts: Facts) -> Message | Dropped:
    """Tell what went wrong, with the numbers of the moment."""
    told = facts.delivery.facts
    match told.get("about"):
        case "not-announced" if told["reason"] == "unreadable":
            return announce.unreadable(facts.texts, facts.course)
        case "not-announced":
            reason = Closed(told["reason"])
            return announce.not_started(facts.texts, facts.network, facts.course, reason)
        case "missed":
            missed = await facts.desk.store.outcomes.missed_reminders(facts.course.id)
            n = missed.get((facts.course.id, told["stage"]), told["n"])
            return deliveries.missed(facts.texts, facts.network, facts.course, told["stage"], n)
        case "co-host" if facts.person and facts.person.office in facts.course.hosts:
            return plan_hosts.co_host(facts.texts, facts.network, facts.course)
        case "names-left":
            return deliveries.names_left(facts.texts)
        case "daily":
            return await daily.summed_up(facts)
        case "doubt":
            now_found = (await facts.desk.store.telling.doubts(facts.now)).get(told["host"])
            if now_found is not None:
                return deliveries.doubts(facts.texts, now_found.unknown, now_found.failed)
    return Dropped("nothing-to-tell")
