"""What the command line says of a bad row of a file of old totals."""

from __future__ import annotations

from collections.abc import Iterable

from bot.commands.ledger_rows import told
from domain.ledger.file import COLUMNS, IMPORTED, Fault, read, wrong
from domain.network import Network
from domain.vocabulary import Topic
from tests.domain.test_ledger_file import BEFORE, HEADING


def words(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def problem(network: Network, row: str) -> str:
    """Return what is said of a row."""
    (bad,) = read(f"{HEADING}\n{row}\n", network, BEFORE)[1]
    return told(bad.wrong)


def test_what_is_said_of_a_bad_row(network: Network) -> None:
    said = {
        "31.12.2024,need,7,,,,,trauma": "'31.12.2024' is no day; write it like 2024-12-31",
        "1999-12-31,need,7,,,,,trauma": "only years from 2000 on are taken",
        "2020-01-01,need,7,,,,,trauma": "the year 2020 is sealed",
        "2026-01-01,need,7,,,,,trauma": "only days before 2026-01-01 are taken",
        "2024-05-01,goal-set,7,,,,,": f"'goal-set' is none of: {words(IMPORTED)}",
        "2024-05-01,need,-7,,,,,trauma": "'-7' is no whole number",
        "2024-05-01,need,0,,,,,trauma": "a row that counts nothing says nothing; leave it out",
        "2024-05-01,need,000,,,,,trauma": "a row that counts nothing says nothing; leave it out",
        "2024-05-01,need,٧,,,,,trauma": "'٧' is no whole number",
        "2024-05-01,need,1000000,,,,,trauma": "'1000000' is more than 999999",
        "2024-05-01,attendance,7,,,xx,,": "'xx' is no office of this network",
        "2024-05-01,attendance,7,,,,xx,": "'xx' is no sector of this network",
        "2024-05-01,event-held,7,1,,,,": "no event here stands behind old totals; leave this empty",
        "2024-05-01,event-held,7,,1,,,": "no event here stands behind old totals; leave this empty",
        "2024-05-01,advice-total,7,,,,,x": "advice-total has none; leave this empty",
        "2024-05-01,need,7,,,,,x": f"'x' is none of: {words(Topic)}",
        "2024-05-01,attendance,7,,,rkn-neuss,police,": (
            "a row has an office or a sector, never both"
        ),
        "2024-05-01,need,7,,,rkn-neuss,,trauma": "need is counted in all only; leave this empty",
        "2024-05-01,exchange-held,9,,,,police,round-table:minutes": (
            "minutes are counted in all only; leave this empty"
        ),
        "2024-05-01,need,7,,,,,trauma,x": "there are more cells than columns",
    }

    assert {row: problem(network, row) for row in said} == said


def test_each_fault_is_said_with_its_values() -> None:
    groups = {"year": 2024, "group": "training", "meeting": "round-table"}
    values = {"n": 9, "total": 10, "of": 1, "by": "office", "who": "police", "line": 2}
    given = {"value": "x", "kind": "need", "why": "why", "known": COLUMNS, "first": 2000}
    given |= {**groups, **values, "most": 9, "before": "2026-01-01"}

    assert all(told(wrong(fault, **given)) for fault in Fault)
    assert (
        told(wrong(Fault.UNKNOWN, known=COLUMNS)) == f"this column is none of: {', '.join(COLUMNS)}"
    )
    assert told(wrong(Fault.UNBALANCED, **given)) == (
        "2024, training: by office these add up to 9, the total is 10"
    )
    assert (
        told(wrong(Fault.CROWDED, **given)) == "2024, round-table: police was there 9 times, of 1"
    )
