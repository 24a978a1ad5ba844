"""Texts that hurt, in every place where a typed text comes out: nothing fails, is lost, or acts.

All titles stand in one year, so that each form of the report is made once.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path

import openpyxl
import pytest
from icalendar import Calendar

from domain.message import Message
from domain.network import Network
from domain.offer import Search, Sought
from domain.paging import Part
from domain.plan import bad_title
from domain.report.material import Material
from domain.report.order import Order
from domain.training import LONGEST_TITLE, Training
from domain.typed import for_spreadsheet, one_line
from domain.vocabulary import RegistrationStatus, Sector
from standin.api.markup import parse
from standin.world.entities import Formatted
from tests.report.builders import AS_OF, YEAR, closed, training
from tests.report.in_word import opened, tables_of
from tests.report.making import build
from tests.report.test_documents import pdf_pages
from texts import cards, close, notices, offer, register_list
from texts.calendar_file import calendar_document
from texts.cards import Standing
from texts.catalogue import Texts
from texts.documents.qr import png
from texts.documents.report_elements import Pages
from texts.documents.report_files import Form, Name, Unmade, render, write
from texts.documents.report_pages import Wishes, compose
from texts.documents.report_signs import STANDS_IN, plain, printable, signs, stripped

TEXTS = Texts()
#: What is repeated until a title is full.
PIECES = {
    "joined": "👨‍👩‍👧‍👦", "teacher": "👩🏽‍🏫 ", "flag": "🇩🇪", "land": "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "keycap": "2️⃣",
    "marks": "a\u0301\u0323\u20dd", "stacked": "Z\u0335\u0321\u031b\u0300", "hebrew": "שלום ",
    "arabic": "العربية ", "cyrillic": "Привет ", "greek": "Ελλάδα ", "chinese": "中文",
    "korean": "한국\u1112\u1161\u11ab", "indic": "क्षत्रिय ", "fraktur": "𝔉𝔯𝔞", "ligature": "ﬃ①",
    "overrides": "ab\u202ecd\u202c\u2066ef\u2069", "unseen": "a\u200bb\u00adc\u2060d\ufeff",
    "control": "a\x07b\x00c\x1b[31m", "spaces": "a \u00a0b\u2003c\u3000", "lines": "a\r\nb\u2028c",
    "markup": "<b>&</b>&amp;&#65;", "quotes": "\"'„“«»`´", "braces": "{{ title }}{% x %}{$a}",
    "percent": "%s%d%%{0}{}", "typst": "#set page() $x$ @a *b* _c_ \\u{41} ", "xlsx": "_x0041_ ",
    "equals": "=1+1;", "plus": "+1 ", "minus": "-2+3 ", "at": "@SUM(A1)", "wide": "＝1＋1",
    "quoted": " '=1+1", "link": "https://a.example/?b=<c>&d ", "script": "</script><script>",
    "cdata": "]]><!--", "word": "W" * 50, "surrogate": "a\ud800b",
    "private": "a\ue000content\ue000",
}  # fmt: skip


def kept(text: str) -> str:
    """Return the title that is kept of what was typed."""
    words = one_line(text)
    assert bad_title(words) is None
    return words


def title_of(piece: str) -> str:
    """Return what is kept of a piece that was typed over and over, 120 letters of it."""
    return kept(one_line(f"T{piece * 200}")[:LONGEST_TITLE])


@pytest.fixture(scope="module")
def courses(network: Network) -> list[Training]:
    """Return a training for each title, none with more than the title of its own."""
    titles = [title_of(piece) for piece in PIECES.values()]
    titles += [kept(text) for text in ("=1+1", "+49 1", "-2+3", "@ab", "＝1+1", "'=1", '"=1"')]
    made = []
    for number, title in enumerate(titles, 1):
        course = training(number, day=date(YEAR, 1, 7) + timedelta(days=number))
        plan = replace(course.plan, title=title, place=title, link="https://a.example/b?c=d&e")
        made.append(replace(course, plan=plan))
    return made


@pytest.fixture(scope="module")
def pages(network: Network, courses: list[Training]) -> Pages:
    rows = [e for c in courses for e in closed(c, {"rkn-neuss": 9}, {"school": 9})]
    report, _ = build(network, Material(YEAR, rows, courses), Order(AS_OF))
    assessment = tuple(c.title for c in courses)
    return compose(TEXTS, network, report, Wishes(charts=False, assessment=assessment))


def said(network: Network, course: Training) -> Iterator[Message]:
    """Yield what people read of a training, in chat."""
    now, standing = course.plan.deadline_at, Standing(free=3)
    own = Standing(RegistrationStatus.CONFIRMED, link=course.plan.link, code=7)
    was = {"title": "Bisher anders", "place": "Anderswo", "link": "https://a.example"}
    was["mode"] = course.plan.mode.value
    yield cards.card(TEXTS, network, course, standing)
    yield cards.details(TEXTS, network, course, standing)
    search = Search(network, Sector.SCHOOL, Sought(), [])
    yield offer.listed(TEXTS, search, Part([(course, standing)], 0, 1, 8))
    yield cards.ask_leave(TEXTS, network, course, own, late=True)
    yield notices.confirmation(TEXTS, network, course, own, now)
    yield notices.moved(
        TEXTS, network, course, own, (course.plan.starts_at, course.plan.ends_at), now
    )
    yield notices.changed(TEXTS, network, course, own, was, now)
    yield notices.cancelled(TEXTS, network, course, own, now)
    yield notices.announcement(TEXTS, network, course, standing)
    yield close.done(TEXTS, course, 3)
    seated = register_list.Seated(7, "rkn-neuss", Sector.SCHOOL, course.title)
    yield from register_list.attendance(TEXTS, network, course, [seated], {})


def ours(parsed: Formatted) -> list[str]:
    """Return the marks that we made; Telegram finds hashtags and addresses by itself."""
    found = {"hashtag", "mention", "url", "email", "bot_command"}
    return [entity.type for entity in parsed.entities if entity.type not in found]


def test_in_chat_a_title_is_text_and_nothing_else(
    network: Network, courses: list[Training]
) -> None:
    usual = replace(courses[0], plan=replace(courses[0].plan, title="Titel", place="Titel"))
    marks = [ours(parse(message.text, "HTML")) for message in said(network, usual)]
    for course in courses:
        for message, wanted in zip(said(network, course), marks, strict=True):
            parsed = parse(message.text, "HTML")

            assert course.title in parsed.text
            assert ours(parsed) == wanted
            assert Message.from_json(message.to_json()) == message


def test_calendars_read_the_title_as_it_is(network: Network, courses: list[Training]) -> None:
    for course in courses:
        own = Standing(RegistrationStatus.CONFIRMED)
        document = calendar_document(TEXTS, network, course, own, course.plan.deadline_at)
        calendar = Calendar.from_ical(document.content)
        assert isinstance(calendar, Calendar)
        (event,) = calendar.events

        assert event["SUMMARY"] == course.title
        assert course.title in str(event["LOCATION"])
        assert all(len(line) <= 75 for line in document.content.split(b"\r\n"))


def test_no_cell_of_a_csv_file_is_a_formula(pages: Pages, courses: list[Training]) -> None:
    content = render(Form.CSV, TEXTS, pages).decode("utf-8-sig")
    rows = [*csv.DictReader(io.StringIO(content, newline=""), delimiter=";")]
    found = {row["shown"] for row in rows if row["code"] == "X1" and row["column"] == "Titel"}

    assert found == {for_spreadsheet(course.title) for course in courses}
    for cell in (cell for row in rows for cell in row.values()):
        bare = cell.lstrip(" \"'\t\r\n\u00a0\u3000")
        harmless = cell.startswith("'") or cell.replace(".", "").replace(",", "")[1:].isdecimal()
        assert harmless or bare[:1] not in set("=+-@＝＋－＠"), cell


def test_a_workbook_holds_titles_as_strings(pages: Pages, courses: list[Training]) -> None:
    content = render(Form.XLSX, TEXTS, pages)
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    texts = {cell.value for cell in cells if cell.data_type == "s"}

    assert {course.title for course in courses} <= {unescaped(str(text)) for text in texts}
    assert not [cell for cell in cells if cell.data_type in {"f", "e"}]
    assert not [c for c in cells if c.hyperlink and not c.hyperlink.location]
    book.close()


def unescaped(text: str) -> str:
    """Return a string as Excel reads it: what looks like an escape is marked as none."""
    return text.replace("_x005F_", "_")


@pytest.mark.long
def test_word_has_each_title_in_its_cell(pages: Pages, courses: list[Training]) -> None:
    content = render(Form.DOCX, TEXTS, pages)
    tables = tables_of(opened(content))
    found = {cell.text for table in tables if len(table.columns) > 4 for cell in table._cells}

    assert {course.title for course in courses} <= found
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None


class Read(HTMLParser):
    """Collects what a page shows and which elements it has."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.cells: set[str] = set()
        self.tags: set[str] = set()
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]
        self._open = [] if tag in {"td", "th", "p"} else self._open

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th", "p"}:
            self.cells.add("".join(self._open))

    def handle_data(self, data: str) -> None:
        self._open.append(data)


def test_a_page_shows_each_title_and_runs_none(pages: Pages, courses: list[Training]) -> None:
    read = Read()
    read.feed(render(Form.HTML, TEXTS, pages).decode())

    assert {course.title for course in courses} <= read.cells
    assert not read.tags & {"script", "b", "set"}


@pytest.mark.long
def test_the_pdf_comes_and_loses_no_plain_sign(pages: Pages, courses: list[Training]) -> None:
    text = "".join(" ".join(pdf_pages(render(Form.PDF, TEXTS, pages))).split())

    assert "2026" in text
    for course in courses:
        if plain(course.title) and len(course.title) < 36:
            assert "".join(course.title.split()) in text


def test_one_sign_stands_in_for_one_sign() -> None:
    keycap, family = "Modul 2️⃣ 2", "Familie 👨‍👩‍👧‍👦 2"
    shown = printable([keycap, family])

    assert list(signs("a\u0301👨‍👩‍👧‍👦🇩🇪🇫🇷2️⃣한b")) == [
        "a\u0301",
        "👨‍👩‍👧‍👦",
        "🇩🇪",
        "🇫🇷",
        "2️⃣",
        "한",
        "b",
    ]
    assert shown(keycap) in {keycap, "Modul 2 2"}
    assert shown(family) in {family, f"Familie {STANDS_IN} 2"}
    assert (stripped("🇩🇪 2️⃣ é"), stripped("中 😀")) == ("DE 2 é", "? ?")


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_signs_put_together_again_are_the_text(piece: str) -> None:
    text = one_line(piece * 9)

    assert "".join(signs(text)) == text
    assert plain(stripped(text))


def test_a_link_of_any_signs_is_a_code() -> None:
    for piece in [*PIECES.values()][::5]:
        assert png(f"https://a.example/{one_line(piece * 9)}"[:280]).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("-5", "-5"), ("+3", "+3"), ("-1.5", "-1.5"), ("-12,5 %", "-12,5 %"), ("−3", "−3"),
        ("=1", "'=1"), ("+1 für", "'+1 für"), ("-2+3", "'-2+3"), ("@a", "'@a"), ("\t=1", "'\t=1"),
        ("\ra", "'\ra"), (" =1", "' =1"), ("'=1", "''=1"), ('"=1', '\'"=1'), ("＝1", "'＝1"),
        ("＠a", "'＠a"), ("-", "'-"), ("a=1", "a=1"), ("", ""), ("–", "–"),
    ],
)  # fmt: skip
def test_a_cell_is_no_formula_and_a_number_stays_one(text: str, cell: str) -> None:
    assert for_spreadsheet(text) == cell


def test_one_form_that_fails_keeps_no_other_back(pages: Pages, tmp_path: Path) -> None:
    def maker(form: Form, texts: Texts, given: Pages, _: Path | None) -> bytes:
        if form is Form.PDF:
            raise ZeroDivisionError("nothing to divide")
        return render(form, texts, given)

    forms = (Form.PDF, Form.CSV, Form.HTML)
    with pytest.raises(Unmade, match=r"not written: pdf \(ZeroDivisionError: nothing") as raised:
        write(tmp_path, forms, TEXTS, pages, Name("rkn", YEAR), maker=maker)

    assert {path.suffix for path in tmp_path.iterdir()} == {".csv", ".html"}
    assert raised.value.paths == sorted(tmp_path.iterdir())
    assert list(islice(raised.value.reasons, 2)) == [Form.PDF]
