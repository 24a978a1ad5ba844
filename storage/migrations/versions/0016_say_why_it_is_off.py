"""Let a training that is called off say why, and when it is held instead.

Those that were called off before say neither.
"""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0016", "0015"


def upgrade() -> None:
    reason = sa.Column("cancelled_for", sa.String(32), nullable=False, server_default="")
    op.add_column("training", reason)
    op.add_column("training", sa.Column("instead_at", sa.DateTime(timezone=True)))
