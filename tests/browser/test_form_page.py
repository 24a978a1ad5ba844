"""A form as a page, filled in by hand in Chromium: the same answers as those of the chat."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from playwright.async_api import Browser, Page

from bot.demo.phones import COORDINATOR
from bot.demo.stage import START, Stage
from domain.channel import in_chat
from domain.invite import expiry, invite
from domain.vocabulary import Role
from standin.http.server import serving
from standin.people.person import Person
from storage.crypto import new_token
from talk.form import Setting
from texts.catalogue import Texts
from texts.form_page import form_page
from texts.plan import FACE
from texts.posted import read_posted

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

TEXTS = Texts()
TITLE = 'Gespräche <führen> & "verstehen"'

ABOUT = "Worum es geht.\nUnd was dazu gehört."
CONTACT = "Koordinierungsstelle Kinderschutz, Kaarst"


@asynccontextmanager
async def shown(stage: Stage, browser: Browser) -> AsyncIterator[Page]:
    """Serve the page, and open it on a small screen."""
    at = Setting(None, stage.network, START, {})

    async def empty(_: web.Request) -> web.Response:
        return web.Response(text=form_page(TEXTS, FACE, at), content_type="text/html")

    async def posted(request: web.Request) -> web.Response:
        fields = await request.post()
        entered = {name: [str(each) for each in fields.getall(name)] for name in fields}
        sent = read_posted(TEXTS, FACE, at, entered)
        if sent.errors:
            return web.Response(text=form_page(TEXTS, FACE, at, sent), content_type="text/html")
        return web.json_response(sent.at.answers)

    app = web.Application()
    app.add_routes([web.get("/", empty), web.post("/", posted)])
    async with serving(app) as address:
        context = await browser.new_context(viewport={"width": 360, "height": 640})
        page = await context.new_page()
        await page.goto(address)
        yield page
        await context.close()


async def fill(page: Page) -> None:
    """Answer everything as `plans` does in the chat."""
    for label, text in (
        ("Wie heißt die Fortbildung?", TITLE),
        ("Wo findet sie statt?", "Rathaus"),
        ("An welchem Tag?", "12.3.27 9-12:30"),
        ("Wie viele Plätze gibt es?", "ca. 30 Plätze"),
        ("Bis wann kann man sich anmelden?", "10.3.27 12 Uhr"),
        ("Wie viele Unterrichtseinheiten sind es?", "vier"),
        ("Ab wie vielen Personen", "8"),
        ("Worum geht es", ABOUT),
        ("Wer trägt vor?", "Fachstelle"),
        ("Was kostet die Teilnahme?", "kostenfrei"),
    ):
        await page.get_by_label(label).fill(text)
    for label in ("Vernachlässigung", "Seminar", "Präsenz", CONTACT):
        await page.get_by_role("radio", name=label, exact=True).check()
    for label in ("Polizei", "Schule und Ganztag", "Höranlage"):
        await page.get_by_role("checkbox", name=label, exact=True).check()


async def publishes(page: Page) -> None:
    """Send what is filled in, and wait for the page that answers: a click does not."""
    async with page.expect_navigation():
        await page.get_by_role("button", name="Nur veröffentlichen").click()


async def plans(stage: Stage, person: Person) -> dict[str, object]:
    """Answer everything in the chat; return what is kept of it."""
    async with stage.bot.database.transaction() as store:
        until = expiry(stage.clock.now(), 7)
        token = new_token()
        await invite(
            store.invitations,
            token,
            Role.COORDINATOR,
            office="rkn-kaarst",
            sector=None,
            uses=1,
            expires_at=until,
        )
    await person.opens(token)
    await stage.settled()
    for label in ("Einverstanden", "Ohne Namen weiter"):
        await person.taps(label)
        await stage.settled()
    for said in ("/neu", TITLE, "Vernachlässigung", "Seminar", "Rathaus", "12.3.27 9-12:30"):
        await person.says(said)
        await stage.settled()
    for line, answers in (
        ("Durchführung", ["Präsenz"]),
        ("Plätze", ["ca. 30 Plätze"]),
        ("Mindestzahl", ["8"]),
        ("Anmeldeschluss", ["10.3.27 12 Uhr"]),
        ("UE", ["vier"]),
        ("Für", ["Polizei", "Schule und Ganztag", "Weiter"]),
        ("Erinnerungen", ["Weiter"]),
        ("Barrierefrei", ["Höranlage", "Weiter"]),
        ("Beschreibung", [ABOUT]),
        ("Referierende", ["Fachstelle"]),
        ("Kosten", ["kostenfrei"]),
        ("Kontakt", [CONTACT]),
        ("Gemeinsam mit", ["Nur das eigene Jugendamt"]),
        ("Zustimmung", ["Nicht nötig"]),
        ("Weitere Termine", ["Weiter"]),
    ):
        await person.taps(line)
        await stage.settled()
        for said in answers:
            await person.says(said)
            await stage.settled()
    async with stage.bot.database.reading() as store:
        draft = await store.drafts.get(in_chat(person.id))
    assert draft is not None
    return draft.data


async def test_what_is_filled_in_on_the_page_is_what_is_answered_in_the_chat(
    stage: Stage, browser: Browser
) -> None:
    in_chat = await plans(stage, stage.person(COORDINATOR))
    async with shown(stage, browser) as page:
        await fill(page)
        await publishes(page)
        answers = json.loads(await page.locator("body").inner_text())

    assert answers == {**in_chat, "preview": "publish"}


async def test_a_wrong_answer_gets_the_sentence_of_the_chat_and_loses_nothing(
    stage: Stage, browser: Browser
) -> None:
    async with shown(stage, browser) as page:
        await fill(page)
        await page.get_by_label("An welchem Tag?").fill("31.2.27 9-12 <b>")
        await page.get_by_label("An welchem Tag?").fill("31.2.27 9-12")
        await publishes(page)
        wrong = page.get_by_label("An welchem Tag?")
        described = (await wrong.get_attribute("aria-describedby") or "").split()
        error = await page.locator(f"#{described[-1]}").inner_text()

        assert error == "Diesen Tag gibt es nicht.\nZum Beispiel: 23.3.27 9-12:30"
        assert await page.get_by_role("alert").inner_text() == "Eine Angabe fehlt oder ist falsch."
        assert await wrong.input_value() == "31.2.27 9-12"
        assert await page.get_by_label("Wie heißt die Fortbildung?").input_value() == TITLE
        assert await page.get_by_role("radio", name="Seminar", exact=True).is_checked()
        assert await page.get_by_role("checkbox", name="Polizei", exact=True).is_checked()
        width = await page.evaluate("document.documentElement.scrollWidth")
        assert width <= 360

        await wrong.fill("12.3.27 9-12:30")
        await publishes(page)
        answers = json.loads(await page.locator("body").inner_text())

    assert answers["title"] == TITLE
    assert answers["day"] == "20270312"
