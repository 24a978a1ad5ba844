"""The next test finds a database as the migrations left it, whatever the one before has done."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import psycopg
import pytest
import sqlalchemy as sa

from tests.fixtures.lent import Lender

pytestmark = pytest.mark.postgres

#: A row with a number of its own, and one that nobody may delete.
ROWS = (
    "INSERT INTO seal_end (network, seals, digest) VALUES ('here', 1, repeat('a', 64))",
    """
    INSERT INTO access_request
        (network, chat_key, chat_id, office, sector, language, consent_version, requested_at)
    VALUES ('here', 'k', 's', 'o', 'police', 'de', 1, '2027-02-09')
    """,
)
BUILT = (
    "CREATE TABLE more (n integer)",
    "ALTER TABLE counter ADD COLUMN more integer",
    "ALTER TABLE counter DISABLE TRIGGER ALL",
    "CREATE INDEX more ON counter (slug)",
    "ALTER TABLE counter ADD CHECK (n < 9)",
    "UPDATE alembic_version SET version_num = '0099'",
    "CREATE FUNCTION more() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
    "CREATE SCHEMA more",
    "DROP TABLE draft",
)


@contextlib.contextmanager
def _connected(address: str) -> Iterator[sa.Connection]:
    engine = sa.create_engine(address, poolclass=sa.NullPool)
    with engine.begin() as connection:
        yield connection


def _does(address: str, *statements: str) -> None:
    with _connected(address) as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def _asks(address: str, question: str) -> object:
    with _connected(address) as connection:
        answer: object = connection.exec_driver_sql(question).scalar()
    return answer


def test_rows_are_gone_and_numbers_begin_anew(lender: Lender) -> None:
    with lender.lend() as first:
        _does(first, *ROWS)
        with pytest.raises(sa.exc.IntegrityError):
            _does(first, "DELETE FROM seal_end")
        assert _asks(first, "SELECT id FROM access_request") == 1
    with lender.lend() as second:
        for table in ("seal_end", "access_request"):
            assert _asks(second, f"SELECT count(*) FROM {table}") == 0
        assert _asks(second, "SELECT count(*) FROM alembic_version") == 1
        _does(second, *ROWS)
        with pytest.raises(sa.exc.IntegrityError):
            _does(second, "DELETE FROM seal_end")
        assert _asks(second, "SELECT id FROM access_request") == 1

    assert first == second


def test_who_still_reads_is_sent_away(lender: Lender) -> None:
    with lender.lend() as first:
        engine = sa.create_engine(first)
        left_open = engine.raw_connection()
        left_open.cursor().execute("LOCK TABLE counter")
    with lender.lend() as second:
        _does(second, "LOCK TABLE counter NOWAIT")
    with pytest.raises(psycopg.OperationalError):
        left_open.cursor().execute("SELECT 1")
    left_open.invalidate()
    engine.dispose()


@pytest.mark.parametrize("built", BUILT)
def test_what_was_built_ends_it(lender: Lender, built: str) -> None:
    with lender.lend() as first:
        _does(first, built)
    with lender.lend() as second:
        version = _asks(second, "SELECT version_num FROM alembic_version")

    assert first != second
    assert version != "0099"
