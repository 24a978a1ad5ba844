"""How it looks: on a phone and on a desk, by day and by night, and for a screen reader."""

from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from bot.demo.phones import NEUSS
from bot.demo.stage import Stage
from tests.browser.conftest import Opens
from tests.browser.support import TITLE, Phone, offer

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def problems(page: Page) -> list[str]:
    """Return what axe-core complains about."""
    found = await Axe().run(page)
    return [
        f"{violation['id']}: {node['html'][:200]}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


async def registers(page: Page, narrow: bool) -> None:
    """Play until there is something to look at."""
    if narrow:
        await page.get_by_role("tab", name="Fachkraft Neuss").click()
    neuss = Phone(page, NEUSS)
    await neuss.joins()
    await neuss.taps(f"1. {TITLE}")
    await neuss.taps("Anmelden")
    await neuss.sees("termin.ics").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(375, 740), (1440, 900)], ids=["phone", "desk"])
async def test_nothing_sticks_out_and_axe_finds_nothing(
    stage: Stage, open_page: Opens, size: tuple[int, int], scheme: str, tmp_path: Path
) -> None:
    await offer(stage)
    page = await open_page(*size, scheme)

    assert await problems(page) == []

    await registers(page, narrow=size[0] < 760)
    await page.screenshot(path=tmp_path / f"{size[0]}-{scheme}.png")

    assert await page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert await problems(page) == []

    for drawer in ("Aufrufe der Bot-API", "Störungen"):
        await page.get_by_role("button", name=drawer).click()

        assert await problems(page) == []


async def test_a_narrow_window_shows_one_phone_and_counts_news_on_the_others(
    stage: Stage, open_page: Opens
) -> None:
    page = await open_page(375, 740)

    await expect(page.locator(".phone:visible")).to_have_count(1)

    await stage.telegram.people[NEUSS].opens()

    news = page.locator(f"#tab-{NEUSS} .badge")
    await expect(news).to_have_text("2 neu")

    await page.get_by_role("tab", name="Koordination Kaarst").focus()
    await page.keyboard.press("ArrowRight")

    await expect(page.locator(f"#phone-{NEUSS}")).to_be_visible()
    await expect(page.get_by_role("tab", name="Fachkraft Neuss")).to_be_focused()
    await expect(news).to_be_hidden()
