"""Changing a training, in small worlds: nobody loses a seat, reminders fit the new plan."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain import plan_change
from domain.channel import in_chat
from domain.delivery import Kind, Letter
from domain.ledger.entries import Entry, LedgerKind
from domain.letters import to_come
from domain.network import Network
from domain.person import Person
from domain.plan import STAGES
from domain.plan_change import Changed, Reason, Refused, notice_time
from domain.plan_told import redated, small_of
from domain.register import ACTIVE, Hall, Registration, Tally, line, taken
from domain.reminder import Planned, key
from domain.rights import Act, may
from domain.seats_quota import Share
from domain.session import numbered
from domain.training import CalledOff, Plan, Training, held_on, moved
from domain.vocabulary import (
    DeliveryMode,
    EventFormat,
    EventStatus,
    RegistrationStatus,
    Role,
    Sector,
    Topic,
)

NOW = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)
CONFIRMED, WAITLISTED = RegistrationStatus.CONFIRMED, RegistrationStatus.WAITLISTED


def seen(of: Plan) -> dict[str, str]:
    """Return what somebody who is told of a plan knows of it."""
    dates = {"starts_at": of.starts_at.isoformat(), "ends_at": of.ends_at.isoformat()}
    words = {"title": of.title, "place": of.place, "link": of.link, "mode": of.mode.value}
    return {**dates, **words}


@dataclass
class World:
    """One training with its seats, outbox and ledger in memory."""

    training: Training
    people: list[Registration] = field(default_factory=list)
    waiting_letters: dict[str, tuple[Kind, datetime, int]] = field(default_factory=dict)
    told: list[tuple[Kind, Mapping[str, Any], datetime, int]] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    notices: dict[tuple[Kind, int], Mapping[str, Any]] = field(default_factory=dict)
    knows: dict[int, dict[str, str]] = field(default_factory=dict)
    now: datetime = NOW

    @property
    def trainings(self) -> World:
        return self

    @property
    def registrations(self) -> Seats:
        return Seats(self)

    @property
    def plans(self) -> World:
        return self

    @property
    def deliveries(self) -> World:
        return self

    @property
    def ledger(self) -> World:
        return self

    async def lock(self, training_id: int) -> Training | None:
        return self.training if training_id == self.training.id else None

    async def get(self, training_id: int) -> Training | None:
        return self.training

    async def set_plan(self, training_id: int, plan: Plan, *, moved: bool) -> None:
        of = self.training
        more = of.revision + int(moved)
        self.training = replace(of, plan=plan, sequence=of.sequence + 1, revision=more)

    async def set_status(self, training_id: int, status: EventStatus) -> None:
        of = self.training
        self.training = replace(of, status=status, sequence=of.sequence + 1)

    async def known(self, training_id: int) -> bool:
        return True

    async def set_cancelled(self, training_id: int, now: datetime, _why: CalledOff) -> None:
        await self.set_status(training_id, EventStatus.CANCELLED)

    async def cancel(self, reason: str, kinds: Collection[Kind], now: datetime, **of: int) -> int:
        ended = [name for name, (kind, *_) in self.waiting_letters.items() if kind in kinds]
        for name in ended:
            del self.waiting_letters[name]
        self.notices = {of: each for of, each in self.notices.items() if of[0] not in kinds}
        return len(ended)

    async def remind(self, of: Training, planned: Sequence[Planned]) -> int:
        for own in self.people:
            if own.status is CONFIRMED and not own.muted:
                for one in planned:
                    name = key(own.id, one.name, of.revision)
                    self.waiting_letters.setdefault(name, (Kind.REMINDER, one.due_at, own.id))
        return len(planned)

    async def tell(
        self,
        of: Training,
        kind: Kind,
        facts: Mapping[str, Any],
        due_at: datetime,
        expires_at: datetime | None,
        statuses: Collection[RegistrationStatus] = ACTIVE,
        *,
        only: Collection[int] | None = None,
        but: Collection[int] = (),
    ) -> int:
        told = [
            own.id
            for own in self.people
            if own.status in statuses and own.id not in but and (only is None or own.id in only)
        ]
        if told:
            self.told.append((kind, facts, due_at, len(told)))
        for number in told:
            if due_at > self.now:
                self.notices[kind, number] = facts
            else:
                self.knows.setdefault(number, {}).update(seen(of.plan))
        return len(told)

    async def free_moving_up(self, registration_ids: Sequence[int]) -> None:
        raise NotImplementedError

    async def untold(self, training_id: int, kind: Kind) -> Mapping[int, Mapping[str, Any]]:
        return {number: facts for (of, number), facts in self.notices.items() if of is kind}

    def sends(self) -> list[tuple[int, Mapping[str, Any]]]:
        """Send what waits; return who was told what as it was before."""
        sent = [(number, facts) for (_, number), facts in self.notices.items()]
        for number, _ in sent:
            self.knows.setdefault(number, {}).update(seen(self.training.plan))
        self.notices.clear()
        return sent

    async def put(self, *letters: Letter) -> int:
        for letter in letters:
            assert letter.registration_id is not None
            self.waiting_letters.setdefault(
                letter.key, (letter.kind, letter.due_at, letter.registration_id)
            )
        return len(letters)

    async def add(self, entries: Sequence[Entry]) -> None:
        self.entries += entries

    @property
    def reminders(self) -> set[tuple[datetime, int]]:
        found = self.waiting_letters.values()
        return {(due, own) for kind, due, own in found if kind is Kind.REMINDER}

    def wanted(self, network: Network) -> set[tuple[datetime, int]]:
        return {
            (one.due_at, own.id)
            for one in to_come(self.training, network, NOW)
            for own in self.people
            if own.status is CONFIRMED and not own.muted
        }


class Seats:
    """The seats of the world's training."""

    def __init__(self, world: World) -> None:
        self.world = world

    async def lock(self, training_id: int) -> tuple[Training, int] | None:
        raise NotImplementedError

    async def hall(self, training_id: int, person_id: int) -> Hall:
        raise NotImplementedError

    async def active(self, training_id: int) -> Sequence[Registration]:
        return list(self.world.people)

    async def enter(
        self,
        training_id: int,
        person_id: int,
        status: RegistrationStatus,
        position: int,
        now: datetime,
        *,
        approve_by: datetime | None = None,
    ) -> Registration:
        raise NotImplementedError

    async def set_status(
        self, registration_ids: Sequence[int], status: RegistrationStatus, now: datetime
    ) -> None:
        self.world.people = [
            replace(own, status=status) if own.id in registration_ids else own
            for own in self.world.people
        ]

    async def count(self, training_id: int, events: Sequence[tuple[Tally, int]]) -> None:
        """Count nothing: the storage's tests do."""

    async def uncount(self, training_id: int, event: Tally, n: int) -> None:
        raise NotImplementedError

    async def shares(self, training_id: int) -> list[Share]:
        raise NotImplementedError(f"nothing is kept in {training_id}")


def plan_at(start: datetime, seats: int | None = 2) -> Plan:
    return Plan(
        title="Schutzkonzepte <entwickeln>",
        topic=Topic.PROTECTION_CONCEPTS,
        format=EventFormat.WORKSHOP,
        mode=DeliveryMode.HYBRID,
        starts_at=start,
        ends_at=start + timedelta(hours=3),
        deadline_at=start - timedelta(days=14),
        withdraw_by=start - timedelta(days=7),
        seats=seats,
        units=4,
        place="Rathaus",
        link="https://konferenz.example/a",
        reminders=STAGES,
    )


def world_of(seated: int, waiting: int, *, seats: int = 2, days: int = 30) -> World:
    plan = plan_at(NOW + timedelta(days=days), max(seats, seated))
    statuses = [CONFIRMED] * seated + [WAITLISTED] * waiting
    people = [
        Registration(n, 1, n, status, n, muted=n % 3 == 0) for n, status in enumerate(statuses, 1)
    ]
    return World(Training(1, "uid", "rkn-kaarst", plan, EventStatus.PUBLISHED), people)


def move(world: World, network: Network, start: datetime, now: datetime = NOW) -> Changed | Refused:
    end = start + timedelta(hours=2)
    return asyncio.run(plan_change.move(world, network, 1, start, end, now))


small = st.integers(0, 4)


@given(seated=small, waiting=small, seats=st.none() | st.integers(1, 8))
def test_seats_are_never_oversold_and_the_line_keeps_its_order(
    network: Network, seated: int, waiting: int, seats: int | None
) -> None:
    world = world_of(seated, waiting if seated >= 2 else 0)
    before = line(world.people)
    result = asyncio.run(plan_change.set_seats(world, network, 1, seats, NOW))

    if isinstance(result, Refused):
        assert (result.reason, result.taken) == (Reason.SEATS_TAKEN, seated)
        assert seats is not None
        assert seats < seated
        return

    assert seats is None or taken(world.people) <= seats
    assert line(world.people) == before[result.moved_up :]
    assert not line(world.people) or taken(world.people) == seats
    assert {own for _, own in world.reminders} <= {
        own.id for own in before[: result.moved_up] if not own.muted
    }


@pytest.mark.long
@given(seated=small, waiting=small, first=st.integers(1, 80), second=st.integers(1, 80))
def test_after_a_move_the_reminders_are_those_of_the_new_plan(
    network: Network, seated: int, waiting: int, first: int, second: int
) -> None:
    world = world_of(seated, waiting)
    asyncio.run(world.remind(world.training, to_come(world.training, network, NOW)))
    for days in (first, second):
        move(world, network, NOW + timedelta(days=days, hours=1))

        assert world.reminders == world.wanted(network)
        assert len(world.people) == seated + waiting


@given(
    seated=small,
    chosen=st.lists(st.sampled_from(STAGES), unique=True),
    then=st.lists(st.sampled_from(STAGES), unique=True),
)
def test_changed_reminders_are_exactly_the_chosen_ones(
    network: Network, seated: int, chosen: list[Any], then: list[Any]
) -> None:
    world = world_of(seated, 1)
    for rules in (chosen, then):
        asyncio.run(plan_change.set_reminders(world, network, 1, tuple(rules), NOW))

        assert world.reminders == world.wanted(network)


def test_moving_twice_to_the_same_date_moves_once(network: Network) -> None:
    world, start = world_of(1, 1), NOW + timedelta(days=40)
    first, second = move(world, network, start), move(world, network, start)

    assert isinstance(first, Changed)
    assert isinstance(second, Changed)
    assert (first.told, second.told) == (2, 0)
    assert [entry.kind for entry in world.entries] == [LedgerKind.EVENT_POSTPONED]
    assert world.training.revision == 1


def test_who_was_not_told_yet_learns_the_date_they_know(network: Network) -> None:
    world = world_of(1, 0)
    world.now = NIGHT
    old = world.training.plan.starts_at
    move(world, network, old + timedelta(days=1), NIGHT)
    move(world, network, old + timedelta(days=2), NIGHT)

    assert [facts["starts_at"] for _, facts, *_ in world.told] == [old.isoformat()] * 2


def test_a_cancellation_ends_the_reminders_and_is_told_once(network: Network) -> None:
    world = world_of(2, 1)
    asyncio.run(world.remind(world.training, to_come(world.training, network, NOW)))
    first = asyncio.run(plan_change.cancel(world, network, 1, NOW))
    second = asyncio.run(plan_change.cancel(world, network, 1, NOW))

    assert isinstance(first, Changed)
    assert (first.told, first.training.status) == (3, EventStatus.CANCELLED)
    assert second == Refused(Reason.CANCELLED)
    assert world.reminders == set()
    assert [kind for kind, *_ in world.told] == [Kind.CANCELLED]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"title": "Neuer Titel"}, 3),
        ({"place": "Rathaus"}, 0),
        ({"place": "Kreishaus"}, 3),
        ({"link": "https://konferenz.example/b"}, 2),
        ({"link": "https://konferenz.example/b", "place": "Kreishaus"}, 3),
        ({"mode": DeliveryMode.ONLINE, "place": ""}, 3),
    ],
)
def test_a_change_is_told_to_whom_it_concerns(
    network: Network, changed: dict[str, str], told: int
) -> None:
    world = world_of(2, 1)
    names = ("title", "place", "link", "mode")
    before = {name: str(getattr(world.training.plan, name)) for name in names}
    result = asyncio.run(plan_change.describe(world, network, 1, changed, NOW))

    assert isinstance(result, Changed)
    assert result.told == told
    assert [facts for _, facts, *_ in world.told] == [before] * bool(told)


NIGHT = datetime(2027, 2, 9, 22, 0, tzinfo=UTC)
SMALL = ["cost", "speakers"]
alterations = st.lists(
    st.one_of(
        st.tuples(st.just("place"), st.sampled_from(["Rathaus", "Kreishaus", "Turm"])),
        st.tuples(st.just("title"), st.sampled_from(["A", "B"])),
        st.tuples(st.just("mode"), st.sampled_from([*DeliveryMode])),
        st.tuples(st.sampled_from(SMALL), st.sampled_from(["", "x", "y"])),
        st.tuples(st.just("move"), st.integers(29, 31)),
        st.tuples(st.just("morning"), st.just(0)),
        st.tuples(st.just("joins"), st.just(0)),
    ),
    max_size=12,
)


# Some believe the first place, somebody the second.
@example(lives=[("place", "Kreishaus"), ("joins", 0), ("place", "Turm"), ("title", "A")])
@given(lives=alterations)
def test_whatever_changes_and_changes_back_each_is_told_from_what_they_know(
    network: Network, lives: list[tuple[str, Any]]
) -> None:
    world = world_of(1, 1)
    world.now = NIGHT
    start = world.training.plan.starts_at
    world.knows = {own.id: seen(world.training.plan) for own in world.people}
    owed: dict[int, set[str]] = {}

    def morning() -> None:
        """Send what waits: each was before as the person knows it, and is another now."""
        known, now = {n: dict(facts) for n, facts in world.knows.items()}, seen(world.training.plan)
        for number, told in world.sends():
            small = set(small_of(told))
            was = {name: value for name, value in told.items() if name != "small"}
            assert {name: known[number][name] for name in was} == was
            assert small == (owed.pop(number, set()) if "title" in was else set())
            assert small or any(was[name] != now[name] for name in was)
        assert all(facts == now for facts in world.knows.values())
        assert not owed

    for what, value in lives:
        if what == "morning":
            morning()
        elif what == "joins":
            number = len(world.people) + 1
            world.people.append(Registration(number, 1, number, WAITLISTED, number))
            world.knows[number] = seen(world.training.plan)
        elif what == "move":
            move(world, network, start + timedelta(days=value - 30), NIGHT)
        else:
            before = world.training.plan
            so_far = len(world.told)
            changed = {what: value}
            done = asyncio.run(plan_change.describe(world, network, 1, changed, NIGHT, tell=True))
            assert isinstance(done, Changed)
            assert done.told == sum(n for *_, n in world.told[so_far:])
            if what in SMALL and world.training.plan != before:
                for own in world.people:
                    owed.setdefault(own.id, set()).add(what)
    morning()


def test_what_has_begun_or_lies_behind_is_not_changed(network: Network) -> None:
    world = world_of(1, 0)
    begun = world.training.plan.starts_at

    assert move(world, network, NOW - timedelta(days=1)) == Refused(Reason.PAST)
    assert move(world, network, begun + timedelta(days=9), begun) == Refused(Reason.STARTED)
    assert asyncio.run(plan_change.cancel(world, network, 2, NOW)) == Refused(Reason.GONE)
    late = plan_change.describe(world, network, 1, {"deadline_at": NOW}, NOW)
    assert asyncio.run(late) == Refused(Reason.DEADLINE)

    over = world.training.plan.ends_at

    assert move(world, network, over + timedelta(days=9), over) == Refused(Reason.OVER)


def test_notices_keep_quiet_unless_the_training_is_close(network: Network) -> None:
    night = datetime(2027, 2, 9, 22, 0, tzinfo=UTC)
    morning = datetime(2027, 2, 10, 6, 0, tzinfo=UTC)

    assert notice_time(NOW, NOW + timedelta(days=9), network) == NOW
    assert notice_time(night, morning + timedelta(hours=24), network) == morning
    assert notice_time(night, morning + timedelta(hours=23), network) == night


def test_deadlines_move_by_days_and_keep_their_hour_over_the_change_of_the_clock(
    network: Network,
) -> None:
    zone = network.zone
    start = datetime(2027, 3, 26, 9, 0, tzinfo=zone)
    plan = replace(
        plan_at(start),
        deadline_at=datetime(2027, 3, 12, 23, 59, tzinfo=zone),
        withdraw_by=start,
    )
    new_start = datetime(2027, 4, 16, 14, 0, tzinfo=zone)
    new = moved(plan, new_start, new_start + timedelta(hours=1), zone)

    assert new.deadline_at == datetime(2027, 4, 2, 23, 59, tzinfo=zone)
    assert new.withdraw_by == new_start


@pytest.mark.parametrize(
    ("role", "office", "manages"),
    [
        (Role.COORDINATOR, "rkn-kaarst", True),
        (Role.COORDINATOR, "rkn-neuss", False),
        (Role.LEAD, "rkn-neuss", True),
        (Role.SPECIALIST, "rkn-kaarst", False),
        (Role.AUDITOR, "rkn-kaarst", False),
    ],
)
def test_only_the_host_and_the_lead_manage(role: Role, office: str, manages: bool) -> None:
    day = NOW.date()
    person = Person(1, in_chat(1), role, office, Sector.YOUTH_OFFICE, "de", None, 1, day, day)

    assert may(person, Act.MANAGE, world_of(0, 0).training) is manages


def test_stages_are_all_different() -> None:
    assert len({rule.stage for rule in STAGES}) == len(STAGES)
    assert all(rule.at >= time(7) for rule in STAGES)


def series_of(seated: int, waiting: int, network: Network) -> World:
    """Return a series of three dates, ten days apart, of which the first one is in 30 days."""
    world = world_of(seated, waiting)
    start = world.training.plan.starts_at
    further = [start + timedelta(days=10 * n) for n in range(3)]
    sessions = numbered([(at, at + timedelta(hours=2), 2) for at in further])
    plan = held_on(world.training.plan, sessions, network.zone)
    world.training = replace(world.training, plan=plan)
    asyncio.run(world.remind(world.training, to_come(world.training, network, NOW)))
    return world


def drop(world: World, network: Network, session: int, now: datetime = NOW) -> Changed | Refused:
    return asyncio.run(plan_change.drop_session(world, network, 1, session, now))


def test_a_dropped_date_is_reminded_of_no_more_and_told_to_all(network: Network) -> None:
    world = series_of(2, 1, network)
    before = world.training.plan
    result = drop(world, network, 2)
    after = world.training.plan

    assert isinstance(result, Changed)
    assert result.told == 3
    assert (after.sessions, after.dropped) == (before.sessions[::2], before.sessions[1:2])
    assert world.reminders == world.wanted(network)
    assert redated(world.told[-1][1], after)[0].after is None
    assert world.entries == []  # it is not postponed
    assert drop(world, network, 2) == Refused(Reason.GONE)

    drop(world, network, 1)

    assert drop(world, network, 3) == Refused(Reason.ONLY_SESSION)
    assert not world.training.plan.series


def test_a_series_that_has_begun_changes_from_the_next_date_on(network: Network) -> None:
    world = series_of(1, 1, network)
    first, second, third = world.training.plan.sessions
    world.now = now = first.ends_at + timedelta(hours=1)
    later = second.starts_at + timedelta(days=1)

    def moves(number: int, start: datetime) -> Changed | Refused:
        end = start + timedelta(hours=2)
        return asyncio.run(plan_change.move(world, network, 1, start, end, now, number))

    assert moves(1, later) == drop(world, network, 1, now) == Refused(Reason.STARTED)
    assert moves(2, third.starts_at + timedelta(hours=1)) == Refused(Reason.OVERLAP)
    assert moves(2, now) == Refused(Reason.PAST)
    assert moves(4, later) == Refused(Reason.GONE)

    result = moves(2, later)

    assert isinstance(result, Changed)
    assert result.told == 1  # who waits gets no seat any more
    assert world.training.plan.sessions[1].starts_at == later
    assert world.training.plan.starts_at == first.starts_at
    assert [entry.kind for entry in world.entries] == [LedgerKind.EVENT_POSTPONED]
    assert asyncio.run(plan_change.cancel(world, network, 1, now)) == Refused(Reason.STARTED)
    assert asyncio.run(plan_change.set_seats(world, network, 1, 9, now)) == Refused(Reason.STARTED)

    changed = asyncio.run(plan_change.describe(world, network, 1, {"place": "Neu"}, now))

    assert isinstance(changed, Changed)
    assert changed.told == 1


def test_units_of_a_series_are_shared_anew(network: Network) -> None:
    world = series_of(0, 0, network)
    asyncio.run(plan_change.describe(world, network, 1, {"units": 7}, NOW))

    assert sum(each.units for each in world.training.plan.sessions) == 7
