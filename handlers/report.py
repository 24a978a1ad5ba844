"""The first figures of a year, for who coordinates or may read the report."""

from __future__ import annotations

from datetime import date

from domain.figures import ShowFigures, figures
from domain.localtime import day_begins, local_day
from domain.vocabulary import Role
from handlers import menu
from handlers.context import App, Visit
from handlers.doors import on_command, on_tap
from texts import figures as told

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
    first, after = date(year, 1, 1), date(year + 1, 1, 1)
    entries = await visit.store.ledger.between(first, date(year, 12, 31))
    trainings = await visit.store.trainings.starting_between(
        day_begins(first, network.zone), day_begins(after, network.zone)
    )
    made = figures(network, year, entries, trainings, today)
    visit.show(told.figures(visit.texts, network, made))


async def report(visit: Visit, said: str) -> None:
    """Answer `/bericht`, with a year behind it or without."""
    year = said.strip()
    known = year.isascii() and year.isdigit() and len(year) == len("2027")
    await show(visit, ShowFigures(int(year) if known else -bool(year)))


def register(application: App) -> None:
    """Open the doors of this feature."""
    on_tap(application, ShowFigures, show)
    on_command(application, "bericht", report)
