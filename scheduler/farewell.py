"""Forgets who has gone silently: the bot blocked for long, or not used for a year."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import structlog

from domain.delivery import CHANGE_HOLD, Kind, Letter, State
from domain.invite_leads import must_stay
from domain.localtime import local_day
from domain.message import Message
from domain.person import Person
from domain.privacy import NotErased, erase, erase_member
from domain.quiet import next_allowed
from scheduler.rendering import Facts, NotYet
from scheduler.singly import singly
from scheduler.tools import Tools
from storage.store import Store
from texts import privacy

#: A warning that could not go out in time still goes out so many days later.
LATE = timedelta(days=3)
#: So long the last words wait for what is in doubt.
PATIENCE = timedelta(minutes=15)
#: Where somebody is set aside whose row cannot be read.
PLACE = "person"

_log = structlog.get_logger(__name__)


async def forget(tools: Tools) -> None:
    """Erase who has gone, after the warnings the network has promised."""
    now, kept = tools.now(), tools.network.retention
    today = local_day(now, tools.network.zone)
    silent = today - timedelta(days=kept.inactive_days)
    for days in kept.inactive_warning_days:
        await _warn_all(tools, silent + timedelta(days=days), days)
    async with tools.database.reading() as store:
        blocked = await store.persons.ids_unreachable(now - timedelta(days=kept.blocked_days))
        inactive = await store.persons.ids_last_active(date.min, silent)

    forgotten: list[int] = []

    async def forget_one(store: Store, number: int) -> None:
        person = await store.persons.get(number)
        if person is None:
            return
        if await erase(store, tools.network, person.address, person, now) is NotErased.LAST_LEAD:
            await _lead_away(tools, store, person, now)
            return
        if number not in blocked:
            await store.deliveries.put(_goodbye(tools, person, now))
        forgotten.append(number)

    gone = [*blocked, *(number for number in inactive if number not in blocked)]
    for number in await singly(tools, PLACE, gone, forget_one):
        await _erase_unread(tools, number, now)
        forgotten.append(number)
    if forgotten:
        _log.info("members forgotten", members=len(forgotten))


async def _lead_away(tools: Tools, store: Store, lead: Person, now: datetime) -> None:
    """Keep the last lead, and tell once a week who can do something about it."""
    network = tools.network
    year, week, _ = local_day(now, network.zone).isocalendar()
    letters = [
        Letter(
            key=f"lead-away:{lead.id}:{year}-{week}:{person.id}",
            kind=Kind.ALERT,
            due_at=next_allowed(now, network.quiet, network.zone),
            person_id=person.id,
            message=privacy.lead_away(tools.texts.in_language(person.language)),
        )
        for person in await store.persons.coordinators()
        if person.reachable
    ]
    await store.deliveries.put(*letters)
    _log.warning("the last lead is away and stays: invite another one")


async def _warn_all(tools: Tools, day: date, days: int) -> None:
    """Tell who was last active then that the data will be erased in so many days.

    The last lead is not: they stay, and once the days are over their absence is told.
    """
    async with tools.database.reading() as store:
        silent = await store.persons.ids_last_active(day - LATE, day)

    async def warn(store: Store, number: int) -> None:
        person = await store.persons.get(number)
        if person is None or not person.reachable or await must_stay(store.persons, person):
            return
        await store.deliveries.put(_warning(tools, person, days))

    await singly(tools, PLACE, silent, warn)


def _warning(tools: Tools, person: Person, days: int) -> Letter:
    now, network = tools.now(), tools.network
    return Letter(
        key=f"silent:{person.id}:{person.active_on}:{days}",
        kind=Kind.ALERT,
        due_at=next_allowed(now, network.quiet, network.zone),
        person_id=person.id,
        message=privacy.soon_forgotten(tools.texts.in_language(person.language), days),
    )


async def _erase_unread(tools: Tools, number: int, now: datetime) -> None:
    """Erase whose row cannot be read: it leads to nobody any more, but it is kept no longer."""
    async with tools.database.transaction() as store:
        await erase_member(store, tools.network, number, now)


def _goodbye(tools: Tools, person: Person, now: datetime) -> Letter:
    texts, network = tools.texts.in_language(person.language), tools.network
    return Letter(
        key=f"forgotten:{person.id}",
        kind=Kind.ALERT,
        due_at=next_allowed(now, network.quiet, network.zone),
        address=person.address,
        message=privacy.forgotten(texts, network.retention.inactive_days),
    )


async def parting(facts: Facts) -> Message | NotYet:
    """Say what is gone and what remains, once the chat was tidied up as far as possible.

    What goes before in the chat has gone by then, except for what is in doubt.
    """
    given = facts.delivery.facts
    texts = facts.texts.in_language(given["language"])
    removed = await facts.desk.store.dossiers.became(given["after"])
    if State.UNKNOWN in removed and facts.now < facts.delivery.due_at + PATIENCE:
        return NotYet(facts.now + CHANGE_HOLD)
    said = privacy.erased(texts) if removed == {State.SENT} else privacy.left_in_chat(texts)
    return said.changing(facts.delivery.replaces)
