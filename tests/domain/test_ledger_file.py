"""The ledger as a file: everything or nothing comes in, and each bad row is named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from domain.ledger.entries import Entry, LedgerKind
from domain.ledger.file import (
    COLUMNS,
    IMPORTED,
    BadRow,
    Fault,
    Limits,
    Wrong,
    contradicted,
    export,
    read,
    repeated,
    wrong,
)
from domain.ledger.words import FORMATS, MEETINGS
from domain.network import Network
from domain.report.material import Material
from domain.vocabulary import FormatGroup, Procedure, Topic

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


def test_breakdowns_must_add_up_to_their_total(network: Network) -> None:
    text = "day,kind,n,office\n2024-01-01,attendance,10,\n2024-01-01,attendance,9,rkn-neuss\n"
    rows, bad = read(text, network, BEFORE)

    assert rows == []
    assert [b.column for b in bad] == ["office"]


def test_a_file_without_the_needed_columns_says_which(network: Network) -> None:
    assert [b.column for b in read("tag,n\n", network, BEFORE)[1]] == ["day", "kind", "tag"]
    assert [b.column for b in read("day,kind,n,n\n", network, BEFORE)[1]] == ["n"]


HEADING = "day,kind,n,training,notice,office,sector,detail"
#: Topics and so on as they are told, beside the rows that name another.
TOPICS, PROCEDURES = sorted(each.value for each in Topic), sorted(each.value for each in Procedure)
OF_MEETINGS = sorted(MEETINGS | {f"{meeting}:minutes" for meeting in MEETINGS})


def unlisted(value: str, known: Sequence[str]) -> Wrong:
    return wrong(Fault.NOT_LISTED, value=value, known=known)


#: What would be wrong for good once it is in, with the column that is to blame, and why.
BAD = {
    "2024-05-01,need,7,,,,,": ("detail", unlisted("", TOPICS)),
    "2024-05-01,need,7,,,,,no-such-topic": ("detail", unlisted("no-such-topic", TOPICS)),
    "2024-05-01,need,7,,,rkn-neuss,,trauma": (
        "office",
        wrong(Fault.IN_ALL, kind=LedgerKind.NEED),
    ),
    "2024-05-01,procedure-agreed,1,,,,,brochure": ("detail", unlisted("brochure", PROCEDURES)),
    "2024-05-01,procedure-agreed,1,,,,,": ("detail", unlisted("", PROCEDURES)),
    "2024-05-01,exchange-held,3,,,,,": ("detail", unlisted("", OF_MEETINGS)),
    "2024-05-01,exchange-held,3,,,,,seminar": ("detail", unlisted("seminar", OF_MEETINGS)),
    "2024-05-01,exchange-held,90,,,rkn-neuss,,round-table:minutes": (
        "office",
        wrong(Fault.MINUTES),
    ),
    "2024-05-01,event-held,3,,,,,seminarx": ("detail", unlisted("seminarx", sorted(FORMATS))),
    "2024-05-01,event-held,3,,,rkn-neuss,,seminar": (
        "office",
        wrong(Fault.IN_ALL, kind=LedgerKind.EVENT_HELD),
    ),
    "2024-05-01,event-cancelled,3,,,,police,": (
        "sector",
        wrong(Fault.IN_ALL, kind=LedgerKind.EVENT_CANCELLED),
    ),
    "2024-05-01,advice-total,40,,,rkn-neuss,,": (
        "office",
        wrong(Fault.IN_ALL, kind=LedgerKind.ADVICE_TOTAL),
    ),
    "2024-05-01,advice-total,40,,,,,trauma": (
        "detail",
        wrong(Fault.NO_DETAIL, kind=LedgerKind.ADVICE_TOTAL),
    ),
    "2024-05-01,notice-published,4,,,,,seminar": (
        "detail",
        wrong(Fault.NO_DETAIL, kind=LedgerKind.NOTICE_PUBLISHED),
    ),
    "2024-05-01,notice-published,4,,,,police,": (
        "sector",
        wrong(Fault.IN_ALL, kind=LedgerKind.NOTICE_PUBLISHED),
    ),
    "2024-05-01,goal-set,7,,,,,trainings": ("kind", unlisted("goal-set", sorted(IMPORTED))),
    "2024-05-01,event-held,1,7,,,,seminar": ("training", wrong(Fault.NOT_EMPTY)),
    "2024-05-01,notice-published,1,,7,,,": ("notice", wrong(Fault.NOT_EMPTY)),
    "2024-05-01,attendance,10000000001,,,,,": (
        "n",
        wrong(Fault.TOO_MANY, value="10000000001", most=999_999),
    ),
    "2024-05-01,attendance,1000000,,,,,": (
        "n",
        wrong(Fault.TOO_MANY, value="1000000", most=999_999),
    ),
    "2024-05-01,attendance,000,,,,,": ("n", wrong(Fault.NOTHING)),
    "2024-05-01,attendance,-4,,,,,": ("n", wrong(Fault.NO_NUMBER, value="-4")),
    "2024-05-01,attendance,\u0664,,,,,": ("n", wrong(Fault.NO_NUMBER, value="\u0664")),
    "2024-05-01,attendance,4;5,,,,,": ("n", wrong(Fault.NO_NUMBER, value="4;5")),
    "2024-05-01,attendance,40,,,,,trauma": ("detail", unlisted("trauma", sorted(FORMATS))),
    "2024-05-01,attendance,5,,,st-rheine,,": ("office", wrong(Fault.NO_OFFICE, value="st-rheine")),
    "2024-05-01,attendance,5,,,,cooks,": ("sector", wrong(Fault.NO_SECTOR, value="cooks")),
    "2024-05-01,attendance,5,,,rkn-neuss,police,": ("sector", wrong(Fault.BOTH)),
    "1.5.2024,advice-total,40,,,,,": ("day", wrong(Fault.NO_DAY, value="1.5.2024")),
    "2026-01-01,advice-total,40,,,,,": ("day", wrong(Fault.TOO_LATE, before=date(2026, 1, 1))),
    "2020-05-01,advice-total,40,,,,,": ("day", wrong(Fault.SEALED, year=2020)),
    "0024-05-01,advice-total,40,,,,,": ("day", wrong(Fault.TOO_EARLY, first=2000)),
    "2024-05-01,advice-total,40,,,,,,Frau Muster": ("line", wrong(Fault.CELLS)),
}


@pytest.mark.parametrize(("row", "what"), BAD.items())
def test_what_the_report_cannot_count_is_named(
    network: Network, row: str, what: tuple[str, Wrong]
) -> None:
    assert read(f"{HEADING}\n{row}\n", network, BEFORE) == ([], [BadRow(2, *what)])


def test_all_bad_rows_are_named_at_once_by_their_lines(network: Network) -> None:
    lines = [HEADING, *BAD, "2024-05-01,advice-total,40,,,,,"]
    named = [BadRow(line, *what) for line, what in enumerate(BAD.values(), 2)]

    assert read("\r\n".join(lines), network, BEFORE) == ([], named)


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
    whole = Entry(day, LedgerKind.ATTENDANCE, 60, detail="seminar")
    part = Entry(day, LedgerKind.ATTENDANCE, 70, office="rkn-neuss")
    against = wrong(Fault.CONTRADICTS, year=2024, why="more people by office than in all")

    for known, new in ((whole, part), (part, whole)):
        assert contradicted([(4, new)], network, Material(2024, [known]), AS_OF) == [
            BadRow(4, "n", against)
        ]


def told(network: Network, known: list[Entry], *rows: str) -> list[BadRow]:
    """Return what a file contradicts, with what is kept of 2024 already."""
    taken, bad = read("\n".join([HEADING, *rows]), network, BEFORE)
    assert bad == []
    return contradicted(taken, network, Material(2024, known), AS_OF)


def test_nobody_attends_where_nothing_was_held(network: Network) -> None:
    people, held = "2024-05-01,attendance,40,,,,,seminar", "2024-03-01,event-held,1,,,,,workshop"
    other = "2024-03-01,event-held,1,,,,,round-table"
    known = [Entry(date(2024, 3, 1), LedgerKind.EVENT_HELD, 1)]
    lacks = wrong(Fault.NO_EVENT, year=2024, group=FormatGroup.TRAINING)

    assert told(network, [], people) == [BadRow(2, "kind", lacks)]
    assert told(network, [], other, people) == [BadRow(3, "kind", lacks)]
    assert told(network, [], people, held) == []
    assert told(network, known, people) == []
    assert told(network, [], people.replace("40", "1")) == [BadRow(2, "kind", lacks)]
    with_event = [Entry(date(2024, 3, 1), LedgerKind.EVENT_HELD, 1, 7)]
    assert told(network, with_event, people) == [BadRow(2, "kind", lacks)]


def test_no_meeting_lasts_that_was_none(network: Network) -> None:
    minutes = "2024-05-01,exchange-held,90,,,,,round-table:minutes"
    held, other = (
        f"2024-05-01,exchange-held,1,,,,,{each}" for each in ("round-table", "steering-group")
    )
    event, people = (
        f"2024-05-01,{each},9,,,,,round-table" for each in ("event-held", "attendance")
    )
    lacks = wrong(Fault.NO_MEETING, year=2024, meeting="round-table")

    assert told(network, [], minutes) == [BadRow(2, "detail", lacks)]
    assert told(network, [], minutes.replace("90", "1")) == [BadRow(2, "detail", lacks)]
    assert told(network, [], other, minutes) == [BadRow(3, "detail", lacks)]
    assert told(network, [], event, people, minutes) == [BadRow(4, "detail", lacks)]
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

    sums = wrong(
        Fault.UNBALANCED, year=2024, group=FormatGroup.TRAINING, by="office", n=15, total=25
    )
    assert told(network, known, *rows) == [BadRow(3, "office", sums)]
    assert told(network, known[:1], *rows) == []

    # What is to blame stands there already: it is told at the first row that is new.
    known.append(Entry(day, LedgerKind.ATTENDANCE, 10, office="rkn-neuss"))
    sums = wrong(
        Fault.UNBALANCED, year=2024, group=FormatGroup.TRAINING, by="office", n=10, total=25
    )
    assert told(network, known, rows[0]) == [BadRow(2, "office", sums)]


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
        "2024-05-02,exchange-held,3,,,,police,round-table",
        "2024-06-01,exchange-held,1,,,,,round-table",
        "2023-05-01,attendance,7,,,,police,",
        "2023-05-01,attendance,8,,,,,",
    ]

    group = FormatGroup.TRAINING
    sums = wrong(Fault.UNBALANCED, year=2024, group=group, by="office", n=9, total=10)
    there = wrong(Fault.CROWDED, year=2024, meeting="round-table", who="police", n=3, of=2)
    sectors = wrong(Fault.UNBALANCED, year=2023, group=group, by="sector", n=7, total=8)

    assert read("\n".join(lines), network, BEFORE) == (
        [],
        [
            BadRow(3, "office", sums),
            BadRow(7, "n", there),
            BadRow(9, "sector", sectors),
        ],
    )
    spoiled = [*lines, "2024-05-01,attendance,x,,,,,"]
    assert [b.line for b in read("\n".join(spoiled), network, BEFORE)[1]] == [11]
    other = [*lines, "2024-05-01,need,x,,,,,trauma"]
    assert [b.line for b in read("\n".join(other), network, BEFORE)[1]] == [3, 7, 9, 11]


def test_a_line_that_cannot_be_read_is_named(network: Network) -> None:
    wide = "x" * 200_000
    rows, bad = read(f"{HEADING}\n{wide},need,1,,,,,trauma\n", network, BEFORE)

    assert rows == []
    why = "field larger than field limit (131072)"
    assert bad == [BadRow(2, "line", wrong(Fault.UNREADABLE, why=why))]


def test_what_is_in_the_ledger_already_is_named() -> None:
    old, new = (
        Entry(date(2024, 5, 1), LedgerKind.ADVICE_TOTAL, 7),
        Entry(date(2024, 5, 1), LedgerKind.ADVICE_TOTAL, 8),
    )

    assert repeated([(2, old), (3, new)], [old]) == [BadRow(2, "day", wrong(Fault.KNOWN))]


def test_a_cell_is_never_a_formula_and_nothing_is_empty() -> None:
    entry = Entry(date(2024, 5, 1), LedgerKind.NEED, -7, 3, 4, sector="police", detail="=x")

    assert export([entry]) == f"{HEADING}\r\n2024-05-01,need,-7,3,4,,police,'=x\r\n"
