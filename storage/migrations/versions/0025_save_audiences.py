"""Save audiences for an office, and that a training takes place with fewer than its minimum.

A process of the release before that still runs knows nothing of either.
"""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0025", "0024"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "saved_audience",
        sa.Column("id", _BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("offices", sa.String(1600), nullable=False),
        sa.Column("sectors", sa.String(800), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_audience")),
        sa.UniqueConstraint(
            "network",
            "office",
            "offices",
            "sectors",
            name=op.f("uq_saved_audience_network_office_offices_sectors"),
        ),
        sqlite_autoincrement=True,
    )
    goes_ahead: sa.Column[bool] = sa.Column(
        "goes_ahead", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("training", goes_ahead)
