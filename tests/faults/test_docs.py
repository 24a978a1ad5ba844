"""Each row of the fault table names tests that exist."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| (\d+) \|.*\| ([^|]+) \|$", re.MULTILINE)


def test_each_fault_has_a_test() -> None:
    rows = dict(ROW.findall((ROOT / "docs" / "delivery.md").read_text(encoding="utf-8")))
    code = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.glob("tests/*/test_*.py"))
    tests = set(re.findall(r"def (test_\w+)", code))

    numbers = list(map(int, rows))

    assert numbers == sorted(numbers)
    assert {*range(1, 31), 33, 34, 36} <= set(numbers)
    for named in rows.values():
        for name in re.findall(r"`(\w+\*?)`", named):
            assert any(fnmatch(test, name) for test in tests), name
