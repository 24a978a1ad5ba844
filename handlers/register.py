"""Registering with one tap, leaving with one question back, and looking up what one has."""

from __future__ import annotations

from domain import changes, registration
from domain.actions import (
    AskLeave,
    Calendar,
    Details,
    Leave,
    Mine,
    Mute,
    Offered,
    Register,
    Show,
)
from domain.delivery import Kind, Letter, Priority
from domain.lists import MinePage, OfferedPage
from domain.message import Message
from domain.paging import Part
from domain.registration import NotRegistered, Registered, Registration
from domain.training import Training
from domain.vocabulary import RegistrationStatus
from handlers.context import App, Visit
from handlers.doors import on_command, on_tap
from handlers.standing import standing
from texts import cards

REMINDING = (Kind.REMINDER,)


async def register_seat(visit: Visit, action: Register) -> None:
    """Answer the button «Anmelden»."""
    store, person = visit.store, visit.person
    result = await registration.register(store.registrations, action.training_id, person, visit.now)
    if isinstance(result, NotRegistered):
        await _refused(visit, result)
        return
    if result.fresh:
        visit.letters.append(_confirmation(visit, result))
        if not result.place_in_line:
            visit.letters += reminders(visit, result.training, result.registration)
    _say_registered(visit, result)
    if result.place_in_line and result.training.keeping(visit.now):
        await _say_why(visit, result.training)
    else:
        visit.show(_card(visit, result))


def _card(visit: Visit, result: Registered) -> Message:
    own = cards.Standing(
        result.registration.status, result.place_in_line, muted=result.registration.muted
    )
    return cards.card(visit.texts, visit.network, result.training, own)


async def _say_why(visit: Visit, training: Training) -> None:
    """Say to who waits, if so, that the seats that look free are kept for others."""
    now_standing = await standing(visit, training)
    if now_standing.kept:
        visit.toast += f" {cards.kept(visit.texts, visit.network, training)}"
    visit.show(cards.card(visit.texts, visit.network, training, now_standing))


def _say_registered(visit: Visit, result: Registered) -> None:
    if result.place_in_line:
        text = "register-waiting" if result.fresh else "register-already-waiting"
        visit.notice(text, place=result.place_in_line)
    elif result.fresh:
        visit.notice("register-done", title=result.training.title)
    else:
        visit.notice("register-already")


async def _refused(visit: Visit, result: NotRegistered) -> None:
    if result.training is None or result.reason is None:
        visit.notice("register-gone", alert=True)
        return
    sentence = cards.closed(visit.texts, visit.network, result.training, result.reason)
    visit.toast, visit.alert = sentence, True
    await show_card(visit, result.training)


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
    return changes.reminder_letters(visit.network, training, own, visit.now)


def tell_moved_up(visit: Visit, training: Training, moved_up: tuple[Registration, ...]) -> None:
    """Tell those who moved up, and plan their reminders."""
    visit.letters += changes.moved_up_letters(visit.network, training, moved_up, visit.now)


async def ask_leave(visit: Visit, action: AskLeave) -> None:
    """Answer «Abmelden» with one question back."""
    training = await visit.store.trainings.get(action.training_id)
    if training is None:
        visit.notice("register-gone", alert=True)
        return
    own = await visit.store.registrations.of(training.id, visit.person.id)
    if own is None or not own.active or training.running(visit.now):
        visit.notice("leave-nothing", alert=True)
        await show_card(visit, training)
        return
    late = visit.now >= training.plan.withdraw_by
    visit.show(cards.ask_leave(visit.texts, visit.network, training, late=late))


async def leave(visit: Visit, action: Leave) -> None:
    """Answer «Ja, abmelden»."""
    own = await visit.store.registrations.of(action.training_id, visit.person.id)
    left = await registration.leave(
        visit.store.registrations, action.training_id, visit.person.id, visit.now
    )
    if left is None or own is None:
        visit.notice("leave-nothing", alert=True)
        return
    await visit.store.plans.cancel("withdrawn", REMINDING, visit.now, registration_id=own.id)
    tell_moved_up(visit, left.training, left.moved_up)
    visit.notice("leave-done-toast")
    visit.show(_left_card(visit, left, had_seat=own.status is RegistrationStatus.CONFIRMED))


def _left_card(visit: Visit, left: registration.Left, *, had_seat: bool) -> Message:
    texts, title = visit.texts, left.training.title
    if had_seat:
        said = texts("leave-done", title=title, moved_up=len(left.moved_up))
    else:
        said = texts("leave-line-done", title=title)
    return Message(said, (cards.menu_row(texts),))


async def show_card(visit: Visit, training: Training) -> None:
    """Show a training's card as it is now."""
    visit.show(cards.card(visit.texts, visit.network, training, await standing(visit, training)))


async def show(visit: Visit, action: Show) -> None:
    """Open a training's card."""
    training = await visit.store.trainings.get(action.training_id)
    if training is None:
        visit.notice("register-gone", alert=True)
        return
    await show_card(visit, training)


async def details(visit: Visit, action: Details) -> None:
    """Answer «Details»."""
    training = await visit.store.trainings.get(action.training_id)
    if training is None:
        visit.notice("register-gone", alert=True)
        return
    now_standing = await standing(visit, training)
    visit.show(cards.details(visit.texts, visit.network, training, now_standing))


async def calendar(visit: Visit, action: Calendar) -> None:
    """Answer «Kalender» with a file."""
    training = await visit.store.trainings.get(action.training_id)
    if training is None:
        visit.notice("register-gone", alert=True)
        return
    file = cards.calendar_document(visit.texts, visit.network, training, visit.now)
    visit.say(Message(cards.when(visit.texts, visit.network, training), document=file))


async def mute(visit: Visit, action: Mute) -> None:
    """Switch the reminders of one training off or on."""
    own = await visit.store.registrations.of(action.training_id, visit.person.id)
    training = await visit.store.trainings.get(action.training_id)
    if own is None or training is None or not own.active:
        visit.notice("leave-nothing", alert=True)
        return
    await visit.store.registrations.set_muted(own.id, muted=bool(action.on))
    if action.on:
        await visit.store.plans.cancel("muted", REMINDING, visit.now, registration_id=own.id)
    elif own.status is RegistrationStatus.CONFIRMED:
        await visit.store.plans.revive(reminders(visit, training, own), visit.now)
    visit.notice("mute-on" if action.on else "mute-off")
    now_standing = await standing(visit, training)
    visit.show(cards.details(visit.texts, visit.network, training, now_standing))


async def offered(visit: Visit, action: object) -> None:
    """Show a page of what is on offer for this person's sector."""
    page = action.page if isinstance(action, OfferedPage) else 0
    found = await visit.store.trainings.offered(visit.now, visit.person.sector, page)
    visit.show(cards.offer(visit.texts, visit.network, await _standings(visit, found)))


async def mine(visit: Visit, action: object) -> None:
    """Show a page of this person's registrations."""
    page = action.page if isinstance(action, MinePage) else 0
    found = await visit.store.registrations.page_of_person(visit.person.id, visit.now, page)
    visit.show(cards.mine(visit.texts, visit.network, await _standings(visit, found)))


async def _standings(visit: Visit, found: Part[Training]) -> cards.Listed:
    return found.holding([(each, await standing(visit, each)) for each in found.items])


def register(application: App) -> None:
    """Open the doors of this feature."""
    on_tap(application, Register, register_seat)
    on_tap(application, AskLeave, ask_leave)
    on_tap(application, Leave, leave)
    on_tap(application, Show, show)
    on_tap(application, Details, details)
    on_tap(application, Calendar, calendar)
    on_tap(application, Mute, mute)
    on_tap(application, Offered, offered)
    on_tap(application, Mine, mine)
    on_tap(application, OfferedPage, offered)
    on_tap(application, MinePage, mine)
    on_command(application, "termine", offered)
    on_command(application, "meine", mine)
