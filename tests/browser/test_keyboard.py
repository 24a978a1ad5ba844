"""The same without a mouse."""

import pytest
from playwright.async_api import Page, expect

from bot.demo.stage import Stage
from tests.browser.support import TITLE, Phone, choose, offer

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_somebody_joins_and_registers_with_the_keyboard_only(
    stage: Stage, page: Page, kaarst: Phone
) -> None:
    await offer(stage)
    await choose(page, "Zu den Telefonen")
    await page.keyboard.press("Enter")
    await choose(page, "Einladung öffnen")
    await page.keyboard.press("Enter")
    await kaarst.button("Einverstanden").wait_for()
    await choose(page, "Einverstanden", 3)
    await page.keyboard.press("Enter")
    await kaarst.button("Ohne Namen weiter").wait_for()

    # The message was replaced under the finger; the focus stays in its place.
    await expect(page.locator(":focus")).to_have_text("Ohne Namen weiter")

    await page.keyboard.press("Enter")
    await kaarst.button(f"1. {TITLE}").wait_for()
    await choose(page, f"1. {TITLE}")
    await page.keyboard.press("Space")
    await kaarst.button("Anmelden").wait_for()
    await choose(page, "Anmelden")
    await page.keyboard.press("Enter")

    await expect(kaarst.button("Abmelden")).to_be_visible()


async def test_menus_open_move_and_close_with_keys(page: Page, kaarst: Phone) -> None:
    await kaarst.joins()
    more = kaarst.node.get_by_role("button", name="Mehr")
    await more.focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("End")

    await expect(page.locator(":focus")).to_have_text("Bot blockieren")

    await page.keyboard.press("Escape")

    await expect(more).to_be_focused()
    await expect(more).to_have_attribute("aria-expanded", "false")


async def test_a_menu_stays_open_under_the_finger_when_a_message_comes(
    page: Page, kaarst: Phone
) -> None:
    await kaarst.joins()
    more = kaarst.node.get_by_role("button", name="Mehr")
    commands = kaarst.node.get_by_role("button", name="Befehle des Bots")
    for opener, said in ((more, "/hilfe"), (commands, "/termine")):
        await opener.focus()
        await page.keyboard.press("Enter")
        await page.keyboard.press("ArrowDown")
        chosen = await page.locator(":focus").text_content()

        messages = kaarst.node.locator(".message")
        before = await messages.count()
        await page.evaluate(_SAYS, said)
        await messages.nth(before + 1).wait_for()  # what was said, and its answer

        await expect(page.locator(":focus")).to_have_text(chosen or "")
        await page.keyboard.press("Escape")
        await expect(opener).to_be_focused()


async def test_enter_sends_and_stays_in_the_line(page: Page, kaarst: Phone) -> None:
    await kaarst.joins()
    line = kaarst.node.get_by_role("textbox")
    await line.focus()
    await page.keyboard.type("/hilfe")
    await page.keyboard.press("Enter")

    await expect(kaarst.sees("/hilfe").first).to_be_visible()
    await expect(line).to_be_focused()
    await expect(line).to_have_value("")


#: What somebody says on another device: it reaches this phone from outside.
_SAYS = """(text) => fetch("/sim/people/1001/says", {
  method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify({text}),
})"""
