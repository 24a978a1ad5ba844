"""How figures were in the years before: what was published of them, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from domain.disclosure.values import Shown, change
from domain.disclosure.view import View
from domain.report.facts import Facts
from domain.report.structure import Figure

#: How many earlier years are compared.
MOST_YEARS = 5

#: A year's facts, and what a reader sees of them.
Seen = tuple[Facts, View]


def compared(of: Callable[[Facts, View], Figure], seen: Seen, earlier: Sequence[Seen]) -> Figure:
    """Return a figure with how it was in earlier years, and the change against the last one."""
    made = of(*seen)
    years = sorted(earlier, key=lambda each: each[0].year)[-MOST_YEARS:]
    before = tuple((facts.year, of(facts, view).value) for facts, view in years)
    return beside(made, seen[0].year, before)


def beside(figure: Figure, year: int, before: Sequence[tuple[int, Shown]]) -> Figure:
    """Return a figure of a year with its values of earlier years."""
    last = next((value for each, value in before if each == year - 1), None)
    more = change(figure.value, last) if last else None
    return Figure(figure.code, figure.value, figure.part, figure.whole, tuple(before), more)
