"""Let a training say what it is: sealed words, whom to turn to, how many are needed.

A process of the release before neither writes nor reads them: its trainings say nothing more.
"""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0015", "0014"


def upgrade() -> None:
    op.add_column("training", sa.Column("words", sa.LargeBinary()))
    contact = sa.Column("contact", sa.String(64), nullable=False, server_default="")
    op.add_column("training", contact)
    op.add_column("training", sa.Column("minimum", sa.Integer()))
