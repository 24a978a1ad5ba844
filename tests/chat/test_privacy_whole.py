"""What somebody gets who asks for their data is all there is: column by column of the schema."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

import storage.copying  # noqa: F401 - all tables join the metadata
from domain.exchange import Contact, ContactFormat, ContactLength, Party
from domain.person import Person as Member
from domain.person import Place
from domain.register import register
from domain.report_order import Wanted, What
from domain.second import SecondKind
from domain.vocabulary import Sector, Topic
from handlers.privacy import gathered
from standin.people.person import Person
from storage.tables import metadata
from tests.chat.conftest import World
from tests.chat.stage import plan, planned
from tests.chat.test_privacy_rights import member
from texts.privacy_json import as_json

#: Of which part of the file each table is, and under which name each column stands there.
SAID = {
    "person": ("person", {
        "id": "member_number", "role": "role", "office": "office", "sector": "sector",
        "language": "language", "name": "name", "consent_version": "consent_version",
        "consented_on": "consented_on", "active_on": "active_on",
        "announced": "announcements_wanted", "daily": "day_summed_up",
        "nudged": "asked_before_deadlines", "joined_on": "joined_in",
        "confirmed_on": "confirmed_on", "asked_on": "asked_on", "restricted_on": "restricted_on",
    }),
    "address": ("addresses", {
        "channel": "channel", "sealed": "address", "confirmed_on": "confirmed_on",
        "unreachable_since": "unreachable_since",
    }),
    "subscription": ("topics", {"topic": ""}),
    "access_request": ("access_request", {
        "chat_id": "chat_id", "office": "office", "sector": "sector", "language": "language",
        "consent_version": "consent_version", "requested_at": "requested_at",
    }),
    "draft": ("unfinished_entries", {"kind": "kind", "data": "entries"}),
    "registration": ("registrations", {
        "training_id": "training", "status": "status", "position": "position",
        "since": "came_at_position",
        "seat_code": "seat_code", "muted": "reminders_muted", "changed_at": "changed_at",
        "came": "came", "units_attended": "units_attended",
        "sessions_missed": "sessions_missed", "approve_by": "to_be_approved_by",
    }),
    "regret": ("not_this_time", {"training_id": "training", "said_at": "said_at"}),
    "moveup": ("seats_offered", {
        "to_all": "to_all", "made_at": "made_at", "sent_at": "sent_at", "ended": "ended",
        "registration_id": "training",
    }),
    "substitute": ("seats_to_hand_over", {"training_id": "training", "expires_at": "until"}),
    "account_move": ("account_move", {
        "expires_at": "valid_until", "moves_at": "moves_at", "chat_id": "chat_id",
    }),
    "place_change": ("place_to_be_confirmed", {
        "office": "office", "sector": "sector", "asked_on": "asked_on",
    }),
    "second": ("waiting_for_a_second_person", {
        "kind": "kind", "offices": "offices", "number": "number", "days": "days",
        "asked_on": "asked_on",
    }),
    "exchange_pending": ("exchanges_not_counted_yet", {
        "own": "institutions", "partner": "institutions", "topic": "topic", "format": "format",
        "length": "length", "noted_at": "noted_at",
    }),
    "report_request": ("reports_being_made", {
        "year": "year", "what": "what", "office": "office", "quarter": "quarter",
    }),
    "delivery": ("messages", {"kind": "kind", "state": "state", "due_at": "due_at"}),
    "training": ("planned_trainings", {"title": "", "words": ""}),
    "broadcast": ("announcements", {"created_by": ""}),
}  # fmt: skip
#: Columns of no meaning to anybody, whatever the table: links, locks and counts of the machine.
MACHINE = {
    "id", "network", "person_id", "created_by", "chat_key", "key", "token_hash", "owner",
    "lease_until", "attempts", "revision", "version", "card",
}  # fmt: skip
#: And those of one table, with the reason.
UNSAID: dict[str, str | set[str]] = {
    "delivery": "what is said of a message is that it was sent; how, and its text, is in the chat",
    "training": "a public offer",
    "broadcast": "a public offer's announcement: only that somebody made it is theirs",
    "draft": {"step", "changed_at"},
    "account_move": {"language"},
    "report_request": {"page", "language", "asked_at"},
    "substitute": {"position"},
    "moveup": {"training_id", "ended_at"},
}
#: Tables that lead to a chat and are in no file, with the reason.
NOT_THERE = {
    "inbox_update": "emptied of chat and content once it is handled, within a second",
}


def leading() -> set[str]:
    """Return the tables that lead to a person: by themselves, a chat, or a registration."""
    ways = {"person", "registration"}
    return {
        table.name
        for table in metadata.sorted_tables
        if table.name == "person"
        or {"chat_key", "ordering_key"} & set(table.c.keys())
        or ways & {key.column.table.name for key in table.foreign_keys}
    }


def test_each_table_that_leads_to_a_person_is_in_the_file() -> None:
    assert leading() == {*SAID, *NOT_THERE}


def test_each_column_is_in_the_file_or_means_nothing() -> None:
    for name, (_, columns) in SAID.items():
        left = set(metadata.tables[name].c.keys()) - set(columns) - MACHINE
        reason: str | set[str] = UNSAID.get(name, set())
        assert set(columns) <= set(metadata.tables[name].c.keys()), name
        assert isinstance(reason, str) or left <= reason, (name, left)


async def filled(world: World, anna: Person) -> Member:
    """Let there be a row of somebody in each table."""
    await world.joins(anna, name="Anna Ölßen")
    who, now = await member(world, anna), world.clock.now()
    taken = await planned(world, plan(seats=1))
    other = await planned(world, plan(title="Ein anderer Titel"))
    await anna.says("/korrigieren")
    await anna.taps("Jugendamt oder Handlungsfeld")
    async with world.bot.database.transaction() as store:
        await store.persons.subscribe(who.id, Topic.TRAUMA, on=True)
        await register(store.registrations, taken.id, who, now)
        await store.regrets.put(other, who.id, now)
        own = await store.registrations.of(taken.id, who.id)
        assert own is not None
        await store.moveups.make(taken.id, [own.id], now, to_all=False)
        await store.substitutes.put(own, b"0" * 32, now + timedelta(days=1))
        await store.accounts.put(who.id, b"1" * 32, now + timedelta(days=1))
        await store.place_changes.put(who.id, Place("rkn-neuss", Sector.SCHOOL), now.date())
        parties = Party("office", "rkn-kaarst"), Party("office", "rkn-neuss")
        how = ContactFormat.PHONE, ContactLength.SHORT
        await store.exchange.note(who.id, Contact(*parties, Topic.TRAUMA, *how), now)
        await store.reports.ask(who.id, Wanted(2026, What.FILES), "de", None, now)
        await store.seconds.put(SecondKind.ERASE, who.id, ["rkn-kaarst"], taken.id, 0, now.date())
        await store.trainings.add(plan(description="Worum es geht"), "rkn-kaarst", who.id)
    return who


async def test_the_file_has_each_row_there_is(world: World, anna: Person) -> None:
    who = await filled(world, anna)
    async with world.bot.database.reading() as store:
        told = json.loads(as_json(await gathered(store, who.address, who), world.clock.now()))
    async with world.bot.database.engine.connect() as connection:
        kept = {
            name
            for name in SAID
            if await connection.scalar(
                sa.select(sa.func.count()).select_from(metadata.tables[name])
            )
        }

    assert set(SAID) - kept == {"access_request", "broadcast"}  # of strangers; counted elsewhere
    for name in kept:
        part, columns = SAID[name]
        entry: Any = told[part]
        assert entry, name
        entry = entry[0] if isinstance(entry, list) else entry
        if isinstance(entry, dict):
            optional = {"came", "units_attended", "sessions_missed"}  # only where it is marked
            assert {key for key in columns.values() if key} - optional <= set(entry), name
