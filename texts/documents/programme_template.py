"""The Excel file that a programme is entered into: lists to choose from, and what each means."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import xlsxwriter

from domain.vocabulary import DeliveryMode, EventFormat, Sector, Topic
from talk.dates import DatePart, Moment, Span
from talk.form import Choice, Form, Question, Several
from talk.plan import PLAN
from talk.plan_offers import Step
from texts.catalogue import Texts
from texts.documents.programme_file import columns, german, heading, required
from texts.documents.programme_table import letters

LAST_ROW = 500
_WIDTHS: dict[str, int] = {Step.TITLE: 40, Step.TOPIC: 36, Step.PLACE: 28, Step.LINK: 32}


def workbook(form: Form = PLAN) -> bytes:
    """Return the template as an .xlsx file."""
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(target, options)
    texts = german()
    programme = book.add_worksheet(texts.plain("programme-sheet"))
    _explain(book, texts, form)
    ranges = _lists(book, texts, form)
    _headings(book, programme, form)
    _example(book, programme, texts, form)
    for column, source in ranges.items():
        place = columns(form).index(column)
        rule = {"validate": "list", "source": source}
        programme.data_validation(1, place, LAST_ROW, place, rule)
    programme.activate()
    book.close()
    return target.getvalue()


def _headings(book: Any, sheet: Any, form: Form) -> None:
    bold = book.add_format({"bold": True, "bg_color": "#DCE6F1", "bottom": 1, "text_wrap": True})
    day, clock = (book.add_format({"num_format": form}) for form in ("dd.mm.yyyy", "hh:mm"))
    formats = {"day": day, "clock": clock}
    kinds = {name: kind for each in form.questions for name, kind in _kinds(each)}
    for place, column in enumerate(columns(form)):
        width = _WIDTHS.get(column, 18)
        sheet.set_column(place, place, width, formats.get(kinds.get(column, "")))
        sheet.write_string(0, place, heading(column), bold)
    sheet.freeze_panes(1, 1)


def _kinds(question: Question) -> Iterator[tuple[str, str]]:
    """Yield the columns of a question that hold days and times."""
    clock = isinstance(question, Span) and question.part is not DatePart.DAY
    if isinstance(question, Span | Moment) and question.columns:
        first, *last = question.columns
        yield first, "clock" if clock else "day"
        yield from ((name, "day") for name in last)


def _example(book: Any, sheet: Any, texts: Texts, form: Form) -> None:
    """Write the example row, which is never imported."""
    values: dict[str, Any] = {
        Step.TITLE: f"{texts.plain('programme-example-mark')} {texts.plain('programme-example')}",
        Step.TOPIC: texts.label("topic", Topic.CONVERSATION_SKILLS),
        Step.FORMAT: texts.label("format", EventFormat.SEMINAR),
        Step.MODE: texts.label("mode", DeliveryMode.IN_PERSON),
        Step.PLACE: texts.plain("programme-example-place"),
        Step.DAY: date(2027, 3, 12),
        Step.START: time(9),
        Step.END: time(12, 30),
        Step.SEATS: 20,
        Step.DEADLINE: date(2027, 2, 26),
        Step.UNITS: 4,
        Step.SECTORS: texts.label("sector", Sector.SCHOOL),
    }
    grey = {"italic": True, "font_color": "#666666"}
    plain = book.add_format(grey)
    day = book.add_format({**grey, "num_format": "dd.mm.yyyy"})
    clock = book.add_format({**grey, "num_format": "hh:mm"})
    for place, column in enumerate(columns(form)):
        value = values.get(column)
        if isinstance(value, date):
            sheet.write_datetime(1, place, datetime.combine(value, time.min), day)
        elif isinstance(value, time):
            sheet.write_datetime(1, place, value, clock)
        elif value is not None:
            sheet.write(1, place, value, plain)


def _explain(book: Any, texts: Texts, form: Form) -> None:
    sheet = book.add_worksheet(texts.plain("programme-sheet-explained"))
    bold = book.add_format({"bold": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 24, wrapped)
    sheet.set_column(1, 1, 14, wrapped)
    sheet.set_column(2, 2, 90, wrapped)
    for place, name in enumerate(("column", "needed", "what")):
        sheet.write_string(0, place, texts.plain(f"programme-explain-{name}"), bold)
    several = {each.name: each for each in form.questions if isinstance(each, Several)}
    for row, column in enumerate(columns(form), 1):
        needed = "programme-needed" if column in required(form) else "programme-not-needed"
        sheet.write_string(row, 0, heading(column))
        sheet.write_string(row, 1, texts.plain(needed))
        sheet.write_string(row, 2, _explanation(texts, column, several.get(column)))


def _explanation(texts: Texts, column: str, several: Several | None) -> str:
    labels = [texts.label(several.labels, each) for each in several.every] if several else []
    choices = {"choices": "; ".join(labels)} if labels else {}
    return texts.plain(f"programme-about-{column}", **choices)


def _lists(book: Any, texts: Texts, form: Form) -> dict[str, str]:
    """Write the lists to choose from and return where each stands."""
    name = texts.plain("programme-sheet-lists")
    sheet = book.add_worksheet(name)
    ranges = {}
    for place, question in enumerate(_listed(form)):
        sheet.set_column(place, place, 40)
        sheet.write_string(0, place, heading(question.name))
        for row, slug in enumerate(question.every, 1):
            sheet.write_string(row, place, texts.label(question.labels, slug))
        letter = letters(place + 1)
        ranges[question.name] = f"='{name}'!${letter}$2:${letter}${len(question.every) + 1}"
    return ranges


def _listed(form: Form) -> list[Choice]:
    """Return the questions of which one entry of a list is chosen."""
    choices = [each for each in form.questions if isinstance(each, Choice) and each.every]
    return [each for each in choices if not isinstance(each, Several | Span | Moment)]
