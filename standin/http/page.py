"""The page: phones side by side, a clock, the bot's calls, faults and a tour."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from aiohttp import web

from standin.api.profile import primary
from standin.telegram import Telegram

T = TypeVar("T")
Json = dict[str, Any]
#: The same words in German ("de") and English ("en").
Words = dict[str, str]

HERE = Path(__file__).parents[1] / "page"
MEDIA_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


@dataclass(frozen=True, slots=True)
class Phone:
    """Somebody whose phone stands on the page.

    `kind` names the picture beside the name: `person`, `network` or `shield`.
    """

    id: int
    name: Words
    work: Words
    kind: str = "person"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the tour, as it was just played; `person_id` says on which phone to look."""

    number: int
    total: int
    title: Words
    text: Words
    person_id: int | None = None

    @property
    def body(self) -> Json:
        """Return it as JSON."""
        return {
            "number": self.number,
            "total": self.total,
            "title": self.title,
            "text": self.text,
            "person_id": self.person_id,
        }


@dataclass(frozen=True, slots=True)
class Hooks:
    """What only the program that runs the bot can tell the page, or do for it.

    `title` is what the page is called, the bot's name if there is none, and `phones` are who
    stands on it. Of what can be done, None hides the button:
    `invitation` makes a fresh payload for a person's deep link, `next_due` tells when the next
    reminder goes out (None: there is none), `next_step` plays the next step of the tour (None:
    it is over) and `stop_tour` breaks it off. `start_over` puts everything back to the start,
    the stand-in and its clock too.
    """

    title: Words | None = None
    phones: Sequence[Phone] = ()
    invitation: Callable[[int], Awaitable[str]] | None = None
    next_due: Callable[[], Awaitable[datetime | None]] | None = None
    next_step: Callable[[], Awaitable[Step | None]] | None = None
    stop_tour: Callable[[], Awaitable[None]] | None = None
    start_over: Callable[[], Awaitable[None]] | None = None


#: The stand-in alone: no bot behind it.
NO_HOOKS = Hooks()


class Page:
    """Serves the page and the doors under `/sim/` that need the hooks."""

    def __init__(self, telegram: Telegram, hooks: Hooks = NO_HOOKS) -> None:
        self._telegram = telegram
        self._hooks = hooks
        self._step: Step | None = None

    def routes(self) -> list[web.RouteDef]:
        """Return every door."""
        return [
            web.get("/", self.index),
            web.get("/page/{name}", self.file),
            web.get("/sim/page", self.page),
            web.post("/sim/people/{id}/invitation", self.invite),
            web.get("/sim/next", self.next),
            web.post("/sim/tour/next", self.tour_next),
            web.post("/sim/tour/stop", self.tour_stop),
            web.post("/sim/again", self.again),
        ]

    async def index(self, _: web.Request) -> web.Response:
        """Hand out the page."""
        return _served(HERE / "index.html")

    async def file(self, request: web.Request) -> web.Response:
        """Hand out a part of the page."""
        path = HERE / request.match_info["name"]
        if path.parent != HERE or path.suffix not in MEDIA_TYPES or not path.is_file():
            raise web.HTTPNotFound
        return _served(path)

    async def page(self, _: web.Request) -> web.Response:
        """Tell what stands on the page; who has no phone yet gets one."""
        hand_out(self._telegram, self._hooks.phones)
        bot = self._telegram.world.bot
        return web.json_response(
            {
                "bot": bot,
                "title": self._hooks.title or both(bot["first_name"]),
                "language": self._telegram.language,
                "zone": str(self._telegram.zone),
                "phones": [_about(phone) for phone in self._hooks.phones],
                "step": self._step.body if self._step else None,
                "can": self._can,
            }
        )

    @property
    def _can(self) -> Json:
        hooks = self._hooks
        return {
            "invite": hooks.invitation is not None,
            "next": hooks.next_due is not None,
            "tour": hooks.next_step is not None,
            "again": hooks.start_over is not None,
        }

    async def invite(self, request: web.Request) -> web.Response:
        """Make the payload of a deep link for somebody."""
        make = _wanted(self._hooks.invitation, "invitation")
        return web.json_response({"payload": await make(int(request.match_info["id"]))})

    async def next(self, _: web.Request) -> web.Response:
        """Tell when the next reminder is due."""
        due = await _wanted(self._hooks.next_due, "reminder")()
        return web.json_response({"at": due.isoformat() if due else None})

    async def tour_next(self, _: web.Request) -> web.Response:
        """Play the next step of the tour and tell what it was; null if the tour is over."""
        self._step = await _wanted(self._hooks.next_step, "tour")()
        self._telegram.world.journal.add("tour")
        return web.json_response({"step": self._step.body if self._step else None})

    async def tour_stop(self, _: web.Request) -> web.Response:
        """Break the tour off."""
        if self._hooks.stop_tour:
            await self._hooks.stop_tour()
        self._step = None
        self._telegram.world.journal.add("tour")
        return web.json_response({"ok": True})

    async def again(self, _: web.Request) -> web.Response:
        """Put everything back to the start."""
        await _wanted(self._hooks.start_over, "way back to the start")()
        self._step = None
        self._telegram.world.journal.add("tour")
        return web.json_response({"ok": True})


def _wanted(hook: T | None, name: str) -> T:
    if hook is None:
        raise KeyError(name)  # told as 404
    return hook


def hand_out(telegram: Telegram, phones: Iterable[Phone]) -> None:
    """Give everybody a phone who has none yet."""
    for phone in phones:
        telegram.person(phone.id, said(phone.name, telegram.language))


def both(text: str) -> Words:
    """Return what is called the same in both languages."""
    return {"de": text, "en": text}


def said(words: Words, language: str) -> str:
    """Return what is said in a language, or in English if it is neither."""
    return words.get(primary(language), words["en"])


def _about(phone: Phone) -> Json:
    return {"id": phone.id, "name": phone.name, "work": phone.work, "kind": phone.kind}


def _served(path: Path) -> web.Response:
    return web.Response(
        body=path.read_bytes(),
        content_type=MEDIA_TYPES[path.suffix],
        charset="utf-8",
        headers=HEADERS,
    )
