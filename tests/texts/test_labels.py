"""Labels of one list are short enough for a phone, and still tell their lines apart."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from texts.labels import LONGEST, short, shortened
from texts.plan_facts import teaser

WORDS = ["Ordnungs-", "und", "Rettungsdienste,", "Kreis", "Steinfurt", "Stadt", "Rheine", "Polizei"]
worded = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
numbered = st.tuples(worded, st.integers(0, 2000)).map(lambda each: f"{each[0]}: {each[1]}")
anything = st.text("abc ä,:–1", min_size=1, max_size=120).map(str.strip).filter(bool)


def test_a_closing_keeps_what_tells_its_lines_apart() -> None:
    labels = [
        "Ordnungs- und Rettungsdienste, Kreis Steinfurt: 7",
        "Ordnungs- und Rettungsdienste, Stadt Rheine: 7",
        "Jugendamt der Stadt Rheine: 12",
    ]

    assert shortened(labels, 40) == [
        "Ordnungs- und… Kreis Steinfurt: 7",
        "Ordnungs- und… Stadt Rheine: 7",
        "Jugendamt der Stadt Rheine: 12",
    ]


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("kurz", "kurz"),
        ("Fachtag Kinderschutz in Kindertageseinrichtungen", "Fachtag Kinderschutz in…"),
        ("x" * 60, "x" * 39 + "…"),
        ("Gespräche mit Kindern und Jugendlichen führen: 7", "Gespräche mit Kindern und…: 7"),
    ],
)
def test_one_label_is_cut_at_a_word(label: str, shown: str) -> None:
    assert short(label, 40) == shown


@pytest.mark.parametrize(
    ("description", "shown"),
    [
        ("Mit Übungen\nin Gruppen.", "Mit Übungen in Gruppen."),
        (
            "Wie Jugendamt, Familiengericht und Polizei zusammenarbeiten.\nMit Impulsen.",
            "Wie Jugendamt, Familiengericht und Polizei zusammenarbeiten. …",
        ),
        (
            "Wie Gespräche gelingen, auch " + "und " * 20,
            "Wie Gespräche gelingen, auch" + " und" * 8 + "…",
        ),
    ],
)
def test_a_description_is_cut_at_a_word_or_behind_a_sentence(description: str, shown: str) -> None:
    assert teaser(description) == shown


@given(st.lists(worded | numbered | anything, max_size=12, unique=True))
@example(["a" * 41, "a" * 42, "a" * 43])
def test_labels_that_differ_still_do_and_fit(labels: list[str]) -> None:
    shown = shortened(labels)

    assert len(set(shown)) == len(labels)
    assert all(0 < len(label) <= LONGEST for label in shown)
    assert [s for s, label in zip(shown, labels, strict=True) if len(label) <= LONGEST] == [
        label for label in labels if len(label) <= LONGEST
    ]


@given(st.lists(numbered, max_size=12, unique=True))
def test_a_number_at_the_end_stays_or_the_line_is_numbered(labels: list[str]) -> None:
    for shown, label in zip(shortened(labels), labels, strict=True):
        number = label.rpartition(" ")[2]

        assert shown.endswith(f": {number}") or re.fullmatch(rf".*: {number} \(\d+\)", shown)


@given(worded | numbered)
def test_nothing_is_cut_within_a_word_that_fits(label: str) -> None:
    told = re.findall(r"[\w-]+", short(label, 40))

    assert set(told) <= set(re.findall(r"[\w-]+", label)) | {"Ordnungs"}
