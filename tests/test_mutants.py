"""`make mutants`: what it refuses, which tests it runs, and when the rules are proven enough."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.mutants import ROOT, asked, file_of, proofs_of, report

DOMAIN = ROOT / "domain"
TOLD = (ROOT / "tests/domain/README.md").read_text()


@pytest.mark.parametrize("file", ["domain/none.py", "bot/cli.py", "domain", "../domain/quota.py"])
def test_only_files_of_the_domain_are_changed(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        asked([file])

    assert ended.value.code == 2
    assert f"{file} is no file of domain/" in capsys.readouterr().err


@pytest.mark.long
def test_the_tests_are_those_that_use_the_file() -> None:
    quota = proofs_of(["domain/seats_quota.py"])

    assert {"tests/domain/test_quota.py", "tests/domain/test_division.py"} <= set(quota)
    assert "tests/domain/test_holidays.py" not in quota
    rules = ["tests/domain/test_followed.py", "tests/domain/test_hints.py"]
    assert proofs_of(["domain/report/rules.py"]) == rules
    assert "tests/disclosure/test_protect.py" in proofs_of(["domain/disclosure/protect.py"])
    assert "tests/disclosure/test_protect.py" in proofs_of(["domain/disclosure/merged.py"])


@pytest.mark.parametrize(
    ("survived", "open_", "enough", "said"),
    [
        (1, 0, True, "9 of 10 caught, 90%"),
        (2, 0, False, "8 of 10 caught, 80%"),
        (1, 3, True, "9 of 10 caught, 90%, 3 not tried"),
    ],
)
def test_nine_of_ten_are_enough_of_those_that_were_tried(
    survived: int, open_: int, enough: bool, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    how = ["survived"] * survived + ["killed"] * (10 - survived) + ["not checked"] * open_
    found = {f"domain.seats_quota.x_most__mutmut_{n}": each for n, each in enumerate(how)}

    assert {file_of(name) for name in found} == {"domain/seats_quota.py"}
    assert report("domain/seats_quota.py", found) is enough
    assert capsys.readouterr().out == f"domain/seats_quota.py: {said}\n"


def rows(columns: str) -> list[str]:
    """Return what stands in the first column of the table with these further columns."""
    table = TOLD.partition(columns)[2].lstrip("\n").partition("\n\n")[0]
    return re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE)


def test_each_file_of_rules_has_its_row() -> None:
    """What only declares is named above the tables, and what is too new to be measured."""
    declare = re.search(r"have nothing to break: (.+?)\.\n", TOLD, re.DOTALL)
    assert declare is not None
    waiting = re.search(r"not measured yet: (.+?)\.\n", TOLD, re.DOTALL)
    named = re.findall(r"`([\w/]+)`", declare[1] + (waiting[1] if waiting else ""))
    figures = [name.strip("`") for name in rows("| file | changes | tried | caught | share |")]
    files = {str(path.relative_to(DOMAIN).with_suffix("")) for path in DOMAIN.rglob("*.py")}
    rules = {name for name in files if Path(name).name != "__init__"}

    assert figures == sorted(set(figures))
    assert set(figures) | set(named) == rules
    assert not set(figures) & set(named)


def test_what_survives_stands_in_a_function_that_is_there() -> None:
    survivors = rows("| function | change | why no test can see it |")
    assert len(survivors) > 20
    for told in survivors:
        file, *names = re.findall(r"[\w/]+", told.replace("`", ""))
        text = (DOMAIN / f"{file}.py").read_text()

        for name in names:
            assert re.search(rf"(def|class) {name}\b", text), told
