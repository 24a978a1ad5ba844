"""Answers to an offer of a seat: yes, the first one has it; no, the next one is asked."""

from __future__ import annotations

from domain import letters
from domain import moveup_answer as rules
from domain.delivery import Kind, Letter, Priority
from domain.moveup_answer import Accepted, Missed
from domain.register import Registration, Unseen
from domain.standing import Press, Stand, obstacle, stand
from domain.training import Training
from domain.view import View
from handlers.context import Router, Visit
from handlers.doors import on_tap
from talk.moveup import LeaveSeat, TakeSeat
from texts import cards


async def take(visit: Visit, action: TakeSeat) -> None:
    """Answer «Platz annehmen»."""
    result = await rules.accept(
        visit.store,
        visit.network,
        action.training_id,
        visit.person,
        visit.now,
        shown=action.shown,
    )
    match result:
        case Accepted(training, own):
            visit.letters.append(_confirmation(visit, training, own))
            if not own.muted:
                visit.letters += letters.reminder_letters(visit.network, training, own, visit.now)
            visit.notice("moveup-taken", title=training.title)
            visit.draw(View.CARD, training)
        case Unseen(training) if training is not None:
            visit.notice("register-changed", alert=True)
            visit.draw(View.CARD, training, note="card-facts-changed")
        case Missed(training, own):
            _missed(visit, training, own)


def _missed(visit: Visit, training: Training | None, own: Registration | None) -> None:
    """Say why there is no seat to be taken, above the card as it is now."""
    where = stand(own)
    why = obstacle(Press.LEAVE, training, where, visit.person.sector, visit.now)
    if where is Stand.SEAT:
        visit.notice("register-already")
    elif why is not None:
        visit.toast = cards.obstacle(visit.texts, visit.network, training, why)
        visit.alert = True
    else:
        visit.notice("moveup-missed", alert=True)
    if training is not None:
        visit.draw(View.CARD, training)


def _confirmation(visit: Visit, training: Training, own: Registration) -> Letter:
    """Return the letter that confirms the seat, made when it is sent."""
    return Letter(
        key=f"accepted:{own.id}:{own.position}",
        kind=Kind.CONFIRMATION,
        due_at=visit.now,
        person_id=visit.person.id,
        priority=Priority.ANSWER,
        expires_at=training.plan.ends_at,
        training_id=training.id,
        registration_id=own.id,
    )


async def leave(visit: Visit, action: LeaveSeat) -> None:
    """Answer «Platz ablehnen»."""
    training = await rules.decline(
        visit.store, visit.network, action.training_id, visit.person, visit.now
    )
    if training is not None:
        visit.notice("moveup-left")
        visit.draw(View.LEFT, training, was=Stand.LINE.value)
        return
    found = await visit.store.trainings.get(action.training_id)
    own = None
    if found is not None:
        own = await visit.store.registrations.of(found.id, visit.person.id)
    _missed(visit, found, own)


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_tap(router, TakeSeat, take)
    on_tap(router, LeaveSeat, leave)
