"""One programme in many odd but real forms: exactly its rows, or a refusal that names the cell."""
# ruff: noqa: DTZ001, E501 - a cell of a sheet has no zone; a form is a line

from __future__ import annotations

import csv
import io
import unicodedata
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
import xlsxwriter
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from domain.network import Network
from domain.training import Plan
from texts.documents.programme import UnreadableFile, check, read_programme
from texts.documents.programme_echo import announced, notes, told

NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
HEADINGS = (
    *("Titel", "Thema", "Format", "Durchführung", "Ort", "Datum", "Beginn", "Ende"),
    *("Plätze", "Anmeldeschluss", "Handlungsfelder"),
)
FIRST = (
    *("Gespräche führen", "Gesprächsführung mit Kindern und Eltern", "Seminar", "Präsenz"),
    *("Rathaus, Saal 2", date(2027, 3, 12), time(9), time(12, 30), 18),
    *(date(2027, 3, 1), "Polizei; Justiz"),
)
SECOND = (
    *("Fachtag Kinderschutz", "Gefährdungseinschätzung", "Fachtag", "Präsenz"),
    *("Kreishaus", date(2027, 9, 16), time(9, 30), time(16), 60, date(2027, 9, 2), "Polizei"),
)
DAYS, CLOCKS = (5, 9), (6, 7)
TABLE: tuple[Sequence[Any], ...] = (HEADINGS, FIRST, SECOND)
SHEET = "xl/worksheets/sheet1.xml"

Form = Callable[[], bytes]


def as_text(value: object) -> str:
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def as_csv(rows: Sequence[Sequence[Any]] = TABLE, delimiter: str = ";", end: str = "\r\n") -> str:
    target = io.StringIO()
    writer = csv.writer(target, delimiter=delimiter, lineterminator=end)
    writer.writerows([as_text(value) for value in row] for row in rows)
    return target.getvalue()


def written(
    rows: Sequence[Sequence[Any]] = TABLE,
    change: Callable[[Any, Any], object] = lambda _book, _sheet: None,
    **options: Any,
) -> bytes:
    """Return a file as Excel writes it."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, **options})
    day, clock = (book.add_format({"num_format": form}) for form in ("dd.mm.yyyy", "hh:mm"))
    sheet = book.add_worksheet("Programm")
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(number, place, datetime.combine(value, time.min), day)
            elif isinstance(value, time):
                sheet.write_datetime(number, place, value, clock)
            else:
                sheet.write(number, place, value)
    change(book, sheet)
    book.close()
    return target.getvalue()


def opened(change: Callable[[Any, Any], object]) -> bytes:
    """Return a file as openpyxl writes it: no result of a formula is ever in it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in TABLE:
        sheet.append(list(row))
    change(book, sheet)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def edited(content: bytes, *pairs: tuple[str, str], part: str = SHEET) -> bytes:
    """Return a file of which a part says something else."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for each in old.infolist():
            text = old.read(each)
            for before, after in pairs if each.filename == part else ():
                assert before.encode() in text, before
                text = text.replace(before.encode(), after.encode())
            new.writestr(each.filename, text)
    return target.getvalue()


def put(row: int, column: int, value: Any) -> tuple[tuple[Any, ...], ...]:
    """Return the table with another value at a place, both from 1 as in the sheet."""
    rows = [list(each) for each in TABLE]
    while len(rows[row - 1]) < column:
        rows[row - 1].append("")
    rows[row - 1][column - 1] = value
    return tuple(tuple(each) for each in rows)


def decomposed(rows: Sequence[Sequence[Any]] = TABLE) -> list[list[Any]]:
    return [
        [unicodedata.normalize("NFD", v) if isinstance(v, str) else v for v in row] for row in rows
    ]


def spread() -> list[list[Any]]:
    """Return the table as people write it: spaces of all kinds, capitals, other headings."""
    first = [f"\u00a0{word.upper()} \u200b" for word in HEADINGS]
    rest = [[f" {v}\u00a0 " if isinstance(v, str) else v for v in row] for row in TABLE[1:]]
    return [first, *rest]


def strings(rows: Sequence[Sequence[Any]] = TABLE) -> list[list[str]]:
    return [[as_text(value) for value in row] for row in rows]


def without_places() -> bytes:
    content = written()
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        sheet = packed.read(SHEET).decode()
    names = [f' r="{chr(65 + place)}{row}"' for row in (1, 2, 3) for place in range(11)]
    return edited(content, *((name, "") for name in names if name in sheet))


def upside_down() -> bytes:
    content = written()
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        sheet = packed.read(SHEET).decode()
    rows = [f"<row {part}" for part in sheet.split("<row ")[1:]]
    last, rest = rows[-1].split("</sheetData>")
    turned = "".join([last, *reversed(rows[:-1])])
    return edited(content, ("".join(rows), f"{turned}</sheetData>{rest}"))


def rich(book: Any, sheet: Any) -> None:
    bold = book.add_format({"bold": True})
    sheet.write_rich_string(1, 0, bold, "Gespräche", " führen")


def struck_part(book: Any, sheet: Any) -> None:
    struck = book.add_format({"font_strikeout": True})
    sheet.write_rich_string(1, 0, "Gespräche ", struck, "führen")


def look(row: int, column: int, value: Any, form: str) -> Callable[[Any, Any], object]:
    def change(book: Any, sheet: Any) -> None:
        sheet.write(row - 1, column - 1, value, book.add_format({"num_format": form}))

    return change


def beside(name: str, *, hidden: bool = False) -> Callable[[Any, Any], object]:
    def change(book: Any, _: Any) -> None:
        sheet = book.add_worksheet(name)
        sheet.write(0, 0, "Vorschau auf 2028")
        if hidden:
            sheet.hide()

    return change


def comment(_: Any, sheet: Any) -> None:
    sheet["C2"].comment = Comment("Nur mit Frau Muster absprechen", "x")


PREAMBLE = "Netzwerk Kinderschutz, Rhein-Kreis Neuss, Stand November, Titel, Ort\r\n"

#: Forms in which everything can be read.
READ: dict[str, Form] = {
    "as it should be": written,
    "the sheet says it is smaller": lambda: edited(
        written(), ('<dimension ref="A1:K3"/>', '<dimension ref="A1:I2"/>')
    ),
    "the sheet says it is huge": lambda: edited(
        written(), ('<dimension ref="A1:K3"/>', '<dimension ref="A1:XFD1048576"/>')
    ),
    "no cell says where it is": without_places,
    "the rows stand in another order": upside_down,
    "decomposed umlauts": lambda: written(decomposed()),
    "decomposed umlauts in separated values": lambda: as_csv(decomposed()).encode(),
    "spaces of all kinds and capitals": lambda: written(spread()),
    "everything as text": lambda: written(strings()),
    "rich text": lambda: written(change=rich),
    "dates since 1904": lambda: written(date_1904=True),
    "a date that is shown as day and month": lambda: written(
        change=look(2, 6, datetime(2027, 3, 12), "d. mmm")
    ),
    "a moment of which the time is shown": lambda: written(
        change=look(2, 7, datetime(2027, 3, 12, 9), "hh:mm")
    ),
    "text written into the cells": lambda: opened(lambda _book, _sheet: None),
    "dates and times in words": lambda: edited(
        written(),
        ('<c r="F2" s="1"><v>46458</v>', '<c r="F2" t="d"><v>2027-03-12</v>'),
        ('<c r="G2" s="2"><v>0.375</v>', '<c r="G2" t="d"><v>1899-12-30T09:00:00</v>'),
        ('<c r="G3" s="2"><v>0.3958333333333333</v>', '<c r="G3" t="d"><v>T09:30:00</v>'),
    ),
    "numbers as people write them": lambda: as_csv(put(2, 9, "18 Plätze")).encode(),
    "rows that would be hidden if nothing stood in them": lambda: written(
        change=lambda _, sheet: sheet.set_default_row(hide_unused_rows=True)
    ),
    "a hidden row": lambda: written(change=lambda _, sheet: sheet.set_row(2, None, None, {"hidden": 1})),
    "a hidden column": lambda: written(
        change=lambda _, sheet: sheet.set_column(8, 8, None, None, {"hidden": 1})
    ),
    "a hidden sheet": lambda: written(change=beside("Entwürfe", hidden=True)),
    "another sheet": lambda: written(change=beside("Notizen")),
    "a comment": lambda: opened(comment),
    "a formula with its result": lambda: edited(
        written(change=lambda _, sheet: sheet.write_formula(1, 8, "=6*3", None, 18)),
        (' fullCalcOnLoad="1"', ""),
        part="xl/workbook.xml",
    ),
    "words above, merged": lambda: written(
        [["Programm 2027"], [], *TABLE],
        change=lambda _, sheet: sheet.merge_range(0, 0, 0, 10, "Programm 2027"),
    ),
    "an empty column in between": lambda: written(
        [[*row[:5], "Zugang" if row is HEADINGS else "", *row[5:]] for row in TABLE]
    ),
    "an empty row in between": lambda: written([HEADINGS, FIRST, [], SECOND]),
    "empty cells merged": lambda: written(
        change=lambda _, sheet: sheet.merge_range(5, 0, 6, 3, "")
    ),
    "commas": lambda: as_csv(delimiter=",").encode(),
    "tabs": lambda: as_csv(delimiter="\t").encode(),
    "bars": lambda: as_csv(delimiter="|").encode(),
    "ends of line of an old Mac": lambda: as_csv(end="\r").encode(),
    "a sentence with commas first": lambda: (PREAMBLE + "\r\n" + as_csv()).encode(),
    "a sentence with quotes first": lambda: ('"Kinder" schützen; ja\n' + as_csv()).encode(),
    "the note of the separator first": lambda: ("sep=;\r\n" + as_csv()).encode(),
    "a mark before UTF-8": lambda: as_csv().encode("utf-8-sig"),
    "UTF-16": lambda: as_csv(delimiter="\t").encode("utf-16"),
    "UTF-16 without a mark": lambda: as_csv().encode("utf-16-le"),
    "Windows": lambda: as_csv().encode("cp1252"),
    "an old Mac": lambda: as_csv(end="\r").encode("mac_roman"),
    "old DOS": lambda: as_csv().encode("cp850"),
    "an old Mac, headings without umlauts": lambda: as_csv(put(1, 4, "Durchfuehrung"))
    .replace("Plätze", "Plaetze")
    .encode("mac_roman"),
}  # fmt: skip

#: Forms in which a cell is seen that cannot be taken, and which one it is.
REFUSED: dict[str, tuple[str, Form]] = {
    "a heading twice": ("L1", lambda: written(put(1, 12, "Plätze"))),
    "a heading twice, once decomposed": (
        "L1",
        lambda: as_csv(put(1, 12, "Pla\u0308tze")).encode(),
    ),
    "merged seats": (
        "I2",
        lambda: written(put(3, 9, ""), lambda _, sheet: sheet.merge_range(1, 8, 2, 8, 40)),
    ),
    "merged across, over what is hidden": (
        "H2",
        lambda: edited(
            written(),
            ("<pageMargins", '<mergeCells><mergeCell ref="H2:I2"/></mergeCells><pageMargins'),
        ),
    ),
    "merged headings": ("E1", lambda: written(put(1, 6, ""), lambda _, sheet: sheet.merge_range(0, 4, 0, 5, "Ort"))),
    "a formula without its result": ("I2", lambda: opened(lambda _, sheet: sheet.__setitem__("I2", "=6*3"))),
    "an invented result of a formula": (
        "J2",
        lambda: written(change=lambda _, sheet: sheet.write_formula(1, 9, "=DATE(2027,1,15)")),
    ),
    "an error for a result": (
        "I3",
        lambda: written(change=lambda _, sheet: sheet.write_formula(2, 8, "=NA()", None, "#N/A")),
    ),
    "an error in a column that may be empty": (
        "E2",
        lambda: opened(lambda _, sheet: sheet.__setitem__("E2", "#REF!")),
    ),
    "struck through": (
        "A3",
        lambda: opened(lambda _, sheet: setattr(sheet["A3"], "font", Font(strike=True))),
    ),
    "struck through in part": ("A2", lambda: written(change=struck_part)),
    "a date as a bare number": ("F2", lambda: written(change=lambda _, sheet: sheet.write(1, 5, 46458))),
    "a time as a bare fraction": ("G2", lambda: written(change=lambda _, sheet: sheet.write(1, 6, 0.375))),
    "a number that looks like a date": ("I2", lambda: written(change=look(2, 9, 18, "dd.mm.yyyy"))),
    "a number that looks like a share": ("I2", lambda: written(change=look(2, 9, 18, "0%"))),
    "a number that is not shown": ("I2", lambda: written(change=look(2, 9, 18, ";;;"))),
    "a number that shows words": ("I2", lambda: written(change=look(2, 9, 18, '"ausgebucht"'))),
    "a number shown in thousands": ("I2", lambda: written(change=look(2, 9, 1800, "0.0,"))),
    "a truth": ("I2", lambda: written(change=lambda _, sheet: sheet.write_boolean(1, 8, 1))),
    "half a seat": ("I2", lambda: written(put(2, 9, 17.6))),
    "a date without its year": ("F2", lambda: as_csv(put(2, 6, "12.03.")).encode()),
    "a span for a day": ("F2", lambda: as_csv(put(2, 6, "12.03.2027-13.03.2027")).encode()),
    "a dash for no sectors": ("K2", lambda: as_csv(put(2, 11, "–")).encode()),
    "something beside the headings": ("M2", lambda: written(put(2, 13, "fällt aus"))),
    "more values than headings": ("L3", lambda: as_csv(put(3, 12, "neu")).encode()),
    "an unknown column": ("L1", lambda: written(put(1, 12, "Referentin"))),
    "a footnote": ("B5", lambda: written([*TABLE, [], ["Stand: November"]])),
    "the same training twice": ("A4", lambda: written([*TABLE, FIRST])),
    "a sign that was lost before": ("A2", lambda: as_csv(put(2, 1, "Gespr\ufffdche")).encode()),
    "the same cell twice": (
        "I2",
        lambda: edited(written(), ('<c r="I2"><v>18</v></c>', '<c r="I2"><v>18</v></c><c r="I2"><v>99</v></c>')),
    ),
}  # fmt: skip

#: Forms that cannot be read at all, and a word of what to do.
UNREADABLE: dict[str, tuple[str, Form]] = {
    "an unclosed quote": ("Zeile 3", lambda: as_csv().replace("Fachtag K", '"Fachtag K').encode()),
    "two programmes": ("mehreren Blättern", lambda: two_sheets(hidden=False)),
    "a hidden programme": ("blenden Sie es ein", lambda: two_sheets(hidden=True)),
    "umlauts of nobody knows where": (
        "CSV UTF-8",
        lambda: as_csv(put(1, 4, "Durchfuehrung")).encode().replace("ä".encode(), b"\x85"),
    ),
    "an old Excel": (".xlsx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"),
    "a password": ("Kennwort", lambda: b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")),
    "a printed page": (".xlsx", lambda: b"%PDF-1.7"),
    "a web page called Excel": (".xlsx", lambda: b"<html><table><tr><td>Titel"),
    "OpenDocument": (".xlsx", lambda: packed(mimetype="application/vnd.oasis.opendocument.spreadsheet")),
    "Numbers": (".xlsx", lambda: packed(**{"Index/Document.iwa": ""})),
    "a letter": (".xlsx", lambda: packed(**{"word/document.xml": "<x/>"})),
    "cut off": ("neu als .xlsx", lambda: written()[:3000]),
}  # fmt: skip


def packed(**parts: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return target.getvalue()


def two_sheets(*, hidden: bool) -> bytes:
    def change(book: Any, first: Any) -> None:
        sheet = book.add_worksheet("Alt" if not hidden else "Leer")
        sheet.write(0, 0, "nichts")
        if hidden:
            sheet.activate()
            sheet.set_first_sheet()
            first.hide()
        else:
            for number, row in enumerate(TABLE):
                sheet.write_row(number, 0, [as_text(value) for value in row])

    return written(change=change)


def taken(network: Network, content: bytes) -> list[Plan]:
    plans, problems = check(read_programme(content, "programm").rows, network, NOW)

    assert problems == []
    return plans


@pytest.fixture(scope="module")
def expected(network: Network) -> list[Plan]:
    return taken(network, as_csv().encode())


@pytest.mark.parametrize("form", READ)
def test_what_is_seen_is_read(network: Network, expected: list[Plan], form: str) -> None:
    programme = read_programme(READ[form](), "programm")

    assert programme.faults == ()
    assert check(programme.rows, network, NOW) == (expected, [])


def test_a_number_is_read_as_in_chat(network: Network) -> None:
    many = taken(network, as_csv(put(2, 9, "1.200")).encode())
    unlimited = taken(network, as_csv(put(2, 9, "unbegrenzt")).encode())

    assert [plan.seats for plan in (many[0], unlimited[0])] == [1200, None]


def test_the_expected_rows_are_what_was_written(expected: list[Plan]) -> None:
    assert [(plan.title, plan.seats, plan.place) for plan in expected] == [
        ("Gespräche führen", 18, "Rathaus, Saal 2"),
        ("Fachtag Kinderschutz", 60, "Kreishaus"),
    ]
    assert [len(plan.sectors) for plan in expected] == [2, 1]


@pytest.mark.parametrize("form", REFUSED)
def test_what_cannot_be_relied_upon_is_refused_by_its_cell(network: Network, form: str) -> None:
    cell, make = REFUSED[form]
    programme = read_programme(make(), "programm")
    plans, problems = check(programme.rows, network, NOW)
    found = programme.faults or problems

    assert found
    assert not (plans and not programme.faults)
    assert cell in {problem.place for problem in found}
    assert all(f"({problem.place})" in told(problem) for problem in found if problem.place)


@pytest.mark.parametrize("form", UNREADABLE)
def test_what_cannot_be_read_says_what_to_do(form: str) -> None:
    words, make = UNREADABLE[form]
    with pytest.raises(UnreadableFile) as caught:
        read_programme(make(), "programm")

    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("a hidden row", "Zeile 3 ist ausgeblendet. Sie gilt mit."),
        ("a hidden column", "Die Spalte Plätze ist ausgeblendet. Sie gilt mit."),
        ("a hidden sheet", "Nicht gelesen wurde das Blatt „Entwürfe“ (ausgeblendet)."),
        ("another sheet", "Nicht gelesen wurde das Blatt „Notizen“."),
        ("a comment", "Der Kommentar an der Zelle C2 wurde nicht gelesen."),
        (
            "words above, merged",
            "Nicht gelesen wurde Zeile 1. Sie steht über den Überschriften.",
        ),
        (
            "a sentence with commas first",
            "Nicht gelesen wurde Zeile 1. Sie steht über den Überschriften.",
        ),
    ],
)
def test_what_was_not_read_is_said(form: str, said: str) -> None:
    assert said in notes(read_programme(READ[form](), "programm").aside)


@pytest.mark.parametrize(
    "form",
    ["as it should be", "commas", "Windows", "rows that would be hidden if nothing stood in them"],
)
def test_nothing_is_said_where_everything_is_seen(form: str) -> None:
    assert notes(read_programme(READ[form](), "programm").aside) == []


def test_a_row_is_shown_as_it_will_be_announced(network: Network) -> None:
    content = written(
        put(3, 6, date(2027, 3, 28)), change=lambda _, s: s.set_row(2, None, None, {"hidden": 1})
    )
    rows = read_programme(content).rows
    plans, _ = check([rows[0]], network, NOW)
    shown = announced(network, rows[0], plans[0])

    assert shown.splitlines() == [
        "Zeile 2: Gespräche führen",
        "  Termin: Freitag, 12. März 2027, 09:00 bis 12:30 Uhr",
        "  Thema: Gesprächsführung mit Kindern und Eltern",
        "  Format: Seminar",
        "  Durchführung: Präsenz",
        "  Ort: Rathaus, Saal 2",
        "  Plätze: 18 Plätze",
        "  Anmeldeschluss: Mo., 01.03.2027, 23:59 Uhr",
        "  UE: 4",
        "  Für: Polizei, Justiz",
        "  Erinnerungen: eine Woche vorher, am Vortag",
    ]


def test_only_what_is_asked_is_said_to_come_later(network: Network) -> None:
    rows = read_programme(as_csv(put(2, 4, "Online")).replace("Rathaus, Saal 2", "").encode()).rows
    plans, _ = check([rows[0]], network, NOW)
    shown = announced(network, rows[0], plans[0])

    assert "  Zugang: Wird noch bekannt gegeben" in shown.splitlines()
    assert "Ort:" not in shown


def test_a_day_off_and_a_hidden_row_are_said_beside_the_row(network: Network) -> None:
    moved = put(2, 6, date(2027, 3, 26))
    content = written(moved, change=lambda _, s: s.set_row(1, None, None, {"hidden": 1}))
    (row, _) = read_programme(content).rows
    plans, _ = check([row], network, NOW)
    shown = announced(network, row, plans[0])

    assert shown.startswith("Zeile 2 (ausgeblendet): Gespräche führen\n")
    assert "Freitag, 26. März 2027, 09:00 bis 12:30 Uhr (Karfreitag)" in shown


def bomb(cells: int) -> bytes:
    """Return a sheet of many cells that packs small."""
    row = "<row>" + "<c><v>1</v></c>" * 100 + "</row>"
    sheet = f"<worksheet><sheetData>{row * (cells // 100)}</sheetData></worksheet>"
    return edited_whole(written(), sheet)


def edited_whole(content: bytes, sheet: str) -> bytes:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for each in old.infolist():
            new.writestr(each.filename, sheet if each.filename == SHEET else old.read(each))
    return target.getvalue()


def repacked(content: bytes) -> bytes:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_BZIP2) as new,
    ):
        for each in old.infolist():
            new.writestr(each.filename, old.read(each))
    return target.getvalue()


@pytest.mark.long
@pytest.mark.parametrize(
    "content",
    [
        bomb(41_000),
        edited_whole(written(), "<worksheet><sheetData>" + "<c/>" * 201_000 + "</sheetData></worksheet>"),
        edited_whole(written(), "<worksheet>" + " " * 13_000_000 + "</worksheet>"),
        edited_whole(written(), '<!DOCTYPE x [<!ENTITY a "aa">]><worksheet>&a;</worksheet>'),
        edited_whole(written(), "<worksheet><a>" * 100_000),
        edited_whole(written(), '<worksheet><sheetData><row r="99999999999999999999"/></sheetData></worksheet>'),
        edited_whole(written(), '<worksheet><sheetData><c r="A1" t="s"><v>-1</v></c></sheetData></worksheet>'),
        edited_whole(written(), '<worksheet><sheetData><c r="A1"><v>1e999</v></c></sheetData></worksheet>'),
        repacked(written()),
        b"Titel;Thema" + b";" * 3_000_000,
        b"Titel;Thema\n" + b"x" * 4_000_000,
        b'Titel;Thema\n"' + b"x;" * 2_000_000,
    ],
    ids=["cells", "empty cells", "a long part", "entities", "depth", "row", "string", "number", "another way of packing", "columns", "line", "quote"],
)  # fmt: skip
def test_what_has_no_bounds_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_programme(content)
