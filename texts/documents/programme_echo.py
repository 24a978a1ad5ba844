"""What was understood of a programme: each row as it will be announced, and what was not read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from domain.network import Network
from domain.training import Plan
from talk.form import Setting
from talk.plan import PLAN
from talk.plan_offers import Step, answers_of
from texts.documents.programme_file import Beside, RawRow, RowProblem
from texts.documents.programme_table import german
from texts.plan import FACE, units_note

#: A moment at which no reminder is too late yet: the file says what was chosen.
IN_TIME = datetime(2000, 1, 1, tzinfo=UTC)
#: So many numbers are told one by one.
MOST_NAMED = 20


def announced(network: Network, row: RawRow, plan: Plan) -> str:
    """Return a row as it will be announced, line by line."""
    texts = german()
    head = "programme-row-hidden" if row.hidden else "programme-row"
    lines = [texts.plain(head, row=row.number, title=plan.title)]
    at = Setting(None, network, IN_TIME, answers_of(plan, network))
    shown = {each.name: each for each in PLAN.lines(at)}
    for each in (shown.pop(Step.DAY), *shown.values()):
        value = FACE.told(texts, at, each)
        if value and each.name != Step.TITLE:
            lines.append(f"  {texts.plain(f'plan-{each.name}-chosen', value=value)}")
    if note := units_note(texts, at, plan.units):
        lines.append(f"  {note}")
    return "\n".join(lines)


def told(problem: RowProblem) -> str:
    """Return a problem with the place where it is."""
    texts = german()
    values: dict[str, str | int] = {"column": problem.column, "message": problem.message}
    if not problem.row:
        return texts.plain("programme-wrong-file", **values)
    values["row"] = problem.row
    if not problem.place:
        return texts.plain("programme-wrong-row", **values)
    return texts.plain("programme-wrong-cell", place=problem.place, **values)


def notes(aside: Beside) -> list[str]:
    """Return what stands in the file and was not read, or was read though nobody sees it."""
    texts = german()
    found = [texts.plain("programme-note-sheet", sheet=aside.sheet)] if aside.sheet else []
    lists: tuple[tuple[str, str, Sequence[str | int]], ...] = (
        ("programme-note-other-sheets", "sheets", aside.other_sheets),
        ("programme-note-before", "rows", aside.before),
        ("programme-note-examples", "rows", aside.examples),
        ("programme-note-hidden-rows", "rows", aside.hidden_rows),
        ("programme-note-hidden-columns", "columns", aside.hidden_columns),
        ("programme-note-comments", "cells", aside.comments),
    )
    for text_id, name, values in lists:
        if values:
            found.append(texts.plain(text_id, n=len(values), **{name: _listed(values)}))
    if aside.drawings:
        found.append(texts.plain("programme-note-drawings"))
    return found


def _listed(values: Sequence[str | int]) -> str:
    named = ", ".join(str(value) for value in values[:MOST_NAMED])
    return f"{named} …" if len(values) > MOST_NAMED else named
