"""Each channel is paused, looked at and claimed by itself, and loses people by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from domain.channel import CHANNELS, TELEGRAM, Address, Channel, in_chat
from domain.delivery import Kind, Letter, State
from domain.message import Message
from domain.person import Newcomer, Place
from domain.vocabulary import Role, Sector
from storage.database import Database

LEASE = timedelta(minutes=2)
ANNA = 101


@pytest.fixture
def other(monkeypatch: pytest.MonkeyPatch) -> Channel:
    """Return a second channel, which changes nothing in place."""
    channel = replace(TELEGRAM, name="other", changes=False)
    monkeypatch.setitem(CHANNELS, channel.name, channel)
    return channel


def letter(key: str, now: datetime, channel: Channel, person_id: int | None = None) -> Letter:
    chat = Address(channel.name, str(ANNA)) if person_id is None else None
    message = Message("Guten Tag", replaces="7")
    return Letter(key, Kind.ANSWER, now, person_id, chat, message=message, channel=channel)


async def test_a_channel_claims_its_own(database: Database, other: Channel, now: datetime) -> None:
    async with database.transaction() as store:
        await store.deliveries.put(letter("a", now, TELEGRAM), letter("b", now + LEASE, other))
        due = [await store.deliveries.next_due(channel) for channel in (TELEGRAM, other)]
        theirs = await store.deliveries.claim(now + LEASE, "me", 5, LEASE, channel=other)

    assert due == [now, now + LEASE]
    assert [(one.channel, one.in_place, one.message_id) for one in theirs] == [(other, False, None)]


async def test_a_pause_is_of_one_channel(database: Database, other: Channel, now: datetime) -> None:
    async with database.transaction() as store:
        await store.gates.pause(LEASE, "429", now, other)
        await store.gates.pause(LEASE / 2, "429", now, other)
        paused = [await store.gates.paused(now, channel) for channel in (TELEGRAM, other)]

    assert paused[0] is None
    assert paused[1] is not None
    assert paused[1].left > LEASE / 2


async def test_who_blocks_a_channel_loses_what_waits_there(
    database: Database, other: Channel, now: datetime
) -> None:
    place = Place("rkn-kaarst", Sector.POLICE)
    async with database.transaction() as store:
        anna = await store.persons.add(Newcomer(in_chat(ANNA), Role.SPECIALIST, place), now.date())
        elsewhere = await store.persons.by_chat(Address(other.name, str(ANNA)))
        await store.deliveries.put(*(letter(c.name, now, c, anna.id) for c in (TELEGRAM, other)))
        await store.persons.set_unreachable(anna.id, now, other.name)
        still = await store.persons.get(anna.id)
        ended = await store.plans.end_all(anna.id, State.UNDELIVERABLE, "gone", now, other.name)
        left = await store.deliveries.listed([State.SCHEDULED])
        await store.persons.set_unreachable(anna.id, now, TELEGRAM.name)
        away = await store.persons.ids_unreachable(now)
        before = await store.persons.ids_unreachable(now - LEASE)

    assert elsewhere is None
    assert still is not None
    assert still.reachable
    assert (ended, [one.channel for one in left]) == (1, [TELEGRAM])
    assert (away, before) == ([anna.id], [])
