"""What is asked of one database only is noticed: a run with `--both` fails then."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.database import Database
from tests.fixtures.asked import Asked, only_on_sqlite
from tests.fixtures.databases import asked


async def test_whoever_asks_is_noted_with_the_database_and_a_test(database: Database) -> None:
    async with database.reading() as store:
        await store.invitations.find(b"nothing")
    noted = asked.runs["sqlite" if database.sqlite else "postgresql"]

    assert "::test_" in noted["invitations.py Invitations.find"]


def test_what_no_process_asked_of_the_other_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for worker, runs in (
        ("one", {"sqlite": {"a.py A.of": "first", "b.py B.of": "second"}}),
        ("two", {"sqlite": {"c.py C.of": "third"}, "postgresql": {"a.py A.of": "first"}}),
        ("three", {"postgresql": {"c.py C.of": "third"}}),
    ):
        process = Asked()
        process.runs = runs
        monkeypatch.setenv("PYTEST_XDIST_WORKER", worker)
        process.keep(tmp_path)

    assert list(only_on_sqlite(tmp_path)) == [("b.py B.of", "second")]
