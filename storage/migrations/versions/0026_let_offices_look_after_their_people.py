"""Let offices look after their people, and let a seat go to a colleague.

Of the day somebody joined only the month is kept. Everybody counts as confirmed on the day of the
change: nobody is asked before a year has passed.
"""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0026", "0025"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
#: The first day of the month of a consent, which for most is that of joining.
_MONTH = {
    "sqlite": "date(consented_on, 'start of month')",
    "postgresql": "date_trunc('month', consented_on)::date",
}


def upgrade() -> None:
    for name in ("joined_on", "confirmed_on", "asked_on"):
        op.add_column("person", sa.Column(name, sa.Date()))
    month = _MONTH[op.get_bind().dialect.name]
    op.execute(f"UPDATE person SET joined_on = {month}, confirmed_on = CURRENT_DATE")  # noqa: S608 - ours
    op.create_table(
        "substitute",
        sa.Column("id", _BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("training_id", _BIG, nullable=False),
        sa.Column("person_id", _BIG, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("token_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_substitute")),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["training.id"],
            name=op.f("fk_substitute_training_id_training"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_substitute_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("token_hash", name=op.f("uq_substitute_token_hash")),
        sa.UniqueConstraint(
            "training_id", "person_id", name=op.f("uq_substitute_training_id_person_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_substitute_person_id", "substitute", ["person_id"])
