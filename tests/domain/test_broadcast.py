"""Announcements: counts add up, the night is quiet, the ledger is complete and never double."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.announce_audience import (
    Audience,
    Broadcast,
    BroadcastState,
    ledger_entries,
    not_announceable,
    offered_times,
    progress,
    shows_institutions,
    start_at,
    urgent,
)
from domain.delivery import FINAL, State
from domain.ledger.entries import LedgerKind
from domain.quiet import QuietHours, next_allowed
from domain.training import Closed, Plan, Training
from domain.vocabulary import DeliveryMode, EventFormat, EventStatus, Topic

BERLIN = ZoneInfo("Europe/Berlin")
QUIET = QuietHours()
STARTS = datetime(2027, 3, 12, 8, tzinfo=UTC)
DAY = date(2027, 2, 9)

counts = st.dictionaries(st.sampled_from(State), st.integers(0, 3))
moments = st.integers(0, 16 * 24 * 4).map(
    lambda quarters: datetime(2027, 3, 20, tzinfo=UTC) + timedelta(minutes=15 * quarters)
)


def training(status: EventStatus = EventStatus.PUBLISHED) -> Training:
    plan = Plan(
        title="<&>",
        topic=Topic.BASICS,
        format=EventFormat.SEMINAR,
        mode=DeliveryMode.ONLINE,
        starts_at=STARTS,
        ends_at=STARTS + timedelta(hours=3),
        deadline_at=STARTS - timedelta(days=14),
        withdraw_by=STARTS - timedelta(days=7),
        seats=None,
        units=4,
    )
    return Training(1, "uid", "rkn-kaarst", plan, status)


BROADCAST = Broadcast(7, 1, 0, Audience(), BroadcastState.RUNNING, STARTS, None, total=5)


@given(counts)
def test_progress_counts_each_delivery_once_and_ends_when_all_are_decided(
    states: dict[State, int],
) -> None:
    made = progress(sum(states.values()), states)
    decided = FINAL | {State.UNKNOWN}

    assert made.settled == sum(n for state, n in states.items() if state in decided)
    assert made.finished == all(not n for state, n in states.items() if state not in decided)


@given(st.lists(counts, min_size=1, max_size=4))
def test_the_ledger_ends_with_the_last_counts_however_often_it_is_written(
    steps: list[dict[State, int]],
) -> None:
    written: Counter[LedgerKind] = Counter()
    for states in steps:
        made = progress(5, states)
        for _ in range(2):  # a second writing of the same adds nothing
            for entry in ledger_entries(BROADCAST, made, DAY, written):
                written[entry.kind] += entry.n

    assert written[LedgerKind.NOTICE_PUBLISHED] == 1
    assert written[LedgerKind.NOTICE_AUDIENCE] == 5
    assert written[LedgerKind.NOTICE_DELIVERED] == made.delivered


@given(moments)
def test_offered_times_are_later_and_not_at_night(now: datetime) -> None:
    until = now + timedelta(hours=30)
    offered = offered_times(now, until, QUIET, BERLIN)

    assert offered == sorted(set(offered))
    assert all(now < at < until and next_allowed(at, QUIET, BERLIN) == at for at in offered)
    assert all(at.astimezone(BERLIN).minute == 0 for at in offered)


@given(moments, moments)
def test_nothing_starts_at_a_quiet_time_it_was_not_planned_for(
    now: datetime, planned: datetime
) -> None:
    begin = start_at(now, planned, QUIET, BERLIN)
    quiet_now = next_allowed(now, QUIET, BERLIN) != now
    meant = next_allowed(planned, QUIET, BERLIN) != planned

    assert begin >= now
    assert (begin == now) == (meant or not quiet_now)


def test_what_begins_or_closes_within_a_day_is_urgent() -> None:
    deadline = training().plan.deadline_at

    assert not urgent(training(), deadline - timedelta(hours=24))
    assert urgent(training(), deadline - timedelta(hours=23, minutes=59))


@pytest.mark.parametrize(
    ("status", "now", "reason"),
    [
        (EventStatus.DRAFT, STARTS - timedelta(days=30), Closed.DRAFT),
        (EventStatus.CANCELLED, STARTS - timedelta(days=30), Closed.CANCELLED),
        (EventStatus.PUBLISHED, STARTS, Closed.STARTED),
        (EventStatus.PUBLISHED, STARTS - timedelta(days=1), None),
        (EventStatus.CLOSED, STARTS - timedelta(days=1), None),
    ],
)
def test_what_is_off_or_has_begun_is_not_announced(
    status: EventStatus, now: datetime, reason: Closed | None
) -> None:
    assert not_announceable(training(status), now) is reason


def test_institutions_are_told_only_of_several_people_from_several() -> None:
    assert shows_institutions(3, 2)
    assert not shows_institutions(2, 2)
    assert not shows_institutions(9, 1)


def test_a_broadcast_that_reached_nobody_is_finished() -> None:
    assert progress(0, {}).finished
    assert not progress(1, {}).finished
    assert replace(BROADCAST, total=0).shown == -1
