"""The table of the access log: roles, offices and what was done, no chat and no member."""

from __future__ import annotations

import sqlalchemy as sa

from storage.tables import _id, _link, _network, metadata

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
