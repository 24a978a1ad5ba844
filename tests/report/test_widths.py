"""How wide columns are: as many lines as need be, and none that say nothing."""

from __future__ import annotations

from domain.disclosure.values import Unit
from texts.documents.report_elements import Field, Grid
from texts.documents.report_sides import lean
from texts.documents.report_widths import widths

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
