"""Find the notices of a training among all rows of the ledger."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index."""
    published = sa.text("kind = 'notice-published'")
    op.create_index(
        "ix_ledger_notice",
        "ledger",
        ["training_id", "day"],
        sqlite_where=published,
        postgresql_where=published,
    )
