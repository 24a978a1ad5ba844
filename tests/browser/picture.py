"""Draws docs/demo.png anew: `python -m tests.browser.picture`."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from playwright.async_api import Page, ViewportSize, async_playwright

from bot.app import Bot, Parts
from bot.demo.clock import MovableClock
from bot.demo.inprocess import InProcessRequest
from bot.demo.server import application, serving
from bot.demo.telegram import TOKEN, Telegram
from bot.network_file import load
from storage import migrate
from storage.crypto import Vault, new_key
from storage.database import Database
from tests.browser.chromium import OPTIONS, find
from tests.browser.support import DORMAGEN, KAARST, NEUSS, POLICE, START, TITLE, Phone, Stage

PICTURE = Path(__file__).parents[2] / "docs" / "demo.png"
SIZE: ViewportSize = {"width": 1440, "height": 860}


async def draw(folder: Path) -> None:
    """Play a little and take the picture."""
    network = load("rhein-kreis-neuss")
    database = Database(f"sqlite+aiosqlite:///{folder}/demo.db", Vault([new_key()]), network.slug)
    await migrate.upgrade(database.engine)
    clock = MovableClock(START)
    telegram = Telegram(clock.now, limits=False)
    bot = Bot(Parts(network, database, InProcessRequest(telegram), TOKEN, now=clock.now, rate=None))
    stage = Stage(bot, telegram, clock)
    telegram.settled = stage.settled
    await bot.initialize()
    await stage.offers()
    follower = asyncio.create_task(stage.follow_the_clock())
    async with serving(application(telegram, clock, hooks=stage.hooks)) as address:
        await _photograph(address)
    follower.cancel()
    await bot.shutdown()


async def _photograph(address: str) -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find(), args=list(OPTIONS))
        page = await browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
        await page.goto(address)
        await page.wait_for_selector("body[data-ready]")
        await _play(page)
        await page.screenshot(path=PICTURE)
        await browser.close()


async def _play(page: Page) -> None:
    kaarst, neuss, dormagen, police = (Phone(page, i) for i in (KAARST, NEUSS, DORMAGEN, POLICE))
    for phone in (kaarst, neuss, dormagen):
        await phone.joins()
    await kaarst.says("/start")
    await neuss.taps(f"1. {TITLE}")
    await neuss.taps("Anmelden")
    await neuss.button("Abmelden").wait_for()
    await dormagen.taps(f"1. {TITLE}")
    await dormagen.taps("Auf die Warteliste")
    await police.taps("Einladung öffnen")
    await police.button("Einverstanden").wait_for()
    await page.locator(".toasts p").first.wait_for(state="detached")
    await page.locator(".toasts p").first.wait_for(state="detached")
    await page.evaluate("document.activeElement.blur()")
    await page.wait_for_timeout(3000)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        asyncio.run(draw(Path(name)))
