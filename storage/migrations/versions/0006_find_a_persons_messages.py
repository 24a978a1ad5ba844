"""Find a person's messages by their registrations, and by their number only where there is none."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0006", "0005"

_WITHOUT = sa.text("registration_id IS NULL")


def upgrade() -> None:
    op.drop_index("ix_delivery_person_id", "delivery")
    op.create_index(
        "ix_delivery_person",
        "delivery",
        ["person_id"],
        postgresql_where=_WITHOUT,
        sqlite_where=_WITHOUT,
    )
