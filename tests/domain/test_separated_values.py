"""Files of separated values: what separates, what is missing or too much, where it breaks off."""

from __future__ import annotations

import pytest

from domain.ledger.table import ReadRows, Row, table_of


@pytest.mark.parametrize(
    ("text", "names", "rows"),
    [
        ("a;b\n1;2\n3;4\n", ["a", "b"], [(2, {"a": "1", "b": "2"}), (3, {"a": "3", "b": "4"})]),
        ("a,b\n1,2\n", ["a", "b"], [(2, {"a": "1", "b": "2"})]),
        ("a,b\n1,2;3\n", ["a", "b"], [(2, {"a": "1", "b": "2;3"})]),
        ("a;b,c\n1;2\n", ["a", "b,c"], [(2, {"a": "1", "b,c": "2"})]),
        ("\ufeffa;b\n1;2", ["a", "b"], [(2, {"a": "1", "b": "2"})]),
        ("a;b\r\n1;2\r\n", ["a", "b"], [(2, {"a": "1", "b": "2"})]),
        ("a;b\n1\n", ["a", "b"], [(2, {"a": "1", "b": None})]),
        ("a;b\n1;2;3;4\n", ["a", "b"], [(2, {"a": "1", "b": "2", None: ["3", "4"]})]),
        ('a;b\n1;"x\ny"\n', ["a", "b"], [(3, {"a": "1", "b": "x\ny"})]),
        ("a\n", ["a"], []),
    ],
)
def test_rows_stand_by_the_names_of_the_heading(
    text: str, names: list[str], rows: list[tuple[int, Row]]
) -> None:
    assert table_of(text) == ReadRows(names, rows)


def test_an_empty_file_has_nothing_to_read() -> None:
    assert table_of("") == ReadRows((), [])


LONG = "x" * 200_000


@pytest.mark.parametrize(
    ("text", "names", "rows", "line"),
    [
        (f"a\n1\n{LONG}\n2\n", ["a"], [(2, {"a": "1"})], 3),
        (f"{LONG}\n1\n", (), [], 1),
    ],
)
def test_where_a_file_breaks_off_all_before_it_is_kept(
    text: str, names: list[str], rows: list[tuple[int, Row]], line: int
) -> None:
    found = table_of(text)

    assert (found.names, found.rows) == (names, rows)
    assert found.broken == (line, "field larger than field limit (131072)")
