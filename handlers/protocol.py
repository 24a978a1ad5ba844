"""The log of the coordinators: meetings, agreements, advice totals, goals, by a form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from domain import protocol
from domain.correction import Reason
from domain.localtime import local_day
from domain.protocol import CORRECTABLE, READ, Scene
from handlers import forms
from handlers.context import Router, Visit, Who
from handlers.doors import on_command, on_tap
from handlers.forms import Host, on_form
from talk.form import Answers, Setting
from talk.protocol import PROTOCOL, Begin, Protocol
from texts import protocol as wording


async def begin(visit: Visit, _: object) -> None:
    """Answer /protokoll: what can be entered."""
    visit.show(wording.menu(visit.texts))


async def _scene(visit: Visit, _: Answers) -> Scene:
    """Return what the choices depend on; of past years only the last can still be open."""
    years = visit.store.years
    today = local_day(visit.now, visit.network.zone)
    sealed = await visit.store.seals.sealed(today.year - 1)
    open_years = (today.year,) if sealed else (today.year - 1, today.year)
    first, last = date(open_years[0], 1, 1), date(today.year + 1, 12, 31)
    rows = [row for kind in CORRECTABLE for row in await years.correctable(kind, first, last)]
    rows.sort(key=lambda row: row[0])
    entries = [entry for kind in READ for _, entry in await years.find(kind, first, last)]
    return Scene(visit.network, today, open_years, entries, rows)


async def matter(visit: Visit, action: Begin) -> None:
    """Begin with one of the things that can be entered."""
    await forms.begin(visit, PROTOCOL, {"matter": action.matter})


async def write(visit: Visit, at: Setting) -> None:
    """Write it into the ledger, once: the dialogue is over with it."""
    said, scene = at.answers, at.about
    year = await _year(visit, said, scene)
    if year is not None and await visit.store.seals.sealed(year):  # meanwhile
        visit.notice("protocol-sealed", alert=True, year=str(year))
        return
    if not protocol.possible(said, scene):  # somebody was faster
        visit.notice("stale-button", alert=True)
        return
    rows = protocol.corrections(said, scene) if "entry" in said else []
    for number, n in rows:
        await visit.store.years.correct(number, n, Reason(said["reason"]))
    if not rows:
        await visit.store.ledger.add(protocol.entries(said, scene))
    visit.show(wording.written(visit.texts, corrected=bool(rows)))


async def _year(visit: Visit, said: Mapping[str, Any], scene: Scene) -> int | None:
    """Return the year in which it would be written; rows of a sealed one are not in the scene."""
    if "entry" in said:
        return await visit.store.years.year_of(int(said["entry"]))
    return protocol.day_of(said, scene).year


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_form(router, Host(wording.FACE, write, begin, _scene), Who.COORDINATORS)
    on_command(router, "protokoll", begin, Who.COORDINATORS)
    on_tap(router, Protocol, begin, Who.COORDINATORS)
    on_tap(router, Begin, matter, Who.COORDINATORS)
