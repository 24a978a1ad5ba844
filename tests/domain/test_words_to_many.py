"""A word to many: what is sent, to whom, when it leaves, and until when it is taken back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from domain.announce_audience import Among, Audience, Broadcast, BroadcastState, Refusal
from domain.announce_back import WINDOW, take_back, unsent
from domain.delivery import TO_MANY, Kind, State
from domain.training import Training
from domain.vocabulary import Sector
from domain.write import (
    KEPT,
    NEWS,
    Many,
    NotWritten,
    Word,
    begin,
    meant,
    not_written,
    write,
)
from tests.domain.test_daily import training
from tests.domain.years import NETWORK

NOW = datetime(2027, 3, 2, 9, tzinfo=UTC)
NIGHT, MORNING = datetime(2027, 3, 2, 22, tzinfo=UTC), datetime(2027, 3, 3, 6, tzinfo=UTC)
TRAINING = training(7, NOW + timedelta(days=9), NOW + timedelta(days=5))
TO = Audience(offices=("a",), among=Among.BOTH)


@dataclass
class Desk:
    """One training, and how many are meant by a word; what is done is kept in its order."""

    training: Training | None = TRAINING
    many: Many = field(default_factory=lambda: Many(3))
    waiting: int = 3
    lets: bool = True
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

    async def lock(self, training_id: int) -> Training | None:
        self.done.append(("lock", training_id))
        return self.training

    async def get(self, training_id: int) -> Training | None:
        self.done.append(("get", training_id))
        return self.training

    def meant(self, audience: Audience, of: Training | None) -> Any:
        return ("meant", audience, of)

    async def how_many(self, audience: Audience, of: Training | None, office: str) -> Many:
        self.done.append(("how many", audience, of, office))
        return self.many


@dataclass
class Plans:
    """The messages."""

    desk: Desk

    async def write(self, what: Broadcast, to: Any, due_at: datetime, until: datetime) -> int:
        self.desk.done.append(("send", what.id, to, due_at, until))
        return self.desk.many.people

    async def hold(self, broadcast_id: int) -> int:
        self.desk.done.append(("hold", broadcast_id))
        return self.desk.waiting

    async def cancel(self, reason: str, kinds: Collection[Kind], now: datetime, **of: int) -> int:
        self.desk.done.append(("end", reason, kinds, now, of))
        return self.desk.waiting


@dataclass
class Broadcasts:
    """The words."""

    desk: Desk

    async def write(
        self,
        of: Training | None,
        audience: Audience,
        words: str,
        send_at: datetime,
        created_by: int,
    ) -> Broadcast:
        self.desk.done.append(("keep", of, audience, words, send_at, created_by))
        number = of.id if of else None
        return Broadcast(
            5, number, 2, audience, BroadcastState.SCHEDULED, send_at, created_by, written=True
        )

    async def put_off(self, broadcast_id: int, send_at: datetime) -> None:
        self.desk.done.append(("put off", broadcast_id, send_at))

    async def set_running(self, broadcast_id: int, total: int, revision: int) -> None:
        self.desk.done.append(("running", broadcast_id, total, revision))

    async def recall(self, broadcast_id: int, among: Collection[BroadcastState]) -> bool:
        self.desk.done.append(("recall", broadcast_id, set(among)))
        return self.desk.lets


def word(training_id: int | None = 7, send_at: datetime = NOW) -> Word:
    return Word(training_id, TO, "Hallo zusammen", send_at)


def kept(state: BroadcastState, training_id: int | None = 7, send_at: datetime = NOW) -> Broadcast:
    return Broadcast(5, training_id, 2, TO, state, send_at, 1, total=3, written=True)


def sent(of: Training | None, due_at: datetime) -> list[tuple[object, ...]]:
    """Return what is done so that a word leaves at a moment."""
    return [
        ("send", 5, ("meant", TO, of), due_at, due_at + timedelta(days=2)),
        ("running", 5, 3, 2),
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Hall", NotWritten.SHORT),
        ("Hallo", None),
        ("x" * 700, None),
        ("x" * 701, NotWritten.LONG),
        ("🙂" * 350, None),  # two letters each, as Telegram counts
        ("🙂" * 350 + "x", NotWritten.LONG),
    ],
)
def test_a_text_is_neither_too_short_nor_too_long(text: str, why: NotWritten | None) -> None:
    assert not_written(text) is why


def test_the_spans_are_those_that_were_promised() -> None:
    assert timedelta(minutes=1) == WINDOW
    assert timedelta(days=2) == NEWS
    assert timedelta(days=30) == KEPT


def test_what_was_entered_says_who_is_meant() -> None:
    assert meant({}) == Audience()
    assert meant({"to": "waiting", "offices": ["a", "b"], "sectors": ["school"]}) == Audience(
        offices=("a", "b"), sectors=(Sector.SCHOOL,), among=Among.WAITING
    )
    assert meant({"to": "office", "office": "b", "offices": ["a"]}) == Audience(
        offices=("b",), among=Among.BOTH
    )
    assert meant({"to": "all", "offices": None, "sectors": None}) == Audience()


def test_few_people_of_other_offices_are_not_counted_out_loud() -> None:
    assert Many(4, 1).told is None
    assert Many(5, 1).told == 5
    assert Many(4, 0).told == 4
    assert Many(1).told == 1


async def test_a_word_of_now_leaves_in_a_minute_and_can_be_taken_back_until_then() -> None:
    desk = Desk()
    made = await write(desk, word(), "a", NOW, 9)

    assert made == Broadcast(5, 7, 2, TO, BroadcastState.RUNNING, NOW, 9, total=3, written=True)
    assert desk.done == [
        ("lock", 7),
        ("how many", TO, TRAINING, "a"),
        ("keep", TRAINING, TO, "Hallo zusammen", NOW, 9),
        *sent(TRAINING, NOW + timedelta(minutes=1)),
    ]


async def test_a_word_for_later_waits_and_nothing_is_sent() -> None:
    desk, later = Desk(), NOW + timedelta(seconds=1)
    made = await write(desk, word(None, later), "a", NOW, 9)

    assert made == Broadcast(5, None, 2, TO, BroadcastState.SCHEDULED, later, 9, written=True)
    assert desk.done == [
        ("how many", TO, None, "a"),
        ("keep", None, TO, "Hallo zusammen", later, 9),
    ]


async def test_nothing_is_kept_for_nobody_or_of_a_training_that_is_gone() -> None:
    alone, gone = Desk(many=Many(0)), Desk(training=None)

    assert await write(alone, word(), "a", NOW, 9) is Refusal.NOBODY
    assert alone.done == [("lock", 7), ("how many", TO, TRAINING, "a")]
    assert await write(gone, word(), "a", NOW, 9) is Refusal.GONE
    assert gone.done == [("lock", 7)]


async def test_one_is_enough() -> None:
    assert isinstance(await write(Desk(many=Many(1)), word(), "a", NOW, 9), Broadcast)


async def test_what_is_due_by_day_goes_at_once() -> None:
    of, alone = Desk(), Desk()

    assert await begin(of, NETWORK, kept(BroadcastState.SCHEDULED), NOW) is None
    assert of.done == [("get", 7), *sent(TRAINING, NOW)]
    assert await begin(alone, NETWORK, kept(BroadcastState.SCHEDULED, None), NOW) is None
    assert alone.done == sent(None, NOW)


async def test_what_was_meant_for_the_day_does_not_come_at_night() -> None:
    desk, by_night = Desk(), Desk()
    planned = kept(BroadcastState.SCHEDULED, send_at=NIGHT)

    assert await begin(desk, NETWORK, kept(BroadcastState.SCHEDULED), NIGHT) == MORNING
    assert desk.done == [("put off", 5, MORNING)]
    assert await begin(by_night, NETWORK, planned, NIGHT) is None
    assert by_night.done == [("get", 7), *sent(TRAINING, NIGHT)]


async def test_a_word_is_taken_back_as_a_whole_or_not_at_all() -> None:
    running, begun, late = Desk(), Desk(waiting=2), Desk(lets=False)
    going = kept(BroadcastState.RUNNING)
    off = ("recall", 5, {BroadcastState.SCHEDULED, BroadcastState.RUNNING})

    assert await take_back(running, going, NOW) is True
    ended = ("end", "stopped", TO_MANY, NOW, {"broadcast_id": 5})
    assert running.done == [("hold", 5), off, ended]
    assert await take_back(begun, going, NOW) is False
    assert begun.done == [("hold", 5)]
    assert await take_back(late, going, NOW) is False
    assert late.done == [("hold", 5), off]


async def test_of_a_word_that_waits_nothing_is_held() -> None:
    desk = Desk(waiting=0)

    assert await take_back(desk, kept(BroadcastState.SCHEDULED), NOW) is True
    assert ("hold", 5) not in desk.done
    assert len(desk.done) == 2


def test_it_is_unsent_only_while_all_of_it_waits() -> None:
    assert unsent({State.SCHEDULED: 3})
    assert unsent({})
    assert not unsent({State.SCHEDULED: 3, State.SENDING: 1})
