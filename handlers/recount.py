"""Correcting how many came to a closed training, by a form, with a reason from a list."""

from __future__ import annotations

from datetime import date

from domain import recount as use_case
from domain.deeds import Deed
from domain.ledger.correction import Hindrance, NotCorrected, Reason
from domain.ledger.entries import open_years
from domain.localtime import day_begins
from domain.recount import Account
from domain.rights import Act, may
from handlers import forms
from handlers.context import Host, Router, Visit, Who
from handlers.doors import on_tap
from handlers.forms import on_form
from talk.form import Answers, Setting
from talk.recount import RECOUNT, ListClosed, Open, change_of
from texts import recount as wording


async def list_closed(visit: Visit, action: ListClosed) -> None:
    """Show closed trainings of the visitor's office in years that are open, the newest first."""
    zone = visit.network.zone
    years = await open_years(visit.store.seals, visit.today)
    begins, ends = (day_begins(date(year, 1, 1), zone) for year in (years[0], years[-1] + 1))
    found = await visit.store.trainings.starting_between(begins, ends)
    closed = [t for t in reversed(found) if t.closed_at and may(visit.person, Act.MANAGE, t)]
    visit.show(wording.closed(visit.texts, visit.network, closed, action.page))


async def begin(visit: Visit, action: Open) -> None:
    """Show a training's numbers and ask which institution's is wrong."""
    await forms.begin(visit, RECOUNT, {"training": action.training_id})


async def _about(visit: Visit, said: Answers) -> Account | None:
    """Return the numbers that the visitor may correct; else say why not."""
    zone, number = visit.network.zone, said["training"]
    found = await use_case.account(visit.store, zone, visit.person, number)
    if isinstance(found, Account):
        return found
    _refuse(visit, found)
    return None


def _refuse(visit: Visit, why: NotCorrected) -> None:
    match why:
        case NotCorrected(Hindrance.SEALED, year):
            visit.notice("protocol-sealed", alert=True, year=str(year))
        case NotCorrected(Hindrance.NOT_YOURS):
            visit.notice("announce-not-yours", alert=True)
        case _:  # gone, or somebody was faster
            visit.notice("stale-button", alert=True)


async def leave(visit: Visit, _: Setting) -> None:
    """Go back to the list."""
    await list_closed(visit, ListClosed(0))


async def write(visit: Visit, at: Setting) -> None:
    """Answer the reason, the last question: counter-entries, once."""
    training, person, zone = at.about.training, visit.person, visit.network.zone
    change, reason = change_of(at.answers), Reason(at.answers["reason"])
    total = await use_case.put_right(visit.store, zone, person, training.id, change, reason)
    if isinstance(total, NotCorrected):
        _refuse(visit, total)
        return
    visit.show(wording.written(visit.texts, training, total))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_form(router, Host(wording.FACE, write, leave, _about, deed=Deed.RECOUNTED), Who.COORDINATORS)
    on_tap(router, ListClosed, list_closed, Who.COORDINATORS)
    on_tap(router, Open, begin, Who.COORDINATORS)
