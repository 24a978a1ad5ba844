"""The numbers of members, cell by cell: what hangs together, and what changed since a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from domain.disclosure.cells import Cell, Mode, Publication, Range, Relation, World, total_of
from domain.disclosure.protect import Decision
from domain.disclosure.values import hidden
from domain.disclosure.view import View
from domain.ledger.entries import Entry, LedgerKind
from domain.report.blocks import text
from domain.report.facts import Facts
from domain.report.material import Material
from domain.report.members import MemberCells, counted, first_time, growth
from domain.report.structure import Chapter, Label, Note, Section, Table
from domain.report.trend import Seen
from domain.training import Training
from tests.domain.years import AS_OF, NETWORK, YEAR, closed, event

MEMBERS, DECEMBER = LedgerKind.MEMBERS, date(YEAR, 12, 31)
NOTHING: dict[int, Sequence[Publication]] = {}


def facts(*rows: Entry, year: int = YEAR, events: Sequence[Training] = ()) -> Facts:
    return Facts(NETWORK, Material(year, rows, events), AS_OF)


def of_office(slug: str, n: int) -> Entry:
    return Entry(DECEMBER, MEMBERS, n, office=slug)


def of_sector(slug: str, n: int) -> Entry:
    return Entry(DECEMBER, MEMBERS, n, sector=slug)


def quarter(number: int, n: int) -> Cell:
    return Cell(f"members/{number}", n, "members", tier=1)


def office(slug: str, n: int, least: int = 0) -> Cell:
    known_to = frozenset({slug})
    return Cell(f"members-office/{slug}", n, "members-office", known_to=known_to, least=least)


def sector(slug: str, n: int, least: int = 0) -> Cell:
    return Cell(f"members-sector/{slug}", n, "members-sector", least=least)


def cells(*of: Cell) -> dict[str, Cell]:
    return {each.id: each for each in of}


WHOLE = Entry(DECEMBER, MEMBERS, 16)


def test_before_the_end_of_the_year_there_are_only_totals() -> None:
    rows = [Entry(date(YEAR, 3, 31), MEMBERS, 0), Entry(date(YEAR, 6, 30), MEMBERS, 12)]

    assert counted(facts(), NOTHING) == MemberCells({}, ())
    assert counted(facts(*rows), NOTHING) == MemberCells(cells(quarter(1, 0), quarter(2, 12)), ())


def test_offices_and_sectors_add_up_to_the_total_of_the_year() -> None:
    rows = [WHOLE, of_office("a", 9), of_office("x", 7), of_sector("school", 16)]
    found = counted(facts(*rows), NOTHING)

    assert found.cells == cells(
        quarter(4, 16),
        office("a", 9),
        office("b", 0),
        office("x", 7, least=1),  # in no file: that it has a row tells that somebody is there
        sector("youth-office", 0),
        sector("school", 16),
        sector("police", 0),
        sector("other", 0),
    )
    assert found.relations == (
        total_of("members/4", [f"members-office/{slug}" for slug in ("a", "b", "x")]),
        total_of(
            "members/4",
            [f"members-sector/{slug}" for slug in ("youth-office", "school", "police", "other")],
        ),
    )


def test_who_was_taken_back_is_no_least() -> None:
    rows = [WHOLE, of_office("a", 16), of_office("x", 1), of_office("x", -1)]

    assert counted(facts(*rows), NOTHING).cells["members-office/x"] == office("x", 0)


def test_parts_that_do_not_add_up_after_a_correction_say_nothing_of_the_total() -> None:
    rows = [WHOLE, of_office("a", 15), of_sector("school", 16)]
    sectors = ("youth-office", "school", "police", "other")

    assert counted(facts(*rows), NOTHING).relations == (
        total_of("members/4", [f"members-sector/{slug}" for slug in sectors]),
    )


A = "members-office/a"


def told(low: int, high: int | None, name: str = A) -> Publication:
    return Publication({name: low}, {name: Range(low, high)})


def change(year: int, n: int, low: int, high: int, name: str = A) -> MemberCells:
    """Return what a number of 20 tells beside one that was said of another year."""
    middle = (low + high) // 2
    word = "more" if n > middle else "fewer"
    then, step = f"members-then/{year}/{name}", f"members-{word}/{year}/{name}"
    known = frozenset({"a"} if name == A else ())
    implied = Cell(then, middle, "members-then", people=False, printed=False, known_to=known)
    moved = Cell(step, abs(n - middle), "members-change", printed=False, known_to=known)
    sign = -1 if n > middle else 1
    lines = (
        Relation(((1, then),), low, high),
        Relation(((1, name), (-1, then), (sign, step))),
    )
    return MemberCells(cells(implied, moved), lines)


def changes(n: int, others: Mapping[int, Sequence[Publication]]) -> MemberCells:
    """Return what is added to the year's own cells by what was published of others."""
    of = facts(Entry(DECEMBER, MEMBERS, n), of_office("a", n))
    alone, beside = counted(of, NOTHING), counted(of, others)
    more = {name: cell for name, cell in beside.cells.items() if name not in alone.cells}
    assert {**alone.cells, **more} == beside.cells
    assert beside.relations[: len(alone.relations)] == alone.relations
    return MemberCells(more, beside.relations[len(alone.relations) :])


@pytest.mark.parametrize(
    ("n", "low", "high"),
    [(20, 17, 17), (20, 23, 23), (20, 20, 20), (20, 13, 17), (20, 12, 17), (21, 20, 20)],
)
def test_between_two_years_lies_a_change_that_is_a_number_of_people(
    n: int, low: int, high: int
) -> None:
    assert changes(n, {YEAR - 1: [told(low, high)]}) == change(YEAR - 1, n, low, high)


def both(*of: MemberCells) -> MemberCells:
    merged: dict[str, Cell] = {}
    for each in of:
        merged |= each.cells
    return MemberCells(merged, tuple(line for each in of for line in each.relations))


TEN, TWELVE = [told(10, 10)], [told(12, 12)]
SILENT = [Publication({A: 3}, {})]
HIDES = [told(3, None)]


@pytest.mark.parametrize(
    ("others", "found"),
    [
        ({}, both()),
        ({YEAR: TEN}, both()),
        ({YEAR - 1: TEN, YEAR - 2: TWELVE}, both(change(YEAR - 1, 20, 10, 10))),
        ({YEAR - 2: TWELVE, YEAR - 1: TEN}, both(change(YEAR - 1, 20, 10, 10))),
        ({YEAR - 1: SILENT, YEAR - 2: TWELVE}, both(change(YEAR - 2, 20, 12, 12))),
        ({YEAR - 1: HIDES, YEAR - 2: TWELVE}, both(change(YEAR - 2, 20, 12, 12))),
        ({YEAR - 1: [], YEAR - 2: TWELVE}, both(change(YEAR - 2, 20, 12, 12))),
        ({YEAR - 1: HIDES}, both()),
        ({YEAR + 2: TWELVE, YEAR + 1: TEN}, both(change(YEAR + 1, 20, 10, 10))),
        ({YEAR + 1: SILENT, YEAR + 2: TWELVE}, both(change(YEAR + 2, 20, 12, 12))),
        (
            {YEAR + 1: TWELVE, YEAR - 1: TEN},
            both(change(YEAR - 1, 20, 10, 10), change(YEAR + 1, 20, 12, 12)),
        ),
        ({YEAR - 1: [*TWELVE, *TEN]}, both(change(YEAR - 1, 20, 10, 10))),
        ({YEAR - 1: [*TEN, *SILENT]}, both(change(YEAR - 1, 20, 10, 10))),
        ({YEAR - 1: [*TEN, *HIDES]}, both()),  # the last version that has it counts
        ({YEAR - 1: [told(10, 10, "members-office/z")]}, both()),
    ],
)
def test_the_next_years_that_told_a_number_count(
    others: Mapping[int, Sequence[Publication]], found: MemberCells
) -> None:
    assert changes(20, others) == found


def test_the_number_of_a_sector_is_known_to_nobody() -> None:
    name = "members-sector/school"
    of = facts(WHOLE, of_sector("school", 16))
    found = counted(of, {YEAR - 1: [told(10, 10, name)]})
    wanted = change(YEAR - 1, 16, 10, 10, name)

    assert found.relations[1:] == wanted.relations
    assert {**found.cells, **wanted.cells} == found.cells


ROWS = (
    Entry(date(YEAR, 6, 30), MEMBERS, 12),
    WHOLE,
    of_office("a", 13),
    of_office("b", 3),
    of_sector("school", 16),
)
QUARTERS = (text("col-quarter"), text("col-members"))


def view_of(of: Facts, *hides: str) -> View:
    own = counted(of, NOTHING)
    return View(World(own.cells, own.relations), Decision(Mode.SUPPRESS, frozenset(hides)))


def test_the_chapter_tells_members_by_quarter_office_and_sector() -> None:
    of = facts(*ROWS)
    view = view_of(of, A)
    total = (text("total"), view("members/4"))
    sectors = tuple(
        (Label("sector", slug), view(f"members-sector/{slug}"))
        for slug in ("youth-office", "school", "police", "other")
    )

    assert growth((of, view), []) == Chapter(
        "growth",
        (
            Section(
                "growth",
                (
                    Table(
                        "N1",
                        QUARTERS,
                        (
                            (Label("quarter", "2"), view("members/2")),
                            (Label("quarter", "4"), view("members/4")),
                        ),
                    ),
                    Table(
                        "N2",
                        (text("col-district"), text("col-members")),
                        (
                            (Label("office", "a"), hidden()),
                            (Label("office", "b"), view("members-office/b")),
                        ),
                        total,
                    ),
                    Table("N3", (text("col-sector"), text("col-members")), sectors, total),
                    Note("report-members"),
                ),
            ),
        ),
    )


def test_quarters_stand_in_their_order_and_without_parts_there_are_no_tables_of_them() -> None:
    of = facts(Entry(date(YEAR, 9, 30), MEMBERS, 14), Entry(date(YEAR, 3, 31), MEMBERS, 12))
    view = view_of(of)
    rows = tuple((Label("quarter", f"{n}"), view(f"members/{n}")) for n in (1, 3))

    assert growth((of, view), []).sections[0].blocks == (
        Table("N1", QUARTERS, rows),
        Note("report-members"),
    )


def test_where_nobody_was_counted_the_chapter_says_so() -> None:
    of = facts()

    assert growth((of, view_of(of)), []) == Chapter(
        "growth", (Section("growth", (Note("report-no-members"),)),)
    )


def attended(year: int, offices: Mapping[str, int], sectors: Mapping[str, int]) -> Facts:
    """Return a year with one training, to which so many came."""
    held = event(1, year=year)
    rows = closed(held, offices, sectors)
    return facts(*rows, year=year, events=(held,))


def seen(of: Facts, *hides: str, mode: Mode = Mode.SUPPRESS, lacks: str = "") -> Seen:
    """Return a year as it is read, with these numbers hidden."""
    there = {f"office/{slug}": n for slug, n in of.by_office().items()}
    there |= {f"sector/{slug}": n for slug, n in of.by_sector().items()}
    made = cells(*(Cell(name, n, name[:6]) for name, n in there.items() if name != lacks))
    return of, View(World(made), Decision(mode, frozenset(hides)))


NOW = attended(YEAR, {"a": 12, "b": 8}, {"school": 15, "police": 5})
BEFORE = attended(YEAR - 1, {"a": 12}, {"school": 12})
OLDER = attended(YEAR - 3, {"a": 12}, {"school": 7, "police": 5})
COLUMNS = (text("col-institution"), text("col-people"))
B, POLICE = "office/b", "sector/police"


def new(now: Seen, *earlier: Seen) -> list[str]:
    """Return who came for the first time, each with its number."""
    table, since = first_time(now, earlier)
    assert isinstance(table, Table)
    oldest = str(min(of.year for of, _ in earlier))
    assert since == Note("report-first-time", (("since", Label("year", oldest)),))
    found = [name for name, _ in table.rows if isinstance(name, Label)]
    view = now[1].afresh()
    assert table == Table("N4", COLUMNS, tuple((e, view(f"{e.kind}/{e.slug}")) for e in found))
    return [f"{each.kind}/{each.slug}" for each in found]


def test_who_came_and_by_what_was_published_never_before_is_told() -> None:
    assert new(seen(NOW), seen(BEFORE)) == [B, POLICE]
    assert new(seen(NOW), seen(BEFORE), seen(OLDER)) == [B]
    assert new(seen(NOW), seen(OLDER), seen(BEFORE)) == [B]
    assert new(seen(BEFORE), seen(NOW)) == []


def test_what_is_hidden_in_any_year_is_told_of_nobody() -> None:
    assert new(seen(NOW, B), seen(BEFORE)) == [POLICE]
    assert new(seen(NOW), seen(BEFORE, B)) == [POLICE]
    assert new(seen(NOW), seen(BEFORE, lacks=POLICE)) == [B]


def test_of_what_is_rounded_only_more_than_it_may_be_off_is_somebody() -> None:
    few = attended(YEAR, {"a": 12, "b": 2}, {"school": 9, "police": 5})

    assert new(seen(few, mode=Mode.ROUND5), seen(BEFORE)) == [POLICE]
    assert new(seen(NOW), seen(BEFORE, mode=Mode.ROUND5)) == []  # 0 may be one or two


def test_in_the_first_year_nobody_is_new() -> None:
    assert first_time(seen(NOW), []) == ()


def test_the_chapter_ends_with_who_came_for_the_first_time() -> None:
    now, earlier = seen(NOW), [seen(BEFORE)]
    blocks = growth(now, earlier).sections[0].blocks

    assert blocks == (Note("report-no-members"), *first_time(now, earlier))
    assert len(blocks) == 3
