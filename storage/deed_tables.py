"""The tables of who is answered for: the access log, and what members want corrected."""

from __future__ import annotations

import sqlalchemy as sa

from storage.tables import BigId, _id, _link, _network, metadata

#: Roles, offices and what was done, no chat and no member.
deed = sa.Table(
    "deed",
    metadata,
    _id(),
    _network(),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("role", sa.String(32), nullable=False),
    sa.Column("office", sa.String(64), nullable=False),
    sa.Column("done", sa.String(32), nullable=False),
    _link("training_id", "training"),
    sa.Index(None, "network", "day"),
    sa.Index(None, "training_id"),
    sqlite_autoincrement=True,
)

#: Where a member says they belong now, until an office there agrees.
place_change = sa.Table(
    "place_change",
    metadata,
    _id(),
    _network(),
    _link("person_id", "person", "CASCADE", null=False),
    sa.Column("office", sa.String(64), nullable=False),
    sa.Column("sector", sa.String(64), nullable=False),
    sa.Column("asked_on", sa.Date, nullable=False),
    sa.UniqueConstraint("person_id"),
    sqlite_autoincrement=True,  # a number in an old button never comes to mean another row
)

#: What somebody wants, and a second person must agree to.
second = sa.Table(
    "second",
    metadata,
    _id(),
    _network(),
    sa.Column("kind", sa.String(16), nullable=False),
    _link("person_id", "person", "CASCADE", null=False),
    sa.Column("offices", sa.String(1600), nullable=False),
    sa.Column("number", BigId, nullable=False),
    sa.Column("days", sa.Integer, nullable=False),
    sa.Column("asked_on", sa.Date, nullable=False),
    sa.Index(None, "person_id"),
    sqlite_autoincrement=True,  # a number in an old button never comes to mean another row
)
