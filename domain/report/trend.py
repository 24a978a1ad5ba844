"""How figures were in the years before: what was published of them, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from domain.disclosure.values import Shown, change, days
from domain.disclosure.view import View
from domain.report.blocks import text
from domain.report.facts import Facts
from domain.report.order import MOST_YEARS
from domain.report.structure import Chart, Figure, Label, Table

#: From so many years on there is a course to see.
FEWEST_YEARS = 3

#: A year's facts, and what a reader sees of them.
Seen = tuple[Facts, View]


def compared(of: Callable[[Facts, View], Figure], seen: Seen, earlier: Sequence[Seen]) -> Figure:
    """Return a figure with how it was in earlier years, and the change against the last one."""
    made = of(*seen)
    years = sorted(earlier, key=lambda each: each[0].year)[-MOST_YEARS:]
    before = tuple((facts.year, of(facts, view).value) for facts, view in years)
    last = next((value for year, value in before if year == seen[0].year - 1), None)
    return replace(made, earlier=before, change=change(made.value, last) if last else None)


def last_year(figure: Figure) -> Shown | None:
    """Return what a figure was in the year before; None if that is not compared."""
    return figure.earlier[-1][1] if figure.change is not None else None


def over_years(code: str, year: int, figures: Iterable[tuple[Label, Figure]]) -> tuple[Table, ...]:
    """Return figures year by year; nothing before there are three."""
    rows = [(name, figure, dict(figure.earlier)) for name, figure in figures]
    years = sorted({each for *_, before in rows for each in before})
    if len(years) + 1 < FEWEST_YEARS:
        return ()
    columns = (text("col-figure"), *(Label("year", str(each)) for each in (*years, year)))
    return (
        Table(
            code,
            columns,
            tuple(
                (name, *(before[each] for each in years), figure.value)
                for name, figure, before in rows
            ),
            chart=Chart.TREND,
        ),
    )


def lead(facts: Facts, _: View) -> Figure:
    """D2: how many days before it an event is announced."""
    return Figure("D2", days(facts.lead_days()))
