"""Where the offices stand, and when a year need not wait for them any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.disclosure.cells import Publication
from domain.endorse import (
    REMARKS,
    TERM,
    Endorsed,
    Endorsement,
    Endorsing,
    NotEndorsed,
    Waits,
    answer,
    endorsing,
    still_waits,
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

    assert endorsing(OFFICES, found) == Endorsing(["a"], [("b", Endorsed.TALK)], ["c"], outdated=[])


def test_who_agreed_to_what_has_changed_since_is_outdated_until_they_agree_anew() -> None:
    first = [
        Endorsement("a", DAY, Endorsed.AGREES, "1"),
        Endorsement("b", DAY, Endorsed.AGREES, "2"),
        Endorsement("c", DAY, Endorsed.TALK, "1"),
    ]
    again = Endorsement("a", DAY + timedelta(days=1), Endorsed.AGREES, "2")

    assert endorsing(OFFICES, first, "2") == Endorsing(
        ["b"], [("c", Endorsed.TALK)], [], outdated=[("a", DAY)]
    )
    assert endorsing(OFFICES, [*first, again], "2") == Endorsing(
        ["a", "b"], [("c", Endorsed.TALK)], [], outdated=[]
    )
    assert endorsing(OFFICES, first).agreed == ["a", "b"]


def test_an_answer_of_before_that_knows_nothing_of_a_digest_stands() -> None:
    assert endorsing(OFFICES, AGREED, "2") == Endorsing(OFFICES, [], [], outdated=[])


def test_where_all_agreed_to_another_report_not_all_agreed() -> None:
    stands = endorsing(["a"], [Endorsement("a", DAY, Endorsed.AGREES, "1")], "2")

    assert (stands.asked, stands.all_agreed) == (True, False)


@given(
    st.lists(
        st.builds(
            Endorsement,
            st.sampled_from("abcx"),
            st.just(DAY),
            st.sampled_from(Endorsed),
            st.sampled_from(["", "1", "2"]),
        )
    ),
    st.sampled_from(["", "1", "2"]),
)
def test_each_office_stands_in_one_place(found: list[Endorsement], now: str) -> None:
    stands = endorsing(OFFICES, found, now)
    there = [*stands.agreed, *(office for office, _ in stands.remarked), *stands.silent]
    there += [office for office, _ in stands.outdated]

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


class Books:
    """What an answer depends on, in memory; the year 2025 is sealed, of 2026 a report is out."""

    def __init__(self, *found: Endorsement) -> None:
        self.found = [*found]
        self.years_asked: set[int] = set()

    @property
    def endorsements(self) -> Books:
        return self

    years = seals = endorsements

    async def add(self, year: int, said: Endorsement) -> None:
        self.years_asked.add(year)
        self.found.append(said)

    async def of(self, year: int) -> list[Endorsement]:
        return self.found if year == 2026 else []

    async def published(self, year: int) -> list[Publication]:
        return [Publication({}, {}, made_on=DAY)] if year == 2026 else []

    async def sealed(self, year: int) -> bool:
        return year == 2025


@pytest.mark.parametrize(
    ("office", "year", "why"),
    [
        ("a", 2026, None),
        ("x", 2026, NotEndorsed.NO_OFFICE),
        ("a", 2027, NotEndorsed.NOT_OVER),
        ("a", 2025, NotEndorsed.SEALED),
        ("a", 2024, NotEndorsed.NOT_SEEN),
    ],
)
async def test_an_answer_is_taken_of_an_office_that_could_read(
    office: str, year: int, why: NotEndorsed | None
) -> None:
    books = Books()
    said = Endorsement(office, DAY, Endorsed.AGREES)

    assert await answer(books, OFFICES, said, year) is why
    assert books.found == ([said] if why is None else [])
    assert books.years_asked == ({year} if why is None else set())


AGREED = [Endorsement(office, DAY, Endorsed.AGREES) for office in OFFICES]


async def test_a_year_waits_for_those_who_did_not_agree() -> None:
    remarked = Endorsement("a", DAY, Endorsed.WORDING)
    last = DAY + TERM - timedelta(days=1)

    assert await still_waits(Books(*AGREED), OFFICES, 2026, DAY) is None
    assert await still_waits(Books(*AGREED, remarked), OFFICES, 2026, last) == Waits(
        DAY + TERM, ["a"]
    )
    assert await still_waits(Books(AGREED[1], remarked), OFFICES, 2026, DAY) == Waits(
        DAY + TERM, ["c", "a"]
    )
    assert await still_waits(Books(remarked), OFFICES, 2026, DAY + TERM) is None

    before = replace(AGREED[0], seen="1")

    assert await still_waits(Books(before, *AGREED[1:]), OFFICES, 2026, last, "1") is None
    assert await still_waits(Books(before, *AGREED[1:]), OFFICES, 2026, last, "2") == Waits(
        DAY + TERM, ["a"]
    )
    assert await still_waits(Books(before, *AGREED[1:]), OFFICES, 2026, DAY + TERM, "2") is None
    assert await still_waits(Books(), OFFICES, 2024, DAY) is None


def test_remarks_are_all_but_agreeing() -> None:
    assert {*REMARKS, Endorsed.AGREES} == {*Endorsed}
    assert timedelta(days=42) == TERM
