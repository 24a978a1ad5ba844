"""Has reports made in processes of their own, so that the bot stays quick; they come as messages.

What somebody waits for is a row. It ends with the messages that hand it out, in one
transaction: after a crash it is made again, and it is never handed out twice.
"""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
from collections.abc import Callable, Collection
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import structlog

from bot.gathering import gather
from bot.report_jobs import begin, drawn, finished, page
from bot.report_process import ReportProcess
from bot.report_unmade import told
from bot.report_values import Failed, Gathered, Unusable
from domain.delivery import Kind, Letter, Priority, State
from domain.disclosure.cells import Publication, VersionRefused
from domain.localtime import local_day
from domain.message import Document, Message
from domain.network import Network
from domain.person import Person
from domain.report_order import (
    LEASE,
    LONG,
    MOST_ATTEMPTS,
    PAGES,
    STALE,
    Form,
    Request,
    Wanted,
    What,
    forms_of,
    hand_out,
    is_over,
    not_readable,
)
from domain.vocabulary import COUNTY_WIDE
from storage.aside import Unreadable
from storage.database import Database
from storage.outage import outage
from storage.store import Store
from texts import report_made, report_year
from texts.catalogue import Texts

#: How long a report may take, in seconds.
LONGEST = 600.0
#: How often somebody looks whether something is waited for.
LOOK = timedelta(seconds=2)
#: The card that shows how it goes changes at most so often, in seconds.
PACE = 1.0
#: How often, and how many seconds apart, it is looked for whether the card is out yet.
CARD_LOOKS, CARD_LOOK = 20, 0.1
#: How long a process waits for the next page, in seconds; one that draws takes much memory.
NEXT_PAGE, NEXT_REPORT = 60.0, 0.0

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class MakingDesk:
    """What reports are made with; `owner` names this process in leases."""

    database: Database
    network: Network
    texts: Texts
    now: Callable[[], datetime]
    owner: str
    failpoint: Callable[[str], None]


class ReportLanes:
    """All that is made of years: pages for the chat in one lane, what takes longer in another."""

    def __init__(self, desk: MakingDesk) -> None:
        self._desk = desk
        self._lanes = (Lane(desk, PAGES, NEXT_PAGE), Lane(desk, LONG, NEXT_REPORT))

    def wake(self) -> None:
        """Look at once whether something is waited for."""
        for lane in self._lanes:
            lane.wake()

    async def look(self, _: object = None) -> None:
        """Wake up, as a tick."""
        self.wake()

    async def idle(self) -> bool:
        """Make all that is waited for; False if there was nothing."""
        if not any(lane.making for lane in self._lanes):
            async with self._desk.database.reading() as store:
                if not await store.reports.any():
                    return False
        return any([await lane.idle() for lane in self._lanes])

    async def stop(self) -> None:
        """Break off what is being made, and leave it to who comes next."""
        for lane in self._lanes:
            await lane.stop()


class _Overtaken(Exception):
    """Since it was looked at, another version or what was said at once went out."""


class Lane:
    """Makes what is waited for of some kinds, one after the other, each held by a lease."""

    def __init__(self, desk: MakingDesk, kinds: Collection[What], idle: float) -> None:
        self._desk, self._kinds = desk, kinds
        self._process = ReportProcess(idle)
        self._making: asyncio.Task[bool] | None = None
        self._held: Request | None = None
        self._said: Publication | None = None
        self._looked: State | None = None
        self._newest = 0
        self._shown = 0.0

    @property
    def making(self) -> bool:
        """Return whether something is being looked for or made."""
        return self._making is not None and not self._making.done()

    def wake(self) -> None:
        """Look whether something is waited for, unless something is being made."""
        if not self.making:
            # A context of its own: its transactions are not that of the update that asked.
            self._making = asyncio.create_task(self._make_all(), context=contextvars.Context())

    async def idle(self) -> bool:
        """Make all that is waited for; False if there was nothing."""
        looking, made = self.making, False
        for _ in range(1 + looking):  # who is at the end of a look may have missed the newest
            self.wake()
            assert self._making is not None
            made = await self._making or made
        return made

    async def stop(self) -> None:
        """Break off, end the process, and let go what is not finished."""
        if self._making is not None:
            self._making.cancel()
            await asyncio.gather(self._making, return_exceptions=True)
        self._process.end()
        if self._held is None:
            return
        with contextlib.suppress(Exception):  # else the lease runs out
            async with self._desk.database.transaction() as store:
                await store.reports.let_go(self._held.id, self._desk.owner)

    async def _make_all(self) -> bool:
        made = False
        try:
            while (request := await self._next()) is not None:
                self._held = request
                self._desk.failpoint("report_claimed")
                await self._served(request)
                self._held, made = None, True
        except Exception as error:  # noqa: BLE001 - the lease runs out and it is made anew
            if not outage(error):  # others tell that the database is away
                _log.warning("report not handed out", error=error)
        self._process.rest()
        return made

    async def _next(self) -> Request | None:
        """Return what is to be made next; what cannot be read is set aside before it."""
        desk, now = self._desk, self._desk.now()
        while True:
            async with desk.database.reading() as store:
                if not await store.reports.waiting(self._kinds, now):
                    return None
            async with desk.database.transaction() as store:
                found = await store.reports.claim(self._kinds, desk.owner, now)
                if not isinstance(found, Unreadable):
                    return found
                await self._set_aside(store, found.row, found.reason)

    async def _set_aside(self, store: Store, request_id: int, reason: str) -> None:
        await store.reports.done(request_id, self._desk.owner)
        await store.aside.put("report_request", request_id, reason, self._desk.now())

    async def _served(self, request: Request) -> None:
        """Serve somebody; what failed in the end, too, is set aside, and the others go on."""
        try:
            await self._serve(request)
        except Exception as error:
            if outage(error) or request.attempts < MOST_ATTEMPTS:
                raise  # the lease runs out and it is made anew
            async with self._desk.database.transaction() as store:
                await self._set_aside(store, request.id, type(error).__name__)

    async def _serve(self, request: Request) -> None:
        self._said = None
        keeping = asyncio.create_task(self._keep(request))
        try:
            while not await self._hand_out(request, *await self._made(request)):
                self._said = None  # something came between, and this must keep to it
        finally:
            keeping.cancel()

    async def _keep(self, request: Request) -> None:
        """Renew the lease for as long as it takes."""
        desk = self._desk
        while True:
            await asyncio.sleep(LEASE.total_seconds() / 3)
            with contextlib.suppress(Exception):  # the next time may be in time yet
                async with desk.database.transaction() as store:
                    await store.reports.hold(request.id, desk.owner, desk.now())

    async def _hand_out(
        self, request: Request, messages: list[Message], follows: Wanted | None
    ) -> bool:
        """Put the messages into the outbox and end the row, together or not at all.

        False if what this keeps to is no longer so, see _Overtaken.
        """
        if request.card is None and messages:
            self._looked, card = await self._card(request)
            messages = [messages[0].changing(card), *messages[1:]]
        letters = [self._letter(request, str(n), each) for n, each in enumerate(messages)]
        self._desk.failpoint("report_made")
        try:
            async with self._desk.database.transaction() as store:
                if await store.reports.done(request.id, self._desk.owner):
                    await self._put(store, request, letters, follows)
        except _Overtaken:
            return False
        return True

    async def _put(
        self, store: Store, request: Request, letters: list[Letter], follows: Wanted | None
    ) -> None:
        now = self._desk.now()
        if self._said is not None:
            year, known = request.wanted.year, self._newest
            if not await hand_out(store.years, year, self._today(), self._said, known):
                raise _Overtaken
        if request.card is None:
            waited = await store.reports.overtake(request.moment, now)
            if self._looked is State.SCHEDULED and not waited:
                raise _Overtaken
        await store.deliveries.put(*letters)
        if follows is not None:
            await store.reports.ask(request.person_id, follows, request.language, None, now)

    async def _card(self, request: Request) -> tuple[State | None, str | None]:
        """Return what was said at once, and its id; wait a little if it is just being sent."""
        for _ in range(CARD_LOOKS):
            async with self._desk.database.reading() as store:
                state, card = await store.reports.card(request.moment)
            if state not in {State.CLAIMED, State.SENDING}:
                break
            await asyncio.sleep(CARD_LOOK)
        return state, card

    def _letter(
        self, request: Request, part: str, message: Message, expires_at: datetime | None = None
    ) -> Letter:
        return Letter(
            key=request.key(part),
            kind=Kind.ANSWER,
            due_at=self._desk.now(),
            person_id=request.person_id,
            priority=Priority.ANSWER if request.wanted.what in PAGES else Priority.NOTICE,
            expires_at=expires_at,
            message=message,
        )

    async def _made(self, request: Request) -> tuple[list[Message], Wanted | None]:
        """Return what is handed out, and what is to follow; who asked learns of any failure."""
        if request.attempts > MOST_ATTEMPTS:
            _log.error("report given up: processes died of it", year=request.wanted.year)
            return [self._failure(request)], None
        async with self._desk.database.reading() as store:
            person = await store.persons.get(request.person_id)
        if person is None or not_readable(person, request.wanted, self._today()) is not None:
            return [], None
        try:
            async with asyncio.timeout(LONGEST):
                return await self._try(request, person)
        except Exception as error:  # whatever it is, it must be told
            if outage(error):
                raise  # the lease runs out, and it is made once the database is back
            if isinstance(error, VersionRefused):
                return [self._refusal(request, person, error)], None
            _log.warning("report not made", year=request.wanted.year, error=error)
            return [self._failure(request)], None

    def _refusal(self, request: Request, person: Person, why: VersionRefused) -> Message:
        texts, network = self._desk.texts.in_language(request.language), self._desk.network
        tells = person.coordinates
        refused = report_made.refused(texts, network, request.wanted, why, coordinates=tells)
        return refused.changing(request.card)

    def _failure(self, request: Request) -> Message:
        texts, network = self._desk.texts.in_language(request.language), self._desk.network
        return report_made.failed(texts, network, request.wanted).changing(request.card)

    async def _try(self, request: Request, person: Person) -> tuple[list[Message], Wanted | None]:
        what = request.wanted.what
        if what is What.FILES:
            return await self._files(request, person), None
        if what is What.CHARTS:
            return await self._charts(request), None
        return await self._page(request, person)

    async def _gathered(self, wanted: Wanted, back: int | None = None) -> Gathered:
        desk, office = self._desk, wanted.office or None
        found = await gather(
            desk.database, desk.network, wanted.year, self._today(), office=office, back=back
        )
        self._newest = found.newest
        return found

    def _today(self) -> date:
        return local_day(self._desk.now(), self._desk.network.zone)

    async def _page(self, request: Request, person: Person) -> tuple[list[Message], Wanted | None]:
        wanted, network = request.wanted, self._desk.network
        office = "" if person.office == COUNTY_WIDE else person.office
        reader = report_year.Reader(person.coordinates, office)
        gathered = await self._gathered(wanted, back=1)
        made = await self._process.run(page, network, gathered, wanted, request.language, reader)
        self._said = made.said
        opened = made.charts and wanted.what is What.OPENED
        follows = Wanted(wanted.year, What.CHARTS) if opened else None
        return [made.message.changing(request.card)], follows

    async def _charts(self, request: Request) -> list[Message]:
        wanted, network = request.wanted, self._desk.network
        gathered = await self._gathered(wanted, back=0)
        given = network, gathered, wanted, request.language
        charts, self._said = await self._process.run(drawn, *given)
        return charts

    async def _files(self, request: Request, person: Person) -> list[Message]:
        wanted, network = request.wanted, self._desk.network
        texts = self._desk.texts.in_language(request.language)
        gathered = await self._gathered(wanted)
        given = network, gathered, wanted, request.language
        begun = await self._process.run(begin, *given)
        over = is_over(wanted.year, gathered.order.as_of)
        forms = forms_of(wanted.quarter)
        files: dict[Form, Message] = {}
        without: list[Message] = []
        for number, form in enumerate(forms, 1):
            await self._tell(request, report_made.ReportProgress(number, len(forms), form))
            made = await self._form(form, given)
            if isinstance(made, Document):
                files[form] = report_made.file(texts, wanted, form, made, over=over)
            else:
                without.append(told(texts, form, made))
        if not files:
            return [self._failure(request), *without]
        # What is handed out of a year that is over may be published: later versions keep to it.
        self._said = begun.said
        result = report_made.Result(
            remembered=self._said is not None and not wanted.quarter,
            made=tuple(files),
            missing=tuple(form for form in forms if form not in files),
            over=over,
            assessed=bool(gathered.assessment),
            coordinates=person.coordinates,
            lost=begun.lost,
        )
        card = report_made.made(texts, network, wanted, result)
        return [card.changing(request.card), *without, *files.values()]

    async def _form(
        self, form: str, given: tuple[Network, Gathered, Wanted, str]
    ) -> Document | Unusable | Failed:
        """Have a form made; if the process dies of it, another one makes those that follow."""
        try:
            return await self._process.run(finished, form)
        except (BrokenExecutor, MemoryError) as error:
            await self._process.run(begin, *given)
            return Failed.dead(error)

    async def _tell(self, request: Request, at: report_made.ReportProgress) -> None:
        """Let the card show how far it is, not too often."""
        desk, moment = self._desk, asyncio.get_running_loop().time()
        if request.card is None or (at.number > 1 and moment - self._shown < PACE):
            return
        self._shown = moment
        texts = desk.texts.in_language(request.language)
        message = report_made.making(texts, desk.network, request.wanted, at)
        part = f"at:{request.attempts}:{at.number}"
        message = message.changing(request.card)
        letter = self._letter(request, part, message, expires_at=desk.now() + STALE)
        async with desk.database.transaction() as store:
            if await store.reports.hold(request.id, desk.owner, desk.now()):
                await store.deliveries.put(letter)
