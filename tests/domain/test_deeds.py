"""The months of the access log, forwards and backwards over the turn of a year."""

from __future__ import annotations

from datetime import date

import pytest

from domain.deeds import Month


@pytest.mark.parametrize(
    ("months", "found"),
    [
        (0, Month(2027, 2)),
        (1, Month(2027, 3)),
        (10, Month(2027, 12)),
        (11, Month(2028, 1)),
        (23, Month(2029, 1)),
        (-1, Month(2027, 1)),
        (-2, Month(2026, 12)),
        (-14, Month(2025, 12)),
    ],
)
def test_so_many_months_later_or_earlier(months: int, found: Month) -> None:
    assert Month(2027, 2).later(months) == found


def test_a_day_is_in_its_month() -> None:
    assert [Month.of(date(2027, *day)) for day in ((2, 1), (2, 28), (3, 1))] == [
        Month(2027, 2),
        Month(2027, 2),
        Month(2027, 3),
    ]


def test_a_month_goes_from_its_first_day_to_that_of_the_next_one() -> None:
    assert (Month(2027, 2).first, Month(2027, 2).following) == (date(2027, 2, 1), date(2027, 3, 1))
    assert Month(2027, 12).following == date(2028, 1, 1)
