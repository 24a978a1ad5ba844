"""Marked parts of a text with UTF-16 offsets: tidied, found and shown as Telegram does."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
    "a": "text_link",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
MERGING = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
WHOLE = frozenset({"pre", "code"})
BLANK = " \n\u00a0\u00ad\u115f\u1160\u17b4\u17b5\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000"
NOTHING_TO_SEE = re.compile(f"[{BLANK}\u3164\ufeff\uffa0]*")

#: What Telegram finds by itself in a text, in the order in which it has precedence.
_FOUND = {
    "url": re.compile(r"(?<!\w)(?:https?://|www\.|t\.me/)[^\s<>\"«»]*[^\s<>\"«».,;:!?)]"),
    "email": re.compile(r"(?<![\w.+-])[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}"),
    "bot_command": re.compile(
        r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])"
    ),
    "mention": re.compile(r"(?<![\w@])@[A-Za-z0-9_]{2,32}(?!\w)"),
    "hashtag": re.compile(r"(?<!\w)#\w*[^\W\d]\w*"),
}


@dataclass(frozen=True, slots=True)
class Entity:
    """A marked part of a text; offset and length count UTF-16 units."""

    type: str
    offset: int
    length: int
    extra: tuple[tuple[str, str | int], ...] = ()

    @property
    def end(self) -> int:
        """Return the offset behind the last unit."""
        return self.offset + self.length

    @property
    def body(self) -> dict[str, Any]:
        """Return it as Telegram does."""
        return {
            "type": self.type,
            "offset": self.offset,
            "length": self.length,
            **dict(self.extra),
        }


@dataclass(frozen=True, slots=True)
class Formatted:
    """A plain text and what is marked in it."""

    text: str
    entities: tuple[Entity, ...] = ()

    @property
    def bodies(self) -> list[dict[str, Any]]:
        """Return the entities as Telegram does."""
        return [entity.body for entity in self.entities]


def utf16(text: str) -> int:
    """Return the length of a text in UTF-16 units."""
    return len(text) + sum(char > "\uffff" for char in text)


def finished(formatted: Formatted) -> Formatted:
    """Return a parsed text as it goes into a message: tidied, trimmed, with what is found in it."""
    return _found(_trimmed(_tidy(formatted)))


def _tidy(formatted: Formatted) -> Formatted:
    """Return it with code kept free of other marks and touching marks of a kind made one."""
    entities = _merged(_code_blocks(formatted.entities))
    whole = [entity for entity in entities if entity.type in WHOLE]
    kept = [e for e in entities if e.type in WHOLE or not any(_within(e, w) for w in whole)]
    return Formatted(formatted.text, _sorted(kept))


def _code_blocks(entities: tuple[Entity, ...]) -> list[Entity]:
    """Return the entities with `<pre><code class=…>` made one block with its language."""
    kept: list[Entity] = []
    for entity in entities:
        inner = kept[-1] if kept else None
        if entity.type == "pre" and inner and inner.type == "code" and _same_place(inner, entity):
            kept[-1] = replace(entity, extra=inner.extra)
        else:
            kept.append(entity)
    return [replace(e, extra=()) if e.type == "code" else e for e in kept]


def _same_place(one: Entity, other: Entity) -> bool:
    return (one.offset, one.length) == (other.offset, other.length)


def _within(inner: Entity, outer: Entity) -> bool:
    return outer.offset <= inner.offset and inner.end <= outer.end


def _merged(entities: list[Entity]) -> list[Entity]:
    kept = [entity for entity in entities if entity.type not in MERGING]
    last: dict[str, Entity] = {}
    for entity in sorted(entities, key=attrgetter("offset")):
        if entity.type not in MERGING:
            continue
        before = last.get(entity.type)
        if before and entity.offset <= before.end:
            end = max(before.end, entity.end)
            last[entity.type] = replace(before, length=end - before.offset)
        else:
            if before:
                kept.append(before)
            last[entity.type] = entity
    return kept + list(last.values())


def _sorted(entities: list[Entity]) -> tuple[Entity, ...]:
    return tuple(sorted(entities, key=lambda e: (e.offset, -e.length)))


def _trimmed(formatted: Formatted) -> Formatted:
    """Return it without blanks at the end, and at the start as far as nothing is marked there."""
    text = formatted.text.rstrip(" \n")
    length = utf16(text)
    entities = [
        replace(e, length=min(e.end, length) - e.offset)
        for e in formatted.entities
        if e.offset < length
    ]
    free = min([e.offset for e in entities], default=len(text))
    cut = min(len(text) - len(text.lstrip(" \n")), free)
    return Formatted(text[cut:], tuple(replace(e, offset=e.offset - cut) for e in entities))


def _found(formatted: Formatted) -> Formatted:
    """Return it with the addresses and commands that Telegram finds by itself."""
    taken = [e for e in formatted.entities if e.type in {*WHOLE, "text_link"}]
    found: list[Entity] = []
    for kind, pattern in _FOUND.items():
        for match in pattern.finditer(formatted.text):
            entity = Entity(kind, utf16(formatted.text[: match.start()]), utf16(match.group()))
            if not any(entity.offset < t.end and t.offset < entity.end for t in taken + found):
                found.append(entity)
    return Formatted(formatted.text, _sorted([*formatted.entities, *found]))


def is_empty(text: str) -> bool:
    """Return whether nothing in a text can be seen."""
    return NOTHING_TO_SEE.fullmatch(text) is not None


def to_html(text: str, entities: list[dict[str, Any]]) -> str:
    """Return a text with its entities as HTML, the way it looks in a chat."""
    units = text.encode("utf-16-le")
    marks: dict[int, list[str]] = {}
    for entity in entities:
        begin, end = _tags(entity)
        marks.setdefault(entity["offset"], []).append(begin)
        marks.setdefault(entity["offset"] + entity["length"], []).insert(0, end)
    out, last = [], 0
    for at in sorted({*marks, len(units) // 2}):
        out.append(html.escape(units[2 * last : 2 * at].decode("utf-16-le"), quote=False))
        out.extend(marks.get(at, []))
        last = at
    return "".join(out)


def _tags(entity: dict[str, Any]) -> tuple[str, str]:
    match entity["type"]:
        case "text_link":
            return f'<a href="{html.escape(entity["url"])}">', "</a>"
        case "expandable_blockquote":
            return "<blockquote expandable>", "</blockquote>"
        case "date_time":
            return f'<tg-time unix="{entity["unix_time"]}">', "</tg-time>"
    tag = next((tag for tag, kind in TYPES.items() if kind == entity["type"]), "")
    return (f"<{tag}>", f"</{tag}>") if tag else ("", "")
