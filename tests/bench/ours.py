"""Our bot as a process of its own, on real parts. Usage: ours.py SETTINGS_FILE (JSON)."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import json
import signal
import sys
from pathlib import Path
from typing import Any

from bot.loading import no_look_for_garbage

with no_look_for_garbage():  # as `bot/cli.py` does
    from bot import log
    from bot.app import Bot, Parts
    from bot.network_file import load
    from bot.telegram.transport import Transport
    from bot.telegram.updates import poll
    from storage.crypto import Vault
    from storage.database import Database


def build(settings: dict[str, Any]) -> Bot:
    """Return the bot that the settings describe."""
    network = load(settings["network"])
    database = Database(settings["database_url"], Vault([settings["key"]]), network.slug)
    return Bot(
        Parts(
            network=network,
            database=database,
            request=Transport(),
            polling=Transport(pool_size=4),
            token="1:bench",
            rate=settings["rate"],
            base_url=settings["base_url"],
        )
    )


async def run(bot: Bot) -> None:
    """Work until told to stop."""
    await bot.initialize()
    tasks = [
        asyncio.create_task(bot.work()),
        asyncio.create_task(poll(bot.channel.api, bot.accept)),
    ]
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, tasks[1].cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await tasks[1]
    tasks[0].cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await tasks[0]
    await bot.shutdown()


def main() -> None:
    log.configure("json", "WARNING", secrets=["1:bench"])
    settings = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    gc.freeze()  # as `bot/run.py` does
    asyncio.run(run(build(settings)))


if __name__ == "__main__":
    main()
