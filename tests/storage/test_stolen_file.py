"""What a stolen database tells without the key: only what stands here, and in the decisions."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from domain.channel import in_chat
from domain.person import Newcomer, Place
from domain.register import register
from domain.vocabulary import EventStatus, Role, Sector
from storage.database import Database
from storage.tables import metadata
from tests.chat.test_privacy_whole import leading
from tests.small_world import NOW
from tests.storage.test_registrations import plan

ROOT = Path(__file__).parents[2]
HEADING = "## Look-up keys instead of chat ids"
#: What is readable of a member, and by which word the decisions say so.
OF_A_MEMBER = {
    "role": "role", "office": "office", "sector": "sector", "language": "language",
    "consent_version": "consent", "consented_on": "consent", "active_on": "last use",
    "announced": "settings", "daily": "settings", "nudged": "settings", "joined_on": "joining",
    "confirmed_on": "confirmed", "asked_on": "asked", "restricted_on": "restricted",
}  # fmt: skip
#: Readable columns of what else leads to a member: numbers, moments, words of closed lists.
BESIDES = {
    "address": {"channel", "confirmed_on", "unreachable_since"},
    "subscription": {"topic"},
    "access_request": {"office", "sector", "language", "consent_version", "requested_at"},
    "draft": {"kind", "step", "version", "card", "changed_at"},
    "registration": {
        "status", "position", "seat_code", "muted", "changed_at", "came", "approve_by",
        "units_attended", "sessions_missed",
    },
    "regret": {"revision", "said_at"},
    "moveup": {"to_all", "made_at", "sent_at", "ended", "ended_at"},
    "substitute": {"position", "expires_at"},
    "account_move": {"expires_at", "language", "moves_at"},
    "place_change": {"office", "sector", "asked_on"},
    "second": {"kind", "offices", "number", "days", "asked_on"},
    "exchange_pending": {"own", "partner", "topic", "format", "length", "noted_at"},
    "report_request": {
        "year", "what", "office", "quarter", "page", "language", "card", "asked_at", "attempts",
        "owner", "lease_until",
    },
    "inbox_update": {
        "channel", "reference", "received_at", "state", "attempts", "next_at", "owner",
        "lease_until", "error",
    },
    "delivery": {
        "dedupe_key", "kind", "priority", "facts", "in_place", "due_at", "next_at", "expires_at",
        "state", "attempt", "resends", "crashes", "plain", "owner", "generation", "lease_until",
        "sending_at", "settled_at", "channel", "message_id", "error",
    },
}  # fmt: skip
#: Public offers, which are about nobody.
PUBLIC = {"training", "broadcast"}


def readable(name: str) -> set[str]:
    """Return the columns of a table that are neither sealed, nor hashes, nor numbers of rows."""
    return {
        column.name
        for column in metadata.tables[name].columns
        if not isinstance(column.type, sa.LargeBinary)
        and not column.foreign_keys
        and column.name not in {"id", "network"}
    }


def test_no_other_column_about_people_is_readable() -> None:
    found = {name: readable(name) for name in leading() - PUBLIC}

    assert found == {"person": set(OF_A_MEMBER), **BESIDES}


def test_the_decisions_say_what_is_readable_of_a_member() -> None:
    text = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
    said = text.split(HEADING)[1].split("\n## ")[0]

    assert "nothing about who they are" not in text
    assert [word for word in OF_A_MEMBER.values() if word not in said] == []
    assert "may be a person" in " ".join(said.split())


async def test_no_name_and_no_chat_stands_in_any_row(database: Database) -> None:
    name, chat = "Änne Unverwechselbar", 987_654_321_098
    async with database.transaction() as store:
        place = Place("rkn-neuss", Sector.SCHOOL)
        newcomer = Newcomer(in_chat(chat), Role.SPECIALIST, place, "de", name)
        member = await store.persons.add(newcomer, NOW)
        training = await store.trainings.add(plan(NOW), "rkn-neuss", None, EventStatus.PUBLISHED)
        await register(store.registrations, training.id, member, NOW)
    async with database.engine.connect() as connection:
        rows = [
            repr((await connection.execute(sa.select(table))).all())
            for table in metadata.sorted_tables
        ]

    assert sum(map(len, rows)) > 500
    assert [row for row in rows if "Unverwechselbar" in row or str(chat) in row] == []
