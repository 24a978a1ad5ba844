"""The numbers of members that are printed of some years tell nobody who came or went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.disclosure.cells import Mode, Publication
from domain.ledger.entries import Entry, LedgerKind
from domain.report.material import Material
from domain.report.order import Order
from domain.report.structure import Report
from tests.disclosure.solver import Line, spread
from tests.domain.full_year import item, table
from tests.domain.years import AS_OF, NETWORK, YEAR, loose
from tests.report.making import build
from tests.report.small_years import worlds

MEMBERS = LedgerKind.MEMBERS
K = 5


def year_of(year: int, offices: Mapping[str, int], sectors: Mapping[str, int]) -> Material:
    """Return a year of which members were counted at its end."""
    day = date(year, 12, 31)
    rows = [Entry(day, MEMBERS, sum(offices.values()))]
    rows += [Entry(day, MEMBERS, n, office=slug) for slug, n in offices.items() if n]
    rows += [Entry(day, MEMBERS, n, sector=slug) for slug, n in sectors.items() if n]
    return Material(year, rows)


def told(report: Report, code: str) -> dict[str, Any]:
    found = report.tables()
    rows = [row.split(" | ") for row in table(found[code])[1:]] if code in found else []
    return {row[0].partition(":")[2] or row[0]: row[1] for row in rows}


def test_members_stand_by_quarter_and_at_the_end_of_the_year_by_office_and_sector() -> None:
    rows = [Entry(date(YEAR, 6, 30), MEMBERS, 12)]
    year = year_of(YEAR, {"a": 9, "b": 7}, {"school": 11, "police": 5})
    report, _ = build(NETWORK, replace(year, entries=[*rows, *year.entries]), Order(AS_OF))

    assert told(report, "N1") == {"2": "12", "4": "16"}
    assert told(report, "N2") == {"a": "9", "b": "7", "total": "16"}
    assert told(report, "N3") == {
        "youth-office": "0", "school": "11", "police": "5", "other": "0", "total": "16"
    }  # fmt: skip


def test_a_number_that_changed_by_few_since_it_was_published_is_hidden() -> None:
    sectors = {"school": 40}
    last, out = build(NETWORK, year_of(YEAR - 1, {"a": 20, "b": 20}, sectors), Order(AS_OF))
    order = Order(AS_OF, before={YEAR - 1: (out,)})

    assert told(last, "N2")["a"] == "20"
    for grown, shown in ((22, "hidden"), (24, "hidden"), (25, "25"), (18, "hidden"), (20, "20")):
        material = year_of(YEAR, {"a": grown, "b": 40}, {"school": grown + 40})
        assert told(build(NETWORK, material, order)[0], "N2")["a"] == shown, grown
        alone = told(build(NETWORK, material, Order(AS_OF))[0], "N2")
        assert alone["a"] == str(grown)  # nothing was published of the year before


def test_a_year_that_is_published_late_looks_at_the_year_after() -> None:
    later = year_of(YEAR, {"a": 20, "b": 40}, {"school": 60})
    _, out = build(NETWORK, later, Order(AS_OF))
    material = year_of(YEAR - 1, {"a": 18, "b": 20}, {"school": 38})

    order = Order(AS_OF, before={YEAR: (out,)})
    assert told(build(NETWORK, material, order)[0], "N2")["a"] == "hidden"


few = st.integers(0, 12)
counts = st.fixed_dictionaries({"a": few, "b": st.integers(1, 12), "school": few})


@pytest.mark.long
@given(st.lists(counts, min_size=2, max_size=3), st.sampled_from(Mode))
@worlds(40, 400)
def test_years_in_a_row_tell_no_small_number_and_no_small_change(
    drawn: list[dict[str, int]], mode: Mode
) -> None:
    """All that was handed out of all years, taken together, by a solver of its own."""
    out: dict[int, tuple[Publication, ...]] = {}
    bounds: dict[str, tuple[float, float]] = {}
    lines: list[Line] = []
    true: dict[str, int] = {}
    published: dict[str, int] = {}
    changes: dict[str, int] = {}
    for number, each in enumerate(drawn):
        year = YEAR - len(drawn) + 1 + number
        whole = each["a"] + each["b"]
        school = min(each["school"], whole)
        sectors = {"school": school, "police": whole - school}
        offices = {"a": each["a"], "b": each["b"]}
        report, said = build(
            NETWORK, year_of(year, offices, sectors), Order(AS_OF, mode, before=dict(out))
        )
        out[year] = (said,)
        names = {"N2": offices, "N3": sectors}
        for code, parts in names.items():
            shown = {row[0].slug: row[1] for row in report.tables()[code].rows}  # type: ignore[union-attr]  # labels
            total = report.tables()[code].total
            assert total is not None
            _learn(f"{year}/all", whole, total[1], bounds, true)
            for slug, n in parts.items():
                name = f"{year}/{code}/{slug}"
                hides = any(s.number is None and not parts.get(k, 0) for k, s in shown.items())  # type: ignore[union-attr]  # numbers
                _learn(name, n, shown[slug], bounds, true, zeros=hides)
                last = published.get(f"{code}/{slug}")
                if last is not None:
                    changes[name] = n - true[f"{last}/{code}/{slug}"]
                    step = f"change {name}"
                    true[step], bounds[step] = changes[name], (-100, 100)
                    before = f"{last}/{code}/{slug}"
                    lines.append(({name: 1, before: -1, step: -1}, 0, 0))
                if shown[slug].number is not None:  # type: ignore[union-attr]  # numbers
                    published[f"{code}/{slug}"] = year
            inner = {f"{year}/{code}/{slug}": 1 for slug in parts}
            lines.append(({**inner, f"{year}/all": -1}, 0, 0))
    need = 1 if mode is Mode.ROUND5 else K - 2
    wanted = {n: need for n, v in true.items() if 0 < abs(v) < K}
    found = spread(bounds, lines, wanted)

    assert {n: found[n] for n in wanted if found[n] < wanted[n]} == {}


def _learn(
    name: str,
    value: int,
    shown: Any,
    bounds: dict[str, tuple[float, float]],
    true: dict[str, int],
    *,
    zeros: bool = False,
) -> None:
    """Take in a number as a report says it; one of none is hidden only where others may be."""
    true[name] = value
    if shown.number is None:
        bounds[name] = (0 if zeros else 1, float("inf"))
    else:
        bounds[name] = (max(0, int(shown.number) - shown.off), int(shown.number) + shown.off)


def test_the_first_time_is_told_from_published_values_alone() -> None:
    rows = [
        loose(LedgerKind.EVENT_HELD, 1, "seminar"),
        loose(LedgerKind.ATTENDANCE, 20, "seminar"),
        loose(LedgerKind.ATTENDANCE, 12, "seminar", office="a"),
        loose(LedgerKind.ATTENDANCE, 8, "seminar", office="b"),
        loose(LedgerKind.ATTENDANCE, 20, "seminar", sector="school"),
    ]
    day = date(YEAR - 1, 5, 4)
    before = [
        replace(row, day=day, n=12 if row.office is None else row.n)
        for row in rows
        if row.office != "b"
    ]
    report, _ = build(NETWORK, Material(YEAR, rows), Order(AS_OF), [Material(YEAR - 1, before)])

    assert table(report.tables()["N4"]) == ["col-institution | col-people", "office:b | 8"]
    few = [replace(row, n=3) if row.office == "b" else row for row in rows]
    few = [replace(row, n=15) if row.n == 20 else row for row in few]
    hidden, _ = build(NETWORK, Material(YEAR, few), Order(AS_OF), [Material(YEAR - 1, before)])
    assert table(hidden.tables()["N4"]) == ["col-institution | col-people"]


def test_since_when_a_coordination_office_is_staffed_stands_beside_it() -> None:
    first = replace(NETWORK.offices[0], staffed_since=date(2024, 3, 1))
    network = replace(NETWORK, offices=(first, *NETWORK.offices[1:]))
    report, _ = build(network, Material(YEAR), Order(AS_OF))

    rows = report.tables()["S1"].rows
    assert [item(row[-1]) for row in rows] == ["day:2024-03-01", "missing"]
