"""There is one way from a count of people to a page, and no other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from domain.disclosure.values import Shown, Unit
from domain.ledger.entries import Entry, LedgerKind
from domain.network import Network
from domain.register import Tally
from domain.report.material import Material
from domain.report.order import Order
from domain.report.structure import Report
from domain.vocabulary import EventFormat, ReminderStage
from tests.report.builders import AS_OF, YEAR, closed, training
from tests.report.making import build
from tests.sources import parsed, walk

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "handlers", "scheduler", "storage", "texts", "talk", "domain")
#: Raw numbers live here; whoever makes pages of the report must not reach for them.
RAW = (
    "domain.ledger",
    "domain.disclosure.cells.World",
    "domain.report.facts",
    "domain.report.events",
    "domain.report.cells",
    "domain.disclosure.protect",
    "domain.disclosure.view",
)
#: What counts people in the ledger; all other kinds count things.
PEOPLE = {
    kind
    for kind in LedgerKind
    if kind.startswith(("registration", "registered", "reminder", "feedback"))
} | {
    LedgerKind.ATTENDANCE,
    LedgerKind.MEMBERS,
    LedgerKind.NOTICE_AUDIENCE,
    LedgerKind.NOTICE_DELIVERED,
    LedgerKind.NEED,
    LedgerKind.ADVICE_TOTAL,
}


def sources() -> Iterator[Path]:
    """Return our files outside of the package that protects."""
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            if "disclosure" not in path.relative_to(ROOT).parts:
                yield path


def imported(path: Path) -> set[str]:
    """Return everything a file imports, with the names it takes."""
    found = set()
    for node in walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
    return found


def made(path: Path) -> set[str]:
    """Return the names of everything a file calls."""
    calls = [node.func for node in walk(parsed(path)) if isinstance(node, ast.Call)]
    return {
        call.id if isinstance(call, ast.Name) else call.attr
        for call in calls
        if isinstance(call, ast.Name | ast.Attribute)
    }


def test_nobody_else_makes_a_value_to_show() -> None:
    assert len(list(sources())) > 100
    for path in sources():
        taken = {name.rpartition(".")[2] for name in imported(path) if "disclosure" in name}

        assert "Shown" not in made(path), path
        assert not taken & {"SEAL", "_shown", "made"}, path


def pages() -> list[Path]:
    """Return what makes pages and messages of reports."""
    texts = ROOT / "texts"
    return [*sorted((texts / "documents").glob("report*.py")), texts / "report_figures.py"]


def test_pages_are_made_of_shown_values_alone() -> None:
    assert len(pages()) > 8
    for path in pages():
        raw = {name for name in imported(path) if name.startswith(RAW)}

        assert not raw, path.name


def a_year(network: Network, times: int) -> Material:
    """Return a year in which `times` as many people did the same things."""
    entries: list[Entry] = []
    trainings = []
    for n in range(1, 13):
        format_ = EventFormat.COORDINATION_CONFERENCE if n % 4 == 0 else EventFormat.SEMINAR
        course = training(n, day=training(n).plan.starts_at.date().replace(month=n), format=format_)
        trainings.append(course)
        came = {office.slug: 2 * times for office in network.offices[: 2 + n % 3]}
        people = sum(came.values())
        sectors = {"school": people - times, "police": times}
        tallies = {
            Tally.CONFIRMED: people + 3 * times,
            Tally.WAITLISTED: 2 * times,
            Tally.PROMOTED: times,
            Tally.WITHDRAWN: 2 * times,
            Tally.LATE_WITHDRAWN: times,
        }
        entries += closed(course, came, sectors, registered=people + times, tallies=tallies)
        day = course.plan.starts_at.date()
        sent = {
            LedgerKind.NOTICE_PUBLISHED: 1,
            LedgerKind.NOTICE_AUDIENCE: 40 * times,
            LedgerKind.NOTICE_DELIVERED: 37 * times,
        }
        entries += [Entry(day.replace(month=1), k, v, training_id=n) for k, v in sent.items()]
        stage = ReminderStage.ONE_DAY.value
        entries.append(Entry(day, LedgerKind.REMINDER_SENT, 9 * times, n, detail=stage))
        entries.append(Entry(day, LedgerKind.NEED, 2 * times, detail="trauma"))
        entries.append(Entry(day, LedgerKind.ADVICE_TOTAL, 3 * times))
    return Material(YEAR, entries, trainings)


def shown(report: Report) -> Iterator[tuple[str, Shown]]:
    """Yield every value of a report with its place."""
    for code, figure in report.figures().items():
        for place in ("value", "part", "whole"):
            if isinstance(value := getattr(figure, place), Shown):
                yield f"{code}.{place}", value
    for code, table in report.tables().items():
        rows = [*table.rows, *([table.total] if table.total else [])]
        for number, row in enumerate(rows):
            for column, item in enumerate(row):
                if isinstance(item, Shown):
                    yield f"{code}.{number}.{column}", item


def test_what_is_said_to_count_things_does_not_count_people(network: Network) -> None:
    few, many = (
        dict(shown(build(network, a_year(network, times), Order(AS_OF))[0])) for times in (6, 12)
    )
    of_things = {Unit.THINGS, Unit.UNITS, Unit.DAYS}
    people = {"A5.value", "A.4.1"}  # attendances times units: people, and protected like them

    assert few.keys() == many.keys()
    for place, value in few.items():
        if value.unit in of_things and place not in people:
            assert many[place].number == value.number, f"{place} counts people"
    grown = {p for p, v in few.items() if v.unit is Unit.PEOPLE and many[p].number != v.number}
    assert {"A3.value", "D4.part", "D4.whole", "C13.part", "E1.whole"} <= grown
    assert any(place.startswith("D3.") for place in grown)


def test_every_kind_of_the_ledger_was_judged() -> None:
    things = {
        LedgerKind.NOTICE_PUBLISHED,
        LedgerKind.BLOCK_SEATS,
        LedgerKind.EVENT_HELD,
        LedgerKind.HOSTED,
        LedgerKind.EVENT_CANCELLED,
        LedgerKind.EVENT_POSTPONED,
        LedgerKind.EXCHANGE_HELD,
        LedgerKind.PROCEDURE_AGREED,
        LedgerKind.GOAL_SET,
        LedgerKind.GOAL_RESULT,
    }

    assert things | PEOPLE == set(LedgerKind)
    assert not things & PEOPLE
