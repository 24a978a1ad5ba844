"""What became of last year's hints: each rule with all it looks at, and with too little of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from domain.disclosure.cells import Mode, Publication, SaidHint
from domain.disclosure.values import Shown, Unit, days, hidden, ratio, things
from domain.measures import AboutKind, Measure, MeasureState
from domain.network import Network
from domain.report import measures
from domain.report.material import Material
from domain.report.order import Order
from domain.report.rules import hints
from domain.report.structure import Hint, Label, Table
from domain.report.trend import Seen
from domain.vocabulary import EventStatus, Sector
from tests.domain.full_year import table
from tests.domain.test_hints import (
    forms,
    hosted,
    lost,
    needed,
    of_sectors,
    quotas,
    seated,
    waiting,
    year_of,
)
from tests.domain.years import (
    AS_OF,
    COURSES,
    EACH,
    NETWORK,
    QUIET_YEAR,
    YEAR,
    closed,
    event,
    rows_of,
    with_limits,
)
from tests.report.making import see

Now = tuple[Seen, tuple[Hint, ...]]
HALF = Fraction(1, 2)


def now_of(
    material: Material, network: Network = NETWORK, mode: Mode = Mode.SUPPRESS, as_of: date = AS_OF
) -> Now:
    """Return what is seen of a year, and its hints."""
    seen = see(network, material, Order(as_of, mode))
    return seen, hints(*seen)


def said(code: str, kind: str = "", slug: str = "", value: Fraction | None = HALF) -> SaidHint:
    return SaidHint(code, kind, slug, value, "rate")


def topic(code: str, slug: str = "trauma") -> SaidHint:
    return said(code, "topic", slug)


def results(now: Now, *before: SaidHint) -> list[str]:
    """Return what became of each of last year's hints."""
    rows = measures.followed(*now, before).rows
    return [row[-1].slug for row in rows if isinstance(row[-1], Label)]


# A hint that there is no more


def of_registered(came: int, registered: int) -> Material:
    """Return a year in which people came to the first event only: so many of those registered."""
    held = [event(each) for each in range(1, 6)]
    rows = closed(held[0], {"a": came}, {"school": came}, registered)
    return Material(YEAR, [*rows, *(row for of in held[1:] for row in closed(of, {}, {}))], held)


def without_notices() -> Material:
    return year_of(COURSES, [row for of in COURSES for row in closed(of, *EACH)])


GONE: list[tuple[SaidHint, Material, bool]] = [
    (topic("o1"), waiting(20, 80), True),
    (topic("o1"), waiting(10, 90), True),
    (topic("o1"), waiting(0, 100), True),
    (topic("o1"), waiting(0, 6), True),  # nobody waits, however few wanted in
    (topic("o1"), waiting(0, 3), True),
    (topic("o1"), waiting(3, 97), False),
    (topic("o1"), waiting(5, 4), False),  # of nine there is no share
    (topic("o1"), QUIET_YEAR, True),  # there was no training on it
    (topic("o2"), seated(12, 12, seats=(20, 20)), True),
    (topic("o2"), seated(2, 2, seats=(2, 2)), False),
    (topic("o2"), seated(30, 2, 2, seats=(None, 2, 2)), False),
    (topic("o2"), QUIET_YEAR, True),
    (topic("o3", "basics"), needed(basics=3), True),  # it is on offer now, as everybody sees
    (topic("o3"), needed(trauma=3), False),
    (topic("o3"), needed(school=9), True),
    (topic("o3"), needed(trauma=9, school=10, neglect=12, daycare=11, police=10, trust=13), True),
    (said("o4"), of_sectors(1, 2, 3, 4, 5, youth_office=80, school=15, police=5), True),
    (said("o4"), of_sectors(1, 2, 3, 4, 5, youth_office=90, school=3, police=4, other=9), False),
    (said("o4"), of_sectors(1, 2, 3, 4, 5, youth_office=10, school=10, police=10), True),
    (said("o4"), of_sectors(1, 2, 3, 4, 5, youth_office=10, school=10, police=9), False),
    (said("o5"), quotas((10, 10), (10, 10)), True),
    (said("o5"), quotas((20, 20), (3, 0)), False),
    (said("o5"), quotas((2, 2), (0, 0)), False),  # C14 does not tell of a quota so small
    (said("o5"), quotas((8, 8), (3, 3)), False),  # said either way, it were three and three
    (said("o5"), quotas((10, 10), (10, 13)), False),
    (said("o5"), QUIET_YEAR, True),
    (said("o6"), lost(225, 180), True),
    (said("o6"), lost(225, 222), False),
    (said("o6"), QUIET_YEAR, True),
    (said("o6"), of_registered(0, 9), False),
    (said("o7"), QUIET_YEAR, True),
    (said("o7"), without_notices(), False),
    (said("o8"), QUIET_YEAR, True),
    (said("o9"), QUIET_YEAR, True),
    (said("o9"), forms(4), False),
    (said("o9"), replace(of_registered(9, 9), answers=()), False),
    (said("o10"), QUIET_YEAR, True),
    (said("o11"), QUIET_YEAR, True),
    (said("o12", "text", "pairs"), QUIET_YEAR, True),
    (said("o12", "text", "pairs"), replace(QUIET_YEAR, counters=()), False),
    (said("o13"), hosted("ab", "ab", "ab", "a", "a"), True),
    (said("o13"), hosted("ab", "ab", "ab", "a", ""), False),
    (said("o13"), QUIET_YEAR, False),
    (said("o99"), QUIET_YEAR, False),  # a rule that there is no more
]


@pytest.mark.parametrize("number", range(len(GONE)))
def test_a_hint_is_gone_if_all_is_shown_and_the_rule_has_enough(number: int) -> None:
    then, material, gone = GONE[number]

    assert results(now_of(material), then) == ["gone" if gone else "untold"]


def test_a_rounded_nought_may_be_two_of_few() -> None:
    assert results(now_of(waiting(0, 100), mode=Mode.ROUND5), topic("o1")) == ["gone"]
    assert results(now_of(waiting(0, 6), mode=Mode.ROUND5), topic("o1")) == ["untold"]


@pytest.mark.parametrize(("n", "result"), [(9, "untold"), (10, "gone")])
def test_a_share_of_a_sector_wants_ten_people_at_least(n: int, result: str) -> None:
    alone = replace(with_limits(enough_attendances=0), sectors=(Sector.YOUTH_OFFICE,))

    assert results(now_of(of_sectors(1, 2, 3, 4, 5, youth_office=n), alone), said("o4")) == [result]


@pytest.mark.parametrize(("enough", "result"), [(5, "gone"), (6, "untold")])
def test_of_few_trainings_it_is_untold_how_many_are_online_or_joint(
    enough: int, result: str
) -> None:
    network = with_limits(enough_events=enough, enough_attendances=75)
    now = now_of(hosted("ab", "ab", "ab", "a", "a"), network)

    assert results(now, said("o10"), said("o13"), said("o8")) == [result, result, "gone"]


def test_without_any_training_there_is_no_share_of_them() -> None:
    now = now_of(Material(YEAR), with_limits(enough_events=0))
    assert results(now, said("o10"), said("o13"), said("o11")) == ["untold", "untold", "gone"]
    one = now_of(hosted("ab", "", "", "", ""), with_limits(enough_events=1))
    assert results(one, said("o13")) == ["gone"]


def test_of_a_year_with_too_little_nothing_is_gone_but_what_needs_no_more() -> None:
    open_ = [event(n, status=EventStatus.PUBLISHED) for n in range(10, 14)]
    rows = rows_of(COURSES[:1])
    now = now_of(Material(YEAR, rows, [*open_, COURSES[0]]))

    assert results(now, said("o7"), said("o8")) == ["untold", "untold"]


# A hint that there still is


def hint(code: str, value: Shown, name: str = "rate", subject: Label | None = None) -> Hint:
    """Return a hint with a value, among others that are none."""
    inputs = (("else", things(77)), (name, value), ("more", things(78)))
    return Hint(code, subject, inputs, things(1), 0.5, f"suggestion-{code}")


def rate(permille: int) -> Shown:
    return ratio(permille, 1000, Unit.RATE)


@pytest.mark.parametrize(
    ("value", "above", "below"),
    [
        (500, "same", "same"),
        (515, "same", "same"),  # three hundredths
        (516, "larger", "smaller"),
        (485, "same", "same"),
        (484, "smaller", "larger"),
    ],
)
def test_larger_is_further_from_the_limit(value: int, above: str, below: str) -> None:
    seen, _ = now_of(QUIET_YEAR)
    for code in (f"O{n}" for n in range(1, 14)):
        name = {"O3": "needs", "O5": "offices", "O7": "lead", "O8": "meetings", "O12": "pairs"}
        now = hint(code, rate(value), name.get(code, "rate"))
        wanted = below if code in {"O2", "O7", "O8", "O9", "O10", "O13"} else above
        if code != "O4":  # of which those in the list are counted
            assert results((seen, (now,)), said(code.lower())) == [wanted], code


def test_what_is_not_told_or_another_thing_is_not_compared() -> None:
    seen, _ = now_of(QUIET_YEAR)
    now = (hint("O6", rate(700)),)

    assert results((seen, now), said("o6", value=None)) == ["untold"]
    assert results((seen, now), SaidHint("o6", "", "", HALF, "things")) == ["untold"]
    assert results((seen, (hint("O6", hidden(Unit.RATE)),)), said("o6")) == ["untold"]
    assert results((seen, (hint("O6", rate(700), "other"),)), said("o6")) == ["untold"]


def test_nought_stays_the_same_and_everything_else_is_more() -> None:
    seen, _ = now_of(QUIET_YEAR)
    before = SaidHint("o8", "", "", Fraction(0), "things")

    assert results((seen, (hint("O8", things(0), "meetings"),)), before) == ["same"]
    assert results((seen, (hint("O8", things(1), "meetings"),)), before) == ["smaller"]


def test_each_hint_of_last_year_has_a_row_with_both_values() -> None:
    seen, _ = now_of(QUIET_YEAR)
    trauma = Label("topic", "trauma")
    now = (hint("O1", rate(600), subject=trauma), hint("O8", things(1), "meetings"))
    before = [
        SaidHint("o8", "", "", Fraction(1), "things"),
        topic("o1"),
        topic("o1", "school"),
        said("o6", value=None),
        SaidHint("o13", "", "", Fraction(1, 8), "rate"),
    ]

    assert table(measures.followed(seen, now, before)) == [
        "col-hint | col-last-year | col-this-year | col-became",
        "hint:o8// | printed:things 1 | printed:things 1 | became:same",
        "hint:o1/topic/trauma | printed:rate 1/2 | printed:rate 3/5 | became:larger",
        "hint:o1/topic/school | printed:rate 1/2 | no-hint | became:gone",
        "hint:o6// | printed: | no-hint | became:gone",
        "hint:o13// | printed:rate 1/8 | no-hint | became:untold",
    ]
    assert measures.followed(seen, now, before).code == "H1"


# Hints as they are remembered


def of_code(code: str, *inputs: tuple[str | Label, Shown], about: Label | None = None) -> Hint:
    return Hint(code, about, inputs, things(1), 0.5, f"suggestion-{code}")


SCHOOL, POLICE = Label("sector", "school"), Label("sector", "police")
TRAUMA = Label("topic", "trauma")
REMEMBERED: list[tuple[Hint, SaidHint]] = [
    (
        of_code("O1", ("waitlisted", things(30)), ("rate", rate(300)), about=TRAUMA),
        SaidHint("o1", "topic", "trauma", Fraction(3, 10), "rate"),
    ),
    (
        of_code("O3", ("needs", things(20)), ("events", things(0)), about=TRAUMA),
        SaidHint("o3", "topic", "trauma", Fraction(20), "things"),
    ),
    (
        of_code("O4", (SCHOOL, things(9)), (POLICE, things(8)), ("all", things(500))),
        SaidHint("o4", "", "", Fraction(2), "things"),
    ),
    (
        replace(of_code("O4", (SCHOOL, things(9))), suggestion="suggestion-O4-hidden"),
        SaidHint("o4", "", "", None, "things"),
    ),
    (
        of_code("O5", ("offices", things(1)), ("of", things(2))),
        SaidHint("o5", "", "", Fraction(1), "things"),
    ),
    (of_code("O7", ("lead", days(21))), SaidHint("o7", "", "", Fraction(21), "days")),
    (
        of_code("O12", ("quarters", things(4)), about=Label("parties", "a b c")),
        SaidHint("o12", "parties", "", Fraction(3), "things"),
    ),
    (
        of_code("O12", ("pairs", things(5)), ("of", things(6)), about=Label("text", "pairs")),
        SaidHint("o12", "text", "pairs", Fraction(5), "things"),
    ),
    (
        of_code("O6", ("lost", things(9)), ("rate", hidden(Unit.RATE))),
        SaidHint("o6", "", "", None, "rate"),
    ),
    (of_code("O6", ("lost", things(9))), SaidHint("o6", "", "", None, "things")),
]


def test_of_a_hint_is_remembered_what_it_spoke_of() -> None:
    assert measures.said_hints([of for of, _ in REMEMBERED]) == tuple(to for _, to in REMEMBERED)


@pytest.mark.parametrize(
    ("about", "subject", "part", "one"),
    [
        (None, ("", ""), "o1", "o1"),
        (TRAUMA, ("topic", "trauma"), "o1/topic/trauma", "o1/topic/trauma"),
        (SCHOOL, ("sector", "school"), "o1/sector/school", "o1/sector/school"),
        (Label("parties", "a b"), ("parties", ""), "o1/parties", "o1"),
        (Label("text", "pairs"), ("text", "pairs"), "o1/text/pairs", "o1"),
    ],
)
def test_what_a_hint_is_about_has_one_name(
    about: Label | None, subject: tuple[str, str], part: str, one: str
) -> None:
    of = of_code("O1", about=about)

    assert measures.subject_of(of) == subject
    assert measures.part_of_hint(of) == part
    assert measures.one_subject(of) == one


def test_the_last_version_that_noted_hints_counts() -> None:
    first, last = ((said(code),) for code in ("o1", "o2"))
    noted = [Publication({}, {}, hints=each) for each in (first, last, None)]

    assert measures.last_said([]) is None
    assert measures.last_said(noted[2:]) is None
    assert measures.last_said(noted) == last
    assert measures.last_said([*noted, replace(noted[0], hints=())]) == ()


# Measures


def measure(number: int, year: int, *states: tuple[date, MeasureState], **more: object) -> Measure:
    made = Measure(
        number, year, date(year, 11, 3), "o1", "offer", AboutKind.TOPIC, "trauma",
        None, year + 1, 2, states,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]  # as told


HEADINGS = "col-measure | col-reason | col-responsible | col-due | col-state"
UNTIL = date(YEAR + 1, 2, 1)
DONE, DROPPED, UNDER_WAY = MeasureState.DONE, MeasureState.DROPPED, MeasureState.UNDER_WAY


def lines(found: Table | None) -> list[str]:
    return table(found) if found else []


def states_of(found: Table | None) -> Sequence[str]:
    return [line.rpartition(":")[2] for line in lines(found)[1:]]


def test_measures_of_earlier_years_stand_as_they_were_on_the_day() -> None:
    before, began = date(YEAR - 1, 12, 31), date(YEAR, 1, 1)
    found = [
        measure(1, YEAR - 1),
        measure(2, YEAR - 1, (before, DONE)),  # of the last report, though it is done
        measure(3, YEAR - 2, (before, DONE)),
        measure(4, YEAR - 2, (before, DROPPED)),
        measure(5, YEAR - 2, (date(YEAR, 1, 2), DROPPED)),
        measure(6, YEAR - 2, (began, DONE)),
        measure(7, YEAR),
        measure(8, YEAR - 3, (before, UNDER_WAY), (date(YEAR + 1, 2, 2), DONE), office="b"),
    ]
    told_of = measures.of_before(found, YEAR, UNTIL)

    assert states_of(told_of) == ["planned", "done", "dropped", "under-way"]
    assert told_of is not None
    assert told_of.code == "M1"
    assert measures.of_before(found[2:4], YEAR, UNTIL) is None
    assert measures.of_before([], YEAR, UNTIL) is None


def test_measures_of_a_report_are_those_decided_by_the_day() -> None:
    found = [
        measure(1, YEAR, source="idea", what="meetings", about_kind=AboutKind.ALL, about=""),
        measure(2, YEAR, (UNTIL, DONE), office="b", day=UNTIL, due_quarter=4),
        measure(3, YEAR, day=date(YEAR + 1, 2, 2)),
        measure(4, YEAR - 1),
        measure(5, YEAR + 1),
    ]
    told_of = measures.of_year(found, YEAR, UNTIL)
    due, state = f"due:{YEAR + 1}-", "measure-state:"

    assert lines(told_of) == [
        HEADINGS,
        f"measure:meetings/all/ | measure-source:idea | responsible: | {due}2 | {state}planned",
        f"measure:offer/topic/trauma | measure-source:o1 | responsible:b | {due}4 | {state}done",
    ]
    assert told_of is not None
    assert told_of.code == "M2"
    assert measures.of_year(found[2:], YEAR, UNTIL) is None
