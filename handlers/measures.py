"""Measures: what coordinators decide about a hint, a need or an idea, and how far it is."""

from __future__ import annotations

from domain import measures
from domain.deeds import Deed
from domain.ledger.entries import open_years
from domain.measures import MeasureScene, NotNoted, in_turn, known_of
from domain.paging import part_of
from handlers import forms
from handlers.context import Host, Router, Visit, Who
from handlers.doors import on_command, on_tap
from handlers.forms import on_form
from talk.form import Answers, Setting
from talk.measures import (
    MEASURES,
    MeasureOfHint,
    NewMeasure,
    OpenMeasure,
    SetMeasureState,
    ShowMeasures,
)
from texts import measures as wording


async def show(visit: Visit, action: object) -> None:
    """Show a page of the measures, those to be done first."""
    page = action.page if isinstance(action, ShowMeasures) else 0
    found = in_turn(await visit.store.measures.all())
    visit.show(wording.listed(visit.texts, visit.network, part_of(found, page), visit.today))


async def _scene(visit: Visit, _: Answers) -> MeasureScene:
    today = visit.today
    return MeasureScene(today, await open_years(visit.store.seals, today))


async def new(visit: Visit, _: NewMeasure) -> None:
    """Begin a measure; for which year's report is asked only where two are open."""
    years = (await _scene(visit, {})).open_years
    await forms.begin(visit, MEASURES, {} if len(years) > 1 else {"year": str(years[0])})


async def of_hint(visit: Visit, action: MeasureOfHint) -> None:
    """Begin a measure about a hint of a year's report."""
    if action.year not in (await _scene(visit, {})).open_years:
        visit.notice("measures-sealed", alert=True, year=str(action.year))
        return
    await forms.begin(visit, MEASURES, known_of(action.year, action.hint))


async def keep(visit: Visit, at: Setting) -> None:
    """Answer «So festhalten»: it is final, but for how far it is."""
    number = await measures.decide(visit.store, at.answers, at.about.today)
    if isinstance(number, NotNoted):
        visit.notice("measures-sealed", alert=True, year=at.answers["year"])
        return
    found = await visit.store.measures.get(number)
    assert found is not None
    visit.show(wording.kept(visit.texts, visit.network, found))


async def open_(visit: Visit, action: OpenMeasure) -> None:
    """Show one measure."""
    found = await visit.store.measures.get(action.number)
    if found is None:
        visit.notice("stale-button", alert=True)
    else:
        visit.show(wording.one(visit.texts, visit.network, found))


async def set_state(visit: Visit, action: SetMeasureState) -> None:
    """Note how far a measure is."""
    today = visit.today
    why = await measures.set_state(visit.store, action.number, action.state, today)
    if why is NotNoted.GONE:
        visit.notice("stale-button", alert=True)
        return
    if why is NotNoted.SEALED:
        visit.notice("measures-sealed", alert=True, year=str(today.year))
    else:
        visit.notice("measures-same" if why else "measures-set")
    await open_(visit, OpenMeasure(action.number))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_form(router, Host(wording.FACE, keep, show, _scene, deed=Deed.DECIDED), Who.COORDINATORS)
    on_command(router, "massnahmen", show, Who.COORDINATORS)
    on_tap(router, ShowMeasures, show, Who.COORDINATORS)
    on_tap(router, NewMeasure, new, Who.COORDINATORS)
    on_tap(router, MeasureOfHint, of_hint, Who.COORDINATORS)
    on_tap(router, OpenMeasure, open_, Who.COORDINATORS)
    on_tap(router, SetMeasureState, set_state, Who.COORDINATORS, Deed.DECIDED)
