"""The ledger as a file: everything or nothing comes in, and each bad row is named."""

from __future__ import annotations

from datetime import date

from domain.ledger import Entry, LedgerKind
from domain.ledger_file import export, read
from domain.network import Network

BEFORE = date(2026, 1, 1)


def test_what_goes_out_comes_back(network: Network) -> None:
    rows = [
        Entry(date(2024, 5, 1), LedgerKind.EVENT_HELD, 12, detail="seminar"),
        Entry(date(2024, 5, 1), LedgerKind.ATTENDANCE, 240),
        Entry(date(2024, 5, 1), LedgerKind.ATTENDANCE, 240, office="rkn-neuss"),
    ]

    assert read(export(rows), network, BEFORE) == (rows, [])


def test_semicolons_and_missing_columns_are_fine(network: Network) -> None:
    rows, bad = read("day;kind;n\r\n2024-12-31;advice-total;7\r\n", network, BEFORE)

    assert (rows, bad) == ([Entry(date(2024, 12, 31), LedgerKind.ADVICE_TOTAL, 7)], [])


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
    assert [b.column for b in read("tag,n\n", network, BEFORE)[1]] == ["day", "kind"]
