"""Let registrations go unclosed: when a training was called off, and a mark for early sums."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.ledger_lists import OF_0011
from storage.migrations.v0007.words import guard_ledger_anew

revision, down_revision = "0011", "0010"

#: When older ones were called off nobody knows: now at the latest, or the end if that is over.
_OFF = (
    "UPDATE training SET cancelled_at = CASE WHEN ends_at < CURRENT_TIMESTAMP "
    "THEN ends_at ELSE CURRENT_TIMESTAMP END WHERE status = 'cancelled'"
)


def upgrade() -> None:
    op.add_column("training", sa.Column("cancelled_at", sa.DateTime(timezone=True)))
    op.execute(_OFF)
    guard_ledger_anew(op.get_bind(), OF_0011)
