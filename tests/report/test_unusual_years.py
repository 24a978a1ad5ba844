"""Years that are unlike others: empty, first, tiny, long, wide, old, contradictory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from domain.disclosure.cells import DoesNotAddUp, Mode
from domain.disclosure.values import Shown, Sign
from domain.exchange import Counted, Series
from domain.ledger.entries import Entry, LedgerKind
from domain.network import Municipality, Network, Office
from domain.register import Tally
from domain.report.material import Material
from domain.report.order import Order
from domain.report.structure import Label, Note, Report
from tests.report.builders import AS_OF, YEAR, closed, training
from tests.report.making import build, build_quarter

DAY = date(YEAR, 5, 4)


def old_year(year: int, offices: dict[str, int], total: int = 60) -> Material:
    """Return a year of old totals, as they are imported."""
    day = date(year, 5, 4)
    rows = [
        Entry(day, LedgerKind.EVENT_HELD, 3, detail="seminar"),
        Entry(day, LedgerKind.ATTENDANCE, total),
        *(Entry(day, LedgerKind.ATTENDANCE, n, office=slug) for slug, n in offices.items()),
    ]
    return Material(year, rows)


def notes(report: Report) -> Iterator[Note]:
    for section in report.sections():
        yield from (block for block in section.blocks if isinstance(block, Note))


def made(
    network: Network, material: Material, *earlier: Material, mode: Mode = Mode.SUPPRESS
) -> Report:
    return build(network, material, Order(AS_OF, mode), earlier)[0]


def shown(report: Report, code: str, slug: str, column: int = 1) -> Shown:
    """Return a number of a table."""
    (row,) = [
        r for r in report.tables()[code].rows if isinstance(r[0], Label) and r[0].slug == slug
    ]
    item = row[column]
    assert isinstance(item, Shown)
    return item


def test_an_empty_year_is_a_report_without_hints(network: Network) -> None:
    for mode in Mode:
        report = made(network, Material(YEAR), mode=mode)

        assert report.figures()["A3"].value.sign is Sign.NONE
        assert report.figures()["C7"].value.sign is Sign.TOO_FEW
        assert report.hints == ()
        assert report.hidden == 0


def test_a_first_year_has_nothing_to_compare(network: Network) -> None:
    course = training(1)
    report = made(
        network, Material(YEAR, closed(course, {"rkn-neuss": 9}, {"school": 9}), [course])
    )

    assert report.figures()["A3"].earlier == ()
    assert report.figures()["A3"].change is None


def test_one_training_tells_no_mix_of_sectors(network: Network) -> None:
    course = training(1)
    rows = closed(course, {"rkn-neuss": 9}, {"school": 7, "police": 2})
    figures = made(network, Material(YEAR, rows, [course])).figures()

    assert figures["A3"].value.plain == 9
    assert {figures[c].value.sign for c in ("C15", "C16")} == {Sign.HIDDEN}


def test_no_rate_stands_on_fewer_than_ten(network: Network) -> None:
    courses = [training(n) for n in range(1, 10)]
    rows = [e for c in courses for e in closed(c, {"rkn-neuss": 20}, {"school": 10, "health": 10})]
    figures = made(network, Material(YEAR, rows, courses)).figures()

    assert {figures[c].value.sign for c in ("C15", "C16")} == {Sign.TOO_FEW}


def test_presence_is_silent_where_it_tells_a_number(network: Network) -> None:
    courses = [training(n) for n in range(1, 13)]
    rows = []
    for n, course in enumerate(courses):
        sectors = {"school": 20, "police": 1} if n < 3 else {"school": 21}
        rows += closed(course, {"rkn-neuss": 21}, sectors)
    report = made(network, Material(YEAR, rows, courses))

    assert not shown(report, "C5", "police").open
    assert report.figures()["C15"].value.sign is Sign.HIDDEN


def test_a_year_that_contradicts_itself_is_left_out_and_said(network: Network) -> None:
    good, bad = old_year(2024, {"rkn-neuss": 60}), old_year(2025, {"rkn-neuss": 70})
    report = made(network, Material(YEAR), good, bad)
    (said,) = [note for note in notes(report) if note.text == "report-year-left-out"]

    assert [year for year, _ in report.figures()["A3"].earlier] == [2024]
    assert said.values == (("year", Label("year", "2025")),)
    with pytest.raises(DoesNotAddUp):
        made(network, replace(bad, year=2025))


def test_old_totals_without_a_breakdown_have_a_row_of_their_own(network: Network) -> None:
    report = made(network, old_year(YEAR, {}))
    last = report.tables()["C4"].rows[-1]

    assert last[0] == Label("text", "report-unnamed")
    assert isinstance(last[1], Shown)
    assert last[1].plain == 60
    assert report.figures()["E1"].whole == report.figures()["C7"].part  # nobody was asked


def test_ten_years_compare_with_the_last_five(network: Network) -> None:
    earlier = [old_year(year, {"rkn-neuss": 60}) for year in range(YEAR - 9, YEAR)]
    report = made(network, Material(YEAR), *earlier)

    assert [y for y, _ in report.figures()["A3"].earlier] == list(range(YEAR - 5, YEAR))
    assert report.figures()["A3"].change is not None


def wide(network: Network) -> Network:
    """Return a network of 23 offices whose names hurt."""
    offices = [
        Office(f"amt-{n}", f'Jugendamt "Süd & <Öst>" {n}', f"O'Groß {n}", (town,))
        for n, town in enumerate(Municipality(f"{5_000_000 + n:08}", f"Ört {n}") for n in range(23))
    ]
    return replace(network, offices=tuple(offices), contacts=())


def found_out(people: dict[str, int], closed: set[str], small: set[str]) -> bool:
    """Return whether a small number could be concluded if only these were closed.

    All other numbers and the total are open, so the sum of the closed ones is known; and each
    office that is closed still knows its own.
    """
    for own in (None, *closed):
        rest = closed - {own}
        if rest & small and (len(rest) == 1 or sum(people[each] for each in rest) < 5):
            return True
    return False


@pytest.mark.parametrize(
    ("few", "needed"),
    [
        ({}, 0),
        ({"amt-0": 3}, 2),
        ({"amt-0": 3, "amt-1": 2}, 1),
        ({"amt-0": 1, "amt-1": 1, "amt-2": 9}, 2),
        ({"amt-0": 4, "amt-1": 4, "amt-2": 4}, 0),
    ],
)
def test_a_network_of_23_offices_with_names_that_hurt(
    network: Network, few: dict[str, int], needed: int
) -> None:
    many = wide(network)
    courses = [training(n, day=date(YEAR, n % 12 + 1, 3 + n % 20)) for n in range(1, 31)]
    rows = []
    for n, course in enumerate(courses):
        offices = {f"amt-{4 + (n * 7 + k) % 19}": 1 + (n + k) % 4 for k in range(9)}
        offices |= few if n == 0 else {}
        whole = sum(offices.values())
        rows += closed(course, offices, {"school": whole - 3, "police": 1, "health": 2})
    report = made(many, Material(YEAR, rows, courses))
    people = {o.slug: sum(e.n for e in rows if e.office == o.slug) for o in many.offices}
    small = {slug for slug, n in people.items() if 0 < n < 5}
    hidden = {o.slug for o in many.offices if not shown(report, "C4", o.slug).open}

    assert len(report.tables()["C4"].rows) == 23
    assert report.figures()["A3"].value.open
    assert small == {slug for slug, n in few.items() if n < 5}
    assert small <= hidden
    assert len(hidden - small) == needed
    assert not found_out(people, hidden, small)
    for slug in hidden - small:
        assert found_out(people, hidden - {slug}, small), f"{slug} is hidden for nothing"


def test_the_order_of_needs_does_not_tell_a_hidden_one(network: Network) -> None:
    needs = {"trauma": 9, "school": 6, "neglect": 2, "basics": 8}
    rows = [Entry(DAY, LedgerKind.NEED, n, detail=slug) for slug, n in needs.items()]
    report = made(network, Material(YEAR, rows))
    order = [r[0].slug for r in report.tables()["G1"].rows if isinstance(r[0], Label)]
    opened = [shown(report, "G1", slug).open for slug in order]

    assert opened == sorted(opened, reverse=True)
    assert not all(opened)
    secret = [slug for slug, is_open in zip(order, opened, strict=True) if not is_open]
    assert secret == sorted(secret)


def test_who_came_in_one_quarter_only_is_not_told_by_quarter(network: Network) -> None:
    courses = [training(n, day=date(YEAR, 3 * n, 4)) for n in range(1, 5)]
    rows = []
    for n, course in enumerate(courses):
        sectors = {"school": 30, "police": 6} if n == 0 else {"school": 36}
        rows += closed(course, {"rkn-neuss": 36}, sectors)
    report = made(network, Material(YEAR, rows, courses))
    (hint,) = [h for h in report.hints if h.code == "O4"]
    inputs = {name.slug if isinstance(name, Label) else name: n.plain for name, n in hint.inputs}

    assert shown(report, "C5", "police").plain == 6
    assert (inputs["police"], inputs["health"]) == (6, 0)
    assert inputs.keys() - {"police", "health"} >= {"all", "offered"}
    assert inputs["offered"] == 4  # those with trainings, which everybody knows
    assert not [name for name in inputs if "quarter" in name]


def test_no_quarter_of_the_future_counts_as_silent(network: Network) -> None:
    counters = [Counted(date(YEAR, 1, 1), Series.PAIR, "office:rkn-kaarst+sector:school", 9)]
    courses = [training(n, day=date(YEAR, 1, 3 + n)) for n in range(6)]
    rows = [e for c in courses for e in closed(c, {"rkn-neuss": 9}, {"school": 9})]
    material = Material(YEAR, rows, courses, counters)

    def silent(as_of: date) -> int:
        return sum(h.code == "O12" for h in build(network, material, Order(as_of))[0].hints)

    assert silent(date(YEAR, 2, 1)) == 0
    assert silent(date(YEAR, 4, 1)) == silent(AS_OF) > 0


def test_seats_lost_count_a_late_withdrawal_once(network: Network) -> None:
    course = training(1)
    tallies = {Tally.CONFIRMED: 50, Tally.LATE_WITHDRAWN: 8}
    courses = [training(n) for n in range(2, 7)]
    rows = closed(course, {"rkn-neuss": 36}, {"school": 36}, registered=42, tallies=tallies)
    report = made(network, Material(YEAR, rows, [course, *courses]))
    figure = report.figures()["C13"]
    assert figure.part is not None
    assert figure.whole is not None

    assert (figure.part.plain, figure.whole.plain) == (14, 50)


def test_a_comparison_keeps_closed_what_was_published_closed(network: Network) -> None:
    courses = [training(n, day=date(2025, 2 * n, 4)) for n in range(1, 7)]
    rows = [
        e for c in courses for e in closed(c, {"rkn-neuss": 9, "rkn-kaarst": 8}, {"school": 17})
    ]
    old = Material(2025, rows, courses)
    _, out = build(network, old, Order(date(2026, 1, 5)))
    found_later = [
        Entry(courses[0].plan.starts_at.date(), LedgerKind.ATTENDANCE, 2, 1),
        Entry(courses[0].plan.starts_at.date(), LedgerKind.ATTENDANCE, 2, 1, office="rkn-neuss"),
        Entry(courses[0].plan.starts_at.date(), LedgerKind.ATTENDANCE, 2, 1, sector="school"),
    ]
    grown = replace(old, entries=[*rows, *found_later])
    plain, _ = build(network, Material(YEAR), Order(AS_OF), [grown])
    order = Order(AS_OF, before={2025: (out,)})
    careful, said = build(network, Material(YEAR), order, [grown])

    assert dict(plain.figures()["A3"].earlier)[2025].plain == 104
    assert out.said["came"].exact
    assert not dict(careful.figures()["A3"].earlier)[2025].open  # 104 less 102 tells two people
    change = careful.figures()["A3"].change
    assert change is None or not change.open
    of_last = said.of_years[2025]
    assert of_last.said.keys() - (of_last.maybe or ()) == {"came", "hours"}


def test_a_quarter_does_not_open_what_the_year_hides(network: Network) -> None:
    course, tiny = training(1, day=date(YEAR, 2, 4)), training(2, day=date(YEAR, 8, 4))
    rows = [
        *closed(course, {"rkn-neuss": 12}, {"school": 12}),
        *closed(tiny, {"rkn-neuss": 3}, {"school": 3}),
    ]
    material = Material(YEAR, rows, [course, tiny])
    quarters = [build_quarter(network, material, q, Order(AS_OF)).figures()["A3"] for q in (1, 3)]
    year = made(network, material).figures()["A3"]

    assert not quarters[1].value.open
    assert not (quarters[0].value.open and year.value.open)
