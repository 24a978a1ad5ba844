"""Forgets who has gone silently: the bot blocked for long, or not used for a year."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import structlog

from domain.changes import moved_up_letters
from domain.delivery import Kind, Letter, State
from domain.person import Person
from domain.privacy import withdraw_all
from domain.quiet import next_allowed
from scheduler.tools import Tools
from storage.store import Store
from texts import privacy

#: A warning that could not go out in time still goes out so many days later.
LATE = timedelta(days=3)

_log = structlog.get_logger(__name__)


async def forget(tools: Tools) -> None:
    """Erase who has gone, after the warnings the network has promised."""
    now, kept = tools.now(), tools.network.retention
    today = now.astimezone(tools.network.zone).date()
    silent = today - timedelta(days=kept.inactive_days)
    async with tools.database.transaction() as store:
        for days in kept.inactive_warning_days:
            await _warn(tools, store, silent + timedelta(days=days), days)
        blocked = await store.persons.unreachable(now - timedelta(days=kept.blocked_days))
        gone = {person.id: person for person in blocked}
        inactive = await store.persons.last_active(date.min, silent)
        for person in inactive:
            if person.id not in gone:
                await store.deliveries.put(_goodbye(tools, person, now))
        gone |= {person.id: person for person in inactive}
    forgotten = sum([await _gone(tools, person, now) for person in gone.values()])
    if forgotten:
        _log.info("members forgotten", members=forgotten)


async def _gone(tools: Tools, person: Person, now: datetime) -> bool:
    """Erase one of them; who cannot be erased now does not keep the others."""
    try:
        async with tools.database.transaction() as store:
            await erase(tools, store, person, now)
    except Exception as error:  # noqa: BLE001 - the next beat tries again
        _log.error("member not forgotten yet", error=repr(error))
        return False
    return True


async def _warn(tools: Tools, store: Store, day: date, days: int) -> None:
    """Tell who was last active then that the data will be erased in so many days."""
    now, network = tools.now(), tools.network
    due = next_allowed(now, network.quiet, network.zone)
    letters = [
        Letter(
            key=f"silent:{person.id}:{person.active_on}:{days}",
            kind=Kind.ALERT,
            due_at=due,
            person_id=person.id,
            message=privacy.soon_forgotten(tools.texts.in_language(person.language), days),
        )
        for person in await store.persons.last_active(day - LATE, day)
        if person.unreachable_since is None
    ]
    await store.deliveries.put(*letters)


def _goodbye(tools: Tools, person: Person, now: datetime) -> Letter:
    texts, network = tools.texts.in_language(person.language), tools.network
    return Letter(
        key=f"forgotten:{person.id}",
        kind=Kind.ALERT,
        due_at=next_allowed(now, network.quiet, network.zone),
        chat_id=person.chat_id,
        message=privacy.forgotten(texts, network.retention.inactive_days),
    )


async def erase(tools: Tools, store: Store, person: Person, now: datetime) -> None:
    """Erase a person like somebody who asked for it: seats go to the next in line."""
    for left in await withdraw_all(store.registrations, person.id, now):
        letters = moved_up_letters(tools.network, left.training, left.moved_up, now)
        await store.deliveries.put(*letters)
    await store.plans.end_all(person.id, State.CANCELLED, "erased", now)
    await store.drafts.drop(person.chat_id)
    await store.access.drop(person.chat_id)
    await store.persons.erase(person.id)
