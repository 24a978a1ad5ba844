"""Draws the pictures of the handbooks, and the one of the README: `make pictures`.

The jobs are played in a real Chromium, in a window as wide as a phone, by clicking. The clock goes
to a full ten minutes before each job, so that the same jobs give the same pictures.
"""

from __future__ import annotations

import asyncio
import io
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, FloatRect, Page, ViewportSize, async_playwright

from bot.demo.app import hooks
from bot.demo.stage import Stage, staged
from standin.http.server import application, serving
from standin.world.chats import Post
from tests.browser import picture
from tests.browser.chromium import OPTIONS
from tests.guides.jobs import JOBS
from tests.guides.steps import (
    Deed,
    Invited,
    Job,
    People,
    Says,
    Shot,
    Taps,
    network,
    people,
    play,
    whole,
)
from tests.programs import find

DOCS = Path(__file__).parents[2] / "docs"
FOLDER = DOCS / "pictures"
#: A phone's width; so tall that no message of a picture is scrolled away.
WINDOW: ViewportSize = {"width": 360, "height": 2000}
#: Twice as sharp as wide; with so few colours a picture is small, and looks the same.
SHARP, COLOURS = 2, 48
#: Room around the messages of a picture.
EDGE = 3
#: How often, and how many seconds apart, one looks whether a press has come.
PATIENCE, GLANCE = 400, 0.05


class Mouse:
    """Plays on the page; who has no phone there plays without."""

    def __init__(self, stage: Stage, page: Page, folder: Path) -> None:
        self._stage, self._page, self._folder = stage, page, folder
        self._people = People(stage)
        self._person = 0

    async def does(self, person: int, deed: Deed) -> None:
        """Do it with the mouse. Raises AssertionError if what is to be pressed is not there."""
        if not await self._look(person):
            await self._people.does(person, deed)
            return
        before = self._heard(person)
        await self._press(person, deed)
        for _ in range(PATIENCE):
            if self._heard(person) > before or self._copies(person, deed):
                return
            await asyncio.sleep(GLANCE)
        raise AssertionError("the bot hears nothing of it")

    async def _press(self, person: int, deed: Deed) -> None:
        node = self._page.locator(f"#phone-{person}")
        match deed:
            case Says(text):
                await node.get_by_role("textbox").fill(text)
                await node.get_by_role("button", name="Senden").click()
            case Taps(label):
                name = whole(self._stage.person(person), label)
                assert name in self._stage.person(person).labels, "there is no such button"
                await node.get_by_role("button", name=name, exact=True).last.click()
            case Invited():
                await node.get_by_role("button", name="Einladung öffnen").click()

    def _heard(self, person: int) -> int:
        """Return how often somebody has pressed or written something."""
        history = self._stage.person(person).chat.history
        return sum(not isinstance(each, Post) or not each.by_bot for each in history)

    def _copies(self, person: int, deed: Deed) -> bool:
        """Return whether a button only copies, so that nobody but the phone hears of it."""
        shown = self._stage.person(person).chat.shown()
        keys = [key for post in shown for row in post.rows for key in row]
        label = deed.label if isinstance(deed, Taps) else ""
        return any(key["text"] == label and "copy_text" in key for key in keys)

    async def shot(self, person: int, step: Shot) -> None:
        """Take the picture: the newest messages, without the frame of the phone."""
        await self._people.shot(person, step)
        await self._look(person)
        await self._page.reload()
        await self._page.wait_for_selector("body[data-ready]")
        await self._look(person, anew=True)
        await self._page.evaluate(_SAME_LINKS)
        self._folder.mkdir(exist_ok=True)
        log = self._page.locator(f"#phone-{person} .log")
        messages = await log.locator(".message").all()
        boxes = [await message.bounding_box() for message in messages[-step.newest :]]
        tops = [box for box in boxes if box is not None][: step.of_them]
        around = await log.bounding_box()
        assert around is not None
        assert tops[0]["y"] >= around["y"], "the window is too low for this picture"
        top, end = tops[0]["y"] - EDGE, tops[-1]["y"] + tops[-1]["height"] + EDGE
        clip: FloatRect = {
            "x": around["x"],
            "y": top,
            "width": around["width"],
            "height": end - top,
        }
        shot = await self._page.screenshot(clip=clip, animations="disabled")
        small(shot, self._folder / f"{step.name}.png")

    async def _look(self, person: int, *, anew: bool = False) -> bool:
        """Look at somebody's phone, as far as it is on the page, until it shows what is there."""
        if not await self._page.locator(f"#phone-{person}").count():
            return False
        if anew or person != self._person:
            await self._page.locator(f"#tab-{person}").click()
            self._person = person
        chat = self._stage.person(person).chat.shown()
        shown = [[str(post.id), *(label for row in post.labels for label in row)] for post in chat]
        await self._page.wait_for_function(_SHOWN, arg=[person, shown[-3:]])
        return True


_SHOWN = """([person, wanted]) => {
  const nodes = [...document.querySelectorAll(`#phone-${person} .message`)].slice(-wanted.length);
  const shown = nodes.map((node) => [node.dataset.id,
    ...[...node.querySelectorAll(".key")].map((key) => key.innerText.trim())]);
  return wanted.length === 0 || JSON.stringify(shown) === JSON.stringify(wanted);
}"""


#: The secret of a link is another one each time, and in a picture it is of no use.
_SAME_LINKS = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    node.data = node.data.replace(/start=([istk])-[\\w-]+/, "start=$1-beispiel");
  }
}"""


def small(shot: bytes, path: Path) -> None:
    """Keep a picture with few colours and nothing else in it."""
    with Image.open(io.BytesIO(shot)) as whole_one:
        few = whole_one.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(path, optimize=True)


async def drawn(browser: Browser, stage: Stage, jobs: tuple[Job, ...], folder: Path) -> None:
    """Play jobs in a fresh window and leave their pictures in a folder."""
    context = await browser.new_context(
        viewport=WINDOW, device_scale_factor=SHARP, color_scheme="light", reduced_motion="reduce"
    )
    context.set_default_timeout(20_000)
    app = application(stage.telegram, stage.clock, hooks=hooks(stage))
    async with serving(app) as address:
        page = await context.new_page()
        await page.goto(address)
        await page.wait_for_selector("body[data-ready]")
        hands = Mouse(stage, page, folder)
        for job in jobs:
            await play(stage, hands, job)
    await context.close()


async def draw() -> None:
    """Draw all pictures."""
    async with async_playwright() as playwright, staged(network()) as stage:
        program = find("chromium")
        browser = await playwright.chromium.launch(executable_path=program, args=list(OPTIONS))
        await people(stage)
        await drawn(browser, stage, JOBS, FOLDER)
        await browser.close()
    await picture.draw()


if __name__ == "__main__":
    asyncio.run(draw())
