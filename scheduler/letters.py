"""Makes what goes out, by its kind: one table of all kinds that are made when they are sent."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from domain.delivery import Delivery, Kind, State
from domain.message import Message
from scheduler import (
    alerts,
    approve,
    begun,
    broadcast,
    closing,
    farewell,
    moveup,
    nudge,
    rendering,
    views,
)
from scheduler.desk import Desk
from scheduler.rendering import Dropped, Facts, NotYet
from texts import notices

Made = Message | Dropped | NotYet
Render = Callable[[Facts], Awaitable[Made]]

#: What makes each kind, from the announcement of a training to the last words of all.
RENDERERS: Mapping[Kind, Render] = {
    Kind.CARD: views.view,
    Kind.ANNOUNCEMENT: rendering.announcement,
    Kind.WORDS: rendering.words,
    Kind.NUDGE: nudge.asked,
    Kind.PROGRESS: broadcast.shown,
    Kind.CONFIRMATION: rendering.confirmation,
    Kind.MOVED_UP: rendering.moved_up,
    Kind.CHANGED: rendering.changed,
    Kind.MOVED: rendering.moved,
    Kind.CANCELLED: rendering.cancelled,
    Kind.REMINDER: rendering.reminder,
    Kind.LINE_ENDED: begun.line_ended,
    Kind.SEAT_OFFERED: moveup.offered,
    Kind.SEAT_FREE: moveup.free,
    Kind.OFFER_ENDED: moveup.ended,
    Kind.APPROVAL_ASKED: approve.asked,
    Kind.APPROVAL_GIVEN: approve.given,
    Kind.APPROVAL_ENDED: approve.ended,
    Kind.TAKEN_OUT: rendering.taken_out,
    Kind.HANDED_OVER: rendering.handed_over,
    Kind.CLOSE_REQUEST: closing.request,
    Kind.FEEDBACK: closing.feedback,
    Kind.ALERT: alerts.alert,
    Kind.LAST_WORDS: farewell.parting,
}
#: What is made for a chat whose person is not known any more.
TO_ANYBODY = frozenset({Kind.LAST_WORDS})

#: What answers somebody who did something, or takes away what was written to them.
OWN = frozenset({Kind.ANSWER, Kind.CARD, Kind.CONFIRMATION, Kind.REMOVAL, Kind.LAST_WORDS})


async def render(desk: Desk, delivery: Delivery) -> Made:
    """Return what goes out now, or why nothing does."""
    if delivery.expires_at is not None and desk.now >= delivery.expires_at:
        return Dropped("too-late", State.EXPIRED)
    if not delivery.address:
        return Dropped("person-erased")
    if delivery.kind not in OWN and await _restricted(desk, delivery):
        return Dropped("restricted")
    if delivery.in_place and delivery.id in (await desk.overlap()).superseded:
        return Dropped("superseded")
    if delivery.kind is Kind.ANSWER and delivery.id in await desk.asked_anew():
        return Dropped("superseded")
    made = await _made(desk, delivery)
    if not isinstance(made, Message):
        return made
    if delivery.repeated:
        return notices.repeated(desk.texts.in_language(delivery.language), made)
    return made


async def _restricted(desk: Desk, delivery: Delivery) -> bool:
    """Return whether somebody wants no message but the own answers."""
    person = await desk.person(delivery.person_id)
    return person is not None and person.restricted


async def _made(desk: Desk, delivery: Delivery) -> Made:
    if delivery.message is not None:
        return delivery.message
    facts = await _facts(desk, delivery)
    if facts.person is None and delivery.kind not in TO_ANYBODY:
        return Dropped("person-erased")
    if delivery.training_id is not None and facts.training is None:
        return Dropped("training-erased")
    return await RENDERERS[delivery.kind](facts)


async def _facts(desk: Desk, delivery: Delivery) -> Facts:
    return Facts(
        desk=desk,
        delivery=delivery,
        texts=desk.texts.in_language(delivery.language),
        person=await desk.person(delivery.person_id),
        training=await desk.training(delivery.training_id),
        registration=await desk.registration(delivery.registration_id),
    )
