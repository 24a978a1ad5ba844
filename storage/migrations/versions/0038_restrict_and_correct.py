"""Let members restrict what is kept of them, ask for another institution, and for a second person.

A process of the release before that still runs knows no restriction: update all of them.
"""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0038", "0037"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("person", sa.Column("restricted_on", sa.Date()))
    op.create_table(
        "place_change",
        sa.Column("id", _BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("person_id", _BIG, nullable=False),
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("sector", sa.String(64), nullable=False),
        sa.Column("asked_on", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place_change")),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_place_change_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("person_id", name=op.f("uq_place_change_person_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "second",
        sa.Column("id", _BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("person_id", _BIG, nullable=False),
        sa.Column("offices", sa.String(1600), nullable=False),
        sa.Column("number", _BIG, nullable=False),
        sa.Column("days", sa.Integer, nullable=False),
        sa.Column("asked_on", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_second")),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_second_person_id_person"),
            ondelete="CASCADE",
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_second_person_id"), "second", ["person_id"])
