"""The story, played by clicking."""

import pytest
from playwright.async_api import Page, expect

from bot.demo.stage import Stage
from bot.demo.story import SCENES
from tests.browser.support import TITLE, Phone, offer

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_three_people_join_register_move_up_and_are_reminded(
    stage: Stage, page: Page, neuss: Phone, dormagen: Phone, police: Phone
) -> None:
    await offer(stage)
    await neuss.joins()
    await dormagen.joins()
    await police.taps("Ohne Einladung starten")

    await expect(police.sees("Dieses Netzwerk ist geschlossen.")).to_be_visible()

    await neuss.taps(f"1. {TITLE}")
    await neuss.taps("Anmelden")

    await expect(neuss.node.get_by_role("status")).to_contain_text("Sie sind angemeldet")
    await expect(neuss.sees("Freitag, 12. März 2027, 09:00 bis 12:30 Uhr").first).to_be_visible()
    await expect(neuss.button("Abmelden")).to_be_visible()

    await neuss.node.get_by_role("button", name="Öffnen: termin.ics").click()

    viewer = page.get_by_role("dialog")
    await expect(viewer).to_contain_text("Freitag, 12. März 2027, 09:00 bis 12:30")
    await expect(viewer).to_contain_text("Rathaus Kaarst, Saal 2")

    await page.keyboard.press("Escape")
    await dormagen.taps(f"1. {TITLE}")
    await dormagen.taps("Auf die Warteliste")
    await neuss.taps("Abmelden")
    await neuss.taps("Ja, abmelden")

    await expect(dormagen.sees("Sie sind nachgerückt")).to_be_visible()

    await page.get_by_role("button", name="bis zur nächsten Erinnerung").click()

    await expect(page.locator("#now-date")).to_have_text("Fr., 05.03.2027")
    await expect(dormagen.sees("Freitag, 5. März 2027")).to_have_count(0)
    await expect(dormagen.node.locator(".message").last).to_contain_text(TITLE)


async def test_the_clock_is_put_forward(page: Page) -> None:
    await page.get_by_role("button", name="1 Stunde").click()

    await expect(page.locator("#now-time")).to_have_text("11:00")

    await page.get_by_role("button", name="1 Tag").click()

    await expect(page.locator("#now-date")).to_have_text("Mi., 10.02.2027")
    await expect(page.get_by_role("button", name="bis zur nächsten Erinnerung")).to_be_disabled()


async def test_the_tour_tells_the_whole_story(page: Page, errors: list[str]) -> None:
    guide = page.locator("#guide")
    await page.get_by_role("button", name="Geführter Rundgang").click()
    for number, scene in enumerate(SCENES, start=1):
        await expect(guide).to_contain_text(f"Schritt {number} von {len(SCENES)}", timeout=30_000)
        await expect(guide).to_contain_text(scene.title["de"])
        await expect(guide).to_contain_text(scene.text["de"])
        assert errors == []

        await guide.get_by_role("button", name="Weiter").click()

    await expect(guide).to_contain_text("Der Rundgang ist zu Ende")

    await guide.get_by_role("button", name="Beenden").click()

    await expect(guide).to_be_hidden()


async def test_everything_goes_back_to_the_start(page: Page, neuss: Phone) -> None:
    await neuss.joins()
    await page.get_by_role("button", name="1 Tag").click()
    await expect(page.locator("#now-date")).to_have_text("Mi., 10.02.2027")
    await page.get_by_role("button", name="Von vorn").click()

    await expect(neuss.button("Einladung öffnen")).to_be_visible()
    await expect(page.locator("#now-date")).to_have_text("Di., 09.02.2027")


async def test_calls_are_listed_newest_first_with_what_was_answered(
    page: Page, neuss: Phone
) -> None:
    await neuss.joins()
    await page.get_by_role("button", name="Aufrufe der Bot-API").click()
    newest = page.locator("#calls li").first

    await expect(newest).to_contain_text("Fachkraft Neuss")
    await expect(newest).to_contain_text("200")

    await newest.locator("summary").click()

    await expect(newest).to_contain_text('"message_id"')


async def test_a_fault_is_switched_on_strikes_and_is_gone(
    stage: Stage, page: Page, neuss: Phone
) -> None:
    await page.get_by_role("button", name="Störungen").click()
    switch = page.get_by_role("switch", name="Bot blockiert")
    await switch.click()

    await expect(switch).to_be_checked()

    await neuss.taps("Ohne Einladung starten")

    await expect(switch).not_to_be_checked()
    assert 403 in [call.status for call in stage.telegram.calls]

    await switch.click()
    await expect(switch).to_be_checked()
    await switch.click()

    await expect(switch).not_to_be_checked()
    assert stage.telegram.faults.active() == []


async def test_who_blocks_the_bot_can_come_back(neuss: Phone) -> None:
    await neuss.joins()
    await neuss.node.get_by_role("button", name="Mehr").click()
    await neuss.taps("Bot blockieren")

    await expect(neuss.node.get_by_role("textbox")).to_be_hidden()

    await neuss.taps("Blockierung aufheben")

    await expect(neuss.node.get_by_role("textbox")).to_be_visible()


async def test_the_page_speaks_english_too(page: Page) -> None:
    await page.get_by_role("button", name="English").click()

    await expect(page.get_by_role("button", name="Guided tour")).to_be_visible()
    await expect(page.get_by_role("heading", name="Police in Neuss")).to_be_visible()
    assert await page.get_attribute("html", "lang") == "en"

    await page.reload()

    await expect(page.get_by_role("button", name="Start over")).to_be_visible()
    await expect(page.get_by_role("button", name="1 hour")).to_be_visible()
