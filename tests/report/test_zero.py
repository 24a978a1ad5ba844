"""Numbers at the edge: every fact of a year is tried with 0, with 1, and with very many."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from domain.disclosure.cells import Mode, Relation
from domain.exchange import Counted, Series
from domain.feedback import QUESTIONS, Answers, FeedbackItem
from domain.ledger.entries import Entry, LedgerKind
from domain.network import Network
from domain.register import Tally
from domain.report.material import Material
from domain.report.order import Order
from domain.training import Training
from domain.vocabulary import EventFormat, Topic
from tests.report.builders import AS_OF, YEAR, closed, training
from tests.report.making import build, build_quarter
from texts.catalogue import Texts
from texts.documents.report_files import Form, render
from texts.documents.report_pages import Wishes, compose

pytestmark = pytest.mark.wide  # lays out whole documents

DAY = date(YEAR, 5, 4)
edge = st.sampled_from((0, 1, 2000))
courses = st.fixed_dictionaries(
    {
        "format": st.sampled_from((EventFormat.SEMINAR, EventFormat.COORDINATION_CONFERENCE)),
        "units": st.sampled_from((0, 1, 999)),
        "seats": st.sampled_from((None, 1, 2000)),
        "came": edge, "absent": edge, "waited": edge, "late": edge, "quota": edge, "blocks": edge,
    }
)  # fmt: skip
years = st.fixed_dictionaries(
    {
        "courses": st.lists(courses, max_size=4),
        "needs": edge, "advice": edge, "contacts": edge, "forms": edge, "delivered": edge,
        "audience": edge, "imported": edge,
        "one_office": st.booleans(),
        "mode": st.sampled_from(Mode),
    }
)  # fmt: skip


def year_of(drawn: dict[str, Any]) -> Material:
    """Return a year of which each number is as drawn."""
    rows: list[Entry] = []
    held: list[Training] = []
    for number, each in enumerate(drawn["courses"], 1):
        plan = {name: each[name] for name in ("format", "units", "seats")}
        course = training(number, day=date(YEAR, number, 3), **plan)
        held.append(course)
        came = each["came"]
        tallies = {
            Tally.CONFIRMED: came + each["absent"] + each["late"],
            Tally.WAITLISTED: each["waited"],
            Tally.LATE_WITHDRAWN: each["late"],
        }
        people = ({"rkn-neuss": came}, {"school": came}) if came else ({}, {})
        there = came + each["absent"]
        rows += closed(course, *people, registered=there, tallies=tallies)
        blocks = each["blocks"]
        rows.append(Entry(DAY, LedgerKind.BLOCK_SEATS, blocks, number, office="rkn-neuss"))
        rows.append(Entry(DAY, LedgerKind.BLOCK_SEATS, blocks, number))
    rows += [
        Entry(DAY, LedgerKind.NEED, drawn["needs"], detail="basics"),
        Entry(DAY, LedgerKind.ADVICE_TOTAL, drawn["advice"]),
        Entry(DAY, LedgerKind.NOTICE_DELIVERED, drawn["delivered"]),
        Entry(DAY, LedgerKind.NOTICE_AUDIENCE, drawn["audience"]),
        Entry(DAY, LedgerKind.ATTENDANCE, drawn["imported"], detail="seminar"),
        Entry(DAY, LedgerKind.EVENT_HELD, drawn["imported"], detail="seminar"),
    ]
    contacts = (
        Counted(DAY.replace(day=1), series, slug, drawn["contacts"])
        for series, slug in (
            (Series.PAIR, "office:rkn-neuss+sector:school"),
            (Series.FORMAT, "phone"),
            (Series.TOPIC, Topic.BASICS.value),
        )
    )
    forms = drawn["forms"]
    answers = [Answers(1, FeedbackItem.FORM, 0, forms)]
    answers += [Answers(1, question, 1, forms) for question in QUESTIONS]
    quotas = {c.id: {"rkn-neuss": e["quota"]} for c, e in zip(held, drawn["courses"], strict=True)}
    return Material(YEAR, rows, held, [*contacts], answers, quotas, {c.id: DAY for c in held})


NOTHING = dict.fromkeys(("came", "absent", "waited", "late", "quota", "blocks"), 0)
PLAIN = dict.fromkeys(
    ("needs", "advice", "contacts", "forms", "delivered", "audience", "imported"), 0
)


def course_of(**facts: Any) -> dict[str, Any]:
    return {**NOTHING, "format": EventFormat.SEMINAR, "units": 0, "seats": None, **facts}


@pytest.mark.wide
@settings(max_examples=8, deadline=None)
@given(drawn=years)
@example(drawn={**PLAIN, "courses": [], "one_office": True, "mode": Mode.SUPPRESS})
@example(
    drawn={
        **PLAIN,
        "courses": [course_of(came=2), course_of(came=3, units=4), course_of(came=4)],
        "one_office": False,
        "mode": Mode.SUPPRESS,
    }
)
def test_every_number_may_be_none_one_or_many(network: Network, drawn: dict[str, Any]) -> None:
    one = replace(network, offices=network.offices[-1:], contacts=())
    of = one if drawn["one_office"] else network
    material = year_of(drawn)
    report, _ = build(of, material, Order(AS_OF, drawn["mode"]), [replace(material, year=YEAR - 1)])
    build_quarter(of, material, 1, Order(AS_OF, drawn["mode"]))
    pages = compose(Texts(), of, report, Wishes(charts=False))

    assert report.figures()["A1"].value.plain == len(drawn["courses"]) + drawn["imported"]
    for form in (Form.CSV, Form.HTML):
        assert render(form, Texts(), pages)


@pytest.mark.parametrize("units", [0, 999])
def test_a_training_of_no_units_comes_out_in_every_form(network: Network, units: int) -> None:
    courses = [training(n, units=units if n % 2 else 4, day=date(YEAR, n, 5)) for n in range(1, 7)]
    rows = [e for c in courses for e in closed(c, {"rkn-neuss": c.id}, {"school": c.id})]
    report, _ = build(network, Material(YEAR, rows, courses), Order(AS_OF))
    pages = compose(Texts(), network, report)

    assert all(render(form, Texts(), pages) for form in Form)


def test_what_weighs_nothing_does_not_stand_in_a_relation() -> None:
    assert Relation(((0, "a"), (2, "b"), (-1, "c"))) == Relation(((2, "b"), (-1, "c")))
