"""The year in short: when years are alike, and the first figures for a quick answer in chat.

These are A1 to A6, C4, C5, and the hints.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from domain.disclosure.cells import Publication
from domain.disclosure.solver import Solver
from domain.disclosure.values import Shown
from domain.disclosure.view import View
from domain.network import Network
from domain.report.build import compared, see, whole
from domain.report.chapters import main_figures
from domain.report.material import Material
from domain.report.order import Order
from domain.report.rules import hints
from domain.report.structure import Figure, Hint
from domain.report.trend import Seen
from domain.report_order import is_over
from domain.training import Training

#: So little more or less is no news: fewer than so many attendances, or less than so many percent.
FEW_MORE, PERCENT_MORE = 5, 3


def alike(now: Fraction, before: Fraction) -> bool:
    """Return whether two numbers of attendances are about the same."""
    change = abs(now - before)
    return change < FEW_MORE or change * 100 < PERCENT_MORE * before


@dataclass(frozen=True, slots=True)
class AskedViews:
    """What each page of the first figures was asked of, and so what is to be remembered of it."""

    main: View
    before: tuple[Seen, ...]
    figures: tuple[Figure, ...]
    places: View
    potentials: View

    def by_figures(self) -> Publication:
        """Return what the main figures tell; of the year before they show changes only."""
        changes = [(f.value, f.earlier) for f in self.figures if f.change and f.value.open]
        values = [figure.value for figure in self.figures]
        return whole(self.main, self.before, values, changes)

    def by_places(self, *shown: Mapping[str, Shown]) -> Publication:
        """Return what the attendances by district and sector tell."""
        return self.places.publication(shown)

    def by_hints(self, shown: Sequence[Hint]) -> Publication:
        """Return what a page of hints tells; all rules were asked for it, also those not on it."""
        return self.potentials.publication(shown)


@dataclass(frozen=True, slots=True)
class Summary:
    """The year on one page, ready to show; `unclosed` are events left out of all figures.

    `offices` and `sectors` hold the attendances of trainings, by slug, in the order of the
    network; people are counted once for each event. `changes` holds the difference to the year
    before by the code of a figure, empty where nothing is kept of that year.
    """

    year: int
    events: Shown
    trainings: Shown
    attendances: Shown
    units: Shown
    attendance_units: Shown
    exchanges: Shown
    offices: Mapping[str, Shown]
    sectors: Mapping[str, Shown]
    unclosed: tuple[Training, ...]
    asked: AskedViews = field(compare=False, repr=False)
    changes: Mapping[str, Shown] = field(default_factory=dict)
    hints: tuple[Hint, ...] = ()


def summary_of(
    network: Network,
    material: Material,
    order: Order,
    solver: Solver,
    before: Material | None = None,
) -> Summary:
    """Return the first figures as they stand in the report of the same order.

    `before` is the year before, if anything is kept of it; a year that is not over is not
    compared with it.
    """
    over = is_over(material.year, order.as_of)
    facts, view = seen = see(network, material, order, solver)
    earlier, _ = compared(network, [before] if before is not None and over else [], order, solver)
    figures = main_figures(seen, earlier)
    asked = AskedViews(view, tuple(earlier), figures, view.afresh(), view.afresh())
    main = {figure.code: figure.value for figure in figures}
    return Summary(
        year=material.year,
        events=main["A1"],
        trainings=main["A2"],
        attendances=main["A3"],
        units=main["A4"],
        attendance_units=main["A5"],
        exchanges=main["A6"],
        offices={slug: asked.places(f"office/{slug}") for slug in facts.by_office()},
        sectors={slug: asked.places(f"sector/{slug}") for slug in facts.by_sector()},
        unclosed=tuple(facts.unclosed),
        changes={f.code: f.change for f in figures if f.change is not None},
        hints=hints(facts, asked.potentials, order.ahead),
        asked=asked,
    )
