"""Only the newest may be seen: which changes and questions were overtaken before they went out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from domain.delivery import UNKNOWN_HOLD, Delivery, Kind, Priority, State
from domain.overtaking import Overlap, Rewriting, asked_anew, overlap

NOW = datetime(2027, 3, 2, 9, tzinfo=UTC)
LATELY = NOW - UNKNOWN_HOLD + timedelta(seconds=1)
Pairs = Sequence[tuple[int, str, str]]


def held(number: int, message: str = "m", person: int = 1, resends: int = 0) -> Delivery:
    return Delivery(
        number,
        Kind.CARD,
        person,
        "7",
        Priority.ANSWER,
        NOW,
        None,
        State.SENDING,
        message_id=message,
        resends=resends,
    )


@dataclass
class Changes:
    """What stands beside a batch."""

    rewritings: Sequence[Rewriting] = ()
    waiting: Pairs = ()
    gone: Pairs = ()
    asked: list[Sequence[Delivery]] = field(default_factory=list)

    async def beside(self, batch: Sequence[Delivery], now: datetime) -> Sequence[Rewriting]:
        assert now == NOW
        self.asked.append(batch)
        return self.rewritings

    async def waits(self, batch: Sequence[Delivery]) -> Pairs:
        self.asked.append(batch)
        return self.waiting

    async def went(self, batch: Sequence[Delivery]) -> Pairs:
        self.asked.append(batch)
        return self.gone


def test_a_lost_change_may_arrive_as_long_as_it_is_held() -> None:
    assert not Rewriting(1, 1, "m").may_arrive_yet(NOW)
    assert Rewriting(1, 1, "m", LATELY).may_arrive_yet(NOW)
    assert not Rewriting(1, 1, "m", NOW - UNKNOWN_HOLD).may_arrive_yet(NOW)


async def test_a_change_is_overtaken_by_a_newer_one_of_the_same_message_of_the_same_person() -> (
    None
):
    batch = [held(1), held(3, "n"), held(4, person=2)]
    beside = [
        Rewriting(1, 1, "m"),
        Rewriting(2, 1, "m"),
        Rewriting(3, 1, "n"),
        Rewriting(4, 2, "m"),
    ]
    changes = Changes(beside)

    assert await overlap(changes, batch, NOW) == Overlap(frozenset({1}))
    assert changes.asked == [batch]
    assert await overlap(Changes(), batch, NOW) == Overlap()


async def test_what_follows_a_lost_one_may_be_overtaken_by_it() -> None:
    lost_first = [Rewriting(2, 1, "m", LATELY), Rewriting(3, 1, "m", LATELY)]
    lost_later = [Rewriting(1, 1, "m"), Rewriting(2, 1, "m", LATELY)]
    long_ago = [Rewriting(2, 1, "m", NOW - UNKNOWN_HOLD), Rewriting(3, 1, "m")]

    assert await overlap(Changes(lost_first), [held(2)], NOW) == Overlap(
        frozenset({2}), frozenset({2})
    )
    assert await overlap(Changes(lost_first), [held(3)], NOW) == Overlap(after_doubt=frozenset({3}))
    assert await overlap(Changes(lost_later), [held(1)], NOW) == Overlap(frozenset({1}))
    assert await overlap(Changes(long_ago), [held(3)], NOW) == Overlap()


async def test_a_question_is_put_anew_only_by_the_same_dialogue() -> None:
    pairs = [
        (1, "question:invite:5:1", "question:invite:6:1"),
        (2, "question:invite:5:1", "question:plan:6:1"),
        (3, "card:1", "card:2"),
    ]
    batch = [held(1), held(2), held(3)]
    changes = Changes(waiting=pairs, gone=[(2, "question:a:1:1", "question:a:2:1")])

    assert await asked_anew(changes, batch) == {1}
    assert changes.asked == [batch]


async def test_before_a_repetition_the_newer_one_may_have_gone_already() -> None:
    batch = [held(1), held(2, resends=1)]
    changes = Changes(
        waiting=[(1, "question:a:1:1", "question:a:2:1")],
        gone=[(2, "question:b:1:1", "question:b:2:1")],
    )

    assert await asked_anew(changes, batch) == {1, 2}
    assert changes.asked == [batch, batch[1:]]
