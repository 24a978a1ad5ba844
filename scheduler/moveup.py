"""Offers seats to who waits, passes on what is not answered, and says what is offered."""

from __future__ import annotations

import structlog

from domain import moveup as rules
from domain import moveup_ask as asking
from domain.message import Message
from domain.network import LineRule
from domain.standing import Stand, stand
from domain.vocabulary import EventStatus, RegistrationStatus
from scheduler.rendering import Dropped, Facts
from scheduler.singly import singly
from scheduler.tools import Tools
from storage.store import Store
from texts import moveup_told

_log = structlog.get_logger(__name__)


async def run(tools: Tools) -> None:
    """Attend to each training in which offers run, or seats are free that somebody waits for."""
    now, network = tools.now(), tools.network
    asks = network.line is LineRule.OFFER
    async with tools.database.reading() as store:
        other = await store.moveups.otherwise(now, asks=asks)
        rows = {*await store.moveups.open(), *await store.seating.loose(now)}
    if other:
        async with tools.database.transaction() as store:
            await store.moveups.set_rule(now, asks=asks)

    async def attend(store: Store, training_id: int) -> None:
        if await asking.needed(store, network, training_id, now):
            asked = await asking.attend(store, network, training_id, now)
            _log.info("offers attended to", training=training_id, asked=asked)

    await singly(tools, "training", sorted(rows), attend)


async def offered(facts: Facts) -> Message | Dropped:
    """Offer the seat to whom it is held for, with the end of the term as it runs from now on."""
    own, offer = facts.registration, await _current(facts)
    if own is None or offer is None or own.status is not RegistrationStatus.OFFERED:
        return Dropped("not-offered")
    until = rules.answer_by(offer.sent_at or facts.now, facts.course, facts.network)
    if until <= facts.now:
        return Dropped("too-late")
    return moveup_told.offered(facts.texts, facts.network, facts.course, until)


async def free(facts: Facts) -> Message | Dropped:
    """Tell somebody in line that the first one to take it has the seat, while there is one."""
    own, offer = facts.registration, await _current(facts)
    line, now = facts.desk.store, facts.now
    if own is None or offer is None:
        return Dropped("not-offered")
    if not await rules.can_take(line, facts.course, facts.network, own, now):
        return Dropped("taken")
    place = await facts.desk.place_in_line(own)
    return moveup_told.free(facts.texts, facts.network, facts.course, place)


async def ended(facts: Facts) -> Message | Dropped:
    """Tell who did not answer where they stand now."""
    own = facts.registration
    if own is None or stand(own) is not Stand.LINE or own.status is RegistrationStatus.OFFERED:
        return Dropped("not-registered")
    if facts.course.status is EventStatus.CANCELLED:
        return Dropped("training-cancelled")
    place = await facts.desk.place_in_line(own)
    line, now = facts.desk.store, facts.now
    then = await rules.comes_next_for(line, facts.course, facts.network, own, now)
    takes = await rules.can_take(line, facts.course, facts.network, own, now)
    return moveup_told.ended(facts.texts, facts.network, facts.course, place, then, takes=takes)


async def _current(facts: Facts) -> rules.SeatOffer | None:
    """Return the offer that a message is about, if it still runs."""
    if facts.registration is None or facts.course.status is EventStatus.CANCELLED:
        return None
    found = await facts.desk.store.moveups.runs(facts.registration.id)
    return found if found and found.id == facts.delivery.facts.get("offer") else None
