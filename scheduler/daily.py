"""Sums up the day for coordinators, once in the morning, and only if there is something."""

from __future__ import annotations

from datetime import date, datetime

from domain import daily
from domain.daily import Morning, Today
from domain.delivery import Kind, Letter
from domain.localtime import local_day
from domain.message import Message
from domain.network import Network
from domain.person import Person
from scheduler.closing import coordinators_of
from scheduler.rendering import Dropped, Facts
from scheduler.tools import Tools
from storage.store import Store
from texts import daily as wording


async def run(tools: Tools) -> None:
    """Plan the messages of the morning; planned again they are the same ones."""
    due = daily.morning(tools.now(), tools.network.quiet, tools.network.zone)
    if due is None:
        return
    async with tools.database.reading() as store:
        found = await _today(store, tools.network, due)
    if not found:
        return
    day = local_day(due.at, tools.network.zone)
    async with tools.database.transaction() as store:
        for host in found:
            people = [each for each in await coordinators_of(store, host) if each.daily]
            await store.deliveries.put(*(_letter(host, day, to, due.at) for to in people))


async def _today(store: Store, network: Network, of: Morning) -> dict[str, Today]:
    since = daily.oldest(network, of.at)
    found = await store.agenda.between(of.since, of.ends(network.zone), since)
    left = await store.registrations.left_late(of.since, of.at)
    doubts = await store.telling.doubts(of.at, of.since)
    return daily.today(found, left, doubts, of, network.zone)


def _letter(host: str, day: date, to: Person, at: datetime) -> Letter:
    return Letter(
        key=f"daily:{day.isoformat()}:{host}:{to.id}",
        kind=Kind.ALERT,
        due_at=at,
        person_id=to.id,
        facts={"about": "daily", "host": host, "day": day.isoformat()},
    )


async def summed_up(facts: Facts) -> Message | Dropped:
    """Sum up a day from the facts of the moment of sending."""
    told, network = facts.delivery.facts, facts.network
    if facts.person is None or not facts.person.daily:
        return Dropped("muted")
    day = date.fromisoformat(told["day"])
    if local_day(facts.now, network.zone) != day:
        return Dropped("too-late")
    of = daily.around(day, network.quiet, network.zone)
    found = await _today(facts.desk.store, network, of)
    if told["host"] not in found:
        return Dropped("nothing-to-tell")
    after = of.after(network.zone)
    return wording.summed_up(facts.texts, network, found[told["host"]], after)
