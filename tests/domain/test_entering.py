"""What is entered by buttons, and what is corrected: each step, each row."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain import protocol
from domain.close import MOST_PEOPLE
from domain.ledger.correction import Booked, Hindrance, NotCorrected, Reason, correct
from domain.ledger.entries import Attendance, Entry, LedgerKind
from domain.network import Network
from domain.protocol import Matter, ProtocolScene
from domain.protocol_rows import (
    Goal,
    advice_total,
    exchange_held,
    goal_judged,
    goal_result,
    goal_set,
    procedure_agreed,
)
from domain.recount import CountChange, Recount, attendance, recount
from domain.vocabulary import EventFormat, GoalStatus, Procedure, Sector

TODAY = date(2027, 2, 9)
JANUARY = date(2027, 1, 5)
MEETING = exchange_held(JANUARY, EventFormat.ROUND_TABLE, 60, ["rkn-neuss"], [Sector.SCHOOL])
SET = [goal_set(JANUARY, Goal.TRAININGS, 4), goal_set(JANUARY, Goal.PROCEDURES, 1)]
BEFORE = goal_set(date(2026, 1, 5), Goal.NEW_PARTNERS, 2)
ENTERED = [advice_total(JANUARY, 7), *MEETING, procedure_agreed(JANUARY, Procedure.FORM)]
ROWS = tuple(enumerate(ENTERED, 1))


def scene(network: Network, **changed: Any) -> ProtocolScene:
    made = ProtocolScene(network, TODAY, (2026, 2027), [BEFORE, *SET], ROWS)
    return replace(made, **changed)


def said(matter: Matter, **more: Any) -> dict[str, Any]:
    return {"matter": matter.value, **more}


def test_what_a_year_has_and_what_can_be_corrected(network: Network) -> None:
    of = scene(network)

    assert of.of_year(2026) == [BEFORE]
    assert [each.goal for each in of.goals(2027)] == [Goal.TRAININGS, Goal.PROCEDURES]
    assert of.entry(1) == advice_total(JANUARY, 7)
    assert of.entry(99) is None


def test_days_reach_back_to_the_first_open_year_and_quarters_so_far_they_may(
    network: Network,
) -> None:
    of = scene(network)
    days = protocol.days(of)

    assert (days[0], days[1], days[-1]) == (TODAY, date(2027, 2, 8), date(2026, 1, 1))
    assert len(days) == 365 + 40
    assert protocol.quarters(of) == ["2027-1", "2026-4", "2026-3", "2026-2", "2026-1"]
    assert protocol.quarters(scene(network, today=date(2027, 12, 31))) == [
        "2027-4", "2027-3", "2027-2", "2027-1", "2026-4"
    ]  # fmt: skip
    assert protocol.quarters(scene(network, open_years=(2027,))) == ["2027-1"]
    assert protocol.quarters(scene(network, today=date(2027, 4, 1)))[:2] == ["2027-2", "2027-1"]
    assert protocol.quarters(scene(network, today=date(2027, 3, 31)))[0] == "2027-1"


@pytest.mark.parametrize(
    ("quarter", "today", "day"),
    [
        ("2026-1", TODAY, date(2026, 3, 31)),
        ("2026-2", TODAY, date(2026, 6, 30)),
        ("2026-3", TODAY, date(2026, 9, 30)),
        ("2026-4", TODAY, date(2026, 12, 31)),
        ("2027-1", TODAY, TODAY),
    ],
)
def test_a_quarters_total_stands_on_its_last_day(quarter: str, today: date, day: date) -> None:
    assert protocol.quarter_day(quarter, today) == day


MET = said(
    Matter.RESULT, year="2027", goal="trainings", status=str(GoalStatus.MET), judged="figure"
)


@pytest.mark.parametrize(
    ("of", "day", "rows"),
    [
        (
            said(
                Matter.MEETING,
                day="2027-01-05",
                format="round-table",
                minutes="60",
                offices=["rkn-neuss"],
                sectors=["school"],
            ),
            JANUARY,
            MEETING,
        ),
        (
            said(Matter.MEETING, day="2027-01-05", format="round-table", minutes="60"),
            JANUARY,
            MEETING[:2],
        ),
        (
            said(Matter.PROCEDURE, day="2027-01-05", procedure="form"),
            JANUARY,
            [procedure_agreed(JANUARY, Procedure.FORM)],
        ),
        (
            said(Matter.ADVICE, quarter="2026-4", number=7),
            date(2026, 12, 31),
            [advice_total(date(2026, 12, 31), 7)],
        ),
        (
            said(Matter.GOAL, year="2027", goal="trainings", number=9),
            TODAY,
            [goal_set(TODAY, Goal.TRAININGS, 5)],
        ),
        (
            said(Matter.GOAL, year="2026", goal="trainings", number=9),
            date(2026, 12, 31),
            [goal_set(date(2026, 12, 31), Goal.TRAININGS, 9)],
        ),
        (
            said(Matter.GOAL, year="2028", goal="trainings", number=9),
            date(2028, 1, 1),
            [goal_set(date(2028, 1, 1), Goal.TRAININGS, 9)],
        ),
        (MET, TODAY, [goal_result(TODAY, Goal.TRAININGS, GoalStatus.MET)]),
        (said(Matter.CORRECTION, entry="1"), JANUARY, []),
    ],
)
def test_what_is_entered_becomes_rows_of_its_day(
    network: Network, of: dict[str, Any], day: date, rows: list[Entry]
) -> None:
    assert protocol.day_of(of, scene(network)) == day
    assert protocol.entries(of, scene(network)) == rows


def test_a_new_result_takes_the_former_one_back(network: Network) -> None:
    former = goal_result(JANUARY, Goal.TRAININGS, GoalStatus.OPEN)
    of = scene(network, entries=[*SET, former])

    assert protocol.entries(MET, of) == goal_judged(TODAY, Goal.TRAININGS, GoalStatus.MET, [former])


def test_what_was_entered_can_be_written_while_its_year_is_open(network: Network) -> None:
    of = scene(network)

    def possible(day: str) -> bool:
        return protocol.possible(said(Matter.PROCEDURE, day=day), of)

    assert [possible(f"{year}-05-01") for year in range(2025, 2030)] == [
        False, True, True, True, False
    ]  # fmt: skip
    assert protocol.possible(said(Matter.CORRECTION, entry="1"), of)
    assert not protocol.possible(said(Matter.CORRECTION, entry="99"), of)


def test_of_a_meeting_all_rows_are_taken_back_of_a_total_one_is_changed(
    network: Network,
) -> None:
    of = scene(network)

    def corrections(**more: Any) -> list[tuple[int, int]]:
        return protocol.corrections(said(Matter.CORRECTION, **more), of)

    assert corrections(entry="2") == [(2, 0), (3, 0), (4, 0), (5, 0)]
    assert corrections(entry="1", number=9) == [(1, 9)]
    assert corrections(entry="6") == [(6, 0)]
    assert corrections(entry="99") == []


# Recounting


def row(n: int, office: str | None = None, sector: str | None = None) -> Entry:
    return Entry(JANUARY, LedgerKind.ATTENDANCE, n, 1, office=office, sector=sector)


COUNTED = [
    (1, row(5)),
    (2, row(3, office="a")),
    (3, row(2, office="b")),
    (4, row(4, sector="x")),
    (5, row(1, sector="y")),
    (6, row(1, office="a")),
]


def found(office: str, sector: str, by: int) -> Recount | None:
    return recount(COUNTED, 1, JANUARY, CountChange(office, sector, by))


def test_countings_as_they_stand() -> None:
    assert attendance(COUNTED) == Attendance({"a": 4, "b": 2}, {"x": 4, "y": 1})


def test_more_people_are_added_to_one_row_of_each_counting() -> None:
    assert found("a", "x", 2) == Recount(((1, 7), (2, 5), (4, 6)), ())
    assert found("c", "z", 2) == Recount(((1, 7),), (row(2, office="c"), row(2, sector="z")))
    assert recount([], 1, JANUARY, CountChange("a", "x", 1)) == Recount(
        (), (row(1), row(1, office="a"), row(1, sector="x"))
    )


def test_fewer_people_are_taken_from_as_many_rows_as_it_needs() -> None:
    assert found("a", "x", -4) == Recount(((1, 1), (2, 0), (6, 0), (4, 0)), ())
    assert found("a", "x", -2) == Recount(((1, 3), (2, 1), (4, 2)), ())
    assert found("a", "x", -3) == Recount(((1, 2), (2, 0), (4, 1)), ())


@pytest.mark.parametrize(
    ("office", "sector", "by"),
    [
        ("a", "x", 0),
        ("a", "x", -5),
        ("b", "x", -3),
        ("a", "y", -2),
        ("c", "x", -1),
        ("a", "x", MOST_PEOPLE + 1),
        ("a", "x", -MOST_PEOPLE - 1),
    ],
)
def test_no_counting_falls_below_zero(office: str, sector: str, by: int) -> None:
    assert found(office, sector, by) is None


def test_as_many_more_as_people_can_be() -> None:
    assert found("a", "x", MOST_PEOPLE) is not None


class Books:
    """A ledger in memory, whose rows have the numbers of their places."""

    def __init__(self, *rows: Entry) -> None:
        self.rows = list(rows)
        self.taken_back: dict[int, tuple[int, Reason]] = {}

    @property
    def ledger(self) -> Books:
        return self

    seals = ledger

    async def booked(self, entry_ids: Sequence[int]) -> dict[int, Booked]:
        there = [number for number in entry_ids if number < len(self.rows)]
        return {n: Booked(n, self.rows[n], n in self.taken_back) for n in there}

    async def write(self, entry: Entry) -> int:
        self.rows.append(entry)
        return len(self.rows) - 1

    async def note_correction(self, entry_id: int, corrects: int, reason: Reason) -> None:
        self.taken_back[corrects] = entry_id, reason

    async def sealed(self, year: int) -> bool:
        return year == 2025


def test_a_correction_takes_each_row_back_and_says_why() -> None:
    books = Books(row(6), row(3, office="c"))

    assert asyncio.run(correct(books, [(0, 7), (1, 0)], Reason.DUPLICATE)) is None
    assert books.rows[2:] == [row(-6), row(7), row(-3, office="c")]
    assert books.taken_back == {0: (2, Reason.DUPLICATE), 1: (4, Reason.DUPLICATE)}


def test_what_stands_against_one_correction_stands_against_all_of_them() -> None:
    old = replace(row(2), day=date(2025, 3, 1))
    for wrong, why in {
        (1, 3): NotCorrected(Hindrance.NUMBER),
        (1, -1): NotCorrected(Hindrance.NUMBER),
        (2, 3): NotCorrected(Hindrance.SEALED, 2025),
        (9, 3): NotCorrected(Hindrance.GONE),
    }.items():
        books = Books(row(6), row(3), old)

        assert asyncio.run(correct(books, [(0, 7), wrong], Reason.DUPLICATE)) == why
        assert len(books.rows) == 3

    books = Books(row(6))
    asyncio.run(correct(books, [(0, 7)], Reason.DUPLICATE))
    again = asyncio.run(correct(books, [(0, 8)], Reason.DUPLICATE))

    assert again == NotCorrected(Hindrance.CORRECTED)
    assert len(books.rows) == 3
