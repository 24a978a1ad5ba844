"""Two years that print the same numbers and hide others are the same bytes, in every form."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.network import Network
from domain.report.structure import Report
from tests.report.small_years import SECTORS, report_of
from tests.report.test_kept_worlds import course, year
from texts.catalogue import Texts
from texts.documents.report_elements import Pages
from texts.documents.report_files import Form, render
from texts.documents.report_pages import SHAPES, Wishes, compose

pytestmark = pytest.mark.wide  # lays out whole documents

TEXTS = Texts()
MANY = {(0, "youth-office"): 30, (1, "education"): 20}
few = st.dictionaries(
    st.tuples(st.integers(0, 2), st.sampled_from(SECTORS)), st.integers(1, 4), min_size=1
)


def pages(of: Report, network: Network, drawn: frozenset[str] = SHAPES) -> Pages:
    return compose(TEXTS, network, of, Wishes(sample=True, drawn=drawn))


def csv(of: Report, network: Network) -> bytes:
    return render(Form.CSV, TEXTS, pages(of, network, frozenset()))


@cache
def pair(network: Network) -> tuple[Pages, Pages]:
    """Return two years in which two events, offices and sectors have changed places."""
    one, other = {(0, "school"): 4, (1, "police"): 3}, {(0, "police"): 3, (1, "school"): 4}
    third = {(2, "health"): 2}
    first = year(network, course(one), course(third, month=5), *[course(MANY)] * 5)
    second = year(network, course(third), course(other, month=5), *[course(MANY)] * 5)

    assert first.facts().by_office() != second.facts().by_office()
    assert [h.came for h in first.facts().held] != [h.came for h in second.facts().held]
    return pages(report_of(first), network), pages(report_of(second), network)


@pytest.mark.parametrize("form", list(Form))
def test_what_is_hidden_leaves_no_trace_in_a_file(network: Network, form: Form) -> None:
    first, second = pair(network)

    assert render(form, TEXTS, first) == render(form, TEXTS, second)


@given(few, few)
@settings(max_examples=12, deadline=None, derandomize=True)
def test_what_prints_the_same_is_the_same_report(
    network: Network, one: dict[tuple[int, str], int], other: dict[tuple[int, str], int]
) -> None:
    """All forms are made from the report and nothing else, so whole reports are compared."""
    first = report_of(year(network, course(one), course(other), course(MANY)))
    second = report_of(year(network, course(other), course(one), course(MANY)))

    assert (csv(first, network) == csv(second, network)) == (first == second)


def test_a_number_that_is_printed_is_another_file(network: Network) -> None:
    more = report_of(year(network, *[course(MANY)] * 5))
    less = report_of(year(network, *[course({**MANY, (0, "youth-office"): 29})] * 5))

    assert csv(more, network) != csv(less, network)
