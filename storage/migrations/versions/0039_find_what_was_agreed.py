"""Find what was agreed upon without going through the ledger of all years."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0039", "0038"


def upgrade() -> None:
    agreed = sa.text("kind = 'procedure-agreed'")
    op.create_index(
        "ix_ledger_agreed",
        "ledger",
        ["network", "day"],
        sqlite_where=agreed,
        postgresql_where=agreed,
    )
