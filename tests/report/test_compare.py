"""Reports of several networks side by side: what is read back, what is refused, what is written."""

from __future__ import annotations

import hashlib
import io
import json
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import openpyxl
import pytest

from domain.disclosure.cells import Mode
from domain.disclosure.values import Sign, Unit
from domain.network import Network
from domain.report_compare import (
    GROUPS,
    Alone,
    NotRead,
    PrintedMeasure,
    Twice,
    Unread,
    compare,
)
from tests.report.side_by_side import (
    TEXTS,
    compared,
    handed,
    large,
    made_up,
    printed,
    rows,
    small,
)
from texts.documents.report_compare import compare_csv, compose, screen
from texts.documents.report_csv import COLUMNS, FORM
from texts.documents.report_csv_read import names, read_back
from texts.documents.report_html import html
from texts.documents.report_pages import Wishes
from texts.documents.report_pdf import pdf
from texts.documents.report_xlsx import xlsx

PLACES = [of for group in GROUPS for of in group.compared]


@pytest.mark.parametrize("language", ["de", "en"])
def test_each_value_of_the_structure_is_read_back(network: Network, language: str) -> None:
    of = handed(network, large(1), language=language)
    found = printed(of.file)
    figures, tables = of.report.figures(), of.report.tables()
    for code in ("C7", "C8", "C9", "C10", "C11", "C12", "C13", "C15", "C16", "C17", "E1"):
        assert found.values[code, "value"].number == pytest.approx(
            figures[code].value.plain, rel=1e-5
        )
    sectors = {row[0].slug: row[1].plain for row in tables["C5"].rows}  # type: ignore[union-attr]  # labels, numbers
    means = {row[0].slug: row[7].plain for row in tables["E2"].rows}  # type: ignore[union-attr]  # labels, numbers

    assert (sectors["school"] or 0) > 100
    assert {s: found.values["C5", s].number for s in sectors} == sectors
    assert {s: found.values["E2", s].number for s in means} == means
    assert figures["C17"].whole is not None
    assert found.values["C17", "whole"].number == figures["C17"].whole.plain == 11
    assert (found.network, found.year, found.language) == (network.slug, of.year.year, language)
    assert found.name == network.county


def test_what_is_hidden_is_read_as_hidden(network: Network) -> None:
    found = printed(handed(network, small(2)).file)

    assert found.values["C5", "police"].sign is Sign.HIDDEN
    assert found.values["C5", "police"].number is None
    assert found.values["C5", "justice"].sign is Sign.NONE
    assert found.values["C16", "value"].sign in {Sign.TOO_FEW, Sign.HIDDEN}


def test_measures_are_read_as_they_are_printed(network: Network) -> None:
    file = handed(network, small(2)).file
    head = file.decode("utf-8-sig").splitlines()[1].split(";")[:2]
    told = {
        "Anlass": "Eigene Idee",
        "Zuständig": "Jugendamt",
        "Bis": "2. Quartal",
        "Stand": "Geplant",
    }
    lines = [
        ";".join((*head, "M2", "Maßnahmen", str(n), f"'=Treffen {n}", "", column, "", text))
        for n in (1, 2)
        for column, text in told.items()
    ]
    found = printed(file + "\r\n".join([*lines, ""]).encode())

    assert found.measures == tuple(PrintedMeasure(f"=Treffen {n}", *told.values()) for n in (1, 2))
    both = compared([file, other(network, file + "\r\n".join([*lines, ""]).encode())])
    assert "=Treffen 2" in screen(compose(TEXTS, both))
    assert {row["figure"] for row in rows(compare_csv(TEXTS, both)) if row["code"] == "M2"} == {
        "'=Treffen 1", "'=Treffen 2"
    }  # fmt: skip


def other(network: Network, file: bytes) -> bytes:
    """Return the file as another network would have it."""
    text = (
        file.decode("utf-8-sig")
        .replace(network.slug, "anderes")
        .replace(network.county, "Anderer Kreis")
    )
    return text.encode("utf-8-sig")


def why(file: bytes) -> Unread:
    found = read_back(file)
    assert isinstance(found, Unread)
    return found


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"\xff\xfe\x00",
        b"%PDF-1.7",
        "Tag;Titel\r\n2026-01-01;Seminar\r\n".encode("utf-8-sig"),
        (";".join(COLUMNS) + "\r\n").encode("utf-8-sig"),
        (";".join(COLUMNS) + "\r\n2026;2027-01-15;V;Fassung;1;;;form;1;1\0\r\n").encode(),
        b"x" * 4_000_001,
    ],
    ids=["empty", "bytes", "pdf", "programme", "head", "nul", "large"],
)
def test_what_is_no_report_is_not_read(file: bytes) -> None:
    assert why(file).why in {NotRead.NOT_OURS, NotRead.CHANGED}


def swapped(file: bytes, old: str, new: str) -> bytes:
    text = file.decode("utf-8-sig")
    assert old in text, old
    return text.replace(old, new, 1).encode("utf-8-sig")


def test_a_file_of_another_form_is_named(network: Network) -> None:
    file = swapped(handed(network, small(1)).file, ";form;1;1", ";form;2;2")

    assert why(file) == Unread(NotRead.OTHER_FORM, "2")


@pytest.mark.parametrize("mode", Mode)
def test_a_trial_is_not_compared_and_a_sample_is(network: Network, mode: Mode) -> None:
    trial = handed(network, small(1), mode, wishes=Wishes(trial=True, charts=False))
    sample = handed(network, small(1), mode, wishes=Wishes(sample=True, charts=False))
    both = handed(network, small(1), mode, wishes=Wishes(trial=True, sample=True, charts=False))

    assert why(trial.file) == Unread(NotRead.NOT_FOR_ALL, TEXTS.plain("report-trial"))
    assert why(both.file).why is NotRead.NOT_FOR_ALL
    assert printed(sample.file).sample
    other_one = handed(made_up(network, 2), small(2)).file
    pages = compose(TEXTS, compared([sample.file, other_one]))
    assert pages.mark == TEXTS.plain("report-sample")
    assert pages.mark in screen(pages)
    lines = rows(compare_csv(TEXTS, compared([sample.file, other_one])))
    assert lines[0]["shown"] == pages.mark


def test_a_year_that_is_not_over_is_not_compared_without_its_mark_either(
    network: Network,
) -> None:
    text = handed(network, small(1)).file.decode("utf-8-sig")
    file = text.replace("2027-01-15", "2026-07-01").encode("utf-8-sig")

    assert why(file) == Unread(NotRead.NOT_FOR_ALL, TEXTS.plain("report-interim"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Polizei;;Teilnahmen;;·", "Polizei;;Teilnahmen;3;·"),
        ("Polizei;;Teilnahmen;;·", "Polizei;;Teilnahmen;;"),
        ("Polizei;;Teilnahmen;;·", "Justiz;;Teilnahmen;;·"),
        ("Justiz;;Teilnahmen;0;–", "Justiz;;Teilnahmen;nan;–"),
        ("Justiz;;Teilnahmen;0;–", "Justiz;;Teilnahmen;4;–"),
        ("Justiz;;Teilnahmen;0;–", "Justiz;;Teilnahmen;4;5"),
        ("Justiz;;Teilnahmen;0;–", "Justiz;;Teilnahmen;4;1.2,3.4"),
        ("Justiz;;Teilnahmen;0;–", "Justiz;;Teilnahmen;4;4,0,0"),
        ("Justiz;;Teilnahmen;0;–", "Justiz;;Teilnahmen;1e99;–"),
        ("Justiz;;Teilnahmen;0;–", "Justiz;;Teilnahmen;0;viele"),
        ("Justiz;;Teilnahmen;0;–", "Justiz;;Teilnahmen;0"),
        (";;mode;;suppress", ";;mode;;none"),
        (";;language;;de", ";;language;;xx"),
        (";;network;;rhein-kreis-neuss", ";;network;;../x"),
        (";;name;;Rhein-Kreis Neuss", ";;name;;"),
        ("2026;2027-01-15;C5", "2025;2027-01-15;C5"),
    ],
)
def test_what_was_changed_is_told_with_its_line(network: Network, old: str, new: str) -> None:
    found = why(swapped(handed(network, small(2)).file, old, new))

    assert found.why is NotRead.CHANGED
    assert int(found.about) > 1


def test_signs_that_steer_a_screen_are_taken_out(network: Network) -> None:
    file = swapped(
        handed(network, small(2)).file, ";;name;;Rhein-Kreis", ";;name;;\x1b[2JRhein-Kreis"
    )

    assert "\x1b" not in printed(file).name


def test_two_files_of_one_network_and_year_are_not_compared(network: Network) -> None:
    one, corrected = (printed(handed(network, small(n)).file) for n in (1, 2))
    year_before = replace(one, year=one.year - 1)

    assert compare([one, corrected]) == Twice(network.slug, one.year)
    assert compare([one]) == Alone()
    assert compare([one, year_before]) == Alone()


def test_different_years_are_named(network: Network) -> None:
    one, two = (printed(handed(made_up(network, n), small(n)).file) for n in (1, 2))
    other_year = compare([one, replace(two, year=2025, as_of=date(2026, 1, 9))])
    same = compare([one, two])
    assert not isinstance(other_year, Alone | Twice)
    assert not isinstance(same, Alone | Twice)
    said = screen(compose(TEXTS, other_year))

    assert "Die Berichte sind aus verschiedenen Jahren: 2025, 2026." in said
    assert "Kreis 1 2026" in said
    assert "Kreis 2 2025" in said
    assert "verschiedenen Jahren" not in screen(compose(TEXTS, same))
    assert "Kreis 1 2026" not in screen(compose(TEXTS, same)).replace("Kreis 1   ", "")


def test_networks_of_one_name_are_told_apart(network: Network) -> None:
    one, two = (printed(handed(made_up(network, n), small(n)).file) for n in (1, 2))
    both = compare([one, replace(two, name=one.name)])
    assert not isinstance(both, Alone | Twice)

    assert {both.named(each) for each in both.reports} == {"Kreis 1 (netz-1)", "Kreis 1 (netz-2)"}


def test_rounded_values_are_marked_and_others_are_not(network: Network) -> None:
    plain = handed(made_up(network, 1), large(1)).file
    rounded = handed(made_up(network, 2), large(2), Mode.ROUND5).file
    both = compared([plain, rounded])
    lines = [row for row in rows(compare_csv(TEXTS, both)) if row["value"]]
    marked = {row["code"] for row in lines if row["rounded"] == "1"}

    assert marked == {"C5", "C7", "C8", "C9", "C10", "C11", "C12", "C13", "E1"}
    for row in lines:
        assert row["shown"].startswith("≈ ") == (row["rounded"] == "1")
        assert row["rounded"] == str(int(row["network"] == "netz-2" and row["code"] in marked))
    assert "≈ heißt" in screen(compose(TEXTS, both))
    book = openpyxl.load_workbook(io.BytesIO(xlsx(TEXTS, compose(TEXTS, both))))
    occupancy = [[cell.value for cell in row] for row in book.worksheets[2].iter_rows()]
    assert any(str(row[1]).startswith("≈ ") for row in occupancy)
    assert any(isinstance(row[1], float) for row in occupancy)
    book.close()


def test_people_in_round5_are_those_whose_unit_says_so(network: Network) -> None:
    """What is marked as rounded is what the report rounds: people, and rates of them."""
    of = handed(network, large(2), Mode.ROUND5).report
    figures = of.figures()
    for each in PLACES:
        code = each.place[0]
        if code in figures and each.unit is Unit.RATE:
            parts = (figures[code].part, figures[code].whole)
            assert each.of_people == any(part is not None and part.off for part in parts), code
    assert all(each.of_people for each in PLACES if each.unit is Unit.PEOPLE)


def test_a_report_in_another_language_is_said_in_this_one(network: Network) -> None:
    german = handed(made_up(network, 1), large(1)).file
    english = handed(made_up(network, 2), large(1), language="en").file
    for language in ("de", "en"):
        texts = TEXTS.in_language(language)
        lines = rows(compare_csv(texts, compared([german, english])))
        said = {(row["code"], row["part"]): row["shown"] for row in lines}
        of = {row["network"]: [r["shown"] for r in lines if r["network"] == row["network"]]
              for row in lines}  # fmt: skip

        assert of["netz-1"] == of["netz-2"]
        assert said["C17", "part"] == "–"


def test_the_words_by_which_values_are_found_are_each_for_one(network: Network) -> None:
    for language in ("de", "en"):
        texts = TEXTS.in_language(language)

        assert sorted(names(texts).values()) == sorted(each.place for each in PLACES)


def test_the_form_has_a_new_number_when_a_word_of_it_changes() -> None:
    """Older files have the old words: raise FORM in `report_csv.py`, then note the new sum here."""
    words: list[Any] = []
    columns = [f"report-col-{slug}" for slug in ("reason", "responsible", "due", "state")]
    for language in ("de", "en"):
        texts = TEXTS.in_language(language)
        words += [sorted(names(texts)), texts.plain("report-sample")]
        words += [texts.plain(column) for column in columns]
    found = hashlib.sha256(json.dumps([words, COLUMNS]).encode()).hexdigest()[:16]

    assert {FORM: found} == {1: "8742d8a2d30877a5"}


@pytest.mark.parametrize("count", [2, 8, 24])
def test_no_line_is_too_long_for_a_screen_however_many_there_are(
    network: Network, count: int
) -> None:
    files = [handed(made_up(network, n), small(n % 3)).file for n in range(3)]
    reports = [
        replace(printed(files[n % 3]), network=f"netz-{n}", name=f"Ennepe-Ruhr-Kreis {'N' * n}")
        for n in range(count)
    ]
    found = compare(reports)
    assert not isinstance(found, Alone | Twice)
    lines = screen(compose(TEXTS, found)).splitlines()

    assert max(map(len, lines)) <= 80
    assert not any(not a and not b for a, b in pairwise(lines))


def test_all_forms_tell_the_same(network: Network) -> None:
    files = [handed(made_up(network, n), large(n)).file for n in range(2)]
    both = compared(files)
    pages = compose(TEXTS, both)
    cells = {cell.text for grid in pages.grids() for row in grid.rows for cell in row[1:]}
    page, said = html(TEXTS, pages), screen(pages)

    assert pdf(TEXTS, pages).startswith(b"%PDF")
    for text in cells:
        assert text in page
        assert all(word in said for word in text.split())
    shown = {row["shown"] for row in rows(compare_csv(TEXTS, both))}
    numbers = {text for text in cells if re.fullmatch(r"[\d.,]+(\s%)?", text)} - {"2026"}
    assert len(numbers) > 15
    assert numbers <= shown
