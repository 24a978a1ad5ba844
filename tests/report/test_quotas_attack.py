"""C14 under attack: seats kept for offices, beside all else that a report prints of a year."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.disclosure.cells import Mode
from domain.disclosure.view import View
from domain.network import Network
from domain.report.build import put_together
from domain.report.cells import world_of
from domain.report.order import Order
from domain.report.structure import Report
from tests.disclosure.kept_seats import SMALLEST
from tests.disclosure.reader import Reader
from tests.disclosure.versions import Versions
from tests.report.making import build, decide
from tests.report.recount import Recount
from tests.report.small_years import worlds
from tests.report.test_attack import count, leaks
from tests.report.test_kept_worlds import MANY, course, year
from tests.report.test_listing import naive
from tests.report.test_page_versions import Office, handed_out
from tests.story_years import AS_OF, ToldYear
from tests.tried import Tried

#: By office: seats kept for it, and those that it had.
Kept = dict[int, tuple[int, int]]


def keeping(network: Network, *kept: Kept, came: int = 11) -> ToldYear:
    """Return a year of trainings of twelve seats, of which some are kept, and a large one."""
    courses = [course({(0, "school"): came}, seats=12, kept=each) for each in kept]
    return year(network, *courses, course(MANY))


def told(of: ToldYear, report: Report) -> dict[str, float]:
    reader = Reader(Recount(of))
    reader.read(report)
    return leaks(reader)


def report_in(of: ToldYear, mode: Mode) -> Report:
    return build(of.network, of.material, Order(AS_OF, mode))[0]


CASES: dict[str, tuple[Kept, ...]] = {
    "few used": ({0: (6, 2)},),
    "few beyond": ({0: (6, 8)},),
    "few beyond of two": ({0: (4, 6), 1: (4, 5)},),
    "used up twice": ({0: (3, 3)}, {0: (3, 2)}),
    "a small quota": ({0: (2, 1), 1: (8, 8)},),
    "hardly any seats beyond": ({0: (11, 12)},),
    "hardly any seats left by others": ({0: (5, 7), 1: (5, 5)},),
    "nobody": ({0: (6, 0)},),
}


#: Trainings of twelve seats, of which some are kept for two or three offices.
full = st.dictionaries(
    st.integers(0, 2), st.tuples(st.integers(1, 6), st.integers(0, 7)), min_size=1, max_size=3
)
few = st.integers(0, 2)
drawn_courses = st.lists(st.tuples(full, st.integers(1, 12), few, few), min_size=1, max_size=3)
Course = tuple[Kept, int, int, int]


def drawn_year(network: Network, drawn: list[Course]) -> ToldYear:
    courses = [
        course({(0, "school"): came}, seats=12, kept=kept, absent=absent, late=late)
        for kept, came, absent, late in drawn
    ]
    return year(network, *courses, course(MANY))


@pytest.mark.long
@given(drawn=drawn_courses, mode=st.sampled_from(Mode))
@worlds(25, 500)
def test_whatever_seats_are_kept_no_small_number_is_told(
    network: Network, tried: Tried, drawn: list[Course], mode: Mode
) -> None:
    of = drawn_year(network, drawn)
    report = report_in(of, mode)
    reader = Reader(Recount(of))
    reader.read(report)
    count(tried, report, reader)

    assert leaks(reader) == {}


moved_seats = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(-2, 2).filter(bool)),
    min_size=1,
    max_size=2,
)


def counted_anew(drawn: list[Course], at: int, place: int, by: int) -> list[Course]:
    """Return the trainings where one office had some seats more or fewer."""
    found, where = list(drawn), at % len(drawn)
    kept, came, absent, late = found[where]
    office = sorted(kept)[place % len(kept)]
    seats, had = kept[office]
    found[where] = {**kept, office: (seats, max(0, had + by))}, came, absent, late
    return found


@pytest.mark.long
@given(drawn=drawn_courses, mode=st.sampled_from(Mode), moved=moved_seats, at_once=st.booleans())
@worlds(10, 300)
def test_seats_that_are_counted_anew_narrow_nothing(
    network: Network,
    tried: Tried,
    drawn: list[Course],
    mode: Mode,
    moved: list[tuple[int, int, int]],
    at_once: bool,
) -> None:
    """A version is handed out after each correction, or after all of them."""
    states = [drawn]
    for change in moved:
        states.append(counted_anew(states[-1], *change))
    states[1:] = states[-1:] if at_once else states[1:]
    press, attack = Office(network, mode), Versions(rounded=mode is Mode.ROUND5)
    tried.worlds += 1
    years = [drawn_year(network, state) for state in states]

    assert handed_out(press, attack, years, [[Office.whole]], tried) == {}


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("kept", CASES.values(), ids=CASES)
def test_no_seat_kept_for_an_office_tells_who_sat_on_it(
    network: Network, kept: tuple[Kept, ...], mode: Mode
) -> None:
    of = keeping(network, *kept)

    assert told(of, report_in(of, mode)) == {}


def c14_open(of: ToldYear) -> Report:
    """Return the report in which all of C14 stands as it is, and all else is protected."""
    world = world_of(of.facts())
    decision = decide(world, SMALLEST)
    hidden = {name for name in decision.hidden if not name.startswith("quota")}
    view = View(world, replace(decision, hidden=frozenset(hidden)))
    return put_together((of.facts(), view), Order(AS_OF))


@pytest.mark.parametrize("kept", [{0: (6, 2)}, {0: (6, 8)}])
def test_c14_as_it_is_is_found_out(network: Network, kept: Kept) -> None:
    of = keeping(network, kept)
    small = "quota-within" if kept[0][1] < SMALLEST else "quota-beyond"

    assert told(of, c14_open(of))[f"{small}/{network.offices[0].slug}"] == 0


@pytest.mark.parametrize(
    ("kept", "came", "found"),
    [
        ({0: (6, 2)}, 11, "quota-within"),  # four were left, so two were not
        ({0: (6, 8)}, 8, "quota-beyond"),  # eight registered, six of whom are printed
        ({0: (5, 7), 1: (5, 5)}, 12, "quota-beyond"),  # ten of twelve seats, so two at most
    ],
)
def test_hiding_only_what_is_small_in_c14_is_found_out(
    network: Network, kept: Kept, came: int, found: str
) -> None:
    of = keeping(network, kept, came=came)
    name = f"{found}/{network.offices[0].slug}"

    assert told(of, naive(of))[name] < 3
    assert told(of, report_in(of, Mode.SUPPRESS)) == {}
