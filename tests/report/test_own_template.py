"""Word files as somebody might bring them to do more than be filled: refused, and quoted."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from bot.bounded import MOST_MEMORY, TooDear, bounded
from bot.commands.doctor import examine
from bot.network_file import SHIPPED, NetworkFileError, check_template, load
from texts.documents.report_own import Flaw, TemplateProblem, check
from texts.documents.report_template import FIELDS, default_template

pytestmark = pytest.mark.wide  # lays out whole documents

PAYLOAD = "{{ ''.__class__.__mro__[1].__subclasses__() }}"
#: What docxtpl and Jinja would take for more than a name.
MORE = (
    "{% for c in [].__class__.__base__.__subclasses__() %}{{ c }}{% endfor %}",
    "{%p if title %}", "{%tr for x in y %}", "{#- a remark #}", "{{r title }}", "{{p content }}",
    "{{ title|e }}", "{{ title.upper() }}", "{{ title[0] }}", "{{ 7*7 }}", "{{ 'x' }}", "{{}}",
    "{{ title", "title }}", "%}", "{{{ title }}}", "{{ title }} }}", "{{ title, network }}",
    PAYLOAD,
)  # fmt: skip


def packed(change: Callable[[str, bytes], bytes], more: dict[str, bytes] | None = None) -> bytes:
    """Return the shipped template with its parts changed, and some more parts."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(default_template())) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return out.getvalue()


def replaced(part: str, old: bytes, new: bytes) -> bytes:
    """Return the shipped template with something replaced in one part."""

    def change(name: str, content: bytes) -> bytes:
        if name == part:
            assert old in content
            return content.replace(old, new, 1)
        return content

    return packed(change)


def refused(folder: Path, content: bytes) -> TemplateProblem:
    """Return why a template is refused, which must be one line."""
    path = folder / "own.docx"
    path.write_bytes(content)
    with pytest.raises(TemplateProblem) as raised:
        check(path)
    assert "\n" not in str(raised.value)
    return raised.value


def escaped(text: str) -> bytes:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").encode()


@pytest.mark.parametrize("more", MORE)
def test_more_than_a_bare_field_is_refused_and_quoted(tmp_path: Path, more: str) -> None:
    paragraph = b"<w:p><w:r><w:t>" + escaped(more) + b"</w:t></w:r></w:p><w:sectPr"
    problem = refused(tmp_path, replaced("word/document.xml", b"<w:sectPr", paragraph))

    assert problem.fault is Flaw.BAD_FIELD
    assert problem.detail.removesuffix(" …")[:8].strip() in more
    assert f"{problem.detail};" in str(problem)


@pytest.mark.parametrize("cut", range(1, 6))
def test_a_tag_in_pieces_is_put_together_first(tmp_path: Path, cut: int) -> None:
    tag = "{% x %}"
    runs = "".join(f"<w:r><w:t>{piece}</w:t></w:r>" for piece in (tag[:cut], tag[cut:]))
    content = f"<w:p>{runs}</w:p><w:sectPr".encode()
    problem = refused(tmp_path, replaced("word/document.xml", b"<w:sectPr", content))

    assert problem.detail == tag


BODY, TAG = "word/document.xml", b"{% x %}"
IN_BODY = (
    b"<w:p><w:r><w:t>&#123;&#x25; x %}</w:t></w:r></w:p>",
    b"<!-- {% x %} -->",
    b"<?x {% x %}?>",
    b"<w:p><w:r><w:delText>{% x %}</w:delText></w:r></w:p>",
    b"<w:p><w:r><w:pict><w:p><w:r><w:t>{% x %}</w:t></w:r></w:p></w:pict></w:r></w:p>",
)
ELSEWHERE = (
    ("word/footer1.xml", b"<w:p>", b"<w:p><w:r><w:t>{% x %}</w:t></w:r></w:p><w:p>"),
    ("word/settings.xml", b"<w:zoom", b"<w:docVars><w:docVar w:val='{% x %}'/></w:docVars><w:zoom"),
    ("docProps/core.xml", b"</cp:core", b"<cp:category>{% x %}</cp:category></cp:core"),
    ("docProps/app.xml", b"<Application>", b"<Company>{% x %}</Company><Application>"),
    ("customXml/item1.xml", b'StyleName="APA"', b'StyleName="{% x %}"'),
)


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [*((BODY, b"<w:sectPr", new + b"<w:sectPr") for new in IN_BODY), *ELSEWHERE],
)
def test_every_part_of_the_file_is_looked_through(
    tmp_path: Path, part: str, old: bytes, new: bytes
) -> None:
    problem = refused(tmp_path, replaced(part, old, new))

    assert problem.detail == TAG.decode()


def relation(kind: str, target: str, mode: str = "External") -> bytes:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return replaced(
        "word/_rels/document.xml.rels",
        b"</Relationships>",
        f'<Relationship Id="rX" Type="{office}/{kind}" Target="{target}" TargetMode="{mode}"/>'
        "</Relationships>".encode(),
    )


@pytest.mark.parametrize(
    ("kind", "target", "mode"),
    [
        ("attachedTemplate", "https://example.org/a.dotm", "External"),
        ("image", "https://example.org/a.png", "External"),
        ("oleObject", "embeddings/a.bin", "Internal"),
        ("package", "embeddings/a.xlsx", "Internal"),
        ("vbaProject", "vbaProject.bin", "Internal"),
        ("aFChunk", "part.html", "Internal"),
        ("hyperlink", "file:///etc/passwd", "External"),
        ("frame", "https://example.org/", "external"),
    ],
)
def test_what_runs_or_is_fetched_is_refused(
    tmp_path: Path, kind: str, target: str, mode: str
) -> None:
    problem = refused(tmp_path, relation(kind, target, mode))

    assert problem.fault is Flaw.FOREIGN
    assert target in str(problem)


def test_a_file_with_macros_is_refused(tmp_path: Path) -> None:
    main = b"wordprocessingml.document.main+xml"
    types = b"application/vnd.openxmlformats-officedocument." + main
    macros = b"application/vnd.ms-word.document.macroEnabled.main+xml"

    assert refused(tmp_path, replaced("[Content_Types].xml", types, macros)).fault is Flaw.FOREIGN


@pytest.mark.parametrize(
    "order", ["DDEAUTO c:\\\\x", "INCLUDETEXT /etc/passwd", "Link Excel.Sheet"]
)
def test_words_own_fields_that_fetch_are_refused(tmp_path: Path, order: str) -> None:
    field = (
        f"<w:p><w:r><w:instrText>{order[:3]}</w:instrText></w:r>"
        f"<w:r><w:instrText>{order[3:]}</w:instrText></w:r></w:p><w:sectPr"
    ).encode()
    problem = refused(tmp_path, replaced("word/document.xml", b"<w:sectPr", field))

    assert problem.fault is Flaw.FOREIGN
    assert order in str(problem)


def test_a_link_to_press_and_bare_fields_anywhere_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "own.docx"
    path.write_bytes(relation("hyperlink", "https://kreis.example/kinderschutz"))
    check(path)
    path.write_bytes(
        replaced(
            "word/document.xml",
            b"<w:sectPr",
            b"<w:p><w:r><w:t>{{ ti</w:t></w:r><w:r><w:t>tle}} {not a field} 50 %</w:t></w:r></w:p>"
            b"<w:sectPr",
        )
    )
    check(path)


BOMB = b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a '%s'>]><a>&a;</a>" % (b"x" * 99)
DEEP = b"<a>" * 100_000 + b"</a>" * 100_000


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"word/more.xml": BOMB}, Flaw.NO_WORD),
        ({"word/more.xml": BOMB.decode().encode("utf-16")}, Flaw.NO_WORD),
        ({"word/more.xml": b"<?xml version='1.0' encoding='UTF-7'?><a/>"}, Flaw.NO_WORD),
        ({"word/more.xml": DEEP}, Flaw.NO_WORD),
        ({"word/more.xml": b"<a>" + b" " * 11_000_000 + b"</a>"}, Flaw.TOO_LARGE),
        ({"word/media/more.png": bytes(61_000_000)}, Flaw.TOO_LARGE),
        ({f"word/{n}.xml": b"<a/>" for n in range(1001)}, Flaw.TOO_LARGE),
        ({"../more.xml": b"<a/>"}, Flaw.NO_WORD),
        ({"word/more.xml": b"<a>" + b"{{ title }}" * 300 + b"</a>"}, Flaw.TOO_LARGE),
    ],
)
def test_what_is_too_large_too_deep_or_declares_entities_is_refused(
    tmp_path: Path, more: dict[str, bytes], fault: Flaw
) -> None:
    assert refused(tmp_path, packed(lambda _, content: content, more)).fault is fault


def test_a_member_that_is_larger_than_it_says_is_refused(tmp_path: Path) -> None:
    content = packed(lambda _, part: part, {"word/more.xml": b"<a>" + b" " * 9_000_000 + b"</a>"})
    real, told = struct.pack("<L", 9_000_007), struct.pack("<L", 20)

    assert content.count(real) == 2
    assert refused(tmp_path, content.replace(real, told)).fault is Flaw.NO_WORD


def hungry() -> int:
    return len(bytearray(MOST_MEMORY + 1))


def test_reading_a_template_is_bounded_in_memory() -> None:
    with pytest.raises(TooDear, match="memory"):
        bounded(hungry)

    assert bounded(len, b"four") == 4


async def test_all_ways_to_the_template_refuse_it_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = Document()
    marker = tmp_path / "was-run"
    run = f"{{{{ ''.__class__.__mro__[1].__subclasses__()[0]('{marker}', 'w') }}}}"
    for line in (run, "{{ content }}"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "own.docx"))
    network_file = tmp_path / "network.toml"
    told = (
        (SHIPPED / "kreis-steinfurt.toml")
        .read_text(encoding="utf-8")
        .replace("[report]", '[report]\ntemplate="own.docx"')
    )
    network_file.write_text(told, encoding="utf-8")
    monkeypatch.setenv("NETZBOTE_NETWORK", str(network_file))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NetworkFileError, match=re.escape("''.__class__")) as raised:
        check_template(load(network_file))
    found = {each.name: each for each in await examine()}

    assert "\n" not in str(raised.value)
    assert found["template"].state == "wrong"
    assert "''.__class__" in found["template"].text
    assert not marker.exists()


def test_the_shipped_template_names_only_fields_of_the_list(tmp_path: Path) -> None:
    path = tmp_path / "own.docx"
    path.write_bytes(default_template())
    check(path)
    with zipfile.ZipFile(path) as packed_:
        text = packed_.read("word/document.xml").decode()

    assert all(f"{{{{ {name} }}}}" in text for name in FIELDS)
