"""Guard what lasts: what may become of its rows, table by table; seals with a form and an end.

Nothing that is there is looked at or changed: the guards hold for what is written from now on.
"""

import sqlalchemy as sa
from alembic import op

from storage.migrations.v0013.triggers import put

revision, down_revision = "0013", "0012"


def upgrade() -> None:
    form = sa.Column("form", sa.SmallInteger, nullable=False, server_default="1")
    op.add_column("year_seal", form)
    versions = sa.Column("versions", sa.Integer, nullable=False, server_default="0")
    op.add_column("year_seal", versions)
    op.add_column("year_seal", sa.Column("file", sa.JSON(none_as_null=True)))
    op.create_table(
        "seal_end",
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("seals", sa.Integer, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("network", name=op.f("pk_seal_end")),
    )
    put(op.get_bind())
