"""A whole year's programme from a file: every row becomes a plan, or its wrong cells are named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from domain.localtime import local_day
from domain.network import Network
from domain.plan_sketch import plan_of
from domain.training import Plan
from talk.form import Setting
from talk.plan import drawn
from texts.documents.programme_cells import problem_of, read_row
from texts.documents.programme_file import (
    TITLE,
    Programme,
    RawRow,
    RowProblem,
    UnreadableFile,
    alike,
    german,
    heading,
    read_programme,
)
from texts.plan import FACE

__all__ = [
    "Programme",
    "RawRow",
    "RowProblem",
    "UnreadableFile",
    "already_there",
    "check",
    "read_programme",
    "template",
]


def check(
    rows: Sequence[RawRow], network: Network, now: datetime
) -> tuple[list[Plan], list[RowProblem]]:
    """Return the plans of all rows, or what is wrong; plan n is row n if nothing is wrong."""
    if not rows:
        message = german().plain("programme-no-rows")
        return [], [RowProblem(0, heading(TITLE), message)]
    problems: list[RowProblem] = []
    plans: list[Plan] = []
    seen: dict[tuple[str, date], int] = {}
    for row in rows:
        at, wrong = read_row(FACE, row, Setting(None, network, now, {}))
        if not wrong:
            plans.append(plan_of(drawn(at), network))
            wrong = _twice(row, plans[-1], network, seen)
        problems += _named_once(row.faults, wrong)
    return ([] if problems else plans), problems


def _named_once(faults: Sequence[RowProblem], found: list[RowProblem]) -> list[RowProblem]:
    """Return what is wrong with a row; of a cell that was not read, nothing more is said."""
    named = {fault.column for fault in faults}
    return [*faults, *(each for each in found if each.column not in named)]


def _twice(
    row: RawRow, plan: Plan, network: Network, seen: dict[tuple[str, date], int]
) -> list[RowProblem]:
    """Return the problem of a row that an earlier one says already."""
    key = (alike(plan.title), local_day(plan.starts_at, network.zone))
    first = seen.setdefault(key, row.number)
    if first == row.number:
        return []
    return [problem_of(row, TITLE, german().plain("programme-problem-twice", row=first))]


def already_there(row: RawRow) -> RowProblem:
    """Return the problem of a row whose title and day the network has already."""
    return problem_of(row, TITLE, german().plain("programme-problem-there"))


def template() -> bytes:
    """Return an Excel file to fill in: headings, an example, lists to choose from, explanations."""
    from texts.documents import programme_template  # memory: it brings XlsxWriter along

    return programme_template.workbook()
