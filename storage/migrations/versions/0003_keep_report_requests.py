"""Keep the reports that somebody waits for, and the coordinators' assessment of a year."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0003", "0002"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "report_request",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(length=64), nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("year", sa.SmallInteger(), nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("quarter", sa.SmallInteger(), nullable=False),
        sa.Column("page", sa.SmallInteger(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("card", sa.BigInteger(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "what IN ('opened', 'figures', 'places', 'potentials', 'quarter', 'charts', 'files')",
            name=op.f("ck_report_request_what"),
        ),
        sa.CheckConstraint("quarter BETWEEN 0 AND 4", name=op.f("ck_report_request_quarter")),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_report_request_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_request")),
        sa.UniqueConstraint(
            "network",
            "person_id",
            "year",
            "what",
            "office",
            "quarter",
            "page",
            name=op.f("uq_report_request_wanted"),
        ),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("report_request", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_report_request_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "assessment",
        sa.Column("network", sa.String(length=64), nullable=False),
        sa.Column("year", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("network", "year", name=op.f("pk_assessment")),
    )
