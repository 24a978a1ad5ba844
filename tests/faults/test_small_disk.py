"""A disk that is really full (row 30): nothing is confirmed that is not kept, nothing is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.app import Bot, Parts
from bot.demo.phones import stand_in
from domain.network import Network
from standin.inprocess import InProcessRequest
from standin.telegram import TOKEN
from standin.world.clock import MovableClock
from storage.crypto import Vault
from storage.database import Database
from tests.chat.conftest import START
from tests.conftest import NETWORK, fill


def hello(number: int) -> dict[str, object]:
    user = {"id": 101, "is_bot": False, "first_name": "x"}
    entities = [{"type": "bot_command", "offset": 0, "length": 6}]
    message = {
        "message_id": number,
        "date": 0,
        "chat": {"id": 101, "type": "private"},
        "from": user,
        "text": "/hilfe " + "x" * 400,
        "entities": entities,
    }
    return {"update_id": number, "message": message}


async def test_fault_30_a_disk_without_room(
    small_disk: Path, sqlite_template: Path, vault: Vault, network: Network
) -> None:
    file = small_disk / "netzbote.db"
    shutil.copy(sqlite_template, file)
    clock = MovableClock(START)
    telegram = stand_in(clock.now)
    await telegram.person(101, "Anna <&>").says("/start")  # nobody may be written to before
    telegram.take_updates()
    database = Database(f"sqlite:///{file}", vault, NETWORK)
    request = InProcessRequest(telegram)
    bot = Bot(
        Parts(
            network, database, request, TOKEN, now=clock.now, monotonic=clock.monotonic, rate=None
        )
    )
    await bot.initialize()
    await bot.accept([hello(1)])
    await bot.settle_down()
    filler = fill(small_disk)
    updates = [hello(number) for number in range(2, 200)]

    with pytest.raises(sa.exc.DBAPIError, match="full"):
        await bot.accept(updates)  # so the offset does not advance

    filler.unlink()
    await bot.accept(updates[:3])
    await bot.settle_down()

    assert len(telegram.ledger) == 8  # each gets the help, and the notice for what stands behind it

    await bot.shutdown()
