"""`netzbote report`: which files it leaves, what they are called, and who may read them."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from domain.problem import Problem
from storage.crypto import new_key

Call = Callable[..., Result]
PAST, LATER = "2024", "2100"


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Return how to call the command, beside an empty database."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NETZBOTE_ENCRYPTION_KEYS", new_key())
    monkeypatch.setenv("NETZBOTE_NETWORK", "rhein-kreis-neuss")

    def called(*words: str) -> Result:
        return CliRunner().invoke(app, ["report", *words, "--out", "made"])

    return called


def made(folder: Path) -> set[str]:
    return {path.name for path in (folder / "made").glob("*")}


@pytest.mark.long
def test_no_two_versions_share_a_name(call: Call, tmp_path: Path) -> None:
    office, quarter = ("--office", "rkn-kaarst"), ("--quarter", "1")
    versions = itertools.product(
        (PAST, LATER), ((), office), ((), quarter), ((), ("--mode", "round5"))
    )
    several = [(year, *a, *b, *c, "--format", "csv") for year, a, b, c in versions]
    for words in several:
        assert call(*words).exit_code == 0

    assert len(made(tmp_path)) == len(several)
    assert made(tmp_path) >= {
        "bericht-rhein-kreis-neuss-2024.csv",
        "bericht-rhein-kreis-neuss-2024-round5.csv",
        "bericht-rhein-kreis-neuss-2024-q1-intern.csv",
        "bericht-rhein-kreis-neuss-2024-rkn-kaarst-intern.csv",
        "bericht-rhein-kreis-neuss-2100-zwischenstand.csv",
    }


@pytest.mark.long
def test_what_is_not_for_everybody_says_so_in_its_first_row(call: Call, tmp_path: Path) -> None:
    for words in ((PAST, "--office", "rkn-kaarst"), (PAST, "--quarter", "1"), (LATER,), (PAST,)):
        call(*words, "--format", "csv")

    assert marks(tmp_path) == {
        "2024": "Probefassung, nicht zur Weitergabe",
        "2024-q1-intern": "Nur für den Dienstgebrauch",
        "2024-rkn-kaarst-intern": "Nur für den Dienstgebrauch: eigene Zahlen des Jugendamts der "
        "Stadt Kaarst sind offen.",
        "2100-zwischenstand": "Zwischenstand, nur für den Dienstgebrauch",
    }


def marks(folder: Path) -> dict[str, str]:
    """Return what stands first in each file, if it is a mark."""
    found = {}
    for path in (folder / "made").iterdir():
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = next(csv.DictReader(file, delimiter=";"))
        name = path.stem.removeprefix("bericht-rhein-kreis-neuss-")
        found[name] = first["shown"] if first["code"] == "M" else ""
    return found


@pytest.mark.long
def test_what_is_handed_out_is_no_trial(call: Call, tmp_path: Path) -> None:
    call(PAST, "--publish", "--format", "csv")

    assert marks(tmp_path) == {"2024": ""}


@pytest.mark.long
def test_a_year_is_not_handed_out_in_two_modes(call: Call, tmp_path: Path) -> None:
    call(PAST, "--mode", "round5", "--publish", "--format", "csv")
    done = call(PAST, "--format", "csv")

    assert isinstance(done.exception, Problem)
    assert str(done.exception) == (
        "2024 was first handed out with --mode round5, and both together tell small numbers; "
        "call: netzbote report 2024 --mode round5"
    )
    assert set(marks(tmp_path)) == {"2024-round5"}


@pytest.mark.long
@pytest.mark.parametrize(
    "words", [("--format", "csv,html"), ("--format", " HTML , csv"), ("--format", "csv")]
)
def test_forms_are_named_with_commas(call: Call, tmp_path: Path, words: tuple[str, ...]) -> None:
    done = call(PAST, *words)
    forms = {name.rpartition(".")[2] for name in made(tmp_path)}

    assert done.exit_code == 0
    assert forms == {each.strip().lower() for each in words[1].split(",")}


@pytest.mark.long
def test_forms_may_also_be_repeated(call: Call, tmp_path: Path) -> None:
    call(PAST, "--format", "html", "--format", "csv")

    assert {name.rpartition(".")[2] for name in made(tmp_path)} == {"csv", "html"}


def test_an_unknown_form_is_one_line(call: Call, tmp_path: Path) -> None:
    done = call(PAST, "--format", "csv,doc,odt")

    assert isinstance(done.exception, Problem)
    assert str(done.exception) == (
        "--format doc, odt: no such form; there are "
        "short-pdf, short-docx, docx, pdf, xlsx, csv, html"
    )
    assert not made(tmp_path)


@pytest.mark.parametrize(
    "words", [(LATER,), (PAST, "--quarter", "1"), (PAST, "--office", "rkn-kaarst")]
)
def test_only_a_whole_year_that_is_over_can_be_handed_out(
    call: Call, tmp_path: Path, words: tuple[str, ...]
) -> None:
    done = call(*words, "--publish", "--format", "csv")

    assert isinstance(done.exception, Problem)
    assert "whole year that is over" in str(done.exception)
    assert not made(tmp_path)
