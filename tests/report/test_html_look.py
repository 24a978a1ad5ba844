"""The report as a page: axe-core finds nothing, by day, by night, on a phone; nothing is asked."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, async_playwright

from tests.browser.chromium import OPTIONS
from tests.programs import needed
from texts.documents.report_files import Form

#: Where captions and those charts end that have a form for each screen: on the screen.
_EDGES = """[...document.querySelectorAll("caption span, figcaption, .paired svg")]
  .filter((each) => each.checkVisibility())
  .map((each) => Math.floor(each.getBoundingClientRect().right))"""
#: Where the proposals of a table begin and end on the screen.
_PROPOSALS = """each => [...each.querySelectorAll("tr > :last-child")]
  .map((cell) => cell.getBoundingClientRect())
  .map((box) => [Math.round(box.left), Math.round(box.right)])"""

#: The tables that are wider than the screen, and whether the line before them says so.
_WIDE = """[...document.querySelectorAll(".table")]
  .filter((each) => each.scrollWidth > each.clientWidth)
  .map((each) => [each.ariaLabel, each.previousElementSibling.className === "swipe"])"""
#: Where the second column of a table begins, and the proposals.
_SECOND = """each => [...each.querySelectorAll("tbody tr")]
  .map((row) => [row.cells[1], row.cells[row.cells.length - 1]])
  .map((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().left)))"""

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        program = needed("chromium")
        browser = await playwright.chromium.launch(executable_path=program, args=list(OPTIONS))
        yield browser
        await browser.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
async def test_axe_finds_nothing_and_nothing_is_asked_from_outside(
    browser: Browser, made: Callable[[Form], bytes], tmp_path: Path, width: int, scheme: str
) -> None:
    file = tmp_path / "report.html"
    file.write_bytes(made(Form.HTML))
    context = await browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = await context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.goto(file.as_uri())
    found = await Axe().run(page)
    problems = [
        f"{violation['id']}: {node['html'][:200]}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]

    assert problems == []
    assert asked == [file.as_uri()]
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
    assert [each for each in await page.evaluate(_EDGES) if not 0 < each <= width] == []
    assert await page.locator(".swipe").first.is_visible() is (width == 375)


async def test_enlarged_to_200_percent_nothing_is_read_sideways_but_tables(
    browser: Browser, made: Callable[[Form], bytes], tmp_path: Path
) -> None:
    file = tmp_path / "report.html"
    file.write_bytes(made(Form.HTML))
    page = await browser.new_page()
    await page.goto(file.as_uri())
    for width, letters in ((320, "100%"), (640, "100%"), (1280, "200%")):
        await page.set_viewport_size({"width": width, "height": 720})
        await page.evaluate("size => (document.documentElement.style.fontSize = size)", letters)
        await page.screenshot(path=tmp_path / f"report-{width}.png")
        wide = await page.evaluate("document.documentElement.scrollWidth")

        assert wide <= width, (width, letters)
        assert [e for e in await page.evaluate(_EDGES) if not 0 < e <= width] == [], width


async def opened(browser: Browser, html: bytes, folder: Path, width: int) -> Page:
    """Open the report in a window of this width (pixels)."""
    file = folder / "report.html"
    file.write_bytes(html)
    page = await browser.new_page(viewport={"width": width, "height": 800})
    await page.goto(file.as_uri())
    return page


@pytest.mark.parametrize("width", [360, 700])
async def test_on_a_phone_what_is_proposed_stays_in_view(
    browser: Browser, made: Callable[[Form], bytes], tmp_path: Path, width: int
) -> None:
    page = await opened(browser, made(Form.HTML), tmp_path, width)
    tables = page.locator(".table:has(table.proposals)")

    assert await tables.count() == 2  # on page one, and in their chapter
    for table in await tables.all():
        for left in (0, 60, 2000):
            await table.evaluate("(each, left) => (each.scrollLeft = left)", left)
            edges = await table.evaluate(_PROPOSALS)

            assert edges
            assert all(0 <= left < right <= width for left, right in edges), (left, edges)
            assert all(right - left > 100 for left, right in edges)
            assert min(left for left, _ in edges) > 100  # beside it there is room for the hint


@pytest.mark.parametrize("width", [360, 390])
async def test_on_a_phone_no_table_is_cut_without_a_word(
    browser: Browser, made: Callable[[Form], bytes], tmp_path: Path, width: int
) -> None:
    page = await opened(browser, made(Form.HTML), tmp_path, width)
    wide = await page.evaluate(_WIDE)
    pairs = [await t.evaluate(_SECOND) for t in await page.locator("table.proposals").all()]

    assert len(wide) > 5
    assert [name for name, told in wide if not told] == []
    # Between hints and proposals no strip of letters is left.
    assert [pair for rows in pairs for pair in rows if pair[0] < pair[1] - 1] == []
