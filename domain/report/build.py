"""Builds the report of a year: facts, the rule on small numbers, chapters, hints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from domain.disclosure.cells import (
    DoesNotAddUp,
    Narrows,
    OtherMode,
    Publication,
    VersionRefused,
)
from domain.disclosure.solver import Solver
from domain.disclosure.view import View, view_of
from domain.localtime import local_day, quarter_of
from domain.network import Network
from domain.report import measures
from domain.report.cells import world_of
from domain.report.chapters import (
    annex,
    at_a_glance,
    coordination,
    information,
    main_figures,
    outlook,
    quality,
    structure,
)
from domain.report.courses import by_office, offer, trainings
from domain.report.decided import decided
from domain.report.facts import Facts
from domain.report.goals import goal_chapter
from domain.report.material import Material
from domain.report.meeting import exchange
from domain.report.members import growth
from domain.report.naming import place_of
from domain.report.order import Order, TooNarrow, kept_mode
from domain.report.rules import hints
from domain.report.structure import Chapter, Report, Section
from domain.report.trend import Seen
from domain.report_order import is_over

QUARTERS = range(1, 5)


def build(
    network: Network,
    material: Material,
    order: Order,
    solver: Solver,
    earlier: Iterable[Material] = (),
) -> tuple[Report, Publication]:
    """Return the report, and what is to be remembered of it once it is published.

    At most five earlier years are compared, as far as they are out or may come out; a year that
    is not over is compared with none, for they would be longer than it. One whose
    numbers contradict each other, or may not be said again, is left out, and the method says so.
    DoesNotAddUp or Refused if that is so of the year itself.
    """
    seen = see(network, material, order, solver)
    years = _latest(earlier, material.year) if is_over(material.year, order.as_of) else ()
    before, left_out = compared(network, years, order, solver)
    report = put_together(seen, order, before, left_out)
    said = whole(seen[1], before, report)
    return report, replace(said, hints=measures.said_hints(report.hints))


def put_together(
    seen: Seen, order: Order, before: Sequence[Seen] = (), left_out: Iterable[int] = ()
) -> Report:
    """Return the report of what is seen: its numbers of people come from the view alone."""
    facts, view = seen
    chapters = (
        at_a_glance(seen, before),
        structure(facts),
        growth(seen, before),
        coordination(facts, view),
        exchange(facts, view),
        trainings(seen, before),
        information(seen, before),
        quality(seen, before),
        goal_chapter(facts, view),
        outlook(facts, view, order.ahead),
        annex(facts, view, left_out),
    )
    report = replace(_report(seen, order, chapters), decided=decided(facts))
    return _with_hints(report, seen, order)


def _with_hints(report: Report, seen: Seen, order: Order) -> Report:
    """Return the report with its hints, what became of the last ones, and what is done."""
    found = hints(*seen, order.ahead)
    year, until = report.year, order.until or order.as_of
    said = measures.last_said(order.before.get(year - 1, ()))
    before = (
        measures.followed(seen, found, said) if said else None,
        measures.of_before(order.measures, year, until),
    )
    new = measures.of_year(order.measures, year, until)
    return replace(
        report,
        hints=found,
        before=tuple(table for table in before if table),
        measures=(new,) if new else (),
    )


def whole(view: View, before: Iterable[Seen], *printed: object) -> Publication:
    """Return what is to be remembered of a year, and of those it is compared with.

    That is what was asked of the views by now, so it comes last; what is printed was read.
    """
    of_years = {year.year: them.publication(*printed) for year, them in before}
    return replace(view.publication(*printed), of_years=of_years)


def see(network: Network, material: Material, order: Order, solver: Solver) -> Seen:
    """Return a year's facts and what the reader of this order sees of them.

    OtherMode if the year was first handed out in another mode: both together would tell too much.
    TooNarrow if it cannot be handed out beside earlier versions.
    """
    if order.mode is not (kept := kept_mode(order.published, order.mode)):
        raise OtherMode(material.year, kept)
    return _see(network, material, order, solver, asides=True)


def _see(
    network: Network, material: Material, order: Order, solver: Solver, *, asides: bool
) -> Seen:
    """Return what is seen of a year; `asides` are told where all of it is shown."""
    facts = Facts(network, material, order.as_of)
    others = {year: out for year, out in order.before.items() if year != material.year}
    world = world_of(facts, order.published, others)
    world = world if asides else replace(world, asides=())
    try:
        view = view_of(world, network.report.small_cell, solver, order.mode, order.office)
    except Narrows as narrow:
        raise TooNarrow(narrow.lost, place_of(narrow.lost, facts)) from narrow
    return facts, view


def compared(
    network: Network, earlier: Iterable[Material], order: Order, solver: Solver
) -> tuple[list[Seen], list[int]]:
    """Return what is seen of earlier years, and those of which nothing can be said."""
    seen, left_out = [], []
    for material in earlier:
        out = order.before.get(material.year, ())
        try:
            of = replace(order, published=out, office=None, mode=kept_mode(out, order.mode))
            seen.append(_see(network, material, of, solver, asides=False))
        except (DoesNotAddUp, VersionRefused):
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
        hints=(),
        office=order.office,
        hidden=view.hidden,
        lost=tuple(dict.fromkeys(place_of(lost, facts) for lost in view.lost)),
    )


def build_quarter(
    network: Network, material: Material, quarter: int, order: Order, solver: Solver
) -> tuple[Report, Publication]:
    """Return a quarter's main figures, and what is to be remembered of them.

    They are for internal use: no breakdown, no comparison. `material` is that of the year: what
    stays hidden is decided for all quarters together. Raises ValueError if there is no such
    quarter.
    """
    seen = see(network, material, order, solver)
    report = quarter_of_year(seen, quarter, order)
    return report, seen[1].publication(report)


def build_charts(
    network: Network, material: Material, order: Order, solver: Solver
) -> tuple[Report, View]:
    """Return a year's tables that are drawn in the chat, and the view that they were asked of.

    No total is drawn.
    """
    facts, view = seen = see(network, material, order, solver)
    sections = (offer(facts), Section("participation", (by_office(facts, view, whole=None),)))
    return _report(seen, order, (Chapter("trainings", sections),)), view


def quarter_of_year(seen: Seen, quarter: int, order: Order) -> Report:
    """Return a quarter's main figures of what is seen of its year; ValueError if it is none."""
    if quarter not in QUARTERS:
        raise ValueError(f"There is no quarter {quarter}.")
    facts, _ = seen
    return _quarter(seen, _part(facts.network, facts.material, quarter), quarter, order)


def _part(network: Network, material: Material, quarter: int) -> Material:
    """Return what a quarter's main figures are made of."""
    return replace(
        material,
        entries=[e for e in material.entries if quarter_of(e.day) == quarter],
        trainings=[
            t
            for t in material.trainings
            if quarter_of(local_day(t.plan.starts_at, network.zone)) == quarter
        ],
        counters=(),
        answers=(),
    )


def _quarter(seen: Seen, part: Material, quarter: int, order: Order) -> Report:
    year, view = seen
    facts = Facts(year.network, part, year.as_of)
    figures = main_figures((facts, view), quarter=quarter)
    chapters = (Chapter("glance", (Section("glance", figures),)),)
    return replace(_report(seen, order, chapters), quarter=quarter)
