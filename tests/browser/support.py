"""What the tests of the page share: a bot behind it, and hands on mouse and keyboard."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from playwright.async_api import Locator, Page

from bot.app import Bot
from bot.demo.clock import MovableClock
from bot.demo.page import Hooks, Step
from bot.demo.telegram import Telegram
from domain.invitation import expiry, invite
from domain.network import Defaults
from domain.training import Plan
from domain.vocabulary import DeliveryMode, EventFormat, Role, Sector, Topic

#: A Tuesday at ten in the morning in Berlin.
START = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
KAARST, NEUSS, DORMAGEN, POLICE = 1001, 1002, 1003, 1004
TITLE = "Gespräche mit Eltern führen"

_DOORS: dict[int, tuple[Role, str, Sector | None]] = {
    KAARST: (Role.COORDINATOR, "rkn-kaarst", None),
    NEUSS: (Role.SPECIALIST, "rkn-neuss", None),
    DORMAGEN: (Role.SPECIALIST, "rkn-dormagen", None),
    POLICE: (Role.SPECIALIST, "rkn-neuss", Sector.POLICE),
}


@dataclass
class Stage:
    """The bot behind the page; it works after everything a person does and each move in time."""

    bot: Bot
    telegram: Telegram
    clock: MovableClock
    steps: list[Step] = field(default_factory=list)
    _one: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def hooks(self) -> Hooks:
        """Return what the page can do beyond the stand-in."""
        return Hooks(invitation=self.invite, next_due=self.next_due, next_step=self.next_step)

    async def invite(self, person_id: int) -> str:
        """Make an invitation for somebody with a phone on the page."""
        role, office, sector = _DOORS[person_id]
        until = expiry(self.clock.now(), 14)
        async with self.bot.database.transaction() as store:
            return await invite(
                store.invitations, role, office=office, sector=sector, uses=1, expires_at=until
            )

    async def next_due(self) -> datetime | None:
        """Tell when the next message is due."""
        async with self.bot.database.transaction() as store:
            return await store.deliveries.next_due()

    async def next_step(self) -> Step | None:
        """Play the next step of a short tour."""
        return self.steps.pop(0) if self.steps else None

    async def settled(self) -> None:
        """Let the bot take in and do everything there is to do."""
        async with self._one:
            while updates := self.telegram.take_updates():
                await self.bot.accept(updates)
                await self.bot.settle_down()
            await self.bot.settle_down()

    async def follow_the_clock(self) -> None:
        """Let the bot work after each move of the clock, until cancelled."""
        seen = 0
        while True:
            events = await self.telegram.world.journal.wait(seen, 60)
            seen = events[-1].number if events else seen
            if any(event.kind == "clock" for event in events):
                await self.settled()

    async def offers(self, seats: int = 1) -> None:
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
        )
        async with self.bot.database.transaction() as store:
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
