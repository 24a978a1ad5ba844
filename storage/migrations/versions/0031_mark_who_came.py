"""Let a registration say whether somebody came, where a network wants that."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0031", "0030"


def upgrade() -> None:
    came: sa.Column[bool] = sa.Column("came", sa.Boolean())
    op.add_column("registration", came)
