"""What the report points at: each rule on both sides of its limit, in a year else without fault."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.disclosure.cells import Mode
from domain.exchange import institutions, pair
from domain.feedback import Answers, FeedbackItem
from domain.ledger.entries import Entry, LedgerKind, hosted_entries, quota_entries
from domain.measures import FITTING
from domain.network import Network
from domain.register import Tally
from domain.report.material import Ahead, Material
from domain.report.order import Order
from domain.report.rules import RULES, hints
from domain.report.structure import Hint, Label
from domain.training import Training
from domain.vocabulary import DeliveryMode, EventStatus, Topic
from tests.domain.years import (
    AS_OF,
    COURSES,
    EACH,
    MEETINGS,
    NETWORK,
    QUIET_YEAR,
    YEAR,
    all_met,
    closed,
    event,
    loose,
    rows_of,
    told,
    with_limits,
)
from tests.report.making import see

SMALL = Topic.TRAUMA
Said = tuple[str | None, dict[str, Any], Any, float, str]


def slug(label: Label | str | None) -> str | None:
    return label.slug if isinstance(label, Label) else label


def said(hint: Hint) -> Said:
    inputs = {str(slug(name)): shown.plain for name, shown in hint.inputs}
    return slug(hint.subject), inputs, hint.threshold.plain, hint.weight, hint.suggestion


def found(
    code: str,
    material: Material,
    network: Network = NETWORK,
    ahead: Sequence[Ahead] = (),
    mode: Mode = Mode.SUPPRESS,
    as_of: date = AS_OF,
) -> list[Said]:
    """Return what a rule says of a year: about what, from what, its limit, weight and advice."""
    facts, view = see(network, material, Order(as_of, mode))
    return [said(hint) for hint in hints(facts, view, ahead) if hint.code == code]


def year_of(
    courses: Sequence[Training],
    rows: Sequence[Entry],
    more: Sequence[Entry] = (),
    **changed: Any,
) -> Material:
    """Return the quiet year with these events and rows in the place of its own."""
    entries = [*rows, MEETINGS, *more]
    return replace(QUIET_YEAR, trainings=courses, entries=entries, **changed)


def quiet_with(
    more: Sequence[Entry] = (), held: Sequence[Training] = (), **changed: Any
) -> Material:
    """Return the quiet year with further rows and events."""
    return year_of([*COURSES, *held], rows_of(), more, **changed)


def test_a_year_without_fault_is_told_nothing() -> None:
    facts, view = see(NETWORK, QUIET_YEAR, Order(AS_OF))

    assert hints(facts, view) == ()


def test_the_heaviest_comes_first_and_equal_ones_by_their_number() -> None:
    facts, view = see(NETWORK, Material(YEAR, rows_of(), COURSES), Order(AS_OF))
    all_said = hints(facts, view)

    assert [(hint.code, hint.weight) for hint in all_said] == [("O8", 1.0), ("O9", 1.0)]
    limits = with_limits(network_meetings=4, feedback_rate=0.8)
    facts, view = see(limits, QUIET_YEAR, Order(AS_OF))
    assert [(hint.code, hint.weight) for hint in hints(facts, view)] == [("O8", 0.5), ("O9", 0.5)]
    limits = with_limits(network_meetings=4, feedback_rate=0.81)
    facts, view = see(limits, QUIET_YEAR, Order(AS_OF))
    assert [hint.code for hint in hints(facts, view)] == ["O9", "O8"]


# With little data nothing is said


@pytest.mark.parametrize(
    ("events", "attendances", "speaks"),
    [(5, 1_000, True), (6, 75, True), (6, 76, False), (5, 76, True)],
)
def test_rules_speak_of_enough_events_or_enough_attendances(
    events: int, attendances: int, speaks: bool
) -> None:
    network = with_limits(enough_events=events, enough_attendances=attendances)

    assert bool(found("O8", Material(YEAR, rows_of(), COURSES), network)) is speaks


def test_without_any_data_nothing_is_said() -> None:
    assert found("O8", Material(YEAR)) == []
    assert found("O8", Material(YEAR), with_limits(enough_events=0)) != []


@pytest.mark.parametrize(("left", "held", "heard"), [(5, 0, True), (4, 0, False), (4, 1, True)])
def test_of_events_that_nobody_closed_only_that_is_said(left: int, held: int, heard: bool) -> None:
    open_ = [event(n, status=EventStatus.PUBLISHED) for n in range(10, 10 + left)]
    done = COURSES[:held]
    material = Material(YEAR, [e for of in done for e in closed(of, *EACH)], [*open_, *done])
    facts, view = see(NETWORK, material, Order(AS_OF))

    assert [hint.code for hint in hints(facts, view)] == (["O11"] if heard else [])


# Waiting lists


def waiting(n: int, direct: int) -> Material:
    """Return the year with a topic for whose training so many waited and so many had seats."""
    of = event(6, topic=SMALL, seats=None)
    tallies = {Tally.WAITLISTED: n, Tally.CONFIRMED: direct}
    rows = [*closed(of, {}, {}, direct, tallies), told(of, 40)]
    return quiet_with(rows, [of])


def test_a_long_waiting_list_is_more_than_a_fifth_of_those_who_wanted_in() -> None:
    assert found("O1", waiting(20, 80)) == []
    assert found("O1", waiting(30, 70)) == [
        ("trauma", {"waitlisted": 30, "wishes": 100, "rate": 0.3}, 0.2, 0.1, "suggestion-O1")
    ]


def test_a_share_of_a_waiting_list_wants_ten_people() -> None:
    assert found("O1", waiting(9, 0)) == []
    assert found("O1", waiting(10, 0)) == [
        ("trauma", {"waitlisted": 10, "wishes": 10, "rate": 1}, 0.2, 0.8, "suggestion-O1")
    ]
    assert found("O1", waiting(4, 7)) == []  # a hidden number says nothing


# Empty seats


def seated(*came: int, seats: Sequence[int | None]) -> Material:
    """Return the year with trainings of one topic: who came, and how many seats each had."""
    held = [event(6 + n, topic=SMALL, seats=each) for n, each in enumerate(seats)]
    rows = [
        row
        for of, n in zip(held, came, strict=True)
        for row in (*closed(of, {"a": n}, {"school": n}), told(of, 40))
    ]
    return quiet_with(rows, held)


def test_many_empty_seats_are_less_than_three_fifths_taken_over_two_events() -> None:
    empty = ("trauma", {"came": 20, "seats": 40, "rate": 0.5, "events": 2}, 0.6, 0.1667)

    assert found("O2", seated(12, 12, seats=(20, 20))) == []
    assert found("O2", seated(10, 10, seats=(20, 20))) == [(*empty, "suggestion-O2")]
    assert found("O2", seated(5, seats=(20,))) == []


def test_an_event_without_a_limit_of_seats_does_not_fill_the_others() -> None:
    empty = ("trauma", {"came": 20, "seats": 40, "rate": 0.5, "events": 2}, 0.6, 0.1667)

    assert found("O2", seated(30, 10, 10, seats=(None, 20, 20))) == [(*empty, "suggestion-O2")]
    assert found("O2", seated(30, 5, seats=(None, 20))) == []
    assert found("O2", seated(30, 30, seats=(None, None)), with_limits(occupancy_events=0)) == []


def test_a_share_of_seats_wants_ten_of_them() -> None:
    empty = ("trauma", {"came": 5, "seats": 10, "rate": 0.5, "events": 2}, 0.6, 0.1667)

    assert found("O2", seated(5, 0, seats=(5, 5))) == [(*empty, "suggestion-O2")]
    assert found("O2", seated(5, 0, seats=(5, 4))) == []


def test_a_full_topic_does_not_hide_an_empty_one() -> None:
    half = found("O2", seated(10, 10, seats=(20, 20)))
    wide = found("O2", seated(10, 10, seats=(20, 20)), with_limits(occupancy_rate=0.76))

    assert [each[0] for each in half] == ["trauma"]
    assert [each[0] for each in wide] == ["trauma", "basics"]


# Needs without an offer


NEEDS = {"basics": 30, "trauma": 20, "school": 15, "neglect": 10, "daycare": 4, "police": 9}


def needed(**needs: int) -> Material:
    return quiet_with([loose(LedgerKind.NEED, n, topic) for topic, n in needs.items()])


def test_what_many_need_and_nobody_offered_weighs_by_its_place() -> None:
    material = needed(basics=30, trauma=20, school=15, neglect=10, other=9, trust=8)

    assert found("O3", material, with_limits(top_needs=4)) == [
        ("trauma", {"needs": 20, "events": 0}, 4, 0.75, "suggestion-O3"),
        ("school", {"needs": 15, "events": 0}, 4, 0.5, "suggestion-O3"),
        ("neglect", {"needs": 10, "events": 0}, 4, 0.25, "suggestion-O3"),
    ]
    assert found("O3", needed(trauma=3)) == []  # a hidden need says nothing
    assert found("O3", needed(trauma=7), with_limits(top_needs=1))[0][3] == 1


def test_a_planned_offer_makes_a_need_half_as_heavy_and_is_counted() -> None:
    material = needed(trauma=20, school=15)
    ahead = [
        Ahead(date(YEAR + 1, 2, 2), "Trauma", Topic.TRAUMA),
        Ahead(date(YEAR + 1, 3, 2), "Trauma", Topic.TRAUMA),
        Ahead(date(YEAR + 1, 3, 2), "Grundlagen", Topic.BASICS),
    ]

    assert found("O3", material, ahead=ahead) == [
        ("school", {"needs": 15, "events": 0}, 5, 0.8, "suggestion-O3"),
        ("trauma", {"needs": 20, "events": 0, "planned": 2}, 5, 0.5, "suggestion-O3-planned"),
    ]
    topical = found("O1", waiting(30, 70), ahead=ahead)
    assert topical == found("O1", waiting(30, 70))  # only a need is met by an offer


# Sectors that hardly come


def of_sectors(*months: int, **came: int) -> Material:
    """Return a year of trainings in these months; all come to the first."""
    held = [event(n, month, mode=DeliveryMode.ONLINE) for n, month in enumerate(months, 1)]
    everyone = sum(came.values())
    rows = closed(held[0], {"a": everyone}, {k.replace("_", "-"): n for k, n in came.items()})
    for each in held[1:]:
        rows += closed(each, {}, {})
    return year_of(held, [*rows, *(told(each, 40) for each in held)])


def test_a_sector_hardly_comes_below_one_in_twenty_and_all_such_are_one_hint() -> None:
    enough = of_sectors(1, 2, 3, 4, 5, youth_office=80, school=15, police=5)
    assert found("O4", enough) == []
    low = of_sectors(1, 2, 3, 4, 5, youth_office=84, school=10, police=6, other=60)
    assert found("O4", low) == [
        (None, {"police": 6, "all": 160, "offered": 2}, 0.05, 0.25, "suggestion-O4")
    ]
    lower = of_sectors(1, 2, 3, 4, 5, youth_office=194, school=6)
    assert found("O4", lower) == [
        (None, {"school": 6, "police": 0, "all": 200, "offered": 2}, 0.05, 1.0, "suggestion-O4")
    ]


def test_that_other_fields_of_work_hardly_come_is_no_fault() -> None:
    assert found("O4", of_sectors(1, 2, 3, 4, 5, youth_office=9, school=9, police=9)) == []


def test_a_share_of_a_sector_wants_thirty_attendances() -> None:
    lone = of_sectors(1, 2, 3, 4, 5, youth_office=15, school=14)
    assert found("O4", lone, with_limits(silent_quarters=3)) == []
    more = of_sectors(1, 2, 3, 4, 5, youth_office=15, school=15)
    assert found("O4", more, with_limits(silent_quarters=3)) == [
        (None, {"police": 0, "all": 30, "offered": 2}, 0.05, 1.0, "suggestion-O4")
    ]
    few = with_limits(silent_quarters=3, enough_attendances=0)
    assert found("O4", of_sectors(1, 2, 3, 4, 5, school=9), few) == []
    assert len(found("O4", of_sectors(1, 2, 3, 4, 5, school=10), few)) == 1


def test_who_never_came_is_named_once_trainings_were_offered_in_enough_quarters() -> None:
    twice = of_sectors(1, 2, 3, 4, 5, youth_office=15, school=14)
    assert found("O4", twice) == [
        (None, {"police": 0, "all": 29, "offered": 2}, 0.05, 1.0, "suggestion-O4")
    ]
    once = of_sectors(1, 1, 2, 3, 3, youth_office=15, school=14)
    assert found("O4", once) == []
    assert len(found("O4", once, with_limits(silent_quarters=0))) == 1
    assert found("O4", twice, mode=Mode.ROUND5) == []  # a rounded nought may be two people


def test_where_numbers_are_hidden_further_sectors_may_be_concerned() -> None:
    some = of_sectors(1, 2, 3, 4, 5, youth_office=90, school=3, police=4, other=9)
    assert found("O4", some) == []
    assert found("O4", of_sectors(1, 2, 3, 4, 5, youth_office=90, school=4, other=4)) == [
        (None, {"police": 0, "all": 98, "offered": 2}, 0.05, 1.0, "suggestion-O4-hidden")
    ]


# Quotas


def quotas(kept: Sequence[int], used: Sequence[int]) -> Material:
    """Return the year with a quota of office a in some trainings; b used its own in full."""
    rows: list[Entry] = []
    for of, n in zip(COURSES, used, strict=False):
        rows += quota_entries(of.id, date(YEAR, 1, 15), {("a", "school"): n, ("b", "school"): 5})
    shares = {of.id: {"a": n, "b": 5} for of, n in zip(COURSES, kept, strict=False)}
    return quiet_with(rows, quotas=shares)


def test_an_office_that_left_much_of_its_quota_twice_is_counted_and_not_named() -> None:
    assert found("O5", quotas((10, 10), (0, 0))) == [
        (None, {"offices": 1, "of": 2}, 0.5, 0.5, "suggestion-O5")
    ]
    assert found("O5", quotas((10,), (0,))) == []
    assert found("O5", quotas((10, 10), (10, 10))) == []


def test_of_a_hidden_number_of_quota_seats_nothing_is_said() -> None:
    assert found("O5", quotas((20, 20), (3, 0))) == []
    assert found("O5", quotas((2, 2), (0, 0))) == []  # so small a quota is told to nobody
    assert found("O5", quotas((3, 3), (0, 0))) == []  # nor one with little beside its smallest part
    assert len(found("O5", quotas((4, 4), (0, 0)))) == 1


def test_that_somebody_sat_beyond_a_quota_tells_which_was_used_up() -> None:
    once, seldom = with_limits(quota_times=1), with_limits(quota_times=1, quota_use=0.4)

    assert len(found("O5", quotas((6, 6), (0, 12)), once)) == 1
    assert found("O5", quotas((6, 6), (0, 9)), once) == []  # how many did is secret
    assert found("O5", quotas((6, 6), (0, 6)), once) == []  # it may have been three and three
    assert len(found("O5", quotas((7, 7), (0, 14)), seldom, mode=Mode.ROUND5)) == 1
    assert found("O5", quotas((8, 8), (0, 9)), seldom, mode=Mode.ROUND5) == []  # two may be none


# Seats lost


def lost(registered: int, came: int) -> Material:
    """Return the year with one big event: so many were registered, so many of them came."""
    of = event(6, topic=SMALL, seats=None)
    offices, sectors = {"a": came}, {"school": came}
    tallies = {Tally.CONFIRMED: registered}
    return quiet_with([*closed(of, offices, sectors, registered, tallies), told(of, 40)], [of])


def test_many_seats_are_lost_if_more_than_three_of_twenty_did_not_come() -> None:
    assert found("O6", lost(225, 180)) == []  # 45 of 300
    assert found("O6", lost(225, 165)) == [
        (None, {"lost": 60, "registered": 300, "rate": 0.2}, 0.15, 0.05, "suggestion-O6")
    ]


def test_a_share_of_lost_seats_wants_ten_of_them() -> None:
    def alone(n: int) -> Material:
        held = [event(each) for each in range(1, 6)]
        rows = [row for of in held[1:] for row in closed(of, {}, {})]
        return Material(YEAR, [*closed(held[0], {}, {}, n), *rows], held)

    assert found("O6", alone(9)) == []
    assert len(found("O6", alone(10))) == 1


# Time and meetings


def test_announcements_are_late_below_four_weeks_at_the_median() -> None:
    def year(*spans: int) -> Material:
        rows = [row for of in COURSES for row in closed(of, *EACH)]
        return year_of(
            COURSES, [*rows, *(told(*each) for each in zip(COURSES, spans, strict=True))]
        )

    assert found("O7", year(1, 1, 28, 50, 50)) == []
    assert found("O7", year(1, 1, 21, 50, 50)) == [(None, {"lead": 21}, 28, 0.25, "suggestion-O7")]
    untold = [row for of in COURSES for row in closed(of, *EACH)]
    assert found("O7", year_of(COURSES, untold)) == []


def test_network_meetings_are_few_below_two() -> None:
    def year(n: int, kind: str = "network-meeting") -> Material:
        rows = [*rows_of(), loose(LedgerKind.EXCHANGE_HELD, n, kind)]
        return replace(QUIET_YEAR, entries=rows)

    assert found("O8", year(2)) == []
    assert found("O8", year(1)) == [(None, {"meetings": 1}, 2, 0.5, "suggestion-O8")]
    assert found("O8", year(3, "round-table")) == [(None, {"meetings": 0}, 2, 1.0, "suggestion-O8")]


# Feedback


def forms(n: int, **changed: Any) -> Material:
    return replace(QUIET_YEAR, answers=(Answers(1, FeedbackItem.FORM, 0, n),), **changed)


def test_feedback_is_scarce_below_three_of_ten() -> None:
    wide = with_limits(feedback_rate=0.4)

    assert found("O9", forms(30), wide) == []
    assert found("O9", forms(15), wide) == [
        (None, {"forms": 15, "came": 75, "rate": 0.2}, 0.4, 0.5, "suggestion-O9")
    ]
    assert found("O9", forms(15)) == [
        (None, {"forms": 15, "came": 75, "rate": 0.2}, 0.3, 0.3333, "suggestion-O9")
    ]
    assert found("O9", forms(4)) == []  # a hidden number says nothing


def test_a_share_of_feedback_wants_ten_people_and_not_those_of_before() -> None:
    def of(n: int) -> Material:
        held = [event(each) for each in range(1, 6)]
        rows = [row for each in held[1:] for row in closed(each, {}, {})]
        return Material(YEAR, [*closed(held[0], {"a": n}, {"school": n}), *rows], held)

    assert found("O9", of(9)) == []
    assert len(found("O9", of(10))) == 1
    before = loose(LedgerKind.ATTENDANCE, 1_000)
    assert found("O9", replace(QUIET_YEAR, entries=[*QUIET_YEAR.entries, before])) == []


# Online


@pytest.mark.parametrize(
    ("online", "held", "inputs"),
    [
        (1, 5, None),
        (1, 6, ({"online": 1, "trainings": 6, "rate": None}, 0.1667)),
        (1, 10, ({"online": 1, "trainings": 10, "rate": 0.1}, 0.5)),
        (0, 5, ({"online": 0, "trainings": 5, "rate": None}, 1.0)),
        (0, 4, None),
    ],
)
def test_little_is_online_below_one_in_five_of_enough_trainings(
    online: int, held: int, inputs: tuple[dict[str, Any], float] | None
) -> None:
    for mode in (DeliveryMode.ONLINE, DeliveryMode.HYBRID):
        courses = [event(n) for n in range(1, held - online + 1)]
        courses += [event(100 + n, mode=mode) for n in range(online)]
        wanted = [(None, inputs[0], 0.2, inputs[1], "suggestion-O10")] if inputs else []

        assert found("O10", year_of(courses, rows_of(courses))) == wanted


def test_without_any_training_nothing_is_said_of_online() -> None:
    assert found("O10", year_of([], []), with_limits(enough_events=0)) == []
    alone = year_of([event(1)], rows_of([event(1)]))
    assert len(found("O10", alone, with_limits(enough_events=1))) == 1
    assert len(found("O10", alone, with_limits(enough_events=0))) == 1
    assert found("O10", alone, with_limits(enough_events=1, distance_share=0)) == []


# Events that nobody closed


@pytest.mark.parametrize(
    ("left", "held", "inputs"),
    [
        (0, 9, None),
        (1, 9, None),
        (1, 7, ({"unclosed": 1, "events": 8, "rate": None}, 0.025)),
        (2, 8, ({"unclosed": 2, "events": 10, "rate": 0.2}, 0.1)),
    ],
)
def test_more_than_one_event_in_ten_that_nobody_closed_is_said(
    left: int, held: int, inputs: tuple[dict[str, Any], float] | None
) -> None:
    courses = [event(n, mode=DeliveryMode.ONLINE) for n in range(1, held + 1)]
    open_ = [event(100 + n, status=EventStatus.PUBLISHED) for n in range(left)]
    wanted = [(None, inputs[0], 0.1, inputs[1], "suggestion-O11")] if inputs else []

    assert found("O11", year_of([*courses, *open_], rows_of(courses))) == wanted


def test_without_any_event_nothing_is_unclosed() -> None:
    assert found("O11", Material(YEAR), with_limits(enough_events=0)) == []


# Exchange


OFFICE_A, _, SCHOOL, POLICE, OTHERS = institutions(NETWORK)
OF_SCHOOL = [pair(SCHOOL, each) for each in institutions(NETWORK) if each != SCHOOL]
OF_POLICE = [pair(POLICE, each) for each in institutions(NETWORK) if each != POLICE]
OF_OTHERS = [pair(OTHERS, each) for each in institutions(NETWORK) if each != OTHERS]
OF_A = [pair(OFFICE_A, each) for each in institutions(NETWORK) if each != OFFICE_A]


def test_silent_sectors_are_one_hint_and_pairs_that_never_met_another() -> None:
    material = replace(QUIET_YEAR, counters=all_met(but=OF_SCHOOL))

    assert found("O12", material) == [
        (SCHOOL.key, {"quarters": 4, "of": 4}, 2, 1.0, "suggestion-O12"),
        ("report-pairs", {"pairs": 3, "of": 6}, 2, 0.5, "suggestion-O12"),
    ]
    both = replace(QUIET_YEAR, counters=all_met(but=[*OF_SCHOOL, *OF_POLICE]))
    named, pairs = found("O12", both)
    assert named[0] == f"{SCHOOL.key} {POLICE.key}"
    assert pairs[1:4] == ({"pairs": 5, "of": 6}, 2, 0.8333)


def test_that_nobody_spoke_with_others_is_no_finding() -> None:
    material = replace(QUIET_YEAR, counters=all_met(but=OF_OTHERS))

    assert found("O12", material) == []


def test_an_office_without_exchange_is_not_named() -> None:
    material = replace(QUIET_YEAR, counters=all_met(but=OF_A))

    assert [each[0] for each in found("O12", material)] == ["report-pairs"]


@pytest.mark.parametrize(
    ("as_of", "quarters"),
    [(date(YEAR, 3, 31), 1), (date(YEAR, 4, 1), 2), (date(YEAR, 12, 31), 4), (AS_OF, 4)],
)
def test_exchange_is_missed_once_two_quarters_have_begun(as_of: date, quarters: int) -> None:
    material = replace(QUIET_YEAR, counters=all_met(but=OF_SCHOOL))
    missed = [each[1:4] for each in found("O12", material, as_of=as_of) if each[0] == SCHOOL.key]

    wanted = ({"quarters": quarters, "of": quarters}, 2, quarters / 4)
    assert missed == ([wanted] if quarters > 1 else [])


def test_where_nobody_notes_exchange_its_absence_tells_nothing() -> None:
    assert found("O12", replace(QUIET_YEAR, counters=())) == []
    early = replace(QUIET_YEAR, counters=all_met(but=OF_SCHOOL))
    assert found("O12", early, with_limits(silent_quarters=0), as_of=date(YEAR - 1, 12, 31)) == []
    assert found("O12", early, with_limits(silent_quarters=0), as_of=date(YEAR, 1, 1)) != []


# Joint trainings


def hosted(*hosts: str) -> Material:
    """Return the year with these hosts of its trainings, a letter each; none where unknown."""
    rows = [
        row
        for of, offices in zip(COURSES, hosts, strict=True)
        for row in hosted_entries(of.id, of.plan.starts_at.date(), offices)
    ]
    return quiet_with(rows)


def test_few_joint_trainings_are_a_hint() -> None:
    rare = with_limits(joint_share=0.3)

    assert found("O13", hosted("a", "b", "ab", "a", "a"), rare) == [
        (None, {"joint": 1, "trainings": 5, "rate": None}, 0.3, 0.3333, "suggestion-O13")
    ]
    assert found("O13", hosted("a", "b", "ab", "a", "a")) == []  # a fifth is not below it
    assert len(found("O13", hosted("a", "b", "a", "a", "a"))) == 1


def test_where_hosts_are_not_recorded_or_there_is_one_office_nothing_is_missed() -> None:
    assert found("O13", QUIET_YEAR) == []
    assert found("O13", hosted("a", "b", "a", "a", "")) == []  # of four nobody can say much
    alone = replace(NETWORK, offices=NETWORK.offices[:1])
    assert found("O13", hosted("a", "a", "a", "a", "a"), alone) == []


def test_each_rule_has_a_measure_that_fits() -> None:
    assert [rule.__name__ for rule in RULES] == list(FITTING)
