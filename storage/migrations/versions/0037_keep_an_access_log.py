"""Keep what was done with a role, and in which training; never by whom, and to whom.

A process of the release before that still runs writes no lines.
"""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0037", "0036"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "deed",
        sa.Column("id", _BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("done", sa.String(32), nullable=False),
        sa.Column("training_id", _BIG),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deed")),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["training.id"],
            name=op.f("fk_deed_training_id_training"),
            ondelete="SET NULL",
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_deed_network_day"), "deed", ["network", "day"])
    op.create_index(op.f("ix_deed_training_id"), "deed", ["training_id"])
