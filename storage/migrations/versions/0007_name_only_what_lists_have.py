"""Name only what lists have: rows that last refuse whatever could be a person, a hash or a time."""

from alembic import op

from storage.migrations.words import guard_words

revision, down_revision = "0007", "0006"


def upgrade() -> None:
    guard_words(op.get_bind())
