"""Small years that told too much once, each with the numbers it told."""

from __future__ import annotations

from typing import Any

import pytest

from bot.report_solver import HighsSolver
from domain.disclosure.cells import Mode, OtherMode, Publication
from domain.disclosure.values import Sign, Unit, hidden
from domain.network import Network
from domain.report.build import build_quarter
from domain.report.order import Order
from domain.report.structure import Report
from domain.vocabulary import EventFormat, Topic
from tests.disclosure.reader import Reader
from tests.disclosure.versions import Versions
from tests.report.making import build
from tests.report.recount import Recount
from tests.report.small_years import report_of, year_of
from tests.report.test_attack import leaks
from tests.story_years import AS_OF, ToldYear

NOBODY = dict.fromkeys(("absent", "late", "early", "waited", "promoted"), 0)


def course(came: dict[tuple[int, str], int], **facts: Any) -> dict[str, Any]:
    plain = {"format": EventFormat.SEMINAR, "topic": Topic.BASICS, "units": 4, "month": 5}
    return {**plain, "seats": None, **NOBODY, "came": came, **facts}


def year(network: Network, *courses: dict[str, Any]) -> ToldYear:
    return year_of(network, {"courses": list(courses), "needs": [], "advice": []})


def reader_of(of: ToldYear, report: Report | None = None) -> Reader:
    reader = Reader(Recount(of))
    reader.read(report or report_of(of))
    return reader


THREE = {(0, "school"): 1, (1, "police"): 1, (2, "health"): 1}
MANY = {(0, "school"): 40, (1, "police"): 40, (2, "health"): 40}


def mixed(network: Network) -> ToldYear:
    """Return a year of eleven trainings with three sectors each, two of them of three people."""
    return year(network, course(THREE), course(THREE), *[course(MANY)] * 9)


def test_three_sectors_at_each_training_do_not_tell_how_many_came(network: Network) -> None:
    reader = reader_of(mixed(network))

    assert {"event/1", "event/2"} <= reader.secret
    assert leaks(reader) == {}


def test_that_all_were_mixed_would_tell_where_two_of_three_are_all_that_is_hidden(
    network: Network,
) -> None:
    reader = Reader(Recount(mixed(network)))
    for name in reader.true.keys() - {"event/1", "event/2"}:
        reader.knows(name)
    assert "event/1" not in leaks(reader, {"event/1": 1})
    reader.learn_mix(33, 11, 11)

    assert leaks(reader, {"event/1": 1}) == {"event/1": 0}


def test_what_quarters_hide_is_not_left_of_the_year(network: Network) -> None:
    """The year's total is that of its events: four were left where one large one was printed."""
    large = {(0, "school"): 6, (1, "health"): 6, (2, "school"): 4}
    meetings = [({}, 5, 0), ({(0, "police"): 2}, 6, 0), ({(0, "police"): 2}, 7, 0), (large, 9, 2)]
    kind = EventFormat.COORDINATION_CONFERENCE
    of = year(
        network, *(course(came, format=kind, month=m, units=units) for came, m, units in meetings)
    )
    reader = reader_of(of)

    assert {"event/2", "event/3"} <= reader.secret
    assert leaks(reader) == {}


def conferences(network: Network) -> ToldYear:
    """Return a year with two conferences of three people, each of the three offices at both."""
    meeting = course(THREE, format=EventFormat.COORDINATION_CONFERENCE)
    return year(network, meeting, {**meeting, "month": 9}, course(MANY))


def test_each_office_at_both_conferences_does_not_tell_how_many_came(network: Network) -> None:
    assert leaks(reader_of(conferences(network))) == {}


def test_presence_at_both_conferences_would_tell(network: Network) -> None:
    of = conferences(network)
    reader = reader_of(of)
    for name in reader.secret - {"event/1", "event/2"}:
        reader.knows(name)
    offices = [office.slug for office in network.offices]
    reader.learn_presence({slug: 2 * (place < 3) for place, slug in enumerate(offices)})

    assert leaks(reader, {"event/1": 1}) == {"event/1": 0}


def test_the_programme_tells_that_nobody_came_to_an_open_training(network: Network) -> None:
    """Seats of all trainings are limited, so C8 and C13 speak of the same registrations."""
    few = {(0, "school"): 8}
    of = year(network, course(few, seats=30, absent=1))
    reader = reader_of(of)

    assert reader.true["registered"] == reader.true["R"] == 9
    assert leaks(reader) == {}
    for name in reader.secret - {"absent", "R"}:
        reader.knows(name)
    reader.knows("registered")

    assert "absent" in leaks(reader)


def test_a_year_keeps_the_mode_it_was_first_handed_out_in(network: Network) -> None:
    of = mixed(network)
    for first, second in ((Mode.ROUND5, Mode.SUPPRESS), (Mode.SUPPRESS, Mode.ROUND5)):
        report, out = build(network, of.material, Order(AS_OF, first))

        assert leaks(reader_of(of, report)) == {}
        with pytest.raises(OtherMode) as refused:
            build(network, of.material, Order(AS_OF, second, published=(out,)))
        assert (refused.value.year, refused.value.mode) == (of.year, first)


def test_a_small_number_that_was_hidden_is_not_shown_again_where_it_would_be_told(
    network: Network,
) -> None:
    """8, 3 and 8 came; rounded, nothing else but all at their least or most adds up to 27."""
    of = year(
        network,
        course(
            {(0, "health"): 5, (1, "police"): 1, (2, "police"): 2}, seats=12, topic=Topic.SCHOOL
        ),
        course({(1, "police"): 3}, month=6, absent=2, late=2),
        course({(0, "police"): 2, (1, "police"): 3, (2, "police"): 3}, month=8, absent=2, late=2),
    )
    report, _ = build(network, of.material, Order(AS_OF, Mode.ROUND5))

    assert leaks(reader_of(of, report)) == {}


def test_what_is_rounded_to_none_need_not_be_hidden_beside_a_version_that_showed_it(
    network: Network,
) -> None:
    """600 became 601; a quarter of the year that is out by then tells nothing new."""
    facts = {"topic": Topic.SCHOOL, "waited": 2, "promoted": 1, "month": 6, "absent": 1}
    many = {(0, "school"): 600, (0, "health"): 600, (2, "police"): 600, (2, "health"): 600}
    meeting = course(many, format=EventFormat.COORDINATION_CONFERENCE, month=1)
    out: tuple[Publication, ...] = ()
    for came in (600, 601):
        workshop = course({(1, "police"): came}, format=EventFormat.WORKSHOP, **facts)
        of = year(network, workshop, meeting)
        order = Order(AS_OF, Mode.ROUND5, published=out)
        out = (*out, build(network, of.material, order)[1])
        order = Order(AS_OF, Mode.ROUND5, published=out)
        quarter, said = build_quarter(network, of.material, 2, order, HighsSolver())
        out = (*out, said)

        assert quarter.figures()["A3"].value.plain == 600


def taken_back(network: Network) -> list[ToldYear]:
    """Return a year in which one came to a workshop of four units, and one to a conference of none.

    The latter is taken back. That there were any hours in the first quarter tells who came to the
    workshop, and no report of the year says what was in its quarters.
    """
    met = {(1, "school"): 1}
    workshop = course(met, format=EventFormat.WORKSHOP, seats=12, month=2)
    seminars = [course(each, units=2, seats=12, month=7, topic=Topic.SCHOOL) for each in ({}, met)]
    meeting = course(met, format=EventFormat.COORDINATION_CONFERENCE, units=0, month=3)
    nobody = [{**each, "came": {}} for each in (seminars[1], meeting)]
    states = (
        (workshop, *seminars, meeting),
        (workshop, seminars[0], nobody[0], meeting),
        (workshop, seminars[0], *nobody),
    )
    return [year(network, *state) for state in states]


@pytest.mark.long
def test_what_no_version_printed_yet_is_not_taken_to_be_known(network: Network) -> None:
    attack, out = Versions(rounded=True), tuple[Publication, ...]()
    for of in taken_back(network):
        reader = attack.state(Recount(of))
        left = attack.unread()
        report, said = build(network, of.material, Order(AS_OF, Mode.ROUND5, published=out))
        reader.read(report)
        out = (*out, said)
        quarter, said = build_quarter(
            network, of.material, 3, Order(AS_OF, Mode.ROUND5, published=out), HighsSolver()
        )
        reader.read(quarter)
        out = (*out, said)

        after = attack.spreads()
        assert {name: n for name, n in after.items() if n < left[name]} == {}


@pytest.mark.long
@pytest.mark.parametrize(
    "fours", [pytest.param(n, marks=[pytest.mark.wide] * (n != 3)) for n in range(1, 7)]
)
def test_a_mean_is_exact_and_must_not_tell_what_is_rounded(network: Network, fours: int) -> None:
    """Three fours and two fives: 5, 5 and 0, and 4.4 in the middle; no other answers are so."""
    forms = [(4,) * 5] * fours + [(5,) * 5] * (8 - fours)
    for given in (forms, forms[:5]):
        of = year_of(network, {"courses": [course({(0, "school"): 40})], "needs": [],
                               "advice": [], "forms": given})  # fmt: skip
        report, _ = build(network, of.material, Order(AS_OF, Mode.ROUND5))

        assert leaks(reader_of(of, report)) == {}


def test_that_answers_are_too_few_for_a_mean_is_not_said_of_a_hidden_number(
    network: Network,
) -> None:
    of = year_of(network, {"courses": [course({(0, "school"): 40})], "needs": [],
                           "advice": [], "forms": [(4,) * 5] * 3})  # fmt: skip
    for row in report_of(of).tables()["E2"].rows:
        assert {each.sign for each in row[1:]} == {Sign.HIDDEN}  # type: ignore[union-attr]  # numbers


def test_at_how_many_trainings_anybody_was_is_told_only_with_what_it_tells(
    network: Network,
) -> None:
    of = year(network, course({(0, "school"): 1}), course({(1, "police"): 1}, month=6))
    report, _ = build(network, of.material, Order(AS_OF, Mode.ROUND5))
    figures = report.figures()

    assert figures["C15"].value.sign is Sign.HIDDEN
    for code in ("C15", "C16"):
        assert figures[code].whole == hidden(Unit.THINGS)


def test_both_modes_together_would_tell(network: Network) -> None:
    """Two sectors of three people: rounded each is three or more, together they are six."""
    of = year(network, course({(0, "school"): 3, (0, "police"): 3, (0, "health"): 30}))
    both = Reader(Recount(of))
    for mode in Mode:
        report, _ = build(network, of.material, Order(AS_OF, mode))
        both.read(report)

        assert leaks(reader_of(of, report)) == {}
    sectors = {"sector/school": 1, "sector/police": 1}

    assert leaks(both, sectors).keys() >= sectors.keys()
