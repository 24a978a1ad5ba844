"""What is remembered of each version of a year, and what becomes of the next one beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from domain.disclosure.cells import KnownTooWell, Mode, OtherMode, Publication, Range
from domain.report.material import Material
from domain.report.order import Order, TooNarrow
from domain.report.structure import FigurePlace, Label
from tests.domain.full_year import MATERIAL, outline, section, table
from tests.domain.years import AS_OF, NETWORK, YEAR, closed, event
from tests.report.making import build, build_charts, told_by_quarter

FIRST = date(2028, 1, 7)
FIVE, THREE = {"police": 3, "school": 2}, {"police": 1, "school": 2}


def year(sectors: Mapping[str, int], of: int = YEAR) -> Material:
    """Return a year with one training."""
    one, came = event(1, year=of), sum(sectors.values())
    return Material(of, closed(one, {"a": came}, sectors), [one])


def published(material: Material, mode: Mode = Mode.SUPPRESS) -> Publication:
    """Return the version of a year that was handed out first."""
    return replace(build(NETWORK, material, Order(AS_OF, mode))[1], made_on=FIRST)


def test_what_stands_in_a_report_was_surely_read() -> None:
    _, kept = build(NETWORK, MATERIAL, Order(AS_OF), [year({"school": 90}, YEAR - 1)])

    assert (kept.surely("came"), kept.surely("event/4")) == (Range(88, 88), Range(12, 12))
    assert kept.of_years[YEAR - 1].surely("came") == Range(90, 90)


def test_a_quarter_tells_its_own_figures_alone() -> None:
    kept = told_by_quarter(NETWORK, MATERIAL, 2, Order(AS_OF))

    assert kept.said == {"came/2": Range(72, 72), "hours/2": Range(336, 336)}
    assert kept.maybe == frozenset()


def test_the_charts_draw_no_total_and_tell_of_the_districts_alone() -> None:
    report, view = build_charts(NETWORK, MATERIAL, Order(AS_OF, office="a"))

    assert outline(report) == {
        "trainings": {"offer": ["C1 column", "C2 stacked", "C3 bar"], "participation": ["C4 bar"]}
    }
    assert table(report.tables()["C4"]) == [
        "col-district | col-people", "office:a | 60", "office:b | 16"
    ]  # fmt: skip
    assert (report.year, report.as_of, report.office) == (YEAR, AS_OF, "a")
    assert view.publication(report).said.keys() == {"office/a", "office/b"}


def test_a_year_stays_in_the_mode_it_was_first_handed_out_in() -> None:
    fives = Order(AS_OF, Mode.ROUND5, published=(published(year(FIVE)),))

    with pytest.raises(OtherMode) as why:
        build(NETWORK, year(FIVE), fives)

    assert (why.value.year, why.value.mode) == (YEAR, Mode.SUPPRESS)


def test_a_version_that_would_tell_too_much_beside_the_first_is_refused() -> None:
    with pytest.raises(TooNarrow) as why:
        build(NETWORK, year(THREE), Order(AS_OF, published=(published(year(FIVE)),)))

    assert why.value.lost == KnownTooWell("sector/police", FIRST)
    assert why.value.place == FigurePlace("C5", Label("sector", "police"), FIRST)
    assert build(NETWORK, year(THREE), Order(AS_OF))[0].lost == ()


def test_so_is_an_earlier_year_left_out_beside_its_own_versions() -> None:
    before = year(THREE, YEAR - 1)
    out = {YEAR - 1: (published(year(FIVE, YEAR - 1)),)}
    left_out = f"report-year-left-out:year=year:{YEAR - 1}"

    for order, is_left_out in ((Order(AS_OF, before=out), True), (Order(AS_OF), False)):
        report, _ = build(NETWORK, MATERIAL, order, [before])
        assert (left_out in section(report, "method")) is is_left_out


def test_an_earlier_year_is_read_in_the_mode_of_its_own() -> None:
    before = year({"school": 41}, YEAR - 1)
    out = {YEAR - 1: (published(before, Mode.ROUND5),)}

    def came(order: Order) -> str:
        return table(build(NETWORK, MATERIAL, order, [before])[0].tables()["A"])[3]

    assert came(Order(AS_OF, before=out)).startswith("fig-A3 | 40 | 88 |")
    assert came(Order(AS_OF)).startswith("fig-A3 | 41 | 88 |")


def test_what_an_old_version_told_is_named_where_it_stands() -> None:
    few, more = event(1), event(2)
    rows = [*closed(few, {"a": 3}, {"school": 3}), *closed(more, {"a": 42}, {"school": 42})]
    material = Material(YEAR, rows, [few, more])
    out = published(material)
    leak = replace(out, said={**out.said, "event/1": Range(3, 3)})
    report, _ = build(NETWORK, material, Order(AS_OF, published=(leak,)))

    assert FigurePlace("X1", Label("title", few.title), FIRST) in report.lost
    assert len(set(report.lost)) == len(report.lost)
    assert build(NETWORK, material, Order(AS_OF, published=(out,)))[0].lost == ()
