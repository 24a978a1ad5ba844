"""Know by a digest what offices agreed to, so that a later change of the report is told."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.v0040.guards import put

revision, down_revision = "0040", "0039"


def upgrade() -> None:
    op.add_column("endorsement", sa.Column("seen", sa.String(64)))
    put(op.get_bind())
