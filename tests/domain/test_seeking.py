"""Finding somebody on a long list: by the number of the seat, by how a name begins."""

from __future__ import annotations

import pytest

from domain.manage_people import Attendee
from domain.manage_people_seek import Found, by_name, by_number
from domain.register import Registration
from domain.vocabulary import RegistrationStatus

#: The e with its accent as one sign, and as two.
ONE_SIGN, TWO_SIGNS = "Andr\u00e9", "Andre\u0301"


def seated(code: int, name: str | None) -> Attendee:
    own = Registration(code, 1, code, RegistrationStatus.CONFIRMED, code, seat_code=code)
    return Attendee(own, "aa", "school", name)


PEOPLE = [
    seated(12, "Kim Beispiel"),
    seated(7, None),
    seated(3, "Anna-Lena von der Muster"),
    seated(44, "Bea Stra\u00dfe"),
    seated(5, f"{ONE_SIGN}  Kimmer"),
    seated(8, "Kim Muster - Ahn"),
]


@pytest.mark.parametrize(("code", "places"), [(12, [0]), (7, [1]), (1, []), (0, [])])
def test_a_number_is_that_of_one_seat(code: int, places: list[int]) -> None:
    assert by_number(PEOPLE, code) == [Found(at, PEOPLE[at]) for at in places]


@pytest.mark.parametrize(
    ("start", "places"),
    [
        ("kim", [0, 4, 5]),
        ("Kim B", [0]),
        ("  kim   b ", [0]),
        ("im", []),
        ("beispiel", [0]),
        ("beispiele", []),
        ("Anna", [2]),
        ("Lena", [2]),
        ("Anna-L", [2]),
        ("lena von", [2]),
        ("von der M", [2]),
        ("der", [2]),
        ("muster", [2, 5]),
        ("-", []),
        ("-Lena", []),
        ("STRASSE", [3]),
        (ONE_SIGN, [4]),
        (TWO_SIGNS, [4]),
        ("ahn", [5]),
        ("", []),
        ("  ", []),
        ("xx", []),
        ("None", []),
    ],
)
def test_a_name_is_found_by_the_beginning_of_each_of_its_words(
    start: str, places: list[int]
) -> None:
    assert by_name(PEOPLE, start) == [Found(at, PEOPLE[at]) for at in places]


@pytest.mark.parametrize(("at", "page"), [(0, 0), (9, 0), (10, 1), (29, 2)])
def test_ten_stand_on_a_page(at: int, page: int) -> None:
    assert Found(at, PEOPLE[0]).page == page
