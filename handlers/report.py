"""The figures of a year and its report, for who coordinates or may read the report."""

from __future__ import annotations

from domain.actions import MakeReport, ShowFigures
from domain.localtime import local_day
from domain.vocabulary import Role
from handlers import menu
from handlers.context import App, Visit
from handlers.doors import on_command, on_tap
from texts import figures

FIRST_YEAR = 2000
_READERS = frozenset({Role.COORDINATOR, Role.LEAD, Role.AUDITOR})

menu.coordinator_entries.append(("menu-report", ShowFigures(0).pack()))


async def show(visit: Visit, action: ShowFigures) -> None:
    """Show the figures of a year."""
    if visit.person.role not in _READERS:
        visit.text("figures-readers-only")
        return
    network = visit.network
    today = local_day(visit.now, network.zone)
    year = action.year or today.year
    if not FIRST_YEAR <= year <= today.year + 1:
        visit.text("figures-no-year", year=str(today.year))
        return
    from domain.report.build import Order  # here: the report takes long to load
    from domain.report.summary import summary_of

    material = await visit.store.years.material(year, network.zone)
    published = await visit.store.years.published(year)
    summary = summary_of(network, material, Order(today, published=published))
    visit.show(figures.figures(visit.texts, network, summary))


async def make(visit: Visit, action: MakeReport) -> None:
    """Have the report made; it comes as files when it is ready."""
    begin, today = visit.tools.report, local_day(visit.now, visit.network.zone)
    if visit.person.role not in _READERS or begin is None:
        visit.notice("figures-readers-only", alert=True)
        return
    if not FIRST_YEAR <= action.year <= today.year:
        visit.notice("stale-button", alert=True)
        return
    visit.show(figures.making(visit.texts, action.year))
    wanted = (action.year, visit.person.id, visit.language, visit.message_id)

    async def start(_: object) -> None:
        begin(*wanted, str(visit.update_id))

    visit.after.append(start)


async def report(visit: Visit, said: str) -> None:
    """Answer `/bericht`, with a year behind it or without."""
    year = said.strip()
    known = year.isascii() and year.isdigit() and len(year) == len("2027")
    await show(visit, ShowFigures(int(year) if known else -bool(year)))


def register(application: App) -> None:
    """Open the doors of this feature."""
    on_tap(application, ShowFigures, show)
    on_tap(application, MakeReport, make)
    on_command(application, "bericht", report)
