"""Keep what the network does about its hints, and how far it is: rows that are final at once."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.v0035.guards import put

revision, down_revision = "0035", "0034"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_STATES = "state IN ('planned', 'under-way', 'done', 'dropped')"


def upgrade() -> None:
    op.create_table(
        "measure",
        sa.Column("id", _BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("year", sa.SmallInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("source", sa.String(8), nullable=False),
        sa.Column("what", sa.String(64), nullable=False),
        sa.Column("about_kind", sa.String(8), nullable=False),
        sa.Column("about", sa.String(32), nullable=False),
        sa.Column("office", sa.String(64)),
        sa.Column("due_year", sa.SmallInteger(), nullable=False),
        sa.Column("due_quarter", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_measure_network_year", "measure", ["network", "year"])
    op.create_table(
        "measure_state",
        sa.Column("id", _BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("measure_id", _BIG, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure_state")),
        sa.ForeignKeyConstraint(
            ["measure_id"],
            ["measure.id"],
            name=op.f("fk_measure_state_measure_id_measure"),
            ondelete="RESTRICT",
        ),
        sa.CheckConstraint(_STATES, name=op.f("ck_measure_state_state")),
    )
    op.create_index("ix_measure_state_measure_id", "measure_state", ["measure_id"])
    put(op.get_bind())
