"""Hold a training on several days, and keep how many fewer came to some of them.

A process of the release before knows the first start and the last end, as one long date.
"""

import sqlalchemy as sa
from alembic import op

from storage.migrations.v0024.guards import put

revision, down_revision = "0024", "0023"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_REASONS = "miscounted", "wrong-training", "wrong-institution", "duplicate", "late-information"


def upgrade() -> None:
    op.add_column("training", sa.Column("sessions", sa.JSON(), nullable=False, server_default="[]"))
    listed = ", ".join(f"'{each}'" for each in ("", *_REASONS))
    op.create_table(
        "session_missed",
        sa.Column("id", _BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("training_id", _BIG, nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(32), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_missed")),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["training.id"],
            name=op.f("fk_session_missed_training_id_training"),
            ondelete="RESTRICT",
        ),
        sa.CheckConstraint(f"reason IN ({listed})", name=op.f("ck_session_missed_reason")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_session_missed_training_id", "session_missed", ["training_id"])
    put(op.get_bind())
