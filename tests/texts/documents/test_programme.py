"""A year's programme from a file: all rows or none, and every wrong cell named."""
# ruff: noqa: DTZ001 - a cell of a sheet has no zone

from __future__ import annotations

import contextlib
import io
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from domain.network import Network
from domain.vocabulary import DeliveryMode, EventFormat, Sector, Topic
from texts.documents.programme import (
    RawRow,
    RowProblem,
    UnreadableFile,
    already_there,
    check,
    read_programme,
    template,
)

NOW = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
CSV = """Titel;Thema;Format;Durchführung;Ort;Datum;Beginn;Ende;Plätze;Handlungsfelder
Gespräche <führen> & hören;Trauma;Seminar;Präsenz;Saal;12.03.2027;9;12:30;25;Polizei, Justiz
;;;;;;;;;
Fachtag;Gefährdungseinschätzung;Fachtag;Online;;2027-09-16;09.00 Uhr;16:00;ohne Begrenzung;
"""


def row(number: int = 2, **changed: str) -> RawRow:
    cells = {
        "Titel": "Schutzkonzepte",
        "Thema": "Trauma",
        "Format": "Workshop",
        "Durchführung": "Präsenz",
        "Zugang": "",
        "Datum": "12.03.2027",
        "Beginn": "09:00",
        "Ende": "12:30",
        "Enddatum": "",
        "Plätze": "",
        "Anmeldeschluss": "",
        "UE": "",
        "Handlungsfelder": "",
        "Erinnerungen": "",
        "Barrierefreiheit": "",
    }
    return RawRow(number, {**cells, **changed})


def problems(network: Network, *rows: RawRow) -> list[RowProblem]:
    plans, found = check(rows, network, NOW)

    assert not (plans and found)
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_csv_file_becomes_plans(network: Network, encoding: str, delimiter: str) -> None:
    content = CSV.replace(";", delimiter).encode(encoding)
    plans, found = check(read_programme(content, "programm.csv").rows, network, NOW)

    assert found == []
    first, second = plans
    assert first.title == "Gespräche <führen> & hören"
    assert first.starts_at == datetime(2027, 3, 12, 9, tzinfo=BERLIN)
    assert first.ends_at == datetime(2027, 3, 12, 12, 30, tzinfo=BERLIN)
    assert first.deadline_at == datetime(2027, 2, 26, 23, 59, tzinfo=BERLIN)
    assert (first.seats, first.units, first.place) == (25, 4, "Saal")
    assert first.sectors == (Sector.POLICE, Sector.JUSTICE)
    assert first.reminders == network.defaults.reminders
    assert (second.topic, second.format, second.mode, second.seats) == (
        Topic.RISK_ASSESSMENT,
        EventFormat.SPECIALIST_DAY,
        DeliveryMode.ONLINE,
        None,
    )


def test_commas_separate_where_nothing_else_does(network: Network, tmp_path: Path) -> None:
    path = tmp_path / "programm.csv"
    path.write_text(
        "Titel,Thema,Format,Durchfuehrung,Datum,Beginn,Ende,Handlungsfelder\n"
        "A & B,Trauma,Seminar,Online,12.03.2027,9,10:30,"
        '"Vereine, Kirchen und Ehrenamt, Justiz"\n'
    )
    plans, found = check(read_programme(path).rows, network, NOW)

    assert found == []
    assert plans[0].sectors == (Sector.JUSTICE, Sector.CIVIL_SOCIETY)


def test_the_template_can_be_filled_in_and_read_again(network: Network) -> None:
    book = load_workbook(io.BytesIO(template()))
    sheet = book.worksheets[0]

    assert book.sheetnames == ["Programm", "Erläuterung", "Listen"]
    assert len(sheet.data_validations.dataValidation) == 4
    assert read_programme(template(), "vorlage.xlsx").rows == ()

    headings = [cell.value for cell in sheet[1]]
    filled: dict[str, str | int | date | time] = {
        "Titel": "Häusliche Gewalt <&>",
        "Thema": "Häusliche Gewalt und Partnerschaftsgewalt",
        "Format": "Runder Tisch",
        "Durchführung": "Hybrid",
        "Ort": "Kreishaus",
        "Zugang": "https://konferenz.example/raum",
        "Datum": datetime(2027, 6, 3),
        "Beginn": time(10, 0),
        "Ende": time(15, 0),
        "Enddatum": date(2027, 6, 4),
        "Plätze": 60,
        "Anmeldeschluss": datetime(2027, 5, 20),
        "UE": 12,
        "Erinnerungen": "am Vortag; zwei Wochen vorher",
        "Barrierefreiheit": "Höranlage; Stufenfreier Zugang",
    }
    for place, heading in enumerate(headings, 1):
        sheet.cell(3, place, filled.get(str(heading)))
    target = io.BytesIO()
    book.save(target)
    rows = read_programme(target.getvalue(), "programm.xlsx").rows
    plans, found = check(rows, network, NOW)

    assert found == []
    assert [each.number for each in rows] == [3]
    assert plans[0].ends_at == datetime(2027, 6, 4, 15, tzinfo=BERLIN)
    assert plans[0].deadline_at == datetime(2027, 5, 20, 23, 59, tzinfo=BERLIN)
    assert [rule.days_before for rule in plans[0].reminders] == [14, 1]
    assert plans[0].accessibility == ("step-free", "hearing-loop")
    assert (plans[0].seats, plans[0].units) == (60, 12)


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        ("Titel", "", "Diese Zelle darf nicht leer sein."),
        ("Titel", "A", "Bitte schreiben Sie 3 bis 120 Zeichen."),
        ("Thema", "Traumata", "„Traumata“ steht nicht in der Liste. Zum Beispiel: Säuglinge"),
        ("Format", "Party", "„Party“ steht nicht in der Liste."),
        ("Durchführung", "irgendwie", "„irgendwie“ steht nicht in der Liste."),
        ("Datum", "31.02.2027", "Diesen Tag gibt es nicht. Bitte schreiben Sie einen anderen Tag."),
        ("Datum", "12.03.2026", "Dieser Termin liegt in der Vergangenheit."),
        ("Datum", "demnächst", "„demnächst“ ist kein Datum. Bitte schreiben Sie zum Beispiel"),
        ("Datum", "12.03.2027 9 Uhr", "„12.03.2027 9 Uhr“ ist kein Datum."),
        ("Beginn", "25:00", "„25:00“ ist keine Uhrzeit."),
        ("Ende", "08:00", "Das Ende muss nach dem Beginn liegen."),
        ("Enddatum", "11.03.2027", "Das Ende muss nach dem Beginn liegen."),
        ("Plätze", "viele", "Bitte schreiben Sie eine ganze Zahl bis 2.000."),
        ("Plätze", "0", "Bitte schreiben Sie eine ganze Zahl bis 2.000."),
        ("UE", "4,5", "Bitte schreiben Sie eine ganze Zahl bis 400."),
        ("Anmeldeschluss", "13.03.2027", "Der Anmeldeschluss muss vor dem Beginn liegen."),
        ("Zugang", "konferenz", "Das ist keine Adresse."),
        ("Handlungsfelder", "Polizei; Zirkus", "„Polizei; Zirkus“ steht nicht in der Liste."),
        ("Erinnerungen", "stündlich", "„stündlich“ steht nicht in der Liste."),
        ("Barrierefreiheit", "Aufzug", "„Aufzug“ steht nicht in der Liste."),
    ],
)
def test_a_wrong_cell_is_named_with_what_to_write(
    network: Network, column: str, text: str, said: str
) -> None:
    named = "Ende" if column == "Enddatum" else column
    found = problems(network, row(7, **{column: text}), row(8, Titel="Anderes"))

    assert [(each.row, each.column) for each in found] == [(7, named)]
    assert found[0].message.startswith(said.rstrip())


def test_all_that_is_wrong_is_named_at_once(network: Network) -> None:
    found = problems(network, row(2, Thema="?", Format="?"), row(3, Beginn="?", Ende="?"))

    assert [(each.row, each.column) for each in found] == [
        (2, "Thema"),
        (2, "Format"),
        (3, "Beginn"),
        (3, "Ende"),
    ]


def test_the_same_training_twice_is_named(network: Network) -> None:
    found = problems(network, row(2), row(3, Titel="schutzkonzepte "), row(4, Datum="13.03.2027"))

    assert [(each.row, each.column) for each in found] == [(3, "Titel")]
    assert "Zeile 2" in found[0].message
    assert already_there(row(5)).row == 5


def test_missing_and_unknown_columns_are_named() -> None:
    content = CSV.replace("Thema", "Bemerkung").replace(";Ort;", ";Ort ;")
    found = read_programme(content.encode()).faults

    assert [(each.row, each.column) for each in found] == [(1, "Thema"), (1, "Bemerkung")]
    assert found[1].place == "B1"


def test_a_deadline_that_has_passed_already_becomes_the_next_possible(network: Network) -> None:
    plans, _ = check([row(Datum="12.02.2027")], network, NOW)

    assert plans[0].deadline_at == datetime(2027, 2, 9, 23, 59, tzinfo=BERLIN)


def test_reminders_can_be_none(network: Network) -> None:
    plans, _ = check([row(Erinnerungen="keine")], network, NOW)

    assert plans[0].reminders == ()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "leer.csv"),
        (b"Hallo\nWelt\n", "brief.csv"),
        (b"PK\x03\x04 no zip at all", "kaputt.xlsx"),
        (b"\xd0\xcf\x11\xe0 old", "alt.xls"),
        (b"\x00\x01\x02", "bild.csv"),
        (b"x" * 5_000_001, "gross.csv"),
    ],
)
def test_what_is_no_programme_is_refused(content: bytes, name: str) -> None:
    with pytest.raises(UnreadableFile):
        read_programme(content, name)


@pytest.mark.long
def test_a_file_that_unpacks_without_end_is_refused() -> None:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write(0, 0, "Titel")
    for line in range(1, 1700):
        sheet.write_string(line, 0, "x" * 32_000 + str(line))
    book.close()

    with pytest.raises(UnreadableFile, match="zu groß"):
        read_programme(target.getvalue(), "bombe.xlsx")


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    with contextlib.suppress(UnreadableFile):
        assert read_programme(content, "x.csv") is not None


@given(st.dictionaries(st.sampled_from(sorted(row().cells)), st.text(max_size=20)))
def test_no_cells_break_the_check(network: Network, changed: dict[str, str]) -> None:
    plans, found = check([row(2, **changed)], network, NOW)

    assert bool(plans) is not bool(found)
