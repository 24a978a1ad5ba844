"""Number seats for good: a code a registration, given once, never given to anybody else."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0010", "0009"

_BEFORE = """
    SELECT count(*) FROM registration AS earlier
    WHERE earlier.training_id = registration.training_id
      AND earlier.position <= registration.position
"""


def upgrade() -> None:
    code = sa.Column("seat_code", sa.Integer, nullable=False, server_default="0")
    op.add_column("registration", code)
    op.execute(f"UPDATE registration SET seat_code = ({_BEFORE})")  # noqa: S608 - ours
    columns = ["training_id", "seat_code"]
    op.create_index("ix_registration_training_id_seat_code", "registration", columns, unique=True)
