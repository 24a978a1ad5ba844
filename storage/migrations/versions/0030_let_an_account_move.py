"""Let a member's account move to another chat, by a link and after a day to say no."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0030", "0028"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "account_move",
        sa.Column("id", _BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("person_id", _BIG, nullable=False),
        sa.Column("token_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("chat_key", sa.LargeBinary(32)),
        sa.Column("chat_id", sa.LargeBinary),
        sa.Column("language", sa.String(8)),
        sa.Column("moves_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_move")),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_account_move_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("token_hash", name=op.f("uq_account_move_token_hash")),
        sa.UniqueConstraint("person_id", name=op.f("uq_account_move_person_id")),
        sqlite_autoincrement=True,
    )
