"""Ask once before a deadline who has not answered, and let people do without."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0021", "0020"


def upgrade() -> None:
    op.add_column("training", sa.Column("nudged_at", sa.DateTime(timezone=True)))
    nudged: sa.Column[bool] = sa.Column(
        "nudged", sa.Boolean(), nullable=False, server_default=sa.true()
    )
    op.add_column("person", nudged)
