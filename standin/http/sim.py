"""The stand-in's own doors over HTTP: people, transcripts, calls, faults and the clock."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

from aiohttp import web

from standin.api.profile import menu_of
from standin.people.group import Group
from standin.people.person import Person
from standin.people.views import chat_view
from standin.telegram import Telegram
from standin.world.chats import Json, Kind
from standin.world.clock import MovableClock
from standin.world.journal import Event

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

LONGEST_WAIT = 60.0
#: What a browser may show by itself: none of these can carry a script.
HARMLESS = frozenset({"application/pdf", "image/png", "image/jpeg"})
BEAT = 15.0


class Sim:
    """Answers what comes in under `/sim/`; bodies are JSON both ways."""

    def __init__(self, telegram: Telegram, clock: MovableClock) -> None:
        self._telegram = telegram
        self._clock = clock

    def routes(self) -> list[web.RouteDef]:
        """Return every door."""
        return [
            web.get("/sim/", self.index),
            web.get("/sim/state", self.state),
            web.post("/sim/reset", self.reset),
            web.get("/sim/people", self.people),
            web.post("/sim/people", self.add_person),
            web.get("/sim/people/{id}", self.person),
            web.get("/sim/people/{id}/transcript", self.transcript),
            web.post("/sim/people/{id}/{action}", self.act),
            web.get("/sim/groups", self.groups),
            web.post("/sim/groups", self.add_group),
            web.post("/sim/groups/{id}/{action}", self.act_in_group),
            web.get("/sim/files/{id}", self.file),
            web.get("/sim/calls", self.calls),
            web.get("/sim/ledger", self.ledger),
            web.get("/sim/faults", self.faults),
            web.post("/sim/faults", self.order_fault),
            web.delete("/sim/faults", self.clear_faults),
            web.delete("/sim/faults/{number}", self.remove_fault),
            web.get("/sim/clock", self.clock),
            web.post("/sim/clock", self.move_clock),
            web.post("/sim/limits", self.limits),
            web.get("/sim/events", self.events),
        ]

    # The whole.

    async def index(self, request: web.Request) -> web.Response:
        """List the doors, the page's too."""
        routes = [(r.method, r.resource) for r in request.app.router.routes()]
        doors = [(method, door.canonical) for method, door in routes if door and method != "HEAD"]
        named = [f"{method} {path}" for method, path in doors if path.startswith("/sim/")]
        return web.json_response({"doors": named})

    async def state(self, _: web.Request) -> web.Response:
        """Tell how things stand."""
        world = self._telegram.world
        webhook = world.updates.webhook
        return web.json_response(
            {
                **self._time(),
                "bot": world.bot,
                "last_event": world.journal.last,
                "updates_waiting": len(world.updates.waiting()),
                "updates_expired": len(world.updates.dropped),
                "webhook": webhook.url if webhook else "",
                "limits": world.limits.on,
                "calls": len(world.calls),
                "sent": len(self._telegram.sent),
                "profile": world.profile,
            }
        )

    async def reset(self, _: web.Request) -> web.Response:
        """Forget everybody and everything, and take back the moves of the clock."""
        self._clock.reset()
        self._telegram.reset()
        return self._done()

    def _done(self, **facts: Any) -> web.Response:
        return web.json_response(
            {"ok": True, "last_event": self._telegram.world.journal.last, **facts}
        )

    # People.

    async def people(self, _: web.Request) -> web.Response:
        """List the people."""
        return web.json_response({"people": [_about(p) for p in self._telegram.people.values()]})

    async def add_person(self, request: web.Request) -> web.Response:
        """Give somebody a phone."""
        body = await _json(request)
        language = str(body.get("language_code", self._telegram.language))
        person = self._telegram.person(
            int(body["id"]), str(body["first_name"]), language_code=language
        )
        return self._done(person=_about(person))

    def _person(self, request: web.Request) -> Person:
        return self._telegram.people[int(request.match_info["id"])]

    async def person(self, request: web.Request) -> web.Response:
        """Show somebody's chat."""
        person = self._person(request)
        commands = menu_of(self._telegram.world, person.id, person.user["language_code"])
        about = {**_about(person), "commands": commands}
        return web.json_response({**about, **chat_view(person.chat)})

    async def transcript(self, request: web.Request) -> web.Response:
        """Show somebody's chat as text, or as JSON with `?format=json`."""
        person = self._person(request)
        if request.query.get("format") == "json":
            return web.json_response(chat_view(person.chat))
        return web.Response(text=person.reads() + "\n")

    async def act(self, request: web.Request) -> web.Response:
        """Let somebody do something."""
        person, action = self._person(request), request.match_info["action"]
        before = self._telegram.world.journal.last
        if action == "uploads" and request.content_type == "multipart/form-data":
            await _upload_form(person, request)
        else:
            await _act(person, action, await _json(request))
        return self._done(before=before)

    # Groups.

    async def groups(self, _: web.Request) -> web.Response:
        """List the groups with what was said in them."""
        groups = self._telegram.groups.values()
        return web.json_response({"groups": [chat_view(group.chat) for group in groups]})

    async def add_group(self, request: web.Request) -> web.Response:
        """Make a group without the bot."""
        body = await _json(request)
        kind = Kind(body.get("kind", "group"))
        group = self._telegram.group(int(body["id"]), str(body["title"]), kind=kind)
        return self._done(chat=group.chat.body)

    async def act_in_group(self, request: web.Request) -> web.Response:
        """Let somebody do something in a group."""
        group = self._telegram.groups[int(request.match_info["id"])]
        body = await _json(request)
        person = self._telegram.people[int(body["person"])]
        before = self._telegram.world.journal.last
        await _act_in_group(group, request.match_info["action"], person, body)
        return self._done(before=before)

    # What the bot did.

    async def file(self, request: web.Request) -> web.Response:
        """Hand out a file that was sent; with `?inline=1` to look at, if that can do no harm."""
        file = self._telegram.world.files.kept[request.match_info["id"]].file
        kind = file.media_type.partition(";")[0]
        shown = "inline" in request.query and kind in HARMLESS
        how = "inline" if shown else "attachment"
        disposition = f"{how}; filename*=UTF-8''{quote(file.name, safe='')}"
        return web.Response(
            body=file.content,
            content_type=kind,
            headers={"Content-Disposition": disposition, "X-Content-Type-Options": "nosniff"},
        )

    async def calls(self, request: web.Request) -> web.Response:
        """List the calls after number `since`."""
        since = int(request.query.get("since", 0))
        return web.json_response({"calls": [c.body for c in self._telegram.calls[since:]]})

    async def ledger(self, request: web.Request) -> web.Response:
        """List what was accepted after number `since`."""
        since = int(request.query.get("since", 0))
        return web.json_response({"ledger": [e.body for e in self._telegram.ledger[since:]]})

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Tell what happened after number `since`: a long poll, or a stream of events."""
        since = int(request.headers.get("Last-Event-ID") or request.query.get("since") or 0)
        if "text/event-stream" in request.headers.get("Accept", ""):
            return await self._stream(request, since)
        seconds = min(float(request.query.get("timeout", 0)), LONGEST_WAIT)
        events = await self._telegram.world.journal.wait(since, seconds)
        last = self._telegram.world.journal.last
        return web.json_response({"events": [e.body for e in events], "last": last})

    async def _stream(self, request: web.Request, since: int) -> web.StreamResponse:
        headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        while True:
            events = await self._telegram.world.journal.wait(since, BEAT)
            await response.write(_streamed(events))
            since = events[-1].number if events else since

    # Faults, limits and the clock.

    async def faults(self, _: web.Request) -> web.Response:
        """List the faults to come."""
        active = self._telegram.faults.active()
        return web.json_response({"faults": [fault.body for fault in active]})

    async def order_fault(self, request: web.Request) -> web.Response:
        """Order a fault."""
        body = await _json(request)
        method, kind = str(body.pop("method", "*")), str(body.pop("kind", "code"))
        fault = self._telegram.fault(method, kind, body.pop("times", 1), **body)
        return self._done(fault=fault.body)

    async def clear_faults(self, _: web.Request) -> web.Response:
        """Take back all faults."""
        self._telegram.faults.clear()
        return self._done()

    async def remove_fault(self, request: web.Request) -> web.Response:
        """Take one fault back."""
        self._telegram.faults.remove(int(request.match_info["number"]))
        return self._done()

    async def limits(self, request: web.Request) -> web.Response:
        """Switch the limits on or off."""
        self._telegram.world.limits.on = bool((await _json(request))["on"])
        return self._done()

    def _time(self) -> Json:
        moved = self._clock.moved.total_seconds()
        return {"now": self._clock.now().isoformat(), "moved_seconds": moved}

    async def clock(self, _: web.Request) -> web.Response:
        """Tell the time."""
        return web.json_response(self._time())

    async def move_clock(self, request: web.Request) -> web.Response:
        """Move the clock by `seconds`, or to a moment `to`."""
        body = await _json(request)
        if "to" in body:
            self._clock.move_to(_moment(str(body["to"])))
        else:
            self._clock.move(timedelta(seconds=float(body["seconds"])))
        self._telegram.world.journal.add("clock", **self._time())
        return self._done(**self._time())


@web.middleware
async def tell_mistakes(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn mistakes of who uses `/sim/` into an answer with one line."""
    if not request.path.startswith("/sim/"):
        return await handler(request)
    try:
        return await handler(request)
    except (KeyError, IndexError) as error:
        return _mistake(404, f"There is no {error}")
    except AssertionError as error:
        return _mistake(409, str(error))
    except (TypeError, ValueError) as error:
        return _mistake(400, str(error))


def _mistake(status: int, reason: str) -> web.Response:
    return web.json_response({"ok": False, "error": reason}, status=status)


def _about(person: Person) -> Json:
    return {
        "id": person.id,
        "first_name": person.user["first_name"],
        "language_code": person.user["language_code"],
        "standing": person.chat.standing.value,
        "toast": person.toast,
        "labels": person.labels,
    }


async def _act(person: Person, action: str, body: Json) -> None:
    actions: dict[str, Callable[[], Awaitable[None]]] = {
        "says": lambda: person.says(str(body["text"]), reply_to=body.get("reply_to")),
        "opens": lambda: person.opens(str(body.get("payload", ""))),
        "taps": lambda: person.taps(str(body["label"])),
        "presses": lambda: person.presses(body["message_id"], body["row"], body["column"]),
        "uploads": lambda: person.uploads(str(body["name"]), _content(body), _caption(body)),
        "sends": lambda: _sends(person, str(body["what"]), body),
        "blocks": person.blocks,
        "returns": person.returns,
        "deactivates": lambda: _deactivates(person),
    }
    await actions[action]()


async def _deactivates(person: Person) -> None:
    person.deactivates()


async def _sends(person: Person, what: str, body: Json) -> None:
    sendings: dict[str, Callable[[], Awaitable[None]]] = {
        "photo": person.sends_photo,
        "voice": person.sends_voice,
        "location": person.sends_location,
        "contact": person.sends_contact,
        "forward": lambda: person.forwards(str(body["text"])),
    }
    await sendings[what]()


async def _act_in_group(group: Group, action: str, person: Person, body: Json) -> None:
    actions: dict[str, Callable[[], Awaitable[object]]] = {
        "adds": lambda: group.adds_bot(person),
        "says": lambda: group.hears(person, str(body["text"])),
        "kicks": lambda: group.kicks_bot(person),
        "upgrades": lambda: group.upgrades(person, int(body["new_id"])),
    }
    await actions[action]()


async def _upload_form(person: Person, request: web.Request) -> None:
    form = await request.post()
    file = form["file"]
    if not isinstance(file, web.FileField):
        raise TypeError("`file` must be a file")
    await person.uploads(file.filename, file.file.read(), str(form.get("caption", "")))


def _caption(body: Json) -> str:
    return str(body.get("caption", ""))


def _content(body: Json) -> bytes:
    if "text" in body:
        return str(body["text"]).encode()
    try:
        return base64.b64decode(str(body["content_base64"]), validate=True)
    except binascii.Error:
        raise ValueError("`content_base64` is no base64") from None


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("`to` needs an offset, as in 2027-03-12T09:00:00+01:00")
    return moment


async def _json(request: web.Request) -> Json:
    if not request.can_read_body:
        return {}
    if request.content_type != "application/json":
        raise ValueError("The body must be JSON, with that content type")
    body = json.loads(await request.text())
    if not isinstance(body, dict):
        raise TypeError("The body must be a JSON object")
    return body


def _streamed(events: list[Event]) -> bytes:
    lines = [f"id: {e.number}\ndata: {json.dumps(e.body)}\n\n" for e in events]
    return "".join(lines or [": still here\n\n"]).encode()
