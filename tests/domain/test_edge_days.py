"""Years with days and numbers at their edges: each counts where people were, and makes a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.ledger.entries import Entry, LedgerKind
from domain.report.cells import world_of
from domain.report.facts import Facts
from domain.report.material import Material
from domain.training import Training
from domain.vocabulary import DeliveryMode, EventStatus
from tests.domain.years import NETWORK, closed, event

LEAP = 2028
YEARS = (LEAP - 1, LEAP, LEAP + 1)
AS_OF = date(LEAP + 1, 1, 20)
CAME = LedgerKind.ATTENDANCE


def facts(trainings: Sequence[Training], entries: Sequence[Entry], year: int = LEAP) -> Facts:
    """Return the facts of a year of which a report can be made."""
    found = Facts(NETWORK, Material(year, entries, trainings), AS_OF)
    world_of(found)
    return found


@pytest.mark.parametrize(
    ("starts", "day"),
    [
        (datetime(LEAP - 1, 12, 31, 23, 30, tzinfo=UTC), date(LEAP, 1, 1)),
        (datetime(LEAP, 2, 29, 8, tzinfo=UTC), date(LEAP, 2, 29)),
        (datetime(LEAP, 12, 31, 22, 30, tzinfo=UTC), date(LEAP, 12, 31)),
        (datetime(LEAP, 12, 31, 23, 30, tzinfo=UTC), date(LEAP + 1, 1, 1)),
    ],
)
def test_an_event_is_of_the_day_on_which_it_begins_on_the_wall(starts: datetime, day: date) -> None:
    of = event(1)
    of = replace(of, plan=replace(of.plan, starts_at=starts, ends_at=starts + timedelta(hours=2)))
    rows = closed(of, {"a": 6}, {"school": 6})
    years = {year: [held.day for held in facts([of], rows, year).held] for year in YEARS}

    assert years == {year: [day] if year == day.year else [] for year in YEARS}


def test_who_learns_alone_for_weeks_and_for_no_units_is_counted_once() -> None:
    of = event(1, 12, 20, year=LEAP, mode=DeliveryMode.SELF_PACED, seats=None, units=0)
    of = replace(of, plan=replace(of.plan, ends_at=of.plan.starts_at + timedelta(days=40)))
    world = world_of(facts([of], closed(of, {"a": 6}, {"school": 6})))

    assert [world.cells[name].value for name in ("came", "came/4", "hours")] == [6, 6, 0]


def test_an_event_that_nobody_closed_is_named_and_not_counted() -> None:
    over = event(1, 12, 20, year=LEAP, status=EventStatus.PUBLISHED)
    on = replace(over, plan=replace(over.plan, ends_at=datetime(LEAP + 1, 2, 1, tzinfo=UTC)))

    found = facts([over], [])

    assert ([each.id for each in found.unclosed], found.held) == ([1], [])
    assert facts([on], []).unclosed == []


def test_more_came_than_had_booked_and_nobody_is_missing() -> None:
    of = event(1, year=LEAP, seats=4)
    world = world_of(facts([of], closed(of, {"a": 9}, {"school": 9}, registered=3)))

    assert [world.cells[name].value for name in ("came", "registered", "absent")] == [9, 3, 0]


def test_what_was_corrected_twice_is_what_was_said_last() -> None:
    """Nine came, then seven, then eight."""
    of = event(1, year=LEAP)
    day = of.plan.starts_at.date()
    more = [
        Entry(day, CAME, by, of.id, office=office, sector=sector)
        for by in (-2, 1)
        for office, sector in ((None, None), ("a", None), (None, "school"))
    ]
    found = facts([of], [*closed(of, {"a": 9}, {"school": 9}), *more])

    assert (found.held[0].came, found.held[0].offices, found.held[0].sectors) == (
        8, {"a": 8}, {"school": 8}
    )  # fmt: skip


def test_what_was_called_off_and_planned_again_took_place_once() -> None:
    off, again = event(1, 3, year=LEAP, status=EventStatus.CANCELLED), event(2, 9, year=LEAP)
    found = facts([off, again], closed(again, {"a": 6}, {"school": 6}))

    assert (found.events, found.cancelled(), found.unclosed) == (1, 1, [])
