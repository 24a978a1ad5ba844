"""Correcting where a member belongs: who is asked, who decides, and what quotas do not allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.person import Person, Place
from domain.privacy_place import NotPlaced, PlaceChange, Placed, agree, ask, decline, put
from domain.register import Registration
from domain.seats_quota import Share
from domain.training import Training
from domain.vocabulary import Announced, RegistrationStatus, Role, Sector
from tests.domain.test_broadcast import training
from tests.domain.test_membership import person

NOW = datetime(2027, 2, 9, 9, tzinfo=UTC)
RELEASE = NOW + timedelta(days=30)
DAY = NOW.date()
OLD, NEW = Place("aa", Sector.SCHOOL), Place("bb", Sector.SCHOOL)
KIM = replace(person(1, Role.SPECIALIST, "aa"), sector=Sector.SCHOOL, announced=Announced.TOPICS)
THERE, ELSEWHERE = person(2, Role.COORDINATOR, "bb"), person(3, Role.COORDINATOR, "cc")
LEAD = person(4, Role.LEAD, "zz")
WISH = PlaceChange(7, 1, NEW, DAY)


@dataclass
class People:
    """Kim and the coordinators."""

    kim: Person | None = KIM
    all: Sequence[Person] = (THERE, ELSEWHERE)

    async def get(self, person_id: int) -> Person | None:
        assert person_id == KIM.id
        return self.kim

    async def coordinators(self) -> Sequence[Person]:
        return self.all

    async def assign(
        self, person_id: int, role: Role, place: Place, announced: Announced
    ) -> Person:
        assert self.kim is not None
        assert (person_id, role, announced) == (self.kim.id, self.kim.role, self.kim.announced)
        self.kim = replace(self.kim, office=place.office, sector=place.sector)
        return self.kim


@dataclass
class Wishes:
    """What Kim wants corrected, and what was done about it."""

    wished: PlaceChange | None = WISH
    faster: bool = False
    done: list[tuple[object, ...]] = field(default_factory=list)

    async def drop(self, person_id: int) -> None:
        self.done.append(("drop", person_id))

    async def put(self, person_id: int, place: Place, day: date) -> int:
        self.done.append(("put", person_id, place, day))
        return 7

    async def get(self, change_id: int) -> PlaceChange | None:
        return self.wished if change_id == 7 else None

    async def take(self, change_id: int) -> PlaceChange | None:
        self.done.append(("take", change_id))
        return None if self.faster else self.wished


@dataclass
class Hall:
    """A training with two seats, some of them kept; Kim stands in it with a status."""

    shares_: list[Share] = field(default_factory=list)
    status: RegistrationStatus = RegistrationStatus.CONFIRMED
    seats: int | None = 2
    quota_seats: int = 1
    gone: bool = False
    locked: list[int] = field(default_factory=list)

    @property
    def training(self) -> Training:
        made, starts_at = training(), NOW + timedelta(days=60)
        plan = replace(made.plan, seats=self.seats, starts_at=starts_at, release_at=RELEASE)
        plan = replace(plan, ends_at=starts_at + timedelta(hours=2))
        return replace(made, id=5, plan=plan, quota_seats=self.quota_seats)

    async def lock(self, training_id: int) -> Training | None:
        self.locked.append(training_id)
        return self.training if training_id == 5 and not self.gone else None

    async def shares(self, training_id: int) -> Sequence[Share]:
        assert self.locked == [training_id] == [5]
        return self.shares_

    async def of_person(
        self, person_id: int, after: datetime
    ) -> Sequence[tuple[Training, Registration]]:
        assert person_id == KIM.id
        own = Registration(1, 5, person_id, self.status, 1)
        return [(self.training, own)] if after < self.training.plan.ends_at else []


@dataclass
class House:
    """All storage in one."""

    persons: People = field(default_factory=People)
    place_changes: Wishes = field(default_factory=Wishes)
    trainings: Hall = field(default_factory=Hall)

    @property
    def registrations(self) -> Hall:
        return self.trainings


async def test_a_wish_takes_the_place_of_the_one_before_and_the_new_office_is_asked() -> None:
    house = House()

    assert await ask(house, KIM, NEW, DAY) == (7, [THERE])
    assert house.place_changes.done == [("drop", 1), ("put", 1, NEW, DAY)]


@pytest.mark.parametrize(
    ("who", "place", "people", "why"),
    [
        (KIM, OLD, [THERE], NotPlaced.SAME),
        (replace(KIM, role=Role.LEAD), NEW, [THERE], NotPlaced.COORDINATES),
        (replace(KIM, role=Role.COORDINATOR), NEW, [THERE], NotPlaced.COORDINATES),
        (KIM, NEW, [], NotPlaced.NOBODY),
        (KIM, NEW, [person(2, Role.COORDINATOR, "bb", away=True)], NotPlaced.NOBODY),
    ],
)
async def test_why_nothing_is_wished(
    who: Person, place: Place, people: list[Person], why: NotPlaced
) -> None:
    house = House(People(all=people))

    assert await ask(house, who, place, DAY) is why
    assert house.place_changes.done == []


async def test_another_sector_of_the_same_office_is_another_place() -> None:
    own = person(2, Role.COORDINATOR, "aa")

    assert await ask(House(People(all=[own])), KIM, Place("aa", Sector.POLICE), DAY) == (7, [own])


async def test_who_only_reads_belongs_somewhere_too() -> None:
    assert await ask(House(), replace(KIM, role=Role.AUDITOR), NEW, DAY) == (7, [THERE])


@pytest.mark.parametrize("decider", [THERE, LEAD])
async def test_the_new_office_or_the_lead_decides(decider: Person) -> None:
    house, kept = House(), House()

    assert await agree(house, decider, 7, NOW) == Placed(replace(KIM, office="bb"))
    assert house.persons.kim == replace(KIM, office="bb")
    assert await decline(kept, decider, 7) == WISH
    assert kept.persons.kim == KIM
    assert house.place_changes.done == kept.place_changes.done == [("take", 7)]


@pytest.mark.parametrize("decider", [ELSEWHERE, KIM])
async def test_nobody_else_decides(decider: Person) -> None:
    house = House()

    assert await agree(house, decider, 7, NOW) is NotPlaced.NOT_YOURS
    assert await decline(house, decider, 7) is NotPlaced.NOT_YOURS
    assert house.persons.kim == KIM
    assert house.place_changes.done == []


async def test_what_is_forgotten_or_taken_by_another_one_or_of_who_left_is_gone() -> None:
    forgotten, faster = House(), House(place_changes=Wishes(faster=True))
    left = House(People(kim=None))

    for house, number in ((forgotten, 8), (faster, 7), (left, 7)):
        assert await agree(house, THERE, number, NOW) is NotPlaced.GONE
    assert await decline(forgotten, THERE, 8) is NotPlaced.GONE
    assert await decline(faster, THERE, 7) is NotPlaced.GONE
    assert faster.persons.kim == KIM


@pytest.mark.parametrize(
    ("member", "place", "why"),
    [
        (KIM, OLD, NotPlaced.SAME),
        (replace(KIM, role=Role.COORDINATOR), NEW, NotPlaced.COORDINATES),
        (replace(KIM, role=Role.LEAD), NEW, NotPlaced.COORDINATES),
    ],
)
async def test_who_stays_where_they_are(member: Person, place: Place, why: NotPlaced) -> None:
    house = House(People(kim=member))

    assert await put(house, member, place, NOW) is why
    assert house.persons.kim == member


TAKEN, OTHER = Share("aa"), Share("cc")
KEPT_OLD, KEPT_NEW, KEPT_OTHER = (Share(office, kept=True) for office in ("aa", "bb", "cc"))


@pytest.mark.parametrize(
    ("shares", "placed"),
    [
        ([TAKEN], True),
        ([TAKEN, KEPT_OTHER], True),  # from a common seat to a common seat
        ([TAKEN, KEPT_NEW], True),  # to a seat that is kept for the new office
        ([TAKEN, KEPT_OLD, OTHER], False),  # the own quota stays behind
        ([TAKEN, KEPT_OLD], True),
        ([TAKEN, KEPT_OLD, KEPT_OTHER], False),
        ([TAKEN, KEPT_OLD, KEPT_NEW], True),
        ([TAKEN, TAKEN, KEPT_OLD, OTHER], True),  # more are given than there are: none more
        ([KEPT_OLD, OTHER], False),  # not counted as taken: nothing is taken back
    ],
)
async def test_a_seat_moves_along_unless_it_is_kept_for_others(
    shares: list[Share], placed: bool
) -> None:
    house = House(trainings=Hall(shares))
    done = await put(house, KIM, NEW, NOW)

    moved = replace(KIM, office="bb")
    assert done == (Placed(moved) if placed else NotPlaced.QUOTA)
    assert house.persons.kim == (moved if placed else KIM)
    assert house.trainings.locked == [5]


#: A seat that could not move along.
FULL = [TAKEN, KEPT_OLD, OTHER]


@pytest.mark.parametrize(
    "hall",
    [
        Hall(FULL, RegistrationStatus.WAITLISTED),
        Hall(FULL, RegistrationStatus.WITHDRAWN),
        Hall(FULL, quota_seats=0),
        Hall(FULL, gone=True),
    ],
    ids=["waits", "left", "no-quotas", "gone"],
)
async def test_who_has_no_seat_that_counts_for_an_office_moves(hall: Hall) -> None:
    assert await put(House(trainings=hall), KIM, NEW, NOW) == Placed(replace(KIM, office="bb"))


async def test_a_seat_that_is_offered_is_one_too() -> None:
    hall = Hall(FULL, RegistrationStatus.OFFERED)

    assert await put(House(trainings=hall), KIM, NEW, NOW) is NotPlaced.QUOTA


@pytest.mark.parametrize(
    ("at", "placed"),
    [(RELEASE - timedelta(seconds=1), False), (RELEASE, True)],
)
async def test_from_the_release_on_no_seat_is_kept(at: datetime, placed: bool) -> None:
    done = await put(House(trainings=Hall(FULL)), KIM, NEW, at)

    assert isinstance(done, Placed) is placed


async def test_another_sector_of_the_same_office_moves_no_seat() -> None:
    police = Place("aa", Sector.POLICE)

    done = await put(House(trainings=Hall(FULL)), KIM, police, NOW)

    assert done == Placed(replace(KIM, sector=Sector.POLICE))
