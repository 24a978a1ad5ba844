"""Keep what certificates are proved by: sealed, and the same when the keys are changed."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0028", "0027"


def upgrade() -> None:
    op.create_table(
        "secret",
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("network", "name", name=op.f("pk_secret")),
    )
