"""Our holidays are those that an independent list knows."""

from datetime import date, timedelta

import holidays
import pytest

from domain.holidays import DayOff, day_off, holidays_of


@pytest.mark.parametrize("year", range(2018, 2061))
def test_holidays_are_those_of_an_independent_list(year: int) -> None:
    independent = set(holidays.country_holidays("DE", subdiv="NW", years=[year]))

    assert holidays_of(year) == independent


@pytest.mark.parametrize("year", range(2018, 2061))
def test_every_holiday_and_sunday_has_its_name_and_no_other_day(year: int) -> None:
    independent = holidays.country_holidays("DE", subdiv="NW", years=[year], language="en_US")
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]

    off = {day for day in days if day_off(day) is not None}
    named = {day for day in days if day_off(day) not in {None, DayOff.SUNDAY}}

    assert named == {day for day in days if day in independent}
    assert off - named == {day for day in days if day.weekday() == 6} - named


def test_the_names_stand_at_the_right_days() -> None:
    assert day_off(date(2027, 3, 26)) is DayOff.GOOD_FRIDAY
    assert day_off(date(2027, 3, 29)) is DayOff.EASTER_MONDAY
    assert day_off(date(2027, 5, 6)) is DayOff.ASCENSION
    assert day_off(date(2027, 5, 17)) is DayOff.WHIT_MONDAY
    assert day_off(date(2027, 5, 27)) is DayOff.CORPUS_CHRISTI
    assert day_off(date(2027, 10, 3)) is DayOff.UNITY_DAY  # a Sunday, too
    assert day_off(date(2027, 3, 28)) is DayOff.SUNDAY
    assert day_off(date(2027, 3, 27)) is None
