"""A chat shows what a bot can send, told by calls alone."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from bot.demo.phones import NEUSS, PHONES, POLICE, stand_in
from bot.demo.stage import START
from standin.http.page import Hooks
from standin.http.server import application, serving
from standin.people.person import PIXEL
from standin.telegram import TOKEN, Telegram
from standin.world.clock import MovableClock
from standin.world.files import UploadedFile
from tests.browser.support import Phone
from tests.standin.support import until

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(START)


@pytest.fixture
def telegram(clock: MovableClock) -> Telegram:
    """The stand-in, with nobody who answers."""
    return stand_in(clock.now)


@pytest_asyncio.fixture(loop_scope="session")
async def address(telegram: Telegram, clock: MovableClock) -> AsyncIterator[str]:
    """The page with the stand-in alone."""
    async with serving(application(telegram, clock, hooks=Hooks(phones=PHONES))) as address:
        yield address


@pytest_asyncio.fixture(loop_scope="session")
async def chat(telegram: Telegram, neuss: Phone) -> Phone:
    """A chat that was started."""
    await telegram.people[NEUSS].opens()
    await neuss.node.get_by_role("textbox").wait_for()
    return neuss


async def call(telegram: Telegram, method: str, **parameters: Any) -> Any:
    """Call as the bot would, with the person in Neuss as the chat."""
    files = {k: v for k, v in parameters.items() if isinstance(v, UploadedFile)}
    strings = {k: f"attach://{k}" for k in files} | {
        k: v if isinstance(v, str) else json.dumps(v)
        for k, v in parameters.items()
        if k not in files
    }
    answer = await telegram.call(TOKEN, method, {"chat_id": str(NEUSS), **strings}, files)

    assert answer.ok, answer.body

    return answer.body["result"]


async def says(telegram: Telegram, text: str, **more: Any) -> int:
    sent = await call(telegram, "sendMessage", text=text, parse_mode="HTML", **more)
    return int(sent["message_id"])


async def test_marks_stand_where_the_entities_say_whatever_stands_before(
    telegram: Telegram, chat: Phone
) -> None:
    await says(telegram, "😀 <b>fett <i>schräg</i></b> <code>x &lt; y</code> /hilfe <u>&amp;</u>")
    text = chat.node.locator(".theirs .text")

    await expect(text).to_have_text("😀 fett schräg x < y /hilfe &")
    await expect(text.locator("strong")).to_have_text("fett schräg")
    await expect(text.locator("strong em")).to_have_text("schräg")
    await expect(text.locator("code")).to_have_text("x < y")
    await expect(text.get_by_role("button")).to_have_text("/hilfe")


async def test_a_text_that_looks_like_markup_is_text(telegram: Telegram, chat: Phone) -> None:
    await says(telegram, "&lt;img src=x onerror=alert(1)&gt;")

    await expect(chat.sees("<img src=x onerror=alert(1)>")).to_be_visible()


async def test_an_edit_changes_the_message_in_place(telegram: Telegram, chat: Phone) -> None:
    number = await says(telegram, "vorher")
    await says(telegram, "danach")
    await expect(chat.sees("danach")).to_be_visible()
    await call(telegram, "editMessageText", message_id=number, text="geändert")

    await expect(chat.node.locator(".theirs").first).to_contain_text("geändert")
    await expect(chat.node.locator(".theirs").first).to_contain_text("bearbeitet")
    await expect(chat.sees("vorher")).to_have_count(0)


async def test_a_question_is_answered_as_a_reply(telegram: Telegram, chat: Phone) -> None:
    markup = {"force_reply": True, "input_field_placeholder": "Vorname und Nachname"}
    number = await says(telegram, "Wie heißen Sie?", reply_markup=markup)
    await expect(chat.node.get_by_placeholder("Vorname und Nachname")).to_be_visible()
    await chat.says("Ein Name")
    await expect(chat.sees("Ein Name")).to_contain_text("Wie heißen Sie?")

    update = telegram.take_updates()[-1]

    assert update["message"]["reply_to_message"]["message_id"] == number


async def test_a_keyboard_takes_the_place_of_the_letters(telegram: Telegram, chat: Phone) -> None:
    await says(telegram, "Wo?", reply_markup={"keyboard": [["Kaarst", "Neuss"]]})
    await chat.taps("Kaarst")
    await expect(chat.node.locator(".mine").last).to_contain_text("Kaarst")
    await says(telegram, "Gut.", reply_markup={"remove_keyboard": True})

    await expect(chat.node.get_by_role("group", name="Tastatur des Bots")).to_be_hidden()


async def test_an_alert_waits_for_ok_and_a_press_for_its_answer(
    page: Page, telegram: Telegram, chat: Phone
) -> None:
    keys = {"inline_keyboard": [[{"text": "Los", "callback_data": "x", "style": "primary"}]]}
    await says(telegram, "Bereit?", reply_markup=keys)
    await chat.taps("Los")
    await expect(chat.button("Los")).to_have_attribute("aria-busy", "true")
    await until(telegram.world.updates.waiting)  # the button is busy before the press is sent
    query = telegram.take_updates()[-1]["callback_query"]["id"]
    answer = {"callback_query_id": query, "text": "Zu spät.", "show_alert": True}
    await call(telegram, "answerCallbackQuery", **answer)
    alert = page.get_by_role("alertdialog")

    await expect(alert).to_have_text("Zu spät.OK")
    await expect(alert.get_by_role("button", name="OK")).to_be_focused()

    await page.keyboard.press("Enter")

    await expect(alert).to_be_hidden()
    await expect(chat.button("Los")).to_be_focused()
    await expect(chat.button("Los")).not_to_have_attribute("aria-busy", "true")


async def test_files_go_both_ways(page: Page, telegram: Telegram, chat: Phone) -> None:
    await call(telegram, "sendDocument", document=UploadedFile("bericht.pdf", b"%PDF-1.7", "x/y"))
    await call(telegram, "sendPhoto", photo=UploadedFile("p.png", PIXEL, "image/png"), caption="Da")

    await expect(chat.node.get_by_role("link", name="Öffnen: bericht.pdf")).to_be_visible()
    await expect(chat.node.get_by_role("img", name="Da")).to_be_visible()

    async with page.expect_download() as download:
        await chat.node.get_by_role("link", name="Speichern: bericht.pdf").click()

    assert (await download.value).suggested_filename == "bericht.pdf"

    await chat.node.get_by_role("button", name="Anhängen").click()
    async with page.expect_file_chooser() as chooser:
        await chat.taps("Datei …")
    programme = {"name": "programm.csv", "mimeType": "text/csv", "buffer": b"Titel;Datum"}
    await (await chooser.value).set_files(programme)  # type: ignore[arg-type]  # a dict will do

    await expect(chat.sees("programm.csv")).to_be_visible()
    assert telegram.take_updates()[-1]["message"]["document"]["file_name"] == "programm.csv"


async def test_commands_are_those_of_the_narrowest_scope(telegram: Telegram, chat: Phone) -> None:
    everybody = [{"command": "hilfe", "description": "Hilfe"}]
    own = [{"command": "neu", "description": "Neue Fortbildung"}]
    scope = {"type": "chat", "chat_id": NEUSS}
    await telegram.call(TOKEN, "setMyCommands", {"commands": json.dumps(everybody)})
    given = {"commands": json.dumps(own), "scope": json.dumps(scope)}
    await telegram.call(TOKEN, "setMyCommands", given)
    await chat.node.get_by_role("button", name="Befehle des Bots").click()
    await chat.node.get_by_role("button", name="Neue Fortbildung").click()

    await expect(chat.node.locator(".mine").last).to_contain_text("/neu")
    await expect(chat.node.get_by_text("Hilfe", exact=True)).to_have_count(0)


async def test_a_link_into_the_bot_opens_on_the_phone_one_chooses(
    page: Page, telegram: Telegram, chat: Phone
) -> None:
    await says(telegram, "https://t.me/netzbote_bot?start=abc123")
    await chat.taps("https://t.me/netzbote_bot?start=abc123")
    await page.get_by_role("alertdialog").get_by_role("button", name="Polizei Neuss").click()

    await expect(page.locator(f"#phone-{POLICE} .mine .text")).to_have_text("/start")
    assert telegram.take_updates()[-1]["message"]["text"] == "/start abc123"


async def test_whoever_was_forgotten_gets_the_phone_back(telegram: Telegram, chat: Phone) -> None:
    await says(telegram, "Hallo")
    await expect(chat.sees("Hallo")).to_be_visible()
    telegram.reset()

    await expect(chat.node.get_by_role("button", name="Starten")).to_be_visible()
    assert list(telegram.people) == [phone.id for phone in PHONES]


async def test_our_page_has_our_name(page: Page) -> None:
    await expect(page).to_have_title("Netzbote – Vorführung")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Netzbote Vorführung")


async def test_another_bot_has_another_name_and_english_people(
    browser: Browser, clock: MovableClock
) -> None:
    hooks = Hooks(title={"de": "Probe", "en": "Trial"})
    app = application(Telegram(clock.now, name="Echo"), clock, hooks=hooks)
    async with serving(app) as address, await browser.new_page() as page:
        await page.goto(address)

        await expect(page).to_have_title("Trial – Demo")
        await expect(page.get_by_role("heading", level=1)).to_have_text("Trial Demo")


async def test_the_stand_in_alone_hides_what_nobody_can_do(page: Page) -> None:
    for name in ("Von vorn", "Geführter Rundgang", "Einladung öffnen"):
        await expect(page.get_by_role("button", name=name).first).to_be_hidden()
    await expect(page.get_by_role("button", name="bis zur nächsten Erinnerung")).to_be_disabled()
    await expect(page.get_by_role("button", name="Starten").first).to_be_visible()
