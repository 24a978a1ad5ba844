"""What the tests of the page share: something on offer, and hands on mouse and keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from playwright.async_api import Locator, Page

from bot.demo.stage import Stage
from domain.network import Defaults
from domain.training import Plan
from domain.vocabulary import DeliveryMode, EventFormat, Topic

BERLIN = ZoneInfo("Europe/Berlin")
TITLE = "Gespräche mit Eltern führen"


async def offer(stage: Stage, seats: int = 1, minimum: int | None = None) -> None:
    """Put a training on offer, on Friday, 12 March 2027."""
    starts = datetime(2027, 3, 12, 9, 0, tzinfo=BERLIN)
    plan = Plan(
        title=TITLE,
        topic=Topic.CONVERSATION_SKILLS,
        format=EventFormat.SEMINAR,
        mode=DeliveryMode.IN_PERSON,
        starts_at=starts,
        ends_at=starts + timedelta(hours=3, minutes=30),
        deadline_at=starts - timedelta(days=14),
        withdraw_by=starts - timedelta(days=7),
        seats=seats,
        units=4,
        place="Rathaus Kaarst, Saal 2",
        reminders=Defaults().reminders,
        minimum=minimum,
    )
    async with stage.bot.database.transaction() as store:
        await store.trainings.add(plan, "rkn-kaarst", None)


@dataclass(frozen=True)
class Phone:
    """Hands on one phone of the page."""

    page: Page
    id: int

    @property
    def node(self) -> Locator:
        """Return the phone."""
        return self.page.locator(f"#phone-{self.id}")

    def button(self, label: str) -> Locator:
        """Return the newest button with this label."""
        return self.node.get_by_role("button", name=label, exact=True).last

    def sees(self, text: str) -> Locator:
        """Return the newest message with this text."""
        return self.node.locator(".message").filter(has_text=text).last

    async def taps(self, label: str) -> None:
        """Press the newest button with this label."""
        await self.button(label).click()

    async def says(self, text: str) -> None:
        """Write something and send it."""
        await self.node.get_by_role("textbox").fill(text)
        await self.node.get_by_role("button", name="Senden").click()

    async def joins(self) -> None:
        """Come in by an invitation, without a name."""
        await self.taps("Einladung öffnen")
        await self.taps("Einverstanden")
        await self.taps("Ohne Namen weiter")
        await self.sees("Fertig, Sie sind dabei.").wait_for()


async def choose(page: Page, name: str, presses: int = 80) -> None:
    """Move the focus with the tab key to what has this name; AssertionError if it never comes."""
    passed = []
    for _ in range(presses):
        await page.keyboard.press("Tab")
        found: dict[str, Any] = await page.evaluate(_FOCUSED)
        passed.append(found["name"])
        assert found["visible"], f"One cannot see the focus on {found['name']!r}"
        if found["name"] == name:
            return
    raise AssertionError(f"The tab key never came to {name!r}, only to {passed}")


_FOCUSED = """() => {
  const node = document.activeElement;
  const style = getComputedStyle(node);
  const name = node.getAttribute("aria-label") || node.innerText || node.placeholder || "";
  const edge = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const box = node.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const all = node === document.body || node.id === "phones";
  return {name: name.trim().split("\\n")[0], visible: all || (edge && inside)};
}"""
