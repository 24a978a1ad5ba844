"""`netzbote trainings import`: what it says about a file, and what it keeps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from domain.problem import Problem
from storage.crypto import new_key
from texts.dates import long_day

Call = Callable[..., Result]
HEAD = "Titel;Thema;Format;Durchführung;Datum;Beginn;Ende\n"
#: A day of the next year.
DAY = date(date.today().year + 1, 5, 2)  # noqa: DTZ011 - any day ahead will do
ROW = f"{{title}};Trauma;Seminar;Online;{DAY:%d.%m.%Y};9;12:30\n"


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Return how to import rows, beside an empty database."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NETZBOTE_ENCRYPTION_KEYS", new_key())

    def called(text: str, *words: str) -> Result:
        Path("programm.csv").write_text(text, encoding="utf-8")
        arguments = ["trainings", "import", "programm.csv", "--host", "rkn-kaarst", *words]
        return CliRunner().invoke(app, arguments)

    return called


def rows(*titles: str) -> str:
    return HEAD + "".join(ROW.format(title=title) for title in titles)


@pytest.mark.long
def test_a_check_shows_each_row_and_keeps_nothing(call: Call) -> None:
    for _ in range(2):
        done = call(rows("Gespräche führen", "Fachtag"), "--check")
        lines = done.stdout.splitlines()

        assert done.exit_code == 0, done.stderr
        assert lines[0] == "Zeile 2: Gespräche führen"
        assert lines[1].startswith(f"  Termin: {long_day(DAY)}, 09:00 bis 12:30 Uhr")
        assert "Zeile 3: Fachtag" in lines
        assert lines[-1] == (
            "2 Fortbildungen können übernommen werden. Es lädt ein: Jugendamt der Stadt Kaarst. "
            "Gespeichert wurde nichts."
        )


@pytest.mark.long
def test_one_training_is_said_to_be_one_and_is_kept(call: Call) -> None:
    text = rows("Gespräche führen")
    done = call(text)
    again = call(text)

    assert done.stdout.splitlines()[-1] == (
        "Eine Fortbildung wurde übernommen. Es lädt ein: Jugendamt der Stadt Kaarst."
    )
    assert again.stderr == (
        "Zeile 2, Titel (A2): Diese Fortbildung gibt es an diesem Tag schon. "
        "Bitte löschen Sie die Zeile.\n"
    )
    assert str(again.exception) == (
        "Es wurde nichts übernommen: In programm.csv ist eine Zelle falsch."
    )


@pytest.mark.long
def test_units_that_do_not_fit_the_time_are_said_and_taken(call: Call) -> None:
    head, row = HEAD.rstrip("\n") + ";UE\n", ROW.rstrip("\n") + ";{units}\n"
    named = (("Zu viele", 5), ("Zu wenige", 1), ("Passend", 4), ("Keine", 0))
    done = call(head + "".join(row.format(title=title, units=n) for title, n in named))
    said = [line for line in done.stdout.splitlines() if "Hinweis" in line]

    assert done.exit_code == 0, done.stderr
    assert said == [
        "  Hinweis: 5 UE sind mehr, als in die Zeit passen. Ohne Pausen sind es 4 UE.",
        "  Hinweis: Eine UE ist viel weniger, als in die Zeit passen. Ohne Pausen sind es 4 UE.",
    ]
    assert "4 Fortbildungen wurden übernommen." in done.stdout


def test_wrong_cells_are_told_in_one_language(call: Call) -> None:
    done = call(
        "Stand: November\n" + rows("Gespräche führen").replace("Trauma", "?").replace(";9;", ";;")
    )

    assert isinstance(done.exception, Problem)
    assert str(done.exception) == (
        "Es wurde nichts übernommen: In programm.csv ist eine Zelle falsch."
    )
    assert done.stdout == "Nicht gelesen wurde Zeile 1. Sie steht über den Überschriften.\n"
    assert done.stderr == "Zeile 3, Beginn (F3): Diese Zelle darf nicht leer sein.\n"
