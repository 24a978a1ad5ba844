"""Hears what people answer to an offer: yes, the seat is theirs; no, the next one is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.moveup import Desk, OfferEnd, can_take
from domain.moveup_ask import ask
from domain.network import Network
from domain.person import Person
from domain.register import Registration, Tally, Unseen, training_open
from domain.training import Training
from domain.vocabulary import RegistrationStatus

_OFFERED = RegistrationStatus.OFFERED


@dataclass(frozen=True, slots=True)
class Accepted:
    """Somebody has the seat."""

    training: Training
    registration: Registration


@dataclass(frozen=True, slots=True)
class Missed:
    """There is no seat to be taken; `own` is where somebody stands all the same."""

    training: Training | None
    own: Registration | None = None


async def accept(
    desk: Desk,
    network: Network,
    training_id: int,
    person: Person,
    now: datetime,
    *,
    shown: int,
) -> Accepted | Unseen | Missed:
    """Give somebody the seat that is offered, or, in the last day, one that is free.

    An offer can be accepted as long as it was not passed on. `shown` stands for the facts that
    the person saw (`Plan.shown`).
    """
    locked = await desk.registrations.lock(training_id)
    if locked is None:
        return Missed(None)
    training, _ = locked
    own = await _own(desk, training, person.id)
    if own is None or not training_open(training, now):
        return Missed(training, own)
    if shown != training.plan.shown:
        return Unseen(training, None)
    offered = own.status is _OFFERED
    if not (offered or await can_take(desk, training, network, own, now)):
        return Missed(training, own)
    await desk.registrations.set_status([own.id], RegistrationStatus.CONFIRMED, now)
    await desk.registrations.count(training.id, [(Tally.PROMOTED, 1)])
    await _end_own(desk, training, own, OfferEnd.ACCEPTED, now)
    return Accepted(training, own)


async def decline(
    desk: Desk, network: Network, training_id: int, person: Person, now: datetime
) -> Training | None:
    """Take a no: whoever says it leaves the line, and the next one is asked; None if not asked."""
    locked = await desk.registrations.lock(training_id)
    if locked is None:
        return None
    training, _ = locked
    own = await _own(desk, training, person.id)
    if own is None or own.status is not _OFFERED:
        return None
    await desk.registrations.set_status([own.id], RegistrationStatus.WITHDRAWN, now)
    await _end_own(desk, training, own, OfferEnd.DECLINED, now)
    await ask(desk, network, training, now)
    return training


async def _own(desk: Desk, training: Training, person_id: int) -> Registration | None:
    everyone = await desk.registrations.active(training.id)
    return next((each for each in everyone if each.person_id == person_id), None)


async def _end_own(
    desk: Desk, training: Training, own: Registration, how: OfferEnd, now: datetime
) -> None:
    running = await desk.moveups.running(training.id)
    if mine := [each.offer.id for each in running if each.own.id == own.id]:
        await desk.moveups.end(mine, how, now)
