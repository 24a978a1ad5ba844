"""The Excel file that a programme is entered into: lists to choose from, and what each means."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import Any

import xlsxwriter

from domain.planning import ACCESSIBILITY, STAGES
from domain.vocabulary import DeliveryMode, EventFormat, Sector, Topic
from texts.catalogue import Texts
from texts.documents.programme_file import REQUIRED, Column, german, heading

LAST_ROW = 500
_WIDTHS = {Column.TITLE: 40, Column.TOPIC: 36, Column.PLACE: 28, Column.LINK: 32}
_LISTED = {
    Column.TOPIC: ("topic", tuple(Topic)),
    Column.FORMAT: ("format", tuple(EventFormat)),
    Column.MODE: ("mode", tuple(DeliveryMode)),
}


def workbook() -> bytes:
    """Return the template as an .xlsx file."""
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(target, options)
    texts = german()
    programme = book.add_worksheet(texts.plain("programme-sheet"))
    _explain(book, texts)
    ranges = _lists(book, texts)
    _headings(book, programme)
    _example(book, programme, texts)
    for column, source in ranges.items():
        place = list(Column).index(column)
        rule = {"validate": "list", "source": source}
        programme.data_validation(1, place, LAST_ROW, place, rule)
    programme.activate()
    book.close()
    return target.getvalue()


def _headings(book: Any, sheet: Any) -> None:
    bold = book.add_format({"bold": True, "bg_color": "#DCE6F1", "bottom": 1, "text_wrap": True})
    day, clock = (book.add_format({"num_format": form}) for form in ("dd.mm.yyyy", "hh:mm"))
    forms = {
        Column.DAY: day,
        Column.END_DAY: day,
        Column.DEADLINE: day,
        Column.STARTS: clock,
        Column.ENDS: clock,
    }
    for place, column in enumerate(Column):
        sheet.set_column(place, place, _WIDTHS.get(column, 18), forms.get(column))
        sheet.write_string(0, place, heading(column), bold)
    sheet.freeze_panes(1, 1)


def _example(book: Any, sheet: Any, texts: Texts) -> None:
    """Write the example row, which is never imported."""
    values = {
        Column.TITLE: f"{texts.plain('programme-example-mark')} {texts.plain('programme-example')}",
        Column.TOPIC: texts.label("topic", Topic.CONVERSATION_SKILLS),
        Column.FORMAT: texts.label("format", EventFormat.SEMINAR),
        Column.MODE: texts.label("mode", DeliveryMode.IN_PERSON),
        Column.PLACE: texts.plain("programme-example-place"),
        Column.DAY: date(2027, 3, 12),
        Column.STARTS: time(9),
        Column.ENDS: time(12, 30),
        Column.SEATS: 20,
        Column.DEADLINE: date(2027, 2, 26),
        Column.UNITS: 4,
        Column.SECTORS: texts.label("sector", Sector.SCHOOL),
    }
    grey = {"italic": True, "font_color": "#666666"}
    plain = book.add_format(grey)
    day = book.add_format({**grey, "num_format": "dd.mm.yyyy"})
    clock = book.add_format({**grey, "num_format": "hh:mm"})
    for place, column in enumerate(Column):
        value = values.get(column)
        if isinstance(value, date):
            sheet.write_datetime(1, place, datetime.combine(value, time.min), day)
        elif isinstance(value, time):
            sheet.write_datetime(1, place, value, clock)
        elif value is not None:
            sheet.write(1, place, value, plain)


def _explain(book: Any, texts: Texts) -> None:
    sheet = book.add_worksheet(texts.plain("programme-sheet-explained"))
    bold = book.add_format({"bold": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 24, wrapped)
    sheet.set_column(1, 1, 14, wrapped)
    sheet.set_column(2, 2, 90, wrapped)
    for place, name in enumerate(("column", "needed", "what")):
        sheet.write_string(0, place, texts.plain(f"programme-explain-{name}"), bold)
    for row, column in enumerate(Column, 1):
        needed = "programme-needed" if column in REQUIRED else "programme-not-needed"
        sheet.write_string(row, 0, heading(column))
        sheet.write_string(row, 1, texts.plain(needed))
        sheet.write_string(row, 2, _explanation(texts, column))


def _explanation(texts: Texts, column: Column) -> str:
    labels = {
        Column.SECTORS: [texts.label("sector", sector) for sector in Sector],
        Column.REMINDERS: [texts.label("reminder-stage", rule.stage) for rule in STAGES],
        Column.ACCESSIBILITY: [texts.plain(f"plan-access-{slug}") for slug in ACCESSIBILITY],
    }.get(column)
    choices = {"choices": "; ".join(labels)} if labels else {}
    return texts.plain(f"programme-about-{column}", **choices)


def _lists(book: Any, texts: Texts) -> dict[Column, str]:
    """Write the lists to choose from and return where each stands."""
    name = texts.plain("programme-sheet-lists")
    sheet = book.add_worksheet(name)
    ranges = {}
    for place, (column, (kind, slugs)) in enumerate(_LISTED.items()):
        sheet.set_column(place, place, 40)
        sheet.write_string(0, place, heading(column))
        for row, slug in enumerate(slugs, 1):
            sheet.write_string(row, place, texts.label(kind, slug))
        letter = "ABC"[place]
        ranges[column] = f"='{name}'!${letter}$2:${letter}${len(slugs) + 1}"
    return ranges
