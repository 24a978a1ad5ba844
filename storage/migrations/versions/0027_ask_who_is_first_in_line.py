"""Ask who is first in line whether a seat that becomes free late still suits."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0027", "0026"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_ENDS = "'accepted', 'declined', 'unanswered', 'cut-short', 'unreached', 'given-up', 'taken', 'off'"


def _of(name: str) -> sa.ForeignKeyConstraint:
    constraint = op.f(f"fk_moveup_{name}_id_{name}")
    return sa.ForeignKeyConstraint(
        [f"{name}_id"], [f"{name}.id"], name=constraint, ondelete="CASCADE"
    )


def upgrade() -> None:
    asks: sa.Column[bool] = sa.Column(
        "asks_first", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("training", asks)
    op.create_table(
        "moveup",
        sa.Column("id", _BIG, nullable=False),
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("training_id", _BIG, nullable=False),
        sa.Column("registration_id", _BIG, nullable=False),
        sa.Column("to_all", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True)),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.Column("ended", sa.String(16)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moveup")),
        _of("training"),
        _of("registration"),
        sa.CheckConstraint(f"ended IN ({_ENDS})", name=op.f("ck_moveup_ended")),
        sa.CheckConstraint("(ended_at IS NULL) = (ended IS NULL)", name=op.f("ck_moveup_end")),
        sa.CheckConstraint("sent_at IS NULL OR sent_at >= made_at", name=op.f("ck_moveup_sent")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_moveup_training_id", "moveup", ["training_id"])
    op.create_index("ix_moveup_registration_id", "moveup", ["registration_id"])
    still = sa.text("ended_at IS NULL")
    op.create_index(
        "ix_moveup_open",
        "moveup",
        ["registration_id"],
        unique=True,
        postgresql_where=still,
        sqlite_where=still,
    )
