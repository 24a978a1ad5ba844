"""Large letters and little room: at 320 px, at 200 %, with larger text; and what covers what."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.demo.phones import NEUSS
from bot.demo.stage import Stage
from tests.browser.chromium import OPTIONS
from tests.browser.conftest import Opens
from tests.browser.support import TITLE, Phone, offer

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

#: A phone of the smallest kind, and windows of 1280 by 720 and by 1024 at 200 %, in CSS pixels.
WINDOWS = {"small": (320, 568), "sideways": (568, 320), "zoomed": (640, 360), "taller": (640, 512)}
#: So much of the conversation can be seen at once, in CSS pixels.
LEAST_SEEN = 120
#: What stands outside of the window to the right, and what is cut off within its own box.
STICKING_OUT = """() => [...document.querySelectorAll("body *")]
  .filter((each) => each.checkVisibility({ contentVisibilityAuto: true }))
  .filter((each) => !each.closest(".unseen, .skip, .owner, .drawer"))
  .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
  .map((each) => each.outerHTML.slice(0, 120))"""
CUT_OFF = """() => [...document.querySelectorAll("button, .bubble, h1, time, .toasts p")]
  .filter((each) => each.checkVisibility() && !each.closest(".unseen, .owner"))
  .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
  .map((each) => each.outerHTML.slice(0, 120))"""


async def registers(page: Page) -> Phone:
    """Play on a single phone until there is a card, a file and a word at the press."""
    await page.get_by_role("tab", name="Fachkraft Neuss").click()
    neuss = Phone(page, NEUSS)
    await neuss.joins()
    await neuss.taps(f"1. {TITLE}")
    await neuss.taps("Anmelden")
    await neuss.sees("termin.ics").wait_for()
    return neuss


async def fits(page: Page, phone: Phone) -> None:
    """Demand that nothing asks for scrolling sideways, and that one can read."""
    assert await page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert await page.evaluate(STICKING_OUT) == []
    assert await page.evaluate(CUT_OFF) == []
    await phone.node.locator(".log").scroll_into_view_if_needed()
    box = await phone.node.locator(".log").bounding_box()
    assert box is not None
    assert box["height"] >= LEAST_SEEN


@pytest.mark.parametrize("window", WINDOWS)
async def test_one_can_read_and_write_in_little_room(
    stage: Stage, open_page: Opens, window: str, tmp_path: Path
) -> None:
    await offer(stage)
    page = await open_page(*WINDOWS[window])
    neuss = await registers(page)
    await page.screenshot(path=tmp_path / f"{window}.png")

    await fits(page, neuss)

    composer = neuss.node.get_by_role("textbox")
    await composer.scroll_into_view_if_needed()
    await expect(composer).to_be_in_viewport()

    for drawer in ("Störungen", "Aufrufe der Bot-API"):
        await page.get_by_role("button", name=drawer).click()

        assert await page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest_asyncio.fixture(loop_scope="session")
async def larger_text(chromium: str) -> AsyncIterator[Browser]:
    """A browser whose owner asked for letters twice as large, and for nothing else."""
    async with async_playwright() as playwright:
        larger = [*OPTIONS, "--blink-settings=defaultFontSize=32"]
        browser = await playwright.chromium.launch(executable_path=chromium, args=larger)
        yield browser
        await browser.close()


async def test_text_alone_can_be_twice_as_large(
    stage: Stage, address: str, larger_text: Browser, tmp_path: Path
) -> None:
    await offer(stage)
    page = await larger_text.new_page(viewport={"width": 1280, "height": 720})
    await page.goto(address)
    await page.wait_for_selector("body[data-ready]")
    neuss = await registers(page)
    await page.screenshot(path=tmp_path / "text.png")
    size = await page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")

    assert size >= 30
    await fits(page, neuss)


async def test_what_the_bot_says_at_a_press_covers_nothing_and_can_be_closed(
    stage: Stage, open_page: Opens
) -> None:
    await offer(stage)
    page = await open_page(640, 512)
    neuss = await registers(page)
    said = neuss.node.locator(".toasts [role=status] p")
    await expect(said).to_have_count(1)
    told, log = await said.bounding_box(), await neuss.node.locator(".log").bounding_box()
    assert told is not None
    assert log is not None
    assert told["y"] + told["height"] <= log["y"] + 1

    await neuss.node.get_by_role("button", name="Hinweis schließen").click()

    await expect(said).to_have_count(0)


async def test_an_old_word_makes_way_for_a_new_message(stage: Stage, open_page: Opens) -> None:
    await offer(stage)
    page = await open_page(640, 512)
    neuss = await registers(page)
    said = neuss.node.locator(".toasts [role=status] p")
    await expect(said).to_have_count(1)
    await page.wait_for_timeout(1100)
    await neuss.says("/hilfe")
    await neuss.sees("So geht es").wait_for(timeout=3000)

    await expect(said).to_have_count(0, timeout=1000)
