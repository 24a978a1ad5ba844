"""The pace is even, never too fast, and loses nothing to a busy machine; in virtual time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.wire.limiter import Line
from bot.wire.pace import Pace
from domain.delivery import Priority

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


@given(st.lists(st.floats(0, 0.2), min_size=100, max_size=150))
def test_no_second_holds_more_than_thirty_at_any_rhythm(gaps: list[float]) -> None:
    assert most_in_a_second(greedy(Pace(RATE), gaps)) <= 30


@given(st.lists(st.floats(0, 0.06), min_size=400, max_size=400))
def test_a_busy_machine_costs_no_rate(lateness: list[float]) -> None:
    pace, now, sent = Pace(RATE), 1000.0, 0
    for late in lateness:
        now += pace.wait(now) + late
        while pace.take(None, now):
            sent += 1

    assert sent >= 0.98 * RATE * (now - 1000.0)


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


# The line


wishes = st.lists(
    st.tuples(
        st.sampled_from([0.0, 0.01, 0.05, 0.3]),
        st.sampled_from(Priority),
        st.integers(1, 4),
    ),
    max_size=40,
)


def play(arrivals: Sequence[tuple[float, Priority, int]], rate: float) -> list[tuple[float, int]]:
    """Let people arrive in line and serve them whenever it says so; (time, who) in order."""
    line, now = Line(Pace(rate)), 1000.0
    served: list[tuple[float, int]] = []
    due: list[tuple[float, Priority, int]] = []
    for gap, priority, chat in arrivals:
        due.append(((due[-1][0] if due else now) + gap, priority, chat))
    who = 0
    while True:
        wait = line.wait(now)
        arrival = due[who][0] if who < len(due) else None
        if wait is None and arrival is None:
            return served
        if arrival is not None and (wait is None or arrival <= now + wait):
            now = max(now, arrival)
            line.join(due[who][1], due[who][2])
            who += 1
        else:
            now += wait or 0.0
        served.extend((now, ticket.number) for ticket in line.serve(now))


@given(wishes)
def test_everybody_is_served_once(arrivals: list[tuple[float, Priority, int]]) -> None:
    served = play(arrivals, RATE)

    assert sorted(number for _, number in served) == list(range(len(arrivals)))


@given(wishes)
def test_nobody_less_urgent_goes_first(arrivals: list[tuple[float, Priority, int]]) -> None:
    served = play(arrivals, 5.0)
    went = {number: time for time, number in served}
    came, now = [], 1000.0
    for gap, priority, chat in arrivals:
        now += gap
        came.append((now, priority, chat))
    per_chat: dict[int, int] = {}
    for _, _, chat in came:
        per_chat[chat] = per_chat.get(chat, 0) + 1

    for a, (came_a, urgent_a, chat_a) in enumerate(came):
        for b, (_, urgent_b, _) in enumerate(came):
            if urgent_a < urgent_b and came_a < went[b] and per_chat[chat_a] <= 3:
                assert went[a] <= went[b]


def test_an_announcement_is_not_starved_by_a_few_answers() -> None:
    answers = [(0.2, Priority.ANSWER, chat) for chat in range(100)]
    arrivals = [(0.0, Priority.ANNOUNCEMENT, 1000 + chat) for chat in range(300)]
    served = play([*arrivals, *answers], RATE)
    last = max(time for time, number in served if number < 300)

    assert last - 1000.0 < 300 / (RATE - 5) + 1


def test_an_answer_passes_a_broadcast() -> None:
    arrivals = [(0.0, Priority.ANNOUNCEMENT, chat) for chat in range(200)]
    served = play([*arrivals, (3.0, Priority.ANSWER, 999)], RATE)
    tapped_at = 1003.0
    answered_at = next(time for time, number in served if number == 200)

    assert answered_at - tapped_at <= 1 / RATE + 1e-6


def test_a_chat_that_must_wait_holds_up_nobody() -> None:
    served = play([*[(0.0, Priority.ANSWER, 1)] * 10, (0.0, Priority.ANNOUNCEMENT, 2)], RATE)
    went = {number: time for time, number in served}

    assert went[10] < 1000.3
    assert went[9] > 1006.0


def test_who_leaves_the_line_is_not_served() -> None:
    line = Line(Pace(1.0))
    first, second = (line.join(Priority.ANSWER, chat) for chat in (1, 2))
    line.leave(first)

    assert line.serve(1000.0) == [second]

    line.leave(second)

    assert line.wait(1000.0) is None
