"""A button that copies: on a narrow page the text is in the clipboard, and the page says so."""

from __future__ import annotations

import pytest

from bot.demo.phones import COORDINATOR
from bot.demo.stage import Stage
from tests.browser.conftest import Opens
from tests.browser.support import TITLE, Phone, offer

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

WIDTH, HEIGHT = 360, 740


async def test_a_link_is_copied_from_a_phone_wide_page(stage: Stage, open_page: Opens) -> None:
    await offer(stage)
    page = await open_page(WIDTH, HEIGHT)
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone = Phone(page, COORDINATOR)
    await phone.joins()
    await phone.taps(f"1. {TITLE}")
    await phone.button("Diesmal nicht").wait_for()
    await phone.taps("Weitergeben")
    await phone.taps("Link kopieren")
    await phone.node.get_by_text("In die Zwischenablage kopiert").wait_for()
    copied = await page.evaluate("navigator.clipboard.readText()")

    assert copied.startswith("https://t.me/")
    assert "?start=t-" in copied
