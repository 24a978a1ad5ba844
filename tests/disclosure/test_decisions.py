"""What docs/decisions.md says an attacker can learn is held by tests, sentence by sentence."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
BEGINS, ENDS = "**What an attacker can learn**", "* **What is left of a sum is a number, too.**"
NAMED = re.compile(r"`(test_\w+)`")


def sentences() -> list[str]:
    """Return what is said, sentence by sentence."""
    text = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
    page = text[text.index(BEGINS) : text.index(ENDS)]
    parts = re.split(r"\n\n|\n\* ", page)
    ends = re.compile(r"(?<=[.:])\s+(?=[A-Z*])")
    return [" ".join(each.split()) for part in parts for each in ends.split(part) if each.strip()]


@cache
def existing() -> frozenset[str]:
    """Return the names of all tests."""
    files = (path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    return frozenset(name for file in files for name in re.findall(r"def (test_\w+)\(", file))


def test_each_sentence_names_its_test() -> None:
    said = sentences()

    assert len(said) > 20
    assert [each for each in said if not NAMED.search(each)] == []
    assert {name for each in said for name in NAMED.findall(each)} <= existing()


def test_it_is_one_page() -> None:
    assert len(" ".join(sentences()).split()) < 700
