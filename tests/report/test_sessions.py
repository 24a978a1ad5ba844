"""Series in the report: one training, units by session, and no small number of a session told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.disclosure.cells import World
from domain.ledger.entries import Entry, LedgerKind
from domain.network import Network
from domain.report.cells import world_of
from domain.report.facts import Facts
from domain.report.material import Material
from domain.report.order import Order
from domain.session import Session
from domain.training import Training, held_on
from tests.disclosure.solver import Bounds, spread
from tests.report.builders import AS_OF, YEAR, closed, training
from tests.report.making import build, decide

BERLIN = ZoneInfo("Europe/Berlin")
K = 5


def series(number: int, units: list[int], day: date = date(2026, 12, 10)) -> Training:
    """Return a series of sessions a week apart, each with so many units."""
    of = training(number, day=day)
    sessions = [
        Session(n, of.plan.starts_at + week, of.plan.ends_at + week, each)
        for n, each in enumerate(units, 1)
        for week in [timedelta(weeks=n - 1)]
    ]
    return replace(of, plan=held_on(of.plan, sessions, BERLIN))


def material(came: int, missed: dict[int, int], others: list[int]) -> Material:
    """Return a year with a series of three sessions, and trainings to which so many came."""
    trainings = [series(1, [4, 4, 2])]
    trainings += [training(n, day=date(2026, 11, n)) for n in range(2, len(others) + 2)]
    entries = [
        row
        for of, n in zip(trainings, [came, *others], strict=True)
        for row in closed(of, {"rkn-neuss": n}, {"school": n})
    ]
    return Material(YEAR, entries, trainings, missed={1: missed})


def test_it_is_one_training_of_the_year_in_which_it_began(network: Network) -> None:
    facts = Facts(network, material(20, {2: 3, 3: 13}, [30]), AS_OF)
    report, _ = build(network, facts.material, Order(AS_OF))
    figures = {code: each.value.number for code, each in report.figures().items()}

    assert facts.held[-1].training.plan.ends_at.year == YEAR
    assert [figures[code] for code in ("A2", "A3", "A4")] == [2, 50, 14]
    assert facts.held[-1].hours == 20 * 4 + 17 * 4 + 7 * 2
    assert figures["A5"] in {None, 30 * 4 + 20 * 4 + 17 * 4 + 7 * 2}


def test_a_date_that_fell_out_is_no_postponement(network: Network) -> None:
    of = series(1, [4, 4, 2])
    dropped = replace(of, plan=held_on(of.plan, of.plan.sessions[:2], BERLIN), revision=1)
    noted = Entry(date(2026, 12, 10), LedgerKind.EVENT_POSTPONED, 1, 1)

    assert Facts(network, Material(YEAR, (), [dropped]), AS_OF).postponed() == 0
    assert Facts(network, Material(YEAR, [noted], [dropped]), AS_OF).postponed() == 1
    assert Facts(network, Material(YEAR, (), [replace(of, revision=1)]), AS_OF).postponed() == 1


def known(facts: Facts, world: World | None = None) -> dict[str, int]:
    """Return how far each small number of a session spreads for who reads all that is printed.

    What is hidden is decided for another `world` if one is given.
    """
    whole = world_of(facts)
    hidden = decide(world or whole, K).hidden
    bounds: Bounds = {
        name: (float(cell.value), float(cell.value))
        if cell.printed and name not in hidden
        else (0.0, 1e5)
        for name, cell in whole.cells.items()
    }
    lines = [({n: w for w, n in r.terms}, r.low, r.high) for r in whole.relations]
    small = [
        name
        for name, cell in whole.cells.items()
        if name.startswith(("session/", "away/")) and 0 < cell.value < K
    ]
    return dict(spread(bounds, lines, small))


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30), st.lists(st.integers(0, 30)))
@settings(max_examples=30, deadline=None)
def test_no_small_number_of_a_session_can_be_worked_out(
    network: Network, came: int, second: int, third: int, others: list[int]
) -> None:
    missed = {2: min(came, second), 3: min(came, third)}

    assert 0 not in known(Facts(network, material(came, missed, others[:3]), AS_OF)).values()


def test_the_attendance_units_alone_would_tell(network: Network) -> None:
    """Of 20 people three came the second time: 92 units beside the annex say so."""
    facts = Facts(network, material(20, {2: 17}, [30]), AS_OF)
    world = world_of(facts)
    of_sessions = ("session/", "away/")
    careless = {
        name: replace(cell, people=False) if name.startswith(of_sessions) else cell
        for name, cell in world.cells.items()
    }

    assert known(facts, World(careless, world.relations)) == {"session/1/2": 0}
    assert known(facts)["session/1/2"] > 0
    assert not any(c.printed for name, c in world.cells.items() if name.startswith(of_sessions))


def test_where_all_came_to_all_nothing_is_added(network: Network) -> None:
    world = world_of(Facts(network, material(20, {}, [30]), AS_OF))

    assert not any(name.startswith(("session", "away")) for name in world.cells)
