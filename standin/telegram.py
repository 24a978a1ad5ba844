"""A strict stand-in for Telegram: refuses what Telegram refuses and remembers what it accepted."""

from __future__ import annotations

import re
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, tzinfo
from typing import Any

from standin.api.methods import GET_UPDATES, METHODS, PARAMETERS, proper_name
from standin.api.parameters import Parameters
from standin.api.webhooks import get_updates
from standin.people.group import Group
from standin.people.person import Person
from standin.world.chats import Chat, Json, Kind
from standin.world.faults import Answer, Fault, Faults, refused
from standin.world.files import UploadedFile
from standin.world.journal import Accepted, Call
from standin.world.refusals import OTHER_POLL, RefusedError, plain
from standin.world.world import World

TOKEN = "1:demo"  # noqa: S105 - the stand-in's own token is no secret
TOKEN_FORM = r"\d+:[\w-]+"  # noqa: S105 - a form, not a token


class Telegram:
    """One bot, its chats and its people, without a network.

    `now` is the clock everything is measured by, `username` and `name` are the bot's, `limits`
    switches the 429s on, `local` takes webhooks of this machine as a Bot API server of one's own
    with `--local` does, `settled` is awaited after each thing a person does: tests hang in there
    what lets the bot work. `language` is what people's apps are set to unless told otherwise,
    `zone` is where transcripts are read.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        *,
        token: str = TOKEN,
        username: str = "standin_bot",
        name: str = "Bot",
        limits: bool = True,
        local: bool = False,
        settled: Callable[[], Awaitable[None]] | None = None,
        language: str = "en",
        zone: tzinfo = UTC,
    ) -> None:
        self.now = now
        self.token = token
        self.settled = settled
        self.zone = zone
        self.language = language
        self._username = username
        self._name = name
        self._limits = limits
        self._local = local
        self.world: World = World.new(now, self._me(), limits=limits, local=local)
        self.faults = Faults(changed=self._faults_changed)
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}

    def reset(self) -> None:
        """Forget everybody and everything."""
        old = self.world
        self.faults.clear()
        self.faults = Faults(changed=self._faults_changed)
        self.people, self.groups = {}, {}
        self.world = World.new(self.now, self._me(), limits=self._limits, local=self._local)
        # Who listens to the old journal or polls the old queue goes on with the new one.
        self.world.journal.last = old.journal.last
        self.world.journal.add("reset")
        old.journal.signal.ring()
        old.updates.end_poll(OTHER_POLL)

    def _me(self) -> Json:
        return {
            "id": int(self.token.partition(":")[0]),
            "is_bot": True,
            "first_name": self._name,
            "username": self._username,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
        }

    def _faults_changed(self) -> None:
        self.world.journal.add("faults", faults=[f.body for f in self.faults.active()])

    # What a bot sees.

    async def call(
        self,
        token: str,
        method: str,
        parameters: Mapping[str, str],
        files: Mapping[str, UploadedFile] | None = None,
    ) -> Answer:
        """Answer one call of a bot; parameters are strings as in a form, objects as JSON."""
        given = Parameters(parameters, files or {})
        call = self._note(method, given)
        begun = time.perf_counter()
        answer = await self._answer(token, call, given)
        call.took = 1000 * (time.perf_counter() - begun)
        call.status, call.result = answer.status, answer.body.get("result")
        call.description = str(answer.body.get("description") or "")
        if not (method.lower() == "getupdates" and answer.ok):
            self.world.calls.append(call)
            self.world.journal.add("call", call=call.body)
        return answer

    def _note(self, method: str, given: Parameters) -> Call:
        name = proper_name(method)
        known = PARAMETERS.get(name or "", frozenset())
        unknown = tuple(sorted(n for n in given.values if n not in known)) if name else ()
        files = [file.name for file in given.files.values()]
        number = len(self.world.calls) + 1
        call = Call(number, self.now(), name or method, dict(given.values), files)
        call.unknown_method, call.unknown_parameters = name is None, unknown
        return call

    async def _answer(self, token: str, call: Call, given: Parameters) -> Answer:
        fault = self.faults.find(call.method, given.number("chat_id") or None)
        if fault and not fault.after:
            return self._strike(fault, call)
        answer = await self._perform(token, call.method, given)
        if fault and answer.ok:
            return self._strike(fault, call)
        return answer

    def _strike(self, fault: Fault, call: Call) -> Answer:
        call.fault = str(fault)
        answer = fault.answer()
        self._faults_changed()
        return answer

    async def _perform(self, token: str, method: str, given: Parameters) -> Answer:
        try:
            self.check_token(token)
            result = await self._result(method, given)
        except RefusedError as error:
            return refused(error)
        return Answer(200, {"ok": True, "result": result})

    def check_token(self, token: str) -> None:
        """Raise what Telegram says to a wrong token."""
        if token != self.token:
            raise plain(401 if re.fullmatch(TOKEN_FORM, token) else 404)

    async def _result(self, method: str, given: Parameters) -> Any:
        if method == GET_UPDATES:
            return await get_updates(self.world, given)
        perform = METHODS.get(method)
        if perform is None:
            raise RefusedError(404, "Not Found: method not found")
        return perform(self.world, given)

    def download(self, token: str, path: str) -> UploadedFile:
        """Return a file by the path that getFile told, or raise the refusal."""
        self.check_token(token)
        return self.world.files.at(path).file

    # What tests see, and who plays on a page.

    def person(
        self, person_id: int, first_name: str, *, language_code: str | None = None
    ) -> Person:
        """Return a person with a phone; a new one has never written to the bot."""
        if person_id not in self.people:
            language = self.language if language_code is None else language_code
            self.people[person_id] = Person(self, person_id, first_name, language)
        return self.people[person_id]

    def group(self, group_id: int, title: str, *, kind: Kind = Kind.GROUP) -> Group:
        """Return a group without the bot in it; its id is negative."""
        if group_id not in self.groups:
            self.groups[group_id] = Group(self, group_id, title, kind)
        return self.groups[group_id]

    def take_updates(self) -> list[Json]:
        """Return all updates that wait, and forget them: for tests that feed the bot themselves."""
        return self.world.updates.take()

    def fault(self, method: str, kind: str, times: int | None = 1, **how: Any) -> Fault:
        """Order a fault for a method (or a pattern); `times` None lasts until it is cleared.

        `kind` is code, hang, reset, garbage or migrate. `how` may hold `code`, `retry_after`
        (seconds), `after` (True: once the call was accepted), `chat_id`, `migrate_to`,
        `description`.
        """
        return self.faults.add(method, kind, times, **how)

    def chat(self, chat_id: int) -> Chat:
        """Return a chat as it is; KeyError if there is none."""
        return self.world.chats[chat_id]

    @property
    def sent(self) -> list[Accepted]:
        """Return every message that was accepted, in order; changes of one are not among them."""
        return [entry for entry in self.world.ledger if not entry.edit]

    @property
    def ledger(self) -> list[Accepted]:
        """Return every accepted message and every accepted change of one, in order."""
        return self.world.ledger

    @property
    def calls(self) -> list[Call]:
        """Return every call but the polls that were answered."""
        return self.world.calls

    @property
    def unknown(self) -> list[Call]:
        """Return the calls of methods, or with parameters, that the stand-in does not know."""
        return [c for c in self.world.calls if c.unknown_method or c.unknown_parameters]
