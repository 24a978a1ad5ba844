"""The figures of a year and its report, for who coordinates or may read the report.

What is shown must pass the rule on small numbers, which may take seconds. So a handler only
notes what is wanted; it is made in another process and comes in the place of the pressed card.
"""

from __future__ import annotations

from datetime import date

from domain.deeds import Deed
from domain.message import Message
from domain.report.material import years_kept
from domain.report_order import (
    ONE_BY_ONE,
    PAGES,
    QUARTERS,
    STALE,
    NotReadable,
    Wanted,
    What,
    is_over,
    moment_key,
    not_readable,
    order,
    quarters_begun,
    year_typed,
)
from domain.rights import Act
from handlers import forms
from handlers.context import Host, Router, Visit, Who
from handlers.doors import on_command, on_tap
from handlers.forms import on_form
from talk.form import Answers, Setting
from talk.report import (
    REPORT,
    ByPlace,
    ChooseQuarter,
    MakeOwn,
    MakeQuarter,
    MakeReport,
    OpenYear,
    Potentials,
    ShowFigures,
    ShowQuarter,
    YearsOpen,
)
from texts import report_made, report_year


async def _refuse(visit: Visit, why: NotReadable) -> None:
    """Say why the visitor may not read this of a year."""
    match why:
        case NotReadable.READERS_ONLY:
            visit.text("figures-readers-only")
        case NotReadable.NO_YEAR:
            visit.text("figures-no-year", year=str(visit.today.year))
        case NotReadable.NOT_OVER:
            await choose(visit)
        case NotReadable.INTERNAL:
            visit.notice("stale-button", alert=True)


async def _finished(visit: Visit, today: date) -> list[int]:
    return [year for year in await years_kept(visit.store.years, today) if is_over(year, today)]


async def choose(visit: Visit, _: object = None) -> None:
    """Ask for the year: those of which something is kept, for coordinators the present one, too."""
    if visit.may(Act.READ_REPORTS):
        await forms.begin(visit, REPORT)
    else:
        visit.text("figures-readers-only")


async def _open_years(visit: Visit, _said: Answers) -> YearsOpen | None:
    """Return what there is to choose from; where there is nothing, say why."""
    today = visit.today
    finished = await _finished(visit, today)
    if visit.may(Act.COORDINATE):
        return YearsOpen([today.year, *finished])
    if finished:
        return YearsOpen(finished, runs=today.year)
    visit.show(report_year.not_over(visit.texts, today.year))
    return None


async def chosen(visit: Visit, at: Setting) -> None:
    """Have the figures of the year shown that was chosen."""
    await open_year(visit, OpenYear(int(at.answers["year"])))


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
    if 0 <= action.page <= report_year.MOST_PAGES:
        await _want(visit, Wanted(action.year, What.POTENTIALS, page=action.page))


async def one_hint(visit: Visit, year: int, number: int) -> None:
    """Have the next hint from a number on shown by itself, of which nothing is said yet."""
    await _want(visit, Wanted(year, What.POTENTIALS, page=ONE_BY_ONE + number))


async def choose_quarter(visit: Visit, action: ChooseQuarter) -> None:
    """Ask for a quarter."""
    today = visit.today
    if (why := not_readable(visit.person, Wanted(action.year), today)) is not None:
        await _refuse(visit, why)
        return
    visit.show(
        report_year.which_quarter(visit.texts, action.year, quarters_begun(action.year, today))
    )


async def quarter(visit: Visit, action: ShowQuarter) -> None:
    """Have the main figures of a quarter shown."""
    if action.quarter in QUARTERS:
        await _want(visit, Wanted(action.year, What.QUARTER, quarter=action.quarter))


async def make(visit: Visit, action: MakeReport) -> None:
    """Have the report made that may be published."""
    await _want(visit, Wanted(action.year))


async def make_own(visit: Visit, action: MakeOwn) -> None:
    """Have the report made with the numbers of the visitor's own office open."""
    await _want(visit, Wanted(action.year, office=visit.person.office))


async def make_quarter(visit: Visit, action: MakeQuarter) -> None:
    """Have the main figures of a quarter made as files."""
    if action.quarter in QUARTERS:
        await _want(visit, Wanted(action.year, quarter=action.quarter))


async def _want(visit: Visit, wanted: Wanted) -> None:
    """Order what is wanted, with the pressed card as the one that changes."""
    requests, today = visit.store.reports, visit.today
    person, language, card = visit.person, visit.language, visit.message_id
    result = await order(requests, person, wanted, language, card, today, visit.now)
    if isinstance(result, NotReadable):
        await _refuse(visit, result)
        return
    visit.after.append(lambda _: _begin(visit))
    if card is None:
        _say_at_once(visit, wanted, result.number)
    elif wanted.what in PAGES:
        visit.notice("figures-moment")
    elif result.number is not None:
        visit.show(_making(visit, wanted))
    else:
        visit.notice("figures-under-way")


def _making(visit: Visit, wanted: Wanted) -> Message:
    return report_made.making(visit.texts, visit.network, wanted, report_made.ReportProgress())


def _say_at_once(visit: Visit, wanted: Wanted, request: int | None) -> None:
    """Answer what was typed with a message that will turn into what is wanted."""
    if request is None:
        visit.text("figures-under-way")
        return
    paged = wanted.what in PAGES
    message = report_year.moment(visit.texts) if paged else _making(visit, wanted)
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
    on_form(router, Host(report_year.FACE, chosen, about=_open_years))
    on_tap(router, OpenYear, open_year)
    on_tap(router, ShowFigures, show)
    on_tap(router, ByPlace, places)
    on_tap(router, Potentials, potentials)
    on_tap(router, MakeReport, make)
    on_tap(router, ChooseQuarter, choose_quarter, Who.COORDINATORS)
    on_tap(router, ShowQuarter, quarter, Who.COORDINATORS)
    on_tap(router, MakeQuarter, make_quarter, Who.COORDINATORS, Deed.REPORTED)
    on_tap(router, MakeOwn, make_own, Who.COORDINATORS, Deed.REPORTED)
    on_command(router, "bericht", report)
