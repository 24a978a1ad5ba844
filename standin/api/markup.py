"""Telegram's small HTML, read to plain text and entities; errors name byte offsets as it does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from standin.world.entities import TYPES, Entity, Formatted, finished, utf16
from standin.world.refusals import bad_request

_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([A-Za-z]+));?")
_NAMES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_ATTRIBUTE_NAME = re.compile(r"[^\s=>/\"']*")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_SPACE = re.compile(r"\s*")
_PLAIN = re.compile(r"[^<&]+")
_CONTROLS = {code: " " for code in range(32) if code != 10} | {13: None}


def parse(text: str, mode: str) -> Formatted:
    """Return what Telegram makes of a text in a parse mode; raise what it refuses."""
    if len(text.encode()) > 2**15:
        raise bad_request("text is too long")
    match mode.lower():
        case "" | "none":
            formatted = Formatted(_clean(text))
        case "html":
            formatted = _Parser(text).parse()
        case "markdown" | "markdownv2":
            raise bad_request("unsupported parse_mode: the stand-in reads HTML only")
        case _:
            raise bad_request("unsupported parse_mode")
    return finished(formatted)


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int
    begin: int


@dataclass(slots=True)
class _Parser:
    """Reads HTML from left to right; errors name the byte offset as Telegram does."""

    source: str
    at: int = 0
    out: list[str] = field(default_factory=list)
    offset: int = 0
    open: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def parse(self) -> Formatted:
        while self.at < len(self.source):
            self._step()
        if self.open:
            tag = self.open[-1].tag
            raise _broken(f'Can\'t find end tag corresponding to start tag "{tag}"')
        return Formatted("".join(self.out), tuple(self.entities))

    def _step(self) -> None:
        char = self.source[self.at]
        if char == "&":
            self._put(self._reference())
        elif char != "<":
            self._put(self._plain())
        elif self.source.startswith("</", self.at):
            self._end_tag()
        else:
            self._start_tag()

    def _plain(self) -> str:
        match = _PLAIN.match(self.source, self.at)
        assert match
        self.at = match.end()
        return match.group()

    def _put(self, text: str) -> None:
        text = _clean(text)
        self.out.append(text)
        self.offset += utf16(text)

    def _reference(self) -> str:
        match = _REFERENCE.match(self.source, self.at)
        char = _referenced(match) if match else ""
        if not match or not char:
            self.at += 1
            return "&"
        self.at = match.end()
        return char

    def _bytes(self, at: int) -> int:
        return len(self.source[:at].encode())

    def _peek(self) -> str:
        return self.source[self.at] if self.at < len(self.source) else ""

    def _skip_space(self) -> None:
        match = _SPACE.match(self.source, self.at)
        assert match
        self.at = match.end()

    def _name(self, start: int) -> str:
        self.at = start
        while self._peek() and self._peek() != ">" and not self._peek().isspace():
            self.at += 1
        return self.source[start : self.at].lower()

    def _start_tag(self) -> None:
        begin = self.at
        tag = self._name(begin + 1)
        where = f"at byte offset {self._bytes(begin)}"
        if not self._peek():
            raise _broken(f"Unclosed start tag {where}")
        if tag not in TYPES:
            raise _broken(f'Unsupported start tag "{tag}" {where}')
        attributes = self._attributes(tag, where)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _broken(f'Tag "span" must have class "tg-spoiler" {where}')
        self.at += 1
        self.open.append(_Open(tag, attributes, self.offset, len(self.out)))

    def _attributes(self, tag: str, where: str) -> dict[str, str]:
        attributes: dict[str, str] = {}
        self._skip_space()
        while self._peek() != ">":
            match = _ATTRIBUTE_NAME.match(self.source, self.at)
            if not match or not match.group():
                raise _broken(f'Empty attribute name in the tag "{tag}" {where}')
            self.at = match.end()
            self._skip_space()
            attributes[match.group()] = self._value(tag, where)
            self._skip_space()
            if not self._peek():
                raise _broken(f"Unclosed start tag {where}")
        return attributes

    def _value(self, tag: str, where: str) -> str:
        if self._peek() != "=":
            return ""
        self.at += 1
        self._skip_space()
        quote = self._peek()
        if not quote:
            raise _broken(f'Unclosed start tag "{tag}" {where}')
        return self._quoted(quote) if quote in "\"'" else self._token()

    def _quoted(self, quote: str) -> str:
        self.at += 1
        value: list[str] = []
        while self._peek() and self._peek() != quote:
            if self._peek() == "&":
                value.append(self._reference())
            else:
                value.append(self._peek())
                self.at += 1
        self.at += 1
        return "".join(value)

    def _token(self) -> str:
        match = _TOKEN.match(self.source, self.at)
        assert match
        begin, self.at = self.at, match.end()
        if self._peek() != ">" and not self._peek().isspace():
            raise _broken(f"Unexpected end of name token at byte offset {self._bytes(begin)}")
        return match.group().lower()

    def _end_tag(self) -> None:
        begin = self.at
        where = f"at byte offset {self._bytes(begin)}"
        if not self.open:
            raise _broken(f"Unexpected end tag {where}")
        tag = self._name(begin + 2)
        self._skip_space()
        if self._peek() != ">":
            raise _broken(f"Unclosed end tag {where}")
        self.at += 1
        if tag and tag != self.open[-1].tag:
            expected = f'expected "</{self.open[-1].tag}>", found "</{tag}>"'
            raise _broken(f"Unmatched end tag {where}, {expected}")
        self._close(self.open.pop())

    def _close(self, opened: _Open) -> None:
        length = self.offset - opened.offset
        if length:
            marked = "".join(self.out[opened.begin :])
            self.entities.extend(_entities(opened, length, marked))


def _broken(reason: str) -> Exception:
    return bad_request(f"can't parse entities: {reason}")


def _referenced(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return _NAMES.get(name, "")
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    # Nine characters at most and no half of a surrogate pair, as on the other side.
    if not 0 < code < 0x10FFFF or 0xD800 <= code <= 0xDFFF or len(match.group().rstrip(";")) > 9:
        return ""
    return chr(code)


def _entities(opened: _Open, length: int, marked: str) -> list[Entity]:
    """Return the entity of a closed tag; a link without a good address is no link."""
    entity = Entity(TYPES[opened.tag], opened.offset, length)
    attributes = opened.attributes
    match opened.tag:
        case "a":
            url = checked_url(attributes.get("href") or marked)
            return [replace(entity, extra=(("url", url),))] if url else []
        case "tg-emoji":
            if not attributes.get("emoji-id", "").isdigit():
                raise bad_request("can't parse entities: Invalid custom emoji identifier specified")
            return [replace(entity, extra=(("custom_emoji_id", attributes["emoji-id"]),))]
        case "code" if attributes.get("class", "").startswith("language-"):
            language = attributes["class"].removeprefix("language-")
            return [replace(entity, extra=(("language", language),))]
        case "blockquote" if "expandable" in attributes:
            return [replace(entity, type="expandable_blockquote")]
        case "tg-time":
            unix = attributes.get("unix", "")
            return [replace(entity, extra=(("unix_time", int(unix)),))] if unix.isdigit() else []
    return [entity]


def checked_url(url: str) -> str:
    """Return the address as Telegram would keep it, or nothing if it refuses it."""
    if url.lower().startswith("tg:"):
        return url
    match = re.fullmatch(r"(?:(https?)://)?([^/?#\s@]+)([/?#]\S*)?", url, re.IGNORECASE)
    if not match or "." not in match[2].split(":")[0]:
        return ""
    return f"{(match[1] or 'http').lower()}://{match[2].lower()}{match[3] or '/'}"


def _clean(text: str) -> str:
    return text.translate(_CONTROLS)
