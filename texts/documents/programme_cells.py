"""One row of a programme: each cell answers a question of the form, or it is said what is wrong."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any

from domain.localtime import to_utc
from domain.plan_sketch import END_OF_DAY, When
from talk import form as asking
from talk.dates import DatePart, Moment, Span
from talk.form import Choice, Number, Question, Setting, Several, Words
from talk.plan_offers import NONE
from texts.date_spellings import normalise
from texts.date_words import names_year
from texts.documents.programme_file import (
    RawRow,
    RowProblem,
    alike,
    cell_of,
    german,
    heading,
    required,
)
from texts.faces import Face
from texts.typed_answers import worded
from texts.typed_dates import Parsed, parse
from texts.typed_numbers import read_number, says_unlimited

#: So much of a cell is repeated where it is wrong.
LONGEST_QUOTE = 60


def problem_of(row: RawRow, column: str, message: str) -> RowProblem:
    """Return a problem with a cell of a row."""
    wanted = alike(heading(column))
    letter = next((at for name, at in row.columns.items() if alike(name) == wanted), "")
    return RowProblem(row.number, heading(column), message, f"{letter}{row.number}" * bool(letter))


def read_row(face: Face, row: RawRow, at: Setting) -> tuple[Setting, list[RowProblem]]:
    """Return the answers of a row, and what is wrong with it."""
    cells = Cells(face, row, at)
    empty = [column for column in required(face.form) if not cells.cell(column)]
    for column in empty:
        cells.wrong(column, "empty")
    if not empty:
        for question in face.form.questions:
            cells.read(question)
    return cells.at, cells.problems


def _quoted(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 1]}…"


def _close(text: str, labels: list[str]) -> list[str]:
    """Return the labels that may be meant; the first ones if none looks like it."""
    beginnings = [alike(word)[:5] for word in text.split() if len(word) >= 5]
    begun = [each for each in labels if any(start in alike(each) for start in beginnings)]
    return (begun or difflib.get_close_matches(text, labels, n=3) or labels)[:4]


@dataclass(slots=True)
class Cells:
    """A row on its way to answers; collects what is wrong with it."""

    face: Face
    row: RawRow
    at: Setting
    problems: list[RowProblem] = field(default_factory=list)
    when: When = field(default_factory=When)

    def cell(self, column: str) -> str:
        """Return what stands in a column."""
        return cell_of(self.row, column)

    def wrong(self, column: str, problem: str, **values: str | int) -> None:
        """Say what is wrong with a cell."""
        message = german().plain(f"programme-problem-{problem}", **values)
        self.problems.append(problem_of(self.row, column, message))

    def read(self, question: Question) -> None:
        """Take the cells of a question; what stands empty is left at its default."""
        if not question.columns:
            return
        given = [self.cell(column) for column in question.columns]
        if isinstance(question, Span):
            self._span(question)
        elif any(given):
            self._answer(question, question.columns[0])

    def _answer(self, question: Question, column: str) -> None:
        if isinstance(question, Several):
            self._several(question, column)
        elif isinstance(question, Moment):
            self._moment(question, column)
        elif isinstance(question, Choice):
            self._choice(question, column)
        elif isinstance(question, Number):
            self._number(question, column)
        elif isinstance(question, Words):
            self._take(column, worded(self.face.form, question, self.at, self.cell(column)))

    def _take(self, column: str, taken: asking.Taken) -> None:
        """Keep an answer, or say in the words of files, else of the form, why it is none."""
        if isinstance(taken, asking.Asks):
            taken = taken.answers
        if isinstance(taken, Mapping):
            self.at = self.at.saying(taken)
        elif isinstance(taken, asking.Problem):
            texts, face = german(), self.face
            own = f"programme-{taken.text_id.removeprefix(f'{face.form.name}-')}"
            said = own if texts.has(own) else taken.text_id
            message = texts.plain(said, **face.values(taken.text_id))
            self.problems.append(problem_of(self.row, column, message))

    def _keep(self, question: Question, answer: Any) -> None:
        self.at = self.at.saying({**self.at.answers, question.name: answer})

    def _labels(self, question: Choice) -> dict[str, str]:
        """Return what may stand in a cell, whatever else the row says."""
        at = self.at.saying({})
        found = question.offers(at)
        return {slug: self.face.label(german(), at, question, slug) for slug in found}

    def _choice(self, question: Choice, column: str) -> None:
        """Take what a label says, or its beginning before a bracket."""
        text, labels = self.cell(column), self._labels(question)
        for slug, label in labels.items():
            if alike(text) in {alike(label), alike(label.split("(")[0]), alike(slug)}:
                self._take(column, question.chosen(self.at, slug))
                return
        quoted = _quoted(text)
        choices = "; ".join(_close(quoted, list(labels.values())))
        self.wrong(column, "choice", text=quoted, choices=choices)

    def _several(self, question: Several, column: str) -> None:
        """Take all labels in the cell, whatever stands between them."""
        none = alike(self.cell(column)) == alike(german().plain("programme-none"))
        if none and NONE in question.whole(self.at):
            self._keep(question, [])
            return
        rest, found, labels = f" {alike(self.cell(column))} ", set[str](), self._labels(question)
        for slug, label in sorted(labels.items(), key=lambda pair: -len(pair[1])):
            if f" {alike(label)} " in rest:
                found.add(slug)
                rest = rest.replace(f" {alike(label)} ", " ", 1)
        if rest.strip() or not found:  # a dash is something, too
            choices = "; ".join(labels.values())
            self.wrong(column, "choice", text=_quoted(self.cell(column)), choices=choices)
        else:
            self._keep(question, [slug for slug in labels if slug in found])

    def _number(self, question: Number, column: str) -> None:
        """Take a number as it may be typed in chat: `20`, `1.200`, `20 Plätze`."""
        text = self.cell(column)
        if question.unlimited and says_unlimited(text):
            self._take(column, question.entered(self.at, None))
            return
        found = read_number(text, question.least, question.most)
        if isinstance(found, int):
            self._take(column, question.entered(self.at, found))
        else:
            self.wrong(column, "number", most=question.most)

    def _moment(self, question: Moment, column: str) -> None:
        """Take a day, up to whose end something lasts."""
        day = self._day(column)
        if day is not None and self.when.day is not None:
            moment = to_utc(datetime.combine(day, END_OF_DAY), self.at.network.zone)
            self._take(column, question.settled(self.at, moment))

    def _span(self, question: Span) -> None:
        """Take a part of the date; once all of it is known, it is settled."""
        column, *last = question.columns
        if question.part is DatePart.DAY:
            self.when = When(self._day(column))
        elif question.part is DatePart.STARTS:
            self.when = replace(self.when, starts=self._clock(column))
        else:
            ends = self._clock(column)
            end_day = self._day(last[0]) if self.cell(last[0]) else None
            known = self.when.day is not None and self.when.starts is not None and ends is not None
            end_day = None if end_day == self.when.day else end_day
            if known:
                self._settle(question, replace(self.when, ends=ends, end_day=end_day))

    def _settle(self, question: Span, date: When) -> None:
        begins = question.settled(self.at, When(date.day, date.starts))
        if isinstance(begins, asking.Problem):
            self._take(question.within or question.name, begins)
        else:
            self._take(question.columns[0], question.settled(self.at, date))

    def _day(self, column: str) -> date | None:
        """Return the day of a cell."""
        text = self.cell(column)
        read = parse(text, self.at.now, self.at.network.zone)
        if isinstance(read, Parsed) and read == Parsed(read.day) and read.day is not None:
            if names_year(normalise(text)):  # a file may lie for long before it is read
                return read.day
            self.wrong(column, "day-year", text=_quoted(text))
            return None
        reason = getattr(read, "reason", None)
        if reason in {"past", "no-such-day", "too-far"}:
            self.wrong(column, "day-because", why=german().plain(f"date-impossible-{reason}"))
        else:
            self.wrong(column, "day", text=_quoted(text))
        return None

    def _clock(self, column: str) -> time | None:
        """Return the time of a cell: `9`, `9:30`, `09.30 Uhr`."""
        found = re.fullmatch(
            r"(\d{1,2})(?:[:.](\d{2}))?(?::00)?(?: ?(?:Uhr|h))?", self.cell(column)
        )
        if found and int(found[1]) < 24 and int(found[2] or 0) < 60:
            return time(int(found[1]), int(found[2] or 0))
        self.wrong(column, "clock", text=_quoted(self.cell(column)))
        return None
