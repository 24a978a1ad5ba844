"""The log of the coordinators: meetings, agreements, advice totals, goals, by a form."""

from __future__ import annotations

from datetime import date

from domain import protocol
from domain.deeds import Deed
from domain.ledger.correction import Hindrance, NotCorrected
from domain.ledger.entries import open_years
from domain.protocol import CORRECTABLE, READ, ProtocolScene
from handlers import forms
from handlers.context import Host, Router, Visit, Who
from handlers.doors import on_command, on_tap
from handlers.forms import on_form
from talk.form import Answers, Setting
from talk.protocol import PROTOCOL, EnterMatter, Protocol
from texts import protocol as wording


async def begin(visit: Visit, _: object) -> None:
    """Answer /protokoll: what can be entered."""
    visit.show(wording.menu(visit.texts))


async def _scene(visit: Visit, _: Answers) -> ProtocolScene:
    """Return what the choices depend on; of past years only the last can still be open."""
    years = visit.store.years
    today = visit.today
    open_ = await open_years(visit.store.seals, today)
    first, last = date(open_[0], 1, 1), date(today.year + 1, 12, 31)
    rows = [row for kind in CORRECTABLE for row in await years.correctable(kind, first, last)]
    rows.sort(key=lambda row: row[0])
    entries = [entry for kind in READ for _, entry in await years.find(kind, first, last)]
    agreed = await visit.store.agreements.all()
    return ProtocolScene(visit.network, today, open_, entries, rows, agreed)


async def matter(visit: Visit, action: EnterMatter) -> None:
    """Begin with one of the things that can be entered."""
    await forms.begin(visit, PROTOCOL, {"matter": action.matter})


async def write(visit: Visit, at: Setting) -> None:
    """Write it into the ledger, once: the dialogue is over with it."""
    match await protocol.write(visit.store, at.answers, at.about):
        case None:
            visit.show(wording.written(visit.texts, corrected="entry" in at.answers))
        case NotCorrected(Hindrance.SEALED, year):
            visit.notice("protocol-sealed", alert=True, year=str(year))
        case _:
            visit.notice("stale-button", alert=True)


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_form(router, Host(wording.FACE, write, begin, _scene, deed=Deed.ENTERED), Who.COORDINATORS)
    on_command(router, "protokoll", begin, Who.COORDINATORS)
    on_tap(router, Protocol, begin, Who.COORDINATORS)
    on_tap(router, EnterMatter, matter, Who.COORDINATORS)
