"""What may be answered about a training, and what follows from its date."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from domain.localtime import to_utc
from domain.network import Network
from domain.plan import (
    DEADLINE_DAYS,
    STAGES,
    Problem,
    bad_address,
    bad_deadline,
    bad_place,
    bad_title,
    deadline_choices,
    overtaken,
    rules_of,
    with_when,
)
from domain.plan_sketch import END_OF_DAY, Sketch, When, plan_of, sketch_of
from domain.training import LONGEST_PLACE, LONGEST_TITLE, has_link, has_place
from domain.vocabulary import DeliveryMode, EventFormat, Sector, Topic

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


def taken(found: Sketch | Problem) -> Sketch:
    assert isinstance(found, Sketch)
    return found


def test_what_a_mode_needs() -> None:
    assert [mode for mode in DeliveryMode if has_place(mode)] == [
        DeliveryMode.IN_PERSON,
        DeliveryMode.HYBRID,
    ]
    assert [mode for mode in DeliveryMode if not has_link(mode)] == [DeliveryMode.IN_PERSON]


def test_words_are_long_enough_and_not_too_long() -> None:
    for check, least, most, why in (
        (bad_title, 3, LONGEST_TITLE, Problem.TITLE_LENGTH),
        (bad_place, 2, LONGEST_PLACE, Problem.PLACE_LENGTH),
    ):
        assert [check("a" * n) for n in (least - 1, most + 1)] == [why, why]
        assert [check("a" * n) for n in (least, most)] == [None, None]


def test_an_address_is_one_or_it_is_said_why_not() -> None:
    assert bad_address("https://zoom.example/j") is None
    assert bad_address("https://u@zoom.example/") is Problem.LINK_USER
    assert bad_address("zoom") is Problem.LINK_FORM


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
    second, start = timedelta(seconds=1), to_utc(START, network.zone)

    assert bad_deadline(NOW, DATED, network, NOW) is Problem.DEADLINE_PAST
    assert bad_deadline(NOW + second, DATED, network, NOW) is None
    assert bad_deadline(start, DATED, network, NOW) is None
    assert bad_deadline(start + second, DATED, network, NOW) is Problem.DEADLINE_LATE
    assert bad_deadline(start + second, EMPTY, network, NOW) is None


def test_deadlines_are_offered_that_are_still_to_come_the_networks_first(
    network: Network,
) -> None:
    own = network.defaults.deadline_days
    assert own in DEADLINE_DAYS
    days = [own, *(n for n in DEADLINE_DAYS if n != own)]

    def ends(*of: int) -> list[datetime]:
        local = [datetime.combine(DAY - timedelta(days=n), END_OF_DAY) for n in of]
        return [to_utc(each, network.zone) for each in local]

    assert deadline_choices(DATED, network, NOW) == ends(*days)
    assert deadline_choices(EMPTY, network, NOW) == []

    (third,) = ends(3)

    assert deadline_choices(DATED, network, third) == ends(1)
    assert deadline_choices(DATED, network, third - timedelta(seconds=1)) == ends(3, 1)

    none = replace(network, defaults=replace(network.defaults, deadline_days=0))

    assert deadline_choices(DATED, none, NOW) == ends(*DEADLINE_DAYS)

    one = replace(network, defaults=replace(network.defaults, deadline_days=2))

    assert deadline_choices(DATED, one, NOW) == ends(2, *DEADLINE_DAYS)


def test_reminders_keep_the_networks_own_rules(network: Network) -> None:
    late = replace(network.defaults.reminders[0], at=time(17))
    own = replace(network, defaults=replace(network.defaults, reminders=(late,)))

    assert rules_of(["one-day", late.stage], own) == (late, STAGES[3])
    assert rules_of([], own) == ()
    assert rules_of(["deadline-near"], own) == ()


@pytest.mark.parametrize(
    ("of", "why"),
    [
        (Sketch(title="T"), Problem.START_PAST),
        (replace(DATED, day=date(2027, 2, 1)), Problem.START_PAST),
        (DATED, Problem.DEADLINE_PAST),
        (
            replace(WHOLE, deadline=datetime.combine(date(2027, 2, 9), time(10))),
            Problem.DEADLINE_PAST,
        ),
        (replace(WHOLE, deadline=datetime.combine(date(2027, 2, 9), time(10, 1))), None),
        (WHOLE, None),
    ],
)
def test_what_time_has_overtaken(network: Network, of: Sketch, why: Problem | None) -> None:
    assert overtaken(of, network, NOW) is why


def test_what_begins_now_has_no_date_any_more(network: Network) -> None:
    starts_at = WHOLE.begins(network)

    assert starts_at is not None
    assert overtaken(WHOLE, network, starts_at) is Problem.START_PAST


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
