"""What people type, as it is kept."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.typed import one_line

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
WALES = "\U0001f3f4" + "".join(chr(0xE0000 + ord(c)) for c in "gbwls") + "\U000e007f"
KEPT = (
    f"Familie {FAMILY} im Blick",
    "Modul 2\ufe0f\u20e3: Gespräche",
    "\U0001f469\U0001f3fd\u200d\U0001f3eb Lehrkräfte",
    "\U0001f1e9\U0001f1ea Fachtag",
    f"Gäste aus {WALES} da",
    "שלום: Vielfalt in der Kita",
    "❤\ufe0f und ☎\ufe0e",
    "+1 für <b>&</b> \"Beteiligung\" 'x' {y} 100 %",
    "ế",
)


@pytest.mark.parametrize("text", KEPT)
def test_what_can_be_seen_stays(text: str) -> None:
    assert one_line(text) == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Titel mit \u202eumgekehrt", "Titel mit umgekehrt"),
        ("a\u200bb\u2060c\ufeffd\u00ade", "abcde"),
        ("Ton\x07 aus\x00", "Ton aus"),
        ("a\u00a0b\u2003c\u202fd\u3000e", "a b c d e"),
        ("eins\r\nzwei\u2028drei\x85vier\tfünf", "eins zwei drei vier fünf"),
        ("Pra\u0308senz", "Präsenz"),
        ("Pra\u200b\u0308senz", "Präsenz"),
        ("a\u200db", "ab"),
        ("Text\ufe0f", "Text"),
        ("\ud800halb", "halb"),
        ("\u3164\u2800", ""),
        ("\u2066verborgen\u2069", "verborgen"),
        ("Flagge\U000e0067", "Flagge"),
        ("\ue000privat\uffff", "privat"),
    ],
)
def test_what_nobody_sees_goes(typed: str, kept: str) -> None:
    assert one_line(typed) == kept


@given(st.text(max_size=60))
def test_a_line_is_one_composed_and_without_unseen_signs(text: str) -> None:
    kept = one_line(text)
    assert kept == unicodedata.normalize("NFC", kept) == one_line(kept)
    assert kept.strip() == kept
    assert "  " not in kept
    assert all(c == " " or not c.isspace() for c in kept)
    assert not {unicodedata.category(c) for c in kept} & {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
    kept.encode()
