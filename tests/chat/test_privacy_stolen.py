"""What a stolen database tells without the keys: these columns of people, and no name in any."""

from __future__ import annotations

import re

import sqlalchemy as sa

from storage.keys import SEALED
from storage.tables import metadata
from tests.chat.conftest import World
from tests.chat.test_privacy import everything
from tests.chat.test_privacy_whole import filled
from tests.scheduler.test_retention import EMPTIED, PERSONAL

NAME, CHAT = "Änne Größe-Ungewöhnlich", 7_345_678_901
#: What statements filter by, so that it stays in clear: it may be one person, where an office has
#: one member of a sector.
WHO = {
    "person": {
        "role", "office", "sector", "language", "consent_version", "consented_on", "active_on",
        "announced", "daily", "nudged", "joined_on", "confirmed_on", "asked_on", "restricted_on",
    },
    "address": {"channel", "confirmed_on", "unreachable_since"},
    "subscription": {"topic"},
    "access_request": {"office", "sector", "language", "consent_version", "requested_at"},
    "invitation": {"role", "office", "sector", "uses_left", "expires_at", "revoked_at"},
    "draft": {"kind", "step", "changed_at"},
    "registration": {
        "status", "position", "since", "seat_code", "muted", "changed_at", "came", "units_attended",
        "sessions_missed", "approve_by",
    },
    "regret": {"said_at"},
    "moveup": {"to_all", "made_at", "sent_at", "ended_at", "ended"},
    "substitute": {"position", "expires_at"},
    "account_move": {"expires_at", "language", "moves_at"},
    "place_change": {"office", "sector", "asked_on"},
    "second": {"kind", "offices", "number", "days", "asked_on"},
    "exchange_pending": {"own", "partner", "topic", "format", "length", "noted_at"},
    "report_request": {"year", "what", "office", "quarter", "page", "language", "asked_at"},
    "deed": {"day", "role", "office", "done"},
    "delivery": {"kind", "facts", "due_at", "expires_at", "sending_at", "settled_at", "state"},
    "delivery_attempt": {"number", "ended_at", "outcome"},
    "inbox_update": {"received_at", "state"},
    "set_aside": {"place", "reason", "noted_at"},
}  # fmt: skip
#: Numbers of rows and of messages, locks and counts of the machine: of nobody by themselves.
MACHINE = {
    "id", "network", "person_id", "training_id", "registration_id", "broadcast_id", "delivery_id",
    "version", "card", "revision", "dedupe_key", "priority", "in_place", "next_at", "attempt",
    "attempts", "resends", "crashes", "plain", "owner", "generation", "lease_until", "channel",
    "message_id", "error", "reference", "row",
}  # fmt: skip
#: What says nothing without the keys: look-up keys, and hashes of secrets.
HASHED = {"key", "chat_key", "ordering_key", "token_hash"}
#: What stands in a readable column of words: of a closed list, or made by the machine.
WORD = re.compile(r"[a-z0-9-]*(?:[:,][a-z0-9-]*)*")


def unsealed(table: sa.Table) -> set[str]:
    """Return the columns of a table that can be read, whatever they hold."""
    return set(table.c.keys()) - set(SEALED.get(table, ())) - HASHED


def test_no_other_column_about_people_can_be_read() -> None:
    assert set(WHO) == set(PERSONAL)
    for name in PERSONAL:
        assert unsealed(metadata.tables[name]) - MACHINE == WHO[name] - MACHINE, name
    assert {("training", "created_by"), ("broadcast", "created_by")} == EMPTIED


async def test_a_file_without_the_keys_names_nobody(world: World) -> None:
    aenne = world.telegram.person(CHAT, "Änne <&>")
    who = await filled(world, aenne)
    async with world.bot.database.transaction() as store:
        await store.persons.set_name(who.id, NAME)
    stolen = await everything(world)

    assert who.office in stolen
    for told in (NAME, "Größe", str(CHAT), "Worum es geht", "Änne"):
        assert told not in stolen, told


async def test_readable_words_about_people_are_of_closed_lists(world: World) -> None:
    await filled(world, world.telegram.person(CHAT, "Änne <&>"))
    said = set()
    async with world.bot.database.engine.connect() as connection:
        for name, columns in WHO.items():
            table = metadata.tables[name]
            words = [table.c[each] for each in columns if isinstance(table.c[each].type, sa.String)]
            for row in (await connection.execute(sa.select(*words))).all() if words else ():
                said |= {value for value in row if value is not None}

    assert {"specialist", "rkn-kaarst"} <= said
    assert {value for value in said if not WORD.fullmatch(value)} == set()
