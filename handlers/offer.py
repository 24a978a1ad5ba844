"""Looking for a training: a list with filters, which travel in the buttons."""

from __future__ import annotations

from domain.offer import Filter, Search
from domain.view import View
from domain.vocabulary import EventStatus
from handlers.context import Router, Visit
from handlers.doors import on_tap
from talk.offer import LISTED, Browse, Seek, SeekBy, leading_back, sought_by, way_to
from talk.register import PassOn
from talk.start import Opening, Purpose
from texts import offer as wording


async def look(visit: Visit, action: Browse) -> None:
    """Show a page of what fits."""
    visit.draw(View.OFFERED, look=way_to(action))


async def seek(visit: Visit, action: Seek) -> None:
    """Answer «Filtern»: which filters there are, and how many trainings fit."""
    visit.show(wording.filters(visit.texts, await _search(visit, action)))


async def seek_by(visit: Visit, action: SeekBy) -> None:
    """Ask for the value of one filter."""
    which: Filter = LISTED[action.which]
    search = await _search(visit, action)
    visit.show(wording.values(visit.texts, search, which, action.page))


async def pass_on(visit: Visit, action: PassOn) -> None:
    """Answer «Weitergeben»: a link to the training, and a text for a mail."""
    training = await visit.store.trainings.get(action.training_id)
    if training is None:
        visit.notice("register-gone", alert=True)
        return
    link = visit.tools.link(Opening(Purpose.TRAINING, training.uid))
    message = wording.pass_on(visit.texts, visit.network, training, link)
    visit.show(leading_back(message, visit.way) if visit.way else message)


async def open_link(visit: Visit, uid: str) -> None:
    """Open the card of a training that a link names; what is not public yet is not there."""
    training = await visit.store.trainings.by_uid(uid)
    if training is None or training.status is EventStatus.DRAFT:
        visit.say(wording.no_such_training(visit.texts))
    else:
        visit.draw(View.CARD, training, anew=True)


async def _search(visit: Visit, action: Seek | SeekBy) -> Search:
    found = await visit.store.trainings.offered(visit.now)
    return Search(visit.network, visit.person.sector, sought_by(action), found)


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_tap(router, Browse, look)
    on_tap(router, Seek, seek)
    on_tap(router, SeekBy, seek_by)
    on_tap(router, PassOn, pass_on)
