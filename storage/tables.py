"""The tables, the same on SQLite and PostgreSQL; the migrations build exactly these."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

from domain.announce_audience import BroadcastState
from domain.delivery import Priority, State
from domain.ledger.entries import LedgerKind
from domain.vocabulary import EventStatus, RegistrationStatus, Role

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(sa.TypeDecorator[datetime]):
    """An aware moment in UTC; naive ones are refused, so that no zone is ever guessed."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC; SQLite keeps it without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"A moment needs a time zone: {value!r}")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (given)
        """Return the moment in UTC."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


BigId = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _id() -> sa.Column[int]:
    return sa.Column("id", BigId, primary_key=True, autoincrement=True)


def _network() -> sa.Column[str]:
    return sa.Column("network", sa.String(64), nullable=False)


def _channel(**more: Any) -> sa.Column[str]:
    return sa.Column("channel", sa.String(16), nullable=False, server_default="telegram", **more)


def _reference(name: str, *, null: bool = True) -> sa.Column[str]:
    """Return the column of a channel's own name for something."""
    return sa.Column(name, sa.String(255), nullable=null)


def _link(
    name: str, target: str, ondelete: str = "SET NULL", *, null: bool = True
) -> sa.Column[int]:
    key = sa.ForeignKey(f"{target}.id", ondelete=ondelete)
    return sa.Column(name, BigId, key, nullable=null)


def _flag(name: str, *, on: bool) -> sa.Column[bool]:
    usual = sa.true() if on else sa.false()
    kind = sa.Boolean(create_constraint=False)
    return sa.Column(name, kind, nullable=False, server_default=usual)


def _one_of(column: str, values: Any, name: str | None = None) -> sa.CheckConstraint:
    listed = ", ".join(f"'{value.value}'" for value in values)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=name or column)


person = sa.Table(
    "person",
    metadata,
    _id(),
    _network(),
    sa.Column("role", sa.String(32), nullable=False),
    sa.Column("office", sa.String(64), nullable=False),
    sa.Column("sector", sa.String(64), nullable=False),
    sa.Column("language", sa.String(8), nullable=False),
    sa.Column("name", sa.LargeBinary),
    sa.Column("consent_version", sa.Integer, nullable=False),
    sa.Column("consented_on", sa.Date, nullable=False),
    sa.Column("active_on", sa.Date, nullable=False),
    sa.Column("announced", sa.String(16), nullable=False, server_default="all"),
    _flag("daily", on=True),
    _flag("nudged", on=True),
    # The first day of the month of joining, and the days of what a coordination office does.
    *(sa.Column(f"{what}_on", sa.Date) for what in ("joined", "confirmed", "asked", "restricted")),
    sa.Index(None, "network", "office", "sector"),
    _one_of("role", Role),
    sqlite_autoincrement=True,
)

address = sa.Table(
    "address",
    metadata,
    _id(),
    _network(),
    _link("person_id", "person", "CASCADE", null=False),
    sa.Column("channel", sa.String(16), nullable=False),
    sa.Column("key", sa.LargeBinary(32), nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("confirmed_on", sa.Date, nullable=False),
    sa.Column("unreachable_since", Instant),
    sa.UniqueConstraint("network", "channel", "key"),
    sa.UniqueConstraint("person_id", "channel"),
    sqlite_autoincrement=True,
)

subscription = sa.Table(
    "subscription",
    metadata,
    sa.Column("person_id", BigId, sa.ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("topic", sa.String(64), primary_key=True),
)

invitation = sa.Table(
    "invitation",
    metadata,
    _id(),
    _network(),
    sa.Column("token_hash", sa.LargeBinary(32), nullable=False),
    sa.Column("role", sa.String(32), nullable=False),
    sa.Column("office", sa.String(64)),
    sa.Column("sector", sa.String(64)),
    sa.Column("uses_left", sa.Integer, nullable=False),
    sa.Column("expires_at", Instant, nullable=False),
    sa.Column("revoked_at", Instant),
    sa.UniqueConstraint("token_hash"),
    sa.CheckConstraint("uses_left >= 0", name="uses_left"),
    _one_of("role", Role),
    sqlite_autoincrement=True,  # a number in an old button never comes to mean another row
)

access_request = sa.Table(
    "access_request",
    metadata,
    _id(),
    _network(),
    sa.Column("chat_key", sa.LargeBinary(32), nullable=False),
    sa.Column("chat_id", sa.LargeBinary, nullable=False),
    sa.Column("office", sa.String(64), nullable=False),
    sa.Column("sector", sa.String(64), nullable=False),
    sa.Column("language", sa.String(8), nullable=False),
    sa.Column("consent_version", sa.Integer, nullable=False, server_default="1"),
    sa.Column("requested_at", Instant, nullable=False),
    sa.UniqueConstraint("network", "chat_key"),
    sqlite_autoincrement=True,
)

draft = sa.Table(
    "draft",
    metadata,
    _network(),
    sa.Column("chat_key", sa.LargeBinary(32), nullable=False),
    sa.Column("kind", sa.String(32), nullable=False),
    sa.Column("step", sa.String(32), nullable=False),
    sa.Column("data", sa.LargeBinary, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    _reference("card"),
    sa.Column("changed_at", Instant, nullable=False),
    sa.PrimaryKeyConstraint("network", "chat_key"),
)

training = sa.Table(
    "training",
    metadata,
    _id(),
    _network(),
    sa.Column("uid", sa.String(64), nullable=False),
    sa.Column("host", sa.String(64), nullable=False),
    _link("created_by", "person"),
    sa.Column("title", sa.String(200), nullable=False),
    sa.Column("topic", sa.String(64), nullable=False),
    sa.Column("format", sa.String(64), nullable=False),
    sa.Column("mode", sa.String(32), nullable=False),
    sa.Column("place", sa.String(200), nullable=False),
    sa.Column("link", sa.String(400), nullable=False),
    sa.Column("starts_at", Instant, nullable=False),
    sa.Column("ends_at", Instant, nullable=False),
    sa.Column("deadline_at", Instant, nullable=False),
    sa.Column("withdraw_by", Instant, nullable=False),
    sa.Column("seats", sa.Integer),
    sa.Column("units", sa.Integer, nullable=False),
    sa.Column("sectors", sa.JSON, nullable=False),
    sa.Column("reminders", sa.JSON, nullable=False),
    sa.Column("accessibility", sa.JSON, nullable=False),
    sa.Column("status", sa.String(32), nullable=False),
    sa.Column("revision", sa.Integer, nullable=False, server_default="0"),
    sa.Column("sequence", sa.Integer, nullable=False, server_default="0"),
    sa.Column("next_position", sa.Integer, nullable=False, server_default="1"),
    sa.Column("closed_at", Instant),
    sa.Column("close_asked_at", Instant),
    sa.Column("nudged_at", Instant),
    sa.Column("release_at", Instant),
    sa.Column("block_seats", sa.Integer, nullable=False, server_default="0"),
    sa.Column("quota_seats", sa.Integer, nullable=False, server_default="0"),
    sa.Column("cancelled_at", Instant),
    sa.Column("words", sa.LargeBinary),
    sa.Column("contact", sa.String(64), nullable=False, server_default=""),
    sa.Column("minimum", sa.Integer),
    sa.Column("cancelled_for", sa.String(32), nullable=False, server_default=""),
    sa.Column("instead_at", Instant),
    _flag("goes_ahead", on=False),
    _flag("asks_first", on=False),
    _flag("wants_approval", on=False),
    sa.Column("co_hosts", sa.JSON, nullable=False, server_default="{}"),
    sa.Column("sessions", sa.JSON, nullable=False, server_default="[]"),
    sa.UniqueConstraint("uid"),
    sa.Index(None, "network", "starts_at"),
    sa.CheckConstraint("block_seats BETWEEN 0 AND coalesce(seats, block_seats)", name="blocks"),
    sa.CheckConstraint("quota_seats BETWEEN 0 AND coalesce(seats, 0)", name="quotas"),
    sa.CheckConstraint("quota_seats = 0 OR release_at IS NOT NULL", name="release"),
    sa.CheckConstraint("ends_at > starts_at", name="dates"),
    sa.CheckConstraint("seats IS NULL OR seats > 0", name="seats"),
    _one_of("status", EventStatus),
    sqlite_autoincrement=True,
)

registration = sa.Table(
    "registration",
    metadata,
    _id(),
    _network(),
    _link("training_id", "training", "CASCADE", null=False),
    _link("person_id", "person", "CASCADE", null=False),
    sa.Column("status", sa.String(32), nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("since", sa.Integer),
    sa.Column("seat_code", sa.Integer, nullable=False, server_default="0"),
    sa.Column("muted", sa.Boolean(create_constraint=False), nullable=False),
    sa.Column("changed_at", Instant, nullable=False),
    sa.Column("came", sa.Boolean(create_constraint=False)),
    sa.Column("units_attended", sa.Integer),
    sa.Column("sessions_missed", sa.String(64)),
    sa.Column("approve_by", Instant),
    sa.UniqueConstraint("training_id", "person_id"),
    sa.UniqueConstraint("training_id", "position"),
    sa.Index(None, "training_id", "status", "position"),
    sa.Index(None, "training_id", "seat_code", unique=True),
    sa.Index(None, "person_id"),
    _one_of("status", RegistrationStatus),
    sqlite_autoincrement=True,
)

tally = sa.Table(
    "tally",
    metadata,
    sa.Column(
        "training_id", BigId, sa.ForeignKey("training.id", ondelete="CASCADE"), primary_key=True
    ),
    sa.Column("kind", sa.String(64), primary_key=True),
    sa.Column("n", sa.Integer, nullable=False),
    sa.CheckConstraint("n >= 0", name="n"),
)

broadcast = sa.Table(
    "broadcast",
    metadata,
    _id(),
    _network(),
    _link("training_id", "training", "CASCADE"),
    _link("created_by", "person"),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("audience", sa.JSON, nullable=False),
    sa.Column("state", sa.String(32), nullable=False),
    sa.Column("send_at", Instant, nullable=False),
    sa.Column("total", sa.Integer, nullable=False),
    _reference("progress_card"),
    sa.Column("progress_shown", sa.Integer, nullable=False, server_default="-1"),
    sa.Column("words", sa.LargeBinary),
    sa.Index(None, "network", "state", "send_at"),
    _one_of("state", BroadcastState),
    sqlite_autoincrement=True,
)

ledger = sa.Table(
    "ledger",
    metadata,
    _id(),
    _network(),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("kind", sa.String(64), nullable=False),
    sa.Column("n", sa.Integer, nullable=False),
    _link("training_id", "training", "RESTRICT"),
    sa.Column("notice_id", BigId),
    sa.Column("office", sa.String(64)),
    sa.Column("sector", sa.String(64)),
    sa.Column("detail", sa.String(64), nullable=False, server_default=""),
    sa.Index(None, "network", "day"),
    sa.CheckConstraint("office IS NULL OR sector IS NULL", name="one_breakdown"),
    _one_of("kind", LedgerKind),
    sqlite_autoincrement=True,
)

delivery = sa.Table(
    "delivery",
    metadata,
    _id(),
    _network(),
    sa.Column("dedupe_key", sa.String(120), nullable=False),
    sa.Column("kind", sa.String(32), nullable=False),
    sa.Column("priority", sa.SmallInteger, nullable=False),
    _link("person_id", "person"),
    sa.Column("chat_key", sa.LargeBinary(32)),
    sa.Column("chat_id", sa.LargeBinary),
    _link("training_id", "training", "CASCADE"),
    _link("registration_id", "registration"),
    _link("broadcast_id", "broadcast", "CASCADE"),
    sa.Column("facts", sa.JSON, nullable=False),
    sa.Column("payload", sa.LargeBinary),
    sa.Column("in_place", sa.Boolean(create_constraint=False), nullable=False),
    sa.Column("due_at", Instant, nullable=False),
    sa.Column("next_at", Instant, nullable=False),
    sa.Column("expires_at", Instant),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("attempt", sa.Integer, nullable=False, server_default="0"),
    sa.Column("resends", sa.Integer, nullable=False, server_default="0"),
    sa.Column("crashes", sa.Integer, nullable=False, server_default="0"),
    sa.Column("plain", sa.Boolean(create_constraint=False), nullable=False),
    sa.Column("owner", sa.String(64)),
    sa.Column("generation", sa.Integer, nullable=False, server_default="0"),
    sa.Column("lease_until", Instant),
    sa.Column("sending_at", Instant),
    sa.Column("settled_at", Instant),
    _channel(),
    _reference("message_id"),
    sa.Column("error", sa.String(300)),
    sa.UniqueConstraint("network", "dedupe_key"),
    sa.Index(None, "training_id", "kind"),
    sa.Index(None, "broadcast_id", "state"),
    sa.Index(None, "registration_id"),
    _one_of("state", State),
    sa.CheckConstraint(
        f"priority BETWEEN {min(Priority).value} AND {max(Priority).value}", name="priority"
    ),
    sa.CheckConstraint("resends BETWEEN 0 AND 100", name="resends"),
    sqlite_autoincrement=True,
)

delivery_attempt = sa.Table(
    "delivery_attempt",
    metadata,
    _id(),
    _link("delivery_id", "delivery", "CASCADE", null=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("owner", sa.String(64)),
    sa.Column("ended_at", Instant, nullable=False),
    sa.Column("outcome", sa.String(32), nullable=False),
    sa.Column("error", sa.String(300)),
    sa.Index(None, "delivery_id"),
)

inbox_update = sa.Table(
    "inbox_update",
    metadata,
    _id(),
    _network(),
    _channel(),
    _reference("reference", null=False),
    sa.Column("ordering_key", sa.LargeBinary(32), nullable=False),
    sa.Column("payload", sa.LargeBinary),
    sa.Column("received_at", Instant, nullable=False),
    sa.Column("state", sa.String(8), nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("next_at", Instant, nullable=False),
    sa.Column("owner", sa.String(64)),
    sa.Column("lease_until", Instant),
    sa.Column("error", sa.String(300)),
    sa.UniqueConstraint("network", "channel", "reference"),
    sa.CheckConstraint("state IN ('new', 'done', 'dead')", name="state"),
)

lease = sa.Table(
    "lease",
    metadata,
    sa.Column("network", sa.String(64), primary_key=True),
    sa.Column("name", sa.String(32), primary_key=True),
    sa.Column("owner", sa.String(64), nullable=False),
    sa.Column("generation", sa.Integer, nullable=False),
    sa.Column("expires_at", Instant, nullable=False),
)
