"""What a coordination office says of a year's report, before the year is sealed."""

from __future__ import annotations

from domain import endorse
from domain.deeds import Deed
from domain.endorse import Endorsement, NotEndorsed, endorsing, not_endorsed
from domain.ledger.sealing import contents
from domain.report_order import known_year
from handlers.context import Router, Visit, Who
from handlers.doors import on_tap
from talk.endorse import AskRemark, Endorse, ShowEndorsing
from texts import endorse as wording


def _offices(visit: Visit) -> list[str]:
    return [office.slug for office in visit.network.offices]


async def _may(visit: Visit, year: int) -> bool:
    """Return whether the visitor's office may answer; else say why not."""
    today = visit.today
    if not known_year(year, today):
        visit.notice("stale-button", alert=True)
        return False
    office = visit.person.office
    why = await not_endorsed(visit.store, _offices(visit), office, year, today)
    if why is not None:
        visit.notice(f"endorse-{why}", alert=True)
    return why is None


async def show(visit: Visit, action: ShowEndorsing) -> None:
    """Show where the offices stand."""
    today = visit.today
    if not known_year(action.year, today):
        visit.notice("stale-button", alert=True)
        return
    found = await visit.store.endorsements.of(action.year)
    sealed = await visit.store.seals.sealed(action.year)
    now = await contents(visit.store, visit.network, action.year) if found else ""
    stands = endorsing(_offices(visit), found, now, sealed=sealed)
    office = visit.person.office
    why = await not_endorsed(visit.store, _offices(visit), office, action.year, today)
    if why in {NotEndorsed.NOT_OVER, NotEndorsed.NOT_SEEN}:
        visit.notice(f"endorse-{why}", alert=True)
    visit.show(
        wording.standing(visit.texts, visit.network, action.year, stands, answers=why is None)
    )


async def ask_remark(visit: Visit, action: AskRemark) -> None:
    """Ask which remark it is."""
    if await _may(visit, action.year):
        visit.show(wording.which_remark(visit.texts, action.year))


async def answer(visit: Visit, action: Endorse) -> None:
    """Keep the answer of the visitor's office; a later one takes its place."""
    if not await _may(visit, action.year):
        return
    seen = await contents(visit.store, visit.network, action.year)
    said = Endorsement(visit.person.office, visit.today, action.answer, seen)
    if await endorse.answer(visit.store, _offices(visit), said, action.year) is None:
        visit.notice("endorse-done")
    await show(visit, ShowEndorsing(action.year))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_tap(router, ShowEndorsing, show, Who.COORDINATORS)
    on_tap(router, AskRemark, ask_remark, Who.COORDINATORS)
    on_tap(router, Endorse, answer, Who.COORDINATORS, Deed.ENDORSED)
