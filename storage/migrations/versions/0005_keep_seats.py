"""Keep seats: booked for institutions without a person, and kept for the people of an office."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0005", "0004"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

#: Written out: SQLite takes a check with a new column, but else only by building the table anew,
#: and taking the old one away would take along what hangs on it.
_BLOCKS = (
    "block_seats INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_training_blocks "
    "CHECK (block_seats BETWEEN 0 AND coalesce(seats, block_seats))"
)
_QUOTAS = (
    "quota_seats INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_training_quotas "
    "CHECK (quota_seats BETWEEN 0 AND coalesce(seats, 0)) CONSTRAINT ck_training_release "
    "CHECK (quota_seats = 0 OR release_at IS NOT NULL)"
)


def upgrade() -> None:
    op.add_column("training", sa.Column("release_at", sa.DateTime(timezone=True)))
    for column in (_BLOCKS, _QUOTAS):
        op.execute(f"ALTER TABLE training ADD COLUMN {column}")
    op.create_table(
        "seat_block",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("training_id", BIG, nullable=False),
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("sector", sa.String(length=64), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.CheckConstraint("n > 0", name=op.f("ck_seat_block_n")),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["training.id"],
            name=op.f("fk_seat_block_training_id_training"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat_block")),
        sa.UniqueConstraint(
            "training_id",
            "office",
            "sector",
            name=op.f("uq_seat_block_training_id_office_sector"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "quota",
        sa.Column("training_id", BIG, nullable=False),
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.CheckConstraint("n > 0", name=op.f("ck_quota_n")),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["training.id"],
            name=op.f("fk_quota_training_id_training"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("training_id", "office", name=op.f("pk_quota")),
    )
