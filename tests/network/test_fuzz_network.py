"""A network's file and its Word template, spoiled at random: read, or refused in one line."""

from __future__ import annotations

import contextlib
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given

from bot.network_file import NetworkFileError, find, load, look_at_template, retired, shipped
from domain.network import Network
from tests.fixtures.spoiling import SpoiledFile, fewer, spoiled_bytes
from tests.network.test_network_file import SMALLEST
from texts.documents.report_own import check
from texts.documents.report_template import default_template

GOOD = [SMALLEST.encode(), *(find(name).read_bytes() for name in shipped())]
TEMPLATE = default_template()
PARTS = ("word/document.xml", "[Content_Types].xml", "_rels/.rels", "word/styles.xml")


@fewer(100)
@given(content=spoiled_bytes(*GOOD))
@example(content=SMALLEST.replace("2024", "1e999").encode())
@example(content=SMALLEST.replace("2024", "0001-01-01").encode())
@example(content=SMALLEST.replace("2024", "99:99:99").encode())
@example(content=SMALLEST.replace('"kreis-x"', '"\\u0000"').encode())
@example(content=SMALLEST.replace('"kreis-x"', '"\\uD800"').encode())
@example(content=SMALLEST.replace("Europe/Berlin", "../../etc/passwd").encode())
@example(content=SMALLEST.replace("Europe/Berlin", "Europe").encode())
@example(content=SMALLEST.replace("Europe/Berlin", "x" * 300).encode())
@example(content=b"")
def test_a_network_is_read_or_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "network.toml"
    path.write_bytes(content)
    network, refused = None, ""
    try:
        network = load(path)
    except NetworkFileError as problem:
        refused = str(problem)

    if network is None:
        assert refused.strip()
        assert "\n" not in refused
        assert len(refused) < 1000
        return
    assert isinstance(network, Network)
    assert network.zone.key == network.timezone
    assert isinstance(retired(path), list)


def with_part(name: str, content: bytes) -> bytes:
    """Return the template with one part that says something else, whole as a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(TEMPLATE)) as old, zipfile.ZipFile(out, "w") as new:
        for each in old.namelist():
            new.writestr(each, content if each == name else old.read(each))
    return out.getvalue()


@pytest.mark.wide
@fewer(30)
@given(content=spoiled_bytes(TEMPLATE))
@example(content=SpoiledFile(TEMPLATE[:-30]))
@example(content=b"PK\x03\x04")
@example(content=SpoiledFile(TEMPLATE.replace(b"\x08\0", b"\x0e\0")))
@example(content=SpoiledFile(TEMPLATE[:60] + b"\xff" * 40 + TEMPLATE[100:]))
def test_a_word_file_is_taken_or_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "own.docx"
    path.write_bytes(content)
    with contextlib.suppress(NetworkFileError):
        look_at_template(path)


@pytest.mark.wide
@pytest.mark.parametrize("part", PARTS)
def test_each_part_of_a_word_file(tmp_path: Path, part: str) -> None:
    path = tmp_path / "own.docx"
    good = zipfile.ZipFile(io.BytesIO(TEMPLATE)).read(part)

    @fewer(20)
    @given(content=spoiled_bytes(good))
    @example(content=b"")
    @example(content=SpoiledFile(good.replace(b"UTF-8", b"UTF-7")))
    @example(content=SpoiledFile(good.replace(b"UTF-8", b"no-such")))
    @example(content=SpoiledFile(good.replace(b"Target=", b"Target='../../x' X=")))
    def spoiled(content: bytes) -> None:
        path.write_bytes(with_part(part, content))
        with contextlib.suppress(NetworkFileError):
            look_at_template(path)

    spoiled()


def test_what_is_spoiled_was_good_before(tmp_path: Path) -> None:
    path = tmp_path / "own.docx"
    path.write_bytes(with_part("none", b""))
    check(path)
    assert [load(name).slug for name in shipped()] == list(shipped())
