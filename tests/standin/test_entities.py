"""Text and marks come out as Telegram returns them, offsets in UTF-16."""

from __future__ import annotations

import html as escaping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import MessageEntity

from standin.api.markup import parse
from standin.world.entities import to_html, utf16
from standin.world.refusals import RefusedError


def marks(html: str) -> list[tuple[Any, ...]]:
    entities = parse(html, "HTML").bodies
    return [(e["type"], e["offset"], e["length"]) for e in entities]


@pytest.mark.parametrize(
    ("html", "text", "expected"),
    [
        ("<b>Tag</b>", "Tag", [("bold", 0, 3)]),
        ("😀 <b>ä😀</b>", "😀 ä😀", [("bold", 3, 3)]),
        ("👩‍👧 <i>Kind</i>", "👩‍👧 Kind", [("italic", 6, 4)]),
        ("a &lt;b&gt; &amp; &quot;c&quot; &#252;", 'a <b> & "c" ü', []),
        ("&#x1F600;<u>x</u>", "😀x", [("underline", 2, 1)]),
        ("&nbsp; &unknown; &", "&nbsp; &unknown; &", []),
        ("  <b>x</b>  \n", "x", [("bold", 0, 1)]),
        ("<b> x </b>", " x", [("bold", 0, 2)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<b>a</b><strong>b</strong>", "ab", [("bold", 0, 2)]),
        ("<B>a</>", "a", [("bold", 0, 1)]),
        ("<b></b>a", "a", []),
        ("<code>a<b>c</b></code>", "ac", [("code", 0, 2)]),
        ("<pre>x</pre>", "x", [("pre", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<s>x</s><del>y</del>", "xy", [("strikethrough", 0, 2)]),
        ("a\r\nb\tc", "a\nb c", []),
        ("/hilfe und /start@netzbote_bot", None, [("bot_command", 0, 6), ("bot_command", 11, 19)]),
        ("1/2 und a/b", None, []),
        ("siehe https://example.org/a.", None, [("url", 6, 21)]),
        ("netz@example.org @anna #netz #1", None,
         [("email", 0, 16), ("mention", 17, 5), ("hashtag", 23, 5)]),
        ("<code>/hilfe</code>", "/hilfe", [("code", 0, 6)]),
    ],
)  # fmt: skip
def test_html_becomes_text_and_marks(
    html: str, text: str | None, expected: list[tuple[Any, ...]]
) -> None:
    assert parse(html, "HTML").text == (html if text is None else text)
    assert marks(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="https://Example.org/?a=1&amp;b=2">x</a>', "https://example.org/?a=1&b=2"),
        ("<a href='example.org'>x</a>", "http://example.org/"),
        ('<a href="tg://user?id=7">x</a>', "tg://user?id=7"),
        ("<a>https://example.org/x</a>", "https://example.org/x"),
    ],
)
def test_a_link_keeps_its_address(html: str, expected: str) -> None:
    (link,) = [e for e in parse(html, "HTML").bodies if e["type"] == "text_link"]

    assert link["url"] == expected


def test_a_link_without_a_good_address_is_only_text() -> None:
    assert parse('<a href="nirgends">x</a>', "HTML").bodies == []


def test_a_block_of_code_knows_its_language() -> None:
    block = '<pre><code class="language-python">x = 1</code></pre>'

    assert parse(block, "HTML").bodies == [
        {"type": "pre", "offset": 0, "length": 5, "language": "python"}
    ]


def test_without_a_parse_mode_nothing_is_read() -> None:
    assert parse("<b>x</b> & y", "").text == "<b>x</b> & y"


def test_the_library_reads_the_marked_parts() -> None:
    formatted = parse("😀 <b>ä😀</b> <i>Ende</i>", "HTML")
    entities = [MessageEntity.de_json(body, None) for body in formatted.bodies]
    adjusted = MessageEntity.adjust_message_entities_to_utf_16(
        formatted.text, [MessageEntity("bold", 2, 2), MessageEntity("italic", 5, 4)]
    )

    assert [(e.offset, e.length) for e in entities] == [(e.offset, e.length) for e in adjusted]


pieces = st.sampled_from(
    [
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<a href='a.de'>",
        "</a>",
        "&lt;",
        "&",
        "😀",
        "ä",
        " ",
        "\n",
        "<",
    ]
)


@given(st.lists(pieces, max_size=12).map("".join))
def test_every_html_is_read_or_refused_and_marks_stay_inside(html: str) -> None:
    try:
        formatted = parse(html, "HTML")
    except RefusedError:
        return

    assert all(e.offset >= 0 and e.length > 0 for e in formatted.entities)
    assert all(e.end <= utf16(formatted.text) for e in formatted.entities)
    again = parse(to_html(formatted.text, formatted.bodies), "HTML")
    assert again.text == formatted.text.lstrip(" \n") or again.text == formatted.text


@given(st.text(max_size=30))
def test_escaped_text_arrives_as_it_was(text: str) -> None:
    readable = "".join(c for c in text if c >= " " and not 0xD800 <= ord(c) <= 0xDFFF).strip(" ")

    assert parse(escaping.escape(readable), "HTML").text == readable
