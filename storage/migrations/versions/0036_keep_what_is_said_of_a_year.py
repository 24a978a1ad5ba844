"""Keep what is said of a year: parts of its assessment, who agreed, and how goals were judged."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.v0036.guards import put

revision, down_revision = "0036", "0035"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_VERDICTS = "verdict IN ('applies', 'partly', 'differs')"
_ANSWERS = "answer IN ('agrees', 'figure', 'missing', 'assessment', 'measures', 'wording', 'talk')"
_JUDGED = (
    "how IN ('figure', 'conference', 'feedback', 'minutes', 'agreement', 'too-early', 'no-data')"
)


def upgrade() -> None:
    op.create_table(
        "assessment_part",
        sa.Column("id", _BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("year", sa.SmallInteger(), nullable=False),
        sa.Column("part", sa.String(64), nullable=False),
        sa.Column("verdict", sa.String(16)),
        sa.Column("words", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment_part")),
        sa.UniqueConstraint(
            "network", "year", "part", name=op.f("uq_assessment_part_network_year_part")
        ),
        sa.CheckConstraint(_VERDICTS, name=op.f("ck_assessment_part_verdict")),
    )
    op.create_table(
        "endorsement",
        sa.Column("id", _BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("year", sa.SmallInteger(), nullable=False),
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("answer", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_endorsement")),
        sa.CheckConstraint(_ANSWERS, name=op.f("ck_endorsement_answer")),
    )
    op.create_index("ix_endorsement_network_year", "endorsement", ["network", "year"])
    op.create_table(
        "goal_judgement",
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("entry_id", _BIG, nullable=False, autoincrement=False),
        sa.Column("how", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_goal_judgement")),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["ledger.id"],
            name=op.f("fk_goal_judgement_entry_id_ledger"),
            ondelete="RESTRICT",
        ),
        sa.CheckConstraint(_JUDGED, name=op.f("ck_goal_judgement_how")),
    )
    put(op.get_bind())
