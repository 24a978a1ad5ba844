"""«Diesmal nicht»: who may answer so, to what, and what a coordinator may know of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.channel import in_chat
from domain.person import Person
from domain.register import Registration
from domain.register_regret import RegretCount, Regretted, regret, seen_by
from domain.standing import Obstacle
from domain.training import Training
from domain.vocabulary import EventStatus, RegistrationStatus, Role, Sector
from tests.domain.test_daily import training

NOW = datetime(2027, 3, 2, 9, tzinfo=UTC)
TRAINING = training(7, NOW + timedelta(days=9), NOW + timedelta(days=5))
DAY = date(2027, 1, 4)
PERSON = Person(3, in_chat(3), Role.SPECIALIST, "a", Sector.SCHOOL, "de", None, 1, DAY, DAY)
SHOWN = TRAINING.plan.shown


@dataclass
class House:
    """One training, what somebody has of it, and the answers that were kept."""

    training: Training | None = TRAINING
    own: Registration | None = None
    kept: list[tuple[int, int, datetime]] = field(default_factory=list)

    @property
    def trainings(self) -> House:
        return self

    @property
    def registrations(self) -> House:
        return self

    @property
    def regrets(self) -> House:
        return self

    async def get(self, training_id: int) -> Training | None:
        assert training_id == 7
        return self.training

    async def of(self, training_id: int, person_id: int) -> Registration | None:
        assert (training_id, person_id) == (7, 3)
        return self.own

    async def put(self, of: Training, person_id: int, now: datetime) -> None:
        self.kept.append((of.id, person_id, now))

    async def drop(self, training_id: int, person_id: int) -> bool:
        raise AssertionError("an answer does not take another back")


def has(status: RegistrationStatus) -> Registration:
    return Registration(1, 7, 3, status, 1)


@pytest.mark.parametrize("own", [None, has(RegistrationStatus.WITHDRAWN)])
async def test_who_has_no_seat_answers_until_the_deadline(own: Registration | None) -> None:
    house = House(own=own)

    assert await regret(house, 7, PERSON, NOW, shown=SHOWN) == Regretted(TRAINING)
    assert house.kept == [(7, 3, NOW)]


@pytest.mark.parametrize(
    ("house", "now", "why"),
    [
        (House(training=None), NOW, Obstacle.GONE),
        (House(own=has(RegistrationStatus.CONFIRMED)), NOW, Obstacle.SEATED),
        (House(own=has(RegistrationStatus.WAITLISTED)), NOW, Obstacle.WAITING),
        (House(replace(TRAINING, status=EventStatus.CANCELLED)), NOW, Obstacle.CANCELLED),
        (House(), NOW + timedelta(days=5), Obstacle.DEADLINE),
        (
            House(replace(TRAINING, plan=replace(TRAINING.plan, sectors=(Sector.POLICE,)))),
            NOW,
            Obstacle.NOT_FOR_SECTOR,
        ),
    ],
)
async def test_nothing_is_kept_where_nobody_could_register(
    house: House, now: datetime, why: Obstacle
) -> None:
    found = await regret(house, 7, PERSON, now, shown=SHOWN)

    assert found == Regretted(house.training, why)
    assert house.kept == []


async def test_what_is_for_the_own_sector_is_answered() -> None:
    for_schools = replace(TRAINING, plan=replace(TRAINING.plan, sectors=(Sector.SCHOOL,)))
    house = House(for_schools)

    assert await regret(house, 7, PERSON, NOW, shown=SHOWN) == Regretted(for_schools)
    assert house.kept == [(7, 3, NOW)]


async def test_an_answer_is_to_the_facts_that_were_shown() -> None:
    house = House()

    assert await regret(house, 7, PERSON, NOW, shown=SHOWN + 1) == Regretted(TRAINING, None, True)
    assert house.kept == []


def test_of_other_offices_only_what_is_not_few_is_counted() -> None:
    assert seen_by(PERSON, {"a": 2, "b": 3, "c": 2}) == RegretCount(2, 5)
    assert seen_by(PERSON, {"a": 2, "b": 2, "c": 2}) == RegretCount(2, None)
    assert seen_by(PERSON, {"b": 9}) == RegretCount(0, 9)
    assert seen_by(PERSON, {}) == RegretCount(0, None)
