"""Correcting how many came to a closed training, by buttons, with a reason from a list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from domain import recount as use_case
from domain.correction import Reason
from domain.draft import Draft
from domain.ledger import LedgerKind
from domain.localtime import day_begins, local_day
from domain.manage import manages
from domain.recount import KIND, Change, Recount, Rows
from domain.training import Training
from domain.vocabulary import COUNTY_WIDE, Sector
from handlers.context import App, Visit
from handlers.dialogues import Dialogue, on_dialogue
from handlers.doors import Who, on_tap
from talk.recount import (
    ChooseNumber,
    ChooseOffice,
    ChooseReason,
    ChooseSector,
    ListClosed,
    Open,
    Write,
)
from texts import recount as wording
from texts.typed_numbers import Refused

OFFICE, SECTOR, NUMBER, REASON, CHECK = "office", "sector", "number", "reason", "check"


def _day(visit: Visit, training: Training) -> date:
    return local_day(training.plan.starts_at, visit.network.zone)


async def list_closed(visit: Visit, action: ListClosed) -> None:
    """Show closed trainings of the visitor's office in years that are open, the newest first.

    It is also the way out of correcting one.
    """
    if await visit.draft(KIND):
        await visit.finish()
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


async def _rows(visit: Visit, training: Training) -> Rows:
    day = _day(visit, training)
    found = await visit.store.years.correctable(LedgerKind.ATTENDANCE, day, day)
    return [row for row in found if row[1].training_id == training.id]


async def begin(visit: Visit, action: Open) -> None:
    """Show a training's numbers and ask which institution's is wrong."""
    training = await _course(visit, action.training_id)
    if training is None:
        return
    draft = Draft(KIND, OFFICE, {"training": training.id}, visit.update_id)
    await visit.keep(draft)
    now = use_case.attendance(await _rows(visit, training))
    visit.ask(KIND, wording.which_office(_card(visit, training, draft), now))


def _card(visit: Visit, training: Training, draft: Draft) -> wording.Card:
    return wording.Card(visit.texts, visit.network, training, draft.version, draft.data)


async def _current(visit: Visit, version: int, *steps: str) -> tuple[Draft, Training] | None:
    draft = await visit.draft(KIND)
    if draft is None or draft.version != version or draft.step not in steps:
        visit.notice("stale-button", alert=True)
        return None
    training = await _course(visit, draft.data["training"])
    return (draft, training) if training else None


async def _next(visit: Visit, draft: Draft, step: str, **said: Any) -> Draft:
    """Keep what was said; older buttons do not count any more."""
    kept = replace(draft, step=step, data={**draft.data, **said}, version=visit.update_id)
    await visit.keep(kept)
    return kept


async def office(visit: Visit, action: ChooseOffice) -> None:
    """Take the district and ask for the sector."""
    found = await _current(visit, action.version, OFFICE)
    known = action.office == COUNTY_WIDE or visit.network.find_office(action.office)
    if found is None or not known:
        return
    draft = await _next(visit, found[0], SECTOR, office=action.office)
    visit.ask(KIND, wording.which_sector(_card(visit, found[1], draft)))


async def sector(visit: Visit, action: ChooseSector) -> None:
    """Take the sector and ask for the number."""
    found = await _current(visit, action.version, SECTOR)
    if found is None or action.sector not in list(Sector):
        return
    if not visit.network.has_institution(found[0].data["office"], Sector(action.sector)):
        visit.notice("stale-button", alert=True)
        return
    draft = await _next(visit, found[0], NUMBER, sector=action.sector)
    visit.ask(KIND, wording.how_many(_card(visit, found[1], draft)))


async def number(visit: Visit, action: ChooseNumber) -> None:
    """Take the number that was pressed."""
    found = await _current(visit, action.version, NUMBER)
    if found is not None:
        await _take(visit, *found, action.by)


async def ask(visit: Visit, draft: Draft) -> None:
    """Show the question of the present step; it is over if there is nothing to correct now."""
    training = await _course(visit, draft.data["training"])
    if training is None:
        await visit.finish()
        return
    card, now = _card(visit, training, draft), use_case.attendance(await _rows(visit, training))
    match draft.step:
        case "office":
            visit.ask(KIND, wording.which_office(card, now))
        case "sector":
            visit.ask(KIND, wording.which_sector(card))
        case "number":
            visit.ask(KIND, wording.how_many(card))
        case "reason":
            visit.ask(KIND, wording.why(card))
        case _:
            visit.ask(KIND, wording.check(card, now.total + draft.data["by"]))


async def typed(visit: Visit, draft: Draft, text: str) -> bool:
    """Take a typed number with its sign where one is asked for."""
    by = wording.signed_number(text)
    training = await _course(visit, draft.data["training"])
    if draft.step != NUMBER or by is None or training is None:
        return False
    if isinstance(by, Refused):
        visit.say(wording.refused(_card(visit, training, draft), by))
    else:
        await _take(visit, draft, training, by)
    return True


async def _take(visit: Visit, draft: Draft, training: Training, by: int) -> None:
    """Go on with a number that can be."""
    if await _found(visit, training, {**draft.data, "by": by}) is None:
        visit.say(wording.impossible(_card(visit, training, draft)))
        return
    kept = await _next(visit, draft, REASON, by=by)
    visit.ask(KIND, wording.why(_card(visit, training, kept)))


async def _found(visit: Visit, training: Training, said: dict[str, Any]) -> Recount | None:
    change = Change(said["office"], said["sector"], said["by"])
    rows = await _rows(visit, training)
    return use_case.recount(rows, training.id, _day(visit, training), change)


async def reason(visit: Visit, action: ChooseReason) -> None:
    """Take the reason and show everything once more."""
    found = await _current(visit, action.version, REASON)
    if found is None or action.reason not in list(Reason):
        return
    draft = await _next(visit, found[0], CHECK, reason=action.reason)
    now = use_case.attendance(await _rows(visit, found[1])).total
    visit.ask(KIND, wording.check(_card(visit, found[1], draft), now + draft.data["by"]))


async def write(visit: Visit, action: Write) -> None:
    """Answer «So berichtigen»: counter-entries, once."""
    found = await _current(visit, action.version, CHECK)
    if found is None:
        return
    draft, training = found
    await visit.finish()
    await visit.store.trainings.lock(training.id)
    changes = await _found(visit, training, draft.data)
    if changes is None:  # somebody was faster
        visit.notice("stale-button", alert=True)
        return
    store, why = visit.store, Reason(draft.data["reason"])
    await use_case.write(store.years, store.ledger, changes, why)
    now = use_case.attendance(await _rows(visit, training)).total
    visit.show(wording.written(visit.texts, training, now))


def register(application: App) -> None:
    """Open the doors of this feature."""
    on_tap(application, ListClosed, list_closed, Who.COORDINATORS)
    on_tap(application, Open, begin, Who.COORDINATORS)
    on_tap(application, ChooseOffice, office, Who.COORDINATORS)
    on_tap(application, ChooseSector, sector, Who.COORDINATORS)
    on_tap(application, ChooseNumber, number, Who.COORDINATORS)
    on_tap(application, ChooseReason, reason, Who.COORDINATORS)
    on_tap(application, Write, write, Who.COORDINATORS)
    on_dialogue(KIND, Dialogue(ask, typed, coordinators=True))
