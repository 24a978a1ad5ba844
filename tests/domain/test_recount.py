"""Correcting attendance: the three countings agree before and after, whatever is corrected."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.ledger.correction import corrected
from domain.ledger.entries import Entry, LedgerKind, by_place, closing_entries
from domain.recount import CountChange, attendance, recount
from texts.typed_numbers import NoNumber, read_signed

DAY = date(2027, 3, 12)
OFFICES, SECTORS = ("a", "b"), ("x", "y")
places = st.tuples(st.sampled_from(OFFICES), st.sampled_from(SECTORS))
changes = st.builds(
    CountChange,
    st.sampled_from(OFFICES),
    st.sampled_from(SECTORS),
    st.integers(min_value=-4, max_value=4),
)


class Book:
    """A ledger of one training, corrected as the database does it."""

    def __init__(self, counts: dict[tuple[str, str], int]) -> None:
        rows = closing_entries(1, DAY, by_place(counts), 0, {})
        self.all = list(enumerate(e for e in rows if e.kind is LedgerKind.ATTENDANCE))
        self.done: set[int] = set()

    @property
    def open(self) -> list[tuple[int, Entry]]:
        return [row for row in self.all if row[0] not in self.done]

    def write(self, change: CountChange) -> bool:
        found = recount(self.open, 1, DAY, change)
        if found is None:
            return False
        for number, n in found.corrected:
            back, *new = corrected(dict(self.all)[number], n)
            self.done |= {number, len(self.all)}
            self.all.append((len(self.all), back))
            self.all += [(len(self.all) + i, entry) for i, entry in enumerate(new)]
        self.all += [(len(self.all) + i, entry) for i, entry in enumerate(found.added)]
        return True

    def sums(self) -> tuple[int, dict[str, int], dict[str, int]]:
        whole = sum(e.n for _, e in self.all if e.office is None and e.sector is None)
        now = attendance(self.all)
        return whole, dict(now.offices), dict(now.sectors)


@given(
    st.dictionaries(places, st.integers(min_value=0, max_value=3)), st.lists(changes, max_size=6)
)
def test_all_countings_agree_and_none_falls_below_zero(
    counts: dict[tuple[str, str], int], wanted: list[CountChange]
) -> None:
    book = Book(counts)
    for change in wanted:
        before = book.sums()
        written = book.write(change)
        whole, offices, sectors = book.sums()

        assert whole == sum(offices.values()) == sum(sectors.values())
        assert min([whole, *offices.values(), *sectors.values()]) >= 0
        if written:
            assert whole == before[0] + change.by
            assert offices[change.office] == before[1].get(change.office, 0) + change.by
            assert sectors[change.sector] == before[2].get(change.sector, 0) + change.by
        else:
            assert (whole, offices, sectors) == before
        open_ = attendance(book.open)
        assert {k: n for k, n in open_.offices.items() if n} == {
            k: n for k, n in offices.items() if n
        }


def test_what_can_be_is_never_refused() -> None:
    book = Book({("a", "x"): 2, ("b", "y"): 1})

    assert book.write(CountChange("a", "x", -2))
    assert book.write(CountChange("b", "x", 3))
    assert not book.write(CountChange("a", "x", -1))
    assert not book.write(CountChange("a", "x", 0))
    assert book.sums() == (4, {"a": 0, "b": 4}, {"x": 3, "y": 1})


def test_numbers_are_typed_with_or_without_a_sign() -> None:
    typed = {"3": 3, "+3": 3, "-12": -12, "− 2": -2, "–2": -2, " 7 ": 7}
    typed |= {"drei": 3, "3 mehr": 3, "zwei weniger": -2, "2 Personen weniger": -2, "3 more": 3}

    assert {text: read_signed(text, 9999) for text in typed} == typed
    refused = ("1.5", "12345", "٣", "3-4", "0")
    assert all(isinstance(read_signed(text, 9999), NoNumber) for text in refused)
    assert [
        read_signed(text, 9999) for text in ("", "sehr viele mehr", "Mia ist vier Jahre alt")
    ] == [None] * 3
