"""What goes to many: asked a second time from many people on, and to whom by few choices."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from domain.announce import Whom, audience_of
from domain.announce_audience import Among, Reach
from domain.announce_saved import SavedAudience
from domain.vocabulary import Sector
from domain.write import OF_OFFICE, Many
from talk.announce import ANNOUNCE, LATER, NOW, Announcement
from talk.form import Form, Setting, Still
from talk.write import WRITE, Readers
from tests.domain.test_daily import training
from tests.domain.years import NETWORK

#: A Tuesday at ten in the morning.
MOMENT = datetime(2027, 3, 2, 9, tzinfo=UTC)
TRAINING = training(7, MOMENT + timedelta(days=9), MOMENT + timedelta(days=5))
SAVED = SavedAudience(4, ("a",), (Sector.SCHOOL,))


def announcing(people: int = 3, told: int = 0, **said: Any) -> Setting:
    about = Announcement(TRAINING, Reach(people, told), 1.0, (SAVED,))
    return Setting(None, NETWORK, MOMENT, {"training": 7, **said}, about)


def writing(people: int = 3, *, to_all: bool = True, **said: Any) -> Setting:
    about = Readers(None if to_all else TRAINING, Many(people), (SAVED,) if to_all else ())
    return Setting(None, NETWORK, MOMENT, {"training": None if to_all else 7, **said}, about)


@pytest.mark.parametrize(
    ("form", "at", "asks"),
    [
        (ANNOUNCE, announcing(200, send=NOW), None),
        (ANNOUNCE, announcing(201, send=NOW), "sure"),
        (ANNOUNCE, announcing(201, send=LATER), "at"),  # and then with the moment
        (WRITE, writing(200, send=NOW), None),
        (WRITE, writing(201, send=NOW), "sure"),
        (WRITE, writing(201, send=LATER), "at"),
    ],
)
def test_above_two_hundred_people_it_is_asked_a_second_time(
    form: Form, at: Setting, asks: str | None
) -> None:
    following = form.after(form.named("send"), at)

    assert (following.name if following else None) == asks


def test_what_is_saved_comes_first_and_says_whom_it_means() -> None:
    question = ANNOUNCE.named("whom")
    before = announcing(whom="some", offices=["b"], subscribers=True, keep=True, again=True)

    assert question.offered(before) == ["saved-4", *Whom]
    assert question.pick(before, "saved-4") == {
        "training": 7,
        "again": True,
        "whom": "saved-4",
        "offices": ["a"],
        "sectors": [Sector.SCHOOL],
    }
    assert question.pick(before, "all") == {"training": 7, "again": True, "whom": "all"}
    with pytest.raises(ValueError, match="not offered"):
        question.pick(before, "saved-5")


def test_district_sector_and_topic_narrow_each_other() -> None:
    at = announcing(whom=Whom.SOME, offices=["a"], sectors=["police"])
    switched = ANNOUNCE.named("send").pick(at, "topic")

    assert isinstance(switched, Still)
    meant = audience_of(switched.answers)
    assert (meant.offices, meant.sectors, meant.subscribers) == (("a",), (Sector.POLICE,), True)


@pytest.mark.parametrize(
    ("at", "ways"),
    [
        (announcing(whom=Whom.ALL), ["now", "later"]),
        (announcing(whom=Whom.SUBSCRIBERS), ["now", "later"]),
        (announcing(whom="saved-4", offices=["a"]), ["now", "later", "topic"]),
        (announcing(whom=Whom.SOME, offices=["b"]), ["now", "later", "topic", "keep"]),
        (
            announcing(whom=Whom.SOME, offices=["b"], keep=True, subscribers=True),
            ["now", "later", "not-topic", "not-keep"],
        ),
        (announcing(whom=Whom.SOME, offices=["a"], sectors=["school"]), ["now", "later", "topic"]),
        (announcing(0, 3, whom=Whom.SOME, offices=["b"]), ["again", "topic"]),
        (announcing(0, 3, whom=Whom.ALL, again=True), ["not-again"]),
        (writing(to="all"), ["now", "later"]),
        (writing(to="some", offices=["b"]), ["now", "later", "keep"]),
        (writing(to="saved-4", offices=["a"]), ["now", "later"]),
        (writing(to="registered", to_all=False), ["now", "later"]),
        (writing(0, to="some", offices=["b"]), []),
    ],
)
def test_only_what_makes_sense_is_offered(at: Setting, ways: list[str]) -> None:
    form = ANNOUNCE if isinstance(at.about, Announcement) else WRITE

    assert list(form.named("send").offered(at)) == ways


def test_a_word_to_those_of_a_training_says_whom_of_them() -> None:
    """Who came is an audience only where that was marked; else nobody knows it."""
    question, after = WRITE.named("to"), MOMENT + timedelta(days=6)
    at = writing(to_all=False)
    late = Setting(None, NETWORK, after, at.answers, at.about)

    known = replace(at, about=replace(at.about, came=True))

    assert question.offered(known) == [*Among, OF_OFFICE]
    assert question.offered(at) == [*(e for e in Among if e is not Among.CAME), OF_OFFICE]
    assert Among.UNANSWERED not in question.offered(late)
