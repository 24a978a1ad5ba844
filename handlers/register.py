"""Registering with one tap, leaving with one question back, and looking up what one has."""

from __future__ import annotations

from domain import letters
from domain import register as rules
from domain.approve_answer import ask
from domain.delivery import Kind, Letter, Priority
from domain.register import NotRegistered, Registered, Registration, Unseen
from domain.standing import Press, Stand, obstacle, stand
from domain.training import Training
from domain.view import View
from domain.vocabulary import EventStatus, RegistrationStatus
from handlers.context import Router, Visit
from handlers.doors import on_command, on_tap
from talk.offer import LAST_PAGE, Browse, way_to
from talk.register import (
    AskLeave,
    Calendar,
    Details,
    Leave,
    LeaveUnseen,
    Mine,
    MinePage,
    Mute,
    Offered,
    OfferedPage,
    Register,
    RegisterUnseen,
    Show,
)
from texts import cards, standings

REMINDING = (Kind.REMINDER,)
#: What no button stands for: the facts of a card of which nobody knows what it showed.
UNSEEN = -1


async def register_seat(visit: Visit, action: Register) -> None:
    """Answer the button «Anmelden»."""
    await _register(visit, action.training_id, action.shown)


async def register_unseen(visit: Visit, action: RegisterUnseen) -> None:
    """Answer «Anmelden» on an old card: what it showed may have changed, so ask first."""
    await _register(visit, action.training_id, UNSEEN)


async def _register(visit: Visit, training_id: int, shown: int) -> None:
    store, person = visit.store, visit.person
    result = await rules.register(
        store.registrations, training_id, person, visit.now, shown=shown, network=visit.network
    )
    match result:
        case Unseen(training, _) if training is not None:
            visit.notice("register-changed", alert=True)
            visit.draw(View.CARD, training, note="card-facts-changed")
        case NotRegistered(training, _):
            await _hindered(visit, Press.REGISTER, training, None)
        case Registered():
            await _registered(visit, result)


async def _registered(visit: Visit, result: Registered) -> None:
    if result.fresh:
        visit.letters.append(_confirmation(visit, result))
        own, network = result.registration, visit.network
        await ask(visit.store, network, result.training, own, visit.person, visit.now)
        if not result.place_in_line and own.approve_by is None:
            visit.letters += reminders(visit, result.training, result.registration)
    _say_registered(visit, result)
    if result.place_in_line and result.training.keeping(visit.now):
        await _say_why(visit, result.training)
    visit.draw(View.CARD, result.training)


async def _say_why(visit: Visit, training: Training) -> None:
    """Say to who waits, if so, that the seats that look free are kept for others."""
    division = await rules.division(visit.store.registrations, training)
    if division.keeps(visit.person.office):
        visit.toast += f" {cards.kept(visit.texts, visit.network, training)}"


def _say_registered(visit: Visit, result: Registered) -> None:
    if result.registration.status is RegistrationStatus.OFFERED:
        visit.notice("moveup-still-asked", alert=True)
    elif result.place_in_line:
        text = "register-waiting" if result.fresh else "register-already-waiting"
        visit.notice(text, place=result.place_in_line)
    elif result.registration.approve_by is not None:
        visit.notice("register-held")
    elif result.fresh:
        visit.notice("register-done", title=result.training.title)
    else:
        visit.notice("register-already")


async def _hindered(
    visit: Visit, press: Press, training: Training | None, own: Registration | None
) -> bool:
    """Say why a press is not possible, above the card as it is now; False if it is possible."""
    why = obstacle(press, training, stand(own), visit.person.sector, visit.now)
    if why is None:
        return False
    visit.toast = cards.obstacle(visit.texts, visit.network, training, why)
    visit.alert = True
    if training is not None:
        visit.draw(View.CARD, training)
    return True


def _confirmation(visit: Visit, result: Registered) -> Letter:
    """Return the letter that confirms a seat or a place in the line, made when it is sent."""
    own = result.registration
    return Letter(
        key=f"confirmation:{own.id}:{own.position}",
        kind=Kind.CONFIRMATION,
        due_at=visit.now,
        person_id=visit.person.id,
        priority=Priority.ANSWER,
        expires_at=result.training.plan.ends_at,
        training_id=result.training.id,
        registration_id=own.id,
    )


def reminders(visit: Visit, training: Training, own: Registration) -> list[Letter]:
    """Return the reminders still to come for somebody who has just got a seat."""
    return letters.reminder_letters(visit.network, training, own, visit.now)


def tell_moved_up(visit: Visit, training: Training, moved_up: tuple[Registration, ...]) -> None:
    """Tell those who moved up, and plan their reminders."""
    visit.letters += letters.moved_up_letters(visit.network, training, moved_up, visit.now)


async def _found(visit: Visit, training_id: int) -> tuple[Training | None, Registration | None]:
    """Return a training and the visitor's registration in it, also a past one."""
    training = await visit.store.trainings.get(training_id)
    if training is None:
        return None, None
    return training, await visit.store.registrations.of(training.id, visit.person.id)


async def ask_leave(visit: Visit, action: AskLeave) -> None:
    """Answer «Abmelden» with one question back."""
    training, own = await _found(visit, action.training_id)
    if await _hindered(visit, Press.LEAVE, training, own) or training is None:
        return
    visit.draw(View.LEAVING, training)


async def leave(visit: Visit, action: Leave) -> None:
    """Answer «Ja, abmelden»."""
    await _leave(visit, action.training_id, action.shown)


async def leave_unseen(visit: Visit, action: LeaveUnseen) -> None:
    """Answer «Ja, abmelden» beneath an old question: what it showed may have changed."""
    await _leave(visit, action.training_id, UNSEEN)


async def _leave(visit: Visit, training_id: int, shown: int) -> None:
    """Give up what somebody has, unless they were shown other facts than those of now."""
    own = await visit.store.registrations.of(training_id, visit.person.id)
    left = await rules.withdraw(
        visit.store.registrations, training_id, visit.person.id, visit.now, shown=shown
    )
    match left:
        case rules.Left() if own is not None:
            await _left(visit, left, own)
        case Unseen(training) if training is not None:
            visit.notice("leave-changed", alert=True)
            visit.draw(View.LEAVING, training)
        case _:
            training = await visit.store.trainings.get(training_id)
            await _hindered(visit, Press.LEAVE, training, own)


async def _left(visit: Visit, left: rules.Left, own: Registration) -> None:
    """Say what was given up."""
    await visit.store.plans.cancel("withdrawn", REMINDING, visit.now, registration_id=own.id)
    tell_moved_up(visit, left.training, left.moved_up)
    where = stand(own)
    visit.toast = standings.label(visit.texts, "left", where)
    visit.draw(View.LEFT, left.training, was=where.value)
    if where is Stand.SEAT:
        visit.draw(View.OFF, left.training, anew=True, moved_up=len(left.moved_up))


async def _shown(visit: Visit, training_id: int) -> Training | None:
    """Return a training that people may see: a draft is none to them."""
    training = await visit.store.trainings.get(training_id)
    return None if training and training.status is EventStatus.DRAFT else training


async def show(visit: Visit, action: Show) -> None:
    """Open a training's card."""
    training = await _shown(visit, action.training_id)
    if training is None:
        visit.notice("register-gone", alert=True)
        return
    visit.draw(View.CARD, training)


async def details(visit: Visit, action: Details) -> None:
    """Answer «Details»."""
    training = await _shown(visit, action.training_id)
    if training is None:
        visit.notice("register-gone", alert=True)
        return
    visit.draw(View.DETAILS, training)


async def calendar(visit: Visit, action: Calendar) -> None:
    """Answer «Kalender» with a file."""
    training = await _shown(visit, action.training_id)
    if training is None:
        visit.notice("register-gone", alert=True)
        return
    visit.draw(View.CALENDAR, training, anew=True)


async def mute(visit: Visit, action: Mute) -> None:
    """Switch the reminders of one training off or on."""
    training, own = await _found(visit, action.training_id)
    if await _hindered(visit, Press.MUTE, training, own) or training is None or own is None:
        return
    await visit.store.registrations.set_muted(own.id, muted=bool(action.on))
    if action.on:
        await visit.store.plans.cancel("muted", REMINDING, visit.now, registration_id=own.id)
        visit.notice("mute-on")
    else:
        if stand(own) is Stand.SEAT:
            await letters.revive(visit.store, reminders(visit, training, own))
        visit.toast = standings.label(visit.texts, "reminded", stand(own))
    visit.draw(View.DETAILS, training)


async def offered(visit: Visit, action: object) -> None:
    """Show a page of what is on offer for this person's sector."""
    page = action.page if isinstance(action, OfferedPage) else 0
    visit.draw(View.OFFERED, look=way_to(Browse(min(page, LAST_PAGE))))


async def mine(visit: Visit, action: object) -> None:
    """Show a page of this person's registrations."""
    visit.draw(View.MINE, page=action.page if isinstance(action, MinePage) else 0)


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_tap(router, Register, register_seat)
    on_tap(router, RegisterUnseen, register_unseen)
    on_tap(router, AskLeave, ask_leave)
    on_tap(router, Leave, leave)
    on_tap(router, LeaveUnseen, leave_unseen)
    on_tap(router, Show, show)
    on_tap(router, Details, details)
    on_tap(router, Calendar, calendar)
    on_tap(router, Mute, mute)
    on_tap(router, Offered, offered)
    on_tap(router, Mine, mine)
    on_tap(router, OfferedPage, offered)
    on_tap(router, MinePage, mine)
    on_command(router, "termine", offered)
    on_command(router, "meine", mine)
