"""A seat that goes to a colleague: the link is made by one, and taken by the other."""

from __future__ import annotations

from domain import substitute as rules
from domain.message import Message
from domain.standing import Stand, stand
from domain.substitute import Handed, NotHanded, SeatLink
from domain.training import Training
from domain.view import View
from handlers.context import Router, Visit
from handlers.doors import may_try, on_tap, wrong
from storage.crypto import new_token
from talk.start import Opening, Purpose
from talk.substitute import AskSubstitute, DropLink, MakeLink, TakeHandedSeat
from texts import substitute as wording


async def ask(visit: Visit, action: AskSubstitute) -> None:
    """Answer «Ersatz schicken» with what that is."""
    training = await _own(visit, action.training_id)
    if training is not None:
        visit.show(wording.ask(visit.texts, visit.network, training, visit.now))


async def _own(visit: Visit, training_id: int) -> Training | None:
    """Return a training in which the visitor has a seat to hand over; else say why not."""
    training = await visit.store.trainings.get(training_id)
    own = await visit.store.registrations.of(training_id, visit.person.id)
    why = rules.not_offered(training, own, visit.now)
    if why is None and training is not None:
        return training
    _refuse(visit, why or NotHanded.CLOSED)
    if training is not None and stand(own) is not Stand.NEITHER:
        visit.draw(View.CARD, training)
    return None


def _refuse(visit: Visit, why: NotHanded) -> None:
    visit.toast, visit.alert = wording.why_not(visit.texts, why), True


async def make(visit: Visit, action: MakeLink) -> None:
    """Answer «Link erstellen»: the link for one person, as a message that can be passed on."""
    token, store = new_token(), visit.store
    made = await rules.offer(store, action.training_id, visit.person, token, visit.now)
    if isinstance(made, NotHanded):
        _refuse(visit, made)
        return
    link = visit.tools.link(Opening(Purpose.SUBSTITUTE, token))
    visit.draw(View.CARD, made.training)
    visit.say(wording.made(visit.texts, visit.network, made, link))


async def drop(visit: Visit, action: DropLink) -> None:
    """Answer «Link zurückziehen»."""
    was = await visit.store.substitutes.drop(action.training_id, visit.person.id)
    visit.notice("substitute-dropped" if was else "substitute-nothing", alert=not was)
    training = await visit.store.trainings.get(action.training_id)
    if training is not None:
        visit.draw(View.CARD, training)


async def open_link(visit: Visit, token: str) -> None:
    """Show a member what a link leads to: the facts, and the button that takes the seat."""
    found = await rules.look(visit.store, token, visit.person, visit.now)
    if isinstance(found, NotHanded):
        _note(visit, found)
        visit.say(wording.refused(visit.texts, found))
    else:
        visit.say(await _offered(visit, found, token))


def _note(visit: Visit, why: NotHanded) -> None:
    if why is NotHanded.GONE:
        wrong(visit)


async def _offered(visit: Visit, found: SeatLink, token: str) -> Message:
    own = await visit.store.registrations.of(found.training.id, visit.person.id)
    waits = stand(own) is Stand.LINE
    return wording.offered(visit.texts, visit.network, found, token, waits=waits)


async def take(visit: Visit, action: TakeHandedSeat) -> None:
    """Answer «Platz übernehmen»."""
    if not may_try(visit):
        return
    store, person = visit.store, visit.person
    shown = action.shown
    done = await rules.take(store, visit.network, action.token, person, visit.now, shown=shown)
    match done:
        case Handed():
            visit.notice("substitute-taken", title=done.training.title)
            visit.draw(View.CARD, done.training)
        case NotHanded.UNSEEN:
            visit.notice("register-changed", alert=True)
            await open_link(visit, action.token)
        case _:
            _note(visit, done)
            _refuse(visit, done)
            visit.show(wording.refused(visit.texts, done))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_tap(router, AskSubstitute, ask)
    on_tap(router, MakeLink, make)
    on_tap(router, DropLink, drop)
    on_tap(router, TakeHandedSeat, take)
