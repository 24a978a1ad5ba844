"""Forms: every question of each fits a small screen, and takes nothing it does not offer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import talk
from domain.network import Network
from talk.announce import FAR
from talk.dates import Moment
from talk.form import (
    A_PAGE,
    DONE,
    Choice,
    Form,
    Number,
    Problem,
    Review,
    Setting,
    Steps,
    Still,
    Words,
    these,
)
from talk.headcount import Headcount

NOW = datetime(2027, 2, 9, 9, tzinfo=UTC)


def forms() -> list[Form]:
    names = [path.stem for path in Path(talk.__path__[0]).glob("*.py") if path.stem != "__init__"]
    found = [each for name in names for each in vars(import_module(f"talk.{name}")).values()]
    return [each for each in found if isinstance(each, Form)]


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.name)
def test_a_page_has_eight_rows_at_most_and_each_question_a_name(form: Form) -> None:
    names = [question.name for question in form.questions]

    assert len(names) == len(set(names))
    for question in form.questions:
        if isinstance(question, Choice):
            assert question.a_page <= question.abreast * A_PAGE
        if isinstance(question, Headcount):  # a line has its number and, beneath, the two steps
            assert 2 * question.a_page <= A_PAGE
        assert question.back in {"", *names} - {question.name}


def too_many(at: Setting) -> str:
    return "too-many" if at.answers["people"] > 5 else ""


def no_shouting(at: Setting) -> str:
    return "shouted" if at.answers["words"].isupper() else ""


def settled(at: Setting, moment: datetime) -> Mapping[str, Any] | Problem:
    return Problem("past") if moment < at.now else {**at.answers, "at": moment.isoformat()}


OFFICE = Choice("office", these(["here", "elsewhere"]))
TOWN = Choice("town", these(["a", "b"]), asked_if=lambda at: at.answers["office"] == "elsewhere")
PEOPLE = Number("people", 1, 20, (1, 5, 9), too_many, back="office")
AT = Moment("at", these(()), settled=settled, far=FAR)
WORDS = Words("words", str.strip, no_shouting)
CHECK = Review("check")
FORM = Form("form", (OFFICE, TOWN, PEOPLE, AT, WORDS, CHECK))


@pytest.fixture
def at(network: Network) -> Setting:
    return Setting(None, network, NOW, {"subject": 7, "office": "here"})


def test_what_does_not_apply_is_left_out_forth_and_back(at: Setting) -> None:
    away = at.saying({"office": "elsewhere"})

    assert FORM.asked(at) == [OFFICE, PEOPLE, AT, WORDS, CHECK]
    assert (FORM.after(OFFICE, at), FORM.after(OFFICE, away)) == (PEOPLE, TOWN)
    assert (FORM.before(PEOPLE, away), FORM.before(AT, away)) == (OFFICE, PEOPLE)
    assert (FORM.before(OFFICE, at), FORM.after(CHECK, at)) == (None, None)
    assert FORM.until(PEOPLE, {"subject": 7, "office": "here", "people": 3, "at": "x"}) == {
        "subject": 7,
        "office": "here",
    }


def test_a_step_of_before_is_the_first_question_that_is_open(at: Setting) -> None:
    whole = at.saying({**at.answers, "people": 1, "at": "x", "words": "x"})

    assert FORM.open("at", at) is AT
    assert FORM.open("choose", at) is PEOPLE
    assert FORM.open("choose", whole) is CHECK


def test_a_number_is_offered_or_typed_and_may_be_one_that_cannot_be(at: Setting) -> None:
    assert PEOPLE.pick(at, "5") == {**at.answers, "people": 5}
    assert PEOPLE.pick(at, "9") == Problem("too-many")
    assert PEOPLE.entered(at, 2) == {**at.answers, "people": 2}
    for wrong in ("2", "05", "+5", ""):
        with pytest.raises(ValueError, match="is not offered"):
            PEOPLE.pick(at, wrong)


def test_a_step_leads_to_a_number_which_is_taken_once_one_goes_on(at: Setting) -> None:
    steps = Steps("seats", 0, 9, by=(-1, 1), start=lambda _: 4, limit=lambda _: 7)

    assert (steps.now(at), steps.now(at.saying({"seats": 2}))) == (4, 2)
    assert steps.pick(at, "=9") == Still({**at.answers, "seats": 9})
    assert steps.pick(at, DONE) == {**at.answers, "seats": 4}
    for wrong in ("=10", "=-1", "5", ""):
        with pytest.raises(ValueError, match="is"):
            steps.pick(at, wrong)


def test_a_moment_of_a_button_is_near_and_has_its_zone(at: Setting) -> None:
    later = NOW + timedelta(hours=1)

    assert AT.pick(at, later.isoformat()) == {**at.answers, "at": later.isoformat()}
    assert AT.pick(at, (NOW - timedelta(hours=1)).isoformat()) == Problem("past")
    far = NOW + FAR + timedelta(1)
    for moment in (far, NOW - FAR - timedelta(1), later.replace(tzinfo=None)):
        with pytest.raises(ValueError, match="is not offered"):
            AT.pick(at, moment.isoformat())
    for wrong in ("", "now", "20270209", "12345678"):
        with pytest.raises(ValueError, match=r"."):
            AT.pick(at, wrong)


def test_words_are_checked_and_a_review_keeps_nothing(at: Setting) -> None:
    assert WORDS.entered(at, "well") == {**at.answers, "words": "well"}
    assert WORDS.entered(at, "WELL") == Problem("shouted")
    for wrong in ("well", DONE):
        with pytest.raises(ValueError, match="is not offered"):
            WORDS.pick(at, wrong)
    assert CHECK.pick(at, DONE) == at.answers
