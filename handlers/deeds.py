"""The access log, as the lead reads it: a month, one office or all."""

from __future__ import annotations

from datetime import date

from domain.deeds import Month
from domain.rights import Act
from handlers.context import Router, Visit, Who
from handlers.doors import on_command, on_tap
from talk.deeds import ChooseDeeds, ShowDeeds
from texts import deeds as wording

#: A line has no button of its own.
A_PAGE = 10


def _leads(visit: Visit) -> bool:
    """Return whether the visitor reads the log; else say who does."""
    if visit.may(Act.READ_LOG):
        return True
    visit.text("deeds-lead-only")
    return False


async def open_log(visit: Visit, _: str) -> None:
    """Answer /zugriffe with this month."""
    if _leads(visit):
        await _show(visit, Month.of(visit.today), "", 0)


async def show(visit: Visit, action: ShowDeeds) -> None:
    """Show a page of a month."""
    if _leads(visit):
        await _show(visit, Month(action.year, action.month), action.office, action.page)


async def _show(visit: Visit, of: Month, office: str, page: int) -> None:
    store = visit.store.deeds
    first: date = await store.first_day() or visit.today
    found = await store.page(of, office, page, A_PAGE)
    read = wording.LogPage(of, office, found, first, visit.today)
    visit.show(wording.listed(visit.texts, visit.network, read))


async def choose(visit: Visit, action: ChooseDeeds) -> None:
    """Ask of which office."""
    if _leads(visit):
        of = Month(action.year, action.month)
        offices = await visit.store.deeds.offices(of)
        visit.show(wording.choose(visit.texts, visit.network, of, offices))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_command(router, "zugriffe", open_log, Who.COORDINATORS)
    on_tap(router, ShowDeeds, show, Who.COORDINATORS)
    on_tap(router, ChooseDeeds, choose, Who.COORDINATORS)
