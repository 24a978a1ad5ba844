"""A programme whose bytes were spoiled: plans, or what is wrong in words; never anything else."""

from __future__ import annotations

import contextlib
import io
import zipfile
from datetime import datetime

import pytest
import xlsxwriter
from hypothesis import example, given

from domain.network import Network
from tests.fixtures.spoiling import spoiled_bytes
from tests.texts.documents.test_programme import CSV, NOW
from texts.documents.programme import UnreadableFile, check, read_programme, template


def filled() -> bytes:
    """Return a small workbook with two trainings, as Excel writes them."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Programm")
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        for n, line in enumerate(CSV.splitlines()):
            for column, cell in enumerate(line.split(";")):
                sheet.write_string(n, column, cell)
        sheet.write_datetime(1, 5, datetime(2027, 3, 12), day)  # noqa: DTZ001 - a cell has no zone
    return out.getvalue()


BOOK = filled()
PARTS = {name: zipfile.ZipFile(io.BytesIO(BOOK)).read(name) for name in (
    "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml",
    "[Content_Types].xml", "xl/_rels/workbook.xml.rels",
)}  # fmt: skip


def with_part(name: str, content: bytes) -> bytes:
    """Return the workbook with one part that says something else, whole as a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BOOK)) as old, zipfile.ZipFile(out, "w") as new:
        for each in old.namelist():
            new.writestr(each, content if each == name else old.read(each))
    return out.getvalue()


def judged(network: Network, content: bytes, name: str) -> None:
    """Read a file to its end, as the command does."""
    plans, wrong = [], [""]
    with contextlib.suppress(UnreadableFile):
        found = check(read_programme(content, name).rows, network, NOW)
        plans, wrong = found[0], [each.message for each in found[1]]
    assert bool(plans) is not bool(wrong)
    for plan in plans:
        assert plan.title.isprintable()
        assert plan.starts_at < plan.ends_at


def test_what_is_spoiled_was_good_before(network: Network) -> None:
    for content, name in ((CSV.encode(), "x.csv"), (BOOK, "x.xlsx")):
        plans, wrong = check(read_programme(content, name).rows, network, NOW)

        assert (len(plans), wrong) == (2, [])


@given(content=spoiled_bytes(CSV.encode(), CSV.encode("cp1252"), CSV.encode("utf-16")))
@example(content=CSV.encode().replace(b"Saal", b"x" * 140_000))
@example(content=CSV.encode().replace(b"Saal", b'"' + b"x" * 140_000))
@example(content=b"\xff\xfe" + CSV.encode())
@example(content=b"\xff\xfe\0\0" + CSV.encode())
@example(content=CSV.replace("12.03.2027", "31.12.9999").encode())
@example(content=CSV.replace(";25;", f";{'9' * 5000};").encode())
def test_separated_values(network: Network, content: bytes) -> None:
    judged(network, content, "programm.csv")


@given(content=spoiled_bytes(BOOK, template()))
@example(content=BOOK[:-30])
@example(content=b"PK\x03\x04")
def test_a_workbook(network: Network, content: bytes) -> None:
    judged(network, content, "programm.xlsx")


@pytest.mark.long
@pytest.mark.parametrize("part", list(PARTS))
def test_each_part_of_a_workbook(network: Network, part: str) -> None:
    @given(content=spoiled_bytes(PARTS[part]))
    @example(content=b"")
    @example(content=PARTS[part].replace(b'"1"', b'"99999999999999999999"'))
    @example(content=PARTS[part].replace(b'"1"', b'"-1"'))
    @example(content=PARTS[part].replace(b"UTF-8", b"UTF-7"))
    @example(content=PARTS[part].replace(b"UTF-8", b"no-such"))
    def spoiled(content: bytes) -> None:
        judged(network, with_part(part, content), "programm.xlsx")

    spoiled()
