"""Texts are found, filled and escaped in one place; a mistake is loud."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from texts import catalogue
from texts.catalogue import Html, Texts

GERMAN = """
# Warteliste. $title: Titel der Fortbildung.
left = Sie sind von <b>{ $title }</b> abgemeldet. { $moved_up ->
    [0] Ihr Platz ist wieder frei.
    [one] Eine Person von der Warteliste rückt nach.
   *[other] { $moved_up } Personen von der Warteliste rücken nach.
 }
button = Abmelden & weiter
rule = Weniger &lt; mehr
link = <a href="{ $url }">{ -bot } öffnen</a>
-bot = Netzbote
nested = Hinweis: { left }
year = Jahr { NUMBER($year, useGrouping: 0) }
only-german = Nur auf Deutsch
topic-school = Schule
"""
ENGLISH = """
left = You have left <b>{ $title }</b>. { $moved_up ->
    [0] Your seat is free again.
    [one] One person moves up.
   *[other] { $moved_up } people move up.
 }
topic-school = School
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small catalogue in the place of the real one."""
    for language, source in (("de", GERMAN), ("en", ENGLISH)):
        (tmp_path / language).mkdir()
        (tmp_path / language / "words.ftl").write_text(source, encoding="utf-8")
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    forget()
    return tmp_path


@pytest.fixture(autouse=True)
def _forget_afterwards() -> Iterator[None]:
    yield
    forget()


def forget() -> None:
    catalogue._source.cache_clear()
    catalogue._texts.cache_clear()


@pytest.fixture
def texts(folder: Path) -> Texts:
    return Texts()


def test_a_value_is_escaped_and_the_wording_is_not(texts: Texts) -> None:
    said = texts("left", title='Gespräche <führen> & "zuhören"', moved_up=0)

    assert said == (
        "Sie sind von <b>Gespräche &lt;führen&gt; &amp; &quot;zuhören&quot;</b> abgemeldet. "
        "Ihr Platz ist wieder frei."
    )


def test_numbers_agree_with_their_sentence_and_are_written_the_german_way(texts: Texts) -> None:
    assert texts("left", title="x", moved_up=1).endswith(
        "Eine Person von der Warteliste rückt nach."
    )
    assert texts("left", title="x", moved_up=1234).endswith(
        "1.234 Personen von der Warteliste rücken nach."
    )
    assert texts("year", year=2027) == "Jahr 2027"


def test_no_invisible_marks_around_values(texts: Texts) -> None:
    assert not {"\u2068", "\u2069"} & set(texts("left", title="x", moved_up=3))


def test_safe_html_passes_as_it_is(texts: Texts) -> None:
    inner = Html(texts("left", title="<", moved_up=0))

    assert "von <b>Sie sind von <b>&lt;</b>" in texts("left", title=inner, moved_up=0)


def test_an_address_cannot_break_out_of_its_link(texts: Texts) -> None:
    assert texts("link", url='https://x.example/?a=1&b="><b>') == (
        '<a href="https://x.example/?a=1&amp;b=&quot;&gt;&lt;b&gt;">Netzbote öffnen</a>'
    )


def test_plain_texts_have_no_tags_and_no_escapes(texts: Texts) -> None:
    assert texts.plain("button") == "Abmelden & weiter"
    assert texts.plain("rule") == "Weniger < mehr"
    assert texts.plain("left", title="<b>&amp;", moved_up=0).startswith(
        "Sie sind von <b>&amp; abgemeldet."
    )


def test_labels_are_found_by_kind_and_slug(texts: Texts) -> None:
    assert texts.label("topic", "school") == "Schule"
    with pytest.raises(ValueError, match="topic-nothing"):
        texts.label("topic", "nothing")


def test_a_text_that_mentions_another_wants_its_values(texts: Texts) -> None:
    assert texts.variables("nested") == {"title", "moved_up"}
    assert texts("nested", title="x", moved_up=0).startswith("Hinweis: Sie sind von <b>x</b>")


@pytest.mark.parametrize(
    ("text_id", "values", "complaint"),
    [
        ("nothing", {}, "there is no text nothing"),
        ("left", {"title": "x"}, r"text left wants the values \['moved_up', 'title'\]"),
        ("button", {"title": "x"}, r"text button wants the values \[\], not \['title'\]"),
        ("left", {"title": None, "moved_up": 1}, "text left cannot say title: a NoneType"),
        ("left", {"title": "x", "moved_up": True}, "text left cannot say moved_up: a bool"),
    ],
)
def test_our_mistakes_are_loud(
    texts: Texts, text_id: str, values: dict[str, str], complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        texts(text_id, **values)


def test_another_language_says_the_same_and_falls_back_to_german(texts: Texts) -> None:
    english = texts.in_language("en")

    assert english is texts.in_language("en")
    assert english("left", title="<", moved_up=1) == (
        "You have left <b>&lt;</b>. One person moves up."
    )
    assert english("only-german") == "Nur auf Deutsch"
    assert english.has("only-german")
    assert "only-german" not in english.ids()
    assert texts.in_language("fr").language == "de"


def test_the_tests_hear_of_every_missing_translation(folder: Path) -> None:
    strict = Texts(strict=True).in_language("en")

    assert not strict.has("only-german")
    with pytest.raises(ValueError, match="there is no text only-german"):
        strict("only-german")


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("broken = { $a", "cannot be read: «broken = { \\$a»"),
        ("broken = fine\nnobody reads this", "cannot be read: «nobody reads this»"),
        ("nobody reads this\nbroken = fine", "cannot be read: «nobody reads this»"),
        ("broken =\n    .label = x", "broken must have a text and no attributes"),
        ("broken = { nowhere }", "broken mentions nowhere"),
        ("broken = { -nowhere }", "broken mentions -nowhere"),
    ],
)
def test_a_broken_text_is_not_said(folder: Path, line: str, complaint: str) -> None:
    (folder / "de" / "more.ftl").write_text(f"{line}\n", encoding="utf-8")

    with pytest.raises(ValueError, match=complaint):
        Texts()("broken")


def test_a_name_is_given_once(folder: Path) -> None:
    (folder / "de" / "more.ftl").write_text("button = again\n", encoding="utf-8")

    with pytest.raises(ValueError, match="button is there already"):
        Texts().ids()


@pytest.mark.parametrize("title", ["שלום: Vielfalt in der Kita", "مرحبا (2027)", "Treffen 😀 ﷺ"])
def test_what_is_written_from_right_to_left_turns_nothing_around_it(title: str) -> None:
    texts = Texts(strict=True)
    said = texts("close-left", title=title)

    assert f"\u2068{title}\u2069" in said
    assert f" {title} " in texts.plain("close-left", title=title)
    assert "\u2068" not in texts("close-left", title="Gespräche 😀")


@pytest.mark.parametrize(
    "value", ["x" * 9000, "&" * 2000, Html("<i>x</i>" * 900), Html("\ufdd00\ufdd1")]
)
def test_a_long_value_is_said_whole(folder: Path, value: str) -> None:
    """Whoever pastes a list of many lines reads what became of each."""
    said = Texts()("left", title=value, moved_up=0)
    shown = value if isinstance(value, Html) else value.replace("&", "&amp;")

    assert said == f"Sie sind von <b>{shown}</b> abgemeldet. Ihr Platz ist wieder frei."
