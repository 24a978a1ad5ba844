"""The figures of a year and its report, for who coordinates or may read the report.

What is shown must pass the rule on small numbers, which may take seconds. So a handler only
notes what is wanted; it is made in another process and comes in the place of the pressed card.
"""

from __future__ import annotations

from datetime import date

from domain.localtime import local_day
from domain.message import Message
from domain.reporting import (
    PAGES,
    QUARTERS,
    STALE,
    Wanted,
    What,
    is_over,
    known_year,
    moment_key,
    quarters_begun,
    year_typed,
)
from domain.vocabulary import COUNTY_WIDE
from handlers.context import Router, Visit, Who
from handlers.doors import on_command, on_tap
from talk.report import (
    ByPlace,
    ChooseQuarter,
    MakeOwn,
    MakeQuarter,
    MakeReport,
    OpenYear,
    Potentials,
    ShowFigures,
    ShowQuarter,
)
from texts import figures


def _today(visit: Visit) -> date:
    return local_day(visit.now, visit.network.zone)


async def _reads(visit: Visit, wanted: Wanted) -> bool:
    """Return whether the visitor may read this of a year; else say why not."""
    today, person = _today(visit), visit.person
    if not person.reads_reports:
        visit.text("figures-readers-only")
    elif not known_year(wanted.year, today):
        visit.text("figures-no-year", year=str(today.year))
    elif wanted.for_coordinators(today) and not person.coordinates:
        await _not_over(visit)
    else:
        return True
    return False


async def _not_over(visit: Visit) -> None:
    """Say that the running year is for coordinators, and offer those that are over."""
    today = _today(visit)
    finished = await _finished(visit, today)
    visit.show(figures.not_over(visit.texts, today.year, finished))


async def _finished(visit: Visit, today: date) -> list[int]:
    return [year for year in await visit.store.years.kept(today) if is_over(year, today)]


async def choose(visit: Visit, _: object = None) -> None:
    """Ask for the year: those of which something is kept, for coordinators the present one, too."""
    if not visit.person.reads_reports:
        visit.text("figures-readers-only")
    elif not visit.person.coordinates:
        await _not_over(visit)
    else:
        today = _today(visit)
        found = [today.year, *await _finished(visit, today)]
        visit.show(figures.years(visit.texts, visit.network, found))


async def open_year(visit: Visit, action: OpenYear) -> None:
    """Have the figures of a year shown, and its charts drawn."""
    await _want(visit, Wanted(action.year, What.OPENED))


async def show(visit: Visit, action: ShowFigures) -> None:
    """Have the figures of a year shown again, without its charts."""
    if action.year:
        await _want(visit, Wanted(action.year, What.FIGURES))
    else:
        await choose(visit)


async def places(visit: Visit, action: ByPlace) -> None:
    """Have the attendances by district and by sector shown."""
    await _want(visit, Wanted(action.year, What.PLACES))


async def potentials(visit: Visit, action: Potentials) -> None:
    """Have a page of what the rules found shown."""
    if 0 <= action.page <= figures.MOST_PAGES:
        await _want(visit, Wanted(action.year, What.POTENTIALS, page=action.page))


async def choose_quarter(visit: Visit, action: ChooseQuarter) -> None:
    """Ask for a quarter."""
    if await _reads(visit, Wanted(action.year)):
        begun = quarters_begun(action.year, _today(visit))
        visit.show(figures.which_quarter(visit.texts, action.year, begun))


async def quarter(visit: Visit, action: ShowQuarter) -> None:
    """Have the main figures of a quarter shown."""
    if action.quarter in QUARTERS:
        await _want(visit, Wanted(action.year, What.QUARTER, quarter=action.quarter))


async def make(visit: Visit, action: MakeReport) -> None:
    """Have the report made that may be published."""
    await _want(visit, Wanted(action.year))


async def make_own(visit: Visit, action: MakeOwn) -> None:
    """Have the report made with the numbers of the visitor's own office open."""
    if visit.person.office == COUNTY_WIDE:
        visit.notice("stale-button", alert=True)
    else:
        await _want(visit, Wanted(action.year, office=visit.person.office))


async def make_quarter(visit: Visit, action: MakeQuarter) -> None:
    """Have the main figures of a quarter made as files."""
    if action.quarter in QUARTERS:
        await _want(visit, Wanted(action.year, quarter=action.quarter))


async def _want(visit: Visit, wanted: Wanted) -> None:
    """Note what is wanted, with the pressed card as the one that changes."""
    if not await _reads(visit, wanted):
        return
    request = await visit.store.reports.ask(
        visit.person.id, wanted, visit.language, visit.message_id, visit.now
    )
    visit.after.append(lambda _: _begin(visit))
    if visit.message_id is None:
        _say_at_once(visit, wanted, request)
    elif wanted.what in PAGES:
        visit.notice("figures-moment")
    elif request is not None:
        visit.show(_making(visit, wanted))
    else:
        visit.notice("figures-under-way")


def _making(visit: Visit, wanted: Wanted) -> Message:
    return figures.making(visit.texts, visit.network, wanted, figures.Progress())


def _say_at_once(visit: Visit, wanted: Wanted, request: int | None) -> None:
    """Answer what was typed with a message that will turn into what is wanted."""
    if request is None:
        visit.text("figures-under-way")
        return
    paged = wanted.what in PAGES
    message = figures.moment(visit.texts) if paged else _making(visit, wanted)
    visit.say(message, key=moment_key(request), expires_at=visit.now + STALE)


async def _begin(visit: Visit) -> None:
    """Let a process begin at once; if this one dies before, another one finds the row."""
    visit.tools.wanted()


async def report(visit: Visit, said: str) -> None:
    """Answer `/bericht`, with a year behind it or without."""
    if said.strip():
        await open_year(visit, OpenYear(year_typed(said) or 0))
    else:
        await choose(visit)


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_tap(router, OpenYear, open_year)
    on_tap(router, ShowFigures, show)
    on_tap(router, ByPlace, places)
    on_tap(router, Potentials, potentials)
    on_tap(router, MakeReport, make)
    on_tap(router, ChooseQuarter, choose_quarter, Who.COORDINATORS)
    on_tap(router, ShowQuarter, quarter, Who.COORDINATORS)
    on_tap(router, MakeQuarter, make_quarter, Who.COORDINATORS)
    on_tap(router, MakeOwn, make_own, Who.COORDINATORS)
    on_command(router, "bericht", report)
