"""May it be said that an office often left much? Every way its seats can have been used is tried.

Who reads C14 knows the quotas, how many seats of them were used, and whether somebody sat beyond
one. What an answer leaves possible must not be much less than that, where small numbers are.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest

from domain.report.quotas import KnownSeats, Often, may_say

TWICE = Often(0.5, 2)

Ways = list[tuple[int, ...]]


def ways_of(told: KnownSeats) -> Ways:
    """Return all ways in which the seats of the quotas can have been used."""
    every = product(*(range(seats + 1) for seats in told.kept))
    fit = [used for used in every if sum(used) == told.within]
    return [used for used in fit if not told.beyond or any(map(int.__eq__, used, told.kept))]


def narrow(heard: Ways, known: Ways, at: int, smallest: int) -> bool:
    """Return whether an answer leaves too little open of a training's number, if that is small."""
    left, before = {used[at] for used in heard}, {used[at] for used in known}
    span = max(left) - min(left)
    small = not left.isdisjoint(range(1, smallest))
    return small and span < min(max(before) - min(before), smallest - 2)


def allowed(told: KnownSeats, often: Often, low: int, smallest: int) -> bool | None:
    """Return what may be said, as the rule is written, by trying all there is."""
    known = ways_of(told)
    few = [sum(2 * n < of for n, of in zip(used, told.kept, strict=True)) for used in known]
    yes = [used for used, n in zip(known, few, strict=True) if n >= often.times]
    no = [used for used, n in zip(known, few, strict=True) if n < often.times]
    if not (yes and no):
        return bool(yes)
    trainings = range(len(told.kept))
    if any(narrow(each, known, at, smallest) for each in (yes, no) for at in trainings):
        return None
    return low >= often.times


@pytest.mark.parametrize(
    "kept", [(), (5,), (9,), (4, 4), (8, 8), (5, 3), (1, 12), (12, 12), (2, 6, 6), (5, 4, 3)]
)
def test_it_is_said_where_no_answer_gives_a_small_number_away(kept: Sequence[int]) -> None:
    for within, beyond, times, smallest in product(
        range(sum(kept) + 1), (True, False), (1, 2), (3, 5)
    ):
        told, often = KnownSeats(tuple(kept), within, beyond), Often(0.5, times)
        for low in (times - 1, times):
            said = may_say(told, often, low, smallest)
            assert said is allowed(told, often, low, smallest), (told, often, low, smallest)


def test_the_limits_themselves() -> None:
    assert [TWICE.low(used, 8) for used in (0, 3, 4, 5)] == [True, True, False, False]
    assert TWICE.low(4_999, 10_000)
    assert not Often(0.55, 1).low(11, 20)  # no more and no less than 55 of a hundred
    assert Often(0.55, 1).low(10, 20)
    assert not Often(0.0, 1).low(0, 20)


def test_examples_of_the_rule() -> None:
    assert may_say(
        KnownSeats((8, 8), 0, False), TWICE, 2, 5
    )  # nothing used: twice by the sums alone
    assert may_say(KnownSeats((8, 8), 16, False), TWICE, 2, 5) is False
    assert may_say(KnownSeats((8, 8), 6, False), TWICE, 2, 5) is None  # it were three and three
    assert may_say(KnownSeats((20, 20), 10, False), TWICE, 2, 5)
    assert may_say(KnownSeats((20, 20), 10, False), TWICE, 1, 5) is False
