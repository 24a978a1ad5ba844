"""While tables change, the release before works on; who cannot get a table says so."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa

from storage import migrate
from tests.process.support import until
from tests.process.test_copy import asked
from tests.process.test_killed import Place

pytestmark = [pytest.mark.process, pytest.mark.postgres]

#: What a process of the release before does all day: it writes down what became of a message.
_BEFORE = """
import sys, time, psycopg
number, address = 5000, sys.argv[1]
with psycopg.connect(address, autocommit=True) as connection:
    while True:
        number += 1
        connection.execute(
            "INSERT INTO delivery_attempt (delivery_id, number, ended_at, outcome)"
            " VALUES (71, %s, now(), 'sent')", [number])
        print(number, flush=True)
        time.sleep(0.01)
"""


def _address(url: str) -> str:
    found = sa.make_url(url)
    return f"host={found.query['host']} user={found.username} dbname={found.database}"


@contextmanager
def release_before(url: str, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Let a process of the release before write until the end."""
    with log.open("wb") as file:
        command = [sys.executable, "-c", _BEFORE, _address(url)]
        process = subprocess.Popen(command, stdout=file, stderr=file)
        try:
            until(lambda: log.stat().st_size)
            yield process
        finally:
            process.kill()
            process.wait()


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
def test_the_release_before_writes_while_tables_change(database_url: str, tmp_path: Path) -> None:
    place, log = Place(tmp_path, database_url), tmp_path / "before.log"
    place.is_laid_down()
    with release_before(database_url, log) as before:
        with psycopg.connect(_address(database_url)) as busy:
            busy.execute("SELECT * FROM person LIMIT 1")  # a long look, as a backup takes it
            refused = place.says("db", "upgrade", code=1)
            revision = place.revision()
        during = len(log.read_text().split())
        until(lambda: len(log.read_text().split()) > during)
        place.says("db", "upgrade")
        after = len(log.read_text().split())
        until(lambda: len(log.read_text().split()) > after)
        assert before.poll() is None
    numbers = {int(each) for each in log.read_text().split()}
    kept = {n for (n,) in asked(database_url, "SELECT number FROM delivery_attempt")}

    assert "are in use by another process for too long, and stay as they are" in refused
    assert refused.count("\n") == 1
    assert revision == "0007"
    assert place.revision() == migrate.newest()
    assert numbers <= kept
