"""The tables beside people and registrations: seats of offices, answers, offers, links."""

from __future__ import annotations

import sqlalchemy as sa

from domain.moveup import OfferEnd
from storage.tables import BigId, Instant, _id, _link, _network, _one_of, metadata

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

#: «Diesmal nicht», until the registration deadline; the answer to a date that is moved ends.
regret = sa.Table(
    "regret",
    metadata,
    _network(),
    sa.Column(
        "training_id", BigId, sa.ForeignKey("training.id", ondelete="CASCADE"), primary_key=True
    ),
    sa.Column("person_id", BigId, sa.ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("said_at", Instant, nullable=False),
    sa.Index(None, "person_id"),
)

#: A seat that somebody in line is asked about, or, `to_all`, all are told of; and how that ended.
moveup = sa.Table(
    "moveup",
    metadata,
    _id(),
    _network(),
    _link("training_id", "training", "CASCADE", null=False),
    _link("registration_id", "registration", "CASCADE", null=False),
    sa.Column("to_all", sa.Boolean(create_constraint=False), nullable=False),
    sa.Column("made_at", Instant, nullable=False),
    sa.Column("sent_at", Instant),
    sa.Column("ended_at", Instant),
    sa.Column("ended", sa.String(16)),
    sa.Index(None, "training_id"),
    sa.Index(None, "registration_id"),
    _one_of("ended", OfferEnd),
    sa.CheckConstraint("(ended_at IS NULL) = (ended IS NULL)", name="end"),
    sa.CheckConstraint("sent_at IS NULL OR sent_at >= made_at", name="sent"),
    sqlite_autoincrement=True,  # a number in an old button never comes to mean another offer
)

#: A seat on its way to a colleague: the link that takes it, until it is taken or its time is over.
substitute = sa.Table(
    "substitute",
    metadata,
    _id(),
    _network(),
    _link("training_id", "training", "CASCADE", null=False),
    _link("person_id", "person", "CASCADE", null=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("token_hash", sa.LargeBinary(32), nullable=False),
    sa.Column("expires_at", Instant, nullable=False),
    sa.UniqueConstraint("token_hash"),
    sa.UniqueConstraint("training_id", "person_id"),
    sa.Index(None, "person_id"),
    sqlite_autoincrement=True,
)

#: A link by which a member's account moves to another chat, which is known once it was opened.
account_move = sa.Table(
    "account_move",
    metadata,
    _id(),
    _network(),
    _link("person_id", "person", "CASCADE", null=False),
    sa.Column("token_hash", sa.LargeBinary(32), nullable=False),
    sa.Column("expires_at", Instant, nullable=False),
    sa.Column("chat_key", sa.LargeBinary(32)),
    sa.Column("chat_id", sa.LargeBinary),
    sa.Column("language", sa.String(8)),
    sa.Column("moves_at", Instant),
    sa.UniqueConstraint("token_hash"),
    sa.UniqueConstraint("person_id"),
    sqlite_autoincrement=True,
)
