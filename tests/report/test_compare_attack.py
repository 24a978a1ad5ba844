"""Comparisons under attack: who holds one knows no more than who holds the files it is made of.

Each network is a world of its own, so an attacker who reads its file is as strong as ours of one
report. What a comparison adds is read from its own file, line by line: a number of one network, or
in a careless one a sum or a difference of several.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.disclosure.cells import Mode
from domain.network import Network
from domain.report_compare import GROUPS, TOTAL, Comparison
from tests.disclosure.printed import FIGURES
from tests.disclosure.reader import Reader
from tests.disclosure.solver import Bounds, Line, spread
from tests.report.recount import Recount
from tests.report.side_by_side import (
    TEXTS,
    Handed,
    compared,
    course,
    handed,
    large,
    made_up,
    rows,
    small,
)
from tests.report.small_years import worlds, years
from tests.tried import Tried
from texts.documents.report_compare import compare_csv, compose, screen
from texts.documents.report_csv_read import names
from texts.documents.report_xlsx import xlsx

#: A rate stands in the file with six digits: under 1 all of them behind its point.
DIGITS = 10**6
#: How careless lines call several networks.
ALL, LESS = "alle", "weniger"

Rows = list[dict[str, str]]


class Together:
    """Knows the files of several networks, each with its number before the names."""

    def __init__(self, networks: Sequence[Handed]) -> None:
        self.bounds: Bounds = {}
        self.lines: list[Line] = []
        self.true: dict[str, int] = {}
        self.wanted: dict[str, int] = {}
        self.secret: set[str] = set()
        self._of = {each.year.network.slug: n for n, each in enumerate(networks)}
        self._seats = [self._of_seats(each) for each in networks]
        for number, each in enumerate(networks):
            reader = Reader(Recount(each.year))
            reader.read(each.report)
            self._take(number, reader)

    @staticmethod
    def _of_seats(of: Handed) -> Mapping[str, int]:
        """Return what C7 and C8 are a part of: seats, which everybody may know."""
        figures = of.report.figures()
        return {c: int(figures[c].whole.number or 0) for c in ("C7", "C8")}  # type: ignore[union-attr]  # they have one

    def _take(self, number: int, reader: Reader) -> None:
        def mine(name: str) -> str:
            return f"{number}:{name}"

        self.bounds |= {mine(name): of for name, of in reader.bounds.items()}
        self.true |= {mine(name): n for name, n in reader.true.items()}
        self.lines += [({mine(n): w for n, w in of.items()}, a, b) for of, a, b in reader.lines]
        self.secret |= {mine(name) for name in reader.secret}
        self.wanted |= {mine(name): need for name, need in reader.needs().items()}
        for name, need, (of, a, b) in reader.rests():
            self.wanted[mine(name)], self.bounds[mine(name)] = need, (0, inf)
            self.lines.append(({mine(n): w for n, w in of.items()}, a, b))

    def read(self, lines: Iterable[Mapping[str, str]]) -> None:
        """Take in the lines of a comparison."""
        for row in lines:
            if not row["value"] or row["code"] == "M2":
                continue
            value = float(row["value"])
            if row["network"] in self._of:
                self._learn(self._of[row["network"]], row, value)
            else:
                self._learn_of_several(row["network"], row["part"], int(value))

    def _learn(self, number: int, row: Mapping[str, str], value: float) -> None:
        rounded, code = row["rounded"] == "1", row["code"]
        if code == "C5":
            name, off = f"{number}:{_name(row['part'])}", 2 if rounded else 0
            low, high = self.bounds[name]
            self.bounds[name] = (max(low, value - off), min(high, value + off))
        elif code in FIGURES and not rounded:
            self._learn_rate(number, code, value)

    def _learn_rate(self, number: int, code: str, value: float) -> None:
        part, whole = (f"{number}:{name}" for name in FIGURES[code])
        rate, off = round(DIGITS * value), 1 if value < 1 else 10 ** len(str(int(value)))
        if code in self._seats[number]:
            seats = self._seats[number][code]
            self.lines.append(({part: DIGITS}, (rate - off) * seats, (rate + off) * seats))
            return
        self.lines.append(({part: DIGITS, whole: -(rate - off)}, 0, inf))
        self.lines.append(({part: DIGITS, whole: -(rate + off)}, -inf, 0))

    def _learn_of_several(self, who: str, part: str, value: int) -> None:
        """Take in a sum over all networks, or the difference of the first two."""
        all_ = [f"{number}:{_name(part)}" for number in self._of.values()]
        weights = dict.fromkeys(all_, 1) if who == ALL else {all_[0]: 1, all_[1]: -1}
        self.lines.append((weights, value, value))

    def spreads(self) -> dict[str, int]:
        """Return how far each guarded number varies, up to what it must."""
        found = spread(self.bounds, self.lines, self.wanted)
        return {name: min(found[name], need) for name, need in self.wanted.items()}

    def leaks(self) -> set[str]:
        """Return the guarded numbers that vary less than they must."""
        return {name for name, found in self.spreads().items() if found < self.wanted[name]}


def _name(part: str) -> str:
    return "courses" if part == TOTAL else f"sector/{part}"


def handed_by(
    network: Network, drawn: Sequence[dict[str, Any]], modes: Sequence[Mode] = tuple(Mode)[:1]
) -> list[Handed]:
    """Return what made-up networks hand out, in turn in these modes."""
    return [
        handed(made_up(network, n), each, modes[n % len(modes)]) for n, each in enumerate(drawn)
    ]


def narrowed(networks: Sequence[Handed], lines: Rows | None = None) -> dict[str, tuple[int, int]]:
    """Return the guarded numbers that a comparison narrows down, before and after."""
    attack = Together(networks)
    before = attack.spreads()
    attack.read(rows(compare_csv(TEXTS, of_files(networks))) if lines is None else lines)
    after = attack.spreads()
    return {name: (n, after[name]) for name, n in before.items() if after[name] < n}


def of_files(networks: Sequence[Handed]) -> Comparison:
    """Return the comparison of what networks hand out."""
    return compared([each.file for each in networks])


def careless(networks: Sequence[Handed], who: str) -> Iterator[dict[str, str]]:
    """Yield what a comparison would say that looked behind the files: sums, or differences."""
    numbers = [Recount(each.year).tables()["C5"] for each in networks]
    for slug in numbers[0]:
        true = [int(each[slug][0] or 0) for each in numbers]
        value = sum(true) if who == ALL else true[0] - true[1]
        yield {"network": who, "code": "C5", "part": slug, "value": str(value), "rounded": "0"}


MANY = [2, 8, pytest.param(24, marks=pytest.mark.wide)]


@pytest.mark.parametrize("count", MANY)
@pytest.mark.parametrize("modes", [(Mode.SUPPRESS,), tuple(Mode)], ids=["hidden", "mixed"])
def test_a_comparison_narrows_nothing_down(
    network: Network, count: int, modes: tuple[Mode, ...]
) -> None:
    networks = handed_by(network, [small(n) for n in range(count)], modes)
    attack = Together(networks)

    assert len(attack.secret) >= count
    assert attack.leaks() == set()
    assert narrowed(networks) == {}


def others(number: int) -> dict[str, Any]:
    """Return a year in which the police came in numbers, but for that of the first network."""
    came = {(0, "school"): 20 + number, (1, "police"): 3 if number == 0 else 9 + number}
    return {"courses": [course({**came, (2, "health"): 8})], "needs": [], "advice": []}


@pytest.mark.parametrize("count", MANY)
@pytest.mark.parametrize("who", [ALL, LESS])
def test_a_careless_comparison_is_found_out(network: Network, count: int, who: str) -> None:
    """It adds up, or subtracts, over what one network hides and the others show."""
    networks = handed_by(network, [others(n) for n in range(count)])
    attack = Together(networks)
    assert "0:sector/police" in attack.secret
    assert attack.leaks() == set()
    attack.read(careless(networks, who))

    assert "0:sector/police" in attack.leaks()
    assert narrowed(networks) == {}


def test_a_hidden_number_that_stands_in_a_comparison_is_found_out(network: Network) -> None:
    networks = handed_by(network, [others(n) for n in range(2)])
    lines = rows(compare_csv(TEXTS, of_files(networks)))
    police = next(row for row in lines if row["part"] == "police")
    assert police["value"] == ""
    police["value"] = "3"

    assert "0:sector/police" in narrowed(networks, lines)


@pytest.mark.wide
@given(drawn=st.lists(years, min_size=2, max_size=3), mixed=st.booleans())
@worlds(6, 200)
def test_no_comparison_of_small_years_narrows_anything_down(
    network: Network, tried: Tried, drawn: list[dict[str, Any]], mixed: bool
) -> None:
    tried.worlds += 1
    networks = handed_by(network, drawn, tuple(Mode) if mixed else (Mode.SUPPRESS,))

    assert narrowed(networks) == {}


def printed_in(file: bytes) -> dict[tuple[str, str], tuple[str, str]]:
    """Return each value of a file that is compared, by code and part, found with plain words."""
    known = names(TEXTS)
    found = {}
    for row in rows(file):
        table = "F-" if row["code"].startswith("F-") else row["code"]
        place = known.get((table, row["row"], row["column"]))
        if place:
            found[place] = (row["value"], row["shown"])
    return found


@pytest.mark.parametrize("count", MANY)
def test_each_value_is_a_printed_value_of_one_file(network: Network, count: int) -> None:
    drawn = [large(n) if n % 2 else small(n) for n in range(count)]
    networks = handed_by(network, drawn, tuple(Mode))
    files = {each.year.network.slug: printed_in(each.file) for each in networks}
    lines = rows(compare_csv(TEXTS, of_files(networks)))
    signs = {"·": "nicht ausgewiesen", "/": "Basis zu klein", "…": "keine Angabe"}
    places = {of.place for group in GROUPS for of in group.compared}

    assert {row["network"] for row in lines} == set(files)
    assert any(row["shown"] == "nicht ausgewiesen" for row in lines)
    for row in lines:
        place = row["code"], row["part"]
        value, shown = files[row["network"]].get(place, ("", ""))
        assert place in places
        assert row["value"] == value
        if not shown:
            assert row["shown"] == "nicht im Bericht"
        elif not value:
            assert row["shown"] == signs[shown]
        else:
            told = row["shown"].removeprefix("≈ ")
            assert told == shown or (told, shown) == ("0", "–")
    named = {(row["network"], row["code"], row["part"]) for row in lines}
    missing = {(slug, *at) for slug, values in files.items() for at in values} - named
    assert missing == set()


def test_screen_and_pages_have_no_number_but_the_printed_ones(network: Network) -> None:
    networks = handed_by(network, [large(1), small(2), large(3)], tuple(Mode))
    comparison = of_files(networks)
    pages = compose(TEXTS, comparison)
    known = {shown for each in networks for _, shown in printed_in(each.file).values()}
    known |= {"2026", "15. Januar 2027", "0"}
    cells = [c for grid in pages.grids() for row in grid.rows for c in row[1:]]
    words = {re.sub(r"^≈ ", "", cell.text) for cell in cells}
    told = {word for word in words if re.search(r"\d", word)}

    assert len(told) > 20
    assert told - {"auf 5 gerundet"} <= known
    assert all(grid.total is None for grid in pages.grids())
    numbers = re.findall(r"\d(?:[\d.,]*\d)?(?:\s%)?", screen(pages).partition("MASSNAHMEN")[0])
    names_ = {"1", "2", "3", "4", "5", "2026", "2027", "0", "15"}
    assert set(numbers) <= known | names_
    book = openpyxl.load_workbook(io.BytesIO(xlsx(TEXTS, pages)))
    values = {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    allowed = {float(v) for each in networks for v, _ in printed_in(each.file).values() if v}
    assert {v for v in values if isinstance(v, int | float)} <= allowed
    book.close()
