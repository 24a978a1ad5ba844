"""What is asked is seen together with all its buttons, on a phone of 360 by 740."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.demo.phones import COORDINATOR, NEUSS
from bot.demo.stage import Stage
from domain.vocabulary import Sector
from tests.browser.conftest import Opens
from tests.browser.support import BERLIN, TITLE, Phone, offer

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

WINDOW = 360, 740
#: What is left of it for messages, beneath the name of the chat and above the line to write in.
SEEN = 630
#: From the first line of the question to the last button.
HEIGHT = """(message, asked) => {
  const words = document.createTreeWalker(message.querySelector(".text"), NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const at = words.currentNode.data.indexOf(asked);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(words.currentNode, at);
    range.setEnd(words.currentNode, at + asked.length);
    return message.getBoundingClientRect().bottom - range.getBoundingClientRect().top;
  }
}"""


async def seen_at_once(phone: Phone, shown: str, asked: str) -> None:
    """Demand that the question is not pushed out of sight by its own buttons."""
    message = phone.sees(shown)
    await message.wait_for()

    assert await message.evaluate(HEIGHT, asked) <= SEEN


async def test_partners_of_an_exchange(stage: Stage, open_page: Opens) -> None:
    page = await open_page(*WINDOW)
    await page.get_by_role("tab", name="Fachkraft Neuss").click()
    neuss = Phone(page, NEUSS)
    await neuss.joins()
    await neuss.says("/austausch")

    await seen_at_once(neuss, "Mit wem", "Mit wem")


async def test_numbers_of_many_institutions(stage: Stage, open_page: Opens) -> None:
    await offer(stage)
    page = await open_page(*WINDOW)
    await page.get_by_role("tab", name="Koordination Kaarst").click()
    kaarst = Phone(page, COORDINATOR)
    await kaarst.joins()
    await stage.moves_to(datetime(2027, 3, 12, 13, 0, tzinfo=BERLIN))
    await kaarst.taps("Abschließen")
    await kaarst.says("Dormagen 3, Grevenbroich 4, Meerbusch 5, Neuss 6, Kaarst 7")
    await kaarst.taps("Vorige Seite")

    await seen_at_once(kaarst, "Seite 1 von 2", "Wie viele sind gekommen?")


async def test_what_planning_asks(stage: Stage, open_page: Opens) -> None:
    page = await open_page(*WINDOW)
    await page.get_by_role("tab", name="Koordination Kaarst").click()
    kaarst = Phone(page, COORDINATOR)
    await kaarst.joins()
    await kaarst.says("/neu")
    await kaarst.says("Gespräche mit Kindern und Eltern führen")
    await seen_at_once(kaarst, "Um welches Thema", "Um welches Thema")
    await kaarst.taps("Grundlagen und Verfahren")
    await seen_at_once(kaarst, "Um welches Thema", "Um welches Thema")
    await kaarst.taps("Rechtliche Grundlagen")
    await seen_at_once(kaarst, "Welches Format", "Welches Format")
    await kaarst.taps("Seminar")
    await seen_at_once(kaarst, "Wo findet sie statt", "Wo findet sie statt")
    await kaarst.says("Rathaus Büttgen, Saal 2")
    await seen_at_once(kaarst, "An welchem Tag", "An welchem Tag")
    await kaarst.says("12.3.27 9-12:30")
    await seen_at_once(kaarst, "So sehen es andere", "Passt alles?")


async def test_whom_and_when_something_goes_to_many(stage: Stage, open_page: Opens) -> None:
    await offer(stage)
    async with stage.bot.database.transaction() as store:
        for sector in (Sector.YOUTH_OFFICE, Sector.POLICE, Sector.SCHOOL):
            await store.audiences.add("rkn-kaarst", ["rkn-kaarst", "rkn-neuss"], [sector])
    page = await open_page(*WINDOW)
    await page.get_by_role("tab", name="Koordination Kaarst").click()
    kaarst = Phone(page, COORDINATOR)
    await kaarst.joins()
    await kaarst.says("/verwalten")
    await kaarst.button("Mitteilung ans Netzwerk").wait_for()
    await kaarst.taps(f"1. {TITLE}")
    await kaarst.taps("Ankündigen")
    await seen_at_once(kaarst, "Wer soll", "Wer soll")
    await kaarst.taps("Nach Bezirk und Handlungsfeld")
    await seen_at_once(kaarst, "Welche Jugendamtsbezirke", "Welche Jugendamtsbezirke")
    await kaarst.taps("Stadt Neuss")
    await kaarst.taps("Weiter")
    await seen_at_once(kaarst, "Welche Handlungsfelder", "Welche Handlungsfelder")
    await kaarst.taps("Abbrechen")
    await kaarst.says("/verwalten")
    await kaarst.taps("Mitteilung ans Netzwerk")
    await seen_at_once(kaarst, "An wen geht", "An wen geht")
    await kaarst.taps("Gemerkte Auswahl entfernen")
    await seen_at_once(kaarst, "Welche gemerkte Auswahl", "Welche gemerkte Auswahl")
    await kaarst.taps("Zurück")
    await kaarst.taps("Nach Bezirk und Handlungsfeld")
    await kaarst.taps("Stadt Neuss")
    await kaarst.taps("Weiter")
    await seen_at_once(kaarst, "Welche Handlungsfelder", "Welche Handlungsfelder")
    await kaarst.taps("Weiter")
    await kaarst.sees("Bitte schreiben Sie den Text").wait_for()
    await kaarst.says("Die neue Leitlinie gilt ab Montag.")
    await seen_at_once(kaarst, "So lesen es die anderen", "So lesen es die anderen")


async def test_what_can_become_of_a_training_with_too_few(stage: Stage, open_page: Opens) -> None:
    await offer(stage, minimum=1)
    page = await open_page(*WINDOW)
    await page.get_by_role("tab", name="Koordination Kaarst").click()
    kaarst = Phone(page, COORDINATOR)
    await kaarst.joins()
    await stage.moves_to(datetime(2027, 2, 27, 8, 0, tzinfo=BERLIN))
    await seen_at_once(kaarst, "Heute für Sie", "Mindestzahl nicht erreicht")
    await kaarst.taps("Trotzdem durchführen")
    await kaarst.sees("Der Bot fragt nicht mehr nach.").wait_for()
