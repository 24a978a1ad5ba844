"""Find the notices of a training among all rows of the ledger."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0004", "0003"


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
