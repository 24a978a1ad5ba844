"""Let people choose which announcements they get, and coordinators whether a day is summed up.

What was so far stays so: everybody gets all, but who only looks on gets none.
"""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0020", "0019"


def upgrade() -> None:
    chosen = sa.Column("announced", sa.String(16), nullable=False, server_default="all")
    op.add_column("person", chosen)
    daily: sa.Column[bool] = sa.Column(
        "daily", sa.Boolean(), nullable=False, server_default=sa.true()
    )
    op.add_column("person", daily)
    op.execute("UPDATE person SET announced = 'none' WHERE role = 'auditor'")
