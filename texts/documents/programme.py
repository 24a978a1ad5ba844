"""A whole year's programme from a file: every row becomes a plan, or its wrong cells are named."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from domain import planning
from domain.network import Network, ReminderRule
from domain.planning import ACCESSIBILITY, STAGES, Problem, Step, deadline_choices, proposed_units
from domain.sketch import END_OF_DAY, Sketch, When, plan_of
from domain.training import LONGEST_PLACE, LONGEST_TITLE, MOST_SEATS, Plan
from domain.vocabulary import DeliveryMode, EventFormat, Sector, Topic
from texts.catalogue import Texts
from texts.date_spellings import normalise
from texts.date_words import names_year
from texts.documents.programme_file import (
    REQUIRED,
    Column,
    Programme,
    RawRow,
    RowProblem,
    UnreadableFile,
    alike,
    cell_of,
    german,
    heading,
    read_programme,
)
from texts.typed_dates import Parsed, parse
from texts.typed_numbers import read_number, says_unlimited

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


#: So much of a cell is repeated where it is wrong.
LONGEST_QUOTE = 60


def problem_of(row: RawRow, column: Column, message: str) -> RowProblem:
    """Return a problem with a cell of a row."""
    wanted = alike(heading(column))
    letter = next((at for name, at in row.columns.items() if alike(name) == wanted), "")
    return RowProblem(row.number, heading(column), message, f"{letter}{row.number}" * bool(letter))


def _quoted(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 1]}…"


def _close(text: str, labels: list[str]) -> list[str]:
    """Return the labels that may be meant; the first ones if none looks like it."""
    beginnings = [alike(word)[:5] for word in text.split() if len(word) >= 5]
    begun = [each for each in labels if any(start in alike(each) for start in beginnings)]
    return (begun or difflib.get_close_matches(text, labels, n=3) or labels)[:4]


@dataclass(slots=True)
class _Check:
    """One row on its way to a plan; collects what is wrong with it."""

    row: RawRow
    network: Network
    now: datetime
    texts: Texts
    problems: list[RowProblem]

    def cell(self, column: Column) -> str:
        return cell_of(self.row, column)

    def wrong(self, column: Column, text_id: str, **values: str | int) -> None:
        message = self.texts.plain(f"programme-{text_id}", **values)
        self.problems.append(problem_of(self.row, column, message))

    def one_of(self, column: Column, kind: str, slugs: Sequence[str]) -> str | None:
        """Return the slug whose label (or its beginning before a bracket) stands in the cell."""
        text = self.cell(column)
        labels = {slug: self.texts.label(kind, slug) for slug in slugs}
        for slug, label in labels.items():
            if alike(text) in {alike(label), alike(label.split("(")[0]), alike(slug)}:
                return slug
        quoted = _quoted(text)
        choices = "; ".join(_close(quoted, list(labels.values())))
        self.wrong(column, "problem-choice", text=quoted, choices=choices)
        return None

    def some_of(self, column: Column, labels: dict[str, str]) -> list[str] | None:
        """Return the slugs of all labels in the cell, whatever stands between them."""
        rest = f" {alike(self.cell(column))} "
        found = []
        for slug, label in sorted(labels.items(), key=lambda pair: -len(pair[1])):
            if f" {alike(label)} " in rest:
                found.append(slug)
                rest = rest.replace(f" {alike(label)} ", " ", 1)
        if rest.strip() or not found:  # a dash is something, too
            choices = "; ".join(labels.values())
            self.wrong(column, "problem-choice", text=_quoted(self.cell(column)), choices=choices)
            return None
        return found

    def day(self, column: Column) -> date | None:
        """Return the day of a cell."""
        text = self.cell(column)
        read = parse(text, self.now, self.network.zone)
        if isinstance(read, Parsed) and read == Parsed(read.day) and read.day is not None:
            if names_year(normalise(text)):  # a file may lie for long before it is read
                return read.day
            self.wrong(column, "problem-day-year", text=_quoted(text))
            return None
        reason = getattr(read, "reason", None)
        if reason in {"past", "no-such-day", "too-far"}:
            why = self.texts.plain(f"date-impossible-{reason}")
            self.wrong(column, "problem-day-because", why=why)
        else:
            self.wrong(column, "problem-day", text=_quoted(text))
        return None

    def clock(self, column: Column) -> time | None:
        """Return the time of a cell: `9`, `9:30`, `09.30 Uhr`."""
        found = re.fullmatch(
            r"(\d{1,2})(?:[:.](\d{2}))?(?::00)?(?: ?(?:Uhr|h))?", self.cell(column)
        )
        if found and int(found[1]) < 24 and int(found[2] or 0) < 60:
            return time(int(found[1]), int(found[2] or 0))
        self.wrong(column, "problem-clock", text=_quoted(self.cell(column)))
        return None

    def number(self, column: Column, least: int, most: int) -> int | None:
        """Return the number of a cell, as it may be typed in chat: `20`, `1.200`, `20 Plätze`."""
        found = read_number(self.cell(column), least, most)
        if isinstance(found, int):
            return found
        self.wrong(column, "problem-number", most=most)
        return None


def check(
    rows: Sequence[RawRow], network: Network, now: datetime
) -> tuple[list[Plan], list[RowProblem]]:
    """Return the plans of all rows, or what is wrong; plan n is row n if nothing is wrong."""
    if not rows:
        message = german().plain("programme-no-rows")
        return [], [RowProblem(0, heading(Column.TITLE), message)]
    problems: list[RowProblem] = []
    plans: list[Plan] = []
    seen: dict[tuple[str, date], int] = {}
    for row in rows:
        checked = _Check(row, network, now, german(), [])
        plan = _plan(checked)
        if plan is not None:
            _note_twice(checked, plan, seen)
            plans.append(plan)
        problems += _named_once(row.faults, checked.problems)
    return ([] if problems else plans), problems


def _named_once(faults: Sequence[RowProblem], found: list[RowProblem]) -> list[RowProblem]:
    """Return what is wrong with a row; of a cell that was not read, nothing more is said."""
    named = {fault.column for fault in faults}
    return [*faults, *(each for each in found if each.column not in named)]


def _note_twice(checked: _Check, plan: Plan, seen: dict[tuple[str, date], int]) -> None:
    key = (alike(plan.title), plan.starts_at.astimezone(checked.network.zone).date())
    if key in seen:
        checked.wrong(Column.TITLE, "problem-twice", row=seen[key])
    seen.setdefault(key, checked.row.number)


def already_there(row: RawRow) -> RowProblem:
    """Return the problem of a row whose title and day the network has already."""
    return problem_of(row, Column.TITLE, german().plain("programme-problem-there"))


def _plan(checked: _Check) -> Plan | None:
    """Return the plan of a row; None if something is wrong with it."""
    empty = [column for column in REQUIRED if not checked.cell(column)]
    for column in empty:
        checked.wrong(column, "problem-empty")
    if empty:
        return None
    sketch = planning.begin(checked.network)
    for take in (_take_lists, _take_words, _take_date, _take_numbers, _take_more):
        sketch = take(checked, sketch)
    return None if checked.problems else plan_of(sketch, checked.network)


def _take_lists(checked: _Check, sketch: Sketch) -> Sketch:
    topic = checked.one_of(Column.TOPIC, "topic", list(Topic))
    format_ = checked.one_of(Column.FORMAT, "format", list(EventFormat))
    mode = checked.one_of(Column.MODE, "mode", list(DeliveryMode))
    if topic is None or format_ is None or mode is None:
        return sketch
    return replace(sketch, topic=Topic(topic), format=EventFormat(format_), mode=DeliveryMode(mode))


_WORDS = (
    (Column.TITLE, Step.TITLE, "problem-title", LONGEST_TITLE),
    (Column.PLACE, Step.PLACE, "problem-place", LONGEST_PLACE),
)


def _take_words(checked: _Check, sketch: Sketch) -> Sketch:
    for column, step, text_id, most in _WORDS:
        if text := checked.cell(column):
            taken = planning.typed(sketch, step, text)
            if isinstance(taken, Problem):
                checked.wrong(column, text_id, most=most)
            else:
                sketch = taken.sketch
    link = planning.with_scheme(checked.cell(Column.LINK))
    if link and not planning.is_link(link):
        checked.wrong(Column.LINK, "problem-link")
    return replace(sketch, link=link)


def _take_date(checked: _Check, sketch: Sketch) -> Sketch:
    day, starts, ends = (
        checked.day(Column.DAY),
        checked.clock(Column.STARTS),
        checked.clock(Column.ENDS),
    )
    last = checked.day(Column.END_DAY) if checked.cell(Column.END_DAY) else None
    if day is None or starts is None or ends is None:
        return sketch
    when = When(day, starts, ends, None if last == day else last)
    taken = planning.with_when(sketch, when, checked.network, checked.now)
    if isinstance(taken, Problem):
        column = Column.DAY if taken is Problem.START_PAST else Column.ENDS
        checked.wrong(column, f"problem-{taken}")
        return sketch
    return taken.sketch


def _take_numbers(checked: _Check, sketch: Sketch) -> Sketch:
    sketch = replace(sketch, units=proposed_units(sketch, checked.network))
    if seats := checked.cell(Column.SEATS):
        unlimited = says_unlimited(seats)
        found = None if unlimited else checked.number(Column.SEATS, 1, MOST_SEATS)
        sketch = replace(sketch, seats=found)
    if checked.cell(Column.UNITS):
        units = checked.number(Column.UNITS, 0, planning.MOST_UNITS)
        sketch = replace(sketch, units=units or 0)
    return _take_deadline(checked, sketch)


def _take_deadline(checked: _Check, sketch: Sketch) -> Sketch:
    network, now = checked.network, checked.now
    if sketch.day is None or sketch.starts is None:
        return sketch
    if not checked.cell(Column.DEADLINE):
        start = datetime.combine(sketch.day, sketch.starts)
        offered = [at for _, at in deadline_choices(sketch, network, now)]
        return replace(sketch, deadline=offered[0] if offered else start)
    day = checked.day(Column.DEADLINE)
    if day is None:
        return sketch
    local = min(datetime.combine(day, END_OF_DAY), _start_on(sketch, day))
    taken = planning.with_deadline(sketch, local, network, now)
    if isinstance(taken, Problem):
        checked.wrong(Column.DEADLINE, f"problem-{taken}")
        return sketch
    return taken.sketch


def _start_on(sketch: Sketch, day: date) -> datetime:
    """Return the start if it is on this day, else the day's end: the deadline ends with either."""
    assert sketch.starts is not None
    return datetime.combine(day, sketch.starts if day == sketch.day else END_OF_DAY)


def _take_more(checked: _Check, sketch: Sketch) -> Sketch:
    texts = checked.texts
    if checked.cell(Column.SECTORS):
        labels = {slug.value: texts.label("sector", slug) for slug in checked.network.sectors}
        found = checked.some_of(Column.SECTORS, labels) or []
        sketch = replace(sketch, sectors=tuple(s for s in Sector if s in found))
    if checked.cell(Column.ACCESSIBILITY):
        labels = {slug: texts.plain(f"plan-access-{slug}") for slug in ACCESSIBILITY}
        found = checked.some_of(Column.ACCESSIBILITY, labels) or []
        sketch = replace(sketch, accessibility=tuple(s for s in ACCESSIBILITY if s in found))
    if checked.cell(Column.REMINDERS):
        sketch = replace(sketch, reminders=_reminders(checked))
    return sketch


def _reminders(checked: _Check) -> tuple[ReminderRule, ...]:
    texts = checked.texts
    if alike(checked.cell(Column.REMINDERS)) == alike(texts.plain("programme-none")):
        return ()
    labels = {rule.stage.value: texts.label("reminder-stage", rule.stage) for rule in STAGES}
    found = checked.some_of(Column.REMINDERS, labels) or []
    return tuple(rule for rule in STAGES if rule.stage in found)


def template() -> bytes:
    """Return an Excel file to fill in: headings, an example, lists to choose from, explanations."""
    from texts.documents import programme_template  # memory: it brings XlsxWriter along

    return programme_template.workbook()
