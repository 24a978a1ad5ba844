"""Plays years of a network and leaves database, list of events and the report of the last one.

The list of events is the independent truth: the report's figures can be counted again from it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from bot.commands.yearly import WantedReport, assessed, documents, figures
from bot.demo.year import Year
from bot.demo.year_files import finish, fresh, remove, write_settings, write_truth
from bot.demo.year_programme import ahead, size_of
from bot.demo.year_report import conclude
from domain.network import Network
from domain.report.structure import Report
from domain.report_order import Form
from storage import migrate
from storage.crypto import Vault, new_key
from storage.database import Database
from texts.documents.report_pages import Wishes

Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Played:
    """Where everything lies, and the report of the last year; `settings` open the database."""

    database: Path
    settings: Path
    truth: Path
    documents: tuple[Path, ...]
    report: Report


async def play(
    network: Network,
    out: Path,
    *,
    seed: int = 1,
    years: int = 2,
    last: int = 2026,
    forms: Sequence[Form] = tuple(Form),
    tell: Tell = lambda _done, _of: None,
) -> Played:
    """Play so many years, the last of them `last`; leave database, truth and report in `out`.

    The same seed plays the same years. What an earlier play left there is replaced, and a file
    is whole or not there. `tell` hears how many steps are done of how many.
    """
    part, key = fresh(out), new_key()
    steps = _Steps(tell, years * size_of(network).dates + len(forms) + 1)
    truth: list[dict[str, Any]] = []
    as_of = date(last + 1, 1, 15)
    request = WantedReport(last, as_of, tuple(forms), wishes=Wishes(sample=True))
    database = Database(f"sqlite+aiosqlite:///{part}", Vault([key]), network.slug)
    try:
        await migrate.upgrade(database.engine)
        for year in range(last - years + 1, last + 1):
            await Year(network, database, year, _chance(seed, year), truth, steps.done).play()
        await _plan_ahead(network, database, last + 1, _chance(seed, last + 1), truth)
        # Only now: a year's first events were announced in the year before, which is told of then.
        for year in range(last - years + 1, last + 1):
            await conclude(database, network, year, last=year == last)
        report = await figures(database, network, request)
        request = await assessed(database, network, request)
        await database.close()
        path = finish(part)
    finally:
        await database.close()
        remove(part)
    told = write_truth(out, network, seed, truth)
    settings = write_settings(path, network, key)
    files: list[Path] = []
    if forms:  # a report is laid out with all its charts, which nobody looks at then
        files = documents(network, report, request, out, lambda _: steps.done())
    return Played(path, settings, told, tuple(files), report)


async def _plan_ahead(
    network: Network,
    database: Database,
    year: int,
    chance: Random,
    truth: list[dict[str, Any]],
) -> None:
    """Plan what the report looks ahead to."""
    async with database.transaction() as store:
        for plan in ahead(network, size_of(network), year, chance):
            planned = await store.trainings.add(plan, network.offices[0].slug, None)
            event = {"what": "planned", "training": planned.id, "topic": plan.topic}
            truth.append({"year": year, **event})


class _Steps:
    """Counts what is done and tells it."""

    def __init__(self, tell: Tell, of: int) -> None:
        self._tell, self._of, self._done = tell, of, 0

    def done(self) -> None:
        """Tell that one more step is done."""
        self._done += 1
        self._tell(self._done, self._of)


def _chance(seed: int, year: int) -> Random:
    return Random(f"{seed}:{year}")  # noqa: S311 (a believable year, no secret)
