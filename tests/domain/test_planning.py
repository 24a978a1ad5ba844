"""Planning: what is proposed from the time, and what an address looks like."""

# ruff: noqa: DTZ001 - a time on the wall has no zone
from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from domain.localtime import to_utc
from domain.network import Network
from domain.plan import bad_address, with_scheme
from domain.plan_sketch import Sketch
from domain.units import MOST_UNITS, Doubt, doubt, proposed_units

DAY = date(2027, 3, 12)


def lasting(start: datetime, end: datetime) -> Sketch:
    return Sketch(day=start.date(), starts=start.time(), end_day=end.date(), ends=end.time())


@pytest.mark.parametrize(
    ("start", "end", "units"),
    [
        (datetime(2027, 3, 12, 9), datetime(2027, 3, 12, 12, 30), 4),
        (datetime(2027, 3, 12, 22), datetime(2027, 3, 13, 2), 5),
        (datetime(2027, 3, 12, 20), datetime(2027, 3, 13), 5),
        (datetime(2027, 3, 12, 9), datetime(2027, 3, 13, 16), 18),
        (datetime(2027, 3, 12, 9), datetime(2027, 3, 14, 12), 12),
        (datetime(2027, 3, 12, 14), datetime(2027, 3, 13, 12), 0),  # a night lies in it
        (datetime(2027, 3, 12, 18), datetime(2027, 3, 14, 16), 0),
        (datetime(2027, 3, 12, 9), datetime(2027, 3, 12, 9, 30), 0),
        (datetime(2027, 3, 27, 22), datetime(2027, 3, 28, 4), 6),  # an hour is skipped
        (datetime(2027, 10, 30, 22), datetime(2027, 10, 31, 4), 9),  # an hour comes twice
    ],
)
def test_units_are_those_of_the_real_length(
    network: Network, start: datetime, end: datetime, units: int
) -> None:
    assert proposed_units(lasting(start, end), network) == units


@pytest.mark.parametrize(
    ("units", "proposed", "found"),
    [
        (4, 4, None),
        (5, 4, Doubt.MORE),
        (2, 4, None),
        (1, 4, Doubt.FEWER),
        (0, 4, None),
        (9, 0, None),
        (3, 7, Doubt.FEWER),
        (4, 7, None),
    ],
)
def test_units_that_do_not_fit_the_time_are_in_doubt(
    units: int, proposed: int, found: Doubt | None
) -> None:
    assert doubt(units, proposed) is found


moments = st.datetimes(datetime(2027, 1, 1), datetime(2027, 12, 1)).map(
    lambda at: at.replace(second=0, microsecond=0)
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moments, st.integers(1, 12 * 60))
def test_what_lasts_no_longer_than_half_a_day_has_its_real_units(
    network: Network, start: datetime, minutes: int
) -> None:
    end = start + timedelta(minutes=minutes)
    real = to_utc(end, network.zone) - to_utc(start, network.zone)
    assume(timedelta() < real <= timedelta(hours=12))

    assert proposed_units(lasting(start, end), network) == real // timedelta(minutes=45)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moments, st.integers(1, 60 * 24 * 60))
def test_no_proposal_is_larger_than_can_be_or_than_the_time(
    network: Network, start: datetime, minutes: int
) -> None:
    end = start + timedelta(minutes=minutes)
    units = proposed_units(lasting(start, end), network)

    assert 0 <= units <= MOST_UNITS
    assert units * 45 <= minutes + 60


def test_without_an_end_there_is_nothing_to_propose(network: Network) -> None:
    assert proposed_units(Sketch(day=DAY, starts=time(9)), network) == 0


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("zoom.us/j/123", "https://zoom.us/j/123"),
        ("www.kreis.example", "https://www.kreis.example"),
        ("konferenz.example:8443/raum?x=1", "https://konferenz.example:8443/raum?x=1"),
        ("https://zoom.us/j/1", "https://zoom.us/j/1"),
        ("http://zoom.us/j/1", "http://zoom.us/j/1"),
    ],
)
def test_an_address_gets_its_scheme(typed: str, link: str) -> None:
    assert with_scheme(typed) == link
    assert bad_address(link) is None


@pytest.mark.parametrize("typed", ["Rathaus", "12.3.27", "raum 3.og", "anna@kreis.example", "zoom"])
def test_what_is_no_address_gets_none(typed: str) -> None:
    assert with_scheme(typed) == typed
