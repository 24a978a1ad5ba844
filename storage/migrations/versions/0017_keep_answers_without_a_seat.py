"""Keep answers without a seat, until the registration deadline."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0017", "0016"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _of(name: str) -> sa.ForeignKeyConstraint:
    constraint = op.f(f"fk_regret_{name}_id_{name}")
    return sa.ForeignKeyConstraint(
        [f"{name}_id"], [f"{name}.id"], name=constraint, ondelete="CASCADE"
    )


def upgrade() -> None:
    op.create_table(
        "regret",
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("training_id", _BIG, nullable=False, autoincrement=False),
        sa.Column("person_id", _BIG, nullable=False, autoincrement=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("training_id", "person_id", name=op.f("pk_regret")),
        _of("training"),
        _of("person"),
    )
    op.create_index("ix_regret_person_id", "regret", ["person_id"])
