"""A real Chromium in front of the real bot, and nothing between them but the stand-in."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from bot.demo.app import hooks
from bot.demo.phones import COORDINATOR, DORMAGEN, NEUSS, POLICE
from bot.demo.stage import Stage, staged
from standin.http.server import application, serving
from tests.browser.chromium import OPTIONS
from tests.browser.support import Phone
from tests.programs import needed


@pytest.fixture(scope="session")
def chromium() -> str:
    return needed("chromium")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=list(OPTIONS))
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def stage() -> AsyncIterator[Stage]:
    """The whole demo, with its bot at work."""
    async with staged() as stage:
        yield stage


@pytest_asyncio.fixture(loop_scope="session")
async def address(stage: Stage) -> AsyncIterator[str]:
    """The page with the bot behind it."""
    app = application(stage.telegram, stage.clock, hooks=hooks(stage))
    async with serving(app) as address:
        yield address


@pytest.fixture
def errors() -> list[str]:
    """What the browser complained about; empty at the end of each test."""
    return []


@pytest_asyncio.fixture(loop_scope="session")
async def open_page(browser: Browser, address: str, errors: list[str]) -> AsyncIterator[Opens]:
    opens = Opens(browser, address, errors)
    yield opens
    for context in opens.contexts:
        await context.close()

    assert errors == []


class Opens:
    """Opens the page in a fresh window, once or more often."""

    def __init__(self, browser: Browser, address: str, errors: list[str]) -> None:
        self._browser = browser
        self._address = address
        self._errors = errors
        self.contexts: list[BrowserContext] = []

    async def __call__(self, width: int = 1440, height: int = 900, scheme: str = "light") -> Page:
        context = await self._browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        self.contexts.append(context)
        context.set_default_timeout(10_000)
        page = await context.new_page()
        page.on("console", lambda m: self._errors.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: self._errors.append(str(error)))
        page.on("request", self._only_here)
        await page.goto(self._address)
        await page.wait_for_selector("body[data-ready]")
        return page

    def _only_here(self, request: object) -> None:
        url = str(getattr(request, "url", ""))
        if not url.startswith(self._address):
            self._errors.append(f"asked {url}")


@pytest_asyncio.fixture(loop_scope="session")
async def page(open_page: Opens) -> Page:
    return await open_page()


@pytest.fixture
def kaarst(page: Page) -> Phone:
    return Phone(page, COORDINATOR)


@pytest.fixture
def neuss(page: Page) -> Phone:
    return Phone(page, NEUSS)


@pytest.fixture
def dormagen(page: Page) -> Phone:
    return Phone(page, DORMAGEN)


@pytest.fixture
def police(page: Page) -> Phone:
    return Phone(page, POLICE)
