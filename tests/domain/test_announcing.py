"""What becomes of an announcement: it goes out by day, is stopped, and is written down."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from domain.announce import Resolved, announce, begin, finish, resolve, stop
from domain.announce_audience import (
    ON_ITS_WAY,
    Audience,
    Broadcast,
    BroadcastState,
    Progress,
    Reach,
    Refusal,
)
from domain.channel import Address
from domain.deliveries import Proven
from domain.delivery import TO_MANY, Kind, State
from domain.ledger.entries import Entry, LedgerKind
from domain.training import Closed, Training
from domain.vocabulary import EventStatus
from tests.domain.test_daily import training
from tests.domain.years import NETWORK

NOW = datetime(2027, 3, 2, 9, tzinfo=UTC)
NIGHT, MORNING = datetime(2027, 3, 2, 22, tzinfo=UTC), datetime(2027, 3, 3, 6, tzinfo=UTC)
#: Half past eleven in the evening; in Berlin it is the third already.
SENT_AT = datetime(2027, 3, 2, 23, 30, tzinfo=UTC)
TRAINING = replace(training(7, NOW + timedelta(days=9), NOW + timedelta(days=5)), revision=4)
OFF = replace(TRAINING, status=EventStatus.CANCELLED)
TO = Audience(offices=("a",))
DUE = Broadcast(5, 7, 2, TO, BroadcastState.SCHEDULED, NOW, 1)
OUT = replace(DUE, state=BroadcastState.RUNNING, send_at=SENT_AT, total=9)
MADE = Progress(9, 6, 1, 1, 1)


@dataclass
class Desk:
    """One training; what is done is kept in its order."""

    training: Training | None = TRAINING
    lets: bool = True
    unknown_: Sequence[int] = (1, 2)
    closed: Collection[int] = ()
    people: int = 9
    written: Mapping[LedgerKind, int] = field(default_factory=dict)
    done: list[tuple[object, ...]] = field(default_factory=list)

    @property
    def trainings(self) -> Desk:
        return self

    @property
    def persons(self) -> Desk:
        return self

    @property
    def plans(self) -> Plans:
        return Plans(self)

    @property
    def broadcasts(self) -> Broadcasts:
        return Broadcasts(self)

    @property
    def deliveries(self) -> Desk:
        return self

    @property
    def outcomes(self) -> Desk:
        return self

    @property
    def ledger(self) -> Desk:
        return self

    @property
    def seals(self) -> Desk:
        return self

    async def get(self, training_id: int) -> Training | None:
        assert training_id == 7
        return self.training

    async def lock(self, training_id: int) -> Training | None:
        self.done.append(("lock", training_id))
        return self.training

    async def reach(self, audience: Audience, of: Training) -> Reach:
        assert (audience, of) == (TO, self.training)
        return Reach(self.people, 1)

    def to_announce(self, audience: Audience, of: Training) -> Any:
        return ("to", audience, of)

    async def of_notice(self, notice_id: int) -> Mapping[LedgerKind, int]:
        assert notice_id == 5
        return self.written

    async def sealed(self, year: int) -> bool:
        return year in self.closed

    async def add(self, entries: Sequence[Entry]) -> None:
        self.done.append(("add", *entries))

    async def resend(self, delivery_id: int, now: datetime) -> bool:
        self.done.append(("resend", delivery_id, now))
        return delivery_id != 2

    async def leave(self, delivery_ids: Collection[int], now: datetime) -> int:
        self.done.append(("leave", *delivery_ids, now))
        return len(delivery_ids)

    async def settle_by_hand(
        self, delivery_id: int, now: datetime, state: State = State.SENT
    ) -> bool:
        raise AssertionError("nobody found out")

    async def proven(self, pressed: Mapping[int, Address]) -> Proven:
        raise AssertionError("nobody pressed")

    async def settle_pressed(self, delivery_ids: Collection[int], now: datetime) -> None:
        raise AssertionError("nobody pressed")


@dataclass
class Plans:
    """The messages."""

    desk: Desk

    async def announce(self, what: Broadcast, of: Training, reached: Any, due_at: datetime) -> int:
        self.desk.done.append(("announce", what, of, reached, due_at))
        return 9

    async def cancel(self, reason: str, kinds: Collection[Kind], now: datetime, **of: int) -> int:
        self.desk.done.append(("end", reason, kinds, now, of))
        return 3


@dataclass
class Broadcasts:
    """The announcements."""

    desk: Desk

    async def add(
        self, of: Training, audience: Audience, send_at: datetime, created_by: int | None
    ) -> Broadcast:
        self.desk.done.append(("plan", of, audience, send_at, created_by))
        return replace(DUE, send_at=send_at)

    async def put_off(self, broadcast_id: int, send_at: datetime) -> None:
        self.desk.done.append(("put off", broadcast_id, send_at))

    async def set_running(self, broadcast_id: int, total: int, revision: int) -> None:
        self.desk.done.append(("running", broadcast_id, total, revision))

    async def cancel(self, broadcast_id: int, among: Collection[BroadcastState]) -> bool:
        self.desk.done.append(("cancel", broadcast_id, among))
        return self.desk.lets

    async def set_state(self, broadcast_id: int, state: BroadcastState) -> None:
        self.desk.done.append(("state", broadcast_id, state))

    async def set_shown(self, broadcast_id: int, settled: int) -> None:
        self.desk.done.append(("shown", broadcast_id, settled))

    async def unknown(self, broadcast_id: int) -> Sequence[int]:
        assert broadcast_id == 5
        return self.desk.unknown_

    async def reopen(self, delivery_ids: Collection[int]) -> int:
        self.desk.done.append(("reopen", *delivery_ids))
        return 1


def rows(**sums: int) -> list[Entry]:
    day = SENT_AT.date() + timedelta(days=1)
    return [
        Entry(day, LedgerKind[f"NOTICE_{kind.upper()}"], n, training_id=7, notice_id=5)
        for kind, n in sums.items()
    ]


async def test_one_of_now_leaves_in_a_minute_and_can_be_taken_back_until_then() -> None:
    desk = Desk()
    made = await announce(desk, 7, TO, NOW, NOW, 1)

    assert made == replace(DUE, state=BroadcastState.RUNNING, total=9)
    assert desk.done == [
        ("lock", 7),
        ("plan", TRAINING, TO, NOW, 1),
        ("announce", DUE, TRAINING, ("to", TO, TRAINING), NOW + timedelta(minutes=1)),
        ("running", 5, 9, 4),
    ]


async def test_one_for_later_waits_and_nothing_is_sent() -> None:
    desk, later = Desk(), TRAINING.plan.starts_at - timedelta(seconds=1)

    assert await announce(desk, 7, TO, later, NOW, 1) == replace(DUE, send_at=later)
    assert desk.done == [("lock", 7), ("plan", TRAINING, TO, later, 1)]


@pytest.mark.parametrize(
    ("desk", "send_at", "now", "why"),
    [
        (Desk(), TRAINING.plan.starts_at, NOW, Refusal.TOO_LATE),
        (Desk(None), NOW, NOW, Refusal.GONE),
        (Desk(OFF), NOW, NOW, Closed.CANCELLED),
        (Desk(), TRAINING.plan.starts_at, TRAINING.plan.starts_at, Closed.STARTED),
        (Desk(people=0), NOW, NOW, Refusal.NOBODY),
    ],
)
async def test_nothing_is_planned_without_time_or_people(
    desk: Desk, send_at: datetime, now: datetime, why: object
) -> None:
    desk = replace(desk, done=[])

    assert await announce(desk, 7, TO, send_at, now, 1) is why
    assert desk.done == [("lock", 7)]


async def test_it_goes_out_by_day_to_who_is_meant_and_as_the_training_is_now() -> None:
    desk = Desk()

    assert await begin(desk, NETWORK, DUE, NOW) is None
    assert desk.done == [
        ("announce", DUE, TRAINING, ("to", TO, TRAINING), NOW),
        ("running", 5, 9, 4),
    ]


async def test_at_night_it_is_put_off_unless_it_was_planned_for_the_night() -> None:
    late, planned = Desk(), Desk()

    assert await begin(late, NETWORK, DUE, NIGHT) == MORNING
    assert late.done == [("put off", 5, MORNING)]
    assert await begin(planned, NETWORK, replace(DUE, send_at=NIGHT), NIGHT) is None


async def test_what_makes_no_sense_any_more_is_called_off() -> None:
    desk = Desk(OFF)

    assert await begin(desk, NETWORK, DUE, NIGHT) is Closed.CANCELLED
    assert desk.done == [("cancel", 5, ON_ITS_WAY)]


async def test_what_is_stopped_does_not_leave_any_more() -> None:
    desk, over = Desk(), Desk(lets=False)

    assert await stop(desk, 5, NOW) is True
    ended = ("end", "stopped", TO_MANY, NOW, {"broadcast_id": 5})
    assert desk.done == [("cancel", 5, ON_ITS_WAY), ended]
    assert await stop(over, 5, NOW) is False
    assert over.done == [("cancel", 5, ON_ITS_WAY)]


async def test_what_became_of_it_is_written_on_the_day_of_the_people() -> None:
    desk = Desk()

    assert await finish(desk, NETWORK, OUT, MADE) == 0
    assert desk.done == [
        ("add", *rows(published=1, audience=9, delivered=6)),
        ("state", 5, BroadcastState.DONE),
        ("shown", 5, 9),
    ]


async def test_only_what_is_missing_is_written_and_nothing_into_a_closed_year() -> None:
    written = {LedgerKind.NOTICE_PUBLISHED: 1, LedgerKind.NOTICE_AUDIENCE: 9}
    later, closed = Desk(written=written), Desk(closed=[2027])
    done = replace(OUT, state=BroadcastState.DONE)

    assert await finish(later, NETWORK, done, MADE) == 0
    assert later.done == [("add", *rows(delivered=6)), ("shown", 5, 9)]
    assert await finish(closed, NETWORK, done, MADE) == 3
    assert closed.done == [("add",), ("shown", 5, 9)]


async def test_what_went_to_nobody_or_to_those_of_a_training_is_no_notice() -> None:
    nobody, word = Desk(), Desk()

    assert await finish(nobody, NETWORK, OUT, Progress(0, 0, 0, 0, 0)) == 0
    assert nobody.done == [("state", 5, BroadcastState.DONE), ("shown", 5, 0)]
    assert await finish(word, NETWORK, replace(OUT, written=True), MADE) == 0
    assert word.done == [("state", 5, BroadcastState.DONE), ("shown", 5, 9)]


async def test_what_is_unknown_goes_again_where_that_makes_sense() -> None:
    again, left, off, word, gone = Desk(), Desk(), Desk(), Desk(), Desk()
    went = [("reopen", 1, 2), ("resend", 1, NOW), ("resend", 2, NOW)]

    assert await resolve(again, OUT, TRAINING, NOW, again=True) == Resolved(2, 1)
    assert again.done == went
    assert await resolve(left, OUT, TRAINING, NOW, again=False) == Resolved(2)
    assert left.done == [("leave", 1, 2, NOW)]
    assert await resolve(off, OUT, OFF, NOW, again=True) == Resolved(2)
    assert off.done == [("leave", 1, 2, NOW)]
    of = replace(OUT, written=True)
    assert await resolve(word, of, OFF, NOW, again=True) == Resolved(2, 1)
    assert await resolve(gone, of, None, NOW, again=True) == Resolved(2, 1)
    assert word.done == gone.done == went


async def test_where_nothing_is_unknown_nothing_is_decided() -> None:
    desk = Desk(unknown_=())

    assert await resolve(desk, OUT, TRAINING, NOW, again=True) == Resolved(0)
    assert desk.done == []
