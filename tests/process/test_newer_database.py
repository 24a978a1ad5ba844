"""Whoever goes back to an older version is told so, in the same words wherever they look."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.version import version
from storage import migrate
from storage.crypto import new_key
from tests.process.support import call

pytestmark = [pytest.mark.process, pytest.mark.differs]

COMMANDS = (("run",), ("db", "upgrade"), ("db", "check"), ("doctor", "--json"), ("keys", "rotate"))


@pytest.mark.parametrize(
    ("found", "says"),
    [("9999", "brought there by netzbote 7.0.1, and this is netzbote"), ("0006", "begins")],
)
def test_a_database_of_another_version_is_refused_everywhere(
    database_url: str, tmp_path: Path, found: str, says: str
) -> None:
    engine = sa.create_engine(database_url)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{found}'")
        connection.exec_driver_sql("UPDATE alembic_version SET release = '7.0.1'")
    engine.dispose()
    settings = {
        "NETZBOTE_BOT_TOKEN": "1:demo",
        "NETZBOTE_BOT_API_URL": "http://127.0.0.1:9",
        "NETZBOTE_ENCRYPTION_KEYS": new_key(),
        "NETZBOTE_DATABASE_URL": database_url,
    }
    done = [call(*words, settings=settings, cwd=tmp_path) for words in COMMANDS]
    told = [each.stderr.splitlines()[-1] for each in done if each.stderr]
    (seen,) = [one for one in json.loads(done[3].stdout) if one["name"] == "database"]

    assert [each.returncode for each in done] == [1] * len(COMMANDS)
    assert set(told) == {f"netzbote: {seen['text']}"}
    assert len(told) == len(COMMANDS) - 1
    assert seen["state"] == "wrong"
    assert f"The database is at {found}" in seen["text"]
    assert says in seen["text"]
    assert (migrate.newest() in seen["text"]) or found < min(migrate.revisions())
    assert f"netzbote {version()}" in seen["text"]
    assert ("install netzbote 7.0.1, or a later one" in seen["text"]) == (found == "9999")
