"""Messages too long for the channel come in parts: nothing is lost, no tag is torn apart."""

from __future__ import annotations

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.channel import TELEGRAM
from domain.message import Button, Document, Message
from domain.splitting import split

words = st.sampled_from(
    ["Müller", "<b>Größe</b>", "&amp;", "😀", "<i>kursiv\nweiter</i>", "x" * 700, "\n\n"]
)
LONGEST_TEXT, LONGEST_CAPTION = TELEGRAM.longest_text, TELEGRAM.longest_caption
ROWS = ((Button("Weiter", "w:1"),),)


def visible(text: str) -> str:
    return html.unescape(re.sub(r"<[^<>]+>", "", text))


def size(text: str) -> int:
    return len(visible(text).encode("utf-16-le")) // 2


def closed(text: str) -> bool:
    """Return whether each tag of a text is closed in it, the last opened first."""
    still: list[str] = []
    for end, name in re.findall(r"<(/?)(\w+)", text):
        if not end:
            still.append(name)
        elif not still or still.pop() != name:
            return False
    return not still


@settings(max_examples=60, deadline=None)
@given(st.lists(words, max_size=60), st.booleans())
def test_nothing_is_lost_and_each_part_fits(found: list[str], with_file: bool) -> None:
    text = " ".join(found)
    file = Document("a.txt", b"a", "text/plain") if with_file else None
    message = Message(f"<b>{text}</b>", ROWS, file, replaces="5")
    parts = split(message, TELEGRAM)
    longest = LONGEST_CAPTION if with_file else LONGEST_TEXT

    assert all(size(part.text) <= longest and closed(part.text) for part in parts)
    assert "".join("".join(visible(p.text) for p in parts).split()) == "".join(
        visible(text).split()
    )
    assert [part.buttons for part in parts] == [()] * (len(parts) - 1) + [ROWS]
    assert [part.document for part in parts] == [None] * (len(parts) - 1) + [file]
    assert [part.replaces for part in parts] == ["5"] + [None] * (len(parts) - 1)


def test_a_part_ends_at_a_paragraph_where_it_can() -> None:
    text = "\n\n".join(f"<b>{n}</b>\n{'a ' * 300}" for n in range(20))
    parts = split(Message(text), TELEGRAM)

    assert len(parts) > 2
    assert all(part.text.startswith("<b>") for part in parts)


def test_at_the_ends_of_a_part_only_room_is_taken_away() -> None:
    text = "\n\n".join("X" + "a " * 999 + "X" for _ in range(5))
    parts = [part.text for part in split(Message(text), TELEGRAM)]

    assert len(parts) > 2
    assert all(part[0] == part[-1] == "X" for part in parts)


def test_the_end_of_a_line_is_no_end_of_a_part_in_its_first_half() -> None:
    first, *_ = split(Message("b" * 1500 + "\n" + "c " * 2000), TELEGRAM)

    assert len(first.text) > LONGEST_TEXT // 2
