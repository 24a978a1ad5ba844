"""Whole small years, read back from their files: all worlds that print the same are listed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.disclosure.cells import Mode
from domain.disclosure.protect import Decision
from domain.disclosure.view import View
from domain.network import Network
from domain.report.build import put_together
from domain.report.cells import world_of
from domain.report.order import Order
from domain.report.structure import Report
from domain.vocabulary import EventFormat, Topic
from tests.disclosure.reader import Reader
from tests.disclosure.solver import spread
from tests.report.listing import Event, Listing, shown_in
from tests.report.recount import Recount
from tests.report.small_years import FORMATS, SECTORS, TOPICS, report_of, worlds, year_of
from tests.report.test_kept_worlds import NOBODY, course
from tests.story_years import AS_OF, ToldYear
from tests.tried import Tried
from texts.catalogue import Texts
from texts.documents.report_files import Form, render
from texts.documents.report_pages import Wishes, compose

TEXTS = Texts()
SMALL = 5
Drawn = dict[str, Any]
few = st.integers(0, 2)
events = st.fixed_dictionaries(
    {
        "format": st.sampled_from(FORMATS),
        "topic": st.sampled_from(TOPICS),
        "units": st.integers(0, 3),
        "month": st.integers(1, 12),
        "came": st.dictionaries(
            st.tuples(st.integers(0, 2), st.sampled_from(SECTORS)), st.integers(1, 6), max_size=2
        ),
        "absent": few, "late": few, "early": few, "waited": few, "promoted": few,
    }
)  # fmt: skip


def together(courses: list[Drawn], limited: bool) -> Drawn:
    """Return a year of eight people at most; the seats of all trainings are limited, or of none."""
    left, registered, drawn = 8, 4, []
    for each in courses:
        came = {}
        for key, n in each["came"].items():
            came[key] = min(n, left)
            left -= came[key]
        kinds = {name: min(each[name], registered) for name in NOBODY}
        registered -= max(kinds.values())
        seats = 12 if limited else None
        drawn.append(
            {**each, **kinds, "came": {k: n for k, n in came.items() if n}, "seats": seats}
        )
    return {"courses": drawn, "needs": [], "advice": []}


tiny = st.builds(together, st.lists(events, min_size=1, max_size=4), st.booleans())


def programme(drawn: Drawn) -> list[Event]:
    """Return what the programme says, in the order of the days."""
    days = sorted((c["month"], n, c) for n, c in enumerate(drawn["courses"]))
    return [Event(c["format"], c["topic"].value, c["units"], c["seats"]) for _, _, c in days]


def files(of: ToldYear, report: Report) -> tuple[bytes, str]:
    """Return the CSV and the HTML of a report."""
    pages = compose(TEXTS, of.network, report, Wishes(drawn=frozenset()))
    return render(Form.CSV, TEXTS, pages), render(Form.HTML, TEXTS, pages).decode()


def naive(of: ToldYear) -> Report:
    """Return the report that hides what is small, and nothing else."""
    world = world_of(of.facts())
    small = {n for n, c in world.cells.items() if c.people and c.printed and 0 < c.value < SMALL}
    untold = frozenset(aside.name for aside in world.asides)
    view = View(world, Decision(Mode.SUPPRESS, frozenset(small), untold=untold))
    return put_together((of.facts(), view), Order(AS_OF))


class Told:
    """What is told of small numbers by a file, and what by the report it was made from."""

    def __init__(self, of: ToldYear, drawn: Drawn, report: Report) -> None:
        self.file, self.page = files(of, report)
        reader = Reader(Recount(of))
        reader.read(report)
        true = dict(_by_place(reader))
        zeros = {n.partition("/")[0] for n in reader.secret if not reader.true[n]}
        listing = Listing(of.network, programme(drawn), self.file, zeros)
        self.spans = listing.spans()
        self.needs = {
            name: 3 if 0 < n < SMALL else 1
            for name, n in true.items()
            if name in self.spans and (0 < n < SMALL or name in listing.hidden)
        }
        self.outside = {n for n, (a, b) in self.spans.items() if not a <= true.get(n, a) <= b}
        keys = dict(zip(true, (n for n, _ in _names(reader)), strict=True))
        found = spread(reader.bounds, reader.lines, [keys[name] for name in self.needs])
        self.by_programs = {n for n, need in self.needs.items() if found[keys[n]] < need}
        self.by_listing = {n for n, need in self.needs.items() if self.spread(n) < need}

    def spread(self, name: str) -> int:
        """Return how far a number lies apart in all worlds that were listed."""
        low, high = self.spans[name]
        return high - low


def _names(reader: Reader) -> Iterator[tuple[str, str]]:
    """Yield each number as the reader calls it and as the listing does: events by their place."""
    held = sorted((e["day"], n) for n, e in reader.of.held.items())
    places = {f"event/{n}": f"event/{place}" for place, (_, n) in enumerate(held, 1)}
    for name in reader.true:
        yield name, places.get(name, name)


def _by_place(reader: Reader) -> Iterator[tuple[str, int]]:
    for name, called in _names(reader):
        yield called, reader.true[name]


@pytest.mark.long
@given(tiny)
@worlds(25, 300)
def test_no_small_number_is_the_same_in_all_years_that_print_the_same(
    network: Network, tried: Tried, drawn: Drawn
) -> None:
    of = year_of(network, drawn)
    report = report_of(of)
    told = Told(of, drawn, report)
    tried.worlds += 1
    tried.version(report.hidden)
    tried.spread("suppress", {n: told.spread(n) for n, need in told.needs.items() if need == 3})

    assert told.outside == set()
    assert told.by_listing == told.by_programs == set()


@pytest.mark.long
@given(tiny)
@worlds(15, 100)
def test_of_a_naive_file_both_tell_the_same(network: Network, tried: Tried, drawn: Drawn) -> None:
    of = year_of(network, drawn)
    told = Told(of, drawn, naive(of))
    tried.worlds += 1

    assert told.outside == set()
    assert told.by_listing == told.by_programs


def test_the_leak_of_a_naive_file_is_found(network: Network) -> None:
    """Three of eight came to the second event, and the sum says so."""
    facts = {"topic": Topic.BASICS, "format": EventFormat.SEMINAR}
    drawn = {
        "courses": [course({(0, "school"): 5}, **facts), course({(0, "school"): 3}, **facts)],
        "needs": [],
        "advice": [],
    }
    of = year_of(network, drawn)
    told = Told(of, drawn, naive(of))

    assert "event/2" in told.by_listing & told.by_programs
    assert told.spans["event/2"] == (3, 3)
    assert Told(of, drawn, report_of(of)).by_listing == set()


class Page(HTMLParser):
    """Collects the cells of a page by table, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tables: dict[str, list[str]] = {}
        self.text: list[str] = []
        self._in, self._table = "", ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"td", "caption", "style", "script"}:
            self._in = tag

    def handle_endtag(self, tag: str) -> None:
        self._in = "" if tag == self._in else self._in

    def handle_data(self, data: str) -> None:
        if self._in == "caption":
            self._table = data
        elif self._in == "td":
            self.tables.setdefault(self._table, []).append(data)
        if self._in not in {"style", "script"}:
            self.text.append(data)

    def numbers(self) -> set[str]:
        """Return all numbers of the page."""
        return set(re.findall(r"\d+", " ".join(self.text)))


@pytest.mark.long
@given(tiny)
@worlds(15, 100)
def test_the_page_and_its_hints_say_no_more_than_the_csv(network: Network, drawn: Drawn) -> None:
    nobody = {**drawn, "courses": [{**c, **NOBODY, "came": {}} for c in drawn["courses"]]}
    of, empty = year_of(network, drawn), year_of(network, nobody)
    file, page = files(of, report_of(of))
    always = Page(files(empty, report_of(empty))[1]).numbers()
    printed = set(shown_in(file).values())

    for table, cells in Page(page).tables.items():
        assert set(cells) <= printed, table
    assert Page(page).numbers() <= always | set(re.findall(r"\d+", " ".join(printed)))
