"""The PDF, read by a library that did not write it: made for everybody (PDF/UA-1)."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
import pytest

from texts.catalogue import Texts
from texts.documents.report_elements import Grid, Heading, Pages
from texts.documents.report_files import Form
from texts.documents.report_pdf import pdf
from texts.documents.report_sides import lean


@pytest.fixture(scope="module")
def content(made: Callable[[Form], bytes]) -> bytes:
    return made(Form.PDF)


@pytest.fixture(scope="module")
def document(content: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(content)) as opened:
        yield opened


def tags(node: Any) -> Iterator[Any]:
    """Yield every element of the tree of tags."""
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from tags(child)


def leaves_of(content: bytes) -> list[str]:
    """Return the texts of the pages, in the order they are drawn."""
    read = subprocess.run(["pdftotext", "-raw", "-", "-"], input=content, capture_output=True)
    return read.stdout.decode().split("\f")[:-1]


def scope(cell: Any) -> str | None:
    """Return what a header cell heads."""
    found = [str(facts.Scope) for facts in cell.A if "/Scope" in facts]
    return found[0] if found else None


def drawn(content: bytes) -> int:
    """Return how many pictures of points are in a document."""
    with pikepdf.open(io.BytesIO(content)) as opened:
        every = (each for each in opened.objects if isinstance(each, pikepdf.Stream))
        return sum(each.get("/Subtype") == "/Image" for each in every)


def test_charts_are_pictures_where_their_typeface_is_not_at_hand(pages: Pages) -> None:
    """Else another one is put into the room that was measured for it, and names are cut."""
    charts = [grid for grid in pages.grids() if grid.picture is not None]
    measured, other = (
        pdf(Texts(), pages, families) for families in ({"Arial"}, {"Libertinus Serif"})
    )

    assert len(charts) > 3
    assert drawn(measured) == 0
    assert drawn(other) >= len(charts)


def test_it_says_what_it_is(document: pikepdf.Pdf, pages: Pages) -> None:
    root = document.Root
    with document.open_metadata() as facts:
        assert facts["pdfuaid:part"] == "1"
        assert facts["dc:title"] == pages.title

    assert root.MarkInfo.Marked
    assert str(root.Lang) == "de"
    assert root.ViewerPreferences.DisplayDocTitle


def test_every_chapter_has_a_bookmark_and_every_heading_a_tag(
    document: pikepdf.Pdf, pages: Pages
) -> None:
    headings = [e for e in pages.elements if isinstance(e, Heading)]
    with document.open_outline() as outline:
        chapters = [item.title for item in outline.root]
    kinds = [str(tag.S) for tag in tags(document.Root.StructTreeRoot)]

    assert [h.full for h in headings if h.level == 1] == [c for c in chapters if c != "Inhalt"]
    for level in (1, 2):
        assert kinds.count(f"/H{level}") >= sum(h.level == level for h in headings)


def test_tables_have_header_cells_and_pictures_words(document: pikepdf.Pdf, pages: Pages) -> None:
    found = list(tags(document.Root.StructTreeRoot))
    grids = [grid for grid in pages.grids() if grid.rows]
    tables = [tag for tag in found if tag.S == "/Table"]
    alts = [str(tag.Alt) for tag in found if tag.S == "/Figure"]

    assert len(tables) == len(grids)
    for table, grid in zip(tables, grids, strict=True):
        heads = [tag for tag in tags(table) if tag.S == "/TH"]
        assert len(heads) >= len(grid.header)
    assert alts == [grid.picture.alt for grid in grids if grid.picture]


def test_every_row_is_headed_by_its_first_cell(document: pikepdf.Pdf, pages: Pages) -> None:
    """Whoever hears a number hears what its row and its column are."""
    grids = [grid for grid in map(lean, pages.elements) if isinstance(grid, Grid) and grid.rows]
    tables = [tag for tag in tags(document.Root.StructTreeRoot) if tag.S == "/Table"]
    for table, grid in zip(tables, grids, strict=True):
        head, *rows = (
            [cell for cell in row.K if "/S" in cell] for row in tags(table) if row.S == "/TR"
        )

        assert [scope(cell) for cell in head] == ["/Column"] * len(grid.header)
        assert len(rows) == len(grid.rows) + bool(grid.total)
        for row in rows:
            assert [str(cell.S) for cell in row] == ["/TH"] + ["/TD"] * (len(grid.header) - 1)
            assert scope(row[0]) == "/Row"
            assert not any("/Headers" in facts for cell in row for facts in cell.get("/A", []))


def unbroken(text: str) -> str:
    """Return a text without blanks and hyphens: a narrow title is broken in the middle of words."""
    return re.sub("[\\s\u00ad-]", "", text)


@pytest.mark.needs("pdftotext")
def test_a_chart_stands_under_its_title_on_the_page_of_its_table(
    content: bytes, pages: Pages
) -> None:
    leaves = [unbroken(leaf) for leaf in leaves_of(content)][1:]
    for grid in pages.grids():
        if grid.picture is None:
            continue
        title = unbroken(grid.drawn)
        place = next(n for n, leaf in enumerate(leaves) if title in leaf)
        before = leaves[place].partition(title)[0]

        assert unbroken(grid.caption) in before, grid.code
        assert unbroken(grid.rows[-1][0].text.partition(" ")[0]) in before, grid.code


@pytest.mark.needs("pdftotext")
def test_the_key_of_the_matrix_is_told_before_it(content: bytes) -> None:
    read = " ".join(" ".join(leaves_of(content)).split())
    key = Texts().plain("report-matrix-key")

    assert 0 < read.index(key) < read.index(Texts().plain("report-table-K2"))


@pytest.mark.needs("pdftotext")
def test_it_reads_as_the_structure_and_bears_its_mark(content: bytes, pages: Pages) -> None:
    leaves = leaves_of(content)
    words = iter(" ".join(leaves).split())
    for grid in pages.grids():
        rows = [*grid.rows, *([grid.total] if grid.total else [])]
        shown = [cell.text for row in rows for cell in row if cell.unit is not None]
        missing = [each for text in shown for each in text.split() if each not in words]

        assert missing == [], grid.code
    assert all("Muster mit erfundenen Daten" in leaf for leaf in leaves)
