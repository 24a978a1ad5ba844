"""Each line that an officer goes through has a test or a document, and each of these exists."""

from __future__ import annotations

from tests.folder.proofs import (
    FOLDER,
    LINK,
    TEST,
    missing_files,
    missing_tests,
    proofs_in,
    read,
    tables,
)

PAGE = FOLDER / "checkliste.md"
#: What must be proved, in the order of the page; a line is added here first.
LINES = (
    (
        "`/datenschutz` und `/privacy` antworten mit den vollständigen Hinweisen, auch vor der "
        "Einwilligung"
    ),
    "Keine Verarbeitung vor „Einverstanden“; Ablehnen hinterlässt nichts",
    "Einwilligungstext mit Fassung; eine neue fragt erneut; Widerruf so einfach wie Einwilligung",
    (
        "`/auskunft` zeigt alles, lesbar und sofort; `/loeschen` löscht nach einer Rückfrage "
        "und sagt, was bleibt"
    ),
    (
        "Kontakt, Standort, Bild, Sprache, Datei: feste Antwort, Inhalt nicht gespeichert, "
        "Nachricht nach Möglichkeit entfernt"
    ),
    "Ungefragter Text wird nie aufgehoben oder protokolliert; fester Sicherheitshinweis",
    "Benutzername, Vorname und Bild werden an der Tür verworfen",
    "Speicherung versiegelt, Schlüssel getrennt; Token nur als Geheimnis; kein Token im Protokoll",
    "Webhook mit Geheimnis oder Abfrage; TLS; Grenzen gegen zu viel; keine Gruppen",
    "Das Ledger kann keine Chat-Kennung halten; höchstens eine Aufgliederung je Zeile",
    "Regel für kleine Zahlen auf dem einzigen Weg nach außen",
    "Ruhezeiten; Themen abwählbar; Stoppwort „Stopp“",
    (
        "Koordinierende sehen Summen und Platznummern, keine Chat-Kennungen; Zugriff nach "
        "Jugendamt; Einladungen einmalig und kurz"
    ),
    (
        "Ausgaben tragen „Nur für den Dienstgebrauch“ und den Datenstand; nichts folgt einer "
        "Person über mehrere Fortbildungen, außer der eigenen Auskunft"
    ),
    (
        "Datenschutzbeauftragte aller Stellen haben zugestimmt; Personalräte gehört; "
        "gleichwertiger Weg läuft"
    ),
    "Löschläufe täglich, mit einem Nachweis ohne Personen, mit gestellter Uhr geprüft",
)
#: What no test can hold: people must have agreed, so the page names documents only.
BY_PEOPLE = {15}


def test_the_list_is_complete_and_in_order() -> None:
    (rows,) = tables(read(PAGE))

    assert [row[0] for row in rows] == [str(number) for number in range(1, len(LINES) + 1)]
    assert [row[1] for row in rows] == list(LINES)


def test_each_line_has_a_proof_that_exists() -> None:
    (rows,) = tables(read(PAGE))
    for number, _, proofs, limit in rows:
        proved_by = LINK if int(number) in BY_PEOPLE else TEST

        assert proved_by.search(proofs), number
        assert missing_tests(proofs) == [], number
        assert missing_files(PAGE, proofs) == [], number
        assert limit, number


def test_a_test_that_is_not_there_is_found() -> None:
    own = "tests/folder/test_checklist.py"

    assert "test_a_test_that_is_not_there_is_found" in proofs_in(own)
    assert missing_tests(f"`{own}::test_nobody_wrote_this`, `tests/folder/test_away.py`") == [
        f"{own}::test_nobody_wrote_this",
        "tests/folder/test_away.py::",
    ]
    assert missing_tests(f"`{own}`") == []
    assert missing_files(PAGE, "[a](nowhere.md) [b](README.md)") == ["nowhere.md"]
