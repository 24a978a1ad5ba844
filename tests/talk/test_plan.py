"""Planning as a form: what is asked, what a button may carry, what follows from an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from domain.network import Network
from domain.plan import STAGES
from domain.plan_sketch import END_OF_DAY, Sketch, When, plan_of
from domain.vocabulary import DeliveryMode, EventFormat, Sector, Topic
from talk.form import DONE, Again, Problem, Question, Setting, Still
from talk.plan import CHANGE, PLAN, changeable, drawn
from talk.plan_offers import PUBLISH, Step, answers_of

NOW = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)
DAY = date(2027, 3, 12)
WHOLE = Sketch(
    title="Titel",
    topic=Topic.BASICS,
    format=EventFormat.WORKSHOP,
    mode=DeliveryMode.HYBRID,
    place="Kreishaus",
    link="https://konferenz.example/a",
    day=DAY,
    starts=time(9),
    ends=time(12),
    end_day=date(2027, 3, 13),
    seats=12,
    deadline=datetime.combine(date(2027, 3, 1), END_OF_DAY),
    units=8,
    sectors=(Sector.SCHOOL, Sector.POLICE),
    reminders=STAGES[1:3],
    accessibility=("captions",),
)
DATED = {"title": "Titel", "day": "20270312", "start": "-0900", "end": "--1200"}


@pytest.fixture
def at(network: Network) -> Setting:
    return Setting(None, network, NOW, {})


@pytest.fixture
def whole(at: Setting, network: Network) -> Setting:
    return at.saying(answers_of(plan_of(WHOLE, network), network))


def question(name: str) -> Question:
    return next(each for each in PLAN.questions if each.name == name)


def pick(at: Setting, name: str, value: str) -> Mapping[str, Any]:
    taken = question(name).pick(at, value)
    assert isinstance(taken, Mapping)
    return taken


def asked(at: Setting) -> list[str]:
    return [each.name for each in PLAN.asked(at)]


def test_only_what_a_mode_needs_is_asked(at: Setting) -> None:
    for mode, lacking in (
        (DeliveryMode.HYBRID, set()),
        (DeliveryMode.IN_PERSON, {"link"}),
        (DeliveryMode.ONLINE, {"place"}),
        (DeliveryMode.SELF_PACED, {"place"}),
    ):
        assert set(Step) - {Step.TELLING} - set(asked(at.saying({"mode": mode}))) == lacking


def test_of_a_date_only_what_is_not_known_is_asked_and_back_each_part_is(at: Setting) -> None:
    def after(name: str, **said: str) -> str:
        following = PLAN.after(question(name), at.saying(said))
        assert following is not None
        return following.name

    assert after("day", day="20270312") == "start"
    assert after("day", day="20270312", start="-0900") == "end"
    assert after("day", **DATED) == "preview"
    assert after("end", **DATED) == "preview"
    assert after("accessibility") == "preview"

    back = [PLAN.before(question(name), at) for name in ("preview", "end", "start", "title")]

    assert [each and each.name for each in back] == ["end", "start", "day", None]


def test_what_was_answered_leads_to_the_plan_and_back(whole: Setting, network: Network) -> None:
    assert drawn(whole) == WHOLE


def test_what_was_not_said_is_left_at_what_is_usual(at: Setting, network: Network) -> None:
    sketch = drawn(at.saying(DATED))

    assert (sketch.seats, sketch.units, sketch.sectors) == (network.defaults.capacity, 4, ())
    assert [each.stage for each in sketch.reminders] == ["one-week", "one-day"]
    assert sketch.deadline == datetime.combine(date(2027, 2, 26), END_OF_DAY)


def test_what_follows_from_a_date_is_asked_anew(whole: Setting) -> None:
    moved = pick(whole, "day", "20270319")

    assert set(whole.answers) - set(moved) == {"start", "end", "deadline", "units"}
    assert pick(whole, "end", "--1600")["end"] == "--1600"
    assert pick(whole, "day", "20270319-1000-1330") == {
        **moved,
        "start": "-1000",
        "end": "--1330",
    }


def test_a_mode_forgets_what_it_does_not_need(whole: Setting) -> None:
    assert set(whole.answers) - set(pick(whole, "mode", "online")) == {"place"}
    assert set(whole.answers) - set(pick(whole, "mode", "in-person")) == {"link"}
    assert set(whole.answers) == set(pick(whole, "mode", "hybrid"))


@pytest.mark.parametrize(
    ("name", "value", "answer"),
    [
        ("topic", "basics", "basics"),
        ("place", DONE, None),
        ("link", DONE, None),
        ("seats", "none", None),
        ("seats", "20", 20),
        ("units", "0", 0),
        ("sectors", "all", []),
        ("sectors", DONE, ["school", "police"]),
        ("accessibility", DONE, ["captions"]),
        ("reminders", "none", []),
        ("reminders", "network", ["one-week", "one-day"]),
        ("reminders", DONE, ["one-week", "three-days"]),
        ("deadline", "2027-03-12T08:00:00+00:00", "2027-03-12T08:00:00+00:00"),
        ("deadline", "2027-03-12T22:59:00+00:00", "2027-03-12T08:00:00+00:00"),
        ("deadline", "2027-03-04T22:59:00+00:00", "2027-03-04T22:59:00+00:00"),
    ],
)
def test_a_pressed_answer_is_taken(whole: Setting, name: str, value: str, answer: Any) -> None:
    assert pick(whole, name, value)[name] == answer


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("day", "20260312-0900", "start-past"),
        ("end", "--0900-20270312", "end-before-start"),
        ("deadline", "2027-03-13T22:59:00+00:00", "deadline-late"),
        ("deadline", "2027-02-08T22:59:00+00:00", "deadline-past"),
    ],
)
def test_pressed_dates_can_be_wrong_too(whole: Setting, name: str, value: str, why: str) -> None:
    assert question(name).pick(whole, value) == Problem(f"plan-problem-{why}")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("title", "x"), ("preview", "x"), ("preview", DONE), ("topic", "x"), ("place", "now")),
        *(("seats", "0"), ("seats", "2001"), ("units", "401"), ("sectors", "+x")),
        *(("accessibility", "+x"), ("accessibility", "none"), ("reminders", "+deadline-near")),
        *(("deadline", "start"), ("deadline", "7"), ("deadline", "20270304"), ("day", "-0900")),
        *(("start", "20270312"), ("end", "20270312-0900"), ("day", "x"), ("day", "")),
    ],
)
def test_what_a_question_does_not_offer_is_refused(whole: Setting, name: str, value: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        question(name).pick(whole, value)


def test_several_are_switched_one_by_one(whole: Setting) -> None:
    def press(name: str, value: str) -> list[str]:
        taken = question(name).pick(whole, value)
        assert isinstance(taken, Still)
        return list(taken.answers[name])

    assert press("sectors", "-school") == ["police"]
    assert press("accessibility", "+step-free") == ["step-free", "captions"]
    assert press("reminders", "+two-weeks") == ["two-weeks", "one-week", "three-days"]
    assert press("reminders", "-one-week") == ["three-days"]


def test_a_review_asks_once_more_for_what_does_not_hold(whole: Setting) -> None:
    review = question("preview")
    later = replace(whole, now=datetime(2027, 3, 2, tzinfo=UTC))
    begun = replace(whole, now=datetime(2027, 3, 12, 8, tzinfo=UTC))
    untitled = whole.saying({n: said for n, said in whole.answers.items() if n != "title"})

    assert review.pick(whole, PUBLISH) == {**whole.answers, "preview": PUBLISH}
    assert review.pick(later, PUBLISH) == Again("deadline", "plan-problem-deadline-past")
    assert review.pick(begun, PUBLISH) == Again("day", "plan-problem-start-past")
    assert review.pick(untitled, PUBLISH) == Again("title", "")


def test_a_line_of_the_review_leads_to_its_question_and_back(whole: Setting) -> None:
    review = question("preview")
    changed = PLAN.change(review, "mode", whole)
    assert changed is not None
    line, at = changed
    online = at.saying(pick(at, "mode", "online"))
    in_person = at.saying({**pick(at, "mode", "in-person")})

    assert (line.name, at.answers["mode"]) == ("mode", "hybrid")
    assert PLAN.changing(online) == (review, whole.answers)
    assert PLAN.after(line, online) is review
    assert PLAN.after(line, in_person) is review
    assert "preview" not in PLAN.reviewing(online, review).answers
    for none in ("start", "preview", "x", PUBLISH):
        assert PLAN.change(review, none, whole) is None
    assert PLAN.change(line, "title", whole) is None

    alone = whole.saying(pick(whole, "mode", "in-person"))
    back = PLAN.change(review, "mode", alone)
    assert back is not None
    after = PLAN.after(line, back[1].saying(pick(back[1], "mode", "hybrid")))

    assert after is question("link")  # it was not asked before


def test_a_question_may_be_left_at_its_default_and_still_have_a_line(whole: Setting) -> None:
    form, at = PLAN, whole.saying({**DATED, "place": None})
    following = form.after(question("end"), at)

    assert following is not None
    assert following.name == "preview"
    assert "seats" in [each.name for each in form.lines(at)]
    assert form.filled(at)["seats"] == whole.network.defaults.capacity
    assert form.before(following, at) is question("end")


def test_a_change_asks_one_part_and_asks_back_what_people_are_told(
    at: Setting, network: Network
) -> None:
    def parts(part: str) -> list[str]:
        return [each.name for each in CHANGE.asked(at.saying({"part": part}))]

    assert parts("title") == ["title", "preview"]
    assert parts("day") == ["day", "start", "end", "preview"]
    assert parts("seats") == ["seats", "preview"]
    assert parts("reminders") == ["reminders", "preview"]
    assert parts("topic") == ["topic"]
    assert parts("mode") == ["mode", "place", "preview"]

    plan = plan_of(replace(WHOLE, mode=DeliveryMode.ONLINE), network)

    assert "place" not in changeable(plan, network, NOW)
    assert "link" in changeable(plan, network, NOW)
    assert "topic" in changeable(plan, network, NOW)


def test_a_typed_day_of_the_past_is_no_day_on_offer(at: Setting) -> None:
    days = [When.unpack(each).day for each in question("day").offered(at)]

    assert days[0] == date(2027, 2, 10)
    assert all(day is not None and day.isoweekday() <= 5 for day in days)
