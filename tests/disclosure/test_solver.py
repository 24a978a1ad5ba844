"""The attacker of finished reports knows that people come in whole numbers."""

from __future__ import annotations

from itertools import product
from math import inf

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.disclosure.solver import LARGEST, Bounds, Line, agrees, spread

NAMES = ("a", "b", "c", "d")
TOP = 4
open_ends: Bounds = {"x": (0, inf), "y": (0, inf)}
weights = st.dictionaries(
    st.sampled_from(NAMES), st.integers(-4, 4).filter(bool), min_size=1, max_size=4
)
sums = st.lists(st.tuples(weights, st.integers(-9, 9), st.integers(0, 3)), min_size=1, max_size=4)


def test_a_wide_range_with_one_whole_world_is_found_out() -> None:
    tight: list[Line] = [({"x": 3, "y": 5}, 8, 8)]  # fractions allow x from 0 to 2.67

    assert agrees({"x": 1, "y": 1}, open_ends, tight)
    assert spread(open_ends, tight, open_ends) == {"x": 0, "y": 0}


def test_whole_numbers_narrow_a_range() -> None:
    odd: list[Line] = [({"x": 2, "y": 3}, 13, 13)]  # x is 2 or 5; fractions reach from 0 to 6

    assert spread(open_ends, odd, open_ends) == {"x": 3, "y": 2}


def test_a_rounded_sum_leaves_room() -> None:
    mean: list[Line] = [({"x": 2, "y": 2}, 3, 5)]

    assert spread(open_ends, mean, open_ends) == {"x": 2, "y": 2}


@pytest.mark.parametrize(("low", "high"), [(3, 3), (-4, -2)])
def test_what_no_whole_world_agrees_with_is_an_error(low: int, high: int) -> None:
    with pytest.raises(AssertionError, match="nothing agrees"):
        spread(open_ends, [({"x": 2, "y": 2}, low, high)], open_ends)


def test_known_numbers_must_add_up_too() -> None:
    with pytest.raises(AssertionError):
        spread({"x": (1, 1), "y": (1, 1)}, [({"x": 1, "y": 1}, 3, 3)], ["x"])


def test_what_has_no_end_goes_as_far_as_we_look() -> None:
    assert spread(open_ends, [({"x": 1, "y": -1}, 0, inf)], ["x"]) == {"x": LARGEST}


def test_a_world_that_is_nearly_whole_is_none() -> None:
    near: list[Line] = [({"x": 3_000_001, "y": -3_000_000}, 1, 1)]  # y is x and x - 1 millionths

    with pytest.raises(AssertionError, match="no whole world"):
        spread(open_ends, near, ["x"])


@pytest.mark.long
@given(sums, st.dictionaries(st.sampled_from(NAMES), st.integers(0, TOP)))
@settings(max_examples=60, deadline=None)
def test_the_spread_is_what_listing_every_world_shows(
    drawn: list[tuple[dict[str, int], int, int]], known: dict[str, int]
) -> None:
    bounds: Bounds = {n: (known.get(n, 0), known.get(n, TOP)) for n in NAMES}
    lines: list[Line] = [(of, low, low + room) for of, low, room in drawn]
    every = [
        dict(zip(NAMES, values, strict=True))
        for values in product(*(range(int(a), int(b) + 1) for a, b in bounds.values()))
    ]
    worlds = [
        world
        for world in every
        if all(a <= sum(w * world[n] for n, w in of.items()) <= b for of, a, b in lines)
    ]
    assume(worlds)

    for name, width in spread(bounds, lines, NAMES).items():
        assert width == max(w[name] for w in worlds) - min(w[name] for w in worlds)
