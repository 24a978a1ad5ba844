"""The first waiting update of a chat is found quickly."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0006", "0001"


def upgrade() -> None:
    op.create_index(
        "ix_inbox_update_chat",
        "inbox_update",
        ["network", "ordering_key", "update_id"],
        postgresql_where=sa.text("state = 'new'"),
        sqlite_where=sa.text("state = 'new'"),
    )


def downgrade() -> None:
    op.drop_index("ix_inbox_update_chat", "inbox_update")
