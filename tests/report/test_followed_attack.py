"""What became of last year's hints, attacked over years in a row with corrections between."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.disclosure.cells import Mode, VersionRefused
from domain.network import Network
from domain.report.measures import said_hints
from domain.report.order import Order
from domain.report.structure import Label, Report, Table
from domain.vocabulary import EventFormat, Topic
from tests.disclosure.course import read_comparison
from tests.disclosure.followed import printed_by, read_followed, rows_of
from tests.disclosure.versions import Versions
from tests.report.making import build
from tests.report.recount import Recount
from tests.report.small_years import SECTORS, TOPICS, in_year, worlds, year_of
from tests.report.test_kept_worlds import course
from tests.report.test_year_versions import Corrected, Press, corrected, corrections, fewer
from tests.story_years import AS_OF, LAST, ToldYear
from tests.tried import Tried

Drawn = dict[str, Any]
Told = Callable[[Report], Report]

#: As many as a queue must have for a rule to speak, and as few as must not be told.
queue = st.sampled_from((0, 0, 1, 2, 4, 5, 8, 30))
crowd = st.sampled_from((1, 3, 4, 6, 12, 40))
queued = st.fixed_dictionaries(
    {
        "format": st.sampled_from((EventFormat.SEMINAR, EventFormat.WORKSHOP)),
        "topic": st.sampled_from(TOPICS),
        "units": st.just(4),
        "month": st.integers(1, 12),
        "seats": st.sampled_from((None, 12, 50)),
        "came": st.dictionaries(
            st.tuples(st.integers(0, 3), st.sampled_from(SECTORS)), crowd, min_size=1, max_size=3
        ),
        "absent": queue, "late": st.integers(0, 3), "early": st.integers(0, 2),
        "waited": queue, "promoted": st.integers(0, 3),
    }
)  # fmt: skip
pointed = st.fixed_dictionaries(
    {
        "courses": st.lists(queued, min_size=5, max_size=6),
        "needs": st.lists(st.sampled_from((*TOPICS, Topic.TRAUMA)), max_size=9),
        "advice": st.just(list[tuple[int, int]]()),
    }
)


class Rows:
    """Follows hints over the years, and counts what became of them."""

    def __init__(self, network: Network, mode: Mode, drawn: Sequence[Corrected]) -> None:
        self.press, self.became = Press(network, mode), list[str]()
        self.states = [[year_of(network, each) for each in corrected(*both)] for both in drawn]
        self.attacks = [Versions(rounded=mode is Mode.ROUND5) for _ in drawn]
        self.first = LAST - len(drawn) + 1
        self.reports: dict[int, Report] = {}

    def of_year(self, year: int, at: int) -> tuple[list[ToldYear], list[dict[str, int]]]:
        """Return this and the earlier years as they are now, and what was left of them."""
        now = [*(of[-1] for of in self.states[:year]), self.states[year][at]]
        left = []
        for attack, of in zip(self.attacks, now, strict=False):
            attack.state(Recount(of))
            left.append(attack.unread())
        return [in_year(of, self.first + n) for n, of in enumerate(now)], left

    def hand_out(self, year: int, at: int, told: Told, tried: Tried) -> list[dict[str, int]]:
        """Hand out a version of a year, beside all before; return what it narrows of each."""
        (*earlier, newest), left = self.of_year(year, at)
        try:
            report = told(self.press.year(newest, *earlier))
        except VersionRefused:
            tried.refused += 1
            for each in self.attacks[: year + 1]:
                each.readers.pop()
            return []
        tried.version(report.hidden)
        self._read(report, year)
        return [
            fewer(attack, before, tried) for attack, before in zip(self.attacks, left, strict=False)
        ]

    def _read(self, report: Report, year: int) -> None:
        now = self.attacks[year].readers[-1]
        now.read(report)
        read_comparison(report, self.attacks[:year], self.first)
        if year:
            then, before = self.attacks[year - 1].readers[-1], self.reports.get(year - 1)
            read_followed(report, now, then, printed_by(before.hints if before else ()))
        self.became += [became for *_, became in rows_of(report)]
        self.reports[year] = report


def as_it_is(report: Report) -> Report:
    return report


def in_a_row(
    network: Network,
    drawn: Sequence[Corrected],
    *,
    mode: Mode = Mode.SUPPRESS,
    told: Told = as_it_is,
    tried: Tried | None = None,
    again: Sequence[bool] = (True, True, True),
) -> list[str]:
    """Hand out each year, and some `again` once they are corrected; return what became of hints."""
    rows, tried = Rows(network, mode, drawn), tried or Tried()
    tried.worlds += 1
    for year, states in enumerate(rows.states):
        for at in range(len(states) if again[year] else 1):
            for each in rows.hand_out(year, at, told, tried):
                assert each == {}, f"narrowed by version {at} of {rows.first + year}"
    return rows.became


@pytest.mark.wide
@given(
    mode=st.sampled_from(Mode),
    drawn=st.lists(st.tuples(pointed, corrections), min_size=3, max_size=3),
    again=st.lists(st.booleans(), min_size=3, max_size=3),
)
@worlds(3, 200)
def test_what_became_of_hints_keeps_what_was_left(
    network: Network, tried: Tried, mode: Mode, drawn: list[Corrected], again: list[bool]
) -> None:
    in_a_row(network, drawn, mode=mode, tried=tried, again=again)


def waits(waited: int, came: int, **more: Any) -> Drawn:
    """Return five trainings on a topic, with a waiting list before the first of them."""
    full = {(0, "school"): came, (1, "police"): came, (2, "health"): came}
    first = course(full, waited=waited, topic=Topic.SCHOOL, **more)
    others = [course(full, topic=Topic.SCHOOL, month=month) for month in (2, 4, 8, 11)]
    return {"courses": [first, *others], "needs": [], "advice": []}


def small(waited: int) -> Drawn:
    """Return a year in which few wanted in, of whom some waited; many came to meetings."""
    meeting = course(
        {(0, "school"): 40, (1, "police"): 40}, format=EventFormat.COORDINATION_CONFERENCE
    )
    of = course({(0, "school"): 8}, waited=waited, topic=Topic.SCHOOL)
    return {"courses": [of, *[meeting] * 4], "needs": [], "advice": []}


MANY = waits(200, 30)
NONE: list[tuple[int, int, int]] = []
#: What follows a year with a long waiting list.
IN_A_ROW: dict[str, tuple[Drawn, Drawn]] = {
    "larger and smaller": (waits(300, 30), waits(150, 30)),
    "gone": (waits(0, 30), waits(10, 30)),
    "untold": (waits(2, 30), small(2)),
}


@pytest.mark.long
@pytest.mark.parametrize("case", IN_A_ROW)
@pytest.mark.parametrize("mode", Mode)
def test_each_result_keeps_what_was_left(network: Network, mode: Mode, case: str) -> None:
    drawn = [(each, [(0, 0, -10)]) for each in (MANY, *IN_A_ROW[case])]  # less hides every sum
    became = in_a_row(network, drawn, mode=mode)

    if mode is Mode.SUPPRESS:
        assert set(case.split(" and ")) <= set(became)


def with_rows(report: Report, *rows: tuple[str, str]) -> Report:
    """Return a report whose table says another result, where it said this one."""
    tables = [
        replace(table, rows=tuple(_renamed(row, dict(rows)) for row in table.rows))
        if table.code == "H1"
        else table
        for table in report.before
    ]
    return replace(report, before=tuple(tables))


def _renamed(row: Any, names: dict[str, str]) -> Any:
    last = row[-1]
    silent = row[2] == Label("text", "report-no-hint")
    return (*row[:-1], Label("became", names.get(last.slug, last.slug))) if silent else row


def test_gone_is_found_out_where_it_is_said_of_a_hidden_number(network: Network) -> None:
    """Ten wanted in, at most a fifth of them waited: then those who did are two or one."""
    drawn = [(MANY, NONE), (small(2), NONE)]

    assert "untold" in in_a_row(network, drawn)
    with pytest.raises(AssertionError, match=r"waited/school|o1 is not gone"):
        in_a_row(network, drawn, told=lambda report: with_rows(report, ("untold", "gone")))


def test_gone_is_found_out_where_it_is_not_so(network: Network) -> None:
    """Four of twelve waited, which is a long waiting list, and is hidden."""
    drawn = [(MANY, NONE), (small(4), NONE)]

    with pytest.raises(AssertionError, match="o1 is not gone"):
        in_a_row(network, drawn, told=lambda report: with_rows(report, ("untold", "gone")))


def test_a_value_that_was_never_printed_is_found_out(network: Network) -> None:
    """Last year was corrected by two and not handed out again; its new rate would tell that."""
    drawn = [(MANY, [(0, 0, -2)]), (MANY, NONE)]

    def recounted(report: Report) -> Report:
        if report.year != LAST:
            return report
        of = in_year([year_of(network, each) for each in corrected(*drawn[0])][-1], LAST - 1)
        new, _ = build(network, of.material, Order(AS_OF))
        said = said_hints(new.hints)
        rates = {f"{s.code}/{s.kind}/{s.slug}": f"{s.unit} {s.value}" for s in said if s.value}
        return replace(report, before=tuple(_with(table, rates) for table in report.before))

    again = (False, True)
    assert "same" in in_a_row(network, drawn, again=again)
    with pytest.raises(AssertionError, match="narrowed"):
        in_a_row(network, drawn, again=again, told=recounted)


def _with(table: Table, rates: dict[str, str]) -> Table:
    """Return the table with these values of last year."""
    rows = [
        (row[0], Label("printed", rates[row[0].slug]), *row[2:])
        if isinstance(row[0], Label) and row[0].slug in rates
        else row
        for row in table.rows
    ]
    return replace(table, rows=tuple(rows))
