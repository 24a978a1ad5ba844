"""«Diesmal nicht»: an answer without a seat, kept until the registration deadline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.network import FEW
from domain.person import Person
from domain.register import Registration
from domain.standing import Obstacle, Press, obstacle, stand
from domain.training import Training


class Trainings(Protocol):
    """The offer."""

    async def get(self, training_id: int) -> Training | None: ...


class Registrations(Protocol):
    """Who stands where, also who has left."""

    async def of(self, training_id: int, person_id: int) -> Registration | None: ...


class Kept(Protocol):
    """The answers; one that is there already is given anew."""

    async def put(self, of: Training, person_id: int, now: datetime) -> None: ...
    async def drop(self, training_id: int, person_id: int) -> bool: ...


class Answers(Protocol):
    """What an answer needs, in one transaction."""

    @property
    def trainings(self) -> Trainings: ...
    @property
    def registrations(self) -> Registrations: ...
    @property
    def regrets(self) -> Kept: ...


@dataclass(frozen=True, slots=True)
class Regretted:
    """What became of an answer: the training as it is, and why nothing was kept.

    `unseen` says that its facts are others than those that were shown.
    """

    training: Training | None
    why: Obstacle | None = None
    unseen: bool = False


async def regret(
    house: Answers, training_id: int, person: Person, now: datetime, *, shown: int
) -> Regretted:
    """Keep that somebody does not come this time.

    It is the answer to this date: a move lets it end, as does a registration made later.
    """
    training = await house.trainings.get(training_id)
    own = await house.registrations.of(training_id, person.id)
    why = obstacle(Press.REGISTER, training, stand(own), person.sector, now)
    if training is None or why is not None:
        return Regretted(training, why)
    if shown != training.plan.shown:
        return Regretted(training, unseen=True)
    await house.regrets.put(training, person.id, now)
    return Regretted(training)


@dataclass(frozen=True, slots=True)
class RegretCount:
    """How many answered so: exactly of one's own office, of others only if they are not few."""

    own: int
    others: int | None


def seen_by(viewer: Person, counts: Mapping[str, int]) -> RegretCount:
    """Return what a coordinator may know of the answers, which are counted by office."""
    own = counts.get(viewer.office, 0)
    others = sum(counts.values()) - own
    return RegretCount(own, others if others >= FEW else None)
