"""The ledger as a file: everything or nothing comes in, and each bad row is named."""

from __future__ import annotations

from datetime import date

import pytest

from domain.ledger.entries import Entry, LedgerKind
from domain.ledger.file import (
    COLUMNS,
    IMPORTED,
    BadRow,
    Fault,
    Limits,
    contradicted,
    export,
    read,
    repeated,
    wrong,
)
from domain.network import Network
from domain.report.facts import Material
from domain.vocabulary import FormatGroup

AS_OF = date(2027, 1, 15)
BEFORE = Limits(date(2026, 1, 1), {2020})


def test_what_goes_out_comes_back(network: Network) -> None:
    rows = [
        Entry(date(2024, 5, 1), LedgerKind.EVENT_HELD, 12, detail="seminar"),
        Entry(date(2024, 5, 1), LedgerKind.ATTENDANCE, 240),
        Entry(date(2024, 5, 1), LedgerKind.ATTENDANCE, 240, office="rkn-neuss"),
    ]

    assert read(export(rows), network, BEFORE) == (list(enumerate(rows, 2)), [])


def test_semicolons_and_missing_columns_are_fine(network: Network) -> None:
    rows, bad = read("day;kind;n\r\n2024-12-31;advice-total;7\r\n", network, BEFORE)

    assert (rows, bad) == ([(2, Entry(date(2024, 12, 31), LedgerKind.ADVICE_TOTAL, 7))], [])


def test_every_bad_row_is_named_and_nothing_is_taken(network: Network) -> None:
    lines = [
        "day,kind,n,office,sector,detail",
        "2024-12-31,advice-total,7,,,",
        "31.12.2024,advice-total,7,,,",
        "2026-01-01,advice-total,7,,,",
        "2024-12-31,goal-set,7,,,",
        "2024-12-31,need,-1,,,",
        "2024-12-31,attendance,5,st-rheine,,",
        "2024-12-31,attendance,5,rkn-neuss,police,",
        "2024-12-31,need,1,,,Frau Muster",
    ]
    rows, bad = read("\n".join(lines), network, BEFORE)

    assert rows == []
    assert [(b.line, b.column) for b in bad] == [
        (3, "day"),
        (4, "day"),
        (5, "kind"),
        (6, "n"),
        (7, "office"),
        (8, "sector"),
        (9, "detail"),
    ]


def test_breakdowns_must_add_up_to_their_total(network: Network) -> None:
    text = "day,kind,n,office\n2024-01-01,attendance,10,\n2024-01-01,attendance,9,rkn-neuss\n"
    rows, bad = read(text, network, BEFORE)

    assert rows == []
    assert [b.column for b in bad] == ["office"]


def test_a_file_without_the_needed_columns_says_which(network: Network) -> None:
    assert [b.column for b in read("tag,n\n", network, BEFORE)[1]] == ["day", "kind", "tag"]
    assert [b.column for b in read("day,kind,n,n\n", network, BEFORE)[1]] == ["n"]


HEADING = "day,kind,n,training,notice,office,sector,detail"
#: What would be wrong for good once it is in, with the column that is to blame.
BAD = {
    "2024-05-01,need,7,,,,,": "detail",
    "2024-05-01,need,7,,,,,no-such-topic": "detail",
    "2024-05-01,need,7,,,rkn-neuss,,trauma": "office",
    "2024-05-01,procedure-agreed,1,,,,,brochure": "detail",
    "2024-05-01,procedure-agreed,1,,,,,": "detail",
    "2024-05-01,exchange-held,3,,,,,": "detail",
    "2024-05-01,exchange-held,3,,,,,seminar": "detail",
    "2024-05-01,exchange-held,90,,,rkn-neuss,,round-table:minutes": "office",
    "2024-05-01,event-held,3,,,,,seminarx": "detail",
    "2024-05-01,event-held,3,,,rkn-neuss,,seminar": "office",
    "2024-05-01,event-cancelled,3,,,,police,": "sector",
    "2024-05-01,advice-total,40,,,rkn-neuss,,": "office",
    "2024-05-01,advice-total,40,,,,,trauma": "detail",
    "2024-05-01,notice-published,4,,,,,seminar": "detail",
    "2024-05-01,notice-published,4,,,,police,": "sector",
    "2024-05-01,event-held,1,7,,,,seminar": "training",
    "2024-05-01,notice-published,1,,7,,,": "notice",
    "2024-05-01,attendance,10000000001,,,,,": "n",
    "2024-05-01,attendance,40,,,,,trauma": "detail",
    "2020-05-01,advice-total,40,,,,,": "day",
    "0024-05-01,advice-total,40,,,,,": "day",
    "2024-05-01,advice-total,40,,,,,,Frau Muster": "line",
}


@pytest.mark.parametrize(("row", "column"), BAD.items())
def test_what_the_report_cannot_count_is_named(network: Network, row: str, column: str) -> None:
    rows, bad = read(f"{HEADING}\n{row}\n", network, BEFORE)

    assert rows == []
    assert [(b.line, b.column) for b in bad] == [(2, column)]


def test_all_bad_rows_are_named_at_once_by_their_lines(network: Network) -> None:
    lines = [HEADING, *BAD, "2024-05-01,advice-total,40,,,,,"]
    rows, bad = read("\r\n".join(lines), network, BEFORE)

    assert rows == []
    assert [(b.line, b.column) for b in bad] == list(enumerate(BAD.values(), 2))
    assert bad[-3].wrong == wrong(Fault.SEALED, year=2020)


def test_each_kind_of_old_total_can_come_in(network: Network) -> None:
    lines = [
        HEADING,
        *("2024-05-01,event-held,3,,,,,", "2024-05-01,event-held,3,,,,,round-table"),
        "2024-05-01,event-cancelled,1,,,,,seminar",
        *("2024-05-01,attendance,40,,,,,", "2024-05-01,attendance,40,,,,police,seminar"),
        "2024-05-01,attendance,12,,,,,round-table",
        *(
            "2024-05-01,exchange-held,3,,,,,round-table",
            "2024-05-01,exchange-held,90,,,,,round-table:minutes",
        ),
        "2024-05-01,exchange-held,3,,,rkn-neuss,,round-table",
        "2024-05-01,procedure-agreed,1,,,,,flyer",
        *("2024-05-01,advice-total,40,,,,,", "2024-05-01,notice-published,4,,,,,"),
        "2024-05-01,need,7,,,,,trauma",
    ]
    rows, bad = read("\n".join(lines), network, BEFORE)

    assert bad == []
    assert len(rows) == len(lines) - 1
    assert {entry.kind for _, entry in rows} == IMPORTED
    assert contradicted(rows, network, Material(2024), AS_OF) == []


def test_attendances_add_up_for_what_they_count_for(network: Network) -> None:
    """People of meetings are no people of trainings: by office there would be more than in all."""
    lines = [
        HEADING,
        "2024-05-01,attendance,60,,,,,network-meeting",
        "2024-05-01,attendance,60,,,rkn-neuss,,",
        "2023-05-01,attendance,60,,,,,seminar",
        "2023-05-01,attendance,20,,,,police,workshop",
        "2023-05-01,attendance,40,,,,school,",
    ]
    rows, bad = read("\n".join(lines), network, BEFORE)

    assert rows == []
    assert [(b.line, b.column) for b in bad] == [(3, "office")]
    assert bad[0].wrong.fault is Fault.UNBALANCED
    assert (bad[0].wrong.values["n"], bad[0].wrong.values["total"]) == (60, 0)


def test_nobody_was_at_more_meetings_than_there_were(network: Network) -> None:
    lines = [
        HEADING,
        "2024-05-01,exchange-held,3,,,,,round-table",
        "2024-05-02,exchange-held,2,,,rkn-neuss,,round-table",
        "2024-06-02,exchange-held,2,,,rkn-neuss,,round-table",
    ]
    _, bad = read("\n".join(lines), network, BEFORE)

    assert [(b.line, b.column) for b in bad] == [(3, "n")]


def test_a_year_that_would_contradict_itself_is_named(network: Network) -> None:
    day = date(2024, 5, 1)
    known = Material(2024, [Entry(day, LedgerKind.ATTENDANCE, 70, office="rkn-neuss")])
    rows = [(2, Entry(day, LedgerKind.ATTENDANCE, 60, detail="seminar"))]
    (bad,) = contradicted(rows, network, known, AS_OF)

    assert (bad.line, bad.column) == (2, "n")
    assert bad.wrong == wrong(Fault.CONTRADICTS, year=2024, why="more people by office than in all")


def told(network: Network, known: list[Entry], *rows: str) -> list[tuple[int, str]]:
    """Return what a file contradicts, with what is kept of 2024 already: lines and columns."""
    taken, bad = read("\n".join([HEADING, *rows]), network, BEFORE)
    assert bad == []
    found = contradicted(taken, network, Material(2024, known), AS_OF)
    return [(each.line, each.column) for each in found]


def test_nobody_attends_where_nothing_was_held(network: Network) -> None:
    people, held = "2024-05-01,attendance,40,,,,,seminar", "2024-03-01,event-held,1,,,,,workshop"
    other = "2024-03-01,event-held,1,,,,,round-table"
    known = [Entry(date(2024, 3, 1), LedgerKind.EVENT_HELD, 1)]

    assert told(network, [], people) == [(2, "kind")]
    assert told(network, [], other, people) == [(3, "kind")]
    assert told(network, [], people, held) == []
    assert told(network, known, people) == []
    assert told(network, [Entry(date(2024, 3, 1), LedgerKind.EVENT_HELD, 1, 7)], people) == [
        (2, "kind")
    ]


def test_no_meeting_lasts_that_was_none(network: Network) -> None:
    minutes = "2024-05-01,exchange-held,90,,,,,round-table:minutes"
    held, other = (
        f"2024-05-01,exchange-held,1,,,,,{each}" for each in ("round-table", "steering-group")
    )

    assert told(network, [], minutes) == [(2, "detail")]
    assert told(network, [], other, minutes) == [(3, "detail")]
    assert told(network, [], minutes, held) == []


def test_a_row_that_stands_there_twice_is_a_slip(network: Network) -> None:
    row = "2024-05-01,advice-total,4,,,,,"
    rows, bad = read("\n".join([HEADING, row, row, row]), network, BEFORE)

    assert rows == []
    assert bad == [BadRow(line, "day", wrong(Fault.REPEATED, line=2)) for line in (3, 4)]


def test_a_total_that_is_there_already_counts_with_the_new_one(network: Network) -> None:
    """Of 25 people the offices name 15, though each file adds up by itself."""
    day = date(2024, 5, 1)
    known = [Entry(day, LedgerKind.EVENT_HELD, 2), Entry(day, LedgerKind.ATTENDANCE, 10)]
    rows = ["2024-05-02,attendance,15,,,,,", "2024-05-02,attendance,15,,,rkn-neuss,,"]

    assert told(network, known, *rows) == [(3, "office")]
    assert told(network, known[:1], *rows) == []


def test_bounds_of_a_row_belong_to_it(network: Network) -> None:
    for row in (
        "2000-01-01,need,999999,,,,,trauma",
        "2025-12-31,advice-total,1,,,,,",
        "2024-05-01, advice-total ,07,,,,,",
    ):
        rows, bad = read(f"{HEADING}\n{row}\n", network, BEFORE)
        assert (len(rows), bad) == (1, [])
    assert read(f"\ufeff{HEADING}\n", network, BEFORE) == ([], [])


def test_what_is_said_of_a_bad_heading(network: Network) -> None:
    assert read("tag,n,n\n", network, BEFORE)[1] == [
        BadRow(1, "day", wrong(Fault.MISSING)),
        BadRow(1, "kind", wrong(Fault.MISSING)),
        BadRow(1, "tag", wrong(Fault.UNKNOWN, known=COLUMNS)),
        BadRow(1, "n", wrong(Fault.TWICE)),
    ]
    assert read("", network, BEFORE)[1] == [
        BadRow(1, name, wrong(Fault.MISSING)) for name in ("day", "kind", "n")
    ]


def test_what_is_said_of_sums_that_differ(network: Network) -> None:
    lines = [
        HEADING,
        "2024-05-01,attendance,10,,,,,",
        "2024-05-01,attendance,4,,,rkn-neuss,,",
        "2024-05-02,attendance,5,,,rkn-kaarst,,",
        "2024-05-01,attendance,10,,,,police,",
        "2024-05-01,exchange-held,1,,,,,round-table",
        "2024-05-02,exchange-held,2,,,,police,round-table",
    ]

    group = FormatGroup.TRAINING
    sums = wrong(Fault.UNBALANCED, year=2024, group=group, by="office", n=9, total=10)
    there = wrong(Fault.CROWDED, year=2024, meeting="round-table", who="police", n=2, of=1)

    assert read("\n".join(lines), network, BEFORE) == (
        [],
        [
            BadRow(3, "office", sums),
            BadRow(7, "n", there),
        ],
    )
    spoiled = [*lines, "2024-05-01,attendance,x,,,,,"]
    assert [b.line for b in read("\n".join(spoiled), network, BEFORE)[1]] == [8]
    other = [*lines, "2024-05-01,need,x,,,,,trauma"]
    assert [b.line for b in read("\n".join(other), network, BEFORE)[1]] == [3, 7, 8]


def test_a_line_that_cannot_be_read_is_named(network: Network) -> None:
    wide = "x" * 200_000
    rows, bad = read(f"{HEADING}\n{wide},need,1,,,,,trauma\n", network, BEFORE)

    assert rows == []
    assert [(b.line, b.column) for b in bad] == [(1, "line")]
    assert bad[0].wrong.fault is Fault.UNREADABLE


def test_what_is_in_the_ledger_already_is_named() -> None:
    old, new = (
        Entry(date(2024, 5, 1), LedgerKind.ADVICE_TOTAL, 7),
        Entry(date(2024, 5, 1), LedgerKind.ADVICE_TOTAL, 8),
    )

    assert repeated([(2, old), (3, new)], [old]) == [BadRow(2, "day", wrong(Fault.KNOWN))]


def test_a_cell_is_never_a_formula_and_nothing_is_empty() -> None:
    entry = Entry(date(2024, 5, 1), LedgerKind.NEED, -7, 3, 4, sector="police", detail="=x")

    assert export([entry]) == f"{HEADING}\r\n2024-05-01,need,-7,3,4,,police,'=x\r\n"
