"""Reports side by side: which may stand there, in which order, and under which name."""

from __future__ import annotations

from datetime import date

import pytest

from domain.disclosure.values import Sign, Unit
from domain.report_compare import (
    GROUPS,
    Alone,
    Compared,
    ComparedGroup,
    Comparison,
    Place,
    PrintedReport,
    PrintedValue,
    Twice,
    _rates,
    compare,
)

SEATS, OTHERS, MEAN = ("C7", "value"), ("C8", "value"), ("C15", "value")
GROUP = ComparedGroup(
    "seats", (Compared(SEATS), Compared(OTHERS), Compared(MEAN, Unit.MEAN, of_people=True))
)


def printed(
    network: str,
    year: int = 2027,
    name: str = "Kreis",
    *,
    rounded: bool = False,
    sample: bool = False,
    places: tuple[Place, ...] = (),
) -> PrintedReport:
    values = {place: PrintedValue(Sign.VALUE, "1", 1) for place in places}
    as_of = date(year + 1, 1, 20)
    return PrintedReport(network, name, year, as_of, "de", rounded, sample, values)


def test_reports_stand_by_name_network_and_year() -> None:
    last = printed("a", name="b")
    first = [printed("z", name="A"), printed("y", 2026, "a b"), printed("y", 2027, "a b")]
    same = [printed("w", 2027, "A C"), printed("x", 2025, "a c")]

    found = compare([last, same[1], first[2], same[0], first[1], first[0]])

    assert found == Comparison((*first, *same, last))
    assert isinstance(found, Comparison)
    assert found.years == (2025, 2026, 2027)


@pytest.mark.parametrize(
    ("reports", "found"),
    [
        ([printed("a")], Alone()),
        ([printed("a"), printed("a", 2026)], Alone()),
        ([printed("a"), printed("a")], Twice("a", 2027)),
        ([printed("a"), printed("b", 2026), printed("b", 2026, "B")], Twice("b", 2026)),
    ],
)
def test_one_network_is_alone_and_two_versions_of_a_year_are_refused(
    reports: list[PrintedReport], found: Alone | Twice
) -> None:
    assert compare(reports) == found


def test_networks_of_one_name_are_told_apart() -> None:
    one, two, other = printed("a"), printed("b"), printed("c", name="Stadt")
    found = Comparison((one, two, other, printed("c", 2026, "Stadt")))

    assert [found.named(each) for each in (one, two, other)] == ["Kreis (a)", "Kreis (b)", "Stadt"]


def test_of_a_group_stands_there_what_any_of_the_reports_prints() -> None:
    found = Comparison((printed("a", places=(MEAN,)), printed("b", places=(SEATS, MEAN))))

    assert found.there(GROUP) == (GROUP.compared[0], GROUP.compared[2])
    assert Comparison((printed("a"),)).there(GROUP) == ()


def test_what_is_rounded_or_made_up_in_one_report_is_told_of_all() -> None:
    plain, rounds = printed("a"), printed("b", rounded=True)
    both = Comparison((plain, rounds))

    assert (both.rounded, both.sample) == (True, False)
    assert Comparison((plain,)).rounded is False
    assert Comparison((plain, printed("c", sample=True))).sample is True
    assert [plain.rounds(each) for each in GROUP.compared] == [False, False, False]
    assert [rounds.rounds(each) for each in GROUP.compared] == [False, False, True]


def test_each_place_is_compared_once_and_only_rates_of_people_are_rounded() -> None:
    compared = [each for group in GROUPS for each in group.compared]
    codes = {each.place[0] for each in compared if each.of_people}

    assert len({each.place for each in compared}) == len(compared)
    assert codes == {"C5", "C7", "C8", "C9", "C10", "C11", "C12", "C13", "D4", "E1"}
    assert {each.unit for each in compared if each.place[0] == "C7"} == {Unit.RATE}
    assert Compared(("E1", "value"), Unit.RATE, of_people=True) in compared
    assert _rates("C7", "E1") == (
        Compared(("C7", "value"), Unit.RATE, of_people=True),
        Compared(("E1", "value"), Unit.RATE, of_people=True),
    )
