"""Changing a training, call by call: what is refused, what is kept, who is told what and when."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from domain import plan_change
from domain.delivery import Kind, Letter
from domain.ledger.entries import Entry, LedgerKind
from domain.letters import moved_up_letters, to_come
from domain.network import Network, ReminderRule
from domain.plan_change import Changed, Reason, Refused, changeable, notice_time
from domain.plan_told import SEATED, dates, words
from domain.register import ACTIVE, Registration
from domain.reminder import Planned
from domain.rights import Act, may
from domain.seats_quota import Division, Share
from domain.training import CalledOff, Plan, Training, moved
from domain.vocabulary import EventStatus, RegistrationStatus, ReminderStage, Role
from tests.domain.shares import shares_of
from tests.domain.test_changes import plan_at
from tests.domain.test_membership import person
from tests.domain.test_registration import Hall

NOW = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)
NIGHT = datetime(2027, 2, 9, 22, 0, tzinfo=UTC)
MORNING = datetime(2027, 2, 10, 6, 0, tzinfo=UTC)
START = NOW + timedelta(days=30)
HOUR = timedelta(hours=1)
PLAN = replace(plan_at(START, 3), deadline_at=START - timedelta(days=2))
OF = Training(1, "uid", "rkn-kaarst", PLAN, EventStatus.PUBLISHED, revision=4)
CONFIRMED, WAITLISTED = RegistrationStatus.CONFIRMED, RegistrationStatus.WAITLISTED


@dataclass
class Desk:
    """One training, and a note of everything that is asked for it, word for word."""

    training: Training = OF
    others_know: bool = True
    unheard: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    people: Sequence[Registration] = ()
    divided: Division | None = None
    done: list[tuple[Any, ...]] = field(default_factory=list)

    @property
    def trainings(self) -> Desk:
        return self

    plans = deliveries = ledger = trainings

    @property
    def registrations(self) -> Any:
        return Seats(self)

    async def lock(self, training_id: int) -> Training | None:
        return self.training if training_id == 1 else None

    async def get(self, training_id: int) -> Training | None:
        return self.training if training_id == 1 else None

    async def set_plan(self, training_id: int, plan: Plan, *, moved: bool) -> None:
        assert training_id == 1
        self.done.append(("plan", moved))
        self.training = replace(self.training, plan=plan, revision=self.training.revision + moved)

    async def set_status(self, training_id: int, status: EventStatus) -> None:
        assert training_id == 1
        self.training = replace(self.training, status=status)

    async def set_cancelled(self, training_id: int, now: datetime, _why: CalledOff) -> None:
        assert training_id == 1
        assert isinstance(now, datetime)
        self.training = replace(self.training, status=EventStatus.CANCELLED)

    async def known(self, training_id: int) -> bool:
        assert training_id == 1
        return self.others_know

    async def untold(self, training_id: int, kind: Kind) -> Mapping[int, Mapping[str, Any]]:
        assert training_id == 1
        self.done.append(("untold", kind))
        return self.unheard

    async def cancel(self, reason: str, kinds: Collection[Kind], now: datetime, **of: int) -> int:
        assert isinstance(now, datetime)
        self.done.append(("cancel", reason, tuple(kinds), of))
        return 0

    async def remind(self, of: Training, planned: Sequence[Planned]) -> int:
        assert of == self.training
        self.done.append(("remind", tuple(planned)))
        return 0

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
        assert of == self.training
        whom = ("only", list(only)) if only is not None else ("but", list(but))
        self.done.append(("tell", kind, dict(facts), due_at, expires_at, set(statuses), *whom))
        return 10

    async def put(self, *letters: Letter) -> int:
        self.done.append(("put", *letters))
        return len(letters)

    async def add(self, entries: Sequence[Entry]) -> None:
        self.done.append(("ledger", *entries))

    async def free_moving_up(self, registration_ids: Sequence[int]) -> None:
        raise AssertionError("nobody is to forget anything")


class Seats(Hall):
    """The seats of the desk's training."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(None)
        self.desk = desk
        self.training = desk.training
        self.rows = {each.id: each for each in desk.people}

    async def set_status(
        self, registration_ids: Sequence[int], status: RegistrationStatus, now: datetime
    ) -> None:
        await super().set_status(registration_ids, status, now)
        self.desk.people = list(self.rows.values())

    async def shares(self, training_id: int) -> list[Share]:
        assert training_id == self.desk.training.id
        assert self.desk.divided is not None
        return shares_of(self.desk.divided)


def day_of(at: datetime, network: Network) -> date:
    return at.astimezone(network.zone).date()


def moves(
    desk: Desk, network: Network, start: datetime, end: datetime, now: datetime = NOW
) -> Changed | Refused:
    return asyncio.run(plan_change.move(desk, network, 1, start, end, now))


@pytest.mark.parametrize(
    ("of", "now", "reason"),
    [
        (replace(OF, status=EventStatus.CANCELLED), PLAN.ends_at, Reason.CANCELLED),
        (replace(OF, status=EventStatus.HELD), NOW, Reason.OVER),
        (OF, PLAN.ends_at, Reason.OVER),
        (OF, PLAN.ends_at - HOUR, Reason.STARTED),
        (OF, START, Reason.STARTED),
        (OF, START - timedelta(seconds=1), None),
        (replace(OF, status=EventStatus.DRAFT), NOW, Reason.DRAFT),
    ],
)
def test_what_can_be_changed_still(
    network: Network, of: Training, now: datetime, reason: Reason | None
) -> None:
    found = asyncio.run(changeable(Desk(of), 1, now))

    assert found == (of if reason is None else Refused(reason))
    if reason is None:
        return
    desk = Desk(of)
    tries = [
        plan_change.move(desk, network, 1, START + HOUR, START + 2 * HOUR, now),
        plan_change.cancel(desk, network, 1, now),
        plan_change.describe(desk, network, 1, {"title": "x"}, now),
        plan_change.set_seats(desk, network, 1, 9, now),
        plan_change.describe(desk, network, 1, {"deadline_at": START}, now),
        plan_change.describe(desk, network, 1, {"units": 9}, now, tell=True),
        plan_change.set_reminders(desk, network, 1, (), now),
        plan_change.set_open(desk, 1, now, open_=False),
    ]

    async def run() -> list[Changed | Refused]:
        return [await each for each in tries]

    assert asyncio.run(run()) == [Refused(reason)] * len(tries)
    assert (desk.done, desk.training) == ([], of)
    assert asyncio.run(changeable(Desk(of), 2, now)) == Refused(Reason.GONE)


def test_a_move_is_kept_told_noted_and_reminded_of(network: Network) -> None:
    desk = Desk()
    start, end = START + timedelta(days=7), START + timedelta(days=7, hours=2)
    found = moves(desk, network, start, end)
    old = dates(PLAN)

    assert desk.training.plan == moved(PLAN, start, end, network.zone)
    assert found == Changed(desk.training, 10, NOW)
    assert desk.done == [
        ("untold", Kind.MOVED),
        ("plan", True),
        ("cancel", "training-moved", (Kind.REMINDER, Kind.MOVED), {"training_id": 1}),
        ("remind", tuple(to_come(desk.training, network, NOW))),
        ("ledger", Entry(day_of(START, network), LedgerKind.EVENT_POSTPONED, 1, 1)),
        ("tell", Kind.MOVED, old, NOW, start, set(ACTIVE), "but", []),
    ]


def test_who_was_not_told_of_the_move_before_is_told_from_what_they_know(
    network: Network,
) -> None:
    start, end = START + timedelta(days=7), START + timedelta(days=7, hours=2)
    new = dates(moved(PLAN, start, end, network.zone))
    other = {"starts_at": "earlier", "ends_at": "earlier"}
    desk = Desk(unheard={7: other, 8: new, 9: other})
    found = moves(desk, network, start, end)

    assert isinstance(found, Changed)
    assert found.told == 20
    assert [each for each in desk.done if each[0] == "tell"] == [
        ("tell", Kind.MOVED, other, NOW, start, set(ACTIVE), "only", [7, 9]),
        ("tell", Kind.MOVED, dates(PLAN), NOW, start, set(ACTIVE), "but", [7, 8, 9]),
    ]


def test_only_a_date_that_somebody_knew_was_postponed(network: Network) -> None:
    desk = Desk(others_know=False)
    moves(desk, network, START + HOUR, START + 2 * HOUR)

    assert [each[0] for each in desk.done] == ["untold", "plan", "cancel", "remind", "tell"]


def test_a_date_is_later_than_now_ends_after_it_begins_and_the_same_is_no_move(
    network: Network,
) -> None:
    desk = Desk()

    assert moves(desk, network, START, PLAN.ends_at) == Changed(OF)
    assert moves(desk, network, NOW, START) == Refused(Reason.PAST)
    assert moves(desk, network, START + HOUR, START + HOUR) == Refused(Reason.END_BEFORE_START)
    assert moves(desk, network, START + HOUR, START) == Refused(Reason.END_BEFORE_START)
    assert desk.done == []
    assert isinstance(moves(desk, network, START, PLAN.ends_at + HOUR), Changed)
    second = timedelta(seconds=1)
    assert isinstance(moves(Desk(), network, NOW + second, NOW + 2 * second), Changed)


@pytest.mark.parametrize(
    ("start", "told_at"),
    [(START + HOUR, MORNING), (MORNING + timedelta(hours=23), NIGHT)],
)
def test_a_move_is_told_at_night_if_either_date_is_near(
    network: Network, start: datetime, told_at: datetime
) -> None:
    forth, back = Desk(), Desk(replace(OF, plan=plan_at(start)))
    first = moves(forth, network, start, start + HOUR, NIGHT)
    second = moves(back, network, START, START + HOUR, NIGHT)

    assert isinstance(first, Changed)
    assert isinstance(second, Changed)
    assert (first.told_at, second.told_at) == (told_at, told_at)


def test_a_cancellation_ends_all_that_waits_and_is_told_to_everybody(network: Network) -> None:
    desk = Desk()
    found = asyncio.run(plan_change.cancel(desk, network, 1, NIGHT))
    of_the_line = (Kind.MOVED_UP, Kind.SEAT_OFFERED, Kind.SEAT_FREE, Kind.OFFER_ENDED)
    approvals = (Kind.APPROVAL_ASKED, Kind.APPROVAL_GIVEN, Kind.APPROVAL_ENDED)
    overtaken = (Kind.REMINDER, Kind.MOVED, Kind.CHANGED, *of_the_line, *approvals)

    assert desk.training.status is EventStatus.CANCELLED
    assert found == Changed(desk.training, 10, MORNING)
    assert desk.done == [
        ("cancel", "training-cancelled", overtaken, {"training_id": 1}),
        ("ledger", Entry(day_of(START, network), LedgerKind.EVENT_CANCELLED, 1, 1)),
        ("tell", Kind.CANCELLED, {}, MORNING, START, set(ACTIVE), "but", []),
    ]


def test_the_ledger_notes_the_local_day_that_was_planned(network: Network) -> None:
    late = datetime(2027, 12, 31, 23, 30, tzinfo=UTC)  # on the wall it is the new year
    desk = Desk(replace(OF, plan=plan_at(late)))
    asyncio.run(plan_change.cancel(desk, network, 1, NOW))

    assert desk.done[1] == (
        "ledger",
        Entry(date(2028, 1, 1), LedgerKind.EVENT_CANCELLED, 1, training_id=1),
    )


def describes(desk: Desk, network: Network, now: datetime = NOW, **changed: str) -> Any:
    return asyncio.run(plan_change.describe(desk, network, 1, changed, now))


def test_a_new_title_is_told_to_everybody_and_a_new_link_to_seats(network: Network) -> None:
    title, link = Desk(), Desk()
    found = describes(title, network, title="Neu")
    describes(link, network, link="https://konferenz.example/b")
    before = words(PLAN)

    assert found == Changed(title.training, 10, NOW)
    assert title.training.plan == replace(PLAN, title="Neu")
    assert title.done == [
        ("plan", False),
        ("untold", Kind.CHANGED),
        ("cancel", "changed-again", (Kind.CHANGED,), {"training_id": 1}),
        ("tell", Kind.CHANGED, before, NOW, START, set(ACTIVE), "but", []),
    ]
    assert link.done[-1] == ("tell", Kind.CHANGED, before, NOW, START, set(SEATED), "but", [])


def test_what_stays_as_it_is_is_told_to_nobody(network: Network) -> None:
    desk = Desk()

    assert describes(desk, network, title=PLAN.title) == Changed(OF)
    assert desk.done == []


def test_who_knows_an_older_title_is_told_from_that(network: Network) -> None:
    older, newest = {**words(PLAN), "title": "Alt"}, {**words(PLAN), "title": "Neu"}
    desk = Desk(unheard={3: {"title": "Alt"}, 4: {"title": "Neu"}})
    found = describes(desk, network, title="Neu")

    assert newest != older
    assert found.told == 20
    assert [each for each in desk.done if each[0] == "tell"] == [
        ("tell", Kind.CHANGED, older, NOW, START, set(ACTIVE), "only", [3]),
        ("tell", Kind.CHANGED, words(PLAN), NOW, START, set(ACTIVE), "but", [3, 4]),
    ]


def test_a_change_shortly_before_is_told_at_night(network: Network) -> None:
    soon = Desk(replace(OF, plan=plan_at(MORNING + timedelta(hours=23))))

    assert describes(soon, network, NIGHT, title="Neu").told_at == NIGHT
    assert describes(Desk(), network, NIGHT, title="Neu").told_at == MORNING
    assert notice_time(NIGHT, MORNING + timedelta(hours=24), network) == MORNING
    assert notice_time(NIGHT, MORNING + timedelta(hours=24, seconds=-1), network) == NIGHT
    assert notice_time(NOW, NOW, network) == NOW


def own(number: int, status: RegistrationStatus = CONFIRMED) -> Registration:
    return Registration(number, 1, number, status, number)


FULL = (own(1), own(2), own(3), own(4, WAITLISTED), own(5, WAITLISTED))


def seats(desk: Desk, network: Network, n: int | None, now: datetime = NOW) -> Any:
    return asyncio.run(plan_change.set_seats(desk, network, 1, n, now))


def test_more_seats_let_the_line_move_up_and_tell_it(network: Network) -> None:
    desk = Desk(people=FULL)
    found = seats(desk, network, 4)

    assert found == Changed(desk.training, moved_up=1)
    assert desk.training.plan.seats == 4
    assert [each.status for each in desk.people] == [CONFIRMED] * 4 + [WAITLISTED]
    first = own(4, WAITLISTED)
    assert desk.done == [
        ("plan", False),
        ("put", *moved_up_letters(network, desk.training, [first], NOW)),
    ]

    all_ = Desk(people=FULL)

    assert seats(all_, network, None).moved_up == 2
    assert all_.training.plan.seats is None


def test_seats_that_are_given_cannot_go(network: Network) -> None:
    desk = Desk(people=FULL)

    assert seats(desk, network, 2) == Refused(Reason.SEATS_TAKEN, 3)
    assert seats(desk, network, 3) == Changed(OF)
    assert desk.done == []
    blocks = Desk(replace(OF, block_seats=2), people=FULL)
    assert seats(blocks, network, 4) == Refused(Reason.SEATS_TAKEN, 5)
    empty = Desk()
    assert seats(empty, network, 0) == Refused(Reason.SEATS_TAKEN, 0)
    assert seats(empty, network, 1) == Changed(empty.training)
    assert empty.done == [("plan", False)]


def test_seats_that_are_kept_cannot_go_and_need_a_limit(network: Network) -> None:
    plan = replace(PLAN, release_at=START, seats=6)
    of = replace(OF, plan=plan, quota_seats=2, block_seats=1)
    kept = Division(6, {"b": 2}, {"a": 4})
    desk = Desk(of, people=(own(1), own(2), own(3)), divided=kept)

    assert seats(desk, network, None) == Refused(Reason.NO_LIMIT)
    assert seats(desk, network, 5) == Refused(Reason.SEATS_KEPT, 6)
    assert seats(desk, network, 6) == Changed(of)
    assert desk.done == []
    assert isinstance(seats(desk, network, 7), Changed)


def test_a_deadline_lies_after_now_and_not_after_the_start(network: Network) -> None:
    def sets(at: datetime) -> tuple[Changed | Refused, Desk]:
        desk = Desk()
        new = {"deadline_at": at}
        return asyncio.run(plan_change.describe(desk, network, 1, new, NOW)), desk

    for at in (NOW, START + timedelta(seconds=1)):
        assert sets(at)[0] == Refused(Reason.DEADLINE)
    for at in (NOW + timedelta(seconds=1), START):
        found, desk = sets(at)
        assert found == Changed(desk.training)
        assert desk.training.plan == replace(PLAN, deadline_at=at)
        assert desk.done == [("plan", False)]
    found, desk = sets(PLAN.deadline_at)
    assert (found, desk.done) == (Changed(OF), [])


def test_units_are_kept(network: Network) -> None:
    desk = Desk()

    def sets() -> Changed | Refused:
        return asyncio.run(plan_change.describe(desk, network, 1, {"units": 9}, NOW))

    assert sets() == Changed(desk.training)
    assert desk.training.plan == replace(PLAN, units=9)
    assert sets() == Changed(desk.training)
    assert desk.done == [("plan", False)]


def test_other_reminders_take_the_place_of_the_former(network: Network) -> None:
    desk = Desk()
    rules = (ReminderRule(ReminderStage.ONE_DAY, 1, time(9)),)
    found = asyncio.run(plan_change.set_reminders(desk, network, 1, rules, NOW))

    assert found == Changed(desk.training)
    assert desk.training.plan == replace(PLAN, reminders=rules)
    assert to_come(desk.training, network, NOW)
    assert desk.done == [
        ("plan", False),
        ("cancel", "reminders-changed", (Kind.REMINDER,), {"training_id": 1}),
        ("remind", tuple(to_come(desk.training, network, NOW))),
    ]


@pytest.mark.parametrize(
    ("status", "open_", "then"),
    [
        (EventStatus.PUBLISHED, False, EventStatus.CLOSED),
        (EventStatus.PUBLISHED, True, EventStatus.PUBLISHED),
        (EventStatus.POSTPONED, True, EventStatus.POSTPONED),
        (EventStatus.CLOSED, True, EventStatus.PUBLISHED),
        (EventStatus.CLOSED, False, EventStatus.CLOSED),
    ],
)
def test_registration_is_closed_and_opened(
    status: EventStatus, open_: bool, then: EventStatus
) -> None:
    desk = Desk(replace(OF, status=status))
    found = asyncio.run(plan_change.set_open(desk, 1, NOW, open_=open_))

    assert desk.training.status is then
    assert found == Changed(desk.training)


def test_only_the_host_and_the_lead_manage() -> None:
    assert may(person(1, Role.LEAD, "else"), Act.MANAGE, OF)
    assert may(person(1, Role.COORDINATOR, OF.host), Act.MANAGE, OF)
    assert not may(person(1, Role.COORDINATOR, "else"), Act.MANAGE, OF)
    assert not may(person(1, Role.SPECIALIST, OF.host), Act.MANAGE, OF)
