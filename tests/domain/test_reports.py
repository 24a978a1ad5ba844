"""What a report is like in other years and for other eyes: empty ones, earlier ones, quarters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.agreements import Agreed
from domain.disclosure.cells import Mode
from domain.disclosure.values import Unit
from domain.ledger.entries import LedgerKind, hosted_entries
from domain.report.material import Material
from domain.report.order import Order
from domain.report.structure import Report
from domain.training import Plan
from domain.vocabulary import Topic
from tests.domain.full_year import (
    JANUARY,
    MATERIAL,
    ROWS,
    changed,
    figures,
    item,
    made,
    outline,
    section,
    table,
)
from tests.domain.years import AS_OF, NETWORK, YEAR, closed, event, loose
from tests.report.making import build, build_quarter, build_quarters


def test_where_nothing_was_kept_a_sentence_says_so() -> None:
    report, _ = build(NETWORK, Material(YEAR), Order(AS_OF))

    assert section(report, "exchange") == ["report-no-contacts"]
    assert section(report, "goals") == ["report-no-goals"]
    assert section(report, "quotas") == ["report-no-quotas"]
    assert section(report, "quality") == ["report-quality", "E1", "E2 stacked", "E3", "E6"]
    assert figures(report, "D")["D2"] == ("missing", None, None)
    assert table(report.tables()["X1"])[1:] == []


def test_presence_at_conferences_is_a_share_from_ten_conferences_on() -> None:
    more = loose(LedgerKind.EXCHANGE_HELD, 7, "coordination-conference")
    assert "col-share" not in table(changed(more).tables()["B2"])[0]
    again = loose(LedgerKind.EXCHANGE_HELD, 1, "coordination-conference")
    assert table(changed(more, again).tables()["B2"]) == [
        "col-office | col-present | col-held-B2 | col-share",
        "office:a | 1 | 10 | 0.1 rate",
        "office:b | 1 | 10 | 0.1 rate",
    ]


def test_who_came_before_netzbote_was_not_asked_for_feedback() -> None:
    report = changed(loose(LedgerKind.ATTENDANCE, 100))

    assert figures(report, "E")["E1"] == (0.5, 44, 88)
    assert figures(report, "A")["A3"] == (188, None, None)
    assert table(report.tables()["C4"])[1:] == [
        "office:a | 60", "office:b | 16", "unnamed | 100", "total | 176"
    ]  # fmt: skip


def test_people_of_the_whole_county_are_explained() -> None:
    of = event(8, 11)
    report = changed(*closed(of, {"county-wide": 9}, {"school": 9}), events=[of])

    assert section(report, "participation")[4:6] == ["report-districts", "report-county-wide"]
    assert table(report.tables()["C4"])[3] == "office:county-wide | 9"


def test_joint_trainings_are_counted_by_their_hosts_and_each_pair_stands_once() -> None:
    hosts = {1: "ab", 2: "a", 3: "bac", 4: "ab"}  # the fourth is a conference
    rows = [e for n, of in hosts.items() for e in hosted_entries(n, JANUARY, of)]
    report = changed(*rows)

    assert figures(report, "C17") == {"C17": ("too-few", 2, 3)}
    assert table(report.tables()["C18"]) == [
        "col-offices | col-together",
        "parties:office:a office:b | 2",
        "parties:office:a office:c | 1",
        "parties:office:b office:c | 1",
    ]
    assert section(report, "joint") == ["C17", "C18", "report-joint"]


def test_agreements_say_by_whom_since_when_and_what_became_of_them() -> None:
    def made_on(number: int, year: int, title: str, *offices: str, **more: Any) -> Agreed:
        return Agreed(number, date(year, 6, number), title, offices=offices, **more)

    agreed = [
        made_on(1, YEAR - 3, "form"),
        made_on(2, YEAR - 2, "flyer", "a", kind="flyer"),
        made_on(3, YEAR - 1, "flyer", "a", replaces=2),
        made_on(4, YEAR, "reports", "a", "b", label="Meldewege", kind="agreement"),
        made_on(5, YEAR, "flyer", "b", "a", replaces=3),
    ]
    report = changed(agreed=agreed)

    assert table(report.tables()["B5"]) == [
        "col-agreement | col-offices | col-since | col-status",
        f"procedure:flyer | offices-all | day:{YEAR}-06-05 | in-force",
        f"title:Meldewege | offices-all | day:{YEAR}-06-04 | in-force",
        f"procedure:form | offices-unknown | day:{YEAR - 3}-06-01 | in-force",
        f"procedure:flyer | parties:office:a | day:{YEAR - 1}-06-03 | replaced:{YEAR}-06-05",
    ]
    assert figures(report, "B") == {"B4": (3, None, None)}
    assert figures(report, "E6") == {"E6": (1, None, None)}
    oldest = f"report-agreement-oldest:title=procedure:form:since=day:{YEAR - 3}-06-01"
    assert section(report, "coordination")[-1] == oldest


def three_years() -> tuple[Material, Material]:
    """Return two years before that of the report, in which fewer and fewer gave feedback."""

    def back(years: int) -> Material:
        courses = [replace(of, plan=_earlier(of.plan, years)) for of in MATERIAL.trainings]
        rows = [replace(row, day=row.day.replace(year=row.day.year - years)) for row in ROWS]
        answers = [replace(each, n=each.n - years) for each in MATERIAL.answers if each.n > years]
        return replace(
            MATERIAL, year=YEAR - years, entries=rows, trainings=courses, answers=answers
        )

    return back(2), back(1)


def _earlier(plan: Plan, years: int) -> Plan:
    moments = ("starts_at", "ends_at", "deadline_at", "withdraw_by")
    back = {name: getattr(plan, name) for name in moments}
    return replace(plan, **{n: at.replace(year=at.year - years) for n, at in back.items()})


def test_rates_stand_beside_the_year_before_and_from_three_years_on_over_all() -> None:
    before, last = three_years()
    two, _ = build(NETWORK, MATERIAL, Order(AS_OF), [last])
    three, _ = build(NETWORK, MATERIAL, Order(AS_OF), [before, last])

    assert {"C19", "E7"}.isdisjoint(two.tables())
    assert [item(of) for _, of in two.figures()["E1"].earlier] == [round(43 / 88, 3)]
    assert table(two.tables()["E2"])[1].split(" | ")[-2:] == ["3.6 mean", "3.7 mean"]
    assert table(three.tables()["E7"])[:3] == [
        f"col-figure | year:{YEAR - 2} | year:{YEAR - 1} | year:{YEAR}",
        f"fig-E1 | {42 / 88:.3f} rate | {43 / 88:.3f} rate | 0.5 rate",
        "feedback:useful | 3.8 mean | 3.7 mean | 3.6 mean",
    ]
    assert table(three.tables()["C19"]) == [
        f"col-figure | year:{YEAR - 2} | year:{YEAR - 1} | year:{YEAR}",
        "fig-C17 | too-few rate | too-few rate | too-few rate",
        "fig-C7 | 0.657 rate | 0.657 rate | 0.657 rate",
        "fig-C9 | 0.159 rate | 0.159 rate | 0.159 rate",
        "fig-D2 | 20 days | 20 days | 20 days",
    ]


def test_quotas_of_offices_that_left_the_network_stand_last() -> None:
    quotas = {1: {"b": 10, "z": 9, "y": 9}, 3: {"a": 8}}
    rows = table(changed(quotas=quotas).tables()["C14"])

    assert [row.split(" | ")[0] for row in rows[1:]] == [
        "office:a",
        "office:b",
        "office:y",
        "office:z",
    ]
    tiny = table(changed(quotas={1: {"b": 4}}).tables()["C14"])
    assert tiny[1].split(" | ") == [
        "office:b", "4", "hidden", "hidden rate", "hidden", "hidden"
    ]  # fmt: skip


def test_hidden_numbers_stand_last_and_in_the_order_of_the_list() -> None:
    needs = {"trauma": 3, "school": 4, "other": 30, "unlisted": 8, "neglect": 8, "daycare": 8}
    base = [row for row in ROWS if row.kind is not LedgerKind.NEED]
    rows = [*base, *(loose(LedgerKind.NEED, n, topic) for topic, n in needs.items())]
    report, _ = build(NETWORK, replace(MATERIAL, entries=rows), Order(AS_OF))
    order = [row.split(" | ")[0] for row in table(report.tables()["G1"])[1:-1]]

    ranked = ("other", "neglect", "daycare", "unlisted", "school", "trauma")
    assert order == [f"topic:{topic}" for topic in ranked]


def sectors_of(**came: int) -> Report:
    """Return the report of ten trainings to which so many of each sector came."""
    held = [event(n) for n in range(1, 11)]
    rows = [row for of in held for row in closed(of, {"a": sum(came.values())}, came)]
    return build(NETWORK, Material(YEAR, rows, held), Order(AS_OF))[0]


def test_how_many_sectors_met_is_a_mean_and_a_share_from_ten_trainings_on() -> None:
    mixed = figures(sectors_of(school=5, police=5, other=5), "C1")

    assert (mixed["C15"], mixed["C16"]) == ((3, None, 10), (1, 10, 10))
    pairs = figures(sectors_of(school=5, police=5), "C1")
    assert (pairs["C15"], pairs["C16"]) == ((2, None, 10), (0, 0, 10))


def test_how_many_sectors_met_is_hidden_where_it_would_tell_a_hidden_number() -> None:
    of = event(1)
    material = Material(YEAR, closed(of, {"a": 6}, {"school": 3, "police": 3}), [of])
    report, _ = build(NETWORK, material, Order(AS_OF))
    secret = {code: of for code, of in report.figures().items() if code in ("C15", "C16")}

    assert {code: item(of.value) for code, of in secret.items()} == {
        "C15": "hidden", "C16": "hidden"
    }  # fmt: skip
    assert [(item(of.part), item(of.whole)) for of in secret.values()] == [
        (None, "hidden"), ("hidden", "hidden")
    ]  # fmt: skip
    assert [(of.value.unit, of.part and of.part.unit) for of in secret.values()] == [
        (Unit.MEAN, None), (Unit.RATE, Unit.THINGS)
    ]  # fmt: skip


def test_equal_numbers_of_things_stand_by_name() -> None:
    held = [event(1, topic=Topic.TRAUMA), event(2, topic=Topic.BASICS)]
    rows = [row for of in held for row in closed(of, {"a": 9}, {"school": 9})]
    report, _ = build(NETWORK, Material(YEAR, rows, held), Order(AS_OF))

    assert table(report.tables()["C3"])[1:3] == ["topic:basics | 1", "topic:trauma | 1"]


# Earlier years


def before(year: int, people: int) -> Material:
    of = event(1, year=year)
    return Material(year, closed(of, {"a": people}, {"school": people}), [of])


def test_earlier_years_stand_beside_the_year_five_at_most_and_the_last_one_is_compared() -> None:
    earlier = [before(YEAR - n, 100 - 10 * n) for n in (3, 1, 6, 2, 5, 4)]
    other = [before(YEAR, 9), before(YEAR + 1, 9)]
    report, kept = build(NETWORK, MATERIAL, Order(AS_OF), [*earlier, *other])

    assert table(report.tables()["A"]) == [
        f"col-figure | {' | '.join(f'year:{year}' for year in range(2022, 2028))} | col-change",
        "fig-A1 | 1 | 1 | 1 | 1 | 1 | 4 | 3",
        "fig-A2 | 1 | 1 | 1 | 1 | 1 | 3 | 2",
        "fig-A3 | 50 | 60 | 70 | 80 | 90 | 88 | -2",
        "fig-A4 | 4 units | 4 units | 4 units | 4 units | 4 units | 17 units | 13 units",
        "fig-A5 | 200 units | 240 units | 280 units | 320 units | 360 units | 400 units | 40 units",
        "fig-A6 | 0 | 0 | 0 | 0 | 0 | 5 | 5",
    ]
    assert sorted(kept.of_years) == [YEAR - n for n in (5, 4, 3, 2, 1)]
    of_last = kept.of_years[YEAR - 1]
    assert of_last.said.keys() - (of_last.maybe or ()) == {"came", "hours"}


def test_without_the_year_before_nothing_is_compared() -> None:
    report, _ = build(NETWORK, MATERIAL, Order(AS_OF), [before(YEAR - 2, 50)])

    assert table(report.tables()["A"])[1] == "fig-A1 | 1 | 4 | missing"


def test_a_year_that_contradicts_itself_is_left_out_and_the_method_says_so() -> None:
    odd = before(YEAR - 1, 50)
    wrong = replace(odd, entries=[*odd.entries, loose(LedgerKind.ATTENDANCE, 9, office="b")])
    report, _ = build(NETWORK, MATERIAL, Order(AS_OF), [wrong, before(YEAR - 2, 50)])

    assert section(report, "method")[:2] == [
        "report-method", f"report-year-left-out:year=year:{YEAR - 1}"
    ]  # fmt: skip
    assert table(report.tables()["A"])[0] == "col-figure | year:2025 | year:2027 | col-change"


# Quarters


def test_a_quarter_has_the_main_figures_of_its_months() -> None:
    january, spring, summer, _ = build_quarters(NETWORK, MATERIAL, Order(AS_OF))

    assert [each.quarter for each in (january, spring, summer)] == [1, 2, 3]
    assert [value for value, *_ in figures(january, "A").values()] == [1, 1, 16, 4, 64, 0]
    assert [value for value, *_ in figures(spring, "A").values()] == [3, 2, 72, 13, 336, 5]
    assert [value for value, *_ in figures(summer, "A").values()] == [0, 0, 0, 0, 0, 0]
    assert outline(spring) == {"glance": {"glance": ["A1", "A2", "A3", "A4", "A5", "A6"]}}
    assert (january.hints, january.year, january.as_of) == ((), YEAR, AS_OF)
    assert build_quarter(NETWORK, MATERIAL, 2, Order(AS_OF)) == spring


def test_an_event_belongs_to_the_quarter_of_its_local_day() -> None:
    of = event(1, 3, 31)
    late = replace(of, plan=replace(of.plan, starts_at=of.plan.starts_at.replace(hour=22)))
    rows = [replace(row, day=date(YEAR, 4, 1)) for row in closed(late, {"a": 9}, {"school": 9})]
    first, second, *_ = build_quarters(NETWORK, Material(YEAR, rows, [late]), Order(AS_OF))

    assert figures(first, "A")["A1"] == (0, None, None)
    assert figures(second, "A")["A1"] == (1, None, None)


@pytest.mark.parametrize("quarter", [0, 5])
def test_there_are_four_quarters(quarter: int) -> None:
    with pytest.raises(ValueError, match=f"^There is no quarter {quarter}.$"):
        build_quarters(NETWORK, MATERIAL, Order(AS_OF), (quarter, 1))


# Whose eyes it is for


def test_an_office_reads_its_own_number_and_no_other() -> None:
    of = event(8, 11)
    material = Material(YEAR, closed(of, {"a": 2, "b": 3}, {"school": 5}), [of])

    def read(office: str | None, mode: Mode = Mode.SUPPRESS) -> tuple[Report, list[str]]:
        report, _ = build(NETWORK, material, Order(AS_OF, mode, office))
        return report, table(report.tables()["C4"])[1:]

    for_all, open_ = read(None)
    assert open_ == ["office:a | hidden", "office:b | hidden", "total | hidden"]
    assert (for_all.office, for_all.mode, for_all.quarter) == (None, Mode.SUPPRESS, None)
    assert for_all.hidden > 0
    assert (for_all.network, for_all.year, for_all.as_of) == ("small", YEAR, AS_OF)
    of_a, own = read("a")
    assert own == ["office:a | 2", "office:b | hidden", "total | hidden"]
    assert of_a.office == "a"
    rounded, fives = read(None, Mode.ROUND5)
    assert fives == ["office:a | 0", "office:b | 5", "total | 5"]
    assert rounded.mode is Mode.ROUND5


def test_the_hints_stand_in_the_report() -> None:
    assert [hint.code for hint in made().hints] == [
        "O12", "O8", "O3", "O12", "O7", "O11", "O6", "O1"
    ]  # fmt: skip
    ahead = [hint.suggestion for hint in changed(loose(LedgerKind.NEED, 99, "neglect")).hints]
    assert "suggestion-O3-planned" not in ahead
