"""Each row of the fault table, and each word of what is promised to readers, names its tests."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| (\d+) \|.*\| ([^|]+) \|$", re.MULTILINE)

WORD = re.compile(r"^\| ([^|]+) \| [^|]+ \| ([^|]+) \|$", re.MULTILINE)
#: What is promised of the screen, as the README says it, and the word that docs/delivery.md has.
PROMISED = {
    "Die neueste Nachricht": "the newest message",
    "mit Platz": "seat",
    "auf der Warteliste": "line",
    "keins von beiden": "neither",
    "abgesagt": "called off",
    "Binnen Sekunden": "within seconds",
    "in ihrer Reihenfolge": "in their order",
    "bleibt wenig": "stays small",
    "ungefragt gemeldet": "is told",
}


def known() -> set[str]:
    code = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.glob("tests/*/test_*.py"))
    return set(re.findall(r"def (test_\w+)", code))


def missing(named: str) -> list[str]:
    """Return the names in a cell of a table that no test has; there is one at least."""
    names, tests = re.findall(r"`(\w+\*?)`", named), known()
    assert names
    return [name for name in names if not any(fnmatch(test, name) for test in tests)]


@pytest.mark.long
def test_each_fault_has_a_test() -> None:
    rows = dict(ROW.findall((ROOT / "docs" / "delivery.md").read_text(encoding="utf-8")))

    assert list(map(int, rows)) == list(range(1, 39))
    assert [one for named in rows.values() for one in missing(named)] == []


def test_each_word_about_the_screen_has_a_test() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    promise = readme.partition("Was auf dem Telefon steht, stimmt.")[2].partition("\n\n")[0]
    told = (ROOT / "docs" / "delivery.md").read_text(encoding="utf-8")
    table = told.partition("| word | rule taken out | red |")[2].partition("\n\n")[0]
    rows = WORD.findall(table)
    words = " ".join(promise.split())

    assert [word for word in PROMISED if word not in words] == []
    assert {each for row, _ in rows for each in row.split(", ")} == set(PROMISED.values())
    assert [one for _, named in rows for one in missing(named)] == []
