"""How much one chat may ask for: nobody who uses it is stopped, programs are."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.flood import (
    MOST_AT_ONCE,
    MOST_WRONG,
    ONE_MORE_TRY,
    STRANGERS_COUNT,
    Admitted,
    Buckets,
    Flood,
)

NOW = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_what_one_chat_sends_at_once_is_taken_up_to_a_bound_and_told_once() -> None:
    flood = Flood()
    said = [flood.admit("1", NOW) for _ in range(MOST_AT_ONCE + 20)]

    assert said[:MOST_AT_ONCE] == [Admitted.YES] * MOST_AT_ONCE
    assert said[MOST_AT_ONCE:] == [Admitted.TOLD] + [Admitted.SILENT] * 19
    assert flood.admit("2", NOW) is Admitted.YES


def test_after_half_a_minute_of_silence_it_goes_on_and_is_told_again_if_need_be() -> None:
    flood = Flood()
    for _ in range(MOST_AT_ONCE + 1):
        flood.admit("1", NOW)

    almost = NOW + (MOST_AT_ONCE // 2 - 1) * SECOND
    assert flood.admit("1", almost) is Admitted.SILENT
    later = NOW + MOST_AT_ONCE // 2 * SECOND
    said = [flood.admit("1", later) for _ in range(MOST_AT_ONCE // 2 + 2)]
    assert said == [Admitted.YES] * (MOST_AT_ONCE // 2) + [Admitted.TOLD, Admitted.SILENT]


def test_what_is_sent_in_the_silence_does_not_lengthen_it() -> None:
    flood = Flood()
    for n in range(MOST_AT_ONCE + 200):
        flood.admit("1", NOW + n * SECOND / 100)

    assert flood.admit("1", NOW + (MOST_AT_ONCE // 2 + 3) * SECOND) is Admitted.YES


def test_a_stranger_has_a_third_of_it() -> None:
    flood, taken = Flood(), 0
    while flood.admit("1", NOW) is Admitted.YES:
        flood.stranger("1", NOW)
        taken += 1

    assert taken == MOST_AT_ONCE // STRANGERS_COUNT


def test_ten_secrets_that_are_none_are_looked_up_in_an_hour() -> None:
    flood = Flood()
    for _ in range(MOST_WRONG):
        assert flood.may_try("1", NOW)
        flood.wrong("1", NOW)

    assert not flood.may_try("1", NOW)
    assert flood.may_try("2", NOW)
    assert not flood.may_try("1", NOW + ONE_MORE_TRY - SECOND)
    assert flood.may_try("1", NOW + ONE_MORE_TRY)
    assert flood.tries.left("1", NOW + timedelta(hours=1)) == MOST_WRONG


def test_a_clock_that_goes_back_gives_nothing_and_takes_nothing() -> None:
    buckets = Buckets(2, SECOND)
    buckets.take("1", NOW)

    assert buckets.left("1", NOW - timedelta(days=1)) == 1
    buckets.take("1", NOW - timedelta(days=1))
    assert buckets.left("1", NOW) == 0
    assert buckets.left("1", NOW + SECOND) == 1


def test_chats_that_may_ask_for_everything_again_are_forgotten() -> None:
    buckets = Buckets(2, SECOND)
    for n in range(5000):
        buckets.take(str(n), NOW + n * SECOND)

    assert len(buckets._levels) < 2000


def test_each_1024_takes_the_full_buckets_are_forgotten_and_no_others() -> None:
    buckets = Buckets(2, SECOND)
    for n in range(1022):
        buckets.take(str(n), NOW)
    buckets.take("half", NOW + SECOND / 2)
    assert len(buckets._levels) == 1023

    buckets.take("last", NOW + SECOND)
    assert set(buckets._levels) == {"half", "last"}
    assert buckets.left("half", NOW + SECOND) == 1.5
    for n in range(1023):
        buckets.take(str(n), NOW + 9 * SECOND)
    assert len(buckets._levels) == 1025
    buckets.take("last", NOW + 9 * SECOND)
    assert len(buckets._levels) == 1024


def test_what_was_never_taken_from_is_full_and_what_owes_is_below_nothing() -> None:
    buckets = Buckets(3, SECOND)

    assert buckets.left("1", NOW) == 3
    assert buckets.closes("1", NOW) is Admitted.YES
    assert buckets._levels == {}
    buckets.take("1", NOW, 5)
    assert [buckets.left("1", NOW + n * SECOND) for n in (0, 1, 4, 5, 6)] == [-2, -1, 2, 3, 3]


def test_a_bucket_closes_below_one_and_opens_when_half_is_back() -> None:
    buckets = Buckets(4, SECOND)
    buckets.take("1", NOW, 3)
    assert buckets.closes("1", NOW) is Admitted.YES
    buckets.take("1", NOW)

    half = SECOND / 2
    said = [buckets.closes("1", NOW + n * half) for n in (0, 1, 2, 3, 4)]
    assert said == [Admitted.TOLD, *[Admitted.SILENT] * 3, Admitted.YES]
    buckets.take("1", NOW + SECOND * 2)
    assert buckets.closes("1", NOW + SECOND * 2) is Admitted.YES  # open again down to one
    buckets.take("1", NOW + SECOND * 2)
    assert buckets.closes("1", NOW + SECOND * 2) is Admitted.TOLD  # and told again


def test_taking_later_counts_what_came_back_meanwhile() -> None:
    buckets = Buckets(10, SECOND)
    buckets.take("1", NOW, 6)
    buckets.take("1", NOW + 2 * SECOND, 3)

    assert buckets.left("1", NOW + 2 * SECOND) == 3
    assert buckets.left("1", NOW + 4 * SECOND) == 5


@given(st.lists(st.integers(0, 3000), min_size=1, max_size=300))
def test_no_span_takes_more_than_a_bucket_and_what_came_back_in_it(gaps: list[int]) -> None:
    flood, at, taken = Flood(), NOW, []
    for gap in gaps:
        at += gap * SECOND / 1000
        if flood.admit("1", at) is Admitted.YES:
            taken.append(at)

    for n, first in enumerate(taken):
        for last in range(n, len(taken)):
            came_back = (taken[last] - first) / SECOND
            assert last - n + 1 <= MOST_AT_ONCE + came_back + 1e-6
