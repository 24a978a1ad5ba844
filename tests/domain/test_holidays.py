"""Our holidays are those that an independent list knows."""

import holidays
import pytest

from domain.holidays import holidays_of


@pytest.mark.parametrize("year", range(2018, 2061))
def test_holidays_are_those_of_an_independent_list(year: int) -> None:
    independent = set(holidays.country_holidays("DE", subdiv="NW", years=[year]))

    assert holidays_of(year) == independent
