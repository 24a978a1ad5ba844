"""The first figures of a year, for who coordinates or may read the report."""

from __future__ import annotations

from domain.actions import ShowFigures
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


async def report(visit: Visit, said: str) -> None:
    """Answer `/bericht`, with a year behind it or without."""
    year = said.strip()
    known = year.isascii() and year.isdigit() and len(year) == len("2027")
    await show(visit, ShowFigures(int(year) if known else -bool(year)))


def register(application: App) -> None:
    """Open the doors of this feature."""
    on_tap(application, ShowFigures, show)
    on_command(application, "bericht", report)
