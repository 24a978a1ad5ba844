"""A line that loses answers is tried by one probe at a time, at growing intervals."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import timedelta

import pytest

from domain.delivery import Lost, NotSent, Outcome, Refused, Scope, Sent
from scheduler.line import MOST_LOST, MOST_SILENT, SILENCE, ChannelLine


class Seconds:
    """A monotonic clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def line(seconds: Seconds) -> ChannelLine:
    return ChannelLine(seconds)


def lose(line: ChannelLine, times: int) -> None:
    for _ in range(times):
        line.heed(Lost("502"))


def test_a_few_lost_in_a_row_are_too_many(line: ChannelLine) -> None:
    lose(line, MOST_LOST - 1)
    assert line.trusted()
    lose(line, 1)
    assert not line.trusted()


@pytest.mark.parametrize(
    "answer", [Sent("1"), Refused("blocked", Scope.CHAT), NotSent("429", timedelta(seconds=1))]
)
def test_any_answer_in_between_begins_anew(line: ChannelLine, answer: Outcome) -> None:
    for _ in range(4):
        lose(line, MOST_LOST - 1)
        line.heed(answer)

    assert line.trusted()


def test_what_never_left_us_says_nothing(line: ChannelLine) -> None:
    for _ in range(MOST_LOST):
        line.heed(NotSent("refused", no_line=True))
    assert line.trusted()
    for _ in range(MOST_LOST):
        lose(line, 1)
        line.heed(NotSent("refused", no_line=True))
    assert not line.trusted()


@pytest.mark.parametrize(("asked", "after", "trusted"), [(8, 2.0, 0), (8, 1.9, 1), (7, 60, 1)])
def test_silence_counts_as_well(
    line: ChannelLine, seconds: Seconds, asked: int, after: float, trusted: int
) -> None:
    assert (MOST_SILENT, SILENCE) == (8, 2.0)
    with ExitStack() as under_way:
        for _ in range(asked):
            under_way.enter_context(line.request())
        seconds.now += after

        assert line.trusted() == bool(trusted)


def test_probes_go_one_at_a_time_and_ever_more_seldom(line: ChannelLine, seconds: Seconds) -> None:
    lose(line, MOST_LOST)
    assert not line.trusted()
    waits = []
    for _ in range(8):
        begun = seconds.now
        while not line.probe_due():
            seconds.now += 0.5
        waits.append(seconds.now - begun)
        line.probing = True
        assert not line.probe_due()
        line.heed(Lost("502"))

    assert waits == [1, 1, 2, 4, 8, 10, 10, 10]
    assert not line.trusted()


def test_an_answer_opens_the_line_though_old_requests_still_hang(
    line: ChannelLine, seconds: Seconds
) -> None:
    with ExitStack() as under_way:
        for _ in range(MOST_SILENT):
            under_way.enter_context(line.request())
        seconds.now += SILENCE
        assert not line.trusted()
        line.probing = True
        line.heed(Sent("1"))

        assert line.trusted()
        assert not line.probing
    lose(line, MOST_LOST - 1)
    assert line.trusted()
