"""Measures as values, in turn, and as a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ledger.file import BadRow, Fault, Wrong, wrong
from domain.measures import (
    AboutKind,
    Measure,
    MeasureKind,
    MeasureState,
    MeasureTitle,
    NotNoted,
    decide,
    in_turn,
    in_use_and_gone,
    kinds,
    known_of,
    quarters_ahead,
    set_state,
    take_in,
)
from domain.measures_file import MEASURE_COLUMNS, is_measures, measures_csv, read_measures
from domain.network import Network
from domain.vocabulary import EventFormat, Topic

DAY, TODAY = date(2026, 11, 3), date(2027, 2, 9)
MADE = Measure(0, 2026, DAY, "o1", "offer", AboutKind.TOPIC, "trauma", "rkn-neuss", 2027, 2)
OWN = (MeasureTitle("fachtag", "Fachtag reihum"), MeasureTitle("alt", "Alt", retired=True))


def test_what_fits_a_rule_comes_first_and_nothing_twice() -> None:
    found = kinds(OWN, "o5")

    assert found[:3] == ["quotas", "release", "fachtag"]
    assert sorted(found) == sorted(["fachtag", *MeasureKind])


def test_what_the_file_lost_is_named() -> None:
    used = [
        MADE,
        replace(MADE, what="fachtag"),
        replace(MADE, what="weg"),
        replace(MADE, what="alt"),
    ]

    assert in_use_and_gone(OWN, used) == ["weg"]


def test_a_quarter_can_be_this_one() -> None:
    found = quarters_ahead(date(2026, 12, 31))

    assert found[:2] == ["2026-4", "2027-1"]
    assert len(found) == 8


@pytest.mark.parametrize(("day", "late"), [(date(2027, 6, 30), False), (date(2027, 7, 1), True)])
def test_it_is_late_when_its_quarter_is_over(day: date, *, late: bool) -> None:
    assert MADE.late(day) is late
    assert not replace(MADE, states=((DAY, MeasureState.DROPPED),)).late(day)


def test_what_is_open_comes_first_by_its_quarter() -> None:
    done = replace(MADE, number=1, states=((DAY, MeasureState.DONE),))
    later, soon = replace(MADE, number=2, due_year=2028), replace(MADE, number=3)

    assert in_turn([done, later, soon]) == [soon, later, done]


_days = st.dates(DAY, TODAY)
_measures = st.builds(
    Measure,
    st.integers(1, 99),
    st.sampled_from([2025, 2026]),
    _days,
    st.sampled_from(["o1", "o12", "need", "idea"]),
    st.sampled_from(MeasureKind).map(lambda kind: kind.value),
    st.just(AboutKind.SECTOR),
    st.sampled_from(["police", "school"]),
    st.sampled_from([None, "rkn-neuss"]),
    st.sampled_from([2026, 2027]),
    st.integers(1, 4),
    st.lists(st.tuples(_days, st.sampled_from([*MeasureState][1:])), max_size=3).map(tuple),
)


@given(st.lists(_measures, max_size=4, unique_by=lambda each: each.number))
def test_a_file_comes_in_as_it_went_out(network: Network, made: list[Measure]) -> None:
    written = measures_csv(made)

    assert is_measures(written)

    found, bad = read_measures(written, network, (), TODAY)

    assert bad == []
    assert found == [replace(each, number=0) for each in made]


def read(network: Network, *cells: dict[str, str]) -> tuple[list[Measure], list[BadRow]]:
    """Return what a file says, in which a row has other cells than that of a good one."""
    heading, row = measures_csv([replace(MADE, number=4)]).splitlines()
    good = dict(zip(MEASURE_COLUMNS, row.split(","), strict=True))
    rows = [",".join((good | other).values()) for other in cells]
    return read_measures("\n".join([heading, *rows]), network, {2024}, TODAY)


BAD: list[tuple[str, str, Wrong]] = [
    ("day", "gestern", wrong(Fault.NO_DAY, value="gestern")),
    ("day", "2027-02-10", wrong(Fault.TOO_LATE, before=TODAY)),
    ("day", "1999-12-31", wrong(Fault.TOO_EARLY, first=2000)),
    ("state_since", "1999-12-31", wrong(Fault.TOO_EARLY, first=2000)),
    ("state_since", "2024-05-04", wrong(Fault.SEALED, year=2024)),
    ("report", "MMXXVI", wrong(Fault.NO_NUMBER, value="MMXXVI")),
    ("report", "2024", wrong(Fault.SEALED, year=2024)),
    ("report", "1999", wrong(Fault.NO_NUMBER, value="1999")),
    ("report", "2101", wrong(Fault.NO_NUMBER, value="2101")),
    ("report", "20260", wrong(Fault.NO_NUMBER, value="20260")),
    ("report", "٢٠٢٦", wrong(Fault.NO_NUMBER, value="٢٠٢٦")),
    ("due_year", "1999", wrong(Fault.NO_NUMBER, value="1999")),
    ("due_year", "2101", wrong(Fault.NO_NUMBER, value="2101")),
    ("due_quarter", "0", wrong(Fault.NO_NUMBER, value="0")),
    ("due_quarter", "5", wrong(Fault.NO_NUMBER, value="5")),
    ("source", "o0", wrong(Fault.NOT_LISTED, value="o0", known=["need", "idea"])),
    ("source", "o100", wrong(Fault.NOT_LISTED, value="o100", known=["need", "idea"])),
    ("source", "hint", wrong(Fault.NOT_LISTED, value="hint", known=["need", "idea"])),
    ("what", "anrufen", wrong(Fault.NOT_LISTED, value="anrufen", known=[*MeasureKind])),
    ("about", "Mia", wrong(Fault.NOT_LISTED, value="Mia", known=[*Topic])),
    ("state", "fast", wrong(Fault.NOT_LISTED, value="fast", known=[*MeasureState])),
]


@pytest.mark.parametrize(("column", "value", "why"), BAD)
def test_each_bad_cell_is_named_and_nothing_taken(
    network: Network, column: str, value: str, why: Wrong
) -> None:
    bare = replace(network, measures=())

    assert read(bare, {column: value})[1] == [BadRow(2, column, why)]


def test_what_is_about_and_who_is_responsible_is_of_the_network(network: Network) -> None:
    sectors = [each.value for each in network.sectors]
    offices = ["network", *(office.slug for office in network.offices)]
    somebody = wrong(Fault.NOT_LISTED, value="Frau Muster", known=offices)
    kind = wrong(Fault.NOT_LISTED, value="person", known=[*AboutKind])
    no_sector = wrong(Fault.NOT_LISTED, value="trauma", known=sectors)
    no_format = wrong(Fault.NOT_LISTED, value="trauma", known=[*EventFormat])
    nothing = wrong(Fault.NOT_LISTED, value="trauma", known=[""])

    assert read(network, {"responsible": "Frau Muster"})[1] == [BadRow(2, "responsible", somebody)]
    assert read(network, {"about_kind": "sector"})[1] == [BadRow(2, "about", no_sector)]
    assert read(network, {"about_kind": "format"})[1] == [BadRow(2, "about", no_format)]
    assert read(network, {"about_kind": "all"})[1] == [BadRow(2, "about", nothing)]
    assert read(network, {"about_kind": "person"})[1] == [
        BadRow(2, "about_kind", kind),
        BadRow(2, "about", nothing),
    ]
    own = replace(network, measures=OWN)
    known = [*(each.slug for each in OWN), *MeasureKind]
    unknown = wrong(Fault.NOT_LISTED, value="anrufen", known=known)
    assert read(own, {"what": "anrufen"})[1] == [BadRow(2, "what", unknown)]


def test_what_lies_on_the_limits_is_taken(network: Network) -> None:
    first = date(2000, 1, 1)
    cells = {"measure": "a", "day": "2000-01-01", "state_since": "2027-02-09", "source": "o99"}
    more = {"report": "2000", "due_year": "2100", "due_quarter": "4", "state": "done"}
    low = {"measure": "b", "report": "2100", "due_year": "2000", "due_quarter": "1"}
    done = (TODAY, MeasureState.DONE)
    early = replace(MADE, year=2000, day=first, source="o99", due_year=2100, due_quarter=4)

    assert read(network, cells | more, low | {"source": "o1"}) == (
        [replace(early, states=(done,)), replace(MADE, year=2100, due_year=2000, due_quarter=1)],
        [],
    )
    alone = replace(MADE, about_kind=AboutKind.ALL, about="", office=None)
    network_s = {"about_kind": "all", "about": "", "responsible": "network"}
    assert read(network, network_s) == ([alone], [])


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        (",".join(MEASURE_COLUMNS), True),
        ("\ufeff" + ";".join(MEASURE_COLUMNS) + "\r\n1;2", True),
        (",".join(MEASURE_COLUMNS[:-1]), False),
        ("", False),
    ],
)
def test_a_file_of_measures_is_known_by_its_heading(heading: str, *, found: bool) -> None:
    assert is_measures(heading) is found


def test_rows_of_one_measure_say_the_same(network: Network) -> None:
    one, other = replace(MADE, number=4), replace(MADE, number=4, what="invite")
    _, bad = read_measures(measures_csv([one, other]), network, (), TODAY)

    assert bad == [BadRow(3, "measure", wrong(Fault.TWICE))]


def test_a_row_with_too_few_cells_is_bad(network: Network) -> None:
    heading = measures_csv([]).strip()
    _, bad = read_measures(f"{heading}\n1,2026\n", network, (), TODAY)

    assert bad == [BadRow(2, "measure", wrong(Fault.CELLS))]


class Books:
    """Measures in memory; the year 2025 is sealed."""

    def __init__(self, *kept: Measure) -> None:
        self.kept = [*kept]
        self.noted: list[tuple[int, date, MeasureState]] = []

    @property
    def measures(self) -> Books:
        return self

    seals = measures

    async def add(self, made: Measure) -> int:
        self.kept.append(made)
        return len(self.kept)

    async def get(self, number: int) -> Measure | None:
        return self.kept[number - 1] if 0 < number <= len(self.kept) else None

    async def note(self, number: int, day: date, state: MeasureState) -> None:
        self.noted.append((number, day, state))

    async def sealed(self, year: int) -> bool:
        return year == 2025


SAID = {
    "year": "2026", "source": "hint", "rule": "o1", "kind": "topic", "topic": "trauma",
    "what": "offer", "office": "rkn-neuss", "due": "2027-2",
}  # fmt: skip


@pytest.mark.parametrize(
    ("more", "made"),
    [
        ({}, {}),
        ({"source": "idea"}, {"source": "idea"}),
        ({"source": "need", "kind": "sector"}, {"source": "need"}),
        ({"kind": "all"}, {"about_kind": AboutKind.ALL, "about": ""}),
        ({"kind": "format", "format": "seminar"}, {"about_kind": "format", "about": "seminar"}),
        ({"office": "network"}, {"office": None}),
    ],
)
async def test_a_measure_is_what_was_pressed(more: dict[str, str], made: dict[str, Any]) -> None:
    books = Books()

    assert await decide(books, {**SAID, **more}, DAY) == 1
    assert books.kept == [replace(MADE, **made)]


async def test_nothing_is_decided_of_a_sealed_year() -> None:
    books = Books()

    assert await decide(books, {**SAID, "year": "2025"}, DAY) is NotNoted.SEALED
    assert books.kept == []


@pytest.mark.parametrize(
    ("number", "state", "day", "why"),
    [
        (1, MeasureState.DONE, TODAY, None),
        (2, MeasureState.DONE, TODAY, NotNoted.GONE),
        (1, MeasureState.PLANNED, TODAY, NotNoted.SAME),
        (1, MeasureState.DONE, date(2025, 12, 31), NotNoted.SEALED),
    ],
)
async def test_a_state_is_noted_of_what_is_there_and_new(
    number: int, state: MeasureState, day: date, why: NotNoted | None
) -> None:
    books = Books(MADE)

    assert await set_state(books, number, state, day) is why
    assert books.noted == ([(number, day, state)] if why is None else [])


async def test_a_measure_of_a_file_comes_with_its_states() -> None:
    books = Books()
    states = ((DAY, MeasureState.UNDER_WAY), (TODAY, MeasureState.DONE))
    await take_in(books, replace(MADE, states=states))

    assert books.noted == [(1, *each) for each in states]


def test_the_state_of_a_day_is_the_last_by_then() -> None:
    of = replace(MADE, states=((DAY, MeasureState.UNDER_WAY), (TODAY, MeasureState.DONE)))
    before = date(2026, 11, 2)

    assert [of.at(day) for day in (before, DAY, date(2027, 2, 8), TODAY)] == [
        MeasureState.PLANNED, MeasureState.UNDER_WAY, MeasureState.UNDER_WAY, MeasureState.DONE,
    ]  # fmt: skip
    assert (MADE.state, of.state) == (MeasureState.PLANNED, MeasureState.DONE)


@pytest.mark.parametrize(
    ("hint", "more"),
    [
        ("o1/topic/trauma", {"kind": "topic", "topic": "trauma"}),
        ("o4/sector/police", {"kind": "sector", "sector": "police"}),
        ("o12/parties", {}),
        ("o7", {}),
    ],
)
def test_what_a_hint_is_about_need_not_be_asked(hint: str, more: dict[str, str]) -> None:
    rule = hint.partition("/")[0]

    assert known_of(2026, hint) == {"year": "2026", "source": "hint", "rule": rule, **more}


@pytest.mark.parametrize(
    "given", [{"slug": "Frau Muster"}, {"label": ""}, {"label": "x" * 81}, {"slug": "offer"}]
)
def test_a_title_of_the_file_is_a_slug_with_a_label(given: dict[str, Any]) -> None:
    assert MeasureTitle("fachtag", "x" * 80).retired is False
    with pytest.raises(ValueError, match=r"label|slug"):
        MeasureTitle(given.get("slug", "fachtag"), given.get("label", "Fachtag"))
