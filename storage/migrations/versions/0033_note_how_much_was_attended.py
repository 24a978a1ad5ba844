"""Let a registration say how much of a training somebody attended, where it was not the whole."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0033", "0032"


def upgrade() -> None:
    units: sa.Column[int] = sa.Column("units_attended", sa.Integer())
    missed: sa.Column[str] = sa.Column("sessions_missed", sa.String(64))
    op.add_column("registration", units)
    op.add_column("registration", missed)
