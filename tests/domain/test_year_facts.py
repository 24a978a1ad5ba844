"""A year in plain numbers, counted by hand: what counts, what does not, and under which name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from domain.disclosure.cells import Mode
from domain.exchange import Counted, Series
from domain.feedback import Answers, FeedbackItem
from domain.ledger.entries import Entry, LedgerKind
from domain.register import Tally
from domain.report.facts import Facts, QuotaUse, SeatsKept, is_exchange, is_training
from domain.report.material import Material
from domain.report.mixing import Mix, mix_of, tells
from domain.report.order import Order
from domain.report.quotas import Often
from domain.vocabulary import EventFormat, EventStatus, Sector, Topic
from tests.domain.years import AS_OF, NETWORK, YEAR, closed, event, loose, told
from tests.report.making import see

CAME, HELD, LOGGED = LedgerKind.ATTENDANCE, LedgerKind.EVENT_HELD, LedgerKind.EXCHANGE_HELD
SEMINAR = event(1, units=4)
LECTURE = event(2, 5, form=EventFormat.LECTURE, topic=Topic.TRAUMA, seats=None, units=2)
CONFERENCE = event(3, 6, form=EventFormat.COORDINATION_CONFERENCE)
ROUND_TABLE = event(4, 7, form=EventFormat.ROUND_TABLE)
INFORMATION = event(5, 8, form=EventFormat.INFO_SESSION)
FORGOTTEN = event(6, 9, status=EventStatus.PUBLISHED)
TALLIES = {Tally.CONFIRMED: 9, Tally.WAITLISTED: 4, Tally.PROMOTED: 2}
ROWS = [
    *closed(SEMINAR, {"a": 6, "b": 1}, {"school": 7}, 9, TALLIES),
    *closed(LECTURE, {"b": 5}, {"police": 3, "school": 2}, 6, {Tally.CONFIRMED: 7}),
    *closed(CONFERENCE, {"a": 2}, {"youth-office": 2}),
    *closed(ROUND_TABLE, {"a": 3}, {"youth-office": 3}),
    *closed(INFORMATION, {"a": 40}, {"school": 40}),
]
EVENTS = (SEMINAR, LECTURE, CONFERENCE, ROUND_TABLE, INFORMATION, FORGOTTEN)


def facts(*more: Entry, as_of: date = AS_OF, **changed: Any) -> Facts:
    """Return the facts of the year with further rows."""
    material = Material(YEAR, [*ROWS, *more], EVENTS)
    return Facts(NETWORK, replace(material, **changed), as_of)


def numbers(found: list[Any]) -> list[int]:
    return [each.training.id for each in found]


def test_events_are_counted_by_what_they_are() -> None:
    year = facts()

    assert numbers(year.held) == [1, 2, 3, 4, 5]
    assert numbers(year.courses) == [1, 2]
    assert numbers(year.meetings) == [3, 4]
    assert numbers(year.with_seats) == [1]
    assert numbers(year.announced(EventFormat.COORDINATION_CONFERENCE)) == [3]
    assert [each.id for each in year.unclosed] == [6]
    assert (year.events, year.trainings_held, year.exchanges) == (5, 2, 2)
    assert year.sessions() == {"coordination-conference": 1, "round-table": 1}
    assert facts(as_of=date(YEAR, 9, 12)).unclosed == []


def test_events_of_before_and_logged_meetings_count_by_the_format_they_name() -> None:
    more = [
        loose(HELD, 3, "seminar"),
        loose(HELD, 2),  # names no format: a training
        loose(HELD, 4, "network-meeting"),
        loose(HELD, 1, "info-session"),
        loose(LOGGED, 5, "round-table"),
        loose(LOGGED, 90, "round-table:minutes"),
        loose(LOGGED, 1, "round-table", office="a"),
        loose(LOGGED, 6, "quality-dialogue"),
        loose(LOGGED, -6, "quality-dialogue"),
    ]
    year = facts(*more)

    assert year.events == 5 + 3 + 2 + 4 + 1
    assert year.trainings_held == 2 + 3 + 2
    assert year.exchanges == 2 + 4 + 5
    assert year.sessions() == {
        "coordination-conference": 1, "round-table": 1 + 5, "network-meeting": 4
    }  # fmt: skip
    assert year.imported_events() == more[:4]


@pytest.mark.parametrize(
    ("detail", "training", "exchange"),
    [
        ("", True, False),
        ("seminar", True, False),
        ("round-table", False, True),
        ("info-session", False, False),
        ("unknown", False, False),
    ],
)
def test_what_a_row_of_before_counts_as(detail: str, training: bool, exchange: bool) -> None:
    assert (is_training(detail), is_exchange(detail)) == (training, exchange)


def test_people_of_before_count_with_the_trainings_if_they_were_at_one() -> None:
    year = facts(
        loose(CAME, 50, day=date(YEAR, 2, 1)),
        loose(CAME, 7, "seminar", day=date(YEAR, 12, 1)),
        loose(CAME, 9, "round-table", day=date(YEAR, 11, 1)),
        loose(CAME, 20, office="a"),
        loose(CAME, 30, office="b"),
        loose(CAME, 11, sector="police"),
        loose(CAME, 100, "round-table", office="a"),
        loose(CAME, 100, "round-table", sector="police"),
        loose(LedgerKind.FEEDBACK, 100),
    )

    assert (year.imported_came(), year.imported_came(courses_only=True)) == (66, 57)
    assert year.imported_by_quarter() == {1: 50, 4: 16}
    assert year.by_office() == {"a": 6 + 20, "b": 1 + 5 + 30}
    assert year.by_sector() == {"youth-office": 0, "school": 9, "police": 3 + 11, "other": 0}


def test_every_office_and_sector_is_named_even_without_anybody() -> None:
    year = Facts(NETWORK, Material(YEAR), AS_OF)

    assert year.by_office() == {"a": 0, "b": 0}
    assert year.by_sector() == {"youth-office": 0, "school": 0, "police": 0, "other": 0}
    assert year.lead_days() is None
    assert (year.imported_came(), year.imported_by_quarter()) == (0, {})


def test_topics_stand_by_how_often_they_were_offered_then_by_name() -> None:
    held = [
        event(1, topic=Topic.TRAUMA), event(2, topic=Topic.SCHOOL), event(3, topic=Topic.TRAUMA),
        event(4, topic=Topic.NEGLECT), event(5, form=EventFormat.ROUND_TABLE),
    ]  # fmt: skip
    rows = [row for of in held for row in closed(of, {}, {})]
    groups = Facts(NETWORK, Material(YEAR, rows, held), AS_OF).topics()

    assert {topic: numbers(of) for topic, of in groups.items()} == {
        Topic.TRAUMA: [1, 3], Topic.NEGLECT: [4], Topic.SCHOOL: [2]
    }  # fmt: skip
    assert list(groups) == [Topic.TRAUMA, Topic.NEGLECT, Topic.SCHOOL]


def test_registrations_are_summed_over_trainings_only() -> None:
    assert facts().sum_of(LedgerKind.REGISTRATION_CONFIRMED) == 9 + 7
    assert facts().sum_of(LedgerKind.REGISTRATION_WAITLISTED) == 4
    assert facts().sum_of(LedgerKind.REGISTRATION_WITHDRAWN) == 0


def test_rows_are_summed_by_what_they_name_and_a_nought_is_left_out() -> None:
    sent = LedgerKind.REMINDER_SENT
    more = [
        loose(sent, 8, "one-week"),
        loose(sent, 5, "one-day"),
        Entry(date(YEAR, 2, 1), sent, 2, 1, detail="one-week"),
        loose(sent, 3, "same-day"),
        loose(sent, -3, "same-day"),
        loose(sent, 9, "one-day", office="a"),
        loose(sent, 9, "one-day", sector="police"),
    ]

    assert list(facts(*more).reminders().items()) == [("one-day", 5), ("one-week", 10)]
    assert facts(*more).by_detail(LedgerKind.PROCEDURE_AGREED) == {}


def test_the_lead_is_the_median_of_days_from_the_first_notice() -> None:
    assert facts(told(SEMINAR, 30)).lead_days() == 30
    assert facts(told(SEMINAR, 30), told(SEMINAR, 44), told(SEMINAR, 3)).lead_days() == 44
    assert facts(told(SEMINAR, 30), told(LECTURE, 41)).lead_days() == Fraction(71, 2)
    assert facts(told(SEMINAR, 30), told(FORGOTTEN, 1)).lead_days() == 30
    assert facts(told(SEMINAR, 30), loose(LedgerKind.NOTICE_PUBLISHED, 1)).lead_days() == 30
    assert facts(Entry(date(YEAR, 1, 1), CAME, 0, 1), told(SEMINAR, 30)).lead_days() == 30


def test_a_notice_of_the_year_before_is_the_first_one() -> None:
    before = {1: date(YEAR - 1, 12, 12)}

    assert facts(told(SEMINAR, 30), noticed=before).lead_days() == 90
    assert facts(noticed=before).lead_days() == 90
    assert facts(told(SEMINAR, 30), noticed={1: date(YEAR, 3, 1)}).lead_days() == 30


@pytest.mark.parametrize(
    ("as_of", "begun"),
    [
        (date(YEAR - 1, 12, 31), 0),
        (date(YEAR, 1, 1), 1),
        (date(YEAR, 6, 30), 2),
        (date(YEAR, 7, 1), 3),
        (date(YEAR, 12, 31), 4),
        (date(YEAR + 1, 1, 1), 4),
    ],
)
def test_quarters_have_begun_by_the_day_the_data_were_taken(as_of: date, begun: int) -> None:
    assert facts(as_of=as_of).quarters_begun == begun


COUNTERS = (
    Counted(date(YEAR, 1, 1), Series.FORMAT, "phone", 3),
    Counted(date(YEAR, 4, 1), Series.FORMAT, "video", 2),
    Counted(date(YEAR, 4, 1), Series.FORMAT, "phone", 4),
    Counted(date(YEAR, 4, 1), Series.TOPIC, "trauma", 6),
    Counted(date(YEAR - 1, 4, 1), Series.FORMAT, "phone", 50),
    Counted(date(YEAR, 5, 1), Series.FORMAT, "event", 0),
    Counted(date(YEAR, 3, 4), Series.NEED_TOPIC, "trauma", 5),
    Counted(date(YEAR, 3, 4), Series.NEED_TOPIC, "school", 1),
)


def test_contacts_are_counted_in_the_year_by_series_and_month() -> None:
    year = facts(counters=COUNTERS)

    assert list(year.counted(Series.FORMAT).items()) == [("phone", 7), ("video", 2)]
    assert year.counted(Series.PAIR) == {}
    assert year.contacts_by_month() == {m: {1: 3, 4: 6}.get(m, 0) for m in range(1, 13)}


def test_needs_are_those_of_the_buttons_and_of_the_ledger() -> None:
    rows = [loose(LedgerKind.NEED, 4, "trauma"), loose(LedgerKind.NEED, 2, "neglect")]
    taken_back = loose(LedgerKind.NEED, -1, "school")

    assert facts(*rows, taken_back, counters=COUNTERS).needs() == {"neglect": 2, "trauma": 9}


def test_scores_are_counted_for_each_question() -> None:
    given = [
        Answers(1, FeedbackItem.USEFUL, 5, 2),
        Answers(2, FeedbackItem.USEFUL, 5, 3),
        Answers(2, FeedbackItem.USEFUL, 1, 1),
        Answers(2, FeedbackItem.FORM, 0, 6),
    ]

    assert facts(answers=given).scores() == {
        FeedbackItem.USEFUL: {5: 5, 1: 1}, FeedbackItem.FORM: {0: 6}
    }  # fmt: skip


def test_advice_is_counted_by_quarter() -> None:
    rows = [
        loose(LedgerKind.ADVICE_TOTAL, n, day=date(YEAR, month, 1))
        for month, n in ((1, 5), (3, 2), (4, 9))
    ]

    assert facts(*rows).advice() == {1: 7, 2: 9}


def test_cancelled_events_are_those_of_the_plans_or_of_the_ledger() -> None:
    off = [event(n, status=EventStatus.CANCELLED) for n in (7, 8)]

    assert facts().cancelled() == 0
    assert facts(trainings=off).cancelled() == 2
    assert facts(loose(LedgerKind.EVENT_CANCELLED, 3), trainings=off).cancelled() == 3
    assert facts(loose(LedgerKind.EVENT_CANCELLED, 1), trainings=off).cancelled() == 2


def test_an_event_is_postponed_once_however_often_it_moved() -> None:
    kind, day = LedgerKind.EVENT_POSTPONED, date(YEAR, 2, 1)
    moved = [event(7, status=EventStatus.POSTPONED), replace(event(8), revision=1)]

    assert facts().postponed() == 0
    assert facts(Entry(day, kind, 1, 1), Entry(day, kind, 1, 1)).postponed() == 1
    assert facts(Entry(day, kind, 1, 1), Entry(day, kind, -1, 1)).postponed() == 0
    assert facts(trainings=moved).postponed() == 2
    assert facts(Entry(day, kind, 1, 8), trainings=moved).postponed() == 2
    assert facts(Entry(day, kind, 1, 1), loose(kind, 3), trainings=moved).postponed() == 6


# Quotas


HALF_TWICE = Often(0.5, 2)


def test_what_became_of_a_quota_is_summed_over_trainings() -> None:
    use = QuotaUse().with_one(3, 8, HALF_TWICE).with_one(9, 6, HALF_TWICE)

    assert use == QuotaUse(used=12, released=5, low=1, kept=(8, 6))
    assert (use.agreed, use.within, use.beyond) == (14, 9, 3)
    assert QuotaUse().agreed == 0


def test_a_quota_is_used_by_people_with_seats_at_the_start_and_block_seats() -> None:
    day, at_start = date(YEAR, 3, 12), LedgerKind.REGISTERED_AT_START
    rows = [
        Entry(day, at_start, 3, 1, office="a"),
        Entry(day, LedgerKind.BLOCK_SEATS, 1, 1, office="a"),
        Entry(day, at_start, 5, 1, office="b"),
        Entry(day, at_start, 7, 2, office="a"),
        Entry(day, at_start, 1, 3, office="a"),
        Entry(day, LedgerKind.NEED, 1, 1, office="a"),
    ]
    quotas = {1: {"a": 10, "b": 5}, 2: {"a": 4}, 3: {"a": 6}}  # the last one is no training

    assert facts(*rows, quotas=quotas).quota_use() == {
        "a": QuotaUse(used=11, released=6, low=1, kept=(10, 4)),
        "b": QuotaUse(used=5, released=0, low=0, kept=(5,)),
    }
    assert facts(*rows).quota_use() == {}
    assert list(facts(*rows, quotas=quotas).seats_kept()) == [
        SeatsKept(1, 20, {"a": 10, "b": 5}, {"a": 4, "b": 5}),
        SeatsKept(2, None, {"a": 4}, {"a": 7}),
    ]
    assert list(facts(*rows).seats_kept()) == []


# How many sectors meet


def test_a_training_is_mixed_from_three_sectors_on() -> None:
    there = [("school", "police"), ("school", "police", "other"), (), ("school",)]
    held = [event(n) for n in range(1, 5)]
    rows = [
        row
        for of, sectors in zip(held, there, strict=True)
        for row in closed(of, {"a": 5 * len(sectors)}, dict.fromkeys(sectors, 5))
    ]

    assert mix_of(Facts(NETWORK, Material(YEAR, rows, held), AS_OF)) == Mix(3, 6, 1)


def of_sectors(**came: int) -> Material:
    """Return a year in which so many of each sector came to one training."""
    of = event(1)
    counts = {sector.replace("_", "-"): n for sector, n in came.items()}
    return Material(YEAR, closed(of, {"a": sum(came.values())}, counts), [of])


#: Shown are the school and that nobody else came; youth offices and police are hidden.
SECRET = of_sectors(youth_office=3, school=40, police=3)
#: Shown are youth offices and others, hidden the school and the police.
HALF = of_sectors(youth_office=30, school=3, police=3, other=20)


@pytest.mark.parametrize(
    ("material", "mix", "told"),
    [
        # One shown sector was at ten trainings at most: the eleventh presence is no surprise.
        (SECRET, Mix(10, 11, 0), False),
        (SECRET, Mix(10, 12, 0), True),  # two more must be of the hidden sectors
        (SECRET, Mix(10, 10, 0), True),  # one sector each: they are sums of printed events
        (SECRET, Mix(50, 41, 0), False),  # it was at no more trainings than people of it came
        (SECRET, Mix(50, 42, 0), True),
        # Of two shown sectors both can have been at each training, mixed or not.
        (HALF, Mix(10, 21, 0), False),
        (HALF, Mix(10, 22, 0), True),
        (HALF, Mix(10, 21, 5), False),
        (HALF, Mix(10, 22, 5), True),
        (HALF, Mix(40, 51, 0), False),
        (HALF, Mix(40, 52, 0), True),
    ],
)
def test_presences_tell_of_a_hidden_sector_if_the_others_cannot_make_them_up(
    material: Material, mix: Mix, told: bool
) -> None:
    year, view = see(NETWORK, material, Order(AS_OF))

    assert tells(mix, year, view) is told


def test_a_training_that_is_not_mixed_has_two_sectors_at_most() -> None:
    three = of_sectors(youth_office=30, school=20, other=20, police=4)
    wide = replace(NETWORK, sectors=(*NETWORK.sectors, Sector.HEALTH))
    material = replace(three, entries=[*three.entries, *closed(event(2), {"a": 3}, {"health": 3})])
    year, view = see(wide, replace(material, trainings=[event(1), event(2)]), Order(AS_OF))

    assert [view(f"sector/{sector}").open for sector in year.by_sector()] == [
        True, True, False, True, False
    ]  # fmt: skip
    assert not tells(Mix(10, 21, 0), year, view)
    assert tells(Mix(10, 22, 0), year, view)
    assert not tells(Mix(10, 24, 3), year, view)
    assert tells(Mix(10, 25, 3), year, view)


def test_where_every_sector_is_shown_presences_tell_nothing_new() -> None:
    year, view = see(NETWORK, of_sectors(youth_office=30, school=40, police=6), Order(AS_OF))

    assert not tells(Mix(10, 30, 10), year, view)
    assert not tells(Mix(10, 10, 0), year, view)


@pytest.mark.parametrize(("cell", "told"), [(5, True), (4, False)])
def test_a_rounded_number_is_secret_up_to_the_smallest_that_is_shown(cell: int, told: bool) -> None:
    network = replace(NETWORK, report=replace(NETWORK.report, small_cell=cell))
    material = of_sectors(youth_office=30, school=40, police=5, other=20)
    year, view = see(network, material, Order(AS_OF, Mode.ROUND5))

    assert tells(Mix(10, 10, 0), year, view) is told
