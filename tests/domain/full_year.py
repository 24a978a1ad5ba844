"""A year in which much was done, its report, and that report in lines to be compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from domain.disclosure.values import Shown, Unit
from domain.exchange import Counted, Series, institutions, pair
from domain.feedback import Answers, FeedbackItem
from domain.ledger.entries import Entry, LedgerKind, quota_entries
from domain.register import Tally
from domain.report.material import Ahead, Material
from domain.report.order import Order
from domain.report.structure import Block, Figure, Label, Note, Report, Table
from domain.training import Training
from domain.vocabulary import DeliveryMode, EventFormat, EventStatus, Topic
from tests.domain.years import AS_OF, NETWORK, YEAR, closed, event, loose, told
from tests.report.making import build

SEMINAR = event(1, 1, units=4)
LECTURE = event(
    2, 5, form=EventFormat.LECTURE, topic=Topic.TRAUMA, mode=DeliveryMode.ONLINE, seats=None,
    units=2,
)  # fmt: skip
WORKSHOP = event(3, 5, 20, form=EventFormat.SEMINAR, mode=DeliveryMode.HYBRID, units=8, seats=50)
CONFERENCE = event(4, 6, form=EventFormat.COORDINATION_CONFERENCE, units=3)
FORGOTTEN = event(5, 9, status=EventStatus.PUBLISHED)
OFF = event(6, 9, status=EventStatus.CANCELLED)
MOVED = event(7, 10, status=EventStatus.POSTPONED, year=YEAR)
SEATS = {
    Tally.CONFIRMED: 60, Tally.WAITLISTED: 20, Tally.PROMOTED: 10,
    Tally.WITHDRAWN: 10, Tally.LATE_WITHDRAWN: 10,
}  # fmt: skip
JANUARY, MAY = date(YEAR, 1, 1), date(YEAR, 5, 3)
A, B, SCHOOL, POLICE, OTHER = institutions(NETWORK)
ROWS: list[Entry] = [
    *closed(SEMINAR, {"a": 10, "b": 6}, {"school": 8, "police": 8}, 16, {Tally.CONFIRMED: 16}),
    *closed(LECTURE, {"a": 30}, {"school": 30}, 30, {Tally.CONFIRMED: 30}),
    *closed(WORKSHOP, {"a": 20, "b": 10}, {"school": 10, "police": 10, "youth-office": 10},
            50, SEATS),
    *closed(CONFERENCE, {"a": 12}, {"youth-office": 12}),
    *quota_entries(1, date(YEAR, 1, 12), {("b", "school"): 6, ("a", "school"): 10}),
    *quota_entries(3, date(YEAR, 5, 20), {("b", "school"): 6}),
    told(SEMINAR, 9), told(LECTURE, 20), told(WORKSHOP, 31),
    loose(LedgerKind.NOTICE_AUDIENCE, 90), loose(LedgerKind.NOTICE_DELIVERED, 60),
    loose(LedgerKind.REMINDER_SENT, 30, "one-day"), loose(LedgerKind.REMINDER_SENT, 20, "one-week"),
    loose(LedgerKind.REMINDER_SENT, 10, "older-stage"),
    loose(LedgerKind.EXCHANGE_HELD, 1, "coordination-conference"),
    loose(LedgerKind.EXCHANGE_HELD, 1, "coordination-conference", office="b"),
    loose(LedgerKind.EXCHANGE_HELD, 5, "coordination-conference", sector="police"),
    loose(LedgerKind.EXCHANGE_HELD, 3, "quality-dialogue"),
    loose(LedgerKind.EXCHANGE_HELD, 3, "quality-dialogue", office="a"),
    loose(LedgerKind.PROCEDURE_AGREED, 1, "flyer"), loose(LedgerKind.PROCEDURE_AGREED, 4, "form"),
    loose(LedgerKind.ADVICE_TOTAL, 7, day=JANUARY), loose(LedgerKind.ADVICE_TOTAL, 9, day=MAY),
    loose(LedgerKind.GOAL_SET, 12, "trainings"), loose(LedgerKind.GOAL_SET, 0, "new-partners"),
    loose(LedgerKind.GOAL_SET, 3, "procedures"),
    loose(LedgerKind.GOAL_RESULT, 1, "trainings:met"),
    loose(LedgerKind.NEED, 30, "school"), loose(LedgerKind.NEED, 40, "trauma"),
    loose(LedgerKind.EVENT_POSTPONED, 1),
]  # fmt: skip
COUNTERS = [
    Counted(JANUARY, Series.PAIR, pair(A, B), 5),
    Counted(MAY, Series.PAIR, pair(A, SCHOOL), 8),
    Counted(MAY, Series.PAIR, pair(SCHOOL, SCHOOL), 7),
    Counted(JANUARY, Series.FORMAT, "phone", 5),
    Counted(MAY, Series.FORMAT, "video", 15),
    Counted(JANUARY, Series.TOPIC, "trauma", 20),
    Counted(MAY, Series.LENGTH, "long", 14),
    Counted(MAY, Series.LENGTH, "short", 6),
]
USEFUL = {5: 10, 4: 20, 3: 0, 2: 5, 1: 5}
ANSWERS = [
    Answers(1, FeedbackItem.FORM, 0, 44),
    *(Answers(1, FeedbackItem.USEFUL, score, n) for score, n in USEFUL.items()),
    Answers(1, FeedbackItem.RECOMMEND, 5, 7),
    Answers(3, FeedbackItem.ORGANISATION, 1, 4),
]
AHEAD = (
    Ahead(date(YEAR + 1, 2, 2), "Trauma", Topic.TRAUMA),
    Ahead(date(YEAR + 1, 3, 2), "Nochmals", Topic.TRAUMA),
)
MATERIAL = Material(
    YEAR,
    ROWS,
    (SEMINAR, LECTURE, WORKSHOP, CONFERENCE, FORGOTTEN, OFF, MOVED),
    COUNTERS,
    ANSWERS,
    {1: {"b": 10}, 3: {"b": 8}},
)


def made() -> Report:
    """Return the report of the year."""
    return build(NETWORK, MATERIAL, Order(AS_OF, ahead=AHEAD))[0]


def item(each: Label | Shown | None) -> Any:
    """Return a number; where there is none, the reason for it; a name with its kind."""
    if isinstance(each, Shown):
        number = each.plain
        if number is None:
            return each.sign.value
        return round(number, 3) if isinstance(number, float) else number
    return each and f"{each.kind}:{each.slug}".removeprefix("text:report-")


def said(each: Label | Shown) -> str:
    """Return an item as it stands in a table; what is neither people nor things says so."""
    if isinstance(each, Label) or each.unit in (Unit.PEOPLE, Unit.THINGS):
        return f"{item(each)}"
    return f"{item(each)} {each.unit}"


def line(items: Iterable[Label | Shown]) -> str:
    return " | ".join(map(said, items))


def table(of: Table) -> list[str]:
    """Return a table line by line: its headings, its rows, its total."""
    return [line(of.columns), *map(line, of.rows), *([line(of.total)] if of.total else [])]


def block(of: Block) -> str:
    match of:
        case Figure():
            return of.code
        case Table():
            return f"{of.code} {of.chart}" if of.chart else of.code
        case Note():
            return ":".join([of.text, *(f"{name}={item(each)}" for name, each in of.values)])


def outline(of: Report) -> dict[str, dict[str, list[str]]]:
    """Return what stands where."""
    return {
        chapter.id: {each.id: [block(b) for b in each.blocks] for each in chapter.sections}
        for chapter in of.chapters
    }


def figures(of: Report, letter: str) -> dict[str, Any]:
    return {
        code: (item(each.value), item(each.part), item(each.whole))
        for code, each in of.figures().items()
        if code.startswith(letter)
    }


def changed(*more: Entry, events: Sequence[Training] = (), **of: Any) -> Report:
    """Return the report of the year with further rows and events."""
    material = replace(
        MATERIAL, entries=[*ROWS, *more], trainings=[*MATERIAL.trainings, *events], **of
    )
    return build(NETWORK, material, Order(AS_OF))[0]


def section(of: Report, name: str) -> list[str]:
    return next([block(b) for b in each.blocks] for each in of.sections() if each.id == name)
