"""The pace is even, never too fast, and loses nothing to a busy machine; in virtual time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.pace import Pace

RATE = 28.0

#: Steps of time between two looks at the pace, in seconds: none, jitter, a stall, silence.
steps = st.lists(st.sampled_from([0.0, 0.001, 0.02, 0.036, 0.05, 0.07, 0.2, 1.5]), max_size=150)


def greedy(pace: Pace, gaps: Sequence[float], chats: int = 0) -> list[float]:
    """Take all there is at each look; return when each message went."""
    now = 1000.0
    sent: list[float] = []
    for gap in gaps:
        now += gap
        while pace.take(len(sent) % chats if chats else None, now):
            sent.append(now)
    return sent


def most_in_a_second(sent: Sequence[float]) -> int:
    return max((sum(t <= other < t + 0.999999 for other in sent) for t in sent), default=0)


@given(steps)
def test_no_second_holds_more_than_thirty(gaps: list[float]) -> None:
    assert most_in_a_second(greedy(Pace(RATE), gaps)) <= 30


@pytest.mark.long
@given(st.lists(st.floats(0, 0.2), min_size=100, max_size=150))
def test_no_second_holds_more_than_thirty_at_any_rhythm(gaps: list[float]) -> None:
    assert most_in_a_second(greedy(Pace(RATE), gaps)) <= 30


@pytest.mark.long
@given(st.lists(st.floats(0, 0.06), min_size=400, max_size=400))
def test_a_busy_machine_costs_no_rate(lateness: list[float]) -> None:
    pace, now, sent = Pace(RATE), 1000.0, 0
    for late in lateness:
        now += pace.wait(now) + late
        while pace.take(None, now):
            sent += 1

    assert sent >= 0.98 * RATE * (now - 1000.0)


@pytest.mark.long
@given(st.lists(st.sampled_from([0.0, 0.03, 0.1]), min_size=400, max_size=400))
def test_a_slow_database_costs_no_rate(lateness: list[float]) -> None:
    pace, now, sent = Pace(RATE), 1000.0, 0
    for late in [*lateness, *[0.0] * 200]:  # the last are for catching up
        now += pace.wait(now) + late
        while pace.take(None, now):
            sent += 1

    assert sent >= 0.98 * RATE * (now - 1000.0)


def test_who_comes_in_time_goes_evenly() -> None:
    pace, now, sent = Pace(RATE), 1000.0, []
    for _ in range(200):
        now += pace.wait(now)

        assert pace.take(None, now)

        sent.append(now)

    gaps = [b - a for a, b in pairwise(sent[1:])]

    assert gaps == pytest.approx([1 / RATE] * len(gaps))


def test_after_silence_two_go_at_once() -> None:
    pace = Pace(RATE)

    assert pace.free(1000.0) == 2
    assert [pace.take(None, 1000.0) for _ in range(3)] == [True, True, False]


@given(steps)
def test_what_is_free_can_be_taken_and_no_more(gaps: list[float]) -> None:
    pace, now = Pace(RATE), 1000.0
    for gap in gaps:
        now += gap
        free = pace.free(now)

        assert all(pace.take(None, now) for _ in range(free))
        assert not pace.take(None, now)
        assert pace.free(now) == 0
        assert pace.wait(now) > 0


@given(steps, st.floats(0.0, 4.0))
def test_what_was_free_stays_free_until_it_is_taken(gaps: list[float], late: float) -> None:
    pace, now = Pace(RATE), 1000.0
    for gap in gaps:
        now += gap
        free = pace.free(now)

        assert all(pace.take(None, now + late) for _ in range(free))

        now += late


@given(steps)
def test_a_chat_gets_one_a_second_beyond_a_small_burst(gaps: list[float]) -> None:
    sent = greedy(Pace(None), gaps, chats=1)

    for first, start in enumerate(sent):
        for last in range(first, len(sent)):
            assert last - first + 1 <= 3 + (sent[last] - start) + 1e-6


def test_a_chat_that_must_wait_costs_no_slot() -> None:
    pace = Pace(RATE)
    now = 1000.0
    for _ in range(3):
        now += pace.wait(now)
        assert pace.take(7, now)
    now += pace.wait(now)

    assert not pace.take(7, now)
    assert pace.chat_wait(7, now) > 0.8
    assert pace.take(8, now)


@given(steps, st.sampled_from([0.5, 2.0]), st.sampled_from([0.1, 3.0]))
def test_nothing_goes_in_a_halt(gaps: list[float], first: float, second: float) -> None:
    for pace in (Pace(RATE), Pace(None)):
        pace.pause(first, 1000.0)
        pace.pause(second, 1000.0)
        sent = greedy(pace, [*gaps, 10.0], chats=5)

        assert sent[0] >= 1000.0 + max(first, second) - 1e-6


def test_a_halt_is_over_when_it_is_over() -> None:
    pace = Pace(RATE)
    pace.pause(2.0, 1000.0)

    assert pace.paused_for(1000.5) == pytest.approx(1.5)
    assert pace.wait(1000.5) == pytest.approx(1.5)
    assert pace.paused_for(1002.5) == 0.0
    assert pace.free(1002.0) == 2


def test_without_a_rate_only_chats_and_halts_count() -> None:
    pace = Pace(None)

    assert all(pace.take(chat, 1000.0) for chat in range(5000))
    assert pace.free(1000.0) > 1000


def test_chats_long_silent_are_forgotten() -> None:
    pace = Pace(None)
    for step in range(5000):
        pace.take(step, 1000.0 + step)

    assert len(pace._chats) < 2000
