"""Where the offices stand, and when a year need not wait for them any more."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.disclosure.cells import Publication
from domain.endorse import (
    REMARKS,
    TERM,
    Endorsed,
    Endorsement,
    Endorsing,
    endorsing,
    term_ends,
)

OFFICES, DAY = ["a", "b", "c"], date(2027, 2, 9)


def test_the_last_answer_of_an_office_counts() -> None:
    found = [
        Endorsement("a", DAY, Endorsed.FIGURE),
        Endorsement("b", DAY, Endorsed.AGREES),
        Endorsement("a", DAY, Endorsed.AGREES),
        Endorsement("b", DAY, Endorsed.TALK),
    ]

    assert endorsing(OFFICES, found) == Endorsing(["a"], [("b", Endorsed.TALK)], ["c"])


@given(
    st.lists(
        st.builds(Endorsement, st.sampled_from("abcx"), st.just(DAY), st.sampled_from(Endorsed))
    )
)
def test_each_office_stands_in_one_place(found: list[Endorsement]) -> None:
    stands = endorsing(OFFICES, found)
    there = [*stands.agreed, *(office for office, _ in stands.remarked), *stands.silent]

    assert sorted(there) == OFFICES
    assert all(remark in REMARKS for _, remark in stands.remarked)
    assert stands.all_agreed == (list(stands.agreed) == OFFICES)


def test_nobody_was_asked_before_there_is_an_answer_or_a_seal() -> None:
    assert not endorsing(OFFICES, []).asked
    assert endorsing(OFFICES, [], sealed=True).asked
    assert endorsing(OFFICES, [Endorsement("a", DAY, Endorsed.TALK)]).asked


def test_the_term_begins_with_the_first_version_or_the_end_of_the_year() -> None:
    out = [Publication({}, {}, made_on=day) for day in (date(2027, 3, 1), DAY)]

    assert term_ends(2026, out) == DAY + TERM
    assert term_ends(2026, [Publication({}, {})]) == date(2027, 1, 1) + TERM
    assert term_ends(2026, []) == date(2027, 1, 1) + TERM
