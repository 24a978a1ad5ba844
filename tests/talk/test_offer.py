"""Filters in buttons: what is sought comes back, and what was made up leads nowhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.message import Button, Message
from domain.offer import Sought, month_of
from domain.vocabulary import Topic
from talk.offer import (
    LAST_PAGE,
    Browse,
    came_from,
    carried,
    leading_back,
    led_by,
    sought_by,
    way_to,
    without_way,
)
from talk.register import Register

FIRST, LAST = 2000, 2998
searches = st.builds(
    Sought,
    topic=st.sampled_from([None, *Topic]),
    month=st.none() | st.dates().map(month_of).filter(lambda n: FIRST * 12 <= n < LAST * 12),
    online=st.booleans(),
    everyone=st.booleans(),
    town=st.none() | st.integers(1, 99_999_999).map(lambda n: f"{n:08}"),
)
pages = st.integers(0, LAST_PAGE)


@given(searches, pages)
def test_what_is_sought_comes_back_from_a_button(sought: Sought, page: int) -> None:
    button = Browse(page, *carried(sought))
    again = Browse.unpack(button.pack())

    assert (sought_by(again), again.page) == (sought, page)


@given(searches, pages)
def test_a_card_knows_the_way_back_and_its_action_stays(sought: Sought, page: int) -> None:
    way = way_to(Browse(page, *carried(sought)))
    press = Register(2**31 - 1, 2**31 - 1).pack()
    made = leading_back(
        Message("x", ((Button("Anmelden", press), Button("Mehr", copied="y")),)), way
    )
    button, copying = made.buttons[0]

    assert without_way(button.action) == press
    assert sought_by(led_by(came_from(button.action))) == sought
    assert copying.action == ""
    # The number of the message follows behind it, and the whole fits a button.
    assert len(button.action) + len("~zzzzzzzz") <= 64


@pytest.mark.parametrize(
    "data",
    [
        "card:1",
        "card:1~0",
        "card:1~0.99.0.0.0",
        "card:1~0.0.0.4.0",
        "card:1~01.0.0.0.0",
        "card:1~en",
    ],
)
def test_what_was_made_up_leads_nowhere(data: str) -> None:
    assert came_from(data) == ""
