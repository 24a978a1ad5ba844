"""Years and names that are hard on a document: none, the first, the tenth, many, and markup."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise

import openpyxl
import pikepdf
import pytest
from docx import Document

from domain.exchange import Counted, Party, Series, institutions, pair
from domain.network import Network
from domain.report.material import Material
from domain.report.order import Order
from tests.report.builders import AS_OF, YEAR, closed, training
from tests.report.in_word import tables_of
from tests.report.making import build
from tests.report.test_documents import Addresses
from texts.catalogue import Texts
from texts.documents.report_elements import Pages
from texts.documents.report_files import Form, render
from texts.documents.report_pages import Wishes, compose

pytestmark = pytest.mark.wide  # lays out whole documents

TEXTS = Texts()
#: Every sign that means something to one of the forms.
MARKUP = 'Höxter & "Söhne" <b> #let x = $1$ _z_ *w* `c` \\n {{ title }} {% if %} §§ \' €'


def of_a_year(year: int, network: Network, busy: int = 31) -> Material:
    course = training(year, day=date(year, 3, 12))
    slug = network.offices[0].slug
    return Material(year, closed(course, {slug: busy}, {"school": busy}), [course])


def all_forms(pages: Pages) -> Mapping[Form, bytes]:
    """Render and open every form."""
    made = {form: render(form, TEXTS, pages) for form in Form}
    Document(io.BytesIO(made[Form.DOCX]))
    openpyxl.load_workbook(io.BytesIO(made[Form.XLSX])).close()
    pikepdf.open(io.BytesIO(made[Form.PDF])).close()
    assert list(csv.reader(io.StringIO(made[Form.CSV].decode("utf-8-sig")), delimiter=";"))
    levels = Addresses(made[Form.HTML].decode()).levels
    assert all(b - a <= 1 for a, b in pairwise(levels))
    return made


def composed(network: Network, material: Material, *earlier: Material) -> Pages:
    report, _ = build(network, material, Order(AS_OF), earlier)
    return compose(TEXTS, network, report, Wishes(sample=True))


def test_an_empty_year_a_first_year_and_one_training(network: Network) -> None:
    empty, one = Material(YEAR), of_a_year(YEAR, network)
    for material in (empty, one):
        all_forms(composed(network, material))
    grid = next(g for g in composed(network, one).grids() if g.code == "A")

    assert [row[-1].text for row in grid.rows] == ["…"] * 6  # nothing to compare with


def test_ten_years_show_five_of_them(network: Network) -> None:
    years = [of_a_year(year, network, year - 1990) for year in range(YEAR - 9, YEAR + 1)]
    pages = composed(network, years[-1], *years[:-1])
    all_forms(pages)
    grid = next(g for g in pages.grids() if g.code == "A")

    assert grid.header[1:-1] == tuple(str(year) for year in range(YEAR - 5, YEAR + 1))
    assert grid.rows[2][-1].text == "+1"


def test_names_full_of_markup_are_names_in_every_form(network: Network) -> None:
    first = replace(network.offices[0], label=f"Amt {MARKUP}", short_label=f"A {MARKUP}")
    hard = replace(
        network,
        name=f"Netzwerk {MARKUP}",
        lead=MARKUP,
        offices=(first, *network.offices[1:]),
        report=replace(network.report, title=f"Bericht {MARKUP}", author=MARKUP),
    )
    course = training(1)
    course = replace(course, plan=replace(course.plan, title=f"Kurs {MARKUP}"))
    rows = closed(course, {first.slug: 31}, {"school": 31})
    pages = composed(hard, Material(YEAR, rows, [course]))
    made = all_forms(pages)

    document = Document(io.BytesIO(made[Form.DOCX]))
    cells = {cell.text for table in tables_of(document) for row in table.rows for cell in row.cells}

    assert {f"Amt {MARKUP}", f"Kurs {MARKUP}"} <= cells
    assert document.paragraphs[0].text == document.core_properties.title == pages.title

    book = openpyxl.load_workbook(io.BytesIO(made[Form.XLSX]))

    assert book["C4 Jugendamt"]["A4"].value == f"Amt {MARKUP}"

    book.close()
    lines = csv.DictReader(io.StringIO(made[Form.CSV].decode("utf-8-sig")), delimiter=";")

    assert f"Amt {MARKUP}" in {line["row"] for line in lines}

    with pikepdf.open(io.BytesIO(made[Form.PDF])) as pdf, pdf.open_metadata() as facts:
        assert facts["dc:title"] == pages.title
    assert "<b>" not in made[Form.HTML].decode()


def test_what_people_can_type_is_in_every_form_or_left_out(network: Network) -> None:
    typed = "Zeile\x0bzwei\x01 \U0001f600 \U00013000 " + "unendlich" * 10
    course = training(1)
    course = replace(course, plan=replace(course.plan, title=typed))
    rows = closed(course, {"rkn-neuss": 31}, {"school": 31})
    report, _ = build(network, Material(YEAR, rows, [course]), Order(AS_OF))
    wishes = Wishes(assessment=(typed, "Zweiter Absatz"))
    made = all_forms(compose(TEXTS, network, report, wishes))
    document = Document(io.BytesIO(made[Form.DOCX]))
    kept = "Zeile zwei \U0001f600 \U00013000 " + "unendlich" * 10

    assert kept in {paragraph.text for paragraph in document.paragraphs}
    assert kept in {c.text for t in tables_of(document) for row in t.rows for c in row.cells}
    assert kept in made[Form.HTML].decode()


def test_twenty_three_offices_fit(network: Network) -> None:
    town = network.offices[0].municipalities[0]
    offices = tuple(
        replace(
            network.offices[0],
            slug=f"office-{n}",
            label=f'Jugendamt der Stadt "Ört-{n} an der Düssel" & Umgebung',
            short_label=f"Ört-{n} an der Düssel",
            functions=(),
            municipalities=(replace(town, ags=f"051620{n:02d}", name=f"Dorf {n}"),),
        )
        for n in range(23)
    )
    large = replace(network, offices=offices, contacts=())
    there = institutions(large)
    contacts = [
        Counted(date(YEAR, 4, 1), Series.PAIR, pair(one, other), 10 + index)
        for index, (one, other) in enumerate(pairwise([*there, Party("office", "office-0")]))
    ]
    total = sum(each.n for each in contacts)
    others = {Series.TOPIC: "neglect", Series.FORMAT: "phone", Series.LENGTH: "short"}
    contacts += [Counted(date(YEAR, 4, 1), series, slug, total) for series, slug in others.items()]
    course = training(1)
    came = {f"office-{n}": n for n in range(23)}
    rows = closed(course, came, {"school": sum(came.values())})
    pages = composed(large, Material(YEAR, rows, [course], contacts))
    all_forms(pages)
    matrix = next(g for g in pages.grids() if g.code == "K2")

    assert len(matrix.rows) == len(there) > 30
    assert matrix.picture is None
    assert "office-" not in render(Form.HTML, TEXTS, pages).decode()


@cache
def twice(network: Network) -> list[Pages]:
    """Return the same year, put together twice."""
    return [composed(network, of_a_year(YEAR, network)) for _ in range(2)]


@pytest.mark.parametrize("form", list(Form))
def test_the_same_report_is_the_same_bytes(network: Network, form: Form) -> None:
    first, second = twice(network)

    assert render(form, TEXTS, first) == render(form, TEXTS, second)
