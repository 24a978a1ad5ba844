"""Lay out all tables, with the rules that the database itself keeps."""

from alembic import op

from storage.migrations.v0007 import people, trainings, year
from storage.migrations.v0007.guards import guard_delivery_states, guard_ledger
from storage.migrations.v0007.words import guard_words

revision, down_revision = "0007", None


def upgrade() -> None:
    people.lay_out()
    trainings.lay_out()
    year.lay_out()
    guard_delivery_states(op.get_bind())
    guard_ledger(op.get_bind())
    guard_words(op.get_bind())
