"""Looking for somebody on the list of a training, by what is typed; nothing of it is kept."""

from __future__ import annotations

from domain import presence
from domain.deeds import Deed
from domain.manage import names_gone_by
from domain.manage_people import A_PAGE, Attendee, as_seen
from domain.manage_people_seek import Found, by_name, by_number
from handlers import forms
from handlers import manage_people as people
from handlers import presence as door
from handlers.context import Host, Router, Visit, Who
from handlers.doors import on_tap
from handlers.forms import on_form
from handlers.manage import own
from talk.form import Answers, Setting
from talk.manage_people import SEEKING, FindSeat, SeePeople
from talk.presence import SeekPresence, SeePresence
from texts import manage_people_seek as wording
from texts.manage_people import may_take_out


async def find(visit: Visit, action: FindSeat) -> None:
    """Answer «Suchen» on the list of who is registered."""
    await forms.begin(visit, SEEKING, {"training": action.training_id, "door": False})


async def find_at_door(visit: Visit, action: SeekPresence) -> None:
    """Answer «Suchen» on the list of who is there."""
    await forms.begin(visit, SEEKING, {"training": action.training_id, "door": True})


async def _about(visit: Visit, said: Answers) -> object | None:
    """Return the training; None, and why is said, for who may not see its people."""
    each = await own(visit, said["training"])
    if each is None or not said["door"] or people.can_see(visit, each.training):
        return each
    visit.notice("presence-not-not-yours", alert=True)
    return None


async def sought(visit: Visit, at: Setting) -> None:
    """Show who was found; the text goes out of the chat, for it may be a name."""
    visit.unwanted = True
    typed, at_door, each = wording.read(at.answers["who"]), at.answers["door"], at.about
    everyone = await visit.store.attendees.everyone(each.training.id)
    pages = max(1, -(-len(everyone) // A_PAGE))
    if typed.page is not None and 1 <= typed.page <= pages:
        await _turn(visit, each.training.id, typed.page - 1, at_door=at_door)
        return
    seen = [as_seen(visit.person, each.training, one) for one in everyone]
    found = _found(seen, typed)
    if not found:
        about = {"training": each.training.id, "door": at_door}
        await forms.begin(visit, SEEKING, about, wording.none(visit.texts, typed, pages))
        return
    hits = wording.Hits(each, found, at_door, _open(visit, at))
    message = wording.found(visit.texts, visit.network, hits)
    visit.show_names(message, names_gone_by(each.training, visit.now), anew=True)


def _deed(at: Setting) -> Deed:
    return Deed.PRESENCE if at.answers["door"] else Deed.PEOPLE


def _found(seen: list[Attendee], typed: wording.SoughtSeat) -> list[Found]:
    if typed.code is not None:
        return by_number(seen, typed.code)
    return by_name(seen, typed.name)


def _open(visit: Visit, at: Setting) -> bool:
    """Return whether what can be done to people can still be done."""
    training = at.about.training
    if at.answers["door"]:
        return presence.not_marked(visit.network, training, visit.now) is None
    return may_take_out(training, visit.now)


async def _turn(visit: Visit, training_id: int, page: int, *, at_door: bool) -> None:
    if at_door:
        await door.see(visit, SeePresence(training_id, page))
    else:
        await people.people(visit, SeePeople(training_id, page))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    who = Who.COORDINATORS
    on_form(router, Host(wording.FACE, sought, about=_about, deed=_deed), who)
    on_tap(router, FindSeat, find, who)
    on_tap(router, SeekPresence, find_at_door, who)
