"""Keep agreements beside their rows of the ledger: of a title the database knows the pattern."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.v0018.guards import put

revision, down_revision = "0018", "0017"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "agreement",
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("entry_id", _BIG, nullable=False, autoincrement=False),
        sa.Column("title", sa.String(64), nullable=False),
        sa.Column("label", sa.String(200), nullable=False),
        sa.Column("offices", sa.JSON, nullable=False),
        sa.Column("replaces", _BIG),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_agreement")),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["ledger.id"],
            name=op.f("fk_agreement_entry_id_ledger"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["replaces"],
            ["agreement.entry_id"],
            name=op.f("fk_agreement_replaces_agreement"),
            ondelete="RESTRICT",
        ),
    )
    put(op.get_bind())
