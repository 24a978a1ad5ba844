"""What both sides of a copy have in common: the order of rows, and which tables there are."""

from __future__ import annotations

import sqlalchemy as sa

from storage.copying import TABLES, CopySide
from storage.database import Database
from storage.tables import ledger, subscription

_SERVER = "postgresql+psycopg://nobody@nowhere/nothing"


def test_text_is_sorted_by_its_bytes_on_both_sides() -> None:
    """A server's own order is another one; here it may be the same, so the words are looked at."""
    with (
        CopySide(sa.make_url(_SERVER), "--to") as server,
        CopySide(sa.make_url("sqlite://"), "") as file,
    ):
        assert str(server._ordered(subscription.c.topic)) == 'subscription.topic COLLATE "C"'
        assert str(file._ordered(subscription.c.topic)) == "subscription.topic"
        assert str(server._ordered(ledger.c.id)) == "ledger.id"


async def test_all_tables_go_over(database: Database) -> None:
    """A table that the copy does not know would stay behind."""
    async with database.engine.connect() as connection:
        names = await connection.run_sync(lambda sync: set(sa.inspect(sync).get_table_names()))

    assert {table.name for table in TABLES} == names - {"alembic_version"}
    assert all(table.primary_key.columns for table in TABLES)
