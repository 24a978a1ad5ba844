"""The day in one message: when it comes, over which days it looks, and what it tells."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.daily import AT, LATEST, Morning, Today, around, go_ahead, morning, oldest, today
from domain.deliveries import Doubts
from domain.localtime import local_day, to_utc
from domain.manage import Numbers
from domain.quiet import QuietHours
from domain.session import numbered
from domain.training import CoHost, Plan, Training, held_on
from domain.vocabulary import DeliveryMode, EventFormat, EventStatus, Topic
from tests.domain import years

BERLIN = ZoneInfo("Europe/Berlin")
HOLIDAY = date(2027, 5, 17)  # Whit Monday
QUIET = QuietHours(holidays=frozenset({HOLIDAY}))
DRAFT = EventStatus.DRAFT
DAYS = st.dates(date(2027, 1, 1), date(2027, 12, 31))


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return to_utc(datetime.combine(day, time(hour, minute)), BERLIN)


def training(number: int, starts: datetime, deadline: datetime, host: str = "a") -> Training:
    plan = Plan(
        title=f"T{number}",
        topic=Topic.CONVERSATION_SKILLS,
        format=EventFormat.SEMINAR,
        mode=DeliveryMode.IN_PERSON,
        starts_at=starts,
        ends_at=starts + timedelta(hours=2),
        deadline_at=deadline,
        withdraw_by=starts - timedelta(days=1),
        seats=10,
        units=2,
        place="Haus",
        reminders=(),
    )
    return Training(number, f"u{number}", host, plan, EventStatus.PUBLISHED, 0, 0)


def test_it_comes_on_working_mornings_only() -> None:
    tuesday, sunday = date(2027, 3, 2), date(2027, 3, 7)

    assert morning(at(tuesday, 7, 29), QUIET, BERLIN) is None
    assert morning(at(tuesday, 12), QUIET, BERLIN) is None
    assert morning(at(sunday, 8), QUIET, BERLIN) is None
    assert morning(at(HOLIDAY, 8), QUIET, BERLIN) is None
    found = morning(at(tuesday, 8), QUIET, BERLIN)
    assert found is not None
    assert found.at == at(tuesday, 7, 30)
    assert morning(at(tuesday, 7, 30), QUIET, BERLIN) == found


def test_saturday_looks_over_whitsun_and_tuesday_looks_back() -> None:
    saturday = around(date(2027, 5, 15), QUIET, BERLIN)
    tuesday = around(date(2027, 5, 18), QUIET, BERLIN)

    assert saturday.until == date(2027, 5, 18)
    assert tuesday.since == saturday.at


@given(DAYS)
def test_each_moment_lies_in_one_span_and_each_day_is_told_of_once(day: date) -> None:
    if QUIET.closed(day):
        return
    this = around(day, QUIET, BERLIN)
    after = around(this.until, QUIET, BERLIN)

    assert after.since == this.at
    assert this.since < this.at < at(day, LATEST.hour)
    assert local_day(this.at, BERLIN) == day
    assert this.at.astimezone(BERLIN).time() == AT


def test_only_what_is_near_is_told_by_its_office() -> None:
    day = date(2027, 3, 2)
    of = around(day, QUIET, BERLIN)
    far = at(date(2027, 6, 1), 9)
    closed_yesterday = training(1, far, at(date(2027, 3, 1), 18))
    closed_before = training(2, far, at(date(2027, 3, 1), 6))
    tomorrow = training(3, at(date(2027, 3, 3), 9), at(date(2027, 2, 1), 9), "b")
    this_day = training(4, at(day, 15), at(date(2027, 2, 1), 9), "b")
    over = training(5, at(date(2027, 2, 20), 9), at(date(2027, 2, 1), 9), "b")
    off = replace(tomorrow, id=6, status=EventStatus.CANCELLED)
    stuck = Numbers(training(7, far, far - timedelta(days=1)), 9, 2, away=2)
    some_reached = Numbers(training(8, far, far - timedelta(days=1)), 9, 2, away=1)
    draft = replace(tomorrow, id=9, status=DRAFT)
    every = [closed_yesterday, closed_before, tomorrow, this_day, over, off, draft]
    numbers = [*(Numbers(each, 3, 0) for each in every), stuck, some_reached]
    found = today(numbers, {8: 2}, {}, of, BERLIN)

    def ids(listed: object) -> list[int]:
        return [each.training.id for each in listed]  # type: ignore[attr-defined]

    assert set(found) == {"a", "b"}
    assert ids(found["a"].deadline) == [1]
    assert ids(found["a"].stuck) == [7]
    assert [(each.training.id, n) for each, n in found["a"].left] == [(8, 2)]
    assert ids(found["b"].coming) == [3]
    assert ids(found["b"].unclosed) == [5]


def test_what_offices_hold_together_is_told_to_each() -> None:
    of = around(date(2027, 3, 2), QUIET, BERLIN)
    held = training(3, at(date(2027, 3, 3), 9), at(date(2027, 2, 1), 9))
    joint = replace(held, plan=replace(held.plan, co_hosts=(CoHost("b"), CoHost("c", 4))))
    found = today([Numbers(joint, 3, 0)], {}, {}, of, BERLIN)

    assert set(found) == {"a", "b", "c"}
    assert all([each.training for each in told.coming] == [joint] for told in found.values())


def test_where_nothing_is_nothing_is_told() -> None:
    of = around(date(2027, 3, 2), QUIET, BERLIN)
    far = Numbers(training(1, datetime(2027, 9, 1, 9, tzinfo=UTC), of.at + timedelta(days=9)), 0, 0)

    assert today([far], {}, {}, of, BERLIN) == {}
    assert not Today()


def only(
    *,
    short: list[Numbers] | None = None,
    deadline: list[Numbers] | None = None,
    coming: list[Numbers] | None = None,
    stuck: list[Numbers] | None = None,
) -> Today:
    """Return a message that tells of this, and of nothing else."""
    return Today(
        short=short or [],
        deadline=deadline or [],
        coming=coming or [],
        stuck=stuck or [],
        left=[],
        unclosed=[],
    )


def test_the_day_is_that_of_the_people_wherever_they_live() -> None:
    """In Auckland it is Tuesday morning while it is Monday evening in UTC."""
    zone, monday = ZoneInfo("Pacific/Auckland"), date(2027, 3, 1)
    eight = datetime(2027, 3, 1, 19, tzinfo=UTC)
    of = morning(eight, QUIET, zone)

    assert of == Morning(
        datetime(2027, 2, 28, 18, 30, tzinfo=UTC),
        datetime(2027, 3, 1, 18, 30, tzinfo=UTC),
        date(2027, 3, 3),
    )
    assert of.ends(zone) == datetime(2027, 3, 3, 11, tzinfo=UTC)
    assert morning(eight, QuietHours(holidays=frozenset({date(2027, 3, 2)})), zone) is None
    assert morning(eight, QuietHours(holidays=frozenset({monday})), zone) is not None
    early = datetime(2027, 2, 1, tzinfo=UTC)
    begins = [datetime(2027, 3, *each, tzinfo=UTC) for each in ((2, 10), (2, 11), (3, 10), (3, 11))]
    numbers = [Numbers(training(n, each, early), 3, 0) for n, each in enumerate(begins)]
    assert today(numbers, {}, {}, of, zone) == {"a": only(coming=numbers[1:3])}


@pytest.mark.parametrize(("closed", "days"), [(0, 1), (1, 2), (12, 13), (13, 14), (14, 1), (20, 1)])
def test_one_looks_two_weeks_far_for_an_open_day(closed: int, days: int) -> None:
    day = date(2027, 3, 2)
    around_it = (day + timedelta(days=n) for n in range(-closed, closed + 1))
    quiet = QuietHours(sundays=False, holidays=frozenset(around_it) - {day})
    of = around(day, quiet, BERLIN)

    assert of.until == day + timedelta(days=days)
    assert of.since == at(day - timedelta(days=days), 7, 30)


def test_each_limit_of_a_day_belongs_to_one_message() -> None:
    of = around(date(2027, 3, 2), QUIET, BERLIN)
    far, second = of.at + timedelta(days=60), timedelta(seconds=1)
    ends = [of.since, of.since + second, of.at, of.at + second]
    numbers = [Numbers(training(n, far, each), 3, 0) for n, each in enumerate(ends)]
    now = Numbers(training(9, of.at, of.at), 3, 0)

    assert today([*numbers, now], {9: 1}, {}, of, BERLIN) == {"a": only(deadline=numbers[1:3])}


def test_too_few_in_time_is_told_of_until_somebody_decides() -> None:
    of = around(date(2027, 3, 2), QUIET, BERLIN)
    far = of.at + timedelta(days=60)

    def needs(number: int, deadline: datetime, **more: Any) -> Training:
        made = training(number, far, deadline)
        return replace(made, plan=replace(made.plan, minimum=4), **more)

    long_ago = needs(1, of.since - timedelta(days=9))
    at_once, still = needs(2, of.at), needs(3, of.at + timedelta(seconds=1))
    decided, off = replace(long_ago, id=4, goes_ahead=True), needs(5, of.at, status=DRAFT)
    blocks = replace(long_ago, id=6, block_seats=1)
    few = [Numbers(each, 3, 9) for each in (long_ago, at_once, still, decided, off, blocks)]
    enough = Numbers(replace(long_ago, id=7), 4, 0)

    assert today([*few, enough], {}, {}, of, BERLIN) == {"a": only(short=few[:2])}
    assert few[0].short(far - timedelta(seconds=1))
    assert not few[0].short(far)


def test_messages_in_doubt_are_told_of_though_there_is_nothing_else() -> None:
    of, doubts = around(date(2027, 3, 2), QUIET, BERLIN), Doubts(1, 2, 3)

    assert today([], {}, {"b": doubts}, of, BERLIN) == {"b": replace(only(), doubts=doubts)}


@dataclass
class Trainings:
    """One training, and whether it was decided that it takes place."""

    training: Training | None
    ahead: list[int] = field(default_factory=list)

    async def lock(self, training_id: int) -> Training | None:
        assert training_id == 1
        return self.training

    async def set_going_ahead(self, training_id: int) -> None:
        self.ahead.append(training_id)


@pytest.mark.parametrize(
    ("status", "seconds", "ahead"),
    [
        (EventStatus.PUBLISHED, 1, [1]),
        (EventStatus.CLOSED, 1, [1]),
        (EventStatus.PUBLISHED, 0, []),
        (EventStatus.CANCELLED, 1, []),
        (DRAFT, 1, []),
    ],
)
async def test_only_what_is_to_come_goes_ahead(
    status: EventStatus, seconds: int, ahead: list[int]
) -> None:
    now = at(date(2027, 3, 2), 8)
    made = replace(training(1, now + timedelta(seconds=seconds), now), status=status)
    trainings, gone = Trainings(made), Trainings(None)

    assert await go_ahead(trainings, 1, now) is bool(ahead)
    assert trainings.ahead == ahead
    assert not await go_ahead(gone, 1, now)


def test_who_waits_out_of_reach_is_told_of_only_where_a_seat_is_free() -> None:
    of = around(date(2027, 3, 2), QUIET, BERLIN)
    some = training(1, of.at + timedelta(days=60), of.at + timedelta(days=50))
    no_limit = replace(some, id=2, plan=replace(some.plan, seats=None))
    free, full, open_ = Numbers(some, 9, 1, 1), Numbers(some, 10, 1, 1), Numbers(no_limit, 9, 1, 1)

    assert today([free, full, open_], {}, {}, of, BERLIN) == {"a": only(stuck=[free, open_])}


def test_what_nobody_closes_is_told_of_as_long_as_it_is_kept() -> None:
    now = at(date(2027, 6, 1), 8)

    assert oldest(years.NETWORK, now) == now - timedelta(days=90)


def test_the_next_date_of_a_series_is_told_of_like_a_training() -> None:
    of = around(date(2027, 3, 9), QUIET, BERLIN)
    starts = [datetime(2027, 3, day, 9, tzinfo=UTC) for day in (2, 10, 17)]
    single = training(1, starts[0], starts[0])
    sessions = numbered([(each, each + timedelta(hours=2), 2) for each in starts])
    series = replace(single, plan=held_on(single.plan, sessions, BERLIN))
    told = Numbers(series, 3, 0)

    assert today([told], {}, {}, of, BERLIN) == {"a": only(coming=[told])}
    assert of.after(BERLIN) == datetime(2027, 3, 9, 23, tzinfo=UTC)
    late = replace(of, at=datetime(2027, 3, 9, 23, 30, tzinfo=UTC))  # the next day, where we are
    assert late.after(BERLIN) == datetime(2027, 3, 10, 23, tzinfo=UTC)
    assert today([told], {}, {}, around(date(2027, 3, 11), QUIET, BERLIN), BERLIN) == {}
