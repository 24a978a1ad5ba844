"""Correcting how many came to a closed training, by a form, with a reason from a list."""

from __future__ import annotations

from datetime import date

from domain import recount as use_case
from domain.correction import Reason
from domain.ledger import LedgerKind
from domain.localtime import day_begins, local_day
from domain.manage import manages
from domain.recount import Account
from domain.training import Training
from handlers import forms
from handlers.context import Router, Visit, Who
from handlers.doors import on_tap
from handlers.forms import Host, on_form
from talk.form import Answers, Setting
from talk.recount import RECOUNT, ListClosed, Open, change_of
from texts import recount as wording


def _day(visit: Visit, training: Training) -> date:
    return local_day(training.plan.starts_at, visit.network.zone)


async def list_closed(visit: Visit, action: ListClosed) -> None:
    """Show closed trainings of the visitor's office in years that are open, the newest first."""
    zone = visit.network.zone
    year = local_day(visit.now, zone).year
    first = year if await visit.store.seals.sealed(year - 1) else year - 1
    begins, ends = day_begins(date(first, 1, 1), zone), day_begins(date(year + 1, 1, 1), zone)
    found = await visit.store.trainings.starting_between(begins, ends)
    closed = [t for t in reversed(found) if t.closed_at and manages(visit.person, t)]
    visit.show(wording.closed(visit.texts, visit.network, closed, action.page))


async def _course(visit: Visit, training_id: int) -> Training | None:
    """Return a training whose numbers the visitor may correct; else say why not."""
    training = await visit.store.trainings.get(training_id)
    if training is None or training.closed_at is None:
        visit.notice("stale-button", alert=True)
    elif not manages(visit.person, training):
        visit.notice("announce-not-yours", alert=True)
    elif await visit.store.seals.sealed(year := _day(visit, training).year):
        visit.notice("protocol-sealed", alert=True, year=str(year))
    else:
        return training
    return None


async def _account(visit: Visit, training: Training) -> Account:
    day = _day(visit, training)
    found = await visit.store.years.correctable(LedgerKind.ATTENDANCE, day, day)
    return Account(training, day, [row for row in found if row[1].training_id == training.id])


async def begin(visit: Visit, action: Open) -> None:
    """Show a training's numbers and ask which institution's is wrong."""
    await forms.begin(visit, RECOUNT, {"training": action.training_id})


async def _about(visit: Visit, said: Answers) -> Account | None:
    training = await _course(visit, said["training"])
    return await _account(visit, training) if training is not None else None


async def leave(visit: Visit, _: Setting) -> None:
    """Go back to the list."""
    await list_closed(visit, ListClosed(0))


async def write(visit: Visit, at: Setting) -> None:
    """Answer «So berichtigen»: counter-entries, once."""
    training, store = at.about.training, visit.store
    await store.trainings.lock(training.id)
    changes = (await _account(visit, training)).changed(change_of(at.answers))
    if changes is None:  # somebody was faster
        visit.notice("stale-button", alert=True)
        return
    await use_case.write(store.years, store.ledger, changes, Reason(at.answers["reason"]))
    now = (await _account(visit, training)).now()
    visit.show(wording.written(visit.texts, training, now.total))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_form(router, Host(wording.FACE, write, leave, _about), Who.COORDINATORS)
    on_tap(router, ListClosed, list_closed, Who.COORDINATORS)
    on_tap(router, Open, begin, Who.COORDINATORS)
