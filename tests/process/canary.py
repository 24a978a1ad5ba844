"""Marked names, numbers and texts, and where they are seen: however they are spelled and packed."""

from __future__ import annotations

import base64
import html
import io
import json
import re
import subprocess
import unicodedata
import zipfile
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import pikepdf

#: What may stand between two digits where a number is grouped, in text and in addresses.
_BETWEEN = rb"(?:[\s.,'_-]|%20|\xc2\xa0|\xe2\x80\xaf|&nbsp;)?"


#: A file is looked at in blocks, of which most are known from the look before; they overlap by more
#: than a mark takes, however it is spelled.
BLOCK, OVERLAP = 1 << 14, 1 << 10


def spelled(word: str) -> list[bytes]:
    """Return a word as it may stand in a file: in other alphabets, escaped, as signs of bytes."""
    forms = {unicodedata.normalize(how, word) for how in ("NFC", "NFD")}
    forms |= {form.casefold() for form in forms} | {form.upper() for form in forms}
    found: set[bytes] = set()
    for form in forms:
        ascii_only = form.encode("ascii", "xmlcharrefreplace").decode()
        escaped = (form, json.dumps(form)[1:-1], quote(form), html.escape(form), ascii_only)
        found |= {each.encode() for each in escaped}
        found |= {form.encode(each) for each in ("utf-16-le", "utf-16-be", "utf-8")}
        found.add(form.encode("latin-1", "replace"))
        found |= {form.encode().hex().encode(), form.encode().hex().upper().encode()}
        found |= _base64(form.encode())
    return sorted(found)


def _base64(data: bytes) -> set[bytes]:
    """Return what of the signs of these bytes is the same, whatever stands before and behind."""
    found = set()
    for before, begins in ((0, 0), (1, 2), (2, 3)):
        signs = base64.b64encode(bytes(before) + data).rstrip(b"=")
        whole = signs[begins:] if (before + len(data)) % 3 == 0 else signs[begins:-1]
        found |= {whole, whole.replace(b"+", b"-").replace(b"/", b"_")}
    return found


@dataclass(frozen=True)
class Sight:
    """Finds a mark: any of its forms, or its digits, which may be grouped."""

    forms: tuple[bytes, ...]
    digits: re.Pattern[bytes] | None = None

    def finds(self, data: bytes) -> bool:
        """Return whether the mark is there; one form after another is quickest by far."""
        if any(form in data for form in self.forms):
            return True
        return self.digits is not None and self.digits.search(data) is not None


def seeing(mark: str | int) -> Sight:
    """Return what finds a mark: any word of a text, or a number, grouped or as bytes."""
    if isinstance(mark, str):
        return Sight(tuple(form for word in mark.split() for form in spelled(word)))
    digits = [bytes([sign]) for sign in str(mark).encode()]
    size = (mark.bit_length() + 7) // 8
    packed = [mark.to_bytes(size, order) for order in ("big", "little")]
    hexed = [f"{mark:x}".encode(), f"{mark:X}".encode()]
    forms = *packed, *_base64(str(mark).encode()), *hexed
    return Sight(forms, re.compile(_BETWEEN.join(digits)))


def opened(content: bytes) -> bytes:
    """Return a file with what is packed in it: the parts of an archive, the words of a PDF."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            parts = [archive.read(name) for name in names]
        return b"\n".join([content, *(name.encode() for name in names), *parts])
    if content.startswith(b"%PDF"):
        told = subprocess.run(
            ["pdftotext", "-raw", "-", "-"], input=content, capture_output=True, check=True
        )
        with pikepdf.open(io.BytesIO(content)) as paper, paper.open_metadata() as facts:
            about = repr([*paper.docinfo.items(), *facts.items()])
        return b"\n".join([content, told.stdout, about.encode()])
    return content


class Watch:
    """Notes at which places each mark was seen."""

    def __init__(self, marks: Mapping[str, str | int]) -> None:
        self._marks = {name: seeing(mark) for name, mark in marks.items()}
        self.seen: dict[str, set[str]] = defaultdict(set)
        self.looked: set[str] = set()
        self._known: set[tuple[str, bytes]] = set()

    def looks(self, place: str, content: bytes | str) -> None:
        """Look for all marks in what is at a place; what was looked at there before is known."""
        self.looked.add(place)
        data = content.encode() if isinstance(content, str) else content
        if self._knows(f"{place}, whole", data):
            return
        if isinstance(content, bytes):
            data = opened(content)
        for begin in range(0, len(data), BLOCK):
            block = data[begin : begin + BLOCK + OVERLAP]
            if not self._knows(place, block):
                self._looks(place, block)

    def _knows(self, place: str, data: bytes) -> bool:
        """Return whether this was looked at, at this place; from now on it was."""
        known = place, sha256(data).digest()
        before = known in self._known
        self._known.add(known)
        return before

    def _looks(self, place: str, data: bytes) -> None:
        for name, mark in self._marks.items():
            if place not in self.seen[name] and mark.finds(data):
                self.seen[name].add(place)

    def table(self) -> dict[str, set[str]]:
        """Return the places of each mark."""
        return {name: self.seen[name] for name in self._marks}


def read(path: Path) -> bytes:
    """Return a file's bytes, read by another process.

    Whoever closes a file of SQLite lets go of all locks that the own process has on it.
    """
    done = subprocess.run(["cat", str(path)], capture_output=True, check=False)
    return done.stdout
