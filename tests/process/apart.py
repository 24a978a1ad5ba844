"""The demo's stage with the bot as a process of its own: it knows the stand-in by HTTP alone."""

from __future__ import annotations

import asyncio
import time
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.demo.stage import GLANCE, PATIENCE, Stage
from bot.demo.tale import Tale
from bot.network_file import find
from standin.http.page import hand_out
from standin.http.server import application, serving
from standin.telegram import TOKEN
from storage.crypto import Vault, new_key
from storage.database import Database
from tests.process.support import Process


class Apart(Stage):
    """Everything of the demo but its bot, which is `netzbote run`."""

    settings: dict[str, str]

    def __init__(self, tale: Tale, database: Path, folder: Path, **more: str) -> None:
        super().__init__(tale.network(), folder, tale.cast)
        self._more = more
        self._path = database
        self._left = AsyncExitStack()
        self._asked = 0

    async def open(self) -> None:
        """Serve the stand-in, and start the bot."""
        hand_out(self.telegram, self.cast.phones)
        key, url = new_key(), f"sqlite+aiosqlite:///{self._path}"
        self.database = Database(url, Vault([key]), self.network.slug)
        served = serving(application(self.telegram, self.clock))
        address = await self._left.enter_async_context(served)
        self._write("shift", f"{self._ahead():.3f}")
        for name in ("asked", "beaten"):
            self._write(name, "")
        self.settings = {
            "MOVED": str(self._folder),
            "NETZBOTE_BOT_TOKEN": TOKEN,
            "NETZBOTE_BOT_API_URL": address,
            "NETZBOTE_DATABASE_URL": url,
            "NETZBOTE_ENCRYPTION_KEYS": key,
            "NETZBOTE_MESSAGES_PER_SECOND": "1000",
            "NETZBOTE_NETWORK": str(self._network_file()),
            **self._more,
        }
        log = self._folder / "bot.log"
        self.process = Process("moved", "run", settings=self.settings, cwd=self._folder, log=log)
        await self._tick(timedelta.max)

    def _network_file(self) -> Path:
        """Write the network as it is played: check-in is switched on."""
        text = find(self.network.slug).read_text(encoding="utf-8")
        path = self._folder / "network.toml"
        wanted = f"presence = {str(self.network.presence).lower()}"
        path.write_text(text.replace("presence = false", wanted), encoding="utf-8")
        return path

    def _ahead(self) -> float:
        return (self.clock.now() - datetime.now(UTC)).total_seconds()

    def _write(self, name: str, said: str) -> None:
        new = self._folder / f"{name}.new"
        new.write_text(said, encoding="ascii")
        new.rename(self._folder / name)

    def _move(self, moment: datetime) -> None:
        super()._move(moment)
        self._write("shift", f"{self._ahead():.3f}")

    async def _tick(self, within: timedelta) -> None:
        """Ask the bot to let its ticks beat, and wait until they did."""
        self._asked += 1
        asked = f"{self._asked} {within // timedelta(seconds=1)}"
        self._write("asked", asked)
        deadline = time.monotonic() + PATIENCE
        while (self._folder / "beaten").read_text(encoding="ascii") != asked:
            assert self.process.code is None, self.process.told()
            assert time.monotonic() < deadline, self.process.told()
            await asyncio.sleep(GLANCE)

    async def close(self) -> None:
        """End the bot as a service manager does, and leave nothing behind."""
        code = await asyncio.to_thread(self.process.stops)
        await self.database.close()
        await self._left.aclose()

        assert code == 0, self.process.told()
