"""Limits of what is entered for a training, and of how long what was lost is held back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.delivery import NO_LINE, NotSent, hold, verdict
from domain.message import Button
from domain.plan import Problem, bad_cost, bad_description, bad_minimum, bad_speakers
from domain.training import (
    LONGEST_COST,
    LONGEST_DESCRIPTION,
    LONGEST_SPEAKERS,
)
from tests.domain.test_delivery import NOW, delivery


def test_words_of_a_training_fit_up_to_their_limit() -> None:
    assert bad_description("🙂" * (LONGEST_DESCRIPTION // 2)) is None
    assert bad_description("x" * LONGEST_DESCRIPTION + "x") is Problem.DESCRIPTION_LENGTH
    assert bad_description("🙂" * LONGEST_DESCRIPTION) is Problem.DESCRIPTION_LENGTH
    assert bad_speakers("x" * LONGEST_SPEAKERS) is None
    assert bad_speakers("x" * LONGEST_SPEAKERS + "x") is Problem.SPEAKERS_LENGTH
    assert bad_cost("x" * LONGEST_COST) is None
    assert bad_cost("x" * LONGEST_COST + "x") is Problem.COST_LENGTH


def test_nobody_needs_more_people_than_there_are_seats() -> None:
    assert bad_minimum(None, 3) is None
    assert bad_minimum(9, None) is None
    assert bad_minimum(3, 3) is None
    assert bad_minimum(4, 3) is Problem.MINIMUM_SEATS


@pytest.mark.parametrize(("resends", "seconds"), [(0, 3), (1, 6), (2, 12), (4, 48), (5, 90)])
def test_a_lost_change_is_held_twice_as_long_each_time(resends: int, seconds: int) -> None:
    lost = replace(delivery(), in_place=True, resends=resends)

    assert hold(lost) == timedelta(seconds=seconds)


def test_a_button_that_copies_is_kept_with_what_it_copies() -> None:
    button = Button("Kopieren", copied="12-345")

    assert button.to_json()[-1] == "12-345"
    assert Button.from_json(button.to_json()) == button
    assert len(Button("Weiter", "a").to_json()) == 4


def test_what_waits_for_the_line_is_known_by_how_its_error_begins() -> None:
    error = verdict(delivery(), NotSent("away", no_line=True), NOW, 0.5).error

    assert error == f"{NO_LINE}: away"
    assert verdict(delivery(), NotSent("away"), NOW, 0.5).error == "away"
