"""When whoever runs the bot is told."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from domain.trouble import LOOKS, WELL, Wrong, known, news

LAG, CLOCK = frozenset({"lag"}), frozenset({"clock"})


def heard(looks: list[Wrong]) -> list[Wrong]:
    """Return what is told in the course of such looks."""
    told, said = WELL, []
    for n in range(1, len(looks) + 1):
        new = news(told, looks[:n])
        if new is not None:
            told = known(told, new)
            said.append(new)
    return said


def test_lasting_trouble_is_told_once_and_its_end_once() -> None:
    assert heard([LAG] * 7 + [WELL] * 7) == [LAG, WELL]


def test_more_trouble_is_told_with_what_was_there() -> None:
    assert heard([LAG] * LOOKS + [LAG | CLOCK] * LOOKS) == [LAG, LAG | CLOCK]


def test_what_comes_back_before_all_was_well_is_no_news() -> None:
    assert heard([LAG | CLOCK] * LOOKS + [CLOCK] * LOOKS + [LAG | CLOCK] * LOOKS) == [LAG | CLOCK]


def test_what_is_over_is_not_named_and_not_forgotten() -> None:
    assert heard([LAG] * LOOKS + [CLOCK] * LOOKS + [LAG] * LOOKS) == [LAG, CLOCK]


def test_a_moment_without_trouble_is_not_its_end() -> None:
    assert heard([LAG] * LOOKS + [WELL] * (LOOKS - 1) + [LAG] * LOOKS + [WELL] * LOOKS) == [
        LAG,
        WELL,
    ]


@given(st.lists(st.sets(st.sampled_from(["a", "b"])).map(frozenset), max_size=20))
def test_news_differ_from_each_other_and_begin_with_trouble(looks: list[Wrong]) -> None:
    said = heard(looks)

    assert WELL not in said[:1]
    assert all(one != other for one, other in pairwise(said))


@given(st.lists(st.sets(st.sampled_from(["a", "b"])).map(frozenset), max_size=20))
def test_nobody_hears_of_what_lasts_less_than_so_many_looks(looks: list[Wrong]) -> None:
    for one in ("a", "b"):
        runs = "".join("x" if one in look else " " for look in looks).split()
        told = any(one in said for said in heard(looks))

        assert told == any(len(run) >= LOOKS for run in runs)
