"""Reports as the program makes them: by the solver that it uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.report_solver import HighsSolver
from domain.disclosure.cells import Mode, Publication, World
from domain.disclosure.protect import Decision
from domain.disclosure.protect import decide as decide_by
from domain.disclosure.view import View
from domain.disclosure.view import view_of as view_by
from domain.network import Network
from domain.report import build as by
from domain.report.build import QUARTERS
from domain.report.material import Material
from domain.report.order import Order
from domain.report.structure import Report
from domain.report.summary import Summary
from domain.report.summary import summary_of as summary_by
from domain.report.trend import Seen


def build(
    network: Network, material: Material, order: Order, earlier: Iterable[Material] = ()
) -> tuple[Report, Publication]:
    """Return the report, and what is to be remembered of it."""
    return by.build(network, material, order, HighsSolver(), earlier)


def build_quarter(network: Network, material: Material, quarter: int, order: Order) -> Report:
    """Return a quarter's main figures."""
    return by.build_quarter(network, material, quarter, order, HighsSolver())[0]


def build_charts(network: Network, material: Material, order: Order) -> tuple[Report, View]:
    """Return the tables that are drawn, and the view they were asked of."""
    return by.build_charts(network, material, order, HighsSolver())


def told_by_quarter(
    network: Network, material: Material, quarter: int, order: Order
) -> Publication:
    """Return what is to be remembered of a quarter's main figures."""
    return by.build_quarter(network, material, quarter, order, HighsSolver())[1]


def build_quarters(
    network: Network, material: Material, order: Order, quarters: Sequence[int] = QUARTERS
) -> list[Report]:
    """Return the main figures of several quarters; what stays hidden is decided once."""
    seen = by.see(network, material, order, HighsSolver())
    return [by.quarter_of_year(seen, quarter, order) for quarter in quarters]


def see(network: Network, material: Material, order: Order) -> Seen:
    """Return a year's facts and what a reader sees of them."""
    return by.see(network, material, order, HighsSolver())


def summary_of(
    network: Network, material: Material, order: Order, before: Material | None = None
) -> Summary:
    """Return the first figures of a year."""
    return summary_by(network, material, order, HighsSolver(), before)


def decide(world: World, smallest: int, mode: Mode = Mode.SUPPRESS) -> Decision:
    """Return what to hide of a world."""
    return decide_by(world, smallest, HighsSolver(), mode)


def view_of(
    world: World, smallest: int, mode: Mode = Mode.SUPPRESS, office: str | None = None
) -> View:
    """Return what a reader sees of a world."""
    return view_by(world, smallest, HighsSolver(), mode, office)
