"""Keep what was agreed to: a request for access waits while the text may change.

Until now there was one version of the text, so the requests of before agreed to that.
"""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0009", "0008"


def upgrade() -> None:
    op.add_column(
        "access_request",
        sa.Column("consent_version", sa.Integer(), server_default="1", nullable=False),
    )
