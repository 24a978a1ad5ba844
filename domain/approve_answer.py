"""Asks an office about somebody who registered, hears the answer, and ends what has none.

The training is locked first: of two who decide, or of one who does while the term ends, the first
decides, and the other one learns of it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from domain import letters
from domain.approve import asked
from domain.delivery import Kind, Letter
from domain.letters import Outbox
from domain.network import Network
from domain.person import Person
from domain.quiet import next_allowed
from domain.register import Registration, Seats, give_up, training_open
from domain.rights import Act, may
from domain.training import Training
from domain.vocabulary import EventStatus, RegistrationStatus


class Ruling(StrEnum):
    """What became of a request."""

    APPROVED = "approved"
    DECLINED = "declined"
    LAPSED = "lapsed"


class NotRuled(StrEnum):
    """Why a press decides nothing; each has one sentence."""

    GONE = "gone"  # withdrawn, declined, lapsed, erased, or off
    APPROVED = "approved"  # somebody was faster
    NOT_YOURS = "not-yours"


@dataclass(frozen=True, slots=True)
class Ruled:
    """A request that was decided."""

    training: Training
    decision: Ruling


@dataclass(frozen=True, slots=True)
class AskedAbout:
    """A registration that an office is asked about, and whose it is."""

    registration: Registration
    applicant: Person

    def waits(self, request: int) -> bool:
        """Return whether this very request still waits for an answer."""
        until = self.registration.approve_by
        return self.registration.active and until is not None and mark(until) == request


class Requests(Protocol):
    """Registrations that wait for an office."""

    async def approve(self, registration_id: int) -> None: ...


class Registrations(Seats, Protocol):
    """The registrations."""

    async def many(self, registration_ids: Sequence[int]) -> Mapping[int, Registration]: ...


class Persons(Protocol):
    """The members."""

    async def get(self, person_id: int) -> Person | None: ...
    async def coordinators(self, host: str | None = None) -> Sequence[Person]: ...


class Plans(Protocol):
    """What waits to be sent, and what can be planned again."""

    async def cancel(
        self, reason: str, kinds: Collection[Kind], now: datetime, **of: Any
    ) -> int: ...
    async def free(self, keys: Sequence[str]) -> None: ...


class Desk(Protocol):
    """Everything that deciding touches, in one transaction."""

    @property
    def approvals(self) -> Requests: ...
    @property
    def registrations(self) -> Registrations: ...
    @property
    def persons(self) -> Persons: ...
    @property
    def plans(self) -> Plans: ...
    @property
    def deliveries(self) -> Outbox: ...


def mark(approve_by: datetime) -> int:
    """Return a number below 2**31 that tells one request of somebody from the next one."""
    return int(approve_by.timestamp()) // 60


async def ask(
    desk: Desk, network: Network, training: Training, own: Registration, who: Person, now: datetime
) -> int:
    """Ask the office of who has just registered; return how many people are asked."""
    if own.approve_by is None:
        return 0
    deciders = asked(who, await desk.persons.coordinators())
    due_at = next_allowed(now, network.quiet, network.zone)
    told = [_question(training, own, each, due_at) for each in deciders]
    await desk.deliveries.put(*told)
    return len(told)


def _question(training: Training, own: Registration, to: Person, due_at: datetime) -> Letter:
    assert own.approve_by is not None
    return Letter(
        key=f"{Kind.APPROVAL_ASKED}:{own.id}:{mark(own.approve_by)}:{to.id}",
        kind=Kind.APPROVAL_ASKED,
        due_at=due_at,
        person_id=to.id,
        expires_at=training.plan.starts_at,
        training_id=training.id,
        registration_id=own.id,
        facts={"request": mark(own.approve_by)},
    )


async def look(desk: Desk, viewer: Person, registration_id: int) -> AskedAbout | NotRuled:
    """Return a registration and whose it is, for who may decide about it; nothing is locked."""
    own = (await desk.registrations.many([registration_id])).get(registration_id)
    applicant = await desk.persons.get(own.person_id) if own else None
    if own is None or applicant is None:
        return NotRuled.GONE
    return AskedAbout(own, applicant) if may(viewer, Act.APPROVE, applicant) else NotRuled.NOT_YOURS


async def decide(
    desk: Desk,
    network: Network,
    viewer: Person,
    registration_id: int,
    request: int,
    now: datetime,
    *,
    yes: bool,
) -> Ruled | NotRuled:
    """Approve or decline a request; who was declined gives the seat back in time.

    It can be decided as long as it has not lapsed, also when its term has just ended.
    """
    found = await look(desk, viewer, registration_id)
    if isinstance(found, NotRuled):
        return found
    known = found.registration
    locked = await desk.registrations.lock(known.training_id)
    everyone = list(await desk.registrations.active(known.training_id))
    own = next((each for each in everyone if each.id == known.id), None)
    if locked is None or own is None:
        return NotRuled.GONE
    training, _ = locked
    if own.approve_by is None:
        return NotRuled.APPROVED
    if mark(own.approve_by) != request or not training_open(training, now):
        return NotRuled.GONE
    if yes:
        await _approve(desk, network, training, own, now)
        return Ruled(training, Ruling.APPROVED)
    await _end(desk, network, training, everyone, own, Ruling.DECLINED, now)
    return Ruled(training, Ruling.DECLINED)


async def _approve(
    desk: Desk, network: Network, training: Training, own: Registration, now: datetime
) -> None:
    await desk.approvals.approve(own.id)
    due_at = next_allowed(now, network.quiet, network.zone)
    expires_at = training.plan.ends_at
    told = _letter(Kind.APPROVAL_GIVEN, training, own, due_at, expires_at, {})
    await desk.deliveries.put(told)
    if own.status is RegistrationStatus.CONFIRMED and not own.muted:
        await letters.revive(desk, letters.reminder_letters(network, training, own, now))


async def _end(
    desk: Desk,
    network: Network,
    training: Training,
    everyone: Sequence[Registration],
    own: Registration,
    how: Ruling,
    now: datetime,
) -> None:
    """Give back what somebody held, and tell them and those who move up."""
    left = await give_up(desk.registrations, training, everyone, own, now)
    await desk.plans.cancel("not-approved", (Kind.REMINDER,), now, registration_id=own.id)
    due_at = next_allowed(now, network.quiet, network.zone)
    facts = {"ended": how.value}
    expires_at = max(training.plan.ends_at, due_at)
    told = _letter(Kind.APPROVAL_ENDED, training, own, due_at, expires_at, facts)
    others = letters.moved_up_letters(network, training, left.moved_up, now)
    await desk.deliveries.put(told, *others)


def _letter(
    kind: Kind,
    training: Training,
    own: Registration,
    due_at: datetime,
    expires_at: datetime,
    facts: dict[str, str],
) -> Letter:
    assert own.approve_by is not None
    return Letter(
        key=f"{kind}:{own.id}:{mark(own.approve_by)}",
        kind=kind,
        due_at=due_at,
        person_id=own.person_id,
        expires_at=expires_at,
        training_id=training.id,
        registration_id=own.id,
        facts=facts,
    )


async def lapse(desk: Desk, network: Network, training_id: int, now: datetime) -> int:
    """End the requests of a training whose term is over; return how many. Twice changes nothing.

    What is off or was held needs no answer any more. First go those who wait, so that none of them
    moves up for a moment.
    """
    locked = await desk.registrations.lock(training_id)
    if locked is None or locked[0].status in {EventStatus.CANCELLED, EventStatus.HELD}:
        return 0
    training, _ = locked
    everyone = await desk.registrations.active(training_id)
    over = [each for each in everyone if _over(each, training, now)]
    for own in sorted(over, key=lambda own: own.status is RegistrationStatus.CONFIRMED):
        everyone = await desk.registrations.active(training_id)
        await _end(desk, network, training, everyone, own, Ruling.LAPSED, now)
    return len(over)


def _over(own: Registration, training: Training, now: datetime) -> bool:
    return own.approve_by is not None and (now >= own.approve_by or training.running(now))
