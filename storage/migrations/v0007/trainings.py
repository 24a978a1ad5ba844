"""The tables of trainings, seats, the ledger and messages, as they were at 0007."""

import sqlalchemy as sa
from alembic import op

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def lay_out() -> None:
    op.create_table(
        "training",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(length=64), nullable=False),
        sa.Column("uid", sa.String(length=64), nullable=False),
        sa.Column("host", sa.String(length=64), nullable=False),
        sa.Column("created_by", BIG, nullable=True),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("topic", sa.String(length=64), nullable=False),
        sa.Column("format", sa.String(length=64), nullable=False),
        sa.Column("mode", sa.String(length=32), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("link", sa.String(length=400), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deadline_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdraw_by", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=True),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("sectors", sa.JSON(), nullable=False),
        sa.Column("reminders", sa.JSON(), nullable=False),
        sa.Column("accessibility", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.Column("sequence", sa.Integer(), server_default="0", nullable=False),
        sa.Column("next_position", sa.Integer(), server_default="1", nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("close_asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("release_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("block_seats", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("quota_seats", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(
            "block_seats BETWEEN 0 AND coalesce(seats, block_seats)",
            name=op.f("ck_training_blocks"),
        ),
        sa.CheckConstraint(
            "quota_seats BETWEEN 0 AND coalesce(seats, 0)", name=op.f("ck_training_quotas")
        ),
        sa.CheckConstraint(
            "quota_seats = 0 OR release_at IS NOT NULL", name=op.f("ck_training_release")
        ),
        sa.CheckConstraint(
            "status IN ('draft', 'published', 'closed', 'held', 'cancelled', 'postponed')",
            name=op.f("ck_training_status"),
        ),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_training_dates")),
        sa.CheckConstraint("seats IS NULL OR seats > 0", name=op.f("ck_training_seats")),
        sa.ForeignKeyConstraint(
            ["created_by"],
            ["person.id"],
            name=op.f("fk_training_created_by_person"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training")),
        sa.UniqueConstraint("uid", name=op.f("uq_training_uid")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("training", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_training_network_starts_at"), ["network", "starts_at"], unique=False
        )

    op.create_table(
        "broadcast",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(length=64), nullable=False),
        sa.Column("training_id", BIG, nullable=False),
        sa.Column("created_by", BIG, nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("send_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("progress_card", sa.BigInteger(), nullable=True),
        sa.Column("progress_shown", sa.Integer(), server_default="-1", nullable=False),
        sa.CheckConstraint(
            "state IN ('scheduled', 'running', 'done', 'cancelled')",
            name=op.f("ck_broadcast_state"),
        ),
        sa.ForeignKeyConstraint(
            ["created_by"],
            ["person.id"],
            name=op.f("fk_broadcast_created_by_person"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["training.id"],
            name=op.f("fk_broadcast_training_id_training"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcast")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("broadcast", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_broadcast_network_state_send_at"),
            ["network", "state", "send_at"],
            unique=False,
        )

    op.create_table(
        "ledger",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("training_id", BIG, nullable=True),
        sa.Column("notice_id", BIG, nullable=True),
        sa.Column("office", sa.String(length=64), nullable=True),
        sa.Column("sector", sa.String(length=64), nullable=True),
        sa.Column("detail", sa.String(length=64), server_default="", nullable=False),
        sa.CheckConstraint(
            "kind IN ('notice-published', 'notice-audience', 'notice-delivered', 'registration-confirmed', 'registration-waitlisted', 'registration-promoted', 'registration-withdrawn', 'registration-late-withdrawn', 'registered-at-start', 'block-seats', 'reminder-sent', 'event-held', 'event-cancelled', 'event-postponed', 'attendance', 'feedback', 'need', 'exchange-held', 'procedure-agreed', 'advice-total', 'goal-set', 'goal-result')",
            name=op.f("ck_ledger_kind"),
        ),
        sa.CheckConstraint(
            "office IS NULL OR sector IS NULL", name=op.f("ck_ledger_one_breakdown")
        ),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["training.id"],
            name=op.f("fk_ledger_training_id_training"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("ledger", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ledger_network_day"), ["network", "day"], unique=False)
        batch_op.create_index(
            "ix_ledger_notice",
            ["training_id", "day"],
            unique=False,
            postgresql_where=sa.text("kind = 'notice-published'"),
            sqlite_where=sa.text("kind = 'notice-published'"),
        )

    op.create_table(
        "registration",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(length=64), nullable=False),
        sa.Column("training_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("muted", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "status IN ('confirmed', 'waitlisted', 'offered', 'withdrawn', 'late-withdrawn', 'attended', 'absent')",
            name=op.f("ck_registration_status"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_registration_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["training.id"],
            name=op.f("fk_registration_training_id_training"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registration")),
        sa.UniqueConstraint(
            "training_id", "person_id", name=op.f("uq_registration_training_id_person_id")
        ),
        sa.UniqueConstraint(
            "training_id", "position", name=op.f("uq_registration_training_id_position")
        ),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("registration", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_registration_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_registration_training_id_status_position"),
            ["training_id", "status", "position"],
            unique=False,
        )

    op.create_table(
        "tally",
        sa.Column("training_id", BIG, nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.CheckConstraint("n >= 0", name=op.f("ck_tally_n")),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["training.id"],
            name=op.f("fk_tally_training_id_training"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("training_id", "kind", name=op.f("pk_tally")),
    )
    op.create_table(
        "delivery",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(length=64), nullable=False),
        sa.Column("dedupe_key", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("priority", sa.SmallInteger(), nullable=False),
        sa.Column("person_id", BIG, nullable=True),
        sa.Column("chat_key", sa.LargeBinary(length=32), nullable=True),
        sa.Column("chat_id", sa.LargeBinary(), nullable=True),
        sa.Column("training_id", BIG, nullable=True),
        sa.Column("registration_id", BIG, nullable=True),
        sa.Column("broadcast_id", BIG, nullable=True),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.Column("in_place", sa.Boolean(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("attempt", sa.Integer(), server_default="0", nullable=False),
        sa.Column("resends", sa.Integer(), server_default="0", nullable=False),
        sa.Column("crashes", sa.Integer(), server_default="0", nullable=False),
        sa.Column("plain", sa.Boolean(), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=True),
        sa.Column("generation", sa.Integer(), server_default="0", nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sending_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("error", sa.String(length=300), nullable=True),
        sa.CheckConstraint(
            "state IN ('scheduled', 'claimed', 'sending', 'sent', 'unknown', 'undeliverable', 'failed', 'expired', 'cancelled')",
            name=op.f("ck_delivery_state"),
        ),
        sa.CheckConstraint("priority BETWEEN 0 AND 2", name=op.f("ck_delivery_priority")),
        sa.CheckConstraint("resends BETWEEN 0 AND 100", name=op.f("ck_delivery_resends")),
        sa.ForeignKeyConstraint(
            ["broadcast_id"],
            ["broadcast.id"],
            name=op.f("fk_delivery_broadcast_id_broadcast"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_delivery_person_id_person"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["registration.id"],
            name=op.f("fk_delivery_registration_id_registration"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["training.id"],
            name=op.f("fk_delivery_training_id_training"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
        sa.UniqueConstraint("network", "dedupe_key", name=op.f("uq_delivery_network_dedupe_key")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_delivery_broadcast_id_state"), ["broadcast_id", "state"], unique=False
        )
        batch_op.create_index(
            "ix_delivery_in_hand",
            ["network", "state", "lease_until"],
            unique=False,
            postgresql_where=sa.text("state IN ('claimed', 'sending', 'unknown')"),
            sqlite_where=sa.text("state IN ('claimed', 'sending', 'unknown')"),
        )
        batch_op.create_index(
            "ix_delivery_person",
            ["person_id"],
            unique=False,
            postgresql_where=sa.text("registration_id IS NULL"),
            sqlite_where=sa.text("registration_id IS NULL"),
        )
        batch_op.create_index(
            batch_op.f("ix_delivery_registration_id"), ["registration_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_delivery_training_id_kind"), ["training_id", "kind"], unique=False
        )
        batch_op.create_index(
            "ix_delivery_waiting",
            ["network", "priority", "next_at", "id"],
            unique=False,
            postgresql_where=sa.text("state = 'scheduled'"),
            sqlite_where=sa.text("state = 'scheduled'"),
        )

    op.create_table(
        "delivery_attempt",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("delivery_id", BIG, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("error", sa.String(length=300), nullable=True),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["delivery.id"],
            name=op.f("fk_delivery_attempt_delivery_id_delivery"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery_attempt")),
    )
    with op.batch_alter_table("delivery_attempt", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_delivery_attempt_delivery_id"), ["delivery_id"], unique=False
        )
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
