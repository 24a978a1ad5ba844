"""Let a registration keep the position at which somebody came, whatever place they wait at now."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0041", "0040"


def upgrade() -> None:
    since: sa.Column[int] = sa.Column("since", sa.Integer())
    op.add_column("registration", since)
