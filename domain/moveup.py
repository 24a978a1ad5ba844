"""The line with terms: who is first is asked, and all are told at once when little time is left.

So it is after the withdrawal deadline, where a network wants it. Before, a seat is given at once
(`register.move_up`). Here are the terms; `moveup_ask` asks people, `moveup_answer` hears them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from domain.delivery import Letter, State
from domain.network import Network
from domain.quiet import after_calm, next_allowed
from domain.register import (
    Registration,
    Seats,
    division,
    first_in_line,
    in_reach,
    line,
    taken,
    training_open,
)
from domain.training import Training
from domain.vocabulary import RegistrationStatus

#: How long somebody has to answer, from the sending on; quiet times are not counted.
TERM = timedelta(hours=12)
#: So long before the start every offer ends, and seats go to who takes them first.
LAST_DAY = timedelta(hours=24)

#: Who left an offer unanswered is asked again after so long, or on the last day; until then they
#: can take a seat that nobody else is asked about.
REST = timedelta(days=7)

#: A message that is still to go, or may be under way.
_ON_ITS_WAY = frozenset({State.SCHEDULED, State.CLAIMED, State.SENDING})


class ComesNext(StrEnum):
    """What becomes of the next seat that is given back."""

    SEAT = "seat"
    OFFER = "offer"
    FIRST = "first"
    LATER = "later"  # for who did not answer


class OfferEnd(StrEnum):
    """What became of an offer."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    UNANSWERED = "unanswered"
    CUT_SHORT = "cut-short"  # the last day began
    UNREACHED = "unreached"
    GIVEN_UP = "given-up"  # whoever had it left the line
    TAKEN = "taken"  # others were faster
    OFF = "off"  # the training has begun or is off


@dataclass(frozen=True, slots=True)
class SeatOffer:
    """A seat that one in line is asked about, or, `to_all`, that is told of to all at once.

    Only the first one holds the seat. `sent_at` is None until the message has gone.
    """

    id: int
    registration_id: int
    to_all: bool
    made_at: datetime
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Running:
    """An offer that has not ended, with what that depends on.

    `state` is that of its message, None if that is not kept any more.
    """

    offer: SeatOffer
    own: Registration
    state: State | None = None
    settled_at: datetime | None = None

    def heard_at(self, now: datetime) -> datetime | None:
        """Return from when on the term runs; None while the message is still to go.

        What failed, or is in doubt, can be read on the card: the term runs all the same.
        """
        if self.offer.sent_at is not None:
            return self.offer.sent_at
        if self.state in _ON_ITS_WAY:
            return None
        return max(self.offer.made_at, self.settled_at or now)


@dataclass(frozen=True, slots=True)
class EndedOffer:
    """An offer of somebody, and what became of it, None while it runs."""

    training: Training
    offer: SeatOffer
    ended: OfferEnd | None


class Offers(Protocol):
    """Where offers are kept; one runs for a registration at most."""

    async def running(self, training_id: int) -> Sequence[Running]: ...
    async def make(
        self, training_id: int, registration_ids: Sequence[int], now: datetime, *, to_all: bool
    ) -> Sequence[SeatOffer]: ...
    async def set_sent(self, offer_id: int, sent_at: datetime) -> None: ...
    async def end(self, offer_ids: Sequence[int], ended: OfferEnd, now: datetime) -> None: ...
    async def unanswered(self, training_id: int, since: datetime) -> Collection[int]: ...


class Trainings(Protocol):
    """What is read before anything is locked."""

    async def get(self, training_id: int) -> Training | None: ...


class Outbox(Protocol):
    """Where messages go."""

    async def put(self, *letters: Letter) -> int: ...


class Waiting(Seats, Protocol):
    """Who has a seat and who waits, in which order."""

    async def put_last(self, registration_id: int, position: int, now: datetime) -> None: ...


class Line(Protocol):
    """Who waits, and what they were asked."""

    @property
    def registrations(self) -> Seats: ...
    @property
    def moveups(self) -> Offers: ...


class Desk(Protocol):
    """Everything that offering a seat touches."""

    @property
    def trainings(self) -> Trainings: ...
    @property
    def registrations(self) -> Waiting: ...
    @property
    def moveups(self) -> Offers: ...
    @property
    def deliveries(self) -> Outbox: ...


def last_day(training: Training, network: Network, now: datetime) -> bool:
    """Return whether it is too late to ask one after the other.

    An offer made in a quiet time whose end lies in the last day would reach nobody before.
    """
    begins = training.plan.starts_at - LAST_DAY
    return next_allowed(now, network.quiet, network.zone) >= begins


def comes_next(training: Training, network: Network, now: datetime) -> ComesNext:
    """Return what becomes of a seat that is given back now."""
    if not training.asks(now):
        return ComesNext.SEAT
    return ComesNext.FIRST if last_day(training, network, now) else ComesNext.OFFER


def answer_by(sent_at: datetime, training: Training, network: Network) -> datetime:
    """Return until when somebody can answer an offer that was sent at a moment."""
    ends = after_calm(sent_at, TERM, network.quiet, network.zone)
    return min(ends, training.plan.starts_at - LAST_DAY)


def verdict(
    one: Running, training: Training, network: Network, welcome: Collection[int], now: datetime
) -> OfferEnd | None:
    """Return how an offer ends now; None while it runs.

    `welcome` are the registrations that may take a free seat in the last day.
    """
    waits, offered = RegistrationStatus.WAITLISTED, RegistrationStatus.OFFERED
    if one.own.status is not (waits if one.offer.to_all else offered):
        return OfferEnd.GIVEN_UP
    if not training_open(training, now):
        return OfferEnd.OFF
    if one.own.away:
        return OfferEnd.UNREACHED
    if one.offer.to_all:
        return None if one.own.id in welcome else OfferEnd.TAKEN
    return _over(one.heard_at(now), training, network, now)


def _over(
    heard_at: datetime | None, training: Training, network: Network, now: datetime
) -> OfferEnd | None:
    """Return how the term of an offer ends, if it does now."""
    ends = training.plan.starts_at - LAST_DAY
    if heard_at is not None and now >= answer_by(heard_at, training, network) < ends:
        return OfferEnd.UNANSWERED
    return OfferEnd.CUT_SHORT if now >= ends else None


async def welcome(seats: Seats, training: Training, now: datetime) -> list[Registration]:
    """Return all in line who may have a free seat, whoever else waits; none if none is free."""
    everyone = await seats.active(training.id)
    if training.keeping(now):
        shared = await division(seats, training)
        admitted = {number for number, office in shared.line if shared.admits(office)}
        return [each for each in line(everyone) if each.id in admitted]
    free = training.seats is None or taken(everyone) < training.seats
    return in_reach(line(everyone)) if free else []


async def silent(line: Line, training: Training, now: datetime) -> Collection[int]:
    """Return whose registrations were left without an answer lately; none of them is asked."""
    return await line.moveups.unanswered(training.id, now - REST)


async def comes_next_for(
    line: Line, training: Training, network: Network, own: Registration, now: datetime
) -> ComesNext:
    """Return what becomes of a seat that is given back now, for one in line."""
    then = comes_next(training, network, now)
    if then is ComesNext.OFFER and own.id in await silent(line, training, now):
        return ComesNext.LATER
    return then


async def can_take(
    line: Line, training: Training, network: Network, own: Registration, now: datetime
) -> bool:
    """Return whether somebody in line can have a seat by being the first to take it.

    So it is on the last day for all; before it for who did not answer, if nobody else is asked.
    """
    if own.status is not RegistrationStatus.WAITLISTED or not training_open(training, now):
        return False
    then, seats = comes_next(training, network, now), line.registrations
    if then is ComesNext.OFFER:
        resting = await silent(line, training, now)
        everyone = await seats.active(training.id)
        if own.id not in resting or await first_in_line(seats, training, everyone, now, resting):
            return False
    elif then is not ComesNext.FIRST:
        return False
    return any(each.id == own.id for each in await welcome(seats, training, now))
