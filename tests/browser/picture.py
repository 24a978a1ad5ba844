"""Draws docs/demo.png anew: `python -m tests.browser.picture`."""

from __future__ import annotations

import asyncio
from pathlib import Path

from playwright.async_api import Page, ViewportSize, async_playwright

from bot.demo.app import hooks
from bot.demo.phones import COORDINATOR, DORMAGEN, NEUSS, POLICE
from bot.demo.stage import staged
from standin.http.server import application, serving
from tests.browser.chromium import OPTIONS
from tests.browser.support import TITLE, Phone, offer
from tests.programs import find

PICTURE = Path(__file__).parents[2] / "docs" / "demo.png"
SIZE: ViewportSize = {"width": 1440, "height": 860}


async def draw() -> None:
    """Play a little and take the picture."""
    async with staged() as stage:
        await offer(stage)
        app = application(stage.telegram, stage.clock, hooks=hooks(stage))
        async with serving(app) as address:
            await _photograph(address)


async def _photograph(address: str) -> None:
    async with async_playwright() as playwright:
        program = find("chromium")
        browser = await playwright.chromium.launch(executable_path=program, args=list(OPTIONS))
        page = await browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
        await page.goto(address)
        await page.wait_for_selector("body[data-ready]")
        await _play(page)
        await page.screenshot(path=PICTURE)
        await browser.close()


async def _play(page: Page) -> None:
    kaarst, neuss, dormagen, police = (
        Phone(page, i) for i in (COORDINATOR, NEUSS, DORMAGEN, POLICE)
    )
    for phone in (kaarst, neuss, dormagen):
        await phone.joins()
    await kaarst.says("/neu")
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
    asyncio.run(draw())
