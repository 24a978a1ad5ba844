"""The forms of the report, opened by libraries that did not write them."""

from __future__ import annotations

import csv
import io
import re
import subprocess
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from domain.disclosure.cells import Mode
from domain.network import Network
from domain.report.material import Material
from domain.report.order import Order
from tests.conftest import fill
from tests.programs import needed
from tests.report.builders import AS_OF, YEAR, closed, training
from tests.report.in_word import paragraphs_of, tables_of
from tests.report.making import build, build_quarter
from tests.story_years import StoryYear
from texts.catalogue import Texts
from texts.documents.report_csv import COLUMNS
from texts.documents.report_elements import Grid, Heading, Pages
from texts.documents.report_files import Form, Name, render, write
from texts.documents.report_pages import Wishes, compose
from texts.documents.report_sides import has_chart_beside, lean

pytestmark = pytest.mark.wide  # lays out whole documents

TEXTS = Texts()
Made = Callable[[Form], bytes]


def small_pages(network: Network, material: Material, language: str = "de") -> Pages:
    report, _ = build(network, material, Order(AS_OF))
    return compose(TEXTS.in_language(language), network, report, Wishes(charts=False))


def test_the_word_file_has_real_headings_tables_and_alt_texts(pages: Pages, made: Made) -> None:
    document = Document(io.BytesIO(made(Form.DOCX)))
    headings = [
        p.text for p in document.paragraphs if p.style and p.style.name.startswith("Heading")
    ]
    shapes = document.element.body.findall(f".//{qn('wp:docPr')}")
    grids = [g for g in pages.grids() if g.rows]

    assert headings == [e.full for e in pages.elements if isinstance(e, Heading)]
    tables = tables_of(document)
    assert len(tables) == len(grids)
    assert all(t.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None for t in tables)
    assert len(shapes) == sum(g.picture is not None for g in grids)
    assert all(shape.get("descr") for shape in shapes)
    assert document.core_properties.language == "de-DE"
    assert document.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "de-DE"
    assert not any("{{" in p.text or "§§" in p.text for p in document.paragraphs)


def test_the_contents_are_a_field_that_leads_to_the_headings(pages: Pages, made: Made) -> None:
    document = Document(io.BytesIO(made(Form.DOCX)))
    body = document.element.body
    kinds = [e.get(qn("w:fldCharType")) for e in body.iter(qn("w:fldChar"))]
    links = {
        link.get(qn("w:anchor")): "".join(t.text for t in link.iter(qn("w:t")))
        for link in body.iter(qn("w:hyperlink"))
    }
    marked = {
        mark.get(qn("w:name")): "".join(t.text for t in mark.getparent().iter(qn("w:t")))
        for mark in body.iter(qn("w:bookmarkStart"))
    }

    assert kinds == ["begin", "separate", "end"]
    assert list(links.values()) == [
        e.full for e in pages.elements if isinstance(e, Heading) and e.level <= 2
    ]
    assert links.items() <= marked.items()


def test_the_contents_say_how_to_get_page_numbers_until_they_are_renewed(made: Made) -> None:
    document = Document(io.BytesIO(made(Form.DOCX)))
    say = TEXTS.plain("report-contents-renew")
    paragraph = next(p for p in document.paragraphs if say in p.text)
    end = paragraph._p.find(f".//{qn('w:fldChar')}")

    assert end.get(qn("w:fldCharType")) == "end"  # what stands before it goes with the field
    assert document.settings.element.find(qn("w:updateFields")) is None


def test_charts_stand_under_their_titles_and_short_tables_with_them(
    pages: Pages, made: Made
) -> None:
    document = Document(io.BytesIO(made(Form.DOCX)))
    charted = [grid for grid in pages.grids() if grid.picture]
    every = paragraphs_of(document)
    pictures = [p for p in every if p._p.find(f".//{qn('wp:docPr')}") is not None]
    shown = [grid for grid in pages.grids() if grid.rows]
    tables = {g.code: t for g, t in zip(shown, tables_of(document), strict=True)}
    for picture, grid in zip(pictures, charted, strict=True):
        title = Paragraph(picture._p.getprevious(), document)
        table = tables[grid.code]
        last = table.rows[-1].cells[0].paragraphs[0]

        assert title.text == grid.drawn
        assert title.paragraph_format.keep_with_next
        assert table.rows[1].cells[0].text == grid.rows[0][0].text
        if not has_chart_beside(grid):  # else both begin a column
            tied = len(grid.rows) <= 8 or bool(grid.under)

            assert bool(last.paragraph_format.keep_with_next) is tied, grid.code


def test_words_have_room_in_the_word_file_or_are_hyphenated(pages: Pages, made: Made) -> None:
    document = Document(io.BytesIO(made(Form.DOCX)))
    grids = [grid for grid in pages.grids() if grid.rows]
    for table, grid in zip(tables_of(document), grids, strict=True):
        if grid.code == "X1":
            width = dict(zip(grid.header, (c.width.mm for c in table.columns), strict=True))

            assert width["Format"] > 35  # «Koordinierungsstellen»
            assert width["Durchführung"] > 21
            assert width["Titel"] > 40
    assert len(document.settings.element.findall(qn("w:autoHyphenation"))) == 1


def test_the_mark_of_made_up_data_is_on_the_cover_and_on_every_page(made: Made) -> None:
    document = Document(io.BytesIO(made(Form.DOCX)))
    mark = "Muster mit erfundenen Daten"
    book = openpyxl.load_workbook(io.BytesIO(made(Form.XLSX)))

    assert sum(p.text == mark for p in document.paragraphs[:10]) == 1
    assert mark in document.sections[0].footer.paragraphs[0].text
    footers = [sheet.oddFooter for sheet in book.worksheets]
    assert all(f and f.left and mark in str(f.left.text) for f in footers)
    assert f'<p class="mark">{mark}</p>' in made(Form.HTML).decode()

    book.close()


VERSIONS = {
    "office": "Nur für den Dienstgebrauch: eigene Zahlen des Jugendamts der Stadt Kaarst "
    "sind offen.",
    "quarter": "Nur für den Dienstgebrauch",
    "interim": "Zwischenstand, nur für den Dienstgebrauch",
    "public": "",
}


def version(network: Network, kind: str) -> Pages:
    """Return a report for these eyes."""
    course = training(1)
    material = Material(YEAR, closed(course, {"rkn-neuss": 31}, {"school": 31}), [course])
    office = "rkn-kaarst" if kind == "office" else None
    order = Order(date(YEAR, 12, 31) if kind == "interim" else AS_OF, office=office)
    report = (
        build_quarter(network, material, 2, order)
        if kind == "quarter"
        else build(network, material, order)[0]
    )
    return compose(TEXTS, network, report, Wishes(charts=False))


@pytest.mark.parametrize(("kind", "mark"), VERSIONS.items())
def test_who_may_read_it_stands_on_every_page_of_every_form(
    network: Network, kind: str, mark: str
) -> None:
    pages = version(network, kind)
    document = Document(io.BytesIO(render(Form.DOCX, TEXTS, pages)))
    book = openpyxl.load_workbook(io.BytesIO(render(Form.XLSX, TEXTS, pages)))
    feet = [sheet.oddFooter for sheet in book.worksheets]
    book.close()
    html = render(Form.HTML, TEXTS, pages).decode()
    text = render(Form.CSV, TEXTS, pages).decode("utf-8-sig")
    said = mark or "Dienstgebrauch"

    assert (pages.lines[-1] == mark) == bool(mark)
    assert (said in document.sections[0].footer.paragraphs[0].text) == bool(mark)
    assert all((said in str(foot and foot.left and foot.left.text)) == bool(mark) for foot in feet)
    assert html.count(said) == (2 if mark else 0)  # on top, and at the foot of each page of paper
    assert text.count(said) == bool(mark)
    for page in pdf_pages(render(Form.PDF, TEXTS, pages)):
        assert (said in " ".join(page.split())) == bool(mark)


def pdf_pages(content: bytes) -> list[str]:
    """Return the text of each page, read by another program."""
    done = subprocess.run(
        [needed("pdftotext"), "-", "-"], input=content, capture_output=True, check=True
    )
    return done.stdout.decode().split("\f")[:-1]


def test_the_word_file_says_the_same_as_the_structure(pages: Pages, made: Made) -> None:
    document = Document(io.BytesIO(made(Form.DOCX)))
    grids = [g for g in map(lean, pages.elements) if isinstance(g, Grid) and g.rows]
    for table, grid in zip(tables_of(document), grids, strict=True):
        rows = [grid.header, *([c.text for c in row] for row in grid.rows)]
        rows += [[c.text for c in grid.total]] if grid.total else []

        assert [[c.text for c in row.cells] for row in table.rows] == [list(r) for r in rows]


def marks_and_rows(text: str) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Return the rows that say what a report is, and those with its values."""
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    marks = [row for row in rows if row["code"] == "M"]
    return marks, [row for row in rows if row["code"] not in {"M", "V"}]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("office", "sample"), [(None, True), ("rkn-kaarst", False), (None, False)])
def test_the_csv_says_first_who_may_read_it_and_that_its_data_are_made_up(
    story_year: StoryYear, language: str, office: str | None, sample: bool
) -> None:
    texts = TEXTS.in_language(language)
    order = Order(AS_OF, office=office)
    report, _ = build(story_year.network, story_year.material, order)
    pages = compose(texts, story_year.network, report, Wishes(sample=sample, charts=False))
    text = render(Form.CSV, texts, pages).decode("utf-8-sig")
    plain = compose(texts, story_year.network, report, Wishes(charts=False))
    marks, rows = marks_and_rows(text)
    about = {"year": str(YEAR), "as_of": AS_OF.isoformat(), "code": "M", "number": "1"}
    mark = dict.fromkeys(COLUMNS, "") | about | {"table": texts.plain("report-mark")}

    assert marks == ([mark | {"shown": pages.mark}] if pages.mark else [])
    assert bool(pages.mark) == (sample or office is not None)
    assert text.splitlines()[1].startswith(f"{YEAR};{AS_OF};M;") == bool(pages.mark)
    assert rows == marks_and_rows(render(Form.CSV, texts, plain).decode("utf-8-sig"))[1]


def test_the_csv_has_every_value_once(pages: Pages, made: Made) -> None:
    text = made(Form.CSV).decode("utf-8-sig")
    marks, rows = marks_and_rows(text)
    cells = [c for g in pages.sheets() for row in (*g.rows, g.total or ()) for c in row[1:]]
    count = len(cells) + sum(len(cell.parts) for cell in cells)

    assert len(rows) == count
    assert len(marks) == bool(pages.mark)
    assert all(not row["value"] for row in rows if row["shown"] == "·")


def test_the_csv_tells_every_row_and_day_apart(made: Made) -> None:
    _, rows = marks_and_rows(made(Form.CSV).decode("utf-8-sig"))
    keys = [(row["code"], row["number"], row["column"]) for row in rows]
    dated = [row for row in rows if row["code"] in {"X1", "X3", "G2"}]

    assert len(set(keys)) == len(keys)
    assert {(row["year"], row["as_of"]) for row in rows} == {(str(YEAR), AS_OF.isoformat())}
    assert dated
    assert all(date.fromisoformat(row["day"]).year in {YEAR, YEAR + 1} for row in dated)
    assert not any(row["day"] for row in rows if row["code"] == "C4")


def test_the_csv_has_numerator_and_denominator_of_each_rate(
    made: Made, story_year: StoryYear
) -> None:
    _, rows = marks_and_rows(made(Form.CSV).decode("utf-8-sig"))
    name = TEXTS.plain("report-fig-C7")
    said = {row["column"]: row["value"] for row in rows if row["row"] == name}
    figure = story_year.report.figures()["C7"]

    assert figure.part is not None
    assert figure.whole is not None
    assert said["Zähler"] == str(figure.part.plain)
    assert said["Nenner"] == str(figure.whole.plain)
    assert float(said["Wert"]) == pytest.approx(int(said["Zähler"]) / int(said["Nenner"]), rel=1e-4)


def test_the_columns_of_the_csv_are_documented_as_they_are() -> None:
    page = (Path(__file__).parents[2] / "docs/samples/README.md").read_text(encoding="utf-8")
    part = page.partition("## Die Spalten der CSV-Datei")[2].partition("\n## ")[0]

    assert tuple(re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)) == COLUMNS


def test_the_pdf_is_tagged_titled_and_made_for_everybody(pages: Pages, made: Made) -> None:
    content = made(Form.PDF)

    assert content.startswith(b"%PDF-1.7")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert b"/MarkInfo" in content
    assert b"/Lang" in content
    assert b"/Outlines" in content
    assert b"/DisplayDocTitle true" in content
    assert content.count(b"/Alt") >= sum(g.picture is not None for g in pages.grids())


class Addresses(HTMLParser):
    """Notes every address, image and heading level."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.levels: list[int] = []
        self.images: list[str | None] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.addresses += [v or "" for k, v in attrs if k in {"href", "src", "xlink:href"}]
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if given.get("role") == "img":
            self.images.append(given.get("aria-label"))


def test_the_html_needs_nothing_from_outside(pages: Pages, made: Made) -> None:
    content = made(Form.HTML).decode()
    found = Addresses(content)

    assert all(address.startswith("#") for address in found.addresses)
    assert "@import" not in content
    assert "url(http" not in content
    assert all(b - a <= 1 for a, b in zip(found.levels, found.levels[1:], strict=False))
    assert len(found.images) >= sum(g.picture is not None for g in pages.grids())
    assert '<html lang="de">' in content


def test_the_html_lists_chapters_and_sections_and_names_the_columns_of_the_matrix(
    pages: Pages,
    made: Made,
) -> None:
    content = made(Form.HTML).decode()
    listed = re.findall(r'<a href="#s\d+">([^<]*)</a>', content)
    matrix = next(grid for grid in pages.grids() if grid.code == "K2")
    titles = re.findall(r'<th scope="col"[^>]*><abbr title="([^"]*)">(\d+)</abbr></th>', content)
    charts = [grid.picture for grid in pages.grids() if grid.picture]

    assert listed == [e.full for e in pages.elements if isinstance(e, Heading) and e.level <= 2]
    assert [f"{number} {name}" for name, number in titles] == [row[0].text for row in matrix.rows]
    assert content.count('class="narrow"') == sum(bool(chart.narrow) for chart in charts) > 0
    assert content.count('class="wide"') == len(charts)


def test_hidden_numbers_are_in_no_form(network: Network) -> None:
    course = training(1)
    rows = closed(course, {"rkn-neuss": 31, "rkn-kaarst": 3, "rkn-dormagen": 19}, {"school": 53})
    pages = small_pages(network, Material(YEAR, rows, [course]))
    grid = next(g for g in pages.grids() if g.code == "C4")
    shown = {row[0].text: row[1].text for row in grid.rows}

    assert shown["Jugendamt der Stadt Kaarst"] == "·"
    assert sum(text == "·" for text in shown.values()) >= 3
    assert "Kaarst;;Teilnahmen;3;" not in render(Form.CSV, TEXTS, pages).decode()


@pytest.mark.parametrize("language", ["de", "en"])
def test_an_empty_year_makes_a_report_in_every_form(network: Network, language: str) -> None:
    pages = small_pages(network, Material(YEAR), language)

    assert all(render(form, TEXTS.in_language(language), pages) for form in Form)


def test_titles_with_markup_stay_titles(network: Network) -> None:
    course = training(1)
    pages = small_pages(
        network, Material(YEAR, closed(course, {"rkn-neuss": 8}, {"school": 8}), [course])
    )

    assert "Gespräche &lt;führen&gt; &amp; &quot;" in render(Form.HTML, TEXTS, pages).decode()
    assert all(render(form, TEXTS, pages) for form in Form)


def test_a_full_disk_leaves_no_half_file_and_the_old_one(
    pages: Pages, made: Made, small_disk: Path
) -> None:
    old = write(small_disk, [Form.CSV], TEXTS, pages, Name("rkn", YEAR))[0]
    filler = fill(small_disk)
    for name in (Name("rkn", YEAR), Name("rkn", YEAR + 1)):
        with pytest.raises(OSError, match="No space left") as raised:
            write(small_disk, [Form.CSV], TEXTS, pages, name)

        assert raised.value.filename == str(small_disk / f"bericht-rkn-{name.year}.csv")
    assert set(small_disk.iterdir()) == {filler, old}
    assert old.read_bytes() == made(Form.CSV)


def test_a_quarter_has_main_figures_and_no_breakdown(story_year: StoryYear) -> None:
    report = build_quarter(story_year.network, story_year.material, 2, Order(date(2027, 1, 1)))

    assert set(report.figures()) == {"A1", "A2", "A3", "A4", "A5", "A6"}
    assert not report.tables()


def test_an_office_sees_its_own_numbers_and_no_others(story_year: StoryYear) -> None:
    order = Order(AS_OF, office="rkn-kaarst")
    own, _ = build(story_year.network, story_year.material, order)
    public = story_year.report.tables()["C4"]
    for mine, theirs in zip(own.tables()["C4"].rows, public.rows, strict=True):
        if mine[0] == theirs[0] and getattr(mine[0], "slug", "") == "rkn-kaarst":
            assert getattr(mine[1], "open", False)
        else:
            assert mine == theirs


def test_rounded_numbers_are_multiples_of_five(story_year: StoryYear) -> None:
    order = Order(AS_OF, Mode.ROUND5)
    report, _ = build(story_year.network, story_year.material, order)
    table = report.tables()["C5"]
    values = [row[1].plain for row in table.rows if hasattr(row[1], "plain")]

    assert values
    assert all(value is None or value % 5 == 0 for value in values)


def test_every_chart_says_its_largest_value_in_words(pages: Pages) -> None:
    pictures = [g.picture for g in pages.grids() if isinstance(g, Grid) and g.picture]

    assert pictures
    assert all(len(picture.alt) > 30 for picture in pictures)
