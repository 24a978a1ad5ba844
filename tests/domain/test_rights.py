"""Who may do what, as it is not seen in the chat: people who ask for themselves, and quotas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from domain.person import Person, Place
from domain.privacy_place import NotPlaced, PlaceChange, Placed, agree, ask, put
from domain.register import Registration
from domain.rights import Act, SecondOf, may
from domain.seats_quota import Share
from domain.training import Training
from domain.vocabulary import Announced, RegistrationStatus, Role, Sector
from tests.domain.test_broadcast import training
from tests.domain.test_membership import person

NOW = datetime(2027, 2, 9, 9, tzinfo=UTC)
OLD, NEW = Place("aa", Sector.SCHOOL), Place("bb", Sector.SCHOOL)
KIM = replace(person(1, Role.SPECIALIST, "aa"), sector=Sector.SCHOOL)
THERE, ELSEWHERE = person(2, Role.COORDINATOR, "bb"), person(3, Role.COORDINATOR, "cc")


@dataclass
class Hall:
    """A training with two seats and quotas, Kim on one of them, and all storage in one."""

    shares_: list[Share] = field(default_factory=list)
    wished: PlaceChange | None = None
    kim: Person = KIM
    status: RegistrationStatus = RegistrationStatus.CONFIRMED

    @property
    def persons(self) -> Hall:
        return self

    place_changes = trainings = registrations = persons

    async def coordinators(self) -> Sequence[Person]:
        return [THERE, ELSEWHERE]

    async def drop(self, person_id: int) -> None:
        self.wished = None

    async def put(self, person_id: int, place: Place, day: date) -> int:
        self.wished = PlaceChange(7, person_id, place, day)
        return 7

    async def get(self, number: int) -> object:
        return self.wished if number == 7 else self.kim

    async def take(self, change_id: int) -> PlaceChange | None:
        found, self.wished = self.wished, None
        return found

    async def assign(
        self, person_id: int, role: Role, place: Place, announced: Announced
    ) -> Person:
        self.kim = replace(self.kim, office=place.office, sector=place.sector)
        return self.kim

    async def lock(self, training_id: int) -> Training | None:
        made = training()
        plan = replace(made.plan, seats=2, starts_at=NOW + timedelta(days=60))
        ends_at, released = NOW + timedelta(days=60, hours=2), NOW + timedelta(days=30)
        plan = replace(plan, ends_at=ends_at, release_at=released)
        return replace(made, plan=plan, quota_seats=1)

    async def shares(self, training_id: int) -> Sequence[Share]:
        return self.shares_

    async def of_person(
        self, person_id: int, after: datetime
    ) -> Sequence[tuple[Training, Registration]]:
        found = await self.lock(1)
        assert found is not None
        return [(found, Registration(1, 1, person_id, self.status, 1))]


@pytest.mark.parametrize(
    ("asked_by", "who", "agrees"),
    [
        (1, person(2, Role.COORDINATOR, "aa"), True),
        (1, person(1, Role.COORDINATOR, "aa"), False),
        (1, person(1, Role.LEAD, "zz"), False),
        (1, person(2, Role.LEAD, "zz"), True),
        (1, person(2, Role.COORDINATOR, "zz"), False),
        (1, person(2, Role.SPECIALIST, "aa"), False),
        (1, person(2, Role.AUDITOR, "aa"), False),
    ],
)
def test_nobody_is_their_own_second_person(asked_by: int, who: Person, agrees: bool) -> None:
    assert may(who, Act.SECOND, SecondOf(asked_by, ("aa", "bb"))) is agrees


async def test_the_new_office_decides_and_nobody_else() -> None:
    hall: Any = Hall()

    assert await ask(hall, KIM, OLD, NOW.date()) is NotPlaced.SAME
    assert await ask(hall, person(1, Role.LEAD, "aa"), NEW, NOW.date()) is NotPlaced.COORDINATES
    assert await ask(hall, KIM, NEW, NOW.date()) == (7, [THERE])
    assert await agree(hall, ELSEWHERE, 7, NOW) is NotPlaced.NOT_YOURS
    assert hall.kim.place == OLD

    hall.wished = None
    assert await agree(hall, THERE, 7, NOW) is NotPlaced.GONE


TAKEN = Share("aa")


@pytest.mark.parametrize(
    ("shares", "placed"),
    [
        ([TAKEN], True),
        ([TAKEN, Share("cc", kept=True)], True),  # from a common seat to a common seat
        ([TAKEN, Share("bb", kept=True)], True),  # to a seat that is kept for the new office
        ([TAKEN, Share("aa", kept=True), Share("cc")], False),  # the own quota stays behind
        ([TAKEN, Share("aa", kept=True)], True),
    ],
)
async def test_a_seat_moves_along_unless_it_is_kept_for_others(
    shares: list[Share], placed: bool
) -> None:
    hall: Any = Hall(shares)
    done = await put(hall, KIM, NEW, NOW)

    assert isinstance(done, Placed) is placed
    assert hall.kim.office == ("bb" if placed else "aa")
    if not placed:
        assert done is NotPlaced.QUOTA
        waiting: Any = Hall(shares, status=RegistrationStatus.WAITLISTED)
        assert isinstance(await put(waiting, KIM, NEW, NOW), Placed)
