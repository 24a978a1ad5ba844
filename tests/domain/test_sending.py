"""What an outcome makes of a delivery, and what an announcement is planned for: as tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.announce_audience import (
    Broadcast,
    BroadcastState,
    Progress,
    duration,
    going,
    ledger_entries,
    not_announceable,
    offered_times,
    progress,
    shows_institutions,
    start_at,
    urgent,
)
from domain.channel import TELEGRAM
from domain.delivery import (
    MIGRATED,
    TO_MANY,
    UNKNOWN_HOLD,
    Delivery,
    Kind,
    Lost,
    Migrated,
    NotSent,
    Outcome,
    Refused,
    Scope,
    Sent,
    State,
    UnknownPolicy,
    Verdict,
    backoff,
    policy,
    verdict,
)
from domain.ledger.entries import Entry, LedgerKind
from domain.quiet import QuietHours
from domain.training import Closed
from domain.vocabulary import EventStatus
from tests.domain.test_broadcast import BROADCAST, DAY, STARTS, training
from tests.domain.test_delivery import NOW, delivery

FIRST = delivery()
PLAIN, CARD = delivery(plain=True), replace(delivery(), in_place=True)
MOVED_ONCE = replace(delivery(), error=MIGRATED)


@pytest.mark.parametrize(
    ("of", "outcome", "found"),
    [
        (FIRST, Sent("5"), Verdict(State.SENT, NOW, message_id="5")),
        (CARD, Sent(), Verdict(State.SENT, NOW, in_place=True)),
        (PLAIN, Sent("5"), Verdict(State.SENT, NOW, message_id="5", plain=True)),
        (FIRST, Lost("away"), Verdict(State.UNKNOWN, NOW + UNKNOWN_HOLD, "away")),
        (FIRST, Migrated("-7"), Verdict(State.SCHEDULED, NOW, MIGRATED)),
        (MOVED_ONCE, Migrated("-7"), Verdict(State.UNDELIVERABLE, NOW, MIGRATED)),
        (
            FIRST,
            NotSent("busy", timedelta(seconds=7)),
            Verdict(State.SCHEDULED, NOW + timedelta(seconds=7), "busy"),
        ),
        (
            delivery(3),
            NotSent("busy"),
            Verdict(State.SCHEDULED, NOW + timedelta(seconds=8), "busy"),
        ),
        (
            delivery(0),
            NotSent("busy"),
            Verdict(State.SCHEDULED, NOW + timedelta(seconds=2), "busy"),
        ),
        (FIRST, Refused("no", Scope.CHAT), Verdict(State.UNDELIVERABLE, NOW, "no")),
        (FIRST, Refused("no", Scope.ADDRESS), Verdict(State.UNDELIVERABLE, NOW, "no")),
        (FIRST, Refused("no", Scope.BOT), Verdict(State.SCHEDULED, NOW, "no")),
        (CARD, Refused("no", Scope.BOT), Verdict(State.SCHEDULED, NOW, "no", in_place=True)),
        (CARD, Refused("no", Scope.PLACE), Verdict(State.SCHEDULED, NOW, "no")),
        (FIRST, Refused("no", Scope.PLACE), Verdict(State.FAILED, NOW, "no")),
        (FIRST, Refused("no", Scope.MESSAGE), Verdict(State.SCHEDULED, NOW, "no", plain=True)),
        (PLAIN, Refused("no", Scope.MESSAGE), Verdict(State.FAILED, NOW, "no", plain=True)),
    ],
)
def test_what_an_outcome_makes_of_a_delivery(
    of: Delivery, outcome: Outcome, found: Verdict
) -> None:
    assert verdict(of, outcome, NOW, 0.5) == found


def test_waits_double_and_are_spread() -> None:
    assert [backoff(n, 0.5).total_seconds() for n in (1, 2, 8, 9, 20)] == [2, 4, 256, 300, 300]
    assert backoff(1, 0).total_seconds() == pytest.approx(1.6)
    assert backoff(1, 1).total_seconds() == pytest.approx(2.4)


def test_a_lost_answer_is_repeated_once_a_change_at_will_and_an_announcement_not() -> None:
    once = {
        kind for kind in Kind if policy(kind, TELEGRAM, in_place=False) is UnknownPolicy.RESEND_ONCE
    }

    assert once == set(Kind) - set(TO_MANY)
    assert {policy(kind, TELEGRAM, in_place=False) for kind in TO_MANY} == {UnknownPolicy.HOLD}
    assert TO_MANY == (Kind.ANNOUNCEMENT, Kind.WORDS, Kind.NUDGE)
    assert {policy(kind, TELEGRAM, in_place=True) for kind in Kind} == {UnknownPolicy.RESEND}


def test_only_a_message_sent_again_may_be_a_repetition() -> None:
    assert replace(FIRST, resends=1).repeated
    assert not FIRST.repeated
    assert not replace(CARD, resends=1).repeated


def test_each_state_is_counted_where_a_coordinator_reads_it() -> None:
    states = {state: 2**at for at, state in enumerate(State)}
    made = progress(5, states)

    assert made == Progress(
        5,
        delivered=states[State.SENT],
        unreachable=states[State.UNDELIVERABLE],
        unknown=states[State.UNKNOWN],
        failed=states[State.FAILED] + states[State.EXPIRED],
        withdrawn=states[State.CANCELLED],
    )
    assert made.settled == sum(
        (made.delivered, made.unreachable, made.unknown, made.failed, made.withdrawn)
    )
    assert progress(5, {}) == Progress(5, 0, 0, 0, 0)
    assert progress(2, {State.SENT: 2}).finished
    assert not progress(3, {State.SENT: 2}).finished


def test_an_announcement_takes_as_long_as_its_rate() -> None:
    assert duration(60, 25) == timedelta(seconds=2.4)


def test_of_several_announcements_the_first_one_still_to_come_counts() -> None:
    def at(days: int, state: BroadcastState) -> Broadcast:
        return replace(BROADCAST, id=days, send_at=NOW + timedelta(days=days), state=state)

    made = [
        at(1, BroadcastState.DONE),
        at(2, BroadcastState.CANCELLED),
        at(4, BroadcastState.SCHEDULED),
        at(3, BroadcastState.RUNNING),
    ]

    assert going(made) == made[3]
    assert going(made[:3]) == made[2]
    assert going(made[:2]) is None


EARLY = STARTS - timedelta(days=30)


def test_only_a_passed_deadline_or_closed_registration_is_no_reason() -> None:
    assert not_announceable(training(), STARTS - timedelta(days=1)) is None
    assert not_announceable(training(EventStatus.CLOSED), EARLY) is None
    assert not_announceable(training(EventStatus.HELD), EARLY) is Closed.OVER


def test_what_begins_within_a_day_of_the_quiet_time_is_urgent() -> None:
    of = training()
    late = replace(of, plan=replace(of.plan, deadline_at=STARTS + timedelta(days=3)))

    assert urgent(late, STARTS - timedelta(hours=23))
    assert not urgent(late, STARTS - timedelta(hours=24))


#: Not Berlin: whoever forgets the zone gets other hours.
TOKYO = ZoneInfo("Asia/Tokyo")
QUIET = QuietHours(time(13), time(9), sundays=True)


def at(day: int, hour: int) -> datetime:
    return datetime(2027, 2, day, hour, tzinfo=TOKYO)


def test_times_are_offered_today_and_tomorrow_while_people_are_awake() -> None:
    awake = QuietHours(time(20), time(7), sundays=False)

    assert offered_times(at(9, 8), at(28, 0), awake, TOKYO) == [
        at(9, 12), at(9, 16), at(10, 8), at(10, 12), at(10, 16)
    ]  # fmt: skip
    assert offered_times(at(9, 7), at(9, 16), awake, TOKYO) == [at(9, 8), at(9, 12)]
    assert offered_times(at(9, 7), at(28, 0), QUIET, TOKYO) == [at(9, 12), at(10, 12)]
    assert offered_times(at(13, 7), at(28, 0), QUIET, TOKYO) == [at(13, 12)]  # then it is Sunday


@pytest.mark.parametrize(
    ("now", "planned", "begins"),
    [
        (at(9, 10), at(9, 10), at(9, 10)),
        (at(9, 15), at(9, 10), at(10, 9)),
        (at(9, 15), at(9, 14), at(9, 15)),
        (at(10, 10), at(9, 14), at(10, 10)),
    ],
)
def test_only_who_planned_it_for_the_night_gets_the_night(
    now: datetime, planned: datetime, begins: datetime
) -> None:
    assert start_at(now, planned, QUIET, TOKYO) == begins


@pytest.mark.parametrize(
    ("people", "institutions", "may"), [(3, 2, True), (2, 2, False), (3, 1, False)]
)
def test_places_are_told_of_several_people_only(people: int, institutions: int, may: bool) -> None:
    assert shows_institutions(people, institutions) is may


def test_the_ledger_gets_what_it_lacks_and_no_row_of_nothing() -> None:
    made = Progress(5, 4, 1, 0, 0)

    def row(kind: LedgerKind, n: int) -> Entry:
        return Entry(date(2027, 2, 9), kind, n, training_id=1, notice_id=7)

    assert ledger_entries(BROADCAST, made, DAY, {}) == [
        row(LedgerKind.NOTICE_PUBLISHED, 1),
        row(LedgerKind.NOTICE_AUDIENCE, 5),
        row(LedgerKind.NOTICE_DELIVERED, 4),
    ]
    written = {LedgerKind.NOTICE_PUBLISHED: 1, LedgerKind.NOTICE_DELIVERED: 3}
    assert ledger_entries(BROADCAST, made, DAY, written) == [
        row(LedgerKind.NOTICE_AUDIENCE, 5),
        row(LedgerKind.NOTICE_DELIVERED, 1),
    ]
