"""`netzbote report compare`: what it shows and writes, and each refusal in one line."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from domain.network import Network
from domain.problem import Problem
from storage.crypto import new_key
from tests.report.side_by_side import handed, large, made_up, small
from texts.documents.report_pages import Wishes

Call = Callable[..., Result]
MAKE = "netzbote report YEAR --format csv --publish"


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, network: Network) -> Call:
    """Return how to call the command beside two files, without settings and without a database."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NETZBOTE_NETWORK", raising=False)
    for number, drawn in ((1, large(1)), (2, small(2))):
        file = handed(made_up(network, number), drawn).file
        (tmp_path / f"{number}.csv").write_bytes(file)

    def called(*words: str) -> Result:
        return CliRunner().invoke(app, ["report", "compare", *words])

    return called


def told(done: Result) -> str:
    """Return the one line of a refusal."""
    assert isinstance(done.exception, Problem), done.output
    assert done.exit_code == 1
    assert "\n" not in str(done.exception)
    return str(done.exception)


def test_two_files_stand_side_by_side(call: Call, tmp_path: Path) -> None:
    done = call("1.csv", "2.csv")

    assert done.exit_code == 0
    assert done.output.startswith("Netzwerke im Vergleich 2026\nKreis 1, Kreis 2\n")
    assert re.search(r"^Kreis 1 +\d+,\d\s%", done.output, re.MULTILINE)
    assert "nicht ausgewiesen" in done.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.csv", "2.csv"]


def test_files_are_written_where_they_are_wanted(call: Call, tmp_path: Path) -> None:
    done = call("1.csv", "2.csv", "--out", "made")
    named = {path.name for path in (tmp_path / "made").iterdir()}

    assert done.exit_code == 0
    assert named == {f"vergleich-2026.{kind}" for kind in ("pdf", "html", "xlsx", "csv")}
    assert all(f"made/{name}" in done.output for name in named)


def test_only_some_forms_and_in_english(call: Call, tmp_path: Path) -> None:
    done = call("1.csv", "2.csv", "--out", "made", "--format", "CSV", "--language", "en")

    assert done.exit_code == 0
    assert [path.name for path in (tmp_path / "made").iterdir()] == ["comparison-2026.csv"]
    assert done.output.startswith("Networks compared 2026\n")
    assert "not published" in done.output
    assert "nicht" not in done.output


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("1.csv",), "there is one network only; name the files of at least two"),
        (("1.csv", "1.csv"), "two files are of netz-1 and 2026; name only one of them"),
        (("1.csv", "other.txt"), f"other.txt: no CSV file of a report; make one with: {MAKE}"),
        (
            ("1.csv", "trial.csv"),
            ("trial.csv: it is not for everybody («Probefassung, nicht zur Weitergabe»); take the "
            f"published one: {MAKE}"),
        ),
        (
            ("1.csv", "form.csv"),
            f"form.csv: its form has the number 9; make it anew with this Netzbote: {MAKE}",
        ),
        (
            ("1.csv", "changed.csv"),
            "changed.csv: line 3 is not as Netzbote wrote it; take the file as it was made",
        ),
        (("1.csv", "2.csv", "--format", "csv"), ("--format is for files; name a folder for them "
         "with --out")),
        (("1.csv", "2.csv", "--out", "made", "--format", "docx"),
         "--format docx: no such form; there are pdf, html, xlsx, csv"),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_one_line(
    call: Call, tmp_path: Path, network: Network, words: tuple[str, ...], line: str
) -> None:
    plain = (tmp_path / "2.csv").read_bytes()
    trial = handed(network, small(3), wishes=Wishes(trial=True, charts=False)).file
    (tmp_path / "trial.csv").write_bytes(trial)
    (tmp_path / "form.csv").write_bytes(plain.replace(b";form;1;1", b";form;9;9"))
    lines = plain.split(b"\r\n")
    (tmp_path / "changed.csv").write_bytes(b"\r\n".join([*lines[:2], lines[2] + b";", *lines[3:]]))
    (tmp_path / "other.txt").write_text("Tag;Titel\n", encoding="utf-8")

    assert told(call(*words)) == line
    assert not (tmp_path / "made").exists()


def test_a_file_that_is_not_there_is_named(call: Call) -> None:
    done = call("1.csv", "none.csv")

    assert done.exit_code == 1
    assert isinstance(done.exception, FileNotFoundError)
    assert done.exception.filename == "none.csv"


def test_without_files_it_says_how_it_is_called(call: Call) -> None:
    done = call()

    assert done.exit_code == 2
    assert "netzbote report compare -h" in done.output.replace("app ", "netzbote ")


@pytest.mark.long
def test_what_is_handed_out_can_be_compared_and_a_trial_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NETZBOTE_ENCRYPTION_KEYS", new_key())
    for network, how in (("rhein-kreis-neuss", ["--publish"]), ("kreis-steinfurt", [])):
        monkeypatch.setenv("NETZBOTE_NETWORK", network)
        monkeypatch.setenv("NETZBOTE_DATABASE_URL", f"sqlite+aiosqlite:///{network}.db")
        words = ["report", "2024", "--format", "csv", "--out", "made", *how]
        assert CliRunner().invoke(app, words).exit_code == 0
    files = [f"made/bericht-{each}-2024.csv" for each in ("rhein-kreis-neuss", "kreis-steinfurt")]
    refused = told(CliRunner().invoke(app, ["report", "compare", *files]))
    words = ["report", "2024", "--format", "csv", "--out", "made", "--publish"]

    assert refused.startswith(f"{files[1]}: it is not for everybody («Probefassung")
    assert CliRunner().invoke(app, words).exit_code == 0
    done = CliRunner().invoke(app, ["report", "compare", *files])
    assert done.exit_code == 0
    assert "Kreis Steinfurt, Rhein-Kreis Neuss" in done.output


def test_the_report_of_a_year_needs_no_other_word() -> None:
    year, word = (CliRunner().invoke(app, ["report", *w, "1999"]) for w in ((), ("year",)))

    assert year.exit_code == word.exit_code == 2
    assert "2000" in year.output
    assert year.output == word.output
