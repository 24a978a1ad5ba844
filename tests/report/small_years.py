"""Years of a few trainings with a few people, told as events and kept as a ledger."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from domain.feedback import QUESTIONS, SCORES, Answers, FeedbackItem
from domain.ledger.entries import Entry, LedgerKind, quota_entries
from domain.network import Network
from domain.register import Tally
from domain.report.material import Material
from domain.report.order import Order
from domain.report.structure import Report
from domain.training import Training
from domain.vocabulary import COUNTY_WIDE, EventFormat, Topic
from tests.report.builders import closed, training
from tests.report.making import build
from tests.story_years import AS_OF, LAST, ToldYear

FORMATS = (EventFormat.SEMINAR, EventFormat.WORKSHOP, EventFormat.COORDINATION_CONFERENCE)
MEETINGS = (EventFormat.COORDINATION_CONFERENCE, EventFormat.QUALITY_DIALOGUE)
TOPICS = (Topic.BASICS, Topic.SCHOOL)
SECTORS = ("school", "police", "health")
few = st.integers(0, 2)
#: By office: seats kept for it, and those that it had at the start. Most trainings have none.
none_kept = st.just(dict[int, tuple[int, int]]())
kept = st.dictionaries(
    st.integers(0, 2), st.tuples(st.integers(1, 8), st.integers(0, 9)), min_size=1, max_size=3
)
some = st.one_of(st.integers(1, 6), st.just(600))

courses = st.fixed_dictionaries(
    {
        "format": st.sampled_from((*FORMATS, *MEETINGS)),
        "topic": st.sampled_from(TOPICS),
        "units": st.integers(0, 4),
        "month": st.integers(1, 12),
        "seats": st.sampled_from((None, 12)),
        "came": st.dictionaries(
            st.tuples(st.integers(0, 3), st.sampled_from(SECTORS)), some, max_size=4
        ),
        "absent": few, "late": few, "early": few, "waited": few, "promoted": few,
        "kept": st.one_of(none_kept, none_kept, kept),
    }
)  # fmt: skip
#: Answers take an attacker longer than all the rest; so one year in four has some.
nobody = st.just(list[tuple[int, ...]]())
forms = st.lists(st.tuples(*[st.sampled_from(SCORES)] * len(QUESTIONS)), max_size=9)
years = st.fixed_dictionaries(
    {
        "courses": st.lists(courses, min_size=1, max_size=4),
        "needs": st.lists(st.sampled_from(TOPICS), max_size=9),
        "advice": st.lists(st.tuples(st.integers(1, 12), st.integers(0, 7)), max_size=3),
        "forms": st.one_of(nobody, nobody, nobody, forms),
    }
)


def year_of(network: Network, drawn: dict[str, Any]) -> ToldYear:
    """Return a year as drawn: its events, and what is kept of them."""
    told = _Told(network)
    for number, course in enumerate(drawn["courses"], 1):
        told.course(number, course)
    for topic in drawn["needs"]:
        told.tell("need", day=f"{LAST}-05-04", topic=topic.value, sector="school")
        told.entries.append(Entry(date(LAST, 5, 4), LedgerKind.NEED, 1, detail=topic.value))
    for month, n in drawn["advice"]:
        day = date(LAST, month, 4)
        told.tell("advice", day=day.isoformat(), n=n)
        told.entries.append(Entry(day, LedgerKind.ADVICE_TOTAL, n))
    forms = drawn.get("forms", ())
    for scores in forms:
        told.tell("answers", training=1, scores=list(scores))
    answers = [Answers(1, FeedbackItem.FORM, 0, len(forms))] * bool(forms)
    for place, item in enumerate(QUESTIONS):
        given = Counter(scores[place] for scores in forms)
        answers += [Answers(1, item, score, n) for score, n in sorted(given.items())]
    material = Material(LAST, told.entries, told.trainings, answers=answers, quotas=told.quotas)
    return ToldYear(network, told.events, material)


def in_year(of: ToldYear, year: int) -> ToldYear:
    """Return the same year, earlier."""
    entries = [replace(e, day=e.day.replace(year=year)) for e in of.material.entries]
    trainings = [
        replace(
            t,
            plan=replace(
                t.plan,
                starts_at=t.plan.starts_at.replace(year=year),
                ends_at=t.plan.ends_at.replace(year=year),
            ),
        )
        for t in of.material.trainings
    ]
    material = replace(of.material, year=year, entries=entries, trainings=trainings)
    return replace(of, material=material, year=year)


def report_of(year: ToldYear) -> Report:
    """Return the report of a small year of which nothing is out."""
    return build(year.network, year.material, Order(AS_OF))[0]


class _Told:
    """Collects events, ledger rows and trainings."""

    def __init__(self, network: Network) -> None:
        self._offices = [*(office.slug for office in network.offices[:3]), COUNTY_WIDE]
        self.events: list[dict[str, Any]] = []
        self.entries: list[Entry] = []
        self.trainings: list[Training] = []
        self.quotas: dict[int, dict[str, int]] = {}

    def tell(self, what: str, **facts: Any) -> None:
        self.events.append({"year": LAST, "what": what, **facts})

    def course(self, number: int, drawn: dict[str, Any]) -> None:
        """Hold and close one training."""
        day = date(LAST, drawn["month"], 10 + number)
        given = {name: drawn[name] for name in ("format", "topic", "units", "seats")}
        course = training(number, day=day, **given)
        self.trainings.append(course)
        offices: dict[str, int] = {}
        sectors: dict[str, int] = {}
        for (place, sector), n in drawn["came"].items():
            office = self._offices[place]
            offices[office] = offices.get(office, 0) + n
            sectors[sector] = sectors.get(sector, 0) + n
            self.tell("came", training=number, office=office, sector=sector, n=n)
        seated = self._keep(course, drawn.get("kept", {}))
        at_start = max(sum(offices.values()) + drawn["absent"], len(seated))
        promoted = min(drawn["promoted"], drawn["waited"], at_start)
        tallies = {
            Tally.CONFIRMED: at_start + drawn["late"] + drawn["early"] - promoted,
            Tally.WAITLISTED: drawn["waited"],
            Tally.PROMOTED: promoted,
            Tally.WITHDRAWN: drawn["early"],
            Tally.LATE_WITHDRAWN: drawn["late"],
        }
        self.entries += closed(course, offices, sectors, registered=at_start, tallies=tallies)
        self.tell("at-start", training=number, n=at_start)
        seats = iter(seated)
        for what, n in zip(
            ("confirmed", "waitlisted", "promoted", "withdrawn", "late"),
            tallies.values(),
            strict=True,
        ):
            for _ in range(n):
                office = next(seats, "") if what in {"confirmed", "promoted"} else ""
                self.tell(what, training=number, person=0, office=office)
        words = {"format": drawn["format"].value, "topic": drawn["topic"].value}
        size = {"seats": drawn["seats"], "units": drawn["units"]}
        self.tell("event", training=number, day=day.isoformat(), mode="in-person", **words, **size,
                  hosts=list(course.hosts))  # fmt: skip

    def _keep(self, course: Training, drawn: dict[int, tuple[int, int]]) -> list[str]:
        """Keep seats for offices as far as there are any; return whose each seat is that they had.

        It is as with trainings: only who has a limit keeps seats, and no more than it has.
        """
        seats = course.plan.seats
        if seats is None or max(map(sum, zip(*drawn.values(), strict=True)), default=0) > seats:
            return []
        had = {self._offices[place]: n for place, (_, n) in drawn.items()}
        for place, (n, _) in drawn.items():
            self.tell("quota", training=course.id, office=self._offices[place], n=n)
            self.quotas.setdefault(course.id, {})[self._offices[place]] = n
        day = course.plan.starts_at.date()
        places = {(office, "school"): n for office, n in had.items()}
        self.entries += quota_entries(course.id, day, places)
        return [office for office, n in had.items() for _ in range(n)]


def worlds(few: int, many: int) -> settings:
    """Return how many cases to try: many only where there is time for it.

    They are small as they are. Looking for smaller ones that fail takes longer than all the rest.
    """
    assert settings.default is not None
    most = settings.default.max_examples
    return settings(
        max_examples=many if most >= 1000 else min(few, most),
        deadline=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
