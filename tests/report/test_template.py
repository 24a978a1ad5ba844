"""The network's own Word file: filled where it can be, and told apart where it cannot."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from domain.network import Network
from domain.report.material import Material
from domain.report.order import Order
from tests.report.builders import AS_OF, YEAR, closed, training
from tests.report.making import build
from texts.catalogue import Texts
from texts.documents.report_docx import docx
from texts.documents.report_elements import Heading, Pages
from texts.documents.report_own import TemplateProblem
from texts.documents.report_pages import Wishes, compose
from texts.documents.report_template import default_template

pytestmark = pytest.mark.wide  # lays out whole documents

TEXTS = Texts()


@pytest.fixture(scope="module")
def pages(network: Network) -> Pages:
    course = training(1)
    rows = closed(course, {"rkn-neuss": 31}, {"school": 31})
    report, _ = build(network, Material(YEAR, rows, [course]), Order(AS_OF))
    return compose(TEXTS, network, report, Wishes(sample=True))


def filled(pages: Pages, path: Path) -> Any:
    return Document(io.BytesIO(docx(TEXTS, pages, path)))


def template(folder: Path, *lines: str) -> Path:
    """Return a plain Word file with these paragraphs, as somebody would write it."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    path = folder / "own.docx"
    document.save(str(path))
    return path


def instructions(document: Any) -> list[str]:
    return [str(e.text).strip() for e in document.element.iter(qn("w:instrText"))]


def test_the_shipped_template_brought_back_makes_the_same_document(
    pages: Pages, tmp_path: Path
) -> None:
    path = tmp_path / "own.docx"
    path.write_bytes(default_template())

    assert docx(TEXTS, pages, path) == docx(TEXTS, pages)


def test_a_plain_template_is_enough(pages: Pages, tmp_path: Path) -> None:
    document = filled(pages, template(tmp_path, "Stadtwappen", "{{ as_of }}", "{{ content }}", "E"))
    texts = [paragraph.text for paragraph in document.paragraphs]

    assert texts[0] == "Stadtwappen"
    assert texts[-1] == "E"
    assert "Muster mit erfundenen Daten" in texts[1]  # it has no place of its own here
    assert instructions(document) == []
    assert [p.text for p in document.paragraphs if p.style.name.startswith("Heading")] == [
        e.full for e in pages.elements if isinstance(e, Heading)
    ]


def test_a_template_that_hyphenates_keeps_its_rules(pages: Pages, tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("{{ content }}")
    settings = document.settings.element
    settings.insert(0, settings.makeelement(qn("w:hyphenationZone"), {qn("w:val"): "200"}))
    path = tmp_path / "own.docx"
    for _ in range(2):
        document.save(str(path))
        made = filled(pages, path)
        kinds = [str(child.tag) for child in made.settings.element]

        assert kinds.count(qn("w:autoHyphenation")) == 1
        assert kinds.index(qn("w:autoHyphenation")) < kinds.index(qn("w:hyphenationZone"))
        document = made
        document.add_paragraph("{{ content }}")


def test_a_template_may_want_the_table_of_contents(pages: Pages, tmp_path: Path) -> None:
    document = filled(pages, template(tmp_path, "{{ contents }}", "{{ content }}"))

    assert instructions(document) == [r'TOC \o "1-2" \h \z \u']


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (["{{ title }}"], r"lacks the field \{\{ content \}\}"),
        (["{{ content }}", "{{ mayor }}"], "asks for mayor; it may use: title, network"),
        (["{{ content"], r"field of the template cannot be read: \{\{ content;"),
        (["{% if title %}", "{{ content }}"], r"cannot be read: \{% if title %\};"),
        (["Kapitel: {{ content }}"], "needs a paragraph of its own"),
        (["{{ content }}", "{{ content }}"], "needs a paragraph of its own, once"),
        (
            ["{{ title | nonsense }}", "{{ content }}"],
            r"cannot be read: \{\{ title . nonsense \}\}",
        ),
        (["{{ title.a.b }}", "{{ content }}"], r"cannot be read: \{\{ title.a.b \}\}"),
    ],
)
def test_what_is_wrong_with_a_template_is_said_in_one_line(
    pages: Pages, tmp_path: Path, lines: list[str], problem: str
) -> None:
    with pytest.raises(TemplateProblem, match=problem) as raised:
        docx(TEXTS, pages, template(tmp_path, *lines))

    assert "\n" not in str(raised.value)


def test_what_is_no_word_file_is_named(pages: Pages, tmp_path: Path) -> None:
    text = tmp_path / "letter.docx"
    text.write_text("Sehr geehrte Damen und Herren", encoding="utf-8")
    other = tmp_path / "other.docx"
    with zipfile.ZipFile(other, "w") as packed:
        packed.writestr("hello.txt", "hello")
    broken = tmp_path / "broken.docx"
    broken.write_bytes(default_template()[:3000])
    for path in (text, other, broken):
        with pytest.raises(TemplateProblem, match="is no Word file") as raised:
            docx(TEXTS, pages, path)

        assert str(path) in str(raised.value)
    for path in (tmp_path, tmp_path / "missing.docx"):
        with pytest.raises(TemplateProblem, match="there is no template"):
            docx(TEXTS, pages, path)


def test_no_moment_of_making_is_in_the_file(pages: Pages) -> None:
    content = docx(TEXTS, pages)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert {member.date_time for member in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any(
            time.strftime("%Y-%m-%d").encode() in packed.read(name) for name in packed.namelist()
        )
    assert Document(io.BytesIO(content)).core_properties.created.date() == AS_OF
