"""The attacker reads each number of people that a report prints; all else is named, with a reason.

Each number of a report is made another, one after the other. An attacker who takes in the same as
before has not read it: then it must stand in `tests.disclosure.things`, or a leak could hide there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from domain.disclosure.values import SEAL, Shown, Sign, Unit
from domain.network import Network
from domain.report.order import Order
from domain.report.rules import RULES
from domain.report.structure import Chapter, Figure, Label, Report, Section, Table
from domain.vocabulary import Topic
from tests.disclosure.course import read_comparison, read_course
from tests.disclosure.printed import HINTS
from tests.disclosure.reader import Reader
from tests.disclosure.things import INPUTS, THINGS, WORDS
from tests.disclosure.versions import Versions
from tests.report.making import build, build_quarter
from tests.report.recount import Recount
from tests.report.small_years import in_year, year_of
from tests.report.test_kept_worlds import course
from tests.story_years import AS_OF, LAST, StoryYear, ToldYear, played

ROOT = Path(__file__).parents[2]
#: How the texts call figures and tables.
NAMED = re.compile(r"^report-(?:fig|tab)-(\w+) =", re.MULTILINE)
#: Tables whose rows are figures of their own.
OF_FIGURES = {"A", "C19", "E7", "F1L"}
#: Hints of things alone; what their inputs are is said by name.
OF_THINGS = {"O5", "O7", "O8", "O10", "O11", "O12", "O13"}


def places(report: Report) -> Iterator[tuple[str, Shown]]:
    """Yield each number with its place, one of each column; what stands twice stands there once."""
    seen: set[int] = set()
    for place, shown in _places(report):
        if shown.sign is not Sign.MISSING and id(shown) not in seen:
            seen.add(id(shown))
            yield place, shown


def _places(report: Report) -> Iterator[tuple[str, Shown]]:
    for figure in report.figures().values():
        yield from _of_figure(figure)
    for table in [*report.tables().values(), *report.before, *report.measures]:
        for row in [*table.rows, *([table.total] if table.total else [])]:
            for column, item in zip(table.columns, row, strict=True):
                if isinstance(item, Shown):
                    yield _place(table, row[0], column), item
    for hint in report.hints:
        for name, shown in hint.inputs:
            yield f"{hint.code} {name.kind if isinstance(name, Label) else name}", shown
    for note in report.decided:
        yield from (("decided", item) for _, item in note.values if isinstance(item, Shown))


def _of_figure(figure: Figure) -> Iterator[tuple[str, Shown]]:
    for name in ("value", "part", "whole", "change"):
        if isinstance(shown := getattr(figure, name), Shown):
            yield f"{figure.code}.{name}", shown
    yield from ((f"{figure.code}.earlier", shown) for _, shown in figure.earlier)


def _place(table: Table, first: object, column: Label) -> str:
    row = f".{first.slug}" if table.code in OF_FIGURES and isinstance(first, Label) else ""
    return f"{table.code}{row}.{column.slug.removeprefix('report-col-')}"


def with_another(item: Any, old: Shown, new: Shown) -> Any:
    """Return what is made of values with one of them made another wherever it stands."""
    if item is old:
        return new
    if is_dataclass(item) and not isinstance(item, type | Shown):
        made = {
            each.name: with_another(getattr(item, each.name), old, new) for each in fields(item)
        }
        same = all(made[name] is getattr(item, name) for name in made)
        return item if same else replace(item, **made)
    if isinstance(item, tuple):
        parts = tuple(with_another(each, old, new) for each in item)
        return item if all(a is b for a, b in zip(parts, item, strict=True)) else parts
    return item


def another(shown: Shown) -> Shown:
    number = 1000 + (shown.number or Fraction(0))
    return replace(shown, sign=Sign.VALUE, number=number, seal=SEAL)


class Attacker:
    """Knows a year and those before it, and nothing that was read of them."""

    def __init__(self, of: ToldYear) -> None:
        self._year = of.year
        self._now, self._before = Reader(Recount(of)), list[Reader]()
        for _ in of.before:
            of = of.earlier()
            self._before.insert(0, Reader(Recount(of)))

    def takes_in(self, report: Report) -> object:
        """Return all that is known after reading a report; who notices a lie says so."""
        now, before = _unread(self._now), [Versions() for _ in self._before]
        for attack, reader in zip(before, self._before, strict=True):
            attack.readers.append(_unread(reader))
        try:
            now.read(report)
            read_comparison(report, before, self._year - len(before))
        except AssertionError as lie:
            return str(lie)
        every = [now, *(attack.readers[-1] for attack in before)]
        return [(each.bounds, each.lines, each.secret) for each in every]


def _unread(reader: Reader) -> Reader:
    """Return the same reader who will not forget what it knew before it read."""
    found = copy(reader)
    for name in ("true", "bounds", "lines", "secret", "things"):
        setattr(found, name, copy(getattr(reader, name)))
    return found


def unread(of: ToldYear, report: Report) -> set[str]:
    """Return the places that the attacker does not look at."""
    attacker, found, tried = Attacker(of), set[str](), set[str]()
    first = attacker.takes_in(report)
    assert not isinstance(first, str), first
    for place, shown in places(report):
        if place not in tried:
            tried.add(place)
            if attacker.takes_in(with_another(report, shown, another(shown))) == first:
                found.add(place)
    return found


def named(place: str) -> bool:
    """Return whether a place is one of things."""
    if " " in place:
        return place.split()[1] in INPUTS
    return place in THINGS or place.partition(".")[0] in THINGS


@pytest.fixture(scope="module")
def years(network: Network) -> StoryYear:
    """Return the last of three played years: from three on there is a course over the years."""
    return played(network, years=3)


@pytest.mark.wide
def test_each_number_is_read_or_counts_things(years: StoryYear) -> None:
    report, _ = build(years.network, years.material, Order(AS_OF), years.before)
    every, found = {place for place, _ in places(report)}, unread(years, report)

    assert {place for place in found if not named(place)} == set()
    assert len(every - found) > 60


def of_hints(network: Network) -> ToldYear:
    """Return a year in which every rule on people has something to say."""
    crowd = {(0, "school"): 30, (1, "school"): 30, (2, "health"): 20}
    courses = [course(crowd, seats=200, waited=60, absent=60, month=n) for n in range(1, 7)]
    needs = [Topic.TRAUMA] * 9
    scores = [(3,) * 5] * 9
    return year_of(network, {"courses": courses, "needs": needs, "advice": [], "forms": scores})


def test_each_number_of_a_hint_is_read_or_counts_things(network: Network) -> None:
    of = of_hints(network)
    report, _ = build(network, of.material, Order(AS_OF))
    inputs = {place for place, _ in places(report) if place.startswith("O")}

    assert {hint.code for hint in report.hints} >= HINTS.keys()
    assert {place for place in unread(of, report) if " " in place and not named(place)} == set()
    assert len(inputs) > 15


def test_each_number_of_a_quarter_is_read_or_counts_things(network: Network) -> None:
    of = of_hints(network)
    report = build_quarter(network, of.material, 1, Order(AS_OF))

    assert {place for place in unread(of, report) if not named(place)} == set()


@pytest.mark.parametrize("code", ["Z1", "N5"])
def test_a_figure_that_nobody_reads_is_found_out(network: Network, code: str) -> None:
    """A careless chapter prints how many came once more."""
    of = of_hints(network)
    report, _ = build(network, of.material, Order(AS_OF))
    came = report.figures()["A3"].value
    again = replace(came, number=came.number, seal=SEAL)
    label = Label("text", "report-col-people")
    block = Figure(code, again) if code == "Z1" else Table(code, (label, label), ((label, again),))
    chapter = Chapter("careless", (Section("careless", (block,)),))
    careless = replace(report, chapters=(*report.chapters, chapter))
    found = {place for place in unread(of, careless) if not named(place)}

    assert {place.partition(".")[0] for place in found} == {code}


def test_who_came_for_the_first_time_is_read(network: Network) -> None:
    def of(sector: str) -> ToldYear:
        courses = [course({(0, "school"): 40}), course({(1, sector): 30}, month=9)]
        return year_of(network, {"courses": courses, "needs": [], "advice": []})

    now, then = of("health"), in_year(of("police"), LAST - 1)
    report, _ = build(network, now.material, Order(AS_OF), [then.material])
    found = {place for place, _ in places(report)} - unread(now, report)

    assert "N4.people" in found


def test_of_a_year_that_was_left_out_nothing_is_read(network: Network) -> None:
    of = of_hints(network)
    earlier = [in_year(of, LAST - n).material for n in (2, 1)]
    report, _ = build(network, of.material, Order(AS_OF), earlier)
    compared, left_out = Reader(Recount(of)), Reader(Recount(of))
    read_course(report, LAST - 2, compared)
    read_course(report, LAST - 3, left_out)

    assert "E7" in report.tables()
    assert len(compared.lines) > len(left_out.lines)
    assert left_out.lines == Reader(Recount(of)).lines


def codes() -> set[str]:
    """Return the codes of all figures and tables that have a name."""
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "texts/de").glob("report*.ftl"))
    return {
        code
        for text in texts
        for code in re.findall(r"^report-(?:fig|tab)-(\w+) =", text, re.MULTILINE)
    }


@pytest.mark.wide
def test_each_figure_with_a_name_was_looked_at(years: StoryYear) -> None:
    """What no played year prints must be named as well."""
    report, _ = build(years.network, years.material, Order(AS_OF), years.before)
    numbers = {place.partition(".")[0] for place, _ in places(report)}
    listed = {place.partition(".")[0] for place in THINGS} | WORDS.keys()

    assert codes() - numbers - listed - OF_FIGURES == {"N4"}  # nobody was new; it is read above
    assert listed - codes() - {"decided", "H1", "M1", "M2"} == set()
    assert {table.code for table in report.tables().values()} <= codes()


@pytest.mark.wide
def test_what_is_named_counts_no_people(years: StoryYear) -> None:
    report, _ = build(years.network, years.material, Order(AS_OF), years.before)
    people = {place for place, shown in places(report) if shown.unit is Unit.PEOPLE}

    assert len(people) > 30
    assert {place for place in people if named(place)} == {"F1L.attendances.reached"}
    assert "F1L.attendances.reached" not in unread(years, report)


def test_each_rule_was_looked_at() -> None:
    assert {rule.__name__.upper() for rule in RULES} == HINTS.keys() | OF_THINGS
    assert not HINTS.keys() & OF_THINGS


@pytest.mark.wide
def test_tables_of_words_have_no_numbers(years: StoryYear) -> None:
    report, _ = build(years.network, years.material, Order(AS_OF), years.before)

    assert WORDS.keys() & {place.partition(".")[0] for place, _ in places(report)} == set()
