"""Typed words: understood in any spelling if the whole text is of them, and never otherwise."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from texts.words import WORDS, Talk, meaning, said_as, takes

SAID = sorted((name, typed) for name, words in WORDS.items() for typed in set(words.typed()))
POLITE = ["", "bitte ", "Hallo, ", "Guten Morgen! "]


def spelled(text: str, how: str) -> str:
    """Return a text as somebody else would type it."""
    match how:
        case "loud":
            return text.upper() + "!"
        case "without umlauts":
            return text.translate(str.maketrans("äöüÄÖÜ", "aouAOU"))
        case "two letters":
            for umlaut, letters in zip("äöü", ("ae", "oe", "ue"), strict=True):
                text = text.replace(umlaut, letters)
            return text
        case "decomposed":
            return unicodedata.normalize("NFD", text)
        case "as a command":
            return "/" + text.replace(" ", "_")
        case _:
            return f"  {text} 👍🏽 "


@pytest.mark.parametrize("name", WORDS)
def test_a_word_means_one_thing_in_any_spelling(name: str) -> None:
    ways = ["loud", "without umlauts", "two letters", "decomposed", "as a command", "friendly"]
    wrong = [
        (spelled(typed, how), meaning(spelled(typed, how)))
        for of, typed in SAID
        if of == name
        for how in ways
        if meaning(spelled(typed, how)) != name
    ]

    assert wrong == []


def test_no_command_word_leads_to_two_doors() -> None:
    words = [word for name in WORDS for word in said_as(name)]

    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize("after", ["", ".", " 😊", ", danke"])
@pytest.mark.parametrize("before", POLITE)
def test_politeness_around_a_word_changes_nothing(before: str, after: str) -> None:
    wrong = [typed for name, typed in SAID if meaning(before + typed + after) != name]

    assert wrong == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("danke", Talk.THANKS),
        ("Danke!", Talk.THANKS),
        ("Super, vielen Dank 🙏", Talk.THANKS),
        ("Thank you very much", Talk.THANKS),
        ("ok", Talk.FINE),
        ("👍", Talk.FINE),
        ("👍🏿", Talk.FINE),
        ("❤️", Talk.FINE),
        (";-)", Talk.FINE),
        ("Guten Morgen", Talk.HELLO),
        ("Hallo zusammen", Talk.HELLO),
        ("ja", Talk.YES_OR_NO),
        ("Nein, danke", Talk.YES_OR_NO),
        ("Mit freundlichen Grüßen", Talk.GOODBYE),
        ("???", "hilfe"),
    ],
)
def test_politeness_is_known(text: str, kind: str) -> None:
    assert meaning(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "...",
        "😢",
        "Hilfe 😢",
        "Hilfe Mia",
        "Danke Frau Müller",
        "ja, blaue Flecken",
        "Hilfe, das Kind",
        "ok 12",
        "Termine oder Hilfe",
        "Viele Grüße Anna",
        "Hilfe Termine",
        " ".join(["danke"] * 13),
        "/hilfe Kevin",
    ],
)
def test_anything_more_is_not_understood(text: str) -> None:
    assert meaning(text) is None


@given(st.sampled_from(SAID), st.text(st.characters(categories=["L"]), min_size=2))
def test_a_strange_word_beside_a_known_one_is_never_swallowed(
    said: tuple[str, str], more: str
) -> None:
    if meaning(more) is None:
        assert meaning(f"{said[1]} qqq{more}") is None


def test_what_may_stand_behind_a_command() -> None:
    assert takes("start", "abc-DEF_123")
    assert takes("bericht", "2026")
    assert takes("hilfe", "bitte")
    assert not takes("hilfe", "Mia")
    assert not takes("start", "Mia Müller")
    assert not takes("bericht", "2026 Mia")
    assert not takes("bericht", "Mia")
