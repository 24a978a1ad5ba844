"""What is out and is asked for again is no new version: nobody may be refused it."""

from __future__ import annotations

import pytest

from domain.disclosure.cells import Mode
from domain.network import Network
from domain.vocabulary import EventFormat, Topic
from tests.report.small_years import year_of
from tests.report.test_kept_worlds import course, year
from tests.report.test_year_versions import Press, corrected

pytestmark = pytest.mark.wide  # whole years, again and again


def test_what_is_out_is_not_refused_when_it_is_asked_for_again(network: Network) -> None:
    """A large number hidden beside small ones may turn out to be known: it was no secret."""
    many, kind = {(3, "school"): 600}, EventFormat.WORKSHOP
    drawn = {
        "courses": [
            course(
                many, format=kind, month=10, topic=Topic.SCHOOL, early=2, late=2, seats=12, waited=1
            ),
            course(many, format=kind, month=2, early=1, absent=1, promoted=1),
        ],
        "needs": [],
        "advice": [],
    }
    press = Press(network)
    for state in corrected(drawn, [(0, 3, -3), (3, 0, -3)]):
        year = year_of(network, state)
        first, again = press.year(year), press.year(year)

        assert again == first
        assert press.quarter(year, 2).figures()


def test_what_is_out_is_not_refused_where_numbers_are_rounded(network: Network) -> None:
    """Hidden is neither all that can be, nor all but what is rounded to none: what was before."""
    told = [(4, 1, 3, 4, 3), (1, 2, 4, 3, 1), (3, 5, 2, 5, 2), (5, 4, 2, 2, 4), (2, 3, 3, 2, 5),
            (4, 1, 1, 4, 1), (1, 2, 5, 3, 1), (2, 2, 4, 1, 3)]  # fmt: skip
    one, few = {(0, "school"): 1}, {(2, "health"): 3, (3, "health"): 600, (3, "police"): 600}
    courses = [
        course({(2, "health"): 600, (3, "health"): 600}, month=9, absent=1, promoted=1),
        course(one, month=6, topic=Topic.SCHOOL, early=2, late=2, absent=2, promoted=1),
        course({**few, (2, "school"): 600}, month=12, units=6, early=2, absent=1, waited=2),
    ]
    needs = [Topic.BASICS, Topic.BASICS, Topic.SCHOOL]
    drawn = {"courses": courses, "needs": needs, "advice": [], "forms": told}
    press = Press(network, Mode.ROUND5)
    for state in corrected(drawn, [(2, 0, 1)]):
        year = year_of(network, state)

        assert press.year(year) == press.year(year)
        assert press.quarter(year, 2).figures()


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("police", [1, 40])
def test_that_a_sector_was_at_fewer_trainings_refuses_nothing(
    network: Network, mode: Mode, police: int
) -> None:
    """The police were at two trainings, then at one; of those one was taken for a small number."""
    press, many = Press(network, mode), course({(0, "school"): 600, (1, "police"): 600})
    for number in (police, 0):
        state = year(network, many, course({(0, "police"): number, (1, "school"): 600}))

        assert press.year(state) == press.year(state)
        assert press.quarter(state, 2).figures()


def test_a_rounded_year_of_one_person_is_not_refused_again(network: Network) -> None:
    """What no page said is hidden again where a zero beside it says that it may be none."""
    one = course({(1, "school"): 1}, format=EventFormat.QUALITY_DIALOGUE, month=11, late=2)
    state = year(network, one, course({}, month=1, absent=2, early=1, units=2))
    press = Press(network, Mode.ROUND5)

    assert press.year(state) == press.year(state)
    assert press.quarter(state, 4).figures()
