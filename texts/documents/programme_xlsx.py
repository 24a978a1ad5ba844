"""Excel's files as they are seen: cell by cell, whatever the file says about its own size.

A file is a zip of XML parts. Each is bounded before it is read, and read as a stream.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass, field
from datetime import datetime
from xml.etree import ElementTree as ET

from texts.documents.packed import BROKEN, WAYS
from texts.documents.programme_numbers import BUILT_IN, SINCE_1900, SINCE_1904
from texts.documents.programme_sheet import CellLook, SharedText, Sheet, Strings
from texts.documents.programme_table import SheetTable, UnreadableFile, unreadable

MOST_PARTS = 2_000
MOST_UNPACKED = 50_000_000
#: Of the XML of one part.
LONGEST_PART = 12_000_000
LONGEST_SMALL_PART = 2_000_000
MOST_SHEETS = 50
MOST_LOOKS = 70_000

_OPEN_DOCUMENT = "application/vnd.oasis.opendocument.spreadsheet"
Attributes = dict[str, str]


def read(content: bytes) -> list[SheetTable]:
    """Return the sheets of a file. Raises UnreadableFile."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return _Book(packed).tables()
    except UnreadableFile:
        raise
    except (ET.ParseError, *BROKEN) as error:
        raise unreadable("broken") from error


class _Tree(ET.TreeBuilder):
    """Builds a small tree; what declares a kind of document may declare entities without end."""

    def doctype(self, *_: object) -> None:
        raise ValueError("a document type is declared")


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _plain(attributes: Attributes) -> Attributes:
    return {_local(name): value for name, value in attributes.items()}


@dataclass
class _Book:
    packed: zipfile.ZipFile
    since: datetime = SINCE_1900
    #: Whoever wrote the file left the results to the program that opens it.
    uncounted: bool = False
    looks: list[CellLook] = field(default_factory=list)
    words: list[SharedText] = field(default_factory=list)

    def tables(self) -> list[SheetTable]:
        """Return the sheets, in their order."""
        self._bound()
        home = self._home()
        tree = self._tree(home)
        self._properties(tree)
        parts = self._related(home)
        self.looks = self._looks(parts)
        self.words = self._strings(parts)
        sheets = [each for each in tree.iter() if _local(each.tag) == "sheet"]
        if len(sheets) > MOST_SHEETS:
            raise unreadable("too-big")
        found = [self._table(_plain(dict(each.attrib)), parts) for each in sheets]
        return [table for table in found if table is not None]

    def _bound(self) -> None:
        parts = self.packed.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise unreadable("too-big")
        if any(part.compress_type not in WAYS for part in parts):
            raise unreadable("broken")  # what other ways unpack to cannot be bounded

    def _content(self, part: str, longest: int = LONGEST_PART) -> bytes:
        """Return what a part unpacks to; its own statement of size is not believed."""
        with self.packed.open(part) as file:
            content = file.read(longest + 1)
        if len(content) > longest:
            raise unreadable("too-big")
        return content

    def _tree(self, part: str) -> ET.Element:
        parser = ET.XMLParser(target=_Tree())  # noqa: S314 - bounded, and without entities
        parser.feed(self._content(part, LONGEST_SMALL_PART))
        tree: ET.Element = parser.close()
        return tree

    def _stream(self, part: str, target: Sheet | Strings) -> None:
        parser = ET.XMLParser(target=target)  # noqa: S314 - bounded, and without entities
        parser.feed(self._content(part))
        parser.close()

    def _home(self) -> str:
        """Return the part of the workbook. Raises UnreadableFile for another kind of file."""
        names = set(self.packed.namelist())
        if "mimetype" in names and _OPEN_DOCUMENT.encode() in self._content("mimetype", 1_000):
            raise unreadable("other-kind", kind="OpenDocument (.ods)")
        for name, kind in _OTHERS.items():
            if name in names:
                raise unreadable("other-kind", kind=kind)
        if "_rels/.rels" not in names:
            raise unreadable("unknown-kind")
        for target, kind in self._related("").values():
            if kind == "officeDocument" and target.endswith(".xml"):
                return target
        raise unreadable("unknown-kind")

    def _related(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the parts that a part names, by their ids: where each is and what it is."""
        folder, name = posixpath.split(part)
        relations = f"{folder}/_rels/{name}.rels".removeprefix("/")
        if relations not in self.packed.namelist():
            return {}
        found = {}
        for each in self._tree(relations):
            given = _plain(dict(each.attrib))
            if given.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, given.get("Target", "")))
                found[given.get("Id", "")] = target.lstrip("/"), _last(given.get("Type", ""))
        return found

    def _properties(self, tree: ET.Element) -> None:
        for each in tree:
            given = _plain(dict(each.attrib))
            if _local(each.tag) == "workbookPr" and given.get("date1904") in {"1", "true"}:
                self.since = SINCE_1904
            if _local(each.tag) == "calcPr" and given.get("fullCalcOnLoad") in {"1", "true"}:
                self.uncounted = True

    def _part_of(self, parts: dict[str, tuple[str, str]], wanted: str) -> str | None:
        found = [target for target, kind in parts.values() if kind == wanted]
        return found[0] if found and found[0] in self.packed.namelist() else None

    def _looks(self, parts: dict[str, tuple[str, str]]) -> list[CellLook]:
        """Return the looks that cells name by number."""
        part = self._part_of(parts, "styles")
        return [] if part is None else _looks(self._tree(part))

    def _strings(self, parts: dict[str, tuple[str, str]]) -> list[SharedText]:
        part = self._part_of(parts, "sharedStrings")
        strings = Strings()
        if part is not None:
            self._stream(part, strings)
        return strings.found

    def _table(self, given: Attributes, parts: dict[str, tuple[str, str]]) -> SheetTable | None:
        """Return a sheet; None for one of charts only."""
        part, kind = parts.get(given.get("id", ""), ("", ""))
        if kind != "worksheet":
            return None
        sheet = Sheet(self.words, self.looks, self.since, uncounted=self.uncounted)
        self._stream(part, sheet)
        related = self._related(part)
        return sheet.table(
            given.get("name", ""),
            hidden=given.get("state", "visible") != "visible",
            comments=self._comments(related),
        )

    def _comments(self, related: dict[str, tuple[str, str]]) -> tuple[str, ...]:
        """Return the cells that have comments."""
        kinds = {"comments", "threadedComment"}
        parts = [target for target, kind in related.values() if kind in kinds]
        trees = [self._tree(part) for part in parts if part in self.packed.namelist()]
        named = [each.attrib.get("ref", "") for tree in trees for each in tree.iter()]
        return tuple(dict.fromkeys(name for name in named if name))


def _last(address: str) -> str:
    return address.rpartition("/")[2]


_OTHERS = {
    "Index/Document.iwa": "Numbers",
    "Index.zip": "Numbers",
    "word/document.xml": "Word",
    "ppt/presentation.xml": "PowerPoint",
    "xl/workbook.bin": "Excel Binary (.xlsb)",
}


def _looks(tree: ET.Element) -> list[CellLook]:
    groups = {_local(each.tag): list(each) for each in tree}
    formats = dict(BUILT_IN)
    for each in groups.get("numFmts", []):
        formats[_number(each, "numFmtId")] = each.attrib.get("formatCode", "")[:500]
    struck = [_is_struck(font) for font in groups.get("fonts", [])]
    found = []
    for each in groups.get("cellXfs", [])[:MOST_LOOKS]:
        font = _number(each, "fontId")
        code = formats.get(_number(each, "numFmtId"), "")
        found.append(CellLook(code, font < len(struck) and struck[font]))
    return found


def _is_struck(font: ET.Element) -> bool:
    return any(
        _local(each.tag) == "strike" and each.attrib.get("val", "1") not in {"0", "false"}
        for each in font
    )


def _number(element: ET.Element, name: str) -> int:
    text = element.attrib.get(name, "0")
    return int(text) if text.isdecimal() and len(text) < 10 else 0
