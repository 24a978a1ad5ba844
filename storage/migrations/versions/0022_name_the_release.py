"""Name the release that brought the tables up to date, so that an older one can say it.

A process of the release before that still runs knows nothing of it.
"""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0022", "0021"


def upgrade() -> None:
    op.add_column("alembic_version", sa.Column("release", sa.String(64)))
