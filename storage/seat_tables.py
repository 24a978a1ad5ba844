"""The tables of seats beside the registrations: booked for institutions, kept for offices."""

from __future__ import annotations

import sqlalchemy as sa

from storage.tables import BigId, _id, _link, metadata

__all__ = ["metadata"]

seat_block = sa.Table(
    "seat_block",
    metadata,
    _id(),
    _link("training_id", "training", "CASCADE", null=False),
    sa.Column("office", sa.String(64), nullable=False),
    sa.Column("sector", sa.String(64), nullable=False),
    sa.Column("n", sa.Integer, nullable=False),
    sa.UniqueConstraint("training_id", "office", "sector"),
    sa.CheckConstraint("n > 0", name="n"),
    sqlite_autoincrement=True,
)

quota = sa.Table(
    "quota",
    metadata,
    sa.Column(
        "training_id", BigId, sa.ForeignKey("training.id", ondelete="CASCADE"), primary_key=True
    ),
    sa.Column("office", sa.String(64), primary_key=True),
    sa.Column("n", sa.Integer, nullable=False),
    sa.CheckConstraint("n > 0", name="n"),
)
