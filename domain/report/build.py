"""Builds the report of a year: facts, the rule on small numbers, chapters, hints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from domain.disclosure.cells import DoesNotAddUp, Mode, Publication
from domain.disclosure.view import view_of
from domain.localtime import quarter_of
from domain.network import Network
from domain.report.cells import world_of
from domain.report.chapters import (
    COMPARED,
    Seen,
    annex,
    at_a_glance,
    coordination,
    goal_chapter,
    information,
    main_figures,
    outlook,
    quality,
    structure,
)
from domain.report.courses import trainings
from domain.report.facts import Ahead, Facts, Material
from domain.report.meeting import exchange
from domain.report.rules import hints
from domain.report.structure import Chapter, Report, Section

QUARTERS = range(1, 5)


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody wants: which way small numbers are protected, and whose eyes it is for.

    `office` reads its own numbers openly; such a version is for internal use. `published` are
    the versions of this year that are out already, `before` those of earlier years.
    """

    as_of: date
    mode: Mode = Mode.SUPPRESS
    office: str | None = None
    published: tuple[Publication, ...] = ()
    ahead: tuple[Ahead, ...] = ()
    before: Mapping[int, tuple[Publication, ...]] = field(default_factory=dict)


def build(
    network: Network, material: Material, order: Order, earlier: Iterable[Material] = ()
) -> tuple[Report, Publication]:
    """Return the report, and what is to be remembered of it once it is published.

    At most five earlier years are compared, as far as they are out or may come out. One whose
    numbers contradict each other is left out, and the method says so. DoesNotAddUp if that is
    so of the year itself.
    """
    facts, view = seen = see(network, material, order)
    before, left_out = compared(network, _latest(earlier, material.year), order)
    chapters = (
        at_a_glance(seen, before),
        structure(facts),
        coordination(facts),
        exchange(facts, view),
        trainings(facts, view),
        information(facts, view),
        quality(facts, view),
        goal_chapter(facts),
        outlook(facts, view, order.ahead),
        annex(facts, view, left_out),
    )
    of_years = {year.year: them.excerpt(*COMPARED) for year, them in before}
    return _report(seen, order, chapters), replace(view.publication(), of_years=of_years)


def see(network: Network, material: Material, order: Order) -> Seen:
    """Return a year's facts and what the reader of this order sees of them."""
    facts = Facts(network, material, order.as_of)
    world = world_of(facts, order.published)
    return facts, view_of(world, network.report.small_cell, order.mode, order.office)


def compared(
    network: Network, earlier: Iterable[Material], order: Order
) -> tuple[list[Seen], list[int]]:
    """Return what is seen of earlier years, and those of which nothing can be said."""
    seen, left_out = [], []
    for material in earlier:
        out = order.before.get(material.year, ())
        try:
            seen.append(see(network, material, replace(order, published=out, office=None)))
        except DoesNotAddUp:
            left_out.append(material.year)
    return seen, left_out


def _latest(earlier: Iterable[Material], year: int) -> Sequence[Material]:
    known = [each for each in earlier if each.year < year]
    return sorted(known, key=lambda each: each.year)[-5:]


def _report(seen: Seen, order: Order, chapters: tuple[Chapter, ...]) -> Report:
    facts, view = seen
    return Report(
        network=facts.network.slug,
        year=facts.year,
        as_of=order.as_of,
        mode=order.mode,
        chapters=chapters,
        hints=hints(facts, view, order.ahead),
        office=order.office,
        hidden=view.hidden,
    )


def build_quarter(network: Network, material: Material, quarter: int, order: Order) -> Report:
    """Return a quarter's main figures, for internal use: no breakdown, no comparison.

    `material` is that of the year: what stays hidden is decided for all quarters together.
    Raises ValueError if there is no such quarter.
    """
    (report,) = build_quarters(network, material, order, (quarter,))
    return report


def build_quarters(
    network: Network, material: Material, order: Order, quarters: Sequence[int] = QUARTERS
) -> list[Report]:
    """Return the main figures of several quarters; what stays hidden is decided once."""
    if wrong := set(quarters).difference(QUARTERS):
        raise ValueError(f"There is no quarter {min(wrong)}.")
    seen = see(network, material, order)
    return [_quarter(seen, _part(network, material, each), each, order) for each in quarters]


def _part(network: Network, material: Material, quarter: int) -> Material:
    """Return what a quarter's main figures are made of."""
    return replace(
        material,
        entries=[e for e in material.entries if quarter_of(e.day) == quarter],
        trainings=[
            t
            for t in material.trainings
            if quarter_of(t.plan.starts_at.astimezone(network.zone).date()) == quarter
        ],
        counters=(),
        answers=(),
    )


def _quarter(seen: Seen, part: Material, quarter: int, order: Order) -> Report:
    year, view = seen
    facts = Facts(year.network, part, year.as_of)
    figures = main_figures((facts, view), quarter=quarter)
    chapters = (Chapter("glance", (Section("glance", figures),)),)
    return replace(_report(seen, order, chapters), quarter=quarter, hints=())
