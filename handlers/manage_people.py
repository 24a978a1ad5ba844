"""The people of one training: a list for its hosts, and taking one of them out of it."""

from __future__ import annotations

from dataclasses import replace

from domain import presence
from domain.deeds import Deed
from domain.manage import Numbers, names_gone_by
from domain.manage_people import NotRemoved, RemovalReason, as_seen, remove
from domain.rights import Act
from domain.training import Training
from handlers import forms
from handlers.context import Host, Router, Visit, Who
from handlers.doors import on_tap
from handlers.forms import on_form
from handlers.manage import own
from talk.form import Answers, Setting
from talk.manage_people import REMOVAL, SeePeople, TakeOut, ToRemove
from texts import manage_people as wording


async def people(visit: Visit, action: SeePeople) -> None:
    """Answer «Wer angemeldet ist» with a page of them."""
    await _show(visit, action.training_id, action.page)


async def _show(visit: Visit, training_id: int, page: int = 0, note: str = "") -> None:
    each = await own(visit, training_id)
    if each is not None:
        await _list(visit, each, page, note)


async def _list(visit: Visit, each: Numbers, page: int, note: str) -> None:
    found = await visit.store.attendees.page(each.training.id, page)
    part = found.made(lambda one: as_seen(visit.person, each.training, one))
    booked = await visit.store.seating.blocks(each.training.id) if not part.rest else {}
    shown = wording.Listed(each, part, booked, door=can_see(visit, each.training))
    message = wording.listed(visit.texts, visit.network, shown, visit.now, note)
    if any(one.name for one in part.items):
        visit.show_names(message, names_gone_by(each.training, visit.now), anew=page == 0)
    else:
        visit.show(message)


def can_see(visit: Visit, training: Training) -> bool:
    """Return whether the visitor may see, or mark, who is there."""
    why = presence.not_marked(visit.network, training, visit.now)
    return visit.may(Act.MARK, training) and why in {None, presence.NotNow.CLOSED}


async def take_out(visit: Visit, action: TakeOut) -> None:
    """Ask why somebody is taken out of a training."""
    await forms.begin(visit, REMOVAL, {"training": action.training_id, "code": action.code})


async def _about(visit: Visit, said: Answers) -> ToRemove | None:
    """Return whom it is about; None, and the list, if nobody is there under the number."""
    training = await visit.store.trainings.get(said["training"])
    if training is None or not visit.may(Act.MANAGE, training):
        visit.notice("manage-refused-gone" if training is None else "manage-not-yours", alert=True)
        return None
    if "code" not in said:
        return ToRemove(training)
    found = await visit.store.attendees.by_code(training.id, said["code"])
    if found is None:
        note = wording.not_removed(visit.texts, NotRemoved.GONE, said["code"])
        await _show(visit, training.id, note=note)
        return None
    # Its number says who it is: a question stays in the chat for longer than names may.
    return ToRemove(training, replace(found, name=None))


async def done(visit: Visit, at: Setting) -> None:
    """Answer «Ja, herausnehmen»."""
    training_id, code = at.answers["training"], at.answers["code"]
    reason = RemovalReason(at.answers["reason"])
    store, network, now = visit.store, visit.network, visit.now
    result = await remove(store, network, training_id, code, reason, now)
    if isinstance(result, NotRemoved):
        note = wording.not_removed(visit.texts, result, code)
    else:
        note = wording.removed(visit.texts, code, result.moved_up)
    await _show(visit, training_id, note=note)


async def leave(visit: Visit, at: Setting) -> None:
    """Leave everything as it was."""
    await _show(visit, at.answers["training"])


def register(router: Router) -> None:
    """Open the doors of this feature."""
    who = Who.COORDINATORS
    on_form(router, Host(wording.FACE, done, leave, _about, anew=True, deed=Deed.TAKEN_OUT), who)
    on_tap(router, SeePeople, people, who, Deed.PEOPLE)
    on_tap(router, TakeOut, take_out, who)
