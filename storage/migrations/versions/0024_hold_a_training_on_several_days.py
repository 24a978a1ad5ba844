"""Hold a training on several days, and count who came to fewer of them than to the first.

A process of the release before knows the first start and the last end, as one long date.
"""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0024", "0022"


def upgrade() -> None:
    op.add_column("training", sa.Column("sessions", sa.JSON(), nullable=False, server_default="[]"))
