"""How offices are reached: what can be an address, what is missing, what nobody knows."""

from __future__ import annotations

import pytest

from domain.contacts import OfficeContact, contact_of, demand_mail

ALL = OfficeContact(
    "kaarst", "02131 (12) 3-4/5", "amt@kreis.example", "+49 2131 7", "netz@kreis.example"
)


def test_an_address_has_a_name_and_a_place_with_a_dot() -> None:
    demand_mail("a.b@kreis.example")
    for mail in ("", "a", "a@b", "@b.c", "a@.c d", "a@@b.c", "a:b@c.d", "a@b.c,d@e.f"):
        with pytest.raises(ValueError, match="must be a mail address"):
            demand_mail(mail)


def test_an_office_has_a_number_and_addresses_or_says_what_is_missing() -> None:
    assert ALL.missing == ()
    assert OfficeContact("kaarst").missing == (
        "phone",
        "mail",
        "coordination_phone",
        "coordination_mail",
    )
    assert OfficeContact("kaarst", phone=" 1  2 ", mail="a@b.c").missing == (
        "coordination_phone",
        "coordination_mail",
    )
    assert OfficeContact("kaarst", phone=" 1  2 ").phone == "1 2"


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"office": "Kreis A"}, "Kreis A"),
        ({"mail": "a"}, "^mail 'a' must be a mail address$"),
        ({"coordination_mail": "b"}, "^mail 'b' must be a mail address$"),
        ({"phone": "12a"}, "^phone '12a' must be a number$"),
        ({"coordination_phone": "x"}, "^phone 'x' must be a number$"),
        ({"phone": "1" * 61}, "^phone: at most 60 fit, there are 61$"),
        ({"coordination_phone": "1" * 61}, "^phone: at most 60 fit, there are 61$"),
    ],
)
def test_what_can_be_none_is_refused(more: dict[str, str], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        OfficeContact(**{"office": "kaarst", **more})
    assert OfficeContact("kaarst", "1" * 60, coordination_phone="2" * 60).phone == "1" * 60


def test_of_an_office_that_nobody_knows_nothing_is_told() -> None:
    other = OfficeContact("neuss", "1")

    assert contact_of([other, ALL], "kaarst") is ALL
    assert contact_of([other], "kaarst") == OfficeContact("kaarst")
