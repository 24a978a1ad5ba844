"""The first figures of a year, for a quick answer: A1 to A6, C4 and C5."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.disclosure.values import Shown
from domain.ledger import Entry
from domain.network import Network
from domain.report.build import Order, see
from domain.report.chapters import main_figures
from domain.report.facts import Material
from domain.training import Training


@dataclass(frozen=True, slots=True)
class Summary:
    """The year on one page, ready to show; `unclosed` are events left out of all figures.

    `offices` and `sectors` hold the attendances of trainings, by slug, in the order of the
    network; people are counted once for each event.
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


def summarise(
    network: Network,
    year: int,
    entries: Sequence[Entry],
    trainings: Iterable[Training],
    as_of: date,
) -> Summary:
    """Return the first figures of a year.

    `entries` are the ledger's rows of that year, `trainings` those that start in it.
    """
    return summary_of(network, Material(year, entries, list(trainings)), Order(as_of))


def summary_of(network: Network, material: Material, order: Order) -> Summary:
    """Return the first figures as they stand in the report of the same order."""
    facts, view = see(network, material, order)
    main = {figure.code: figure.value for figure in main_figures((facts, view))}
    return Summary(
        year=material.year,
        events=main["A1"],
        trainings=main["A2"],
        attendances=main["A3"],
        units=main["A4"],
        attendance_units=main["A5"],
        exchanges=main["A6"],
        offices={slug: view(f"office/{slug}") for slug in facts.by_office()},
        sectors={slug: view(f"sector/{slug}") for slug in facts.by_sector()},
        unclosed=tuple(facts.unclosed),
    )
