"""Figures beside those of earlier years: which years, what changed, and from when on a table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from domain.disclosure.cells import Mode, World
from domain.disclosure.protect import Decision
from domain.disclosure.values import Unit, days, hidden, missing, things
from domain.disclosure.view import View
from domain.report.blocks import text
from domain.report.facts import Facts
from domain.report.material import Material
from domain.report.structure import Chart, Figure, Label, Table
from domain.report.trend import Seen, compared, last_year, lead, over_years
from tests.domain.years import AS_OF, NETWORK, YEAR, closed, event, told

SEMINAR = event(1)


def nothing_to_see() -> View:
    return View(World({}), Decision(Mode.SUPPRESS, frozenset()))


def seen(year: int = YEAR) -> Seen:
    return Facts(NETWORK, Material(year), AS_OF), nothing_to_see()


def number(facts: Facts, view: View) -> Figure:
    """Return a figure that tells its year; of 2022 nothing is shown."""
    assert not view.hidden
    value = things(facts.year) if facts.year != 2022 else hidden(Unit.THINGS)
    return Figure("X1", value, part=things(1))


def of_years(*years: int) -> tuple[tuple[int, Any], ...]:
    return tuple((each, number(*seen(each)).value) for each in years)


@pytest.mark.parametrize(
    ("earlier", "shown", "change"),
    [
        ([], [], None),
        ([2026], [2026], things(1)),
        ([2025], [2025], None),
        ([2026, 2024], [2024, 2026], things(1)),
        ([2026, 2025, 2024, 2023, 2022], [2022, 2023, 2024, 2025, 2026], things(1)),
        ([2021, 2026, 2025, 2024, 2023, 2022], [2022, 2023, 2024, 2025, 2026], things(1)),
    ],
)
def test_a_figure_stands_beside_five_years_and_the_change_since_the_last(
    earlier: list[int], shown: list[int], change: Any
) -> None:
    found = compared(number, seen(), [seen(each) for each in earlier])

    assert found == Figure("X1", things(YEAR), things(1), earlier=of_years(*shown), change=change)


def test_what_was_hidden_the_year_before_hides_the_change() -> None:
    found = compared(number, seen(2023), [seen(2022)])

    assert found.change == hidden(Unit.THINGS)
    assert last_year(found) == hidden(Unit.THINGS)


def test_last_year_is_the_year_before_and_no_older_one() -> None:
    both = compared(number, seen(), [seen(2025), seen(2026)])

    assert last_year(both) == things(2026)
    assert last_year(compared(number, seen(), [seen(2025)])) is None
    assert last_year(number(*seen())) is None


def test_from_three_years_on_there_is_a_table() -> None:
    name, other = Label("text", "one"), Label("text", "two")
    found = compared(number, seen(), [seen(2025), seen(2024)])
    again = replace(found, value=days(3), earlier=tuple((y, days(y)) for y, _ in found.earlier))

    assert over_years("X9", YEAR, [(name, found), (other, again)]) == (
        Table(
            "X9",
            (text("col-figure"), *(Label("year", y) for y in ("2024", "2025", "2027"))),
            (
                (name, things(2024), things(2025), things(2027)),
                (other, days(2024), days(2025), days(3)),
            ),
            chart=Chart.TREND,
        ),
    )
    assert over_years("X9", YEAR, [(name, compared(number, seen(), [seen(2026)]))]) == ()
    assert over_years("X9", YEAR, []) == ()


def test_the_lead_is_told_in_days_and_is_missing_without_a_notice() -> None:
    rows = [*closed(SEMINAR, {"a": 6}, {"school": 6}), told(SEMINAR, 40)]
    facts = Facts(NETWORK, Material(YEAR, rows, (SEMINAR,)), AS_OF)

    assert lead(facts, nothing_to_see()) == Figure("D2", days(40))
    assert lead(seen()[0], nothing_to_see()) == Figure("D2", missing(Unit.DAYS))
