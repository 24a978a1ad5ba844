"""What was understood of a programme: each row as it will be announced, and what was not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from domain.localtime import local_day, to_local
from domain.network import Network
from domain.planning import Step, steps
from domain.sketch import sketch_of
from domain.training import Plan
from texts import dates
from texts.catalogue import Texts
from texts.day_notes import noted
from texts.documents.programme_file import Beside, RawRow, RowProblem
from texts.documents.programme_table import german
from texts.plan_choices import local_moment

#: So many numbers are told one by one.
MOST_NAMED = 20


def announced(network: Network, row: RawRow, plan: Plan) -> str:
    """Return a row as it will be announced, line by line."""
    texts = german()
    head = "programme-row-hidden" if row.hidden else "programme-row"
    lines = [texts.plain(head, row=row.number, title=plan.title)]
    for step, value in _values(texts, network, plan):
        name = texts.plain(f"plan-name-{step}")
        lines.append(f"  {texts.plain('plan-line', name=name, value=value)}")
    return "\n".join(lines)


def _values(texts: Texts, network: Network, plan: Plan) -> Iterator[tuple[Step, str]]:
    zone = network.zone
    days = (local_day(plan.starts_at, zone), local_day(plan.ends_at, zone))
    yield Step.DAY, noted(dates.long_range(plan.starts_at, plan.ends_at, zone), texts, *days)
    yield Step.TOPIC, texts.label("topic", plan.topic)
    yield Step.FORMAT, texts.label("format", plan.format)
    yield Step.MODE, texts.label("mode", plan.mode)
    asked = steps(sketch_of(plan, network))
    for step, value in ((Step.PLACE, plan.place), (Step.LINK, plan.link)):
        if value or step in asked:
            yield step, value or texts.plain("plan-later")
    unlimited = plan.seats is None
    seats = (
        texts.plain("plan-no-limit") if unlimited else texts.plain("plan-seats", n=plan.seats or 0)
    )
    yield Step.SEATS, seats
    yield Step.DEADLINE, local_moment(texts, to_local(plan.deadline_at, zone))
    yield Step.UNITS, str(plan.units)
    yield Step.SECTORS, _joined(texts, "sector", plan.sectors) or texts.plain("card-for-all")
    stages = [rule.stage for rule in plan.reminders]
    reminders = _joined(texts, "reminder-stage", stages)
    yield Step.REMINDERS, reminders or texts.plain("plan-reminders-none")
    if plan.accessibility:
        yield Step.ACCESSIBILITY, _joined(texts, "plan-access", plan.accessibility)


def _joined(texts: Texts, kind: str, slugs: Sequence[str]) -> str:
    return ", ".join(texts.label(kind, slug) for slug in slugs)


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
