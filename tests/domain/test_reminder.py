"""Reminders: planned in local time, never after they make sense, never twice at once."""

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from domain.network import Defaults, ReminderRule
from domain.quiet import QuietHours
from domain.reminder import days_left, plan
from domain.vocabulary import ReminderStage

BERLIN = ZoneInfo("Europe/Berlin")
NEVER_QUIET = QuietHours(time(0), time(0), sundays=False)
RULES = Defaults().reminders
EARLY = datetime(2026, 1, 1, tzinfo=UTC)


def local(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=BERLIN)  # type: ignore[misc, arg-type]  # year to minute


def berlin_times(first: datetime, last: datetime) -> st.SearchStrategy[datetime]:
    naive = st.datetimes(first.replace(tzinfo=None), last.replace(tzinfo=None))
    return naive.map(lambda wall: wall.replace(tzinfo=BERLIN))


def test_a_week_and_a_day_before_at_eight() -> None:
    planned = plan(local(2027, 3, 12, 9, 0), RULES, BERLIN, QuietHours(), EARLY)

    assert [p.due_at.astimezone(BERLIN) for p in planned] == [
        local(2027, 3, 5, 8, 0),
        local(2027, 3, 11, 8, 0),
    ]
    assert planned[0].expires_at == planned[1].due_at
    assert planned[1].expires_at == local(2027, 3, 12, 9, 0)


def test_eight_stays_eight_over_the_change_of_the_clock() -> None:
    for starts in (local(2027, 3, 29, 9, 0), local(2027, 11, 1, 9, 0)):
        planned = plan(starts, RULES, BERLIN, NEVER_QUIET, EARLY)

        assert {p.due_at.astimezone(BERLIN).time() for p in planned} == {time(8)}


def test_a_reminder_on_a_sunday_comes_on_the_saturday() -> None:
    planned = plan(local(2027, 3, 15, 9, 0), RULES, BERLIN, QuietHours(), EARLY)

    assert planned[-1].due_at.astimezone(BERLIN) == local(2027, 3, 13, 8, 0)


def test_who_registers_late_gets_no_stale_reminder() -> None:
    starts = local(2027, 3, 12, 9, 0)
    planned = plan(starts, RULES, BERLIN, QuietHours(), local(2027, 3, 5, 8, 0))

    assert [p.stage for p in planned] == [ReminderStage.ONE_DAY]


def test_other_stages_are_no_reminders_of_the_training() -> None:
    rules = (
        ReminderRule(ReminderStage.DEADLINE_NEAR, 2),
        ReminderRule(ReminderStage.FEEDBACK, -1),
    )

    assert plan(local(2027, 3, 12, 9, 0), rules, BERLIN, QuietHours(), EARLY) == []


@given(
    begins=berlin_times(local(2026, 3, 1), local(2026, 11, 30)),
    today=berlin_times(local(2026, 2, 20), local(2026, 12, 1)),
    days=st.lists(st.integers(0, 4), min_size=1, max_size=2, unique=True),
)
def test_all_planned_lie_ahead_in_order_and_end_where_the_next_begins(
    begins: datetime, today: datetime, days: list[int]
) -> None:
    stages = (ReminderStage.ONE_WEEK, ReminderStage.ONE_DAY)
    rules = [ReminderRule(stage, n) for stage, n in zip(stages, days, strict=False)]
    planned = plan(begins, rules, BERLIN, QuietHours(), today)

    assert all(today < p.due_at < p.expires_at <= begins for p in planned)
    assert all(a.expires_at == b.due_at for a, b in pairwise(planned))
    assert all(p.due_at.astimezone(BERLIN).weekday() != 6 for p in planned)


def test_days_left_are_local_days() -> None:
    late = local(2027, 3, 11, 23, 30)

    assert days_left(local(2027, 3, 12, 0, 15), late, BERLIN) == 1
    assert days_left(local(2027, 3, 12, 0, 15), late + timedelta(hours=1), BERLIN) == 0
