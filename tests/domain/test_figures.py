"""First figures: small numbers are hidden, also from who subtracts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from domain.figures import protected

LEAST = 5
tables = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 12))


@given(tables)
def test_no_small_number_is_shown(counts: dict[str, int]) -> None:
    shown = protected(counts, LEAST)

    assert shown.keys() == counts.keys()
    assert all(n is None or n == counts[slug] for slug, n in shown.items())
    assert all(shown[slug] is None for slug, n in counts.items() if 0 < n < LEAST)


@given(tables)
def test_the_sum_of_what_is_hidden_gives_no_single_one_away(counts: dict[str, int]) -> None:
    shown = protected(counts, LEAST)
    hidden = [counts[slug] for slug, n in shown.items() if n is None]
    others = [n for n in shown.values() if n]

    if hidden and others:
        assert len(hidden) >= 2
        assert sum(hidden) >= 2 * LEAST


@given(tables)
def test_nothing_is_hidden_without_need(counts: dict[str, int]) -> None:
    if all(n == 0 or n >= LEAST for n in counts.values()):
        assert protected(counts, LEAST) == counts
