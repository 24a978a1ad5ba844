"""The table of audiences that offices saved: offices and sectors, nobody's name and no words."""

from __future__ import annotations

import sqlalchemy as sa

from storage.tables import _id, _network, metadata

saved_audience = sa.Table(
    "saved_audience",
    metadata,
    _id(),
    _network(),
    sa.Column("office", sa.String(64), nullable=False),
    sa.Column("offices", sa.String(1600), nullable=False),
    sa.Column("sectors", sa.String(800), nullable=False),
    sa.UniqueConstraint("network", "office", "offices", "sectors"),
    sqlite_autoincrement=True,  # a number in an old button never comes to mean another row
)
