"""Keep words to many beside announcements: sealed, for those of a training or of no training.

A process of the release before that still runs does not know whom such a row is for: it calls one
off that is due, and tells who wrote it.
"""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0019", "0018"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_STATES = "state IN ('scheduled', 'running', 'done', 'cancelled')"
_KEPT = (
    *("id", "network", "training_id", "created_by", "revision", "audience", "state", "send_at"),
    *("total", "progress_card", "progress_shown"),
)


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("broadcast", "training_id", nullable=True)
        op.add_column("broadcast", sa.Column("words", sa.LargeBinary()))
    else:
        _anew()


def _anew() -> None:
    """Make the table anew: SQLite lets no column go empty that could not before.

    Foreign keys are off meanwhile; numbers that were given are not given again.
    """
    highest = op.get_bind().scalar(
        sa.text("SELECT max(seq) FROM sqlite_sequence WHERE name = 'broadcast'")
    )
    op.create_table(
        "broadcast_anew",
        sa.Column("id", _BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("training_id", _BIG),
        sa.Column("created_by", _BIG),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("send_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("progress_card", sa.String(255)),
        sa.Column("progress_shown", sa.Integer(), server_default="-1", nullable=False),
        sa.Column("words", sa.LargeBinary()),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["training.id"],
            name=op.f("fk_broadcast_training_id_training"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["created_by"],
            ["person.id"],
            name=op.f("fk_broadcast_created_by_person"),
            ondelete="SET NULL",
        ),
        sa.CheckConstraint(_STATES, name=op.f("ck_broadcast_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcast")),
        sqlite_autoincrement=True,
    )
    listed = ", ".join(_KEPT)
    op.execute(
        f"INSERT INTO broadcast_anew ({listed}) SELECT {listed}"  # noqa: S608 - ours
        " FROM broadcast ORDER BY id"
    )
    op.drop_table("broadcast")
    op.rename_table("broadcast_anew", "broadcast")
    columns = ["network", "state", "send_at"]
    op.create_index("ix_broadcast_network_state_send_at", "broadcast", columns)
    if highest is not None:
        op.execute("DELETE FROM sqlite_sequence WHERE name = 'broadcast'")
        given = sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES ('broadcast', :highest)")
        op.execute(given.bindparams(highest=highest))
