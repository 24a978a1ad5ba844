"""Has reports made in a process of its own, so that the bot stays quick; they come as messages."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

import structlog

from domain.delivery import Kind, Letter
from domain.localtime import local_day
from domain.message import Message
from domain.network import Network
from storage.database import Database
from texts import figures
from texts.catalogue import Texts

if TYPE_CHECKING:
    from bot.report_maker import File, Gathered

#: How long a report may take, in seconds.
LONGEST = 600.0

_log = structlog.get_logger(__name__)


async def gather(database: Database, network: Network, year: int, as_of: date) -> Gathered:
    """Return what the public report of a year is made from."""
    from bot.report_maker import Gathered  # here: the report takes long to load
    from domain.report.build import Order
    from domain.report.chapters import MOST_YEARS

    async with database.reading() as store:
        first = await store.years.first() or year
        years = range(max(first, year - MOST_YEARS), year)
        material = await store.years.material(year, network.zone)
        earlier = [await store.years.material(each, network.zone) for each in years]
        published = await store.years.published(year)
        before = {each: await store.years.published(each) for each in years}
        coming = await store.years.material(year + 1, network.zone)
    ahead = tuple((local_day(t.plan.starts_at, network.zone), t.title) for t in coming.trainings)
    order = Order(as_of, published=published, ahead=ahead, before=before)
    return Gathered(material, earlier, order)


class Reports:
    """The reports that are being made, one for each person and year at a time.

    They are lost with this process; who asked sees that nothing came and asks again.
    """

    def __init__(
        self, database: Database, network: Network, texts: Texts, now: Callable[[], datetime]
    ) -> None:
        self._database, self._network = database, network
        self._texts, self._now = texts, now
        self._under_way: dict[tuple[int, int], asyncio.Task[None]] = {}
        self._one_at_a_time = asyncio.Semaphore(1)

    def begin(self, year: int, person_id: int, language: str, card: int | None, key: str) -> None:
        """Begin a report for somebody; `card` is the message that tells how it goes."""
        asked = (person_id, year)
        if asked in self._under_way:
            return
        serving = self._serve(year, person_id, language, card, key)
        # A context of its own: its transaction is not that of the update that asked.
        task = asyncio.create_task(serving, context=contextvars.Context())
        self._under_way[asked] = task
        task.add_done_callback(lambda ended: self._ended(asked, ended))

    def _ended(self, asked: tuple[int, int], task: asyncio.Task[None]) -> None:
        self._under_way.pop(asked, None)
        if not task.cancelled() and (error := task.exception()):
            _log.warning("report not handed out", error=type(error).__name__)

    async def idle(self) -> bool:
        """Wait until all are made; False if there was none."""
        tasks = list(self._under_way.values())
        await asyncio.gather(*tasks, return_exceptions=True)
        return bool(tasks)

    async def stop(self) -> None:
        """Give up what is under way."""
        tasks = list(self._under_way.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _serve(
        self, year: int, person_id: int, language: str, card: int | None, key: str
    ) -> None:
        texts = self._texts.in_language(language)
        try:
            async with self._one_at_a_time:
                files = await self._made(year, language)
        except Exception as error:  # noqa: BLE001 - whatever it is, who asked must learn of it
            _log.warning("report not made", year=year, error=type(error).__name__)
            messages = [figures.failed(texts, year)]
        else:
            messages = [figures.made(texts, year), *(_message(file) for file in files)]
        messages[0] = messages[0].changing(card)
        letters = [
            Letter(f"report:{key}:{number}", Kind.ANSWER, self._now(), person_id, message=message)
            for number, message in enumerate(messages)
        ]
        async with self._database.transaction() as store:
            if await store.persons.get(person_id) is not None:
                await store.deliveries.put(*letters)

    async def _made(self, year: int, language: str) -> list[File]:
        import multiprocessing  # here: most bots never need it
        from concurrent.futures import ProcessPoolExecutor

        from bot.report_maker import made

        today = local_day(self._now(), self._network.zone)
        gathered = await gather(self._database, self._network, year, today)
        own = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(max_workers=1, mp_context=own)
        try:
            loop = asyncio.get_running_loop()
            async with asyncio.timeout(LONGEST):
                return await loop.run_in_executor(pool, made, self._network, gathered, language)
        except BaseException:
            for child in multiprocessing.active_children():  # there is no other one than ours
                child.terminate()
            raise
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _message(file: File) -> Message:
    return figures.file(file.name, file.content, file.media_type)
