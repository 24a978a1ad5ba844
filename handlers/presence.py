"""Who is there: the hosts mark it on a list, and who has a seat opens the code at the door."""

from __future__ import annotations

from domain import presence as rules
from domain import presence_door as door
from domain.deeds import Deed
from domain.manage import names_gone_by
from domain.manage_people import as_seen
from domain.presence import NotNow, in_all
from domain.presence_door import CheckedIn, FromTheLine, NotCheckedIn
from domain.rights import Act
from handlers.context import Router, Visit, Who
from handlers.doors import on_tap, wrong
from handlers.manage import own
from talk.presence import LetFirstIn, MarkPresence, SeePresence
from texts import manage_people
from texts import presence as wording


async def see(visit: Visit, action: SeePresence) -> None:
    """Answer «Wer da ist» with a page of them; the first one in a message of its own."""
    await _show(visit, action.training_id, action.page, anew=action.page == 0)


async def _show(visit: Visit, training_id: int, page: int, *, anew: bool = False) -> None:
    each = await own(visit, training_id)
    if each is None:
        return
    training = each.training
    why = rules.not_marked(visit.network, training, visit.now)
    if not visit.may(Act.MARK, training):
        why = NotNow.NOT_YOURS if visit.network.presence else NotNow.UNKNOWN
    if why not in {None, NotNow.CLOSED}:
        _refuse(visit, why)
        return
    found = await visit.store.attendees.page(training.id, page)
    marks = in_all(await visit.store.attendees.marks(training.id))
    part = found.made(lambda one: as_seen(visit.person, training, one))
    listed = manage_people.Listed(each, part, {})
    shown = wording.Marking(listed, marks, open=why is None)
    message = wording.listed(visit.texts, visit.network, shown)
    visit.show_names(message, names_gone_by(training, visit.now), anew=anew)


def _refuse(visit: Visit, why: NotNow | None) -> None:
    visit.toast, visit.alert = wording.why_not(visit.texts, why or NotNow.UNKNOWN), True


async def mark(visit: Visit, action: MarkPresence) -> None:
    """Note what a button says, and show the page again."""
    number, code = action.training_id, action.code
    store, network, person = visit.store, visit.network, visit.person
    why = await door.mark(store, network, number, code, action.mark, person, visit.now)
    if why is not None:
        _refuse(visit, why)
        return
    visit.notice(f"presence-noted-{action.mark}", code=f"{code:02}")
    await _show(visit, number, action.page)


async def let_in(visit: Visit, action: LetFirstIn) -> None:
    """Answer «Nächste Person hereinlassen»."""
    number, store = action.training_id, visit.store
    done = await door.let_in(store, visit.network, number, visit.person, visit.now)
    if not isinstance(done, FromTheLine):
        _refuse(visit, done)
        return
    visit.notice("presence-let-in", code=f"{done.registration.seat_code:02}")
    await _show(visit, number, action.page)


async def open_link(visit: Visit, code: str) -> None:
    """Check in who opened the code at the door, or say why not."""
    key = await visit.store.proofs.check_in_if_any()
    done: CheckedIn | NotCheckedIn = NotCheckedIn(NotNow.UNKNOWN)
    if key is not None:
        store, person = visit.store, visit.person
        done = await door.check_in(store, visit.network, key, code, person, visit.now)
    if isinstance(done, CheckedIn):
        visit.say(wording.checked_in(visit.texts, visit.network, done, visit.now))
    else:
        if done.why is NotNow.UNKNOWN:
            wrong(visit)
        visit.say(wording.refused(visit.texts, visit.network, done))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    who = Who.COORDINATORS
    on_tap(router, SeePresence, see, who, Deed.PRESENCE)
    on_tap(router, MarkPresence, mark, who, Deed.MARKED)
    on_tap(router, LetFirstIn, let_in, who, Deed.MARKED)
