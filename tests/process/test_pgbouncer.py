"""Behind PgBouncer in transaction mode: no state of a session is relied upon."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.app import Bot, Parts
from bot.demo.phones import stand_in
from domain.network import Network
from standin.inprocess import InProcessRequest
from standin.telegram import TOKEN
from standin.world.clock import MovableClock
from storage import migrate
from storage.crypto import Vault
from storage.database import Database
from tests.chat.conftest import START, World
from tests.conftest import NETWORK
from tests.fixtures.databases import admin
from tests.programs import needed

pytestmark = [pytest.mark.process, pytest.mark.postgres]


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
def pooled_url(postgres: str) -> Iterator[str]:
    """Return the address of an empty database behind a pool of two connections."""
    program = needed("pgbouncer")
    data = Path(str(sa.make_url(postgres.format("x")).query["host"]))
    folder, port = Path(tempfile.mkdtemp(prefix="netzbote-pgbouncer-")), _free_port()
    folder.chmod(0o777)
    (folder / "users").write_text('"postgres" ""\n', encoding="ascii")
    settings = {
        "listen_addr": "127.0.0.1",
        "listen_port": port,
        "auth_type": "any",
        "auth_file": folder / "users",
        "pool_mode": "transaction",
        "default_pool_size": 2,
        "unix_socket_dir": "",
    }
    lines = ["[databases]", f"pooled = host={data} dbname=pooled user=postgres", "[pgbouncer]"]
    lines += [f"{name} = {value}" for name, value in settings.items()]
    (folder / "pgbouncer.ini").write_text("\n".join(lines) + "\n", encoding="ascii")
    admin(postgres, "CREATE DATABASE pooled")
    as_owner = ["-u", data.owner()] if os.geteuid() == 0 else []
    command = [program, "-q", *as_owner, str(folder / "pgbouncer.ini")]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as pool:
        _until_open(port)
        yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/pooled"
        pool.terminate()
    admin(postgres, "DROP DATABASE pooled WITH (FORCE)")
    shutil.rmtree(folder)


def _until_open(port: int) -> None:
    deadline = time.monotonic() + 10
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            assert time.monotonic() < deadline

            time.sleep(0.05)
        else:
            return


async def test_joining_works_in_transaction_mode(
    pooled_url: str, vault: Vault, network: Network
) -> None:
    database = Database(pooled_url, vault, NETWORK)
    await migrate.upgrade(database.engine)
    clock = MovableClock(START)
    telegram = stand_in(clock.now)
    request = InProcessRequest(telegram)
    bot = Bot(
        Parts(
            network, database, request, TOKEN, now=clock.now, monotonic=clock.monotonic, rate=None
        )
    )
    world = World(bot, telegram, clock)
    telegram.settled = world.pressed
    await bot.initialize()
    people = [telegram.person(100 + n, f"Ü<{n}>") for n in range(4)]
    for person in people:
        await world.joins(person)

    assert all("Fertig, Sie sind dabei." in person.messages[-2].text for person in people)

    await bot.shutdown()
