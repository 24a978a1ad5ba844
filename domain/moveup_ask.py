"""Asks who is first in line, passes on what is not answered, and tells all when time is short.

The training is locked first, and doing it twice changes nothing: a tick may come late or again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.delivery import Kind, Letter
from domain.moveup import Desk, OfferEnd, Running, SeatOffer, last_day, silent, verdict, welcome
from domain.network import Network
from domain.quiet import next_allowed
from domain.register import Registration, first_in_line, training_open
from domain.training import Training
from domain.vocabulary import RegistrationStatus

_OFFERED, _WAITS = RegistrationStatus.OFFERED, RegistrationStatus.WAITLISTED


async def needed(desk: Desk, network: Network, training_id: int, now: datetime) -> bool:
    """Return whether an offer ends, begins to run, or is to be made; nothing is locked for it."""
    training = await desk.trainings.get(training_id)
    if training is None:
        return False
    running = await desk.moveups.running(training_id)
    if await _endings(desk, network, training, running, now):
        return True
    if any(each.offer.sent_at is None and each.heard_at(now) for each in running):
        return True
    return bool((await _to_ask(desk, network, training, running, now))[0])


async def attend(desk: Desk, network: Network, training_id: int, now: datetime) -> int:
    """End what ends now, and offer what is free; return how many are asked or told."""
    locked = await desk.registrations.lock(training_id)
    if locked is None:
        return 0
    training, position = locked
    running = await desk.moveups.running(training_id)
    for each in running:
        heard_at = each.heard_at(now)
        if each.offer.sent_at is None and heard_at is not None:
            await desk.moveups.set_sent(each.offer.id, heard_at)
    for each, how in await _endings(desk, network, training, running, now):
        await desk.moveups.end([each.offer.id], how, now)
        if not each.offer.to_all and how is not OfferEnd.GIVEN_UP:
            position = await _back_in_line(desk, network, training, each, how, position, now)
    return await ask(desk, network, training, now)


async def _endings(
    desk: Desk, network: Network, training: Training, running: Sequence[Running], now: datetime
) -> list[tuple[Running, OfferEnd]]:
    found: set[int] = set()
    if any(each.offer.to_all for each in running):
        found = {own.id for own in await welcome(desk.registrations, training, now)}
    verdicts = [(each, verdict(each, training, network, found, now)) for each in running]
    return [(each, how) for each, how in verdicts if how is not None]


async def _back_in_line(
    desk: Desk,
    network: Network,
    training: Training,
    one: Running,
    how: OfferEnd,
    position: int,
    now: datetime,
) -> int:
    """Put somebody back into the line; return the next position.

    Who did not answer goes to its end, so that the others have their turn, and is not asked again
    for a while; all others keep the place. Who can read it is told.
    """
    own = one.own
    if how is OfferEnd.UNANSWERED:
        await desk.registrations.put_last(own.id, position, now)
        locked = await desk.registrations.lock(training.id)
        position = locked[1] if locked else position
    else:
        await desk.registrations.set_status([own.id], _WAITS, now)
    if how in {OfferEnd.UNANSWERED, OfferEnd.CUT_SHORT}:
        due_at = next_allowed(now, network.quiet, network.zone)
        await desk.deliveries.put(_letter(Kind.OFFER_ENDED, training, own, one.offer, due_at))
    return position


async def _to_ask(
    desk: Desk, network: Network, training: Training, running: Sequence[Running], now: datetime
) -> tuple[list[Registration], bool]:
    """Return who is asked or told now, and whether it is told to all."""
    if not training_open(training, now) or not training.asks(now):
        return [], False
    if last_day(training, network, now):
        told = {each.own.id for each in running}
        all_ = await welcome(desk.registrations, training, now)
        return [own for own in all_ if own.id not in told], True
    seats, resting = desk.registrations, await silent(desk, training, now)
    everyone = await seats.active(training.id)
    return await first_in_line(seats, training, everyone, now, resting), False


async def ask(desk: Desk, network: Network, training: Training, now: datetime) -> int:
    """Offer what is free to who is first, or tell all of it; return how many."""
    running = await desk.moveups.running(training.id)
    asked, to_all = await _to_ask(desk, network, training, running, now)
    if not asked:
        return 0
    if not to_all and (over := [each.offer.id for each in running if each.offer.to_all]):
        await desk.moveups.end(over, OfferEnd.TAKEN, now)  # told to all before it was moved
    ids = [own.id for own in asked]
    made = await desk.moveups.make(training.id, ids, now, to_all=to_all)
    if not to_all:
        await desk.registrations.set_status(ids, _OFFERED, now)
    due_at = next_allowed(now, network.quiet, network.zone)
    kind = Kind.SEAT_FREE if to_all else Kind.SEAT_OFFERED
    by_id = {own.id: own for own in asked}
    letters = [_letter(kind, training, by_id[each.registration_id], each, due_at) for each in made]
    await desk.deliveries.put(*letters)
    return len(made)


def _letter(
    kind: Kind, training: Training, own: Registration, offer: SeatOffer, due_at: datetime
) -> Letter:
    """Return a message about an offer; what it says is made when it is sent."""
    return Letter(
        key=f"{kind}:{offer.id}",
        kind=kind,
        due_at=due_at,
        person_id=own.person_id,
        expires_at=training.plan.starts_at,
        training_id=training.id,
        registration_id=own.id,
        facts={"offer": offer.id},
    )
