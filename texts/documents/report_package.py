"""The network's own Word file as it comes: bounded, looked through, its bare fields filled.

Nothing in it is a program. A field is a name of a closed list between double braces, wherever in
the file it stands, and its value is put there as text. Whatever else is written between such
braces, and whatever a Word file may bring along that runs or fetches something, is refused.
"""

from __future__ import annotations

import io
import itertools
import re
import stat
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # it has no stubs

from domain.typed import one_line
from texts.documents.packed import BROKEN, WAYS

#: How large a template may be: packed, unpacked, in parts; all its XML; how many fields it has.
MOST_BYTES, MOST_UNPACKED, MOST_PARTS = 20_000_000, 60_000_000, 1_000
MOST_XML, MOST_FIELDS = 10_000_000, 200

_FIELD = re.compile(r"\{\{[ \u00a0]*(\w+)[ \u00a0]*\}\}")
_OPENER, _CLOSER = re.compile(r"\{[{%#]"), re.compile(r"[}%#]\}")
#: How much of something odd is quoted.
_QUOTED = 60
#: Kinds of relations that bring along what runs, or what is fetched when somebody opens the file.
_FOREIGN_KINDS = frozenset(
    {
        "vbaproject", "wordvbadata", "attachedtemplate", "oleobject", "package", "control",
        "activexcontrolbinary", "afchunk", "subdocument", "frame", "mailmergesource",
        "mailmergeheadersource", "keymapcustomizations", "attachedtoolbars", "externallink",
        "webextension", "webextensiontaskpanes", "ui/extensibility",
    }
)  # fmt: skip
_FOREIGN_TYPES = re.compile(r"macroenabled|vba|oleobject|activex", re.IGNORECASE)
#: Addresses a link may lead to; nothing else may lie outside of the file.
_ADDRESSES = ("http://", "https://", "mailto:", "tel:")
#: Orders of Word's own fields that fetch or run something.
_ORDERS = re.compile(
    r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|LINK|IMPORT|DATABASE|MACROBUTTON|EMBED)\b",
    re.IGNORECASE,
)
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_READ = frozenset({b"utf-8", b"us-ascii", b"ascii"})
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: What stands between the pieces of a paragraph's text without being text.
_BETWEEN = frozenset({"br", "cr", "tab", "sym", "noBreakHyphen", "drawing", "pict", "fldChar"})


class NotWord(ValueError):
    """The file is no Word file that can be read."""


class TooLarge(ValueError):
    """The file is larger than any template; the message says what of it."""


class Foreign(ValueError):
    """The file brings along what runs or is fetched from elsewhere; the message quotes it."""


class BadField(ValueError):
    """More than a bare name stands between braces; the message quotes it."""


@dataclass(slots=True)
class PackagePart:
    """A part of the file; `root` is there if it is XML, `asks` if a field stands in it."""

    name: str
    content: bytes
    root: Any = None
    asks: bool = False

    def filled(self, values: Mapping[str, str]) -> bytes:
        """Return the part with its fields filled; without any it stays as it is."""
        return _written(self.root, values) if self.asks else self.content


@dataclass(slots=True)
class Package:
    """The parts of a file that was looked through, and the fields they ask for.

    `shown` are the fields that stand in paragraphs, each as often as it does; `aside` those that
    stand elsewhere, in a property or the description of a picture.
    """

    parts: list[PackagePart]
    shown: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)

    def filled(self, values: Mapping[str, str]) -> bytes:
        """Return the file with a value in the place of each field. KeyError if one is missing."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
            for part in self.parts:
                packed.writestr(part.name, part.filled(values))
        return out.getvalue()


def opened(content: bytes) -> Package:
    """Look through a Word file and return its parts.

    Raises NotWord, TooLarge, Foreign, BadField.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = [PackagePart(info.filename, packed.read(info)) for info in _bounded(packed)]
    except (NotWord, TooLarge):
        raise
    except BROKEN as error:
        raise NotWord from error
    types = _types(next((p.content for p in parts if p.name == "[Content_Types].xml"), b""))
    written = [part for part in parts if _is_xml(part, types)]
    if sum(len(part.content) for part in written) > MOST_XML:
        raise TooLarge(f"more than {MOST_XML // 1_000_000} MB of text")
    package = Package(parts)
    for part in written:
        part.root = _parsed(part.content)
        known = len(package.shown) + len(package.aside)
        _look(package, part.name, part.root)
        part.asks = len(package.shown) + len(package.aside) > known
    if len(package.shown) + len(package.aside) > MOST_FIELDS:
        raise TooLarge(f"more than {MOST_FIELDS} fields")
    return package


def _bounded(packed: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the members of a file that is not too large, by what it says of itself.

    What it says is kept: no more than the size of a member is ever unpacked.
    """
    members = packed.infolist()
    if len(members) > MOST_PARTS:
        raise TooLarge(f"more than {MOST_PARTS} parts")
    if sum(member.file_size for member in members) > MOST_UNPACKED:
        raise TooLarge(f"more than {MOST_UNPACKED // 1_000_000} MB unpacked")
    names = [member.filename.lower() for member in members]
    if len(set(names)) < len(names) or any(map(_astray, members)):
        raise NotWord
    return members


def _astray(member: zipfile.ZipInfo) -> bool:
    """Return whether a member is none that an office program writes: a link, a path elsewhere."""
    name = member.filename
    away = name.startswith(("/", "\\")) or ".." in name.split("/") or "\\" in name
    return away or stat.S_ISLNK(member.external_attr >> 16) or member.compress_type not in WAYS


def _types(told: bytes) -> Mapping[str, str]:
    """Return what the file says each of its parts and endings is, by their small letters."""
    found: dict[str, str] = {}
    for each in _parsed(told).iter(etree.Element):
        key = each.get("PartName", "").lower() or f".{each.get('Extension', '').lower()}"
        found[key] = each.get("ContentType", "")
        if _FOREIGN_TYPES.search(found[key]):
            raise Foreign(_one_line(found[key]))
    return found


def _is_xml(part: PackagePart, types: Mapping[str, str]) -> bool:
    """Return whether a part is to be read; pictures and typefaces stay as they are."""
    name = part.name.lower()
    ending = name.rpartition(".")[2]
    kind = types.get(f"/{name}") or types.get(f".{ending}", "")
    if kind.startswith("image/"):
        return False
    told = ending in {"xml", "rels", "vml"} or "xml" in kind
    return told or part.content.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<"


def _parsed(content: bytes) -> Any:
    """Return the root of a document without any declared entities, of bounded depth."""
    declared = _DECLARED.match(content.removeprefix(b"\xef\xbb\xbf"))
    strange = declared is not None and declared[1].lower() not in _READ
    if strange or b"\0" in content or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise NotWord
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotWord from error


def _look(package: Package, name: str, root: Any) -> None:
    """Refuse what is foreign or more than a bare field; note the fields."""
    if name.lower().endswith(".rels"):
        for each in root:
            _stay_at_home(each)
    for paragraph in _paragraphs(root).values():
        text = "".join(piece for _, piece in paragraph)
        package.shown += _fields(text)
        if loose := _CLOSER.search(left := _FIELD.sub(" ", text)):
            raise BadField(_one_line(left[max(0, loose.end() - _QUOTED // 2) : loose.end()]))
    for each, place in _texts_beside(root):
        package.aside += _fields(_text_at(each, place))
    for orders in _orders(root):
        if found := _ORDERS.search(orders):
            raise Foreign(_one_line(orders[found.start() :]))


def _stay_at_home(relation: Any) -> None:
    """Refuse a relation to a macro, an embedded object or a place outside of the file.

    A link that somebody presses may lead to a page or a mailbox.
    """
    if not isinstance(relation.tag, str):
        return
    kind = relation.get("Type", "").lower()
    target, outside = relation.get("Target", ""), relation.get("TargetMode", "").lower()
    pressed = kind.endswith("/hyperlink") and target.lower().startswith(_ADDRESSES)
    foreign = any(kind.endswith(f"/{each}") for each in _FOREIGN_KINDS)
    if foreign or (outside == "external" and not pressed):
        raise Foreign(_one_line(f"{kind.rpartition('/')[2]} {target}"))


def _paragraphs(root: Any) -> dict[Any, list[tuple[Any, str]]]:
    """Return the pieces of text of each paragraph in order; those of boxes in it have their own."""
    found: dict[Any, list[tuple[Any, str]]] = {}
    for each in root.iter(etree.Element):
        name = etree.QName(each).localname
        if name != "t" and name not in _BETWEEN:
            continue
        paragraph = next((up for up in each.iterancestors() if _is(up, "p")), each)
        piece = (each if name == "t" else None, (each.text or "") if name == "t" else "\n")
        found.setdefault(paragraph, []).append(piece)
    return found


def _is(each: Any, name: str) -> bool:
    return isinstance(each.tag, str) and etree.QName(each).localname == name


def _texts_beside(root: Any) -> Iterator[tuple[Any, str]]:
    """Yield where text stands that is none of a paragraph: element and place (an attribute)."""
    for each in root.iter():
        if each.text and not _is(each, "t"):
            yield each, ""
        if each.tail:
            yield each, "tail"
        if isinstance(each.tag, str):
            for name in each.attrib:
                yield each, f"@{name}"


def _text_at(each: Any, place: str) -> str:
    if not place:
        return str(each.text)
    return str(each.tail if place == "tail" else each.get(place[1:]))


def _orders(root: Any) -> Iterator[str]:
    """Yield the orders of Word's fields; those of a paragraph may be written in pieces."""
    pieces: dict[Any, str] = {}
    for each in root.iter(f"{_WORD}instrText", f"{_WORD}delInstrText"):
        paragraph = next(each.iterancestors(f"{_WORD}p"), None)
        pieces[paragraph] = pieces.get(paragraph, "") + (each.text or "")
    yield from pieces.values()
    for each in root.iter(f"{_WORD}fldSimple"):
        yield each.get(f"{_WORD}instr", "")


def _fields(text: str) -> list[str]:
    """Return the names of the fields in a text. Raises BadField for anything more than names."""
    names, at = [], 0
    while opener := _OPENER.search(text, at):
        found = _FIELD.match(text, opener.start())
        if found is None:
            raise BadField(_quoted(text, opener.start()))
        names.append(found[1])
        at = found.end()
    return names


def _quoted(text: str, at: int) -> str:
    """Return what stands at a place, to its end or for so many signs, as one line."""
    end = _CLOSER.search(text, at + 2)
    return _one_line(text[at : end.end()] if end else text[at:])


def _one_line(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _QUOTED else f"{line[: _QUOTED - 2]} …"


def _written(root: Any, values: Mapping[str, str]) -> bytes:
    for paragraph in _paragraphs(root).values():
        _fill(paragraph, values)
    for each, place in [*_texts_beside(root)]:
        old = _text_at(each, place)
        new = _FIELD.sub(lambda found: " ".join(values[found[1]].split()), old)
        if new != old:
            _put(each, place, new)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _put(each: Any, place: str, text: str) -> None:
    if place.startswith("@"):
        each.set(place[1:], text)
    elif place:
        each.tail = text
    else:
        each.text = text


def _fill(paragraph: list[tuple[Any, str]], values: Mapping[str, str]) -> None:
    """Put the values into the pieces in which their fields begin, and empty the others."""
    text = "".join(piece for _, piece in paragraph)
    found = [*_FIELD.finditer(text)]
    at = 0
    for element, piece in paragraph:
        end = at + len(piece)
        while found and found[0].end() <= at:
            found.pop(0)
        if not found:
            return
        if element is not None and found[0].start() < end:
            _set_text(element, _piece(text, at, end, found, values))
        at = end


def _piece(
    text: str, start: int, end: int, found: list[re.Match[str]], values: Mapping[str, str]
) -> str:
    """Return what becomes of a stretch of a text: a value stands where its field begins."""
    made, at = "", start
    for each in itertools.takewhile(lambda one: one.start() < end, found):
        if each.start() >= start:
            made += text[at : each.start()] + values[each[1]]
        at = min(end, each.end())
    return made + text[at:end]


def _set_text(element: Any, text: str) -> None:
    """Set the text of a piece; a line of it is a line in Word, too."""
    if text == (element.text or ""):
        return
    first, *others = (
        text.split("\n") if element.tag == f"{_WORD}t" else [" ".join(text.split("\n"))]
    )
    element.text = first
    element.set(_SPACE, "preserve")
    for line in reversed(others):
        more = element.makeelement(element.tag, {_SPACE: "preserve"})
        more.text = line
        element.addnext(more)
        element.addnext(element.makeelement(f"{_WORD}br"))
