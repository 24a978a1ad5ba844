"""How much somebody attended: the hosts say by taps where it was less than the whole."""

from __future__ import annotations

from domain import presence_hours as rules
from domain.deeds import Deed
from domain.manage import Numbers, names_gone_by
from domain.manage_people import Attendee, as_seen
from domain.paging import Part
from domain.presence import NotNow
from domain.rights import Act
from domain.vocabulary import RegistrationStatus
from handlers.context import Router, Visit, Who
from handlers.doors import on_tap
from handlers.manage import own
from talk.presence_hours import OneHours, SeeHours, SetSession, SetUnits
from texts import presence as marking
from texts import presence_hours as wording


async def see(visit: Visit, action: SeeHours) -> None:
    """Answer «Verkürzte Teilnahme» with a page of who has a seat."""
    await _show(visit, action.training_id, action.page)


async def _show(visit: Visit, training_id: int, page: int) -> None:
    each = await _hosted(visit, training_id)
    if each is None:
        return
    training = each.training
    found = await visit.store.attendees.page(training.id, page)
    part: Part[Attendee] = found.made(lambda one: as_seen(visit.person, training, one))
    message = wording.listed(visit.texts, visit.network, each, part)
    visit.show_names(message, names_gone_by(training, visit.now), anew=False)


async def _hosted(visit: Visit, training_id: int) -> Numbers | None:
    """Return a training of which the visitor may read and say it; says why not otherwise."""
    each = await own(visit, training_id)
    if each is None:
        return None
    why = rules.not_shortened(visit.network, each.training, visit.now)
    if visit.network.presence and not visit.may(Act.MARK, each.training):
        why = NotNow.NOT_YOURS
    if why is None:
        return each
    _refuse(visit, why)
    return None


def _refuse(visit: Visit, why: NotNow) -> None:
    visit.toast, visit.alert = marking.why_not(visit.texts, why), True


async def one(visit: Visit, action: OneHours) -> None:
    """Ask how much somebody attended."""
    await _ask(visit, action)


async def _ask(visit: Visit, about: OneHours) -> None:
    each = await _hosted(visit, about.training_id)
    if each is None:
        return
    found = await visit.store.attendees.by_code(about.training_id, about.code)
    if found is None or found.registration.status is not RegistrationStatus.CONFIRMED:
        _refuse(visit, NotNow.NO_SEAT)
        return
    visit.show(wording.asked(visit.texts, visit.network, each.training, found.registration, about))


async def set_units(visit: Visit, action: SetUnits) -> None:
    """Note so many units, and show the page again."""
    number, code = action.training_id, action.code
    store, network, person = visit.store, visit.network, visit.person
    why = await rules.set_units(store, network, number, code, action.units, person, visit.now)
    if why is not None:
        _refuse(visit, why)
        return
    visit.notice("presence-hours-noted", code=f"{code:02}", units=action.units)
    await _show(visit, number, action.page)


async def set_session(visit: Visit, action: SetSession) -> None:
    """Note a session that was missed, or was not, and ask for the others."""
    number, code, missed = action.training_id, action.code, bool(action.missed)
    store, network, person, now = visit.store, visit.network, visit.person, visit.now
    why = await rules.set_session(
        store, network, number, code, action.session, person, now, missed=missed
    )
    if why is not None:
        _refuse(visit, why)
        return
    await _ask(visit, OneHours(number, code, action.page, 0))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    who = Who.COORDINATORS
    on_tap(router, SeeHours, see, who, Deed.PRESENCE)
    on_tap(router, OneHours, one, who, Deed.PRESENCE)
    on_tap(router, SetUnits, set_units, who, Deed.MARKED)
    on_tap(router, SetSession, set_session, who, Deed.MARKED)
