"""The tables of the year: exchange, feedback, corrections, seals and reports, as they were at 0007."""

import sqlalchemy as sa
from alembic import op

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def lay_out() -> None:
    op.create_table(
        "counter",
        sa.Column("network", sa.String(length=64), nullable=False),
        sa.Column("period", sa.Date(), nullable=False),
        sa.Column("series", sa.String(length=32), nullable=False),
        sa.Column("slug", sa.String(length=100), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "series IN ('exchange-pair', 'exchange-topic', 'exchange-format', 'exchange-length', 'need-topic', 'need-sector')",
            name=op.f("ck_counter_series"),
        ),
        sa.CheckConstraint(
            "slug = lower(slug) AND replace(slug, ' ', '') = slug", name=op.f("ck_counter_slug")
        ),
        sa.CheckConstraint("n >= 0", name=op.f("ck_counter_n")),
        sa.PrimaryKeyConstraint("network", "period", "series", "slug", name=op.f("pk_counter")),
    )
    op.create_table(
        "report_version",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(length=64), nullable=False),
        sa.Column("year", sa.SmallInteger(), nullable=False),
        sa.Column("mode", sa.String(length=16), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("cells", sa.JSON(), nullable=False),
        sa.CheckConstraint("mode IN ('suppress', 'round5')", name=op.f("ck_report_version_mode")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_version")),
    )
    with op.batch_alter_table("report_version", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_report_version_network_year"), ["network", "year"], unique=False
        )

    op.create_table(
        "year_seal",
        sa.Column("network", sa.String(length=64), nullable=False),
        sa.Column("year", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("sealed_on", sa.Date(), nullable=False),
        sa.CheckConstraint("length(digest) = 64", name=op.f("ck_year_seal_digest")),
        sa.CheckConstraint("length(previous) = 64", name=op.f("ck_year_seal_previous")),
        sa.PrimaryKeyConstraint("network", "year", name=op.f("pk_year_seal")),
    )
    op.create_table(
        "exchange_pending",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(length=64), nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("own", sa.String(length=48), nullable=False),
        sa.Column("partner", sa.String(length=48), nullable=False),
        sa.Column("topic", sa.String(length=32), nullable=False),
        sa.Column("format", sa.String(length=16), nullable=False),
        sa.Column("length", sa.String(length=16), nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "format IN ('phone', 'meeting', 'video', 'writing', 'event')",
            name=op.f("ck_exchange_pending_format"),
        ),
        sa.CheckConstraint(
            "length IN ('short', 'medium', 'long')", name=op.f("ck_exchange_pending_length")
        ),
        sa.CheckConstraint(
            "own = lower(own) AND replace(own, ' ', '') = own", name=op.f("ck_exchange_pending_own")
        ),
        sa.CheckConstraint(
            "partner = lower(partner) AND replace(partner, ' ', '') = partner",
            name=op.f("ck_exchange_pending_partner"),
        ),
        sa.CheckConstraint(
            "topic IN ('basics', 'legal-basics', 'risk-assessment', 'procedures', 'isef-role', 'data-protection', 'conversation-skills', 'neglect', 'physical-abuse', 'psychological-abuse', 'sexualised-violence', 'domestic-violence', 'early-childhood-risks', 'digital-media', 'peer-violence', 'parental-mental-illness', 'parental-addiction', 'high-conflict-separation', 'inclusive-protection', 'diversity-and-flight', 'protection-concepts', 'rights-and-participation', 'daycare', 'school', 'medical-protection', 'family-court', 'criminal-justice', 'trauma', 'cooperation', 'quality-development', 'staff-wellbeing', 'other')",
            name=op.f("ck_exchange_pending_topic"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_exchange_pending_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exchange_pending")),
    )
    with op.batch_alter_table("exchange_pending", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_exchange_pending_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "feedback_count",
        sa.Column("training_id", BIG, nullable=False),
        sa.Column("item", sa.String(length=16), nullable=False),
        sa.Column("score", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "item IN ('form', 'useful', 'applicable', 'exchange', 'organisation', 'recommend')",
            name=op.f("ck_feedback_count_item"),
        ),
        sa.CheckConstraint("n >= 0", name=op.f("ck_feedback_count_n")),
        sa.CheckConstraint("score BETWEEN 0 AND 5", name=op.f("ck_feedback_count_score")),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["training.id"],
            name=op.f("fk_feedback_count_training_id_training"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("training_id", "item", "score", name=op.f("pk_feedback_count")),
    )
    op.create_table(
        "correction",
        sa.Column("entry_id", BIG, autoincrement=False, nullable=False),
        sa.Column("corrects", BIG, nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "reason IN ('miscounted', 'wrong-training', 'wrong-institution', 'duplicate', 'late-information')",
            name=op.f("ck_correction_reason"),
        ),
        sa.ForeignKeyConstraint(
            ["corrects"], ["ledger.id"], name=op.f("fk_correction_corrects_ledger")
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["ledger.id"], name=op.f("fk_correction_entry_id_ledger")
        ),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_correction")),
        sa.UniqueConstraint("corrects", name=op.f("uq_correction_corrects")),
    )
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
