"""How wide columns are: as many lines as need be, and none that say nothing."""

from __future__ import annotations

from domain.disclosure.values import Unit
from texts.documents.report_elements import Field, Grid
from texts.documents.report_sides import lean
from texts.documents.report_widths import widths
from texts.documents.report_word_widths import shares

LONG = "Wort " * 80
NAMES = ("Jugendamt der Stadt Emsdetten", "Kreisjugendamt Steinfurt")


def table(header: tuple[str, ...], *rows: tuple[str | int, ...]) -> Grid:
    cells = tuple(
        tuple(Field(each) if isinstance(each, str) else Field(str(each), each, Unit.THINGS)
              for each in row)
        for row in rows
    )  # fmt: skip
    return Grid("X", "", header, cells)


def test_the_longer_texts_get_more_of_the_line() -> None:
    first, second = widths(table(("A", "B"), *((name, LONG) for name in NAMES)))

    assert second > 2 * first > 0


def test_a_column_of_numbers_is_as_wide_as_they_are() -> None:
    assert widths(table(("Jugendamt", "Anzahl"), *((name, 7) for name in NAMES)))[1] == 0


def test_a_long_head_is_broken_only_where_names_would_be_otherwise() -> None:
    heads = ("vom Kontingent genutzt", "darüber hinaus belegt", "wieder freigegeben worden")
    few = table(("Jugendamt", heads[0]), *((name, 1) for name in NAMES))
    many = table(("Jugendamt", *heads, heads[0]), *((name, 1, 2, 3, 4) for name in NAMES))

    assert widths(few)[1:] == [0]
    assert all(widths(many)[1:])
    assert widths(many)[0] > max(widths(many)[1:])


def test_a_column_in_which_nothing_is_said_is_left_out() -> None:
    said = table(("Kennzahl", "Wert", "Grundlage"), ("eins", 1, ""), ("zwei", 2, ""))
    shown = lean(said)

    assert isinstance(shown, Grid)
    assert shown.header == ("Kennzahl", "Wert")
    assert [len(row) for row in shown.rows] == [2, 2]
    full = table(said.header, ("eins", 1, ""), ("zwei", 2, "2 von 3"))
    assert lean(full) == full


#: Points: a line of Word and half of one, its letters, and the seams beside texts in each.
LINE, HALF, SIZE, SEAM, SLIM = 482.0, 231.0, 8.5, 7.0, 5.0


def letters(grid: Grid, line: float = LINE, size: float = SIZE, seam: float = SEAM) -> list[float]:
    """Return how many letters fit into each column in Word, about."""
    return [(part * line - seam) / (size * 0.5) for part in shares(grid, line, size, seam + 1)]


def test_in_word_the_columns_share_the_whole_line() -> None:
    for grid in (table(("A", "B"), (LONG, 1)), table(("A",), (LONG,)), table(("A", "B"), ("", ""))):
        assert abs(sum(shares(grid, LINE, SIZE, SEAM)) - 1) < 1e-9


def test_in_word_heads_are_broken_between_words_and_names_are_not() -> None:
    heads = (
        "Kontingent",
        "vom Kontingent genutzt",
        "Anteil",
        "freigegeben",
        "darüber hinaus belegt",
    )
    grid = table(("Jugendamt", *heads), *((name, 1, 2, 3, 4, 5) for name in NAMES))
    found = letters(grid)

    assert found[0] >= max(map(len, NAMES))
    for head, room in zip(heads, found[1:], strict=True):
        assert room >= max(map(len, head.split())), head


def test_in_word_a_head_stays_on_one_line_where_there_is_room() -> None:
    few = letters(table(("Jugendamt", "vom Kontingent genutzt"), *((name, 1) for name in NAMES)))

    assert few[1] >= len("vom Kontingent genutzt")


def test_in_word_names_stay_on_one_line_of_half_a_page() -> None:
    grid = table(("Jugendamt", "anwesend", "Konferenzen"), *((name, 1, 2) for name in NAMES))

    assert letters(grid, HALF, 8.0, SLIM)[0] >= max(map(len, NAMES))


def test_in_word_no_column_of_texts_is_too_narrow_for_its_words() -> None:
    heads = ("Tag", "Titel", "Format", "Durchführung")
    row = ("Mo., 19.01.2026", LONG, "Konferenz der Koordinierungsstellen", "Präsenz")
    found = letters(table(heads, *([row] * 3)), LINE, 8.0)

    assert found[2] >= len("Koordinierungsstellen")
    assert found[3] >= len("Durchführung")
