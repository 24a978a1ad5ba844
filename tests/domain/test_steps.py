"""Planning a training, step by step: what is asked, what is taken, what leads where."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from domain import planning
from domain.localtime import to_utc
from domain.network import Network
from domain.planning import (
    ACCESSIBILITY,
    DEADLINE_DAYS,
    STAGES,
    Answered,
    Problem,
    Step,
    begin,
    deadline_before,
    deadline_choices,
    following,
    missing,
    pick,
    position,
    preceding,
    steps,
    typed,
    with_deadline,
    with_when,
)
from domain.sketch import END_OF_DAY, Sketch, When, from_json, plan_of, sketch_of, to_json
from domain.training import LONGEST_PLACE, LONGEST_TITLE, MOST_SEATS
from domain.units import MOST_UNITS
from domain.vocabulary import DeliveryMode, EventFormat, ReminderStage, Sector, Topic

NOW = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)
DAY = date(2027, 3, 12)
EMPTY = Sketch()
DATED = Sketch(title="Titel", day=DAY, starts=time(9), ends=time(12))
START = datetime.combine(DAY, time(9))  # on the wall
WHOLE = replace(
    DATED,
    topic=Topic.BASICS,
    format=EventFormat.WORKSHOP,
    mode=DeliveryMode.HYBRID,
    place="Kreishaus",
    link="https://konferenz.example/a",
    end_day=DAY + timedelta(days=1),
    seats=12,
    deadline=datetime.combine(date(2027, 3, 1), END_OF_DAY),
    units=8,
    sectors=(Sector.SCHOOL, Sector.POLICE),
    reminders=STAGES[1:3],
    accessibility=("captions",),
)


def taken(found: Answered | Problem, *, done: bool = True) -> Sketch:
    assert isinstance(found, Answered)
    assert found.done is done
    return found.sketch


# The order


def test_only_the_steps_that_a_mode_needs_are_asked() -> None:
    def asked(mode: DeliveryMode) -> tuple[Step, ...]:
        return steps(replace(EMPTY, mode=mode))

    assert asked(DeliveryMode.HYBRID) == tuple(Step)
    assert asked(DeliveryMode.IN_PERSON) == tuple(s for s in Step if s is not Step.LINK)
    for mode in (DeliveryMode.ONLINE, DeliveryMode.SELF_PACED):
        assert asked(mode) == tuple(s for s in Step if s is not Step.PLACE)


@pytest.mark.parametrize(
    ("of", "step", "next_"),
    [
        (EMPTY, Step.TITLE, Step.TOPIC),
        (EMPTY, Step.PLACE, Step.DAY),
        (EMPTY, Step.ACCESSIBILITY, Step.PREVIEW),
        (EMPTY, Step.PREVIEW, Step.PREVIEW),
        (EMPTY, Step.START, Step.DAY),
        (replace(EMPTY, day=DAY), Step.DAY, Step.START),
        (replace(EMPTY, day=DAY, starts=time(9)), Step.DAY, Step.END),
        (DATED, Step.DAY, Step.SEATS),
        (DATED, Step.END, Step.SEATS),
        (DATED, Step.SEATS, Step.DEADLINE),
    ],
)
def test_what_is_asked_next(of: Sketch, step: Step, next_: Step) -> None:
    assert following(of, step) is next_


def test_one_step_back_and_the_first_one_stays() -> None:
    assert preceding(EMPTY, Step.TITLE) is Step.TITLE
    assert preceding(EMPTY, Step.TOPIC) is Step.TITLE
    assert preceding(EMPTY, Step.DAY) is Step.PLACE


def test_the_parts_of_a_date_count_as_one_step() -> None:
    assert position(EMPTY, Step.TITLE) == (1, 13)
    assert [position(EMPTY, step) for step in planning.WHEN] == [(6, 13)] * 3
    assert position(EMPTY, Step.PREVIEW) == (13, 13)
    assert position(replace(EMPTY, mode=DeliveryMode.HYBRID), Step.LINK) == (6, 14)


def test_a_new_training_begins_with_what_the_network_starts_with(network: Network) -> None:
    assert begin(network) == Sketch(
        seats=network.defaults.capacity, reminders=network.defaults.reminders
    )


# What is typed


@pytest.mark.parametrize(
    ("step", "text", "found"),
    [
        (Step.TITLE, " Drei  x ", replace(EMPTY, title="Drei x")),
        (Step.TITLE, "abc", replace(EMPTY, title="abc")),
        (Step.TITLE, "ab", Problem.TITLE_LENGTH),
        (Step.TITLE, "a" * LONGEST_TITLE, replace(EMPTY, title="a" * LONGEST_TITLE)),
        (Step.TITLE, "a" * (LONGEST_TITLE + 1), Problem.TITLE_LENGTH),
        (Step.PLACE, "ab", replace(EMPTY, place="ab")),
        (Step.PLACE, "a", Problem.PLACE_LENGTH),
        (Step.PLACE, "a" * LONGEST_PLACE, replace(EMPTY, place="a" * LONGEST_PLACE)),
        (Step.PLACE, "a" * (LONGEST_PLACE + 1), Problem.PLACE_LENGTH),
        (Step.LINK, "zoom.example/j", replace(EMPTY, link="https://zoom.example/j")),
        (Step.LINK, "https://u@zoom.example/", Problem.LINK_USER),
        (Step.LINK, "zoom", Problem.LINK_FORM),
        (Step.LINK, "kommt noch", Problem.NOT_ASKED),
        (Step.SEATS, "1", replace(EMPTY, seats=1)),
        (Step.SEATS, "0", Problem.SEATS_NUMBER),
        (Step.SEATS, str(MOST_SEATS), replace(EMPTY, seats=MOST_SEATS)),
        (Step.SEATS, str(MOST_SEATS + 1), Problem.SEATS_NUMBER),
        (Step.UNITS, "0", replace(EMPTY, units=0)),
        (Step.UNITS, str(MOST_UNITS), replace(EMPTY, units=MOST_UNITS)),
        (Step.UNITS, str(MOST_UNITS + 1), Problem.UNITS_NUMBER),
        (Step.TOPIC, "Grundlagen", Problem.NOT_ASKED),
    ],
)
def test_a_typed_answer_is_taken_or_named_wrong(
    step: Step, text: str, found: Sketch | Problem
) -> None:
    answer = typed(EMPTY, step, text)

    assert (answer if isinstance(answer, Problem) else taken(answer)) == found


# Dates


def test_what_comes_after_a_date_is_asked_anew(network: Network) -> None:
    new_day = DAY + timedelta(days=7)
    moved = taken(with_when(WHOLE, When(new_day), network, NOW))

    assert moved == replace(
        WHOLE, day=new_day, starts=None, ends=None, end_day=None, deadline=None, units=0
    )

    later = taken(with_when(WHOLE, When(starts=time(10)), network, NOW))

    assert (later.day, later.starts, later.ends) == (DAY, time(10), None)

    longer = taken(with_when(WHOLE, When(ends=time(16)), network, NOW))

    assert (longer.day, longer.starts, longer.ends) == (DAY, time(9), time(16))
    assert longer.units == 9
    assert longer.deadline is None


def test_a_training_begins_later_than_now_and_ends_after_its_start(network: Network) -> None:
    start = to_utc(START, network.zone)
    when = When(DAY, time(9))

    assert with_when(EMPTY, when, network, start) is Problem.START_PAST
    assert taken(with_when(EMPTY, when, network, start - timedelta(seconds=1))).units == 0
    for ends in (time(9), time(8, 59)):
        found = with_when(EMPTY, When(DAY, time(9), ends), network, NOW)
        assert found is Problem.END_BEFORE_START
    assert taken(with_when(EMPTY, When(DAY, time(9), time(9, 45)), network, NOW)).units == 1
    overnight = When(DAY, time(20), time(2), DAY + timedelta(days=1))
    assert taken(with_when(EMPTY, overnight, network, NOW)).units == 8
    assert taken(with_when(EMPTY, When(ends=time(9)), network, NOW)).ends == time(9)


def test_midnight_is_the_end_of_the_day(network: Network) -> None:
    until = replace(DATED, ends=time(0))

    assert until.finishes(network) == to_utc(
        datetime.combine(DAY + timedelta(days=1), time(0)), network.zone
    )
    named = replace(until, end_day=DAY + timedelta(days=1))
    assert named.finishes(network) == until.finishes(network)
    assert DATED.begins(network) == to_utc(START, network.zone)
    for lacking in (replace(DATED, day=None), replace(DATED, starts=None)):
        assert lacking.begins(network) is None
    for lacking in (replace(DATED, day=None), replace(DATED, ends=None)):
        assert lacking.finishes(network) is None


# Deadlines


def test_a_deadline_lies_between_now_and_the_start(network: Network) -> None:
    second = timedelta(seconds=1)
    wall_now = NOW.astimezone(network.zone).replace(tzinfo=None)

    assert with_deadline(DATED, wall_now, network, NOW) is Problem.DEADLINE_PAST
    assert taken(with_deadline(DATED, wall_now + second, network, NOW)).deadline == (
        wall_now + second
    )
    assert taken(with_deadline(DATED, START, network, NOW)).deadline == START
    assert with_deadline(DATED, START + second, network, NOW) is Problem.DEADLINE_LATE
    assert taken(with_deadline(EMPTY, START + second, network, NOW)).deadline


def test_deadlines_are_offered_that_are_still_to_come_the_networks_first(
    network: Network,
) -> None:
    own = network.defaults.deadline_days
    assert own in DEADLINE_DAYS
    days = [own, *(n for n in DEADLINE_DAYS if n != own)]
    ends = {n: datetime.combine(DAY - timedelta(days=n), END_OF_DAY) for n in days}

    assert deadline_before(DATED, 7, network) == ends[7]
    assert deadline_before(EMPTY, 7, network) is None
    assert deadline_choices(DATED, network, NOW) == [(n, ends[n]) for n in days]
    assert deadline_choices(EMPTY, network, NOW) == []

    third = to_utc(ends[3], network.zone)

    assert [n for n, _ in deadline_choices(DATED, network, third)] == [1]
    assert [n for n, _ in deadline_choices(DATED, network, third - timedelta(seconds=1))] == [3, 1]

    none = replace(network, defaults=replace(network.defaults, deadline_days=0))

    assert [n for n, _ in deadline_choices(DATED, none, NOW)] == list(DEADLINE_DAYS)

    one = replace(network, defaults=replace(network.defaults, deadline_days=2))

    assert [n for n, _ in deadline_choices(DATED, one, NOW)] == [2, *DEADLINE_DAYS]


# What is pressed


@pytest.mark.parametrize(
    ("of", "step", "value", "found"),
    [
        (DATED, Step.TOPIC, "basics", replace(DATED, topic=Topic.BASICS)),
        (DATED, Step.FORMAT, "workshop", replace(DATED, format=EventFormat.WORKSHOP)),
        (WHOLE, Step.MODE, "online", replace(WHOLE, mode=DeliveryMode.ONLINE, place="")),
        (WHOLE, Step.MODE, "in-person", replace(WHOLE, mode=DeliveryMode.IN_PERSON, link="")),
        (WHOLE, Step.MODE, "hybrid", WHOLE),
        (WHOLE, Step.PLACE, "later", replace(WHOLE, place="")),
        (WHOLE, Step.LINK, "later", replace(WHOLE, link="")),
        (WHOLE, Step.SEATS, "none", replace(WHOLE, seats=None)),
        (WHOLE, Step.SEATS, "1", replace(WHOLE, seats=1)),
        (WHOLE, Step.SEATS, "2000", replace(WHOLE, seats=2000)),
        (WHOLE, Step.UNITS, "0", replace(WHOLE, units=0)),
        (WHOLE, Step.UNITS, "400", replace(WHOLE, units=400)),
        (WHOLE, Step.SECTORS, "all", replace(WHOLE, sectors=())),
        (WHOLE, Step.SECTORS, "done", WHOLE),
        (WHOLE, Step.ACCESSIBILITY, "none", replace(WHOLE, accessibility=())),
        (WHOLE, Step.ACCESSIBILITY, "done", WHOLE),
        (WHOLE, Step.REMINDERS, "none", replace(WHOLE, reminders=())),
        (WHOLE, Step.REMINDERS, "done", WHOLE),
        (WHOLE, Step.DEADLINE, "start", replace(WHOLE, deadline=START)),
        (
            WHOLE,
            Step.DEADLINE,
            "7",
            replace(WHOLE, deadline=datetime.combine(DAY - timedelta(days=7), END_OF_DAY)),
        ),
        (
            WHOLE,
            Step.DEADLINE,
            "20270304",
            replace(WHOLE, deadline=datetime.combine(date(2027, 3, 4), END_OF_DAY)),
        ),
        (
            WHOLE,
            Step.DEADLINE,
            "20270304-1200",
            replace(WHOLE, deadline=datetime.combine(date(2027, 3, 4), time(12))),
        ),
        (EMPTY, Step.DAY, "20270312", replace(EMPTY, day=DAY)),
        (EMPTY, Step.DAY, "20270312-0900", replace(EMPTY, day=DAY, starts=time(9))),
    ],
)
def test_a_pressed_answer_is_taken(
    network: Network, of: Sketch, step: Step, value: str, found: Sketch
) -> None:
    assert taken(pick(of, step, value, network, NOW)) == found


def test_pressed_dates_can_be_wrong_too(network: Network) -> None:
    assert pick(EMPTY, Step.DAY, "20260312-0900", network, NOW) is Problem.START_PAST
    assert pick(DATED, Step.END, "--0900", network, NOW) is Problem.END_BEFORE_START
    assert pick(DATED, Step.DEADLINE, "20270313", network, NOW) is Problem.DEADLINE_LATE
    assert pick(DATED, Step.DEADLINE, "20270208", network, NOW) is Problem.DEADLINE_PAST
    assert taken(pick(DATED, Step.START, "-1000", network, NOW)).starts == time(10)


@pytest.mark.parametrize(
    ("of", "step", "value"),
    [
        (DATED, Step.TITLE, "x"),
        (DATED, Step.PREVIEW, "x"),
        (DATED, Step.TOPIC, "x"),
        (DATED, Step.PLACE, "now"),
        (DATED, Step.LINK, ""),
        (DATED, Step.SEATS, "0"),
        (DATED, Step.SEATS, "2001"),
        (DATED, Step.UNITS, "401"),
        (DATED, Step.SECTORS, "+x"),
        (DATED, Step.ACCESSIBILITY, "+x"),
        (DATED, Step.REMINDERS, "+deadline-near"),
        (DATED, Step.REMINDERS, "+x"),
        (DATED, Step.DEADLINE, "0"),
        (DATED, Step.DEADLINE, "367"),
        (EMPTY, Step.DEADLINE, "start"),
        (EMPTY, Step.DEADLINE, "7"),
        (DATED, Step.DEADLINE, "-0900-1000"),
        (DATED, Step.DAY, "-0900"),
        (DATED, Step.START, "20270312"),
        (DATED, Step.END, "20270312-0900"),
        (DATED, Step.DAY, "x"),
    ],
)
def test_what_a_step_does_not_offer_is_refused(
    network: Network, of: Sketch, step: Step, value: str
) -> None:
    with pytest.raises(ValueError, match=r"is not|is no |offer|does not say|cannot be chosen"):
        pick(of, step, value, network, NOW)


def test_several_are_switched_one_by_one(network: Network) -> None:
    def press(of: Sketch, step: Step, value: str) -> Sketch:
        return taken(pick(of, step, value, network, NOW), done=False)

    assert press(WHOLE, Step.SECTORS, "-school").sectors == (Sector.POLICE,)
    assert set(press(WHOLE, Step.SECTORS, "+youth-office").sectors) == {
        Sector.YOUTH_OFFICE,
        Sector.SCHOOL,
        Sector.POLICE,
    }
    assert press(WHOLE, Step.ACCESSIBILITY, "+step-free").accessibility == ("step-free", "captions")
    assert ACCESSIBILITY[0] == "step-free"

    week, three, day = STAGES[1], STAGES[2], STAGES[3]

    assert press(WHOLE, Step.REMINDERS, "+one-day").reminders == (week, three, day)
    assert press(WHOLE, Step.REMINDERS, "+two-weeks").reminders == (STAGES[0], week, three)
    assert press(WHOLE, Step.REMINDERS, "-one-week").reminders == (three,)
    assert press(WHOLE, Step.REMINDERS, "+one-week").reminders == (week, three)
    own = taken(pick(WHOLE, Step.REMINDERS, "network", network, NOW))
    assert own == replace(WHOLE, reminders=network.defaults.reminders)


@pytest.mark.parametrize(
    ("of", "step"),
    [
        (EMPTY, Step.TITLE),
        (Sketch(title="T"), Step.DAY),
        (replace(DATED, ends=None), Step.DAY),
        (replace(DATED, day=date(2027, 2, 1)), Step.DAY),
        (DATED, Step.DEADLINE),
        (replace(WHOLE, deadline=datetime.combine(date(2027, 2, 9), time(10))), Step.DEADLINE),
        (replace(WHOLE, deadline=datetime.combine(date(2027, 2, 9), time(10, 1))), None),
        (WHOLE, None),
    ],
)
def test_what_is_missing_first(network: Network, of: Sketch, step: Step | None) -> None:
    assert missing(of, network, NOW) is step


def test_what_begins_now_has_no_date_any_more(network: Network) -> None:
    starts_at = WHOLE.begins(network)

    assert starts_at is not None
    assert missing(WHOLE, network, starts_at) is Step.DAY


# Sketches and plans


def test_a_date_on_a_button(network: Network) -> None:
    whole = When(DAY, time(9), time(12, 30), DAY + timedelta(days=1))

    assert whole.pack() == "20270312-0900-1230-20270313"
    assert When(DAY).pack() == "20270312"
    assert When(starts=time(9)).pack() == "-0900"
    assert When(ends=time(9)).pack() == "--0900"
    for when in (whole, When(DAY), When(starts=time(9)), When(DAY, ends=time(7, 5))):
        assert When.unpack(when.pack()) == when
    for made_up in (
        *("", "-", "x", "20270312-", "2027031", "120270312", "10270312", "20271301", "20270312-9"),
        *("20270312-2500", "20270312-0900-1230-20270313-1", "20270312x", "-09000"),
    ):
        with pytest.raises(ValueError, match=r".+"):
            When.unpack(made_up)


def test_a_plan_is_what_was_answered(network: Network) -> None:
    plan = plan_of(WHOLE, network)

    assert sketch_of(plan, network) == WHOLE
    assert plan.withdraw_by == to_utc(
        datetime.combine(DAY - timedelta(days=network.defaults.withdrawal_days), END_OF_DAY),
        network.zone,
    )
    assert (plan.title, plan.topic, plan.format, plan.mode) == (
        "Titel",
        Topic.BASICS,
        EventFormat.WORKSHOP,
        DeliveryMode.HYBRID,
    )

    until_start = replace(network, defaults=replace(network.defaults, withdrawal_days=0))

    assert plan_of(WHOLE, until_start).withdraw_by == plan.starts_at


def test_a_sketch_survives_being_kept() -> None:
    assert from_json(to_json(WHOLE)) == WHOLE
    assert from_json(to_json(EMPTY)) == EMPTY
    kept = json.loads(json.dumps(to_json(WHOLE)))

    assert (kept["day"], kept["starts"], kept["deadline"]) == (
        "2027-03-12",
        "09:00:00",
        "2027-03-01T23:59:00",
    )
    assert kept["reminders"] == [["one-week", 7, "08:00:00"], ["three-days", 3, "08:00:00"]]
    assert kept["sectors"] == ["school", "police"]
    assert all(type(rule.stage) is ReminderStage for rule in from_json(kept).reminders)
    assert type(from_json(kept).topic) is Topic
    assert type(from_json(kept).format) is EventFormat
    assert type(from_json(kept).mode) is DeliveryMode
    assert all(type(sector) is Sector for sector in from_json(kept).sectors)
