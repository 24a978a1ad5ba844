"""Let the office of whoever registers approve, where a training wants it."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0032", "0031"


def upgrade() -> None:
    wanted: sa.Column[bool] = sa.Column(
        "wants_approval", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("training", wanted)
    op.add_column("registration", sa.Column("approve_by", sa.DateTime(timezone=True)))
    waits = sa.text("approve_by IS NOT NULL")
    op.create_index(
        "ix_registration_approval",
        "registration",
        ["network", "approve_by"],
        postgresql_where=waits,
        sqlite_where=waits,
    )
