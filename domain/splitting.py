"""A message too long for its channel, in parts: nothing is lost, and no tag is torn apart."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace

from domain.channel import Channel
from domain.message import Message

#: A tag, an escaped sign, an end of a line with the spaces around it, or any other sign.
_PIECE = re.compile(r"<[^<>]+>|&[^\s;&<]{1,10};|\n+|.", re.DOTALL)
#: What a part ends at: paragraphs rather than lines, lines rather than words.
_PARAGRAPH, _LINE, _WORD, _ANYWHERE = 3, 2, 1, 0


def split(message: Message, channel: Channel) -> list[Message]:
    """Return the parts of a message that its channel can carry, in order; mostly it is one.

    The first takes the place of an earlier message, the last has the buttons and the file.
    """
    bare = message.document is None and message.sheet is None
    longest = channel.longest_text if bare else channel.longest_caption
    # No sign has more than two units: most messages need not be looked through.
    if 2 * len(message.text) <= longest or _length(message.text) <= longest:
        return [message]
    parts = list(_parts(message.text, longest))
    first = Message(parts[0], replaces=message.replaces, gone_by=message.gone_by)
    between = [Message(part, gone_by=message.gone_by) for part in parts[1:-1]]
    return [first, *between, replace(message, text=parts[-1], replaces=None)]


def _length(text: str) -> int:
    """Return how long a text is without tags, in units of UTF-16."""
    return sum(_size(piece) for piece in _PIECE.findall(text))


def _size(piece: str) -> int:
    if piece[0] == "<" and len(piece) > 1:
        return 0
    return len(html.unescape(piece).encode("utf-16-le")) // 2


def _parts(text: str, longest: int) -> Iterator[str]:
    """Yield the text in parts; tags that are open at an end are opened again behind it."""
    pieces, opened = _PIECE.findall(text), ""
    while pieces:
        end = _end(pieces, longest)
        part = opened + "".join(pieces[:end])
        still = _open_tags(part)
        closing = "".join(f"</{_name(tag)}>" for tag in reversed(still))
        yield part.strip("\n ") + closing
        opened, pieces = "".join(still), pieces[end:]
        while pieces and not pieces[0].strip():
            pieces.pop(0)


def _end(pieces: list[str], longest: int) -> int:
    """Return how many pieces make the next part: to the best end in its second half."""
    size, half, found, best = 0, 0, 0, (_ANYWHERE, 1)
    for found, piece in enumerate(pieces):
        size += _size(piece)
        if size > longest:
            return best[1]
        half = half or (found if size * 2 > longest else 0)
        if half or _cut(piece) == _PARAGRAPH:
            best = max(best, (_cut(piece), found + 1))
    return found + 1


def _cut(piece: str) -> int:
    if piece.startswith("\n"):
        return _PARAGRAPH if len(piece) > 1 else _LINE
    return _WORD if piece == " " else _ANYWHERE


def _name(tag: str) -> str:
    return re.split(r"[\s>/]", tag[1:], maxsplit=1)[0]


def _open_tags(text: str) -> list[str]:
    """Return the tags that are open at the end of a text."""
    still: list[str] = []
    for tag in re.findall(r"<[^<>]+>", text):
        if not tag.startswith("</"):
            still.append(tag)
        elif still:
            still.pop()
    return still
